/* Where an EHC case stands, what can happen in it and when, and how an event is kept:
 * what every verb of a case goes through. */
#include "rules/rules.h"

#include <sen/ehc_case.h>

#include <string.h>

int sen_ehc_case(struct sen_store *store, int64_t id, struct sen_ehc_case *out, struct sen_err *err)
{
	int rc = sen_record_get(store, &sen_ehc_record, id, &out->ehc, err);

	if (rc < 0 || (rc = sen_law(store, &out->law, err)) < 0)
		return rc;
	if (out->ehc.head.voided_at)
		return sen_fail(err, SEN_INVALID, "EH%lld was removed", (long long)id);
	return sen_ehc_milestones(store, &out->ehc, &out->all, &out->count, err);
}

/* ---- Where it stands ---- */

const struct sen_code_row sen_ehc_stages[] = {
	{"requested", "Asked for"},	    {"assessing", "Being assessed"},
	{"drafting", "Plan in draft"},	    {"plan", "EHC plan"},
	{"refused", "Assessment refused"},  {"no-plan", "No plan issued"},
	{"withdrawn", "Request withdrawn"}, {"ceased", "No longer maintained"},
	{"left", "Left the school"},	    {NULL, NULL}};

static const struct sen_milestone *first_of(const struct sen_ehc_case *ehc, const char *event)
{
	for (size_t i = 0; i < ehc->count; i++)
		if (strcmp(ehc->all[i].event, event) == 0)
			return &ehc->all[i];
	return NULL;
}

static bool had(const struct sen_ehc_case *ehc, const char *event, sen_date day)
{
	const struct sen_milestone *first = first_of(ehc, event);

	return first && first->happened_on <= day;
}

const char *sen_ehc_stage(const struct sen_ehc_case *ehc, sen_date day)
{
	if (ehc->ehc.ended_on != SEN_NO_DATE && ehc->ehc.ended_on <= day && ehc->ehc.ended_as)
		return ehc->ehc.ended_as;
	if (sen_ehc_version(ehc->all, ehc->count, day) > 0)
		return "plan";
	if (had(ehc, "draft-served", day) || had(ehc, "draft-copy", day))
		return "drafting";
	return had(ehc, "assess-decision", day) ? "assessing" : "requested";
}

bool sen_ehc_in_force(const struct sen_ehc_case *ehc, sen_date day)
{
	return strcmp(sen_ehc_stage(ehc, day), "plan") == 0;
}

/* ---- What comes before what ---- */

/* `first`: nothing of `event` may be there before the first of `after` (else a later
 * round of the same may have lost its beginning: only the new one is looked at). */
static const struct {
	const char *event, *after;
	bool first;
} order[] = {
	{"request-received", "request-sent", true},
	{"assess-decision", "request-sent", true},
	{"assess-decision", "request-received", true},
	{"advice-asked", "request-sent", true},
	{"advice-sent", "advice-asked", false},
	{"no-plan-notice", "request-sent", true},
	{"no-plan-notice", "assess-decision", true},
	{"draft-served", "request-sent", true},
	{"draft-served", "assess-decision", true},
	{"draft-copy", "request-sent", true},
	{"draft-copy", "assess-decision", true},
	{"draft-comments", "draft-served", false},
	{"consultation-received", "request-sent", true},
	{"consultation-replied", "consultation-received", false},
	{"final-plan", "request-sent", true},
	{"final-plan", "assess-decision", true},
	{"final-plan", "draft-served", true},
	{"plan-meeting", "final-plan", true},
	{"told-section-f", "final-plan", true},
	{"review-decision", "final-plan", true},
	{"amendments-sent", "final-plan", true},
	{"amendments-served", "amendments-sent", false},
	{"amended-final", "final-plan", true},
	{"withdrawn", "request-sent", true},
	{"reassess-asked", "final-plan", true},
	{"reassess-decision", "reassess-asked", false},
	{"reassess-started", "reassess-asked", false},
	{"moved", "final-plan", true},
	{"plan-transferred", "moved", false},
	{"transfer-told", "plan-transferred", false},
};

static const char *called(const struct sen_ehc_case *ehc, const char *event)
{
	/* Which of the two it was, the source of the request tells (reg 5). */
	if (strcmp(event, "request-received") == 0)
		return ehc->ehc.source && strcmp(ehc->ehc.source, "agency") == 0
			       ? "the local authority became responsible for the child"
			       : "the local authority received the request";
	return sen_code_find(sen_milestone_own, event) ? sen_code_label(sen_milestone_own, event)
						       : sen_law_event_name(ehc->law, event);
}

static int say_order(const struct sen_milestone *there, sen_date on, const char *way, struct sen_err *err)
{
	char day[16], other[16];

	sen_fail(err, SEN_INVALID, "--on: %s is %s %s (%s)", sen_date_long(on, day), way, there->event_name,
		 sen_date_long(there->happened_on, other));
	if (strcmp(there->event, "request-sent") == 0)
		sen_hint(err,
			 "Is one of the days a slip? 'sendctl ehcp edit EH%lld --on DATE' changes that one.",
			 (long long)there->ehc_id);
	else
		sen_hint(err,
			 "Is one of the days a slip? 'sendctl ehcp remove MS%lld --reason TEXT' takes that "
			 "one "
			 "away.",
			 (long long)there->head.id);
	return err->code;
}

static int check_order(const struct sen_ehc_case *ehc, const char *event, sen_date on, struct sen_err *err)
{
	for (size_t i = 0; i < SEN_COUNT(order); i++) {
		const struct sen_milestone *there;

		if (strcmp(order[i].event, event) == 0) {
			there = first_of(ehc, order[i].after);
			if (there && on < there->happened_on)
				return say_order(there, on, "before", err);
		}
		if (!order[i].first || strcmp(order[i].after, event) != 0)
			continue;
		there = first_of(ehc, order[i].event);
		if (there && on > there->happened_on && !had(ehc, event, there->happened_on))
			return say_order(there, on, "after", err);
	}
	return 0;
}

struct sen_milestone *sen_ehc_event(struct sen_store *store, const struct sen_ehc_case *ehc,
				    const char *event, sen_date on)
{
	struct sen_milestone *milestone = sen_record_new(store->arena, &sen_milestone_record);

	milestone->pupil_id = ehc->ehc.pupil_id;
	milestone->ehc_id = ehc->ehc.head.id;
	milestone->event = event;
	milestone->event_name = called(ehc, event);
	milestone->happened_on = on;
	return milestone;
}

int sen_ehc_mark(struct sen_store *store, struct sen_ehc_case *ehc, struct sen_milestone *milestone,
		 struct sen_err *err)
{
	int rc = check_order(ehc, milestone->event, milestone->happened_on, err);

	if (rc < 0 || (rc = sen_milestone_add(store, milestone, err)) < 0)
		return rc;
	return sen_ehc_milestones(store, &ehc->ehc, &ehc->all, &ehc->count, err);
}

/* ---- The law's days ---- */

bool sen_ehc_due(struct sen_store *store, const struct sen_ehc_case *ehc, const char *rule, sen_date met,
		 struct sen_ehc_step *out)
{
	struct sen_ehc_child child;
	struct sen_err err = {0};
	bool found = false;

	/* What cannot be read is not said: the write itself has failed by then, or will. */
	if (sen_ehc_child(store, ehc->ehc.pupil_id, &child, &err) < 0)
		return false;
	for (size_t i = 0; i < child.steps.count; i++) {
		const struct sen_ehc_step *step = &child.steps.items[i];

		if (step->ehc_id != ehc->ehc.head.id || strcmp(step->rule->code, rule) != 0 ||
		    step->met_on != met || (found && step->starts_on < out->starts_on))
			continue;
		*out = *step;
		found = true;
	}
	return found;
}
