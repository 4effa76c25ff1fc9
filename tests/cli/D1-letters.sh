# Letters to parents, a letter an address, to those who may be written to (R3, R83).
school stages
sendctl school edit SC1 -q --address 'Elm Road
Birmingham' --phone "0121 496 0000"
sendctl staff add -q --name "Mrs O'Hara" --role sendco
sendctl staff add -q --name "Ms Hart" --role class-teacher --class 3B --phone "0121 496 0012"
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3
sendctl pupil add -q --forename Adam --surname Kowal --dob 2018-05-02 --class 3B --year 3
sendctl pupil add -q --forename Kim --surname Ash --dob 2018-06-02 --class 3B --year 3
sendctl contact add -q --name "Niamh O'Brien" --title Mrs --pupil zoe --relation PAM --responsibility yes --address '1 Oak Lane' --language Irish --interpreter yes
sendctl contact add -q --name "Sean O'Brien" --title Mr --pupil zoe --relation PAF --responsibility yes --address '1 oak lane'
sendctl contact add -q --name "Nan O'Brien" --pupil zoe --relation FAM --address '2 Elm Lane'
sendctl contact add -q --name "Jan Barred" --pupil zoe --relation OTH --responsibility yes --address '3 Ash Lane' --no-letters-why "court order"
sendctl contact add -q --name "Ewa <b>Kowal</b>" --pupil adam --relation PAM --responsibility yes --address '<script>alert(1)</script>' --second-address "9 New Street"
words() { sed -n '/<main/,$p' "$1" | sed 's/<[^>]*>/ /g; s/^ *//; s/ *$//' | grep -v '^$'; }
echo "== nothing to say yet"
status sendctl report letters @3B --kind decision -o letters
status sendctl report letters zoe --kind invitation -o letters
ls
echo "== where, and as what"
status sendctl report letters zoe --kind decision
status sendctl report letters zoe --kind decision -o zoe.pdf
status sendctl report letters zoe --kind decision -o zoe.html --json
status sendctl report letters zoe -o zoe.html
echo "== on the register"
sendctl pupil level -q zoe C --reason "a plan" --on 2026-11-09 --anyway test >/dev/null
sendctl pupil level -q adam A --reason "slow" --on 2026-11-16 --anyway test >/dev/null
sendctl pupil need -q zoe SLCN >/dev/null
status sendctl report letters @3B --kind decision -o letters --dry-run
ls
status sendctl report letters @3B --kind decision -o letters
stat -c '%a %n' letters letters/*
words letters/P1-zoe-obrien-1.html
words letters/P2-adam-kowal-2.html
status sendctl report letters @3B --kind decision -o letters
echo "== nothing gets in as HTML; who is not written to is not named"
grep -c '<b>\|<script' letters/*
grep -l 'Barred\|Ash Lane\|Nan' letters/*
echo "== off it again"
sendctl pupil level -q zoe off --reason "caught up" --on 2026-11-20 --anyway test >/dev/null
sendctl report letters zoe --kind decision -o off.html
words off.html | sed -n '/^Dear/,/^What/p'
echo "== to a review"
id=$(sendctl review add -q zoe --kind termly --planned-on 2026-12-08)
status sendctl report letters "$id" --kind outcome -o r.html
status sendctl report letters zoe --kind invitation --at 15:30 --place "the library" -o r.html
words r.html | sed -n '/^A meeting/,$p'
echo "== after it"
id=$(sendctl review add -q zoe --kind parents --on 2026-11-20 --decision continue --parent-part came --parent-voice 'She sings <again>.
Every day.' --due 2027-02-12)
sendctl action add -q zoe "a quiet table" --record "$id" --who "Ms Hart" --due 2026-12-04
sendctl action add -q zoe "ring him" --record "$id" --who "Jan Barred" --due 2026-12-04
status sendctl report letters "$id" --kind invitation -o o.html
status sendctl report letters "$id" --kind outcome -o o.html
words o.html | sed -n '/^After/,$p'
echo "== what left the file"
sendctl audit list zoe --values --fields command,action,noun,changes --format csv 2>/dev/null | grep letters || sendctl audit list zoe --format csv | grep 'report letters' | cut -d, -f4-
echo "== children nobody is known to write to about"
sendctl pupil level -q kim A --reason slow --on 2026-11-16 --anyway test >/dev/null
sendctl report letters @3B --kind decision -o all.html
status sendctl report letters kim --kind decision -o kim.html
echo "== a child in care: the carer, the mother and the social worker are no one family"
sendctl pupil edit -q kim --address "7 Beech Way" >/dev/null
sendctl contact add -q --name "Fay Moss" --title Mrs --pupil kim --relation FOM --responsibility yes
sendctl contact add -q --name "Guy Moss" --title Mr --pupil kim --relation FOF --responsibility yes
sendctl contact add -q --name "Ida Ash" --pupil kim --relation PAM --responsibility yes
sendctl contact add -q --name "Ola Reid" --pupil kim --relation SWR --responsibility yes
status sendctl report letters kim --kind decision -o care
for f in care/*; do words "$f" | grep -e '^Dear' -e Beech -e Moss -e Ida -e Ola; done
