# sendctl completion for fish; `sendctl __complete` knows the words.
function __sendctl
	set -l words (commandline -opc) (commandline -ct)
	for line in (sendctl __complete $words[2..-1] 2>/dev/null)
		if test "$line" = :file; __fish_complete_path (commandline -ct); else; printf '%s\n' $line; end
	end
end
complete -c sendctl -f -a '(__sendctl)'
