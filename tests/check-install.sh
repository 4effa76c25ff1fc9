#!/bin/sh
# Installs into an empty folder, looks, uninstalls, looks again.
set -u
cd "$(dirname "$0")/.." || exit 1
B=$1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
bad=0

no() {
	echo "not ok $*"
	bad=1
}
make --no-print-directory -s B="$B" DESTDIR="$dir" PREFIX=/usr install || exit 1
[ "$("$dir/usr/bin/sendctl" --version | cut -d' ' -f1)" = sendctl ] || no "the installed program does not run"
for f in bash-completion/completions/sendctl zsh/site-functions/_sendctl fish/vendor_completions.d/sendctl.fish; do
	[ -s "$dir/usr/share/$f" ] || no "no completion $f"
done
pages=0
for page in "$dir"/usr/share/man/man*/*; do
	pages=$((pages + 1))
	[ "$(mandoc -T utf8 "$page" 2>/dev/null | wc -l)" -gt 10 ] || no "$page does not render"
done
[ "$pages" -gt 0 ] || no "no man pages"
make --no-print-directory -s B="$B" DESTDIR="$dir" PREFIX=/usr uninstall || exit 1
left=$(find "$dir" ! -type d)
[ -z "$left" ] || no "uninstall leaves $left"
[ $bad -eq 0 ] && echo "install and uninstall are clean ($pages pages)"
exit $bad
