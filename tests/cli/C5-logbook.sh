# The logbook (R77): kinds by the policy's words, planned and done, closed; what
# is refused.
school
status sendctl logbook add governor --on 2026-11-18 --who "Mrs Okoye" --note "Went through the register"
status sendctl logbook add "review of the policy" --planned-on 2027-07-05
status sendctl logbook add "phonics moderation" --planned-on 2026-12-02
sendctl logbook list
echo "-- closed, and what came of it"
status sendctl logbook close LB3 --on 2026-11-20 --result "Two schools, six books, one band too high"
sendctl logbook show LB3
status sendctl logbook close LB3
sendctl logbook edit -q LB1 --note "Went through the register and the overdue list"
sendctl logbook show LB1 --json
echo "-- refused"
status sendctl logbook add governor --on 2026-11-30
status sendctl logbook add "SEN register" --on 2026-11-20 --dry-run
status sendctl logbook add register --on 2026-11-20
status sendctl logbook close LB9
echo "-- from a file"
cat >log.csv <<'X'
kind,held_on,who,note
network,2026-10-08,Ms Hart,Cluster meeting
teachers,2026-10-15,Ms Hart,Year 3
X
status sendctl logbook import log.csv
status sendctl logbook remove LB2 --reason "entered twice"
sendctl logbook list --fields id,kind,planned_on,held_on,closed_on --format csv
