# A looked-after child: the PEP beside the plan, and who answers for it (R79).
school stages
printf 'upn,surname,forename,dob,year,class,looked_after\nA123456789012,Nowak,Zoe,2018-06-12,4,3B,yes\n' >roll.csv
sendctl pupil import -q roll.csv >/dev/null 2>&1
sendctl pupil list --flag looked_after --fields id,name
sendctl report conformance --fields rule,severity,pupil,finding,fix,cite --format csv | grep looked
status sendctl staff add --name "Mrs Day" --role designated-teacher
status sendctl staff assign "Mrs Day" P1 --role "designated teacher"
status sendctl document add P1 --kind PEP --due 2027-01-29
sendctl report conformance --fields rule --format csv | grep -c looked
sendctl report due --within 12w --fields due_on,rule,subject,what
