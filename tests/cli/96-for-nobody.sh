# --for with a name nobody bears says so: an empty page is not "nothing to do".
school trust
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3
sendctl staff add -q --name "Ms Okafor" --role class-teacher --class 3B
sendctl pupil level -q zoe MON --reason "a first worry"
status sendctl report due --for "Okafor"
status sendctl report due --for "SENDCo" --fields rule,owner
status sendctl today --for "Okafor"
status sendctl today --for "Ms Okafor" --format csv --fields what
status sendctl report overdue --for Nobody -q
