# db backup and db restore: whole or not at all, never over a file, the old one kept.
school
sendctl pupil add -q --forename Zoë --surname "O'Brien" --year 3 --class 3B
sendctl db backup copy.db 2>&1 | sed 's/, [0-9a-f]\{64\}/, HEAD/'
ls -l copy.db | cut -c1-10
echo "-- the copy is a records file of its own"
sendctl --db copy.db pupil list --format csv --fields id,name
status sendctl db backup copy.db
status sendctl db backup none/copy.db
status sendctl db backup --dry-run other.db 2>&1 | sed 's/, [0-9a-f]\{64\}/, HEAD/'
ls
echo "-- a change, and back"
sendctl pupil edit -q P1 --surname Changed
status sendctl db restore copy.db
sendctl pupil list --format csv --fields id,name
status sendctl db restore copy.db --yes
sendctl pupil list --format csv --fields id,name
sendctl --db records.db.before-restore-2026-11-22 pupil list --format csv --fields id,name
sendctl audit list --values --format csv --fields verb,op,noun,values --limit 1
sendctl audit verify --format csv --fields whole,entries
echo "-- again: the one kept is not written over"
sendctl db restore copy.db --yes
echo "-- what is refused"
status sendctl db restore none.db --yes
printf 'not a records file' >text
status sendctl db restore text --yes
head -c 20000 copy.db >short.db
status sendctl db restore short.db --yes
: >copy.db-wal
sendctl db restore copy.db --yes -q
echo waiting >copy.db-wal
status sendctl db restore copy.db --yes
rm copy.db-wal
echo "-- over a damaged file, and where there is none"
head -c 5000 copy.db >records.db
status sendctl pupil list
sendctl db restore copy.db --yes
sendctl pupil list --format csv --fields id,name
rm records.db
sendctl db restore copy.db --yes
sendctl pupil list --format csv --fields id,name
ls | grep -v before-restore
