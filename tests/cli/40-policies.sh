# Each of the five policies: one concern, and what its window and date come to.
for policy in waves support-plan stages trust circle; do
	echo "== $policy"
	rm -f records.db*
	school "$policy"
	sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --year 4 --class 4B >/dev/null
	sendctl concern add -q zoe --concern "Follows one instruction, not two" >/dev/null
	sendctl report due --within 26w --fields rule,due_on,owner,basis,cite,what --format csv
	sendctl concern add -q zoe --concern "Reads little" --due 2026-12-14 >/dev/null
	sendctl report due --within 26w --fields rule,subject,due_on,owner,basis,cite --format csv
	sendctl report conformance --fields rule,severity,subject,cite --format csv | grep concern
done
true
