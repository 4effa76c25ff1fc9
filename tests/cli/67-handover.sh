# A concern handed to the DSL: nothing of the substance stays, in no byte of the file.
school stages
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --class 3B --year 3
long=$(printf 'XYZZY%.0s ' $(seq 1 900))
i=0; while [ $i -lt 12 ]; do
	sendctl concern add -q P1 --concern "Another worry, $i: $(printf 'no%.0s ' $(seq 1 300))" >/dev/null; i=$((i + 1))
done
sendctl concern add -q P1 --request-id r1 --format json --by "Ms Hart" --role TA --area semh --concern "$long" \
	--tried "XYZZY = XYZZY" --wanted XYZZY --teacher-view XYZZY --causes XYZZY --involved XYZZY --on 2026-11-02 >/dev/null
sendctl concern strategies -q C13 --strategy XYZZY --note XYZZY --due 2026-12-14 --on 2026-11-03
sendctl concern strategies -q C13 --due 2026-12-18 --reason XYZZY --on 2026-11-10
sendctl concern meet -q C13 --who "Mr XYZZY" --note "$long"
sendctl concern step -q C13 referral --note XYZZY --anyway "XYZZY said yes"
printf 'XYZZY\n' >letter.txt
sendctl pupil attach -q P1 letter.txt --title XYZZY --record C13 >/dev/null
rm letter.txt
sendctl pupil note -q P1 "XYZZY $long" --record C13 >/dev/null
sendctl concern close -q C13 --result monitor --reason XYZZY --anyway "XYZZY was sure"
sendctl concern reopen -q C13 --reason XYZZY
bytes() { cat records.db* | grep -c XYZZY | sed 's/^[1-9].*/found/'; }
bytes
echo "-- asks first"
status sendctl concern handover C13 --who "Mrs Shah"
status sendctl concern handover C13
status sendctl concern handover C13 --who "Mrs Shah" --yes --on 2026-11-01
status sendctl concern handover C13 --who "Mrs Shah" --dry-run
bytes
status sendctl concern handover C13 --who "Mrs Shah" --yes
bytes
sendctl db export all.ndjson && grep -c XYZZY all.ndjson
ls records.db*
sendctl audit verify | grep -v Head
sendctl db check --fields what,severity --format csv | grep -v advice
sendctl concern show C13
sendctl report conformance --format csv --fields rule,finding | grep -e XYZZY -e erased
echo "-- it stays so"
status sendctl undo --yes
status sendctl concern reopen C13 --reason "back"
status sendctl concern step C13 causes --note x
status sendctl concern edit C13 --wanted x
status sendctl concern close C13 --result resolved --reason x
status sendctl concern handover C13 --who "Mrs Shah" --yes
status sendctl concern add P1 --request-id r1 --concern x
sendctl audit verify | grep Whole
