#!/bin/sh
# Runs the shell cases: tests/cli/NN-name.sh against NN-name.out.
#   tests/run.sh [--update] [NAME...]     NAME: part of a case's name
# Each case runs in a directory and a records file of its own; what it prints
# (both streams) must be its golden file.  `B` names the build tree.
set -u
here=$(cd "$(dirname "$0")" && pwd)
repo=$(dirname "$here")
B=${B:-build}
case $B in /*) ;; *) B=$repo/$B ;; esac

if [ "${1:-}" = --one ]; then
	# One case: run.sh --one CASE.sh UPDATE; says "ok" or the difference.
	case_file=$2
	golden=${case_file%.sh}.out
	name=$(basename "$case_file" .sh)
	work=$TMP_ROOT/$name
	mkdir -m 700 "$work" && cd "$work" || exit 1
	{
		env -i PATH="$PATH" HOME="$work" PWD="$work" TMPDIR="$work" LC_ALL=C.UTF-8 TZ=Europe/London TERM=dumb \
			SENDCTL="$B/sendctl-test" SENDCTL_DB="$work/records.db" SENDCTL_TODAY=2026-11-22 \
			ASAN_OPTIONS="${ASAN_OPTIONS:-}" UBSAN_OPTIONS="${UBSAN_OPTIONS:-}" \
			DATA="$here/data" REPO="$repo" B="$B" \
			timeout "${CASE_SECONDS:-120}" sh -c 'umask 022; . "$0"; . "$1"' "$here/lib.sh" "$case_file" 2>&1
		rc=$?
		[ $rc -eq 0 ] || echo "case ended with status $rc"
	} </dev/null | sed -e "s|$work|CASE|g" -e "s|$B/|BUILD/|g" -e "s|$repo|REPO|g" >"$TMP_ROOT/$name.got"
	cd / && rm -rf "$work"
	if [ "$3" = 1 ]; then
		cmp -s "$TMP_ROOT/$name.got" "$golden" || { cp "$TMP_ROOT/$name.got" "$golden" && echo "updated $name" >&2; }
	elif [ ! -f "$golden" ]; then
		echo "not ok $name: no $golden (tests/run.sh --update $name)"
		exit 0
	elif ! diff -u "$golden" "$TMP_ROOT/$name.got" >"$TMP_ROOT/$name.diff"; then
		echo "not ok $name"
		sed -n '1,60p' "$TMP_ROOT/$name.diff" >&2
		exit 0
	fi
	echo "ok $name"
	exit 0
fi

update=0
[ "${1:-}" = --update ] && update=1 && shift
[ -x "$B/sendctl-test" ] || { echo "build first: make" >&2; exit 2; }
TMP_ROOT=$(mktemp -d "${TMPDIR:-/tmp}/sendctl-cli.XXXXXX") || exit 1
trap 'rm -rf "$TMP_ROOT"' EXIT INT TERM
export TMP_ROOT B

for f in "$here"/cli/*.sh; do
	[ -f "$f" ] || continue
	[ $# -gt 0 ] || echo "$f"
	for word in "$@"; do
		case $(basename "$f") in *"$word"*) echo "$f" ;; esac
	done
done >"$TMP_ROOT/cases"

xargs -r -P "$(nproc)" -I{} sh "$here/run.sh" --one {} $update <"$TMP_ROOT/cases" >"$TMP_ROOT/results"
grep '^not ok' "$TMP_ROOT/results" | sort
passed=$(grep -c '^ok ' "$TMP_ROOT/results")
# A case that said nothing at all failed too.
failed=$(($(wc -l <"$TMP_ROOT/cases") - passed))
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
