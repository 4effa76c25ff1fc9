# A first import of many children: indexes filled afterwards are there, and used.
have sqlite3 || { echo "sqlite3 is missing"; exit 1; }
indexes() { sqlite3 "$1" "SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name"; }
quiet() { "$@" >out 2>&1 || cat out; }
python3 "$REPO/tests/bench/gen.py" 4000 >many.csv
school
indexes records.db >before
quiet sendctl pupil import many.csv --map sims
indexes records.db | diff before - && echo "the same indexes"
sqlite3 records.db "SELECT count(*) FROM pupil INDEXED BY pupil_sort; SELECT count(*) FROM pupil INDEXED BY pupil_number
	WHERE admission_number IS NOT NULL; SELECT count(*) FROM enrolment INDEXED BY enrolment_class WHERE class IS NOT NULL"
sqlite3 records.db "SELECT 'P' || id FROM pupil ORDER BY sort_key || '', id" >order
sendctl pupil list --all --format csv --fields id 2>/dev/null | sed 1d | cmp - order && echo "in order"
sendctl db check --format csv --fields what,severity | grep -e integrity -e references -e audit -e deadlines
sendctl audit verify --format csv --fields whole
echo "-- children without a UPN are looked for by name: the indexes are made when the first comes"
sed -e '1001s/^[^,]*,/,/' -e '3000s/^[^,]*,/,/' many.csv >some.csv
rm -f records.db*
school
quiet sendctl pupil import some.csv --map sims
indexes records.db | diff before - && echo "the same indexes"
sendctl pupil list --json | jq '[.rows[] | select(.upn == null)] | length'
quiet sendctl pupil import some.csv --map sims
sendctl db check --format csv --fields what,severity | grep -e integrity -e references -e audit
echo "-- a number twice, or a dry run: nothing is left"
rm -f records.db*
school
quiet sendctl pupil import many.csv --map sims --dry-run
indexes records.db | diff before - && echo "the same indexes"
sed -e '2000s/^[^,]*/NOTAUPN/' many.csv >bad.csv
sendctl pupil import bad.csv --map sims >out 2>&1
echo "exit $?"
indexes records.db | diff before - && echo "the same indexes"
sqlite3 records.db "SELECT count(*) FROM pupil"
