# --dry-run: the same path rolled back; says so, prints no id.
school
sendctl pupil add --forename Zoe --surname "O'Brien" -q >/dev/null
cp records.db before.db
status sendctl concern add P1 --source staff --concern "reads late" --due +6w --dry-run
status sendctl concern add P1 --source staff --concern "reads late" --dry-run --json
status sendctl pupil edit P1 --forename Zoey --dry-run
status sendctl pupil remove P1 --reason "a mistake" --dry-run
status sendctl staff add --name "Mrs Lee" --role sendco --dry-run
status sendctl concern add P1 --source staff --concern "reads late" --on 2099-01-01 --dry-run
sendctl concern list --format ndjson
cmp before.db records.db && echo "the file is as it was"
