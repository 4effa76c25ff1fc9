# Every answer prints as text, JSON, NDJSON, CSV and HTML; columns, order, rows, names.
school
sendctl pupil add -q --forename Zoë --surname "O'Brien" --dob 2018-02-03 --sex F --year 3 --class 3B --upn H801200001001
sendctl pupil add -q --forename Ali --surname Khan --dob 2016-11-30 --sex M --year 5 --class 5A
sendctl pupil add -q --forename "Mary Jane" --surname "van der Berg" --dob 2021-05-01 --year R --class RQ
sendctl note add -q P1 '=1+1, he said "look"' --by "Ms Hall"
sendctl note add -q P2 "first line
second line" --by "+44 20"
for f in text json ndjson csv; do
	echo "-- $f"
	sendctl note list --format $f
done
echo "-- raw, with a byte order mark"
sendctl note list --format csv --raw --bom --fields id,note,noted_by | od -c | sed -n 1,2p
echo "-- html"
sendctl note list --format html >list.html
sed -n '/<main/,$p' list.html
grep -c '<script' list.html
echo "-- fields, sort, limit"
sendctl pupil list --fields name,id --sort -name
sendctl pupil list --fields id,year --sort year --limit 2 --format csv
sendctl pupil list --fields id,dob --sort -dob --format csv
echo "-- names"
sendctl pupil list --names initials --format csv --fields id,upn,forename,surname,name
sendctl pupil list --names none --format ndjson --fields id,upn,name
SENDCTL_NAMES=initials sendctl note list --fields id,pupil,noted_by
echo "-- from the environment, for reads"
SENDCTL_FORMAT=ndjson sendctl pupil list --fields id
echo "-- slips"
status sendctl pupil list --fields id,nmae
status sendctl pupil list --sort clas
status sendctl pupil list --table need
status sendctl pupil list --format xml
echo "-- into a file"
sendctl pupil list --json -o out.json
ls -l out.json | cut -c1-10
sed -n 1p out.json
echo "-- the disk is full"
sendctl pupil list --json >/dev/full || echo "exit $?"
