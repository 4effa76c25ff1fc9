# support-plan: quality first teaching, SEND Support with a plan, and off.
. "$REPO/tests/story.sh"
day 2026-09-14
school support-plan
child
act concern add zoe --by "Ms Hart" --role "class teacher" --concern "Does not follow two-part instructions"
owed
echo "-- a skipped step is refused"
act concern close C1 --result register --reason "no better"
act concern step C1 trigger --note "little progress over two terms"

day 2026-10-12
act concern step C1 quality-first --note "seat, visual timetable, pre-teaching"
act concern observe C1 --by "Mr Lee" --note "in PE and maths"
day 2026-11-30
act concern step C1 trigger --note "little progress over two terms"
owed
act concern meet C1 --who "Mrs O'Brien" --who "Ms Hart" --note "told of the aims of SEND Support"
act concern close C1 --result register --reason "a trigger is met"
act pupil level zoe SS --reason "a trigger is met" --told 2026-11-30 --by "Mr Lee"
act pupil need zoe SLCN
owed
sendctl report register --fields name,level,census,primary_need,since,parents_told_on

day 2027-04-19
echo "-- off the register"
act review record zoe --kind termly --came "Mrs O'Brien" --came "Ms Hart" --parent-voice "She talks of school now" --pupil-voice "I know what to do" --note "targets met"
act pupil level zoe off --reason "progress as the others; parents agree at the review" --by "Mr Lee" --told 2027-04-19
owed
end
