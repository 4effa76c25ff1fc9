# A plan from draft to its third version and second cycle: nothing is overwritten
# (R30, R31, R32, R34, R42).
sendctl init -q --today 2026-09-01 --name "Elm Park Primary" --policy stages >/dev/null
sendctl pupil add -q --forename Zoe --surname Nowak --dob 2018-06-12 --class 3B --year 3
sendctl contact add -q --name "Ewa Nowak" --pupil P1 --relation PAM
echo "-- no plan for a child at no level"
status sendctl plan add zoe
sendctl pupil level -q zoe C --reason "gap in reading" --on 2026-09-07 --told 2026-09-07
echo "-- the kind and the date for review are the policy's"
status sendctl plan add zoe --kind weekly
status sendctl plan add zoe --kind ITP
status sendctl plan add zoe --on 2026-09-14 --by "Ms Hart" --strategy "Pre-teach five words each Monday" --home "Talk about the week's words"
status sendctl plan add zoe
status sendctl target add zoe --target "Reads the first 45 words at sight" --baseline "reads 12" --success "45 of 45 in two checks" --measure "word list" --who "Mrs Lee"
status sendctl target add PL1 --target "Writes four sentences with full stops" --baseline "one or two" --success "four, three days running" --measure "in her book" --who "Ms Hart" --due 2026-11-27
status sendctl plan add zoe --anyway "again" -q
echo "-- who agrees is the policy's"
status sendctl plan agree zoe --by "Ms Hart"
status sendctl plan agree zoe --by "Mrs Nowak" --by Zoe --on 2026-09-18 -q
sendctl plan show zoe --format csv --fields id,state,agreed_on,agreed_by,signed_on
status sendctl plan agree zoe --by "Mrs Nowak"
status sendctl plan agree PL1 --by "Mrs Nowak" --signed --on 2026-09-25
echo "-- an agreed plan is changed by a new version"
status sendctl --today 2026-10-05 plan edit zoe --parent-voice "She reads to her brother" --parent-voice-on 2026-10-02
sendctl plan list zoe --format csv --fields id,version,state,targets
status sendctl target edit T4 --who "Mrs Shah" -q
status sendctl target mark T1 partly --on 2026-10-09 --note "30 of 45" -q
status sendctl plan renew zoe --keep-all
status sendctl plan agree zoe --by parent="Ewa Nowak" --by child --on 2026-10-16 -q
sendctl plan list zoe --all --format csv --fields id,version,state,closed_on,close_reason
sendctl target list zoe --all --format csv --fields id,plan_id,who,result,ended_as,ended_on,before_id
sendctl target list --unmet --class 3B --who shah --format csv --fields id,target
status sendctl plan edit PL1 --home "nothing"
status sendctl target edit T1 --who "nobody"
echo "-- how targets went"
status sendctl target mark T3 met --on 2026-11-20 --by "Ms Hart" --note "45 of 45 twice" --voice "I know them all"
status sendctl target mark T4 -1 --pupil-mark "3 of 5"
status sendctl target mark T4 nearly
status sendctl target mark T4
status sendctl target mark T4 --voice "My hand hurts" -q
status sendctl target mark T1 met
echo "-- the next cycle"
status sendctl plan renew zoe
status sendctl plan renew zoe --keep T9
status sendctl plan renew zoe --keep T4 --drop T4
status sendctl plan renew zoe --change "T4=Writes four sentences that a friend can read" --by "Ms Hart"
status sendctl plan renew zoe --keep-all
sendctl target edit T5 --success "four, read aloud by a friend" -q
sendctl target add -q zoe --target "Tells a story in order" --baseline "one event" --success "three events" --measure "recording" --who "Ms Hart"
echo "-- the old one stands until the new one is agreed"
sendctl plan list zoe --format csv --fields id,cycle,version,state
sendctl target list zoe --format csv --fields id,plan_id,target
status sendctl plan agree PL3 --by "Ewa Nowak" --by Zoe -q
sendctl plan list zoe --all --format csv --fields id,cycle,version,state,targets,met,closed_on,close_reason
sendctl target show T5 --format text
sendctl plan show zoe
sendctl plan show PL2 --table marks --format csv
echo "-- no contacts yet: a title and the child's surname is a parent, but not of the staff; it is said"
sendctl pupil add -q --forename Ben --surname Reid --dob 2018-03-02 --class 3B --year 3
sendctl staff add -q --name "Mrs Kay Reid" --role ta
sendctl pupil level -q ben C --reason "gap in number" --on 2026-09-07 --told 2026-09-07
sendctl plan add -q ben --on 2026-09-14
sendctl target add -q ben --target "Counts on from ten" --baseline "from one" --success "from ten"
status sendctl plan agree ben --by "Mrs Reid" --by Ben 2>&1 | head -n 2
status sendctl plan agree ben --by "Mr Reid" --by pupil 2>&1 | head -n 2
echo "-- the draft of the next cycle is told wherever the plan in force is shown"
sendctl plan renew zoe --keep-all -q
sendctl plan show zoe | grep 'next cycle'
status sendctl plan print zoe -o zoe.html
sendctl review register -q --open
sendctl review register --format csv --fields id,plan
echo "-- a short target due long after the plan's review is said"
status sendctl plan show zoe --format csv --fields id,state,review_on
status sendctl target add zoe --target "Counts in tens to 200" --baseline "to 50" --success "to 200" --measure "on paper" --who "Ms Hart" --due 2027-11-30
echo "-- on paper the child has a name"
sendctl plan print ben -o ben.html -q
grep -o 'Agreed on [^<]*' ben.html
