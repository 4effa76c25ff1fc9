# Documents with review dates, the medical register, placements, adjustments
# (R13, R14, R17, R18).
school trust
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3
sendctl pupil add -q --forename Adam --surname Kowal --dob 2019-03-01 --class 2A --year 2
status sendctl document add zoe --kind peep --by "Ms Hart"
status sendctl document add zoe --kind RACSP --on 2026-11-02
status sendctl document add zoe --kind "manual handling" --title "Lifting"
status sendctl document add zoe --kind PEEP --due 2027-06-01
sendctl document list --fields id,kind,title,made_on,review_on,ended_on,replaces
sendctl report due --within 60w --fields rule,due_on,basis,cite,subject,what --format csv
echo '== refused'
status sendctl document add zoe --kind PEEP --on tomorrow
status sendctl document add adam --kind PEEP --on 2018-01-01
status sendctl document add zoe --kind PEEP --on 2026-11-20
status sendctl document add zoe --kind RACSP --due 2026-11-01
status sendctl document edit D2 --ended-on 2026-11-01
echo '== medical'
status sendctl medical add zoe --condition Asthma --do-this "Blue inhaler, sit up, ring home" --kept-where "green bag" --from 2024-09-02
status sendctl medical add adam --condition "Nut allergy" --do-this "Pen, then 999" --barrier no
status sendctl medical add zoe --condition asthma
sendctl document add -q zoe --kind healthcare-plan
sendctl medical list
sendctl medical list --class 3b --format csv
status sendctl medical edit M2 --until 2026-11-20
sendctl medical list --fields pupil,condition
sendctl medical list --all --fields pupil,condition,until_on
sendctl --as-at 2026-11-01 medical list --fields pupil,condition
sendctl --format html -o medical.html medical list && grep -c Asthma medical.html
echo '== placements'
status sendctl placement add zoe --kind inclusion-hub --commissioned yes --named no --by "LA panel" --from 2026-11-02
status sendctl placement add zoe --kind inclusion-hub
status sendctl placement add zoe --kind alternative --from 2026-11-23 --until 2026-11-20
status sendctl placement edit PC1 --until 2026-11-20
echo '== adjustments'
status sendctl adjustment add zoe "Sits near the board" --from 2026-09-07 --used-in-class yes
status sendctl adjustment add zoe "Extra time" --kind access --applied-on 2026-11-10 --granted-on 2026-11-09
status sendctl adjustment add zoe "Extra time" --kind access --applied-on 2026-11-10
status sendctl adjustment add zoe "extra time" --kind access
sendctl pupil show zoe --fields id,name
sendctl pupil chronology zoe
