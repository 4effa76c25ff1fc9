# An EHC plan from the draft to its end: draft, consultation, final, decisions after
# reviews, amended, ceased, moved; a child who comes with one (R59, R62, R69).
school stages
sendctl school edit -q SC1 --la Northshire
sendctl pupil add -q --forename Zoe --surname Dale --dob 2018-06-12 --class 3B --year 3
sendctl pupil add -q --forename Adam --surname Nowak --dob 2017-10-02 --class 4A --year 4
sendctl pupil add -q --forename Mia --surname Khan --dob 2017-11-30 --class 4A --year 4
sendctl ehcp request -q P1 --source parent --sent 2025-03-03 --received 2025-03-03
echo "-- a draft before the decision; the copy first, then the day of service"
status sendctl ehcp draft P1
status sendctl ehcp draft P1 --copy 2025-06-20 --served 2025-06-21
status sendctl ehcp amended P1 --on 2025-06-20
status sendctl ehcp met P1 --who Mum
sendctl ehcp decision -q P1 --decision assess --on 2025-04-14
status sendctl ehcp draft P1 --served 2025-04-11
status sendctl ehcp draft P1 --copy 2025-06-18
sendctl ehcp list --format csv
status sendctl ehcp draft P1 --served 2025-06-16
status sendctl ehcp event P1 draft-comments --on 2025-06-25 --note "hours in F2"
status sendctl ehcp event P1 draft-comment --on 2025-06-25
status sendctl ehcp event P1 final-plan --on 2025-06-25
echo "-- consultation"
status sendctl ehcp consult P1
status sendctl ehcp consult P1 --received 2025-06-17 --reply "yes"
status sendctl ehcp consult P1 --received 2025-06-17
status sendctl ehcp consult P1 --replied 2025-06-16
status sendctl ehcp consult P1 --replied 2025-07-04 --reply "we can meet the needs"
echo "-- final, a day early; this policy has one level with a plan"
status sendctl ehcp final P1 --on 2025-06-30 --setting-type "mainstream"
status sendctl ehcp final P1 --on 2025-06-13 --setting "Elm Park Primary"
status sendctl ehcp final P1 --on 2025-06-30 --setting "Elm Park Primary" --setting-type "mainstream primary"
status sendctl ehcp final P1 --on 2025-07-01 --setting "Elm Park Primary"
status sendctl pupil level P1 EHC --reason "the plan is here"
status sendctl ehcp withdraw P1 --on 2025-07-02 --reason "x"
status sendctl ehcp decision P1 --decision no-plan --on 2025-07-02
status sendctl ehcp request P1 --source parent --sent 2025-07-02
status sendctl ehcp met P1 --on 2025-07-10 --who Mum --who "Ms Hart" --note "starts in September"
status sendctl ehcp told P1 --on 2025-09-03 --who "Ms Hart"
echo "-- decisions after reviews"
status sendctl ehcp decision P1 --decision maintain --on 2026-02-02
status sendctl review record -q P1 --kind annual --on 2026-01-12 --came Mum
status sendctl ehcp decision P1 --decision maintain --on 2026-01-09 --review R1
status sendctl ehcp decision P1 --decision maintain --on 2026-02-02 --review X
status sendctl ehcp decision P1 --decision maintain --on 2026-02-02 --review R9
status sendctl ehcp decision P1 --decision cease --on 2026-02-02 --restarts meeting
status sendctl ehcp decision P1 --decision maintain --on 2026-02-02 --restarts meeting
status sendctl ehcp decision P1 --decision maintain --on 2026-02-03 --review R1
sendctl review record -q P1 --kind annual --on 2026-03-09 --came Mum
sendctl review record -q P1 --kind annual --on 2026-03-23 --came Mum
status sendctl ehcp decision P1 --decision amend --on 2026-04-01
status sendctl ehcp decision P1 --decision amend --on 2026-04-01 --review R2 --amendments-sent 2026-04-02 --served 2026-04-01
status sendctl ehcp decision P1 --decision amend --on 2026-04-01 --review R2 --amendments-sent 2026-04-02 --served 2026-04-03
status sendctl ehcp amended P1 --on 2026-05-29 --setting "Northfield School"
status sendctl ehcp decision P1 --decision cease --on 2026-09-01 --reason "needs met"
echo "-- a decision typed wrongly"
sendctl ehcp show EH1 --json --table happened --fields id,happened_on,event,result,version,review_id --format csv
status sendctl ehcp remove MS23 --reason "it was R3 they meant"
status sendctl ehcp decision P1 --decision cease --on 2026-09-21 --review R3
echo "-- the wall: kept while the parents may appeal"
status sendctl ehcp cease P1 --on 2026-11-20 --why targets
status sendctl ehcp cease P1 --on 2026-11-20 --why 9x
status sendctl ehcp cease P1 --on 2026-11-23 --why 2
status sendctl ehcp cease P1 --on 2025-01-01 --why 2
status sendctl ehcp cease P1 --on 2026-11-20 --why 2 --anyway "the school wishes it"
status sendctl ehcp cease P1 --on 2026-11-21 --why 2
status sendctl ehcp cease P1 --on 2026-11-22 --why "needs met" --reason "the parents agree"
status sendctl ehcp cease P1 --on 2026-11-22 --why 2
status sendctl ehcp amended P1 --on 2026-11-22
echo "-- a child comes with a plan, and moves"
status sendctl ehcp add P2 --final 2024-12-10 --last-review 2024-11-10
status sendctl ehcp add P2 --final 2024-12-10 --last-review 2025-12-02 --setting "Elm Park Primary" --reference N-77 --on 2026-01-05
status sendctl ehcp add P2 --final 2024-12-10
status sendctl ehcp request P2 --source school --sent 2026-11-20
status sendctl ehcp event P2 reassess-asked --on 2026-09-01
status sendctl ehcp decision P2 --decision refuse --on 2026-09-14
status sendctl ehcp event P2 reassess-asked --on 2026-10-01
status sendctl ehcp decision P2 --decision assess --on 2026-10-14
status sendctl ehcp moved P2 --on 2026-10-20
status sendctl ehcp moved P2 --authority Southshire
status sendctl ehcp moved P2 --authority "$(sendctl ehcp show P2 --fields authority --format csv | sed -n 2p)" --on 2026-10-20
status sendctl ehcp moved P2 --authority Southshire --on 2026-10-20
status sendctl ehcp moved P2 --authority southshire --transferred 2026-11-02
status sendctl ehcp moved P2
status sendctl ehcp moved P2 --authority Southshire --told 2062-11-16
status sendctl ehcp moved P2 --told 2026-11-16
status sendctl ehcp final P2 --on 2026-11-18 --setting "Elm Park Primary" --keep-level
status sendctl ehcp cease P2 --on 2026-11-22 --why r
status sendctl ehcp cease P2 --on 2026-11-22 --why 8 --dry-run
status sendctl ehcp cease P2 --on 2026-11-22 --why 1
echo "-- from a file"
printf 'pupil,final,last_review,authority\nMia Khan,10/12/2025,,Northshire\n' >plans.csv
status sendctl ehcp import plans.csv
status sendctl ehcp import plans.csv
printf 'pupil,last_review\nMia Khan,10/12/2025\n' >bad.csv
status sendctl ehcp import bad.csv
printf 'pupil,final\nMia Khan,32/12/2025\n' >bad.csv
status sendctl ehcp import bad.csv
for row in 'Mia Khan,,' ',10/12/2025,' 'Mia Khan,10/12/2001,' 'Mia Khan,11/12/2025,01/12/2025'; do
	printf 'pupil,final,last_review\n%s\n' "$row" >bad.csv
	status sendctl ehcp import bad.csv
done
status sendctl ehcp moved P3 --authority X --on 2026-11-02 --dry-run
echo "-- what the register says; a policy that counts from the meeting; reviews that are none"
sendctl pupil add -q --forename Max --surname Reed --dob 2017-10-02 --class 4A --year 4
sendctl pupil level -q P4 EHC --reason "came with a plan" --on 2026-09-07 --told 2026-09-07
status sendctl ehcp request P4 --source parent --sent 2026-11-02
sendctl ehcp add -q P4 --final 2025-11-03 --on 2026-09-07 --setting-type special
status sendctl ehcp add -q P4 --final 2025-11-03 --on 2026-09-07 --authority Southshire --dry-run
sendctl ehcp add -q P4 --final 2025-11-03 --on 2026-09-07
sendctl review schedule -q P4 --kind annual --on 2026-12-01
status sendctl ehcp decision P4 --decision maintain --on 2026-11-02 --review R4
status sendctl ehcp decision P4 --decision maintain --on 2026-11-02 --review R1
status sendctl ehcp decision P4 --decision maintain --on 2026-11-02 --restarts meeting --anyway "the letter came"
status sendctl ehcp decision P4 --decision maintain --on 2026-11-02 --anyway "the letter came"
status sendctl ehcp decision P4 --decision maintain --on 2026-11-02 --anyway "the letter came"
status sendctl ehcp final P4 --on 2026-11-09 --setting X
status sendctl ehcp remove MS1 --reason "x"
echo "-- what hangs on a case; a decision to amend taken away; a child who had left"
sendctl appeal add -q P4 --against contents --notice 2026-11-02
status sendctl ehcp remove EH4 --reason "x"
sendctl review record -q P4 --kind annual --on 2026-11-03 --came Mum
sendctl ehcp decision -q P4 --decision amend --on 2026-11-04 --served 2026-11-05
status sendctl ehcp remove MS49 --reason "another child's letter"
sendctl ehcp show P4 --table happened --fields id,event,version --format csv
status sendctl ehcp remove MS1x --reason "x"
sendctl pupil add -q --forename Ida --surname Lund --dob 2017-10-02 --class 4A --year 4
sendctl ehcp request -q P5 --source agency --sent 2026-01-05 --received 2026-01-05
sendctl ehcp decision -q P5 --decision assess --on 2026-02-16
sendctl pupil edit -q P5 --left-on 2026-10-30
status sendctl ehcp final P5 --on 2026-11-02 --setting "Oak Lodge"
status sendctl ehcp remove MS56 --reason "the letter is of another child"
echo "-- list and show"
sendctl ehcp list
sendctl ehcp list --all --fields id,stage,next_on,plan_since,review_due
sendctl ehcp list --stage plan --format csv
sendctl ehcp list --open
sendctl ehcp list --class 4A --fields id --json
sendctl ehcp show EH1
sendctl ehcp show P2 --json
status sendctl ehcp show P9
status sendctl ehcp show EH9
status sendctl ehcp remove EH2 --reason "in the wrong file"
sendctl ehcp show EH2 --fields id,stage --format csv
status sendctl ehcp edit EH1 --on 2025-03-04
status sendctl ehcp edit EH1 --on 2025-03-01
sendctl ehcp show EH1 --table happened --fields id,happened_on,event --format csv | head -2
sendctl db check --fields what,severity --format csv | grep -E 'references|values|deadlines'
