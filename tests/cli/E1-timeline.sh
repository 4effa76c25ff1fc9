# The worked dates of domain.md 1.1, 1.3, 1.4, 1.7 and 1.8 in the timeline.
rows() {
	sendctl ehcp timeline "$@" --fields rule,starts_on,due_on,met_on,state --format csv
}
due() {
	sendctl report overdue --within 60w --fields due_on,days,rule,subject,owner,basis,cite,what --format csv
}
school stages
export SENDCTL_TODAY=2026-03-01
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2017-05-12 --class 4B --year 4
sendctl pupil add -q --forename Tom --surname Ash --dob 2018-02-03 --class 3B --year 3
status sendctl ehcp timeline zoe
echo "-- 1.1: the receipt is not known"
sendctl ehcp request -q zoe --source parent --sent 2026-02-27
sendctl ehcp timeline zoe --fields rule,due_on,state,note --format csv
export SENDCTL_TODAY=2026-04-14
sendctl ehcp received -q zoe --on 2026-03-02
echo "-- the day after the decision was due"
sendctl ehcp timeline zoe
due
sendctl ehcp decision -q zoe --decision assess --on 2026-04-14
export SENDCTL_TODAY=2026-06-16
sendctl ehcp draft -q zoe --served 2026-06-15
echo "-- the draft is served"
rows zoe
export SENDCTL_TODAY=2026-07-20
sendctl ehcp final -q zoe --on 2026-07-20 --setting "Elm Park Primary" --keep-level
echo "-- the final plan, on its last day"
rows zoe
sendctl ehcp timeline zoe --json | tail -1 | cut -c1-200
echo "-- 1.3: asked for advice a week before the school closed for six weeks"
sendctl term add -q --kind closed --name "summer" --from 2026-07-22 --until 2026-09-02
export SENDCTL_TODAY=2026-07-16
sendctl ehcp request -q tom --source school --sent 2026-06-12 --received 2026-06-15 --anyway "asked at the meeting"
sendctl ehcp advice -q tom --asked 2026-07-15
export SENDCTL_TODAY=2026-11-22
sendctl ehcp timeline tom --fields rule,due_on,state,excuse --format csv
due | grep -e ehc-final-plan
echo "-- 1.8: two months from the notice of the contents; unused it is nobody's lateness"
rows zoe
sendctl ehcp timeline zoe --all --fields rule,due_on,met_on,state,note --format csv | grep -e appeal -e mediation
sendctl db check --format csv | grep deadlines
