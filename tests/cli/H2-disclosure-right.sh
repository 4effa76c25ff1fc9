# By a right to it: who is the parent, the child, the authority, the school that is named; and
# who only sounds like them (R68).
school waves
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2008-03-01 --class 3B --year 3 >/dev/null
sendctl pupil add -q --forename Kit --surname Low --dob 2018-03-01 --class 3B --year 3 >/dev/null
sendctl pupil edit -q zoe --preferred-forename Zo --preferred-surname Nowak
sendctl contact add -q zoe --name "Ewa Nowak" --title Mrs --relation mother --responsibility yes >/dev/null
sendctl contact add -q zoe --name "Jan Nowak" --relation father --responsibility no >/dev/null
sendctl contact add -q zoe --name "Al Grey" --relation OTH >/dev/null
sendctl contact add -q kit --name "Fay Low" --relation mother --responsibility yes >/dev/null
sendctl ehcp add -q zoe --final 2026-05-20 --authority "Kent County Council" --setting "Elm Park Primary" >/dev/null
sendctl ehcp add -q kit --final 2026-05-20 >/dev/null
one() {
	status sendctl disclosure add "$1" --who "$2" --why "asked for it" --dry-run 2>&1 | grep -v "^(dry run) \(Today\|Nothing\)"
}
for who in "Ewa Nowak" "Mrs Nowak" "ewa nowak" "Ewa" "Mrs Ewa Nowak" "Mrs E Nowak" "Jan Nowak" "Al Grey" "Zo Nowak" "Zoe O'Brien" "Zo" "the local authority" "Kent County Council" "Kent" "Kent County" "East Kent County Council" "the council" "Elm Park Primary" "Elm Park" "Elm Park Primary School"; do
	echo "-- $who"
	one zoe "$who"
done
echo "== a young child, an authority that is not kept"
for who in "Kit Low" "Fay Low" "the local authority" "Birmingham"; do
	echo "-- $who"
	one kit "$who"
done
