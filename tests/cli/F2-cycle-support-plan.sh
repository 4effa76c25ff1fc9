# support-plan: one cycle of a SEND Support Plan; the parents are met three times a year (R30
# to R38, R50 to R53, R86).
. "$REPO/tests/story.sh"

day 2026-09-07
school support-plan
child
people
sendctl concern add -q zoe --by "Ms Hart" --role "class teacher" --concern "Reads word by word; guesses from pictures" >/dev/null
sendctl concern step -q C1 quality-first --note "word mat, pre-teaching"
sendctl concern step -q C1 trigger --note "little or no progress over two terms"
sendctl concern meet -q C1 --who "Mrs O'Brien" --who "Ms Hart" --note "told of the aims of SEND Support"
sendctl concern close -q C1 --result register --reason "a trigger is met"
act pupil level zoe SS --reason "little progress after quality first teaching" --by "Mr Shah" --told 2026-09-07
act pupil need zoe SPLD
owed
day 2026-09-16
echo "-- the SEND Support Plan: in one form"
cat >editor <<'X'
#!/bin/sh
sed -e '0,/^strategies:$/s||strategies: word mat on the desk|' -e '0,/^home:$/s||home: Read together ten minutes a day|' \
	-e 's|^adults:$|adults: Jane Hart, Mrs Lee|' -e 's|^impact:$|impact: within six months of age by July|' \
	-e 's|^parent_voice:$|parent_voice: Her brother hid his books too|' -e 's|^pupil_voice:$|pupil_voice: I like stories, not reading|' \
	-e '0,/^target:$/s||target: Reads at 90 words in a minute|' -e '0,/^baseline:$/s||baseline: 52|' -e '0,/^success:$/s||success: 90 on two days|' \
	-e '0,/^measure:$/s||measure: one-minute reading|' -e '0,/^who:$/s||who: Mrs Lee|' "$1" >filled && cp filled "$1"
X
chmod +x editor
SENDCTL_EDITOR=$PWD/editor
export SENDCTL_EDITOR
act plan add zoe --form
act plan agree zoe --by "Ewa O'Brien"
act intervention add "Reading together" --area cognition --kind withdrawal --measure "words in a minute" --minutes 20 --times 2 --weeks 6
act provision add --intervention "Reading together" --pupil zoe --staff "Mrs Lee" --from 2026-09-21 --target T1 --entry 52
sendctl rate add -q ta 14 --from 2026-09-01 >/dev/null
page PL1 parent
day 2026-11-13
act session log G1 --from 2026-09-21 --until 2026-11-13
act provision measure G1 zoe --exit 71
act provision evaluate G1 --evaluation "19 words more in six weeks" --result zoe=expected --mark zoe="4 of 5" --voice zoe="I read the menu"
echo "-- parents' evening"
act review record zoe --kind parents --on 2026-11-12 --by "Ms Hart" --came Mum --note "reads the menu in town"
owed
day 2026-12-14
act review record zoe --kind termly --by "Ms Hart" --came Mum --apologies "Mr Shah" --target T1=partly:"71 words" --parent-voice "More of the same please" --pupil-voice "I want Mrs Lee" --decision continue --due 2027-03-15
act plan renew zoe --keep T1 --by "Ms Hart"
act target edit T2 --baseline "71" -q
act plan agree zoe --by "Ewa O'Brien" --on 2026-12-14
owed
echo "-- spring: on 26 March the meeting is late"
day 2027-03-26
act report overdue
sendctl report meetings --table ring --format csv
day 2027-04-14
echo "-- held in the first days of the summer: it is the one of the spring"
act review record zoe --kind termly --by "Ms Hart" --came Mum --came Zoe --target T2=met:"91 and 93" --parent-voice "She reads in bed" --pupil-voice "I read in bed" --decision continue
sendctl report meetings --table ring --format csv
owed
echo "-- the yearly report to the parents"
day 2027-07-09
act review record zoe --kind parents --on 2027-07-08 --by "Ms Hart" --came Mum
echo "-- three meetings in the year, the second late: nobody to ring"
sendctl report meetings --until 2027-09-01 --table ring --format csv
act pupil report zoe -o report.html
blocks report.html
act pupil report zoe --sent 2027-07-09
owed
echo "-- 12 sessions of 20 minutes at 14.00: 466.67, to the penny 4.67, 56.04"
sendctl report provision --costs --table children --fields name,planned_sessions,held_sessions,planned_pence,delivered_pence
sendctl report impact --intervention "Reading together" --table children --fields child,from_on,entry,exit,gain,result,minutes,pence
page PL2 staff
end
