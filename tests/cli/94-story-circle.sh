# circle: tried, form, observed, strategies, solution circle, agencies, the register, off.
. "$REPO/tests/story.sh"
day 2026-09-14
school circle
child
act concern add zoe --by "Ms Hart" --role "class teacher" --concern "Does not follow two-part instructions" --tried "visual timetable = helped a little" --wanted "an observation"
owed
echo "-- a skipped step is refused"
act concern circle C1 --who "Ms Hart" --proposed "a quiet start"
act concern close C1 --result register --reason "no better"

day 2026-09-21
act concern observe C1 --by "Mr Lee" --note "looks to the others first"
act concern strategies C1 --strategy "seat by the board" --strategy "word mat" --due 2026-10-23
owed
day 2026-10-26
owed
act concern circle C1 --who "Ms Hart" --who "Mr Lee (TA)" --proposed "a quiet start" --proposed "a buddy" --due 2026-11-27
owed
act concern meet C1 --who "Mrs O'Brien" --who "Ms Hart" --note "hears well"
day 2026-11-27
act concern agency C1 --note "speech and language therapy; parents agree"
act concern close C1 --result register --reason "no better after the solution circle"
act pupil level zoe SS --reason "no better after the solution circle"
act pupil profile zoe --strengths "draws, helps others" --areas "listening" --help-best "say my name first"
act pupil level zoe SS --reason "no better after the solution circle" --by "Mr Lee" --told 2026-11-27
act pupil need zoe SLCN
owed
sendctl report register --fields name,level,census,primary_need,since,parents_told_on

day 2027-06-14
echo "-- down and off the register"
act review record zoe --kind termly --came "Mrs O'Brien" --came "Ms Hart" --parent-voice "She talks of school now" --pupil-voice "I know what to do" --note "targets met"
act pupil level zoe off --reason "progress as the others; parents agree" --by "Mr Lee" --told 2027-06-14
owed
end
