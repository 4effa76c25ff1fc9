# Who is asked to the meetings that are no annual review: of an interim review of a plan the
# law's list too, of a transition review the policy's; without a plan nobody of the law's (R63).
for policy in circle waves trust support-plan; do
	echo "== $policy"
	export SENDCTL_TODAY=2025-09-01 SENDCTL_DB="$PWD/$policy.db"
	sendctl init -q --today 2025-09-01 --name "Elm Park" --policy $policy >/dev/null
	sendctl school edit -q --top-year 6
	sendctl pupil add -q --forename Zoe --surname Nowak --dob 2016-03-12 --class 6B --year 6 >/dev/null
	sendctl pupil add -q --forename Kit --surname Low --dob 2018-06-12 --class 3B --year 3 >/dev/null
	sendctl contact add -q --name "Ewa Nowak" --pupil zoe --relation PAM >/dev/null
	sendctl contact add -q --name "Dr Okafor" --pupil zoe --relation SWR >/dev/null
	sendctl agency add -q --name "Community paediatrics (NHS)" --professional "Dr Okafor" >/dev/null
	export SENDCTL_TODAY=2026-09-28
	sendctl ehcp add -q zoe --final 2025-12-10 --setting "Elm Park" --authority Leeds >/dev/null
	for kind in interim transition annual; do
		status sendctl review schedule zoe --kind $kind --on 2026-11-02 -q
	done
	status sendctl review schedule kit --kind interim --on 2026-11-03 -q
	for id in R1 R2 R3 R4; do
		echo "-- $(sendctl review list --format csv --fields id,kind | grep "^$id,")"
		status sendctl review invite $id --all
		sendctl review show $id --table people --fields who,role --format csv
	done
done
