/* Help, from the command rows: `help`, `help NOUN VERB`, `--help` and a bare
 * noun print the same bytes. */
#include "frame.h"
#include "nouns.h"
#include <string.h>

enum { WIDTH = 80, COLUMN = 28 };

const struct exit_row exit_rows[] = {
	{0, "done"},
	{1, "failed: reading or writing, a full disk, declined, an empty form"},
	{2, "wrong usage"},
	{3, "not found, or more than one match"},
	{4, "invalid data, or a rule refused it"},
	{5, "conflict: a duplicate, changed by someone else meanwhile, a file that exists"},
	{6, "busy, try again"},
	{7, "the records file cannot be used"},
	{8, "done, but the answer could not be printed"},
	{10, "with --exit-code: there was something to report"},
};
const size_t exit_row_count = SEN_COUNT(exit_rows);

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
static void row(FILE *out, const char *name, const char *help, int column)
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
static const char *option_text(struct sen_arena *arena, const struct opt_view *view)
{
	const char *value = help_value(arena, view);
	const char *letter = view->letter ? sen_format(arena, "-%c, ", view->letter) : "";
	if (is_form(view))
		return "--form[=FILE]";
	if (view->field && view->kind == OPT_FLAG)
		return sen_format(arena, "--%s[=yes|no]", view->name);
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
			sen_buf_addf(out, " %s", option_text(out->arena, view));
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
			row(out, pass == 0 ? place_text(arena, view) : option_text(arena, view),
			    option_help(arena, view), COLUMN);
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
		row(out, option_text(arena, &view), view.help, COLUMN);
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
		row(arg, cmd->verb, cmd->summary, 14);
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
				row(out, nouns[i]->name, nouns[i]->summary, 14);
	}
	fputs("\nBegin with:  sendctl init --policy stages --name \"Elm Park Primary\"\n"
	      "             sendctl pupil import FILE.csv\n"
	      "More:        sendctl NOUN, sendctl help NOUN VERB\n"
	      "             sendctl help options, dates, pupils or exit\n",
	      out);
}

/* ---- `sendctl help` ---- */

static void topic_options(FILE *out)
{
	struct sen_arena *arena = sen_arena_new();
	fputs("Global options stand anywhere on the line. Long options are never shortened;\n"
	      "--option=VALUE and --option VALUE are the same; -- ends the options.\n\n",
	      out);
	for (size_t i = 0; i < global_opt_count; i++) {
		struct opt_view view = opt_global(i);
		row(out, option_text(arena, &view), view.help, COLUMN);
	}
	fputs("\nFrom the environment: SENDCTL_DB, SENDCTL_SCHOOL, SENDCTL_TODAY, SENDCTL_AS,\n"
	      "SENDCTL_FORMAT (for reading only), SENDCTL_NAMES, NO_COLOR; the editor of forms\n"
	      "is SENDCTL_EDITOR, VISUAL, EDITOR, else nano. From a file: see sendctl-config(5).\n"
	      "\nText options take @FILE to read the text from a file (@@ for a real @ at its\n"
	      "beginning), or - for standard input, once.\n",
	      out);
	sen_arena_free(arena);
}

static void topic_dates(FILE *out)
{
	fputs("A date may be written as:\n"
	      "  2026-11-30         year, month, day\n"
	      "  30/11/2026         the day always comes first\n"
	      "  30 Nov 2026\n"
	      "  today, yesterday, tomorrow\n"
	      "  +6w, -10d, +1m     weeks, days or months from today\n"
	      "  mon ... sun        the last one for what happened, the next for what is due\n"
	      "  end of term        the last school day of this term\n"
	      "What sendctl understood is said back: Mon 30 Nov 2026.\n"
	      "--until is the first day after a period.\n",
	      out);
}

static void topic_pupils(FILE *out)
{
	fputs("A child (PUPIL) is named by:\n"
	      "  P12                the id in this file\n"
	      "  A123456789012      the UPN\n"
	      "  1234               the admission number\n"
	      "  zoe, \"zoe ob\"      how the names begin; case and accents do not matter\n"
	      "  zoe@3B             the same, in one class\n"
	      "When several fit they are listed and nothing is done.\n\n"
	      "Many children at once (PUPILS):\n"
	      "  @3B  year:6  register  monitored  level:C  need:SLCN  due:plan-review\n\n"
	      "Where another record is wanted (CONCERN) its id (C12) will do, or a child with\n"
	      "exactly one that is open.\n",
	      out);
}

static void topic_exit(FILE *out)
{
	fputs("Exit status:\n", out);
	for (size_t i = 0; i < exit_row_count; i++)
		fprintf(out, "  %-4d %s\n", exit_rows[i].status, exit_rows[i].meaning);
	fputs("  128+n  ended by signal n\n", out);
}

static const struct {
	const char *name;
	void (*print)(FILE *out);
} topics[] = {
	{"options", topic_options},
	{"dates", topic_dates},
	{"pupils", topic_pupils},
	{"exit", topic_exit},
};

struct help_args {
	struct texts words;
};
static const struct opt help_opts[] = {
	OPT_ROW_WORDS(struct help_args, words, "NOUN", OPT_POSITIONAL | OPT_REST, NULL,
		      "a noun, and perhaps one of its verbs; or options, dates, pupils, exit"),
};

static int help_unknown(const char *word, struct sen_err *err)
{
	const char *names[128];
	size_t n = 0;
	for (size_t i = 0; i < noun_count; i++)
		names[n++] = nouns[i]->name;
	for (size_t i = 0; i < SEN_COUNT(topics); i++)
		names[n++] = topics[i].name;
	return guess_fail(err, "command", word, names, n, "the commands: sendctl help");
}

static int help_run(struct app *app, const void *args, struct sen_err *err)
{
	const struct help_args *a = args;
	const char *name = a->words.count ? a->words.items[0] : NULL;
	const struct noun *noun = name ? noun_find(name) : NULL;
	if (!name) {
		help_overview(app->out);
		return 0;
	}
	for (size_t i = 0; i < SEN_COUNT(topics) && !noun; i++) {
		if (strcmp(topics[i].name, name) != 0)
			continue;
		topics[i].print(app->out);
		return 0;
	}
	if (!noun)
		return help_unknown(name, err);
	if (a->words.count == 1) {
		help_noun(noun, app->out);
		return 0;
	}
	const struct cmd *cmd = cmd_find(name, a->words.items[1]);
	if (!cmd) {
		sen_fail(err, SEN_USAGE, "'%s' has no verb '%s'", name, a->words.items[1]);
		sen_hint(err, "its verbs: sendctl %s", name);
		return err->code;
	}
	help_cmd(cmd, app->out);
	return 0;
}

static const struct cmd help_row = {.noun = "help",
				    .verb = "",
				    .summary =
					    "help on a command, and on options, dates, pupils, exit statuses",
				    .flags = CMD_NO_FILE,
				    .opts = help_opts,
				    .opt_count = SEN_COUNT(help_opts),
				    .args_size = sizeof(struct help_args),
				    .run = help_run};
static const struct cmd *const help_cmds[] = {&help_row};
const struct noun help_noun_row = {.name = "help",
				   .summary = "help on a command",
				   .group = "the records",
				   .verbs = help_cmds,
				   .count = SEN_COUNT(help_cmds)};

static int version_run(struct app *app, const void *args, struct sen_err *err)
{
	(void)args;
	(void)err;
	fputs("sendctl " SENDCTL_VERSION "\n", app->out);
	return 0;
}

static const struct cmd version_row = {.noun = "version",
				       .verb = "",
				       .summary = "print the version",
				       .flags = CMD_NO_FILE,
				       .run = version_run};
static const struct cmd *const version_cmds[] = {&version_row};
const struct noun version_noun = {.name = "version",
				  .summary = "print the version",
				  .group = "the records",
				  .verbs = version_cmds,
				  .count = SEN_COUNT(version_cmds)};
