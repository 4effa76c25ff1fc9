# What comes after the first import: the same file, another MIS, what people
# here changed meanwhile, and undo.
edit() { # a SIMS file with some children changed, from the sample
	python3 - "$DATA/mis/sims.csv" "$1" <<'PY'
import sys
lines = open(sys.argv[1], encoding="cp1252", newline="").read().split("\r\n")
lines[1] = lines[1].replace("Zo\u00eb,Zo\u00eb", "Zo\u00e9,Zo\u00e9")
lines[2] = lines[2].replace("6A", "6B")
lines[3] = lines[3].replace("N - No special educational need,,,", "K - SEN support,SLCN; MLD,03/09/2026,")
lines[4] = lines[4].replace("2B", "2A")
lines[5] = lines[5].replace(",1A,", ",1B,")
open(sys.argv[2], "w", encoding="cp1252", newline="").write("\r\n".join(lines))
PY
}
import() {
	sendctl pupil import "$@" --format csv 2>&1 | grep -v -e '->' -e 'temporary UPN' -e 'not used' -e '^Today'
}
school
pupils
echo "== the same again"
import "$DATA/mis/sims.csv"
echo "== people work on it"
sendctl pupil edit P1 --forename Zoey 2>/dev/null
sendctl pupil level P2 C --reason "gap is not closing" 2>/dev/null
sendctl pupil edit P4 --class 9Z 2>/dev/null
edit sims2.csv
echo "== the MIS has changed too"
import sims2.csv
sendctl pupil list --all --fields id,name,class,census,primary_need --format csv | grep -e '^P[1-5],' | sort
echo "== the differences stay until they are settled"
sendctl report conformance --format csv --fields pupil_id,finding,fix | grep 'differs' | sort
import sims2.csv
echo "== one of them is settled by taking theirs"
sendctl pupil edit P1 --forename Zoé 2>/dev/null
sed 's/,6A,/,6C,/' sims2.csv >sims3.csv
import sims3.csv
sendctl report conformance --format csv --fields pupil_id,finding | grep -c 'forename differs'
echo "== undone, the file can be taken in again"
sendctl undo --yes >/dev/null 2>&1
import sims3.csv
echo "== another MIS of the same school: leading zeros and blanks change nothing"
import "$DATA/mis/bromcom.csv"
sendctl db check --format csv | grep -v ',ok,' | grep -e deadline -e audit
sendctl audit verify 2>&1 | head -n 1
