# The local authority's list of the term's reviews against ours (R63; Code 9.172).
export SENDCTL_TODAY=2025-09-01
sendctl init -q --today 2025-09-01 --name "Elm Park" --policy waves >/dev/null
for one in "Zoe Nowak 2016-03-12 6B 6" "Kit Low 2018-06-12 3B 3" "Ada Reed 2018-02-01 3B 3" "Max Reed 2018-02-01 3B 3" "Ann Lee 2017-05-05 4A 4"; do
	set -- $one
	sendctl pupil add -q --forename "$1" --surname "$2" --dob "$3" --class "$4" --year "$5" >/dev/null
done
export SENDCTL_TODAY=2026-12-14
plan() {
	sendctl ehcp add -q "$1" --final "$2" --setting "Elm Park" --authority Birmingham >/dev/null
}
plan zoe 2026-01-20
plan ada 2026-03-02
plan ann 2026-02-11
sendctl review schedule -q zoe --kind annual --on 2026-12-16
sendctl pupil leave -q ann --on 2026-12-11 2>/dev/null
echo "-- clean: a title above, headings in any order, days as they write them"
printf '%s\n' "Annual reviews due in the spring term" "School,Annual review due by,Child's name,Date of birth,Officer" \
	'Elm Park,19/01/2027,"Nowak, Zoe",12/03/2016,J Field' 'Elm Park,2 March 2027,Ada REED,01/02/2018,J Field' >clean.csv
status sendctl ehcp reconcile clean.csv --exit-code
echo "-- differences"
cat >list.csv <<'L'
Elm Park: reviews due
,,
First name,Last name,DOB,Date of plan,Review due date
Zoe,Nowak,12/03/16,,20 Feb 2027
Zoe,Nowak,12/03/16,,20 Jan 2027
Kit,Low,12/06/2018,,1/2/27
Ann,Lee,05/05/2017,,10/02/2027
Bo,Gone,01/01/2017,,10/02/2027
Bad,Day,01/01/2017,,31/02/2027
,,,,01/02/2027
L
status sendctl ehcp reconcile list.csv --exit-code
sendctl ehcp reconcile list.csv --format csv
sendctl ehcp reconcile list.csv --json --fields state,line,pupil_id,due_theirs,due_ours,planned_on,what,fix --limit 2
echo "-- ours alone is of the term: of the summer term all that is due before it ends"
status sendctl ehcp reconcile clean.csv --term 2027-05-04 --fields state,pupil
status sendctl ehcp reconcile clean.csv --term 2026-10-01 --fields state,pupil
printf 'UPN,Due\nB999999999999,01/12/2026\n' >one.csv
status sendctl ehcp reconcile one.csv --term 2026-10-01 --fields state,pupil,due_ours
status sendctl ehcp reconcile one.csv --term 2027-05-04 --fields state,pupil,due_ours
echo "-- by UPN, by the last review or the plan"
sendctl pupil edit -q P1 --upn A123456789012
printf 'UPN,Last review\nA123456789012,20/01/2026\nA123456789012,21/01/2026\n' >upn.csv
status sendctl ehcp reconcile upn.csv --fields state,line,what
printf 'UPN,DOB,Plan issued\nA123456789012,12/03/2016,19/01/2026\na123456789012,13/03/2016,20/01/2026\nB999999999999,,\n' >plan.csv
status sendctl ehcp reconcile plan.csv --fields state,line,what
echo "-- kept that it came, once; late"
status sendctl ehcp reconcile clean.csv --save --on 2026-12-22
status sendctl ehcp reconcile clean.csv --save --on 2026-12-11 --dry-run -q
status sendctl ehcp reconcile clean.csv --save --on 2026-12-11
status sendctl ehcp reconcile clean.csv --save --on 2026-12-11
export SENDCTL_TODAY=2027-01-08
status sendctl ehcp reconcile clean.csv --save
sendctl pupil chronology zoe --format csv | grep -c "list of the term"
echo "-- what is no such list"
printf 'Name,Class\nZoe,6B\n' >bad.csv
status sendctl ehcp reconcile bad.csv
: >empty.csv
status sendctl ehcp reconcile empty.csv
for i in 1 2 3 4 5 6 7 8 9 10 11; do echo "x,$i"; done >long.csv
status sendctl ehcp reconcile long.csv
status sendctl ehcp reconcile none.csv
printf 'UPN,Due\n"open' >quote.csv
status sendctl ehcp reconcile quote.csv
printf 'DOB,Name,Due\n01/02/2018,Reed,01/02/2027\n01/02/2018,"Reed,",01/02/2027\n' >two.csv
status sendctl ehcp reconcile two.csv --fields state,line,what
