/* ehcp delivery: Section F against what the school gave. */
#include "ehcp_plan.h"

#include <string.h>

struct args {
	const char *pupil;
	sen_date from, until;
};

#define MINUTES(n, l, f, h)                                         \
	{                                                           \
		n, l, SEN_C_INT, SEN_COL_RIGHT | (f), NULL, NULL, h \
	}
static const struct sen_column columns[] = {
	{"label", "Row", SEN_C_TEXT, 0, NULL, NULL, "of Section F"},
	{"quantity", "By the plan", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the amount in words"},
	{"words", "What the plan says", SEN_C_TEXT, SEN_COL_QUIET | SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL,
	 "the row"},
	{"from_on", "From", SEN_C_DATE, 0, NULL, NULL, "the first day looked at"},
	{"until_on", "Until", SEN_C_DATE, SEN_COL_QUIET, NULL, NULL, "the first day after"},
	MINUTES("weeks", "Weeks", 0, "school weeks that were over in that time"),
	MINUTES("owed", "Owed", 0, "minutes by the plan"),
	{"provisions", "Given by", SEN_C_TEXT, 0, NULL, NULL, "the school's provision"},
	MINUTES("planned", "Planned", 0, "minutes the school's provision plans"),
	MINUTES("given", "Given", 0, "minutes the child had"),
	MINUTES("cancelled", "Cancelled", SEN_COL_QUIET, "minutes of cancelled sessions"),
	MINUTES("absent", "Absent", SEN_COL_QUIET, "minutes held without the child"),
	MINUTES("not_logged", "Not logged", SEN_COL_QUIET, "minutes planned of which nothing is known"),
	MINUTES("shortfall", "Short", 0, "minutes owed and not given"),
	{"why", "Why", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what became of the rest"},
};
static const struct sen_query answer = {.name = "ehcp-delivery",
					.title = "Section F, owed and given (minutes)",
					.version = 1,
					.columns = columns,
					.count = SEN_COUNT(columns),
					.empty = "No row of Section F of a final plan stood in that time."};

static void add_row(struct app *app, struct sen_table *table, const struct sen_ehc_delivery *row)
{
	struct sen_cell *cell = sen_table_add(table);

	sen_cell_text(cell++, sen_ehc_label(app->arena, row->item));
	sen_cell_text(cell++, sen_ehc_quantity(app->arena, row->item));
	sen_cell_text(cell++, row->item->words);
	sen_cell_date(app->arena, cell++, row->from);
	sen_cell_date(app->arena, cell++, row->until);
	sen_cell_int(cell++, row->weeks);
	sen_cell_int(cell++, row->owed);
	sen_cell_text(cell++, row->provisions);
	sen_cell_int(cell++, row->provisions ? row->planned : SEN_NO_INT);
	sen_cell_int(cell++, row->given);
	sen_cell_int(cell++, row->cancelled);
	sen_cell_int(cell++, row->absent);
	sen_cell_int(cell++, row->not_logged);
	sen_cell_int(cell++, row->shortfall);
	sen_cell_text(cell, row->why);
}

/* What was given before the case was kept may be in no record: it would look withheld. */
static void say_before(struct app *app, const struct sen_ehc_plan *plan, struct sen_table *table,
		       const struct sen_ehc_delivery *rows, size_t count)
{
	const char **notes = SEN_NEW(app->arena, const char *, 1);
	char day[16], iso[16];

	for (size_t i = 0; i < count && table->footnote_count == 0; i++)
		if (rows[i].from < plan->ehc.opened_on) {
			notes[table->footnote_count++] = sen_format(
				app->arena,
				"The case is on record since %s; what was given before may not be in these "
				"records. Counted from then: --from %s",
				sen_date_long(plan->ehc.opened_on, day),
				sen_date_text(plan->ehc.opened_on, iso));
			table->footnotes = notes;
		}
}

static int run(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_table *table = sen_table_of(app->arena, &answer);
	struct sen_ehc_delivery *rows;
	struct sen_ehc_plan plan;
	int64_t version;
	size_t count;
	int rc;

	if (a->from != SEN_NO_DATE && a->until != SEN_NO_DATE && a->from >= a->until)
		return sen_fail(err, SEN_USAGE, "--until is not after --from");
	if ((rc = ehcp_plan_some(app, a->pupil, &plan, &version, err)) < 0 ||
	    (rc = sen_ehc_delivery(app->store, &plan, a->from, a->until, &rows, &count, err)) < 0)
		return rc;
	for (size_t i = 0; i < count; i++)
		add_row(app, table, &rows[i]);
	say_before(app, &plan, table, rows, count);
	return app_answer_table(app, table, err);
}

#define S struct args
static const struct opt opts[] = {
	EHCP_PLAN_ROW(S, pupil),
	OPT_ROW_DATE(S, from, "from", 0, "from this day (the plan's first)"),
	OPT_ROW_DATE(S, until, "until", 0, "before this day (to date)"),
};
#undef S
static const char *const examples[] = {"sendctl ehcp delivery zoe@3B --from 2026-09-01", NULL};
const struct cmd ehcp_delivery_cmd = {
	.noun = "ehcp",
	.verb = "delivery",
	.summary = "the minutes Section F owes, planned and given, and why they fall short",
	.about = "For each row of Section F while it stood in a final plan: the minutes the plan asks for, "
		 "those of the "
		 "school's provision linked with it ('ehcp link', or a target of its outcome), those the "
		 "child had, and "
		 "what became of the rest: cancelled and why, the child absent, not logged, or never "
		 "planned. A week "
		 "is owed once its last school day is over, a term or half term at its end. What is given "
		 "beyond one "
		 "row makes up for no other.",
	.flags = CMD_READS | CMD_TABLE,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.answer = &answer,
	.examples = examples,
	.run = run,
};
