# Did an intervention work: gain, spread, result, time and cost; nothing where few were measured (R41).
school
for i in 1 2 3 4 5 6; do
	sendctl pupil add -q --forename "Child$i" --surname Reid --dob 2018-03-01 --class 3B --year 3 >/dev/null
done
sendctl staff add -q --name "Mrs Lee" --role ta >/dev/null
sendctl rate add -q ta 12 --from 2026-09-01 >/dev/null
status sendctl report impact
sendctl intervention add -q "Reading Recovery" --minutes 30 --times 2 --weeks 4 >/dev/null
sendctl provision add -q --intervention "Reading Recovery" --pupil @3B --staff "Mrs Lee" --from 2026-09-07 >/dev/null
sendctl provision add -q --name "Talking time" --pupil P1 --pupil P2 --pupil P3 --staff "Mrs Lee" --minutes 10 --times 1 \
	--weeks 4 --from 2026-09-07 >/dev/null
sendctl session log -q G1 --from 2026-09-07 --until 2026-10-10 >/dev/null
measure() { # PROVISION PUPIL ENTRY EXIT
	sendctl provision measure -q "$1" "$2" --entry "$3" --exit "$4" >/dev/null || echo "measure $2 $3 $4"
}
measure G1 P1 7:02 7:09
measure G1 P2 6:11 7:01
measure G1 P3 7:00 7:12
measure G1 P4 6:06 6:10
measure G1 P5 8:00 7:11
measure G1 P6 6:00 6:11
measure G2 P1 10 14
measure G2 P2 "3 of 20" "11 of 20"
measure G2 P3 low 12
sendctl provision evaluate -q G1 --evaluation "worth it" --result P1=+1 --result P2=0 --result P3=0 --result P4=+2 \
	--result P5=-1 --result P6=+1 >/dev/null
status sendctl report impact
status sendctl report impact --intervention "reading recovery"
status sendctl report impact --intervention Yoga
status sendctl report impact --from 2026-09-07 --until 2026-09-15 --fields name,children,minutes_a_child,pence_a_child
status sendctl report impact --table children --format csv --names initials
status sendctl report impact --json --fields name,children,measured,median_gain,unit,low_quartile,high_quartile,least_gain,most_gain,not_measured,not_comparable,few
status sendctl report impact --until 2026-09-01 --from 2026-10-01
echo '== one child five times is one child: nothing is said'
for day in 2026-09-07 2026-09-14 2026-09-21 2026-09-28 2026-10-05; do
	g=$(sendctl provision add -q --name Phonics --pupil P5 --staff "Mrs Lee" --minutes 20 --times 1 --weeks 1 --from "$day")
	sendctl session log -q "$g" --from "$day" --until 2026-10-17 --absent P5=ill >/dev/null
	measure "$g" P5 10 12
done
echo '== all paid for, none of it time of the child'
sendctl report impact --fields name,children,times,measured,median_gain,unit,minutes_a_child,pence_a_child,few,said --format csv | grep -e name -e Phonics
