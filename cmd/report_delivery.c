/* sendctl report delivery: planned against delivered, of each child (R38). */
#include "nouns.h"
#include "provision.h"
#include <ctype.h>
#include <sen/pupil.h>
#include <sen/report.h>
#include <string.h>

struct args {
	const char *class_name, *pupil, *staff;
	sen_date from, until;
};

#define COUNT(n, l, h)                                                                      \
	{                                                                                   \
		.name = n, .label = l, .kind = SEN_C_INT, .flags = SEN_COL_RIGHT, .help = h \
	}
static const struct sen_column columns[] = {
	{.name = "pupil_id", .label = "Id", .kind = SEN_C_ID, .prefix = "P", .help = "the child's id"},
	{.name = "name", .label = "Child", .kind = SEN_C_TEXT, .flags = SEN_COL_NAME, .help = "the child"},
	{.name = "class", .label = "Class", .kind = SEN_C_TEXT, .help = "class"},
	{.name = "provision", .label = "Provision", .kind = SEN_C_ID, .prefix = "G", .help = "the provision"},
	{.name = "what",
	 .label = "What",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_WIDE,
	 .help = "what it is called"},
	{.name = "from_on",
	 .label = "From",
	 .kind = SEN_C_DATE,
	 .flags = SEN_COL_QUIET,
	 .help = "the first day in it"},
	{.name = "until_on",
	 .label = "First day after",
	 .kind = SEN_C_DATE,
	 .flags = SEN_COL_QUIET,
	 .help = "the first day after"},
	COUNT("planned", "Planned", "sessions planned to date"),
	COUNT("held", "Held", "sessions held"),
	COUNT("attended", "There", "sessions the child was at"),
	COUNT("absent", "Absent", "held without the child"),
	COUNT("cancelled", "Cancelled", "sessions cancelled"),
	COUNT("not_logged", "Not logged", "planned, and nobody said what became of it"),
	COUNT("minutes_planned", "Minutes planned", "minutes planned to date"),
	COUNT("minutes", "Minutes", "minutes the child had"),
};
static const struct sen_query answer = {.name = "report-delivery",
					.title = "Planned and delivered",
					.version = 1,
					.columns = columns,
					.count = SEN_COUNT(columns),
					.empty = "No provision ran in that time."};

static bool same_class(const char *wanted, const char *class_name)
{
	return class_name && strcasecmp(wanted + (wanted[0] == '@'), class_name) == 0;
}

static void add_row(struct app *app, struct sen_table *table, const struct sen_provision *provision,
		    const struct sen_delivered *child, const struct sen_match *match)
{
	struct sen_cell *cell = sen_table_add(table);

	sen_cell_int(cell++, child->member->pupil_id);
	sen_cell_text(cell++, match->name);
	sen_cell_text(cell++, match->class_name);
	sen_cell_int(cell++, provision->head.id);
	sen_cell_text(cell++, provision->name);
	sen_cell_date(app->arena, cell++, child->member->from_on);
	sen_cell_date(app->arena, cell++, child->member->until_on);
	sen_cell_int(cell++, child->planned);
	sen_cell_int(cell++, child->held);
	sen_cell_int(cell++, child->attended);
	sen_cell_int(cell++, child->absent);
	sen_cell_int(cell++, child->cancelled);
	sen_cell_int(cell++, child->not_logged);
	sen_cell_int(cell++, child->minutes_planned);
	sen_cell_int(cell, child->minutes);
}

/* Was the child in it in [from, until)? */
static bool in_time(const struct sen_provision_pupil *member, sen_date from, sen_date until)
{
	return (until == SEN_NO_DATE || member->from_on < until) &&
	       (from == SEN_NO_DATE || member->until_on == SEN_NO_DATE || member->until_on > from) &&
	       member->until_on != member->from_on;
}

static int add_provision(struct app *app, const struct args *a, int64_t id, int64_t pupil_id,
			 struct sen_table *table, struct sen_err *err)
{
	struct sen_provision *provision = sen_record_new(app->arena, &sen_provision_record);
	struct sen_delivery delivery;
	int rc = sen_record_get(app->store, &sen_provision_record, id, provision, err);

	if (rc < 0 || (rc = sen_delivery(app->store, provision, a->from, a->until, &delivery, err)) < 0)
		return rc;
	for (size_t i = 0; i < delivery.child_count; i++) {
		const struct sen_delivered *child = &delivery.children[i];
		struct sen_match match = {0};
		enum sen_match_how how;

		if ((pupil_id && child->member->pupil_id != pupil_id) ||
		    !in_time(child->member, a->from, a->until))
			continue;
		rc = sen_pupil_find(app->store,
				    sen_format(app->arena, "P%lld", (long long)child->member->pupil_id),
				    &match, &how, err);
		if (rc < 0)
			return rc;
		if (match.died && !pupil_id)
			continue;
		if (!a->class_name || same_class(a->class_name, match.class_name))
			add_row(app, table, provision, child, &match);
	}
	return 0;
}

static int run(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_table *table = sen_table_of(app->arena, &answer);
	sen_date from = a->from, until = a->until == SEN_NO_DATE ? app->context.today + 1 : a->until;
	int64_t pupil = 0, *ids;
	size_t count;
	int rc = a->pupil ? app_pupil(app, a->pupil, &pupil, err) : 0;

	if (rc < 0 ||
	    (rc = sen_provisions_in(app->store, a->staff, pupil, from, until, &ids, &count, err)) < 0)
		return rc;
	for (size_t i = 0; i < count && rc == 0; i++)
		rc = add_provision(app, a, ids[i], pupil, table, err);
	return rc < 0 ? rc : app_answer_table(app, table, err);
}
static const struct opt opts[] = {
	OPT_ROW_WORD(struct args, class_name, "class", 0, "CLASS", "children of this class: 3B"),
	OPT_ROW_WORD(struct args, pupil, "pupil", 0, "PUPIL", "only this child"),
	OPT_ROW_WORD(struct args, staff, "staff", 0, "NAME", "what this adult gives"),
	OPT_ROW_DATE(struct args, from, "from", 0, "sessions from this day"),
	OPT_ROW_DATE(struct args, until, "until", 0, "sessions before this day (to date)"),
};
static const char *const examples[] = {"sendctl report delivery --class 3B",
				       "sendctl report delivery --staff \"Ms Ola\" --from 2026-11-01", NULL};
const struct cmd report_delivery_cmd = {
	.noun = "report",
	.verb = "delivery",
	.summary = "planned against delivered: sessions each child had, and missed",
	.about = "A line for each child and provision: sessions planned to date, held, those the child was "
		 "at, and "
		 "those missed as the child was absent or the session was cancelled. 'Not logged' were "
		 "planned and "
		 "nobody has said what became of them: 'sendctl session log --week' does.",
	.flags = CMD_READS | CMD_TABLE,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.answer = &answer,
	.examples = examples,
	.run = run,
};
