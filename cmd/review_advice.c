/* sendctl review advice: advice for a review, asked for, received and sent round (reg
 * 20(4): to everyone invited, two weeks before the meeting). */
#include "review.h"
#include <string.h>

struct advice_args {
	const char *review, *who;
	bool all;
	sen_date asked, received, circulated;
};

static void say_advice(struct app *app, const struct sen_invitation *row)
{
	const struct {
		const char *what;
		sen_date on;
	} all[] = {{"asked for", row->advice_asked_on},
		   {"received", row->advice_received_on},
		   {"sent round", row->advice_circulated_on}};
	struct sen_buf line = {.arena = app->arena};
	char day[16];
	for (size_t i = 0; i < SEN_COUNT(all); i++)
		if (all[i].on != SEN_NO_DATE)
			sen_buf_addf(&line, "%s %s %s", line.len ? "," : "", all[i].what,
				     sen_date_long(all[i].on, day));
	app_say(app, "%s: advice of %s for R%lld:%s.", app_child(app, row->pupil_id), row->who,
		(long long)row->review_id, line.text ? line.text : "");
}

static void put(const struct advice_args *a, struct sen_invitation *row)
{
	if (a->asked != SEN_NO_DATE)
		row->advice_asked_on = a->asked;
	if (a->received != SEN_NO_DATE)
		row->advice_received_on = a->received;
	if (a->circulated != SEN_NO_DATE)
		row->advice_circulated_on = a->circulated;
}

static int keep(struct app *app, const struct advice_args *a, struct sen_invitation *row, struct sen_err *err)
{
	int rc;
	put(a, row);
	rc = row->head.id ? sen_record_update(app->store, &sen_invitation_record, row, err)
			  : sen_record_insert(app->store, &sen_invitation_record, row, err);
	if (rc < 0)
		return rc;
	app_wrote(app, &sen_invitation_record, row->head.id);
	say_advice(app, row);
	return 0;
}

/* Which of those invited the dates are about: asked of all but the child, received from
 * those asked, sent round what came. */
static bool meant(const struct advice_args *a, const struct sen_invitation *row)
{
	if (row->role && strcmp(row->role, "pupil") == 0)
		return false;
	if (a->asked != SEN_NO_DATE)
		return row->advice_asked_on == SEN_NO_DATE;
	if (a->received != SEN_NO_DATE)
		return row->advice_asked_on != SEN_NO_DATE && row->advice_received_on == SEN_NO_DATE;
	return row->advice_received_on != SEN_NO_DATE && row->advice_circulated_on == SEN_NO_DATE;
}

static int nobody(const struct sen_review *review, bool any, struct sen_err *err)
{
	sen_fail(err, SEN_NOTFOUND,
		 any ? "R%lld: there is nobody left of whom that could be said"
		     : "nobody was asked to R%lld yet",
		 (long long)review->head.id);
	sen_hint(err,
		 any ? "See who was asked for advice, and what came: 'sendctl review show R%lld'."
		     : "Ask them first: 'sendctl review invite R%lld --all'.",
		 (long long)review->head.id);
	return err->code;
}

static int of_all(struct app *app, const struct advice_args *a, const struct sen_review *review,
		  struct sen_err *err)
{
	struct sen_invitation *all;
	void *records;
	size_t count, done = 0;
	bool any = false;
	int rc = sen_record_of_pupil(app->store, &sen_invitation_record, review->pupil_id, &records, &count,
				     err);
	if (rc < 0)
		return rc;
	all = records;
	for (size_t i = 0; i < count && rc == 0; i++) {
		if (all[i].review_id != review->head.id)
			continue;
		any = true;
		if (!meant(a, &all[i]))
			continue;
		done++;
		rc = keep(app, a, &all[i], err);
	}
	return rc < 0 || done ? rc : nobody(review, any, err);
}

static int of_one(struct app *app, const struct advice_args *a, const struct sen_review *review,
		  struct sen_err *err)
{
	struct sen_around *around;
	struct sen_invitation row;
	int rc = sen_around_open(app->store, &around, err);
	if (rc < 0 || (rc = sen_around_child(around, review->pupil_id, err)) < 0 ||
	    (rc = sen_review_guest(app->store, around, review, a->who, &row, err)) < 0)
		return rc;
	return keep(app, a, &row, err);
}

/* What reaches those invited later than two weeks before the meeting. */
static int say_late(struct app *app, const struct advice_args *a, const struct sen_review *review,
		    struct sen_err *err)
{
	sen_date by;
	char day[16];
	int rc = review_annual_by(app, review, "annual-review-advice", &by, err);
	if (rc < 0 || by == SEN_NO_DATE)
		return rc;
	if (a->circulated != SEN_NO_DATE && a->circulated > by)
		app_say(app,
			"  That is late: advice was to be sent round two weeks before the meeting, by %s "
			"(reg "
			"20(4)).",
			sen_date_long(by, day));
	else if (a->circulated == SEN_NO_DATE)
		app_say(app, "  It is to be sent round to everyone invited by %s (reg 20(4)).",
			sen_date_long(by, day));
	return 0;
}

static int usage(const struct advice_args *a, struct sen_err *err)
{
	if (a->asked == SEN_NO_DATE && a->received == SEN_NO_DATE && a->circulated == SEN_NO_DATE) {
		sen_fail(err, SEN_USAGE, "say what was done with the advice");
		sen_hint(err, "--asked DATE, --received DATE or --circulated DATE");
		return err->code;
	}
	if (a->all == (a->who != NULL)) {
		sen_fail(err, SEN_USAGE, a->all ? "--who and --all: one of them" : "say whose advice");
		sen_hint(err, "--who NAME, or --all for everyone invited");
		return err->code;
	}
	return 0;
}

static int advice(struct app *app, const void *args, struct sen_err *err)
{
	const struct advice_args *a = args;
	struct sen_review review;
	int64_t id;
	int rc = usage(a, err);
	if (rc < 0 || (rc = app_record(app, &sen_review_record, a->review, &id, err)) < 0 ||
	    (rc = sen_record_get(app->store, &sen_review_record, id, &review, err)) < 0 ||
	    (rc = sen_record_if_rev(app->store, &sen_review_record, &review.head, err)) < 0 ||
	    (rc = a->all ? of_all(app, a, &review, err) : of_one(app, a, &review, err)) < 0)
		return rc;
	return say_late(app, a, &review, err);
}

#define S struct advice_args
static const struct opt opts[] = {
	OPT_ROW_WORD(S, review, "REVIEW", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the review: R5, or a child with exactly one that waits"),
	OPT_ROW_WORD(S, who, "who", 0, "NAME", "whose advice"),
	OPT_ROW_FLAG(
		S, all, "all", 0,
		"asked: of everyone invited but the child; received: from all who were asked; circulated: "
		"all that came"),
	OPT_ROW_DATE(S, asked, "asked", 0, "the day it was asked for"),
	OPT_ROW_DATE(S, received, "received", 0, "the day it came"),
	OPT_ROW_DATE(S, circulated, "circulated", 0, "the day it was sent round"),
};
#undef S
static const char *const examples[] = {"sendctl review advice R5 --all --asked 2026-11-02",
				       "sendctl review advice R5 --who \"Dr Shah\" --received 2026-11-18",
				       "sendctl review advice R5 --all --circulated 2026-11-20", NULL};
const struct cmd review_advice_cmd = {
	.noun = "review",
	.verb = "advice",
	.summary = "advice for a review: asked for, received, sent round",
	.about = "To an annual review the advice of everyone invited, also of those who cannot come, is sent "
		 "round two weeks before the meeting (SEND Regs 2014 reg 20(4)); what is late is said.",
	.flags = CMD_WRITES,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct advice_args),
	.record = &sen_review_record,
	.examples = examples,
	.run = advice,
};
