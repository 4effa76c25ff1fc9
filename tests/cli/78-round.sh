# A round: one form, a block a child; all of it or none, and nothing that was written is lost.
sendctl init -q --today 2026-09-01 --name "Harmony Academy" --policy trust >/dev/null
for name in Adam Kit Zoe; do
	sendctl pupil add -q --forename "$name" --surname Nowak --dob 2018-06-12 --class 3B --year 4
	sendctl concern add -q "$name" --concern "slow to read" --on 2026-09-07
	sendctl pupil level -q "$name" MON --reason "watch" --on 2026-09-14 --told 2026-09-14
done
cat >editor <<'X'
#!/bin/sh
cat "$1"
[ -f filled ] && cp filled "$1"
exit 0
X
chmod +x editor
SENDCTL_EDITOR=$PWD/editor
export SENDCTL_EDITOR
status sendctl review round monitoring monitored
status sendctl review round monitoring --form
status sendctl review round weekly monitored --form
echo "-- not touched"
status sendctl review round monitoring monitored --form
echo "-- faults by line"
cat >filled <<'X'
# a comment
== P1 Adam
held_on: 2026-10-12
came: Ms Hart, Mr Lee
decision: continue
note: <<<
reads more

by himself
>>>

== P2 Kit
held_on: 31/11/2026
decision: off

== P3 Zoe
decison: off
X
status sendctl review round monitoring @3B --form >out 2>&1
sed -e '/^[#=]/d' -e '/^[a-z_]*:$/d' -e '/^$/d' -e 's|sendctl-[A-Za-z0-9]*/|sendctl-XXXXXX/|' out
sendctl review list
echo "-- put right; a block that is empty stays owed"
sed -e 's|31/11|20/11|' -e 's/decison: off/decision:/' filled >round.txt
status sendctl review round monitoring --form=round.txt --dry-run
status sendctl review round monitoring --form=round.txt
sendctl review list --fields id,pupil,kind,held_on,decision,note
sendctl pupil list --monitored --fields id,name
sendctl review show R1 --format csv --fields id,came,note
sendctl report overdue --fields due_on,rule,subject,pupil
echo "-- one that cannot be carried out: none is"
printf '== P1 Adam\nheld_on: 2026-11-20\ndecision: TGT\n== P3 Zoe\nheld_on: 2026-11-20\ndecision: continue\n' >round.txt
status sendctl review round monitoring --form=round.txt
printf '== P3 Zoe\nheld_on: 2026-11-20\ndecision: continue\n== P3 Zoe\n' >round.txt
status sendctl review round monitoring --form=round.txt
printf '== P9 Nobody\nheld_on: 2026-11-20\ndecision: continue\n' >round.txt
status sendctl review round monitoring --form=round.txt
printf 'held_on: 2026-11-20\n' >round.txt
status sendctl review round monitoring --form=round.txt
: >round.txt
status sendctl review round monitoring --form=round.txt
sendctl review list --format csv --fields id
echo "-- a planned one takes what the form says"
sendctl review schedule -q P3 --kind monitoring --on 2026-12-07
printf '== P3 Zoe\nheld_on: 2026-11-20\ndecision: continue\nnext_on: 2027-02-01\n' >round.txt
status sendctl review round monitoring --form=round.txt
sendctl review list zoe --format csv --fields id,planned_on,held_on,state,next_on
status sendctl undo --yes
sendctl review list zoe --format csv --fields id,planned_on,held_on,state,next_on
