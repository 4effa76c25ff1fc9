/* topup evidence and show: what is asked for, what is spent of it (R65, R66). */
#include "ehcp_pack.h"
#include "topup.h"

#include <sen/topup.h>

/* ---- evidence ---- */

struct evidence_of {
	const char *topup;
	bool exit_code;
};

static int evidence(struct app *app, const void *args, struct sen_err *err)
{
	const struct evidence_of *a = args;
	struct sen_topup topup;
	int64_t id;
	int rc = app_record(app, &sen_topup_record, a->topup, &id, err);

	if (rc < 0 || (rc = sen_record_get(app->store, &sen_topup_record, id, &topup, err)) < 0)
		return rc;
	return evidence_answer(app, topup.pupil_id, topup.funding, a->exit_code, err);
}
static const struct opt evidence_opts[] = {
	OPT_ROW_WORD(struct evidence_of, topup, "TOPUP", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "its id, or a child: the last one"),
	OPT_ROW_FLAG(struct evidence_of, exit_code, "exit-code", 0,
		     "exit 10 when something that must be there is missing"),
};
static const char *const evidence_examples[] = {"sendctl topup evidence TU1", NULL};
const struct cmd topup_evidence_cmd = {
	.noun = "topup",
	.verb = "evidence",
	.summary = "what the policy asks for as evidence: found, old or missing",
	.about =
		"What the policy says of that funding comes first; where it has no list of its own, its list "
		"for an EHC assessment stands, and is said to be that.",
	.flags = CMD_READS | CMD_TABLE,
	.opts = evidence_opts,
	.opt_count = SEN_COUNT(evidence_opts),
	.args_size = sizeof(struct evidence_of),
	.answer = &sen_evidence_query,
	.examples = evidence_examples,
	.run = evidence,
};

/* ---- show ---- */

static const struct sen_column show_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "TU", NULL, "extra funding"},
	{"pupil_id", "Child", SEN_C_ID, 0, "P", NULL, "the child's id"},
	{"pupil", "Name", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "the child"},
	{"funding", "Source", SEN_C_TEXT, 0, NULL, NULL, "which"},
	{"funding_name", "In the policy", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what the policy calls it"},
	{"asked_on", "Asked", SEN_C_DATE, 0, NULL, NULL, "the day it was asked for"},
	{"decided_on", "Decided", SEN_C_DATE, 0, NULL, NULL, "the day it was decided"},
	{"granted", "Granted", SEN_C_BOOL, 0, NULL, NULL, "granted or not"},
	{"pence", "£ a year", SEN_C_PENCE, 0, NULL, NULL, "the sum a year"},
	{"from_on", "From", SEN_C_DATE, 0, NULL, NULL, "from when it is paid"},
	{"until_on", "First day after", SEN_C_DATE, 0, NULL, NULL, "the first day after"},
	{"review_on", "To be reviewed by", SEN_C_DATE, 0, NULL, NULL, "to be reviewed by"},
	{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL,
	 "note, and why it was refused"},
	{"available_pence", "For its days £", SEN_C_PENCE, 0, NULL, NULL, "of the sum a year, for its days"},
	{"planned_pence", "Planned from it £", SEN_C_PENCE, 0, NULL, NULL,
	 "what the provision paid from this source costs in those days"},
	{"given_pence", "Given to date £", SEN_C_PENCE, 0, NULL, NULL, "of that, what was given to date"},
	{"left_pence", "Left £", SEN_C_PENCE, SEN_COL_ALERT, NULL, NULL, "for its days less what is planned"},
	{"all_planned_pence", "All provision of the child £", SEN_C_PENCE, 0, NULL, NULL,
	 "planned in those days from every source"},
	{"unpriced_minutes", "Minutes without a rate", SEN_C_INT, 0, NULL, NULL,
	 "of provision paid from it: then the cost is not known"},
	{"rev", "Rev", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "how often it was changed"},
};
static const struct sen_query show_answer = {.name = "topup-show",
					     .title = "Extra funding",
					     .version = 1,
					     .columns = show_columns,
					     .count = SEN_COUNT(show_columns),
					     .parts = &sen_evidence_part,
					     .part_count = 1,
					     .flags = SEN_Q_PAGE};

static void fill_money(struct sen_cell *cell, const struct sen_topup *topup,
		       const struct sen_topup_spent *spent)
{
	if (topup->granted != 1)
		return;
	sen_cell_int(&cell[13], spent->available);
	sen_cell_int(&cell[14], spent->planned);
	sen_cell_int(&cell[15], spent->given);
	if (!spent->unpriced)
		sen_cell_int(&cell[16], spent->available - spent->planned);
	sen_cell_int(&cell[17], spent->all_planned);
	sen_cell_int(&cell[18], spent->unpriced);
}

static void fill_row(struct app *app, struct sen_cell *cell, const struct sen_topup *topup,
		     const struct sen_match *child, const struct sen_evidence *evidence)
{
	sen_cell_int(&cell[0], topup->head.id);
	sen_cell_int(&cell[1], topup->pupil_id);
	sen_cell_text(&cell[2], child->name);
	sen_cell_text(&cell[3], topup->funding);
	sen_cell_text(&cell[4], evidence->funding_name);
	sen_cell_date(app->arena, &cell[5], topup->asked_on);
	sen_cell_date(app->arena, &cell[6], topup->decided_on);
	sen_cell_int(&cell[7], topup->granted);
	sen_cell_int(&cell[8], topup->pence);
	sen_cell_date(app->arena, &cell[9], topup->from_on);
	sen_cell_date(app->arena, &cell[10], topup->until_on);
	sen_cell_date(app->arena, &cell[11], topup->review_on);
	sen_cell_text(&cell[12], topup->note);
	sen_cell_int(&cell[19], topup->head.rev);
}

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_topup_spent spent;
	struct sen_evidence evidence;
	struct sen_match child = {0};
	enum sen_match_how how;
	struct sen_topup topup;
	int64_t id;
	int rc = app_record(app, &sen_topup_record, a->record, &id, err);

	if (rc < 0 || (rc = sen_record_get(app->store, &sen_topup_record, id, &topup, err)) < 0 ||
	    (rc = sen_pupil_find(app->store, sen_format(app->arena, "P%lld", (long long)topup.pupil_id),
				 &child, &how, err)) < 0 ||
	    (rc = sen_evidence(app->store, topup.pupil_id, topup.funding, &evidence, err)) < 0 ||
	    (rc = sen_topup_spent(app->store, &topup, &spent, err)) < 0)
		return rc;
	struct sen_table *table = sen_table_of(app->arena, &show_answer);
	struct sen_cell *cell = sen_table_add(table);
	fill_row(app, cell, &topup, &child, &evidence);
	fill_money(cell, &topup, &spent);
	struct sen_table *list = sen_evidence_table(app->arena, &evidence);
	list->name = sen_evidence_part.name;
	sen_table_add_part(table, list);
	return app_answer_table(app, table, err);
}
static const struct opt show_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "TOPUP", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "its id, or a child: the last one"),
};
static const char *const show_examples[] = {"sendctl topup show TU1", NULL};
const struct cmd topup_show_cmd = {
	.noun = "topup",
	.verb = "show",
	.summary = "one of them with the evidence for it, and what is spent of it",
	.flags = CMD_READS | CMD_TABLE,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct one_args),
	.answer = &show_answer,
	.examples = show_examples,
	.run = show,
};
