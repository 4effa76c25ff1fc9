# stages: six weeks of Stage A, inclusion referral and consent for B, C on the register, off.
. "$REPO/tests/story.sh"
day 2026-09-14
school stages
child
act concern add zoe --by "Ms Hart" --role "class teacher" --concern "Does not follow two-part instructions"
owed
echo "-- a skipped step is refused"
act concern step C1 referral --by "Ms Hart"
act pupil level zoe B --reason "no better" --on-register no

day 2026-09-21
act concern step C1 causes --note "no bereavement, no bullying; speaks English at home"
act concern meet C1 --who "Mrs O'Brien" --note "hears well"
act concern strategies C1 --strategy "visual timetable" --strategy "seat by the board" --due 2026-10-23
owed
day 2026-10-26
owed
day 2026-11-02
echo "-- six weeks are over"
owed
act concern step C1 referral --by "Ms Hart"
act concern step C1 consent --who "Mrs O'Brien"
act concern step C1 referral --by "Ms Hart"
act concern observe C1 --by "Mr Lee" --note "recommends precision teaching" --due 2026-12-11
owed
echo "-- Stage B, not yet on the register"
act pupil level zoe B --reason "inclusion referral accepted" --on-register no --by "Mr Lee"
owed
day 2026-12-11
act concern step C1 itp
act concern close C1 --result register --reason "no better with the targeted plan"
act pupil level zoe C --reason "no better with the targeted plan" --by "Mr Lee"
act pupil need zoe SLCN
owed
day 2026-12-18
act pupil level zoe C --told 2026-12-17
owed
sendctl report register --fields name,level,census,primary_need,since,parents_told_on

day 2027-06-14
echo "-- off the register at the review"
act review record zoe --kind termly --came "Mrs O'Brien" --came "Ms Hart" --parent-voice "She talks of school now" --pupil-voice "I know what to do" --note "targets met"
act pupil level zoe off --reason "targets met at the termly review; parents agree" --by "Mr Lee" --told 2027-06-14
owed
end
