# The authority's list as it should not be, and a child of whom two things are true: known by
# another name, dead, left, without a case, a plan that ended (R63).
export SENDCTL_TODAY=2025-09-01
sendctl init -q --today 2025-09-01 --name "Elm Park" --policy waves >/dev/null
n=0
for one in "Zoe Nowak 2016-03-12 6B 6" "Ada Reed 2018-02-01 3B 3" "Max Reed 2018-02-01 3B 3" "Ann Lee 2017-05-05 4A 4" "Bea Moss 2017-06-05 4A 4" "Cy Moss 2017-06-05 4A 4"; do
	set -- $one
	n=$((n + 1))
	sendctl pupil add -q --forename "$1" --surname "$2" --dob "$3" --class "$4" --year "$5" >/dev/null
done
sendctl pupil edit -q ada --preferred-forename Addy --preferred-surname Quill
export SENDCTL_TODAY=2026-12-14
for one in zoe ada ann bea; do
	sendctl ehcp add -q $one --final 2026-02-20 --setting "Elm Park" --authority Birmingham >/dev/null
done
sendctl ehcp cease -q bea --on 2026-12-14 --why "left England"
sendctl pupil leave -q ann --on 2026-12-11 2>/dev/null
echo "-- by the name the child is called; a first name cut short; a day of birth that is not ours"
cat >list.csv <<'L'
Child's name,Date of birth,Date of plan,Last review,Review due date
Addy Quill,01/02/2018,,,19/02/2027
"Quill, A",01/02/2018,,,19/02/2027
"Nowak, Zo",12/03/2016,20/02/2026,20/02/2026,
Zoe Nowak,12/03/2016,01/03/2026,,
Zoe Nowak,12/03/2016,20/02/2026,01/12/2026,
Zoe Nowak,13/03/2016,,,19/02/2027
Max Reed,01/02/2018,,,19/02/2027
Bea Moss,05/06/2017,,,19/02/2027
Ann Lee,05/05/2017,,,19/02/2027
Moss,05/06/2017,,,19/02/2027
,05/06/2017,,,19/02/2027
L
status sendctl ehcp reconcile list.csv --format csv --fields line,state,pupil,what,fix
echo "-- lists that are none"
printf 'a,b\n1,2\n' >none.csv
status sendctl ehcp reconcile none.csv
printf "Child's name,Date of birth\nZoe Nowak,12/03/2016\n" >nodue.csv
status sendctl ehcp reconcile nodue.csv
printf "Child's name,Review due date\nZoe Nowak,19/02/2027\n" >nodob.csv
status sendctl ehcp reconcile nodob.csv
printf "Date of birth,Review due date,Review due date\n12/03/2016,19/02/2027,1\n" >noname.csv
status sendctl ehcp reconcile noname.csv
: >empty.csv
status sendctl ehcp reconcile empty.csv
status sendctl ehcp reconcile missing.csv
printf "Surname,Forename,Date of birth,Review due date\nNowak,,12/03/2016,19/02/2027\nNowak,Zoe,12/03/2016\nReed,Q,01/02/2018,19/02/2027\n" >short.csv
status sendctl ehcp reconcile short.csv --format csv --fields line,state,pupil,what
echo "-- a name with a blank for its sign, and other headings"
sendctl pupil add -q --forename Eve --surname "O'Brien-Shaw" --dob 2018-07-17 --class 3B --year 3 >/dev/null
sendctl ehcp add -q eve --final 2026-02-20 --setting "Elm Park" --authority Birmingham >/dev/null
for heading in 'AR due by' 'Date AR due' 'Next AR' 'AR date'; do
	printf 'Pupil Name;D.O.B.;%s\n"O BRIEN SHAW, Eve";17-Jul-2018;19.02.27\n' "$heading" >words.csv
	sendctl ehcp reconcile words.csv --format csv --fields state,pupil,class 2>&1 | sed -n 2p
done
