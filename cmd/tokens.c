/* argv into words and options: exact names, guesses for mistyped ones.  Global
 * options stand anywhere, a command's own after its noun and verb. */
#include "frame.h"
#include <string.h>
#include <sys/stat.h>

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

/* Options a command has already; before its noun and verb the global ones only. */
static const struct opt_list *list_of(const struct parser *p)
{
	return p->app->cmd ? &p->f->options : NULL;
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
		return sen_fail(p->err, SEN_USAGE, "--%s lacks its value (%s)", view->name, value);
	const char *next = p->argv[p->at];
	if (strncmp(next, "--", 2) == 0 && next[2] &&
	    opt_find(list_of(p), next + 2, strlen(next + 2), &other)) {
		sen_fail(p->err, SEN_USAGE, "--%s lacks its value (%s): '%s' is an option", view->name, value,
			 next);
		sen_hint(p->err, "If that is the text you mean, write --%s=%s", view->name, next);
		return p->err->code;
	}
	p->at++;
	*out = next;
	return 0;
}

bool opt_is_form(const struct opt_view *view)
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

/* --interpreter, --interpreter yes, --interpreter=no: a field is not only set. */
static const char *yes_or_no(struct parser *p)
{
	const char *next = p->at < p->argc ? p->argv[p->at] : "";
	if (strcmp(next, "yes") != 0 && strcmp(next, "no") != 0)
		return NULL;
	p->at++;
	return next;
}

/* What another command calls it: nearer in meaning than any spelling. */
static const char *same_meaning(struct parser *p, const char *name)
{
	static const struct {
		const char *typed, *meant;
	} all[] = {{"came", "who"}, {"who", "came"}, {"date", "on"}, {"planned-on", "on"}};
	struct opt_view view;
	for (size_t i = 0; i < SEN_COUNT(all); i++)
		if (strcmp(all[i].typed, name) == 0 &&
		    opt_find(list_of(p), all[i].meant, strlen(all[i].meant), &view))
			return all[i].meant;
	return NULL;
}

static int unknown_option(struct parser *p, const char *arg, size_t len)
{
	const char *names[OPT_LIST_MAX + 64];
	size_t n = all_views(p, names);
	char *name = sen_strndup(p->app->arena, arg + 2, len);
	const char *same = same_meaning(p, name), *near = same ? same : sen_text_guess(name, names, n);
	sen_fail(p->err, SEN_USAGE, "unknown option '--%s'", name);
	if (near)
		sen_hint(p->err, "Did you mean '--%s'?", near);
	else if (p->app->cmd)
		sen_hint(p->err, "Its options: sendctl help %s%s%s", p->app->cmd->noun,
			 p->app->cmd->verb[0] ? " " : "", p->app->cmd->verb);
	else
		sen_hint(p->err, "Options of a command come after its noun and verb; see 'sendctl help'.");
	return p->err->code;
}

static int long_option(struct parser *p, const char *arg)
{
	const char *equals = strchr(arg, '=');
	size_t len = equals ? (size_t)(equals - arg - 2) : strlen(arg + 2);
	struct opt_view view;
	const char *text = equals ? equals + 1 : NULL;
	if (!opt_find(list_of(p), arg + 2, len, &view))
		return p->lenient ? 0 : unknown_option(p, arg, len);
	if (opt_is_form(&view)) {
		if (!text)
			text = form_file(p);
	} else if (view.kind == OPT_FLAG && view.field) {
		text = text ? text : yes_or_no(p);
	} else if (view.kind == OPT_FLAG) {
		if (text)
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
		if (!opt_find_letter(list_of(p), *c, &view)) {
			if (p->lenient)
				return 0;
			sen_fail(p->err, SEN_USAGE, "unknown option '-%c'", *c);
			sen_hint(p->err, "A word that begins with '-' goes after '--'.");
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
	return guess_fail(p->err, "command", word, names, n, "The commands: sendctl help");
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
		sen_hint(p->err, "Did you mean 'sendctl %s %s'?", noun->name, near);
	else
		sen_hint(p->err, "Its verbs: sendctl %s", noun->name);
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

int tokens_read(struct parser *p)
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
