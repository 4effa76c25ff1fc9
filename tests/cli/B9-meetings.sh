# The part of parents and pupils in reviews, targets met, meetings missing and whom to ring (R53, R55).
sendctl init -q --today 2025-09-01 --name "Elm Park" --policy circle >/dev/null
child() {
	sendctl pupil add -q --today 2025-09-01 --forename "$1" --surname "$2" --dob 2018-06-12 --class "$3" --year "$4" >/dev/null
	[ "$5" = none ] || sendctl pupil level -q "$1" "$5" --reason "needs help" --on "$6" --told "$6" --anyway "plans come later"
}
child Ada Lowe 3A 3 SS 2025-09-15
child Ben Lowe 4B 4 SS 2025-09-15
child Cai Moss 3A 3 SS 2026-11-16
child Dot Nash 4B 4 EHC 2025-09-15
child Eli Orr 4B 4 none 2025-09-15
child Fay Pike 3A 3 SS 2025-09-15
sendctl pupil need -q ada SLCN --on 2025-09-15 --specialist SLT
sendctl pupil need -q ben SLCN --on 2025-09-15
sendctl contact add -q --name "Ann Lowe" --pupil ada --pupil ben --relation PAM --responsibility yes --phone "07700 900001" --language Polish --interpreter yes >/dev/null
sendctl contact add -q --name "Max Moss" --pupil cai --relation PAF --responsibility yes --phone "07700 900002" --no-letters --no-letters-why "court order" >/dev/null
sendctl contact add -q --name "Gil Nash" --pupil dot --relation CAR --responsibility yes >/dev/null
echo "-- last year: three terms"
sendctl review record -q ada --kind parents --on 2025-11-17 --came Mum --by "Ms Hart"
sendctl review record -q ada --kind parents --on 2026-03-09 --came Mum --by "Ms Hart"
sendctl review record -q ada --kind termly --on 2026-06-15 --came Mum --came ada --by "Ms Hart"
sendctl review record -q ben --kind parents --on 2025-11-17 --apologies Mum --by "Ms Hart"
sendctl review record -q ben --kind termly --on 2026-03-09 --came "Ms Hart" --parent-voice "all well" --by "Mr Lee"
sendctl review record -q dot --kind annual --on 2026-06-15 --came "Gil Nash" --pupil-voice "I like maths" --by "Mr Lee"
sendctl review record -q eli --kind progress --on 2026-06-15 --note "well"
sendctl review record -q fay --kind parents --on 2025-11-17
sendctl plan add -q ada --on 2025-09-28 --due 2026-07-10 >/dev/null 2>&1
sendctl target add -q ada --target "Read 40 of the first 45 words" --baseline "12 of 45" --success "40 of 45" >/dev/null
sendctl target add -q ada --target "Answer once a lesson" --baseline "never" --success "once" >/dev/null
sendctl review record -q ada --kind transition --on 2026-06-22 --target T1=met --target T2=less
sendctl report meetings --from 2025-09-01 --until 2026-09-01 --today 2026-09-01
echo "-- this year so far"
sendctl report meetings --table ring --format csv
sendctl report meetings --table ring --format csv --names initials
sendctl report meetings --by class --table by_class --format csv --fields group,children,reviews,wanted,missing,children_short
sendctl review record -q cai --kind parents --on 2026-11-18 --came Dad
sendctl report meetings --table ring --fields pupil,held,wanted,last_on,contact,phone,note
echo "-- for outside"
status sendctl report meetings --public --by adult
sendctl report meetings --public --from 2025-09-01 --until 2026-09-01 --by kind
status sendctl report meetings --from 2026-09-01 --until 2026-09-01
sendctl report meetings --from 2025-09-01 --until 2026-09-01 --by premium --json
