/* The noun `target`: rows of a plan; in an agreed one a change makes its next
 * version. */
#include "import.h"
#include "plan.h"

#include <sen/calendar.h>
#include <sen/exchange.h>
#include <sen/pupil.h>
#include <sen/text.h>

#include <string.h>

/* ---- add ---- */

static int put(struct sen_store *store, struct sen_target *target, struct sen_plan *plan, bool *made,
	       struct sen_err *err)
{
	int rc = sen_plan_draft(store, target->plan_id, plan, made, err);
	if (rc < 0)
		return rc;
	target->plan_id = plan->head.id;
	return sen_record_insert(store, &sen_target_record, target, err);
}

/* A short-term target is looked at when the plan is: a whole term later is a slip. */
static int say_late(struct app *app, const struct sen_target *target, const struct sen_plan *plan,
		    struct sen_err *err)
{
	const struct sen_calendar *calendar;
	char day[16];
	int rc;

	if (target->due_on == SEN_NO_DATE || plan->review_on == SEN_NO_DATE ||
	    strcmp(target->horizon, "short") != 0)
		return 0;
	rc = sen_store_calendar(app->store, &calendar, err);
	if (rc == 0 &&
	    target->due_on >= sen_term_after(calendar, sen_term_of(calendar, plan->review_on)).until)
		app_say(app, "  That is more than a term after the plan's date for review, %s.",
			sen_date_long(plan->review_on, day));
	return rc;
}

static int say_added(struct app *app, const struct sen_target *target, const struct sen_plan *plan, bool made,
		     struct sen_err *err)
{
	char day[16];
	int rc;
	app_say(app, "%s: target%s in %s.", app_child(app, plan->pupil_id),
		app->dry_run ? "" : sen_format(app->arena, " T%lld", (long long)target->head.id),
		plan_words(app, plan));
	if (target->due_on != SEN_NO_DATE)
		app_say(app, "  By %s.", sen_date_long(target->due_on, day));
	else if (strcmp(target->horizon, "short") == 0 && plan->review_on != SEN_NO_DATE)
		app_say(app, "  By the plan's date for review, %s.", sen_date_long(plan->review_on, day));
	if ((rc = say_late(app, target, plan, err)) < 0)
		return rc;
	if (made)
		plan_say_version(app, plan);
	return plan_say_checks(app, plan->head.id, target->head.id, err);
}

static int add(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_target *target = app->record;
	struct sen_plan plan;
	bool made;
	(void)args;
	int rc = put(app->store, target, &plan, &made, err);
	if (rc < 0)
		return rc;
	app->created = target->head.id;
	return say_added(app, target, &plan, made, err);
}

static const char *const add_examples[] = {
	"sendctl target add zoe@3B --target \"Reads the first 45 words at sight\" --baseline \"reads 12\" "
	"--success \"45 of 45 in two checks\" --measure \"word list\" --who \"Mrs Lee\"",
	NULL};
static const struct cmd add_cmd = {
	.noun = "target",
	.verb = "add",
	.summary = "add a target to a plan",
	.about =
		"The plan is named by its id or by the child: then it is the draft, if there is one. Without "
		"--due a short-term target is due when the plan is reviewed. A target of an agreed plan goes "
		"into a draft of its next version.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.record = &sen_target_record,
	.examples = add_examples,
	.run = add,
};

/* ---- edit ---- */

static int edit(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_buf names = {.arena = app->arena}, again = {.arena = app->arena};
	struct sen_target old, same, target;
	struct sen_plan plan;
	int64_t id;
	bool made, any = false;
	int rc = app_record(app, &sen_target_record, a->record, &id, err);
	for (size_t i = 0; i < sen_target_record.count; i++)
		any = any || app->given[i];
	if (rc < 0 || (rc = sen_record_get(app->store, &sen_target_record, id, &old, err)) < 0 ||
	    (rc = generic_edit_fresh(app, &old, err)) < 0)
		return rc;
	if (!any) {
		sen_fail(err, SEN_USAGE, "nothing to change was given");
		sen_hint(err, "Name a field, or add --form: sendctl help target edit");
		return err->code;
	}
	same = target = old;
	fields_take(&sen_target_record, &same, app->record, app->given, &names);
	if (names.len == 0) {
		app->unchanged = true;
		app_say(app, "Nothing to change: T%lld says that already.", (long long)id);
		return 0;
	}
	/* --if-rev is about the target that was looked at. */
	if ((rc = sen_record_update(app->store, &sen_target_record, &target, err)) < 0 ||
	    (rc = sen_target_draft(app->store, id, &target, &plan, &made, err)) < 0)
		return rc;
	fields_take(&sen_target_record, &target, app->record, app->given, &again);
	if ((rc = sen_record_update(app->store, &sen_target_record, &target, err)) < 0)
		return rc;
	app_wrote(app, &sen_target_record, target.head.id);
	app_say(app, "%s: target%s changed: %s.", app_child(app, target.pupil_id),
		app->dry_run ? "" : sen_format(app->arena, " T%lld", (long long)target.head.id), names.text);
	if (made)
		plan_say_version(app, &plan);
	return plan_say_checks(app, plan.head.id, target.head.id, err);
}

static const struct opt edit_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "TARGET", OPT_POSITIONAL | OPT_REQUIRED, NULL, TARGET_HELP),
};
static const char *const edit_examples[] = {"sendctl target edit T4 --success \"40 of 45 in two checks\"",
					    NULL};
static const struct cmd edit_cmd = {
	.noun = "target",
	.verb = "edit",
	.summary = "change a target of a draft; of an agreed plan, in its next version",
	.about = "Targets of an agreed plan stay as they were agreed: the change is made in a draft of the "
		 "plan's next version, where the target has an id of its own. How a target went is 'target "
		 "mark', not an edit.",
	.flags = CMD_WRITES | CMD_FORM,
	.opts = edit_opts,
	.opt_count = SEN_COUNT(edit_opts),
	.args_size = sizeof(struct one_args),
	.record = &sen_target_record,
	.examples = edit_examples,
	.run = edit,
};

/* ---- remove ---- */

static int remove_target(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_target target;
	struct sen_plan plan;
	int64_t id;
	bool made;
	int rc = app_record(app, &sen_target_record, a->record, &id, err);
	if (rc < 0 || (rc = sen_target_draft(app->store, id, &target, &plan, &made, err)) < 0)
		return rc;
	if (app->tty_in && app->tty_err &&
	    (rc = app_confirm(app, err, "Remove T%lld from PL%lld?", (long long)id,
			      (long long)plan.head.id)) < 0)
		return rc;
	if ((rc = sen_record_void(app->store, &sen_target_record, target.head.id, a->reason, err)) < 0)
		return rc;
	app_wrote(app, &sen_target_record, target.head.id);
	app_say(app, "%s: T%lld taken out of %s; it stays in the file, marked, with your reason.",
		app_child(app, plan.pupil_id), (long long)target.head.id, plan_words(app, &plan));
	if (made)
		plan_say_version(app, &plan);
	return 0;
}

static const struct opt remove_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "TARGET", OPT_POSITIONAL | OPT_REQUIRED, NULL, TARGET_HELP),
	OPT_ROW_TEXT(struct one_args, reason, "reason", OPT_REQUIRED, "TEXT", "why it is taken out"),
};
static const char *const remove_examples[] = {"sendctl target remove T4 --reason \"one too many\"", NULL};
static const struct cmd remove_cmd = {
	.noun = "target",
	.verb = "remove",
	.summary = "take a target out of a draft; of an agreed plan, out of its next version",
	.flags = CMD_WRITES,
	.opts = remove_opts,
	.opt_count = SEN_COUNT(remove_opts),
	.args_size = sizeof(struct one_args),
	.record = &sen_target_record,
	.examples = remove_examples,
	.run = remove_target,
};

/* ---- import ---- */

static int add_one(struct sen_store *store, void *record, struct sen_err *err)
{
	struct sen_plan plan;
	bool made;
	return put(store, record, &plan, &made, err);
}

static int import(struct app *app, const void *args, struct sen_err *err)
{
	const struct import_args *a = args;
	const struct sen_import how = {.kind = &sen_target_record,
				       .insert = add_one,
				       .by_child = "plan_id",
				       .of_child = sen_plan_named_by};

	return generic_import_with(app, &how, a->file, err);
}

static const char *const import_examples[] = {"sendctl target import targets.csv", NULL};
static const struct cmd import_cmd = {
	.noun = "target",
	.verb = "import",
	.summary = "add targets from a CSV file, all or none",
	.about =
		"Headings are field names. The plan is in a column 'plan' (PL4, or the child) or 'pupil' "
		"(the "
		"child by id, UPN, admission number or whole name: the draft, if there is one). The same row "
		"again adds nothing.",
	.flags = CMD_WRITES,
	.opts = import_opts,
	.opt_count = SEN_COUNT(import_opts),
	.args_size = sizeof(struct import_args),
	.record = &sen_target_record,
	.examples = import_examples,
	.run = import,
};

static const struct cmd *const verbs[] = {&add_cmd,    &target_list_cmd, &target_show_cmd, &edit_cmd,
					  &import_cmd, &remove_cmd,	 &target_mark_cmd};
const struct noun target_noun = {.name = "target",
				 .summary = "targets of a plan, and how they went",
				 .group = "around them",
				 .record = &sen_target_record,
				 .verbs = verbs,
				 .count = SEN_COUNT(verbs)};
