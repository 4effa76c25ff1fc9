# Interim reduced timetables: consent, approval, the LA told, reviewed, ended (R16).
school trust
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3
status sendctl timetable add zoe --hours mornings --reason "back after illness" --by Principal
sendctl consent add -q zoe --purpose timetable --by "Ewa Nowak" --from 2026-11-20 >/dev/null
status sendctl timetable add zoe --hours mornings --reason "back after illness"
status sendctl timetable add zoe --hours mornings --reason "back after illness" --from 2026-11-16 --by Principal
status sendctl timetable add zoe --hours mornings --reason "back after illness" --by Principal --full-time-by 2027-01-04
sendctl report due --within 10w --fields rule,due_on,basis,cite,what --format csv
status sendctl timetable add zoe --hours none --reason x --by Principal
status sendctl timetable edit TT1 --la-told-on 2026-11-23
status sendctl timetable edit TT1 --la-told-on today
status sendctl timetable review zoe --due 2026-11-20
status sendctl timetable review zoe --due 2026-12-10 --hours "until 14:00" --note "calmer in the mornings"
sendctl report due --within 10w --fields rule,due_on --format csv
status sendctl timetable end zoe --on 2026-11-20
status sendctl timetable end zoe --on 2026-11-23
status sendctl timetable end TT1
sendctl report due --within 10w
sendctl pupil chronology zoe
echo '== passed by, and a policy that does not ask'
sendctl pupil add -q --forename Adam --surname Kowal --dob 2018-03-01 --class 3B --year 3
status sendctl timetable add adam --hours mornings --reason x --anyway "agreed by telephone, letter to follow"
rm records.db
school waves
sendctl pupil add -q --forename Zoe --surname "O'Brien"
status sendctl timetable add zoe --hours mornings --reason "back after illness"
