#!/bin/sh
# The walls between the rooms (design.md 3): says which rule a file breaks.
# Silent when all stand.  tests/lint/walls.sh BUILD
set -u
cd "$(dirname "$0")/../.." || exit 1
B=$1

code=$(git ls-files -co --exclude-standard 'cmd/*.[ch]' 'lib/*.[ch]' 'include/*.h')

# door HEADER FILE: only FILE includes it.
door() {
	# shellcheck disable=SC2086
	grep -nE "#[[:space:]]*include[[:space:]]*[<\"]([a-z/]*/)?$1[>\"]" $code /dev/null |
		grep -v "^$2:" | sed "s|\$|  <- only $2 may include $1|"
}
door 'sqlite3\.h' lib/store/db.c
door 'csv\.h' lib/exchange/csv.c | grep -v '"exchange/csv.h"'
door 'cJSON\.h' lib/base/json.c

# cmd/ sees include/ and itself; the linker says whether it kept to it.
grep -nE '#[[:space:]]*include[[:space:]]*"(store|model|rules|answer|exchange|base|data)/' cmd/*.[ch] /dev/null |
	sed 's/$/  <- cmd includes <sen\/...> only/'
for o in "$B"/cmd/*.o; do
	[ -f "$o" ] || continue
	nm -u "$o" | awk -v o="$o" '$2 ~ /^(sqlite3_|csv_|cJSON_)/ { print o ": calls " $2 "  <- cmd goes through include/sen" }'
done

# Includes run one way. A public header belongs to the room that fills it.
room_of_header() {
	case $1 in
	base | text | date | calendar | json) echo base ;;
	record | store) echo store ;;
	school | pupil | concern) echo model ;;
	policy | owed | query | conformance) echo rules ;;
	answer) echo answer ;;
	exchange) echo exchange ;;
	esac
}
# What a room may include, itself among them. Answers are what rules' queries
# fill, so the shapes in answer.h and query.h may be seen by all; the record of
# a policy version is a record like others, so model sees policy.h.
may() {
	case $1 in
	base) echo " base " ;;
	store) echo " base store " ;;
	model) echo " base store model " ;;
	rules) echo " base store model rules " ;;
	data) echo " base data " ;;
	answer) echo " base store model rules answer " ;;
	exchange) echo " base store model rules answer exchange " ;;
	esac
}
for room in base store model rules data answer exchange; do
	allowed=$(may $room)
	for f in "lib/$room"/*.[ch]; do
		[ -f "$f" ] || continue
		sed -n 's/^#[[:space:]]*include[[:space:]]*"\([a-z_]*\)\/.*/\1/p' "$f" | sort -u | while read -r other; do
			case $allowed in *" $other "*) ;; *) [ -d "lib/$other" ] && echo "$f: includes the room '$other'  <- $room may see:$allowed" ;; esac
		done
		sed -n 's/^#[[:space:]]*include[[:space:]]*<sen\/\([a-z_]*\)\.h>.*/\1/p' "$f" | sort -u | while read -r header; do
			other=$(room_of_header "$header")
			case $room/$header in */query | */answer | model/policy) continue ;; esac
			[ -z "$other" ] && continue
			case $allowed in *" $other "*) ;; *) echo "$f: includes <sen/$header.h>  <- $room may see:$allowed" ;; esac
		done
	done
done

# No SQL in a printf-like call: constant fragments go through db_join, values are bound.
# shellcheck disable=SC2086
awk '
	/(printf|sen_format|sen_buf_addf|asprintf)[ ]*\(/ { call = 3 }
	call > 0 {
		if ($0 ~ /"[^"]*(SELECT [^"]* FROM |INSERT INTO |UPDATE [a-z_%]+ SET |DELETE FROM |CREATE TABLE |PRAGMA )/)
			printf "%s:%d: SQL in a printf-like call  <- constant text, values bound by name\n", FILENAME, FNR
		call--
		if ($0 ~ /;[ \t]*$/) call = 0
	}' $code

# A function fits on a page (the tables of unit tests may be longer).
# shellcheck disable=SC2046
ctags -x --c-kinds=f --fields=+e --_xformat='%N %F %n %e' $(git ls-files -co --exclude-standard 'cmd/*.c' 'lib/*.c' 'tests/fault/*.c') 2>/dev/null |
	awk '$4 - $3 + 1 > 60 { print $2 ":" $3 ": " $1 " has " $4 - $3 + 1 " lines  <- at most 60" }'

# Nothing is left for later.
git ls-files -co --exclude-standard | grep -vE '^tests/(lint/walls\.sh|data/)' | while read -r f; do
	[ -f "$f" ] && grep -nIE '\b(TODO|FIXME|XXX|HACK)\b' "$f" /dev/null
done | sed 's/$/  <- finish it, or say it in the issue/'

# Migrations released since 1.0 stay as they are: FILE SHA256 a line.
released=tests/lint/released-migrations
grep -v '^#' $released | while read -r file sum; do
	[ "$(sha256sum <"lib/store/schema/$file" | cut -d' ' -f1)" = "$sum" ] ||
		echo "lib/store/schema/$file: a released migration was changed  <- write a new one"
done

# The top level holds what design.md 3 names.
git ls-files | cut -d/ -f1 | sort -u | grep -vxE 'cmd|lib|include|man|completions|tests|Makefile|README\.md|\..*' |
	sed 's/$/: at the top level  <- see design.md 3/'
exit 0
