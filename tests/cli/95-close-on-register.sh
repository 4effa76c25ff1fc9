# A concern that ends with the register: what the level wants is said; a child who
# is there already stays; the step of the causes weighs what it names.
school stages
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3
sendctl pupil add -q --forename Adam --surname Kowal --dob 2018-03-01 --class 3B --year 3
sendctl pupil level -q zoe C --reason "on the list of the school before" --told 2026-11-22
sendctl concern add -q zoe --concern "spelling" --shortened impact >/dev/null
sendctl concern close C1 --result register --reason "a second need" --anyway "met already"
sendctl undo --yes -q
status sendctl concern close C1 --result register --level C --reason "a second need" --anyway "met already"
sendctl concern add -q adam --concern "reading" >/dev/null
sendctl concern step -q adam causes --note "no loss, no bullying; Polish at home" >/dev/null
status sendctl concern close adam --result register --level C --reason "no better" --anyway "moves on Monday"
sendctl report conformance --fields rule,finding,fix --format csv | grep weigh
