# circle: tried, form, observed, strategies, the solution circle, agencies.
export SENDCTL_TODAY=2026-11-02
school circle
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --class 3B --year 3
sendctl concern add -q zoe --by "Ms Hart" --concern "Does not follow two-part instructions"
status sendctl concern observe C1 --by "Mr Lee" --note "looks to the others first"
status sendctl concern edit C1 --tried "visual timetable = helped a little"
status sendctl concern circle C1 --who "Ms Hart" --proposed "a quiet start"
status sendctl concern observe C1 --by "Mr Lee" --note "looks to the others first"
status sendctl concern strategies C1 --strategy "seat by the board"
status sendctl concern strategies C1 --strategy "seat by the board" --strategy "word mat" --due 2026-11-30
sendctl report overdue --within 52w --fields due_on,rule,owner,basis,what --format csv
export SENDCTL_TODAY=2026-11-30
status sendctl concern circle C1 --who "Ms Hart" --who "Mr Lee (TA)" --proposed "a quiet start" --proposed "a buddy" --due 2026-12-18
status sendctl concern agency C1 --note "speech and language therapy; parents agree"
sendctl concern show C1
status sendctl concern close C1 --result refer --reason "speech therapy"
sendctl concern list --all --fields id,closed_on,result --format csv
