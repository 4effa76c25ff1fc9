# What plans lack, as advice; walls only where the policy gives the number itself
# (R31, R33, R35).
begin() {
	rm -f records.db*
	sendctl init -q --today 2026-09-01 --name "Elm Park Primary" --policy "$1" >/dev/null
	sendctl pupil add -q --forename Zoe --surname Nowak --dob 2018-06-12 --class 3B --year 3
	sendctl pupil level -q zoe "$2" --reason "gap" --on 2026-09-07 --told 2026-09-07 --anyway "arrived identified"
}
SENDCTL_DB=$PWD/records.db
export SENDCTL_DB
for at in "waves W2" "support-plan SS" "stages C" "trust TGT" "circle SS"; do
	# shellcheck disable=SC2086
	set -- $at
	begin "$1" "$2"
	echo "-- $1"
	sendctl plan add -q zoe
	sendctl plan list --format csv --fields id,kind,kind_name,review_on
	sendctl plan check --format csv --fields check,finding,cite
done
echo "-- a number the policy gives is a rule"
sendctl target add -q zoe --target "Counts to 20" --baseline "to 10" --success "to 20"
status sendctl plan agree zoe --by parent --by pupil
status sendctl plan agree zoe --by parent --by pupil --anyway "one at a time suits her" -q
sendctl report conformance --format csv --fields rule,subject,finding | grep "policy says no"
echo "-- targets"
begin stages C
sendctl plan add -q zoe --strategies "access to a laptop as appropriate" --parent-voice "tired" --parent-voice-on 2026-08-01 --pupil-voice "I like maths"
sendctl target add -q zoe --target "Will be encouraged to try hard" --baseline "Two lines." --success "two lines"
sendctl target add -q zoe --target "Would benefit from regular reading" --horizon long
for n in 3 4 5; do sendctl target add -q zoe --target "Target $n" --baseline a --success b --measure c --who d; done
status sendctl plan check zoe
status sendctl plan check PL1 --json
echo "-- carried over more than twice"
sendctl plan agree -q zoe --by parent --by pupil
for n in 1 2 3; do
	sendctl plan renew -q zoe --keep-all
	sendctl plan agree -q zoe --by parent --by pupil
done
sendctl plan check zoe --format csv --fields target,check,finding | grep carried
echo "-- an EHC plan: each target names an outcome"
begin waves EHC
sendctl plan add -q zoe
sendctl target add zoe --target "Counts to 20" --baseline "to 10" --success "to 20" 2>&1 | grep outcome
sendctl target edit T1 --ehc-outcome O3 -q
sendctl plan check --format csv --fields check | grep -c outcome
echo "-- nothing to look at"
begin support-plan SS
sendctl plan add -q zoe --strategies "word mat" --adults "Mrs Lee" --parent-voice "she is keen" --pupil-voice "I like maths"
sendctl target add zoe --target "Counts to 20" --baseline "to 10" --success "to 20" --measure "asked on Fridays"
status sendctl plan check zoe
