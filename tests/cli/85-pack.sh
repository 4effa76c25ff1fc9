# The file of a child who leaves, for the next school (R11, R15, R83).
school stages
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3 >/dev/null
sendctl pupil add -q --forename Adam --surname Kowal --dob 2018-05-02 --class 3B --year 3 >/dev/null
sendctl concern add -q zoe --source staff --by "Ms Hart" --concern "Follows one <instruction>, not two" --tried "visual timetable = a little" >/dev/null
sendctl pupil level -q zoe A --reason "slow progress" --anyway "test" >/dev/null
sendctl pupil need -q zoe SLCN >/dev/null
sendctl pupil profile -q zoe --strengths "Draws" --matters "Her dog" --help-best "Show me" >/dev/null
sendctl document add -q zoe --kind PEEP >/dev/null
sendctl note add -q zoe "Only of Zoe" >/dev/null
sendctl note add -q adam "Only of Adam" >/dev/null
printf '%%PDF-1.4 letter' >"letter of $(printf '\303\251')t.pdf"
sendctl pupil attach -q zoe letter*.pdf --title "Letter from the therapist" >/dev/null
echo "== tried first"
status sendctl pupil leave zoe --next-school "Hill Top" --pack zoe-file --dry-run
ls -d zoe-file* 2>&1
echo "== made, on the day the child leaves"
status sendctl pupil leave zoe --next-school "Hill Top" --pack zoe-file/
stat -c '%a %n' zoe-file zoe-file/*
ls -d zoe-file*
echo "== what is in it"
grep -o '<h1>[^<]*' zoe-file/index.html
sed 's/<[^>]*>/ /g' zoe-file/index.html | grep -E 'Last day|Nothing is kept|Safeguarding'
(cd zoe-file && sha256sum -c --quiet SHA256SUMS && b2sum -l 256 -c --quiet BLAKE2SUMS && wc -l <SHA256SUMS)
cmp letter*.pdf zoe-file/AT1-*.pdf && echo same
if have jq; then
	jq -c '.rows[] | [.file, .lines]' zoe-file/index.json
	jq -r '.rows[0] | keys | map(select(. == "owed" or . == "mis"))' zoe-file/child.json
	jq -c '.rows[0] | [.name, .level_name, .register[0].until_on, (.notes | length)]' zoe-file/child.json
	jq -c '.rows[0] | [.concern, .close_reason]' zoe-file/concern-C1.json
fi
grep -c '&lt;instruction&gt;' zoe-file/concern-C1.html
grep -l "Adam" zoe-file/*
echo "== it is kept that it left the records, and nothing says it was sent"
sendctl audit list P1 --values --format csv | grep ",note," | cut -d, -f6,8,10-
sendctl pupil show P1 --table moves --fields kind,other_school,file_on
echo "== never over what is there"
status sendctl pupil leave P1 --pack zoe-file
touch plain
status sendctl pupil leave P1 --pack plain
status sendctl pupil leave P1 --pack none/there
echo "== again, for a child who has left, and names are whole whatever the lists show"
mkdir again
status sendctl --names initials pupil leave P1 --pack again
grep -c "Zoe O" again/child.html
stat -c '%a' again
echo "== a command that fails leaves nothing"
sendctl pupil edit -q P2 --died-on 2026-11-20 >/dev/null
status sendctl pupil leave P1 P2 --pack both
sendctl undo -q --yes >/dev/null
ls -d both* 2>&1
echo "== several children, a folder each"
status sendctl pupil leave P1 P2 --pack both
ls both
grep -l "Adam Kowal" both/P1/* both/P2/child.html
