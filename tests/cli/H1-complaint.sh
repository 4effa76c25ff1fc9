# Complaints (R73): the policy's stages, a serious one, about no child, numbers; none
# of them in what goes on.
sendctl init -q --name "Elm Park" --policy stages --today 2026-09-01 >/dev/null
for c in "Ada Lowe" "Ben Lowe"; do
	sendctl pupil add -q --today 2026-09-01 --forename "${c% *}" --surname "${c#* }" --dob 2018-05-12 --year 4 --class 4B >/dev/null
done
sendctl pupil level -q ben EHC --reason "plan made" --on 2026-09-01 --told 2026-09-01 --anyway "the case comes later"
echo "-- informal, then formal, answered, settled"
status sendctl complaint add --pupil ada --by "Mr Lowe" --relation parent --on 2026-10-05 --due 2026-10-19 --about "Her words for the spelling group never came home"
sendctl complaint record -q ada --event met --on 2026-10-08 --who "Ms Hart, Mr Lowe"
status sendctl complaint step ada nonsense
status sendctl complaint step ada informal
status sendctl complaint step ada formal --on 2026-10-22 --note "not content"
sendctl report overdue --fields due_on,what,rule,subject
status sendctl complaint step ada informal --on 2026-10-21
status sendctl complaint record ada --event replied --on 2026-10-01
status sendctl complaint record ada --event replied --on 2026-10-30 --note "words go home each Friday"
status sendctl complaint record ada --event replied --on 2026-10-30
sendctl complaint show ada
status sendctl complaint close ada --result "words come home; content" --on 2026-11-02
status sendctl complaint close CM1 --result twice
status sendctl complaint record CM1 --event met
status sendctl complaint step CM1 informal
status sendctl complaint show ada
status sendctl complaint reopen CM1 --reason "no words in the last week"
status sendctl complaint reopen CM1 --reason again
sendctl complaint show CM1 --fields state,answer_by,answered_on,closed_on,result --json
sendctl complaint close -q CM1 --result "put right" --on 2026-11-20
echo "-- serious: the authority at once, by the policy"
status sendctl complaint add --pupil ben --by "Ms Nash" --serious yes --stage "a formal complaint by the school's Complaints Policy" --on 2026-11-20 --about "No adult of Section F for three weeks"
sendctl report overdue --fields due_on,what,rule,owner,basis,cite,subject
sendctl pupil show ben --table owed --fields due_on,what,next | head -4
status sendctl complaint record ben --event authority-told --on 2026-11-21 --who "Ms Khan, SENAR"
sendctl report overdue
echo "-- about no child: owed by the school"
status sendctl complaint add --about "no reply to two letters about the ramp" --relation governor --due 2026-11-30 --serious yes --on 2026-11-10
sendctl report overdue --within 2w --fields due_on,what,rule,pupil_id,subject
status sendctl complaint record CM3 --event replied --on 2026-11-18
sendctl report overdue --within 2w --fields due_on,what,rule,pupil_id,subject
sendctl complaint close -q CM3 --result "a ramp by Easter" --on 2026-11-19
sendctl report overdue --within 2w
sendctl report conformance --fields rule,subject,finding,fix
sendctl complaint add -q --about "the local offer is out of date" --on 2026-07-06 >/dev/null
status sendctl complaint edit CM4 --note "told the governors"
status sendctl complaint edit CM4 --stage formal
sendctl complaint remove -q CM4 --reason "of another school"
status sendctl complaint show CM4
sendctl undo -q --yes
echo "-- lists, with and without names"
sendctl complaint list
sendctl complaint list --open --from 2026-09-01 --names none --format csv
sendctl complaint list ben --fields id,stage,stage_name,formal,serious,authority_told_on,rev --json
echo "-- numbers of the school year, and of another time"
sendctl report complaints
sendctl report complaints --from 2025-09-01 --until 2026-09-01 --format csv
sendctl report complaints --table by_about --format csv
sendctl report complaints --json | head -20
status sendctl report complaints --from 2026-12-01
echo "-- in the chronology only when all is asked for; in nothing that goes on"
sendctl pupil chronology ada
sendctl pupil chronology ada --all
sendctl complaint add -q --pupil ben --serious yes --about "owed, and on no class sheet" >/dev/null
sendctl report class 4B | grep -ci complaint
sendctl pupil leave -q ada --next-school "Oak Lodge" --on 2026-11-20 --pack pack
ls pack | grep -c html
grep -ril "spelling group\|complain" pack
echo "-- refused"
status sendctl complaint add
status sendctl complaint add --about x --due 2026-01-01
status sendctl complaint add --about x --stage serious
status sendctl complaint add --about x --on 2027-01-01
status sendctl complaint record CM2 --event shouted
status sendctl complaint step CM9 formal
status sendctl complaint close CM2 --result x --on 2027-01-01
status sendctl complaint close CM2 --result x --on 2026-11-01
status sendctl complaint record CM2 --event met --if-rev 7
echo "-- from a file"
printf 'raised_on,about,stage,serious\n2026-10-01,"no answer, twice",formal,yes\n' >c.csv
status sendctl complaint import c.csv
printf 'raised_on,about\n2026-10-01,no stage\n' >d.csv
status sendctl complaint import d.csv
sendctl db check | tail -2
echo "-- serious, of a child with a case: whom to ring; told once, it is not asked for again"
sendctl pupil add -q --surname Low --forename Kit --dob 2018-03-01 --class 3B --year 3 >/dev/null
sendctl ehcp add kit --final 2025-12-10 --authority Birmingham --officer "J. Singh" --officer-contact "0121 496 0000" -q >/dev/null
status sendctl complaint add --pupil kit --about "no help at lunch" --serious yes
sendctl complaint record kit --event authority-told --who "J. Singh" -q
status sendctl complaint step kit formal
echo "-- a policy without stages: the school's own words"
export SENDCTL_DB="$PWD/other.db"
sendctl init -q --name Other --policy support-plan >/dev/null
status sendctl complaint add --about "the door is heavy" --serious yes
status sendctl complaint step CM1 Formal
sendctl complaint show CM1
