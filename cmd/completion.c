/* `sendctl completion SHELL`: the scripts, which ask `sendctl __complete`; the
 * files in completions/ are these (tests/cli compares). */
#include "frame.h"
#include "nouns.h"
#include <string.h>

struct completion_args {
	const char *shell;
};
static const struct opt completion_opts[] = {
	OPT_ROW_CHOICE(struct completion_args, shell, "SHELL", OPT_REQUIRED | OPT_POSITIONAL, "bash|zsh|fish",
		       "the shell"),
};

static const struct {
	const char *shell, *script;
} scripts[] = {
	{"bash",
	 "# sendctl completion for bash; `sendctl __complete` knows the words.\n"
	 "_sendctl() {\n"
	 "\tlocal cur=${COMP_WORDS[COMP_CWORD]} line\n"
	 "\tCOMPREPLY=()\n"
	 "\twhile IFS= read -r line; do\n"
	 "\t\tif [ \"$line\" = :file ]; then compopt -o filenames; COMPREPLY+=($(compgen -f -- \"$cur\"));\n"
	 "\t\telse printf -v line %q \"${line%%$'\\t'*}\"; COMPREPLY+=(\"$line\"); fi\n"
	 "\tdone < <(sendctl __complete \"${COMP_WORDS[@]:1:COMP_CWORD}\" 2>/dev/null)\n"
	 "}\n"
	 "complete -F _sendctl sendctl\n"},
	{"zsh", "#compdef sendctl\n"
		"# sendctl completion for zsh; `sendctl __complete` knows the words.\n"
		"_sendctl() {\n"
		"\tlocal -a found; local line\n"
		"\tfor line in \"${(@f)$(sendctl __complete \"${(@)words[2,CURRENT]}\" 2>/dev/null)}\"; do\n"
		"\t\tif [[ $line == :file ]]; then _files; elif [[ -n $line ]]; then\n"
		"\t\t\tfound+=(\"${${line%%$'\\t'*}//:/\\\\:}:${line#*$'\\t'}\"); fi\n"
		"\tdone\n"
		"\t(( $#found )) && _describe sendctl found\n"
		"}\n"
		"_sendctl \"$@\"\n"},
	{"fish", "# sendctl completion for fish; `sendctl __complete` knows the words.\n"
		 "function __sendctl\n"
		 "\tset -l words (commandline -opc) (commandline -ct)\n"
		 "\tfor line in (sendctl __complete $words[2..-1] 2>/dev/null)\n"
		 "\t\tif test \"$line\" = :file; __fish_complete_path (commandline -ct); else; printf "
		 "'%s\\n' $line; end\n"
		 "\tend\n"
		 "end\n"
		 "complete -c sendctl -f -a '(__sendctl)'\n"},
};

static int completion_run(struct app *app, const void *args, struct sen_err *err)
{
	const struct completion_args *a = args;
	(void)err;
	for (size_t i = 0; i < SEN_COUNT(scripts); i++)
		if (strcmp(scripts[i].shell, a->shell) == 0)
			fputs(scripts[i].script, app->out);
	return 0;
}

static const char *const completion_examples[] = {"sendctl completion bash", NULL};
static const struct cmd completion_row = {
	.noun = "completion",
	.verb = "",
	.summary = "print the script that completes sendctl's words in a shell",
	.about = "For bash, put it where bash looks: sendctl completion bash > "
		 "~/.local/share/bash-completion/completions/sendctl. A child's name is never completed.",
	.flags = CMD_NO_FILE,
	.opts = completion_opts,
	.opt_count = SEN_COUNT(completion_opts),
	.args_size = sizeof(struct completion_args),
	.examples = completion_examples,
	.run = completion_run};
static const struct cmd *const completion_cmds[] = {&completion_row};
const struct noun completion_noun = {.name = "completion",
				     .summary = "completion for bash, zsh and fish",
				     .group = "the records",
				     .verbs = completion_cmds,
				     .count = SEN_COUNT(completion_cmds)};
