#!/bin/sh
# Line and branch coverage: tests/coverage.sh BUILD [VERBS [FILES]].  BUILD is made
# with --coverage.  Runs unit and shell tests, and with VERBS (a pattern: 'ehcp-*') every
# database call of those verbs fails in turn, for half of all branches are the way out
# of such a failure.  FILES is a regular expression of the files to be told of.
set -u
cd "$(dirname "$0")/.." || exit 1
B=$1
verbs=${2:-}
files=${3:-(cmd|lib)/}
case $B in /*) ;; *) B=$PWD/$B ;; esac
export B
find "$B" -name '*.gcda' -delete
sh tests/check.sh "$B" unit shell | grep -vE '^(ok|Running| )'
if [ -n "$verbs" ]; then
	VERB=$verbs MODES=db sh tests/fault/sweep.sh | tail -n 1
fi
gcovr -r . --object-directory "$B" -f "$files" --branches --exclude-throw-branches --sort-percentage
gcovr -r . --object-directory "$B" -f "$files" --print-summary --exclude-throw-branches | tail -n 3
