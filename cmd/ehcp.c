/* The noun `ehcp`: a child's education, health and care case.  Its verbs are in the
 * files ehcp_*.c; here is what they share. */
#include "ehcp.h"

#include <string.h>

int ehcp_case(struct app *app, const char *text, struct sen_ehc *out, struct sen_err *err)
{
	int64_t id;
	int rc = app_record(app, &sen_ehc_record, text, &id, err);

	return rc < 0 ? rc : sen_record_get(app->store, &sen_ehc_record, id, out, err);
}

int ehcp_case_whole(struct app *app, const char *text, struct sen_ehc_case *out, struct sen_err *err)
{
	int64_t id;
	int rc = app_record(app, &sen_ehc_record, text, &id, err);

	if (rc < 0 || (rc = sen_ehc_case(app->store, id, out, err)) < 0)
		return rc;
	return sen_record_if_rev(app->store, &sen_ehc_record, &out->ehc.head, err);
}

const char *ehcp_id(struct app *app, const struct sen_ehc_case *ehc)
{
	return sen_format(app->arena, "EH%lld", (long long)ehc->ehc.head.id);
}

/* What is no duty but usual, or rests on a judgement, is not said as the law. */
static const char *ground(struct app *app, const struct sen_law_rule *rule)
{
	if (strcmp(rule->confidence, "judgement") == 0)
		return "no limit of the law: a judgement";
	return sen_law_cite(app->arena, rule->cite, rule->confidence);
}

bool ehcp_say_due(struct app *app, const struct sen_ehc_case *ehc, const char *code)
{
	struct sen_ehc_step step;
	char day[16];

	if (!sen_ehc_due(app->store, ehc, code, SEN_NO_DATE, &step))
		return false;
	app_say(app, "  %s %s%s: %s (the %s; %s).", step.rule->bound == SEN_CLOCK_NOT_BEFORE ? "From" : "By",
		sen_date_long(step.due_on, day),
		step.earliest			   ? " at the earliest"
		: step.due_on < app->context.today ? ", which is past"
						   : "",
		step.rule->name, sen_law_owner(step.rule), ground(app, step.rule));
	return true;
}

void ehcp_say_late(struct app *app, const struct sen_ehc_case *ehc, const char *code, sen_date on)
{
	struct sen_ehc_step step;
	char day[16];

	if (!sen_ehc_due(app->store, ehc, code, on, &step) || on <= step.due_on || step.earliest)
		return;
	app_say(app, "  Late by %d day%s: the last day for it was %s.", (int)(on - step.due_on),
		on - step.due_on == 1 ? "" : "s", sen_date_long(step.due_on, day));
	if (step.excuse)
		app_say(app, "  That is excused: %s.", step.excuse);
}

void ehcp_say_window(struct app *app, const struct sen_ehc_case *ehc)
{
	bool said = ehcp_say_due(app, ehc, "mediation-contact");

	said |= ehcp_say_due(app, ehc, "appeal");
	if (!said) /* of a child who has left: no longer the school's to tell */
		return;
	app_say(app, "  Tell the parents of both days, and of the local information service (SENDIASS).");
	app_say(app, "  If they disagree: sendctl appeal add P%lld", (long long)ehc->ehc.pupil_id);
}

int ehcp_mark(struct app *app, struct sen_ehc_case *ehc, const char *event, sen_date on, const char *who,
	      const char *note, struct sen_err *err)
{
	struct sen_milestone *milestone = sen_ehc_event(app->store, ehc, event, on);
	char day[16];
	int rc;

	milestone->who = who;
	milestone->note = note;
	if ((rc = sen_ehc_mark(app->store, ehc, milestone, err)) < 0)
		return rc;
	app_wrote(app, &sen_milestone_record, milestone->head.id);
	app_say(app, "%s: %s, %s on %s.", app_child(app, ehc->ehc.pupil_id), ehcp_id(app, ehc),
		milestone->event_name, sen_date_long(on, day));
	return 0;
}

const char *ehcp_names(struct app *app, const struct texts *names)
{
	struct sen_buf list = {.arena = app->arena};

	for (size_t i = 0; i < names->count; i++)
		sen_buf_addf(&list, "%s%s", i ? ", " : "", names->items[i]);
	return list.text;
}

static const struct cmd *const verbs[] = {
	&ehcp_section_cmd,  &ehcp_read_cmd,	 &ehcp_link_cmd,     &ehcp_check_cmd,	 &ehcp_lint_cmd,
	&ehcp_diff_cmd,	    &ehcp_delivery_cmd,	 &ehcp_print_cmd,    &ehcp_timeline_cmd, &ehcp_excuse_cmd,
	&ehcp_evidence_cmd, &ehcp_reconcile_cmd, &ehcp_request_cmd,  &ehcp_received_cmd, &ehcp_advice_cmd,
	&ehcp_consult_cmd,  &ehcp_decision_cmd,	 &ehcp_draft_cmd,    &ehcp_final_cmd,	 &ehcp_amended_cmd,
	&ehcp_met_cmd,	    &ehcp_told_cmd,	 &ehcp_withdraw_cmd, &ehcp_cease_cmd,	 &ehcp_moved_cmd,
	&ehcp_event_cmd,    &ehcp_remove_cmd,	 &ehcp_list_cmd,     &ehcp_show_cmd,	 &ehcp_add_cmd,
	&ehcp_import_cmd};
const struct noun ehcp_noun = {.name = "ehcp",
			       .summary = "EHC needs assessment, the plan, and the statutory clock",
			       .group = "everyday",
			       .record = &sen_ehc_record,
			       .verbs = verbs,
			       .count = SEN_COUNT(verbs)};
