# report movement (R54, R55, R80): what moved between two days, table by table,
# and the same numbers as the register as at both ends.
school
pupils
sendctl school edit -q SC1 --code elm
sendctl concern add -q P9 --concern "Loses the thread of a story" --on 2026-09-14 >/dev/null
level() {
	sendctl pupil level -q "$@" --reason "decided" --anyway "a story for a test"
}
level P43 D --on 2026-09-21
level P182 EHC --on 2026-11-09
level P345 C --on 2026-10-12
level P93 off --on 2026-10-05
level P289 off --on 2026-09-21
level P289 C --on 2026-11-16
sendctl pupil need -q P17 PMLD,PD --on 2026-10-12
sendctl pupil edit -q P194 --left-on 2026-10-23
sendctl pupil add -q --forename Kit --surname Vale --dob 2019-02-03 --year 2 --class 2A --admitted-on 2026-11-02 --sex M >/dev/null
level P413 C --on 2026-09-01 --told 2026-09-01
echo "-- since the beginning of the term"
sendctl report movement --names initials
echo "-- the register on the two days"
sendctl report register --as-at 2026-09-01 --format csv --fields id | tail -n +2 | wc -l
sendctl report register --format csv --fields id | tail -n +2 | wc -l
echo "-- one table"
sendctl report movement --table by_level --format csv
sendctl report movement --by premium --json | head -c 700
echo
sendctl report movement --table identification --format csv --fields measure,of,known,median_days
sendctl report movement --table children --format csv --names none | head -6
echo "-- other days"
sendctl report movement --from 2026-10-05 --until 2026-10-06 --by sex --table by_sex
status sendctl report movement --from 2026-11-01 --until 2026-10-01
status sendctl report movement --by class
status sendctl report movement --table by_class
echo "-- in the holidays the school year counts"
sendctl report movement --today 2027-08-10 --table by_year --format csv --fields group,start,end | head -3
echo "-- of two schools one is named"
sendctl school add -q --name "Hill Top Primary" --dfe 330/3035 --code hill --policy waves >/dev/null
status sendctl report movement --by level --table by_level
sendctl report movement --by level --table by_level --school hill --format csv
export SENDCTL_SCHOOL=elm
echo "-- a page"
sendctl report movement -o movement.html
grep -o '<p class="about">[^<]*' movement.html
grep -c "<table" movement.html
grep -o "<h[12][^>]*>[^<]*" movement.html
echo "-- who came with SEN joined too: the two counts of the term agree"
sendctl pupil add -q --forename Ola --surname Vale --dob 2019-02-03 --year 2 --class 2A --admitted-on 2026-11-02 --sex F >/dev/null
level P414 C --on 2026-09-01 --told 2026-09-01
sendctl report movement --by level --names initials | grep "when they came"
sendctl review register --open -q >/dev/null
sendctl review register --close --anyway "a story for a test" 2>&1 | grep joined
sendctl today | grep "put on the register"
