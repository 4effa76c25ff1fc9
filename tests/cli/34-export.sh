# What is exported comes back without a change, in the headings of every MIS.
school
sendctl pupil import -q "$DATA/mis/arbor.csv" >/dev/null 2>&1
for map in sims arbor bromcom scholarpack integris; do
	echo "== $map"
	sendctl pupil export --map $map >$map.csv
	head -n 3 $map.csv
	sendctl pupil import $map.csv --format csv 2>/dev/null
done
echo "== a map of one's own"
printf '# ours\n[columns]\nupn = Number\nsurname = Family\nforename = Given\ndob = Born\nstatus = Stage here\nneed = Why\n' >own.map
sendctl pupil export --map own.map 2>/dev/null | head -n 2
sendctl pupil export --map own.map >own.csv
status sendctl pupil import own.csv --map own.map --format csv 2>/dev/null
status sendctl pupil import own.csv
echo "== the export is in the audit"
sendctl audit list --format csv --fields verb,op,noun | grep -c 'pupil export,note,pupil'
