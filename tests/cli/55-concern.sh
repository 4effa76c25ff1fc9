# Concerns, from the first worry to the end.
school
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --class 3B --year 3
id=$(sendctl concern add -q zoe@3B --source staff --by "Ms Hart" --role "class teacher" --area communication --concern "Does not follow two-part instructions" --tried "visual timetable = helped a little" --tried "seat by the board" --on 2026-11-02)
echo "id $id"
sendctl concern list
sendctl concern list --format ndjson
sendctl concern show zoe
status sendctl concern add zoe --concern "x" --on tomorrow
status sendctl concern add zoe --concern "x" --on 2018-05-11
status sendctl concern add zoe --concern "x" --on 2026-11-02 --due 2026-11-01
status sendctl concern add zoe
status sendctl concern edit C1 --due +4w --tried "word mat = not yet"
status sendctl concern close C1 --result resolved
status sendctl concern close C1 --result won --reason x
status sendctl concern close C1 --result monitor --reason "watch until half term"
status sendctl concern close C1 --result resolved --reason "again"
status sendctl concern edit C1 --wanted "a meeting"
status sendctl concern reopen C1 --reason "it came back"
status sendctl concern close C1 --result register --reason "no better"
sendctl concern list
sendctl concern list --all --fields id,opened_on,days_open,closed_on,result --format csv
sendctl concern list --as-at 2026-11-10 --fields id,days_open --format csv
sendctl pupil show zoe --table notes --format csv
sendctl pupil edit -q zoe --left-on 2026-11-20
status sendctl concern add P1 --concern "y"
status sendctl concern add P1 --concern "y" --anyway "back on Monday"
