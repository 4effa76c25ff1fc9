/* The noun `referral`: a child referred to an agency, until it is closed. */
#include "nouns.h"
#include <sen/agency.h>
#include <sen/level.h>
#include <string.h>

/* ---- add ---- */

static const char *agency_name(struct app *app, int64_t id)
{
	struct sen_agency agency;
	struct sen_err ignored = {0};
	if (sen_record_get(app->store, &sen_agency_record, id, &agency, &ignored) < 0)
		return "an agency";
	return agency.name;
}

static int add(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_referral *referral = app->record;
	char day[16];
	(void)args;
	int rc = sen_referral_add(app->store, referral, err);
	if (rc < 0)
		return rc;
	app->created = referral->head.id;
	app_say(app, "%s: referral%s to %s%s.", app_child(app, referral->pupil_id),
		app->dry_run ? "" : sen_format(app->arena, " RF%lld", (long long)app->created),
		agency_name(app, referral->agency_id),
		referral->sent_on == SEN_NO_DATE
			? ", not sent yet"
			: sen_format(app->arena, ", sent on %s", sen_date_long(referral->sent_on, day)));
	if (referral->consent_id != SEN_NO_INT)
		app_say(app, "  It rests on the consent CN%lld.", (long long)referral->consent_id);
	if (referral->chase_on != SEN_NO_DATE)
		app_say(app, "  To be asked about on %s.", sen_date_long(referral->chase_on, day));
	if (referral->sent_on == SEN_NO_DATE && !app->dry_run)
		app_say(app, "  When it is sent: sendctl referral mark RF%lld --sent DATE",
			(long long)app->created);
	return 0;
}

static const char *const add_examples[] = {
	"sendctl referral add zoe@3B --agency SLT --reason \"speech is hard to follow\" --sent-on today",
	NULL};
static const struct cmd add_cmd = {
	.noun = "referral",
	.verb = "add",
	.summary = "refer a child to an agency",
	.about = "Where the policy wants consent first, it must hold on the day (see 'sendctl consent add'). "
		 "An "
		 "agency is named by its id, code or name.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.record = &sen_referral_record,
	.examples = add_examples,
	.run = add,
};

/* ---- mark ---- */

struct mark_args {
	const char *referral, *advice, *result, *reason;
	sen_date sent, accepted, seen, report, closed, due;
	struct texts actions;
};

struct mark {
	const char *words;
	sen_date given, *field;
};

/* A day that is there already is changed by `referral edit`, which says so. */
static int take(struct app *app, struct mark *marks, size_t count, int64_t id, size_t *taken,
		struct sen_err *err)
{
	char day[16];
	for (size_t i = 0; i < count; i++) {
		if (marks[i].given == SEN_NO_DATE)
			continue;
		if (*marks[i].field != SEN_NO_DATE && *marks[i].field != marks[i].given) {
			sen_fail(err, SEN_CONFLICT, "RF%lld says already: %s on %s", (long long)id,
				 marks[i].words, sen_date_long(*marks[i].field, day));
			sen_hint(err, "if that is wrong: 'sendctl referral edit RF%lld'", (long long)id);
			return err->code;
		}
		*marks[i].field = marks[i].given;
		app_say(app, "  %c%s: %s.", marks[i].words[0] - 'a' + 'A', marks[i].words + 1,
			sen_date_long(marks[i].given, day));
		++*taken;
	}
	return 0;
}

static int add_actions(struct app *app, const struct sen_referral *referral, const struct texts *actions,
		       sen_date on, struct sen_err *err)
{
	char day[16];
	for (size_t i = 0; i < actions->count; i++) {
		struct sen_action *action = sen_record_new(app->arena, &sen_action_record);
		int rc = sen_action_read(app->store, actions->items[i], action, err);
		if (rc < 0)
			return rc;
		action->pupil_id = referral->pupil_id;
		action->record = sen_format(app->arena, "RF%lld", (long long)referral->head.id);
		action->set_on = on;
		if ((rc = sen_record_insert(app->store, &sen_action_record, action, err)) < 0)
			return rc;
		app_say(app, "  Action%s: %s%s%s%s%s.",
			app->dry_run ? "" : sen_format(app->arena, " A%lld", (long long)action->head.id),
			action->what, action->who ? ", " : "", action->who ? action->who : "",
			action->due_on == SEN_NO_DATE ? "" : " by ",
			action->due_on == SEN_NO_DATE ? "" : sen_date_long(action->due_on, day));
	}
	return 0;
}

static int say_level(struct app *app, const struct sen_referral *referral, struct sen_err *err)
{
	const struct sen_level *level;
	sen_date on = referral->seen_on;
	char day[11];
	if (on == SEN_NO_DATE || (referral->report_on != SEN_NO_DATE && referral->report_on < on))
		on = referral->report_on;
	int rc = sen_involved_level(app->store, referral, app->context.today, &level, err);
	if (rc < 0 || !level)
		return rc;
	app_say(app, "  A professional from outside is involved now: by the policy that is '%s'.",
		level->name);
	app_say(app, "  If so: sendctl pupil level P%lld %s --on %s --reason \"RF%lld\"",
		(long long)referral->pupil_id, level->code, sen_date_text(on, day),
		(long long)referral->head.id);
	return 0;
}

static int rest(const struct mark_args *a, struct sen_referral *referral, size_t *taken, struct sen_err *err)
{
	if (a->closed != SEN_NO_DATE && !a->reason && !a->result && !referral->result)
		return sen_fail(err, SEN_USAGE, "say how it ended with --result, or why with --reason");
	if (a->advice)
		referral->advice = a->advice;
	if (a->result)
		referral->result = a->result;
	if (a->reason)
		referral->close_reason = a->reason;
	if (a->due != SEN_NO_DATE)
		referral->chase_on = a->due;
	*taken += (a->advice != NULL) + (a->result != NULL) + (a->reason != NULL) + (a->due != SEN_NO_DATE) +
		  a->actions.count;
	if (*taken)
		return 0;
	sen_fail(err, SEN_USAGE, "nothing to mark was given");
	sen_hint(err,
		 "--sent, --accepted, --seen, --report or --closed with a DATE; --advice, --action, --due");
	return err->code;
}

static int mark(struct app *app, const void *args, struct sen_err *err)
{
	const struct mark_args *a = args;
	struct sen_referral referral;
	size_t taken = 0;
	int64_t id;
	char day[16];
	int rc = app_record(app, &sen_referral_record, a->referral, &id, err);
	if (rc < 0 || (rc = sen_record_get(app->store, &sen_referral_record, id, &referral, err)) < 0)
		return rc;
	if (referral.closed_on != SEN_NO_DATE) {
		sen_fail(err, SEN_INVALID, "RF%lld was closed on %s", (long long)id,
			 sen_date_long(referral.closed_on, day));
		sen_hint(err, "open it again first: 'sendctl referral edit RF%lld --closed-on \"\"'",
			 (long long)id);
		return err->code;
	}
	struct mark marks[] = {{"sent", a->sent, &referral.sent_on},
			       {"accepted", a->accepted, &referral.accepted_on},
			       {"child seen", a->seen, &referral.seen_on},
			       {"report received", a->report, &referral.report_on},
			       {"closed", a->closed, &referral.closed_on}};
	bool involved = sen_referral_involved(&referral);
	app_say(app, "%s: RF%lld (%s).", app_child(app, referral.pupil_id), (long long)id,
		agency_name(app, referral.agency_id));
	if ((rc = take(app, marks, SEN_COUNT(marks), id, &taken, err)) < 0 ||
	    (rc = rest(a, &referral, &taken, err)) < 0 ||
	    (rc = sen_record_update(app->store, &sen_referral_record, &referral, err)) < 0)
		return rc;
	app_wrote(app, &sen_referral_record, id);
	if (a->due != SEN_NO_DATE)
		app_say(app, "  To be asked about on %s.", sen_date_long(a->due, day));
	if (a->advice)
		app_say(app, "  Advice kept. What the school does about it: --action \"WHAT = WHO by DATE\"");
	/* Agreed when the report came, where it did. */
	rc = add_actions(app, &referral, &a->actions,
			 a->report != SEN_NO_DATE ? a->report : app->context.today, err);
	return rc < 0 || involved ? rc : say_level(app, &referral, err);
}

#define S struct mark_args
static const struct opt mark_opts[] = {
	OPT_ROW_WORD(S, referral, "REFERRAL", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the referral: RF2, or a child with exactly one open one"),
	OPT_ROW_DATE(S, sent, "sent", 0, "the day it was sent"),
	OPT_ROW_DATE(S, accepted, "accepted", 0, "the day the agency took it on"),
	OPT_ROW_DATE(S, seen, "seen", 0, "the day the child was first seen"),
	OPT_ROW_DATE(S, report, "report", 0, "the day the report came"),
	OPT_ROW_TEXT(S, advice, "advice", 0, "TEXT", "what they advise"),
	OPT_ROW_TEXTS(S, actions, "action", 0, "\"WHAT = WHO by DATE\"", "what the school does about it"),
	OPT_ROW_DATE(S, due, "due", OPT_FUTURE, "the day to ask again"),
	OPT_ROW_DATE(S, closed, "closed", 0, "the day it was closed"),
	OPT_ROW_TEXT(S, result, "result", 0, "TEXT", "how it ended: discharged, declined"),
	OPT_ROW_TEXT(S, reason, "reason", 0, "TEXT", "why it was closed"),
};
#undef S
static const char *const mark_examples[] = {
	"sendctl referral mark RF2 --accepted 2026-11-02 --seen 2026-11-16",
	"sendctl referral mark zoe@3B --report today --advice @report.txt --action \"word mat = Ms Hart by "
	"+2w\"",
	NULL};
static const struct cmd mark_cmd = {
	.noun = "referral",
	.verb = "mark",
	.summary = "what has become of a referral: sent, accepted, seen, report, closed",
	.about =
		"Several can be given at once. When an outside professional is first involved (accepted, and "
		"seen or reported) and the policy has a level for that, the command for it is said; it is "
		"never "
		"done by itself.",
	.flags = CMD_WRITES,
	.opts = mark_opts,
	.opt_count = SEN_COUNT(mark_opts),
	.args_size = sizeof(struct mark_args),
	.examples = mark_examples,
	.run = mark,
};

/* ---- list ---- */

struct list_args {
	struct texts pupils;
	const char *agency;
	bool all;
};

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	struct sen_value values[] = {{":all", NULL, a->all}, {":agency", NULL, SEN_NO_INT}};
	int rc = a->agency ? app_record(app, &sen_agency_record, a->agency, &values[1].number, err) : 0;
	if (rc < 0)
		return rc;
	return app_answer_pupils(app, &sen_referral_list_query, values, SEN_COUNT(values), &a->pupils, err);
}

static const struct opt list_opts[] = {
	OPT_ROW_FLAG(struct list_args, all, "all", 0, "those closed too"),
	OPT_ROW_WORD(struct list_args, agency, "agency", 0, "AGENCY",
		     "only to this agency: AG2, its code or name"),
	OPT_ROW_WORDS(struct list_args, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "children, classes or lists: zoe@3B, @3B, year:6, register"),
};
static const char *const list_examples[] = {"sendctl referral list --agency SLT --all", NULL};
static const struct cmd list_cmd = {
	.noun = "referral",
	.verb = "list",
	.summary = "referrals, where they stand and how long they wait",
	.flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
	.answer = &sen_referral_list_query,
	.examples = list_examples,
	.run = list,
};

static const struct cmd *const verbs[] = {&add_cmd, &mark_cmd, &list_cmd};
const struct noun referral_noun = {.name = "referral",
				   .summary = "a child referred to an agency, until it is closed",
				   .group = "around them",
				   .record = &sen_referral_record,
				   .verbs = verbs,
				   .count = SEN_COUNT(verbs)};
