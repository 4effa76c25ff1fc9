# Plans and targets from a CSV, for a whole class (R30, R31).
school stages
pupils
sendctl pupil list --format csv --fields id,level | grep -c ',C$'
{
	echo 'pupil,kind,strategies,home,parent_voice'
	sendctl pupil list --format csv --fields id,level | sed -n 's/,C$//p' | head -20 | while read -r id; do
		echo "$id,Learning Plan,pre-teach five words,read together,keen to help"
	done
} >plans.csv
status sendctl plan import plans.csv
status sendctl plan list --format ndjson --fields state | sort | uniq -c
{
	echo 'pupil,target,baseline,success,who'
	sendctl plan list --format csv --fields pupil_id | sed 1d | while read -r id; do
		echo "$id,Reads 45 words,reads 12,45 of 45,Mrs Lee"
		echo "$id,Writes four sentences,two,four,Ms Hart"
	done
} >targets.csv
status sendctl target import targets.csv
status sendctl target import targets.csv
sendctl plan list --format csv --fields targets | sort | uniq -c
sendctl target list --limit 2 --format csv --fields id,plan_id,number,target,due_on
echo "-- all or none, by line"
printf 'pupil,home\nP9999,x\n' >bad.csv
status sendctl plan import bad.csv
printf 'pupil,kind\n%s,learning-plan\n' "$(sed -n 2p plans.csv | cut -d, -f1)" >bad.csv
status sendctl plan import bad.csv
printf 'pupil,hom\nP1,x\n' >bad.csv
status sendctl plan import bad.csv
printf 'plan,target,due\nPL1,Reads,2020-01-01\n' >bad.csv
status sendctl target import bad.csv
printf 'plan,target\nPL1,Reads\nPL999,Writes\n' >bad.csv
status sendctl target import bad.csv
printf 'target\nReads\n' >bad.csv
status sendctl target import bad.csv
sendctl target list --format csv --fields id | wc -l
