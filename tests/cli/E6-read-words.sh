# How much, how often, how many, who, by when: the ways an authority writes it; what could be
# read two ways is left and told (R62).
school
pupils
sendctl ehcp add -q P155 --final 2026-09-01 --setting "Elm Park Primary"
cat >words.txt <<'T'
Section B: Special educational needs
1) Reads below his age
2) Writes slowly
b. Spelling
iv) Number bonds
xviii) Shapes
Section E
E1: By December 2027 he reads at sight 45 words, by July 2028 he reads 90 (B1).
E2. By 31/12/2027 he writes four sentences.
E3 - By the end of Year 4 he spells ten words.
E01 is no label.
E1234 neither.
Section F
- Half an hour a day (B1)
- A half hour each school day
- An hour and a half every half term
- An hour every other week
- 1.5 hours a week
- 1.25 hours weekly
- 2 hours and 15 minutes per fortnight
- 1 hour 15 minutes every alternate week
- 1 hour and 75 minutes a week
- 30.5 minutes a week
- 20 to 30 minutes a day
- 20 - 30 minutes daily
- up to 30 minutes a week
- about 30 minutes a week
- a maximum of 30 minutes a week
- maximum 30 minutes a week
- not less than 30 minutes a week
- more than 30 minutes a week
- no more than 30 minutes a week
- thrice weekly, 10 minutes
- twice a day
- once every morning, 5 minutes
- 3 x 30 minutes a week
- 3 30-minute sessions per week
- 4 weekly sessions of 20 minutes
- 5 days a week, 10 minutes
- 300 times a year
- bi-weekly sessions
- biweekly, 30 minutes
- half termly, 45 minutes
- annually, one hour
- every two weeks 30 minutes
- every other day 10 minutes
- 30 minutes a week for 6 weeks
- a 10 week programme, 20 minutes daily
- 6 week block: 2 hours a week
- 30 minutes a week and 20 minutes a day
- 30 minutes. 40 minutes.
- 25 sessions a term, reviewed each year
- 1:1 support each day from a teaching assistant
- one to one with the speech and language therapist, 30 minutes weekly
- in a group of 1:4, 20 minutes a day
- 1:1 or 1:3, 20 minutes a day
- 2:1 at lunch
- 1-1ish help
- 1:04 of the time
- 12345 minutes a week
- a teaching assistant or a teacher, 10 minutes daily!
- ½ hour daily; 1½ hours weekly
Section J
- £1,200 a year for a laptop
- £12.50 a week
- £123456789012 in all
- GBP 5
Section K
- Report of the educational psychologist, 12 March 2026
- Paediatrician, 3/2/2026 and 4/2/2026
- Report of 2.4.26
- Undated advice
T
echo "-- as it is read"
status sendctl ehcp read P155 words.txt --dry-run --format csv --fields done,label,line,serves,quantity,doubt
echo "-- and stands"
sendctl ehcp read -q P155 words.txt >/dev/null
sendctl ehcp section P155 --format csv --fields label,minutes,times,per,weeks,who,ratio,due_on,dated_on,pence
