/* sendctl concern list, concern show. */
#include "nouns.h"
#include <ctype.h>
#include <sen/concern.h>
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

static const char *in_case(struct sen_arena *arena, const char *text, int (*change)(int))
{
	char *out = sen_strdup(arena, text);
	for (char *p = out; *p; p++)
		*p = (char)change((unsigned char)*p);
	return out;
}

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	struct sen_value values[5] = {{.name = ":open", .number = a->all ? SEN_NO_INT : 1},
				      {.name = ":pupil", .number = SEN_NO_INT},
				      {.name = ":class", .text = a->class_name, .number = SEN_NO_INT},
				      {.name = ":class_upper", .number = SEN_NO_INT},
				      {.name = ":class_lower", .number = SEN_NO_INT}};
	int rc = 0;
	if (!a->all && !a->pupil && !a->class_name && app->context.as_at == SEN_NO_DATE)
		return answer(app, &sen_concern_open_query, NULL, 0, err);
	if (a->pupil)
		rc = app_pupil(app, a->pupil, &values[1].number, err);
	if (a->class_name) {
		values[3].text = in_case(app->arena, a->class_name, toupper);
		values[4].text = in_case(app->arena, a->class_name, tolower);
	}
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

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_value value = {.name = ":id"};
	int rc = app_record(app, &sen_concern_record, a->record, &value.number, err);
	return rc < 0 ? rc : app_answer(app, &sen_concern_show_query, &value, 1, err);
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
