/* The command rows as a whole: what the compiler cannot see. */
#include "unit/suites.h"

#include "frame.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char faults[16384];

static void fault(const struct cmd *cmd, const char *fmt, ...)
{
	size_t at = strlen(faults);
	va_list args;
	at += (size_t)snprintf(faults + at, sizeof faults - at, "%s %s: ", cmd->noun, cmd->verb);
	if (at < sizeof faults) {
		va_start(args, fmt);
		vsnprintf(faults + at, sizeof faults - at, fmt, args);
		va_end(args);
	}
	at = strlen(faults);
	if (at + 1 < sizeof faults)
		memcpy(faults + at, "\n", 2);
}

static void walk(void (*fn)(const struct noun *noun, const struct cmd *cmd, void *arg))
{
	faults[0] = '\0';
	cmd_each(fn, NULL);
	ck_assert_msg(!faults[0], "\n%s", faults);
}

/* ---- Names and letters ---- */

static void check_names(const struct noun *noun, const struct cmd *cmd, void *arg)
{
	struct opt_list list;
	(void)arg;
	opts_of(cmd, &list);
	if (strcmp(noun->name, cmd->noun) != 0)
		fault(cmd, "stands in the table of '%s'", noun->name);
	for (size_t i = 0; i < list.count; i++) {
		const struct opt_view *a = &list.items[i];
		for (size_t j = 0; j < i; j++) {
			const struct opt_view *b = &list.items[j];
			if (strcmp(a->name, b->name) == 0)
				fault(cmd, "'%s' is there twice", a->name);
			if (a->letter && a->letter == b->letter)
				fault(cmd, "-%c is there twice", a->letter);
		}
		for (size_t g = 0; g < global_opt_count; g++) {
			if (!opt_positional(a) && strcmp(a->name, global_opts[g].name) == 0)
				fault(cmd, "--%s is a global option", a->name);
			if (a->letter && a->letter == global_opts[g].letter)
				fault(cmd, "-%c is a global letter", a->letter);
		}
	}
}

START_TEST(names_are_unique)
{
	walk(check_names);
}
END_TEST

/* ---- Help ---- */

/* "the day", but "UPN of the child", "SENCo" and "Mrs" too. */
static bool reads_well(const char *text)
{
	size_t len = text ? strlen(text) : 0;
	bool more = len > 3 && strcmp(text + len - 3, "...") == 0;
	if (len == 0 || text[len - 1] == ' ' || (text[len - 1] == '.' && !more))
		return false;
	size_t word = strcspn(text, " ,");
	bool capital = text[0] >= 'A' && text[0] <= 'Z';
	for (size_t i = 1; i < word; i++)
		capital &= !(text[i] >= 'A' && text[i] <= 'Z');
	return !capital || word <= 3;
}

static void check_help(const struct noun *noun, const struct cmd *cmd, void *arg)
{
	struct opt_list list;
	(void)arg;
	opts_of(cmd, &list);
	if (!reads_well(cmd->summary))
		fault(cmd, "summary '%s'", cmd->summary ? cmd->summary : "(none)");
	if (!reads_well(noun->summary))
		fault(cmd, "the noun's summary '%s'", noun->summary ? noun->summary : "(none)");
	for (size_t i = 0; i < list.count; i++)
		if (!reads_well(list.items[i].help))
			fault(cmd, "help of '%s': '%s'", list.items[i].name,
			      list.items[i].help ? list.items[i].help : "(none)");
}

START_TEST(help_is_there)
{
	walk(check_help);
	for (size_t i = 0; i < global_opt_count; i++)
		ck_assert_msg(reads_well(global_opts[i].help), "--%s", global_opts[i].name);
}
END_TEST

/* ---- Shape ---- */

static void check_shape(const struct noun *noun, const struct cmd *cmd, void *arg)
{
	struct opt_list list;
	bool optional = false, rest = false;
	(void)noun;
	(void)arg;
	opts_of(cmd, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct opt_view *view = &list.items[i];
		if (!opt_positional(view))
			continue;
		if (rest)
			fault(cmd, "'%s' comes after one that takes all", view->name);
		if (optional && (view->flags & OPT_REQUIRED))
			fault(cmd, "'%s' is required after one that is not", view->name);
		optional |= !(view->flags & OPT_REQUIRED);
		rest |= (view->flags & OPT_REST) != 0;
		if ((view->flags & OPT_REST) && view->kind != OPT_WORDS && view->kind != OPT_TEXTS)
			fault(cmd, "'%s' takes all that is left and is no list", view->name);
	}
	for (size_t i = 0; i < cmd->opt_count; i++)
		if (cmd->opts[i].offset >= cmd->args_size)
			fault(cmd, "'%s' lies outside its struct", cmd->opts[i].name);
	if (!cmd->run)
		fault(cmd, "has no function");
	if ((cmd->flags & CMD_CREATES) && !(cmd->flags & CMD_WRITES))
		fault(cmd, "creates but does not write");
	if ((cmd->flags & CMD_FORM) && !cmd->record)
		fault(cmd, "has a form of no record");
	unsigned kinds = cmd->flags & (CMD_READS | CMD_WRITES | CMD_OWN | CMD_NO_FILE);
	if (!kinds)
		fault(cmd, "neither reads nor writes nor does without a file");
	if ((kinds & CMD_READS) && (kinds & CMD_WRITES))
		fault(cmd, "reads and writes: writes is enough");
}

START_TEST(shapes_are_sane)
{
	walk(check_shape);
}
END_TEST

/* ---- One name, one kind, everywhere (cli.md 1) ---- */

enum { SEEN_MAX = 512 };
static struct {
	char name[64];
	enum opt_kind kind;
	const struct cmd *cmd;
} seen[SEEN_MAX];
static size_t seen_count;

/* A text, a name and a list of them are typed alike; a date, a number, a flag
 * and a file are not. */
static enum opt_kind family(enum opt_kind kind)
{
	return kind == OPT_WORD || kind == OPT_TEXTS || kind == OPT_WORDS ? OPT_TEXT : kind;
}

/* "yes|no" is typed as a yes/no of a record is. */
static enum opt_kind kind_of(const struct opt_view *view)
{
	return view->choices && strcmp(view->choices, "yes|no") == 0 ? OPT_FLAG : view->kind;
}

static void check_kind(const struct noun *noun, const struct cmd *cmd, void *arg)
{
	struct opt_list list;
	(void)noun;
	(void)arg;
	opts_of(cmd, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct opt_view *view = &list.items[i];
		size_t k = 0;
		/* The contract (cli.md 3) has 'ehcp diff --from EH7.1': a version, no day. */
		if (opt_positional(view) ||
		    (strcmp(cmd->verb, "diff") == 0 && strcmp(cmd->noun, "ehcp") == 0 &&
		     strcmp(view->name, "from") == 0))
			continue;
		while (k < seen_count && strcmp(seen[k].name, view->name) != 0)
			k++;
		if (k == seen_count && seen_count < SEEN_MAX) {
			snprintf(seen[k].name, sizeof seen[k].name, "%s", view->name);
			seen[k].kind = kind_of(view);
			seen[k].cmd = cmd;
			seen_count++;
		} else if (k < seen_count && family(seen[k].kind) != family(kind_of(view))) {
			fault(cmd, "--%s is of another kind in '%s %s'", view->name, seen[k].cmd->noun,
			      seen[k].cmd->verb);
		}
	}
}

START_TEST(one_name_one_kind)
{
	seen_count = 0;
	walk(check_kind);
}
END_TEST

/* ---- Examples ---- */

/* Parts a line as a shell would, up to a pipe or a redirection. */
static int split(struct sen_arena *arena, const char *line, char **argv, int max)
{
	int argc = 0;
	while (*line && argc < max - 1) {
		struct sen_buf word = {.arena = arena};
		char quote = 0;
		line += strspn(line, " ");
		if (!*line || *line == '|' || *line == '>')
			break;
		sen_buf_add(&word, "");
		for (; *line && (quote || *line != ' '); line++) {
			if (quote ? *line == quote : (*line == '"' || *line == '\''))
				quote = quote ? 0 : *line;
			else
				sen_buf_addn(&word, line, 1);
		}
		argv[argc++] = word.text;
	}
	argv[argc] = NULL;
	return argc;
}

static void parse_example(const struct cmd *cmd, const char *line)
{
	struct sen_arena *arena = sen_arena_new();
	struct frame *frame = SEN_NEW(arena, struct frame, 1);
	struct app app = {.arena = arena, .frame = frame};
	struct sen_err err = {0};
	const struct cmd *found = NULL;
	char *argv[64];
	void *args;
	int argc = split(arena, line, argv, 64);
	app.context.as_at = app.context.today = SEN_NO_DATE;
	app.context.if_rev = SEN_NO_INT;
	if (argc == 0 || strcmp(argv[0], "sendctl") != 0) {
		fault(cmd, "example '%s' does not begin with sendctl", line);
	} else if (cmd_parse(&app, argc, argv, &found, &args, &err) < 0) {
		/* The file of an example need not be here. */
		if (!strstr(err.msg, "cannot read"))
			fault(cmd, "example '%s': %s (%s)", line, err.msg, err.hint);
	} else if (found != cmd && found != cmd->bare) {
		fault(cmd, "example '%s' is of another command", line);
	}
	sen_arena_free(arena);
}

static void check_examples(const struct noun *noun, const struct cmd *cmd, void *arg)
{
	(void)noun;
	(void)arg;
	for (size_t i = 0; cmd->examples && cmd->examples[i]; i++)
		parse_example(cmd, cmd->examples[i]);
}

START_TEST(examples_parse)
{
	walk(check_examples);
}
END_TEST

/* ---- Parsing ---- */

struct parse_case {
	const char *line;
	int code;
	const char *says; /* part of the message or its hint */
};
static const struct parse_case parse_cases[] = {
	{"sendctl note list", 0, NULL},
	{"sendctl --format json note list", 0, NULL},
	{"sendctl note --json list", 0, NULL},
	{"sendctl note list --format=csv --limit 3", 0, NULL},
	{"sendctl note list -qv", 0, NULL},
	{"sendctl note list -oout.csv", 0, NULL},
	{"sendctl note list -- --zoe", 0, NULL},
	{"sendctl help concern add", 0, NULL},
	{"sendctl note list zoe --sort -id", 0, NULL},
	{"sendctl staff add --name Lee --role ta --anyway \"a reason\"", 0, NULL},
	{"sendctl contact add --name Ewa --pupil P1 --relation PAM --interpreter yes", 0, NULL},
	{"sendctl contact add --name Ewa --pupil P1 --relation PAM --interpreter=no --phone 1", 0, NULL},
	{"sendctl note list --as-at today", SEN_USAGE, "--as-at means nothing"},
	{"sendctl concren list", SEN_USAGE, "Did you mean 'concern'?"},
	{"sendctl note lisst", SEN_USAGE, "Did you mean 'sendctl note list'?"},
	{"sendctl note list --formt json", SEN_USAGE, "Did you mean '--format'?"},
	{"sendctl note list --form json", SEN_USAGE, "--form means nothing"},
	{"sendctl note list --form", SEN_USAGE, "--form means nothing"},
	{"sendctl note list --lim 3", SEN_USAGE, "unknown option '--lim'"},
	{"sendctl note list --format jsn", SEN_USAGE, "Did you mean 'json'?"},
	{"sendctl note list --limit three", SEN_USAGE, "not a whole number"},
	{"sendctl note list --limit -1", SEN_USAGE, "less than 0"},
	{"sendctl note list --limit", SEN_USAGE, "--limit lacks its value (N)"},
	{"sendctl note list --fields --json", SEN_USAGE, "'--json' is an option"},
	{"sendctl note list --json=1", SEN_USAGE, "takes no value"},
	{"sendctl note list -x", SEN_USAGE, "unknown option '-x'"},
	{"sendctl note show", SEN_USAGE, "NOTE is missing"},
	{"sendctl note show N1 N2", SEN_USAGE, "too many words: 'N2'"},
	{"sendctl note remove N1", SEN_USAGE, "--reason is missing"},
	{"sendctl note remove N1 --reason a --reason b", SEN_USAGE, "given twice"},
	{"sendctl --today 31/02/2026 note list", SEN_USAGE, "--today"},
	{"sendctl --today 2026-11-22 note list", 0, NULL},
};

START_TEST(lines_parse)
{
	const struct parse_case *c = &parse_cases[_i];
	struct sen_arena *arena = sen_arena_new();
	struct frame *frame = SEN_NEW(arena, struct frame, 1);
	struct app app = {.arena = arena, .frame = frame};
	struct sen_err err = {0};
	const struct cmd *cmd;
	char *argv[64];
	void *args;
	int argc = split(arena, c->line, argv, 64);
	app.context.as_at = SEN_NO_DATE;
	int rc = cmd_parse(&app, argc, argv, &cmd, &args, &err);
	ck_assert_msg(rc == c->code, "%s: %d %s", c->line, rc, err.msg);
	if (c->says)
		ck_assert_msg(strstr(err.msg, c->says) || strstr(err.hint, c->says), "%s: %s / %s", c->line,
			      err.msg, err.hint);
	sen_arena_free(arena);
}
END_TEST

Suite *suite_tables(void)
{
	Suite *suite = suite_create("tables");
	TCase *tcase = tcase_create("tables");
	tcase_add_test(tcase, names_are_unique);
	tcase_add_test(tcase, help_is_there);
	tcase_add_test(tcase, shapes_are_sane);
	tcase_add_test(tcase, one_name_one_kind);
	tcase_add_test(tcase, examples_parse);
	tcase_add_loop_test(tcase, lines_parse, 0, (int)SEN_COUNT(parse_cases));
	suite_add_tcase(suite, tcase);
	return suite;
}
