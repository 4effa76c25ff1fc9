# Disagreements (R67): several of a child, the school's own trial runs, what is over.
sendctl init -q --name "Elm Park" --policy trust >/dev/null
for c in "Ada Lowe" "Ben Lowe"; do
	sendctl pupil add -q --forename "${c% *}" --surname "${c#* }" --dob 2018-05-12 --year 4 --class 4B >/dev/null
done
echo "-- two open: which?"
sendctl appeal add -q ada --against contents --sections "I" --notice 2026-10-05 >/dev/null
status sendctl appeal add ada --against no-amend --notice 2026-10-12 --dry-run
sendctl appeal add -q ada --against no-amend --notice 2026-10-12 >/dev/null
status sendctl appeal show ada
status sendctl appeal send ada --on 2026-11-02
status sendctl appeal send AP1 --on 2026-11-02 --format json
status sendctl appeal add ada --against contents --sections "H1 A B" --notice 2026-10-20 --dry-run
echo "-- the Academy named: the order names a school, and the plan is kept"
sendctl appeal order -q AP1 --on 2026-11-16 --result dismissed
status sendctl appeal complied AP1 --on 2026-11-18
status sendctl appeal close AP1 --result dismissed --on 2026-12-16
status sendctl appeal close AP1 --result dismissed --on 2026-10-01
status sendctl appeal close AP1 --result dismissed --on 2026-11-18
status sendctl appeal hearing AP1 --on 2027-01-11
echo "-- ordered to make a plan: the draft, then the plan"
sendctl appeal add -q ben --against no-plan --notice 2026-09-28 >/dev/null
sendctl appeal mediation -q ben --contacted 2026-10-05 --declined 2026-10-06 --certificate 2026-10-08
sendctl appeal send -q ben --on 2026-10-12
status sendctl appeal order ben --on 2026-11-16 --result draft
sendctl report due --within 12w --fields due_on,what,subject --format csv
status sendctl appeal complied ben --on 2026-11-20 --step draft
sendctl report due --within 12w --fields due_on,what,subject --format csv | grep AP3
status sendctl appeal complied ben --on 2026-11-21 --step final
sendctl report due --within 12w --fields due_on,what,subject --format csv | grep AP3
status sendctl appeal mediation ben --held 2026-11-20
status sendctl appeal mediation ben --certificate 2026-12-20
status sendctl appeal evidence ben --on 2026-12-20
status sendctl appeal recommend ben --on 2026-10-01
echo "-- from a file, edited, in the pages"
printf 'pupil,against,notice_on,sections\nben,contents,2026-08-03,"B, F"\n' >a.csv
status sendctl appeal import a.csv
printf 'pupil,against,notice_on\nben,contents,\n' >b.csv
status sendctl appeal import b.csv
status sendctl appeal import a.csv
echo "-- a decision about a plan, and there is none"
sendctl pupil add -q --forename Cai --surname Lowe --dob 2018-05-12 --year 4 --class 4B >/dev/null
status sendctl appeal add cai --against cease --notice 2026-10-12 --dry-run
sendctl ehcp request -q cai --source parent --sent 2026-09-07 --authority Birmingham >/dev/null
status sendctl appeal add cai --against cease --notice 2026-10-12
printf 'pupil,against,notice_on\ncai,cease,12/10/2026\n' >c.csv
status sendctl appeal import c.csv
status sendctl appeal add EH1 --against refuse-assess --notice 2026-10-12 --dry-run
status sendctl appeal edit AP4 --sections "B, Z"
status sendctl appeal edit AP4 --against cease
sendctl appeal show AP4 --format html | grep -c "<h2"
sendctl appeal list ben --json --fields id,against,sections
sendctl appeal list --names none --format csv --fields id,pupil_id,pupil,who
status sendctl appeal remove AP4 --reason "of the brother" --dry-run
