# A week to tick: printed, as CSV, and back; faults by their line; the same file again
# changes nothing (R38).
school stages
for child in Zoe:O\'Brien Sam:Reid Ali:Khan; do
	sendctl pupil add -q --forename "${child%:*}" --surname "${child#*:}" --dob 2018-03-01 --class 3B --year 3
done
sendctl provision add -q --name "Precision Teaching" --pupil sam@3B --pupil zoe@3B --staff "Ms Ola" --minutes 10 \
	--days mon,wed --at 09:30 --weeks 6 --from 2026-11-02 >/dev/null
sendctl provision add -q --name "Lego" --pupil ali@3B --staff "Ms Ola" --minutes 30 --days fri,fri --weeks 6 --from 2026-11-09 --place "the hall" >/dev/null
sendctl provision join -q G1 ali@3B --from 2026-11-18 >/dev/null
sendctl session log -q G1 --on 2026-11-16 --absent sam@3B=ill >/dev/null
echo '== to print'
sendctl session sheet --staff "ms ola" --week 2026-11-16
sendctl session sheet G1 --week 2026-11-16 -o sheet.html && grep -c 'Wed 18 Nov' sheet.html
sendctl session sheet G1 --week 2026-08-10
sendctl session sheet --week 2026-11-16 --format csv | cut -d, -f1-6
status sendctl session sheet G7
echo '== to fill in'
sendctl session sheet @3B --week 2026-11-16 -o week.csv
cat week.csv
status sendctl session import week.csv
sed -e '/11-18/s/,,,,$/,x,,,/' -e '/P1.*11-18/d' -e '/2026-11-20,1/s/,,,,$/,,staff ill,,/' -e '/2026-11-20,2/s/,,,,$/,\/,,Mr Reid,45/' week.csv >filled.csv
status sendctl --dry-run session import filled.csv
status sendctl session import filled.csv
status sendctl session import filled.csv
sendctl session list --format csv
status sendctl session sheet @3B --week 2026-11-16 --format csv
echo '== as Excel saves it'
sed -e 's/2026-11-\([0-9]*\)/\1\/11\/2026/' -e 's/,/;/g' filled.csv >excel.csv
status sendctl session import excel.csv
echo '== faults'
head -1 week.csv >bad.csv
cat >>bad.csv <<END
G1,,2026-11-04,1,,P1,,,x,,,
G1,,2026-11-04,1,,P2,,,,,,
G1,,2026-11-09,1,,P1,,,x,,,
G1,,someday,1,,P1,,,x,,,
G9,,2026-11-09,1,,P1,,,x,,,
G1,,2026-11-11,1,,P9,,,x,,,
G1,,2026-11-11,x,,P1,,,x,,,
G1,,2026-11-10,1,,P1,,,x,snow,,
G1,,2026-11-10,1,,P2,,,,,,
G1,,2026-11-16,1,,P1,,,x,,,
G1,,2026-11-16,1,,P2,,,x,,,
G1,,2026-11-25,1,,P1,,,x,,,
G1,,2026-11-25,1,,P2,,,x,,,
G1,,2026-11-25,1,,P3,,,x,,,
G1,,2026-11-02,1,9h,P1,,,x,,,
G1,,2026-11-02,1,,P2,,,x,,,
END
status sendctl session import bad.csv
printf 'a,b\n1,2\n' >other.csv
status sendctl session import other.csv
: >empty.csv
status sendctl session import empty.csv
status sendctl session import none.csv
sendctl session list --format csv | wc -l
