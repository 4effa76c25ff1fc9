# One screen, and the same as a table.
school stages
sendctl today
for n in 1 2 3 4 5 6 7 8 9 10; do
	sendctl pupil add -q --forename "Child" --surname "No$n" --dob 2018-05-12 --year 4 --class 4B --admitted-on 2026-11-20 >/dev/null
	sendctl concern add -q "P$n" --concern "A worry" --due 2026-12-0"$((n % 9 + 1))" >/dev/null
done
sendctl pupil level -q P1 C --reason "no better" 2>/dev/null
sendctl today
sendctl today --today 2026-12-06 --names initials
sendctl today --today 2026-12-06 --format csv --fields section,due_on,days,pupil,number | head -14
sendctl today --for SENDCo
echo "-- many who are owed the same on one day are one line; the law's clock comes first of what is late"
for n in 1 2 3 4 5; do
	sendctl pupil level -q "P$n" C --reason "no better" 2>/dev/null
done
sendctl ehcp add -q P6 --final 2025-11-30 2>/dev/null
sendctl today --today 2027-01-05 | sed '/^Reaching/,$d'
sendctl today --today 2027-01-05 --names none | sed -n '/^Late/,/^$/p'
sendctl today --today 2027-01-05 --format csv --fields section,what | grep -c "^late,Meet the parents"
