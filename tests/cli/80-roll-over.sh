# The year turns: classes by name and by map, once a year, adults asked about.
export SENDCTL_TODAY=2026-11-22
school stages
pupils
status sendctl school roll-over
export SENDCTL_TODAY=2027-07-10
status sendctl school roll-over --map Oak=Elm
status sendctl school roll-over --map 3B
status sendctl school roll-over --keep-adults --end-adults
sendctl school roll-over --dry-run
sendctl pupil edit -q P59 --class "Oak" --from 2027-07-10
sendctl pupil edit -q P164 --class "Oak" --from 2027-07-10
status sendctl school roll-over
printf '# mixed classes\nOak = Elm\n\nP164=4A\n' >classes.txt
sendctl staff add -q --name "Mrs Lee" --role ta >/dev/null
sendctl staff assign -q "Mrs Lee" P59 --role one-to-one --from 2026-11-22 >/dev/null
status sendctl school roll-over --map-file classes.txt
status sendctl school roll-over -q --map-file classes.txt --end-adults
status sendctl school roll-over --today 2027-09-10
for day in 2027-07-20 2027-09-02; do
	sendctl pupil list --today $day --search nowak --fields name,year,class --format csv
	sendctl pupil show P59 --today $day --format json | tr ',' '\n' | grep '"class"'
done
sendctl pupil show P164 --today 2027-09-02 --format json | tr ',' '\n' | grep '"class"'
sendctl report caseload --today 2027-08-31 --fields adult,children
sendctl report caseload --today 2027-09-01 --fields adult,children
sendctl report transfer --today 2027-09-02
sendctl report transfer --format csv --names none | head -3
sendctl school edit -q --top-year 2
sendctl report transfer --fields pupil_id,year,phase,due_on
sendctl undo --list | head -2
echo "-- the MIS moved everyone"
rm -f records.db
school stages
sendctl --today 2026-11-22 pupil import -q "$DATA/mis/sims.csv" >/dev/null 2>&1
sed -e 's/Year 6,6/Year 7,7/' -e 's/Year 5,5/Year 6,6/' -e 's/Year 4,4/Year 5,5/' -e 's/Year 3,3/Year 4,4/' \
	-e 's/Year 2,2/Year 3,3/' -e 's/Year 1,1/Year 2,2/' "$DATA/mis/sims.csv" | LC_ALL=C grep -v 'Year 7' >next.csv
sendctl --today 2027-09-03 pupil import next.csv 2>&1 >/dev/null | grep -e 'moved' -e phase
sendctl --today 2027-09-03 report transfer --limit 2
status sendctl --today 2027-09-10 school roll-over
echo "-- the last year group leaves before the year turns: it stays the school's last; and it is named by ids when all have moved"
rm -f records.db
school stages
sendctl --today 2027-06-01 pupil import -q "$DATA/mis/sims.csv" >/dev/null 2>&1
export SENDCTL_TODAY=2027-09-06
sendctl school roll-over --on 2027-09-01 2>&1 | grep -A1 'last year' | cut -c1-72
sendctl undo -q --yes
sendctl pupil leave -q year:6 --on 2027-07-23 2>/dev/null
sendctl school roll-over --on 2027-09-01 --dry-run 2>&1 | grep -e ' move ' -e 'last year' -e '5A'
sendctl report transfer --fields pupil_id,phase
