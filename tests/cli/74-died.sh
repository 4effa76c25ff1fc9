# A child who has died: what is owed stops that day, no list names the child.
school trust
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-03-01 --class 3B --year 3
sendctl pupil add -q --forename Adam --surname Kowal --dob 2018-03-01 --class 3B --year 3
sendctl concern add -q zoe --concern "x" --due 2026-12-01 >/dev/null
sendctl document add -q zoe --kind PEEP >/dev/null
sendctl medical add -q zoe --condition asthma >/dev/null
sendctl report due --within 60w --fields rule --format csv
status sendctl pupil edit zoe --died-on tomorrow
status sendctl pupil edit zoe --died-on 2026-11-20
sendctl report due --within 60w
sendctl report overdue
sendctl medical list
sendctl concern list
sendctl document list
sendctl document list P1 --fields id,kind
sendctl pupil list --fields id,name
sendctl --as-at 2026-11-19 pupil list --fields id,name
status sendctl pupil show zoe --fields id,name
sendctl pupil show P1 --table owed
sendctl pupil show P1 --fields id,name,died_on | head -3
status sendctl pupil leave P1
status sendctl pupil arrive P1
status sendctl document add P1 --kind PEEP
sendctl pupil chronology P1
sendctl db check --fields what,severity | grep deadlines
sendctl undo --yes
sendctl pupil list --fields id,name
sendctl report due --within 60w --fields rule --format csv
# Nor do the lists of what lies around the child; asked for by name, all is shown.
sendctl pupil note -q adam "in a new seat" >/dev/null
sendctl pupil note -q zoe "likes drums" >/dev/null
sendctl consent add -q zoe --purpose agency --by "Ewa Nowak" >/dev/null
sendctl contact add -q --name "Ewa Nowak" --pupil zoe --relation PAM >/dev/null
sendctl contact add -q --name "Jan Kowal" --pupil zoe --pupil adam --relation CAR >/dev/null
sendctl pupil edit -q zoe --died-on 2026-11-20
sendctl note list --fields id,note
sendctl consent list
sendctl contact list --fields id,name
sendctl note list P1 --fields id,note
sendctl contact list P1 --fields id,name
# Counted in what moved, and not named there.
sendctl pupil add -q --forename Ola --surname Bak --dob 2018-03-01 --class 3B --year 3 >/dev/null
sendctl pupil level -q ola TGT --reason "no better" --on 2026-11-02 --anyway "the profile follows" >/dev/null 2>&1
sendctl pupil edit -q ola --died-on 2026-11-20
sendctl report movement --from 2026-09-01 --table children --fields on,what,pupil --names initials
sendctl staff list
