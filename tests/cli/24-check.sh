# db check: whole is 0, a fault is 7; audit verify and head.
have sqlite3 || { echo "sqlite3 is missing"; exit 1; }
school
sendctl pupil add -q --forename Zoë --surname "O'Brien" --dob 2018-02-03 --sex F --year 3 --class 3B
checks() {
	status sendctl db check --format csv --fields what,severity,finding >out 2>&1
	# The disk under the test is whatever it is; the head differs from run to run.
	grep -v '^disk' out | sed 's/[0-9a-f]\{64\}/HEAD/'
}
checks
sendctl db backup -q copy.db
checks | grep backup
SENDCTL_TEST_NOW=2026-12-24T09:00:00Z checks | grep backup
echo "-- changed by other means"
sqlite3 records.db "UPDATE pupil SET sex = 'Q', dob = '2018-02-30'"
checks
sendctl audit head --format csv --fields head | sed -n 2p >head
sqlite3 records.db "UPDATE command SET who = 'someone else' WHERE id = (SELECT max(id) FROM command)"
checks | grep -e audit -e exit
status sendctl audit verify 2>&1 | grep -v '^Head'
echo "-- the end cut off: only a head kept elsewhere tells"
cp copy.db cut.db
sqlite3 cut.db "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)"
status sendctl --db cut.db audit verify 2>&1 | grep -v '^Head'
sqlite3 cut.db "UPDATE audit_head SET seq = seq - 1, h = (SELECT h FROM audit ORDER BY seq DESC LIMIT 1)"
status sendctl --db cut.db audit verify --format csv --fields whole
status sendctl --db cut.db audit verify --head "$(sendctl --db copy.db audit head --format csv --fields head | tail -n 1)" \
	--format csv --fields whole,bad_what
status sendctl --db copy.db audit verify --head "$(sendctl --db copy.db audit head --format csv --fields head | tail -n 1)" \
	--format csv --fields whole
status sendctl audit verify --head abc
