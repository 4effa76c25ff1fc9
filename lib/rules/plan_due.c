/* The date for review of a new plan: as the policy reviews its kind, by the school's
 * terms (R30, R50). */
#include "rules/plan.h"

#include <sen/review.h>

/* A period's last day of school; of the next period when this one is all but over. */
static sen_date period_end(const struct sen_calendar *calendar, bool term, sen_date from, int least)
{
	struct sen_period period = term ? sen_term_of(calendar, from) : sen_half_term_of(calendar, from);
	sen_date last;

	if (period.from == SEN_NO_DATE)
		return SEN_NO_DATE;
	last = sen_school_day_before(calendar, period.until - 1);
	if (last - from >= least)
		return last;
	period = term ? sen_term_after(calendar, period) : sen_half_term_after(calendar, period);
	return period.from == SEN_NO_DATE ? last : sen_school_day_before(calendar, period.until - 1);
}

sen_date plan_review_by(const struct sen_calendar *calendar, const struct sen_limit *limit, sen_date from)
{
	switch (limit->kind) {
	case SEN_LIMIT_TERM:
		return period_end(calendar, true, from, PLAN_LEAST_TERM);
	case SEN_LIMIT_HALF_TERM:
		return period_end(calendar, false, from, PLAN_LEAST_HALF);
	default:
		return rules_span_end(calendar, limit, from);
	}
}

/* The plan before was reviewed in this term (half term) already: the next cycle is
 * reviewed in the next one, not again in the weeks that are left. */
static int after_its_review(struct sen_store *store, const struct sen_policy *policy,
			    const struct sen_calendar *calendar, const struct sen_limit *limit,
			    const struct sen_plan *plan, sen_date *from, struct sen_err *err)
{
	bool half = limit->kind == SEN_LIMIT_HALF_TERM;
	struct sen_period now, next;
	struct sen_review *all;
	struct sen_plan old;
	size_t count;
	int rc;

	if (plan->before_id == SEN_NO_INT || (limit->kind != SEN_LIMIT_TERM && !half))
		return 0;
	now = half ? sen_half_term_of(calendar, plan->made_on) : sen_term_of(calendar, plan->made_on);
	next = half ? sen_half_term_after(calendar, now) : sen_term_after(calendar, now);
	if (now.from == SEN_NO_DATE || next.from == SEN_NO_DATE)
		return 0;
	rc = sen_record_get(store, &sen_plan_record, plan->before_id, &old, err);
	if (rc < 0 || old.review_on == SEN_NO_DATE || old.review_on < now.from)
		return rc; /* what was held was late: the term's own is still to come */
	rc = sen_record_of_pupil(store, &sen_review_record, plan->pupil_id, (void **)&all, &count, err);
	for (size_t i = 0; rc == 0 && i < count; i++)
		if (all[i].held_on != SEN_NO_DATE && all[i].held_on >= now.from &&
		    all[i].held_on <= plan->made_on && all[i].plan_id == plan->before_id &&
		    sen_review_counts(policy, all[i].kind, "plan-review"))
			*from = next.from;
	return rc;
}

int plan_default_due(struct sen_store *store, struct sen_plan *plan, bool *set, struct sen_err *err)
{
	const struct sen_policy_rule *review;
	const struct sen_calendar *calendar;
	const struct sen_policy *policy;
	sen_date from = plan->made_on;
	int rc;

	*set = false;
	if (plan->review_on != SEN_NO_DATE)
		return 0;
	if ((rc = rules_policy_of(store, plan->pupil_id, plan->made_on, &policy, err)) < 0 ||
	    (rc = sen_store_calendar(store, &calendar, err)) < 0)
		return rc;
	review = sen_policy_rule(policy, "plan-review", plan->kind);
	if (review) {
		if ((rc = after_its_review(store, policy, calendar, &review->limit, plan, &from, err)) < 0)
			return rc;
		plan->review_on = plan_review_by(calendar, &review->limit, from);
	}
	*set = plan->review_on != SEN_NO_DATE;
	return 0;
}
