# policy show: the five as pages to be held against the policies, and their cites.
have jq || { echo "jq is missing"; exit 1; }
have script || { echo "script is missing"; exit 1; }
page() {
	script -qec "stty cols 80; $SENDCTL policy show $1" /dev/null </dev/null | tr -d '\r'
}
echo "-- the page of each, on 80 columns"
for policy in waves support-plan stages trust circle; do
	page $policy >$policy.page
	awk -v p=$policy 'length($0) > 82 { print p ": a long line: " $0 }' $policy.page
done
sed -n '/^Policy/,/^When steps/p' circle.page
echo "-- what is out of date, both readings"
for policy in waves support-plan stages trust circle; do
	echo "== $policy"
	sed -n '/^Settings/,$p' $policy.page | sed -n '/^W/,/^The sections/p' | sed '$d'
done
echo "-- the headings of a page"
grep '^[A-Z]' trust.page | grep -v '  '
echo "-- HTML has the same sections"
sendctl policy show trust --format html -o trust.html
grep -c '<table' trust.html
echo "-- the rows"
sendctl policy show trust --format json >trust.json
jq -r 'keys | join(" ")' trust.json
jq -c '[.. | objects | select(.section? == "level" and .code == "MON")][0]' trust.json
sendctl policy show trust --format csv | grep '^plan-targets\|^plan-agreement\|^consent'

echo "-- every cite of the policy names a section of its text, every cite of the law one we know"
for policy in waves support-plan stages trust circle; do
	file="$REPO/lib/data/policies/$policy.json"
	jq -r '.headings[] | "\(.cite)\t\(.name)"' "$file" | cmp - "$DATA/policies/$policy.headings"
	cut -f1 "$DATA/policies/$policy.headings" | sort >sections
	jq -r 'del(.headings) | .. | objects | select(has("cite")) | select((.basis // "policy") == "policy") | .cite' \
		"$file" | sed 's/, /\n/g' | sort -u >cites
	echo "$policy: $(wc -l <cites) sections cited; not in the policy: $(comm -23 cites sections | tr '\n' ' ')"
	jq -r '.. | objects | select(.basis? == "law") | .cite' "$file" | sort -u >law
	sort "$DATA/policies/law.cites" | comm -23 law - | sed "s/^/$policy: law not known: /"
	jq -r '.. | objects | select(.basis? == "judgement") | .cite // empty' "$file" | sed "s/^/$policy: a judgement cites /"
done
