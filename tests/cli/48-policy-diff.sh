# policy diff: shipped names, files, the version in force.
echo "-- before there is a records file"
status sendctl policy diff stages stages
status sendctl policy diff in-force stages
status sendctl policy diff stages nowhere
sed -e 's/"n": 6, "from": "raised"/"n": 8, "from": "raised"/' -e '/"code": "disability"/d' \
	-e 's/"review_date": "2026-09-01"/"review_date": "2027-09-01"/' \
	-e 's/{"code": "paired", /{"code": "peers", "name": "peer tutoring", "cite": "6.2"},\n    {"code": "paired", /' \
	"$REPO/lib/data/policies/stages.json" >ours.json
echo "-- a policy that was changed"
sendctl policy diff stages ours.json
sendctl policy diff stages ours.json --format csv
sendctl policy diff ours.json stages --fields section,code,field,a,b --format csv | sed -n 2p
echo "-- the version in force"
school ours.json
status sendctl policy diff in-force ours.json
sendctl policy diff in-force stages --format csv | wc -l
sendctl policy diff ours stages --format csv | wc -l
echo "-- two of the five, on 80 columns"
script -qec "stty cols 80; $SENDCTL policy diff support-plan circle" /dev/null </dev/null | tr -d '\r' | head -60
