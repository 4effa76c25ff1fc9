# The same request twice is done once and answers the same; --if-rev refuses what has moved on.
school
sendctl pupil add --forename Zoe --surname "O'Brien" -q >/dev/null
add() {
	status sendctl concern add P1 --source staff --concern "reads late" "$@"
}
add --request-id mon-1
add --request-id mon-1
add --request-id mon-2 --json
add --request-id mon-2 --json
add --request-id trial --dry-run
add --request-id trial
sendctl concern list --format csv --fields id,concern
echo '--- --if-rev'
status sendctl concern edit C1 --wanted "a reading test" --if-rev 1
status sendctl concern edit C1 --wanted "two reading tests" --if-rev 1
status sendctl concern edit C1 --wanted "two reading tests" --if-rev 2 -q
sendctl concern show C1 --format ndjson --fields rev,wanted
