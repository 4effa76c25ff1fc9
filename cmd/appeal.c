/* The noun `appeal`: a disagreement with a decision of the local authority, from the
 * notice to what came of it (R67).  Its steps are in appeal_*.c. */
#include "appeal.h"
#include "import.h"

#include <sen/exchange.h>

#include <string.h>

/* "what the plan says: B, F" */
static const char *against(struct app *app, const struct sen_appeal *appeal)
{
	const char *label = sen_code_label(sen_appeal_against, appeal->against);

	return sen_format(app->arena, "%c%s%s%s", label[0] - 'A' + 'a', label + 1,
			  appeal->sections ? ": " : "", appeal->sections ? appeal->sections : "");
}

int appeal_load(struct app *app, const char *text, struct sen_appeal *out, struct sen_err *err)
{
	int64_t id;
	int rc = app_record(app, &sen_appeal_record, text, &id, err);

	if (rc < 0 || (rc = sen_record_get(app->store, &sen_appeal_record, id, out, err)) < 0 ||
	    (rc = sen_record_if_rev(app->store, &sen_appeal_record, &out->head, err)) < 0)
		return rc;
	if (out->head.voided_at)
		return sen_fail(err, SEN_INVALID, "AP%lld was removed", (long long)id);
	app_say(app, "%s: AP%lld (%s).", app_child(app, out->pupil_id), (long long)id, against(app, out));
	return 0;
}

int appeal_say_until(struct app *app, const struct sen_appeal *appeal, struct sen_err *err)
{
	struct sen_milestone *steps;
	const struct sen_law *law;
	struct sen_clock until;
	size_t count;
	char day[16];
	int rc = sen_appeal_steps(app->store, appeal, &steps, &count, err);

	if (rc < 0 || (rc = sen_appeal_until(app->store, appeal, steps, count, &until, err)) < 0 ||
	    (rc = sen_law(app->store, &law, err)) < 0)
		return rc;
	app_say(app, "  An appeal in time is made by %s: %s.", sen_date_long(until.due_on, day), until.how);
	if (until.due_on < app->context.today)
		app_say(app, "  That day is past; %s.", sen_appeal_says(app->arena, law, "late"));
	if (sen_appeal_placement(appeal))
		app_say(app, "  By the law %s.", sen_appeal_says(app->arena, law, "placement"));
	else if (!sen_milestone_last(steps, count, "mediation-certificate"))
		app_say(app, "  By the law %s; once it is issued, a month from it counts if that is later.",
			sen_appeal_says(app->arena, law, "certificate"));
	return 0;
}

/* ---- add ---- */

static int add(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_appeal *appeal = app->record;
	const struct sen_law *law;
	char day[16];
	int rc = sen_appeal_add(app->store, appeal, err);

	(void)args;
	if (rc < 0 || (rc = sen_law(app->store, &law, err)) < 0)
		return rc;
	app->created = appeal->head.id;
	app_say(app, "%s: disagreement%s with the decision of %s (%s).", app_child(app, appeal->pupil_id),
		app->dry_run ? "" : sen_format(app->arena, " AP%lld", (long long)appeal->head.id),
		sen_date_long(appeal->notice_on, day), against(app, appeal));
	if ((rc = appeal_say_until(app, appeal, err)) < 0)
		return rc;
	if (sen_appeal_of_plan(appeal))
		app_say(app, "  By the law %s.", sen_appeal_says(app->arena, law, "kept"));
	if (sen_appeal_of_plan(appeal) && appeal->ehc_id == SEN_NO_INT)
		app_say(app, "  The plan it is about is not on record: sendctl ehcp add P%lld --final DATE",
			(long long)appeal->pupil_id);
	if (!app->dry_run)
		app_say(app,
			sen_appeal_placement(appeal)
				? "  Next: sendctl appeal send AP%lld --on DATE"
				: "  Next: sendctl appeal mediation AP%lld --contacted DATE",
			(long long)appeal->head.id);
	return 0;
}

static const char *const add_examples[] = {
	"sendctl appeal add zoe@3B --against refuse-assess --who \"Mr O'Brien\"",
	"sendctl appeal add P12 --against contents --sections \"B, F, I\" --notice 2026-11-02", NULL};
static const struct cmd add_cmd = {
	.noun = "appeal",
	.verb = "add",
	.summary = "begin a disagreement with a decision of the local authority",
	.about =
		"The notice is the written decision. Where 'sendctl ehcp' keeps one of that kind, the last "
		"of them is taken; else --notice gives its day. Until when an appeal is in time, and whether "
		"a mediation certificate is needed first, is said and kept as a deadline of the parents'. It "
		"informs and decides nothing: a late appeal may be allowed.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.record = &sen_appeal_record,
	.examples = add_examples,
	.run = add,
};

/* ---- list, show ---- */

struct list_args {
	struct texts pupils;
	bool all, open;
};

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	const struct sen_value value = {":all", NULL, a->all};

	if (a->all && a->open)
		return sen_fail(err, SEN_USAGE, "--all and --open cannot both be");
	return app_answer_pupils(app, &sen_appeal_list, &value, 1, &a->pupils, err);
}

static const struct opt list_opts[] = {
	OPT_ROW_FLAG(struct list_args, all, "all", 0, "those that are over too"),
	OPT_ROW_FLAG(struct list_args, open, "open", 0, "only those that are not over (as without it)"),
	OPT_ROW_WORDS(struct list_args, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "children, classes or lists: zoe@3B, @3B, year:6, register"),
};
static const char *const list_examples[] = {"sendctl appeal list", "sendctl appeal list --all --json", NULL};
static const struct cmd list_cmd = {
	.noun = "appeal",
	.verb = "list",
	.summary = "disagreements, and where they stand",
	.flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
	.answer = &sen_appeal_list,
	.examples = list_examples,
	.run = list,
};

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_value value = {.name = ":id"};
	int rc = app_record(app, &sen_appeal_record, a->record, &value.number, err);

	return rc < 0 ? rc : app_answer(app, &sen_appeal_page, &value, 1, err);
}

static const struct opt show_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "APPEAL", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "AP1, or a child: the one that is open, else the last"),
};
static const char *const show_examples[] = {"sendctl appeal show zoe@3B", NULL};
static const struct cmd show_cmd = {
	.noun = "appeal",
	.verb = "show",
	.summary = "one on its page: its steps, what is due and by whom, its documents",
	.about = "Documents are those attached with 'sendctl pupil attach PUPIL FILE --record AP1'.",
	.flags = CMD_READS | CMD_TABLE,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct one_args),
	.answer = &sen_appeal_page,
	.examples = show_examples,
	.run = show,
};

/* ---- import ---- */

static int import(struct app *app, const void *args, struct sen_err *err)
{
	static const struct sen_import how = {
		.kind = &sen_appeal_record, .insert = sen_appeal_take, .there = sen_appeal_there};
	const struct import_args *a = args;

	return generic_import_with(app, &how, a->file, err);
}

static const char *const import_examples[] = {"sendctl appeal import appeals.csv", NULL};
static const struct cmd import_cmd = {
	.noun = "appeal",
	.verb = "import",
	.summary = "add appeal entries from a CSV file",
	.about = "Each row passes what 'appeal add' asks: a decision, the day of its notice or one on "
		 "record, and a plan where the decision is about one. One that does not, and nothing is "
		 "added. A disagreement with the same notice is left as it is.",
	.flags = CMD_WRITES,
	.record = &sen_appeal_record,
	.opts = import_opts,
	.opt_count = SEN_COUNT(import_opts),
	.args_size = sizeof(struct import_args),
	.examples = import_examples,
	.run = import,
};

static const struct cmd *const verbs[] = {&add_cmd,
					  &import_cmd,
					  &appeal_mediation_cmd,
					  &appeal_resolution_cmd,
					  &appeal_send_cmd,
					  &appeal_evidence_cmd,
					  &appeal_hearing_cmd,
					  &appeal_order_cmd,
					  &appeal_unopposed_cmd,
					  &appeal_complied_cmd,
					  &appeal_recommend_cmd,
					  &appeal_close_cmd,
					  &list_cmd,
					  &show_cmd};
const struct noun appeal_noun = {.name = "appeal",
				 .summary =
					 "a disagreement with the local authority: mediation, the tribunal",
				 .group = "around them",
				 .record = &sen_appeal_record,
				 .verbs = verbs,
				 .count = SEN_COUNT(verbs)};
