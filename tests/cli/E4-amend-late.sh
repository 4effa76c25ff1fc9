# A decision to amend that came without its amendments ([2022] EWHC 493 (Admin)): what is
# late is seen, and the amendments are kept when they come.  Meeting Thu 15 Oct 2026: decision and
# amendments by 12 Nov (four weeks), final by 7 Jan 2027 (twelve, sooner than eight after 16 Nov).
school
sendctl pupil add --surname Ash --forename Sam --dob 2018-03-04 --year 4 --class 4B -q >/dev/null
export SENDCTL_TODAY=2026-09-07
sendctl ehcp add P1 --final 2025-12-10 --setting "Oak Primary" -q
sendctl review schedule P1 --kind annual --on 2026-10-15 -q
export SENDCTL_TODAY=2026-11-16
sendctl review record R1 --on 2026-10-15 --came Sam --decision amend -q
clock() { sendctl ehcp timeline P1 --format csv --fields rule,due_on,met_on,state | grep amend; }
echo "-- only with amend, and with no day of them"
status sendctl ehcp decision P1 --decision maintain --on 2026-11-12 --without-amendments
status sendctl ehcp decision P1 --decision amend --on 2026-11-12 --without-amendments --amendments-sent 2026-11-12
echo "-- the letter alone"
status sendctl ehcp decision P1 --decision amend --on 2026-11-12 --without-amendments
sendctl ehcp show P1 | grep Stands
clock
sendctl report overdue --format csv --fields rule,days,owner | grep amend
echo "-- the amendments, by the command that is shown, its dates filled in"
status sendctl ehcp decision P1 --decision amend --on 2026-11-13 --amendments-sent 2026-11-16
status sendctl ehcp decision P1 --decision amend --on 2026-11-12 --amendments-sent 2026-11-11
status sendctl ehcp decision P1 --decision amend --on 2026-11-12 --amendments-sent 2026-11-15 --served 2026-11-14
status sendctl ehcp decision P1 --decision amend --on 2026-11-12 --amendments-sent 2026-11-15 --served 2026-11-16
sendctl ehcp show P1 | grep Stands
clock
status sendctl ehcp decision P1 --decision amend --on 2026-11-12 --amendments-sent 2026-11-15
sendctl db check --fields what,severity --format csv | grep -E "deadlines|values"
