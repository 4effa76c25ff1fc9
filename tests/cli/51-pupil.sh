# Children: added, found, changed, refused.
school
status sendctl pupil add --forename Zoë --surname "O'Brien" --dob 12/5/2018 --class 3B --year 3 --admission-number 004512 --upn q330200025001 --admitted-on 2022-09-05
status sendctl pupil add --forename Zoe --surname Smith-Jones --dob 2017-02-01 --class 4A --year 4 --from 2026-09-02 --preferred-forename Zo
status sendctl pupil add --forename Sam --surname Ash --dob 2030-01-01
status sendctl pupil add --forename Sam --surname Ash --upn Q330200025001
status sendctl pupil add --forename Sam --surname Ash --upn A330200025001
status sendctl pupil show zoe
sendctl pupil show zoe@3b
sendctl pupil show 4512 --fields id,name
sendctl pupil show "smith z" --json --fields id,name,age
status sendctl pupil show nobody
status sendctl pupil edit P2 --class 4B --from 2026-11-16
status sendctl pupil edit P2 --class 4C --from 2026-11-01
status sendctl pupil edit P2 --year 99
status sendctl pupil edit P2 --surname Jones --left-on 2026-11-20
sendctl pupil list
sendctl pupil list --all --fields id,name,class,left_on
sendctl pupil list --as-at 2026-11-20 --fields id,name,class
status sendctl pupil edit P2
status sendctl pupil remove P2 --reason "entered twice"
sendctl pupil list --all --fields id,name
