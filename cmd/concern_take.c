/* Taking a step of a concern: what every step asks and says. */
#include "concern.h"
#include <sen/text.h>
#include <string.h>

int concern_load(struct app *app, const char *text, struct sen_concern *concern, struct sen_err *err)
{
	int64_t id;
	int rc = app_record(app, &sen_concern_record, text, &id, err);
	return rc < 0 ? rc : sen_record_get(app->store, &sen_concern_record, id, concern, err);
}

int concern_say_next(struct app *app, const struct sen_concern *concern, struct sen_err *err)
{
	struct sen_concern now;
	struct sen_steps steps;
	const char *command;
	int rc = sen_record_get(app->store, &sen_concern_record, concern->head.id, &now, err);
	if (rc < 0 || (rc = sen_steps_of(app->store, &now, &steps, err)) < 0)
		return rc;
	app_say(app, "  %s.", sen_steps_words(app->arena, &steps));
	command = sen_steps_command(app->arena, &steps);
	if (command && !app->dry_run)
		app_say(app, "  What comes next: %s", command);
	return 0;
}

static const char *joined(struct app *app, const struct texts *texts, const char *between)
{
	struct sen_buf buf = {.arena = app->arena};
	for (size_t i = 0; i < texts->count; i++)
		sen_buf_addf(&buf, "%s%s", i ? between : "", texts->items[i]);
	return buf.text;
}

static int put(struct take *take, const char *field, const char *text, struct sen_err *err)
{
	const struct sen_record *kind = &sen_concern_step_record;
	return text ? sen_field_set(take->app->store, sen_field_named(kind, field), take->row, text, err) : 0;
}

static int fill(struct take *take, const char *code, const char *name, struct sen_err *err)
{
	const struct step_args *a = take->args;
	struct app *app = take->app;
	int rc;
	take->row = sen_record_new(app->arena, &sen_concern_step_record);
	take->row->concern_id = take->concern.head.id;
	take->row->pupil_id = take->concern.pupil_id;
	take->row->step = take->step ? take->step->rule->code : code;
	take->row->step_name = take->step ? take->step->rule->name : name;
	take->row->taken_on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	take->row->review_on = a->due;
	if ((rc = put(take, "taken_by", a->by, err)) < 0 ||
	    (rc = put(take, "who", joined(app, &a->who, ", "), err)) < 0 ||
	    (rc = put(take, "note", a->note, err)) < 0 ||
	    (rc = put(take, "proposed", joined(app, &a->proposed, "\n"), err)) < 0)
		return rc;
	return put(take, "again", a->reason, err);
}

int concern_closed(const struct sen_concern *concern, struct sen_err *err)
{
	char day[16];
	if (concern->handed_on != SEN_NO_DATE)
		return sen_fail(err, SEN_INVALID, "C%lld was handed to the DSL on %s: nothing is added to it",
				(long long)concern->head.id, sen_date_long(concern->handed_on, day));
	if (concern->closed_on == SEN_NO_DATE)
		return 0;
	sen_fail(err, SEN_INVALID, "C%lld was closed on %s", (long long)concern->head.id,
		 sen_date_long(concern->closed_on, day));
	sen_hint(err, "open it again first: 'sendctl concern reopen C%lld --reason TEXT'",
		 (long long)concern->head.id);
	return err->code;
}

/* A step that asks for a review date gets one, unless one to come is agreed. */
static int check_due(const struct take *take, struct sen_err *err)
{
	struct app *app = take->app;
	const struct sen_calendar *calendar;
	sen_date on = take->row->taken_on, last;
	char day[16], iso[11];
	int rc;
	if (take->more || !take->step || !sen_step_has(take->step->rule, "asks", "review_on") ||
	    take->row->review_on != SEN_NO_DATE ||
	    (take->concern.review_on != SEN_NO_DATE && take->concern.review_on > on))
		return 0;
	if ((rc = sen_store_calendar(app->store, &calendar, err)) < 0)
		return rc;
	last = sen_school_day_before(calendar, sen_half_term_of(calendar, on).until - 1);
	return sen_rule(app->store, err,
			sen_format(app->arena, "The half term ends on %s: --due %s.",
				   sen_date_long(last, day), sen_date_text(last, iso)),
			"by the policy '%s' a day to look again is agreed with %s; add --due DATE",
			take->steps.policy->name, sen_step_name(app->arena, take->step->rule));
}

/* The last time strategies were agreed for this concern; how often it was run again. */
static int ran_before(struct take *take, const struct sen_concern_step **last, int64_t *again,
		      struct sen_err *err)
{
	struct sen_concern_step *all;
	size_t count;
	sen_date began = take->concern.reopened_on;
	int rc = sen_record_of_pupil(take->app->store, &sen_concern_step_record, take->concern.pupil_id,
				     (void **)&all, &count, err);
	*last = NULL;
	*again = 0;
	for (size_t i = 0; rc == 0 && i < count; i++) {
		if (all[i].concern_id != take->concern.head.id || strcmp(all[i].step, "strategies") != 0 ||
		    (began != SEN_NO_DATE && all[i].taken_on < began))
			continue;
		*last = &all[i];
		*again += all[i].again != NULL;
	}
	return rc;
}

/* Once agreed, the date moves with a reason only, and as often as the policy says. */
static int check_again(struct take *take, struct sen_err *err)
{
	const struct sen_concern_step *last;
	int64_t again, most = sen_steps_extensions(take->steps.policy);
	char day[16];
	int rc = strcmp(take->row->step, "strategies") == 0 ? ran_before(take, &last, &again, err) : 1;
	if (rc != 0)
		return rc < 0 ? rc : 0;
	if (!last) {
		take->row->again = NULL;
		return 0;
	}
	take->more = !take->row->again && take->row->review_on == SEN_NO_DATE;
	if (take->row->again && most >= 0 && again >= most)
		return sen_rule(
			take->app->store, err,
			"Say how it ended: 'sendctl concern close', or take the next step.",
			"by the policy '%s' it may be run %s only, and it was", take->steps.policy->name,
			most == 0   ? "once"
			: most == 1 ? "once more"
				    : sen_format(take->app->arena, "%lld times more", (long long)most));
	if (take->row->again || take->row->review_on == SEN_NO_DATE ||
	    take->row->review_on == take->concern.review_on)
		return 0;
	sen_fail(err, SEN_USAGE, "strategies were agreed on %s already; a new date needs its reason",
		 sen_date_long(last->taken_on, day));
	sen_hint(err, "add --reason \"why once more\"");
	return err->code;
}

/* What no policy can mend, before what one asks. */
static int check_day(const struct take *take, struct sen_err *err)
{
	sen_date on = take->row->taken_on;
	char day[16];
	if (on > take->app->context.today)
		return sen_fail(err, SEN_INVALID, "--on: %s has not come yet", sen_date_long(on, day));
	if (on < take->concern.opened_on)
		return sen_fail(err, SEN_INVALID, "--on: %s is before the concern was raised",
				sen_date_long(on, day));
	return 0;
}

int concern_prepare(struct take *take, const char *code, const char *name, struct sen_err *err)
{
	const char *advice = NULL;
	int rc = concern_load(take->app, take->args->concern, &take->concern, err);
	if (rc < 0 || (rc = concern_closed(&take->concern, err)) < 0 ||
	    (rc = sen_steps_of(take->app->store, &take->concern, &take->steps, err)) < 0)
		return rc;
	take->step = sen_step_named(&take->steps, code);
	if ((rc = fill(take, code, name, err)) < 0 || (rc = check_day(take, err)) < 0 ||
	    (rc = check_again(take, err)) < 0 ||
	    (rc = sen_step_check(take->app->store, &take->steps, take->step, take->row->taken_on, err)) < 0 ||
	    (rc = sen_step_consent(take->app->store, &take->steps, code, take->row->taken_on, &advice, err)) <
		    0 ||
	    (rc = check_due(take, err)) < 0)
		return rc;
	if (advice)
		app_say(take->app, "%s", advice);
	return 0;
}

int concern_keep(struct take *take, struct sen_err *err)
{
	struct app *app = take->app;
	const struct sen_concern_step *row = take->row;
	char day[16];
	int rc = sen_step_take(app->store, take->row, err);
	if (rc < 0)
		return rc;
	app_wrote(app, &sen_concern_step_record, row->head.id);
	app_say(app, "%s: C%lld, %s, %s%s%s.", app_child(app, row->pupil_id), (long long)row->concern_id,
		row->step_name, sen_date_long(row->taken_on, day), row->taken_by ? ", " : "",
		row->taken_by ? row->taken_by : "");
	if (row->who)
		app_say(app, "  With: %s.", row->who);
	if (row->review_on != SEN_NO_DATE)
		app_say(app, "  To be looked at again: %s.", sen_date_long(row->review_on, day));
	if (!take->step)
		app_say(app, "  The policy '%s' does not name this step; it is kept all the same.",
			take->steps.policy->name);
	if (take->step && take->concern.shortened)
		app_say(app, "  Shortened route: %s.", take->concern.shortened);
	return concern_say_next(app, &take->concern, err);
}
