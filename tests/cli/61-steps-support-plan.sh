# support-plan: quality first teaching, a trigger, the parents, the register.
export SENDCTL_TODAY=2026-11-02
school support-plan
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --class 3B --year 3
sendctl concern add -q zoe --by "Ms Hart" --concern "Does not follow two-part instructions"
sendctl report overdue --within 52w --fields due_on,rule,owner,basis,what --format csv
status sendctl concern step C1 trigger --note "little progress over two terms"
status sendctl concern step C1 quality-first --note "seat, visual timetable, pre-teaching"
status sendctl concern step C1 trigger --note "little progress over two terms"
status sendctl concern close C1 --result register --reason "trigger met"
status sendctl concern meet C1 --who "Mrs O'Brien" --note "told, in writing too"
status sendctl concern observe C1 --by "Mr Lee" --note "in PE"
status sendctl concern agency C1 --note "speech and language therapy"
sendctl concern show C1 --table steps --fields step,state,done_on --format csv
status sendctl concern close C1 --result register --reason "trigger met"
