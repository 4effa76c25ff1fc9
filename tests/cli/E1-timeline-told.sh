# What the timeline says of days that are not sure: the receipt unknown (the earliest), only
# the school's copy of a draft (the latest), an excuse with its reason; and years of which
# nobody here knows whether the plan was reviewed (R61, R63).
on() { SENDCTL_TODAY=$1 && export SENDCTL_TODAY; }
clock() { sendctl ehcp timeline "$1" --format csv --fields rule,starts_on,due_on,met_on,state; }
on 2025-09-01
sendctl init --policy stages --name "Oak Primary" --dfe 330/2034 -q
sendctl school edit SC1 --la "Birmingham" -q
sendctl pupil add --surname Ash --forename Sam --dob 2016-03-04 --year 5 --class 5M -q >/dev/null
sendctl pupil add --surname Low --forename Kit --dob 2017-03-04 --year 4 --class 4M -q >/dev/null
sendctl pupil add --surname Gray --forename Maya --dob 2022-11-04 --year N2 --class NA -q >/dev/null

echo "== the receipt is not known"
on 2026-03-09
sendctl ehcp request P1 --source school --sent 2026-03-02 -q
sendctl ehcp timeline P1
echo "== excused, and met late all the same: which step, on what ground, and why"
on 2026-04-20
sendctl ehcp received P1 --on 2026-03-02 -q
sendctl ehcp excuse P1 ehc-decision --exception personal --reason "in hospital from 20 March"
sendctl ehcp decision P1 --decision assess --on 2026-04-20 -q
sendctl ehcp timeline P1
sendctl ehcp timeline P1 --explain | grep -A3 '^Excused'
sendctl pupil chronology P1 --from 2026-04-01 --format csv --fields on_date,what
sendctl ehcp show P1 --table happened --format csv | grep excuse

echo "== the school has only its copy of the draft: the parents' days end then at the latest"
on 2026-06-15
sendctl ehcp draft P1 --copy 2026-06-12
sendctl ehcp timeline P1
sendctl ehcp timeline P1 --json | jq -c '.rows[] | select(.rule == "draft-comments") | del(.how)'
sendctl report due --within 3w --format csv --fields due_on,rule,what,owner | grep draft
sendctl ehcp section P1 F "Regular support with reading" -q
sendctl ehcp lint P1 --format text --fields label,word
on 2026-06-27
sendctl ehcp timeline P1 --format csv --fields rule,due_on,state | grep draft
sendctl ehcp lint P1 | tail -1
echo "-- the day of service is found out: the same draft, and its own last day"
on 2026-06-16
sendctl ehcp draft P1 --served 2026-06-10
clock P1 | grep draft
sendctl ehcp timeline P1 | tail -1
sendctl ehcp lint P1 | tail -1
sendctl report due --within 3w --format csv --fields due_on,rule,what,owner | grep draft
echo "-- a later draft that is known by its copy alone takes its place"
on 2026-06-30
sendctl ehcp draft P1 --copy 2026-06-29 -q
clock P1 | grep draft
sendctl ehcp lint P1 | tail -1
sendctl ehcp event P1 draft-comments --on 2026-06-30 -q
clock P1 | grep draft
sendctl db check --format csv --fields what,severity | grep deadlines
echo "-- a copy that comes inside the days of the draft served is of that draft; a later draft is served later"
on 2026-07-20
sendctl ehcp request P2 --source parent --sent 2026-03-02 --received 2026-03-03 -q
sendctl ehcp decision P2 --decision assess --on 2026-04-10 -q
sendctl ehcp draft P2 --served 2026-06-15 -q
sendctl ehcp draft P2 --copy 2026-06-29
sendctl ehcp lint P2 | tail -1
sendctl ehcp draft P2 --served 2026-06-11 || echo "exit $?"
sendctl ehcp draft P2 --copy 2026-07-16 -q
clock P2 | grep draft-
sendctl ehcp remove EH2 --reason "another story" -q

echo "== a plan four years old, last reviewed in January: of the years between nobody here knows"
on 2026-09-07
sendctl ehcp add P2 --final 2022-03-01 --last-review 2026-01-20 --on 2026-09-07 -q
clock P2
sendctl report conformance --format csv --fields rule,pupil_id | grep annual || echo "no finding"
echo "-- reviewed inside the first twelve months: that is known"
sendctl ehcp remove EH3 --reason "again" -q
sendctl ehcp add P2 --final 2025-03-01 --last-review 2026-01-20 --on 2026-09-07 -q
clock P2 | head -2

echo "== under five: a lighter review counts as considered"
on 2026-10-05
sendctl ehcp add P3 --final 2026-02-02 --on 2026-09-07 -q
clock P3 | grep under
sendctl review record P3 --kind interim --on 2026-10-05 --came Maya --decision continue -q
clock P3 | grep under
sendctl db check --format csv --fields what,severity | grep deadlines
