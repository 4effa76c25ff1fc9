# A parent's concern in the parents' words, services named, the shortened route.
export SENDCTL_TODAY=2026-11-02
school circle
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --class 3B --year 3
status sendctl concern add zoe --source parent --by "Mrs O'Brien" --role mother --concern "She cries on Sundays" --signpost nurse --signpost "Family Support" --signpost "the food bank"
status sendctl concern edit C1 --wanted "a meeting" --teacher-view none --signpost gp
sendctl concern show C1 --fields id,source,raised_by,concern,wanted,teacher_view --format csv
sendctl concern show C1 --table taken --fields step,name,note --format csv
sendctl concern show C1 --table steps --fields step,state --format csv
echo "-- shortened"
status sendctl concern add zoe --concern "Came with a plan" --shortened arrived
status sendctl concern strategies C2 --strategy "as in the old school" --due 2026-12-18
sendctl concern show C2 --fields id,shortened,stands,next --format csv
status sendctl concern add zoe --concern "A fall" --shortened "fell from a tree" --dry-run
echo "-- waves: evidence first"
export SENDCTL_DB="$PWD/waves.db"
school waves
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --class 3B --year 3
status sendctl concern add zoe --source parent --concern "She cries on Sundays" --wanted "a talk" --teacher-view none
status sendctl concern step C1 parent-concern --note "talked twice; work looked at"
