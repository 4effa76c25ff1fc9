# A review held: names found, voices, targets, actions, decision; early, late and twice (R50, R51).
sendctl init -q --today 2026-09-01 --name "Elm Park" --policy stages >/dev/null
for name in Kit Zoe; do
	sendctl pupil add -q --forename "$name" --surname Nowak --dob 2018-06-12 --class 3B --year 4 >/dev/null
	sendctl pupil level -q "$name" C --reason "needs help" --on 2026-09-14 --told 2026-09-14 --anyway "plans come at the meeting"
done
sendctl contact add -q --name "Ewa Nowak" --title Mrs --pupil zoe --relation PAM --responsibility yes --phone "07700 900001" >/dev/null
sendctl contact add -q --name "Jan Nowak" --title Mr --pupil zoe --relation PAF --responsibility yes --no-letters --no-letters-why "court order" >/dev/null
sendctl staff add -q --name "Jane Hart" --role class-teacher --class 3B >/dev/null
sendctl plan add -q zoe --on 2026-09-28 --due 2026-12-11 >/dev/null
sendctl target add -q PL1 --target "Read 40 of the first 45 words" --baseline "12 of 45" --success "40 of 45" >/dev/null
sendctl target add -q PL1 --target "Answer in a group of six once a lesson" --baseline "never" --success "once a lesson" >/dev/null
sendctl plan agree -q PL1 --by "parent=Mrs Nowak" --by "pupil=Zoe" --on 2026-09-28
sendctl review schedule -q zoe --kind termly --each term
sendctl review invite -q R1 --all --how letter --on 2026-11-02
echo "-- refused, and nothing is written"
status sendctl review record R1 --on 2026-11-20 --came Mum --decision nonsense
status sendctl review record R1 --on 2026-11-20 --target T9=met
status sendctl review record R1 --on 2026-11-20 --target 1=splendid
status sendctl review record R1 --on 2026-11-20 --target T1=met --target 1=partly
status sendctl review record R1 --on 2026-11-20 --target T1
status sendctl review record R1 --on 2026-11-20 --action "ring the EP = Ms Hart by someday"
status sendctl review record R1 --on 2026-11-20 --action "= Ms Hart"
status sendctl review record R1 --on tomorrow --came Mum
status sendctl review record R1 --kind parents
sendctl review list --format csv --fields id,held_on
echo "-- early, all in one go"
status sendctl review record R1 --on 2026-11-20 --by "Jane Hart" --came "Mum, Ms Hart" --apologies "Mr Nowak" \
	--views "Dr Shah: more phonics, less copying" --parent-voice "She reads to her brother" --pupil-voice "I can read the bus" \
	--target T1=met:"43 of 45" --target 2=partly --action "move the seat = Ms Hart by 2026-12-04" --action "think" \
	--note "a good half term" --decision step-up --due 2027-03-15
sendctl review show R1
sendctl review show R1 --table targets --format csv
sendctl pupil show zoe --table reviews --format csv
sendctl report due --within 16w --fields due_on,rule,subject,what | grep -v handover
echo "-- the same once more"
status sendctl review record R1 --decision continue
status sendctl review record zoe --kind termly --on 2026-11-20
status sendctl review record zoe --kind termly --on 2026-11-21 --decision end
echo "-- of another term: the planned one stays"
sendctl review list zoe --waiting --format csv --fields id,planned_on
echo "-- late, by the plan"
status sendctl review record PL1 --today 2027-05-04 --on 2027-05-03 --decision adapt
echo "-- a class"
status sendctl review record @3B --kind progress --by "Jane Hart" --note "maths of the class"
status sendctl review record @3B --kind progress --pupil-voice "good"
status sendctl review record @9Z --kind progress
echo "-- somebody the file does not know"
status sendctl review record kit --kind parents --on 2026-11-18 --came "Mrs Nowak" --came "Mr Lee"
sendctl review edit -q R7 --parent-part none
sendctl review edit -q R7 --came "Mr Lee"
sendctl review show R7 --table people --format csv --fields who,role,answer
echo "-- the next one of a kind that no plan owes is planned"
status sendctl review record kit --kind transition --on 2026-11-16 --by "Jane Hart" --due 2027-06-14
sendctl review list kit --waiting --fields id,kind,planned_on,led_by
echo "-- put right"
status sendctl review edit R1 --came "Ms Hart"
status sendctl review edit R1 --decision nonsense
status sendctl review edit R1 --decision agency
sendctl review show R1 --table people --format csv --fields who,role,answer
sendctl review show R1 --format csv --fields came,parent_part,pupil_part,decision,decision_name
status sendctl undo --yes
sendctl pupil chronology zoe --from 2026-11-01 --fields on_date,what
sendctl db check --fields what,severity --format csv | grep -v advice
echo "-- apologies of a parent whom nobody asked: it is no meeting with the parents"
status sendctl review record kit --kind termly --on 2026-11-19 --came "Jane Hart" --apologies Mum
sendctl report due --within 6w --format csv --fields rule,pupil | grep parent-meeting
