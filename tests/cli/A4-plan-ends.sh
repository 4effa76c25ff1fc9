# Where plans end, and where they are seen: levels, steps, the register, sheets,
# leaving, two records of one child, undo (R9, R30, R87).
sendctl init -q --today 2026-09-01 --name "Elm Park Primary" --policy stages >/dev/null
for name in Adam Kit Zoe; do
	sendctl pupil add -q --forename "$name" --surname Nowak --dob 2018-06-12 --class 3B --year 4
done
echo "-- a level that comes with a plan"
sendctl pupil level zoe C --reason "gap" --on 2026-09-14 --told 2026-09-14 2>&1 | grep plan
sendctl plan add -q zoe --adults "Mrs Lee"
sendctl pupil level zoe D --reason "no progress" --on 2026-10-05 --told 2026-10-05 --anyway "agency rung" 2>&1 | grep -i plan
sendctl target add -q zoe --target "Counts to 20" --baseline "to 10" --success "to 20"
sendctl plan agree -q zoe --by parent --by pupil
echo "-- a step that opens a plan is done by it"
sendctl concern add -q kit --concern "slow to read" --on 2026-09-07
sendctl pupil level -q kit B --reason "team" --on 2026-10-05 --told 2026-10-05 --anyway "agreed at home" --not-on-register 2>/dev/null ||
	sendctl pupil level -q kit B --reason "team" --on 2026-10-05 --told 2026-10-05 --anyway "agreed at home" --on-register no
sendctl plan add -q kit --on 2026-10-12 --by "Mrs Shah"
sendctl plan list kit --format csv --fields id,kind,review_on
sendctl concern show C1 --table steps --format csv --fields step,state,done_on | grep itp
echo "-- the register, the child's page, the class's sheet"
sendctl report register --format csv --fields name,plan,review_due
sendctl pupil show zoe --table plans --format csv
sendctl pupil show zoe --table targets --format csv
sendctl report class 3B --json | grep -o '"targets":\[[^]]*\]'
echo "-- lists"
sendctl plan list --state draft --format csv --fields id,pupil
sendctl plan list --state due --today 2026-12-10 --format csv --fields id,pupil,review_on
sendctl plan list --who lee --level d --year 4 --class 3b --kind learning-plan --format csv --fields id
sendctl plan list --as-at 2026-10-20 --format csv --fields id,state
sendctl plan list --kind SSPP
echo "-- closed by hand"
status sendctl plan close kit --reason "caught up" --on 2026-09-01
status sendctl plan close kit --reason "caught up"
status sendctl plan close PL2 --reason "again"
status sendctl plan show kit
status sendctl undo --yes
sendctl plan list kit --format csv --fields id,state
status sendctl plan remove kit --reason "wrong child"
sendctl plan list kit --all
echo "-- off the register, and undone"
status sendctl pupil level zoe off --reason "gap closed" --told today
sendctl plan list zoe --all --format csv --fields id,state,closed_on,close_reason
sendctl target list zoe --all --format csv --fields id,ended_as,ended_on
sendctl undo --yes >/dev/null 2>&1
sendctl plan list zoe --all --format csv --fields id,state
sendctl target list zoe --all --format csv --fields id,ended_as
echo "-- agreed, and undone"
sendctl plan edit -q zoe --home "read together"
sendctl plan agree -q PL3 --by parent --by pupil
sendctl undo --list | tail -n +2
sendctl undo --yes >/dev/null 2>&1
sendctl plan list zoe --all --format csv --fields id,version,state
echo "-- two records of one child"
sendctl pupil add -q --forename Zoe --surname Nowak --dob 2018-06-12 --class 3A --year 4 --anyway "twin record"
sendctl pupil level -q P4 C --reason "gap" --on 2026-09-21 --told 2026-09-21
sendctl plan add -q P4
sendctl target add -q P4 --target "Spells 20 words"
sendctl target mark -q T3 met
status sendctl pupil merge P3 P4 --yes
sendctl plan list P3 --all --format csv --fields id,pupil_id,cycle,version,state,targets,met
echo "-- leaving"
status sendctl pupil leave zoe --on 2026-11-20 --next-school "Oak Lodge"
sendctl plan list P3 --all --format csv --fields id,state,closed_on,close_reason
sendctl plan list
echo "-- and go with the file"
sendctl pupil leave P3 --pack file -q
ls file | grep plan
# No advice to this school goes with it.
grep -c "To look at" file/plan-PL1.html
status sendctl plan add P3
sendctl db check | grep -e references -e deadlines
echo "-- an agreed plan that was removed, put back"
sendctl plan list P3 --all --format csv --fields id,state,targets
status sendctl plan remove PL3 --reason "wrong child" --if-rev 9
status sendctl plan remove PL3 --reason "wrong child" -q
status sendctl undo --yes -q
sendctl plan list P3 --all --format csv --fields id,state,targets
echo "-- off the register, undone: the list has the plans that were closed with it"
sendctl pupil add -q --forename Una --surname Nowak --dob 2018-06-12 --class 3A --year 4
sendctl pupil level -q una C --reason "gap" --on 2026-09-21 --told 2026-09-21
sendctl plan add -q una
sendctl pupil level -q una off --reason "caught up" --anyway "a test"
sendctl undo --list | tail -n +2
