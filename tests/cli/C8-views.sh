# Views (R75): question sets of the policy, answers added and imported, counted
# with small numbers kept back, and voices of reviews and plans beside them.
school
pupils
echo "-- a set to hand out"
sendctl voice form parents
sendctl voice form pupils --json | head -4
status sendctl voice form governors
echo "-- answers of one parent, in one go"
status sendctl voice add --set parents --pupil P182 --answer told=yes --answer heard=partly --answer helping="too early to say" --words "More notice of meetings, please" --on 2026-11-12
status sendctl voice add --set pupils --answer "I feel safe here."=yes --answer help=sometimes
status sendctl voice add --audience pupil --pupil P182 --words "I like the quiet table" --how "a drawing" --on 2026-11-12
sendctl voice list
sendctl voice list --audience pupil --fields id,pupil_id,set,question,answer,words --format csv
echo "-- refused, and nothing is kept"
status sendctl voice add --set parents --answer told=yes --answer heard=perhaps
status sendctl voice add --set parents --answer tolt=yes
status sendctl voice add --set parents --answer told
status sendctl voice add --set parents --answer told=yes --answer told=no
status sendctl voice add --answer told=yes
status sendctl voice add --set parents --audience staff --answer told=yes
status sendctl voice add --set parents
status sendctl voice add --words "hello"
status sendctl voice add --set parents --answer told=yes --on 2026-12-24
sendctl voice list --format csv --fields id | wc -l
echo "-- an online form's file"
cat >parents.csv <<'X'
Timestamp,Email address,We are told how our child is getting on.,We know the targets of our child's Learning Plan.,heard,Comments
2026/11/16 8:01:22 am GMT,a@example.org,Yes,yes,yes,
2026/11/16 9:14:02 am GMT,b@example.org,yes,partly,yes,"The plan is clear, the words are not"
2026/11/16 9:20:45 am GMT,c@example.org,yes,no,yes,
2026/11/17 7:55:10 pm GMT,d@example.org,partly,no,yes,
2026/11/17 8:30:00 pm GMT,e@example.org,yes,no,yes,
2026/11/17 8:31:00 pm GMT,f@example.org,yes,no,yes,=SUM(A1)
2026/11/18 6:01:12 am GMT,g@example.org,yes,no,,
2026/11/18 6:05:12 am GMT,,,,,
X
status sendctl voice import parents.csv --set parents --dry-run
status sendctl voice import parents.csv --set parents
status sendctl voice import parents.csv --set parents
sed 's/no,,$/never,,/' parents.csv >wrong.csv
status sendctl voice import wrong.csv --set parents
sed '1s/heard/Do we listen?/' parents.csv >wrong.csv
status sendctl voice import wrong.csv --set parents
sed '2s/2026.11.16/2026-12-16/' parents.csv >wrong.csv
status sendctl voice import wrong.csv --set parents
status sendctl voice import wrong.csv
printf 'pupil,date,told\nP182,14/11/2026,no\n' >named.csv
status sendctl voice import named.csv --set parents --how "parents' evening"
echo "-- sixty of staff: numbers that may be seen, one that may not"
awk 'BEGIN { print "needs,targets,strategies,time"
	for (i = 0; i < 60; i++) print "yes," (i < 52 ? "yes" : "partly") "," (i < 50 ? "yes" : i < 57 ? "partly" : "no") "," (i < 54 ? "no" : i < 58 ? "partly" : "yes") }' >staff.csv
sendctl voice import staff.csv --set staff --on 2026-11-20
sendctl report views --set staff
echo "-- what was said at reviews stands beside"
sendctl review add -q P182 --kind termly --on 2026-11-19 --parent-voice "Happier in the mornings" --pupil-voice "Maths is hard" >/dev/null
sendctl review add -q P43 --kind parents --on 2026-11-10 --parent-voice "Worried about reading" >/dev/null
# The plan that says it again is no second voice.
sendctl plan add -q P43 --parent-voice "Worried about reading" --parent-voice-on 2026-11-10 --anyway "a test" >/dev/null
sendctl report views
sendctl report views --table answers --set parents --format csv --fields question,answer,shown,share,shown_of,n
sendctl report views --table voices --names initials --audience pupil
sendctl report views --from 2026-06-01 --until 2026-07-01
status sendctl report views --until 2026-08-01
echo "-- put right, removed"
status sendctl voice edit V1 --answer perhaps
sendctl voice edit -q V1 --answer Partly
sendctl voice show V1 --fields id,rev,question,answer
sendctl voice remove -q V8 --reason "said twice"
sendctl pupil chronology P182 --from 2026-11-01 | grep -i views
echo "-- a child who has died is in no list"
sendctl pupil edit -q P43 --died-on 2026-11-20
sendctl report views --table voices --format csv --fields pupil_id,words | grep -c reading || true
echo "-- one without a name is shown too"
sendctl voice show V5 --format csv --fields id,pupil_id,answer
status sendctl voice add --audience parent --words "Thank you" --on 2026-11-12 --format csv --fields id,rev,pupil_id,words
