# What a level needs, what leaving asks for, and coming back (R4, R5, R9, R19).
sendctl init -q --today 2026-09-01 --name "Harmony Academy" --policy trust >/dev/null
for name in Zoe Adam; do
	sendctl pupil add -q --forename "$name" --surname Nowak --dob 2018-06-12 --class 3B --year 4
done
echo "-- one thing after another is missing"
status sendctl pupil level zoe TGT --on 2026-10-05 --reason "little progress"
sendctl pupil profile -q zoe --strengths draws >/dev/null
status sendctl pupil level zoe TGT --on 2026-10-05 --reason "little progress"
sendctl consent add -q zoe --purpose agreement --by "Ewa Nowak" --from 2026-10-05
sendctl pupil weigh -q zoe eal="no" attendance="97 %" >/dev/null
status sendctl pupil level zoe TGT --on 2026-10-05 --reason "little progress" --told 2026-10-05
echo "-- what really happened"
status sendctl pupil level adam TGT --reason "came with a plan" --anyway "arrived identified"
sendctl report conformance --fields rule,severity,pupil,finding,cite | grep -v upn-missing
echo "-- off the register"
status sendctl pupil level zoe off --reason "caught up"
sendctl report conformance --fields rule,severity,pupil,finding,fix,cite --format csv | grep exit
sendctl review record -q zoe --kind termly --parent-voice "pleased" --pupil-voice "I can read"
status sendctl pupil level zoe off --told today
sendctl report conformance --fields rule --format csv | grep -c exit
sendctl report due --within 12m --fields due_on,rule,subject,pupil,basis,what | grep watched
echo "-- and back"
status sendctl pupil level zoe TGT --reason "slipped back" --today 2027-01-12
sendctl report due --within 12m --today 2027-01-12 --fields rule,pupil --format csv | grep -c watched
sendctl report register --today 2027-01-12 --as-at 2026-11-20 --fields id,name,level,since
sendctl report register --today 2027-01-12 --fields id,name,level,since
echo "-- support-plan: the trigger"
rm -f records.db*
school support-plan
sendctl pupil add -q --forename Zoe --surname Nowak --dob 2018-06-12 --class 3B --year 4
status sendctl pupil level zoe SS --reason "at once"
