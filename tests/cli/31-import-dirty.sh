# A file with all the dirt of domain.md 5.3: what is rejected is just what must be.
answer() {
	"$@" 2>problems
	echo "exit $?"
}
school
answer sendctl pupil import "$DATA/mis/dirty.csv" --rejects rejects.csv --format csv
tail -n 3 problems
sendctl pupil list --all --json | grep -c '"id"'
echo "== with --skip-invalid"
answer sendctl pupil import "$DATA/mis/dirty.csv" --rejects rejects.csv --skip-invalid --format csv
python3 - rejects.csv "$DATA/mis/dirty.expected.csv" <<'PY'
import csv, sys
got = [(row["row"], row["reason"]) for row in csv.DictReader(open(sys.argv[1], newline=""))]
want = [(row["data_row"], row["reason"]) for row in csv.DictReader(open(sys.argv[2], newline=""))]
print("rejects as expected" if got == want else (set(got) ^ set(want)))
PY
head -n 2 rejects.csv
ls -l rejects.csv | cut -c1-10
sendctl pupil list --all --json | python3 "$REPO/tests/mis_truth.py" "$DATA/mis" dirty
echo "== what was said"
grep -v 'temporary UPN\|13 characters\|check letter\|no such date' problems | sed "s|$DATA/||"
echo "== again: rejects make it read again, and nothing changes"
answer sendctl pupil import "$DATA/mis/dirty.csv" --skip-invalid --format csv
