/* `sendctl __complete WORDS...`: candidates for the last word, a line each with
 * a tab and what it is; ":file" asks the shell for files.  Never opens the
 * records file: no child's name comes out of a Tab key. */
#include "frame.h"
#include "nouns.h"
#include <string.h>

struct complete {
	struct sen_arena *arena;
	const struct noun *noun;
	const struct cmd *cmd;
	struct opt_list *list;
	size_t words; /* positionals so far */
	const char *part;
	int lead; /* of "--area=", printed before each candidate */
	const char *leading;
};

static void candidate(const struct complete *c, const char *word, size_t len, const char *help)
{
	size_t typed = strlen(c->part);
	if (len >= typed && memcmp(word, c->part, typed) == 0)
		printf("%.*s%.*s\t%s\n", c->lead, c->leading ? c->leading : "", (int)len, word,
		       help ? help : "");
}

static void file_names(void)
{
	puts(":file");
}

static const struct opt_list *list_of(const struct complete *c)
{
	return c->cmd ? c->list : NULL;
}

/* Does this word ask for a value in the next one? */
static bool awaits(const struct complete *c, const char *word, struct opt_view *out)
{
	if (strncmp(word, "--", 2) == 0)
		return word[2] && !strchr(word, '=') &&
		       opt_find(list_of(c), word + 2, strlen(word + 2), out) && out->kind != OPT_FLAG;
	return word[0] == '-' && word[1] && !word[2] && opt_find_letter(list_of(c), word[1], out) &&
	       out->kind != OPT_FLAG;
}

static void choices(const struct complete *c, const char *list)
{
	while (*list) {
		size_t len = strcspn(list, "|");
		candidate(c, list, len, NULL);
		list += len + (list[len] == '|');
	}
}

static void date_words(const struct complete *c)
{
	static const char *const words[] = {"today", "yesterday", "tomorrow", "+6w", "end of term"};
	for (size_t i = 0; i < SEN_COUNT(words); i++)
		candidate(c, words[i], strlen(words[i]), NULL);
}

static void shipped_columns(const struct complete *c)
{
	for (size_t i = 0; c->cmd && c->cmd->answer && i < c->cmd->answer->count; i++)
		candidate(c, c->cmd->answer->columns[i].name, strlen(c->cmd->answer->columns[i].name),
			  c->cmd->answer->columns[i].label);
}

static void law_word(void *arg, const char *word, const char *help)
{
	candidate(arg, word, strlen(word), help);
}

static void values_of(const struct complete *c, const struct opt_view *view)
{
	if (view->choices)
		choices(c, view->choices);
	else if (view->codes)
		for (const struct sen_code_row *row = view->codes; row->code; row++)
			candidate(c, row->code, strlen(row->code), row->label);
	else if (view->kind == OPT_FILE || (view->kind == OPT_TEXT && c->part[0] == '@'))
		file_names();
	else if (view->kind == OPT_DATE)
		date_words(c);
	else if (view->global && strcmp(view->name, "fields") == 0)
		shipped_columns(c);
	else if (c->cmd && !view->global)
		complete_law(c->arena, c->cmd, view->name, law_word, (void *)c);
}

static void options_of(const struct complete *c)
{
	for (size_t i = 0; c->cmd && i < c->list->count; i++) {
		const struct opt_view *view = &c->list->items[i];
		if (!opt_positional(view)) {
			const char *name = sen_format(c->arena, "--%s", view->name);
			candidate(c, name, strlen(name), view->help);
		}
	}
	for (size_t i = 0; i < global_opt_count; i++) {
		const char *name = sen_format(c->arena, "--%s", global_opts[i].name);
		if (!c->cmd || opt_global_fits(&global_opts[i], c->cmd))
			candidate(c, name, strlen(name), global_opts[i].help);
	}
}

static void verb_of(const struct noun *noun, const struct cmd *cmd, void *arg)
{
	(void)noun;
	if (!(cmd->flags & CMD_HIDDEN) && cmd->verb[0])
		candidate(arg, cmd->verb, strlen(cmd->verb), cmd->summary);
}

static void nouns_of(const struct complete *c)
{
	for (size_t i = 0; i < noun_count; i++)
		candidate(c, nouns[i]->name, strlen(nouns[i]->name), nouns[i]->summary);
}

static void place_of(const struct complete *c)
{
	size_t at = 0;
	for (size_t i = 0; i < c->list->count; i++) {
		const struct opt_view *view = &c->list->items[i];
		if (!opt_positional(view))
			continue;
		if (at++ == c->words || (view->flags & OPT_REST)) {
			values_of(c, view);
			return;
		}
	}
}

static void take_word(struct complete *c, const char *word)
{
	if (c->cmd) {
		c->words++;
		return;
	}
	if (!c->noun) {
		c->noun = noun_find(word);
		c->cmd = c->noun ? cmd_find(word, "") : NULL;
	} else {
		c->cmd = cmd_find(c->noun->name, word);
	}
	if (c->cmd)
		opts_of(c->cmd, c->list);
}

/* `sendctl help NOUN VERB`: words of the commands themselves. */
static void help_words(struct complete *c, const char *first)
{
	const struct noun *noun = first ? noun_find(first) : NULL;
	if (c->words == 0)
		nouns_of(c);
	else if (noun && c->words == 1)
		cmd_each_of(noun, verb_of, c);
}

static void offer(struct complete *c, const char *before, const char *first)
{
	struct opt_view view;
	const char *equals = strchr(c->part, '=');
	if (before && awaits(c, before, &view)) {
		values_of(c, &view);
	} else if (strncmp(c->part, "--", 2) == 0 && equals) {
		const char *name = c->part + 2;
		if (!opt_find(list_of(c), name, (size_t)(equals - name), &view))
			return;
		c->leading = c->part;
		c->lead = (int)(equals + 1 - c->part);
		c->part = equals + 1;
		values_of(c, &view);
	} else if (c->part[0] == '-') {
		options_of(c);
	} else if (c->noun == &help_noun_row) {
		help_words(c, first);
	} else if (c->cmd) {
		place_of(c);
	} else if (c->noun) {
		cmd_each_of(c->noun, verb_of, c);
	} else {
		nouns_of(c);
	}
}

/* Skips the value of the option at argv[i]; the index of its last word.  When
 * the value is the last word of all, *before says whose it is. */
static int skip_value(int argc, char **argv, int i, const char **before)
{
	const char *option = argv[i];
	/* bash parts --area=x into three words. */
	if (i + 2 < argc && strcmp(argv[i + 1], "=") == 0)
		i++;
	*before = i + 2 < argc ? NULL : option;
	return i + 2 < argc ? i + 1 : i;
}

int complete_main(int argc, char **argv)
{
	struct complete c = {.arena = sen_arena_new()};
	const char *before = NULL, *first = NULL;
	struct opt_view view;
	c.list = SEN_NEW(c.arena, struct opt_list, 1);
	c.part = argc > 0 ? argv[argc - 1] : "";
	if (strcmp(c.part, "=") == 0)
		c.part = "";
	for (int i = 0; i + 1 < argc; i++) {
		before = NULL;
		if (awaits(&c, argv[i], &view)) {
			i = skip_value(argc, argv, i, &before);
			continue;
		}
		if (argv[i][0] == '-')
			continue;
		take_word(&c, argv[i]);
		if (c.words == 1 && !first)
			first = argv[i];
	}
	offer(&c, before, first);
	sen_arena_free(c.arena);
	return 0;
}
