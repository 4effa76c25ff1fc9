# Children and adults come and go; measures, the child's own mark, the end; nothing is
# overwritten, and all can be undone (R36, R41, R42).
school stages
for child in Zoe:O\'Brien Sam:Reid Ali:Khan; do
	sendctl pupil add -q --forename "${child%:*}" --surname "${child#*:}" --dob 2018-03-01 --class 3B --year 3
done
sendctl staff add -q --name "Ms Ola" --role ta >/dev/null
sendctl provision add -q --name "Precision Teaching" --pupil sam@3B --pupil zoe@3B --staff "Ms Ola" --minutes 10 \
	--days mon,wed --weeks 6 --from 2026-11-02 --entry sam@3B=85 >/dev/null
echo '== join'
status sendctl provision join G1 ali@3B --from 2026-11-16 --entry 70
status sendctl provision join G1 ali@3B --from 2026-11-30
status sendctl provision join G1 ali@3B --from 2026-10-01
status sendctl provision join G1 ali@3B --from 2027-03-01
status sendctl provision join G7 ali@3B
echo '== leave'
status sendctl provision leave G1 sam@3B --on 2026-11-18 --reason "target met" --exit 97
status sendctl provision leave G1 sam@3B --on 2026-11-20
status sendctl provision join G1 sam@3B --from 2026-11-30
status sendctl provision leave G1 P2 --on 2026-11-01
status sendctl provision leave G1 P2 --on 2026-11-29 --reason "not needed again"
echo '== adults'
status sendctl provision staff G1 --staff "Mr Reid" --from 2026-11-16 --instead-of "ms ola" --role TA
status sendctl provision staff G1 --staff "Mr Reid" --instead-of Nobody
status sendctl provision staff G1 --staff "mr reid"
status sendctl provision staff G1 --staff "Mrs Ash" --from 2026-11-23
echo '== how it went'
status sendctl provision measure G1 zoe@3B --entry "3 of 20" --on 2026-11-02
status sendctl provision measure G1 zoe@3B --exit "12 of 20" --on tomorrow
status sendctl provision measure G1 zoe@3B
status sendctl provision evaluate G1 --evaluation "Works for two of three" --result sam@3B=+1 --mark "sam@3B=4 of 5" \
	--voice sam@3B="I like it" --result zoe@3B=met
status sendctl provision evaluate G1 --result zoe@3B
status sendctl provision evaluate G1
sendctl provision show G1
echo '== its time changes, and all with it'
status sendctl provision edit G1 --until 2026-12-05
sendctl provision show G1 --table children --fields pupil_id,from_on,until_on,end_reason --format csv
status sendctl undo --yes
sendctl provision show G1 --table children --fields pupil_id,from_on,until_on,end_reason --format csv
status sendctl provision end G1 --on 2026-11-27 --reason "no room"
sendctl provision show G1 --table children --fields pupil_id,until_on,end_reason --format csv
sendctl provision show G1 --table adults --format csv
status sendctl provision end G1 --on 2026-11-28
status sendctl undo --yes
sendctl provision show G1 --table children --fields pupil_id,until_on,end_reason --format csv
echo '== entered by mistake'
status sendctl provision remove G1 --reason "entered twice"
sendctl provision list --fields id
status sendctl provision show G1 --fields id,name --table children
status sendctl provision join G1 ali@3B
status sendctl undo --yes
sendctl provision show G1 --table children --fields pupil_id,until_on,end_reason --format csv
sendctl pupil chronology P2
echo '== a day before the child began, after sessions the child was at'
sendctl session log -q G1 --on 2026-11-04
status sendctl provision leave G1 P1 --on 2020-01-01 --reason "a slip"
status sendctl provision edit G1 --from 2999-01-01
echo '== looked at before somebody else changed it'
status sendctl provision join G1 ali@3B --if-rev 99
status sendctl provision measure G1 P1 --exit 97 --if-rev 99
