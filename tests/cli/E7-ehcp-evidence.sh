# Evidence for an EHC request: what the policy and the Code ask for, looked for in the
# records; the bundle for the local authority (R60).
. "$REPO/tests/story.sh"
day 2025-09-08
school circle
child
sendctl pupil add -q --forename Sam --surname Reid --dob 2018-03-01 --class 4B --year 4 --admitted-on 2022-09-05 >/dev/null
people
sendctl contact add -q --name "Piotr Nowak" --title Mr --pupil zoe --relation PAF --no-letters --no-letters-why "court order" --phone "07700 900002" >/dev/null
sendctl rate add -q ta 14.50 --from 2025-09-01 >/dev/null
Q="-q --format text --fields"
all="item,strength,state,newest_on,found,fix"
echo "-- one with nothing: what is missing, and the command for it"
status sendctl ehcp evidence sam --exit-code --fields item,strength,state,fix,cite
sendctl ehcp evidence sam --fields name,state,basis | sed -n '/^$/,$p'

echo "-- one with a year and a half of it"
sendctl agency add -q --name "Educational Psychology Service" --code EPS >/dev/null
sendctl agency add -q --name "Education Welfare Service" --code EWS >/dev/null
sendctl consent add -q zoe --purpose agency --by "Ewa O'Brien" >/dev/null
sendctl pupil level -q zoe SS --reason "two years behind in reading" --told 2025-09-08 --anyway test >/dev/null
sendctl pupil need -q zoe SLCN,SPLD >/dev/null
sendctl plan add -q zoe --parent-voice "She hides her books from Mr Nowak" >/dev/null
sendctl target add -q zoe --target "Reads 45 words" --baseline "12" --success "45" >/dev/null
sendctl ehcp evidence zoe $Q item,state,found,fix | grep -e '^plans' -e parent-views
day 2025-09-12
sendctl plan agree -q zoe --by parent --by pupil --anyway "one is enough"
sendctl provision add -q --name "Precision Teaching" --pupil zoe --staff "Mrs Lee" --minutes 15 --days tue,thu --weeks 4 --from 2025-09-16 --entry 12 >/dev/null
sendctl ehcp evidence zoe $Q $all
day 2025-12-10
sendctl session log -q --staff "Mrs Lee" --from 2025-09-16 --until 2025-10-10
sendctl provision measure -q G1 zoe --exit 31 --on 2025-10-09
sendctl provision evaluate -q G1 --evaluation "on the way"
sendctl review record -q zoe --kind termly --on 2025-12-10 --came "Mrs O'Brien" --came Zoe --target 1=met --parent-voice "She reads to her brother; Piotr Nowak does not come" --pupil-voice "I can read the bus" --decision continue >/dev/null
sendctl plan renew -q zoe --keep-all >/dev/null
sendctl target add -q zoe --target "Reads 100 words" --baseline "45" --success "100" >/dev/null
sendctl plan agree -q zoe --by parent --by pupil --anyway "one is enough"
sendctl referral add -q zoe --agency EPS --reason "slow in spite of help" --sent-on 2025-12-10 >/dev/null
sendctl ehcp evidence zoe $Q item,state,found,fix | grep -e '^plans' -e '^reviews' -e '^specialist'
day 2026-03-20
sendctl referral mark -q RF1 --accepted 2026-01-12 --seen 2026-02-02 --report 2026-03-02 --advice "Try smaller steps"
sendctl review record -q zoe --kind termly --on 2026-03-20 --came "Mrs O'Brien" --decision continue >/dev/null
printf 'age 8:00, reads as 6:01' >"reading.txt"
printf 'hears well' >"hearing.txt"
printf 'private' >"other.txt"
sendctl pupil attach -q zoe reading.txt --title "Reading age, March" >/dev/null
sendctl pupil attach -q zoe hearing.txt --title "Hearing test" >/dev/null
sendctl pupil attach -q zoe other.txt --title "A drawing" >/dev/null
sendctl consent add -q zoe --purpose ehc-request --by "Ewa O'Brien" --how signed >/dev/null
status sendctl ehcp evidence zoe --exit-code --fields $all
echo "-- as a program reads it"
sendctl ehcp evidence zoe --json | python3 -c '
import json, sys
a = json.load(sys.stdin)
print(a["schema"], len(a["rows"]), list(a["rows"][0]))
print([r["item"] for r in a["rows"] if r["state"] == "not-needed"])
print([(r["item"], r["records"], r["count"], r["old_on"]) for r in a["rows"] if r["basis"] != "law"])'
sendctl ehcp evidence zoe --format csv --fields item,cite,confidence | tail -6

echo "-- views a year old to the day, and a day more"
for on in 2026-12-10 2026-12-11; do
	SENDCTL_TODAY=$on sendctl ehcp evidence zoe --format csv --fields item,state,newest_on,old_on,fix | grep views
done

echo "-- the bundle: tried, made, not twice, not over a file"
day 2026-03-23
status sendctl ehcp evidence zoe --pack zoe-evidence --dry-run
ls -d zoe-evidence* 2>&1
status sendctl ehcp evidence zoe --pack zoe-evidence --without AT9
ls -d zoe-evidence* 2>&1
status sendctl ehcp evidence zoe --pack zoe-evidence --without AT3 --as "Mr Shah" --to "Birmingham SENAR" 2>&1 | sed "s/[0-9]* KB/N KB/"
status sendctl ehcp evidence zoe --pack zoe-evidence
status sendctl ehcp evidence zoe --pack "$PWD/reading.txt"
stat -c '%a %n' zoe-evidence zoe-evidence/*
(cd zoe-evidence && sha256sum -c --quiet SHA256SUMS && b2sum -l 256 -c --quiet BLAKE2SUMS && wc -l <SHA256SUMS)
cmp reading.txt zoe-evidence/AT1-reading.txt && echo same
blocks zoe-evidence/index.html | sed 's/[0-9]* bytes, [0-9a-f]\{64\}/N bytes, DIGEST/'
grep -o 'href="[^"]*"' zoe-evidence/index.html | sort -u | sed 's/href="\(.*\)"/\1/' | while read -r file; do [ -f "zoe-evidence/$file" ] || echo "no $file"; done
grep -l -i -e nowak -e '900002' zoe-evidence/* || echo "nobody who is not to be named"
python3 - <<'X'
import json
e = json.load(open("zoe-evidence/evidence.json"))
print(e["schema"], sorted({r["state"] for r in e["rows"]}))
p = json.load(open("zoe-evidence/provision.json"))["rows"][0]
print({k: p[k] for k in ("id", "planned", "held", "there", "planned_pence", "given_pence", "entry", "exit")})
c = json.load(open("zoe-evidence/child.json"))["rows"][0]
print([k for k in c if isinstance(c[k], list)])
print(json.load(open("zoe-evidence/plan-PL1.json"))["rows"][0]["parent_voice"])
X
sendctl audit list zoe --values --format csv | grep ",note," | cut -d, -f6,8,10-
sendctl undo --list | head -3

echo "-- what it does not take"
status sendctl ehcp evidence nobody
status sendctl ehcp evidence zoe --for sspp
status sendctl ehcp evidence zoe --without AT1

echo "-- a child with a plan: the bundle passes the wall of regulation 17, and is kept as shown"
day 2026-07-20
sendctl ehcp request -q zoe --source school --sent 2026-03-23 --received 2026-03-24 --authority "Birmingham City Council" >/dev/null
sendctl ehcp decision -q zoe --decision assess --on 2026-05-01 >/dev/null
sendctl ehcp draft -q zoe --served 2026-06-15 >/dev/null
sendctl ehcp final -q zoe --on 2026-07-10 --setting "Elm Park Primary" --keep-level >/dev/null
status sendctl ehcp evidence zoe --pack asked 2>&1 | sed "s/[0-9]* KB/N KB/"
status sendctl ehcp evidence zoe --pack other --to "Anybody Ltd" 2>&1 | sed "s/[0-9]* KB/N KB/"
ls -d other* 2>&1
status sendctl ehcp evidence zoe --ground consent
status sendctl ehcp evidence zoe --pack other --to "Anybody Ltd" --ground nonsense
sendctl disclosure list zoe --fields what,who,ground
