/* sendctl review schedule, move, cancel: reviews that are to be held. */
#include "review.h"
#include <string.h>

/* ---- schedule ---- */

struct schedule_args {
	struct texts pupils;
	const char *kind, *by, *each;
	sen_date on;
	bool by_policy, move;
	int64_t spread;
};

static int how(const struct schedule_args *a, struct sen_planning *out, struct sen_err *err)
{
	int ways = (a->on != SEN_NO_DATE) + (a->each != NULL) + a->by_policy;
	*out = (struct sen_planning){.kind = a->kind,
				     .led_by = a->by,
				     .on = a->on,
				     .by_policy = a->by_policy,
				     .spread = a->spread == SEN_NO_INT ? 1 : a->spread,
				     .move = a->move};
	if (a->each)
		out->each = strcmp(a->each, "term") == 0 ? SEN_LIMIT_TERM : SEN_LIMIT_HALF_TERM;
	if (ways != 1 && !(ways == 0 && review_is_annual(a->kind))) {
		sen_fail(err, SEN_USAGE, ways ? "the day is said more than once" : "say when");
		sen_hint(err, "One of --on DATE, --each term, --each half-term, --by-policy.");
		return err->code;
	}
	if (out->spread < 1 || out->spread > 30)
		return sen_fail(err, SEN_USAGE, "--spread: over 1 to 30 school days, not %lld",
				(long long)out->spread);
	if (a->spread != SEN_NO_INT && a->on != SEN_NO_DATE)
		return sen_fail(err, SEN_USAGE, "--spread goes with --each and --by-policy, not with --on");
	return 0;
}

static void say_closed(struct app *app, const struct sen_calendar *calendar, sen_date day, sen_date *last)
{
	char text[16];
	if (day == *last)
		return;
	*last = day;
	if (!sen_school_day(calendar, day))
		app_say(app, "  %s is no school day.", sen_date_long(day, text));
	if (day < app->context.today)
		app_say(app, "  %s is behind us: if it was held, 'sendctl review record' says how it went.",
			sen_date_long(day, text));
}

static int say_planned(struct app *app, const struct schedule_args *a, const struct sen_planned *all,
		       size_t count, struct sen_err *err)
{
	const struct sen_calendar *calendar;
	sen_date warned = SEN_NO_DATE;
	char day[16], was[16];
	int rc = sen_store_calendar(app->store, &calendar, err);
	for (size_t i = 0; i < count && rc == 0; i++) {
		bool moved = all[i].was != SEN_NO_DATE;
		app_wrote(app, &sen_review_record, all[i].review_id);
		app_say(app, "%s: %s%s on %s%s%s%s%s.", app_child(app, all[i].pupil_id),
			sen_code_label(sen_review_kinds, a->kind), review_id(app, all[i].review_id),
			sen_date_long(all[i].on, day), all[i].term ? " (" : "",
			all[i].term ? all[i].term : "", all[i].term ? ")" : "",
			moved ? sen_format(app->arena, ", was %s", sen_date_long(all[i].was, was)) : "");
		say_closed(app, calendar, all[i].on, &warned);
		if (review_is_annual(a->kind))
			rc = review_annual_say(app, all[i].pupil_id, all[i].on, count <= 3, err);
	}
	return rc;
}

/* Annual reviews without a day: each child's is chosen from its plan. */
static int plan_each(struct app *app, struct sen_planning planning, const int64_t *ids, size_t count,
		     struct sen_planned **out, size_t *planned, size_t *left, struct sen_err *err)
{
	struct sen_planned *one;
	size_t n, without, cap = 0;
	int rc = 0;
	*out = NULL;
	*planned = *left = 0;
	for (size_t i = 0; i < count && rc == 0; i++) {
		if ((rc = review_annual_day(app, ids[i], &planning.on, err)) < 0 ||
		    (rc = sen_review_plan(app->store, &planning, &ids[i], 1, &one, &n, &without, err)) < 0)
			return rc;
		*left += without;
		for (size_t k = 0; k < n; k++)
			*SEN_PUSH(app->arena, *out, *planned, cap) = one[k];
	}
	return rc;
}

static int plan_all(struct app *app, const struct sen_planning *planning, const int64_t *ids, size_t count,
		    struct sen_planned **out, size_t *planned, size_t *left, struct sen_err *err)
{
	if (planning->on == SEN_NO_DATE && planning->each == SEN_LIMIT_NONE && !planning->by_policy)
		return plan_each(app, *planning, ids, count, out, planned, left, err);
	return sen_review_plan(app->store, planning, ids, count, out, planned, left, err);
}

static int schedule(struct app *app, const void *args, struct sen_err *err)
{
	const struct schedule_args *a = args;
	struct sen_planning planning;
	struct sen_planned *all;
	size_t count, planned, left;
	int64_t *ids;
	int rc = how(a, &planning, err);
	/* By the policy, what is owed says for whom. */
	if (rc < 0 ||
	    (rc = a->by_policy ? app_pupils_all(app, &a->pupils, &ids, &count, err)
			       : review_pupils(app, &a->pupils, a->kind, &ids, &count, err)) < 0 ||
	    (rc = plan_all(app, &planning, ids, count, &all, &planned, &left, err)) < 0 ||
	    (rc = say_planned(app, a, all, planned, err)) < 0)
		return rc;
	app->unchanged = planned == 0;
	if (left)
		app_say(app, "%zu left out: %s.", left,
			a->by_policy ? "nothing of the kind is owed for them, or it was held"
				     : "one was held in that time");
	else if (planned == 0)
		app_say(app, "Nothing to plan.");
	return 0;
}

#define S struct schedule_args
static const struct opt schedule_opts[] = {
	OPT_ROW_CHOICE(S, kind, "kind", OPT_REQUIRED, REVIEW_KINDS, "the kind of review"),
	OPT_ROW_DATE(S, on, "on", OPT_FUTURE, "the day it is planned for"),
	OPT_ROW_CHOICE(S, each, "each", 0, "term|half-term",
		       "one in each term (half term) left of this school year, before it ends"),
	OPT_ROW_FLAG(S, by_policy, "by-policy", 0,
		     "the next one that the policy makes owed, before it is late"),
	OPT_ROW_INT(S, spread, "spread", 0, "DAYS", "over so many school days, in the order of the children"),
	OPT_ROW_FLAG(S, move, "move", 0, "those planned for the same time are moved"),
	OPT_ROW_WORD(S, by, "by", 0, "NAME", "who leads it"),
	OPT_ROW_WORDS(S, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST | OPT_REQUIRED, NULL,
		      "children, classes or lists: zoe@3B, @3B, monitored"),
};
#undef S
static const char *const schedule_examples[] = {
	"sendctl review schedule monitored --kind monitoring --on 2026-12-07",
	"sendctl review schedule register --kind termly --each term --spread 5",
	"sendctl review schedule @3B --kind parents --by-policy --by \"Ms Hart\"",
	"sendctl review schedule zoe@3B --kind annual --on 2026-12-09", NULL};
const struct cmd review_schedule_cmd = {
	.noun = "review",
	.verb = "schedule",
	.summary = "plan a review for one child or many: for a day, each term, or as the policy asks",
	.about =
		"With --each the days are chosen a week of school before each term (half term) ends; with "
		"--by-policy, a week before the next one is due by the school's policy. They are school "
		"days, "
		"and each is said. --spread spaces the children over that many school days up to the day.\n\n"
		"Of a class (@3B) reviews are planned for those on the register, checks "
		"for the monitored; name another child by itself.\n\nA second one of a kind for the same "
		"term (a check: half term) is refused, unless --move "
		"moves "
		"the first.\n\nAn annual review is planned backwards from the end of the plan's twelve "
		"months, so that the local authority has its four weeks: the latest safe day is said, "
		"with the days that the law counts from the meeting. Without a day one is chosen two "
		"school weeks before the latest safe one.",
	.flags = CMD_WRITES,
	.opts = schedule_opts,
	.opt_count = SEN_COUNT(schedule_opts),
	.args_size = sizeof(struct schedule_args),
	.examples = schedule_examples,
	.run = schedule,
};

/* ---- move ---- */

struct move_args {
	const char *review;
	sen_date on;
};

static int move(struct app *app, const void *args, struct sen_err *err)
{
	const struct move_args *a = args;
	const struct sen_calendar *calendar;
	struct sen_review review;
	sen_date was, warned = SEN_NO_DATE;
	int64_t id;
	char day[16], from[16];
	int rc = app_record(app, &sen_review_record, a->review, &id, err);
	if (rc < 0 || (rc = sen_review_move(app->store, id, a->on, &review, &was, err)) < 0 ||
	    (rc = sen_store_calendar(app->store, &calendar, err)) < 0)
		return rc;
	app_wrote(app, &sen_review_record, id);
	app->unchanged = was == a->on;
	app_say(app, "%s: %s%s on %s%s%s.", app_child(app, review.pupil_id),
		sen_code_label(sen_review_kinds, review.kind), review_id(app, id), sen_date_long(a->on, day),
		was == a->on ? " already" : ", was ", was == a->on ? "" : sen_date_long(was, from));
	say_closed(app, calendar, a->on, &warned);
	return review_is_annual(review.kind) ? review_annual_say(app, review.pupil_id, a->on, true, err) : 0;
}

static const struct opt move_opts[] = {
	OPT_ROW_WORD(struct move_args, review, "REVIEW", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the review that is planned: R5, or a child with exactly one"),
	OPT_ROW_DATE(struct move_args, on, "on", OPT_REQUIRED | OPT_FUTURE, "the day it is planned for now"),
};
static const char *const move_examples[] = {"sendctl review move R5 --on 2026-12-09", NULL};
const struct cmd review_move_cmd = {
	.noun = "review",
	.verb = "move",
	.summary = "another day for a review that is planned",
	.flags = CMD_WRITES,
	.opts = move_opts,
	.opt_count = SEN_COUNT(move_opts),
	.args_size = sizeof(struct move_args),
	.record = &sen_review_record,
	.examples = move_examples,
	.run = move,
};

/* ---- cancel ---- */

struct cancel_args {
	const char *review, *reason;
};

static int cancel(struct app *app, const void *args, struct sen_err *err)
{
	const struct cancel_args *a = args;
	struct sen_review review;
	int64_t id;
	char day[16];
	int rc = app_record(app, &sen_review_record, a->review, &id, err);
	if (rc < 0 || (rc = sen_review_cancel(app->store, id, a->reason, &review, err)) < 0)
		return rc;
	app_wrote(app, &sen_review_record, id);
	app_say(app, "%s: %s%s, planned for %s, will not be held.", app_child(app, review.pupil_id),
		sen_code_label(sen_review_kinds, review.kind), review_id(app, id),
		sen_date_long(review.planned_on, day));
	app_say(app, "  It stays in the file, marked, with your reason. What is owed stays owed.");
	return 0;
}

static const struct opt cancel_opts[] = {
	OPT_ROW_WORD(struct cancel_args, review, "REVIEW", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the review that is planned: R5, or a child with exactly one"),
	OPT_ROW_TEXT(struct cancel_args, reason, "reason", OPT_REQUIRED, "TEXT", "why it will not be held"),
};
static const char *const cancel_examples[] = {
	"sendctl review cancel R5 --reason \"the family moves before then\"", NULL};
const struct cmd review_cancel_cmd = {
	.noun = "review",
	.verb = "cancel",
	.summary = "a review that is planned will not be held",
	.flags = CMD_WRITES,
	.opts = cancel_opts,
	.opt_count = SEN_COUNT(cancel_opts),
	.args_size = sizeof(struct cancel_args),
	.record = &sen_review_record,
	.examples = cancel_examples,
	.run = cancel,
};
