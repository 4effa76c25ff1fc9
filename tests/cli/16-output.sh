# Where answers go: -o whole or not at all, full disks, lost readers.
school
sendctl pupil add --forename Zoe --surname "O'Brien" -q >/dev/null
status sendctl pupil list -o list.csv --format csv --fields id,name
cat list.csv
stat -c '%a %n' list.csv
status sendctl pupil list -o list.csv --format csv --fields id
cat list.csv
echo '--- not at all'
status sendctl pupil list -o list.csv --fields nonsense
cat list.csv
status sendctl pupil list -o nowhere/list.csv
ls
echo '--- a full disk: a read failed (1), a write is done (8)'
sendctl pupil list >/dev/full; echo "exit $?"
sendctl concern add P1 --source staff --concern one >/dev/full; echo "exit $?"
sendctl --version >/dev/full; echo "exit $?"
sendctl help >/dev/full; echo "exit $?"
sendctl concern list --format csv --fields id,concern
echo '--- a reader that has gone'
{ sendctl concern add P1 --source staff --concern two; echo "exit $?" >&2; } | true
sendctl concern list --format csv --fields id,concern
echo '--- a write with --format prints the row written'
sendctl concern edit C1 --wanted help --format csv -q | cut -d, -f1,2
status sendctl concern add P1 --source staff --concern three --format ndjson --fields id,rev,concern -q -o row
cat row
