/* The statutory clock of one child, read for a page: `ehcp timeline`. */
#include "rules/rules.h"

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

/* By id, as facts.c reads them. */
static int by_id(const void *a, const void *b)
{
	const struct sen_head *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static int read_kinds(struct sen_store *store, struct sen_facts *facts, struct sen_err *err)
{
	const struct {
		const struct sen_record *kind;
		const void *items;
		size_t *count;
	} kinds[] = {{&sen_ehc_record, &facts->ehcs, &facts->ehc_count},
		     {&sen_milestone_record, &facts->milestones, &facts->milestone_count},
		     {&sen_review_record, &facts->reviews, &facts->review_count},
		     {&sen_invitation_record, &facts->invitations, &facts->invitation_count},
		     {&sen_appeal_record, &facts->appeals, &facts->appeal_count},
		     {&sen_enrolment_record, &facts->enrolments, &facts->enrolment_count}};
	int rc = 0;

	for (size_t i = 0; i < SEN_COUNT(kinds) && rc == 0; i++) {
		void *items = NULL;

		rc = sen_record_of_pupil(store, kinds[i].kind, facts->pupil_id, &items, kinds[i].count, err);
		if (rc == 0 && *kinds[i].count)
			qsort(items, *kinds[i].count, kinds[i].kind->size,
			      kinds[i].kind == &sen_enrolment_record ? by_from : by_id);
		memcpy((void *)kinds[i].items, &items, sizeof(items));
	}
	return rc;
}

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
	    (rc = read_kinds(store, facts, err)) < 0 || (rc = sen_law(store, &out->law, err)) < 0 ||
	    (rc = sen_policies(store, &out->policies, err)) < 0 ||
	    (rc = sen_store_calendar(store, &calendar, err)) < 0)
		return rc;
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
