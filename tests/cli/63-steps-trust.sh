# trust: weighed, the SENDCo told, monitored, checked, decided.
export SENDCTL_TODAY=2026-11-02
school trust
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --class 3B --year 3
sendctl concern add -q zoe --by "Ms Hart" --concern "Does not follow two-part instructions"
status sendctl concern meet C1 --who "Mrs O'Brien" --note "hears well"
status sendctl concern step C1 weighed
status sendctl concern close C1 --result monitor --reason "watch"
status sendctl concern step C1 coordinator --by "Ms Hart"
status sendctl concern meet C1 --who "Mrs O'Brien" --note "hears well"
status sendctl concern strategies C1 --strategy "seat by the board"
status sendctl concern step C1 monitored --by "Mr Lee"
status sendctl concern strategies C1 --strategy "seat by the board"
sendctl concern show C1 --table steps --fields step,state,done_on,command --format csv
status sendctl concern close C1 --result register --reason "no better"
status sendctl concern close C1 --result refer --reason "speech therapy"
status sendctl concern close C1 --result ehc --reason "asked for"
echo "-- weighed and checked"
status sendctl pupil weigh zoe attendance="97 per cent"
status sendctl review record zoe --kind monitoring --on 2026-11-02 --decision continue --note "a little better"
sendctl concern show C1 --fields stands,next --format csv
sendctl report overdue --within 52w --fields due_on,rule,owner,what --format csv
status sendctl concern close C1 --result register --reason "no better"
