# Who is asked to a review, how and when; advice; who may not be written to (R51, R3).
sendctl init -q --today 2026-09-01 --name "Elm Park" --policy circle >/dev/null
sendctl school edit -q --top-year 4
for name in Kit Zoe; do
	sendctl pupil add -q --forename "$name" --surname Nowak --dob 2018-06-12 --class 3B --year 4 >/dev/null
	sendctl pupil level -q "$name" SS --reason "needs help" --on 2026-09-14 --told 2026-09-14 --anyway "plans come at the meeting"
done
sendctl contact add -q --name "Ewa Nowak" --title Mrs --pupil zoe --relation PAM --responsibility yes --phone "07700 900001"
sendctl contact add -q --name "Jan Nowak" --title Mr --pupil zoe --relation PAF --responsibility yes --no-letters --no-letters-why "court order"
sendctl contact add -q --name "Ola Reid" --pupil zoe --relation SWR
sendctl staff add -q --name "Ms Hart" --role class-teacher --class 3B
sendctl agency add -q --name "Speech and language therapy" --code SLT --professional "Dr Shah"
sendctl review schedule -q @3B --kind termly --on 2026-12-07
sendctl review schedule -q zoe --kind annual --on 2026-12-09
echo "-- all of a termly review"
status sendctl review invite R2 --all --how letter --on 2026-11-16 --remind 2026-11-30
status sendctl review invite kit --all
echo "-- a class at a time; one who was asked keeps the day"
status sendctl review invite @3B --kind termly --who "Ms Hart" --how "in person"
status sendctl review invite @3B --who "Ms Hart"
echo "-- by name"
status sendctl review invite R2 --who "Dr Shah" --who "Ms Reid" --how telephone
status sendctl review invite R2 --who Dad
status sendctl review invite R2 --who "Jan Nowak"
status sendctl review invite R2
status sendctl review invite R9 --all
echo "-- a reminder comes before the review, and to nobody who is in school"
status sendctl review invite R2 --who "Dr Shah" --remind 2026-12-07
status sendctl review invite R2 --who zoe --remind 2026-12-01
echo "-- the annual review: the policy's list and the law's"
status sendctl review invite R3 --all
echo "-- advice"
status sendctl review advice R3 --who "Educational Psychologist"
status sendctl review advice R3 --who "the Educational Psychologist" --asked 2026-11-02
status sendctl review advice R3 --who "the Educational Psychologist" --received 2026-11-18 --circulated 2026-11-20
status sendctl review advice R3 --who "Dr Shah" --asked tomorrow
status sendctl review advice R3 --who slt --asked 2026-11-02
status sendctl review advice R3 --who slt --received 2026-11-01
sendctl review show R3
sendctl review show R2 --table people --format csv
sendctl report due --within 2w --fields due_on,rule,subject,what
status sendctl undo --yes
echo "-- a class: the children who are on the register, or have one planned; the rest are counted"
sendctl pupil add -q --forename Bea --surname Low --dob 2018-06-12 --class 3B --year 4 >/dev/null
sendctl pupil add -q --forename Cy --surname Low --dob 2018-06-12 --class 4C --year 4 >/dev/null
status sendctl review schedule @3B --kind transition --on 2027-06-14
status sendctl review schedule @4C --kind transition --on 2027-06-14
status sendctl review invite @3B --kind transition --who "Ms Hart"
status sendctl review invite @4C --all
