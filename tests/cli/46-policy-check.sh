# policy check: each of some sixty seeded faults of one file, by path.
status sendctl policy check "$DATA/policies/broken.json" >faults 2>&1
sed 's|^.*/broken.json: ||' faults
echo "-- what is no policy at all"
echo '{"format": 1' >half.json
status sendctl policy check half.json
echo '{"format": 1, "format": 1}' >twice.json
status sendctl policy check twice.json
printf '[]' >list.json
status sendctl policy check list.json
: >empty.json
status sendctl policy check empty.json
status sendctl policy check nowhere.json
echo "-- a faulty one is neither shown nor put in force"
school
status sendctl policy show "$DATA/policies/broken.json" 2>&1 | tail -2 | sed 's|CASE/||'
status sendctl policy use "$DATA/policies/broken.json" 2>&1 | tail -2
sendctl policy list --fields name,in_force | head -2
