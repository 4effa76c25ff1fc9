# policy list, show, check and use.
echo "-- before there is a records file"
sendctl policy list
status sendctl policy show
sendctl policy show stages --fields section,code,value,census,on_register,basis,cite | head -12
status sendctl policy check stages
sed 's/"n": 6/"n": "six"/; 4s/"about"/"abuot"/' "$REPO/lib/data/policies/stages.json" >ours.json
status sendctl policy check ours.json
status sendctl policy check stagse
echo "-- putting another in force"
school stages
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --year 4 --class 4B >/dev/null
sendctl pupil add -q --forename Max --surname Khan --dob 2018-05-12 --year 4 --class 4A >/dev/null
sendctl pupil level -q zoe C --reason "no better" --on 2026-11-22 --told 2026-11-22 2>/dev/null
sendctl pupil level -q max A --reason "new worry" --on 2026-11-22 2>/dev/null
sendctl report due --within 26w --fields rule,subject,due_on,cite --format csv
status sendctl policy use trust --from 2026-12-01
status sendctl policy use trust --from 2026-12-01 --map A=MON --map C=TGTT
status sendctl policy use trust --from 2026-12-01 --map A
status sendctl policy use trust --from 2026-12-01 --map A=MON --map C=TGT
sendctl policy list --fields name,source,in_force,from_on,until_on | head -3
sendctl report register --today 2026-12-02 --fields name,level,census,since
sendctl report register --as-at 2026-11-30 --fields name,level,census,since
sendctl report due --within 26w --today 2026-12-02 --fields rule,subject,due_on,owner,cite --format csv
sendctl db check | grep deadlines
status sendctl policy use stages --from 2026-11-25
echo "-- and back"
sendctl undo --yes -q
sendctl report due --within 26w --fields rule,subject,due_on,cite --format csv
