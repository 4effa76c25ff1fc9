# Every step appears by itself, by date; what was removed is shown with --all.
export SENDCTL_TODAY=2026-11-02
school circle
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --class 4B --year 4 --admitted-on 2022-09-05 >/dev/null
sendctl concern add -q zoe --by "Ms Hart" --concern "Does not follow instructions" --tried "a timetable = helped" --on 2026-10-01 >/dev/null
sendctl concern observe -q C1 --by "Mr Lee" --note "in maths" --on 2026-10-05
sendctl pupil note -q zoe "A slip of the pen" >/dev/null
status sendctl pupil note zoe --safeguarding CPOMS --on 2026-10-20
status sendctl pupil note zoe "what was said" --safeguarding CPOMS
status sendctl pupil note zoe
sendctl note remove -q N1 --reason "another child"
sendctl pupil chronology zoe
sendctl pupil chronology zoe --all --from 2026-10-01
sendctl pupil chronology zoe --from 2026-10-05 --until 2026-10-06 --json
sendctl pupil chronology zoe -o zoe.html
grep -c '<tr>' zoe.html
grep '<h1>' zoe.html
sendctl pupil chronology zoe --names initials --format html | grep '<h1>'
echo "-- raised by the child, an agency, the school before"
sendctl concern add -q zoe --source pupil --by Zoe --concern "I cannot see the board" >/dev/null
sendctl concern add -q zoe --source agency --by "School nurse" --concern "Failed the vision screen" >/dev/null
sendctl concern add -q zoe --source school --by "Oak Nursery" --concern "Held books close" >/dev/null
sendctl concern list --fields id,source,raised_by --format csv
sendctl pupil chronology zoe --from 2026-11-01
