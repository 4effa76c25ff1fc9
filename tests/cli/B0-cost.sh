# What provision costs, to the penny: the example of the manual, and generated schools
# counted a second time by tests/cost.py, minute by minute (R37).
echo '== the example'
school
for name in Ali Ben Cara Dan; do
	sendctl pupil add -q --forename "$name" --surname Reid --dob 2018-03-01 --class 3B --year 3 >/dev/null
done
sendctl staff add -q --name "Mrs Lee" --role ta >/dev/null
sendctl rate add -q ta 14.50 --from 2026-09-01 >/dev/null
sendctl provision add -q --name "Precision Teaching" --pupil ali --pupil ben --pupil cara --staff "Mrs Lee" \
	--minutes 30 --days mon --at 09:00 --weeks 1 --from 2026-11-16 >/dev/null
sendctl provision add -q --name "Beside Dan" --pupil dan --staff "Mrs Lee" --minutes 20 --days mon --at 09:20 \
	--weeks 1 --from 2026-11-16 >/dev/null
sendctl session log -q G1 --on 2026-11-16 --absent ben=ill >/dev/null
sendctl session log -q G2 --on 2026-11-16 >/dev/null
money=planned_minutes,held_minutes,planned_pence,due_pence,delivered_pence
status sendctl report provision --costs --by provision --fields name,$money
status sendctl report provision --costs --by child --fields name,$money
status sendctl report provision --costs --by adult --fields key,$money
status sendctl report provision --costs --pupil ali --by adult --fields key,$money

echo '== counted twice'
counted() { # SEED FROM UNTIL
	rm -f records.db*
	cp begun.db records.db
	python3 "$REPO/tests/cost.py" generate records.db "$1"
	for pair in "2026-09-01 2027-09-01" "2026-10-01 2026-11-15"; do
		# shellcheck disable=SC2086
		set -- "$1" $pair
		sendctl report provision --costs --json --from "$2" --until "$3" >answer.json
		python3 "$REPO/tests/cost.py" compare records.db 2026-11-22 "$2" "$3" <answer.json
	done
}
rm -f records.db*
school
pupils
SENDCTL_DB=$PWD/records.db sendctl db backup -q begun.db >/dev/null
for seed in 11 12 13; do
	echo "school $seed"
	counted "$seed"
done
