# What plans and reviews owe: missing, to agree, to review, parents to meet; late,
# twice, at another level, after leaving; of the school: the register review.
. "$REPO/tests/story.sh"
due() {
	sendctl report overdue --within 60w --fields due_on,days,rule,subject,owner,cite,what "$@"
}
day 2026-09-14
school stages
child
sendctl contact add -q --pupil zoe --relation PAM --name "Ewa O'Brien" >/dev/null
echo "-- on the register: a plan is wanted, and the parents are met"
sendctl pupil level -q zoe C --reason "no better" --told 2026-09-14 >/dev/null
due
echo "-- the plan, to agree and to review; its own date comes first"
sendctl plan add -q zoe --due 2026-11-27 >/dev/null
due
sendctl review schedule due:plan-review --kind termly --on 2026-11-27 --dry-run 2>&1 | head -3
day 2026-10-01
sendctl plan agree -q PL1 --by "Ewa O'Brien" --by zoe --anyway "no targets in this test" >/dev/null
due --class 4B
echo "-- a review planned for a day, a reminder"
sendctl review schedule -q zoe --kind termly --on 2026-11-20 >/dev/null
sendctl review invite -q R1 --who "Ewa O'Brien" --remind 2026-11-13 >/dev/null
due --class 4B
day 2026-11-23
echo "-- late by a weekend; nobody came who was asked: it was offered"
due --class 4B
sendctl today --fields section,due_on,what,pupil --format csv | grep -v limits
act review record R1 --on 2026-11-23 --came "Ms Hart" --pupil-voice "I like the cards" --decision continue
due --class 4B
echo "-- twice in a term changes nothing"
sendctl review record -q zoe --kind parents --on 2026-11-23 --came "Ewa O'Brien" >/dev/null
due --class 4B
day 2027-04-12
echo "-- a term without: owed still, once"
due --class 4B
act review record zoe --kind termly --on 2027-04-12 --came "Ewa O'Brien" --came zoe --decision continue
due --class 4B
echo "-- another level goes on with it; off the register ends it"
sendctl pupil level -q zoe D --reason "no better" --anyway "test" >/dev/null
due --class 4B --fields due_on,rule,subject
echo "-- the yearly report to parents: made, sent"
sendctl pupil report -q zoe -o report.html >/dev/null
due --class 4B --fields due_on,rule,what,fix | grep parent-report
day 2027-04-19
sendctl pupil report -q zoe --sent 2027-04-16 >/dev/null
due --class 4B --fields due_on,rule,what,fix | grep parent-report
sendctl pupil level -q zoe off --reason "gap closed" >/dev/null
due --class 4B --fields due_on,rule,subject
echo "-- the school's own: the register review, and what it logs"
due --for SENDCo --fields due_on,rule,subject,what
sendctl logbook add -q policy --on 2027-04-12 >/dev/null
sendctl report due --within 60w --fields due_on,rule,subject,owner,cite,what,pupil_id --json
status sendctl report overdue --each owner -o files
cat files/index.txt
sendctl db check | grep deadlines
echo "-- reviewed in a term: the next cycle is reviewed in the next one; a late review leaves the term its own"
day 2026-09-14
sendctl pupil add -q --forename Kit --surname Nowak --dob 2017-12-01 --class 4B --year 4 >/dev/null
sendctl pupil level -q kit C --reason "no better" --told 2026-09-14 >/dev/null
sendctl plan add -q kit >/dev/null
sendctl plan agree -q kit --by parent --by kit --anyway "no targets in this test" >/dev/null
day 2026-11-20
sendctl review record -q kit --kind termly --came parent --decision continue >/dev/null
sendctl plan renew kit 2>&1 | head -2
sendctl plan agree -q kit --by parent --by kit --anyway "no targets in this test" >/dev/null
sendctl report due --within 60w --class 4B --fields due_on,rule,pupil,subject | grep 'plan-review.*Kit'
day 2027-04-19
sendctl review record -q kit --kind termly --came parent --decision continue >/dev/null
sendctl plan renew kit 2>&1 | head -2
