# The catalogue, and provision begun from it: who, by whom, how often, how long (R36).
school stages
for child in Zoe:O\'Brien Sam:Reid Ali:Khan; do
	sendctl pupil add -q --forename "${child%:*}" --surname "${child#*:}" --dob 2018-03-01 --class 3B --year 3
done
sendctl staff add -q --name "Ms Ola" --role ta >/dev/null
status sendctl intervention add "Precision Teaching" --wave "Wave 3" --area cognition \
	--kind "specific interventions such as Precision Teaching" --minutes 10 --times 5 --weeks 6 \
	--measure "words read in a minute" --evidence "good, when it is daily"
status sendctl intervention add "Reading together" --kind reading --minutes 20 --times 2
status sendctl intervention add "precision teaching"
status sendctl intervention add Lego --minutes 0
status sendctl intervention add Lego --times 21
printf 'name,minutes,times,weeks\nLego Therapy,30,1,10\nReading together,20,2,\n' >more.csv
status sendctl intervention import more.csv
status sendctl intervention import more.csv
echo '== begun'
status sendctl provision add --intervention "precision teaching" --pupil sam@3B --pupil zoe@3B --staff "ms ola" \
	--from 2026-11-02 --entry sam@3B=85 --entry zoe@3B=79 --funding "notional SEND budget" --impact "reads 95 in a minute"
status sendctl provision add --name "Talking partners" --pupil @3B --staff "Mr Unknown" --minutes 15 \
	--days wed,mon --at 9.30 --weeks 4 --from 2026-11-23 --funding "a grant"
status sendctl provision add --intervention I2 --pupil ali@3B --minutes 15 --days fri --until 2027-02-13 --role "Teaching assistant" --staff "Mrs Odd"
echo '== refused'
status sendctl provision add --intervention "Toe by Toe" --pupil sam@3B
status sendctl provision add --pupil sam@3B --yes
status sendctl provision add --name x --pupil nobody@3B
status sendctl provision add --name x
status sendctl provision add --name x --pupil sam@3B --days sat
status sendctl provision add --name x --pupil sam@3B --days mon,wed --times 3
status sendctl provision add --name x --pupil sam@3B --at 25:00
status sendctl provision add --name x --pupil sam@3B --from 2026-11-02 --until 2026-10-01
status sendctl provision add --name x --pupil sam@3B --pupil zoe@3B --entry 85
status sendctl provision add --name x --pupil sam@3B --entry zoe@3B=85
status sendctl provision add --name x --pupil sam@3B --target T1
sendctl intervention edit -q I2 --ended-on 2026-11-01 >/dev/null
status sendctl provision add --intervention I2 --pupil sam@3B
echo '== answers'
sendctl intervention list
sendctl intervention list --all --fields id,name,ended_on
sendctl intervention show "lego therapy"
sendctl provision list
sendctl provision list --class 3b --staff "ms OLA" --fields id
sendctl provision list --pupil ali@3B --open --fields id,name
sendctl provision list --funding notional --fields id,funding
sendctl provision list --wave "wave 3" --area cognition --fields id
sendctl provision show "talking partners"
sendctl provision show G1 --json | jq -c '.rows[0] | {how: [.minutes, .times, .weeks, .days], until_on, sessions, planned, impact, adults, n: (.children | length)}'
echo '== the same again for the same child is said, and kept'
sendctl provision add -q --name "Reading together" --pupil sam@3B --pupil zoe@3B --days mon --minutes 10 --from 2027-01-11 --weeks 3 >/dev/null
status sendctl provision add --name "reading TOGETHER" --pupil sam@3B --pupil ali@3B --days tue --minutes 10 --from 2027-01-11 --weeks 3
