/* Steps of a disagreement that are one event each: sent, evidence, hearing, order, not
 * opposed, recommendation, resolution; and what an event makes due. */
#include "appeal.h"

#include <sen/text.h>

#include <string.h>

/* Of this step, not of another the same day; what is agreed in mediation binds as an order. */
static bool starts(const struct sen_law_rule *rule, const struct sen_dispute_step *step)
{
	if (strcmp(step->event, "mediation-agreement") == 0)
		return strcmp(rule->code, "mediation-done") == 0 || strncmp(rule->code, "order-", 6) == 0;
	return sen_appeal_starts(rule, step->event, step->result);
}

/* What the step made due, by the one clock: the deadlines that count from it. */
static int say_due(struct app *app, const struct sen_appeal *appeal, const struct sen_dispute_step *step,
		   struct sen_err *err)
{
	const char *subject = sen_format(app->arena, "AP%lld", (long long)appeal->head.id);
	struct sen_ehc_child child;
	char day[16];
	int rc = sen_ehc_child(app->store, appeal->pupil_id, &child, err);

	for (size_t i = 0; rc == 0 && i < child.steps.count; i++) {
		const struct sen_ehc_step *due = &child.steps.items[i];
		const struct sen_law_rule *rule = due->rule;

		/* The time to appeal is said by itself; a hearing is no duty. */
		if (strcmp(due->subject, subject) != 0 || due->starts_on != step->on ||
		    due->met_on != SEN_NO_DATE || !starts(rule, step) || strcmp(rule->code, "appeal") == 0 ||
		    strcmp(rule->code, "hearing") == 0)
			continue;
		app_say(app, "  By the law, the %s: %s, by %s (%s).", sen_law_owner(rule), rule->name,
			sen_date_long(due->due_on, day),
			sen_law_cite(app->arena, rule->cite, rule->confidence));
	}
	return rc;
}

int appeal_take(struct app *app, const struct sen_appeal *appeal, struct sen_dispute_step *step,
		struct sen_err *err)
{
	struct sen_milestone row;
	char day[16];
	int rc;

	if (step->on == SEN_NO_DATE)
		step->on = app->context.today;
	if ((rc = sen_appeal_step(app->store, appeal, step, err)) < 0 ||
	    (rc = sen_record_get(app->store, &sen_milestone_record, step->id, &row, err)) < 0)
		return rc;
	app_wrote(app, &sen_milestone_record, step->id);
	app_say(app, "  %s: %c%s%s%s.", sen_date_long(step->on, day),
		sen_text_upper(app->arena, row.event_name)[0], row.event_name + 1, row.result ? ": " : "",
		row.result ? sen_code_label(sen_appeal_orders, row.result) : "");
	return say_due(app, appeal, step, err);
}

struct step_args {
	const char *appeal, *reference, *result, *who, *note;
	sen_date on, replied;
};

static int take(struct app *app, const struct step_args *a, const char *event, struct sen_appeal *appeal,
		struct sen_err *err)
{
	struct sen_dispute_step step = {event, a->on, a->result, a->who, a->note, 0};
	int rc = appeal_load(app, a->appeal, appeal, err);

	return rc < 0 ? rc : appeal_take(app, appeal, &step, err);
}

/* ---- send ---- */

static int send_appeal(struct app *app, const void *args, struct sen_err *err)
{
	const struct step_args *a = args;
	struct sen_appeal appeal;
	struct sen_milestone *steps;
	const struct sen_law *law;
	struct sen_clock until;
	size_t count;
	char day[16];
	int rc = take(app, a, "appeal-sent", &appeal, err);

	if (rc < 0 || (rc = sen_appeal_steps(app->store, &appeal, &steps, &count, err)) < 0 ||
	    (rc = sen_appeal_until(app->store, &appeal, steps, count, &until, err)) < 0 ||
	    (rc = sen_law(app->store, &law, err)) < 0)
		return rc;
	if ((a->on == SEN_NO_DATE ? app->context.today : a->on) > until.due_on)
		app_say(app, "  That is after %s, the last day in time as far as is known; %s.",
			sen_date_long(until.due_on, day), sen_appeal_says(app->arena, law, "late"));
	if (!sen_appeal_placement(&appeal) && !sen_milestone_last(steps, count, "mediation-certificate"))
		app_say(app, "  No mediation certificate is on record; by the law %s.",
			sen_appeal_says(app->arena, law, "certificate"));
	if (a->reference) {
		appeal.reference = a->reference;
		if ((rc = sen_record_update(app->store, &sen_appeal_record, &appeal, err)) < 0)
			return rc;
	}
	app_say(app, "  The school's papers go with it: sendctl pupil attach P%lld FILE --record AP%lld",
		(long long)appeal.pupil_id, (long long)appeal.head.id);
	return 0;
}

#define S struct step_args
#define APPEAL                                                                 \
	OPT_ROW_WORD(S, appeal, "APPEAL", OPT_POSITIONAL | OPT_REQUIRED, NULL, \
		     "AP1, or a child with one open")
#define ON(flags, help) OPT_ROW_DATE(S, on, "on", flags, help)
#define NOTE OPT_ROW_TEXT(S, note, "note", 0, "TEXT", "note")
static const struct opt send_opts[] = {
	APPEAL,
	ON(OPT_REQUIRED, "the day it was sent"),
	OPT_ROW_TEXT(S, reference, "reference", 0, "TEXT", "the tribunal's number"),
	NOTE,
};
#define STEP(verb_is, words, rows, ex, fn)                                                   \
	{                                                                                    \
		.noun = "appeal", .verb = verb_is, .summary = words, .flags = CMD_WRITES,    \
		.record = &sen_milestone_record, .opts = rows, .opt_count = SEN_COUNT(rows), \
		.args_size = sizeof(S), .examples = ex, .run = fn                            \
	}
static const char *const send_examples[] = {
	"sendctl appeal send zoe@3B --on 2026-11-16 --reference EH330/26/00012", NULL};
const struct cmd appeal_send_cmd =
	STEP("send", "the appeal was sent to the tribunal", send_opts, send_examples, send_appeal);

/* ---- evidence ---- */

static int evidence(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_appeal appeal;

	return take(app, args, "evidence-sent", &appeal, err);
}
static const struct opt evidence_opts[] = {
	APPEAL,
	ON(0, "the day it was sent (today)"),
	OPT_ROW_TEXT(S, who, "who", 0, "NAME", "who sent it, or to whom"),
	NOTE,
};
static const char *const evidence_examples[] = {
	"sendctl appeal evidence AP1 --on 2026-11-18 --note \"attendance, plans, reading ages\"", NULL};
const struct cmd appeal_evidence_cmd = STEP("evidence", "the school's evidence was sent to the tribunal",
					    evidence_opts, evidence_examples, evidence);

/* ---- hearing ---- */

static int hearing(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_milestone *steps;
	struct sen_appeal appeal;
	size_t count, n = 0;
	int rc = take(app, args, "hearing", &appeal, err);

	if (rc < 0 || (rc = sen_appeal_steps(app->store, &appeal, &steps, &count, err)) < 0)
		return rc;
	for (size_t i = 0; i < count; i++)
		n += strcmp(steps[i].event, "hearing") == 0;
	if (n > 1)
		app_say(app, "  The day fixed before stays on record.");
	return 0;
}
static const struct opt hearing_opts[] = {
	APPEAL,
	ON(OPT_REQUIRED | OPT_FUTURE, "the day it is fixed for, or was"),
	OPT_ROW_TEXT(S, who, "who", 0, "NAME", "who goes for the school"),
	NOTE,
};
static const char *const hearing_examples[] = {
	"sendctl appeal hearing AP1 --on 2027-03-11 --note \"by video\"", NULL};
const struct cmd appeal_hearing_cmd = STEP("hearing", "the day of the hearing; another day is one more",
					   hearing_opts, hearing_examples, hearing);

/* ---- order, unopposed ---- */

static int order(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_appeal appeal;

	return take(app, args, "order", &appeal, err);
}
static const struct opt order_opts[] = {
	APPEAL,
	ON(OPT_REQUIRED, "the day of the order"),
	OPT_ROW_CHOICE(S, result, "result", OPT_REQUIRED,
		       "assess|draft|final|amend|school|maintain|dismissed",
		       "what it orders: to assess, to make a plan (draft), to amend it, to name the school"),
	NOTE,
};
static const char *const order_examples[] = {"sendctl appeal order AP1 --on 2026-11-17 --result assess",
					     NULL};
const struct cmd appeal_order_cmd = {
	.noun = "appeal",
	.verb = "order",
	.summary = "the tribunal made its order",
	.about =
		"An order that asks for two things is two of these. What the authority must do, and by when, "
		"is said and kept as deadlines.",
	.flags = CMD_WRITES,
	.record = &sen_milestone_record,
	.opts = order_opts,
	.opt_count = SEN_COUNT(order_opts),
	.args_size = sizeof(S),
	.examples = order_examples,
	.run = order,
};

static int unopposed(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_appeal appeal;

	return take(app, args, "unopposed", &appeal, err);
}
static const struct opt unopposed_opts[] = {
	APPEAL,
	ON(OPT_REQUIRED, "the day it told the tribunal"),
	OPT_ROW_CHOICE(S, result, "result", OPT_REQUIRED, "assess|draft|amend|school", "what it will do"),
	NOTE,
};
static const char *const unopposed_examples[] = {
	"sendctl appeal unopposed AP1 --on 2026-11-17 --result assess", NULL};
const struct cmd appeal_unopposed_cmd = STEP("unopposed", "the local authority does not oppose the appeal",
					     unopposed_opts, unopposed_examples, unopposed);

/* ---- recommend ---- */

static int recommend(struct app *app, const void *args, struct sen_err *err)
{
	const struct step_args *a = args;
	struct sen_dispute_step reply = {"recommendation-reply", a->replied, NULL, a->who, NULL, 0};
	struct sen_appeal appeal;
	struct step_args first = *a;
	int rc;

	if (a->on == SEN_NO_DATE && a->replied == SEN_NO_DATE)
		return sen_fail(err, SEN_USAGE, "give --on DATE, the day it was made, or --replied DATE");
	if (a->on == SEN_NO_DATE) {
		reply.note = a->note;
		rc = appeal_load(app, a->appeal, &appeal, err);
	} else {
		first.who = NULL;
		rc = take(app, &first, "recommendation", &appeal, err);
	}
	if (rc == 0 && a->on != SEN_NO_DATE)
		app_say(app, "  It does not bind; those it names must reply.");
	return rc < 0 || a->replied == SEN_NO_DATE ? rc : appeal_take(app, &appeal, &reply, err);
}
static const struct opt recommend_opts[] = {
	APPEAL,
	ON(0, "the day it was made"),
	OPT_ROW_DATE(S, replied, "replied", 0, "the day of the reply to it"),
	OPT_ROW_TEXT(S, who, "who", 0, "NAME", "who replied"),
	OPT_ROW_TEXT(S, note, "note", 0, "TEXT", "what it says"),
};
static const char *const recommend_examples[] = {
	"sendctl appeal recommend AP1 --on 2026-11-17 --note \"speech therapy each week (Section G)\"",
	"sendctl appeal recommend AP1 --replied 2026-11-20 --who \"the integrated care board\"", NULL};
const struct cmd appeal_recommend_cmd =
	STEP("recommend", "the tribunal recommended health or social care, and the reply", recommend_opts,
	     recommend_examples, recommend);

/* ---- resolution ---- */

static int resolution(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_appeal appeal;

	return take(app, args, "resolution", &appeal, err);
}
static const struct opt resolution_opts[] = {
	APPEAL,
	ON(0, "the day of it (today)"),
	OPT_ROW_TEXT(S, who, "who", 0, "NAME", "who took part"),
	OPT_ROW_TEXT(S, note, "note", 0, "TEXT", "what came of it"),
};
static const char *const resolution_examples[] = {
	"sendctl appeal resolution AP1 --on 2026-11-10 --note \"asked for; no date yet\"", NULL};
const struct cmd appeal_resolution_cmd = {
	.noun = "appeal",
	.verb = "resolution",
	.summary = "the disagreement resolution service was asked, or met",
	.about = "It stands beside mediation and appeal, stops neither clock, and is open for disagreements "
		 "with the school too (CFA 2014 s.57).",
	.flags = CMD_WRITES,
	.record = &sen_milestone_record,
	.opts = resolution_opts,
	.opt_count = SEN_COUNT(resolution_opts),
	.args_size = sizeof(S),
	.examples = resolution_examples,
	.run = resolution,
};
