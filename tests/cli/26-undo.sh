# undo: the last command of this user, shown first; nothing is lost.
school
sendctl pupil add -q --forename Zoë --surname "O'Brien" --dob 2018-02-03 --year 3 --class 3B
sendctl note add -q P1 "first"
sendctl pupil edit -q P1 --surname Changed
sendctl undo --list
status sendctl undo
sendctl pupil list --format csv --fields id,name
status sendctl undo --yes --dry-run
sendctl pupil list --format csv --fields id,name
status sendctl undo --yes
sendctl pupil list --format csv --fields id,name
echo "-- and the one before"
status sendctl undo --yes
sendctl note list --format csv --fields id,note
sendctl note show N1 --format json --fields id,note,voided_at
sendctl audit verify --format csv --fields whole
