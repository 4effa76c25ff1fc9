# Sessions in one line, a week by what was otherwise, planned against delivered (R38).
school stages
for child in Zoe:O\'Brien Sam:Reid Ali:Khan; do
	sendctl pupil add -q --forename "${child%:*}" --surname "${child#*:}" --dob 2018-03-01 --class 3B --year 3
done
sendctl term close 2026-11-11..2026-11-11 >/dev/null 2>&1
sendctl provision add -q --name "Precision Teaching" --pupil sam@3B --pupil zoe@3B --staff "Ms Ola" --minutes 10 \
	--days mon,wed --at 09:30 --weeks 6 --from 2026-11-02 >/dev/null
sendctl provision add -q --name "Lego" --pupil @3B --staff "Ms Ola" --minutes 30 --times 1 --weeks 6 --from 2026-11-09 >/dev/null
sendctl provision add -q --name "Twice" --pupil ali@3B --staff "Mr Reid" --minutes 5 --days fri,fri --from 2026-11-09 --weeks 2 >/dev/null
echo '== one'
status sendctl session log G1 --on 2026-11-04 --absent sam@3B="ill"
status sendctl session log "precision teaching" --on 2026-11-02 --minutes 15 --covered-by "Mrs Ash" --note "hall"
status sendctl session log G1 --on 2026-11-10
echo '== refused'
status sendctl session log G1 --on 2026-11-04
status sendctl session log G1 --on 2026-11-04 --at 09:30
status sendctl session log G1 --on 2026-11-11
status sendctl session log G1 --on 2026-11-07
status sendctl session log G1 --on 2026-10-07
status sendctl session log G1 --on 2026-11-25
status sendctl session log G1 --on 2026-11-18 --absent ali@3B
status sendctl session log G1 --on 2026-11-18 --absent "sam@3B on noday = ill"
status sendctl session log G1 --on 2026-11-18 --cancelled "staff = ill"
status sendctl session log G9 --on 2026-11-18
status sendctl session log --on 2026-11-18
status sendctl session log G1 --on 2026-11-18 --week 2026-11-18
echo '== a second one, and one on a closed day'
status sendctl session log G1 --on 2026-11-04 --at 13:30
status sendctl session log G1 --on 2026-11-07 --anyway "Saturday club"
status sendctl session log G3 --on 2026-11-13
status sendctl session log G3 --on 2026-11-13
status sendctl session log G3 --on 2026-11-13
echo '== a week'
status sendctl session log G1 --week 2026-11-16 --absent "@3B on mon = trip" --absent "sam@3B on mon = ill" --cancelled "wed = sports day"
status sendctl session log G1 --week 2026-11-16
status sendctl session log G1 --week 2026-11-16 --absent "sam@3B on mon = ill"
status sendctl session log G1 --week 2026-11-16 --cancelled "tue = sports day"
status sendctl session log --staff "ms ola" --from 2026-11-02 --until 2026-12-01
status sendctl session log --staff Nobody --week 2026-11-16
status sendctl session log @3B --week 2026-11-16 --cancelled "snow"
echo '== answers'
sendctl session list G1
sendctl session list --missed --from 2026-11-15 --format csv
sendctl session show SE1
sendctl provision show G1
sendctl report delivery
sendctl report delivery --pupil sam@3B --from 2026-11-09 --until 2026-11-16 --format csv
sendctl report delivery --class 3B --staff "mr reid" --json | jq -c '.rows[]'
echo '== put right'
status sendctl session edit SE1 --present sam@3B --absent zoe@3B=music --minutes 12
status sendctl session edit SE1 --present sam@3B
status sendctl session edit SE1 --absent zoe@3B
status sendctl session edit SE1 --on 2026-11-02 --at 09:30
status sendctl session edit SE1
sendctl session show SE1 --json | jq -c '.rows[0] | [.minutes, .children[]]'
status sendctl session remove SE1 --reason "another day"
status sendctl undo --yes
sendctl session show SE1 --table children --format csv
status sendctl session add G1 --on 2026-11-22
echo '== snow: what was planned is made up, for the children too'
status sendctl term close 2026-11-25..2026-11-30 --name Snow
sendctl provision list --fields id,until_on --format csv
sendctl provision show G1 --table children --fields pupil_id,until_on --format csv
status sendctl undo --yes
sendctl provision list --fields id,until_on --format csv
echo '== kept, checked, out and in again'
sendctl db check --fields what,severity,finding --format csv | grep -e '^values' -e '^deadlines'
sendctl db export all.ndjson && SENDCTL_DB=again.db sendctl db import all.ndjson && SENDCTL_DB=again.db sendctl session list G1 --format csv | wc -l
sendctl audit list P2 --format csv | grep -c absence
echo '== one of a closed day, removed and put back'
id=$(sendctl session list G1 --from 2026-11-07 --until 2026-11-08 --format csv --fields id | tail -1)
sendctl session remove -q "$id" --reason "another group"
status sendctl undo --yes
echo '== one child twice, both absent: one absence stays, and undo takes them apart'
sendctl pupil add -q --forename Zoey --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3
sendctl provision add -q --name "Paired reading" --pupil zoe@3B --pupil zoey@3B --staff "Ms Ola" --minutes 10 --days mon --from 2026-11-16 --weeks 2 >/dev/null
sendctl session log -q "paired reading" --on 2026-11-16 --absent zoe@3B=ill --absent zoey@3B=trip >/dev/null
sendctl pupil merge -q P1 P4 --yes
sendctl provision show "paired reading" --table missed --format csv
status sendctl undo --yes -q
sendctl provision show "paired reading" --table missed --format csv
echo '== a child who has died is on no sheet and in no list'
sendctl pupil edit -q P4 --died-on 2026-11-20
sendctl session sheet "paired reading" --week 2026-11-16 --format csv --fields child,mark
sendctl report delivery --format csv --fields name,provision | grep -c Zoey || true
echo '== an extra session hides no planned one; on a planned day the map and the list count alike'
sendctl provision add -q --name "Phonics" --pupil ali@3B --staff "Mr Shah" --minutes 10 --days wed --from 2026-11-02 --weeks 6 >/dev/null
sendctl session log -q phonics --on 2026-11-19
SENDCTL_TODAY=2026-11-25 sendctl report delivery --staff "Mr Shah" --format csv --fields what,planned,held,not_logged
SENDCTL_TODAY=2026-11-25 sendctl report provision --format csv --fields name,due_sessions,held_sessions | grep Phonics
SENDCTL_TODAY=2026-11-25 sendctl session log -q phonics
SENDCTL_TODAY=2026-11-25 sendctl report delivery --staff "Mr Shah" --format csv --fields what,planned,held,not_logged | tail -1
SENDCTL_TODAY=2026-11-25 sendctl report provision --format csv --fields name,due_sessions,held_sessions | grep Phonics
echo '== a name that fits several of the school is the one of the group; no such provision is said so'
sendctl pupil add -q --forename Ali --surname Other --dob 2018-03-01 --class 4A --year 4
status sendctl session log phonics --on 2026-11-20 --absent "ali = ill"
status sendctl session log phonics --on 2026-11-18 --absent "zo = ill"
status sendctl session log "Phonix" --on 2026-11-18
