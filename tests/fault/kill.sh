#!/bin/sh
# kill -9 at random moments of an add and an import: what was answered is
# there, and nothing is half written.  20 kills each (SLOW=1: 300).
set -u
here=$(cd "$(dirname "$0")" && pwd)
repo=$(dirname "$(dirname "$here")")
B=${B:-build}
case $B in /*) ;; *) B=$repo/$B ;; esac
prog=$B/sendctl-test
kills=20
[ -z "${SLOW:-}" ] || kills=300

# On a real disk: the moments between writes are longer there.
dir=$(mktemp -d "${TMPDIR:-/tmp}/sendctl-kill.XXXXXX") || exit 1
trap 'rm -rf "$dir"' EXIT INT TERM
export HOME="$dir" SENDCTL_TODAY=2026-11-22 SENDCTL_DB="$dir/template.db" LC_ALL=C.UTF-8 TZ=Europe/London

if ! "$prog" init -q --name "Elm Park Primary" --policy stages --dfe 888/3034 >/dev/null ||
	! "$prog" pupil import -q "$repo/tests/data/mis/bromcom.csv" >/dev/null; then
	echo "0 passed, 1 failed"
	exit 1
fi
kill_test() {
	name=$1
	shift
	"$B/fault/sweep" -k "$kills" -r 5 -c "db check" -s "${SEED:-$(date +%s)}" -t "$dir/template.db" -n "$name" -w "$dir" \
		-m off -- "$prog" "$@"
}
{
	kill_test concern-add concern add P2 --source staff --concern "Reads less than in summer"
	kill_test pupil-import pupil import "$repo/tests/data/mis/sims.csv" --map sims
} >"$dir/log" 2>&1
cat "$dir/log"
passed=$(grep -c '^ok ' "$dir/log")
failed=$((2 - passed))
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
