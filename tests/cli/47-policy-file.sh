# The format of sendctl-policy(5): its example loads, it names every key; a
# sixth school's policy runs a concern to a deadline without C.
page="$REPO/man/sendctl-policy.5.in"
echo "-- the example of the manual page"
sed -n '/^\.Bd -literal/,/^\.Ed/p' "$page" | sed '1d;$d;s/\\-/-/g' >ashdown.json
status sendctl policy check ashdown.json
sendctl policy show ashdown.json --fields section,code,name,value,basis,cite --format csv
echo "-- keys of a policy file that the page does not name"
grep -o '[A-Z]*("[a-z_A-Z]*"' "$REPO/lib/rules/policy_shape.c" | sed 's/.*"\(.*\)"/\1/' | sort -u >keys
grep -o '\.key = "[a-z_A-Z]*"' "$REPO/lib/rules/policy_shape.c" | sed 's/.*"\(.*\)"/\1/' | sort -u >>keys
wc -l <keys
sed 's/\\-/-/g' "$page" >page.txt
while read -r key; do
	grep -qw -- "$key" page.txt || echo "$key"
done <keys
echo "-- a sixth school"
status sendctl policy check "$DATA/policies/oakfield.json" | sed 's|^.*/||'
sendctl init -q --name Oakfield --policy "$DATA/policies/oakfield.json" >/dev/null
sendctl pupil add -q --forename Ada --surname Lowe --dob 2018-05-12 --year 4 --class 4B >/dev/null
sendctl concern add -q ada --concern "Follows one instruction, not two" >/dev/null
sendctl report due --within 26w --fields rule,subject,due_on,owner,basis,cite,what --format csv
sendctl report overdue --today 2026-12-20 --fields rule,due_on,owner,cite --format csv
sendctl policy list --fields name,title,in_force | head -2
