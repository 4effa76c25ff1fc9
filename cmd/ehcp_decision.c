/* sendctl ehcp decision: what the local authority decided (R61, R67). */
#include "ehcp.h"

#include <string.h>

struct args {
	const char *pupil, *decision, *review, *reason, *restarts;
	sen_date on, amendments_sent, served;
	bool without;
};

static const struct sen_code_row words[] = {{"assess", "it will assess"},
					    {"refuse", "it will not assess"},
					    {"no-plan", "it will issue no plan"},
					    {"maintain", "the plan is kept as it is"},
					    {"amend", "the plan will be amended"},
					    {"cease", "the plan will no longer be kept"},
					    {NULL, NULL}};

static bool is(const struct sen_ehc_decision *decision, const char *word)
{
	return strcmp(decision->decision, word) == 0;
}

/* Where the tribunal had it so, its days. */
static void say_ordered(struct app *app, const struct sen_ehc_case *ehc)
{
	static const char *const rules[] = {"order-assess-no-plan", "order-assess-final", "unopposed-no-plan",
					    "unopposed-final"};

	for (size_t i = 0; i < SEN_COUNT(rules); i++)
		ehcp_say_due(app, ehc, rules[i]);
}

static void say_request(struct app *app, const struct sen_ehc_case *ehc,
			const struct sen_ehc_decision *decision)
{
	if (decision->reassess) {
		ehcp_say_late(app, ehc, "reassess-decision", decision->on);
		if (is(decision, "assess")) {
			ehcp_say_due(app, ehc, "reassess-final");
			say_ordered(app, ehc);
		}
	} else if (is(decision, "assess")) {
		if (!decision->reopened)
			ehcp_say_late(app, ehc, "ehc-decision", decision->on);
		ehcp_say_due(app, ehc, "ehc-no-plan-notice");
		ehcp_say_due(app, ehc, "ehc-final-plan");
		say_ordered(app, ehc);
		ehcp_say_due(app, ehc, "ehc-school-advice");
	} else {
		ehcp_say_late(app, ehc, is(decision, "refuse") ? "ehc-decision" : "ehc-no-plan-notice",
			      decision->on);
	}
	if (!is(decision, "assess"))
		ehcp_say_window(app, ehc);
}

static void say_amendments(struct app *app, const struct sen_ehc_case *ehc,
			   const struct sen_ehc_decision *decision)
{
	if (decision->version != SEN_NO_INT) {
		app_say(app, "  The proposed amendments are %s.%lld.", ehcp_id(app, ehc),
			(long long)decision->version);
		return;
	}
	app_say(app,
		"  The amendments are to come with the decision (SEND Regs 2014 reg 22(2)(a)). When they do: "
		"the same again, with --amendments-sent DATE in place of --without-amendments");
	ehcp_say_due(app, ehc, "amendments-notice");
}

static void say_review(struct app *app, const struct sen_ehc_case *ehc,
		       const struct sen_ehc_decision *decision)
{
	char day[16];

	ehcp_say_late(app, ehc, "annual-review-decision", decision->on);
	if (decision->review_id != SEN_NO_INT)
		app_say(app, "  After the annual review R%lld.", (long long)decision->review_id);
	if (decision->restart_on != SEN_NO_DATE)
		app_say(app, "  The next twelve months are counted from %s.",
			sen_date_long(decision->restart_on, day));
	if (is(decision, "amend")) {
		say_amendments(app, ehc, decision);
		ehcp_say_due(app, ehc, "amendment-comments");
		ehcp_say_due(app, ehc, "amended-final");
		return;
	}
	ehcp_say_window(app, ehc);
	if (is(decision, "cease"))
		app_say(app,
			"  Until then, and while an appeal is open, the plan is kept (CFA 2014 s.45(4)). "
			"After that: sendctl ehcp cease %s --on DATE --why REASON",
			ehcp_id(app, ehc));
}

static int run(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_ehc_decision decision = {.decision = a->decision,
					    .on = a->on,
					    .amendments_sent = a->amendments_sent,
					    .served = a->served,
					    .review = a->review,
					    .restarts = a->restarts,
					    .without = a->without,
					    .reason = a->reason};
	struct sen_ehc_case ehc;
	char day[16], sent[16];
	int rc = ehcp_case_whole(app, a->pupil, &ehc, err);

	if (rc < 0 || (rc = sen_ehc_decide(app->store, &ehc, &decision, err)) < 0)
		return rc;
	app_wrote(app, &sen_ehc_record, ehc.ehc.head.id);
	if (decision.sent_after)
		app_say(app, "%s: %s, the amendments of the decision of %s were sent on %s.",
			app_child(app, ehc.ehc.pupil_id), ehcp_id(app, &ehc), sen_date_long(a->on, day),
			sen_date_long(a->amendments_sent, sent));
	else
		app_say(app, "%s: %s, the local authority decided on %s: %s%s.",
			app_child(app, ehc.ehc.pupil_id), ehcp_id(app, &ehc), sen_date_long(a->on, day),
			decision.reassess && strcmp(a->decision, "assess") == 0 ? "it will re-assess"
			: decision.reassess && strcmp(a->decision, "refuse") == 0
				? "it will not re-assess"
				: sen_code_label(words, a->decision),
			decision.reopened ? " after all; the case goes on" : "");
	if (is(&decision, "maintain") || is(&decision, "amend") || is(&decision, "cease"))
		say_review(app, &ehc, &decision);
	else
		say_request(app, &ehc, &decision);
	return 0;
}

#define S struct args
static const struct opt opts[] = {
	EHCP_ROW(S, pupil),
	OPT_ROW_CHOICE(S, decision, "decision", OPT_REQUIRED, "assess|refuse|no-plan|maintain|amend|cease",
		       "what was decided"),
	OPT_ROW_DATE(S, on, "on", OPT_REQUIRED, "the day the notice was sent"),
	OPT_ROW_WORD(S, review, "review", 0, "REVIEW", "the annual review it was made after: R4"),
	OPT_ROW_TEXT(S, reason, "reason", 0, "TEXT", "the reasons given"),
	OPT_ROW_DATE(S, amendments_sent, "amendments-sent", 0,
		     "amend: the day the proposed amendments were sent (the same day)"),
	OPT_ROW_FLAG(S, without, "without-amendments", 0,
		     "amend: the notice came without the proposed amendments"),
	OPT_ROW_DATE(S, served, "served", 0, "amend: the day they were served on the parents"),
	OPT_ROW_CHOICE(S, restarts, "restarts", 0, "meeting|decision",
		       "which day the next twelve months are counted from (the policy's choice)"),
};
#undef S
static const char *const examples[] = {
	"sendctl ehcp decision zoe@3B --decision assess --on 2026-11-20",
	"sendctl ehcp decision zoe@3B --decision refuse --on 2026-11-20 --reason \"needs can be met\"", NULL};
const struct cmd ehcp_decision_cmd = {
	.noun = "ehcp",
	.verb = "decision",
	.summary = "what the local authority decided: on a request, or after an annual review",
	.about =
		"On a request: assess or refuse; later no-plan, when no plan will be issued. After an annual "
		"review: maintain, amend or cease. Refusals, and every decision after a review but to amend, "
		"open the window for mediation and appeal, which is said.\n\nA decision after a review "
		"belongs "
		"to the one that was held and waits for it; --review names it when there are several. An "
		"annual "
		"review ends with this decision, not with the meeting.\n\nThe proposed amendments are to "
		"come "
		"with a decision to amend. Where they did not, --without-amendments says so, and what is "
		"late is "
		"shown; when they come, give the decision again with --amendments-sent.\n\nWith a decision "
		"to "
		"cease the plan is kept until nobody can appeal any more: 'sendctl ehcp cease' ends it then.",
	.flags = CMD_WRITES,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.record = &sen_ehc_record,
	.examples = examples,
	.run = run,
};
