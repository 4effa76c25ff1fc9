# Sheets for the adults of a class: needs, strategies, profile, medical, what is due.
export SENDCTL_TODAY=2026-11-02
school trust
pupils
sendctl staff add -q --name "Mrs Lee" --role class-teacher --class 3B >/dev/null
sendctl staff add -q --name "Mr Cole" --role ta >/dev/null
sendctl staff assign -q "Mr Cole" P59 --role one-to-one >/dev/null
sendctl pupil profile -q P59 --strengths "draws" --matters "being asked, not told" --help-best "say my name first" >/dev/null
sendctl medical add -q P59 --condition Asthma --do-this "blue inhaler, two puffs" --kept-where "class box" >/dev/null
sendctl adjustment add -q P59 "writing slope" --kind adjustment >/dev/null
sendctl concern add -q P59 --by "Mrs Lee" --concern "Tires before noon" --tried "a rest = helped" >/dev/null
sendctl concern step -q C1 coordinator
sendctl concern strategies -q C1 --strategy "short tasks" --strategy "a rest at eleven" --anyway "told by telephone"
sendctl report class 3B --limit 1
sendctl report class @3b --json --limit 1 | tr '{' '\n' | head -12
sendctl report class 3B --format csv --names initials --fields name,level,help_best
status sendctl report class 9Z
sendctl report class 3B -o 3B.html
grep -c '<h2 class="who">' 3B.html
grep -o '<title>.*</title>' 3B.html
stat -c %a 3B.html
grep -o '<p class="about">[^<]*' 3B.html
sendctl report caseload
sendctl report caseload --for "mr cole"
sendctl report caseload --table children --format csv | head -3
echo "-- one file an owner"
sendctl pupil level -q P318 MON --reason "watch"
status sendctl report due --within 20w --each owner
status sendctl report due --within 20w --each owner --format csv -o owed
stat -c '%a %n' owed owed/*
cat owed/index.csv
head -2 owed/sendco.csv
status sendctl report due --within 20w --each owner --format csv -o owed
status sendctl report due --within 20w --each owner -o nowhere/owed
sendctl report overdue --each owner --format csv -o none
cat none/index.csv
echo "-- handed over in July"
sendctl report handover P59 --fields name,level_name,help_best
status sendctl report handover @9Z
status sendctl pupil handover P318 --who "Mrs Patel" --on 2027-07-12
export SENDCTL_TODAY=2027-07-12
sendctl report due --class 3B --fields due_on,rule,owner,what
status sendctl pupil handover @3B --who "Mrs Patel"
sendctl report due --class 3B --fields due_on,rule,owner,what
sendctl pupil chronology P59 --from 2027-07-01 --fields on_date,what
sendctl today --for "Mr Cole"
status sendctl pupil handover P1 --who "Mrs Patel"
echo "-- each page that names children says whose it is, and that it is confidential"
for word in overdue meetings movement impact; do
	sendctl report $word --format html | grep -o '<p class="about">[^<]*'
done
sendctl report overdue --each owner --format html -o pages >/dev/null 2>&1
grep -ho '<p class="about">[^<]*' pages/*.html | sort | uniq -c | sed 's/^ *//'
