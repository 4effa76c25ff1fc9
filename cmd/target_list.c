/* sendctl target list, show. */
#include "plan.h"

#include <sen/text.h>
#include <string.h>

/* ---- list ---- */

struct list_args {
	struct texts pupils;
	const char *plan, *class_name, *who;
	bool all, unmet;
};

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	struct sen_plan plan = {.head.id = SEN_NO_INT};
	int rc = a->plan ? plan_of(app, a->plan, PLAN_STANDS, &plan, err) : 0;
	if (rc < 0)
		return rc;
	const struct sen_value values[] = {
		{":plan", NULL, plan.head.id},
		{":class", a->class_name, SEN_NO_INT},
		{":who", a->who ? sen_format(app->arena, "%%%s%%", a->who) : NULL, SEN_NO_INT},
		{":unmet", NULL, a->unmet ? 1 : SEN_NO_INT},
		{":all", NULL, a->all},
	};
	return app_answer_pupils(app, &sen_target_list_query, values, SEN_COUNT(values), &a->pupils, err);
}

#define S struct list_args
static const struct opt list_opts[] = {
	OPT_ROW_WORD(S, plan, "plan", 0, "PLAN", "of this plan"),
	OPT_ROW_WORD(S, class_name, "class", 0, "CLASS", "of children in this class: 3B"),
	OPT_ROW_WORD(S, who, "who", 0, "NAME", "where this adult helps"),
	OPT_ROW_FLAG(S, unmet, "unmet", 0, "not met so far"),
	OPT_ROW_FLAG(S, all, "all", 0, "ended ones too"),
	OPT_ROW_WORDS(S, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "children, classes or lists: zoe@3B, @3B, year:6, register"),
};
#undef S
static const char *const list_examples[] = {"sendctl target list --class 3B --unmet", NULL};
const struct cmd target_list_cmd = {
	.noun = "target",
	.verb = "list",
	.summary = "targets that stand, by class, name and plan",
	.flags = CMD_READS | CMD_TABLE | CMD_AS_AT | CMD_ALL_SCHOOLS,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
	.answer = &sen_target_list_query,
	.examples = list_examples,
	.run = list,
};

/* ---- show ---- */

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_value value = {.name = ":id"};
	int rc = app_record(app, &sen_target_record, a->record, &value.number, err);
	return rc < 0 ? rc : app_answer(app, &sen_target_show_query, &value, 1, err);
}

static const struct opt show_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "TARGET", OPT_POSITIONAL | OPT_REQUIRED, NULL, TARGET_HELP),
};
static const char *const show_examples[] = {"sendctl target show T4", NULL};
const struct cmd target_show_cmd = {
	.noun = "target",
	.verb = "show",
	.summary = "one target: how it went, and what it was in earlier cycles",
	.flags = CMD_READS | CMD_TABLE,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct one_args),
	.answer = &sen_target_show_query,
	.examples = show_examples,
	.run = show,
};
