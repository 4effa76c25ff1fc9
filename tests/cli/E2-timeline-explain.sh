# How each day was reached; annual reviews and the move (domain.md 1.4, 1.7); excuses.
rows() {
	sendctl ehcp timeline "$@" --fields rule,starts_on,due_on,met_on,state,subject --format csv
}
school trust
export SENDCTL_TODAY=2026-09-10
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2016-05-12 --class 6B --year 6
sendctl ehcp add -q zoe --final 2025-12-10 --setting "Elm Park Primary"
echo "-- 1.4 and 1.7: planned back from the end of the twelve months, and from the move"
sendctl ehcp timeline zoe
rows zoe
echo "-- the meeting planned"
sendctl review schedule -q zoe --kind annual --on 2026-11-12 --anyway "no other day"
rows zoe
export SENDCTL_TODAY=2026-12-10
sendctl review record -q R1 --on 2026-11-12 --decision amend --came "Mrs O'Brien"
sendctl ehcp decision -q zoe --decision amend --review R1 --on 2026-12-10
echo "-- decided, with the amendments"
rows zoe
sendctl ehcp timeline zoe --explain
export SENDCTL_TODAY=2027-02-05
sendctl ehcp amended zoe --on 2027-02-05
echo "-- the amended plan, a day late; it names this school, and still owes the next one"
rows zoe
sendctl ehcp section -q zoe I "Elm Park Primary until July 2027; then Oak High" --label I1
rows zoe | grep phase-transfer,
for words in "Elm Park" "the elm park primary school" "Oak High"; do
	sendctl ehcp section -q zoe I "$words" --label I1
	echo "$words: $(rows zoe | grep phase-transfer,)"
done
sendctl report transfer --fields pupil,due_on,named_on,setting
sendctl report overdue --today 2027-02-15 --fields rule,due_on --format csv | grep phase || echo "nothing owed for the move"
echo "-- excuses"
sendctl pupil add -q --forename Tom --surname Ash --dob 2018-02-03 --class 3B --year 3
sendctl ehcp request -q tom --source parent --sent 2026-11-01 --received 2026-11-02
status sendctl ehcp excuse tom ehc-decision --exception appointment --reason "missed"
status sendctl ehcp excuse tom annual-review-meeting --exception personal --reason "ill"
status sendctl ehcp excuse tom nothing --exception personal --reason "ill"
status sendctl ehcp excuse tom ehc-decision --exception holiday --reason "ill"
status sendctl ehcp excuse tom ehc-school-advice --exception appointment --reason "the test was missed"
status sendctl ehcp excuse tom ehc-decision --exception personal --reason "long stay in hospital"
status sendctl ehcp excuse tom ehc-decision --exception personal --reason "long stay in hospital"
sendctl ehcp timeline tom --fields rule,due_on,state,excuse,note --format csv
sendctl report overdue --fields rule,what --format csv | grep ehc-
echo "-- only the copy of the draft is known"
sendctl ehcp draft -q tom --copy 2027-02-01
sendctl ehcp timeline tom --explain --fields rule,due_on,state,how,note --format csv
sendctl db check --format csv | grep deadlines
