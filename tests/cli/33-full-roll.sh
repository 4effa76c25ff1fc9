# --full-roll: who is missing has left, within reason.
import() {
	sendctl pupil import "$@" --format csv 2>said
	echo "exit $?"
	grep -v -e '->' -e 'temporary UPN' -e 'not used' -e '^Today' said
}
school
pupils
echo "== two are missing, one of them on SEN support"
sed -e 2d -e 7d "$DATA/mis/sims.csv" >two.csv
import two.csv --full-roll
sendctl pupil list --all --fields id,left_on --format csv | grep -e '^P1,' -e '^P6,' | sort
echo "== they come back"
import "$DATA/mis/sims.csv"
echo "== a file cut short"
head -n 300 "$DATA/mis/sims.csv" >cut.csv
import cut.csv --full-roll
import cut.csv --full-roll --max-left 5
import cut.csv --full-roll --max-left 200 --dry-run | head -n 3
echo "== a rejected row that is nobody we know"
{
	cat "$DATA/mis/sims.csv"
	printf '009999,A888303424393,Nobody,Known,,01/01/2020,F,Year 1,1A,,,,,,,,,,\r\n'
} >unknown.csv
import unknown.csv --full-roll --skip-invalid
echo "== the same rejected row of a child we know"
{
	sed -e 2d "$DATA/mis/sims.csv"
	printf "001000,A888303424393,O'Brien,Zo\353,,17/07/2020,F,Year 2,2B,,,,,,,,,,\r\n"
} >known.csv
import known.csv --full-roll --skip-invalid
echo "== last year's top year does not count: it has gone up and out"
sed -e '/,Year 6,/d' -e 3,14d "$DATA/mis/sims.csv" >next.csv
import next.csv --full-roll --today 2027-01-10
import next.csv --full-roll --today 2027-09-10 | head -n 4
echo "== usage"
import next.csv --max-left 3
