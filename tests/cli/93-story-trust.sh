# trust: the monitoring register and its checks, targeted support, the criteria to leave.
. "$REPO/tests/story.sh"
day 2026-09-14
school trust
child
act concern add zoe --by "Ms Hart" --role "class teacher" --concern "Does not follow two-part instructions"
owed
echo "-- a skipped step is refused"
act concern step C1 monitored --by "Mr Lee"
act concern close C1 --result register --reason "no better"

act pupil weigh zoe attendance="97 per cent" trauma="none known" eal="English at home"
day 2026-09-16
act concern step C1 coordinator --by "Ms Hart"
act concern meet C1 --who "Mrs O'Brien" --note "hears well"
act concern step C1 monitored --by "Mr Lee"
act concern strategies C1 --strategy "seat by the board"
owed
day 2026-10-20
act review record zoe --kind monitoring --came "Ms Hart" --decision continue --note "a little better"
owed
day 2026-12-14
echo "-- the second check: nobody is left on the list"
sendctl today
act review record zoe --kind monitoring --came "Ms Hart" --decision TGT --note "no better"
act pupil profile zoe --strengths "draws, helps others" --areas "listening" --help-best "say my name first"
act review record zoe --kind monitoring --came "Ms Hart" --decision TGT --note "no better"
act consent add zoe --purpose agreement --by "Mrs O'Brien" --how signed
act review record zoe --kind monitoring --came "Ms Hart" --decision TGT --note "no better"
act concern close C1 --result register --reason "no better at the second check"
owed
day 2026-12-16
act pupil level zoe TGT --told 2026-12-15
act pupil need zoe SLCN
owed
sendctl report register --fields name,level,census,primary_need,since,parents_told_on

day 2027-06-14
echo "-- the criteria to leave the record"
act review record zoe --kind termly --came "Mrs O'Brien" --came "Ms Hart" --parent-voice "She talks of school now" --pupil-voice "I know what to do" --note "targets met"
act pupil level zoe off --reason "working at the level of the others; parents agree" --by "Mr Lee" --told 2027-06-14
owed
end
