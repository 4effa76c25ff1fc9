# Who answers for a child, who was given what and read it, who is not written to (R3, R70, R76).
school circle
sendctl pupil add -q --forename Zoe --surname Nowak --dob 2018-06-12 --class 3B --year 4
sendctl pupil add -q --forename Adam --surname Nowak --dob 2018-06-12 --class 4A --year 4
sendctl staff add -q --name "Ms Hart" --role class-teacher --class 3B
sendctl staff add -q --name "Mr Lee" --role ta
sendctl staff add -q --name "Mrs Old" --role ta --until 2026-07-20
echo "-- responsible adults"
status sendctl staff assign "mr lee" zoe --role "key worker"
status sendctl staff assign ST2 @4a --from 2026-11-02 --until 2027-07-20
status sendctl staff assign "Mr Lee" zoe --role "key worker"
status sendctl staff assign "Mr Nobody" zoe
sendctl pupil list --adult "Mr Lee" --fields id,name,class
sendctl pupil list --adult "Ms Hart" --fields id --format csv
sendctl pupil show zoe --table adults --format csv
sendctl pupil show adam --table adults --format csv
status sendctl staff unassign "Mr Lee" zoe
status sendctl staff unassign "Mr Lee" zoe
sendctl pupil list --adult "Mr Lee" --fields id,name,class
echo "-- given and read"
sendctl report given
status sendctl staff given "Ms Hart" register --on 2026-11-16
sendctl report given
status sendctl staff given "ms hart" register --read 2026-11-15
status sendctl staff given "Ms Hart" register --read 2026-11-18
status sendctl staff given all register
sendctl report given
sendctl pupil profile -q zoe --strengths draws >/dev/null
status sendctl staff given "Ms Supply" profile:zoe
status sendctl staff given "Ms Hart" P99
status sendctl staff given "Ms Hart" nothing
sendctl report given --all --fields who,record,pupil,given_on,read_on,state
sendctl pupil chronology zoe --fields on_date,what
echo "-- not to be written to"
sendctl contact add -q --name "Jan Nowak" --pupil zoe --relation PAF --no-letters-why "court order"
sendctl contact add -q --name "Ewa Nowak" --pupil zoe --relation PAM --responsibility yes
sendctl contact list zoe
sendctl contact show K1 --table pupils
sendctl db check --fields what,severity --format csv
echo "-- the same name twice is said, and kept"
status sendctl staff add --name "mr LEE" --role ta
