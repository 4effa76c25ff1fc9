/* sendctl ehcp draft, final, amended: the plan comes (R62). */
#include "ehcp.h"

#include <string.h>

/* ---- draft ---- */

struct draft_args {
	const char *pupil;
	sen_date served, copy;
};

static void say_copy(struct app *app, const struct sen_ehc_case *ehc, sen_date copy)
{
	char day[16];

	app_say(app,
		"  The fifteen days to comment begin with the day it was served on the parents, which is not "
		"known. Counted from the school's copy they would end on %s; the true end may be earlier.",
		sen_date_long(copy + 14, day));
	app_say(app, "  Ask the parents for the day: sendctl ehcp draft %s --served DATE", ehcp_id(app, ehc));
}

/* The day of service of the version, when it is known; NULL: it is not. */
static const struct sen_milestone *served_as(const struct sen_ehc_case *ehc, int64_t version)
{
	for (size_t i = 0; i < ehc->count; i++)
		if (strcmp(ehc->all[i].event, "draft-served") == 0 && ehc->all[i].version == version)
			return &ehc->all[i];
	return NULL;
}

static int draft(struct app *app, const void *args, struct sen_err *err)
{
	const struct draft_args *a = args;
	const struct sen_milestone *served;
	struct sen_ehc_case ehc;
	int64_t version;
	char day[16];
	int rc = ehcp_case_whole(app, a->pupil, &ehc, err);

	if (rc < 0 || (rc = sen_ehc_draft(app->store, &ehc, a->served, a->copy, &version, err)) < 0)
		return rc;
	app_wrote(app, &sen_ehc_record, ehc.ehc.head.id);
	app_say(app, "%s: %s.%lld, the draft plan %s on %s.", app_child(app, ehc.ehc.pupil_id),
		ehcp_id(app, &ehc), (long long)version,
		a->served == SEN_NO_DATE ? "came to the school" : "was served on the parents",
		sen_date_long(a->served == SEN_NO_DATE ? a->copy : a->served, day));
	served = served_as(&ehc, version);
	if (a->served == SEN_NO_DATE && served)
		app_say(app, "  It is taken as the copy of the draft that was served on %s.",
			sen_date_long(served->happened_on, day));
	if (!served) {
		say_copy(app, &ehc, a->copy);
	} else {
		ehcp_say_due(app, &ehc, "draft-comments");
		ehcp_say_due(app, &ehc, "draft-finalised-not-before");
		ehcp_say_due(app, &ehc, "ehc-final-plan");
	}
	return 0;
}

#define S struct draft_args
static const struct opt draft_opts[] = {
	EHCP_ROW(S, pupil),
	OPT_ROW_DATE(S, served, "served", 0, "the day it was served on the parents"),
	OPT_ROW_DATE(S, copy, "copy", 0, "the day the school's copy came"),
};
#undef S
static const char *const draft_examples[] = {"sendctl ehcp draft zoe@3B --served 2026-11-16", NULL};
const struct cmd ehcp_draft_cmd = {
	.noun = "ehcp",
	.verb = "draft",
	.summary = "the draft plan came: the parents have fifteen days",
	.about = "The parents have at least fifteen days beginning with the day the draft was served on "
		 "them. A "
		 "school that knows only when its copy came says so with --copy; the day of service can be "
		 "added later and belongs to the same draft.",
	.flags = CMD_WRITES,
	.opts = draft_opts,
	.opt_count = SEN_COUNT(draft_opts),
	.args_size = sizeof(struct draft_args),
	.record = &sen_ehc_record,
	.examples = draft_examples,
	.run = draft,
};

/* ---- final, amended ---- */

struct final_args {
	const char *pupil, *setting, *setting_type;
	sen_date on;
	bool keep_level;
};

static void say_level(struct app *app, const struct sen_ehc_case *ehc, const struct sen_ehc_final *final)
{
	if (final->moved) {
		app_wrote(app, &sen_register_record, final->move.after.head.id);
		app_say(app, "  At '%s' from that day, census %s.", final->move.after.level_name,
			final->move.after.census);
		for (size_t i = 0; i < final->move.advice_count; i++)
			app_say(app, "  %s", final->move.advice[i]);
	}
	if (final->stays)
		app_say(app,
			"  The level was not moved: %s. Move it: sendctl pupil level P%lld %s --reason TEXT",
			final->stays, (long long)ehc->ehc.pupil_id,
			final->move.level ? final->move.level : "LEVEL");
}

/* A plan of the school year before a change of phase that does not name the next school. */
static void say_next_school(struct app *app, const struct sen_ehc_case *ehc, sen_date on)
{
	struct sen_ehc_step step;
	char day[16];

	if (sen_ehc_due(app->store, ehc, "phase-transfer", SEN_NO_DATE, &step) &&
	    on >= sen_date_add_years(step.starts_on, -1))
		app_say(app,
			"  Section I names no other school yet, which it must by %s (%s). If the plan does: "
			"sendctl ehcp section EH%lld I NAME",
			sen_date_long(step.due_on, day), step.rule->cite, (long long)ehc->ehc.head.id);
}

static int finish(struct app *app, const struct final_args *a, bool amended, struct sen_err *err)
{
	struct sen_ehc_final final = {.on = a->on,
				      .setting = a->setting,
				      .setting_type = a->setting_type,
				      .keep_level = a->keep_level};
	struct sen_ehc_case ehc;
	char day[16];
	int rc = ehcp_case_whole(app, a->pupil, &ehc, err);

	if (rc == 0 && a->setting_type && !a->setting)
		rc = sen_fail(err, SEN_USAGE, "--setting-type goes with --setting NAME");
	if (rc < 0 || (rc = sen_ehc_finish(app->store, &ehc, &final, amended, err)) < 0)
		return rc;
	app_wrote(app, &sen_ehc_record, ehc.ehc.head.id);
	app_say(app, "%s: %s.%lld, the final %splan of %s.", app_child(app, ehc.ehc.pupil_id),
		ehcp_id(app, &ehc), (long long) final.version, amended ? "amended " : "",
		sen_date_long(a->on, day));
	if (final.not_before != SEN_NO_DATE)
		app_say(app,
			"  The parents' fifteen days to comment on the draft were not over before %s (SEND "
			"Regs 2014 reg 13(1)(a)): ask the authority.",
			sen_date_long(final.not_before, day));
	ehcp_say_late(app, &ehc, amended ? "amended-final" : "ehc-final-plan", a->on);
	say_level(app, &ehc, &final);
	ehcp_say_due(app, &ehc, "plan-meeting");
	say_next_school(app, &ehc, a->on);
	if (!amended)
		ehcp_say_due(app, &ehc, "annual-review-complete");
	ehcp_say_window(app, &ehc);
	return 0;
}

static int final(struct app *app, const void *args, struct sen_err *err)
{
	return finish(app, args, false, err);
}

static int amended(struct app *app, const void *args, struct sen_err *err)
{
	return finish(app, args, true, err);
}

#define S struct final_args
static const struct opt final_opts[] = {
	EHCP_ROW(S, pupil),
	OPT_ROW_DATE(S, on, "on", OPT_REQUIRED, "the day of the plan"),
	OPT_ROW_WORD(S, setting, "setting", OPT_REQUIRED, "NAME", "the school or setting named in Section I"),
	OPT_ROW_WORD(S, setting_type, "setting-type", 0, "TEXT", "its type: mainstream primary"),
	OPT_ROW_FLAG(S, keep_level, "keep-level", 0, "leave the child at the level of the register"),
};
static const struct opt amended_opts[] = {
	EHCP_ROW(S, pupil),
	OPT_ROW_DATE(S, on, "on", OPT_REQUIRED, "the day of the amended plan"),
	OPT_ROW_WORD(S, setting, "setting", 0, "NAME", "the school or setting it names now"),
	OPT_ROW_WORD(S, setting_type, "setting-type", 0, "TEXT", "its type"),
};
#undef S
static const char *const final_examples[] = {
	"sendctl ehcp final zoe@3B --on 2026-11-20 --setting \"Harborne Primary\"", NULL};
const struct cmd ehcp_final_cmd = {
	.noun = "ehcp",
	.verb = "final",
	.summary = "the final plan came; the child moves to the level of an EHC plan",
	.about = "What was written for the draft stands in the final plan until it is changed. Where the "
		 "school's policy has one level with an EHC plan (census E), the child is moved to it that "
		 "day; "
		 "--keep-level leaves that to 'sendctl pupil level'. The parents may appeal against Sections "
		 "B, "
		 "F "
		 "and I; a meeting on how the school carries the plan out is owed, written down with "
		 "'sendctl ehcp met'.",
	.flags = CMD_WRITES,
	.opts = final_opts,
	.opt_count = SEN_COUNT(final_opts),
	.args_size = sizeof(struct final_args),
	.record = &sen_ehc_record,
	.examples = final_examples,
	.run = final,
};
static const char *const amended_examples[] = {"sendctl ehcp amended zoe@3B --on 2026-11-20", NULL};
const struct cmd ehcp_amended_cmd = {
	.noun = "ehcp",
	.verb = "amended",
	.summary = "the final amended plan came",
	.about = "A new version of the plan. What was written stands on until it is changed.",
	.flags = CMD_WRITES,
	.opts = amended_opts,
	.opt_count = SEN_COUNT(amended_opts),
	.args_size = sizeof(struct final_args),
	.record = &sen_ehc_record,
	.examples = amended_examples,
	.run = amended,
};
