# Tab knows the words of the law that ships; no records file is opened for them.
tab() { sendctl __complete "$@" | cut -f1 | tr '\n' ' '; echo; }
tab law show annual-review-
tab law show --rule x
tab ehcp excuse P1 ehc-
tab disclosure add P1 --ground ""
tab ehcp print P1 --ground re
tab ehcp cease P1 --why ""
tab ehcp section P1 ""
tab concern add P1 --by ""
echo "-- the schema of what a step of an appeal prints"
for verb in send order mediation close; do sendctl appeal $verb --schema | grep -c '"schema": {'; done
sendctl complaint record --schema | grep '"schema": {'
sendctl ehcp link --schema | grep '"schema": {'
