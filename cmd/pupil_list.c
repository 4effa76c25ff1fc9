/* sendctl pupil list: which children, driven by what narrows them most. */
#include "nouns.h"
#include <sen/pupil.h>
#include <sen/text.h>
#include <string.h>

struct args {
	bool all, reg, monitored;
	const char *class_name, *year, *level, *census, *need, *adult, *flag, *search;
	sen_date joined_since;
};

enum { MAX_VALUES = 24 };
struct values {
	struct sen_value items[MAX_VALUES];
	size_t count;
	size_t filters; /* of them, those that narrow */
};

static void put(struct values *values, const char *name, const char *text)
{
	if (text)
		values->items[values->count++] = (struct sen_value){name, text, SEN_NO_INT};
}

static void put_flag(struct values *values, const char *name, bool on)
{
	if (on)
		values->items[values->count++] = (struct sen_value){name, NULL, 1};
}

/* A code as the set has it; SEN_USAGE names the set. */
static int coded(struct app *app, const char *option, const struct sen_code_row *codes, const char **text,
		 struct sen_err *err)
{
	struct sen_buf list = {.arena = app->arena};
	const char *code = *text ? sen_code_find(codes, *text) : NULL;
	if (!*text || code) {
		*text = code;
		return 0;
	}
	for (const struct sen_code_row *row = codes; row->code; row++)
		sen_buf_addf(&list, "%s%s", row == codes ? "" : " ", row->code);
	sen_fail(err, SEN_USAGE, "--%s cannot be '%s'", option, *text);
	sen_hint(err, "one of %s", list.text);
	return err->code;
}

/* Each word a range of folded words; the text whole a number. */
static void put_search(struct app *app, struct values *values, const char *text)
{
	static const char *const names[SEN_PUPIL_SEARCH_WORDS][2] = {
		{":w1", ":w1_end"}, {":w2", ":w2_end"}, {":w3", ":w3_end"}, {":w4", ":w4_end"}};
	char *save = NULL, *folded = sen_text_fold(app->arena, text);
	size_t i = 0;
	for (char *word = strtok_r(folded, " ", &save); word && i < SEN_COUNT(names);
	     word = strtok_r(NULL, " ", &save), i++) {
		put(values, names[i][0], word);
		put(values, names[i][1], sen_format(app->arena, "%s\xf4\x8f\xbf\xbf", word));
	}
	put(values, ":number", sen_text_upper(app->arena, text));
}

static int gather(struct app *app, const struct args *a, struct values *values, struct sen_err *err)
{
	const char *year = a->year, *need = a->need, *flag = a->flag;
	static char since[11];
	int rc = coded(app, "year", sen_year_codes, &year, err);
	if (rc < 0 || (rc = coded(app, "need", sen_need_codes, &need, err)) < 0 ||
	    (rc = coded(app, "flag", sen_flag_codes, &flag, err)) < 0)
		return rc;
	put_flag(values, ":all", a->all);
	values->filters = values->count;
	put(values, ":year", year);
	put(values, ":level", a->level);
	put(values, ":census", sen_text_upper(app->arena, a->census));
	put(values, ":need", need);
	put(values, ":flag", flag);
	put(values, ":adult", a->adult);
	put_flag(values, ":register", a->reg);
	put_flag(values, ":monitored", a->monitored);
	if (a->joined_since != SEN_NO_DATE)
		put(values, ":joined_since", sen_date_text(a->joined_since, since));
	put(values, ":class", a->class_name);
	values->filters = values->count - values->filters;
	if (a->search)
		put_search(app, values, a->search);
	return 0;
}

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct values values = {.count = 0};
	int rc = gather(app, a, &values, err);
	if (rc < 0)
		return rc;
	const struct sen_query *query = a->search	 ? &sen_pupil_search_query
					: a->class_name	 ? &sen_pupil_class_query
					: values.filters ? &sen_pupil_filter_query
							 : &sen_pupil_list_query;
	return app_answer(app, query, values.items, values.count, err);
}

static const struct opt opts[] = {
	OPT_ROW_FLAG(struct args, all, "all", 0, "those who have left (or are still to come) too"),
	OPT_ROW_WORD(struct args, class_name, "class", 0, "CLASS", "in this class: 3B"),
	OPT_ROW_WORD(struct args, year, "year", 0, "YEAR", "in this year: N1 N2 R 1 2 ..."),
	OPT_ROW_WORD(struct args, level, "level", 0, "CODE", "at this level of the school's policy"),
	OPT_ROW_CHOICE(struct args, census, "census", 0, "N|K|E", "with this census code"),
	OPT_ROW_WORD(struct args, need, "need", 0, "TYPE", "with this need, primary or other: SLCN"),
	OPT_ROW_FLAG(struct args, reg, "register", 0, "on the SEND register"),
	OPT_ROW_FLAG(struct args, monitored, "monitored", 0, "on the monitoring list"),
	OPT_ROW_DATE(struct args, joined_since, "joined-since", 0, "on roll since this day or later"),
	OPT_ROW_WORD(struct args, adult, "adult", 0, "NAME",
		     "of this member of staff: their class, or by 'staff assign'"),
	OPT_ROW_WORD(struct args, flag, "flag", 0, "FLAG",
		     "to be weighed: eal, looked_after, pupil_premium ..."),
	OPT_ROW_WORD(struct args, search, "search", 0, "TEXT",
		     "the start of words of the names, or a UPN or admission number"),
};
static const char *const examples[] = {"sendctl pupil list --register --class 3B",
				       "sendctl pupil list --search zoe --json", NULL};
const struct cmd pupil_list_cmd = {
	.noun = "pupil",
	.verb = "list",
	.summary = "children on roll, by name",
	.flags = CMD_READS | CMD_TABLE | CMD_AS_AT | CMD_ALL_SCHOOLS,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.answer = &sen_pupil_list_query,
	.examples = examples,
	.run = list,
};
