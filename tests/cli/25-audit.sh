# audit list: what was done, newest last; no personal text without --values.
school
sendctl pupil add -q --forename Zoë --surname "O'Brien" --dob 2018-02-03 --year 3 --class 3B
sendctl pupil add -q --forename Ali --surname Khan --year 5 --class 5A
sendctl --as "Ms Hall" note add -q P1 "what she said"
sendctl pupil edit -q P1 --surname "O'Brian"
f=seq,at,today,who,verb,op,noun,record,rev,fields
sendctl audit list --limit 8 --fields $f
echo "-- of one child"
sendctl audit list zoe --format csv --fields seq,verb,op,noun,record,fields
echo "-- no words of the records"
sendctl audit list --json >all.json
grep -c -e Zoë -e Brien -e 'she said' all.json
echo "-- unless asked for"
sendctl audit list zoe --values --limit 2 --format csv --fields seq,who,values
echo "-- names"
sendctl audit list P1 --names none --limit 2 --format csv --fields seq,who,login,verb
status sendctl audit list nobody
