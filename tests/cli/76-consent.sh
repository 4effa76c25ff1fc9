# Consent: given, held, run out, taken back; what needs one is refused without it (R26, R79).
sendctl init -q --today 2026-09-01 --name "Harmony Academy" --policy trust >/dev/null
sendctl pupil add -q --forename Adam --surname Nowak --dob 2018-06-12 --class 3B --year 4
sendctl contact add -q --name "Ewa Nowak" --pupil P1 --relation PAM --responsibility yes
sendctl contact add -q --name "Jan Nowak" --pupil P1 --relation PAF --responsibility no
echo "-- what is refused"
status sendctl consent add P1 --purpose agncy --by "Ewa Nowak"
status sendctl consent add P1 --purpose agency --by "Jan Nowak"
status sendctl consent add P1 --purpose agency --by "Ewa Nowak" --contact K9
status sendctl consent add P1 --purpose agency --by "Ewa Nowak" --from 2026-09-14 --expires-on 2026-09-14
status sendctl consent add P1 --purpose agency --by "Ewa Nowak" --from 2017-09-14
echo "-- given"
status sendctl consent add P1 --purpose Agency --by "ewa nowak" --how signed --from 2026-09-14
status sendctl consent add P1 --purpose agreement --by "Ewa Nowak" --from 2026-09-14
status sendctl consent add P1 --purpose photographs --by "Ewa Nowak" --expires-on 2026-10-01 --from 2026-09-14
status sendctl consent add P1 --purpose timetable --by "Jan Nowak" --anyway "lives with him since the summer"
sendctl consent list
sendctl consent list P1 --state expired --format csv
sendctl consent show CN1 --format csv --fields id,purpose,given_by,contact_id,from_on
echo "-- the yearly one is owed while the child is at a level that wants it"
sendctl report due --within 12m --fields due_on,rule,subject,basis,cite,what
sendctl pupil profile -q P1 --strengths "draws" >/dev/null 2>&1
sendctl pupil level -q P1 TGT --on 2026-11-02 --told 2026-11-02 --reason "little progress" --anyway "story"
sendctl report due --within 12m --fields due_on,rule,subject,basis,cite,what
sendctl consent add -q P1 --purpose agreement --by "Ewa Nowak" --from 2027-09-06 --today 2027-09-06
sendctl pupil show P1 --today 2027-09-06 --table owed --fields due_on,rule,subject,next --format csv
echo "-- taken back"
sendctl agency fill -q
sendctl referral add -q P1 --agency slt --reason speech --sent-on 2026-11-16
status sendctl consent withdraw CN1 --by "Ewa Nowak" --on 2026-11-20
status sendctl consent withdraw CN1 --by "Ewa Nowak"
status sendctl consent withdraw CN3 --by "Ewa Nowak"
status sendctl consent withdraw P1 --by "Ewa Nowak"
sendctl consent list --fields id,purpose,from_on,expires_on,withdrawn_on,state
sendctl consent list --as-at 2026-11-19 --fields id,state --format csv
sendctl pupil chronology P1 --fields on_date,what --from 2026-09-02
status sendctl db check --fields what,severity
