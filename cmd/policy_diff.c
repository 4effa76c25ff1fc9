/* sendctl policy diff: where two policies differ. */
#include "policy_page.h"

#include <string.h>

struct diff_args {
	const char *a, *b;
};
#define S struct diff_args
static const struct opt diff_opts[] = {
	OPT_ROW_WORD(S, a, "A", OPT_POSITIONAL | OPT_REQUIRED, "A",
		     "a policy that ships, a file, or in-force for the one in force"),
	OPT_ROW_WORD(S, b, "B", OPT_POSITIONAL | OPT_REQUIRED, "B", "the other one"),
};
#undef S

static const char *title_of(const char *section)
{
	for (size_t i = 0; i < sen_policy_title_count; i++)
		if (strcmp(sen_policy_titles[i].section, section) == 0)
			return sen_policy_titles[i].title;
	return strcmp(section, "import") == 0 ? "Where an import puts a child" : "The policy";
}

static const struct sen_column head_columns[] = {
	{.name = "a", .label = "A", .kind = SEN_C_TEXT},
	{.name = "b", .label = "B", .kind = SEN_C_TEXT},
	{.name = "count", .label = "Differences", .kind = SEN_C_INT},
};

/* One part a section, its columns named after the two policies. */
static struct sen_table *diff_page(struct app *app, const struct sen_policy *a, const struct sen_policy *b,
				   const struct sen_policy_difference *items, size_t count)
{
	struct sen_column *columns = SEN_NEW(app->arena, struct sen_column, 4);
	struct sen_table *page = sen_table_new(app->arena, "policy-diff", "Differences", 1, head_columns,
					       SEN_COUNT(head_columns)),
			 *part = NULL;
	struct sen_cell *cell = sen_table_add(page);

	page->flags = SEN_Q_PAGE;
	columns[0] = (struct sen_column){.name = "code", .label = "Code", .flags = SEN_COL_WIDE};
	columns[1] = (struct sen_column){.name = "field", .label = "Field"};
	columns[2] = (struct sen_column){.name = "a", .label = a->name, .flags = SEN_COL_WIDE};
	columns[3] = (struct sen_column){.name = "b", .label = b->name, .flags = SEN_COL_WIDE};
	if (strcmp(a->name, b->name) == 0) {
		columns[2].label = sen_format(app->arena, "%s (A)", a->name);
		columns[3].label = sen_format(app->arena, "%s (B)", b->name);
	}
	sen_cell_text(&cell[0], sen_format(app->arena, "%s (%s)", a->title, a->name));
	sen_cell_text(&cell[1], sen_format(app->arena, "%s (%s)", b->title, b->name));
	sen_cell_int(&cell[2], (int64_t)count);
	for (size_t i = 0; i < count; i++) {
		if (!part || strcmp(items[i].section, items[i - 1].section) != 0) {
			part = sen_table_new(app->arena, items[i].section, title_of(items[i].section), 1,
					     columns, 4);
			sen_table_add_part(page, part);
		}
		cell = sen_table_add(part);
		sen_cell_text(&cell[0], items[i].code);
		sen_cell_text(&cell[1], items[i].field);
		sen_cell_text(&cell[2], items[i].a);
		sen_cell_text(&cell[3], items[i].b);
	}
	return page;
}

static struct sen_table *diff_rows(struct app *app, const struct sen_policy_difference *items, size_t count)
{
	const struct sen_query *query = &sen_policy_diff_query;
	struct sen_table *table = sen_table_of(app->arena, query);
	for (size_t i = 0; i < count; i++) {
		struct sen_cell *cell = sen_table_add(table);

		sen_cell_text(&cell[0], items[i].section);
		sen_cell_text(&cell[1], items[i].code);
		sen_cell_text(&cell[2], items[i].field);
		sen_cell_text(&cell[3], items[i].a);
		sen_cell_text(&cell[4], items[i].b);
	}
	return table;
}

static int diff_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct diff_args *args = data;
	struct sen_policy_difference *items;
	const struct sen_policy *a, *b;
	size_t count;
	int rc;

	if ((rc = policy_find(app, args->a, true, &a, err)) < 0 ||
	    (rc = policy_find(app, args->b, true, &b, err)) < 0)
		return rc;
	sen_policy_diff(app->arena, a, b, &items, &count);
	if (count && policy_wants_page(app))
		return app_answer_table(app, diff_page(app, a, b, items, count), err);
	return app_answer_table(app, diff_rows(app, items, count), err);
}

static const char *const diff_examples[] = {"sendctl policy diff stages trust",
					    "sendctl policy diff in-force stages", NULL};
const struct cmd policy_diff_cmd = {
	.noun = "policy",
	.verb = "diff",
	.summary = "where two policies differ",
	.about = "Items are held against each other by section and code. A name is that of a policy that "
		 "ships, else of a version kept in the records file, else a file; 'in-force' is the version "
		 "in force today. An item that only one of them has is one line, its field called 'item'.",
	.flags = CMD_READS | CMD_NO_FILE | CMD_TABLE | CMD_ALL_SCHOOLS,
	.opts = diff_opts,
	.opt_count = SEN_COUNT(diff_opts),
	.args_size = sizeof(struct diff_args),
	.answer = &sen_policy_diff_query,
	.examples = diff_examples,
	.run = diff_run};
