/* sendctl ehcp excuse: a lawful exception is on record for a step of the statutory
 * clock; it excuses lateness and moves no date (R61; SEND Regs 2014 reg 5(4), 8(2),
 * 10(4), 13(3), 27(3)). */
#include "ehcp.h"

#include <string.h>

struct excuse_args {
	const char *pupil, *rule, *exception, *reason;
	sen_date on;
};

/* "school-closed, personal or absent" */
static const char *codes(struct app *app, const struct sen_law_rule *rule)
{
	struct sen_buf buf = {.arena = app->arena};

	for (size_t i = 0; i < rule->exception_count; i++)
		sen_buf_addf(&buf, "%s%s",
			     !i				      ? ""
			     : i + 1 == rule->exception_count ? " or "
							      : ", ",
			     rule->exceptions[i]);
	return buf.text;
}

/* Of the rules that have one. */
static const char *excusable(struct app *app, const struct sen_law *law)
{
	struct sen_buf buf = {.arena = app->arena};

	for (size_t i = 0; i < law->rule_count; i++)
		if (law->rules[i].exception_count)
			sen_buf_addf(&buf, "%s%s", buf.len ? ", " : "", law->rules[i].code);
	return buf.text;
}

static int check(struct app *app, const struct excuse_args *args, const struct sen_law *law,
		 const struct sen_law_rule **rule, struct sen_err *err)
{
	*rule = sen_law_rule(law, args->rule, SEN_NO_DATE);
	if (!*rule) {
		sen_fail(err, SEN_NOTFOUND, "there is no rule '%s'", args->rule);
		sen_hint(err, "An exception is known for: %s.", excusable(app, law));
		return err->code;
	}
	for (size_t i = 0; i < (*rule)->exception_count; i++)
		if (strcmp((*rule)->exceptions[i], args->exception) == 0)
			return 0;
	if (!sen_law_exception(law, args->exception))
		sen_fail(err, SEN_INVALID, "there is no exception '%s'", args->exception);
	else
		sen_fail(err, SEN_INVALID, "the law has no such exception for %s", (*rule)->code);
	if ((*rule)->exception_count)
		sen_hint(err, "It is one of %s: 'sendctl law show %s'.", codes(app, *rule), (*rule)->code);
	else
		sen_hint(err, "Nothing excuses that step. An exception is known for: %s.",
			 excusable(app, law));
	return err->code;
}

/* How the step stands now, with the excuse on record. */
static int say(struct app *app, const struct sen_ehc_case *ehc, const struct sen_law_rule *rule,
	       struct sen_err *err)
{
	struct sen_ehc_child child;
	char due[16];
	int rc = sen_ehc_child(app->store, ehc->ehc.pupil_id, &child, err);
	bool found = false;

	for (size_t i = 0; rc == 0 && i < child.steps.count; i++) {
		const struct sen_ehc_step *step = &child.steps.items[i];

		if (step->ehc_id != ehc->ehc.head.id || strcmp(step->rule->code, rule->code) != 0 ||
		    !step->excuse)
			continue;
		found = true;
		app_say(app, "  The last day stays %s; lateness is excused: %s (%s).",
			sen_date_long(step->due_on, due), step->excuse, step->rule->cite);
	}
	if (rc == 0 && !found)
		app_say(app, "  The step has no day yet: the excuse counts when it has one.");
	return rc;
}

static int excuse(struct app *app, const void *data, struct sen_err *err)
{
	const struct excuse_args *args = data;
	const struct sen_law_rule *rule;
	struct sen_milestone *milestone;
	struct sen_ehc_case ehc;
	int rc = ehcp_case_whole(app, args->pupil, &ehc, err);

	if (rc < 0 || (rc = check(app, args, ehc.law, &rule, err)) < 0)
		return rc;
	milestone = sen_ehc_event(app->store, &ehc, "excuse",
				  args->on == SEN_NO_DATE ? sen_store_day(app->store) : args->on);
	milestone->rule = rule->code;
	milestone->result = args->exception;
	milestone->note = args->reason;
	if ((rc = sen_ehc_mark(app->store, &ehc, milestone, err)) < 0)
		return rc;
	app_wrote(app, &sen_milestone_record, milestone->head.id);
	app_say(app, "%s: %s, an exception is on record: %s.", app_child(app, ehc.ehc.pupil_id),
		ehcp_id(app, &ehc), rule->name);
	return say(app, &ehc, rule, err);
}

#define S struct excuse_args
static const struct opt excuse_opts[] = {
	EHCP_ROW(S, pupil),
	OPT_ROW_WORD(S, rule, "RULE", OPT_POSITIONAL | OPT_REQUIRED, NULL, "the step's rule: ehc-final-plan"),
	OPT_ROW_WORD(S, exception, "exception", OPT_REQUIRED, "CODE",
		     "school-closed, provider-closed, personal, absent or appointment"),
	OPT_ROW_TEXT(S, reason, "reason", OPT_REQUIRED, "TEXT", "what it was"),
	OPT_ROW_DATE(S, on, "on", 0, "the day it is known from (today)"),
};
#undef S
static const char *const excuse_examples[] = {
	"sendctl ehcp excuse zoe@3B ehc-final-plan --exception personal --reason \"long stay in hospital\"",
	NULL};
const struct cmd ehcp_excuse_cmd = {
	.noun = "ehcp",
	.verb = "excuse",
	.summary = "an exception of the law that excuses a late step",
	.about = "For the steps of an assessment. An exception makes lateness lawful and moves no date: the "
		 "step "
		 "is then shown as excused instead of overdue or late. That the school was closed for four "
		 "weeks or more when its advice was asked for is found by itself in the school's dates.",
	.flags = CMD_WRITES,
	.opts = excuse_opts,
	.opt_count = SEN_COUNT(excuse_opts),
	.args_size = sizeof(struct excuse_args),
	.record = &sen_ehc_record,
	.examples = excuse_examples,
	.run = excuse};
