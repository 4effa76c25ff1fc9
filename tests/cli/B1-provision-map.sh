# Rates by date, top-up, and the provision map with what is missing (R36, R37, R65, R66).
school
child() { # FORENAME CLASS YEAR NEED
	sendctl pupil add -q --forename "$1" --surname Reid --dob 2018-03-01 --class "$2" --year "$3" --admitted-on 2026-09-01 >/dev/null
	sendctl pupil level -q "$1" C --reason "data" --on 2026-09-07 --told 2026-09-07 --anyway test 2>/dev/null
	sendctl pupil need -q "$1" "$4" --on 2026-09-07
}
child Ali 3B 3 SLCN
child Ben 3B 3 SPLD,SEMH
child Cara 4A 4 SPLD
child Dan 4A 4 SEMH
sendctl staff add -q --name "Mrs Lee" --role ta >/dev/null
sendctl staff add -q --name "Mr Shah" --role learning-mentor >/dev/null

echo '== rates hold from a day and are not edited'
status sendctl rate list
status sendctl rate add ta 14.50 --from 2026-09-01
status sendctl rate add --kind hour --name "Teaching assistant" --pounds £15.20 --from 2026-11-09
status sendctl rate add ta 16 --from 2026-11-09
status sendctl rate add ta
status sendctl rate add ta 14.505
status sendctl rate add ta 14.50 --pounds 14.50
status sendctl rate edit RT1 --pounds 15
printf 'kind,name,pounds,from_on\nnotional,child,6000,2026-09-01\nbudget,school,52000,2026-09-01\nhour,elsa,17.02,2026-10-01\n' >rates.csv
status sendctl rate import rates.csv
printf 'kind,name,pence,from_on\nhour,,12,2026-09-01\n' >bad.csv
status sendctl rate import bad.csv
printf 'kind,name,pence,from_on\nhour,elsa,14.50,2026-11-01\n' >bad.csv
status sendctl rate import bad.csv
sendctl rate list --fields kind,name,pence,from_on --format csv >again.csv
status sendctl rate import again.csv
status sendctl rate add cleaner 11
status sendctl rate remove RT6 --reason "a slip" --yes
status sendctl rate list --as-at 2026-10-15
status sendctl rate show RT2

echo '== top-up'
status sendctl topup add dan --funding "additional funding of an SSPP" --asked-on 2026-09-14
status sendctl topup edit TU1 --granted yes --decided-on 2026-10-05
status sendctl topup edit TU1 --granted yes --decided-on 2026-10-05 --pounds 2400 --from 2026-10-05 --until 2027-09-01
status sendctl topup edit TU1 --decided-on 2026-09-01
sendctl topup list
sendctl pupil show dan --table topups
sendctl pupil show dan --fields name,level,census | head -3
sendctl pupil chronology dan --from 2026-09-10

echo '== the map'
sendctl provision add -q --name "Precision Teaching" --area cognition --wave "Wave 3" --pupil ben --pupil cara \
	--staff "Mrs Lee" --minutes 20 --days mon,wed --at 09:00 --weeks 8 --from 2026-10-05 --resources 25 >/dev/null
sendctl provision add -q --name "Talking time" --area communication --wave "Wave 2" --pupil ali --staff "Mr Shah" \
	--minutes 30 --times 1 --weeks 6 --from 2026-10-05 >/dev/null
sendctl provision add -q --name "ELSA" --area semh --wave "Wave 3" --pupil dan --staff "Mrs Lee" --role ELSA \
	--minutes 30 --days wed --at 09:10 --weeks 10 --from 2026-09-14 --funding sspp >/dev/null
sendctl session log -q G1 --from 2026-10-05 --until 2026-11-20 --absent "cara on 2026-10-07 = ill" >/dev/null
sendctl session log -q G3 --from 2026-09-14 --until 2026-10-17 >/dev/null
status sendctl report provision
status sendctl report provision --costs
status sendctl report provision --class 3B --costs --table children
status sendctl report provision @3B --year 4 --by child
status sendctl report provision --whole-school ali
status sendctl report provision --costs --by funding
status sendctl report provision --costs --by need --format csv
status sendctl report provision --costs --by class --fields key,children,planned_pence,delivered_pence
status sendctl report provision --costs --by share --fields provision,child,from_on,planned_pence,delivered_pence --names initials
status sendctl report provision --format csv --names none --fields id,names,adults,dose,held_sessions
status sendctl report provision --costs --table unpriced
status sendctl report provision --from 2026-11-09 --until 2026-11-16 --costs --by provision --fields id,planned_sessions,planned_pence,delivered_pence
status sendctl report provision --from 2026-11-09 --until 2026-11-09
status sendctl report provision --as-at 2026-10-11 --costs --by provision
status sendctl report provision --costs --json --pupil dan

echo '== on paper'
sendctl report provision --costs --names initials -o map.html --format html
sed -n '/<main/,$p' map.html
echo '== pence typed for pounds are said'
status sendctl rate add head 1450
