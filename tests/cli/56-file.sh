# Notes and kept files.
school
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --class 3B
sendctl pupil add -q --forename Adam --surname Kowal --class 3B
status sendctl pupil note zoe "Seen by the school nurse" --on 2026-11-18 --by "Ms Hart"
echo "A longer note" >note.txt
status sendctl pupil note zoe @note.txt
status sendctl pupil note zoe "x" --on tomorrow
sendctl note list --format csv
sendctl note list adam
sendctl concern add -q zoe --concern "x" >/dev/null
printf '%%PDF-1.4 letter' >letter.pdf
status sendctl pupil attach zoe letter.pdf --record C1 --title "Letter from the therapist"
status sendctl pupil attach zoe letter.pdf
status sendctl pupil attach adam letter.pdf --record C1
status sendctl pupil attach zoe none.pdf
status sendctl pupil attach zoe
status sendctl pupil attach zoe --export AT1
status sendctl pupil attach zoe --export AT1 -o out.pdf
cmp letter.pdf out.pdf && stat -c '%a' out.pdf
status sendctl pupil attach zoe --export AT1 -o out.pdf
status sendctl pupil attach adam --export AT1 -o other.pdf
sendctl concern show C1 --table attachments --format csv
