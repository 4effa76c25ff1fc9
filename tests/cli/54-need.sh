# Needs in rank order.
school
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --class 3B --year 3
status sendctl pupil need zoe slcn,MLD --on 2026-09-10
sendctl pupil level -q zoe EHC --reason "plan issued" --told today
status sendctl pupil need zoe NSA,SLCN --on 2026-10-10
status sendctl pupil need zoe ADHD
status sendctl pupil need zoe SLCN,SLCN
status sendctl pupil need zoe ASD --on 2026-09-20
status sendctl pupil need zoe ASD --on tomorrow
status sendctl pupil need zoe ASD,SLCN --specialist "Dr Wu"
sendctl pupil show zoe --table needs --format csv
status sendctl pupil need zoe none
sendctl pupil list --as-at 2026-09-15 --format csv --fields id,primary_need,secondary_need
