# What programs read of EHC: every answer as its --schema says, also by name none; rows of those
# that other cases show as text and CSV alone; pages as HTML, whole.
have jq || { echo "jq is missing"; exit 1; }
school
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --year 4 --class 4B
sendctl ehcp request -q P1 --source parent --sent 2026-06-01 --received 2026-06-02 --authority Birmingham >/dev/null
sendctl ehcp decision -q P1 --decision assess --on 2026-07-06
sendctl ehcp draft -q P1 --served 2026-10-12
sendctl ehcp section -q P1 B "Zoe finds <speech> hard" --type SLCN
sendctl ehcp section -q P1 E "Follows two steps" --serves B1
sendctl ehcp section -q P1 F "Regular small group work, as appropriate" --serves "B1 E1"
sendctl ehcp final -q P1 --on 2026-11-02 --setting "Elm Park"
sendctl ehcp section -q P1 --label F1 --minutes 30 --times 2 --per week --who "a TA"
sendctl appeal add -q P1 --against contents --who "Mrs O'Brien" >/dev/null
sendctl topup add -q P1 --funding sspp --asked-on 2026-10-05 >/dev/null
sendctl complaint add -q --pupil P1 --about "no ramp" --due 2026-12-01 >/dev/null
sendctl consent add -q P1 --purpose disclosure --by Mum >/dev/null
sendctl disclosure add -q P1 --who "Ms Khan" --ground consent --why "a visit" >/dev/null
sendctl review schedule -q P1 --kind annual --on 2027-06-07 >/dev/null
printf 'Child,Date of birth,Annual review due by\nZoe O'"'"'Brien,12/05/2018,01/09/2027\n' >list.csv
while read -r words; do
	# shellcheck disable=SC2086
	sendctl $words --schema >schema.json || echo "no schema: $words"
	for names in full none; do
		# shellcheck disable=SC2086
		sendctl $words --json --names $names >answer.json 2>err.txt || cat err.txt
		jq -r --slurpfile answer answer.json -f "$REPO/tests/conform/schema.jq" schema.json | sed "s/^/$words: /"
		grep -e Zoe -e "O'Brien" answer.json | grep -c . | grep -v -e '^0$' | sed "s/^/named ($names) in $words: /" | grep -v full
	done
	# shellcheck disable=SC2086
	sendctl $words --format html >page.html 2>err.txt || cat err.txt
	grep -q '</html>' page.html && ! grep -q '<speech>' page.html || echo "no page, or one with <speech>: $words"
	echo "$words: $(jq -r '.schema + ", " + (.rows | length | tostring)' answer.json)"
done <<'END'
ehcp list
ehcp show P1
ehcp section P1
ehcp timeline P1
ehcp timeline P1 --explain
ehcp check P1
ehcp lint P1
ehcp diff P1
ehcp delivery P1
ehcp evidence P1
ehcp reconcile list.csv
law list
law show ehc-decision
appeal list
appeal show AP1
topup list
topup show TU1
topup evidence TU1
disclosure list
disclosure show DI1
disclosure grounds
complaint list
complaint show CM1
review show R1
END
for words in "ehcp check P1" "ehcp lint P1" "ehcp diff P1" "ehcp delivery P1" "ehcp reconcile list.csv"; do
	echo "-- $words"
	# shellcheck disable=SC2086
	sendctl $words --json
done
sendctl law list --json | jq -c '[.rows[0, 1]][] | [.rule, .owner, .cite, .confidence]'
