# policy use: what is owed before and after, refusals, a version in the past, there and back.
school stages
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --year 4 --class 4B >/dev/null
sendctl pupil add -q --forename Max --surname Khan --dob 2018-05-12 --year 4 --class 4A >/dev/null
sendctl concern add -q zoe --concern "Follows one instruction, not two" >/dev/null
sendctl concern add -q max --concern "Reads little" --due 2027-01-15 >/dev/null
sendctl pupil level -q max A --reason "new worry" --on 2026-11-22 2>/dev/null
owed() {
	sendctl report due --within 52w --fields rule,subject,due_on,owner,basis,cite --format csv "$@"
}
echo "-- before"
owed
echo "-- what cannot be"
status sendctl policy use stagse
status sendctl policy use trust --from 2026-09-01 --map A=MON
status sendctl policy use trust --from 2026-12-01
status sendctl policy use trust --from 2026-12-01 --map A=MON --map A=UNI
status sendctl policy use trust --from 2026-12-01 --map Z=MON --map A=MON
status sendctl policy use trust --from 2026-12-01 --map A=MONN
status sendctl policy use trust --from 2026-02-30 --map A=MON
echo "-- dry run: nothing is changed"
status sendctl policy use trust --from 2026-12-01 --map A=MON --dry-run
owed | cksum
sendctl policy list --fields name,from_on,until_on | head -2
echo "-- from a day to come"
status sendctl policy use trust --from 2026-12-01 --map A=MON
owed --today 2026-12-02
echo "-- what happened before keeps the policy of its time"
sendctl report register --as-at 2026-11-30 --all --fields name,level 2>/dev/null || sendctl pupil show max --as-at 2026-11-30 --fields name,level
sendctl policy show --today 2026-11-30 --fields section,code,value --format csv | sed -n 2,3p
sendctl policy show --today 2026-12-01 --fields section,code,value --format csv | sed -n 2,3p
echo "-- there and back"
status sendctl policy use stages --from 2027-01-04 --map MON=A --today 2026-12-02
status sendctl policy use trust --from 2027-02-01 --map A=MON --today 2026-12-02
sendctl policy list --fields name,source,from_on,until_on --today 2026-12-02 | head -5
sendctl db check | grep deadlines
echo "-- a version in the past, before one that is kept"
status sendctl policy use circle --from 2026-12-15 --map MON=CON --today 2027-02-02
echo "-- undone one by one: as it was"
sendctl undo --yes -q
sendctl undo --yes -q
sendctl undo --yes -q
owed
sendctl policy list --fields name,source,from_on,until_on | head -2
sendctl db check | grep deadlines
