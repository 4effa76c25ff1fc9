# Schools from a CSV file: each begins its file today, and wants a policy.
sendctl init -q --name "Elm Park Primary" --policy stages
printf 'name,dfe,code\nOak Road Primary,330/2101,oak\nAsh Lane Primary,3302102,ash\n' >schools.csv
status sendctl school import schools.csv
status sendctl school list --fields id,name,dfe,code
status sendctl policy use trust --school oak
status sendctl policy list --school oak --fields name,in_force,from_on --format csv
echo "-- the child says whose school it is, before its catalogue is looked up"
sendctl pupil add -q --school oak --forename Ann --surname Lee --dob 2018-01-01 --class 3A --year 3
sendctl pupil add -q --school ash --forename Bob --surname Fox --dob 2018-01-01 --class 3A --year 3
sendctl intervention add -q "Talk Boost" --minutes 20 --times 2 --weeks 6 --school oak
sendctl intervention add -q "Talk Boost" --minutes 25 --times 3 --weeks 6 --school ash
status sendctl provision add --intervention "Talk Boost" --pupil bob --staff "Mrs Lo" --from 2026-11-02
status sendctl provision add --intervention "Talk Boost" --pupil @3A
status sendctl provision add --intervention "Talk Boost" --pupil zed
sendctl report provision --pupil bob --fields id,planned_sessions --format csv
