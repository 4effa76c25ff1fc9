# add, list, show, edit, import, remove from the field table alone.
school
status sendctl staff add --name "Mrs Lee" --role sendco --email lee@example.org
status sendctl staff add --name "Mr Okoro" --role class-teacher --class 3B --json
sendctl staff list
sendctl staff show ST1
status sendctl staff show ST9
status sendctl staff show lee
status sendctl staff edit ST1 --phone "01234 567890"
status sendctl staff edit ST1 --phone "01234 567890"
status sendctl staff edit ST1
status sendctl staff edit ST1 --email ""
sendctl staff show ST1 --format ndjson --fields rev,email,phone
printf 'name,role,class\nMs Hart,ta,3B\nMr Wood,ta,4A\n' >staff.csv
status sendctl staff import staff.csv
status sendctl staff import staff.csv
printf 'name,role\nMs Fine,ta\n,ta\n' >bad.csv
status sendctl staff import bad.csv
sendctl staff list --format csv --fields id,name,class
status sendctl staff remove ST2 --reason "entered twice"
status sendctl staff edit ST2 --phone 1
status sendctl staff remove ST2 --reason again
sendctl staff list --format csv --fields id,name
sendctl staff show ST2 --format ndjson --fields id,name,voided_at
sendctl staff list --schema | head -c 80
echo
echo '--- several schools in one file'
sendctl school add --name "Oak Road" --code oak --policy trust -q
status sendctl staff list
status sendctl --school oka staff list
sendctl --school oak pupil add --forename Cy --surname Dunn -q
echo 'the child settles it'
status sendctl note add "cy dunn" "Settled in." -q
sendctl note show N1 --format csv --fields id,pupil
status sendctl --school SC1 note show N1
status sendctl --school SC1 note add P1 "In the wrong school" -q
sendctl school list --format csv --fields id,name,code
