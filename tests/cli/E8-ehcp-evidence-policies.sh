# Evidence by the other policies: no list of its own, costed maps, agreement before a
# request, a level for extra funding (R60, R65).
. "$REPO/tests/story.sh"
Q="-q --format text --fields"
for policy in stages support-plan trust waves; do
	echo "==== $policy"
	rm -f "$SENDCTL_DB"*
	school $policy
	child
	people
	sendctl ehcp evidence zoe --fields item,strength,state,basis,cite
done

echo "==== support-plan: what it costs must be known; one word for both views"
rm -f "$SENDCTL_DB"*
day 2026-09-07
school support-plan
child
people
sendctl provision add -q --name "Talk Group" --pupil zoe --staff "Mrs Lee" --minutes 30 --days mon,wed --weeks 4 --from 2026-09-07 >/dev/null
sendctl voice add -q --audience pupil --pupil zoe --words "I like the quiet table" --on 2026-09-01 >/dev/null
day 2026-10-12
sendctl ehcp evidence zoe $Q item,state,found,newest_on,fix | grep -e interv -e costed -e '^views'
sendctl rate add -q ta 14.50 --from 2026-09-01 >/dev/null
sendctl voice add -q --audience parent --pupil zoe --words "She is happier" --on 2026-10-01 >/dev/null
sendctl ehcp evidence zoe $Q item,state,found,newest_on,fix | grep -e interv -e costed -e '^views'
day 2027-09-02
sendctl ehcp evidence zoe $Q item,state,newest_on,fix | grep '^views'

echo "==== parents who asked themselves have agreed"
sendctl ehcp request -q zoe --source parent --sent 2027-09-01 >/dev/null
sendctl ehcp evidence zoe $Q item,state,found | grep agreement

echo "==== trust: agreement before the request, and what no longer holds"
rm -f "$SENDCTL_DB"*
day 2026-09-07
school trust
child
people
sendctl consent add -q zoe --purpose ehc-request --by "Ewa O'Brien" >/dev/null
sendctl ehcp evidence zoe $Q item,state,found,fix,cite | grep agreement
sendctl consent withdraw -q CN1 --by "Ewa O'Brien"
sendctl ehcp evidence zoe $Q item,state,found,fix,cite | grep agreement
