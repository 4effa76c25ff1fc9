# Monitoring: entered, checked, left one way or the other, and back only with a new concern (R6).
sendctl init -q --today 2026-09-01 --name "Harmony Academy" --policy trust >/dev/null
for name in Zoe Adam Kit; do
	sendctl pupil add -q --forename "$name" --surname Nowak --dob 2018-06-12 --class 3B --year 4
	sendctl concern add -q "$name" --concern "slow to read" --on 2026-09-07
done
echo "-- by hand"
status sendctl pupil level zoe MON --reason "watch" --on 2026-09-14 --told 2026-09-14
sendctl pupil level -q adam MON --reason "watch" --on 2026-09-14 --told 2026-09-14
sendctl pupil level -q kit MON --reason "watch" --on 2026-11-02
sendctl pupil list --monitored --fields id,name,level,census,on_register,since
sendctl report overdue --today 2026-10-24 --fields due_on,rule,pupil,basis,cite,what
echo "-- a check"
status sendctl review record zoe --on 2026-10-12
status sendctl review record zoe --on tomorrow --decision continue
status sendctl review record zoe --on 2026-09-01 --decision continue
status sendctl review record zoe --on 2026-10-12 --decision nowhere
status sendctl review record zoe --on 2026-10-12 --came "Ms Hart" --came "Mr Lee" --note "a little better" --decision continue --due 2026-12-07
sendctl report due --within 12m --fields due_on,rule,subject,pupil,basis,what,fix --format csv | grep monitoring
echo "-- the last one ends it"
status sendctl review record zoe --on 2026-11-16 --decision continue
status sendctl review record zoe --on 2026-11-16 --decision off --note "caught up"
sendctl pupil show zoe --table register --format csv --fields id,level,from_on,until_on,reason
status sendctl review record zoe --decision continue
echo "-- back only with a new concern"
status sendctl pupil level zoe MON --reason "again"
sendctl concern add -q zoe --concern "slipped back"
status sendctl pupil level zoe MON --reason "again"
echo "-- up to the register from a check"
status sendctl review record adam --on 2026-11-20 --decision TGT --note "no progress"
status sendctl review record adam --on 2026-11-20 --decision TGT --note "no progress" --anyway "profile and agreement come at the meeting"
sendctl pupil list --register --fields id,name,level,census,since
echo "-- planned"
status sendctl review schedule monitored --kind monitoring --on 2026-12-07 --by "Ms Hart"
status sendctl review record R4 --on 2026-11-21 --decision continue
status sendctl review record R4 --on 2026-11-21 --decision continue
sendctl review list
sendctl review list --waiting --format csv --fields id,pupil,kind,planned_on,state
sendctl report conformance --fields rule,severity,pupil,finding,cite | grep -v upn-missing
sendctl pupil chronology zoe --fields on_date,what --from 2026-09-02
sendctl db check --fields what,severity --format csv
