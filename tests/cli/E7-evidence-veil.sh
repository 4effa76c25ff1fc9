# The bundle of the evidence names nobody who is not to be written to: in any case, with other
# accents or blanks; words that only begin like the name stay (R60).
. "$REPO/tests/story.sh"
day 2025-09-08
school circle
child
people
sendctl contact add -q --name "José Léon" --title Mr --pupil zoe --relation PAF --no-letters --no-letters-why "court order" >/dev/null
sendctl agency add -q --name "Educational Psychology Service" --code EPS >/dev/null
sendctl consent add -q zoe --purpose agency --by "Ewa O'Brien" >/dev/null
sendctl pupil level -q zoe SS --reason "two years behind in reading" --told 2025-09-08 --anyway test >/dev/null
sendctl plan add -q zoe --parent-voice "JOSÉ LÉON reads with her, (José Léon) on Mondays, José Léonard never" >/dev/null
sendctl target add -q zoe --target "Reads 45 words" --baseline "12" --success "45" >/dev/null
sendctl pupil note -q zoe "Jose  Leon rang; José Léonie did not" >/dev/null
sendctl pupil note -q zoe "xJosé Léon is no name" >/dev/null
sendctl pupil note -q zoe "A word with Mr José Léon" >/dev/null
sendctl referral add -q zoe --agency EPS --reason "asked by Jose Leon" --anyway "agreed" >/dev/null
day 2025-12-10
status sendctl ehcp evidence zoe --pack bundle
grep -rohiE ".{14}jos[eé] +l[eé]on([^a-zé]|$)" bundle | sort | uniq -c
cat bundle/*.html bundle/*/*.html 2>/dev/null | sed 's/<[^>]*>/ /g' | tr -s ' ' | grep -oiE "[^ ]* [^ ]* [^ ]*left out[^ ]* [^ ]* [^ ]*|[^ ]*Léoni?[ea][a-z]*|xJos[^ ]*" | sort | uniq -c
