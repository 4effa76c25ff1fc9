# A disagreement with the authority (R67): refusal, mediation declined, certificate,
# appeal, hearing, order, done; contents with section I alone; out of time; not opposed.
sendctl init -q --name "Elm Park" --policy stages >/dev/null
for c in "Ada Lowe" "Ben Lowe" "Cai Moss" "Dot Nash" "Eli Orr"; do
	sendctl pupil add -q --forename "${c% *}" --surname "${c#* }" --dob 2018-05-12 --year 4 --class 4B >/dev/null
done
echo "-- no notice is on record"
status sendctl appeal add ada --against refuse-assess
status sendctl appeal add ada
status sendctl appeal show ada
status sendctl appeal send ada --on 2026-11-01
sendctl ehcp request -q ada --source parent --sent 2026-08-24 --received 2026-08-26 --authority Birmingham >/dev/null
sendctl ehcp decision -q ada --decision refuse --on 2026-09-28
echo "-- refusal to assess: the notice on record is taken, and the decision it is about"
status sendctl appeal add ada --dry-run
status sendctl appeal add ada --against refuse-assess --who "Mr Lowe"
status sendctl appeal add ada --against refuse-assess
status sendctl appeal add ada --against refuse-assess --sections B --notice 2026-09-29
echo "-- what cannot come yet"
status sendctl appeal mediation ada
status sendctl appeal mediation ada --certificate 2026-10-15
status sendctl appeal mediation ada --declined 2026-10-15
status sendctl appeal mediation ada --contacted 2026-10-15 --asked 2026-10-15 --declined 2026-10-15
status sendctl appeal mediation ada --contacted 2026-09-01
status sendctl appeal mediation ada --contacted 2026-10-15 --held 2026-10-16
status sendctl appeal mediation ada --contacted 2026-10-15 --declined 2026-10-14
status sendctl appeal order ada --on 2026-11-18 --result assess
status sendctl appeal hearing ada --on 2027-01-18
status sendctl appeal complied ada --on 2026-11-18
status sendctl appeal close ada --result dismissed
echo "-- mediation declined, the certificate, the appeal"
status sendctl appeal mediation ada --contacted 2026-10-12 --who "Global Mediation" --declined 2026-11-05 --note "by telephone"
status sendctl appeal resolution ada --on 2026-10-14 --who SENDIASS
status sendctl appeal mediation ada --certificate 2026-11-10
status sendctl appeal mediation ada --certificate 2026-11-11
status sendctl appeal send ada --on 2026-11-12 --reference EH330/26/00012
status sendctl appeal send ada --on 2026-11-13
status sendctl appeal evidence ada --on 2026-11-13 --note "plans and reading ages"
echo "bundle" >bundle.txt
sendctl pupil attach -q ada bundle.txt --record AP1 --title "The school's papers" >/dev/null
sendctl appeal hearing -q ada --on 2026-11-16
status sendctl appeal hearing ada --on 2027-01-18 --who "Ms Hart" --note "by video"
status sendctl appeal order ada --on 2026-11-18 --result amend
status sendctl appeal order ada --on 2026-11-11 --result assess
status sendctl appeal order ada --on 2026-11-18 --result assess --note "by consent"
status sendctl appeal order ada --on 2026-11-18 --result assess
sendctl appeal show ada
status sendctl appeal recommend ada
status sendctl appeal recommend ada --replied 2026-11-19
status sendctl appeal recommend ada --on 2026-11-18 --note "speech therapy each week" --replied 2026-11-20 --who "the care board"
status sendctl appeal close ada --result upheld --on 2026-11-19 --note "no costs"
status sendctl appeal close ada --result upheld
status sendctl appeal send ada --on 2026-11-20
echo "-- over, and what was ordered is still due; then done"
sendctl report due --within 8w --fields due_on,what,rule,owner,subject
status sendctl appeal complied AP1 --on 2026-11-20 --step school
status sendctl appeal complied AP1 --on 2026-11-20
sendctl report due --within 8w --fields due_on,what,rule,owner,subject
sendctl appeal show ada --fields id,against,notice_on,until_on,certificate_on,sent_on,order_on,closed_on,result --format csv
sendctl pupil chronology ada
echo "-- what the plan says, section I alone: no certificate; out of time is said, never forbidden"
status sendctl appeal add ben --against contents --sections "i" --notice 2026-08-10
status sendctl appeal add ben --against contents --sections "B Q" --notice 2026-08-11
status sendctl appeal add ben --against contents --notice 2026-12-11
status sendctl appeal send ben --on 2026-11-02
sendctl appeal order -q ben --on 2026-11-16 --result school
status sendctl appeal order ben --on 2026-11-16 --result amend --note "Section F: 20 hours"
status sendctl appeal complied ben --on 2026-11-20 --step school
sendctl appeal show ben --format json --table owed | grep -c '"due_on"'
echo "-- mediation wanted and held"
sendctl appeal add -q cai --against contents --sections "f, b" --notice 2026-10-05 --who "Ms Moss" >/dev/null
status sendctl appeal mediation cai --contacted 2026-10-12 --asked 2026-10-12
status sendctl appeal mediation cai --held 2026-11-09 --agreed "an assessment by a therapist" --note "both came"
status sendctl appeal mediation cai --agreed "again"
status sendctl appeal complied cai --on 2026-11-20
status sendctl appeal close cai --result settled --on 2026-11-20 --note "as agreed"
echo "-- not opposed"
sendctl appeal add -q dot --against refuse-reassess --notice 2026-10-05 >/dev/null
status sendctl appeal send dot --on 2026-11-03
status sendctl appeal unopposed dot --on 2026-11-17 --result amend
status sendctl appeal unopposed dot --on 2026-11-17 --result assess
status sendctl appeal unopposed dot --on 2026-11-18 --result assess
echo "-- a plan that ends stands meanwhile"
status sendctl appeal add eli --against cease --notice 2026-11-05
sendctl appeal send -q eli --on 2026-11-06
status sendctl appeal order eli --on 2026-11-18 --result maintain
status sendctl appeal complied eli --on 2026-11-20
echo "-- the list; a removed one takes its steps with it"
sendctl appeal list
sendctl appeal list --all --names initials --fields id,pupil,against,sections,who
sendctl appeal list --all --fields id,pupil,against,sections,order_on,closed_on,result
status sendctl appeal list --all --open
sendctl appeal remove -q AP5 --reason "entered for the wrong child"
sendctl pupil chronology eli
status sendctl appeal send AP5 --on 2026-11-20
sendctl undo -q --yes
sendctl pupil chronology eli
status sendctl appeal edit ben --notice ""
sendctl appeal edit -q ben --reference EH330/26/00013
status sendctl appeal send ben --on 2026-11-20 --if-rev 1
sendctl db check | tail -3
