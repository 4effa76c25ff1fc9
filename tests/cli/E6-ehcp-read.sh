# The authority's document as plain text into rows: what is plainly said is taken, what could
# be read two ways is left and told; the form of the whole plan goes out and comes back (R62).
school
pupils
export SENDCTL_TODAY=2026-11-22
sendctl ehcp request P155 --source parent --sent 2026-06-01 -q
status sendctl ehcp read P155 "$DATA/ehc/plan.txt"
sendctl ehcp draft P155 --served 2026-11-16 -q
echo "-- looked at first"
status sendctl ehcp read P155 "$DATA/ehc/plan.txt" --dry-run --format csv \
	--fields done,label,line,serves,quantity,doubt
sendctl ehcp section P155
echo "-- taken in, from Windows with its line ends and its letters; again, nothing is new"
sed 's/$/\r/' "$DATA/ehc/plan.txt" | iconv -f UTF-8 -t WINDOWS-1252 >old.txt
sendctl ehcp read P155 old.txt -q --format csv --fields done,label,line | sort | cut -d, -f1 | uniq -c
sendctl ehcp section P155 --format csv --fields label,type,serves,minutes,times,per,who,ratio,due_on,dated_on,pence
sendctl ehcp section P155 B --format csv --fields label,words
status sendctl ehcp read P155 - -q --format csv --fields done,label <"$DATA/ehc/plan.txt" | sort | cut -d, -f1 | uniq -c
echo "-- another version: the same words are the same row, much the same keep the label"
sendctl ehcp final P155 --on 2026-11-20 --setting "Elm Park Primary" -q
sed -e 's/three times a week/twice a week/' -e '/^3\. Isaac reads/d' -e '/^E3:/d' -e '/^Section K/,$d' \
	-e 's/12 of the first 100/14 of the first 100/' "$DATA/ehc/plan.txt" >new.txt
printf 'Section G: Health provision\nOccupational therapy, weekly\n' >>new.txt
status sendctl ehcp read P155 @new.txt --format csv --fields done,label,line,serves,quantity,doubt
status sendctl ehcp diff P155 --format csv --fields change,label,quantity
echo "-- the form of the whole plan, out and back"
cat >keep.sh <<'E'
cp "$1" form.txt
E
chmod +x keep.sh
cat >make.sh <<'E'
cp form.txt "$1"
E
chmod +x make.sh
EDITOR="$PWD/keep.sh" status sendctl ehcp section P155 --form
cat form.txt
status sendctl ehcp section P155 --form=form.txt
sed -e 's/times: 2 | per: week/times: 4 | per: week/' -e '/^E2: /,/^\[/d' -e 's/| serves: B2 E2//' -e 's/serves: B2 E2 | //' form.txt >form2.txt
printf 'F: \n' >>form2.txt
status sendctl ehcp section P155 --form=form2.txt
sendctl ehcp section P155 F --format csv --fields label,times,serves
sed 's/per: week/per: weekly/' form.txt >form3.txt
status sendctl ehcp section P155 --form=form3.txt
sed "s/type: .*]/type: SLCN | dated: soon]/" form.txt >form5.txt
status sendctl ehcp section P155 --form=form5.txt --dry-run
sed 1d form.txt >form4.txt
status sendctl ehcp section P155 --form=form4.txt
echo "-- bad input"
printf 'Dear parents,\nthank you for coming.\n' >letter.txt
status sendctl ehcp read P155 letter.txt
: >empty.txt
status sendctl ehcp read P155 empty.txt
status sendctl ehcp read P155 missing.txt
status sendctl ehcp read P155 .
status sendctl ehcp read EH1.1 "$DATA/ehc/plan.txt"
printf 'Section B\n\000\001\201\215\n' >noise.bin
sendctl ehcp read P155 noise.bin >/dev/null 2>&1
test $? -ge 3 && echo refused
head -c 1100000 /dev/zero | tr '\0' 'a' >large.txt
status sendctl ehcp read P155 large.txt
