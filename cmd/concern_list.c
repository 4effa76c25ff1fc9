/* sendctl concern list, concern show. */
#include "concern.h"
#include <string.h>

/* ---- list: the days a concern is open are counted here, not in SQL ---- */

struct days {
	struct sen_table *inner;
	size_t opened, closed, open_for; /* columns */
	sen_date day;
};

static size_t column(const struct sen_table *table, const char *name)
{
	return (size_t)(sen_column_named(table->columns, table->count, name) - table->columns);
}

static int days_next(struct sen_table *table, struct sen_err *err)
{
	struct days *days = table->source;
	struct sen_cell *cells = table->cells;
	int rc = days->inner->next(days->inner, err);
	if (rc != 1)
		return rc;
	sen_date end = days->day;
	if (cells[days->closed].text && sen_date_iso(cells[days->closed].text) < end)
		end = sen_date_iso(cells[days->closed].text);
	cells[days->open_for].number = end - sen_date_iso(cells[days->opened].text);
	return 1;
}

static void days_close(struct sen_table *table)
{
	struct days *days = table->source;
	if (days->inner->close)
		days->inner->close(days->inner);
}

static int answer(struct app *app, const struct sen_query *query, const struct sen_value *values,
		  size_t count, struct sen_err *err)
{
	struct sen_table *inner, *table = SEN_NEW(app->arena, struct sen_table, 1);
	struct days *days = SEN_NEW(app->arena, struct days, 1);
	int rc = sen_table_query(app->store, query, values, count, &inner, err);
	if (rc < 0)
		return rc;
	*table = *inner;
	*days = (struct days){.inner = inner,
			      .opened = column(inner, "opened_on"),
			      .closed = column(inner, "closed_on"),
			      .open_for = column(inner, "days_open"),
			      .day = sen_store_day(app->store)};
	table->source = days;
	table->next = days_next;
	table->close = days_close;
	return app_answer_table(app, table, err);
}

struct list_args {
	const char *pupil, *class_name;
	bool all;
};

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	struct sen_value values[] = {{.name = ":open", .number = a->all ? SEN_NO_INT : 1},
				     {.name = ":pupil", .number = SEN_NO_INT},
				     {.name = ":class", .text = a->class_name, .number = SEN_NO_INT}};
	int rc = 0;
	if (!a->all && !a->pupil && !a->class_name && app->context.as_at == SEN_NO_DATE)
		return answer(app, &sen_concern_open_query, NULL, 0, err);
	if (a->pupil)
		rc = app_pupil(app, a->pupil, &values[1].number, err);
	return rc < 0 ? rc : answer(app, &sen_concern_list_query, values, SEN_COUNT(values), err);
}

static const struct opt list_opts[] = {
	OPT_ROW_WORD(struct list_args, pupil, "PUPIL", OPT_POSITIONAL, NULL, "of this child only"),
	OPT_ROW_FLAG(struct list_args, all, "all", 0, "closed ones too"),
	OPT_ROW_WORD(struct list_args, class_name, "class", 0, "CLASS", "of children in this class: 3B"),
};
static const char *const list_examples[] = {"sendctl concern list --class 3B", NULL};
const struct cmd concern_list_cmd = {
	.noun = "concern",
	.verb = "list",
	.summary = "open concerns, the oldest first",
	.flags = CMD_READS | CMD_TABLE | CMD_AS_AT | CMD_ALL_SCHOOLS,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
	.answer = &sen_concern_open_query,
	.examples = list_examples,
	.run = list,
};

/* ---- show ---- */

/* The page is a query; where the concern stands is computed beside it. */
struct page {
	struct app *app;
	struct sen_table *inner;
	struct sen_concern concern;
	struct sen_steps steps;
};

static const char *const state_words[] = {
	[SEN_STEP_DONE] = "done",	[SEN_STEP_NEXT] = "next",	[SEN_STEP_OPEN] = "open",
	[SEN_STEP_OFFERED] = "offered", [SEN_STEP_OUTCOME] = "outcome", [SEN_STEP_APART] = "apart"};

static int page_next(struct sen_table *table, struct sen_err *err)
{
	struct page *page = table->source;
	struct sen_cell *cells = table->cells;
	int rc = page->inner->next(page->inner, err);
	if (rc != 1 || !page->steps.policy)
		return rc;
	sen_cell_text(&cells[column(table, "stands")], sen_steps_words(page->app->arena, &page->steps));
	sen_cell_text(&cells[column(table, "next")], sen_steps_command(page->app->arena, &page->steps));
	return 1;
}

static void step_row(struct page *page, struct sen_table *table, const struct sen_step *step)
{
	struct sen_cell *cells = sen_table_add(table);
	struct sen_arena *arena = page->app->arena;
	bool todo = page->concern.closed_on == SEN_NO_DATE && step->state != SEN_STEP_DONE;
	char day[11];
	sen_cell_text(&cells[column(table, "step")], step->rule->code);
	sen_cell_text(&cells[column(table, "name")], step->rule->name);
	sen_cell_text(&cells[column(table, "state")], state_words[step->state]);
	if (step->done_on != SEN_NO_DATE)
		sen_cell_text(&cells[column(table, "done_on")],
			      sen_strdup(arena, sen_date_text(step->done_on, day)));
	sen_cell_text(&cells[column(table, "who")], step->rule->who);
	sen_cell_text(&cells[column(table, "condition")], step->state == SEN_STEP_OFFERED && !step->when
								  ? "if it helps"
							  : step->when ? step->when
								       : step->rule->condition);
	sen_cell_text(&cells[column(table, "command")], todo ? step->fix : NULL);
	sen_cell_text(&cells[column(table, "cite")],
		      step->rule->cite
			      ? sen_format(arena, "%s %s", page->steps.policy->name, step->rule->cite)
			      : NULL);
}

static struct sen_table *page_part(struct sen_table *table, size_t i, struct sen_err *err)
{
	struct page *page = table->source;
	const struct sen_query *part = &table->parts[i];
	if (strcmp(part->name, "steps") != 0)
		return page->inner->part(page->inner, i, err);
	struct sen_table *steps = sen_table_of(page->app->arena, part);
	for (size_t k = 0; page->concern.handed_on == SEN_NO_DATE && k < page->steps.count; k++)
		step_row(page, steps, &page->steps.items[k]);
	return steps;
}

static void page_close(struct sen_table *table)
{
	struct page *page = table->source;
	if (page->inner->close)
		page->inner->close(page->inner);
}

int concern_page(struct app *app, int64_t id, struct sen_table **out, struct sen_err *err)
{
	struct page *page = SEN_NEW(app->arena, struct page, 1);
	struct sen_table *table = SEN_NEW(app->arena, struct sen_table, 1);
	const struct sen_value value = {.name = ":id", .number = id};
	int rc = sen_record_get(app->store, &sen_concern_record, id, &page->concern, err);
	if (rc < 0 || (rc = sen_steps_of(app->store, &page->concern, &page->steps, err)) < 0 ||
	    (rc = sen_table_query(app->store, &sen_concern_show_query, &value, 1, &page->inner, err)) < 0)
		return rc;
	page->app = app;
	*table = *page->inner;
	table->source = page;
	table->next = page_next;
	table->part = page_part;
	table->close = page_close;
	*out = table;
	return 0;
}

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_concern concern;
	struct sen_table *table;
	int rc = concern_load(app, a->record, &concern, err);
	if (rc < 0 || (rc = concern_page(app, concern.head.id, &table, err)) < 0)
		return rc;
	return app_answer_table(app, table, err);
}

static const struct opt show_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "CONCERN", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the concern: C12, or a child with exactly one open one"),
};
static const char *const show_examples[] = {"sendctl concern show C12", NULL};
const struct cmd concern_show_cmd = {
	.noun = "concern",
	.verb = "show",
	.summary = "one concern: where it stands and what comes next",
	.flags = CMD_READS | CMD_TABLE,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct one_args),
	.answer = &sen_concern_show_query,
	.examples = show_examples,
	.run = show,
};
