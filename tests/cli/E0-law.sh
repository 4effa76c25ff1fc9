# The law's clock: rules listed, one shown with the day it comes to; no records file is wanted.
status sendctl law list --section request
status sendctl law list --section review --format csv --fields rule,limit,starts,met,confidence
echo "-- the worked dates of domain.md 1"
sendctl law show ehc-final-plan --on 2026-03-02
for rule in annual-review-complete annual-review-meeting; do
	sendctl law show $rule --on 2025-12-10 --format csv --fields rule,due_on,how
done
sendctl law show phase-transfer-meeting --on 2027-09-01 --format csv --fields rule,due_on,how
sendctl law show appeal --event appealable-notice=2026-12-31 --event mediation-certificate=2027-02-10 --json
echo "-- school days need the school's calendar"
sendctl law show school-transfer-file --on 2026-11-22 --format csv --fields rule,due_on
status sendctl init --name Elm --policy stages -q
status sendctl term close 2026-11-24..2026-11-27
sendctl law show school-transfer-file --on 2026-11-22 --format csv --fields rule,due_on
echo "-- bad input"
status sendctl law show ehc-decisions
status sendctl law show appeal --event notice=2026-12-31
status sendctl law show appeal --event appealable-notice
status sendctl law show appeal --event appealable-notice=2026-02-30
status sendctl law list --section tribunal
