# report overdue as cron runs it: silent, or lines and exit 10.
school stages
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --year 4 --class 4B >/dev/null
sendctl pupil add -q --forename Max --surname Khan --dob 2018-05-12 --year 4 --class 4A >/dev/null
sendctl concern add -q zoe --concern "Follows one instruction, not two" >/dev/null
sendctl concern add -q max --concern "Reads little" --due 2026-12-14 >/dev/null
echo "-- nothing yet"
status sendctl report overdue --exit-code
echo "-- the last day is not late"
status sendctl report overdue --exit-code --today 2026-12-14
echo "-- the day after"
status sendctl report overdue --exit-code --today 2026-12-15 --names initials
echo "-- with what comes"
status sendctl report overdue --today 2026-12-15 --within 4w --fields days,rule,pupil,class,subject
echo "-- one class, one person"
status sendctl report overdue --today 2027-02-01 --class 4b --fields rule,class,subject
sendctl staff add -q --name "Mrs Lee" --role class-teacher --class 4A >/dev/null
status sendctl report overdue --today 2027-02-01 --for "Mrs Lee" --fields rule,class,subject
status sendctl report overdue --today 2027-02-01 --for SENDCo --exit-code
echo "-- json"
sendctl report overdue --today 2027-02-01 --json
echo "-- a file an owner: of class teachers, one a class"
sendctl pupil add -q --forename Ada --surname Low --dob 2018-05-12 --year 4 >/dev/null
sendctl concern add -q ada --concern "Often away" >/dev/null
sendctl report overdue --today 2027-02-01 --each owner --format csv -o owed
cat owed/index.csv
grep -c . owed/*.csv
cut -d, -f11,12 owed/class-teacher-4*.csv owed/class-teacher-no*.csv
echo "-- done: nothing is late"
sendctl concern close -q C1 --result resolved --reason better >/dev/null
sendctl concern close -q C2 --result resolved --reason better >/dev/null
status sendctl report overdue --today 2027-02-01 --exit-code --class 4A
echo "-- wrong"
status sendctl report due --within soon
