# The report of an annual review has what of Section F was given in its year, in minutes, and
# why not in kinds, never in words that name somebody; the plan's page says whose it is (R62, R63).
school
pupils
staff() { sendctl staff add -q --name "$1" --role "$2" >/dev/null; }
export SENDCTL_TODAY=2026-09-07
staff "Mrs Lee" ta
sendctl pupil edit P155 -q --address "4 Elm Road"
given() { sed -n '/The provision in the plan/,/<\/table>/p' "$1" | grep -o '<table[^>]*>\|<td>[^<]*' | sed 's/<td>//'; }
sendctl ehcp add P155 -q --final 2024-03-01 --last-review 2026-01-20 --setting "Elm Park" --on 2026-09-07 >/dev/null
sendctl ehcp section P155 F "Language group" -q --minutes 30 --times 3 --per week --who "teaching assistant"
sendctl ehcp section P155 F "Access to a quiet room" -q
sendctl provision add -q --name "Language group" --pupil P155 --staff "Mrs Lee" --role ta --minutes 30 --times 3 --weeks 6 --from 2026-09-07 >/dev/null
sendctl ehcp link P155 F1 G1 -q
sendctl review schedule P155 -q --kind annual --on 2026-10-05 >/dev/null
echo "-- the form, before the meeting: room to write, what was given up to today"
export SENDCTL_TODAY=2026-09-24
sendctl session log G1 -q --on 2026-09-07 >/dev/null
sendctl session log G1 -q --on 2026-09-08 --absent P155="ill" >/dev/null
sendctl session log G1 -q --on 2026-09-09 --cancelled "Mrs Lee on a course" >/dev/null
sendctl review report R1 -q -o form.html
given form.html
echo "-- after it: up to the meeting, whatever was given since"
export SENDCTL_TODAY=2026-10-14
sendctl session log G1 -q --on 2026-10-05 >/dev/null
sendctl session log G1 -q --on 2026-10-06 >/dev/null
sendctl review record R1 -q --on 2026-10-05 --came parent --decision maintain
sendctl review report R1 -q -o report.html
given report.html
grep -c "on a course" report.html form.html
sendctl ehcp delivery P155 --from 2026-09-07 --until 2026-10-06 --format csv --fields label,owed,given,cancelled,absent,not_logged
echo "-- the plan: the home is on the school's own page only"
sendctl ehcp print P155 -q --for school -o plan.html
sendctl consent add -q P155 --purpose disclosure --by "the mother" >/dev/null
sendctl ehcp print P155 -q --for "Dr Moss" --why "her report" -o given.html
grep -c "Elm Road" plan.html given.html
echo "-- nothing on record: left to be written in"
sendctl review schedule P2 -q --kind annual --on 2026-12-01 --anyway test >/dev/null
sendctl review report R2 -q -o blank.html && grep -c "The provision in the plan" blank.html
