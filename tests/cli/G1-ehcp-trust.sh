# One child under trust, in an infant school: the parents ask, the authority refuses, an
# appeal is not opposed, the plan comes; an annual review whose decision is late, the move
# to the junior school, and mediation over what the plan says.  The dates, by hand:
#   received Tue 6 May 2025: decision by Tue 17 Jun.
#   refused Tue 17 Jun: appeal by 17 Aug; certificate Thu 10 Jul, one month 10 Aug: 17 Aug.
#   unopposed Mon 21 Jul: to assess by 4 Aug; the plan by 14 weeks, Mon 27 Oct.
#   advice asked Tue 22 Jul; shut Sat 19 Jul to Mon 1 Sep (45 days): inside the window 12 Jul to
#     26 Aug; six weeks are Tue 2 Sep; sent Mon 8 Sep, late and excused.
#   final Mon 27 Oct 2025: twelve months end Mon 26 Oct 2026; latest safe meeting 28 Sep.
#   meeting Thu 24 Sep 2026: invite by 10 Sep, report by 8 Oct, decision by 22 Oct; decided
#     Thu 29 Oct: late for both; amended by Thu 17 Dec (twelve weeks from the meeting; eight
#     from the notice would be 24 Dec).
#   year 2 from September 2026: the junior school is named before 15 Feb 2027.
#   amended Wed 16 Dec: appeal by 16 Feb 2027; certificate Mon 1 Feb: 1 Mar.
#   mediation asked for Mon 11 Jan: held within 30 days, Wed 10 Feb; what is agreed binds as an
#     order (reg 42): amended within five weeks, Wed 17 Mar.
on() {
	SENDCTL_TODAY=$1
	export SENDCTL_TODAY
	shift
	[ $# -eq 0 ] || "$@"
}
SENDCTL_AS="Mrs Shah"
export SENDCTL_AS
clock() { sendctl ehcp timeline P1 --format csv --fields rule,starts_on,due_on,met_on,state; }

on 2025-04-28 sendctl init --policy trust --name "Harmony Infants" --dfe 353/2011 -q
sendctl school edit SC1 --la "Oldham" --top-year 2 -q
sendctl staff add --name "Mrs Shah" --role sendco -q >/dev/null
sendctl staff add --name "Mr Bell" --role head -q >/dev/null
sendctl staff add --name "Miss Cole" --role class-teacher --class 1C -q >/dev/null
sendctl pupil add --surname Reed --forename Mia --dob 2020-01-20 --year R --class RC -q >/dev/null
sendctl contact add --name "Joy Reed" --pupil P1 --relation PAM --responsibility yes -q >/dev/null
sendctl pupil level P1 SPC --reason "speech and language therapist sees her" --told 2025-04-28 -q --anyway "story"
sendctl pupil need P1 SLCN -q

echo "== the parents ask; refused; not opposed"
on 2025-05-06 status sendctl ehcp request P1 --source parent --sent 2025-05-02 --received 2025-05-06
on 2025-06-17 status sendctl ehcp decision P1 --decision refuse --on 2025-06-17 --reason "needs can be met"
status sendctl ehcp decision P1 --decision no-plan --on 2025-06-17
sendctl appeal add P1 --against refuse-assess --who "Joy Reed"
on 2025-07-10 sendctl appeal mediation AP1 --contacted 2025-07-08 --declined 2025-07-08 --certificate 2025-07-10
on 2025-07-14 sendctl appeal send AP1 --on 2025-07-14
on 2025-07-21 sendctl appeal unopposed AP1 --on 2025-07-21 --result assess
clock
on 2025-07-22 status sendctl ehcp decision P1 --decision assess --on 2025-07-22
sendctl appeal complied AP1 --on 2025-07-22
status sendctl ehcp advice P1 --asked 2025-07-22
on 2025-09-08 sendctl pupil edit P1 -q --year 1 --class 1C
sendctl ehcp advice P1 --sent 2025-09-08
on 2025-10-01 sendctl ehcp draft P1 --copy 2025-09-24
on 2025-10-27 sendctl ehcp final P1 --on 2025-10-27 --setting "Harmony Infants"
sendctl appeal close AP1 --result conceded --on 2025-10-27
clock
sendctl ehcp timeline P1 --explain | sed -n '/^Rule  *ehc-school-advice/,/^$/p'
sendctl pupil list --format csv --fields id,level,census,since

echo "== the first annual review; the move to the junior school"
on 2025-11-03 sendctl ehcp section P1 B "Her speech is hard to follow." --type SLCN
sendctl ehcp section P1 E "Is understood by other children, by the end of year 2." --serves B1
sendctl ehcp section P1 F "Speech sounds programme" --serves "B1 E1" --minutes 20 --times 3 --per week --who "teaching assistant trained by the therapist" --ratio 1:1
on 2026-09-07 sendctl pupil edit P1 -q --year 2 --class 2C
sendctl report due --within 30w --format csv --fields due_on,rule,owner | grep -E 'annual|phase'
sendctl review schedule P1 --kind annual --on 2026-09-24
on 2026-09-08 sendctl review invite R1 --all --on 2026-09-08
on 2026-09-24 sendctl review record R1 --on 2026-09-24 --came "Joy Reed" --came "Mrs Shah" --decision amend
on 2026-10-02 sendctl review report R1 --sent 2026-10-02
on 2026-10-28
sendctl report overdue --format csv --fields due_on,days,rule,owner | grep -E 'annual|amend'
on 2026-10-29 sendctl ehcp decision P1 --decision amend --on 2026-10-29
on 2026-12-16 sendctl ehcp amended P1 --on 2026-12-16 --setting "Elm Junior School"

echo "== mediation"
sendctl appeal add P1 --against contents --sections "B, F"
on 2027-02-10 sendctl appeal mediation AP2 --contacted 2027-01-11 --asked 2027-01-11 --held 2027-02-10 --agreed "25 minutes instead of 20"
sendctl appeal mediation AP2 --certificate 2027-02-01
on 2027-02-26
sendctl report overdue --format csv --fields due_on,days,rule,owner,subject | grep -E 'AP|EH|R1'
sendctl appeal complied AP2 --on 2027-02-26
sendctl appeal close AP2 --result settled --on 2027-02-26
clock
sendctl appeal list --all --format csv
sendctl disclosure add P1 --what "the plan" --who "Ms Poole" --organisation "Elm Junior School" --ground named --why "the school it names"
sendctl pupil chronology P1 --from 2025-05-01 --format csv --fields on_date,what
sendctl report conformance --format csv --fields rule,severity,subject,finding | grep -iE 'ehc|annual|plan|appeal'
sendctl db check --format csv --fields what,severity | grep -v ',advice'
