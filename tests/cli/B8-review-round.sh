# An evening with parents: one form, the targets of each plan in it; read back whole or not at all (R50, R51).
sendctl init -q --today 2026-09-01 --name "Elm Park" --policy circle >/dev/null
for name in Adam Kit Zoe; do
	sendctl pupil add -q --forename "$name" --surname Nowak --dob 2018-06-12 --class 3B --year 4 >/dev/null
	sendctl pupil level -q "$name" SS --reason "needs help" --on 2026-09-14 --told 2026-09-14 --anyway "plans come at the meeting"
done
sendctl contact add -q --name "Ewa Nowak" --title Mrs --pupil zoe --pupil adam --relation PAM --responsibility yes >/dev/null
for name in Adam Zoe; do
	sendctl plan add -q "$name" --on 2026-09-28 --due 2026-12-11 >/dev/null
	sendctl target add -q "$name" --target "Read 40 of the first 45 words = all but five" --baseline "12 of 45" --success "40 of 45" >/dev/null
	sendctl target add -q "$name" --target "Answer in a group of six once a lesson" --baseline "never" --success "once a lesson" >/dev/null
done
sendctl review schedule -q zoe --kind parents --on 2026-11-18 --by "Ms Hart"
cat >editor <<'X'
#!/bin/sh
cat "$1"
[ -f filled ] && cp filled "$1"
exit 0
X
chmod +x editor
SENDCTL_EDITOR=$PWD/editor
export SENDCTL_EDITOR
echo "-- the form"
status sendctl review round parents @3B --on 2026-11-18 --by "Ms Hart" --form
echo "-- faults, each with its line"
cat >filled <<'X'
held_on: 2026-11-18
led_by: Ms Hart

== P1 Adam
came: Mum
T1: Read 40 words = splendid
T2: Answer in a group = met: five times
action: ring the EP = Ms Hart by someday
decision: nowhere

== P2 Kit
came: Mrs Nowak
T9: no plan = met

== P3 Zoe
came: Mum, Zoe
parent_voice: <<<
T3: she says this line is no target
action: nor is this one an action
>>>
T3: Read 40 words = +1
T4: =
note: well
decision: continue
X
status sendctl review round parents @3B --form >out 2>&1
sed -e '/^[#=]/d' -e '/^[a-z_]*:$/d' -e '/^T[0-9]*: /d' -e '/^held_on: /d' -e '/^led_by: /d' -e '/^$/d' -e 's|sendctl-[A-Za-z0-9]*/|sendctl-XXXXXX/|' out
sendctl review list --format csv --fields id,held_on
echo "-- put right"
sed -e 's/splendid/partly: slowly/' -e 's/someday/4 Dec 2026/' -e 's/nowhere/adapt/' -e '/^T9/d' filled >evening.txt
status sendctl review round parents --form=evening.txt --dry-run
status sendctl review round parents --form=evening.txt
sendctl review list --fields id,pupil,kind,planned_on,held_on,led_by,parent_part,pupil_part,decision
sendctl review show R1
sendctl action list --fields id,pupil,what,who,due_on,record
echo "-- the same file again"
status sendctl review round parents --form=evening.txt
echo "-- nothing above the first block, and no day"
printf 'came: Mum\n== P1 Adam\n' >round.txt
status sendctl review round parents --form=round.txt
printf '== P1 Adam\ncame: Mum\n' >round.txt
status sendctl review round parents --form=round.txt
status sendctl review round parents --form=round.txt --on 2026-11-19
printf 'held_on: 31/11/2026\n== P1 Adam\ncame: Mum\n' >round.txt
status sendctl review round parents --form=round.txt
echo "-- one review by its plan, in a form"
cat >filled <<'X'
== P3 Zoe
held_on: 2026-11-20
came: Mum
T3: Read 40 words = met
T4: Answer = not met
decision: end
X
status sendctl review record PL2 --form >out 2>&1
sed -n -e '/^== /,$p' out
sendctl review list zoe --format csv --fields id,kind,held_on,decision
status sendctl undo --yes
echo "-- what is typed beside a form is not lost without a word; nobody else's block"
status sendctl review record zoe --kind parents --on 2026-11-20 --came Mum --form=round.txt
printf 'held_on: 2026-11-20\n== P1 Adam\ncame: Mum\n' >round.txt
status sendctl review record zoe --kind parents --form=round.txt
echo "-- one planned that is a meeting with the parents too waits still: said"
sendctl review schedule -q kit --kind termly --on 2026-12-07
printf 'held_on: 2026-11-20\n== P2 Kit\ncame: Mum\n' >round.txt
status sendctl review round parents @3B --form=round.txt
