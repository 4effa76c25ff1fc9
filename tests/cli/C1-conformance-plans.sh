# Where plans and reviews fall short of the policy (R85), each with the command that
# mends it.
. "$REPO/tests/story.sh"
short() {
	sendctl report conformance --fields rule,severity,subject,finding,fix,cite
}
day 2026-09-14
school waves
child
sendctl pupil level -q zoe W2 --reason "no better" --told 2026-09-14 --anyway "test" >/dev/null
sendctl pupil weigh -q zoe eal="no" looked-after="no" disability="no" pupil-premium="no" attendance="good" >/dev/null
sendctl pupil need -q zoe SLCN >/dev/null
echo "-- a plan that says little"
sendctl plan add -q zoe --due 2026-11-27 >/dev/null
sendctl target add -q PL1 --target "Says s at the start of words" --baseline "2 of 10" >/dev/null
sendctl target add -q PL1 --target "Follows two steps" >/dev/null
short
echo "-- one that says what is wanted"
sendctl target edit -q T1 --success "8 of 10" --measure count --who "Ms Hart" >/dev/null
sendctl target edit -q T2 --baseline "1 of 5" --success "4 of 5" >/dev/null
sendctl target add -q PL1 --target "Says f" --baseline "0 of 10" --success "8 of 10" >/dev/null
sendctl plan edit -q PL1 --strategies "picture cards" --provision "speech group" --parent-voice "glad of it" --pupil-voice "I like it" >/dev/null
short
echo "-- reviewed without the child, decided and not followed"
day 2026-11-23
sendctl plan agree -q PL1 --by "parent=Ewa O'Brien" --by zoe >/dev/null
sendctl review record -q zoe --kind termly --on 2026-11-23 --parent-part came --decision step-up >/dev/null
day 2026-12-14
short
sendctl review edit -q R1 --pupil-voice "more cards" >/dev/null
sendctl pupil level -q zoe W3 --reason "no progress" >/dev/null
echo "-- in time, and mended"
short
echo "-- what is late now says itself"
day 2027-04-12
short
status sendctl report conformance --exit-code -q >/dev/null
