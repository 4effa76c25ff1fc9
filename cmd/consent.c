/* The noun `consent`: given, held, run out, taken back. */
#include "nouns.h"
#include <sen/agency.h>
#include <sen/policy.h>
#include <string.h>

/* ---- add ---- */

static int add(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_consent *consent = app->record;
	const char *known;
	char day[16];
	(void)args;
	int rc = sen_consent_prepare(app->store, consent, &known, err);
	if (rc < 0 || (rc = sen_record_insert(app->store, &sen_consent_record, consent, err)) < 0)
		return rc;
	app->created = consent->head.id;
	app_say(app, "%s: consent%s ('%s') given by %s, from %s.", app_child(app, consent->pupil_id),
		app->dry_run ? "" : sen_format(app->arena, " CN%lld", (long long)app->created),
		consent->purpose, consent->given_by, sen_date_long(consent->from_on, day));
	if (consent->expires_on != SEN_NO_DATE)
		app_say(app, "  It runs out on %s.", sen_date_long(consent->expires_on, day));
	if (!known)
		app_say(app, "  The school's policy asks for no consent called '%s'.", consent->purpose);
	return 0;
}

static const char *const add_examples[] = {
	"sendctl consent add zoe@3B --purpose agency --by \"Ewa Nowak\" --how signed",
	"sendctl consent add P12 --purpose agreement --by \"Ewa Nowak\" --from 2026-09-14", NULL};
static const struct cmd add_cmd = {
	.noun = "consent",
	.verb = "add",
	.summary = "a consent that was given",
	.about = "What needs one is in the policy ('sendctl policy show'). Where the policy says how long it "
		 "lasts, the day it runs out is filled in, and a new one is owed by then.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.record = &sen_consent_record,
	.examples = add_examples,
	.run = add,
};

/* ---- withdraw ---- */

struct withdraw_args {
	const char *consent, *by;
	sen_date on;
};

/* What was begun on the strength of it. */
static int say_resting(struct app *app, const struct sen_consent *consent, struct sen_err *err)
{
	struct sen_referral *all;
	size_t count;
	int rc = sen_record_of_pupil(app->store, &sen_referral_record, consent->pupil_id, (void **)&all,
				     &count, err);
	for (size_t i = 0; i < count && rc == 0; i++)
		if (all[i].consent_id == consent->head.id && all[i].closed_on == SEN_NO_DATE)
			app_say(app,
				"  The referral RF%lld rests on it: tell the agency, then 'sendctl referral "
				"mark "
				"RF%lld --closed DATE --reason TEXT'.",
				(long long)all[i].head.id, (long long)all[i].head.id);
	return rc;
}

static int withdraw(struct app *app, const void *args, struct sen_err *err)
{
	const struct withdraw_args *a = args;
	sen_date on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	struct sen_consent consent;
	int64_t id;
	char day[16];
	int rc = app_record(app, &sen_consent_record, a->consent, &id, err);
	if (rc < 0 || (rc = sen_consent_withdraw(app->store, id, a->by, on, &consent, err)) < 0)
		return rc;
	app_wrote(app, &sen_consent_record, id);
	app_say(app, "%s: CN%lld ('%s') holds no more from %s.", app_child(app, consent.pupil_id),
		(long long)id, consent.purpose, sen_date_long(on, day));
	return say_resting(app, &consent, err);
}

static const struct opt withdraw_opts[] = {
	OPT_ROW_WORD(struct withdraw_args, consent, "CONSENT", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the consent: CN3, or a child with exactly one"),
	OPT_ROW_WORD(struct withdraw_args, by, "by", OPT_REQUIRED, "NAME", "who took it back"),
	OPT_ROW_DATE(struct withdraw_args, on, "on", 0, "the day it was taken back (today)"),
};
static const char *const withdraw_examples[] = {"sendctl consent withdraw CN3 --by \"Ewa Nowak\"", NULL};
static const struct cmd withdraw_cmd = {
	.noun = "consent",
	.verb = "withdraw",
	.summary = "a consent is taken back",
	.about = "It stays in the records with both dates. What was begun on the strength of it is named.",
	.flags = CMD_WRITES,
	.opts = withdraw_opts,
	.opt_count = SEN_COUNT(withdraw_opts),
	.args_size = sizeof(struct withdraw_args),
	.examples = withdraw_examples,
	.run = withdraw,
};

/* ---- list ---- */

struct list_args {
	struct texts pupils;
	const char *state;
};

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	const struct sen_value value = {":state", a->state, SEN_NO_INT};
	return app_answer_pupils(app, &sen_consent_list_query, &value, 1, &a->pupils, err);
}

static const struct opt list_opts[] = {
	OPT_ROW_CHOICE(struct list_args, state, "state", 0, "held|expired|withdrawn|later",
		       "only those that stand so"),
	OPT_ROW_WORDS(struct list_args, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "children, classes or lists: zoe@3B, @3B, year:6, register"),
};
static const char *const list_examples[] = {"sendctl consent list register --state expired", NULL};
static const struct cmd list_cmd = {
	.noun = "consent",
	.verb = "list",
	.summary = "consents, and whether they hold",
	.flags = CMD_READS | CMD_TABLE | CMD_AS_AT | CMD_ALL_SCHOOLS,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
	.answer = &sen_consent_list_query,
	.examples = list_examples,
	.run = list,
};

static const struct cmd *const verbs[] = {&add_cmd, &withdraw_cmd, &list_cmd};
const struct noun consent_noun = {.name = "consent",
				  .summary = "who agreed to what, from when, until when",
				  .group = "around them",
				  .record = &sen_consent_record,
				  .verbs = verbs,
				  .count = SEN_COUNT(verbs)};
