/* sendctl ehcp request, received, advice, consult: an EHC needs assessment is asked
 * for, and what the school owes and learns on the way (R60, R61). */
#include "ehcp.h"

#include <string.h>

/* ---- request ---- */

struct request_args {
	const char *pupil, *source, *authority, *officer, *contact, *reference, *reason, *note;
	sen_date sent, received, advice_asked;
};

static void say_receipt(struct app *app, const struct sen_ehc_case *now, bool agency)
{
	char day[16];
	const struct sen_milestone *received = sen_milestone_last(now->all, now->count, "request-received");

	if (received)
		app_say(app, "  The authority %s on %s: the clock runs from that day.",
			agency ? "became responsible" : "received it",
			sen_date_long(received->happened_on, day));
	else
		app_say(app,
			"  The clock runs from the day the authority %s. Find it out: sendctl ehcp received "
			"P%lld --on DATE",
			agency ? "becomes responsible for the child (SEND Regs 2014 reg 5)" : "received it",
			(long long)now->ehc.pupil_id);
}

static void say_asked(struct app *app, const struct sen_ehc_asked *asked)
{
	const struct sen_ehc *ehc = &asked->now.ehc;
	bool agency = strcmp(ehc->source, "agency") == 0;
	char day[16];

	app_say(app, "%s: %s%s, EHC needs assessment %s on %s%s%s.", app_child(app, ehc->pupil_id),
		app->dry_run ? "" : ehcp_id(app, &asked->now), app->dry_run ? "case" : "",
		agency ? "brought to the authority's notice" : "asked for",
		sen_date_long(ehc->opened_on, day), ehc->authority ? ", " : "",
		ehc->authority ? ehc->authority : "");
	if (agency)
		app_say(app, "  An agency cannot request: it brings the child to notice (CFA 2014 s.24(1)). "
			     "The parents, the young person or the school may request at any time.");
	if (!ehc->authority)
		app_say(app, "  Which authority? sendctl ehcp edit %s --authority NAME",
			ehcp_id(app, &asked->now));
	if (ehc->consent_id != SEN_NO_INT)
		app_say(app, "  The parents' agreement: CN%lld.", (long long)ehc->consent_id);
	else if (asked->agreement_silent)
		app_say(app,
			"  The parents' agreement is not on record; neither the law nor the school's policy "
			"demands it. If they agree: sendctl consent add P%lld --purpose ehc-request --by "
			"NAME",
			(long long)ehc->pupil_id);
	if (asked->refused_on != SEN_NO_DATE)
		app_say(app,
			"  A request was refused on %s (EH%lld), less than six months before: say what has "
			"changed since.",
			sen_date_long(asked->refused_on, day), (long long)asked->refused_id);
	say_receipt(app, &asked->now, agency);
}

static int request(struct app *app, const void *args, struct sen_err *err)
{
	const struct request_args *a = args;
	struct sen_ehc *ehc = sen_record_new(app->arena, &sen_ehc_record);
	struct sen_ehc_asked asked = {.ehc = ehc, .received = a->received, .advice_asked = a->advice_asked};
	int rc = app_pupil(app, a->pupil, &ehc->pupil_id, err);

	if (rc < 0)
		return rc;
	ehc->source = a->source;
	ehc->opened_on = a->sent;
	ehc->authority = a->authority;
	ehc->officer = a->officer;
	ehc->officer_contact = a->contact;
	ehc->reference = a->reference;
	ehc->reason = a->reason;
	ehc->note = a->note;
	if ((rc = sen_ehc_ask(app->store, &asked, err)) < 0)
		return rc;
	app->created = ehc->head.id;
	say_asked(app, &asked);
	ehcp_say_due(app, &asked.now, "ehc-decision");
	ehcp_say_due(app, &asked.now, "ehc-final-plan");
	ehcp_say_due(app, &asked.now, "ehc-school-advice");
	return 0;
}

#define S struct request_args
static const struct opt request_opts[] = {
	OPT_ROW_WORD(S, pupil, "PUPIL", OPT_POSITIONAL | OPT_REQUIRED, NULL, "the child"),
	OPT_ROW_CHOICE(S, source, "source", OPT_REQUIRED, "school|parent|young-person|agency", "who asks"),
	OPT_ROW_DATE(S, sent, "sent", OPT_REQUIRED, "the day the request was sent"),
	OPT_ROW_DATE(S, received, "received", 0, "the day the authority received it (or became responsible)"),
	OPT_ROW_WORD(S, authority, "authority", 0, "NAME", "the local authority (the school's own)"),
	OPT_ROW_WORD(S, officer, "officer", 0, "NAME", "its case officer"),
	OPT_ROW_WORD(S, contact, "officer-contact", 0, "TEXT", "telephone or e-mail of the officer"),
	OPT_ROW_WORD(S, reference, "reference", 0, "TEXT", "the authority's number for the case"),
	OPT_ROW_TEXT(S, reason, "reason", 0, "TEXT", "why it is asked for"),
	OPT_ROW_DATE(S, advice_asked, "advice-asked", 0, "the day the school was asked for its advice"),
	OPT_ROW_TEXT(S, note, "note", 0, "TEXT", "note"),
};
#undef S
static const char *const request_examples[] = {
	"sendctl ehcp request zoe@3B --source school --sent 2026-11-16 --reason \"progress has stopped\"",
	"sendctl ehcp request zoe@3B --source parent --sent 2026-11-02 --received 2026-11-04", NULL};
const struct cmd ehcp_request_cmd = {
	.noun = "ehcp",
	.verb = "request",
	.summary = "an EHC needs assessment was asked for",
	.about =
		"The clock of the law runs from the day the local authority received the request; while that "
		"day "
		"is not known, the dates are the earliest they can be, and finding it out is owed. The "
		"school, "
		"the parents and the young person may request; an agency brings a child to the authority's "
		"notice.\n\n"
		"When the school asks and its policy wants the parents' agreement first, a consent of that "
		"purpose must hold on the day. Nobody else's request waits for one.\n\n"
		"The test of the law is whether the child has or may have special educational needs and it "
		"may "
		"be "
		"necessary to make provision by a plan (CFA 2014 s.36(8)): no local threshold, no sum and no "
		"number of cycles decides.",
	.flags = CMD_WRITES,
	.opts = request_opts,
	.opt_count = SEN_COUNT(request_opts),
	.args_size = sizeof(struct request_args),
	.record = &sen_ehc_record,
	.examples = request_examples,
	.run = request,
};

/* ---- received ---- */

struct received_args {
	const char *pupil;
	sen_date on;
};

/* Once there: another day is another fact, and the old one is taken away first. */
static int once(const struct sen_ehc_case *ehc, const char *event, struct sen_err *err)
{
	const struct sen_milestone *there = sen_milestone_last(ehc->all, ehc->count, event);
	char day[16];

	if (!there)
		return 0;
	sen_fail(err, SEN_CONFLICT, "it is on record: %s on %s (MS%lld)", there->event_name,
		 sen_date_long(there->happened_on, day), (long long)there->head.id);
	sen_hint(err, "If that is wrong: 'sendctl ehcp remove MS%lld --reason TEXT', and then this again.",
		 (long long)there->head.id);
	return err->code;
}

static int received(struct app *app, const void *args, struct sen_err *err)
{
	const struct received_args *a = args;
	struct sen_ehc_case ehc;
	int rc = ehcp_case_whole(app, a->pupil, &ehc, err);

	if (rc < 0 || (rc = once(&ehc, "request-received", err)) < 0 ||
	    (rc = ehcp_mark(app, &ehc, "request-received", a->on, NULL, NULL, err)) < 0)
		return rc;
	ehcp_say_due(app, &ehc, "ehc-decision");
	ehcp_say_due(app, &ehc, "ehc-no-plan-notice");
	ehcp_say_due(app, &ehc, "ehc-final-plan");
	return 0;
}

static const struct opt received_opts[] = {
	EHCP_ROW(struct received_args, pupil),
	OPT_ROW_DATE(struct received_args, on, "on", OPT_REQUIRED,
		     "the day the authority received the request"),
};
static const char *const received_examples[] = {"sendctl ehcp received zoe@3B --on 2026-11-18", NULL};
const struct cmd ehcp_received_cmd = {
	.noun = "ehcp",
	.verb = "received",
	.summary = "the day the local authority received the request: its clock runs from it",
	.about = "A day that was typed wrongly is taken away by its id ('sendctl ehcp remove MS3 --reason "
		 "TEXT', "
		 "'sendctl ehcp show' lists them) and entered again.",
	.flags = CMD_WRITES,
	.opts = received_opts,
	.opt_count = SEN_COUNT(received_opts),
	.args_size = sizeof(struct received_args),
	.record = &sen_milestone_record,
	.examples = received_examples,
	.run = received,
};

/* ---- advice, consult: two days of one thing ---- */

struct pair_args {
	const char *pupil, *text;
	sen_date first, second;
};

static int neither(const struct pair_args *a, const char *options, struct sen_err *err)
{
	if (a->first != SEN_NO_DATE || a->second != SEN_NO_DATE)
		return 0;
	return sen_fail(err, SEN_USAGE, "say which day: %s", options);
}

static int pair(struct app *app, struct sen_ehc_case *ehc, const struct pair_args *a,
		const char *const *events, struct sen_err *err)
{
	int rc = a->first == SEN_NO_DATE ? 0 : ehcp_mark(app, ehc, events[0], a->first, NULL, NULL, err);

	if (rc < 0 || a->second == SEN_NO_DATE)
		return rc;
	return ehcp_mark(app, ehc, events[1], a->second, NULL, a->text, err);
}

static int advice(struct app *app, const void *args, struct sen_err *err)
{
	static const char *const events[] = {"advice-asked", "advice-sent"};
	const struct pair_args *a = args;
	struct sen_ehc_case ehc;
	int rc = neither(a, "--asked DATE, --sent DATE or both", err);

	if (rc < 0 || (rc = ehcp_case_whole(app, a->pupil, &ehc, err)) < 0 ||
	    (rc = pair(app, &ehc, a, events, err)) < 0)
		return rc;
	if (a->second == SEN_NO_DATE)
		ehcp_say_due(app, &ehc, "ehc-school-advice");
	else if (sen_milestone_last(ehc.all, ehc.count, "advice-asked"))
		ehcp_say_late(app, &ehc, "ehc-school-advice", a->second);
	else
		app_say(app,
			"  The day the school was asked is not on record: sendctl ehcp advice P%lld "
			"--asked DATE",
			(long long)ehc.ehc.pupil_id);
	return 0;
}

static int consult(struct app *app, const void *args, struct sen_err *err)
{
	static const char *const events[] = {"consultation-received", "consultation-replied"};
	const struct pair_args *a = args;
	struct sen_ehc_case ehc;
	int rc = neither(a, "--received DATE, --replied DATE or both", err);

	if (rc == 0 && a->text && a->second == SEN_NO_DATE)
		rc = sen_fail(err, SEN_USAGE, "--reply goes with --replied DATE");
	if (rc < 0 || (rc = ehcp_case_whole(app, a->pupil, &ehc, err)) < 0 ||
	    (rc = pair(app, &ehc, a, events, err)) < 0)
		return rc;
	if (a->second == SEN_NO_DATE)
		ehcp_say_due(app, &ehc, "consultation-reply");
	else
		ehcp_say_late(app, &ehc, "consultation-reply", a->second);
	return 0;
}

#define S struct pair_args
static const struct opt advice_opts[] = {
	EHCP_ROW(S, pupil),
	OPT_ROW_DATE(S, first, "asked", 0, "the day the school was asked for advice"),
	OPT_ROW_DATE(S, second, "sent", 0, "the day the advice was sent"),
	OPT_ROW_TEXT(S, text, "note", 0, "TEXT", "note"),
};
static const struct opt consult_opts[] = {
	EHCP_ROW(S, pupil),
	OPT_ROW_DATE(S, first, "received", 0, "the day the school received the consultation"),
	OPT_ROW_DATE(S, second, "replied", 0, "the day the school's reply was sent"),
	OPT_ROW_TEXT(S, text, "reply", 0, "TEXT", "what the school replied, in short"),
};
#undef S
static const char *const advice_examples[] = {"sendctl ehcp advice zoe@3B --asked 2026-11-18",
					      "sendctl ehcp advice zoe@3B --sent 2026-11-20", NULL};
const struct cmd ehcp_advice_cmd = {
	.noun = "ehcp",
	.verb = "advice",
	.summary = "the authority asked for the school's advice, and it was sent",
	.about = "The school has six weeks from the day it was asked.",
	.flags = CMD_WRITES,
	.opts = advice_opts,
	.opt_count = SEN_COUNT(advice_opts),
	.args_size = sizeof(struct pair_args),
	.record = &sen_milestone_record,
	.examples = advice_examples,
	.run = advice,
};
static const char *const consult_examples[] = {
	"sendctl ehcp consult zoe@3B --received 2026-11-09 --replied 2026-11-20 --reply \"we can meet it\"",
	NULL};
const struct cmd ehcp_consult_cmd = {
	.noun = "ehcp",
	.verb = "consult",
	.summary = "the school was consulted before it is named in a plan, and replied",
	.about = "Neither the Act nor the Regulations set a limit for the reply; the chart of the Code says "
		 "fifteen days.",
	.flags = CMD_WRITES,
	.opts = consult_opts,
	.opt_count = SEN_COUNT(consult_opts),
	.args_size = sizeof(struct pair_args),
	.record = &sen_milestone_record,
	.examples = consult_examples,
	.run = consult,
};
