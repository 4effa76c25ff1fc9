# What made a tester stop and think: names, doubles, answers of `add`, foreign files.
school
echo "== what was added is what is printed"
sendctl pupil add --forename Ana --surname Sol --dob 1/2/2018 --class 4B --year 4 --format ndjson 2>/dev/null |
	sed 's/"first_language".*//'
echo "== a child of the same name and birth date"
sendctl pupil add --forename Ana --surname Sol --dob 1/2/2018 2>&1 | grep P1
echo "== what is missing is called as it is typed"
status sendctl pupil note P1 ""
status sendctl pupil add --forename "" --surname Sol
echo "== initials are the same everywhere"
sendctl concern add P1 --concern "x" --due fri 2>/dev/null
sendctl today --names initials | grep 4B
sendctl concern list --names initials --fields pupil,class
echo "== a database of another program is not called empty"
python3 -c 'import sqlite3; sqlite3.connect("other.db").execute("create table a (b)")'
chmod 600 other.db
status sendctl --db other.db pupil list
echo "== sentences of a refusal end before the next begins"
sendctl pupil edit P2 --left-on 2026-11-01 2>/dev/null
status sendctl pupil level P2 C --reason x
echo "== undo speaks of what a person knows"
sendctl pupil edit P1 --surname Soll 2>/dev/null
sendctl undo --list 2>&1 | sed 1d
sendctl undo --yes >/dev/null 2>&1
echo "== several children at once in a list"
sendctl note add P1 one >/dev/null 2>&1
sendctl note add P2 two >/dev/null 2>&1
sendctl note list @4B P1 --format csv --fields note
status sendctl note list @9Z
echo "== of two schools one is named before a file is read"
sendctl school edit SC1 --code elm 2>/dev/null
sendctl school add --name Oak --code oak --policy waves 2>/dev/null
status sendctl pupil import "$DATA/mis/sims.csv" --fields read 2>&1
