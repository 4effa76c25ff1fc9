/* sendctl ehcp withdraw, cease: how a case ends (R69). */
#include "ehcp.h"

#include <string.h>

/* ---- withdraw ---- */

struct end_args {
	const char *pupil, *why, *reason;
	sen_date on;
};

static int withdraw(struct app *app, const void *args, struct sen_err *err)
{
	const struct end_args *a = args;
	struct sen_ehc_case ehc;
	const char *stage;
	int rc = ehcp_case_whole(app, a->pupil, &ehc, err);

	if (rc < 0)
		return rc;
	stage = sen_ehc_stage(&ehc, app->context.today);
	if (strcmp(stage, "plan") == 0)
		return sen_fail(err, SEN_INVALID, "EH%lld has a plan: there is no request to withdraw",
				(long long)ehc.ehc.head.id);
	if (ehc.ehc.ended_as)
		return sen_fail(err, SEN_CONFLICT, "EH%lld has ended: %s", (long long)ehc.ehc.head.id,
				sen_code_label(sen_ehc_stages, stage));
	if ((rc = ehcp_mark(app, &ehc, "withdrawn", a->on, NULL, a->reason, err)) < 0)
		return rc;
	return sen_ehc_end_case(app->store, &ehc, "withdrawn", a->on, NULL, err);
}

/* ---- cease ---- */

static int still_level(struct app *app, const struct sen_ehc_case *ehc, sen_date on, struct sen_err *err)
{
	struct sen_register_entry entry;
	int rc = sen_register_on(app->store, ehc->ehc.pupil_id, on, &entry, err);

	if (rc == 0 && entry.head.id && strcmp(entry.census, "E") == 0)
		app_say(app,
			"  The child is still at '%s'. Move the child: sendctl pupil level P%lld LEVEL|off "
			"--reason TEXT",
			entry.level_name, (long long)ehc->ehc.pupil_id);
	return rc;
}

static int cease(struct app *app, const void *args, struct sen_err *err)
{
	const struct end_args *a = args;
	const struct sen_law_item *why;
	struct sen_ehc_case ehc;
	char day[16];
	int rc = ehcp_case_whole(app, a->pupil, &ehc, err);

	if (rc == 0 && ehc.ehc.ended_as)
		return sen_fail(err, SEN_CONFLICT, "EH%lld has ended on %s", (long long)ehc.ehc.head.id,
				sen_date_long(ehc.ehc.ended_on, day));
	if (rc == 0 && a->on > app->context.today)
		return sen_fail(err, SEN_INVALID, "--on: %s has not come yet", sen_date_long(a->on, day));
	if (rc == 0 && !sen_ehc_in_force(&ehc, a->on)) {
		sen_fail(err, SEN_INVALID, "EH%lld had no plan in force on %s", (long long)ehc.ehc.head.id,
			 sen_date_long(a->on, day));
		sen_hint(err,
			 "A request that is taken back: 'sendctl ehcp withdraw EH%lld --on DATE --reason "
			 "TEXT'.",
			 (long long)ehc.ehc.head.id);
		return err->code;
	}
	if (rc < 0 || (rc = sen_ehc_cease_reason(app->store, &ehc, a->why, &why, err)) < 0 ||
	    (rc = sen_ehc_may_cease(app->store, &ehc, why, a->on, err)) < 0)
		return rc;
	if (a->reason)
		ehc.ehc.note =
			ehc.ehc.note ? sen_format(app->arena, "%s\n%s", ehc.ehc.note, a->reason) : a->reason;
	if ((rc = sen_ehc_end_case(app->store, &ehc, "ceased", a->on, why->code, err)) < 0)
		return rc;
	app_wrote(app, &sen_ehc_record, ehc.ehc.head.id);
	app_say(app, "%s: %s, the plan ceased on %s: %s.", app_child(app, ehc.ehc.pupil_id),
		ehcp_id(app, &ehc), sen_date_long(a->on, day), why->name);
	return still_level(app, &ehc, a->on, err);
}

#define S struct end_args
static const struct opt withdraw_opts[] = {
	EHCP_ROW(S, pupil),
	OPT_ROW_DATE(S, on, "on", OPT_REQUIRED, "the day it was taken back"),
	OPT_ROW_TEXT(S, reason, "reason", OPT_REQUIRED, "TEXT", "why"),
};
static const struct opt cease_opts[] = {
	EHCP_ROW(S, pupil),
	OPT_ROW_DATE(S, on, "on", OPT_REQUIRED, "the day the plan ended"),
	OPT_ROW_WORD(S, why, "why", OPT_REQUIRED, "REASON",
		     "the reason: a code of SEN2 (1 to 9), or its words"),
	OPT_ROW_TEXT(S, reason, "reason", 0, "TEXT", "what else is to be said"),
};
#undef S
static const char *const withdraw_examples[] = {
	"sendctl ehcp withdraw zoe@3B --on 2026-11-20 --reason \"the parents took it back\"", NULL};
const struct cmd ehcp_withdraw_cmd = {
	.noun = "ehcp",
	.verb = "withdraw",
	.summary = "the request was taken back",
	.flags = CMD_WRITES,
	.opts = withdraw_opts,
	.opt_count = SEN_COUNT(withdraw_opts),
	.args_size = sizeof(struct end_args),
	.record = &sen_milestone_record,
	.examples = withdraw_examples,
	.run = withdraw,
};
static const char *const cease_examples[] = {
	"sendctl ehcp cease zoe@3B --on 2026-11-20 --why \"left England\"", NULL};
const struct cmd ehcp_cease_cmd = {
	.noun = "ehcp",
	.verb = "cease",
	.summary = "the plan is no longer kept: after the decision, and when nobody can appeal any more",
	.about = "Only the local authority can cease a plan, when it is no longer responsible or the plan no "
		 "longer necessary (CFA 2014 s.45). That targets were met, or that the school wishes it, is "
		 "no "
		 "ground. The plan is kept while the parents may appeal and while an appeal is open; before "
		 "that day the command refuses, and --anyway does not pass it. Nothing waits where the child "
		 "has "
		 "died, left England, or gone to another authority.\n\nThe reasons are those of the return "
		 "SEN2: "
		 "a wrong one lists them.",
	.flags = CMD_WRITES,
	.opts = cease_opts,
	.opt_count = SEN_COUNT(cease_opts),
	.args_size = sizeof(struct end_args),
	.record = &sen_ehc_record,
	.examples = cease_examples,
	.run = cease,
};
