# trust: one cycle of an Individual Plan, signed by the parents and signed again each year; a
# specialist becomes involved (R30 to R38, R50, R51, R71).
. "$REPO/tests/story.sh"

day 2026-09-14
school trust
child
people
act pupil profile zoe --strengths "draws, helps others" --matters "her dog" --areas "listening" --help-best "say my name first"
act pupil weigh zoe disability=no attendance="96 per cent" health="hearing tested" eal="English at home" pupil-premium=no looked-after=no service=no behaviour="quiet" trauma="none known" medical=no new=no -q
act consent add zoe --purpose agreement --by "Ewa O'Brien" --how signed
act pupil level zoe TGT --reason "little progress on the monitoring register" --by "Mr Shah" --told 2026-09-14
act pupil need zoe SLCN
owed
day 2026-09-21
act plan add zoe --by "Mr Shah" --strategy "say her name, then wait" --provision "a seat by the board; word mats" --impact "answers in class each day" --home "Ask for three things she did, in order" --adults "Jane Hart, Mrs Lee" --parent-voice "She comes home tired" --pupil-voice "I like Ms Hart's pictures"
act target add zoe --target "Answers a 'why' question" --baseline "one in ten" --success "seven in ten" --measure "language check" --who "Mrs Lee"
act target add zoe --target "Tells three things she did in order" --baseline "one" --success "three, four days in five" --measure "home book" --who "Jane Hart" --home "write it in the home book"
act plan agree zoe --by "Ewa O'Brien" --by Zoe
act plan agree PL1 --by "Ewa O'Brien" --signed --on 2026-09-25
day 2026-09-25
act plan agree PL1 --by "Ewa O'Brien" --signed --on 2026-09-25
act provision add --name "Language for thinking" --kind intervention-room --area communication --pupil zoe --staff "Mrs Lee" --minutes 15 --times 5 --weeks 3 --from 2026-10-05 --target T1 --entry "1 of 10"
page PL1 parent
owed
day 2026-10-23
act session log G1 --week 2026-10-05 --cancelled "tue = trip" --cancelled "wed = trip"
act session log G1 --from 2026-10-12 --until 2026-10-24
act provision measure G1 zoe --exit "4 of 10"
act provision evaluate G1 --evaluation "a start" --result zoe=less
echo "-- a specialist: the referral is not yet involvement"
act consent add zoe --purpose agency --by "Ewa O'Brien"
act agency add --name "NHS Speech and Language Therapy"
act referral add zoe --agency AG1 --reason "'why' questions" --sent-on 2026-10-23
act pupil level zoe SPC --reason "speech and language therapist" --by "Mr Shah" --told 2026-10-23
day 2026-11-20
act referral mark RF1 --accepted 2026-11-02 --seen 2026-11-16 --advice "Blank level 3 questions, with pictures"
act pupil level zoe SPC --reason "a speech and language therapist is involved" --by "Mr Shah" --told 2026-11-20
act review schedule zoe --kind termly --on 2026-12-07
act review invite zoe --all --who "NHS Speech and Language Therapy" --how e-mail
day 2026-12-07
act review record zoe --by "Mr Shah" --came Mum --came Zoe --came "Ms Hart" --views "NHS Speech and Language Therapy: level 3 in a quiet room is secure" --target 1=less:"four in ten" --target 2=met --parent-voice "The home book is a joy" --pupil-voice "I can tell it in order" --decision continue
act plan renew zoe --keep T1
act target edit T3 --baseline "four in ten" --success "eight in ten" -q
act plan edit zoe --strategy "Blank level 3 questions, with pictures" -q
act plan agree zoe --by "Ewa O'Brien" --by Zoe --signed
sendctl plan list zoe --all --fields id,cycle,state,agreed_on,closed_on,review_on
owed
page PL2 parent
page PL2 pupil
echo "-- a year on, the signature is due again"
day 2027-12-08
sendctl report overdue --fields due_on,days,rule,basis,cite,what
sendctl report class 4B -q -o class.html
blocks class.html
end
