/* What the verbs of `review` say of an annual review: its latest safe day, the days the
 * law counts from the meeting, and what comes after it (R63, R64). */
#include "review.h"
#include <sen/annual.h>
#include <sen/ehc_plan.h>
#include <sen/text.h>
#include <string.h>

bool review_is_annual(const char *kind)
{
	return kind && strcmp(kind, "annual") == 0;
}

bool review_of_plan(const char *kind)
{
	return review_is_annual(kind) || strcmp(kind, "interim") == 0;
}

static void say_months(struct app *app, const struct sen_annual *annual, sen_date day)
{
	char made[16], by[16], latest[16], held[16], moved[16];

	if (annual->complete_by == SEN_NO_DATE)
		return;
	app_say(app,
		"  The plan was made, or last reviewed, on %s%s%s: the decision is to be notified by %s "
		"(%s).",
		sen_date_long(annual->made_on, made),
		annual->moved_on != SEN_NO_DATE ? ", and moved to the new authority on " : "",
		annual->moved_on != SEN_NO_DATE ? sen_date_long(annual->moved_on, moved) : "",
		sen_date_long(annual->complete_by, by),
		annual->moved_on != SEN_NO_DATE ? "SEND Regs 2014 reg 15(5)" : "CFA 2014 s.44(1)");
	if (day <= annual->latest)
		app_say(app, "  The latest safe day for the meeting is %s.",
			sen_date_long(annual->latest, latest));
	else
		app_say(app,
			"  %s is later than the latest safe day, %s: the authority has four weeks from the "
			"meeting, and %s before.",
			sen_date_long(day, held), sen_date_long(annual->latest, latest),
			annual->moved_on != SEN_NO_DATE ? "its time ends" : "the twelve months end");
}

static void say_move(struct app *app, const struct sen_annual *annual, sen_date day)
{
	char by[16], latest[16];

	if (!annual->phase)
		return;
	app_say(app, "  The child moves on next September (%s): the plan names the school by %s (reg 18(1)).",
		annual->phase, sen_date_long(annual->transfer_by, by));
	app_say(app, "  For that the meeting is to be held by %s%s.",
		sen_date_long(annual->transfer_latest, latest),
		day > annual->transfer_latest ? ": the day chosen is later" : "");
	if (annual->guessed_top)
		app_say(app,
			"  That year %s is the last here is taken from the children on roll; once it is set, "
			"these "
			"days are followed up: sendctl school edit --top-year %s",
			annual->guessed_top, annual->guessed_top);
}

static int say_steps(struct app *app, sen_date day, struct sen_err *err)
{
	struct sen_annual_step steps[SEN_ANNUAL_STEPS];
	const struct sen_law *law;
	size_t count;
	char text[16];
	int rc = sen_law(app->store, &law, err);

	if (rc < 0)
		return rc;
	count = sen_annual_steps(app->arena, law, day, steps);
	for (size_t i = 0; i < count; i++)
		app_say(app, "  by %s  %s (%s)%s", sen_date_long(steps[i].due_on, text), steps[i].rule->name,
			steps[i].rule->cite,
			steps[i].due_on < app->context.today ? ": that day is over" : "");
	return 0;
}

/* Without the plan none of the days is followed: said at the meeting as at its planning. */
static void say_case(struct app *app, const struct sen_annual *annual)
{
	if (!annual->ehc.head.id)
		app_say(app,
			"  No EHC case is on record, so the twelve months are not known and no day of the "
			"review is followed up. The plan the child has: sendctl ehcp add P%lld --final DATE",
			(long long)annual->pupil_id);
	else if (annual->made_on == SEN_NO_DATE)
		app_say(app,
			"  It is not on record when the plan was made or last reviewed, so the twelve months "
			"are not known: sendctl ehcp show EH%lld",
			(long long)annual->ehc.head.id);
}

static void say_child(struct app *app, const struct sen_annual *annual)
{
	long long pupil = (long long)annual->pupil_id;

	say_case(app, annual);
	if (annual->under_five)
		app_say(app,
			"  Under five: a review every three to six months is to be considered too (Code "
			"9.178). When it was: sendctl ehcp event P%lld under-five-considered",
			pupil);
	if (annual->looked_after)
		app_say(app, "  Looked after: hold it together with the review of the PEP where it can be "
			     "(Code 9.169).");
}

int review_annual_say(struct app *app, int64_t pupil_id, sen_date day, bool whole, struct sen_err *err)
{
	struct sen_annual annual;
	int rc = sen_annual_of(app->store, pupil_id, day, &annual, err);
	sen_date latest;
	char text[16];

	if (rc < 0)
		return rc;
	latest = sen_annual_latest(&annual);
	if (!whole) {
		if (latest != SEN_NO_DATE && day > latest)
			app_say(app, "  That is later than the latest safe day, %s.",
				sen_date_long(latest, text));
		return 0;
	}
	say_child(app, &annual);
	say_months(app, &annual, day);
	say_move(app, &annual, day);
	return say_steps(app, day, err);
}

int review_annual_by(struct app *app, const struct sen_review *review, const char *rule, sen_date *out,
		     struct sen_err *err)
{
	struct sen_annual_step steps[SEN_ANNUAL_STEPS];
	const struct sen_law *law;
	sen_date day = review->held_on != SEN_NO_DATE ? review->held_on : review->planned_on;
	size_t count;

	*out = SEN_NO_DATE;
	if (!review_is_annual(review->kind))
		return 0;
	if (sen_law(app->store, &law, err) < 0)
		return err->code;
	count = sen_annual_steps(app->arena, law, day, steps);
	for (size_t i = 0; i < count; i++)
		if (strcmp(steps[i].rule->code, rule) == 0)
			*out = steps[i].due_on;
	return 0;
}

int review_annual_day(struct app *app, int64_t pupil_id, sen_date *day, struct sen_err *err)
{
	const struct sen_calendar *calendar;
	struct sen_annual annual;
	int rc = sen_annual_of(app->store, pupil_id, app->context.today, &annual, err);

	if (rc < 0 || (rc = sen_store_calendar(app->store, &calendar, err)) < 0)
		return rc;
	*day = sen_annual_propose(&annual, calendar, app->context.today);
	if (*day != SEN_NO_DATE)
		return 0;
	sen_fail(err, SEN_INVALID, "%s: it is not known when the twelve months of the EHC plan end",
		 app_child(app, pupil_id));
	sen_hint(err,
		 "Say the day with --on DATE, or keep the plan first: 'sendctl ehcp add P%lld --final DATE'.",
		 (long long)pupil_id);
	return err->code;
}

/* ---- After the meeting ---- */

static int say_after(struct app *app, const struct sen_annual *annual, const struct sen_review *review,
		     struct sen_err *err)
{
	struct sen_annual_step steps[SEN_ANNUAL_STEPS];
	const struct sen_law *law;
	char day[16];
	size_t count;
	int rc = sen_law(app->store, &law, err);

	if (rc < 0)
		return rc;
	count = sen_annual_steps(app->arena, law, review->held_on, steps);
	for (size_t i = 0; i < count; i++)
		if (strcmp(steps[i].rule->code, "annual-review-report") == 0)
			app_say(app,
				"  Send the report to everyone invited and the local authority by %s: "
				"sendctl "
				"review report R%lld -o FILE.html, then --sent DATE",
				sen_date_long(steps[i].due_on, day), (long long)review->head.id);
		else if (strcmp(steps[i].rule->code, "annual-review-decision") == 0)
			app_say(app,
				"  The authority decides by %s: sendctl ehcp decision %s --decision WORD "
				"--on DATE",
				sen_date_long(steps[i].due_on, day),
				annual->ehc.head.id
					? sen_format(app->arena, "EH%lld", (long long)annual->ehc.head.id)
					: sen_format(app->arena, "P%lld", (long long)review->pupil_id));
		else if (strcmp(steps[i].rule->code, "amended-final") == 0 && review->decision &&
			 strcmp(review->decision, "amend") == 0)
			app_say(app, "  If it amends, the final plan by %s.",
				sen_date_long(steps[i].due_on, day));
	return 0;
}

/* The first outcome of the plan that nothing was said of. */
static const char *not_looked_at(struct app *app, const struct sen_ehc_item *items, size_t count,
				 const struct texts *said)
{
	for (size_t i = 0; i < count; i++) {
		const char *label = sen_ehc_label(app->arena, &items[i]);
		const char *start = sen_format(app->arena, "%s=", sen_text_lower(app->arena, label));
		size_t k = 0;

		while (k < said->count && !sen_text_starts(sen_text_lower(app->arena, said->items[k]), start))
			k++;
		if (k == said->count)
			return label;
	}
	return "E1";
}

static void say_missing(struct app *app, const struct sen_annual *annual, const struct sen_review *review,
			const struct sen_ehc_item *items, size_t outcomes, const struct texts *said)
{
	size_t looked_at = said->count;

	if (!review->decision)
		app_say(app,
			"  Say what it recommends: sendctl review edit R%lld --decision maintain|amend|cease",
			(long long)review->head.id);
	if (outcomes > looked_at)
		app_say(app,
			"  Of the plan's %zu outcomes %zu %s looked at (reg 20(5)): sendctl review edit "
			"R%lld --outcome \"%s=on track: what was seen\"",
			outcomes, looked_at, looked_at == 1 ? "was" : "were", (long long)review->head.id,
			not_looked_at(app, items, outcomes, said));
	if (annual->complete_by != SEN_NO_DATE && review->held_on > annual->latest)
		app_say(app, "  It was held after the latest safe day for the twelve months.");
	if (annual->under_five)
		app_say(app, "  Under five: consider the next one in three to six months (Code 9.178).");
	app_say(app, "  New targets for the coming year are part of it, and a personal budget is to be "
		     "considered (Code 9.167).");
}

/* Whoever could not come was to be asked for advice. */
static int say_advice(struct app *app, const struct sen_review *review, struct sen_err *err)
{
	struct sen_buf list = {.arena = app->arena};
	struct sen_invitation *all;
	void *records;
	size_t count;
	int rc = sen_record_of_pupil(app->store, &sen_invitation_record, review->pupil_id, &records, &count,
				     err);

	if (rc < 0)
		return rc;
	all = records;
	for (size_t i = 0; i < count; i++)
		if (all[i].review_id == review->head.id && all[i].invited_on != SEN_NO_DATE &&
		    !(all[i].role && strcmp(all[i].role, "pupil") == 0) &&
		    all[i].advice_asked_on == SEN_NO_DATE && all[i].advice_received_on == SEN_NO_DATE &&
		    all[i].answer &&
		    (strcmp(all[i].answer, "apologies") == 0 || strcmp(all[i].answer, "absent") == 0))
			sen_buf_addf(&list, "%s%s", list.len ? ", " : "", all[i].who);
	if (list.len)
		app_say(app, "  Did not come, and it is not on record that advice was asked of them: %s.",
			list.text);
	return 0;
}

static int keep_outcomes(struct app *app, const struct sen_annual *annual, const struct sen_review *review,
			 const struct texts *outcomes, struct sen_err *err)
{
	int rc = 0;

	for (size_t i = 0; i < outcomes->count && rc == 0; i++) {
		struct sen_milestone kept;

		rc = sen_annual_outcome(app->store, annual, review, outcomes->items[i], &kept, err);
		if (rc == 0)
			app_say(app, "  Outcome %s: %s%s%s.", kept.rule, kept.result, kept.note ? ": " : "",
				kept.note ? kept.note : "");
	}
	return rc;
}

int review_annual_outcomes(struct app *app, int64_t id, const struct texts *outcomes, struct sen_err *err)
{
	struct sen_review review;
	struct sen_annual annual;
	int rc = sen_record_get(app->store, &sen_review_record, id, &review, err);

	if (rc < 0)
		return rc;
	if (review.held_on == SEN_NO_DATE || !review_of_plan(review.kind)) {
		sen_fail(err, SEN_INVALID,
			 "--outcome belongs to an annual or interim review that was held, and R%lld is %s",
			 (long long)id, review_of_plan(review.kind) ? "not held yet" : "of another kind");
		return err->code;
	}
	app_say(app, "%s: annual review R%lld.", app_child(app, review.pupil_id), (long long)id);
	if ((rc = sen_annual_of(app->store, review.pupil_id, review.held_on, &annual, err)) < 0)
		return rc;
	return keep_outcomes(app, &annual, &review, outcomes, err);
}

int review_annual_held(struct app *app, const struct sen_review *review, const struct texts *outcomes,
		       struct sen_err *err)
{
	struct sen_annual annual;
	struct sen_ehc_item *items;
	size_t count;
	int rc = sen_annual_of(app->store, review->pupil_id, review->held_on, &annual, err);

	if (rc < 0 || (rc = sen_annual_items(app->store, &annual, "E", &items, &count, err)) < 0 ||
	    (rc = keep_outcomes(app, &annual, review, outcomes, err)) < 0 || !review_is_annual(review->kind))
		return rc;
	say_case(app, &annual);
	say_missing(app, &annual, review, items, count, outcomes);
	return (rc = say_advice(app, review, err)) < 0 ? rc : say_after(app, &annual, review, err);
}
