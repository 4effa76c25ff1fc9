/* The noun `topup`: money for one child above the notional sum. */
#include "ehcp_pack.h"
#include "nouns.h"

#include <sen/costed.h>
#include <sen/topup.h>

#include <string.h>

/* The policy's code for a source typed as its name; another word is kept as it is. */
static int set_funding(struct app *app, struct sen_topup *record, struct sen_err *err)
{
	const char *code;
	bool known;
	int rc = record->funding ? sen_provision_funding(app->store, app->context.today, record->funding,
							 &code, &known, err)
				 : 0;

	if (rc == 0 && record->funding)
		record->funding = code;
	return rc;
}

static int add(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_topup *record = app->record;
	int rc = set_funding(app, record, err);

	if (rc < 0 || (rc = generic_add(app, args, err)) < 0)
		return rc;
	if (record->granted == 1)
		app_say(app, "  the census stays as it is: top-up is no EHC plan");
	if (record->granted == SEN_NO_INT)
		app_say(app,
			"  what is asked as evidence: sendctl topup evidence TU%lld; when it is decided: "
			"sendctl "
			"topup decide TU%lld --granted yes|no",
			(long long)record->head.id, (long long)record->head.id);
	return 0;
}
static const char *const add_examples[] = {"sendctl topup add zoe@3B --funding sspp --asked-on 2026-10-05",
					   "sendctl topup add P12 --funding sspp --granted yes --pounds 2400 "
					   "--from 2026-09-01 --until 2027-09-01",
					   NULL};
static const struct cmd add_cmd = {
	.noun = "topup",
	.verb = "add",
	.summary = "extra funding of a child was asked for, or decided",
	.about = "What was asked for, when it was decided, granted or not, and the sum a year with the days "
		 "it "
		 "is paid for. 'sendctl report provision --costs' sets what a child's provision costs "
		 "against it. "
		 "The source is one of the policy's list (sspp, ehc ...) or a word of your own. The census "
		 "code "
		 "does not change: a child with top-up and no EHC plan stays K.",
	.flags = CMD_WRITES | CMD_CREATES,
	.record = &sen_topup_record,
	.examples = add_examples,
	.run = add,
};

static int edit(struct app *app, const void *args, struct sen_err *err)
{
	int rc = set_funding(app, app->record, err);

	return rc < 0 ? rc : generic_edit(app, args, err);
}
static const struct opt edit_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "TOPUP", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "its id, or a child: the last one"),
};
static const char *const edit_examples[] = {
	"sendctl topup edit TU1 --decided-on today --granted yes --pounds 2400 --from 2026-09-01", NULL};
static const struct cmd edit_cmd = {
	.noun = "topup",
	.verb = "edit",
	.summary = "what was decided, the sum, the days it is paid for",
	.flags = CMD_WRITES | CMD_FORM,
	.record = &sen_topup_record,
	.opts = edit_opts,
	.opt_count = SEN_COUNT(edit_opts),
	.args_size = sizeof(struct one_args),
	.examples = edit_examples,
	.run = edit,
};

/* ---- decide ---- */

struct decide_args {
	const char *topup, *granted, *pounds, *reason;
	sen_date on, from, until, review;
	bool keep_level;
};

/* The one that waits for a decision; by id any. */
static int waiting(struct app *app, const char *text, struct sen_topup *out, struct sen_err *err)
{
	struct sen_topup *all;
	size_t count, waits = 0;
	int64_t id, pupil_id;
	int rc;

	if (sen_id_parse(text, sen_topup_record.prefix, &id)) {
		rc = app_record(app, &sen_topup_record, text, &id, err);
		return rc < 0 ? rc : sen_record_get(app->store, &sen_topup_record, id, out, err);
	}
	if ((rc = app_pupil(app, text, &pupil_id, err)) < 0 ||
	    (rc = sen_record_of_pupil(app->store, &sen_topup_record, pupil_id, (void **)&all, &count, err)) <
		    0)
		return rc;
	for (size_t i = 0; i < count; i++)
		if (all[i].granted == SEN_NO_INT && waits++ == 0)
			*out = all[i];
	if (waits == 1)
		return 0;
	sen_fail(err, SEN_NOTFOUND, "%s: %s", app_child(app, pupil_id),
		 waits ? "several requests for extra funding wait for a decision"
		       : "no request for extra funding waits for a decision");
	if (waits)
		sen_hint(err, "Say which one by its id: 'sendctl topup list P%lld' shows them.",
			 (long long)pupil_id);
	else
		sen_hint(err, "First: sendctl topup add P%lld --funding sspp --asked-on DATE",
			 (long long)pupil_id);
	return err->code;
}

static void say_granted(struct app *app, const struct sen_topup *topup,
			const struct sen_topup_decision *decision)
{
	char from[16], until[16];

	app_say(app, "%s: TU%lld (%s) granted, %lld.%02lld pounds a year from %s%s%s.",
		app_child(app, topup->pupil_id), (long long)topup->head.id, topup->funding,
		(long long)(topup->pence / 100), (long long)(topup->pence % 100),
		sen_date_long(topup->from_on, from), topup->until_on == SEN_NO_DATE ? "" : " until before ",
		topup->until_on == SEN_NO_DATE ? "" : sen_date_long(topup->until_on, until));
	app_say(app, "  to be reviewed by %s%s", sen_date_long(topup->review_on, from),
		decision->review_assumed ? " (nobody said when: a judgement; --review-on says another day)"
					 : "");
	if (decision->moved) {
		app_wrote(app, &sen_register_record, decision->move.after.head.id);
		app_say(app, "  At '%s' from %s; the census stays %s: top-up is no EHC plan.",
			decision->move.after.level_name, sen_date_long(topup->from_on, from),
			decision->move.after.census);
		for (size_t i = 0; i < decision->move.advice_count; i++)
			app_say(app, "  %s", decision->move.advice[i]);
		return;
	}
	app_say(app, "  the census stays as it is: top-up is no EHC plan");
	if (decision->stays)
		app_say(app,
			"  The level was not moved: %s. Move it: sendctl pupil level P%lld %s --reason TEXT",
			decision->stays, (long long)topup->pupil_id, decision->move.level);
}

static int decide(struct app *app, const void *args, struct sen_err *err)
{
	const struct decide_args *a = args;
	struct sen_topup_decision decision = {.granted = strcmp(a->granted, "yes") == 0,
					      .keep_level = a->keep_level,
					      .pounds = a->pounds,
					      .reason = a->reason,
					      .on = a->on,
					      .from = a->from,
					      .until = a->until,
					      .review = a->review};
	struct sen_topup topup;
	char day[16];
	int rc = waiting(app, a->topup, &topup, err);

	if (rc < 0 || (rc = sen_topup_decide(app->store, &topup, &decision, err)) < 0)
		return rc;
	app_wrote(app, &sen_topup_record, topup.head.id);
	if (decision.granted) {
		say_granted(app, &topup, &decision);
		return 0;
	}
	app_say(app, "%s: TU%lld (%s) refused on %s.", app_child(app, topup.pupil_id),
		(long long)topup.head.id, topup.funding, sen_date_long(topup.decided_on, day));
	app_say(app,
		"  A request for an EHC needs assessment is another matter, and open all the same: sendctl "
		"ehcp evidence P%lld",
		(long long)topup.pupil_id);
	return 0;
}
#define S struct decide_args
static const struct opt decide_opts[] = {
	OPT_ROW_WORD(S, topup, "TOPUP", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "its id, or a child with one that waits for a decision"),
	OPT_ROW_CHOICE(S, granted, "granted", OPT_REQUIRED, "yes|no", "granted or not"),
	OPT_ROW_WORD(S, pounds, "pounds", 0, "POUNDS", "the sum a year"),
	OPT_ROW_DATE(S, from, "from", 0, "from when it is paid"),
	OPT_ROW_DATE(S, until, "until", OPT_FUTURE, "the first day after"),
	OPT_ROW_DATE(S, review, "review-on", OPT_FUTURE,
		     "to be reviewed by (as the policy's level says, else in a year)"),
	OPT_ROW_DATE(S, on, "on", 0, "the day it was decided (today)"),
	OPT_ROW_TEXT(S, reason, "reason", 0, "TEXT", "why it was refused"),
	OPT_ROW_FLAG(S, keep_level, "keep-level", 0, "leave the child at the level of the register"),
};
#undef S
static const char *const decide_examples[] = {
	"sendctl topup decide TU1 --granted yes --pounds 2400 --from 2026-09-01 --until 2027-09-01",
	"sendctl topup decide zoe@3B --granted no --reason \"the panel asks for a second agency\"", NULL};
static const struct cmd decide_cmd = {
	.noun = "topup",
	.verb = "decide",
	.summary = "extra funding was granted, or refused and why",
	.about = "Where the policy has a level that comes with the money (SSPP), the child is moved to it "
		 "from "
		 "the first day it is paid; --keep-level leaves that to 'sendctl pupil level'. The census "
		 "code "
		 "stays K: it is no EHC plan. The review is owed by the day of the policy's level, else in a "
		 "year, a judgement.",
	.flags = CMD_WRITES,
	.opts = decide_opts,
	.opt_count = SEN_COUNT(decide_opts),
	.args_size = sizeof(struct decide_args),
	.record = &sen_topup_record,
	.examples = decide_examples,
	.run = decide,
};

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
static const struct cmd evidence_cmd = {
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
	{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "note, and why it was refused"},
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
	struct sen_table *table = sen_table_new(app->arena, show_answer.name, show_answer.title, 1,
						show_columns, SEN_COUNT(show_columns));
	struct sen_cell *cell = sen_table_add(table);
	fill_row(app, cell, &topup, &child, &evidence);
	fill_money(cell, &topup, &spent);
	table->flags = SEN_Q_PAGE;
	struct sen_table *list = sen_evidence_table(app->arena, &evidence);
	list->name = "evidence";
	sen_table_add_part(table, list);
	return app_answer_table(app, table, err);
}
static const struct opt show_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "TOPUP", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "its id, or a child: the last one"),
};
static const char *const show_examples[] = {"sendctl topup show TU1", NULL};
static const struct cmd show_cmd = {
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

static const struct cmd *const verbs[] = {&add_cmd, &decide_cmd, &evidence_cmd, &show_cmd, &edit_cmd};
const struct noun topup_noun = {.name = "topup",
				.summary = "extra funding of a child, asked for and granted",
				.group = "around them",
				.record = &sen_topup_record,
				.verbs = verbs,
				.count = SEN_COUNT(verbs)};
