# Schools from a CSV file: each begins its file today, and wants a policy.
sendctl init -q --name "Elm Park Primary" --policy stages
printf 'name,dfe,code\nOak Road Primary,330/2101,oak\nAsh Lane Primary,3302102,ash\n' >schools.csv
status sendctl school import schools.csv
status sendctl school list --fields id,name,dfe,code
status sendctl policy use trust --school oak
status sendctl policy list --school oak --fields name,in_force,from_on --format csv
