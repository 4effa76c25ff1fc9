# Text fits the terminal and is whole elsewhere; what would steer a terminal is shown instead.
have script || { echo "script is missing"; exit 1; }
school
sendctl pupil add -q --forename Zoë --surname "O'Brien" --year 3 --class 3B
sendctl note add -q P1 "A long note that does not fit into one line of a narrow terminal and so is wrapped between its words." --by "Ms Hall"
echo "-- elsewhere"
sendctl note list
sendctl note list | cat | wc -l
on() {
	script -qec "stty cols $1; $2" /dev/null </dev/null | tr -d '\r'
}
echo "-- 60 columns"
on 60 "$SENDCTL note list"
on 60 "$SENDCTL note show N1"
echo "-- 40 columns"
on 40 "$SENDCTL note list"
echo "-- a column that says nothing gives its room"
on 44 "$SENDCTL pupil list"
echo "-- what is said fits too, and the command it ends with stays in one piece"
on 60 "$SENDCTL ehcp request P1 --source school --sent 2026-11-20 --authority Birmingham"
on 60 "$SENDCTL ehcp read P1 none.txt"
on 60 "$SENDCTL today" | grep -A3 "The law"
