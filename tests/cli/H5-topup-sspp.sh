# Extra funding: asked, evidence, granted with its level, spent, reviewed, refused (R65, R66).
. "$REPO/tests/story.sh"
day 2026-09-07
school stages
child
people
sendctl pupil add -q --forename Sam --surname Reid --dob 2018-03-01 --class 4B --year 4 --admitted-on 2022-09-05 >/dev/null
sendctl rate add -q ta 15.00 --from 2026-09-01 >/dev/null
sendctl pupil level -q zoe D --reason "two agencies, slow progress" --told 2026-09-07 --anyway test >/dev/null
Q="-q --format text --fields"
echo "-- asked"
act topup add zoe --funding "additional funding of an SSPP" --asked-on 2026-09-07
act topup evidence zoe
status sendctl topup evidence TU1 --exit-code --fields item,state >/dev/null
sendctl agency add -q --name "Educational Psychology Service" --code EPS >/dev/null
sendctl agency add -q --name "Speech and language therapy" --code SLT >/dev/null
sendctl consent add -q zoe --purpose inclusion-referral --by "Ewa O'Brien" >/dev/null
sendctl consent add -q zoe --purpose agency --by "Ewa O'Brien" >/dev/null
sendctl consent add -q zoe --purpose sspp --by "Ewa O'Brien" >/dev/null
sendctl referral add -q zoe --agency EPS --reason "slow" --sent-on 2026-09-07 >/dev/null
sendctl referral add -q zoe --agency SLT --reason "slow" --sent-on 2026-09-07 >/dev/null
day 2026-09-28
sendctl referral mark -q RF1 --accepted 2026-09-14 --seen 2026-09-21
sendctl topup evidence TU1 $Q item,strength,state,found,fix | grep -e ^agenc -e ^agree
sendctl referral mark -q RF2 --accepted 2026-09-14 --seen 2026-09-22 --report 2026-09-28 --advice "small group"
sendctl topup evidence TU1 $Q item,strength,state,found,fix,cite | grep -e ^agenc -e ^agree
sendctl topup show TU1 | sed '/^Evidence/,$d'

echo "-- decided: what must be said"
status sendctl topup decide zoe --granted maybe
status sendctl topup decide zoe --granted no
status sendctl topup decide zoe --granted no --reason "too early" --pounds 100
status sendctl topup decide zoe --granted yes
status sendctl topup decide zoe --granted yes --pounds 2400
status sendctl topup decide zoe --granted yes --pounds lots --from 2026-10-05
status sendctl topup decide zoe --granted yes --pounds 2400 --from 2026-10-05 --until 2026-10-01
status sendctl topup decide zoe --granted yes --pounds 2400 --from 2026-10-05 --on 2026-12-01
status sendctl topup decide sam --granted yes --pounds 2400 --from 2026-10-05
status sendctl topup decide TU9 --granted yes --pounds 2400 --from 2026-10-05
day 2026-10-12
act topup decide zoe --granted yes --pounds 2400 --from 2026-10-05 --until 2027-10-05
status sendctl topup decide zoe --granted yes --pounds 2400 --from 2026-10-05
status sendctl topup decide TU1 --granted no --reason "changed their minds"
sendctl pupil list --register --fields name,level,census
act pupil level zoe SSPP --reason "granted" --on 2026-10-05 --told 2026-10-12 --anyway test
sendctl pupil list --register --fields name,level,census
sendctl report conformance --fields rule,finding,fix | grep -e topup || echo "nothing of it falls short"

echo "-- spent"
sendctl provision add -q --name "Talk Group" --pupil zoe --staff "Mrs Lee" --minutes 30 --days mon,wed --weeks 5 --from 2026-10-12 --funding sspp >/dev/null
sendctl provision add -q --name "Reading" --pupil zoe --staff "Mrs Lee" --minutes 20 --days tue --weeks 5 --from 2026-10-12 >/dev/null
day 2026-10-23
sendctl session log -q G1 --from 2026-10-12 --until 2026-10-23
sendctl topup show TU1 | sed '/^Evidence/,$d'
sendctl topup show zoe --json | python3 -c '
import json, sys
r = json.load(sys.stdin)["rows"][0]
print({k: r[k] for k in r if k.endswith("_pence")}, len(r["evidence"]))'

echo "-- its review is owed; a review of the child from four weeks before it meets it"
sendctl report overdue --within 60w --fields due_on,rule,owner,basis,what,fix | grep -e topup
day 2027-09-06
sendctl review record -q zoe --kind interim --on 2027-09-06 --came "Mrs O'Brien" --decision continue >/dev/null
sendctl report overdue --within 60w --fields due_on,rule | grep topup
day 2027-09-07
sendctl review record -q zoe --kind interim --on 2027-09-07 --came "Mrs O'Brien" --decision continue >/dev/null
sendctl report overdue --within 60w --fields due_on,rule | grep topup || echo "met"
sendctl undo -q --yes
day 2027-10-06
sendctl report overdue --fields due_on,days,rule | grep topup
sendctl report conformance --fields severity,rule,finding,fix | grep -e topup

echo "-- asked again, and refused: why is kept"
act topup add zoe --funding sspp --asked-on 2027-10-06
sendctl report conformance --fields severity,rule,finding,fix | grep -e topup
day 2027-11-01
act topup decide zoe --granted no --reason "the panel asks for an EHC assessment" --on 2027-10-25
sendctl topup show TU2 | sed '/^Evidence/,$d'
sendctl topup list zoe --fields id,funding,decided_on,granted,pence,note
sendctl pupil chronology zoe --fields on_date,what | grep funding

echo "-- granted of another kind: no level of the policy goes with it; a review nobody named"
act topup add sam --funding high-needs --asked-on 2027-10-06
act topup decide sam --granted yes --pounds 1000 --from 2027-10-11 --on 2027-10-25
act topup evidence TU3 --fields item,state
status sendctl topup evidence P9
sendctl pupil add -q --forename Ali --surname Khan --dob 2018-03-01 --class 4B --year 4 >/dev/null
status sendctl topup evidence ali
echo "-- the level stays when that is said, or the money begins later"
act topup add ali --funding sspp --asked-on 2027-10-06
act topup decide ali --granted yes --pounds 500 --from 2027-10-11 --keep-level
act topup add sam --funding sspp --asked-on 2027-10-06
act topup decide sam --granted yes --pounds 500 --from 2028-01-03 --review-on 2028-06-30
echo "-- typed twice; and the page is what its schema says"
status sendctl topup add sam --funding sspp --asked-on 2027-11-01 -q
status sendctl topup add sam --funding sspp --asked-on 2027-11-01
sendctl topup show TU1 --schema | jq -c '.properties.rows.items.properties.evidence.items.required'
sendctl topup show TU1 --json | jq -c '.rows[0].evidence[0] | keys_unsorted'
