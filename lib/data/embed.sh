#!/bin/sh
# Turns policy files into one C table: name, title, text; with --text NAME FILE, one
# file into one text. A line of the file is a literal of its own, without its indent.
echo '/* Made by lib/data/embed.sh. */'
literals() {
	sed -e 's/^ *//' -e 's/[\\"]/\\&/g' -e 's/?/\\?/g' -e 's/.*/"&\\n"/' "$1"
}
if [ "$1" = --text ]; then
	echo '#pragma GCC diagnostic ignored "-Woverlength-strings"'
	printf 'extern const char %s[];\nconst char %s[] =\n' "$2" "$2"
	literals "$3"
	echo ';'
	exit 0
fi
echo '#include <sen/policy.h>'
echo '#pragma GCC diagnostic ignored "-Woverlength-strings"'
echo 'const struct sen_shipped sen_shipped_policies[] = {'
for file in "$@"; do
	[ -f "$file" ] || continue
	title=$(sed -n 's/^ *"title": *"\(.*\)",*$/\1/p' "$file" | head -n 1)
	printf '{"%s", "%s",\n' "$(basename "$file" .json)" "$title"
	literals "$file"
	echo '},'
done
echo '};'
echo 'const size_t sen_shipped_count = sizeof(sen_shipped_policies) / sizeof(sen_shipped_policies[0]);'
