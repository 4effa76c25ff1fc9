/* Help, from the command rows: `help`, `help NOUN VERB`, `--help` and a bare
 * noun print the same bytes. */
#include "frame.h"
#include <string.h>

enum { WIDTH = 80 };

/* Words of `text` from column `at` on, wrapped and indented to `indent`. */
static void wrap(FILE *out, const char *text, int at, int indent)
{
	while (*text) {
		size_t len = strcspn(text, " \n");
		if (at > indent && at + 1 + (int)len > WIDTH) {
			fprintf(out, "\n%*s", indent, "");
			at = indent;
		} else if (at > indent) {
			fputc(' ', out);
			at++;
		}
		fprintf(out, "%.*s", (int)len, text);
		at += (int)len;
		text += len;
		if (text[0] == '\n' && text[1] == '\n') {
			fprintf(out, "\n\n%*s", indent, "");
			at = indent;
		}
		text += strspn(text, " \n");
	}
	fputc('\n', out);
}

/* "  name        help, wrapped" */
void help_row(FILE *out, const char *name, const char *help, int column)
{
	int n = fprintf(out, "  %s", name);
	if (n + 2 > column)
		fprintf(out, "\n%*s", column, "");
	else
		fprintf(out, "%*s", column - n, "");
	wrap(out, help, column, column);
}

const char *help_codes(struct sen_arena *arena, const struct opt_view *view)
{
	struct sen_buf list = {.arena = arena};
	if (!view->codes)
		return NULL;
	for (const struct sen_code_row *c = view->codes; c->code; c++)
		sen_buf_addf(&list, "%s%s", list.len ? ", " : "", c->code);
	return list.text;
}

const char *help_value(struct sen_arena *arena, const struct opt_view *view)
{
	struct sen_buf list = {.arena = arena};
	if (view->kind == OPT_FLAG)
		return NULL;
	if (view->choices)
		return view->choices;
	for (const struct sen_code_row *c = view->codes; c && c->code; c++)
		sen_buf_addf(&list, "%s%s", list.len ? "|" : "", c->code);
	if (list.len && list.len <= 40)
		return list.text;
	return view->value ? view->value : "TEXT";
}

static bool is_form(const struct opt_view *view)
{
	return view->global && strcmp(view->name, "form") == 0;
}

/* "-o, --output FILE" */
const char *help_option(struct sen_arena *arena, const struct opt_view *view)
{
	const char *value = help_value(arena, view);
	const char *letter = view->letter ? sen_format(arena, "-%c, ", view->letter) : "";
	if (is_form(view))
		return "--form[=FILE]";
	if (view->field && view->kind == OPT_FLAG)
		return sen_format(arena, "--%s [yes|no]", view->name);
	return sen_format(arena, "%s--%s%s%s", letter, view->name, value ? " " : "", value ? value : "");
}

static const char *option_help(struct sen_arena *arena, const struct opt_view *view)
{
	bool many = view->kind == OPT_TEXTS || view->kind == OPT_WORDS;
	bool listed = view->codes && strcmp(help_value(arena, view), view->value ? view->value : "TEXT") == 0;
	const char *codes = listed ? help_codes(arena, view) : NULL;
	return sen_format(arena, "%s%s%s%s%s", view->help ? view->help : "",
			  view->flags & OPT_REQUIRED && !opt_positional(view) ? " (required)" : "",
			  many && !opt_positional(view) ? " (may be repeated)" : "",
			  codes && strlen(codes) <= 300 ? "; one of: " : "",
			  codes && strlen(codes) <= 300 ? codes : "");
}

static const char *place_text(struct sen_arena *arena, const struct opt_view *view)
{
	bool must = view->flags & OPT_REQUIRED;
	return sen_format(arena, "%s%s%s%s", must ? "" : "[", view->name, view->flags & OPT_REST ? "..." : "",
			  must ? "" : "]");
}

void help_usage(const struct cmd *cmd, struct sen_buf *out)
{
	struct opt_list *list = SEN_NEW(out->arena, struct opt_list, 1);
	bool more = false;
	opts_of(cmd, list);
	sen_buf_addf(out, "sendctl %s%s%s", cmd->noun, cmd->verb[0] ? " " : "", cmd->verb);
	for (size_t i = 0; i < list->count; i++) {
		const struct opt_view *view = &list->items[i];
		if (opt_positional(view))
			sen_buf_addf(out, " %s", place_text(out->arena, view));
		else if (view->flags & OPT_REQUIRED)
			sen_buf_addf(out, " %s", help_option(out->arena, view));
		else
			more = true;
	}
	if (more)
		sen_buf_add(out, " [options]");
}

static void print_options(struct sen_arena *arena, const struct opt_list *list, FILE *out)
{
	const char *heads[] = {"\nArguments:\n", "\nOptions:\n"};
	for (int pass = 0; pass < 2; pass++) {
		bool any = false;
		for (size_t i = 0; i < list->count; i++) {
			const struct opt_view *view = &list->items[i];
			if (opt_positional(view) != (pass == 0))
				continue;
			if (!any)
				fputs(heads[pass], out);
			any = true;
			help_row(out, pass == 0 ? place_text(arena, view) : help_option(arena, view),
				 option_help(arena, view), HELP_COLUMN);
		}
	}
}

/* The global options that say something about this command in particular. */
static void print_globals(struct sen_arena *arena, const struct cmd *cmd, FILE *out)
{
	bool any = false;
	for (size_t i = 0; i < global_opt_count; i++) {
		struct opt_view view = opt_global(i);
		static const struct cmd none = {.noun = ""};
		if (opt_global_fits(view.opt, &none) || !opt_global_fits(view.opt, cmd))
			continue;
		if (!any)
			fputs("\nFor commands of this kind:\n", out);
		any = true;
		help_row(out, help_option(arena, &view), view.help, HELP_COLUMN);
	}
	fputs("\nOptions that every command takes: sendctl help options\n", out);
}

void help_cmd(const struct cmd *cmd, FILE *out)
{
	struct sen_arena *arena = sen_arena_new();
	struct opt_list *list = SEN_NEW(arena, struct opt_list, 1);
	struct sen_buf usage = {.arena = arena};
	opts_of(cmd, list);
	help_usage(cmd, &usage);
	fputs("Usage: ", out);
	wrap(out, usage.text, 7, 7);
	fputc('\n', out);
	wrap(out, cmd->summary, 0, 0);
	if (cmd->about) {
		fputc('\n', out);
		wrap(out, cmd->about, 0, 0);
	}
	for (size_t i = 0; cmd->examples && cmd->examples[i]; i++)
		fprintf(out, "%s  %s\n", i ? "" : "\nExamples:\n", cmd->examples[i]);
	print_options(arena, list, out);
	print_globals(arena, cmd, out);
	sen_arena_free(arena);
}

static void noun_row(const struct noun *noun, const struct cmd *cmd, void *arg)
{
	(void)noun;
	if (!(cmd->flags & CMD_HIDDEN))
		help_row(arg, cmd->verb, cmd->summary, 15);
}

void help_noun(const struct noun *noun, FILE *out)
{
	const struct cmd *alone = cmd_find(noun->name, "");
	if (alone) {
		help_cmd(alone, out);
		return;
	}
	fprintf(out, "Usage: sendctl %s VERB ...\n\n", noun->name);
	wrap(out, noun->summary, 0, 0);
	fputs("\nVerbs:\n", out);
	cmd_each_of(noun, noun_row, out);
	fprintf(out, "\nMore on one of them: sendctl help %s VERB\n", noun->name);
}

void help_overview(FILE *out)
{
	static const char *const groups[] = {"everyday", "around them", "the school", "the records"};
	fputs("sendctl keeps a school's SEND register, concerns and what is owed, in one file.\n\n"
	      "Usage: sendctl [options] NOUN VERB [arguments] [options]\n",
	      out);
	for (size_t g = 0; g < SEN_COUNT(groups); g++) {
		fprintf(out, "\n%s:\n", groups[g]);
		for (size_t i = 0; i < noun_count; i++)
			if (strcmp(nouns[i]->group, groups[g]) == 0)
				help_row(out, nouns[i]->name, nouns[i]->summary, 14);
	}
	fputs("\nBegin with:  sendctl init --policy stages --name \"Elm Park Primary\"\n"
	      "             sendctl pupil import FILE.csv\n"
	      "More:        sendctl NOUN, sendctl help NOUN VERB\n"
	      "             sendctl help options, dates, pupils or exit\n",
	      out);
}
