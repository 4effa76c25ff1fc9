/* sendctl ehcp list, show. */
#include "ehcp.h"

#include <string.h>

/* ---- list ---- */

struct list_args {
	struct texts pupils;
	const char *class_name, *stage;
	bool all, open;
};

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	const struct sen_value values[] = {{":class", a->class_name, SEN_NO_INT},
					   {":stage", a->stage, SEN_NO_INT},
					   {":all", NULL, a->all},
					   {":open", NULL, a->open}};

	return app_answer_pupils(app, &sen_ehcp_list_query, values, SEN_COUNT(values), &a->pupils, err);
}

#define S struct list_args
static const struct opt list_opts[] = {
	OPT_ROW_FLAG(S, all, "all", 0, "ended ones too"),
	OPT_ROW_FLAG(S, open, "open", 0, "asked for, and no plan yet"),
	OPT_ROW_CHOICE(S, stage, "stage", 0,
		       "requested|assessing|drafting|plan|refused|no-plan|withdrawn|ceased|left",
		       "where the case stands"),
	OPT_ROW_WORD(S, class_name, "class", 0, "CLASS", "of children in this class: 3B"),
	OPT_ROW_WORDS(S, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "children, classes or lists: zoe@3B, @3B, year:6, register"),
};
#undef S
static const char *const list_examples[] = {"sendctl ehcp list --open", "sendctl ehcp list --stage plan",
					    NULL};
const struct cmd ehcp_list_cmd = {
	.noun = "ehcp",
	.verb = "list",
	.summary = "EHC cases: where each stands, and the next day of the law's clock",
	.flags = CMD_READS | CMD_TABLE | CMD_AS_AT | CMD_ALL_SCHOOLS,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
	.answer = &sen_ehcp_list_query,
	.examples = list_examples,
	.run = list,
};

/* ---- show ---- */

/* Why a plan ceased is a code of the return SEN2; its words are the law's. */
static const struct sen_query *in_words(struct app *app, const struct sen_law *law)
{
	struct sen_query *query = SEN_NEW(app->arena, struct sen_query, 1);
	struct sen_column *columns = SEN_NEW(app->arena, struct sen_column, sen_ehcp_show_query.count);
	struct sen_code_row *codes;
	size_t count;
	const struct sen_law_item *all = sen_law_list_of(law, "cease", &count);

	*query = sen_ehcp_show_query;
	query->columns = columns;
	memcpy(columns, sen_ehcp_show_query.columns, query->count * sizeof(*columns));
	codes = SEN_NEW(app->arena, struct sen_code_row, count + 1);
	for (size_t i = 0; i < count; i++)
		codes[i] = (struct sen_code_row){all[i].code, all[i].name};
	for (size_t i = 0; i < query->count; i++)
		if (strcmp(columns[i].name, "cease_reason") == 0) {
			columns[i].kind = SEN_C_CODE;
			columns[i].codes = codes;
		}
	return query;
}

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_value value = {.name = ":id"};
	const struct sen_law *law;
	int rc = app_record(app, &sen_ehc_record, a->record, &value.number, err);

	if (rc < 0 || (rc = sen_law(app->store, &law, err)) < 0)
		return rc;
	return app_answer(app, in_words(app, law), &value, 1, err);
}

static const struct opt show_opts[] = {EHCP_ROW(struct one_args, record)};
static const char *const show_examples[] = {"sendctl ehcp show EH1", NULL};
const struct cmd ehcp_show_cmd = {
	.noun = "ehcp",
	.verb = "show",
	.summary = "one EHC case: what happened, the plan in short, and what is owed next",
	.flags = CMD_READS | CMD_TABLE,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct one_args),
	.answer = &sen_ehcp_show_query,
	.examples = show_examples,
	.run = show,
};
