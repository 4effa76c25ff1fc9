# One-page profiles with their versions, factors weighed (R10, R19).
school trust
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3
status sendctl pupil profile zoe
status sendctl pupil profile zoe --strengths "Drawing, and knowing every bus route" --matters "Quiet at lunch" --on 2026-11-02
status sendctl pupil profile zoe --help-best "Show, then tell" --areas "Language" --made-with "Ms Hart"
sendctl pupil profile zoe
sendctl --as-at 2026-11-10 pupil profile zoe --fields strengths,help_best
sendctl pupil profile zoe --json
sendctl --format html -o page.html pupil profile zoe && grep -c "Show, then tell" page.html
sendctl --schema pupil profile | head -c 60; echo
status sendctl pupil profile zoe --areas ""
echo '== refused'
sendctl pupil add -q --forename Adam --surname Kowal
status sendctl pupil profile adam --areas ""
status sendctl pupil profile zoe --matters x --on tomorrow
status sendctl pupil profile zoe --matters x --on 2018-02-28
echo '== weighed'
status sendctl pupil weigh zoe eal="Polish at home" "attendance and punctuality=96% this term" --by "Ms Hart"
status sendctl pupil weigh zoe shoes="new"
status sendctl pupil weigh zoe eal
status sendctl pupil weigh zoe eal=x --on 2026-12-01
sendctl pupil show zoe --table weighings
sendctl pupil chronology zoe
echo '== a policy that names no factors'
rm records.db
school circle
sendctl pupil add -q --forename Zoe --surname "O'Brien"
status sendctl pupil weigh zoe "English as an additional language=Polish at home"
status sendctl pupil weigh zoe shoes="new"
