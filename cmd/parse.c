/* What was typed into app and args: the globals first, for --today says how
 * the other dates are read. */
#include "frame.h"
#include <string.h>

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
	sen_hint(p->err, "Usage: %s", usage.text);
	return p->err->code;
}

static int set_global(struct parser *p, const struct typed *typed)
{
	struct globals *g = &p->f->globals;
	if (opt_is_form(&typed->view)) {
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
		sen_hint(p->err, "Leave it out.");
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

/* The form asks for it; only whose it is must be said before. */
static bool in_form(const struct opt_view *view)
{
	return view->field && !(opt_positional(view) && view->field->kind == SEN_K_REF);
}

/* What is required and was not typed; a form may still bring the fields. */
static int set_missing(struct parser *p)
{
	struct sen_buf missing = {.arena = p->app->arena};
	bool form = form_wanted(p->app, p->app->cmd), spared = texts_spared(p->app);
	size_t place = 0, count = 0;
	for (size_t i = 0; i < p->f->options.count; i++) {
		const struct opt_view *view = &p->f->options.items[i];
		bool typed = was_typed(p->f, view, place);
		place += opt_positional(view);
		if (!(view->flags & OPT_REQUIRED) || typed || ((form || spared) && in_form(view)))
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

/* Nothing to write was typed: the row that shows. */
static void take_bare(struct parser *p)
{
	const char *unless = p->app->cmd->bare_unless;
	if (!p->app->cmd->bare || p->f->globals.form)
		return;
	for (size_t i = 0; i < p->f->typed_count; i++)
		if (!p->f->typed[i].view.global && (!unless || strcmp(p->f->typed[i].view.name, unless) == 0))
			return;
	p->app->cmd = p->app->cmd->bare;
	opts_of(p->app->cmd, &p->f->options);
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
	int rc = tokens_read(&p);
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
	take_bare(&p);
	rc = set_all(&p);
	*cmd = app->cmd;
	*args = p.f->args;
	return rc;
}
