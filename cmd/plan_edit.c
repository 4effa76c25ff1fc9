/* sendctl plan edit: a draft in place, an agreed plan by a new version. */
#include "plan.h"

#include <string.h>

struct edit_args {
	struct one_args one;
	struct texts strategies;
};

static bool is_given(const struct app *app, const char *name)
{
	return app->given[sen_field_named(&sen_plan_record, name) - sen_plan_record.fields];
}

/* New words without a day were said today. */
static void date_words(struct app *app, const struct sen_plan *old, struct sen_plan *plan)
{
	if (is_given(app, "parent_voice") && !is_given(app, "parent_voice_on") && plan->parent_voice &&
	    plan->parent_voice != old->parent_voice)
		plan->parent_voice_on = app->context.today;
	if (is_given(app, "pupil_voice") && !is_given(app, "pupil_voice_on") && plan->pupil_voice &&
	    plan->pupil_voice != old->pupil_voice)
		plan->pupil_voice_on = app->context.today;
}

static void merge(struct app *app, const struct edit_args *a, const struct sen_plan *old,
		  struct sen_plan *plan, struct sen_buf *names)
{
	fields_take(&sen_plan_record, plan, app->record, app->given, names);
	if (a->strategies.count) {
		plan->strategies = plan_join_lines(app, plan->strategies, &a->strategies);
		sen_buf_addf(names, "%sstrategies", names->len ? ", " : "");
	}
	date_words(app, old, plan);
}

static int nothing_given(struct sen_err *err)
{
	sen_fail(err, SEN_USAGE, "nothing to change was given");
	sen_hint(err, "Name a field, or add --form: sendctl help plan edit");
	return err->code;
}

/* What is to change is the draft, where there is one. */
static int shown_of(struct app *app, const struct sen_plan *plan, struct sen_plan *shown, struct sen_err *err)
{
	int rc;
	*shown = *plan;
	if (plan->closed_on != SEN_NO_DATE || plan->agreed_on == SEN_NO_DATE)
		return 0;
	rc = sen_plan_draft_of(app->store, plan, shown, err);
	if (rc == 0 && !shown->head.id)
		*shown = *plan;
	return rc;
}

static int edit_fields(struct app *app, const struct edit_args *a, const struct sen_plan *plan,
		       struct sen_err *err)
{
	struct sen_buf names = {.arena = app->arena}, again = {.arena = app->arena};
	struct sen_plan shown, draft, changed;
	char day[16];
	bool made;
	int rc = shown_of(app, plan, &shown, err);
	if (rc < 0)
		return rc;
	changed = shown;
	merge(app, a, &shown, &changed, &names);
	if (names.len == 0) {
		app->unchanged = true;
		app_say(app, "Nothing to change: PL%lld says that already.", (long long)shown.head.id);
		return 0;
	}
	/* --if-rev is about the plan that was looked at, not the version made of it. */
	draft = shown;
	if ((rc = sen_record_update(app->store, &sen_plan_record, &draft, err)) < 0 ||
	    (rc = sen_plan_draft(app->store, shown.head.id, &draft, &made, err)) < 0)
		return rc;
	changed = draft;
	merge(app, a, &draft, &changed, &again);
	if ((rc = sen_record_update(app->store, &sen_plan_record, &changed, err)) < 0)
		return rc;
	app_wrote(app, &sen_plan_record, changed.head.id);
	app_say(app, "%s: %s changed: %s.", app_child(app, changed.pupil_id), plan_words(app, &changed),
		names.text);
	if (is_given(app, "review_on") && changed.review_on != SEN_NO_DATE)
		app_say(app, "  To be reviewed by %s.", sen_date_long(changed.review_on, day));
	if (made)
		plan_say_version(app, &changed);
	return plan_say_checks(app, changed.head.id, SEN_NO_INT, err);
}

static int edit(struct app *app, const void *args, struct sen_err *err)
{
	const struct edit_args *a = args;
	struct sen_plan plan;
	bool any = a->strategies.count;
	int rc = plan_of(app, a->one.record, PLAN_DRAFT, &plan, err);
	for (size_t i = 0; i < sen_plan_record.count; i++)
		any = any || app->given[i];
	if (rc < 0)
		return rc;
	if (any)
		return edit_fields(app, a, &plan, err);
	return app_form_wanted(app) || app->form_file ? plan_edit_form(app, &plan, err) : nothing_given(err);
}

static const struct opt edit_opts[] = {
	OPT_ROW_WORD(struct edit_args, one.record, "PLAN", OPT_POSITIONAL | OPT_REQUIRED, NULL, PLAN_HELP),
	OPT_ROW_TEXTS(struct edit_args, strategies, "strategy", 0, "TEXT", "one more strategy"),
};
static const char *const edit_examples[] = {
	"sendctl plan edit zoe@3B --due \"end of term\" --home \"Read together ten minutes a day\"",
	"sendctl plan edit PL4 --form", NULL};
const struct cmd plan_edit_cmd = {
	.noun = "plan",
	.verb = "edit",
	.summary = "change a plan, by options or in one form with its targets",
	.about = "A draft is changed in place. An agreed plan stays as it was agreed: a draft of its next "
		 "version is made, with its targets and the provision that serves them, and stands beside it "
		 "until it is agreed. The form shows the plan and its targets; a fault names its line, and "
		 "what you wrote is kept in the file that is named. When somebody else has changed the plan "
		 "meanwhile, nothing is written, the difference is shown and the form is kept (exit 5).",
	.flags = CMD_WRITES | CMD_FORM | CMD_ROUND,
	.opts = edit_opts,
	.opt_count = SEN_COUNT(edit_opts),
	.args_size = sizeof(struct edit_args),
	.record = &sen_plan_record,
	.examples = edit_examples,
	.run = edit,
};
