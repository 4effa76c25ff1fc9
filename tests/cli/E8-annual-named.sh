# Guests of the law's list asked by what they are, and named when it is known who: the same
# invitation, its day kept, not a second one (R63).
school
export SENDCTL_TODAY=2026-09-30
sendctl pupil add --surname Ash --forename Sam --dob 2018-03-04 --year 4 --class 4B -q >/dev/null
sendctl ehcp add P1 --final 2025-12-10 --setting "Oak Primary" -q >/dev/null
sendctl review schedule P1 --kind annual --on 2026-11-06 -q >/dev/null
sendctl review invite R1 --all -q
guests() { sendctl review show R1 --table people --format csv --fields who,role,invited_on; }
guests
echo "-- a week later"
export SENDCTL_TODAY=2026-10-07
sendctl staff add --name "Ann Head" --role head -q >/dev/null
sendctl ehcp edit EH1 --officer "Ola Lee" -q
status sendctl review invite R1 --all
status sendctl review invite R1 --all -q
guests
echo "-- the health professional by name, and one who was asked beside the office"
status sendctl review invite R1 --who health="Dr Patel"
status sendctl review invite R1 --who "Ira Moor"
status sendctl review invite R1 --who social-care="Ira Moor"
status sendctl review invite R1 --who dentist="Dr Tooth"
status sendctl review invite R1 --all -q
guests
echo "-- named before all are asked"
sendctl review schedule P1 --kind interim --on 2026-12-04 -q >/dev/null
status sendctl review invite R2 --who health="Dr Patel" -q
status sendctl review invite R2 --all
sendctl db check --fields what,severity --format csv | grep -E "deadlines|values"
