# shellcheck shell=sh
# Sourced by tests/run.sh before each shell case.  Words a case may use:
#   sendctl ARGS...   the program under test (test clock, own records file)
#   status CMD...     runs it, then prints "exit N"
#   school [POLICY]   a records file with Elm Park Primary (default stages), quietly
#   pupils            the sample school of DATA/mis/sims.csv in it, quietly
#   have TOOL         is a tool there?

sendctl() {
	"$SENDCTL" "$@"
}
status() {
	"$@"
	echo "exit $?"
}
school() {
	sendctl init -q --name "Elm Park Primary" --policy "${1:-stages}" >/dev/null
}
pupils() {
	sendctl pupil import -q "$DATA/mis/sims.csv" >/dev/null 2>&1
}
have() {
	command -v "$1" >/dev/null 2>&1
}
