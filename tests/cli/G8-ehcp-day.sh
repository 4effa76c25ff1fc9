# A SENCo's day with EHC cases: what each answer says to do next, and that no more is
# said of the law than it says (R59, R63, R65, R67).
school waves
today() { export SENDCTL_TODAY=$1; }
sendctl pupil add -q --forename Zoe --surname Reid --dob 2018-03-01 --class 3B --year 3 >/dev/null
sendctl pupil level -q zoe EHC --reason "came with a plan" --anyway "the plan is the agreement" >/dev/null
sendctl contact add -q zoe --name "Anna Reid" --relation mother --responsibility yes >/dev/null
echo "== of a child with a plan the Act asks no telling of SEN support (CFA 2014 s.68)"
sendctl report conformance --format csv --fields rule,finding | grep parents-told || echo none
sendctl report due --format csv --fields rule,what | grep parents-told || echo none
echo "== a plan by the register with no case: counted nowhere, and that is said"
sendctl report ehcp 2>&1 | grep register
sendctl report ehcp --public 2>&1 | grep "Not all"
echo "== a plan of long ago: reviewed since? its sections next"
sendctl ehcp add zoe --final 2024-12-10 --authority Birmingham --officer "Ms Ali"
sendctl undo --yes >/dev/null 2>&1
sendctl ehcp add zoe --final 2024-12-10 --last-review 2025-12-05 --setting "Elm Park" --authority Birmingham --officer "Ms Ali"
echo "== a parent who is not to be written to is not asked, and that is said"
sendctl contact add -q zoe --name "Jon Reid" --relation father --responsibility yes --no-letters --no-letters-why "court order" >/dev/null
sendctl review schedule -q zoe --kind annual --on 2027-01-11
sendctl review invite zoe --all 2>&1 | grep "asked to\|Not asked"
sendctl review remove -q R1 --reason "held sooner"
echo "== the agreement to a request is no stranger, whatever the policy asks for"
sendctl consent add zoe --purpose ehc-request --by "Anna Reid"
echo "== an outcome that was not looked at is the one that is named"
sendctl ehcp section -q zoe E "asks for help" >/dev/null
sendctl ehcp section -q zoe E "plays in a group" >/dev/null
sendctl review record zoe --kind annual --came Anna --outcome "E1=on track: asks her friend" --decision amend 2>&1 | grep "looked at"
echo "== an adult is vague where an adult gives it, not where a child meets one"
sendctl ehcp section -q zoe E "plays a game without an adult" >/dev/null
sendctl ehcp section -q zoe F "time with an adult" --minutes 15 --times 1 --per day >/dev/null
sendctl ehcp delivery zoe --until 2026-11-22 2>&1 | grep "on record"
sendctl ehcp delivery zoe --from 2026-11-22 2>&1 | grep "on record" || echo "nothing before it is counted"
sendctl ehcp lint zoe --format csv --fields label,word
echo "== staff are told, parents are met with"
sendctl ehcp told zoe --who "Mr Dale" 2>&1 | grep Mr
sendctl ehcp met zoe --who "Anna Reid" 2>&1 | grep Anna
echo "== what the law's steps name as their command takes them"
sendctl law list --format json | tr '{' '\n' | grep -o '"fix":"sendctl ehcp event [^"]*' | grep -v 'draft-comments\|under-five-considered\|reassess' || echo "no event that has a command of its own"
sendctl law show hearing | grep When
echo "== a disagreement about the school alone needs no certificate"
today 2026-11-23
sendctl ehcp decision zoe --decision amend --on 2026-11-23 >/dev/null 2>&1
sendctl ehcp amended -q zoe --on 2026-11-23 >/dev/null
sendctl appeal add zoe --against contents --sections I 2>&1 | grep Next
sendctl undo --yes >/dev/null 2>&1
sendctl appeal add zoe --against contents --sections "B, F" 2>&1 | grep Next
echo "== the child leaves: where the officer stands"
sendctl pupil leave zoe --next-school "Hill Top" --on 2026-11-23 2>&1 | grep "Birmingham\|Section I"
