#!/bin/sh
# make demo: a first day and a plan with the sample school, in a records file of its own
# that is gone afterwards.  Prints each command, then what it says.
set -u
cd "$(dirname "$0")/data/mis" || exit 1
prog=$1
case $prog in /*) ;; *) prog=$(cd ../../.. && pwd)/$prog ;; esac
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT INT TERM
export SENDCTL_DB="$dir/records.db" SENDCTL_TODAY=2026-11-22 HOME="$dir"
unset SENDCTL_AS SENDCTL_SCHOOL SENDCTL_FORMAT SENDCTL_NAMES XDG_DATA_HOME XDG_CONFIG_HOME
bad=0

# shellcheck disable=SC2317 # called by what run evaluates
sendctl() {
	"$prog" "$@"
}
# say WHY; run 'COMMAND' [EXIT STATUS WANTED]: the very text shown is what runs.
say() {
	printf '\n# %s\n' "$*"
}
run() {
	printf '$ %s\n' "$1"
	eval "$1" 2>&1
	got=$?
	[ "${2:-0}" = 0 ] || echo "(exit status $got)"
	[ "$got" -eq "${2:-0}" ] || {
		echo "demo: exit status $got, not ${2:-0}"
		bad=1
	}
}

echo "The sample school has 412 made-up pupils; today is taken to be Sun 22 Nov 2026."
say "A records file for the school, and the policy it works by."
run 'sendctl init --name "Elm Park Primary" --policy stages'
say "The children, from the export of the MIS. The same file again changes nothing."
run 'sendctl pupil import sims.csv'
run 'sendctl pupil import sims.csv'
say "A class teacher is worried about Zoë in 3B."
run 'sendctl concern add zoe@3B --source staff --by "Class teacher 3B" --area communication --concern "Hard to follow what she says; withdraws at carpet time" --tried "visual timetable = helped a little"'
say "What today asks for."
run 'sendctl today'
say "Ten weeks later: what is overdue? (In cron: exit status 10 means there is something.)"
run 'sendctl report overdue --today 2027-02-01 --exit-code' 10
say "For another program: children on the register whose first need is speech and language."
run "sendctl report register --json | jq -r '.rows[] | select(.primary_need == \"SLCN\") | .name' | head -n 5"
say "What the records lack, counted by rule."
run "sendctl report conformance --json | jq -r '.rows | group_by(.rule)[] | \"\\(length)  \\(.[0].rule)\"'"

say "A plan for Yusuf in 3B, who is on the register: in September, with the policy's own name and date for review."
run 'sendctl plan add yusuf@3B --on 2026-09-14 --by "Ms Hart" --strategy "Visual timetable on his table" --home "Look at the timetable for tomorrow together" --pupil-voice "I like to know what comes next" --today 2026-09-14'
run 'sendctl target add yusuf@3B --target "Joins a game of four at lunch" --baseline "watches" --success "joins in on three days a week" --measure "tally" --who "Mrs Lee" --today 2026-09-14'
run 'sendctl plan agree yusuf@3B --by parent --by pupil --today 2026-09-14'
say "What he is given for it, and the sessions as they come: whom, and who was not there."
run 'sendctl provision add --name "Lego Therapy" --pupil yusuf@3B --pupil freya@3B --staff "Mrs Lee" --role ta --minutes 30 --times 2 --weeks 10 --target T1 --entry yusuf@3B="once a week" --today 2026-09-14'
run 'sendctl session log G1 --on 2026-09-15; sendctl session log G1 --on 2026-09-17 --absent yusuf@3B="ill"'
say "The review with his mother: what was said, how the target went, what was decided, what comes next."
run 'sendctl review record yusuf@3B --kind termly --on 2026-11-20 --by "Ms Hart" --came parent --came yusuf --target T1=partly:"once or twice a week" --parent-voice "He talks about the others at home" --pupil-voice "I like Lego club" --action "a quiet table at lunch = Ms Hart by 2026-12-04" --decision continue'
run 'sendctl plan renew yusuf@3B --keep T1'
say "The page for his parents, for him, and the whole class at once: to print, to look at in a browser."
# shellcheck disable=SC2016 # run evaluates it
run 'sendctl plan print yusuf@3B -o "$HOME/yusuf.html"'
# shellcheck disable=SC2016
run 'sendctl plan print yusuf@3B --reader pupil -o "$HOME/for-yusuf.html"'
run "sed -n '/working on/,/<h2>Other/p' \"\$HOME/yusuf.html\" | sed 's/<[^>]*>//g' | grep ."
say "What it costs, shared by the children who were there."
run 'sendctl rate add ta 14.50 --from 2026-09-01'
run 'sendctl report provision @3B --costs --table children --fields name,planned_sessions,held_sessions,delivered_pence'

cat <<'END'

That was a temporary file. To begin with your own school:
    sendctl init --name "NAME OF SCHOOL" --policy stages      (sendctl policy list: which there are)
    sendctl pupil import EXPORT.csv --dry-run                 (what would happen)
    sendctl --help
END
exit $bad
