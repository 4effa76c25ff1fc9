# Every shape of the sample school comes in as its children are.
answer() {
	"$@" 2>problems
	echo "exit $?"
}
truth() { # SHAPE FILE
	echo "== $2"
	rm -f records.db*
	school
	answer sendctl pupil import "$DATA/mis/$2" --format csv
	sendctl pupil list --all --json 2>/dev/null | python3 "$REPO/tests/mis_truth.py" "$DATA/mis" "$1"
}
truth sims sims.csv
echo "the mapping:"
grep -e '->' problems
truth full arbor.csv
truth plain bromcom.csv
truth plain bromcom-tab-utf16.txt

echo "== dates of SEN support are those of the file"
python3 - "$DATA/mis/bromcom.csv" >expected <<'PY'
import csv, sys
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
    if row["SENProvisionCode"] != "N" and not row["LeavingDate"]:
        print(row["UPN"] + "," + row["SENProvisionStartDate"])
PY
sendctl pupil list --register --format csv --fields upn,since 2>/dev/null | sed 1d | sort >got
sort expected | diff - got && echo "$(wc -l <got) dates agree"
