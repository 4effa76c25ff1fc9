# A plan on paper: for parents in plain words, for the child, for staff (R30 to R35, R83).
school stages
sendctl school edit SC1 -q --phone "0121 496 0000"
sendctl staff add -q --name "Mrs O'Hara" --role sendco >/dev/null
sendctl staff add -q --name "Ms Hart" --role class-teacher --class 3B >/dev/null
sendctl staff add -q --name "Mrs Lee" --role ta >/dev/null
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3 >/dev/null
sendctl pupil add -q --forename Adam --surname Kowal --dob 2018-05-02 --class 3B --year 3 >/dev/null
sendctl pupil add -q --forename Kim --surname Ash --dob 2018-05-02 --class 3B --year 3 >/dev/null
sendctl contact add -q --name "Niamh O'Brien" --pupil zoe --relation PAM --responsibility yes --language Irish --format-needs "large print" >/dev/null
sendctl contact add -q --name "Jan Barred" --pupil zoe --relation PAF --no-letters-why "court order" >/dev/null
sendctl pupil level -q zoe C --reason "a plan" --on 2026-09-07 --today 2026-09-07 --anyway test >/dev/null
sendctl pupil need -q zoe SLCN --on 2026-09-07 >/dev/null
sendctl pupil profile -q zoe --strengths "Draws horses" --matters "Her dog" --help-best "Show me first" >/dev/null
words() { sed -n '/<main/,$p' "$1" | sed 's/<[^>]*>/ /g; s/&#39;/'"'"'/g; s/^ *//; s/ *$//' | grep -v '^$'; }
echo "== nothing to print"
status sendctl plan print zoe -o zoe.html
status sendctl plan print PL1 -o zoe.html
ls
echo "== a draft, the whole page"
sendctl plan add zoe -q --due 2026-12-18 --strategies "Pre-teach five words" --home "Talk about the words" --pupil-voice "I like <stories>" --pupil-voice-how "drawing" --anyway test >/dev/null
sendctl target add PL1 -q --target "Follows two-step instructions" --baseline "one step" --success "4 of 5 times" --who "Mrs Lee" --strategies "Sign each step" --home "Two jobs at once" >/dev/null
sendctl provision add --name "Talk Boost" --pupil zoe --pupil adam --staff "Mrs Lee" --minutes 20 --times 3 --weeks 4 --from 2026-11-23 --target T1 -q >/dev/null
status sendctl plan print zoe -o zoe.html
stat -c '%a %n' zoe.html
sed -n '/<main/,$p' zoe.html
echo "== for the child"
status sendctl plan print PL1 --reader pupil -o pupil.html
words pupil.html
echo "== for staff"
sendctl plan print PL1 --reader staff -o staff.html -q
words staff.html
echo "== a class, in a folder; nobody else's name, no cost, nobody who is not written to"
sendctl plan add adam -q --kind ITP --anyway test >/dev/null
sendctl plan agree PL1 -q --by "Jan Barred" --by Zoe --anyway test >/dev/null 2>&1
status sendctl plan print @3B -o plans --dry-run
ls
status sendctl plan print @3B -o plans
stat -c '%a %n' plans plans/*
grep -c 'Adam\|Kowal\|Barred\|pence\|<stories>' plans/P1-*
words plans/P1-*.html | grep -i 'agreed\|draft'
status sendctl plan print @3B -o plans
status sendctl plan print @3B -o class.html
grep -c 'class="sheet"' class.html
echo "== several at once, nobody twice"
status sendctl plan print @3B zoe@3B PL1 -o more.html
grep -c 'class="sheet"' more.html
echo "== a text that names somebody who is not to be written to is told"
sendctl plan edit PL1 -q --note "ring Jan Barred" --anyway test >/dev/null
sendctl target edit T1 -q --strategies "jan  barred reads with her" >/dev/null 2>&1
sendctl plan print PL3 -o named.html
grep -c 'barred' named.html
echo "== what left the file"
sendctl audit list zoe --format csv | grep 'plan print' | cut -d, -f5-8
