/* Lists the command table for tests/conform.sh, a line a command:
 * noun|verb|writes or reads or other|answer's name or -|how many words by place are required */
#include "cmd.h"

#include <stdio.h>

static void line(const struct noun *noun, const struct cmd *cmd, void *arg)
{
	FILE *out = arg;
	int required = 0;

	if (cmd->flags & CMD_HIDDEN)
		return;
	for (size_t i = 0; i < cmd->opt_count; i++)
		required += (cmd->opts[i].flags & OPT_REQUIRED) != 0;
	fprintf(out, "%s|%s|%s|%s|%d\n", noun->name, cmd->verb,
		cmd->flags & CMD_WRITES	 ? "writes"
		: cmd->flags & CMD_READS ? "reads"
					 : "other",
		cmd->flags & CMD_TABLE ? "table" : "-", required);
}

int main(void)
{
	cmd_each(line, stdout);
	return 0;
}
