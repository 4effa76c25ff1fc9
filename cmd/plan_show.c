/* sendctl plan list, show, check. */
#include "plan.h"

#include <sen/text.h>
#include <string.h>

/* ---- list ---- */

#define STATES "draft|agreed|closed|due"

struct list_args {
	struct texts pupils;
	const char *class_name, *year, *level, *kind, *state, *who;
	bool all;
};

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	char soon[11];
	const struct sen_value values[] = {
		{":class", a->class_name, SEN_NO_INT},
		{":year", sen_text_upper(app->arena, a->year), SEN_NO_INT},
		{":level", a->level, SEN_NO_INT},
		{":kind", a->kind, SEN_NO_INT},
		{":state", a->state, SEN_NO_INT},
		{":who", a->who ? sen_format(app->arena, "%%%s%%", a->who) : NULL, SEN_NO_INT},
		{":all", NULL, a->all},
		{":soon", sen_strdup(app->arena, sen_date_text(sen_store_day(app->store) + 14, soon)),
		 SEN_NO_INT},
	};
	return app_answer_pupils(app, &sen_plan_list_query, values, SEN_COUNT(values), &a->pupils, err);
}

#define S struct list_args
static const struct opt list_opts[] = {
	OPT_ROW_CHOICE(S, state, "state", 0, STATES,
		       "in this state; due: open, and to be reviewed within two weeks"),
	OPT_ROW_WORD(S, class_name, "class", 0, "CLASS", "of children in this class: 3B"),
	OPT_ROW_WORD(S, year, "year", 0, "YEAR", "of this year group: R, 1 ... 6"),
	OPT_ROW_WORD(S, level, "level", 0, "CODE", "of children at this level"),
	OPT_ROW_WORD(S, kind, "kind", 0, "KIND", "of this kind, by the policy's code"),
	OPT_ROW_WORD(S, who, "who", 0, "NAME", "where this adult made it, is responsible or helps"),
	OPT_ROW_FLAG(S, all, "all", 0, "closed ones too"),
	OPT_ROW_WORDS(S, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "children, classes or lists: zoe@3B, @3B, year:6, register"),
};
#undef S
static const char *const list_examples[] = {"sendctl plan list --class 3B",
					    "sendctl plan list --state due --who \"Ms Hart\"", NULL};
const struct cmd plan_list_cmd = {
	.noun = "plan",
	.verb = "list",
	.summary = "plans that are open, by class and name",
	.flags = CMD_READS | CMD_TABLE | CMD_AS_AT | CMD_ALL_SCHOOLS,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
	.answer = &sen_plan_list_query,
	.examples = list_examples,
	.run = list,
};

/* ---- show: the page is a query; checks and the next command are computed ---- */

struct page {
	struct app *app;
	struct sen_table *inner;
	struct sen_plan plan;
	const char *next;
	struct sen_plan_finding *findings;
	size_t count;
};

static size_t column(const struct sen_table *table, const char *name)
{
	return (size_t)(sen_column_named(table->columns, table->count, name) - table->columns);
}

static int page_next(struct sen_table *table, struct sen_err *err)
{
	struct page *page = table->source;
	int rc = page->inner->next(page->inner, err);
	if (rc == 1 && page->next)
		sen_cell_text(&table->cells[column(table, "next")], page->next);
	return rc;
}

static void check_row(struct sen_table *table, const struct sen_plan_finding *finding)
{
	struct sen_cell *cells = sen_table_add(table);
	sen_cell_int(&cells[column(table, "plan")], finding->plan_id);
	if (finding->target_id != SEN_NO_INT)
		sen_cell_int(&cells[column(table, "target")], finding->target_id);
	sen_cell_text(&cells[column(table, "check")], finding->check);
	sen_cell_text(&cells[column(table, "finding")], finding->finding);
	sen_cell_text(&cells[column(table, "fix")], finding->fix);
	sen_cell_text(&cells[column(table, "cite")], finding->cite);
}

static struct sen_table *page_part(struct sen_table *table, size_t i, struct sen_err *err)
{
	struct page *page = table->source;
	const struct sen_query *part = &table->parts[i];
	if (strcmp(part->name, "checks") != 0)
		return page->inner->part(page->inner, i, err);
	struct sen_table *checks = sen_table_of(page->app->arena, part);
	for (size_t k = 0; k < page->count; k++)
		check_row(checks, &page->findings[k]);
	return checks;
}

static void page_close(struct sen_table *table)
{
	struct page *page = table->source;
	if (page->inner->close)
		page->inner->close(page->inner);
}

/* The draft of the next cycle that 'plan renew' made of it; 0: there is none. */
static int next_cycle(const struct page *page, int64_t *id, struct sen_err *err)
{
	struct sen_plan_book book;
	int rc = sen_plan_book(page->app->store, page->plan.pupil_id, &book, err);
	*id = 0;
	for (size_t i = 0; rc == 0 && i < book.plan_count; i++)
		if (book.plans[i].before_id == page->plan.head.id && book.plans[i].agreed_on == SEN_NO_DATE &&
		    book.plans[i].closed_on == SEN_NO_DATE)
			*id = book.plans[i].head.id;
	return rc;
}

/* What a SENCo does with it now. */
static int next_of(struct page *page, struct sen_err *err)
{
	const struct sen_plan *plan = &page->plan;
	struct sen_arena *arena = page->app->arena;
	long long id = (long long)plan->head.id;
	struct sen_target *targets;
	struct sen_plan draft;
	int64_t waits;
	size_t count;
	int rc;
	if (plan->head.voided_at || plan->closed_on != SEN_NO_DATE)
		return 0;
	if ((rc = sen_plan_draft_of(page->app->store, plan, &draft, err)) < 0 ||
	    (rc = next_cycle(page, &waits, err)) < 0 ||
	    (rc = sen_plan_targets(page->app->store, plan->head.id, &targets, &count, err)) < 0)
		return rc;
	if (draft.head.id)
		page->next = sen_format(
			arena, "a draft of its next version waits: sendctl plan agree PL%lld --by NAME",
			(long long)draft.head.id);
	else if (waits)
		page->next = sen_format(
			arena, "a draft of its next cycle waits: sendctl plan agree PL%lld --by NAME",
			(long long)waits);
	else if (plan->agreed_on == SEN_NO_DATE && count == 0)
		page->next = sen_format(arena,
					"sendctl target add PL%lld --target TEXT --baseline TEXT "
					"--success TEXT",
					id);
	else if (plan->agreed_on == SEN_NO_DATE)
		page->next = sen_format(arena, "sendctl plan agree PL%lld --by NAME", id);
	else if (count && plan->review_on != SEN_NO_DATE && plan->review_on > sen_store_day(page->app->store))
		page->next = sen_format(arena,
					"sendctl target mark T%lld RESULT; at its review: sendctl "
					"plan renew PL%lld",
					(long long)targets[0].head.id, id);
	else
		page->next = sen_format(arena, "sendctl plan renew PL%lld", id);
	return 0;
}

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct page *page = SEN_NEW(app->arena, struct page, 1);
	struct sen_table *table = SEN_NEW(app->arena, struct sen_table, 1);
	struct sen_value value = {.name = ":id"};
	int rc = plan_of(app, a->record, PLAN_STANDS, &page->plan, err);
	if (rc < 0)
		return rc;
	page->app = app;
	value.number = page->plan.head.id;
	if ((rc = next_of(page, err)) < 0 ||
	    (rc = page->plan.head.voided_at ? 0
					    : sen_plan_check(app->store, page->plan.head.id, &page->findings,
							     &page->count, err)) < 0 ||
	    (rc = sen_table_query(app->store, &sen_plan_show_query, &value, 1, &page->inner, err)) < 0)
		return rc;
	*table = *page->inner;
	table->source = page;
	table->next = page_next;
	table->part = page_part;
	table->close = page_close;
	return app_answer_table(app, table, err);
}

static const struct opt show_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "PLAN", OPT_POSITIONAL | OPT_REQUIRED, NULL, PLAN_HELP),
};
static const char *const show_examples[] = {"sendctl plan show zoe@3B", NULL};
const struct cmd plan_show_cmd = {
	.noun = "plan",
	.verb = "show",
	.summary = "one plan with its targets, how they went, what serves them and what to look at",
	.flags = CMD_READS | CMD_TABLE,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct one_args),
	.answer = &sen_plan_show_query,
	.examples = show_examples,
	.run = show,
};

/* ---- check ---- */

struct check_args {
	struct texts plans;
};

static int check(struct app *app, const void *args, struct sen_err *err)
{
	static const char *words[] = {"register"};
	const struct texts everybody = {.items = words, .count = 1};
	const struct check_args *a = args;
	struct sen_table *table = sen_table_of(app->arena, &sen_plan_check_query);
	size_t count, without, found;
	int64_t *ids;
	int rc = plan_many(app, a->plans.count ? &a->plans : &everybody, &ids, &count, &without, err);
	for (size_t i = 0; rc == 0 && i < count; i++) {
		struct sen_plan_finding *all;
		rc = sen_plan_check(app->store, ids[i], &all, &found, err);
		for (size_t k = 0; rc == 0 && k < found; k++)
			check_row(table, &all[k]);
	}
	return rc < 0 ? rc : app_answer_table(app, table, err);
}

static const struct opt check_opts[] = {
	OPT_ROW_WORDS(struct check_args, plans, "PLANS", OPT_POSITIONAL | OPT_REST, NULL,
		      "plans (PL4), children, classes or lists: @3B, year:6; the register if left out"),
};
static const char *const check_examples[] = {"sendctl plan check @3B", NULL};
const struct cmd plan_check_cmd = {
	.noun = "plan",
	.verb = "check",
	.summary = "what plans lack: targets that are not SMART, vague words, missing voices",
	.about =
		"Advice, with the command that mends each: how many targets the policy wants; where a target "
		"says no baseline, success, measure, date or adult; wording that cannot be checked ('access "
		"to', 'as appropriate'); a baseline that is what is to be reached; a target carried over "
		"more than twice; sections of the policy's plan that are empty; nothing additional or "
		"different; an EHC plan's outcome that is not named; voices missing or more than a term old.",
	.flags = CMD_READS | CMD_TABLE,
	.opts = check_opts,
	.opt_count = SEN_COUNT(check_opts),
	.args_size = sizeof(struct check_args),
	.answer = &sen_plan_check_query,
	.examples = check_examples,
	.run = check,
};
