# An annual review planned backwards, asked, held, reported and shown (R50 to R53, R63, R64).
export SENDCTL_TODAY=2025-09-01
sendctl init -q --today 2025-09-01 --name "Elm Park" --policy waves >/dev/null
sendctl school edit -q --top-year 6
sendctl pupil add -q --forename Zoe --surname Nowak --dob 2016-03-12 --class 6B --year 6 >/dev/null
sendctl pupil add -q --forename Kit --surname Low --dob 2018-06-12 --class 3B --year 3 >/dev/null
sendctl pupil add -q --forename Ada --surname Reed --dob 2022-02-01 --class N --year N2 >/dev/null
sendctl contact add -q --name "Ewa Nowak" --title Mrs --pupil zoe --relation PAM --responsibility yes >/dev/null
sendctl contact add -q --name "Jan Nowak" --title Mr --pupil zoe --relation PAF --responsibility yes --no-letters --no-letters-why "court order" >/dev/null
sendctl contact add -q --name "Ola Reid" --pupil zoe --relation SWR >/dev/null
sendctl staff add -q --name "Ms Hart" --role class-teacher --class 6B >/dev/null
sendctl staff add -q --name "Mr Grey" --role head >/dev/null
sendctl agency add -q --name "Educational Psychology Service" --code EP --professional "Dr Shah" >/dev/null
plan() { # PUPIL DATE: came with a plan made that day
	sendctl ehcp add -q "$1" --final "$2" --setting "Elm Park" --authority Birmingham --officer "Jo Field" >/dev/null
}
export SENDCTL_TODAY=2025-12-10
plan zoe 2025-12-10
export SENDCTL_TODAY=2026-09-28
sendctl ehcp section -q zoe E "Walks to class on her own" >/dev/null
sendctl ehcp section -q zoe E "Reads a page with a friend" >/dev/null
sendctl ehcp section -q zoe F "Reading with Ms Hart" --serves "E2" --minutes 20 --times 3 --per week >/dev/null
echo "-- planned back from the end of the twelve months; a day is chosen"
status sendctl review schedule zoe --kind annual --dry-run
status sendctl review schedule zoe --kind annual --on 2026-11-12
status sendctl review schedule zoe --kind annual --on 2026-10-19
status sendctl review move R1 --on 2026-10-19
echo "-- of several only what is late is said; without a plan it is recorded all the same"
status sendctl review schedule kit --kind annual
status sendctl review schedule kit --kind annual --on 2026-12-01
status sendctl review schedule ada --kind annual
plan ada 2026-06-01
status sendctl review schedule ada --kind annual
echo "-- the law's list and the policy's, each once"
status sendctl review invite R1 --all --how letter --dry-run
status sendctl pupil edit -q zoe --next-school "Hill High School"
status sendctl review invite R1 --all --how letter
echo "-- advice: asked of all, in from two, sent round late"
status sendctl review advice R1 --asked 2026-09-28
status sendctl review advice R1 --who Mum --all --asked 2026-09-28
status sendctl review advice R1 --all --circulated 2026-09-28
status sendctl review advice R1 --all --asked 2026-09-28
status sendctl review advice R2 --all --asked 2026-09-28
export SENDCTL_TODAY=2026-10-06
sendctl review advice -q R1 --who "Dr Shah" --received 2026-10-05
sendctl review advice -q R1 --who "Mr Grey" --received 2026-10-05
status sendctl review advice R1 --all --circulated 2026-10-06
status sendctl review invite R1 --who "Ms Late"
echo "-- the form before the meeting"
status sendctl review report R1 -o form.html
grep -c "Walks to class on her own" form.html
grep -o "The meeting is still to be held[^<]*" form.html
echo "-- held"
export SENDCTL_TODAY=2026-10-20
status sendctl review report R1 --sent 2026-10-20
status sendctl review record R1 --on 2026-10-19 --decision postpone
status sendctl review record R1 --on 2026-10-19 --outcome E9=met
status sendctl review record R1 --on 2026-10-19 --outcome E1
status sendctl review record R2 --kind termly --on 2026-10-19
status sendctl review record kit --kind termly --on 2026-10-19 --outcome "E1=met"
status sendctl review record R1 --on 2026-10-19 --came "Mrs Nowak" --came "Ms Hart" --came "Jo Field" --came zoe --apologies "Dr Shah" --outcome "E1=on track: without a reminder" --decision adapt --differences "Mrs Nowak asks for more speech therapy" --parent-voice "She is happier" --pupil-voice "I can do it" --note "E2 needs other words" --action "write to the therapist = Ms Hart by 4 Dec 2026"
status sendctl review edit R1 --outcome "E1=met"
status sendctl review edit R1 --outcome "E2=some: half a page"
status sendctl review edit R2 --outcome "E2=some"
status sendctl review edit R1 --decision keep
status sendctl review edit R1 --decision amend
echo "-- the report"
status sendctl review report R2
status sendctl review report R1 -o report.html
sed -e 's/<style>.*<\/style>//' -e 's/<[^>]*>/ /g' report.html | tr -s ' \n' | grep -E " said|happier|on track|needs other|more speech|X *amend" | cut -c1-200
status sendctl review report R1 --sent 2026-10-18
export SENDCTL_TODAY=2026-11-05
status sendctl review report R1 --sent 2026-11-04
status sendctl review report R1 --sent 2026-11-04
sendctl review show R1
sendctl review show R1 --json --fields decision,differences,outcomes,dates
sendctl review list --kind annual --fields id,pupil,planned_on,held_on,state,decision
echo "-- parents at annual reviews"
sendctl report meetings --fields annual_reviews,annual_parents_came,annual_came_share --table report-meetings --format csv
echo "-- an early review, and one of no plan"
status sendctl review record zoe --kind interim --on 2026-11-04 --came Mum --outcome "E1=going back: after half term" --note "a change at home"
status sendctl review report R4 -o interim.html
sendctl review schedule -q kit --kind termly --on 2026-12-02 2>/dev/null
status sendctl review report R5 -o no.html
echo "-- held and no plan on record: what is missing is said; in a list that is not set, Year 3 moves nowhere"
sendctl school edit -q --top-year ""
status sendctl review record kit --kind annual --on 2026-11-03 --decision maintain
status sendctl ehcp add kit --final 2024-12-10 --last-review 2025-12-08 --on 2026-11-03
sendctl ehcp timeline kit --format csv --fields rule,due_on,met_on,state

sendctl db check --fields what,severity --format csv | grep -E "deadlines|values"
