# report ehcp: every case on one table, the figures for the governors, small numbers kept inside.
export SENDCTL_TODAY=2026-01-12
quiet() {
	sendctl "$@" >out.txt 2>&1 || { echo "exit $?: $*" && cat out.txt; }
}
child() {
	quiet pupil add --forename "$1" --surname "$2" --dob "$3" --year "$4" --class "$5" --admitted-on 2025-09-03
}
school
quiet school edit --top-year 6
echo "== nobody has a case"
sendctl report ehcp
child Ada Reed 2019-05-01 2 2A
child Ben Shaw 2018-05-01 3 3B
child Cy Moss 2017-05-01 4 4A
child Dee Ward 2015-05-01 6 6A
child Eli Hart 2016-05-01 5 5A
child Flo Lane 2018-06-01 3 3B
# Ada: asked for, receipt unknown. Ben: being assessed, decided late. Cy: refused, and appealed against.
# Dee: a plan since last February, in year 6. Eli: came with a plan, and its review is late. Flo: withdrawn.
quiet ehcp add Dee --final 2025-02-10
quiet ehcp add Eli --final 2024-10-01
SENDCTL_TODAY=2026-03-02
quiet ehcp request Ben --source parent --sent 2026-02-27 --received 2026-03-02
quiet ehcp request Cy --source school --sent 2026-02-27 --received 2026-03-02
quiet ehcp request Flo --source parent --sent 2026-02-27 --received 2026-03-02
SENDCTL_TODAY=2026-04-20
quiet ehcp decision Ben --decision assess --on 2026-04-20
quiet ehcp decision Cy --decision refuse --on 2026-04-13
quiet ehcp withdraw Flo --on 2026-04-10 --reason "moving away"
quiet ehcp request Ada --source school --sent 2026-04-17
quiet appeal add Cy --against refuse-assess
echo "== six children"
sendctl report ehcp
echo "== some of them"
sendctl report ehcp --stage plan --table cases --fields pupil,year,stage,plan_on,review_due,meeting_due,late_days,transfer_due
sendctl report ehcp --year 3 --table cases --fields pupil,stage,weeks,plan_due
sendctl report ehcp --stage nothing
echo "== for programs"
sendctl report ehcp --table cases --format csv --fields id,pupil_id,stage,weeks,late_days,decision_due,appeal
sendctl report ehcp --json | tr ',' '\n' | sed -n '1,24p'
echo "== for the governors"
sendctl report ehcp --public
sendctl report ehcp --public --from 2026-09-01 --until 2026-09-01
echo "exit $?"
