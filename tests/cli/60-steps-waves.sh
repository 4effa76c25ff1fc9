# waves: the steps of a concern by the book, and out of order.
export SENDCTL_TODAY=2026-11-02
school waves
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --class 3B --year 3
status sendctl concern add zoe --by "Ms Hart" --concern "Does not follow two-part instructions"
status sendctl concern close C1 --result register --reason "no better"
status sendctl concern step C1 consent --who "Mrs O'Brien"
status sendctl concern step C1 form
status sendctl concern step C1 parents-met --who "Mrs O'Brien"
export SENDCTL_TODAY=2026-11-09
status sendctl concern observe C1 --by "Mr Lee" --note "looks to the others first"
status sendctl concern meet C1 --who "Mrs O'Brien" --who "Ms Hart" --who "Mr Lee" --note "hears well, shy at home too"
status sendctl concern step C1 consent
status sendctl concern step C1 consent --who "Mrs O'Brien"
sendctl consent list zoe --fields id,purpose,given_by,from_on --format csv
sendctl concern show C1 --table steps --fields step,state,done_on --format csv
sendctl report overdue --within 52w --fields due_on,rule,owner,what --format csv
status sendctl concern close C1 --result register --reason "no better"
