/* sendctl ehcp met, told, event, moved: what else happens in a case (R59, R69). */
#include "ehcp.h"

#include <sen/text.h>
#include <string.h>

/* ---- met, told ---- */

struct who_args {
	const char *pupil, *note;
	struct texts who;
	sen_date on;
};

static int who_did(struct app *app, const struct who_args *a, const char *event, struct sen_ehc_case *ehc,
		   struct sen_err *err)
{
	sen_date on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	int rc = ehcp_case_whole(app, a->pupil, ehc, err);

	if (rc < 0)
		return rc;
	if (sen_ehc_version(ehc->all, ehc->count, on) == 0) {
		char day[16];

		sen_fail(err, SEN_INVALID, "EH%lld had no final plan on %s", (long long)ehc->ehc.head.id,
			 sen_date_long(on, day));
		sen_hint(err, "When it comes: 'sendctl ehcp final EH%lld --on DATE --setting NAME'.",
			 (long long)ehc->ehc.head.id);
		return err->code;
	}
	if ((rc = ehcp_mark(app, ehc, event, on, ehcp_names(app, &a->who), a->note, err)) < 0)
		return rc;
	app_say(app, "  %s: %s.", strcmp(event, "told-section-f") == 0 ? "Told" : "With",
		ehcp_names(app, &a->who));
	return 0;
}

static int met(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_ehc_case ehc;
	int rc = who_did(app, args, "plan-meeting", &ehc, err);

	if (rc < 0)
		return rc;
	if (!sen_milestone_last(ehc.all, ehc.count, "told-section-f"))
		app_say(app,
			"  Who gives what of Section F should know it: sendctl ehcp told P%lld --who NAME",
			(long long)ehc.ehc.pupil_id);
	return 0;
}

static int told(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_ehc_case ehc;

	return who_did(app, args, "told-section-f", &ehc, err);
}

#define S struct who_args
static const struct opt met_opts[] = {
	EHCP_ROW(S, pupil),
	OPT_ROW_WORDS(S, who, "who", OPT_REQUIRED, "NAME", "who was there: Mum, zoe, 'Ms Hart'"),
	OPT_ROW_DATE(S, on, "on", 0, "the day of the meeting (today)"),
	OPT_ROW_TEXT(S, note, "note", 0, "TEXT", "what was agreed"),
};
static const struct opt told_opts[] = {
	EHCP_ROW(S, pupil),
	OPT_ROW_WORDS(S, who, "who", OPT_REQUIRED, "NAME", "who was told"),
	OPT_ROW_DATE(S, on, "on", 0, "the day (today)"),
	OPT_ROW_TEXT(S, note, "note", 0, "TEXT", "what of Section F: F1, F2"),
};
#undef S
static const char *const met_examples[] = {
	"sendctl ehcp met zoe@3B --on 2026-11-20 --who Mum --who \"Ms Hart\"", NULL};
const struct cmd ehcp_met_cmd = {
	.noun = "ehcp",
	.verb = "met",
	.summary = "met with the parents on how the school carries the plan out",
	.about = "Owed after each final and final amended plan.",
	.flags = CMD_WRITES,
	.opts = met_opts,
	.opt_count = SEN_COUNT(met_opts),
	.args_size = sizeof(struct who_args),
	.record = &sen_milestone_record,
	.examples = met_examples,
	.run = met,
};
static const char *const told_examples[] = {"sendctl ehcp told zoe@3B --who \"Mr Dale\" --note \"F1 and F2\"",
					    NULL};
const struct cmd ehcp_told_cmd = {
	.noun = "ehcp",
	.verb = "told",
	.summary = "staff were told what Section F of the plan asks of them",
	.flags = CMD_WRITES,
	.opts = told_opts,
	.opt_count = SEN_COUNT(told_opts),
	.args_size = sizeof(struct who_args),
	.record = &sen_milestone_record,
	.examples = told_examples,
	.run = told,
};

/* ---- event ---- */

struct event_args {
	const char *pupil, *event, *note, *who;
	sen_date on;
};

/* Events that another verb writes, with all that goes with them. */
static const struct {
	const char *event, *verb;
} others[] = {
	{"request-sent", "ehcp request"},
	{"request-received", "ehcp received"},
	{"assess-decision", "ehcp decision"},
	{"no-plan-notice", "ehcp decision"},
	{"advice-asked", "ehcp advice"},
	{"advice-sent", "ehcp advice"},
	{"consultation-received", "ehcp consult"},
	{"consultation-replied", "ehcp consult"},
	{"draft-served", "ehcp draft"},
	{"draft-copy", "ehcp draft"},
	{"final-plan", "ehcp final"},
	{"amended-final", "ehcp amended"},
	{"review-decision", "ehcp decision"},
	{"amendments-sent", "ehcp decision"},
	{"review-meeting", "review record"},
	{"review-invited", "review invite"},
	{"review-advice", "review advice"},
	{"review-report", "review report"},
	{"reassess-decision", "ehcp decision"},
	{"reassess-started", "ehcp decision"},
	{"plan-meeting", "ehcp met"},
	{"told-section-f", "ehcp told"},
	{"moved", "ehcp moved"},
	{"plan-transferred", "ehcp moved"},
	{"transfer-told", "ehcp moved"},
	{"withdrawn", "ehcp withdraw"},
	{"plan-made", "ehcp decision"},
	{"appealable-notice", "ehcp decision"},
	{"order", "appeal"},
	{"unopposed", "appeal"},
	{"complied", "appeal"},
	{"recommendation", "appeal"},
	{"recommendation-reply", "appeal"},
	{"appeal-sent", "appeal"},
	{"mediation-contact", "appeal"},
	{"mediation-declined", "appeal"},
	{"mediation-asked", "appeal"},
	{"mediation-held", "appeal"},
	{"mediation-certificate", "appeal"},
	{"mediation-agreement", "appeal"},
	{"left-school", "pupil leave"},
	{"excuse", "ehcp timeline"},
	{"term-start", "term add"},
	{"transfer", "ehcp timeline"},
};

static const char *verb_of(const char *event)
{
	for (size_t i = 0; i < SEN_COUNT(others); i++)
		if (strcmp(others[i].event, event) == 0)
			return others[i].verb;
	return NULL;
}

static int unknown_event(struct app *app, const struct sen_law *law, const char *event, struct sen_err *err)
{
	struct sen_buf list = {.arena = app->arena};

	for (size_t i = 0; i < law->event_count; i++)
		if (!verb_of(law->events[i].code))
			sen_buf_addf(&list, "%s%s", list.text ? ", " : "", law->events[i].code);
	sen_fail(err, SEN_USAGE, "there is no event '%s'", sen_text_visible(app->arena, event, false));
	sen_hint(err, "One of: %s.", list.text);
	return err->code;
}

static int event(struct app *app, const void *args, struct sen_err *err)
{
	const struct event_args *a = args;
	struct sen_ehc_case ehc;
	const char *verb = verb_of(a->event);
	int rc = ehcp_case_whole(app, a->pupil, &ehc, err);

	if (rc < 0)
		return rc;
	if (verb) {
		sen_fail(err, SEN_USAGE, "'%s' has a command of its own", a->event);
		sen_hint(err, "See 'sendctl %s --help'.", verb);
		return err->code;
	}
	if (!sen_law_event_name(ehc.law, a->event))
		return unknown_event(app, ehc.law, a->event, err);
	if ((rc = ehcp_mark(app, &ehc, a->event, a->on, a->who, a->note, err)) < 0)
		return rc;
	if (strcmp(a->event, "reassess-asked") == 0)
		ehcp_say_due(app, &ehc, "reassess-decision");
	if (strcmp(a->event, "draft-comments") == 0)
		ehcp_say_due(app, &ehc, "draft-finalised-not-before");
	return 0;
}

#define S struct event_args
static const struct opt event_opts[] = {
	EHCP_ROW(S, pupil),
	OPT_ROW_WORD(S, event, "EVENT", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "what happened, by the law's code: draft-comments, reassess-asked"),
	OPT_ROW_DATE(S, on, "on", OPT_REQUIRED, "the day it happened"),
	OPT_ROW_WORD(S, who, "who", 0, "NAME", "who"),
	OPT_ROW_TEXT(S, note, "note", 0, "TEXT", "note"),
};
#undef S
static const char *const event_examples[] = {
	"sendctl ehcp event zoe@3B draft-comments --on 2026-11-20 --note \"ask for hours in F2\"", NULL};
const struct cmd ehcp_event_cmd = {
	.noun = "ehcp",
	.verb = "event",
	.summary = "another event of the law's clock: draft-comments, reassess-asked",
	.about = "An event that has a command of its own is entered with that one. A wrong word lists the "
		 "events.",
	.flags = CMD_WRITES,
	.opts = event_opts,
	.opt_count = SEN_COUNT(event_opts),
	.args_size = sizeof(struct event_args),
	.record = &sen_milestone_record,
	.examples = event_examples,
	.run = event,
};

/* ---- moved ---- */

struct moved_args {
	const char *pupil, *authority;
	sen_date on, transferred, told;
};

static int one_day(struct app *app, struct sen_ehc_case *ehc, const char *event, sen_date on,
		   struct sen_err *err)
{
	return on == SEN_NO_DATE ? 0 : ehcp_mark(app, ehc, event, on, NULL, NULL, err);
}

/* The first time it needs the new authority and the day; later only what came since. */
static int moved(struct app *app, const void *args, struct sen_err *err)
{
	const struct moved_args *a = args;
	struct sen_ehc_case ehc;
	bool new;
	int rc = ehcp_case_whole(app, a->pupil, &ehc, err);

	if (rc == 0 && !sen_milestone_last(ehc.all, ehc.count, "moved") &&
	    (!a->authority || a->on == SEN_NO_DATE))
		rc = sen_fail(err, SEN_USAGE,
			      "say where to, and when the old authority knew: --authority NAME "
			      "--on DATE");
	if (rc == 0 && a->on == SEN_NO_DATE && a->transferred == SEN_NO_DATE && a->told == SEN_NO_DATE)
		rc = sen_fail(err, SEN_USAGE, "say which day: --on, --transferred or --told");
	if (rc == 0 && !sen_ehc_in_force(&ehc, app->context.today))
		rc = sen_fail(err, SEN_INVALID, "EH%lld has no plan that could be transferred",
			      (long long)ehc.ehc.head.id);
	new = a->authority && !(ehc.ehc.authority && sen_text_same(a->authority, ehc.ehc.authority));
	if (rc == 0 && a->authority && !new && !sen_milestone_last(ehc.all, ehc.count, "moved"))
		rc = sen_fail(err, SEN_INVALID, "--authority: EH%lld is with %s as it is",
			      (long long)ehc.ehc.head.id, ehc.ehc.authority);
	if (rc == 0 && new) {
		ehc.ehc.authority = a->authority;
		ehc.ehc.officer = ehc.ehc.officer_contact = ehc.ehc.reference = NULL;
		rc = sen_record_update(app->store, &sen_ehc_record, &ehc.ehc, err);
	}
	if (rc < 0 || (rc = one_day(app, &ehc, "moved", a->on, err)) < 0 ||
	    (rc = one_day(app, &ehc, "plan-transferred", a->transferred, err)) < 0 ||
	    (rc = one_day(app, &ehc, "transfer-told", a->told, err)) < 0)
		return rc;
	if (new)
		app_say(app, "  The authority is now %s; the old one's officer and number are taken off.",
			a->authority);
	if (a->transferred == SEN_NO_DATE && a->told == SEN_NO_DATE)
		ehcp_say_due(app, &ehc, "moved-transfer");
	else if (a->told == SEN_NO_DATE)
		ehcp_say_due(app, &ehc, "moved-told");
	ehcp_say_due(app, &ehc, "moved-review");
	return 0;
}

#define S struct moved_args
static const struct opt moved_opts[] = {
	EHCP_ROW(S, pupil),
	OPT_ROW_WORD(S, authority, "authority", 0, "NAME", "the new local authority"),
	OPT_ROW_DATE(S, on, "on", 0, "the day the old authority became aware of the move"),
	OPT_ROW_DATE(S, transferred, "transferred", 0, "the day the plan was transferred"),
	OPT_ROW_DATE(S, told, "told", 0, "the day the new authority told the parents what it will do"),
};
#undef S
static const char *const moved_examples[] = {
	"sendctl ehcp moved zoe@3B --authority Solihull --on 2026-11-02 --transferred 2026-11-16", NULL};
const struct cmd ehcp_moved_cmd = {
	.noun = "ehcp",
	.verb = "moved",
	.summary = "the child lives in another authority's area now: the plan goes over",
	.about = "The case goes on under the new authority (SEND Regs 2014 reg 15). The days of the transfer "
		 "and "
		 "of the parents being told can be added later.",
	.flags = CMD_WRITES,
	.opts = moved_opts,
	.opt_count = SEN_COUNT(moved_opts),
	.args_size = sizeof(struct moved_args),
	.record = &sen_ehc_record,
	.examples = moved_examples,
	.run = moved,
};
