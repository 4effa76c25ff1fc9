#!/bin/sh
# Eight processes add concerns at once, WRITES each (default 200), then
# readers list pupils beside an import: all there, nobody refused.
set -u
here=$(cd "$(dirname "$0")" && pwd)
repo=$(dirname "$(dirname "$here")")
B=${B:-build}
case $B in /*) ;; *) B=$repo/$B ;; esac
prog=$B/sendctl-test
writes=${WRITES:-200}
passed=0
failed=0

dir=$(mktemp -d "${TMPDIR:-/tmp}/sendctl-writers.XXXXXX") || exit 1
trap 'rm -rf "$dir"' EXIT INT TERM
export HOME="$dir" SENDCTL_TODAY=2026-11-22 SENDCTL_DB="$dir/records.db" LC_ALL=C.UTF-8 TZ=Europe/London

expect() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then
		passed=$((passed + 1))
		echo "ok $1"
	else
		failed=$((failed + 1))
		echo "not ok $1: wanted $2, got $3"
	fi
}

if ! "$prog" init -q --name "Elm Park Primary" --policy stages --dfe 888/3034 >/dev/null ||
	! "$prog" pupil import -q "$repo/tests/data/mis/bromcom.csv" >/dev/null; then
	echo "0 passed, 1 failed"
	exit 1
fi

# Twenty children of its own for each, all on roll.
"$prog" pupil list --format ndjson --fields id --sort id | sed 's/.*"\(P[0-9]*\)".*/\1/' >"$dir/pupils"
writer() {
	i=0
	while [ "$i" -lt "$writes" ]; do
		i=$((i + 1))
		"$prog" concern add "$(sed -n "$(($1 * 20 + i % 20 + 1))p" "$dir/pupils")" --source staff --concern "writer $1, number $i" ||
			echo "writer $1 number $i: exit $?" >>"$dir/refused"
	done >"$dir/ids.$1" 2>"$dir/said.$1"
}
for w in 1 2 3 4 5 6 7 8; do
	writer $w &
done
wait
: >>"$dir/refused"
sed -n '1,5p' "$dir/refused"
expect "nobody was refused" 0 "$(wc -l <"$dir/refused")"
expect "every writer has its ids, and no id twice" $((8 * writes)) "$(sort -u "$dir"/ids.? | grep -c '^C[0-9]')"
expect "all are there" $((8 * writes)) "$("$prog" concern list --format ndjson | grep -c .)"
expect "the chain of the audit is whole" 0 "$("$prog" audit verify >/dev/null 2>&1; echo $?)"

# Readers beside an import: each sees the school before or after it, whole.
: >"$dir/counts"
reader() {
	while [ ! -e "$dir/done" ]; do
		"$prog" pupil list --format ndjson 2>>"$dir/reader.err" | grep -c . >>"$dir/counts"
	done
}
reader &
reader &
before=$("$prog" pupil list --format ndjson | grep -c .)
"$prog" pupil import "$repo/tests/data/mis/sims.csv" >/dev/null 2>"$dir/import.err"
expect "the import goes through beside readers" 0 $?
after=$("$prog" pupil list --format ndjson | grep -c .)
touch "$dir/done"
wait
expect "no reader was refused" 0 "$(wc -l <"$dir/reader.err")"
expect "every reader saw a whole school" 0 "$(grep -cvx -e "$before" -e "$after" "$dir/counts")"
expect "the records are whole" 0 "$("$prog" db check >/dev/null 2>&1; echo $?)"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
