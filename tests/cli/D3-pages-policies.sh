# The same pages under each policy, in its own words; signed where it wants that (R30, R34, R83).
words() { sed -n '/<main/,$p' "$1" | sed 's/<[^>]*>/ /g; s/&#39;/'"'"'/g; s/^ *//; s/ *$//' | grep -v '^$'; }
one() { # one POLICY LEVEL: what differs between the policies
	echo "== $1"
	rm -f records.db* ./*.html
	school "$1"
	sendctl school edit SC1 -q --phone "0121 496 0000"
	sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3 >/dev/null
	sendctl contact add -q --name "Niamh O'Brien" --pupil zoe --relation PAM --responsibility yes >/dev/null
	sendctl pupil level -q zoe "$2" --reason "a plan" --on 2026-09-07 --anyway test >/dev/null 2>&1
	sendctl plan add zoe -q --on 2026-11-09 --anyway test >/dev/null 2>&1
	sendctl target add PL1 -q --target "Follows two steps" --baseline "one" --success "4 of 5" >/dev/null 2>&1
	sendctl plan agree PL1 -q --by "Niamh O'Brien" --by Zoe --anyway test >/dev/null 2>&1
	sendctl review record zoe -q --kind termly --on 2026-11-16 --came "Niamh O'Brien" --target T1=met --decision "$3" >/dev/null
	sendctl plan print zoe -q -o plan.html
	sendctl report letters zoe -q --kind decision -o letter.html
	sendctl report letters zoe -q --kind outcome -o outcome.html
	words plan.html | grep -A1 "^Zoe's\|^Support at\|^How it is going"
	grep -c '<table class="sign">' plan.html
	words letter.html | grep "This is called\|agree Zoe's\|We meet\|^ring\|please ring\|^[A-Z].*SEND.*CO\|Local\|offer$\|SENDIASS ("
	words outcome.html | grep -A2 "^After\|^What we decided"
}
one waves W2 continue
one support-plan SS step-up
one stages C discontinue
one trust TGT agency
one circle SS ehc
