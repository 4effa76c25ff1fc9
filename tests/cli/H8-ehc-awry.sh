# What goes awry about an EHC case: a review moved behind its decision, or taken from under
# it; a version that never was; a stage no policy has; two records of one child with a case
# each; a child who leaves in the middle of an appeal; nothing typed under --names none.
school stages
sendctl school edit -q SC1 --la Northshire
for name in "Zoe Dale" "Adam Nowak" "Kim Ash" "Tom Oak"; do
	sendctl pupil add -q --forename "${name% *}" --surname "${name#* }" --dob 2018-06-12 --class 3B --year 3
done
sendctl ehcp add -q P1 --final 2025-07-01 --on 2025-07-02 --setting "Elm Park Primary"
sendctl review record -q P1 --kind annual --on 2026-06-08 --came "Ewa Dale" --note "Ewa Dale said it" --views "Ms Hart saw it"
sendctl review report -q R1 --sent 2026-06-15
sendctl ehcp decision -q P1 --decision maintain --on 2026-06-29 --review R1
echo "-- a review and what came of it"
status sendctl review edit R1 --on 2026-06-16
status sendctl review edit R1 --on 2026-07-30
status sendctl review edit R1 --on 2026-06-15
status sendctl review remove R1 --reason "typed twice"
sendctl ehcp show P1 --table happened --fields id,event --format csv
status sendctl ehcp remove MS3 --reason "another child's letter"
status sendctl review remove R1 --reason "typed twice"
echo "-- what was shown, and when"
status sendctl disclosure add P1 --who "Ms Khan" --ground ofsted --why "asked" --plan-version 7
status sendctl disclosure add P1 --who "Ms Khan" --ground ofsted --why "asked" --plan-version -1
status sendctl disclosure add P1 --who "Ms Khan" --ground ofsted --why "asked" --on 2024-02-29
status sendctl disclosure add P1 --who "Ms Khan" --organisation "Dale House" --ground ofsted --why "Ewa Dale asked" --what "Ewa's letter" --plan-version 1
echo "-- complaints of a file: at a stage of the policy"
printf 'about,stage,raised_on\nx,formal,2026-10-05\ny,informal,2026-10-06\n' >right.csv
printf 'about,stage\nz,informal\nz,nonsense\n' >wrong.csv
status sendctl complaint import wrong.csv
printf 'about,stage\nz,"the class teacher, informally"\n' >wrong.csv
status sendctl complaint import wrong.csv
printf 'about,stage\nz,\n' >wrong.csv
status sendctl complaint import wrong.csv
status sendctl complaint import right.csv
status sendctl complaint import right.csv
status sendctl complaint import absent.csv
sendctl complaint list --fields id,about,stage,formal --format csv
echo "-- two records of one child, a case in each; leaving in the middle of an appeal"
sendctl ehcp request -q P2 --source parent --sent 2026-09-01 --received 2026-09-02
sendctl ehcp request -q P3 --source parent --sent 2026-09-01 --received 2026-09-02
for p in P2 P3; do
	sendctl plan add -q $p --kind ITP --anyway "a test" >/dev/null
	sendctl plan agree -q $p --by parent --anyway "a test" >/dev/null
done
status sendctl pupil merge P2 P3
sendctl report conformance --fields rule,severity,pupil_id,subject,finding,fix --format csv | grep -e -two
status sendctl ehcp remove EH3 --reason "told twice"
sendctl ehcp request -q P4 --source parent --sent 2026-09-01 --received 2026-09-02
sendctl ehcp decision -q P4 --decision refuse --on 2026-10-01 --reason "Mr Oak heard of it"
sendctl appeal add -q P4 --against refuse-assess --notice 2026-10-01 --who "Jo Oak" --note "Jo Oak rang"
status sendctl pupil leave P4 --on 2026-11-20 --next-school "Hill Top Primary"
echo "-- nobody named"
sendctl contact add -q --name "Ewa Dale" --pupil P1 --relation mother >/dev/null
sendctl ehcp section -q P1 B "Zoe finds speech hard" --type SLCN
sendctl undo --list | grep entry
sendctl ehcp met -q P1 --who "Ewa Dale" --on 2026-11-02 --note "Ewa Dale came"
sendctl ehcp edit -q P1 --note "Ewa Dale rings" --reason "Ewa Dale asked"
sendctl review record -q P1 --kind annual --on 2026-11-02 --came "Ewa Dale" --note "Ewa Dale said it" --views "Ewa Dale saw it" --differences "Ewa Dale objects"
for page in "ehcp show P1" "ehcp section P1" "ehcp check P1" "ehcp lint P1" "disclosure list" "disclosure show DI1" "review list" "review show R2" "appeal show AP1" "appeal list --all" "pupil show P1" "pupil chronology P1 --all" "ehcp evidence P1"; do
	for format in text json csv html; do
		# shellcheck disable=SC2086 # words
		sendctl $page --names none --format $format 2>&1 | grep -E "Ewa|Dale|Zoe|Jo Oak" && echo "$page $format names somebody"
	done
done
sendctl ehcp show P1 --names initials --table happened --fields event,who --format csv | tail -1
sendctl db check --fields what,severity --format csv | grep -E 'references|values|deadlines'
echo "-- what is typed is kept as every text is: valid, no control characters, not without end"
head -c 70000 /dev/zero | tr '\0' 'a' >big.txt
printf 'she came\033[2J\342\200\256 late \n\n' >odd.txt
printf 'x\377y' >bytes.txt
sendctl topup add -q P1 --funding sspp --asked-on 2026-11-02
sendctl complaint add -q --about "the ramp" >/dev/null
for typed in "ehcp met P1 --who Mum --note" "ehcp event P1 reassess-asked --on 2026-11-02 --note" "appeal resolution AP1 --note" "complaint record CM3 --event met --note" "complaint close CM3 --result" "topup decide TU1 --granted no --reason"; do
	for text in big odd; do
		# shellcheck disable=SC2086 # words
		status sendctl $typed @$text.txt --dry-run 2>&1 | grep -v "dry run" | cut -c1-100
	done
done
status sendctl ehcp met P1 --who "$(cat bytes.txt)" 2>&1 | tail -1
sendctl ehcp met -q P1 --who "$(cat odd.txt)" --on 2026-11-03 --note @odd.txt
sendctl ehcp show P1 --table happened --fields event,who,note --format csv --raw | tail -1 | od -c | head -4
