# What narrows a list.
school
sendctl pupil add -q --forename Zoe --surname "O'Brien" --class 3B --year 3 --admitted-on 2022-09-05 --upn Q330200025001
sendctl pupil add -q --forename Adam --surname Kowal --class 3B --year 3 --admitted-on 2026-09-02
sendctl pupil add -q --forename Eve --surname Ash --class 4A --year 4 --admitted-on 2026-09-02
sendctl staff add -q --name "Ms Hart" --role class-teacher --class 3B
sendctl pupil level -q P1 C --reason "no better" --told today
sendctl pupil level -q P2 A --reason "watched"
sendctl pupil need -q P1 SLCN,MLD
list() { echo "$ pupil list $*"; sendctl pupil list "$@" --format csv --fields id,name,class,level,census,primary_need,secondary_need; }
list
list --class 3b
list --year 4
list --level c
list --census k
list --need MLD
list --register
list --monitored
list --joined-since 2026-09-01
list --adult "ms hart"
list --search "OBRIEN z"
list --search q330200025001
list --class 3B --monitored
list --search o --class 3B
list --class 9Z
sendctl pupil list --class 9Z
status sendctl pupil list --need ADHD
status sendctl pupil list --flag tall
sendctl pupil list --register --json
