/* The statutory clock of one child, read for a page: `ehcp timeline`. */
#include "rules/facts.h"

#include <sen/school.h>

#include <stdlib.h>
#include <string.h>

static int by_from(const void *a, const void *b)
{
	const struct sen_enrolment *x = a, *y = b;

	if (x->from_on != y->from_on)
		return x->from_on < y->from_on ? -1 : 1; /* an unknown beginning is the lowest */
	return (x->head.id > y->head.id) - (x->head.id < y->head.id);
}

/* As many as the clock looks at. */
#define FACT(record, member, counter) FACT_IN(struct sen_facts, record, member, counter)
static const struct fact_kind kinds[] = {
	FACT(sen_ehc_record, ehcs, ehc_count),
	FACT(sen_milestone_record, milestones, milestone_count),
	FACT(sen_review_record, reviews, review_count),
	FACT(sen_invitation_record, invitations, invitation_count),
	FACT(sen_appeal_record, appeals, appeal_count),
	FACT(sen_enrolment_record, enrolments, enrolment_count),
};

static int by_due(const void *a, const void *b)
{
	const struct sen_ehc_step *x = a, *y = b;
	int rank;

	if (x->due_on != y->due_on)
		return x->due_on < y->due_on ? -1 : 1;
	rank = (x->rule > y->rule) - (x->rule < y->rule);
	return rank ? rank : strcmp(x->subject, y->subject);
}

int sen_ehc_child(struct sen_store *store, int64_t pupil_id, struct sen_ehc_child *out, struct sen_err *err)
{
	struct sen_facts *facts = SEN_NEW(store->arena, struct sen_facts, 1);
	const struct sen_calendar *calendar;
	struct sen_school school;
	struct sen_pupil pupil;
	int rc;

	*facts = (struct sen_facts){.pupil_id = pupil_id};
	*out = (struct sen_ehc_child){.facts = facts, .steps = {.arena = store->arena}};
	if ((rc = sen_record_get(store, &sen_pupil_record, pupil_id, &pupil, err)) < 0 ||
	    (rc = sen_record_get(store, &sen_school_record, pupil.head.school_id, &school, err)) < 0 ||
	    (rc = facts_of_child(store, pupil_id, kinds, SEN_COUNT(kinds), facts, err)) < 0 ||
	    (rc = facts_settings(store, store->arena, facts, err)) < 0 ||
	    (rc = sen_law(store, &out->law, err)) < 0 ||
	    (rc = sen_policies(store, &out->policies, err)) < 0 ||
	    (rc = sen_store_calendar(store, &calendar, err)) < 0)
		return rc;
	if (facts->enrolment_count)
		qsort((void *)(uintptr_t)facts->enrolments, facts->enrolment_count,
		      sizeof(*facts->enrolments), by_from);
	facts->school_id = pupil.head.school_id;
	facts->dob = pupil.dob;
	facts->admitted_on = pupil.admitted_on;
	facts->left_on = pupil.left_on;
	facts->died_on = pupil.died_on;
	facts->adopted_on = school.adopted_on;
	facts->top_year = school.top_year;
	sen_ehc_steps(facts, out->law, out->policies, calendar, &out->steps);
	if (out->steps.count)
		qsort(out->steps.items, out->steps.count, sizeof(*out->steps.items), by_due);
	return 0;
}

/* ---- What waits ---- */

static bool happened(const struct sen_ehc_child *child, const struct sen_ehc *ehc, const char *event)
{
	for (size_t i = 0; i < child->facts->milestone_count; i++)
		if (child->facts->milestones[i].ehc_id == ehc->head.id &&
		    strcmp(child->facts->milestones[i].event, event) == 0)
			return true;
	return false;
}

static bool stepped(const struct sen_ehc_child *child, const struct sen_law_rule *rule)
{
	for (size_t i = 0; i < child->steps.count; i++)
		if (strcmp(child->steps.items[i].rule->code, rule->code) == 0)
			return true;
	return false;
}

/* What happens on the way from the request to the plan, and after a plan. */
static bool may_come(const struct sen_law_rule *rule, bool plan)
{
	static const char *const asked[] = {"ehc-school-advice", "draft-comments",
					    "draft-finalised-not-before", "consultation-reply"};
	static const char *const planned[] = {"annual-review-report", "annual-review-decision",
					      "amendments-notice", "amendment-comments", "amended-final"};
	const char *const *codes = plan ? planned : asked;
	size_t count = plan ? SEN_COUNT(planned) : SEN_COUNT(asked);

	for (size_t i = 0; i < count; i++)
		if (strcmp(codes[i], rule->code) == 0)
			return true;
	return false;
}

size_t sen_ehc_waits(const struct sen_ehc_child *child, const struct sen_ehc *ehc, struct sen_arena *arena,
		     struct sen_ehc_wait **out)
{
	bool plan = happened(child, ehc, "plan-made");
	size_t count = 0, cap = 0;

	*out = NULL;
	for (size_t i = 0; i < child->law->rule_count && ehc->ended_on == SEN_NO_DATE; i++) {
		const struct sen_law_rule *rule = &child->law->rules[i];

		if (may_come(rule, plan) && !stepped(child, rule) && rule->in_force_until == SEN_NO_DATE)
			*SEN_PUSH(arena, *out, count, cap) =
				(struct sen_ehc_wait){rule, rule->limits[0].from};
	}
	return count;
}
