/* appeal mediation, complied and close: several events at once, what was done, the end. */
#include "appeal.h"

#include <string.h>

/* ---- mediation ---- */

struct mediation_args {
	const char *appeal, *agreed, *who, *note;
	sen_date contacted, asked, declined, held, certificate;
};

/* The agreement is of the day of the meeting. */
static int agreed_on(struct app *app, const struct sen_appeal *appeal, sen_date *out, struct sen_err *err)
{
	const struct sen_milestone *held;
	struct sen_milestone *steps;
	size_t count;
	int rc = sen_appeal_steps(app->store, appeal, &steps, &count, err);

	held = rc < 0 ? NULL : sen_milestone_last(steps, count, "mediation-held");
	*out = held ? held->happened_on : app->context.today;
	return rc;
}

enum { AGREEMENT = 4 };

static int mediation(struct app *app, const void *args, struct sen_err *err)
{
	const struct mediation_args *a = args;
	struct sen_dispute_step steps[] = {
		{"mediation-contact", a->contacted, NULL, NULL, NULL, 0},
		{"mediation-asked", a->asked, NULL, NULL, NULL, 0},
		{"mediation-declined", a->declined, NULL, NULL, NULL, 0},
		{"mediation-held", a->held, NULL, NULL, NULL, 0},
		{"mediation-agreement", SEN_NO_DATE, NULL, NULL, a->agreed, 0},
		{"mediation-certificate", a->certificate, NULL, NULL, NULL, 0},
	};
	struct sen_appeal appeal;
	bool any = false;
	int rc;

	/* Who and the note are of the first that is told. */
	for (size_t i = 0; i < SEN_COUNT(steps); i++) {
		bool agreement = i == AGREEMENT,
		     told = agreement ? a->agreed != NULL : steps[i].on != SEN_NO_DATE;

		if (told && !any)
			steps[i].who = a->who;
		if (told && !any && a->note)
			steps[i].note =
				agreement ? sen_format(app->arena, "%s\n%s", a->agreed, a->note) : a->note;
		any |= told;
	}
	if (!any)
		return sen_fail(err, SEN_USAGE,
				"say what happened: --contacted, --asked, --declined, --held, "
				"--agreed or --certificate");
	if (a->asked != SEN_NO_DATE && a->declined != SEN_NO_DATE)
		return sen_fail(err, SEN_USAGE, "mediation is asked for or declined: not both at once");
	if ((rc = appeal_load(app, a->appeal, &appeal, err)) < 0)
		return rc;
	for (size_t i = 0; i < SEN_COUNT(steps) && rc == 0; i++) {
		if (a->agreed && i == AGREEMENT)
			rc = agreed_on(app, &appeal, &steps[i].on, err);
		if (rc == 0 && steps[i].on != SEN_NO_DATE)
			rc = appeal_take(app, &appeal, &steps[i], err);
	}
	return rc < 0 || a->certificate == SEN_NO_DATE ? rc : appeal_say_until(app, &appeal, err);
}

#define S struct mediation_args
static const struct opt mediation_opts[] = {
	OPT_ROW_WORD(S, appeal, "APPEAL", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "AP1, or a child with one open"),
	OPT_ROW_DATE(S, contacted, "contacted", 0, "the parents contacted the mediation adviser"),
	OPT_ROW_DATE(S, asked, "asked", 0, "the authority was told that mediation is wanted"),
	OPT_ROW_DATE(S, declined, "declined", 0, "the parents told the adviser that they do not want it"),
	OPT_ROW_DATE(S, held, "held", 0, "the meeting was held"),
	OPT_ROW_TEXT(S, agreed, "agreed", 0, "TEXT", "what was agreed there"),
	OPT_ROW_DATE(S, certificate, "certificate", 0, "the certificate was issued"),
	OPT_ROW_TEXT(S, who, "who", 0, "NAME", "the adviser, or who took part"),
	OPT_ROW_TEXT(S, note, "note", 0, "TEXT", "note"),
};
#undef S
static const char *const mediation_examples[] = {
	"sendctl appeal mediation zoe@3B --contacted 2026-11-09 --declined 2026-11-10",
	"sendctl appeal mediation AP1 --certificate 2026-11-13",
	"sendctl appeal mediation AP1 --held 2026-11-19 --agreed \"a new speech assessment\"", NULL};
const struct cmd appeal_mediation_cmd = {
	.noun = "appeal",
	.verb = "mediation",
	.summary = "mediation: contacted, asked for or declined, held, agreed, the certificate",
	.about = "Several can be given at once. Mediation is the parents' choice; only the certificate is "
		 "needed for most appeals, and it comes also when mediation is declined.",
	.flags = CMD_WRITES,
	.record = &sen_milestone_record,
	.opts = mediation_opts,
	.opt_count = SEN_COUNT(mediation_opts),
	.args_size = sizeof(struct mediation_args),
	.examples = mediation_examples,
	.run = mediation,
};

/* ---- complied ---- */

struct complied_args {
	const char *appeal, *step, *note;
	sen_date on;
};

static bool decides(const struct sen_milestone *row)
{
	return strcmp(row->event, "order") == 0 || strcmp(row->event, "unopposed") == 0 ||
	       strcmp(row->event, "mediation-agreement") == 0;
}

/* A plan that was ordered is kept as the plan it is, with the version it brings. */
static void say_plan(struct app *app, const struct sen_appeal *appeal, const char *step)
{
	static const char *const verbs[][3] = {{"draft", "draft", "--served DATE"},
					       {"final", "final", "--on DATE --setting NAME"},
					       {"amend", "amended", "--on DATE"},
					       {"school", "amended", "--on DATE"}};

	for (size_t i = 0; step && i < SEN_COUNT(verbs); i++)
		if (strcmp(verbs[i][0], step) == 0)
			app_say(app, "  Keep the plan that came too: sendctl ehcp %s P%lld %s", verbs[i][1],
				(long long)appeal->pupil_id, verbs[i][2]);
}

/* What it comes to: an agreement is as an order. */
static const char *result_of(const struct sen_appeal *appeal, const struct sen_milestone *row)
{
	return strcmp(row->event, "mediation-agreement") == 0 ? sen_appeal_agreed(appeal) : row->result;
}

/* Does it ask for that: by name, or by a clock that it starts? */
static bool asks(const struct sen_law *law, const struct sen_appeal *appeal, const struct sen_milestone *row,
		 const char *step)
{
	const char *event = strcmp(row->event, "unopposed") == 0 ? "unopposed" : "order";
	const char *result = result_of(appeal, row), *of;
	bool so = result && strcmp(result, step) == 0;

	for (size_t i = 0; result && i < law->rule_count; i++) {
		of = sen_appeal_asks(&law->rules[i], event, result);
		so |= of && strcmp(of, step) == 0;
	}
	return so;
}

/* What the order, or the authority's word, asks. */
static int check_step(struct app *app, const struct sen_appeal *appeal, const char **step,
		      struct sen_err *err)
{
	const struct sen_milestone *last = NULL;
	struct sen_milestone *steps;
	const struct sen_law *law;
	size_t count;
	int rc = sen_appeal_steps(app->store, appeal, &steps, &count, err);

	if (rc < 0 || (rc = sen_law(app->store, &law, err)) < 0)
		return rc;
	for (size_t i = 0; i < count; i++)
		if (decides(&steps[i]) && (!*step || asks(law, appeal, &steps[i], *step)))
			last = &steps[i];
	if (!last && *step)
		return sen_fail(err, SEN_INVALID, "--step: nothing on record in AP%lld asks for '%s'",
				(long long)appeal->head.id, *step);
	if (!*step)
		*step = last ? result_of(appeal, last) : NULL;
	if (*step && (strcmp(*step, "dismissed") == 0 || strcmp(*step, "maintain") == 0))
		return sen_fail(err, SEN_INVALID, "the order asks nothing more of anybody: %s",
				sen_code_label(sen_appeal_orders, *step));
	return 0;
}

static int complied(struct app *app, const void *args, struct sen_err *err)
{
	const struct complied_args *a = args;
	struct sen_dispute_step step = {"complied", a->on, a->step, NULL, a->note, 0};
	struct sen_appeal appeal;
	int rc = appeal_load(app, a->appeal, &appeal, err);

	if (rc < 0 || (rc = check_step(app, &appeal, &step.result, err)) < 0)
		return rc;
	if ((rc = appeal_take(app, &appeal, &step, err)) < 0)
		return rc;
	say_plan(app, &appeal, step.result);
	return 0;
}

#define S struct complied_args
static const struct opt complied_opts[] = {
	OPT_ROW_WORD(S, appeal, "APPEAL", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "AP1, or a child with one open"),
	OPT_ROW_DATE(S, on, "on", OPT_REQUIRED, "the day it was done"),
	OPT_ROW_CHOICE(S, step, "step", 0, "assess|draft|final|amend|school|no-plan",
		       "which of what was ordered (the last)"),
	OPT_ROW_TEXT(S, note, "note", 0, "TEXT", "what was done"),
};
#undef S
static const char *const complied_examples[] = {"sendctl appeal complied AP1 --on 2026-11-20", NULL};
const struct cmd appeal_complied_cmd = {
	.noun = "appeal",
	.verb = "complied",
	.summary = "what was ordered, not opposed or agreed was done",
	.about = "A plan that was ordered is kept as the plan it is, with 'sendctl ehcp draft', 'final' or "
		 "'amended': that alone meets the order too.",
	.flags = CMD_WRITES,
	.record = &sen_milestone_record,
	.opts = complied_opts,
	.opt_count = SEN_COUNT(complied_opts),
	.args_size = sizeof(struct complied_args),
	.examples = complied_examples,
	.run = complied,
};

/* ---- close ---- */

struct close_args {
	const char *appeal, *result, *note;
	sen_date on;
};

static int close_appeal(struct app *app, const void *args, struct sen_err *err)
{
	const struct close_args *a = args;
	struct sen_appeal appeal;
	char day[16];
	sen_date on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	int rc = appeal_load(app, a->appeal, &appeal, err);

	if (rc < 0)
		return rc;
	if (a->note)
		appeal.note = appeal.note ? sen_format(app->arena, "%s\n%s", appeal.note, a->note) : a->note;
	if ((rc = sen_appeal_close(app->store, &appeal, a->result, on, err)) < 0)
		return rc;
	app_wrote(app, &sen_appeal_record, appeal.head.id);
	app_say(app, "  Closed on %s: %s.", sen_date_long(on, day),
		sen_code_label(sen_appeal_results, a->result));
	return 0;
}

#define S struct close_args
static const struct opt close_opts[] = {
	OPT_ROW_WORD(S, appeal, "APPEAL", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "AP1, or a child with one open"),
	OPT_ROW_CHOICE(S, result, "result", OPT_REQUIRED,
		       "withdrawn|conceded|settled|upheld|partly-upheld|dismissed|not-made", "how it ended"),
	OPT_ROW_DATE(S, on, "on", 0, "the day it was over (today)"),
	OPT_ROW_TEXT(S, note, "note", 0, "TEXT", "what came of it"),
};
#undef S
static const char *const close_examples[] = {"sendctl appeal close AP1 --result upheld --on 2026-11-20",
					     NULL};
const struct cmd appeal_close_cmd = {
	.noun = "appeal",
	.verb = "close",
	.summary = "the disagreement is over",
	.about = "What an order makes due stays due, and 'appeal complied' still takes it.",
	.flags = CMD_WRITES,
	.record = &sen_appeal_record,
	.opts = close_opts,
	.opt_count = SEN_COUNT(close_opts),
	.args_size = sizeof(struct close_args),
	.examples = close_examples,
	.run = close_appeal,
};
