#!/bin/sh
# Line and branch coverage: tests/coverage.sh BUILD [VERBS [FILES]].  BUILD is made
# with --coverage.  Runs unit and shell tests (CASES="E G H": only these), and with VERBS
# (patterns: 'ehcp-*|appeal-*') every database call of those verbs, the reading ones of
# fault/reads.txt too, fails in turn, for half of all branches are the way out of such a
# failure (POINTS=200: a seeded sample of 200 a verb).  FILES is a regular expression of
# the files to be told of.  VERBS=ehc is the whole of that feature, by the names of its
# files, and its clock apart.  ADD=1 adds to what an earlier run reached.
set -u
cd "$(dirname "$0")/.." || exit 1
B=$1
verbs=${2:-}
files=${3:-(cmd|lib)/}
clock=
if [ "$verbs" = ehc ]; then
	verbs='ehcp-*|appeal-*|complaint-*|disclosure-*|topup-*|report-*|law-*|review-*'
	names='ehc|appeal|complaint|disclosure|topup|law|annual|evidence|reconcile|milestone'
	clock='lib/rules/(clock|ehc_steps)'
	files="(cmd|lib/(model|rules|exchange))/[a-z_]*($names)|$clock"
fi
case $B in /*) ;; *) B=$PWD/$B ;; esac
CASE_SECONDS=${CASE_SECONDS:-600}
export B CASE_SECONDS
[ -n "${ADD:-}" ] || find "$B" -name '*.gcda' -delete
sh tests/check.sh "$B" unit | grep -vE '^(ok|Running| )'
# shellcheck disable=SC2086 # words
sh tests/run.sh ${CASES:-} | grep -v '^ok '
if [ -n "$verbs" ]; then
	READS=1 VERB=$verbs MODES=db sh tests/fault/sweep.sh | grep -E '^not ok|passed,'
fi
told() {
	gcovr -r . --object-directory "$B" --branches --exclude-throw-branches "$@"
}
told -f "$files" --sort-percentage
told -f "$files" --print-summary | tail -n 3
[ -z "$clock" ] || { echo "the clock alone:" && told -f "$clock" --print-summary | tail -n 1; }
