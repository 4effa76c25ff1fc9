# Who a plan was shown to: consent, grounds of regulation 17, rights, the policy's own
# words, what is refused and writes nothing (R68).
school waves
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3 >/dev/null
sendctl contact add -q zoe --name "Ewa Nowak" --relation mother --responsibility yes >/dev/null
echo "== no case, no plan to show"
status sendctl disclosure add zoe --who "Ms Khan" --ground ofsted --why "inspection"
sendctl ehcp add -q zoe --final 2026-05-20 --authority "Kent County Council" --setting "Elm Park Primary" >/dev/null
echo "== refused: no consent, and --anyway does not pass"
status sendctl disclosure add zoe --who "Mr Hale" --organisation "Hill Top Primary" --ground consent --why "a visit"
status sendctl disclosure add zoe --who "Mr Hale" --organisation "Hill Top Primary" --ground consent --why "a visit" --anyway "he asked twice"
status sendctl disclosure add zoe --who "Mr Hale" --why "a visit"
sendctl disclosure list zoe
echo "== with consent, as long as it holds"
sendctl consent add zoe --purpose disclosure --by "Ewa Nowak" --from 2026-09-01 --expires-on 2026-11-01 --how signed
status sendctl disclosure add zoe --who "Mr Hale" --organisation "Hill Top Primary" --ground consent --why "a visit"
status sendctl disclosure add zoe --who "Mr Hale" --organisation "Hill Top Primary" --ground consent --why "a visit" --on 2026-10-31
sendctl consent add -q zoe --purpose sharing --by "Ewa Nowak" --from 2026-11-02 >/dev/null
status sendctl disclosure add zoe --what "EHC plan, sections B and F" --who "Dr Moss" --organisation "Hill Top Clinic" --ground consent --why "her assessment" --how copy --by "Ms Hart"
sendctl consent withdraw -q CN2 --by "Ewa Nowak"
status sendctl disclosure add zoe --who "Dr Moss" --ground consent --why "her assessment"
echo "== on a ground of the law, and by a right to it"
status sendctl disclosure add zoe --who "Ms Khan" --organisation Ofsted --ground ofsted --why "asked at the inspection"
status sendctl disclosure add zoe --who "Ewa Nowak" --why "she asked for a copy"
status sendctl disclosure add zoe --who "Mr Lee" --organisation "Kent County Council" --ground authority
status sendctl disclosure add zoe --who "Mr Lee" --organisation "Essex" --ground authority
status sendctl disclosure add zoe --who "Ms Khan" --ground ofstad --why "inspection"
status sendctl disclosure add zoe --who "Ms Khan" --ground ofsted
echo "== the words of the policy, mapped to the law's"
status sendctl disclosure add zoe --who "Ms Reed" --organisation "Social services" --ground acts --why "a duty"
status sendctl disclosure add zoe --who "Ms Reed" --organisation "Social services" --ground children-act --why "a duty"
status sendctl disclosure add zoe --who "The Principal" --organisation "Hill Top Primary" --ground next-phase --why "next year"
echo "== the log"
sendctl disclosure list zoe
sendctl disclosure list --format csv --fields id,given_on,who,ground,policy_ground,consent_id,consent_by,version,why
sendctl disclosure list --from 2026-11-22 --until 2026-11-23 --json
sendctl disclosure show DI2
sendctl --names initials disclosure list --format csv --fields id,pupil,who,consent_by
sendctl --names initials disclosure show DI3 --format csv --fields id,pupil,who,given_by
sendctl --names none disclosure list --format csv --fields id,pupil,who,ground
echo "== tried first"
status sendctl disclosure add zoe --who "Ms Khan" --ground court --why "an order" --dry-run
status sendctl disclosure add zoe --who "Ms Khan" --ground court --why "an order" --on 2026-11-23
echo "== what was written, as its own answer"
sendctl disclosure add zoe --who "Ms Khan" --ground court --why "an order" --json -q
echo "== from a file: each row passes the wall, or none comes"
printf 'pupil,what,given_on,who,organisation,ground,why\nP1,the plan,2026-06-01,Ms Dean,Tribunal,APPEAL,the hearing\n' >log.csv
status sendctl disclosure import log.csv
sendctl disclosure list --format csv --fields id,given_on,who,what,ground,policy_ground | grep DI8
printf 'pupil,what,given_on,who,ground,why\nP1,a copy,2026-06-02,Ms Dean,appeal,the hearing\nP1,a copy,2026-06-03,Mr Hale,consent,a visit\n' >log.csv
status sendctl disclosure import log.csv
sendctl disclosure list --format csv --fields id | grep -c DI
printf 'pupil,given_on,who,ground,why\nP1,2026-06-02,Ms Dean,appeal,the hearing\n' >log.csv
status sendctl disclosure import log.csv
echo "== removed, it stays, marked"
status sendctl disclosure remove DI1 --reason "it was not sent"
sendctl disclosure list --format csv --fields id,who | head -2
sendctl disclosure show DI1 --format csv --fields id,who,voided_at | sed 's/,2.*Z/,removed/'
status sendctl disclosure edit DI2
echo "== the grounds"
sendctl disclosure grounds --format csv --fields ground,from,law,policy,out_of_date,use,cite,confidence
sendctl pupil chronology zoe --format csv --fields on_date,what | grep -E "shown or given"
sendctl policy show waves --format csv --fields section,code,note | grep "^disclosure,\(acts\|next\)"
