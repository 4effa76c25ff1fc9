# A child who leaves, dies or was entered twice; sheets and pages; equipment (R36, R43, R87).
school stages
for child in Zoe:O\'Brien Sam:Reid Ali:Khan; do
	sendctl pupil add -q --forename "${child%:*}" --surname "${child#*:}" --dob 2018-03-01 --class 3B --year 3
done
sendctl pupil add -q --forename Sammy --surname Reid --dob 2018-03-01 --class 3B --year 3
sendctl provision add -q --name "Precision Teaching" --pupil @3B --staff "Ms Ola" --minutes 10 \
	--days mon,wed --weeks 6 --from 2026-11-02 --entry P2=85 >/dev/null
sendctl provision add -q --name Lego --pupil P4 --minutes 30 --times 1 --weeks 6 --from 2026-11-02 >/dev/null
sendctl session log -q G1 --week 2026-11-16 --absent "P2 on mon = ill" --absent "P4 on mon = ill" >/dev/null
who() { sendctl provision show "$1" --table children --fields pupil_id,until_on,end_reason --format csv; }
echo '== leaves: the last day counts'
status sendctl pupil leave zoe@3B --on 2026-11-19 --next-school "Hill Top"
who G1
status sendctl pupil leave P1 --on 2026-11-20
who G1
sendctl pupil edit -q P1 --left-on "" >/dev/null
who G1
echo '== dies'
status sendctl pupil edit ali@3B --died-on 2026-11-18
who G1
status sendctl undo --yes
who G1
echo '== one child, entered twice'
status sendctl pupil merge P2 P4
who G1
who G2
sendctl report delivery --pupil P2 --format csv
sendctl db check --fields what,severity,finding --format csv | grep -e '^values' -e '^deadlines'
status sendctl undo --yes
sendctl session show SE1 --table children --format csv
echo '== pages'
sendctl pupil show P2 --table provision
sendctl report class 3B
sendctl --as-at 2026-11-03 provision list --fields id,children,held
echo '== equipment'
status sendctl equipment add ali@3B "radio aid" --owner "LA hearing service" --lent-by "LA hearing service" --number HI-12 \
	--from 2026-09-10 --check-on 2026-11-20 --return-by 2027-07-20
status sendctl equipment add ali@3B "writing slope" --from 2026-09-10 --checked-on 2026-09-01
status sendctl equipment add ali@3B "writing slope" --return-by 2026-01-01
sendctl report overdue --fields rule,due_on,what --format csv
sendctl pupil show ali@3B --table owed --fields rule,next --format csv
status sendctl equipment check ali@3B --due 2026-11-01
status sendctl equipment check ali@3B --due 2027-05-28 --note "battery door loose"
sendctl report due --within 60w --fields rule,due_on --format csv | grep equipment
sendctl pupil show ali@3B --table equipment
status sendctl equipment return EQ1 --note "in its box"
status sendctl equipment return EQ1
status sendctl equipment check EQ1
sendctl equipment list
sendctl pupil chronology ali@3B
