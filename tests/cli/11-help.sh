# help, help NOUN VERB, --help, -h and a bare noun print the same bytes.
same() {
	cmp "$1" "$2" && echo same
}
sendctl help concern >a; sendctl concern >b; sendctl concern --help >c; sendctl -h concern >d
same a b; same a c; same a d
sendctl help concern close >a; sendctl concern close --help >b; sendctl concern close C1 --bogus -h >c
same a b; same a c
sendctl help today >a; sendctl today -h >b; same a b
sendctl help >a; sendctl --help >b; same a b
cat a
sendctl concern
sendctl help staff add
echo '--- topics'
sendctl help dates
sendctl help exit
status sendctl help optons
status sendctl help concern opn
echo '--- plain sendctl: the overview while there are no records, then today'
sendctl >out 2>err; echo "exit $?"; wc -c <out; head -n 1 err
school
sendctl >out; echo "exit $?"; sendctl today >b; same out b
sendctl --json | head -c 30; echo
sendctl --version
sendctl version
echo '--- every noun and verb has help'
for noun in $(sendctl __complete '' | cut -f1); do
	sendctl help "$noun" >/dev/null || echo "no help: $noun"
	for verb in $(sendctl __complete "$noun" '' | cut -f1); do
		case $noun in help | completion) continue ;; esac
		sendctl help "$noun" "$verb" >a 2>/dev/null || { echo "no help: $noun $verb"; continue; }
		sendctl "$noun" "$verb" --help >b
		cmp -s a b || echo "differs: $noun $verb"
	done
done
