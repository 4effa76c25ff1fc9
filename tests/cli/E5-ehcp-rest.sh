# Rows of a plan with one thing each, the words for them, wording questioned in time and late,
# an excuse by its name, a case with a note that ends (R61, R62).
school
pupils
sendctl ehcp request -q P155 --source parent --sent 2026-06-01 --received 2026-06-02
sendctl ehcp excuse -q P155 ehc-decision --exception personal --reason "long stay in hospital"
sendctl ehcp show P155 --table happened --format csv
sendctl pupil chronology P155 --format csv --fields on_date,what | grep -i excused
status sendctl ehcp lint P155
sendctl ehcp draft -q P155 --served 2026-11-16
status sendctl ehcp section P155 B "Finds reading hard" --type SPLD
status sendctl ehcp section P155 E "Reads 45 words" --serves B1 --due 2027-07-31
status sendctl ehcp section P155 F "Reading group" --serves "B1 E1" --minutes 30 --times 1 --per week --weeks 1
status sendctl ehcp section P155 F "Access to a quiet room as required" --weeks 6
status sendctl ehcp section P155 F "A word mat" --times 2
status sendctl ehcp section P155 J "A laptop" --pounds 500
status sendctl ehcp section P155 K "Educational psychologist" --dated 2026-09-14
status sendctl ehcp section P155 K --end
status sendctl ehcp section P155 F --label F9 --times 2
status sendctl ehcp section P155 B --label F1 --times 2
status sendctl ehcp section P155 --label F1 --who "a teaching assistant"
status sendctl ehcp section P155 --label F1 --ratio 1:4
status sendctl ehcp section P155 --label J1 --pounds 600.50
status sendctl ehcp section P155 --label K1 --dated 2026-09-15
status sendctl ehcp section P155 --label E1 --due 2028-07-31
sendctl ehcp section P155
status sendctl ehcp lint P155
export SENDCTL_TODAY=2026-12-14
status sendctl ehcp lint P155 --format csv --fields label,word
sendctl ehcp final -q P155 --on 2026-12-11 --setting "Elm Park Primary"
status sendctl ehcp delivery P155 --format csv
status sendctl ehcp edit P155 --note "moved in from Essex"
status sendctl ehcp cease P155 --on 2026-12-14 --why "left England" --reason "to Wales"
sendctl ehcp show EH1 --format csv --fields id,ended_on,cease_reason,note
echo "-- plans that are not on record"
sendctl today | sed -n '/^No annual review/,/^$/p'
status sendctl ehcp add "" --final 2026-01-12
sendctl ehcp add -q "$(sendctl report register --format csv --fields id,census | sed -n 's/,E$//p' | tail -1)" --final 2026-01-12
sendctl today --format csv --fields section,number,what | grep uncounted
