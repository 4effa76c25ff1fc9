#!/bin/sh
# Runs parts of the tests and adds them up: tests/check.sh BUILD PART...
# The last line, alone, is "N passed, N failed".
set -u
cd "$(dirname "$0")/.." || exit 1
B=$1
shift
export B
out=$(mktemp)
trap 'rm -f "$out"' EXIT
passed=0
failed=0

# A suite a process, as many at once as there are processors, each with a home of its
# own; what they print is kept apart and shown in the order of their names.
# Check's limit of four seconds a test is for an idle box and no sanitizer.
unit() {
	dir=$(mktemp -d)
	"$B/unit" --names >"$dir/suites"
	# shellcheck disable=SC2016 # the inner shell's own
	CK_TIMEOUT_MULTIPLIER=10 LC_ALL=C.UTF-8 TZ=Europe/London SENDCTL_TODAY='' \
		xargs -r -P "$(nproc)" -I{} sh -c 'mkdir "$2/of-{}" && HOME=$2/of-{} TMPDIR=$2/of-{} "$1" {} >"$2/{}.said" 2>&1' \
		unit "$B/unit" "$dir" <"$dir/suites"
	while read -r suite; do
		cat "$dir/$suite.said"
	done <"$dir/suites" | checks "$(wc -l <"$dir/suites")"
	rm -rf "$dir"
}
# Adds up what Check counts, "100%: Checks: 52, Failures: 0, Errors: 0" a suite; one
# that died before its line failed.
checks() {
	awk -v suites="$1" '
		/^[0-9]+%: Checks: [0-9]+, Failures: [0-9]+, Errors: [0-9]+$/ {
			if ($1 != "100%:") print
			gsub(/[^0-9 ]/, ""); p += $2 - $3 - $4; f += $3 + $4; seen++; next
		}
		!/^Running suite/ { print }
		END {
			if (suites == 0 || seen < suites) f += suites ? suites - seen : 1
			printf "%d passed, %d failed\n", p, f
		}'
}
# Every file of a fuzzer's corpus, once.
replay() {
	ok=0
	bad=0
	for f in "$B"/replay/*; do
		[ -x "$f" ] || continue
		name=$(basename "$f")
		if "$f" tests/fuzz/corpus/"$name"/* >"$out.replay" 2>&1; then
			ok=$((ok + 1))
		else
			bad=$((bad + 1))
			echo "not ok replay $name"
			sed -n '1,40p' "$out.replay"
		fi
	done
	rm -f "$out.replay"
	echo "$ok passed, $bad failed"
}
run_part() {
	case $1 in
	unit) unit ;;
	shell) sh tests/run.sh ;;
	replay) replay ;;
	conform) sh tests/conform.sh ;;
	fault) sh tests/fault/sweep.sh ;;
	kill) sh tests/fault/kill.sh ;;
	writers) sh tests/fault/writers.sh ;;
	*) echo "no part '$1'" ;;
	esac
}
# Leaves "PASSED FAILED" of the part's own last count in $counts.
count() {
	counts=$(awk '
		/^[0-9]+ passed, [0-9]+ failed$/ { p = $1; f = $3; seen = 1 }
		END { if (seen) print p, f; else print 0, 1 }' "$out")
}

for part in "$@"; do
	start=$(date +%s)
	run_part "$part" >"$out" 2>&1
	count
	p=${counts% *}
	f=${counts#* }
	[ "$f" -eq 0 ] || sed 's/^[0-9]* passed, [0-9]* failed$/   &/' "$out"
	echo "$part: $p passed, $f failed ($(($(date +%s) - start)) s)"
	passed=$((passed + p))
	failed=$((failed + f))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
