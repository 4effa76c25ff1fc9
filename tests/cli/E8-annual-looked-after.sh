# The annual review of a looked-after child under trust: the policy's other words for the
# same people, the virtual head, the PEP; nobody named is said (R63).
export SENDCTL_TODAY=2025-09-01
sendctl init -q --today 2025-09-01 --name "Elm Park" --policy trust >/dev/null
sendctl school edit -q --top-year 6
printf 'upn,surname,forename,dob,year,class,looked_after\nA123456789012,Nowak,Zoe,2018-06-12,4,4B,yes\n' >roll.csv
sendctl pupil import -q roll.csv >/dev/null 2>&1
sendctl agency add -q --name "Virtual School" --professional "Mr Virtue" >/dev/null
sendctl agency add -q --name "Community paediatrics (NHS)" --professional "Dr Okafor" >/dev/null
export SENDCTL_TODAY=2026-09-28
sendctl referral add -q zoe --agency "Community paediatrics (NHS)" --reason growth --anyway "agreed by telephone" >/dev/null
sendctl referral edit -q RF1 --accepted-on 2026-09-20
sendctl ehcp add -q zoe --final 2025-12-10 --setting "Elm Park" --authority Leeds >/dev/null
status sendctl review schedule zoe --kind annual --on 2026-11-02
status sendctl review invite R1 --all
sendctl review show R1 --table people --fields who,role,invited_on --format csv
status sendctl review record R1 --on 2026-09-28 --came "Mr Virtue" --decision cease
status sendctl review report R1 -o r.html
sed 's/<[^>]*>/ /g' r.html | tr -s ' ' | grep -o "X *cease[^.]*\|the personal education plan[^.]*" | sort -u
