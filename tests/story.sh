# shellcheck shell=sh
# Words of the stories (cli/90 to 94): a day, a child, what is done, what is owed.
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
# The end of a story: all of it by date, and the records whole.
end() {
	echo "==== the whole story"
	sendctl report register
	sendctl pupil chronology zoe --fields on_date,what
	sendctl report conformance --fields severity,rule,finding
	sendctl audit verify --fields whole --format csv
}
