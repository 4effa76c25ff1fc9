# What the steps of a concern refuse, and how to go on.
export SENDCTL_TODAY=2026-11-20
school circle
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --class 3B --year 3
sendctl concern add -q zoe --by "Ms Hart" --concern "Does not follow instructions" --tried "timetable" --on 2026-11-02
echo "-- dates"
status sendctl concern observe C1 --by "Mr Lee" --note x --on 2026-11-21
status sendctl concern observe C1 --by "Mr Lee" --note x --on 2026-11-01
status sendctl concern observe C1 --by "Mr Lee" --note x --on 2026-11-10 --due 2026-11-09
sendctl concern observe -q C1 --by "Mr Lee" --note x --on 2026-11-10
status sendctl concern strategies C1 --strategy y --due 2026-11-30 --on 2026-11-09
echo "-- words"
status sendctl concern observe C1 --note x
status sendctl concern strategies C1
status sendctl concern circle C1 --who "Ms Hart"
status sendctl concern step C1 dancing
status sendctl concern step C1 strategies
status sendctl concern step C1 register
status sendctl concern step C9 observe
echo "-- anyway"
status sendctl concern circle C1 --who "Ms Hart" --proposed "a buddy" --anyway "the circle met first"
sendctl report conformance --format csv --fields rule,severity,finding | grep passed-by
echo "-- closing"
status sendctl concern close C1 --result resolved --reason better --level SS
status sendctl concern close C1 --result register --reason worse --level CON
status sendctl concern close C1 --result resolved --reason better --on 2026-11-21
status sendctl concern close C1 --result monitor --reason "watch until half term" --on 2026-11-19
status sendctl concern observe C1 --by "Mr Lee" --note x
echo "-- back to monitoring needs a new concern"
sendctl concern reopen -q C1 --reason "once more" --on 2026-11-19
sendctl pupil level -q zoe off --reason "caught up" --told 2026-11-20
status sendctl concern close C1 --result monitor --reason "watch again"
sendctl concern add -q zoe --concern "Something new" >/dev/null
status sendctl concern close C2 --result monitor --reason "watch again"
echo "-- a child who has left"
sendctl pupil edit -q zoe --left-on 2026-11-13
status sendctl concern observe C1 --by "Mr Lee" --note x
