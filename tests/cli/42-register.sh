# The register as it stood, and conformance after a move.
school stages
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --year 4 --class 4B >/dev/null
sendctl pupil add -q --forename Max --surname Khan --dob 2018-05-12 --year 4 --class 4A >/dev/null
sendctl pupil level -q zoe C --reason "no better" --on 2026-11-23 --today 2026-12-20 --told 2026-11-24 2>/dev/null
sendctl pupil need -q zoe SLCN,SEMH --on 2026-11-23 --today 2026-12-20 >/dev/null 2>&1
sendctl pupil level -q max C --reason "no better" --on 2026-12-07 --today 2026-12-20 2>/dev/null
sendctl agency add -q --name "Speech and Language Therapy" --code SLT >/dev/null
sendctl referral add -q zoe --agency SLT --reason speech --sent-on 2026-12-01 --today 2026-12-20 >/dev/null
sendctl pupil level -q zoe D --reason "SSPP" --on 2026-12-10 --today 2026-12-20 2>/dev/null
echo "-- today"
sendctl report register --today 2026-12-20
echo "-- as at 1 December"
sendctl report register --today 2026-12-20 --as-at 2026-12-01
echo "-- before anyone was on it"
sendctl report register --today 2026-12-20 --as-at 2026-11-01
echo "-- json"
sendctl report register --today 2026-12-20 --json --fields id,name,level,census,since,primary_need,area,parents_told_on,plan
echo "-- conformance"
status sendctl report conformance --today 2026-12-20 --exit-code --fields rule,severity,pupil,finding,fix,cite
echo "-- chronology"
sendctl report chronology zoe --today 2026-12-20
sendctl pupil chronology zoe --today 2026-12-20 --from 2026-12-01 --fields on_date,what,record
