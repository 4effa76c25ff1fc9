#!/bin/sh
# Turns NNN_name.sql files into one C table of migrations, in order.
echo '/* Made by lib/store/schema/embed.sh. */'
echo '#include "store/schema.h"'
echo '#pragma GCC diagnostic ignored "-Woverlength-strings"'
echo 'const struct migration migrations[] = {'
for file in "$@"; do
	printf '{"%s",\n' "$(basename "$file" .sql)"
	sed -e 's/--.*$//' -e 's/[\\"]/\\&/g' -e 's/[ \t]*$//' -e '/^$/d' -e 's/.*/"&\\n"/' "$file"
	echo '},'
done
echo '};'
echo 'const int migration_count = sizeof(migrations) / sizeof(migrations[0]);'
