/* argv into tokens, tokens into app and args.  Global options stand anywhere;
 * names are exact; a mistyped one gets a guess. */
#include "frame.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct parser {
	struct app *app;
	struct frame *f;
	int argc, at;
	char **argv;
	bool lenient; /* --help was given: find the command, mind nothing else */
	struct sen_err *err;
};

static size_t all_views(struct parser *p, const char **names)
{
	size_t n = 0;
	if (p->app->cmd)
		for (size_t i = 0; i < p->f->options.count; i++)
			if (!opt_positional(&p->f->options.items[i]))
				names[n++] = p->f->options.items[i].name;
	for (size_t i = 0; i < global_opt_count; i++)
		names[n++] = global_opts[i].name;
	return n;
}

static bool find_long(struct parser *p, const char *name, size_t len, struct opt_view *out)
{
	for (size_t i = 0; p->app->cmd && i < p->f->options.count; i++) {
		*out = p->f->options.items[i];
		if (!opt_positional(out) && strlen(out->name) == len && memcmp(out->name, name, len) == 0)
			return true;
	}
	for (size_t i = 0; i < global_opt_count; i++) {
		*out = opt_global(i);
		if (strlen(out->name) == len && memcmp(out->name, name, len) == 0)
			return true;
	}
	return false;
}

static bool find_letter(struct parser *p, char letter, struct opt_view *out)
{
	for (size_t i = 0; p->app->cmd && i < p->f->options.count; i++) {
		*out = p->f->options.items[i];
		if (out->letter == letter)
			return true;
	}
	for (size_t i = 0; i < global_opt_count; i++) {
		*out = opt_global(i);
		if (out->letter == letter)
			return true;
	}
	return false;
}

static void keep_typed(struct parser *p, const struct opt_view *view, const char *text)
{
	struct typed *typed = SEN_PUSH(p->app->arena, p->f->typed, p->f->typed_count, p->f->typed_cap);
	*typed = (struct typed){.view = *view, .text = text};
}

/* The word after an option that needs one. */
static int take_value(struct parser *p, const struct opt_view *view, const char **out)
{
	struct opt_view other;
	const char *value = view->value ? view->value : "value";
	if (p->at >= p->argc)
		return sen_fail(p->err, SEN_USAGE, "--%s needs a %s after it", view->name, value);
	const char *next = p->argv[p->at];
	if (strncmp(next, "--", 2) == 0 && next[2] && find_long(p, next + 2, strlen(next + 2), &other)) {
		sen_fail(p->err, SEN_USAGE, "--%s needs a %s after it, and '%s' is an option", view->name,
			 value, next);
		sen_hint(p->err, "if that is the text you mean, write --%s=%s", view->name, next);
		return p->err->code;
	}
	p->at++;
	*out = next;
	return 0;
}

static bool is_form(const struct opt_view *view)
{
	return view->global && strcmp(view->name, "form") == 0;
}

/* --form [FILE]: the next word is the file when there is such a file. */
static const char *form_file(struct parser *p)
{
	struct stat st;
	if (p->at < p->argc && p->argv[p->at][0] != '-' && stat(p->argv[p->at], &st) == 0 &&
	    S_ISREG(st.st_mode))
		return p->argv[p->at++];
	return NULL;
}

static int unknown_option(struct parser *p, const char *arg, size_t len)
{
	const char *names[OPT_LIST_MAX + 64];
	size_t n = all_views(p, names);
	char *name = sen_strndup(p->app->arena, arg + 2, len);
	const char *near = sen_text_guess(name, names, n);
	sen_fail(p->err, SEN_USAGE, "unknown option '--%s'", name);
	if (near)
		sen_hint(p->err, "did you mean '--%s'?", near);
	else if (p->app->cmd)
		sen_hint(p->err, "its options: sendctl help %s%s%s", p->app->cmd->noun,
			 p->app->cmd->verb[0] ? " " : "", p->app->cmd->verb);
	else
		sen_hint(p->err, "options of a command come after its noun and verb; see 'sendctl help'");
	return p->err->code;
}

static int long_option(struct parser *p, const char *arg)
{
	const char *equals = strchr(arg, '=');
	size_t len = equals ? (size_t)(equals - arg - 2) : strlen(arg + 2);
	struct opt_view view;
	const char *text = equals ? equals + 1 : NULL;
	if (!find_long(p, arg + 2, len, &view))
		return p->lenient ? 0 : unknown_option(p, arg, len);
	if (is_form(&view)) {
		if (!text)
			text = form_file(p);
	} else if (view.kind == OPT_FLAG) {
		if (text && !view.field)
			return sen_fail(p->err, SEN_USAGE, "--%s takes no value", view.name);
	} else if (!text) {
		int rc = take_value(p, &view, &text);
		if (rc < 0)
			return p->lenient ? 0 : rc;
	}
	keep_typed(p, &view, text);
	return 0;
}

static int short_options(struct parser *p, const char *arg)
{
	for (const char *c = arg + 1; *c; c++) {
		struct opt_view view;
		const char *text = NULL;
		if (!find_letter(p, *c, &view)) {
			if (p->lenient)
				return 0;
			sen_fail(p->err, SEN_USAGE, "unknown option '-%c'", *c);
			sen_hint(p->err, "a word that begins with '-' goes after '--'");
			return p->err->code;
		}
		if (view.kind == OPT_FLAG) {
			keep_typed(p, &view, NULL);
			continue;
		}
		if (c[1]) {
			text = c[1] == '=' ? c + 2 : c + 1;
		} else {
			int rc = take_value(p, &view, &text);
			if (rc < 0)
				return p->lenient ? 0 : rc;
		}
		keep_typed(p, &view, text);
		return 0;
	}
	return 0;
}

static int unknown_noun(struct parser *p, const char *word)
{
	const char *names[128];
	size_t n = 0;
	for (size_t i = 0; i < noun_count; i++)
		names[n++] = nouns[i]->name;
	return guess_fail(p->err, "command", word, names, n, "the commands: sendctl help");
}

static int unknown_verb(struct parser *p, const struct noun *noun, const char *word)
{
	const char *names[128];
	size_t n = 0;
	for (size_t i = 0; i < noun->count; i++)
		names[n++] = noun->verbs[i]->verb;
	for (size_t i = 0; noun->record && i < generic_verb_count; i++)
		names[n++] = generic_verbs[i];
	const char *near = sen_text_guess(word, names, n);
	sen_fail(p->err, SEN_USAGE, "'%s' has no verb '%s'", noun->name, word);
	if (near)
		sen_hint(p->err, "did you mean 'sendctl %s %s'?", noun->name, near);
	else
		sen_hint(p->err, "its verbs: sendctl %s", noun->name);
	return p->err->code;
}

static void found(struct parser *p, const struct cmd *cmd)
{
	p->app->cmd = cmd;
	opts_of(cmd, &p->f->options);
}

static int word(struct parser *p, const char *arg)
{
	if (p->app->cmd) {
		*SEN_PUSH(p->app->arena, p->f->words, p->f->word_count, p->f->word_cap) = arg;
		return 0;
	}
	if (!p->f->noun) {
		const struct cmd *alone;
		p->f->noun = noun_find(arg);
		if (!p->f->noun)
			return unknown_noun(p, arg);
		alone = cmd_find(arg, "");
		if (alone)
			found(p, alone);
		return 0;
	}
	const struct cmd *cmd = cmd_find(p->f->noun->name, arg);
	if (!cmd)
		return unknown_verb(p, p->f->noun, arg);
	found(p, cmd);
	return 0;
}

static int tokens(struct parser *p)
{
	bool options = true;
	while (p->at < p->argc) {
		const char *arg = p->argv[p->at++];
		int rc;
		if (options && strcmp(arg, "--") == 0) {
			options = false;
			continue;
		}
		if (options && strncmp(arg, "--", 2) == 0)
			rc = long_option(p, arg);
		else if (options && arg[0] == '-' && arg[1] && !(arg[1] >= '0' && arg[1] <= '9'))
			rc = short_options(p, arg);
		else
			rc = word(p, arg);
		if (rc < 0)
			return rc;
	}
	return 0;
}

/* -h anywhere before '--' asks for help, whatever else is wrong. */
static bool asks_help(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
			return true;
	return false;
}

static int usage_hint(struct parser *p)
{
	struct sen_buf usage = {.arena = p->app->arena};
	help_usage(p->app->cmd, &usage);
	sen_hint(p->err, "usage: %s", usage.text);
	return p->err->code;
}

static int set_global(struct parser *p, const struct typed *typed)
{
	struct globals *g = &p->f->globals;
	if (is_form(&typed->view)) {
		g->form = true;
		g->form_file = typed->text;
		return 0;
	}
	p->app->verbose += strcmp(typed->view.name, "verbose") == 0;
	return value_set(p->app, &typed->view, typed->text, g, p->err);
}

static bool is_today(const struct typed *typed)
{
	return typed->view.global && strcmp(typed->view.name, "today") == 0;
}

/* --today, else the environment, else the clock: before any other date. */
static int set_today(struct parser *p)
{
	struct globals *g = &p->f->globals;
	int rc = 0;
	p->app->context.today = sen_clock_today();
	for (size_t i = 0; i < p->f->typed_count && rc == 0; i++)
		if (is_today(&p->f->typed[i]))
			rc = set_global(p, &p->f->typed[i]);
	if (rc == 0 && g->today == SEN_NO_DATE)
		rc = config_today(p->app, &g->today, p->err);
	if (rc == 0 && g->today != SEN_NO_DATE) {
		p->app->context.today = g->today;
		p->app->context.today_assumed = true;
	}
	return rc;
}

static int set_globals(struct parser *p)
{
	values_blank(global_opts, global_opt_count, &p->f->globals);
	int rc = set_today(p);
	for (size_t i = 0; i < p->f->typed_count && rc == 0; i++)
		if (p->f->typed[i].view.global && !is_today(&p->f->typed[i]))
			rc = set_global(p, &p->f->typed[i]);
	return rc;
}

static int fits(struct parser *p)
{
	for (size_t i = 0; i < p->f->typed_count; i++) {
		const struct opt_view *view = &p->f->typed[i].view;
		if (!view->global || opt_global_fits(view->opt, p->app->cmd))
			continue;
		sen_fail(p->err, SEN_USAGE, "--%s means nothing to 'sendctl %s%s%s'", view->name,
			 p->app->cmd->noun, p->app->cmd->verb[0] ? " " : "", p->app->cmd->verb);
		sen_hint(p->err, "leave it out");
		return p->err->code;
	}
	return 0;
}

static bool repeats(const struct opt_view *view)
{
	return view->kind == OPT_TEXTS || view->kind == OPT_WORDS;
}

static int set_one(struct parser *p, const struct opt_view *view, const char *text)
{
	if (view->field)
		return value_field(p->app, view, text, p->err);
	return value_set(p->app, view, text, p->f->args, p->err);
}

static int set_options(struct parser *p)
{
	for (size_t i = 0; i < p->f->typed_count; i++) {
		const struct typed *typed = &p->f->typed[i];
		if (typed->view.global)
			continue;
		for (size_t j = 0; j < i && !repeats(&typed->view); j++)
			if (!p->f->typed[j].view.global &&
			    strcmp(p->f->typed[j].view.name, typed->view.name) == 0)
				return sen_fail(p->err, SEN_USAGE, "--%s is given twice", typed->view.name);
		int rc = set_one(p, &typed->view, typed->text);
		if (rc < 0)
			return rc;
	}
	return 0;
}

static int set_words(struct parser *p)
{
	size_t next = 0;
	for (size_t i = 0; i < p->f->options.count; i++) {
		const struct opt_view *view = &p->f->options.items[i];
		if (!opt_positional(view))
			continue;
		size_t take = view->flags & OPT_REST ? p->f->word_count - next : 1;
		for (; take > 0 && next < p->f->word_count; take--, next++) {
			int rc = set_one(p, view, p->f->words[next]);
			if (rc < 0)
				return rc;
		}
	}
	if (next == p->f->word_count)
		return 0;
	sen_fail(p->err, SEN_USAGE, "too many words: '%s'", p->f->words[next]);
	return usage_hint(p);
}

static bool was_typed(const struct frame *f, const struct opt_view *view, size_t place)
{
	if (opt_positional(view))
		return place < f->word_count;
	for (size_t i = 0; i < f->typed_count; i++)
		if (!f->typed[i].view.global && strcmp(f->typed[i].view.name, view->name) == 0)
			return true;
	return false;
}

/* What is required and was not typed; a form may still bring the fields. */
static int set_missing(struct parser *p)
{
	struct sen_buf missing = {.arena = p->app->arena};
	bool form = form_wanted(p->app, p->app->cmd);
	size_t place = 0, count = 0;
	for (size_t i = 0; i < p->f->options.count; i++) {
		const struct opt_view *view = &p->f->options.items[i];
		bool typed = was_typed(p->f, view, place);
		place += opt_positional(view);
		if (!(view->flags & OPT_REQUIRED) || typed || (form && view->field && !opt_positional(view)))
			continue;
		sen_buf_addf(&missing, "%s%s%s", count++ ? " and " : "", opt_positional(view) ? "" : "--",
			     view->name);
	}
	if (count == 0)
		return 0;
	sen_fail(p->err, SEN_USAGE, "%s %s missing", missing.text, count > 1 ? "are" : "is");
	return usage_hint(p);
}

static int set_all(struct parser *p)
{
	struct app *app = p->app;
	const struct cmd *cmd = app->cmd;
	p->f->args = sen_alloc(app->arena, cmd->args_size ? cmd->args_size : 1);
	values_blank(cmd->opts, cmd->opt_count, p->f->args);
	if (cmd->record) {
		app->record = sen_record_new(app->arena, cmd->record);
		app->given = SEN_NEW(app->arena, bool, cmd->record->count);
		p->f->field_texts = SEN_NEW(app->arena, const char *, cmd->record->count);
	}
	int rc = fits(p);
	if (rc == 0 && p->f->globals.schema)
		return 0;
	if (rc == 0)
		rc = set_words(p);
	if (rc == 0)
		rc = set_options(p);
	return rc < 0 ? rc : set_missing(p);
}

int cmd_parse(struct app *app, int argc, char **argv, const struct cmd **cmd, void **args,
	      struct sen_err *err)
{
	struct parser p = {.app = app,
			   .f = app->frame,
			   .argc = argc,
			   .at = 1,
			   .argv = argv,
			   .lenient = asks_help(argc, argv),
			   .err = err};
	*cmd = NULL;
	*args = NULL;
	int rc = tokens(&p);
	if (rc < 0)
		return rc;
	if (p.lenient) {
		p.f->globals.help = true;
		return 0;
	}
	rc = set_globals(&p);
	if (rc < 0 || p.f->globals.version)
		return rc;
	/* `sendctl` alone is today, for those who have a records file; main sees to it. */
	if (!app->cmd)
		return 0;
	rc = set_all(&p);
	*cmd = app->cmd;
	*args = p.f->args;
	return rc;
}
