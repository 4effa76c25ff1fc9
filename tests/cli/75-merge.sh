# Two records of one child: all goes to the first, nothing is lost, and back.
school stages
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3 --upn H801200001001
sendctl pupil add -q --forename Zo --surname "OBrien" --dob 2018-03-01 --class 3B --year 3 --upn X801200001002 --first-language POL
sendctl contact add -q --name "Ewa Nowak" --pupil P1 --pupil P2 --relation PAM >/dev/null
sendctl pupil level -q P1 A --reason "first" >/dev/null
sendctl pupil level -q P2 A --reason "second" >/dev/null
sendctl concern add -q P2 --concern "open" --tried "pictures = helped" >/dev/null
sendctl concern add -q P2 --concern "closed" >/dev/null
sendctl concern close -q C2 --result resolved --reason ok --anyway test >/dev/null
sendctl concern observe -q C1 --by "Ms Hart" --note "watched in class" --anyway test >/dev/null
sendctl consent add -q P2 --purpose agency --by Ewa >/dev/null
sendctl agency add -q --name EP >/dev/null
sendctl referral add -q P2 --agency AG1 --reason x --concern C1 --sent-on today --anyway test >/dev/null
sendctl pupil note -q P2 "Seen by the nurse" >/dev/null
sendctl document add -q P2 --kind PEEP >/dev/null
sendctl document add -q P2 --kind PEEP >/dev/null
printf 'letter' >letter.txt
sendctl pupil attach -q P2 letter.txt >/dev/null
sendctl db export before.ndjson >/dev/null
echo '== refused'
status sendctl pupil merge P1 P1
status sendctl pupil merge P1 P9
status sendctl pupil edit -q P2 --dob 2018-03-02
status sendctl pupil merge P1 P2
sendctl undo -q --yes
echo '== merged'
status sendctl pupil merge P1 P2 --dry-run
status sendctl pupil merge P1 P2
sendctl pupil chronology P1 --fields on_date,noun,record
sendctl pupil list --all --fields id,name,upn
sendctl pupil show X801200001002 --fields id,name,first_language,upn
status sendctl pupil show P2 --fields id,name
status sendctl pupil attach P1 --export AT1 -o out.txt && cmp letter.txt out.txt && rm out.txt
sendctl concern show C1 --fields id,pupil_id,concern
sendctl report due --fields rule,pupil_id,subject --format csv
sendctl db check --fields what,severity | grep -v advice
echo '== and back'
sendctl undo --yes
sendctl pupil list --all --fields id,name,upn
sendctl pupil chronology P2 --fields on_date,noun,record
sendctl db check --fields what,severity | grep -v advice
sendctl db export -q after.ndjson >/dev/null
for f in before after; do
	grep -v -e '"table":"audit' -e '"table":"command' -e '"table":"deadline' $f.ndjson | sed -e 's/"rev":[0-9]*,//' -e 's/"uid":"[^"]*",//' >$f.txt
done
# Only the removed note is more.
diff before.txt after.txt | cut -c1-120
