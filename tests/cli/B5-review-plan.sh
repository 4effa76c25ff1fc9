# Reviews are planned: for a day, one in each term, as the policy asks; moved, cancelled (R50).
sendctl init -q --today 2026-09-01 --name "Harmony Academy" --policy trust >/dev/null
for name in Adam Kit Lea Zoe; do
	sendctl pupil add -q --forename "$name" --surname Nowak --dob 2018-06-12 --class 3B --year 4 >/dev/null
done
for name in Adam Kit Zoe; do
	sendctl pupil level -q "$name" TGT --reason "needs help" --on 2026-09-14 --told 2026-09-14 --anyway "plans come at the meeting"
done
sendctl pupil level -q lea MON --reason "watch" --on 2026-09-14 --told 2026-09-14 --anyway "talked about"
echo "-- when?"
status sendctl review schedule @3B --kind parents
status sendctl review schedule @3B --kind parents --on 2026-12-07 --by-policy
status sendctl review schedule @3B --kind parents --on 2026-12-07 --spread 3
status sendctl review schedule @3B --kind parents --each term --spread 0
status sendctl review schedule @3B --kind progress --by-policy
echo "-- as the policy asks, over three days; Lea is not on the register"
status sendctl review schedule @3B --kind parents --by-policy --spread 3 --by "Ms Hart"
sendctl report due --within 8w --fields due_on,rule,subject,pupil
echo "-- again: it is there"
status sendctl review schedule @3B --kind parents --by-policy
status sendctl review schedule register --kind parents --on 2026-12-05 --move
echo "-- one in each term that is left"
status sendctl review schedule register --kind termly --each term --spread 3
status sendctl review schedule zoe --kind monitoring --each half-term --dry-run
sendctl review list --waiting --from 2026-12-01 --until 2027-01-01
sendctl review list --led-by hart --class 3b --format csv --fields id,pupil,kind,planned_on,led_by
echo "-- moved and cancelled"
status sendctl review move R4 --on 2026-12-11
status sendctl review move R4 --on 2026-12-25
status sendctl review cancel R4 --reason "the family moves"
status sendctl review move R4 --on 2026-12-11
status sendctl review record R1 --on 2026-11-20 --came Mum
status sendctl review move R1 --on 2026-12-11
status sendctl review cancel R1 --reason "no"
echo "-- held early: nothing is planned for it in that term again"
status sendctl review schedule register --kind parents --by-policy --move
echo "-- late: the first school days"
status sendctl review schedule zoe --kind parents --by-policy --move --today 2027-01-10
sendctl review show R1
echo "-- a day behind us is said"
sendctl review schedule register --kind parents --on 2026-11-05 --move
