/* The noun `topup`: money for one child above the notional sum. */
#include "topup.h"

#include <sen/text.h>
#include <sen/topup.h>

#include <string.h>

/* The policy's code for a source typed as its name; another word is kept as it is. */
static int set_funding(struct app *app, struct sen_topup *record, struct sen_err *err)
{
	const char *code;
	bool known;
	int rc = record->funding ? sen_provision_funding(app->store, app->context.today, record->funding,
							 &code, &known, err)
				 : 0;

	if (rc == 0 && record->funding)
		record->funding = code;
	return rc;
}

/* Asked for the same, and nothing decided yet: typed twice. */
static int check_once(struct app *app, const struct sen_topup *record, struct sen_err *err)
{
	struct sen_topup *all;
	size_t count;
	char day[16];
	int rc = sen_record_of_pupil(app->store, &sen_topup_record, record->pupil_id, (void **)&all, &count,
				     err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		if (record->asked_on == SEN_NO_DATE || all[i].asked_on != record->asked_on ||
		    all[i].granted != SEN_NO_INT || !all[i].funding || !record->funding ||
		    strcmp(all[i].funding, record->funding) != 0)
			continue;
		sen_fail(err, SEN_CONFLICT, "it is on record already: %s, asked for on %s (TU%lld)",
			 record->funding, sen_date_long(record->asked_on, day), (long long)all[i].head.id);
		sen_hint(err, "When it is decided: 'sendctl topup decide TU%lld --granted yes|no'.",
			 (long long)all[i].head.id);
		rc = err->code;
	}
	return rc;
}

static int add(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_topup *record = app->record;
	int rc = set_funding(app, record, err);

	if (rc == 0)
		rc = check_once(app, record, err);
	if (rc < 0 || (rc = generic_add(app, args, err)) < 0)
		return rc;
	if (record->granted == 1)
		app_say(app, "  the census stays as it is: top-up is no EHC plan");
	if (record->granted == SEN_NO_INT)
		app_say(app,
			"  what is asked as evidence: sendctl topup evidence TU%lld; when it is decided: "
			"sendctl "
			"topup decide TU%lld --granted yes --pounds POUNDS --from DATE, or --granted no "
			"--reason TEXT",
			(long long)record->head.id, (long long)record->head.id);
	return 0;
}
static const char *const add_examples[] = {"sendctl topup add zoe@3B --funding sspp --asked-on 2026-10-05",
					   "sendctl topup add P12 --funding sspp --granted yes --pounds 2400 "
					   "--from 2026-09-01 --until 2027-09-01",
					   NULL};
static const struct cmd add_cmd = {
	.noun = "topup",
	.verb = "add",
	.summary = "extra funding of a child was asked for, or decided",
	.about = "What was asked for, when it was decided, granted or not, and the sum a year with the days "
		 "it "
		 "is paid for. 'sendctl report provision --costs' sets what a child's provision costs "
		 "against it. "
		 "The source is one of the policy's list (sspp, ehc ...) or a word of your own. The census "
		 "code "
		 "does not change: a child with top-up and no EHC plan stays K.",
	.flags = CMD_WRITES | CMD_CREATES,
	.record = &sen_topup_record,
	.examples = add_examples,
	.run = add,
};

static int edit(struct app *app, const void *args, struct sen_err *err)
{
	int rc = set_funding(app, app->record, err);

	return rc < 0 ? rc : generic_edit(app, args, err);
}
static const struct opt edit_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "TOPUP", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "its id, or a child: the last one"),
};
static const char *const edit_examples[] = {
	"sendctl topup edit TU1 --decided-on today --granted yes --pounds 2400 --from 2026-09-01", NULL};
static const struct cmd edit_cmd = {
	.noun = "topup",
	.verb = "edit",
	.summary = "what was decided, the sum, the days it is paid for",
	.flags = CMD_WRITES | CMD_FORM,
	.record = &sen_topup_record,
	.opts = edit_opts,
	.opt_count = SEN_COUNT(edit_opts),
	.args_size = sizeof(struct one_args),
	.examples = edit_examples,
	.run = edit,
};

/* ---- decide ---- */

struct decide_args {
	const char *topup, *granted, *pounds, *reason;
	sen_date on, from, until, review;
	bool keep_level;
};

/* The one that waits for a decision; by id any. */
static int waiting(struct app *app, const char *text, struct sen_topup *out, struct sen_err *err)
{
	struct sen_topup *all;
	size_t count, waits = 0;
	int64_t id, pupil_id;
	int rc;

	if (sen_id_parse(text, sen_topup_record.prefix, &id)) {
		rc = app_record(app, &sen_topup_record, text, &id, err);
		return rc < 0 ? rc : sen_record_get(app->store, &sen_topup_record, id, out, err);
	}
	if ((rc = app_pupil(app, text, &pupil_id, err)) < 0 ||
	    (rc = sen_record_of_pupil(app->store, &sen_topup_record, pupil_id, (void **)&all, &count, err)) <
		    0)
		return rc;
	for (size_t i = 0; i < count; i++)
		if (all[i].granted == SEN_NO_INT && waits++ == 0)
			*out = all[i];
	if (waits == 1)
		return 0;
	sen_fail(err, SEN_NOTFOUND, "%s: %s", app_child(app, pupil_id),
		 waits ? "several requests for extra funding wait for a decision"
		       : "no request for extra funding waits for a decision");
	if (waits)
		sen_hint(err, "Say which one by its id: 'sendctl topup list P%lld' shows them.",
			 (long long)pupil_id);
	else
		sen_hint(err, "First: sendctl topup add P%lld --funding sspp --asked-on DATE",
			 (long long)pupil_id);
	return err->code;
}

static void say_granted(struct app *app, const struct sen_topup *topup,
			const struct sen_topup_decision *decision)
{
	char from[16], until[16];

	app_say(app, "%s: TU%lld (%s) granted, %lld.%02lld pounds a year from %s%s%s.",
		app_child(app, topup->pupil_id), (long long)topup->head.id, topup->funding,
		(long long)(topup->pence / 100), (long long)(topup->pence % 100),
		sen_date_long(topup->from_on, from), topup->until_on == SEN_NO_DATE ? "" : " until before ",
		topup->until_on == SEN_NO_DATE ? "" : sen_date_long(topup->until_on, until));
	app_say(app, "  to be reviewed by %s%s", sen_date_long(topup->review_on, from),
		decision->review_assumed ? " (nobody said when: a judgement; --review-on says another day)"
					 : "");
	if (decision->moved) {
		app_wrote(app, &sen_register_record, decision->move.after.head.id);
		app_say(app, "  At '%s' from %s; the census stays %s: top-up is no EHC plan.",
			decision->move.after.level_name, sen_date_long(topup->from_on, from),
			decision->move.after.census);
		for (size_t i = 0; i < decision->move.advice_count; i++)
			app_say(app, "  %s", decision->move.advice[i]);
		return;
	}
	app_say(app, "  the census stays as it is: top-up is no EHC plan");
	if (decision->stays)
		app_say(app,
			"  The level was not moved: %s. Move it: sendctl pupil level P%lld %s --reason TEXT",
			decision->stays, (long long)topup->pupil_id, decision->move.level);
}

static int decide(struct app *app, const void *args, struct sen_err *err)
{
	const struct decide_args *a = args;
	struct sen_topup_decision decision = {.granted = strcmp(a->granted, "yes") == 0,
					      .keep_level = a->keep_level,
					      .pounds = a->pounds,
					      .reason = a->reason,
					      .on = a->on,
					      .from = a->from,
					      .until = a->until,
					      .review = a->review};
	struct sen_topup topup;
	char day[16];
	int rc = waiting(app, a->topup, &topup, err);

	if (rc < 0 || (rc = sen_topup_decide(app->store, &topup, &decision, err)) < 0)
		return rc;
	app_wrote(app, &sen_topup_record, topup.head.id);
	if (decision.granted) {
		say_granted(app, &topup, &decision);
		return 0;
	}
	app_say(app, "%s: TU%lld (%s) refused on %s.", app_child(app, topup.pupil_id),
		(long long)topup.head.id, topup.funding, sen_date_long(topup.decided_on, day));
	app_say(app,
		"  A request for an EHC needs assessment is another matter, and open all the same: sendctl "
		"ehcp evidence P%lld",
		(long long)topup.pupil_id);
	return 0;
}
#define S struct decide_args
static const struct opt decide_opts[] = {
	OPT_ROW_WORD(S, topup, "TOPUP", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "its id, or a child with one that waits for a decision"),
	OPT_ROW_CHOICE(S, granted, "granted", OPT_REQUIRED, "yes|no", "granted or not"),
	OPT_ROW_WORD(S, pounds, "pounds", 0, "POUNDS", "the sum a year"),
	OPT_ROW_DATE(S, from, "from", 0, "from when it is paid"),
	OPT_ROW_DATE(S, until, "until", OPT_FUTURE, "the first day after"),
	OPT_ROW_DATE(S, review, "review-on", OPT_FUTURE,
		     "to be reviewed by (as the policy's level says, else in a year)"),
	OPT_ROW_DATE(S, on, "on", 0, "the day it was decided (today)"),
	OPT_ROW_TEXT(S, reason, "reason", 0, "TEXT", "why it was refused"),
	OPT_ROW_FLAG(S, keep_level, "keep-level", 0, "leave the child at the level of the register"),
};
#undef S
static const char *const decide_examples[] = {
	"sendctl topup decide TU1 --granted yes --pounds 2400 --from 2026-09-01 --until 2027-09-01",
	"sendctl topup decide zoe@3B --granted no --reason \"the panel asks for a second agency\"", NULL};
static const struct cmd decide_cmd = {
	.noun = "topup",
	.verb = "decide",
	.summary = "extra funding was granted, or refused and why",
	.about = "Where the policy has a level that comes with the money (SSPP), the child is moved to it "
		 "from "
		 "the first day it is paid; --keep-level leaves that to 'sendctl pupil level'. The census "
		 "code "
		 "stays K: it is no EHC plan. The review is owed by the day of the policy's level, else in a "
		 "year, a judgement.",
	.flags = CMD_WRITES,
	.opts = decide_opts,
	.opt_count = SEN_COUNT(decide_opts),
	.args_size = sizeof(struct decide_args),
	.record = &sen_topup_record,
	.examples = decide_examples,
	.run = decide,
};

static const struct cmd *const verbs[] = {&add_cmd, &decide_cmd, &topup_evidence_cmd, &topup_show_cmd,
					  &edit_cmd};
const struct noun topup_noun = {.name = "topup",
				.summary = "extra funding of a child, asked for and granted",
				.group = "around them",
				.record = &sen_topup_record,
				.verbs = verbs,
				.count = SEN_COUNT(verbs)};
