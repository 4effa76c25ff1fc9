# The review of the register each term (R54): opened, each child confirmed or
# changed, closed with the analysis; what is refused.
school
child() {
	sendctl pupil add -q --forename "$1" --surname "$2" --dob 2017-05-12 --year 4 --class "$3" --admitted-on 2022-09-01 >/dev/null
}
level() {
	sendctl pupil level -q "$@" --reason "decided" --anyway "a story for a test"
}
child Ada Lowe 4A
child Ben Moss 4A
child Cai Nash 4A
child Dot Orr 4B
child Eli Park 4B
sendctl staff add -q --name "Ms Hart" --role sendco >/dev/null
level P1 C --on 2025-10-01
level P2 C --on 2025-11-03
level P4 D --on 2026-01-12
level P5 C --on 2025-03-03
sendctl pupil need -q P1 SLCN --on 2025-10-01
echo "-- before one is open"
status sendctl review register --fields id,level,since,moved,state
status sendctl review register --confirm ada
status sendctl review register --close
echo "-- opened, at the end of the autumn term"
export SENDCTL_TODAY=2026-12-10
status sendctl review register --open --by "Ms Hart"
status sendctl review register --open
sendctl pupil need -q P1 SLCN,MLD
level P2 off
level P3 C
sendctl review register
sendctl review register --format csv --names initials
echo "-- children not looked at hold it open"
status sendctl review register --close
echo "-- confirmed: a class (who is not on the register is passed over), one by name"
status sendctl review register --confirm @4B --note "support goes on"
status sendctl review register --confirm cai
status sendctl review register --confirm ben
sendctl review list P4
status sendctl review register --close --note "Cai: look again in spring"
sendctl logbook show LB1
echo "-- the same numbers, and as tables"
sendctl report movement
sendctl staff given -q all register
sendctl report given
echo "-- as a form, a block a child: confirmed, off, or a level"
export SENDCTL_TODAY=2027-01-11
sendctl review register -q --open
sendctl review schedule -q P1 P3 --kind register --on 2027-01-13
cat >"$PWD/editor" <<'X'
#!/bin/sh
sed -n '/^#   decision/p; /^== /,$p' "$1"
sed -i -e '/^== P1 /,/^$/ { s/^held_on:.*/held_on: 11 Jan 2027/; s/^decision:/decision: confirmed/; }' \
	-e '/^== P3 /,/^$/ { s/^held_on:.*/held_on: 11 Jan 2027/; s/^note:/note: caught up/; s/^decision:/decision: off/; }' "$1"
X
chmod +x editor
SENDCTL_EDITOR="$PWD/editor" status sendctl review round register P1 P3 P4 --form
sendctl review register --fields id,level,moved,state
status sendctl review record P4 --kind register --note "no word"
status sendctl review record P2 --kind register --decision confirmed
echo "-- closed in spring: its numbers begin where the last one ended"
export SENDCTL_TODAY=2027-03-19
level P4 EHC
sendctl review register
status sendctl review register --close --anyway "the rest after Easter"
sendctl logbook list --fields id,held_on,closed_on,result --format csv
