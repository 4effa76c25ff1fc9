# What --json prints is what --schema says.
have python3 && python3 -c 'import jsonschema' 2>/dev/null || { echo "python3-jsonschema is missing"; exit 1; }
school
sendctl pupil add -q --forename Zoë --surname "O'Brien" --dob 2018-02-03 --sex F --year 3 --class 3B >/dev/null
sendctl note add -q P1 "a note" >/dev/null
sendctl concern add -q P1 --source staff --by "Ms Hall" --concern "does not speak" >/dev/null
for words in "pupil list" "pupil show P1" "note list" "note show N1" "concern list" "concern show C1" "contact list" \
	"staff list" "term list" "school list" "today" "report overdue" "report due" "report register" "report conformance" \
	"report list" "policy list" "policy show" "audit list" "audit list --values" "audit verify" "audit head" "db check"; do
	# shellcheck disable=SC2086
	sendctl $words --schema >schema.json || echo "no schema: $words"
	# shellcheck disable=SC2086
	sendctl $words --json >answer.json || echo "no answer: $words"
	python3 - "$words" <<'END'
import json, sys
import jsonschema
schema, answer = json.load(open("schema.json")), json.load(open("answer.json"))
jsonschema.Draft202012Validator.check_schema(schema)
jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(answer)
assert all(list(row) for row in answer["rows"])
print("holds:", sys.argv[1], answer["schema"])
END
done
