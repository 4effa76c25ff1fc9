# What an import leaves open is settled by the SENCo: ours or theirs; and a
# value set back to what the MIS says is the MIS's again.
cat >a.csv <<'F'
UPN,Surname,Forename,DOB,Gender,Year,Class,SEN Status,SEN Need,EAL
H888303425994,Ali,Zara,12/05/2018,F,Year 4,3B,K,SLCN,Y
G888303423752,Brown,Tom,01/09/2017,M,Year 4,4 Ash,SA+,MLD,N
F
sed -e 's/Zara/Zahra/' -e 's/3B/5C/' -e 's/K,SLCN/E,"SLCN; ASD"/' -e 's/Tom/Thomas/' a.csv >a2.csv
import() {
	sendctl pupil import "$@" --format csv --fields added,changed,unchanged,kept,warnings 2>&1 |
		grep -v -e ' -> ' -e '^Today' -e '^Undo with'
}
open() {
	sendctl report conformance --format csv --fields rule,pupil_id,finding,fix | grep -e import-
}
settle() {
	status sendctl pupil settle "$@" 2>&1 | grep -v -e '^Today' -e '^Undo with'
}
school
import a.csv
sendctl pupil edit P1 --forename Sara --class 4X 2>/dev/null
sendctl pupil level P1 A --reason "doing well" --on 2026-11-20 2>/dev/null
sendctl pupil need P1 MLD --on 2026-11-20 2>/dev/null
sendctl pupil edit P2 --forename Timothy 2>/dev/null
echo "== changed here and there"
import a2.csv
open
sendctl pupil show P1 --table mis --format csv --fields field,ours,theirs
sendctl pupil show P1 --table mis --format csv --fields field,ours,theirs --names initials | sed -n 2p
echo "== which one?"
settle P1 --ours
settle P1 surname --ours
settle P1 forename
settle P2 status --theirs
echo "== settled"
settle P1 forename --theirs
settle P1 class --theirs
settle P1 status --theirs
settle P1 need --ours
settle P2 status --ours
sendctl pupil edit P2 --forename Thomas 2>/dev/null
open
settle P2 --ours
sendctl pupil list --format csv --fields id,name,class,level,census,primary_need
echo "== not asked again while the MIS says the same"
echo >>a2.csv
import a2.csv
open
echo "== what is new there is taken, or differs again"
sed -e 's/Zahra/Zarah/' -e 's/Thomas/Tomas/' -e 's/SLCN; ASD/SLCN; SPLD/' a2.csv >a3.csv
import a3.csv
open
echo "== an edit undone leaves the field to the MIS"
sendctl pupil edit P2 --surname Braun 2>/dev/null
sendctl undo --yes >/dev/null 2>&1
sed -e 's/Brown/Browne/' a3.csv >a4.csv
import a4.csv
sendctl pupil list --format csv --fields name
echo "== taken back whole: the import, and what it found"
sendctl undo --yes 2>&1 | head -n 1
sendctl undo --yes 2>&1 | head -n 1
open
sendctl audit verify 2>&1 | head -n 1
sendctl db check --format csv | grep -e deadlines -e values
