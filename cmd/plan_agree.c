/* sendctl plan agree, close, remove, import. */
#include "import.h"
#include "plan.h"

#include <sen/exchange.h>
#include <sen/text.h>

#include <string.h>

/* ---- agree ---- */

struct agree_args {
	const char *plan;
	struct texts by;
	sen_date on;
	bool is_signed;
};

static int say_agreed(struct app *app, const struct sen_agreement *done, struct sen_err *err)
{
	const struct sen_plan *plan = &done->plan;
	char day[16];
	if (done->only_signed) {
		app_say(app, "%s: %s, signed on %s by %s.", app_child(app, plan->pupil_id),
			plan_words(app, plan), sen_date_long(plan->signed_on, day), plan->signed_by);
		return 0;
	}
	app_say(app, "%s: %s, agreed on %s by %s%s.", app_child(app, plan->pupil_id), plan_words(app, plan),
		sen_date_long(plan->agreed_on, day), plan->agreed_by,
		plan->signed_on == SEN_NO_DATE ? "" : ", and signed");
	for (size_t i = 0; i < done->closed_count; i++) {
		app_wrote(app, &sen_plan_record, done->closed[i]);
		app_say(app, "  PL%lld is closed.", (long long)done->closed[i]);
	}
	for (size_t i = 0; i < done->advice_count; i++)
		app_say(app, "  %s", done->advice[i]);
	return plan_say_checks(app, plan->head.id, SEN_NO_INT, err);
}

static int agree(struct app *app, const void *args, struct sen_err *err)
{
	const struct agree_args *a = args;
	struct sen_agreement done = {
		.by = a->by.items, .by_count = a->by.count, .on = a->on, .is_signed = a->is_signed};
	struct sen_plan plan;
	int rc = plan_of(app, a->plan, PLAN_DRAFT, &plan, err);
	if (rc < 0)
		return rc;
	done.plan_id = plan.head.id;
	if ((rc = sen_plan_agree(app->store, &done, err)) < 0)
		return rc;
	app_wrote(app, &sen_plan_record, plan.head.id);
	return say_agreed(app, &done, err);
}

static const struct opt agree_opts[] = {
	OPT_ROW_WORD(struct agree_args, plan, "PLAN", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the draft: PL4, or a child with one"),
	OPT_ROW_WORDS(struct agree_args, by, "by", OPT_REQUIRED, "NAME",
		      "who agreed: a contact, the child, or \"parent=Ewa Nowak\""),
	OPT_ROW_DATE(struct agree_args, on, "on", 0, "the day (today)"),
	OPT_ROW_FLAG(struct agree_args, is_signed, "signed", 0, "a parent signed it that day"),
};
static const char *const agree_examples[] = {
	"sendctl plan agree zoe@3B --by \"Ewa Nowak\" --by Zoe --on mon",
	"sendctl plan agree PL4 --by \"parent=Mr Nowak\" --by pupil --signed", NULL};
const struct cmd plan_agree_cmd = {
	.noun = "plan",
	.verb = "agree",
	.summary = "a plan is agreed; from then on only a new version changes it",
	.about = "The policy says who agrees: a name is known as a parent when it is a contact of the child "
		 "(or, where none is kept, a title with the child's surname), as the child by its own name; "
		 "\"ROLE=NAME\" says it outright. The plan that this one takes the place of, an earlier "
		 "version or the cycle before, is closed that day, and its targets end as met, carried over, "
		 "changed or dropped. For a plan agreed before, --signed adds the day a parent signed it.",
	.flags = CMD_WRITES,
	.opts = agree_opts,
	.opt_count = SEN_COUNT(agree_opts),
	.args_size = sizeof(struct agree_args),
	.record = &sen_plan_record,
	.examples = agree_examples,
	.run = agree,
};

/* ---- close ---- */

struct close_args {
	const char *plan, *reason;
	sen_date on;
};

static int close_plan(struct app *app, const void *args, struct sen_err *err)
{
	const struct close_args *a = args;
	sen_date on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	struct sen_plan plan;
	char day[16];
	int rc = plan_of(app, a->plan, PLAN_STANDS, &plan, err);
	if (rc < 0 || (rc = sen_plan_close(app->store, plan.head.id, on, a->reason, &plan, err)) < 0)
		return rc;
	app_wrote(app, &sen_plan_record, plan.head.id);
	app_say(app, "%s: %s, closed on %s.", app_child(app, plan.pupil_id), plan_words(app, &plan),
		sen_date_long(on, day));
	return 0;
}

static const struct opt close_opts[] = {
	OPT_ROW_WORD(struct close_args, plan, "PLAN", OPT_POSITIONAL | OPT_REQUIRED, NULL, PLAN_HELP),
	OPT_ROW_TEXT(struct close_args, reason, "reason", OPT_REQUIRED, "TEXT", "why it ends"),
	OPT_ROW_DATE(struct close_args, on, "on", 0, "the day it ends (today)"),
};
static const char *const close_examples[] = {"sendctl plan close PL4 --reason \"gap closed\"", NULL};
const struct cmd plan_close_cmd = {
	.noun = "plan",
	.verb = "close",
	.summary = "a plan ends; its targets end as met or closed",
	.about = "The next cycle is 'plan renew', which closes the old plan by itself. Off the register and "
		 "out of the school, a child's plans are closed with the move.",
	.flags = CMD_WRITES,
	.opts = close_opts,
	.opt_count = SEN_COUNT(close_opts),
	.args_size = sizeof(struct close_args),
	.record = &sen_plan_record,
	.examples = close_examples,
	.run = close_plan,
};

/* ---- remove: a plan made by mistake goes with its targets ---- */

static int remove_plan(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_target *targets;
	struct sen_plan plan;
	size_t count;
	int rc = plan_of(app, a->record, PLAN_DRAFT, &plan, err);
	if (rc < 0 || (rc = sen_plan_targets(app->store, plan.head.id, &targets, &count, err)) < 0)
		return rc;
	if (app->tty_in && app->tty_err &&
	    (rc = app_confirm(app, err, "Remove PL%lld and its %zu targets?", (long long)plan.head.id,
			      count)) < 0)
		return rc;
	/* --if-rev is about the plan.  It goes last: undo puts it back first. */
	struct sen_plan same = plan;
	rc = sen_record_update(app->store, &sen_plan_record, &same, err);
	for (size_t i = 0; rc == 0 && i < count; i++)
		rc = sen_record_void(app->store, &sen_target_record, targets[i].head.id, a->reason, err);
	if (rc < 0 || (rc = sen_record_void(app->store, &sen_plan_record, plan.head.id, a->reason, err)) < 0)
		return rc;
	app_wrote(app, &sen_plan_record, plan.head.id);
	app_say(app,
		"Removed plan PL%lld for %s, with %zu target%s: it stays in the file, marked, with your "
		"reason.",
		(long long)plan.head.id, app_child(app, plan.pupil_id), count, count == 1 ? "" : "s");
	return 0;
}

static const struct opt remove_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "PLAN", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "the plan: PL4, or a child with one draft"),
	OPT_ROW_TEXT(struct one_args, reason, "reason", OPT_REQUIRED, "TEXT", "why it is removed"),
};
static const char *const remove_examples[] = {"sendctl plan remove PL4 --reason \"wrong child\"", NULL};
const struct cmd plan_remove_cmd = {
	.noun = "plan",
	.verb = "remove",
	.summary = "remove a plan made by mistake; it stays, marked, with the reason",
	.about = "A plan that has run its course is closed or renewed, not removed.",
	.flags = CMD_WRITES,
	.opts = remove_opts,
	.opt_count = SEN_COUNT(remove_opts),
	.args_size = sizeof(struct one_args),
	.record = &sen_plan_record,
	.examples = remove_examples,
	.run = remove_plan,
};

/* ---- import ---- */

static int add_one(struct sen_store *store, void *record, struct sen_err *err)
{
	bool by_policy;
	return sen_plan_add(store, record, &by_policy, err);
}

static int import(struct app *app, const void *args, struct sen_err *err)
{
	const struct import_args *a = args;
	const struct sen_import how = {.kind = &sen_plan_record, .insert = add_one};
	int64_t added = 0, unchanged = 0;
	int rc = sen_record_import_with(app->store, &how, a->file, &added, &unchanged, err);
	if (rc < 0)
		return rc;
	app->unchanged = added == 0;
	app_say(app, "%lld added, %lld there already. Each is a draft: 'sendctl plan list --state draft'.",
		(long long)added, (long long)unchanged);
	return 0;
}

static const char *const import_examples[] = {"sendctl plan import plans.csv", NULL};
const struct cmd plan_import_cmd = {
	.noun = "plan",
	.verb = "import",
	.summary = "add plans from a CSV file, all or none",
	.about = "Headings are field names; 'pupil' holds the child by id, UPN, admission number or whole "
		 "name. Kind and date for review are the policy's where the file has none. The same row "
		 "again adds nothing. Targets come with 'target import'.",
	.flags = CMD_WRITES,
	.opts = import_opts,
	.opt_count = SEN_COUNT(import_opts),
	.args_size = sizeof(struct import_args),
	.record = &sen_plan_record,
	.examples = import_examples,
	.run = import,
};
