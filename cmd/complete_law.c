/* Tab: words of the law that ships (rules, grounds, reasons), and sections of a plan.
 * The records file is not opened for them. */
#include "frame.h"

#include <sen/ehc.h>
#include <sen/law.h>
#include <string.h>

/* Where such a word belongs; no verb: of any command. */
static const struct {
	const char *noun, *verb, *option, *list; /* NULL: the rules; A: sections of a plan */
} places[] = {
	{"law", "show", "RULE", NULL},	    {"ehcp", "excuse", "RULE", NULL},
	{"ehcp", NULL, "ground", "ground"}, {"disclosure", NULL, "ground", "ground"},
	{"ehcp", "cease", "why", "cease"},  {"ehcp", "section", "SECTION", "A"},
};

static void rules(const struct sen_law *law, complete_fn *each, void *arg)
{
	for (size_t i = 0; i < law->rule_count; i++)
		if (i == 0 || strcmp(law->rules[i].code, law->rules[i - 1].code) != 0)
			each(arg, law->rules[i].code, law->rules[i].name);
}

static void items(const struct sen_law *law, const char *list, complete_fn *each, void *arg)
{
	size_t count;
	const struct sen_law_item *item = sen_law_list_of(law, list, &count);

	for (size_t i = 0; i < count; i++)
		each(arg, item[i].code, item[i].name);
}

void complete_law(struct sen_arena *arena, const struct cmd *cmd, const char *option, complete_fn *each,
		  void *arg)
{
	const struct sen_law *law;
	struct sen_err err = {0};

	for (size_t i = 0; i < SEN_COUNT(places); i++) {
		if (strcmp(places[i].noun, cmd->noun) != 0 || strcmp(places[i].option, option) != 0 ||
		    (places[i].verb && strcmp(places[i].verb, cmd->verb) != 0))
			continue;
		if (places[i].list && strcmp(places[i].list, "ground") == 0)
			each(arg, "consent", "consent on record");
		if (places[i].list && strcmp(places[i].list, "A") == 0) {
			for (const struct sen_code_row *row = sen_ehc_sections; row->code; row++)
				each(arg, row->code, row->label);
		} else if (sen_law_shipped(arena, &law, &err) == 0) {
			if (places[i].list)
				items(law, places[i].list, each, arg);
			else
				rules(law, each, arg);
		}
		return;
	}
}
