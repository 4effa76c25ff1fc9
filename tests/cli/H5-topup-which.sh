# Which request for extra funding is meant: the child's only one that waits, or by its id (R65).
. "$REPO/tests/story.sh"
day 2026-09-07
school stages
child
status sendctl topup decide zoe --granted no --reason "too early"
sendctl topup add -q zoe --funding sspp --asked-on 2026-09-01
sendctl topup add -q zoe --funding sspp --asked-on 2026-09-07 --anyway "asked again"
status sendctl topup decide zoe --granted no --reason "too early"
status sendctl topup decide TU1 --granted no --reason "too early"
status sendctl topup decide zoe --granted yes --pounds 1200 --from 2026-09-07
status sendctl topup edit TU2 --pounds 1300
status sendctl topup edit TU9 --pounds 1300
sendctl topup show TU2 --format csv --fields id,granted,pence
sendctl topup list --format csv --fields id,granted,pence,from_on
