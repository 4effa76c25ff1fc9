# sendctl completion for bash; `sendctl __complete` knows the words.
_sendctl() {
	local cur=${COMP_WORDS[COMP_CWORD]} line
	COMPREPLY=()
	while IFS= read -r line; do
		if [ "$line" = :file ]; then compopt -o filenames; COMPREPLY+=($(compgen -f -- "$cur"));
		else printf -v line %q "${line%%$'\t'*}"; COMPREPLY+=("$line"); fi
	done < <(sendctl __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _sendctl sendctl
