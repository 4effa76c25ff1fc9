#!/bin/sh
# Everything `make lint` looks at.  Each part says only what is wrong.
set -u
cd "$(dirname "$0")/../.." || exit 1
B=$1
bad=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# part NAME FILE: fails when the file has something to say.
part() {
	if [ -s "$2" ]; then
		echo "-- $1"
		cat "$2"
		bad=1
	else
		echo "ok $1"
	fi
}

git ls-files -co --exclude-standard '*.c' '*.h' | while read -r f; do [ -f "$f" ] && echo "$f"; done >"$tmp/c"
git ls-files -co --exclude-standard '*.sh' .ci/deps .ci/run | while read -r f; do [ -f "$f" ] && echo "$f"; done >"$tmp/sh"

xargs clang-format --dry-run -Werror <"$tmp/c" >"$tmp/format" 2>&1
part "clang-format" "$tmp/format"

# Cases are run with tests/lib.sh before them; they print status and quote freely.
grep -v '^tests/cli/' "$tmp/sh" | xargs shellcheck -e SC2016 >"$tmp/shellcheck" 2>&1
grep '^tests/cli/' "$tmp/sh" | xargs -r shellcheck -s sh -S warning -e SC2034,SC2154,SC2010,SC2012,SC2238 >>"$tmp/shellcheck" 2>&1
part "shellcheck" "$tmp/shellcheck"

for page in "$B"/man/*; do
	[ -f "$page" ] && mandoc -T lint -W warning "$page"
done >"$tmp/mandoc" 2>&1
part "mandoc" "$tmp/mandoc"

sh tests/lint/walls.sh "$B" >"$tmp/walls" 2>&1
part "walls" "$tmp/walls"

# Each file once for as long as it, its headers and the rules stay the same.  What walks
# every path (clang-analyzer) takes nine minutes, the rest one: it is for SLOW=1.
mkdir -p "$B/tidy"
few='--checks=-clang-analyzer-*'
[ -z "${SLOW:-}" ] || few=
key=$(grep '\.h$' "$tmp/c" | xargs cat .clang-tidy tests/lint/lint.sh | { cat; echo "$few"; } | sha256sum | cut -c1-16)
grep -E '^(cmd|lib|tests/(unit|fuzz)|tests/clock)[/.].*c$' "$tmp/c" >"$tmp/tidied"
export B key few
xargs -n 1 -P "$(nproc)" sh -c '
	mark=$B/tidy/$(echo "$1" | tr / _).$key.$(sha256sum <"$1" | cut -c1-16)
	[ -e "$mark" ] && exit 0
	case $1 in
	cmd/*) inc="-Iinclude -Icmd" ;;
	lib/*) inc="-Iinclude -Ilib" ;;
	*) inc="-Iinclude -Ilib -Icmd -Itests" ;;
	esac
	if clang-tidy --quiet ${few:+"$few"} "$1" -- -std=gnu11 -D_GNU_SOURCE "-DSENDCTL_VERSION=\"0\"" $inc \
		-Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla \
		-Wno-gnu-zero-variadic-macro-arguments >"$mark.out" 2>/dev/null; then
		rm -f "$B/tidy/$(echo "$1" | tr / _)".* && : >"$mark"
	else
		cat "$mark.out"
		rm -f "$mark.out"
	fi' tidy <"$tmp/tidied" >"$tmp/tidy" 2>&1
part "clang-tidy" "$tmp/tidy"

[ $bad -eq 0 ] && echo "lint: nothing to say"
exit $bad
