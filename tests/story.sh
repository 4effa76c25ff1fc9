# shellcheck shell=sh
# Words of the stories (cli/90 to 94, F0 to F4): a day, a child, what is done, what is owed.
day() {
	export SENDCTL_TODAY="$1"
	echo "==== $1"
}
child() {
	sendctl pupil add -q --upn L888303424393 --forename Zoe --surname "O'Brien" --dob 2018-05-12 --class 4B --year 4 --admitted-on 2022-09-05 >/dev/null
}
# One step: what it says, without the lines every write has.
act() {
	sendctl "$@" >out.txt 2>&1 || echo "exit $?" >>out.txt
	grep -v -e '^Today is taken' -e '^Undo with' out.txt
}
# All that is late or comes within a year, with where it comes from.
owed() {
	echo "owed:"
	sendctl report overdue --within 52w --fields due_on,days,rule,owner,basis,cite,what
}
# Those around the child.
people() {
	sendctl contact add -q --name "Ewa O'Brien" --title Mrs --pupil zoe --relation PAM --responsibility yes --phone "07700 900001" >/dev/null
	sendctl staff add -q --name "Jane Hart" --role class-teacher --class 4B >/dev/null
	sendctl staff add -q --name "Mrs Lee" --role ta >/dev/null
	sendctl staff add -q --name "Mr Shah" --role sendco >/dev/null
}
# A page as it is read: a line a block, without its head.
blocks() {
	sed -n '/<main/,$p' "$1" | sed -e 's/<[^>]*>/ /g' -e "s/&#39;/'/g" -e 's/&quot;/"/g' -e 's/  */ /g' -e 's/^ //' | grep .
}
# page PLAN READER: a plan as it is handed over.
page() {
	sendctl plan print -q "$1" --reader "$2" -o "$1-$2.html" || return
	echo "---- $1 for $2"
	blocks "$1-$2.html"
}
# The end of a story: all of it by date, and the records whole.
end() {
	echo "==== the whole story"
	sendctl report register
	sendctl pupil chronology zoe --fields on_date,what
	sendctl report conformance --fields severity,rule,finding
	sendctl audit verify --fields whole --format csv
}
