# db export and db import: everything, in a fixed order, and back the same.
school
sendctl pupil add -q --forename Zoë --surname "O'Brien" --dob 2018-02-03 --year 3 --class 3B >/dev/null
sendctl note add -q P1 "a \"quote\", a \\ and a
second line" >/dev/null
head -c 3000 /dev/urandom >picture.bin
sendctl pupil attach P1 picture.bin --title "A picture" -q >/dev/null
status sendctl db export a.ndjson
ls -l a.ndjson | cut -c1-10
sed -n 1p a.ndjson
grep '"table":"pupil"' a.ndjson | sed 's/"uid":"[0-9a-f]*"/"uid":"UID"/'
status sendctl db export a.ndjson
echo "-- and back"
status sendctl --db new.db db import a.ndjson
sendctl --db new.db db export b.ndjson -q
cmp a.ndjson b.ndjson && echo identical
sendctl --db new.db pupil list --format csv --fields id,name,dob,class
sendctl --db new.db audit verify --format csv --fields whole
echo "-- never over a file"
status sendctl --db new.db db import a.ndjson
echo "-- a date that is none is taken, and told"
sed 's/"dob":"2018-02-03"/"dob":"2018-02-30"/' a.ndjson >doubtful.ndjson
status sendctl --db doubtful.db db import doubtful.ndjson
sendctl --db doubtful.db db check --format csv | grep values
echo "-- what was changed on the way is refused, and nothing is made"
sed 's/"forename":"Zoë"/"forename":"Zac"/' a.ndjson >edited.ndjson
sed 's/"verb":"pupil add"/"verb":"pupil list"/' a.ndjson >tampered.ndjson
sed '$d' a.ndjson >cut.ndjson
for f in tampered cut; do
	status sendctl --db no.db db import $f.ndjson
done
printf '{"format":"other"}\n' >other.ndjson
status sendctl --db no.db db import other.ndjson
printf 'id,name\n' >list.csv
status sendctl --db no.db db import list.csv
status sendctl --db no.db db import none.ndjson
ls
