# Tab knows the words of the law that ships; no records file is opened for them.
complete() { sendctl __complete "$@" | cut -f1 | tr '\n' ' '; echo; }
complete law show annual-review-
complete law show --rule x
complete ehcp excuse P1 ehc-
complete disclosure add P1 --ground ""
complete ehcp print P1 --ground re
complete ehcp cease P1 --why ""
complete ehcp section P1 ""
complete concern add P1 --by ""
echo "-- the schema of what a step of an appeal prints"
for verb in send order mediation close; do sendctl appeal $verb --schema | grep -c '"schema": {'; done
sendctl complaint record --schema | grep '"schema": {'
sendctl ehcp link --schema | grep '"schema": {'
