# A child with an EHC plan leaves, and one comes with one: the case, the file for the next
# school with the plan and without, whom to tell (R15, R68, R69).
school waves
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3 >/dev/null
sendctl ehcp add -q zoe --final 2026-01-20 --authority "Kent County Council" --setting "Oak Lodge Primary" >/dev/null
sendctl ehcp section -q zoe B "Zoe finds spoken instructions hard to follow" --type SLCN >/dev/null
sendctl review schedule -q zoe --kind annual --on 2026-11-02 >/dev/null 2>&1
sendctl review record -q R1 --on 2026-11-02 --came "Ms Hart" --note "of the annual review" --decision maintain >/dev/null 2>&1
sendctl review list zoe --format csv --fields id,kind,held_on
printf '%%PDF-1.4 plan' >plan.pdf
printf '%%PDF-1.4 letter' >letter.pdf
sendctl pupil attach -q zoe plan.pdf --record EH1 --title "The final plan" >/dev/null
sendctl pupil attach -q zoe letter.pdf --title "A letter" >/dev/null
files() { (cd "$1" && ls | grep -v SUMS | tr '\n' ' ' && echo && grep -l "spoken instructions" -- *.html *.json 2>/dev/null | tr '\n' ' ' && echo); }
echo "== a ground that does not hold: nothing is written"
status sendctl pupil leave zoe --next-school "Hill Top Primary" --pack no --ground consent
ls -d no* 2>&1
status sendctl pupil leave zoe --next-school "Hill Top Primary" --pack no --ground named
sendctl disclosure list
echo "== without the plan, and it says so"
status sendctl pupil leave zoe --next-school "Hill Top Primary" --pack without
files without
sed 's/<[^>]*>/ /g' without/index.html | grep -E "EHC plan"
grep -c "annual" without/reviews.html 2>/dev/null
grep -l "plan was sent\|annual review\|EHC case" without/*.html
sendctl disclosure list
grep -l 'The final plan' without/*
sendctl ehcp list zoe --format csv --fields id,stage,ended_on
sendctl report overdue --within 60w --format csv --fields rule,subject
echo "== with consent"
sendctl undo -q --yes >/dev/null
sendctl consent add -q zoe --purpose disclosure --by "Ewa Nowak" >/dev/null
status sendctl pupil leave zoe --next-school "Hill Top Primary" --pack tried --dry-run
status sendctl pupil leave zoe --next-school "Hill Top Primary" --pack with
files with
sed 's/<[^>]*>/ /g' with/index.html | grep -E "EHC plan and"
sendctl disclosure list --format csv --fields id,who,what,ground,consent_id
echo "== the next school is the one named: no consent is asked"
sendctl undo -q --yes >/dev/null
sendctl consent withdraw -q CN1 --by "Ewa Nowak"
status sendctl pupil leave zoe --next-school "Oak Lodge Primary" --pack named
sendctl disclosure list --format csv --fields id,who,ground
echo "== on a ground, of a child whose next school is not known; and two at once"
sendctl undo -q --yes >/dev/null
status sendctl pupil leave zoe --pack nowhere
sendctl undo -q --yes >/dev/null
status sendctl pupil leave zoe --pack nowhere2 --ground interests --why "said so by Mr Lee of the authority on 20 Nov"
sendctl undo -q --yes >/dev/null
sendctl pupil add -q --forename Kim --surname Ash --dob 2018-09-09 --class 3B --year 3 >/dev/null
sendctl ehcp request -q kim --source school --sent 2026-11-02 --received 2026-11-03 --anyway "agreed by telephone" >/dev/null 2>&1
sendctl ehcp edit -q kim --officer "Mr Lee" --authority "Kent County Council" >/dev/null
status sendctl pupil leave zoe kim --on 2026-11-22 --next-school "Oak Lodge Primary" --pack both
ls both both/P1 | tr '\n' ' '
ls both/P2 | grep -c ehc
sendctl disclosure list --format csv --fields id,pupil,who,ground,why
echo "== sent, received: proof"
sendctl pupil leave zoe --sent 2026-11-22
sendctl report overdue --within 20w --format csv --fields rule,due_on
sendctl pupil leave zoe --receipt 2026-11-22
sendctl report overdue --within 20w --format csv --fields rule,due_on
echo "== one who comes with a plan"
sendctl pupil add -q --forename Adam --surname Kowal --dob 2018-05-02 --class 3B --year 3 --admitted-on 2026-11-22 >/dev/null
sendctl pupil level -q adam EHC --reason "came with a plan" --on 2026-11-22 --anyway "test" >/dev/null 2>&1
sendctl pupil show adam --format csv --fields level,census
status sendctl pupil arrive adam --on 2026-11-22 --from-school "Hill Top Primary"
sendctl report overdue --within 20w --format csv --fields rule,due_on,owner,basis,what | grep arrival-plan
sendctl pupil show adam --table owed --format csv --fields rule,next | grep arrival-plan
sendctl ehcp add -q adam --final 2026-02-02 --setting "Elm Park Primary" >/dev/null
sendctl report overdue --within 20w --format csv --fields rule | grep -c arrival-plan || :
echo "-- a bank holiday that is proclaimed: no school day, no working day of the law's clock"
days() { sendctl ehcp timeline adam --format csv --fields rule,due_on | grep moved-transfer; }
sendctl ehcp moved adam --authority Solihull --on 2026-11-02 -q
days
sendctl term add --kind bank-holiday --name "Coronation" --from 2026-11-12 --until 2026-11-13 -q
days
sendctl term list --format csv --fields kind,name | grep bank
sendctl term add --kind holiday --name x --from 2026-11-12 --until 2026-11-13
sendctl db check --format csv --fields what,severity | grep deadlines
