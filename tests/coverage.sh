#!/bin/sh
# Line and branch coverage: tests/coverage.sh BUILD [VERBS [FILES]].  BUILD is made
# with --coverage.  Runs unit and shell tests (CASES="E G H": only these), and with VERBS
# (patterns: 'ehcp-*|appeal-*') every database call of those verbs, the reading ones of
# fault/reads.txt too, fails in turn, for half of all branches are the way out of such a
# failure (POINTS=200: a seeded sample of 200 a verb).  FILES is a regular expression of the files to be told of.
set -u
cd "$(dirname "$0")/.." || exit 1
B=$1
verbs=${2:-}
files=${3:-(cmd|lib)/}
case $B in /*) ;; *) B=$PWD/$B ;; esac
export B
find "$B" -name '*.gcda' -delete
sh tests/check.sh "$B" unit | grep -vE '^(ok|Running| )'
# shellcheck disable=SC2086 # words
sh tests/run.sh ${CASES:-} | grep -v '^ok '
if [ -n "$verbs" ]; then
	READS=1 VERB=$verbs MODES=db sh tests/fault/sweep.sh | grep -E '^not ok|passed,'
fi
gcovr -r . --object-directory "$B" -f "$files" --branches --exclude-throw-branches --sort-percentage
gcovr -r . --object-directory "$B" -f "$files" --print-summary --exclude-throw-branches | tail -n 3
