# What is a heading of a section, a label, a bullet, and what only looks like one (R62).
school
pupils
sendctl ehcp add -q P155 --final 2026-09-01 --setting "Elm Park Primary"
cat >headings.txt <<'T'
Before the first heading nothing is taken.
SECTION A – THE VIEWS OF THE CHILD
He likes trains.
Section	B	Special Educational Needs
1.1 Listening
1.2	Speaking
12. Turn taking
(a) Waiting
* Reading
· Spelling
a) Writing
o Sums
Section B1 is looked at in the review
Section B's needs are many
Section B.2 of the old plan
- Shapes
F is for friends.
B: Special educational needs, which are those of a child who finds it hard to listen, and who was seen by three services. They agree
- Time
Section E: Outcomes, and what is to come of them for the child and the family in the years ahead of us. By then he reads
E. Outcomes sought for the child or young person
E1 He reads at sight
E2: He counts to 100
E2: He counts to 200
Section H1
H1.1: A carer, 2 hours a week
Section H2 - Other social care
H2.1. None
Section H
- Which of the two is not said
Section G — Health care provision
G1) Occupational therapy
G1000: too high
G0: none
SECTION I: PLACEMENT
Elm Park Primary
Section Z: no such
Section L
Sections B and F together
Appendix
T
status sendctl ehcp read P155 headings.txt --dry-run --format csv --fields done,label,line,words,doubt
sendctl ehcp read -q P155 headings.txt >/dev/null
sendctl ehcp section P155 --format csv --fields label,words
echo "-- marks of the form: what they may say"
cat >keep.sh <<'K'
cp "$1" form.txt
K
chmod +x keep.sh
EDITOR="$PWD/keep.sh" sendctl ehcp section P155 --form >/dev/null 2>&1
one() {
	{ cat form.txt; printf 'Section F\nF9: Language group\n%s\n' "$1"; } >one.txt
	status sendctl ehcp section P155 --form=one.txt --dry-run 2>&1 | grep -v "^(dry run) \(Today\|Nothing\)"
}
one '[minutes: 30 | times: 2 | per: week]'
one '[minutes: 0 | times: 2]'
one '[minutes: half]'
one '[pounds: 12.50]'
one '[pounds: 12.5]'
one '[pounds: .50]'
one '[pounds: 1234567890]'
one '[colour: red]'
one '[minutes 30]'
one '[who: | per: week]'
one '[dated: 2026-02-31]'
one '[]'
one '[minutes: 30'
