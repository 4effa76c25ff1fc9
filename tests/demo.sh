#!/bin/sh
# make demo: a first day with the sample school, in a records file of its own
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

cat <<'END'

That was a temporary file. To begin with your own school:
    sendctl init --name "NAME OF SCHOOL" --policy stages      (sendctl policy list: which there are)
    sendctl pupil import EXPORT.csv --dry-run                 (what would happen)
    sendctl --help
END
exit $bad
