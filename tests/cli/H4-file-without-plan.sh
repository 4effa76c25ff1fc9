# What tells of an EHC plan away from its own pages stays here when the plan does: the
# outcome a target serves, papers of what happened; what a family complained of goes to
# nobody (R15, R68, R73).
school waves
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3 >/dev/null
sendctl contact add -q zoe --name "Ewa Nowak" --relation mother --responsibility yes >/dev/null
sendctl ehcp add -q zoe --final 2026-01-20 --authority "Kent County Council" --setting "Oak Lodge Primary" >/dev/null
sendctl ehcp section -q zoe E "Zoe follows two spoken instructions" >/dev/null
sendctl plan add -q zoe --kind action-plan --anyway "test" >/dev/null
sendctl target add -q PL1 --target "Two steps in PE" --baseline "one" --success "two" --ehc-outcome E1 --due 2026-12-18 --anyway "test" >/dev/null
sendctl provision add -q --name "Talk Group" --pupil zoe --staff "Mrs Lee" --minutes 30 --days mon --weeks 5 --from 2026-11-02 >/dev/null
sendctl provision add -q --name "Reading" --pupil zoe --staff "Mrs Lee" --minutes 20 --days tue --weeks 5 --from 2026-11-02 >/dev/null
sendctl complaint add -q --pupil zoe --by "Ewa Nowak" --on 2026-11-09 --about "the ramp" >/dev/null
for to in EH1 MS1 O1 CM1 T1; do
	echo "paper of $to" >"$to.txt"
	sendctl pupil attach -q zoe "$to.txt" --record "$to" --title "A paper of $to" >/dev/null
done
told() {
	(cd "$1" && ls | grep -e AT -e provision -e plan-PL && grep -o -h '"target":"[^"]*"\|"outcome":[^,]*\|"ehc_outcome":[^,]*' plan-PL1.json && grep -l "spoken instructions" -- *.html)
	grep -l "paper of CM1\|the ramp" "$1"/*
}
echo "-- to the next school without the plan"
status sendctl pupil leave -q zoe --next-school "Hill Top Primary" --pack without
told without
echo "-- with it"
sendctl undo -q --yes >/dev/null
sendctl consent add -q zoe --purpose disclosure --by "Ewa Nowak" >/dev/null
status sendctl pupil leave -q zoe --next-school "Hill Top Primary" --pack with
told with
echo "-- the evidence for a request"
sendctl undo -q --yes >/dev/null
status sendctl ehcp evidence -q zoe --pack bundle
told bundle
echo "-- of a child without a case"
sendctl pupil add -q --forename Kim --surname Ash --dob 2018-09-09 --class 3B --year 3 >/dev/null
sendctl complaint add -q --pupil kim --on 2026-11-09 --about "the ramp" >/dev/null
echo "paper of CM2" >c.txt
sendctl pupil attach -q kim c.txt --record CM2 --title "About the ramp" >/dev/null
status sendctl pupil leave -q kim --next-school "Hill Top Primary" --pack kim
ls kim | grep AT
grep -l "the ramp" kim/* || :
