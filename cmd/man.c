/* `sendctl __man FILE.in`: the page with @COMMANDS noun@, @GLOBALS@, @EXIT@ and
 * @VERSION@ lines replaced, in mdoc, from the rows that also make the help. */
#include "frame.h"
#include <sen/file.h>
#include <stdlib.h>
#include <string.h>

static void letter(FILE *out, char c)
{
	if (c == '\\')
		fputs("\\e", out);
	else if (c == '-')
		fputs("\\-", out);
	else
		fputc(c, out);
}

/* A line as it stands: no escapes, no macro by chance. */
static void literal(FILE *out, const char *text)
{
	if (text[0] == '.' || text[0] == '\'')
		fputs("\\&", out);
	while (*text)
		letter(out, *text++);
	fputc('\n', out);
}

/* Prose: mdoc wants each sentence on a line of its own. */
static void prose(FILE *out, const char *text)
{
	bool start = true;
	for (const char *c = text; *c; c++) {
		bool stop = strchr(".?!", *c) && c[1] == ' ';
		if (start && (*c == '.' || *c == '\''))
			fputs("\\&", out);
		start = *c == '\n' || stop;
		if (*c == '\n' && c[1] == '\n')
			fputs("\n.Pp", out);
		else
			letter(out, *c);
		if (stop) {
			fputc('\n', out);
			c += strspn(c + 1, " ");
		}
	}
}

/* As one argument of a macro. */
static void argument(FILE *out, const char *text)
{
	fputs(" \"\\&", out);
	for (const char *c = text; *c; c++) {
		if (*c == '"')
			fputs("\\(dq", out);
		else if (*c == '\\')
			fputs("\\e", out);
		else
			fputc(*c, out);
	}
	fputc('"', out);
}

/* First letter large, full stop at the end. */
static void sentence(FILE *out, const char *text)
{
	size_t len = strlen(text);
	char first = len && text[0] >= 'a' && text[0] <= 'z' ? (char)(text[0] - 32) : text[0];
	if (!len)
		return;
	if (first == '.' || first == '\'' || first == '\\' || first == '-')
		prose(out, text);
	else {
		fputc(first, out);
		prose(out, text + 1);
	}
	fputs(text[len - 1] == '.' ? "\n" : ".\n", out);
}

/* The macros that show an option or an argument, from `lead` (".It ") on. */
static void option_line(FILE *out, const char *lead, struct sen_arena *arena, const struct opt_view *view)
{
	const char *value = help_value(arena, view);
	fputs(lead, out);
	if (opt_positional(view)) {
		fputs("Ar", out);
		argument(out, view->name);
		fputs(view->flags & OPT_REST ? " ...\n" : "\n", out);
		return;
	}
	if (view->letter)
		fprintf(out, "Fl %c , ", view->letter);
	fprintf(out, "Fl Fl %s", view->name);
	if (view->global && strcmp(view->name, "form") == 0)
		value = "[FILE]";
	if (view->field && view->kind == OPT_FLAG)
		value = "[yes|no]";
	if (value) {
		fputs(" Ar", out);
		argument(out, value);
	}
	fputc('\n', out);
}

static void synopsis(FILE *out, struct sen_arena *arena, const struct cmd *cmd, const struct opt_list *list)
{
	bool more = false;
	fputs(".Bd -ragged -offset indent\n.Ic sendctl", out);
	argument(out, cmd->noun);
	if (cmd->verb[0])
		argument(out, cmd->verb);
	fputc('\n', out);
	for (size_t i = 0; i < list->count; i++) {
		const struct opt_view *view = &list->items[i];
		bool must = view->flags & OPT_REQUIRED;
		if (opt_positional(view) || must)
			option_line(out, must ? "." : ".Op ", arena, view);
		else
			more = true;
	}
	fputs(more ? ".Op Ar options\n.Ed\n" : ".Ed\n", out);
}

static void options(FILE *out, struct sen_arena *arena, const struct opt_list *list)
{
	if (list->count == 0)
		return;
	fputs(".Bl -tag -width Ds\n", out);
	for (size_t i = 0; i < list->count; i++) {
		const struct opt_view *view = &list->items[i];
		const char *codes = help_codes(arena, view);
		option_line(out, ".It ", arena, view);
		sentence(out, view->help ? view->help : view->name);
		if (codes && strlen(codes) <= 2000 && !strchr(help_value(arena, view), '|')) {
			fputs("One of:\n", out);
			prose(out, codes);
			fputs(".\n", out);
		}
	}
	fputs(".El\n", out);
}

static void command(const struct noun *noun, const struct cmd *cmd, void *arg)
{
	FILE *out = arg;
	struct sen_arena *arena = sen_arena_new();
	struct opt_list *list = SEN_NEW(arena, struct opt_list, 1);
	(void)noun;
	opts_of(cmd, list);
	fputs(".Ss", out);
	argument(out, sen_format(arena, "sendctl %s%s%s", cmd->noun, cmd->verb[0] ? " " : "", cmd->verb));
	fputc('\n', out);
	sentence(out, cmd->summary);
	synopsis(out, arena, cmd, list);
	if (cmd->about) {
		fputs(".Pp\n", out);
		prose(out, cmd->about);
		fputc('\n', out);
	}
	options(out, arena, list);
	if (cmd->examples && cmd->examples[0]) {
		fputs(".Pp\nExample:\n.Bd -literal -offset indent\n", out);
		for (size_t i = 0; cmd->examples[i]; i++)
			literal(out, cmd->examples[i]);
		fputs(".Ed\n", out);
	}
	sen_arena_free(arena);
}

static int commands(FILE *out, const char *name)
{
	const struct noun *noun = noun_find(name);
	if (!noun) {
		fprintf(stderr, "sendctl: __man: no noun '%s'\n", name);
		return 1;
	}
	cmd_each_of(noun, command, out);
	return 0;
}

static void globals(FILE *out)
{
	struct sen_arena *arena = sen_arena_new();
	fputs(".Bl -tag -width Ds\n", out);
	for (size_t i = 0; i < global_opt_count; i++) {
		struct opt_view view = opt_global(i);
		option_line(out, ".It ", arena, &view);
		sentence(out, view.help);
	}
	fputs(".El\n", out);
	sen_arena_free(arena);
}

static void exits(FILE *out)
{
	fputs(".Bl -tag -width \"128+n\"\n", out);
	for (size_t i = 0; i < exit_row_count; i++) {
		fprintf(out, ".It %d\n", exit_rows[i].status);
		sentence(out, exit_rows[i].meaning);
	}
	fputs(".It 128+n\nEnded by signal n.\n.El\n", out);
}

static int line_out(FILE *out, char *line)
{
	char *end;
	if (strncmp(line, "@COMMANDS ", 10) == 0 && (end = strchr(line + 10, '@'))) {
		*end = '\0';
		return commands(out, line + 10);
	}
	if (strcmp(line, "@GLOBALS@") == 0)
		globals(out);
	else if (strcmp(line, "@EXIT@") == 0)
		exits(out);
	else
		fprintf(out, "%s\n", line);
	return 0;
}

int man_main(int argc, char **argv)
{
	struct sen_arena *arena = sen_arena_new();
	struct sen_err err = {0};
	char *text = NULL, *line;
	size_t len;
	int status = 0;
	if (argc != 1 || sen_file_read(arena, argv[0], 1 << 20, &text, &len, &err) < 0) {
		fprintf(stderr, "sendctl: __man: %s\n", argc == 1 ? err.msg : "one file is wanted");
		status = 1;
	}
	while (status == 0 && text && (line = strsep(&text, "\n")))
		if (line[0] || text)
			status = line_out(stdout, line);
	sen_arena_free(arena);
	return status;
}
