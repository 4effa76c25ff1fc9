# One child from the request to the tribunal, under stages (Harborne): request, plan,
# first annual review with amendments before the move to secondary school, appeal
# against the school that is named.  The dates, worked out by hand:
#   received Wed 5 Nov 2025: decision 6 weeks 17 Dec; no-plan notice 16 weeks 25 Feb;
#     plan 20 weeks 25 Mar 2026.
#   advice asked Fri 19 Dec: 6 weeks, Fri 30 Jan 2026 (the two weeks of Christmas stop nothing).
#   draft served Fri 20 Feb: 15 days beginning with it, Fri 6 Mar; final not before 7 Mar.
#   consulted Mon 23 Feb: 15 days, Tue 10 Mar.
#   final Wed 25 Mar 2026: twelve months end Wed 24 Mar 2027; latest safe meeting 24 Feb 2027.
#   year 6 from September 2026, secondary in September 2027: final before 15 Feb 2027 (Sun
#     14 Feb); amendments eight weeks before, Sun 20 Dec 2026; meeting four before, Sun 22 Nov.
#   meeting Thu 15 Oct 2026: invite and circulate by 1 Oct, report by 29 Oct, decision by
#     12 Nov; amendments sent that day: final 8 weeks, Thu 7 Jan 2027.
#   amended final Wed 6 Jan 2027: appeal by 6 Mar; certificate 20 Feb: one month, 20 Mar.
#   order Mon 10 May 2027 to change the school named: 2 weeks, Mon 24 May.
on() {
	SENDCTL_TODAY=$1
	export SENDCTL_TODAY
	shift
	[ $# -eq 0 ] || "$@"
}
SENDCTL_AS="Ms Hart"
export SENDCTL_AS
late() { sendctl report overdue --fields due_on,days,what,owner,cite; }
clock() { sendctl ehcp timeline P1 --format csv --fields rule,starts_on,due_on,met_on,state; }

on 2025-09-01 sendctl init --policy stages --name "Oak Primary" --dfe 330/2034 -q
sendctl school edit SC1 --la "Birmingham" -q
sendctl staff add --name "Ms Hart" --role sendco -q >/dev/null
sendctl staff add --name "Mr Dale" --role class-teacher --class 5M -q >/dev/null
sendctl pupil add --surname Ash --forename Sam --dob 2016-03-04 --year 5 --class 5M -q >/dev/null
sendctl contact add --name "Ruth Ash" --pupil P1 --relation PAM --responsibility yes -q >/dev/null
sendctl pupil level P1 D --reason "two cycles, little progress" --told 2025-09-01 -q --anyway "story"
sendctl pupil need P1 SLCN,SPLD -q

echo "== the request"
on 2025-11-03 status sendctl ehcp request P1 --source school --sent 2025-11-03 --reason "little progress over three cycles"
on 2025-11-24 late
status sendctl ehcp request P1 --source parent --sent 2025-11-20
status sendctl ehcp received P1 --on 2025-11-05
clock
on 2025-12-17 sendctl ehcp decision P1 --decision assess --on 2025-12-17
on 2025-12-19 sendctl ehcp advice P1 --asked 2025-12-19
on 2026-01-28 sendctl ehcp advice P1 --sent 2026-01-28

echo "== the draft, the consultation, the plan"
on 2026-02-24 sendctl ehcp draft P1 --served 2026-02-20
sendctl ehcp consult P1 --received 2026-02-23
sendctl ehcp section P1 A "Sam wants to read about planets by himself."
sendctl ehcp section P1 B "Reads at the level of a child two years younger." --type SPLD
sendctl ehcp section P1 B "Finds it hard to say what he knows." --type SLCN
sendctl ehcp section P1 E "Reads a page of an unseen book aloud, by the end of year 6." --serves B1 --due 2027-07-16
sendctl ehcp section P1 E "Tells a story in order to an adult, by the end of year 6." --serves B2 --due 2027-07-16
sendctl ehcp section P1 F "Precision teaching of reading" --serves "B1 E1" --minutes 20 --times 4 --per week --who "teaching assistant" --ratio 1:1
sendctl ehcp section P1 F "Access to regular support with language as required" --serves B2
sendctl ehcp lint P1 --format csv --fields label,word,ask
sendctl ehcp check P1
on 2026-03-04 sendctl ehcp event P1 draft-comments --on 2026-03-04 --note "Section F: how much?"
sendctl ehcp consult P1 --replied 2026-03-09 --reply "we can meet it" --dry-run
on 2026-03-09 sendctl ehcp consult P1 --replied 2026-03-09 --reply "we can meet it"
on 2026-03-25 sendctl ehcp final P1 --on 2026-03-25 --setting "Oak Primary"
sendctl ehcp section P1 F "Narrative therapy, planned by a speech and language therapist" --label F2 --serves "B2 E2" --minutes 30 --times 2 --per week --who "teaching assistant" --ratio 1:2
sendctl ehcp diff P1 --format csv
sendctl ehcp check P1
on 2026-04-20 sendctl ehcp met P1 --on 2026-04-20 --who "Ruth Ash" --who "Mr Dale" --note "F1 before lunch, F2 with Ida"
sendctl ehcp told P1 --who "Mr Dale" --note "F1, F2"
clock
sendctl pupil show P1 --format json --table ehcp

echo "== the annual review, in time for the move to secondary school"
on 2026-09-07 sendctl pupil edit P1 -q --year 6 --class 6M
sendctl ehcp timeline P1 --format csv --fields rule,due_on,state | grep -E 'annual|phase'
sendctl review schedule P1 --kind annual --on 2026-10-15
on 2026-09-28 sendctl review invite R1 --all --on 2026-09-28
sendctl review advice R1 --all --asked 2026-09-28
on 2026-10-01 sendctl review advice R1 --who "Ruth Ash" --received 2026-09-30 --circulated 2026-10-01
on 2026-10-15 sendctl review record R1 --on 2026-10-15 --came "Ruth Ash" --came "Mr Dale" --parent-voice "He reads signs in the street now." --pupil-voice "I can read about Mars." --decision amend --differences "Mrs Ash wants 30 minutes a day."
on 2026-10-27 sendctl review report R1 --sent 2026-10-27
on 2026-11-12 sendctl ehcp decision P1 --decision amend --on 2026-11-12 --review R1
sendctl ehcp section P1 F "Precision teaching of reading" --label F1 --serves "B1 E1" --minutes 30 --times 4 --per week --who "teaching assistant" --ratio 1:1
sendctl ehcp diff P1
clock | grep -E 'annual|amend|phase'

echo "== amended, with a secondary school the parents do not want"
on 2027-01-06 sendctl ehcp amended P1 --on 2027-01-06 --setting "Hill Top Academy"
sendctl appeal add P1 --against contents --sections "F, I" --who "Ruth Ash"
on 2027-02-20 sendctl appeal mediation AP1 --contacted 2027-02-18 --declined 2027-02-18 --certificate 2027-02-20
on 2027-03-15 sendctl appeal send AP1 --on 2027-03-15 --reference SE330/27/00017
on 2027-05-10 sendctl appeal hearing AP1 --on 2027-05-04
sendctl appeal order AP1 --on 2027-05-10 --result school --note "Oak Valley School"
on 2027-05-20 late
on 2027-05-25 late
sendctl ehcp amended P1 --on 2027-05-25 --setting "Oak Valley School"
sendctl appeal complied AP1 --on 2027-05-25
sendctl appeal close AP1 --result upheld --on 2027-05-25
sendctl appeal show AP1
sendctl ehcp timeline P1
sendctl pupil chronology P1 --from 2025-11-01
sendctl db check --format csv --fields what,severity | grep -v ,advice
