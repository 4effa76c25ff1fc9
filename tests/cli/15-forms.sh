# Forms: filled in by an editor that is a script; what was typed is never lost.
school
sendctl pupil add --forename Zoe --surname "O'Brien" -q >/dev/null
editor() {
	printf '#!/bin/sh\n%s\n' "$1" >editor
	chmod 755 editor
	export SENDCTL_EDITOR="$PWD/editor"
}
shown() { # the temporary folder has another name each time
	sed 's/sendctl-[A-Za-z0-9]\{6\}/sendctl-XXXXXX/g'
}
form() {
	sendctl "$@" >out 2>err
	rc=$?
	cat out
	shown <err
	echo "exit $rc"
}
kept() {
	ls -d sendctl-*/*.txt 2>/dev/null | shown
}
echo '--- the form as it opens'
editor 'cp "$1" seen; stat -c "%a" "$1" "$(dirname "$1")"'
form note add P1 --form
cat seen
kept
echo '--- filled in'
editor 'sed -i "s/^note: <<</&\\nRead well today./" "$1"'
form note add P1 --form
sendctl note list --format csv --fields id,note
kept
echo '--- a killed editor: nothing written, nothing kept'
editor 'kill -9 $$'
form note add P1 --form
kept
echo '--- a killed editor after some words: they are kept'
editor 'sed -i "s/^note: <<</&\\nHalf a sent/" "$1"; kill -9 $$'
form note add P1 --form
kept
kept=$(ls sendctl-*/*.txt)
form note add P1 --form="$kept" --dry-run
kept
echo '--- handed in, it is gone with its folder; a file of your own stays'
cp "$kept" own.txt
form note add P1 --form="$kept"
kept
form note add P1 --form=own.txt
ls own.txt
echo '--- an empty form'
editor ': >"$1"'
form note add P1 --form
kept
echo '--- a faulty one is kept, and can be mended'
editor 'sed -i -e "s/^note: <<</&\\nLate again./" -e "s/^noted_on:.*/noted_on: 31\/02\/2026/" "$1"'
form note add P1 --form
kept
sed -i 's,31/02/2026,20/11/2026,' sendctl-*/*.txt
form note add P1 --form "$(ls sendctl-*/*.txt)"
echo '--- no such editor'
SENDCTL_EDITOR=/nowhere/editor
form note add P1 --form
kept
echo '--- edit: the form holds what is there'
editor 'cp "$1" seen; sed -i "s/Read well today/Read very well today/" "$1"'
form note edit N1 --form
grep -c 'Read well today' seen
sendctl note show N1 --format ndjson --fields rev,note
echo '--- unchanged'
editor 'true'
form note edit N1 --form
echo '--- somebody else changes it meanwhile'
editor "\"$SENDCTL\" -q note edit N1 --note 'Theirs.'; sed -i 's/Read very well/Read badly/' \"\$1\""
form note edit N1 --form
kept
sendctl note show N1 --format ndjson --fields rev,note
echo '--- --form FILE that is not there'
form note add P1 --form=nothing.txt
echo '--- the command to go on with: quoted, with what is not in the form'
editor 'sed -i "s/^note: <<</&\\nHalf a sent/" "$1"; exit 1'
form note add "P1" --form --as "Ms O'Hara" --anyway "so she said"
