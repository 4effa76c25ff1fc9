/* sendctl report: what is owed, who is on the register, what falls short. */
#include "nouns.h"
#include "report_each.h"

#include <sen/owed.h>
#include <sen/people.h>
#include <sen/report.h>

#include <string.h>

#define READS (CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS)

/* Prints and minds --exit-code: 10 when there was something to report. */
static int answer(struct app *app, const struct sen_query *query, const struct sen_value *values,
		  size_t count, bool exit_code, struct sen_err *err)
{
	int64_t rows = 0;
	int rc;

	app->style.rows_out = &rows;
	rc = app_answer(app, query, values, count, err);
	app->style.rows_out = NULL;
	if (rc == 0 && exit_code && rows > 0)
		app->attention = true;
	return rc;
}

/* ---- overdue and due ---- */

struct owed_args {
	const char *within, *who, *class_name, *each;
	bool exit_code;
};
#define S struct owed_args
#define OWED_OPTS                                                                             \
	OPT_ROW_WORD(S, class_name, "class", 0, "CLASS", "only this class"),                  \
		OPT_ROW_WORD(S, who, "for", 0, "NAME",                                        \
			     "only what this person or role owes: 'Mrs Lee', SENDCo"),        \
		OPT_ROW_CHOICE(S, each, "each", 0, "owner",                                   \
			       "one file for each owner, and an index, in the folder of -o"), \
		OPT_ROW_FLAG(S, exit_code, "exit-code", 0, "exit with 10 when there is something to report")
static const struct opt overdue_opts[] = {
	OPT_ROW_WORD(S, within, "within", 0, "TIME", "also what comes in this time: 10d, 2w, 1m"), OWED_OPTS};
static const struct opt due_opts[] = {
	OPT_ROW_WORD(S, within, "within", 0, "TIME", "how far ahead: 10d, 2w, 1m (4w if left out)"),
	OWED_OPTS};
#undef S

/* "2w": that long after today. */
static int within(struct app *app, const char *text, sen_date *out, struct sen_err *err)
{
	struct sen_date_context context = {.today = app->context.today, .end_of_term = SEN_NO_DATE};

	if (sen_date_parse(sen_format(app->arena, "+%s", text), &context, out, err) < 0 ||
	    strspn(text, "0123456789") == 0) {
		sen_fail(err, SEN_USAGE, "--within: '%s' is no length of time", text);
		sen_hint(err, "Write days, weeks or months: 10d, 2w, 1m.");
		return err->code;
	}
	return 0;
}

/* `from` SEN_NO_DATE: from the beginning. */
static int owed(struct app *app, const struct owed_args *args, const struct sen_query *query, sen_date from,
		sen_date until, struct sen_err *err)
{
	struct sen_report_for whom;
	char from_text[11], until_text[11];
	int rc = sen_report_for(app->store, args->who, &whom, err);

	if (rc < 0)
		return rc;
	if (whom.unknown)
		app_say(app,
			"Nobody on 'sendctl staff list' is called '%s', and nothing is owed by that name.",
			args->who);
	const struct sen_value values[] = {
		{":from", from == SEN_NO_DATE ? NULL : sen_date_text(from, from_text), SEN_NO_INT},
		{":until", sen_date_text(until, until_text), SEN_NO_INT},
		{":class", args->class_name, SEN_NO_INT},
		{":who", whom.who, SEN_NO_INT},
		{":role", whom.role, SEN_NO_INT},
		{":role_class", whom.role_class, SEN_NO_INT},
		{":owner", NULL, SEN_NO_INT},
	};
	if (args->each && !app->output) {
		sen_fail(err, SEN_USAGE, "--each owner writes files: where shall they go?");
		sen_hint(err, "Name a new folder: -o overdue-$(date +%%F)");
		return err->code;
	}
	if (args->each)
		return report_each(app, query, values, SEN_COUNT(values), err);
	return answer(app, query, values, SEN_COUNT(values), args->exit_code, err);
}

/* With --each, -o is a folder. */
static bool to_folder(const void *data)
{
	return ((const struct owed_args *)data)->each != NULL;
}

static int overdue_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct owed_args *args = data;
	sen_date until = app->context.today;

	if (args->within) {
		if (within(app, args->within, &until, err) < 0)
			return err->code;
		until++;
	}
	return owed(app, args, &sen_report_overdue, SEN_NO_DATE, until, err);
}

static int due_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct owed_args *args = data;
	sen_date until;

	if (within(app, args->within ? args->within : "4w", &until, err) < 0)
		return err->code;
	return owed(app, args, &sen_report_due, app->context.today, until + 1, err);
}

static const char *const overdue_examples[] = {
	"sendctl report overdue", "sendctl report overdue --within 2w --class 3B",
	"sendctl report overdue --for SENDCo --names initials",
	"sendctl report overdue --each owner --format html -o overdue", NULL};
static const struct cmd overdue_cmd = {
	.noun = "report",
	.verb = "overdue",
	.summary = "what should have been done before today, and by whom",
	.about = "One line for each thing that was due before today and is not done. Fit for cron: with "
		 "nothing to say it prints nothing, and with --exit-code it ends with 10 when there is "
		 "something.\n\nA line rests on the law, on the school's policy (with the section) or on "
		 "judgement, where the policy is silent (then nothing is cited).",
	.flags = READS,
	.opts = overdue_opts,
	.opt_count = SEN_COUNT(overdue_opts),
	.args_size = sizeof(struct owed_args),
	.answer = &sen_report_overdue,
	.examples = overdue_examples,
	.own_output = to_folder,
	.run = overdue_run};

static const char *const due_examples[] = {"sendctl report due --within 2w", NULL};
static const struct cmd due_cmd = {.noun = "report",
				   .verb = "due",
				   .summary = "what falls due today and in the weeks to come",
				   .flags = READS,
				   .opts = due_opts,
				   .opt_count = SEN_COUNT(due_opts),
				   .args_size = sizeof(struct owed_args),
				   .answer = &sen_report_due,
				   .examples = due_examples,
				   .own_output = to_folder,
				   .run = due_run};

/* ---- register ---- */

static int register_run(struct app *app, const void *data, struct sen_err *err)
{
	(void)data;
	return app_answer(app, &sen_report_register, NULL, 0, err);
}

static const char *const register_examples[] = {"sendctl report register",
						"sendctl report register --as-at 2026-10-01 --json", NULL};
static const struct cmd register_cmd = {
	.noun = "report",
	.verb = "register",
	.summary = "who is on the SEND register, at which level, since when; with --as-at on any day",
	.about = "The children on roll who stand on the SEND register, by "
		 "class and name. With --as-at DATE as "
		 "the register stood on that day, with what is known today.",
	.flags = READS | CMD_AS_AT,
	.answer = &sen_report_register,
	.examples = register_examples,
	.run = register_run};

/* ---- given ---- */

struct given_args {
	bool all;
};
static int given_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct given_args *args = data;
	const struct sen_value value = {":all", NULL, args->all};

	return app_answer(app, &sen_report_given, &value, 1, err);
}
static const struct opt given_opts[] = {
	OPT_ROW_FLAG(struct given_args, all, "all", 0, "those who have read it too")};
static const char *const given_examples[] = {"sendctl report given", NULL};
static const struct cmd given_cmd = {
	.noun = "report",
	.verb = "given",
	.summary = "who has not read the register or plan they were given",
	.about = "And, once the register was given to anybody, who of the staff was "
		 "not given it. 'sendctl staff given' keeps both.",
	.flags = READS,
	.opts = given_opts,
	.opt_count = SEN_COUNT(given_opts),
	.args_size = sizeof(struct given_args),
	.answer = &sen_report_given,
	.examples = given_examples,
	.run = given_run};

/* ---- conformance ---- */

struct conformance_args {
	bool exit_code;
};
static const struct opt conformance_opts[] = {OPT_ROW_FLAG(struct conformance_args, exit_code, "exit-code", 0,
							   "exit with 10 when there is something to report")};

static int conformance_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct conformance_args *args = data;
	const struct sen_query *query = &sen_report_conformance;
	struct sen_finding *items;
	struct sen_table *table;
	size_t count;
	int rc = sen_conformance(app->store, &items, &count, err);

	if (rc < 0)
		return rc;
	table = sen_table_of(app->arena, query);
	for (size_t i = 0; i < count; i++) {
		struct sen_cell *cell = sen_table_add(table);

		sen_cell_text(&cell[0], items[i].rule);
		sen_cell_text(&cell[1], items[i].severity);
		sen_cell_int(&cell[2], items[i].pupil_id);
		sen_cell_text(&cell[3], items[i].upn);
		sen_cell_text(&cell[4], items[i].pupil);
		sen_cell_text(&cell[5], items[i].class_name);
		sen_cell_text(&cell[6], items[i].subject);
		sen_cell_text(&cell[7], items[i].finding);
		sen_cell_text(&cell[8], items[i].fix);
		sen_cell_text(&cell[9], items[i].cite);
	}
	app->attention = args->exit_code && count > 0;
	return app_answer_table(app, table, err);
}

static const char *const conformance_examples[] = {"sendctl report conformance", NULL};
static const struct cmd conformance_cmd = {
	.noun = "report",
	.verb = "conformance",
	.summary = "where the records fall short of the law or the policy, or look doubtful after an import",
	.about = "One line for each finding, doubts of imports first, with the command that mends it. 'law' "
		 "and "
		 "'policy' say whose rule it is; 'advice' rests on judgement and cites nothing.",
	.flags = READS | CMD_AS_AT,
	.opts = conformance_opts,
	.opt_count = SEN_COUNT(conformance_opts),
	.args_size = sizeof(struct conformance_args),
	.answer = &sen_report_conformance,
	.examples = conformance_examples,
	.run = conformance_run};

/* ---- list: the verbs of this noun ---- */

static int list_run(struct app *app, const void *data, struct sen_err *err);

static const struct sen_column list_columns[] = {
	{.name = "report", .label = "Report", .kind = SEN_C_TEXT, .help = "its name"},
	{.name = "answers",
	 .label = "What it answers",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_WIDE,
	 .help = "in one line"},
};
static const struct sen_query list_answer = {.name = "report-list",
					     .title = "Reports",
					     .version = 1,
					     .columns = list_columns,
					     .count = SEN_COUNT(list_columns)};
static const char *const list_examples[] = {"sendctl report list", NULL};
static const struct cmd list_cmd = {.noun = "report",
				    .verb = "list",
				    .summary = "every report with one line on what it answers",
				    .flags = CMD_READS | CMD_NO_FILE | CMD_TABLE,
				    .answer = &list_answer,
				    .examples = list_examples,
				    .run = list_run};

static const struct cmd *const verbs[] = {&overdue_cmd,		  &due_cmd,
					  &register_cmd,	  &report_class_cmd,
					  &report_caseload_cmd,	  &report_handover_cmd,
					  &report_transfer_cmd,	  &report_provision_cmd,
					  &report_impact_cmd,	  &report_delivery_cmd,
					  &report_movement_cmd,	  &report_meetings_cmd,
					  &report_views_cmd,	  &report_ehcp_cmd,
					  &report_complaints_cmd, &given_cmd,
					  &conformance_cmd,	  &report_chronology_cmd,
					  &report_letters_cmd,	  &list_cmd};
const struct noun report_noun = {.name = "report",
				 .summary = "what is owed, who is on the register, what falls short",
				 .group = "everyday",
				 .verbs = verbs,
				 .count = SEN_COUNT(verbs)};

static int list_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct sen_query *query = &list_answer;
	struct sen_table *table = sen_table_of(app->arena, query);

	(void)data;
	for (size_t i = 0; i < report_noun.count; i++) {
		struct sen_cell *cell = sen_table_add(table);

		sen_cell_text(&cell[0], verbs[i]->verb);
		sen_cell_text(&cell[1], verbs[i]->summary);
	}
	return app_answer_table(app, table, err);
}
