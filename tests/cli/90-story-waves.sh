# waves: one child from the first concern to the register and off it, by the book.
. "$REPO/tests/story.sh"
day 2026-09-14
school waves
child
act concern add zoe --by "Ms Hart" --role "class teacher" --concern "Does not follow two-part instructions" --tried "visual timetable = helped a little"
owed
echo "-- a skipped step is refused"
act concern step C1 consent --who "Mrs O'Brien"
act concern close C1 --result register --reason "no better"
act pupil level zoe W2 --reason "no better"

day 2026-09-28
act concern observe C1 --by "Mr Lee" --note "looks to the others first"
day 2026-10-05
act concern meet C1 --who "Mrs O'Brien" --who "Ms Hart" --who "Mr Lee" --note "shy at home too; hearing tested in June"
owed
act concern step C1 consent --who "Mrs O'Brien"

echo "-- the register: Wave 2"
act concern close C1 --result register --reason "one-step instructions only, observed twice"
act pupil level zoe W2 --reason "short-term programme for listening" --by "Mr Lee"
owed
day 2026-10-07
act pupil level zoe W2 --told 2026-10-06
act pupil need zoe SLCN
owed
sendctl report register --fields name,level,census,primary_need,since,parents_told_on

day 2027-03-22
echo "-- better: back to Wave 1, and off"
act review record zoe --kind termly --came "Mrs O'Brien" --came "Ms Hart" --parent-voice "She talks of school now" --pupil-voice "I know what to do" --note "targets met"
act pupil level zoe W1 --reason "follows instructions in class; gap closed at the review" --by "Mr Lee" --told 2027-03-22
owed
day 2027-07-05
act pupil level zoe off --reason "still well two terms on; parents agree" --told 2027-07-05
owed
end
