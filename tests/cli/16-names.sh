# --names initials and none: a child is not named by what somebody typed about her either,
# on the pages of one child, in lists, in parts of rows, in every format.
sendctl init -q --name "Elm Park" --policy stages >/dev/null
sendctl pupil add -q --forename Zoë --surname "O'Brien-de la Cruz" --preferred-forename Zo --middle-names "Will Anne" --dob 2018-05-12 --year 4 --class 4B >/dev/null
sendctl pupil add -q --forename May --surname Young --dob 2018-05-12 --year 4 --class 4B >/dev/null
sendctl contact add -q --name "Ewa O'Brien" --title Mrs --pupil P1 --relation PAM >/dev/null
sendctl pupil note -q P1 "Zoe's mother: \"Zoë O’Brien hides\"; ZO-O'BRIEN, zo and Mrs O'Brien will see Anne. Zoology, la, zone, Zoes" >/dev/null
sendctl pupil note -q P2 "May may be too young; Miss Young's May—Zoe helps her" >/dev/null
sendctl contact add -q --name "Duty social worker" --pupil P1 --relation SWR >/dev/null
sendctl pupil note -q P1 "Ewa and Mrs Ewa O'Brien rang the social worker, not Mr Ewart" >/dev/null
sendctl concern add -q P1 --source staff --by "Mr Dale" --concern "Zo cries" --tried "a card for Zoe = Zo liked it" >/dev/null
for names in full initials none; do
	echo "-- $names"
	sendctl note list --names $names --format csv --fields pupil,note
	sendctl pupil chronology P1 --names $names --fields what
	sendctl concern show C1 --names $names | grep -i -e "cries" -e "card"
	sendctl concern show C1 --names $names --json | grep -o '"tried":.*' | grep -o '"[a-z]*": *"[^"]*Z[^"]*"'
	sendctl pupil show P1 --names $names --table contacts --format csv --fields name,relation
	SENDCTL_NAMES=$names sendctl note list zo --format html | grep -c Zoë
done
