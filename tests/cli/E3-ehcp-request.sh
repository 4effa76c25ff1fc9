# An EHC needs assessment is asked for, and what follows (R60, R61, R67).
school trust
sendctl pupil add -q --forename Zoe --surname Dale --dob 2018-06-12 --class 3B --year 3
sendctl pupil add -q --forename Adam --surname Nowak --dob 2017-10-02 --class 4A --year 4
sendctl pupil add -q --forename Mia --surname Khan --dob 2017-11-30 --class 4A --year 4
sendctl school edit -q SC1 --la Northshire
echo "-- the school asks: this policy wants the parents' agreement first"
status sendctl ehcp request P1 --source school --sent 2026-03-02
status sendctl ehcp request P1 --source school --sent 2026-11-23
sendctl consent add -q P1 --purpose ehc-request --by "Ana Dale" --from 2026-02-20
status sendctl ehcp request P1 --source school --sent 2026-02-27 --officer "Jo Ward" --reason "two years of support, little progress"
status sendctl ehcp request P1 --source parent --sent 2026-03-03
echo "-- the day of the receipt, corrected"
status sendctl ehcp received P1 --on 2026-02-26
status sendctl ehcp received P1 --on 2026-03-03
status sendctl ehcp received P1 --on 2026-03-02
status sendctl ehcp remove MS2 --reason "the letter says Monday"
status sendctl ehcp remove MS2 --reason "again"
status sendctl ehcp remove MS1 --reason "no"
status sendctl ehcp received P1 --on 2026-03-02
echo "-- the school's advice"
status sendctl ehcp advice P1 --asked 2026-03-06 --if-rev 7
status sendctl ehcp advice P1
status sendctl ehcp advice P1 --sent 2026-03-20 --asked 2026-03-23
status sendctl ehcp advice P1 --asked 2026-03-06
status sendctl ehcp advice P1 --sent 2026-04-20 --note "with the plan and its reviews"
echo "-- refused, a week late"
status sendctl ehcp decision P1 --decision refuse --on 2026-03-01
status sendctl ehcp decision P1 --decision maintain --on 2026-04-20
status sendctl ehcp decision P1 --decision refuse --on 2026-04-20 --review R1
status sendctl ehcp decision P1 --decision refuse --on 2026-04-20 --served 2026-04-20
status sendctl ehcp decision P1 --decision refuse --on 2026-04-20 --reason "needs can be met from the school's means"
status sendctl ehcp decision P1 --decision refuse --on 2026-04-21
status sendctl ehcp decision P1 --decision no-plan --on 2026-04-21
echo "-- again within six months; a parent asks for nobody's agreement"
status sendctl ehcp request P1 --source parent --sent 2026-10-19 --received 2026-10-20 --advice-asked 2026-10-26
status sendctl ehcp withdraw EH1 --on 2026-10-30 --reason "x"
status sendctl ehcp withdraw P1 --on 2026-10-30 --reason "the parents wait for the report of the psychologist"
status sendctl ehcp withdraw P1 --on 2026-10-30 --reason "x"
echo "-- overturned: the first one goes on"
status sendctl ehcp decision EH1 --decision assess --on 2026-06-15
status sendctl ehcp decision EH1 --decision no-plan --on 2026-07-06
status sendctl ehcp decision EH1 --decision assess --on 2026-07-06
echo "-- an agency brings to notice; a young person; the policy silent"
status sendctl ehcp request P2 --source agency --sent 2026-11-02 --authority Southshire
status sendctl ehcp received P2 --on 2026-11-09
status sendctl ehcp decision P2 --decision assess --on 2026-11-20
status sendctl ehcp decision P2 --decision refuse --on 2026-11-20
status sendctl ehcp request P3 --source young-person --sent 2026-11-16
status sendctl ehcp request P3 --source young-person
status sendctl ehcp request P3 --source head --sent 2026-11-16
status sendctl ehcp remove EH4 --reason "another child"
status sendctl ehcp request P3 --source school --sent 2026-11-16 --anyway "the parents said so on the telephone"
echo "-- the level the policy gives to a plan, when something is missing for it"
sendctl ehcp draft -q P2 --served 2026-11-02 --dry-run
status sendctl ehcp final P2 --on 2026-11-21 --setting "Elm Park Primary"
status sendctl ehcp withdraw P3 --on 2026-11-01 --reason "x"
status sendctl ehcp cease P3 --on 2026-11-20 --why 8
status sendctl ehcp met P3 --who Mum
status sendctl ehcp moved P3 --authority X --on 2026-11-20
echo "-- wrong words"
status sendctl ehcp received P9 --on 2026-11-16
status sendctl ehcp decision P3 --decision perhaps --on 2026-11-16
status sendctl ehcp received EH9 --on 2026-11-16
status sendctl ehcp remove MS99 --reason "x"
sendctl report conformance --fields rule,subject,finding --format csv | grep -i anyway
