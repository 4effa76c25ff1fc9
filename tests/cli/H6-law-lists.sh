# The lists of the law beside its rules: grounds, rights, invitations, advice, evidence,
# reasons to cease; every item with its source and how sure it is (R64, R68, R69).
for list in right ground cease; do
	echo "== $list"
	status sendctl law list --section $list --format csv --fields rule,name,extra,cite,confidence
done
echo "== as text, and the rows of rules are as they were"
sendctl law list --section cease
sendctl law list --json | head -c 95
echo
if have jq; then
	for list in invite ground right advice evidence cease vague appeal; do
		sendctl law list --section $list --json | jq -r '[.rows[] | select((.cite == null and .confidence != "judgement") or .confidence == null or .section != "'$list'")] | length'
	done
	sendctl law list --json | jq -r '[.rows[] | select(.extra != null)] | length'
fi
echo "== one of them"
status sendctl law show ofsted
sendctl law show ground:appeal --format csv --fields rule,section,name,cite
sendctl law show appeal --format csv --fields rule,section,name
echo "== bad input"
status sendctl law show parent
status sendctl law show ground:parents
status sendctl law list --section grounds
