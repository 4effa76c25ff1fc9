# One child from the request through a late authority, the plan and a disagreement, on every
# page: pupil show, today, overdue and due, chronology, conformance (R61, R85).
export SENDCTL_TODAY=2026-01-12
quiet() {
	sendctl "$@" >out.txt 2>&1 || { echo "exit $?: $*" && cat out.txt; }
}
pages() {
	sendctl today | grep -A2 -e '^The law' -e '^Waiting'
	sendctl pupil show zoe --table ehcp --fields stage,stage_name,plan_since,review_due,next_on,next,next_owner,fix
	sendctl report overdue --fields due_on,days,rule,owner,cite | grep -e ehc -e draft -e annual -e appeal -e mediation -e phase
	sendctl report due --within 8w --fields due_on,days,rule,owner,cite | grep -e ehc -e draft -e annual -e appeal -e mediation -e phase
}
school
quiet pupil add --upn L888303424393 --forename Zoe --surname "O'Brien" --dob 2016-05-12 --class 4B --year 4 --admitted-on 2020-09-07
quiet pupil level P1 C --reason "no better" --told 2026-01-12
quiet pupil need P1 SLCN
quiet consent add P1 --purpose ehc-request --by "Mrs O'Brien"

echo "== asked for; received; late"
SENDCTL_TODAY=2026-02-27
quiet ehcp request zoe --source school --sent 2026-02-27 --authority Birmingham --officer "Ms Ali" --officer-contact "0121 496 0000"
pages
SENDCTL_TODAY=2026-04-20
quiet ehcp received zoe --on 2026-03-02
pages
sendctl today --names none | grep -A1 '^Waiting'
sendctl today --json | grep -e waiting | head -1

echo "== assessed, a draft, the plan; a right that lapses is in no list of what is late"
quiet ehcp decision zoe --decision assess --on 2026-04-16
quiet ehcp advice zoe --asked 2026-04-17 --sent 2026-04-20
SENDCTL_TODAY=2026-06-20
quiet ehcp draft zoe --served 2026-06-15
pages
SENDCTL_TODAY=2026-07-02
pages
SENDCTL_TODAY=2026-07-30
quiet ehcp final zoe --on 2026-07-27 --setting "Elm Park Primary"
pages
quiet ehcp section zoe B "Cannot yet say two words together"
quiet ehcp section zoe E "Asks for what she wants in a sentence" --serves B1
quiet ehcp section zoe F "30 minutes three times a week with a speech and language therapist" --serves "B1 E1"
sendctl report class 4B --table ehcp --fields provision,minutes,times,per,label

echo "== a disagreement, and who was shown the plan"
quiet appeal add zoe --against contents --sections "B, F"
quiet disclosure add zoe --what "the plan" --who "Dr May" --organisation "Children's Hospital" --ground court --why "ordered by the court"
sendctl pupil show zoe --table appeals --fields id,against,sections,notice_on,appeal_by,last
sendctl pupil show zoe --table disclosures --fields id,given_on,what,who,organisation,ground,why
SENDCTL_TODAY=2026-11-22
pages

echo "== the story, and what falls short"
sendctl pupil chronology zoe --from 2026-02-01 --fields on_date,what,record
sendctl report conformance --fields rule,severity,finding,fix | grep -e '^Rule' -e '^ehc' -e '^annual' -e '^plan-meeting' -e disclosure
sendctl pupil show zoe --json | tr ',' '\n' | grep -o '"\(ehcp\|appeals\|disclosures\)":' | sort
