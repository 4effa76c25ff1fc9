# Moves on the ladder.
school
sendctl pupil add -q --forename Zoe --surname "O'Brien" --dob 2018-05-12 --class 3B --year 3
status sendctl pupil level zoe A --on 2026-10-01
status sendctl pupil level zoe A --on 2026-10-01 --reason "slow to read"
status sendctl pupil level zoe B --on 2026-11-02 --reason "no better"
status sendctl pupil level zoe B --on 2026-11-02 --reason "no better" --on-register no
sendctl consent add -q zoe --purpose inclusion-referral --by "Ewa Nowak" --from 2026-10-30
status sendctl pupil level zoe B --on 2026-11-02 --reason "no better" --on-register no
status sendctl pupil level zoe Q --reason "x"
status sendctl pupil level zoe C --reason "x" --on tomorrow
status sendctl pupil level zoe C --reason "x" --on 2016-01-01
status sendctl pupil level zoe C --reason "x" --on 2026-10-05
status sendctl pupil level zoe C --reason "agreed with parents" --on 2026-11-16 --by "Ms Hart"
status sendctl pupil level zoe C --told 2026-11-17
status sendctl pupil level zoe C --told 2026-11-17
status sendctl pupil level zoe D --reason "typed in error" --on 2026-11-16
status sendctl pupil level zoe D --reason "it was D" --corrects RG3
status sendctl pupil level zoe off --reason "caught up" --on 2026-11-20
status sendctl pupil level zoe off --told 2026-11-20
status sendctl pupil level zoe off --reason "again"
sendctl pupil show zoe --table register --format csv
status sendctl undo --yes
sendctl pupil list --as-at 2026-10-15 --fields id,level,level_name,census,since --format csv
sendctl pupil list --as-at 2026-11-18 --fields id,level,census,on_register,since --format csv
