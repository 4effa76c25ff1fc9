# Parents and carers, shared by brothers and sisters.
school
sendctl pupil add -q --forename Zoe --surname Nowak --class 3B
sendctl pupil add -q --forename Adam --surname Nowak --class 1A
status sendctl contact add --name "Ewa Nowak" --pupil P1 --pupil P2 --relation PAM --responsibility yes --language Polish --interpreter yes --phone "0121 496 0001"
status sendctl contact add --name "Jan Nowak" --pupil P1 --relation PAF --no-letters --email nonsense
status sendctl contact add --name "Jan Nowak" --pupil P1 --relation PAF --no-letters
status sendctl contact add --name "Jan Nowak" --relation PAF
status sendctl contact add --name "Jan Nowak" --pupil P9 --relation PAF
status sendctl contact link K2 --pupil P2 --relation PAF
status sendctl contact link K2 --pupil P2 --relation PAF
status sendctl contact unlink K2 P2 --reason "court order"
status sendctl contact edit K1 --phone "0121 496 0002"
sendctl contact list
sendctl contact list P2 --format csv
sendctl contact show K1
sendctl pupil show P1 --table contacts --format csv
echo '== the child first, and plain words'
status sendctl contact add zoe --name "Ola Nowak" --relation mum
status sendctl contact add zoe adam --name "Piotr Nowak" --relation step-father
status sendctl contact add zoe --name "Anna Nowak" --relation aunt
sendctl pupil show P1 --table contacts --format csv --fields name,relation
