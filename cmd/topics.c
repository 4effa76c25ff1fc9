/* `sendctl help`: commands, and the topics that belong to all of them. */
#include "frame.h"
#include "nouns.h"
#include <string.h>

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

static void topic_options(FILE *out)
{
	struct sen_arena *arena = sen_arena_new();
	fputs("Global options stand anywhere on the line. Long options are never shortened;\n"
	      "--option=VALUE and --option VALUE are the same; -- ends the options.\n\n",
	      out);
	for (size_t i = 0; i < global_opt_count; i++) {
		struct opt_view view = opt_global(i);
		help_row(out, help_option(arena, &view), view.help, HELP_COLUMN);
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
	return guess_fail(err, "command", word, names, n, "The commands: sendctl help");
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
		sen_hint(err, "Its verbs: sendctl %s", name);
		return err->code;
	}
	help_cmd(cmd, app->out);
	return 0;
}

static const struct cmd help_cmd_row = {
	.noun = "help",
	.verb = "",
	.summary = "help on a command, and on options, dates, pupils, exit statuses",
	.flags = CMD_NO_FILE,
	.opts = help_opts,
	.opt_count = SEN_COUNT(help_opts),
	.args_size = sizeof(struct help_args),
	.run = help_run};
static const struct cmd *const help_cmds[] = {&help_cmd_row};
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
