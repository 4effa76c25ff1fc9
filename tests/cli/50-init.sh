# A new records file: made once, never over another.
status sendctl init --name "Elm Park Primary" --dfe 3302034 --code elm --policy stages
stat -c '%a' records.db
status sendctl init --policy stages
status sendctl init --policy nonesuch --db other.db
status sendctl init --policy trust --dfe 33 --db other.db
status sendctl init --policy trust --db other.db --dry-run
ls
sendctl school show --fields id,name,dfe,code
status sendctl school edit --phone "0121 496 0000" --urn 123456
status sendctl school edit --urn 12
status sendctl school add --name "Oak Road" --policy trust --code oak
status sendctl pupil add --forename A --surname B
status sendctl pupil add --forename A --surname B --school oak
sendctl school list --format csv --fields id,name,code
