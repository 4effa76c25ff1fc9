# Days that cross (R61, R63, R67): the clock, and what `review` says of it, agree.  By hand:
#   plan Thu 15 Jan 2026: twelve months to Thu 14 Jan 2027, meeting by 17 Dec 2026.
#   known Fri 27 Nov of the move: 15 working days beginning with it, Thu 17 Dec; transferred
#     Fri 18 Dec: parents told by Fri 29 Jan 2027; review by the later of 14 Jan and three
#     months beginning with 18 Dec, Wed 17 Mar; its meeting four weeks before, Wed 17 Feb.
school
on() {
	SENDCTL_TODAY=$1
	export SENDCTL_TODAY
	shift
	"$@"
}
clock() { sendctl ehcp timeline "$1" --format csv --fields rule,starts_on,due_on,met_on,state | grep -E "$2"; }
child() { sendctl pupil add -q --forename "$1" --surname Orr --dob 2018-10-15 --year "$2" --class "$3" >/dev/null; }
export SENDCTL_TODAY=2026-01-15
child Di 2 2A
sendctl ehcp add P1 -q --final 2026-01-15 >/dev/null
echo "-- moved to another authority: its months, not the twelve"
on 2026-12-01 sendctl ehcp moved P1 -q --on 2026-11-27 --authority Manchester
on 2026-12-20 sendctl ehcp moved P1 -q --transferred 2026-12-18
clock P1 "moved|annual-review-(c|m)"
status sendctl review schedule P1 --kind annual --on 2027-02-17
status sendctl review move R1 --on 2027-02-18
on 2027-02-10 status sendctl review record R1 --on 2027-02-10 --decision maintain
on 2027-03-17 sendctl ehcp decision P1 -q --decision maintain --on 2027-03-17
clock P1 "moved|annual-review-(c|m)"
echo "-- final before the parents' fifteen days were over: served 24 Jun, they end 8 Jul"
on 2026-03-04 child Ada 3 3B
sendctl ehcp request P2 -q --source parent --sent 2026-03-02 --received 2026-03-04 >/dev/null
on 2026-04-15 sendctl ehcp decision P2 -q --decision assess --on 2026-04-15
on 2026-06-25 sendctl ehcp draft P2 -q --served 2026-06-24
on 2026-07-08 sendctl ehcp final P2 -q --on 2026-07-08 --setting "Elm Park Primary"
clock P2 "draft-f"
sendctl ehcp timeline P2 | tail -2
echo "-- the adviser asked on the last day but one: the month from the certificate is to come"
on 2026-03-02 child Ben 3 3B
sendctl ehcp request P3 -q --source parent --sent 2026-02-27 --received 2026-03-02 >/dev/null
on 2026-04-13 sendctl ehcp decision P3 -q --decision refuse --on 2026-04-13
sendctl appeal add P3 -q --against refuse-assess >/dev/null
on 2026-06-12 sendctl appeal mediation AP1 -q --contacted 2026-06-12 --asked 2026-06-12
on 2026-06-14 sendctl ehcp timeline P3 | sed -n '/ppeal/p'
on 2026-07-03 sendctl appeal mediation AP1 -q --held 2026-07-01 --certificate 2026-07-03
clock P3 "appeal|mediation"
on 2026-08-04 clock P3 appeal || echo "its time is over"
echo "-- an appeal against the end of the plan: not made, the window stays; won, the plan is kept"
on 2025-12-10 child Cy 3 3B
sendctl ehcp add P4 -q --final 2025-12-10 >/dev/null
on 2026-11-02 sendctl review record P4 -q --kind annual --on 2026-11-02 --decision cease
on 2026-11-30 sendctl ehcp decision P4 -q --decision cease --on 2026-11-30
on 2026-12-14 sendctl appeal add P4 -q --against cease >/dev/null
sendctl appeal close AP2 -q --result not-made
status sendctl ehcp cease P4 --on 2026-12-14 --why 2
on 2027-01-20 sendctl appeal add P4 -q --against cease >/dev/null
sendctl appeal mediation AP3 -q --contacted 2027-01-20 --declined 2027-01-20 --certificate 2027-01-20
sendctl appeal send AP3 -q --on 2027-01-20
on 2027-03-10 status sendctl ehcp cease P4 --on 2027-03-10 --why 2
sendctl appeal order AP3 -q --on 2027-03-10 --result maintain
sendctl appeal close AP3 -q --result upheld
status sendctl ehcp cease P4 --on 2027-03-10 --why 2
echo "-- decided again: its own window, two months from Wed 10 Nov 2027 to Mon 10 Jan 2028; dismissed, it can end"
on 2027-11-01 sendctl review record P4 -q --kind annual --on 2027-11-01 --decision cease
on 2027-11-10 sendctl ehcp decision P4 -q --decision cease --on 2027-11-10
on 2028-01-10 status sendctl ehcp cease P4 --on 2028-01-10 --why 2
sendctl appeal add P4 -q --against cease >/dev/null
sendctl appeal send AP4 -q --on 2028-01-10
sendctl appeal order AP4 -q --on 2028-01-10 --result dismissed
sendctl appeal close AP4 -q --result dismissed
status sendctl ehcp cease P4 --on 2028-01-10 --why 2
echo "-- asked to assess again, refused Tue 17 Mar; not opposed Mon 1 Jun: ten weeks 10 Aug, fourteen 7 Sep"
on 2025-12-10 child Ed 2 2A
sendctl ehcp add P5 -q --final 2025-12-10 >/dev/null
on 2026-03-02 sendctl ehcp event P5 -q reassess-asked --on 2026-03-02
on 2026-03-17 sendctl ehcp decision P5 -q --decision refuse --on 2026-03-17
on 2026-04-01 sendctl appeal add P5 -q --against refuse-reassess >/dev/null
sendctl appeal mediation AP5 -q --contacted 2026-04-01 --declined 2026-04-01 --certificate 2026-04-01
sendctl appeal send AP5 -q --on 2026-04-01
on 2026-06-01 sendctl appeal unopposed AP5 -q --on 2026-06-01 --result assess
on 2026-06-10 status sendctl ehcp decision P5 --decision assess --on 2026-06-10
status sendctl ehcp decision P5 --decision assess --on 2026-06-10
clock P5 "reassess|unopposed"
