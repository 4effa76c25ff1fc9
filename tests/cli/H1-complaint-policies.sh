# Complaints (R73) under other policies: signposts, the authority told of formal ones or
# of all; two schools; a child with two open.
sendctl init -q --name "Elm Park" --policy trust --today 2026-09-01 >/dev/null
sendctl pupil add -q --today 2026-09-01 --forename Ada --surname Lowe --dob 2018-05-12 --year 4 --class 4B >/dev/null
echo "-- the Trust's: SENDIASS where it speaks of complaints"
status sendctl complaint add --pupil ada --about "no reading book for a month" --on 2026-11-02 --due 2026-11-09
status sendctl complaint step CM1 trust --on 2026-11-10 --due 2026-11-09
status sendctl complaint step CM1 trust --on 2026-11-10 --due 2026-11-27
sendctl report overdue
sendctl complaint step -q CM1 academy --on 2026-11-11
sendctl complaint show CM1 --fields stage,formal,answer_by,state --format csv
sendctl complaint list ada --open --today 2026-12-01 --fields id,state
sendctl complaint add -q --pupil ada --about "nor a second one" >/dev/null
status sendctl complaint close ada --result x
status sendctl complaint add --about "tried only" --formal yes --dry-run
status sendctl complaint record CM1 --event authority-told --format json
status sendctl complaint edit CM1 --serious yes --answer-by 2026-12-04
status sendctl complaint edit CM1 --due 2026-12-04
echo "-- a removed one takes its steps with it, of a child and of none"
sendctl complaint add -q --about "of nobody" >/dev/null
sendctl complaint record -q CM3 --event met
sendctl complaint remove -q CM1 --reason "entered twice"
sendctl complaint remove -q CM3 --reason "entered twice"
status sendctl complaint record CM3 --event met
sendctl pupil chronology ada --all --fields on_date,what,record --format csv
sendctl report complaints --format csv
echo "-- two schools"
sendctl school add -q --name "Oak Hill" --dfe 888/3036 --policy circle >/dev/null
status sendctl complaint add --about "whose?"
status sendctl complaint add --about "the hall" --school 888/3036 --stage policy
sendctl complaint list --school 888/3036 --fields id,stage_name
sendctl complaint list --fields id,stage_name
echo "-- the authority told of formal ones; of all"
for when in formal always; do
	export SENDCTL_DB="$PWD/$when.db"
	sed "s/\"formal\": true/\"formal\": true, \"tell_authority\": \"$when\"/" "$REPO/lib/data/policies/waves.json" >$when.json
	sendctl init -q --name Ash --policy ./$when.json >/dev/null
	sendctl complaint add -q --about "the noise" --on 2026-11-20 >/dev/null
	sendctl report overdue --within 1d --fields due_on,rule,cite --format csv
	status sendctl complaint step CM1 head --on 2026-11-20
	sendctl report overdue --within 1d --fields due_on,rule,cite --format csv
done
sed 's/"formal": true/"tell_authority": "loudly"/' "$REPO/lib/data/policies/waves.json" >bad.json
status sendctl policy check ./bad.json
