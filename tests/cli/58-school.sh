# The school's dates and people.
school
sendctl term list --format csv | head -4
status sendctl term add --kind term --name "Autumn 2026" --from 2026-09-03 --until 2026-12-19
status sendctl term add --kind term --name "Twice" --from 2026-12-01 --until 2027-01-19
status sendctl term close 2026-12-01..2026-12-03 --name Snow
status sendctl term close 2026-12-08
status sendctl term close 2026-12-12..2026-12-10
status sendctl term edit TM2 --until 2026-11-09
status sendctl term remove TM3 --reason "wrong year"
sendctl term list --format csv | head -6
status sendctl staff add --name "Ms Hart" --role class-teacher --class 3B --email hart@example.org
status sendctl staff add --name "Ms Hart" --role wizard
status sendctl staff add --name "Ms Hart" --role ta --email hart
printf 'name,role,class\nMr Ash,ta,3B\nMs Birch,sendco,\n' >staff.csv
status sendctl staff import staff.csv
sendctl staff list --format csv --fields id,name,role,class
