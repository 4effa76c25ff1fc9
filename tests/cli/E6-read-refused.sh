# What would end rows of the plan without a word of the document, or cannot be a plan
# (R62): refused whole.
school
sendctl pupil add -q --forename Zoe --surname Dale --dob 2018-06-12 --class 3B --year 3 >/dev/null
sendctl ehcp add -q zoe --final 2026-01-20 >/dev/null
printf 'Section F\n1. Reading, weekly\nSection J\nSwimming \302\243100\n' >plan.txt
status sendctl ehcp read zoe plan.txt
printf 'Contents\nSection B: Special educational needs\nSection F\n\n' >contents.txt
status sendctl ehcp read zoe contents.txt
{ printf 'Section F\n1. Reading, weekly\n2. ' && head -c 70000 /dev/zero | tr '\0' 'a' && echo; } >long.txt
status sendctl ehcp read zoe long.txt
{ echo "Section F" && yes "1. Reading, weekly" | head -n 1001; } >rows.txt
status sendctl ehcp read zoe rows.txt
sendctl ehcp section zoe --format csv --fields label,words
echo "-- that there is nothing is something said"
printf 'Section J: Personal budget\nNone\n' >none.txt
status sendctl ehcp read zoe none.txt
