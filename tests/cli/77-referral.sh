# Agencies, referrals with consent, waiting, advice turned into actions (R71).
sendctl init -q --today 2026-09-01 --name "Harmony Academy" --policy trust >/dev/null
sendctl pupil add -q --forename Adam --surname Nowak --dob 2018-06-12 --class 3B --year 4
sendctl pupil add -q --forename Zoe --surname Nowak --dob 2018-06-12 --class 3B --year 4
sendctl agency list
status sendctl agency fill
status sendctl agency fill
status sendctl agency add --name "NHS Speech and Language Therapy"
status sendctl agency add --name "Virtual School" --code VS --external no
echo "-- no consent, no referral"
status sendctl referral add P1 --agency slt --reason "speech is hard to follow"
status sendctl referral add P1 --agency nobody --reason "speech"
sendctl consent add -q P1 --purpose agency --by "Ewa Nowak" --from 2026-09-14
sendctl consent add -q P2 --purpose agency --by "Ewa Nowak" --from 2026-09-14
status sendctl referral add P1 --agency slt --reason "speech" --consent CN2
status sendctl referral add P1 --agency slt --reason "speech is hard to follow" --sent-on 2026-09-21
status sendctl referral add P2 --agency psychology --reason "reading" --due 2026-11-30
status sendctl referral add P2 --agency VS --reason "looked after" --sent-on 2026-11-02 --due 2026-11-16
sendctl referral list
sendctl report overdue --fields due_on,rule,subject,owner,basis,cite,what,fix --format csv
echo "-- what became of it"
status sendctl referral mark RF1 --seen 2026-09-14
status sendctl referral mark RF1 --accepted tomorrow
status sendctl referral mark RF1
status sendctl referral mark RF1 --accepted 2026-10-05
status sendctl pupil level P1 SPC --reason "SLT" --told 2026-11-20
status sendctl referral mark P1 --seen 2026-11-02 --due 2026-12-14
status sendctl referral mark RF1 --seen 2026-11-03
status sendctl referral mark RF1 --report 2026-11-20 --advice "Blank levels; visual prompts" --action "word mat = Ms Hart by 2026-12-04" --action "ring the clinic by 30/11/2026" --action "tell the parents"
status sendctl referral mark RF1 --action " = Ms Hart"
status sendctl pupil level P1 SPC --reason "RF1" --on 2026-11-02 --told 2026-11-20
status sendctl referral mark RF1 --closed 2026-11-22
status sendctl referral mark RF1 --closed 2026-11-22 --result discharged
status sendctl referral mark RF1 --due +2w
sendctl referral list --fields id,pupil,agency,state,sent_on,days_waiting
sendctl referral list P1 --all --format csv --fields id,agency_id,state,days_waiting,consent_id
sendctl referral list --agency VS --format csv --fields id
sendctl agency list --fields code,open,median_wait --format csv
echo "-- actions"
sendctl action list
sendctl action list --for hart --format csv --fields id,what,who,due_on,state,record
status sendctl action 'done' A1 --note "on the table" --on 2026-11-21
status sendctl action 'done' A1
status sendctl action 'done' A2 --on tomorrow
status sendctl action add P2 "buy a wobble cushion" --who "Mr Lee" --due 2026-11-20 --on 2026-11-16
sendctl action list --all --fields id,what,who,due_on,state
sendctl report overdue --fields due_on,rule,subject,owner,what
sendctl pupil show P1 --table referrals --format csv
sendctl pupil chronology P1 --fields on_date,what,record --from 2026-09-02
sendctl pupil leave P2 --on 2026-11-20 -q >/dev/null 2>&1 || sendctl pupil edit P2 -q --left-on 2026-11-20
status sendctl referral add P2 --agency slt --reason late
sendctl db check --fields what,severity --format csv
