# The plan, row by row: written into versions, compared, questioned, linked with what
# the school gives, printed (R62, R35).
# Delivery, by hand. The final plan is of Mon 2 Nov 2026, today is Sun 22 Nov: three school
# weeks are over. F1 asks for 3 x 30 min a week: 270 owed. G1 is 2 x 30 min a week: 6 sessions,
# 180 planned. Held Mon 2, Wed 4 (30 each) and Mon 16 (20): 80 given. Mon 9 cancelled: 30; Wed 11
# the child absent: 30; Wed 18 not logged: 30. Short 190 = 30 + 30 + 30, 90 never planned, and
# 10 that one session was shorter. F2, two hours a term, is owed at the end of the term.
school
pupils
export SENDCTL_TODAY=2026-11-22
status sendctl ehcp section P155 B "Too early"
sendctl ehcp request P155 --source parent --sent 2026-06-01 -q
status sendctl ehcp section P155 B "Too early"
sendctl ehcp draft P155 --served 2026-10-12 -q
echo "-- a draft, row by row"
status sendctl ehcp section P155 A "Isaac likes trains."
status sendctl ehcp section P155 B "Isaac finds it hard to follow spoken instructions." --type SLCN
sendctl ehcp section P155 B "Isaac reads 12 of the first 100 words." -q
status sendctl ehcp section P155 E "Follows instructions of three parts." --serves B1 --due 2028-07-31
status sendctl ehcp section P155 F "Access to a language programme, by a TA." --serves "b1 e1" \
	--minutes 30 --times 2 --per week --who "a teaching assistant"
sendctl ehcp section P155 F "Speech and language therapy" --serves B1 --minutes 120 --per term -q
sendctl ehcp section P155 F "Regular small group work" -q
sendctl ehcp section P155 J "Swimming" --pounds 250.50 -q
sendctl ehcp section P155 K "Report of the educational psychologist" --who "Dr H. Moss" -q
status sendctl ehcp section P155
status sendctl ehcp section P155 J --json
echo "-- put right in the same version"
status sendctl ehcp section P155 --label F1 --times 3
status sendctl ehcp section P155 --label F1 --times 3
echo "-- what it leaves open, and what to question"
status sendctl ehcp check P155
sendctl ehcp check P155 --format csv --fields label,check,fix
status sendctl ehcp lint P155
echo "-- the final plan: another version"
sendctl ehcp final P155 --on 2026-11-02 --setting "Elm Park Primary" -q
status sendctl ehcp section P155 --label B1 "Isaac finds it very hard to follow spoken instructions in class."
status sendctl ehcp section P155 --label E1 --due 2027-07-31
status sendctl ehcp section P155 --label F3 --end
status sendctl ehcp section P155 F "Reading every day" --serves B2 --minutes 15 --times 1 --per day
status sendctl ehcp section P155 --label F2 --minutes 90
status sendctl ehcp section EH1.1 F
status sendctl ehcp section EH1.1 F "Not there"
status sendctl ehcp diff P155
sendctl ehcp diff EH1 --from EH1.1 --to 2 --format csv --fields change,label,minutes_before,minutes_after
status sendctl ehcp diff EH1.1
status sendctl ehcp diff P155 --from EH1.2
status sendctl ehcp diff P155 --from EH1.7
status sendctl ehcp diff P155 --from EH2.1
status sendctl ehcp diff P155 --from x
echo "-- labels are not used again; bad input"
status sendctl ehcp section P155 --label F3 "Back"
status sendctl ehcp section P155 F "Serves nothing that is there" --serves "B7"
status sendctl ehcp section P155 F "Serves provision" --serves F1
status sendctl ehcp section P155 Z "No such section"
status sendctl ehcp section P155 --label 9 "No label"
status sendctl ehcp section P155 B "Elsewhere" --label F1
status sendctl ehcp section P155 --label F9 --times 2
status sendctl ehcp section P155 B --times 2
status sendctl ehcp section P155 --times 2
status sendctl ehcp section P155 --label F1 --pounds x
status sendctl ehcp section P155 --label F1 --minutes 99999
status sendctl ehcp section P155 --label F1 --who "Ms Ola" --if-rev 1
status sendctl ehcp section EH1.9
echo "-- owed and given"
sendctl intervention add "Language group" -q >/dev/null
sendctl provision add --intervention "Language group" --pupil P155 --staff "Ms Ola" --minutes 30 --days mon,wed \
	--weeks 10 --from 2026-11-02 -q >/dev/null
status sendctl ehcp delivery P155 --format csv --fields label,weeks,owed,given,shortfall,why
status sendctl ehcp link P155 F1 G1
status sendctl ehcp link P155 F1 G1
status sendctl ehcp link P155 F2 G1
status sendctl ehcp link P155 F9 G1
status sendctl ehcp link P155 B1 G1
status sendctl ehcp link P155 F1 G9
status sendctl ehcp link P155 F2 G1 --stop
sendctl session log G1 --on 2026-11-02 -q
sendctl session log G1 --on 2026-11-04 -q
sendctl session log G1 --on 2026-11-09 --cancelled "Ms Ola was ill" -q
sendctl session log G1 --on 2026-11-11 --absent P155=ill -q
sendctl session log G1 --on 2026-11-16 --minutes 20 -q
status sendctl ehcp delivery P155
sendctl ehcp delivery P155 --format csv \
	--fields label,weeks,owed,planned,given,cancelled,absent,not_logged,shortfall,why
echo "-- the first two weeks of it; nothing before the plan"
sendctl ehcp delivery P155 --until 2026-11-16 --format csv --fields label,weeks,owed,planned,given,shortfall
status sendctl ehcp delivery P155 --until 2026-11-01
status sendctl ehcp delivery P155 --from 2026-11-20 --until 2026-11-10
status sendctl ehcp link P155 F1 G1 --stop
echo "-- a target works towards an outcome"
sendctl plan add P155 --kind learning-plan --anyway "as well" -q >/dev/null
status sendctl target add P155 --target "Two parts" --baseline "one" --success "9 of 10" --ehc-outcome E4
status sendctl target add P155 --target "Two parts" --baseline "one" --success "9 of 10" --ehc-outcome words
status sendctl target add P155 --target "Two parts" --baseline "one" --success "9 of 10" --ehc-outcome e1
sendctl ehcp section P155 E "Tells a story in order." --serves B1 -q
sendctl plan check P155 --format csv --fields check,finding,fix | grep outcome
sendctl plan show P155 --table targets --format csv --fields target,ehc_outcome,outcome
sendctl plan show P155 --table targets --format text --fields target,outcome
sendctl provision serve G1 T1 -q
sendctl ehcp delivery P155 --format csv --fields label,provisions,given
echo "-- so many weeks, fortnights, half terms: three weeks are over, two of them before 16 Nov"
sendctl ehcp section P155 F "A block of two weeks" --minutes 20 --times 2 --per week --weeks 2 -q
sendctl ehcp section P155 F "Each fortnight" --minutes 60 --per fortnight -q
sendctl ehcp section P155 F "Each half term" --minutes 60 --per half-term -q
for days in "--from 2026-11-02" "--until 2026-11-16" "--from 2026-11-16" "--from 2026-11-09"; do
	# shellcheck disable=SC2086
	sendctl ehcp delivery P155 $days --format csv --fields label,from_on,weeks,owed | grep -e F5 -e F6 -e F7 | tr '\n' ' '
	echo
done
echo "-- an amended plan: proposed it changes nothing, final it is owed from its day"
sendctl review record P155 --kind annual --on 2026-11-09 --came parent -q >/dev/null
sendctl ehcp decision P155 --decision amend --on 2026-11-10 -q
status sendctl ehcp section P155 --label F1 --times 1 -q
sendctl ehcp delivery P155 --format csv --fields label,quantity,from_on,until_on,weeks,owed,provisions | grep F1
sendctl ehcp lint P155 --format csv --fields label,code | head -3
sendctl ehcp amended P155 --on 2026-11-16 -q
sendctl ehcp delivery P155 --format csv --fields label,quantity,from_on,until_on,weeks,owed,provisions | grep F1
sendctl ehcp section P155 --label B2 --end -q
sendctl ehcp check P155 --format csv --fields label,check,finding | grep ended
echo "-- on paper"
status sendctl ehcp print P155 -o plan.html
status sendctl ehcp print P155 --for "Dr Moss" -o plan.html
status sendctl ehcp print P155 --for "Dr Moss" --ground interests --why "her reassessment" -o plan.html
status sendctl ehcp print EH1.1 --for school -o draft.html
sed -e 's/<style>.*<\/style>//' -e 's/<[^>]*>/ /g' plan.html | tr -s ' \n' | sed -n '/Education, health/,$p' | head -60
grep -c "A draft: not the plan in force" draft.html
sendctl disclosure list P155 --format csv --fields id,what,who,ground
