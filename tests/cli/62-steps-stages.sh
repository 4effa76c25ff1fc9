# stages: six weeks of Stage A, once more with a reason, the referral, the register.
export SENDCTL_TODAY=2026-11-02
school stages
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --class 3B --year 3
sendctl concern add -q zoe --by "Ms Hart" --concern "Does not follow two-part instructions"
due() { sendctl report overdue --within 52w --fields due_on,rule,owner,cite,what --format csv; }
due
status sendctl concern strategies C1 --strategy "visual timetable"
status sendctl concern strategies C1 --strategy "visual timetable" --due 2026-12-14
status sendctl concern step C1 causes --note "no bereavement, no bullying; speaks English at home"
status sendctl concern meet C1 --came "Mrs O'Brien" --note "hears well"
status sendctl concern meet C1 --who "Mrs O'Brien" --note "hears well"
due
export SENDCTL_TODAY=2026-12-14
status sendctl concern strategies C1 --strategy "word mat"
status sendctl concern strategies C1 --due 2027-01-25
status sendctl concern edit C1 --due 2027-01-25
status sendctl concern strategies C1 --due 2027-01-25 --reason "better in part: once more"
due
export SENDCTL_TODAY=2027-01-25
status sendctl concern strategies C1 --due 2027-03-08 --reason "and again"
status sendctl concern step C1 referral --by "Ms Hart"
status sendctl concern step C1 consent --who "Mrs O'Brien"
status sendctl concern step C1 referral --by "Ms Hart"
due
status sendctl concern observe C1 --by "Mr Lee" --note "recommends precision teaching" --due 2027-02-12
sendctl concern show C1 --table steps --fields step,state,done_on --format csv
due
status sendctl concern close C1 --result register --reason "no better"
