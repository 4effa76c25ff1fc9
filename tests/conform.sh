#!/bin/sh
# Holds every command of the table to what help, man page, completion and
# schema say of it.  Prints "not ok ..." and the count.
set -u
cd "$(dirname "$0")/.." || exit 1
repo=$(pwd)
B=${B:-build}
case $B in /*) ;; *) B=$repo/$B ;; esac
prog=$B/sendctl-test
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT INT TERM
export HOME="$dir" SENDCTL_DB="$dir/records.db" SENDCTL_TODAY=2026-11-22 LC_ALL=C.UTF-8 TZ=Europe/London
unset SENDCTL_AS SENDCTL_SCHOOL SENDCTL_FORMAT SENDCTL_NAMES XDG_DATA_HOME XDG_CONFIG_HOME
passed=0
failed=0

# expect WHAT STATUS: counts it.
expect() {
	if [ "$2" -eq 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "not ok $1"
	fi
}

"$B/commands" >"$dir/commands" || exit 1
for page in "$B"/man/*.1; do
	[ -f "$page" ] && mandoc -T utf8 "$page" 2>/dev/null | sed 's/.\x08//g'
done | tr -s ' \n' ' ' >"$dir/man"

# A school with something in every answer.
"$prog" init -q --name "Elm Park Primary" --policy stages --dfe 888/3034 >/dev/null &&
	"$prog" pupil import -q tests/data/mis/bromcom.csv >/dev/null &&
	"$prog" concern add -q 'zoe@3B' --yes --source staff --by "Class teacher 3B" --area communication \
		--concern "Hard to follow" --tried "visual timetable = helped a little" >/dev/null
expect "a sample school" $?

while IFS='|' read -r noun verb does table required <&3; do
	name="$noun${verb:+ $verb}"
	# shellcheck disable=SC2086
	set -- $name
	"$prog" "$@" --help >"$dir/help" 2>"$dir/err" && [ -s "$dir/help" ] && [ ! -s "$dir/err" ]
	expect "$name --help" $?
	"$prog" help "$@" >"$dir/help2" 2>&1 && cmp -s "$dir/help" "$dir/help2"
	expect "help $name says the same" $?
	grep -qF -- "$name" "$dir/man"
	expect "$name is in a man page" $?
	if [ -n "$verb" ]; then
		"$prog" __complete "$noun" '' 2>/dev/null | cut -f1 | grep -qx -- "$verb"
	else
		"$prog" __complete '' 2>/dev/null | cut -f1 | grep -qx -- "$noun"
	fi
	expect "$name is completed" $?
	[ "$table" = table ] || continue
	"$prog" "$@" --schema >"$dir/schema" 2>"$dir/err" && jq -e '.properties' "$dir/schema" >/dev/null 2>&1
	schema=$?
	expect "$name --schema" $schema
	[ "$does$schema" = reads0 ] || continue
	case $name in
	'pupil show' | 'pupil chronology' | 'report chronology') set -- "$@" 'zoe@3B' ;;
	'concern show') set -- "$@" C1 ;;
	'school show') set -- "$@" SC1 ;;
	'term show') set -- "$@" TM1 ;;
	'policy show') set -- "$@" stages ;;
	*' show') continue ;;
	*) [ "$required" -eq 0 ] || continue ;;
	esac
	"$prog" "$@" --json >"$dir/json" 2>"$dir/err" </dev/null
	expect "$* --json" $?
	jq -r --slurpfile answer "$dir/json" -f tests/conform/schema.jq "$dir/schema" >"$dir/wrong" 2>&1 && [ ! -s "$dir/wrong" ]
	expect "$* --json is what its schema says: $(head -n 3 "$dir/wrong" | tr '\n' ';')" $?
	"$prog" "$@" --format ndjson 2>/dev/null </dev/null | jq -c . >"$dir/a" 2>/dev/null
	jq -c '.rows[]' "$dir/json" 2>/dev/null | cmp -s - "$dir/a"
	expect "$* --format ndjson is the rows of --json" $?
	for format in text csv html; do
		"$prog" "$@" --format $format >"$dir/out" 2>"$dir/err" </dev/null
		expect "$* --format $format" $?
	done
done 3<"$dir/commands"

# Every verb that writes has its place in the fault sweep.
awk -F'|' '$3 == "writes" { print $1 ($2 == "" ? "" : "-" $2) }' "$dir/commands" | sort >"$dir/writers"
{
	sed -n 's/^\([a-z-]*\)|.*/\1/p; s/^# not: \([a-z-]*\):.*/\1/p' tests/fault/verbs.txt
	sed -n 's/^whole \([a-z-]*\) .*/\1/p' tests/fault/sweep.sh
} | sort >"$dir/swept"
comm -23 "$dir/writers" "$dir/swept" >"$dir/unswept"
[ ! -s "$dir/unswept" ]
expect "every writing verb is in the fault sweep (tests/fault/verbs.txt): $(tr '\n' ' ' <"$dir/unswept")" $?

# The completion scripts are good shell.
bash -n completions/sendctl.bash
expect "completions/sendctl.bash is good bash" $?
if command -v zsh >/dev/null 2>&1; then
	zsh -n completions/_sendctl
	expect "completions/_sendctl is good zsh" $?
fi
if command -v fish >/dev/null 2>&1; then
	fish -n completions/sendctl.fish
	expect "completions/sendctl.fish is good fish" $?
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
