#!/bin/sh
# The fault sweep (sweep.c, shim.c): every database call, allocation, write
# and sync of a command fails in turn.  All points of one add, one edit, one
# import and init (but of init's 28,000 allocations, nearly all SQLite's own as
# it reads the schema, a seeded 3,000); a seeded sample of every other writing
# verb.  SLOW=1: all of all.
# SEED=N repeats a run; VERB=NAME (or patterns, a*|b*) runs one command only; MODES=db,nomem
# all points (or POINTS) of these modes only; READS=1 the reading verbs of reads.txt too.
set -u
here=$(cd "$(dirname "$0")" && pwd)
repo=$(dirname "$(dirname "$here")")
B=${B:-build}
case $B in /*) ;; *) B=$repo/$B ;; esac
prog=$B/sendctl-test
seed=${SEED:-$(date +%Y%m%d)}
each=db,nomem,eio,full,crash,lose,rand
all=$each,nomem-all
few=200
many=3000
[ -z "${SLOW:-}" ] || few=0 many=0
passed=0
failed=0

base=/dev/shm
[ -w $base ] || base=${TMPDIR:-/tmp}
dir=$(mktemp -d "$base/sendctl-fault.XXXXXX") || exit 1
trap 'rm -rf "$dir"' EXIT INT TERM
export HOME="$dir" SENDCTL_TODAY=2026-11-22 SENDCTL_SCHOOL=888/3034 LC_ALL=C.UTF-8 TZ=Europe/London SENDCTL_DB="$dir/base.db"
unset SENDCTL_AS SENDCTL_FORMAT SENDCTL_NAMES XDG_DATA_HOME XDG_CONFIG_HOME

# sweep NAME MODES OPTIONS -- ARGS: counts a line "ok"/"not ok" a mode.
sweep() {
	name=$1
	modes=$2
	shift 2
	# shellcheck disable=SC2254 # a pattern
	eval "case \$name in ${VERB:-*}) ;; *) return ;; esac"
	"$B/fault/sweep" -j $(($(nproc) + 1)) -s "$seed" -n "$name" -w "$dir" -S "$B/fault/shim.so" -m "$modes" "$@" >"$dir/log" 2>&1
	cat "$dir/log"
	passed=$((passed + $(grep -c '^ok ' "$dir/log")))
	bad=$(grep -c '^not ok ' "$dir/log")
	[ "$bad" -gt 0 ] || grep -q '^ok ' "$dir/log" || bad=1
	failed=$((failed + bad))
}
# whole NAME ARGS: every point.  (That memory stays out once it is out differs
# little from one failure: a sample of it unless SLOW.)  sampled NAME ARGS: some.
whole() {
	name=$1
	shift
	sweep "$name" "$each" -r 50 -t "$dir/template.db" -c "audit verify" -- "$prog" "$@"
	sweep "$name" nomem-all -p $few -r 50 -t "$dir/template.db" -- "$prog" "$@"
}
sampled() {
	name=$1
	shift
	points=4
	[ -z "${SLOW:-}" ] || points=0
	if [ -n "${MODES:-}" ]; then
		sweep "$name" "$MODES" -p "${POINTS:-0}" -r 4 -t "$dir/template.db" -- "$prog" "$@"
		return
	fi
	# A process that ends, or power that fails, between the name and the commit
	# leaves a whole copy: the same name is then taken.
	case $name in
	db-* | *-pack)
		sweep "$name" db,nomem,nomem-all,eio,full -p "$points" -r 4 -t "$dir/template.db" -- "$prog" "$@"
		sweep "$name" crash,lose,rand -p "$points" -r 0 -t "$dir/template.db" -- "$prog" "$@"
		;;
	*) sweep "$name" "$all" -p "$points" -r 4 -t "$dir/template.db" -- "$prog" "$@" ;;
	esac
}
need() {
	"$prog" "$@" >/dev/null 2>"$dir/err" || { cat "$dir/err"; echo "cannot make the template: $*"; echo "0 passed, 1 failed"; exit 1; }
}

# A small school: enough that every verb below has something to do.
head -n 13 "$repo/tests/data/mis/bromcom.csv" >"$dir/small.csv"
{
	head -n 1 "$repo/tests/data/mis/bromcom.csv"
	sed -n '5,9p;20,24p' "$repo/tests/data/mis/bromcom.csv"
} >"$dir/next.csv"
need init --name "Elm Park Primary" --policy stages --dfe 888/3034
need pupil import "$dir/small.csv"
# The fifth child is called otherwise here and there.
need pupil edit P5 --forename Alexis
sed '6s/^\([^,]*,[^,]*\),[^,]*/\1,Alex/' "$dir/small.csv" >"$dir/renamed.csv"
need pupil import "$dir/renamed.csv"
need concern add P1 --source staff --by "Class teacher" --area communication --concern "Hard to follow a story" --tried "pictures = helped"
need concern add P2 --source parent --concern "Does not sleep before school days"
need concern close C2 --result resolved --reason "sleeps again"
need contact add --name "Mrs O'Brien" --phone "01234 567890" --pupil P2 --relation PAM
need contact add --name "Mr Grey" --pupil P6 --relation PAF --address "2 Elm Road"
need note add P3 "spoke with home"
need staff add --name "Ms Green" --role sendco
need consent add P3 --purpose agency --by "Mrs Ash"
need consent add P3 --purpose inclusion-referral --by "Mrs Ash"
need agency add --name "Speech and Language Therapy" --code SLT
need referral add P3 --agency SLT --reason "speech" --sent-on 2026-11-02
need action add P3 "word mat" --due 2026-12-04
need staff assign "Ms Green" P3
need pupil level P6 A --reason "watched" --on 2026-11-02
need review schedule P6 --kind monitoring --on 2026-12-07
printf '== P6 Child\nheld_on: 2026-11-20\ndecision: continue\n' >"$dir/round.txt"
need concern add P7 --source staff --concern "Loses the thread of a story"
need concern strategies C3 --strategy "seat by the board" --due 2026-12-07
need timetable add P8 --hours mornings --reason "back after illness" --by "Ms Green" --from 2026-11-09
need timetable add P10 --hours mornings --reason "back after illness" --by "Ms Green" --from 2026-11-09
need document add P10 --kind PEEP --by "Ms Green"
# The eighth child, entered twice.
need pupil add --surname Hall --forename Olly --dob 2017-07-30
# Provision: one with a session, one without; something that was lent.
need intervention add "Precision Teaching" --minutes 10 --weeks 6
need provision add --intervention "Precision Teaching" --pupil P3 --pupil P4 --staff "Ms Green" --days mon,wed --from 2026-11-02 --entry P3=85
need session log G1 --on 2026-11-04 --absent P3=ill
need provision add --name "Talking partners" --pupil P6 --times 1 --weeks 6 --from 2026-11-02
need equipment add P4 "radio aid" --check-on 2026-12-18
need topup add P4 --funding sspp --asked-on 2026-11-02
printf 'provision,on,pupil,mark\nG1,2026-11-09,P3,x\nG1,2026-11-09,P4,ill\n' >"$dir/sheet.csv"
printf 'name,minutes\nLego Therapy,30\n' >"$dir/interventions.csv"
need school add --name "Oak Hill Primary" --dfe 888/3036 --policy waves
need review register --open --school 888/3034
need logbook add books --planned-on 2026-12-02 --school 888/3034
# A plan that is agreed, and a draft.
need pupil level P11 C --reason "reading" --told 2026-11-20
need plan add P11 --strategy "pre-teach five words"
need target add PL1 --target "Reads 45 words at sight" --baseline "reads 12" --success "45 of 45"
need plan agree PL1 --by parent --by pupil
need pupil level P12 C --reason "writing" --told 2026-11-20
need plan add P12
need target add PL2 --target "Writes four sentences" --baseline "two" --success "four"
# A request that waits for its decision, one whose receipt is not known, and a plan.
need ehcp request P5 --source parent --sent 2026-09-01 --received 2026-09-02
need ehcp request P8 --source parent --sent 2026-11-02
need ehcp add P9 --final 2025-10-01 --on 2026-09-01
need review record P9 --kind annual --on 2026-09-14 --came parent
need ehcp section P9 F "Language group" --minutes 30 --per week
printf 'Section B: Special educational needs\n1. Spelling\n2. Speech\nSection F\n- Group, weekly (B1)\n' >"$dir/ehcplan.txt"
printf 'UPN,Review due\n%s,01/10/2026\n' "$(sed -n '10s/,.*//p' "$dir/small.csv")" >"$dir/reviews.csv" # P9
printf "about,stage,raised_on\nthe ramp,formal,2026-11-02\n" >"$dir/complaints.csv"
printf "pupil,against,notice_on\nP9,no-amend,2026-11-02\n" >"$dir/appeals.csv"
printf 'pupil,given_on,what,who,ground,why\nP9,2026-11-02,the plan,Ms Khan,ofsted,inspection\n' >"$dir/shown.csv"
printf 'pupil,final,setting\nP10,2025-12-10,Elm Park Primary\n' >"$dir/ehcps.csv"
# A disagreement before mediation, one before the tribunal; a complaint, and one settled.
need appeal add P4 --against no-amend --notice 2026-10-05
need appeal mediation AP1 --contacted 2026-11-16
need appeal add P6 --against contents --notice 2026-10-05
need appeal send AP2 --on 2026-11-18
need complaint add --pupil P4 --about "not told of the change"
need complaint add --about "no answer to a letter" --on 2026-11-16 --school 888/3034
need complaint close CM2 --result "answered" --on 2026-11-20
printf '== PL2\nhome: write a list together\n-- T2\nmeasure: in the book\n-- new\ntarget: Spells ten words\n' >"$dir/plan.txt"
printf 'pupil,home\nP9,read together\n' >"$dir/plans.csv"
printf 'plan,target,baseline,success\nPL2,Spells ten words,three,ten\n' >"$dir/targets.csv"
printf 'told,heard,comments\nyes,no,more notice\npartly,yes,\n' >"$dir/voices.csv"
printf 'Dear school\n' >"$dir/letter.txt"
printf 'pupil,opened_on,source,concern\nP3,2026-11-20,staff,Tires quickly\n' >"$dir/concerns.csv"
printf 'name,phone\nMr Lowe,01234 567892\n' >"$dir/contacts.csv"
printf 'pupil,note\nP3,Came late again\n' >"$dir/notes.csv"
printf 'name,role\nMr Hall,ta\n' >"$dir/staff.csv"
printf 'name,dfe\nAsh Grove Primary,888/3037\n' >"$dir/schools.csv"
printf 'kind,name,from_on,until_on\ninset,INSET day,2027-01-04,2027-01-05\n' >"$dir/terms.csv"
cp "$dir/base.db" "$dir/template.db"
chmod 600 "$dir/template.db"

# The negative controls: what must be found is found.
SENDCTL_DB="$dir/careless.db" "$B/fault/careless" >/dev/null
sweep careless "$all" -X -t "$dir/careless.db" -- "$B/fault/careless"
sweep no-sync lose,rand -X -N -t "$dir/template.db" -- "$prog" concern add P2 --source staff --concern "Reads less than in summer"

sweep init "${each#db,nomem,},db" -r 50 -- "$prog" init --name "Elm Park Primary" --policy stages
sweep init nomem -p $many -r 50 -- "$prog" init --name "Elm Park Primary" --policy stages
sweep init nomem-all -p $few -r 50 -- "$prog" init --name "Elm Park Primary" --policy stages
whole concern-add concern add P2 --source staff --by "Class teacher" --concern "Reads less than in summer" --tried "shorter books = a little"
whole concern-edit concern edit C1 --wanted "To join in at story time"
whole pupil-import pupil import "$dir/next.csv" --map bromcom

while IFS='|' read -r name args; do
	case $name in '' | '#'*) continue ;; esac
	eval "set -- $args"
	sampled "$name" "$@"
done <"$here/verbs.txt"
# A command that only reads: it says why, and leaves the file as it was.
[ -z "${READS:-}" ] || while IFS='|' read -r name args; do
	case $name in '' | '#'*) continue ;; esac
	eval "set -- $args"
	sweep "$name" db -R -p "${POINTS:-0}" -r 0 -t "$dir/template.db" -- "$prog" "$@"
done <"$here/reads.txt"

echo "seed $seed"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
