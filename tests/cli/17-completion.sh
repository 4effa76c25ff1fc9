# Completion: words only, never a child's name, never the records file.
school
sendctl pupil add --forename Zoe --surname "O'Brien" -q >/dev/null
tab() {
	echo "\$ sendctl $*"
	sendctl __complete "$@"
}
tab con
tab --format ''
tab concern s
tab concern add --so
tab concern add --source ''
tab concern add --source=st
tab concern add --source = st
tab concern add ''
tab concern add zo
tab pupil show zo
tab pupil import ''
tab --db ''
tab concern add --concern ''
tab concern add --concern @
tab help con
tab help concern cl
tab completion ''
tab concern list --fi
tab nonsense ''
mv records.db gone.db && tab pupil show '' && echo "no file, no fuss"
echo '--- the scripts are the ones shipped'
sendctl completion bash | cmp - "$REPO/completions/sendctl.bash" && sendctl completion zsh | cmp - "$REPO/completions/_sendctl" &&
	sendctl completion fish | cmp - "$REPO/completions/sendctl.fish" && echo same
mkdir bin && ln -s "$SENDCTL" bin/sendctl && PATH=$PWD/bin:$PATH
if have bash; then
	bash -c '. "$1"; COMP_WORDS=(sendctl concern add --source st); COMP_CWORD=4; _sendctl; echo "${COMPREPLY[@]}"' - \
		"$REPO/completions/sendctl.bash"
fi
if have fish; then
	fish -c "source $REPO/completions/sendctl.fish; complete -C 'sendctl concern add --source st'"
fi
if have zsh; then
	zsh -n "$REPO/completions/_sendctl" && echo "zsh reads it"
fi
