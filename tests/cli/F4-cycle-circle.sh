# circle: one cycle of a Support Plan with three termly targets and a one-page profile (R10, R30
# to R38, R50 to R53, R55).
. "$REPO/tests/story.sh"

day 2026-09-14
school circle
child
people
act pupil level zoe SS --reason "no better after the solution circle" --by "Mr Shah" --told 2026-09-14
act pupil profile zoe --strengths "draws, helps others" --matters "her friends" --areas "sitting with others at lunch" --help-best "a job to do"
act pupil level zoe SS --reason "no better after the solution circle" --by "Mr Shah" --told 2026-09-14
act pupil need zoe SEMH
owed
day 2026-09-23
act plan add zoe --by "Ms Hart" --strategy "a job at the door each morning" --provision "lunch in the small hall" --home "Talk about one good thing at tea" --adults "Jane Hart, Mrs Lee" --parent-voice "She is sick before school" --pupil-voice "Lunch is loud"
act target add zoe --target "Eats lunch with two friends" --baseline "alone" --success "three days in five" --measure "tick sheet" --who "Mrs Lee"
act target add zoe --target "Comes in at the bell" --baseline "ten minutes late" --success "on time, four days in five" --measure "register" --who "Jane Hart"
act plan agree zoe --by "Ewa O'Brien" --by Zoe
owed
sendctl report conformance --fields severity,rule,finding,fix
echo "-- the third target; a fourth, in a new version"
act target add zoe --target "Says how she feels with the cards" --baseline "shrugs" --success "names it once a day" --measure "cards" --who "Mrs Lee"
act plan agree zoe --by "Ewa O'Brien" --by Zoe
day 2026-09-28
act target add zoe --target "Asks to join a game" --baseline "waits" --success "once a day" --measure "tally" --who "Jane Hart"
act plan agree zoe --by "Ewa O'Brien" --by Zoe
sendctl plan list zoe --all --fields id,cycle,version,state,targets,agreed_on,closed_on,close_reason
page PL2 parent
page PL2 pupil
act provision add --name "Lunch club" --kind group-support --area semh --pupil zoe --staff "Mrs Lee" --minutes 45 --days tue,thu --weeks 5 --from 2026-09-29 --target T6
day 2026-11-16
act session log G1 --from 2026-09-29 --until 2026-11-07
act provision evaluate G1 --evaluation "two friends come by themselves now" --result zoe=more --mark zoe=":)"
act report overdue --within 5w
day 2026-12-11
act review record zoe --kind termly --by "Ms Hart" --came Zoe --came "Mr Shah" --views "Mrs O'Brien: she runs in now" --target 1=met --target 2=met:"every day" --target 3=partly --target 4=much-less --pupil-voice "I sit with Ava" --decision continue
act plan renew zoe --keep-all
sendctl target list zoe --all --fields id,plan_id,target,result,ended_as,before_id
act target edit T8 --baseline "with the cards, most days" -q
act target add zoe --target "Goes to the club without an adult" --baseline "with Mrs Lee" --success "three weeks" --measure "tick sheet" --who "Mrs Lee" -q
day 2027-01-06
act plan agree zoe --by "Ewa O'Brien" --by Zoe
page PL3 parent
owed
echo "-- her mother sent her views and did not come: to be rung"
sendctl report meetings --table ring
act review record zoe --kind parents --by "Ms Hart" --came Mum --note "settled"
sendctl report meetings --table ring
sendctl report provision
sendctl report impact
sendctl pupil show zoe
end
