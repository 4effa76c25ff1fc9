# Arrivals and leavers: what is owed, what is closed (R15, R29).
school trust
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3
status sendctl pupil arrive zoe --on 2026-11-22 --from-school "Oak Lodge Primary"
sendctl report due --within 10w --fields rule,due_on,owner,basis --format csv
status sendctl --today 2026-11-25 pupil arrive zoe --asked 2026-11-24 --met today
status sendctl --today 2026-11-25 pupil arrive zoe --assessed 2026-12-01
status sendctl --today 2026-11-25 pupil arrive zoe --settled 2026-11-20
sendctl --today 2026-11-25 report due --within 10w --fields rule,due_on --format csv
status sendctl --today 2026-12-15 pupil arrive zoe --received 2026-12-01 --assessed 2026-12-10 --settled today
sendctl --today 2026-12-15 report due --within 10w
echo '== leaving'
sendctl --today 2026-12-15 concern add -q zoe --concern "Follows one instruction, not two" >/dev/null
sendctl --today 2026-12-15 pupil level -q zoe MON --reason "concern" --anyway "test" >/dev/null
sendctl --today 2026-12-15 agency add -q --name "Educational Psychology Service" --code EP >/dev/null
sendctl --today 2026-12-15 referral add -q zoe --agency AG1 --reason "language" --sent-on 2026-12-14 --anyway "test" >/dev/null
sendctl --today 2026-12-15 action add -q zoe "Ring the nurse" --due 2027-01-20 >/dev/null
sendctl --today 2026-12-15 document add -q zoe --kind PEEP >/dev/null
status sendctl --today 2026-12-15 pupil leave zoe --on 2018-01-01
status sendctl --today 2026-12-15 pupil leave zoe --on 2026-12-18 --next-school "Hill Top"
echo '== the day put right'
status sendctl --today 2026-12-15 pupil leave zoe --on 2026-12-17
sendctl --today 2026-12-15 pupil show zoe --table register --fields id,until_on
status sendctl --today 2026-12-15 pupil leave zoe --on 2026-12-18
sendctl --today 2026-12-15 concern list --fields id,closed_on
status sendctl --today 2026-12-18 pupil leave zoe
sendctl --today 2026-12-21 pupil list
sendctl --today 2026-12-21 report due --within 10w
sendctl --today 2027-01-25 report overdue --fields rule,days,subject,what,cite --format csv
status sendctl --today 2027-01-25 pupil leave P1 --receipt 2027-01-24
status sendctl --today 2027-01-25 pupil leave P1 --sent 2027-01-22
sendctl --today 2027-01-25 report due --within 10w --fields rule,due_on,basis --format csv
status sendctl --today 2027-01-29 pupil leave P1 --receipt 2027-01-28
sendctl --today 2027-01-29 report due --within 10w
sendctl --today 2027-01-29 pupil chronology P1
status sendctl --today 2027-01-29 document add P1 --kind PEEP --on 2027-01-04
status sendctl --today 2027-01-29 pupil arrive P1 --on 2027-01-29
sendctl --today 2027-01-29 pupil show zoe --table moves
sendctl --today 2027-01-29 undo --yes
echo '== a whole class'
sendctl pupil add -q --forename Ann --surname Ash --class 6A --year 6
sendctl pupil add -q --forename Ben --surname Birch --class 6A --year 6
status sendctl pupil leave @6A --on 2027-07-21 --next-school "Park High"
sendctl pupil list --fields id,name,left_on
sendctl db check --fields what,severity | grep deadlines
