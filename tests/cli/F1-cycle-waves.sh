# waves: one cycle of an IEP at Wave 2, three targets, with the parents' consent; no
# progress at the review: Wave 3 (R26, R30 to R38, R50, R51).
. "$REPO/tests/story.sh"

day 2026-09-14
school waves
child
people
sendctl rate add -q ta 13.20 --from 2026-09-01 >/dev/null
echo "-- no consent, no Wave 2"
act pupil level zoe W2 --reason "no progress at the review of Wave 1" --by "Mr Shah" --told 2026-09-14
act consent add zoe --purpose support --by "Ewa O'Brien" --from 2026-09-14
act pupil level zoe W2 --reason "no progress at the review of Wave 1" --by "Mr Shah" --told 2026-09-14
act pupil need zoe SLCN
act pupil weigh zoe eal="English at home" looked-after=no disability=no pupil-premium=no attendance="97 per cent"
owed

day 2026-09-21
echo "-- the IEP: three or four targets, short and long term"
act plan add zoe --by "Mr Shah" --strategy "Instructions in two steps, with a picture each" --provision "a quiet place to listen" --home "Play 'Simon says' three times a week" --adults "Jane Hart, Mrs Lee" --parent-voice "She hears well but drifts away" --parent-voice-on 2026-09-18 --pupil-voice "It is too loud" --pupil-voice-on 2026-09-18
act target add zoe --target "Follows an instruction of two parts" --baseline "one part" --success "four times in five" --measure "tally" --who "Mrs Lee"
act target add zoe --target "Says when she has not understood" --baseline "never" --success "twice a day for two weeks" --measure "tick on the card" --who "Jane Hart"
act plan agree zoe --by "Ewa O'Brien" --by Zoe
act target add zoe --horizon long --target "Retells a story of five events in order" --baseline "one event" --success "five events, twice" --measure "recording" --who "Jane Hart" --due 2027-07-16
act plan check zoe
act plan agree zoe --by "Ewa O'Brien" --by Zoe
owed
act provision add --name "Listening group" --kind withdrawal --wave "Wave 2" --area communication --pupil zoe --staff "Mrs Lee" --minutes 20 --days mon,wed,fri --at 11:00 --weeks 4 --from 2026-09-28 --target T1 --entry "1 of 5"
page PL1 parent
day 2026-10-23
echo "-- by exception: ill on two days, a fire drill"
act session log G1 --from 2026-09-28 --until 2026-10-24 --absent "zoe on 2026-10-06 = ill"
act session log G1 --from 2026-09-28 --until 2026-10-24 --absent "zoe on 2026-10-05 = ill" --absent "zoe on 2026-10-07 = ill" --cancelled "2026-10-16 = fire drill"
act report delivery
act provision measure G1 zoe --exit "2 of 5"
act provision evaluate G1 --evaluation "too little; one to one next" --result zoe=less

day 2026-12-07
echo "-- the review: no progress seen, a step up"
act review invite zoe --all
act review schedule zoe --kind termly --on 2026-12-09
act review invite zoe --all --how "in person"
day 2026-12-09
act review record zoe --came Mum --came "Ms Hart" --came "Mr Shah" --came Zoe --target 1=less:"two times in five" --target 2=met --target 3=much-less:"one event still" --parent-voice "We want somebody to look at her hearing again" --pupil-voice "I put my card up" --action "hearing test = Mum by 2027-01-15" --action "programme from the SLT pack = Mr Shah by 2027-01-08" --decision "step-up"
owed
act pupil level zoe W3 --reason "progress still not seen at the review" --by "Mr Shah" --told 2026-12-09
act plan renew zoe --keep T1 --change "T3=Retells a story of three events in order"
act target edit T4 --baseline "two times in five" -q
act target edit T5 --success "three events, twice" -q
act target add zoe --target "Listens to the end of a story of five minutes" --baseline "two minutes" --success "five minutes, three days running" --measure "stopwatch" --who "Mrs Lee"
act plan agree zoe --by "Ewa O'Brien" --by Zoe --on 2026-12-09
page PL2 parent
page PL2 pupil
owed

echo "-- 12 sessions planned at 20 minutes: 1320 / 3 = 4.40 each, 52.80; 11 held, 48.40"
sendctl report provision --costs --table children --fields name,planned_sessions,held_sessions,planned_pence,delivered_pence
sendctl report provision -q -o map.html
blocks map.html
sendctl pupil show zoe
end
