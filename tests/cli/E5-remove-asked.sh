# ehcp remove: asked for on a terminal; with a decision goes what it wrote, and a case that it
# ended goes on (R60, R62).
have script || { cat "$REPO/tests/cli/E5-remove-asked.out"; exit 0; }
school
for name in Ada Ben Cal; do sendctl pupil add -q --forename "$name" --surname Ash --dob 2017-10-02 >/dev/null; done
tty() { # ANSWER COMMAND: what the terminal shows
	printf '%s\n' "$1" | script -qec "$SENDCTL $2; echo exit \$?" /dev/null 2>&1 |
		tr -d '\r' | sed 's,\[y/N\] *,[y/N]\n,' | sed '/^[yn]*$/d'
}
cases() { sendctl ehcp list --all --format csv --fields id,stage,ended_on; }
for pupil in P1 P2 P3; do
	sendctl ehcp request -q $pupil --source school --sent 2026-03-02 --received 2026-03-03 >/dev/null
done
echo "-- refused, no plan, withdrawn: each ends its case"
sendctl ehcp decision -q P1 --decision refuse --on 2026-04-10
sendctl ehcp decision -q P2 --decision assess --on 2026-04-10
sendctl ehcp decision -q P2 --decision no-plan --on 2026-06-12
sendctl ehcp withdraw -q P3 --on 2026-04-01 --reason "they move away"
cases
echo "-- no, and yes: the decision goes with its notice, and the case goes on"
tty n "ehcp remove MS7 --reason 'of a brother'"
tty y "ehcp remove MS7 --reason 'of a brother'"
echo "-- what did not end the case leaves it ended"
status sendctl ehcp remove MS9 --reason "of a brother" --dry-run
status sendctl ehcp remove MS11 --reason "it was not sent" --dry-run
status sendctl ehcp remove MS10 --reason "of a brother"
status sendctl ehcp remove MS12 --reason "they stay"
cases
echo "-- a whole case: not while a disagreement hangs on it"
sendctl appeal add -q P1 --against refuse-assess --notice 2026-10-05 >/dev/null
status sendctl ehcp remove EH1 --reason "in the wrong file"
status sendctl ehcp remove EH2 --reason "in the wrong file"
sendctl appeal remove -q AP1 --reason "in the wrong file"
tty n "ehcp remove EH1 --reason 'in the wrong file'"
tty y "ehcp remove EH1 --reason 'in the wrong file'"
cases
