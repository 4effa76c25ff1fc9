# Wrong usage: exit 2, a guess where there is one, nothing changed.
school
sendctl pupil add --forename Zoe --surname "O'Brien" -q >/dev/null
for line in "consern list" "concern lst" "concern list --formt json" "concern list --format jsn" \
	"concern list --form" "concern list --limit" "concern list --limit x" "concern list -x" \
	"concern list --json=1" "concern show" "concern show C1 C2" "--dbb x concern list" \
	"concern add P1 --source staf --concern x" "concern add P1 --concern --source staff" \
	"concern add P1 --concern a --concern b" "concern add P1 --on 31/02/2026 --concern x" \
	"concern add P1 --due never --concern x" "pupil show P1 --dry-run" "concern remove C1" \
	"--today never today" "concern add P1 --interpreter" "staff add --name Lee --role hed"; do
	echo "\$ sendctl $line"
	status sendctl $line
done
echo '$ sendctl (unknown)'
status sendctl frobnicate
echo '--- a value may look like an option after ='
status sendctl concern add P1 --source staff --concern=--json
sendctl concern show C1 --format ndjson --fields concern
echo '--- after -- nothing is an option'
status sendctl pupil show -- --zoe
echo '--- globals anywhere, letters together'
status sendctl --format csv concern --fields id list -qv --limit 1
