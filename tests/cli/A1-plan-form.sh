# A plan and its targets in one form; a class renewed in one; nothing that was
# written is lost (R30, R32, R34).
sendctl init -q --today 2026-09-01 --name "Elm Park Primary" --policy waves >/dev/null
for name in Adam Kit Zoe; do
	sendctl pupil add -q --forename "$name" --surname Nowak --dob 2018-06-12 --class 3B --year 4
	sendctl pupil level -q "$name" W2 --reason "slow to read" --on 2026-09-14 --told 2026-09-14 --anyway "arrived identified"
done
cat >editor <<'X'
#!/bin/sh
cp "$1" seen
[ -f filled ] && cp filled "$1"
[ -f change ] && sed -i -f change "$1"
[ -f other ] && sh ./other
[ ! -f die ] || kill -9 $$
exit 0
X
chmod +x editor
SENDCTL_EDITOR=$PWD/editor
export SENDCTL_EDITOR
tidy() { sed -e 's|/[^ ]*sendctl-[A-Za-z0-9]*/|TEMP/sendctl-XXXXXX/|'; }
echo "-- a new plan with its targets"
status sendctl plan add adam --form 2>&1 | tidy
cat seen
cat >change <<'X'
0,/^strategies:$/s//strategies: word mat on the desk/
0,/^target:$/s//target: Reads 40 words/
0,/^baseline:$/s//baseline: reads 9/
X
status sendctl plan add adam --form 2>&1 | tidy
sendctl target list adam --format csv --fields id,target,baseline,strategies
echo "-- faults by line, all at once; what was written is kept"
printf '== PL1\nreview_on: 31/11/2026\nhome: read together\n-- T1\nbaselin: 9\n-- T7\ntarget: x\n-- new\nwho: Ms Hart\n' >filled
rm change
status sendctl plan edit adam --form >out 2>&1
tidy <out
form=$(sed -n 's/.*--form=//p' out)
sed 's/31.11/18\/12/;s/baselin/baseline/;/^-- T7/,$d' "$form" >form.txt
status sendctl plan edit adam --form=form.txt -q
sendctl plan show adam --format csv --fields id,review_on,home
status sendctl plan edit adam --form=form.txt
printf '== PL9\nhome: x\n' >form.txt
status sendctl plan edit adam --form=form.txt
printf 'home: x\n' >form.txt
status sendctl plan edit adam --form=form.txt
printf '== PL1\nhome: <<<\nx\n' >form.txt
status sendctl plan edit adam --form=form.txt
printf '== PL1\n-- T1 drop\n-- new\ntarget: <<<\n== no heading\n-- nor this\n>>>\n' >form.txt
status sendctl plan edit adam --form=form.txt -q
sendctl target list adam --format csv --fields id,number,target
sendctl undo --yes >/dev/null 2>&1
echo "-- the editor is killed"
rm filled
echo 's/^home:.*/home: half a sen/' >change
: >die
status sendctl plan edit adam --form 2>&1 | tidy | grep -v Killed
rm die
echo "-- two people edit one plan: the second is told, and shown the difference"
cat >change <<'X'
s/^home:.*/home: ten minutes a day/
s/^baseline:.*/baseline: reads 11/
X
cat >other <<'X'
"$SENDCTL" plan edit adam --home "each evening" --impact "reads at age level" >/dev/null 2>&1
"$SENDCTL" target add adam --target "Spells 20 words" >/dev/null 2>&1
X
status sendctl plan edit adam --form >out 2>&1
tidy <out
rm other change
form=$(sed -n 's/.*--form=//p' out)
sendctl plan show adam --format csv --fields home,impact,rev
status sendctl plan edit adam --form="$form" --if-rev 1 -q
rev=$(sendctl plan show adam --format csv --fields rev | tail -1)
status sendctl plan edit adam --form="$form" --if-rev "$rev" -q
sendctl plan show adam --format csv --fields home,impact
sendctl target list adam --format csv --fields id,target,baseline
echo "-- a class renewed in one form"
for name in kit zoe; do
	sendctl plan add -q "$name" --strategy "paired reading"
	sendctl target add -q "$name" --target "Reads 40 words" --baseline "reads 9" --success "40 in two checks"
	sendctl target add -q "$name" --target "Spells 20 words" --baseline "8" --success "20"
	sendctl target add -q "$name" --target "Tells the time" --baseline "hours" --success "quarters"
	sendctl plan agree -q "$name" --by parent --by pupil
done
sendctl target list --format csv --fields id,pupil,target
sendctl target mark -q T9 met --note "she reads the clock in class"
status sendctl plan renew @3B --form 2>&1 | tidy
sed -n '/^== PL3/,$p' seen
echo "-- an answer for some: the others must have one"
echo '/^-- T4/,/^next:/s/^next:/next: keep/' >change
status sendctl plan renew @3B --form 2>&1 | tidy
cat >change <<'X'
/^-- T4/,/^next:/s/^next:/next: keep/
/^-- T4/,/^ehc/s/^target:.*/target: Reads 60 words/
/^-- T5/,/^next:/s/^next:/next: d/
/^-- T6/,/^next:/s/^next:/next: keep # nearly/
/^== PL2/,/^-- /s/^adults:/adults: Mrs Lee/
X
status sendctl plan renew @3B --form >out 2>&1
tidy <out | sed '/To look at/d;/and .* more/d'
sendctl plan list --format csv --fields id,pupil,cycle,state,targets,adults
sendctl target list kit --all --format csv --fields id,plan_id,target,success,carried,before_id
echo "-- left as they are: a draft, the next cycle that is there, and no answer"
rm change
status sendctl plan renew @3B --form 2>&1 | tidy
status sendctl plan renew kit --form
echo "-- changed meanwhile by somebody else"
echo '/^-- T[78]/,/^next:/s/^next:/next: keep/' >change
cat >other <<'X'
"$SENDCTL" plan close zoe --reason "caught up" >/dev/null 2>&1
X
status sendctl plan renew @3B --form 2>&1 | tidy
echo "-- a new version agreed meanwhile: the plan that the form was of is closed"
cat >other <<'X2'
"$SENDCTL" -q plan edit adam --home "Theirs"
"$SENDCTL" -q plan agree adam --by parent --by pupil --anyway "two will do"
X2
echo 's/^home:.*/home: Mine/' >change
sendctl plan agree -q adam --by parent --by pupil --anyway "two will do"
status sendctl plan edit adam --form 2>&1 | tidy
echo "-- one target twice in a form"
id=$(sendctl plan list adam --format csv --fields id | sed -n 2p)
target=$(sendctl target list adam --format csv --fields id | sed -n 2p)
printf '== %s\n-- %s\nhome: one\n-- %s\nhome: two\n' "$id" "$target" "$target" >form.txt
status sendctl plan edit "$id" --form=form.txt
