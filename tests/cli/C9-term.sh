# A SENCo's last week of the autumn term at Elm Park: the register reviewed,
# what moved, views gathered, the logbook, and what goes to whom.
school
pupils
sendctl staff add -q --name "Ms Hart" --role sendco >/dev/null
sendctl staff add -q --name "Mr Lee" --role class-teacher --class 1A >/dev/null
sendctl staff add -q --name "Mrs Okoye" --role head >/dev/null
quiet() {
	sendctl "$@" 2>&1 >/dev/null | grep -v '^Today is\|^Undo with\|^  ' || :
}
echo "-- Monday: the review of the register is opened"
export SENDCTL_TODAY=2026-12-14
status sendctl review register --open --by "Ms Hart" -q
sendctl review register --fields id,class,level,since,needs,moved,state --limit 6
echo "-- class by class with the teachers: most stay as they are"
for class in 1A 1B 2A 2B 3A 3B 4A 4B; do
	quiet review register --confirm "@$class" --by "Ms Hart"
done
echo "-- some do not"
quiet pupil level P301 D --reason "no progress in two cycles" --on 2026-12-15 --told 2026-12-15 --today 2026-12-15 --anyway "advice is on its way"
quiet pupil level P145 off --reason "caught up; watched" --today 2026-12-15
quiet pupil need P320 SPLD,SLCN --specialist "Dr Shah" --today 2026-12-15
quiet pupil leave P266 --on 2026-12-15 --next-school "Hill Top Primary" --today 2026-12-15
echo "-- Wednesday: too early to close, then all are looked at"
export SENDCTL_TODAY=2026-12-16
status sendctl review register --close
quiet review register --confirm register --note "as before"
echo "-- views: parents' evening on paper, pupils in class, staff by an online form"
quiet voice add --set parents --pupil P182 --answer told=yes --answer heard=partly --words "More notice of meetings"
quiet voice add --set pupils --pupil P182 --answer safe=yes --answer easier=sometimes
{
	echo "Timestamp,Email,I know the needs of the children with SEND I teach.,targets,strategies,Comments"
	for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "15/12/2026 15:0$((i % 10)),t$i@example.org,yes,yes,partly,"; done
	for i in 1 2 3 4 5 6; do echo "15/12/2026 16:0$i,u$i@example.org,yes,partly,no,Time to read the plans"; done
	echo "15/12/2026 16:30,v@example.org,partly,no,no,"
} >staff.csv
quiet voice import staff.csv --set staff
sendctl report views --table answers --audience staff
sendctl report views --table voices --names initials --format csv --fields on,audience,pupil,words | head -4
echo "-- Thursday: closed, with the numbers"
export SENDCTL_TODAY=2026-12-17
sendctl review register --close --note "three to look at again in January"
sendctl report movement --table by_level
sendctl report movement --table children --format csv --fields on,what,pupil_id,from,to,why | tail -5
echo "-- the register goes to all staff, and the governor hears of it"
quiet staff given all register
quiet staff given "Mr Lee" register --read 2026-12-17
sendctl report given
quiet logbook add governor --who "Mrs Okoye" --note "went through the term's movement"
quiet logbook add "teaching assistants" --planned-on 2027-01-11
sendctl logbook list --fields id,kind,planned_on,held_on,closed_on,who
echo "-- a pupil's file says so"
sendctl pupil chronology P182 --from 2026-12-01
sendctl audit verify | head -1
sendctl db check --format csv --fields what,severity | grep "fault\|deadlines"
