# The yearly report to parents: made, kept, sent; what is owed is met by it (R86).
school stages
sendctl school edit SC1 -q --phone "0121 496 0000"
sendctl staff add -q --name "Mrs O'Hara" --role sendco >/dev/null
sendctl staff add -q --name "Mrs Lee" --role ta >/dev/null
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3 >/dev/null
sendctl pupil add -q --forename Adam --surname Kowal --dob 2018-05-02 --class 3B --year 3 >/dev/null
sendctl contact add -q --name "Niamh O'Brien" --pupil zoe --relation PAM --responsibility yes --interpreter yes >/dev/null
sendctl contact add -q --name "Jan Barred" --pupil zoe --relation PAF --responsibility yes --no-letters-why "court order" >/dev/null
sendctl pupil level -q zoe C --reason "a plan" --on 2026-09-07 --anyway test >/dev/null
sendctl pupil need -q zoe SLCN --on 2026-09-07 >/dev/null
sendctl plan add zoe -q --on 2026-09-07 --due 2026-12-18 --anyway test >/dev/null
sendctl target add PL1 -q --target "Follows two-step instructions" --baseline "one step" --success "4 of 5 times" >/dev/null
sendctl target add PL1 -q --target "Asks when she is stuck" >/dev/null
sendctl plan agree PL1 -q --by "Niamh O'Brien" --by Zoe --on 2026-09-07 --anyway test >/dev/null
sendctl provision add --name "Talk Boost" --pupil zoe --staff "Mrs Lee" --minutes 20 --times 3 --weeks 4 --from 2026-09-14 --target T1 --entry 12 -q >/dev/null
sendctl session log G1 --on 2026-09-14 -q >/dev/null
sendctl session log G1 --on 2026-09-16 --absent zoe=ill -q >/dev/null
sendctl review record zoe -q --kind termly --on 2026-11-16 --came "Niamh O'Brien" --views Zoe --target T1=met:"5 of 5" --parent-voice "More words <b>at home</b>" --pupil-voice "I like it" --decision continue --due 2027-03-15 >/dev/null
words() { sed -n '/<main/,$p' "$1" | sed 's/<[^>]*>/ /g; s/&#39;/'"'"'/g; s/^ *//; s/ *$//' | grep -v '^$'; }
owed() { sendctl report due --within 60w --format csv --fields rule,due_on,what | grep parent-report; }
echo "== owed"
owed
echo "== where; nobody to report on"
status sendctl pupil report zoe
status sendctl pupil report level:D -o d.html
status sendctl pupil report zoe --to "Ms Smith" -o z.html
status sendctl pupil report zoe --sent 2026-11-20
status sendctl pupil report zoe --from 2026-11-20 --until 2026-11-01 -o z.html
ls
echo "== made"
status sendctl pupil report zoe --dry-run -o zoe.html
status sendctl pupil report zoe -o zoe.html
stat -c '%a %n' zoe.html
words zoe.html
sendctl document list zoe --fields id,kind,title,made_on,review_on,ended_on
owed
echo "== made again before it is sent: the one before is replaced"
sendctl pupil report @3B --from 2026-09-01 -o reports
ls reports
sendctl document list zoe --all --fields id,replaces,ended_on --format csv 2>/dev/null || sendctl document show D1 --format csv --fields id,ended_on
echo "== sent: to nobody who is not written to"
status sendctl pupil report zoe --sent 2026-11-20
status sendctl pupil report zoe --sent 2026-11-22 --to "jan barred"
status sendctl pupil report zoe --sent 2026-11-22
status sendctl pupil report zoe --sent 2026-11-22
status sendctl pupil report zoe --sent 2026-11-22 --to "Ms Social"
sendctl report given --all --fields who,record,given_on
owed
sendctl pupil chronology zoe --from 2026-11-17 --fields on_date,what
sendctl undo --yes >/dev/null 2>&1
sendctl report given --all --fields who,record,given_on
echo "== no page about a child who has died"
sendctl pupil edit -q zoe --died-on 2026-11-21 >/dev/null
status sendctl pupil report P1 -o late.html
status sendctl plan print PL1 -o late.html
status sendctl report letters P1 --kind decision -o late.html
ls ./*.html
echo "== nobody to send it to"
sendctl pupil level -q adam C --reason "a plan" --anyway test >/dev/null
sendctl pupil report adam -q -o adam.html
status sendctl pupil report adam --sent 2026-11-22
status sendctl pupil report adam --sent 2026-11-22 --to "Mrs Kowal"
echo "== a child of whom nothing is recorded: nothing is asserted"
sendctl pupil add -q --forename Una --surname Bare --dob 2018-06-12 --class 3B --year 3 >/dev/null
sendctl pupil level -q una C --reason "gap" --on 2026-09-07 --told 2026-09-07 >/dev/null
sendctl pupil report una -o una.html -q
sed 's/<[^>]*>/ /g' una.html | grep -e 'No extra' -e 'we meet\.'
