/* Reviews of plans, owed by the policy's cadence and the plan's own date, over all the
 * versions and cycles of a plan (R32, R50). */
#include "rules/rules.h"

#include <sen/review.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The versions and cycles of a child's plan of one kind, without a gap. */
struct series {
	const struct owing *owing;
	const struct sen_policy *policy;
	const struct sen_policy_rule *kind, *cadence; /* either may be NULL */
	const struct sen_plan **plans;		      /* by day made */
	size_t count;
};

static bool of_series(const struct sen_review *review, const struct series *series)
{
	for (size_t i = 0; i < series->count; i++)
		if (series->plans[i]->head.id == review->plan_id)
			return true;
	return false;
}

/* Agreed, and not closed, on the day (SEN_NO_DATE: now). */
static bool in_force(const struct sen_plan *plan, sen_date day)
{
	if (plan->agreed_on == SEN_NO_DATE || (day != SEN_NO_DATE && plan->agreed_on > day))
		return false;
	return plan->closed_on == SEN_NO_DATE || (day != SEN_NO_DATE && plan->closed_on > day);
}

/* The plan in hand at a review: made before that day; the last one for none.  The
 * draft of the next is not, while one is in force. */
static const struct sen_plan *in_hand(const struct series *series, sen_date held)
{
	const struct sen_plan *plan = series->plans[0];

	for (size_t i = 1; i < series->count; i++)
		if ((held == SEN_NO_DATE || series->plans[i]->made_on < held) &&
		    (in_force(series->plans[i], held) || !in_force(plan, held)))
			plan = series->plans[i];
	return plan;
}

static bool counts_for(const struct series *series, const struct sen_review *review)
{
	return review->held_on != SEN_NO_DATE &&
	       (review->held_on > series->plans[0]->made_on || of_series(review, series)) &&
	       review->held_on >= series->plans[0]->made_on &&
	       sen_review_counts(series->policy, review->kind, "plan-review");
}

/* The plan's own date, until a review was held of it; then the one set there. */
static sen_date own_date(const void *context, sen_date after, sen_date held)
{
	const struct series *series = context;
	const struct sen_plan *plan = in_hand(series, held);
	const struct sen_facts *facts = series->owing->facts;
	sen_date next = plan->review_on;

	for (size_t i = 0; i < facts->review_count && after != SEN_NO_DATE; i++) {
		const struct sen_review *review = &facts->reviews[i];

		if (!counts_for(series, review) || review->held_on > after ||
		    (review->held_on <= plan->made_on && review->plan_id != plan->head.id))
			continue;
		next = review->next_on != SEN_NO_DATE && review->next_on > after ? review->next_on
										 : SEN_NO_DATE;
	}
	return next;
}

static void held_of(const struct series *series, struct rounds *rounds)
{
	const struct sen_facts *facts = series->owing->facts;
	sen_date *held = SEN_NEW(series->owing->out->arena, sen_date, facts->review_count + 1);

	for (size_t i = 0; i < facts->review_count; i++)
		if (counts_for(series, &facts->reviews[i]) &&
		    (rounds->until == SEN_NO_DATE || facts->reviews[i].held_on <= rounds->until))
			held[rounds->held_count++] = facts->reviews[i].held_on;
	rounds->held = held;
}

/* The date of a plan is asked for by the policy, where it has a line for it. */
static void ground_of(const struct series *series, struct sen_deadline *item, const struct round *round,
		      const struct sen_limit *limit)
{
	const struct owing *owing = series->owing;
	const struct sen_policy_rule *rule = series->cadence ? series->cadence : series->kind, *line;
	char code[80];

	owed_ground(owing, item, series->policy, rule, limit);
	if (!round->agreed)
		return;
	snprintf(code, sizeof(code), "%s/review-date", series->plans[0]->kind);
	line = sen_policy_rule(series->policy, "plan-section", code);
	item->basis = line ? line->basis : SEN_BASIS_JUDGEMENT;
	item->cite = line ? owed_cite(owing, series->policy, line->basis, line->cite) : NULL;
}

static void reviews_of(const struct series *series)
{
	static const struct sen_limit none = {.kind = SEN_LIMIT_NONE, .basis = SEN_BASIS_JUDGEMENT};
	const struct owing *owing = series->owing;
	const struct sen_plan *last = series->plans[series->count - 1];
	const struct sen_policy_rule *own = sen_policy_rule(series->policy, "plan-review", last->kind);
	struct rounds rounds = {.agreed = own_date, .context = series};

	if (!series->kind && !series->cadence)
		return;
	rounds.limit = own ? &own->limit : series->cadence ? &series->cadence->limit : &none;
	rounds.since = series->plans[0]->made_on;
	rounds.from = owed_from(owing, rounds.since);
	rounds.until = last->closed_on;
	if (rounds.until == SEN_NO_DATE && !rules_at_level(owing, series->kind))
		rounds.until = rounds.from;
	held_of(series, &rounds);
	owed_rounds(owing, &rounds);
	for (size_t i = 0; i < rounds.item_count; i++) {
		const struct round *round = &rounds.items[i];
		const struct sen_plan *plan = in_hand(series, round->met);
		struct sen_deadline *item =
			owe(owing, "plan-review", sen_plan_record.prefix, plan->head.id, round->due);

		item->cycle = round->cycle;
		item->starts_on = round->start;
		item->met_on = round->met;
		ground_of(series, item, round, rounds.limit);
		item->what = sen_format(owing->out->arena, "Review the plan: %s%s", plan->kind_name,
					owed_closed_note(owing, round->due));
		item->fix = sen_format(owing->out->arena,
				       "sendctl review record P%lld --kind termly --on DATE --came NAME",
				       (long long)owing->facts->pupil_id);
	}
}

static int by_made(const void *a, const void *b)
{
	const struct sen_plan *const *x = a, *const *y = b;

	if ((*x)->made_on != (*y)->made_on)
		return (*x)->made_on < (*y)->made_on ? -1 : 1;
	return ((*x)->head.id > (*y)->head.id) - ((*x)->head.id < (*y)->head.id);
}

/* A plan that nothing follows on the day it was closed ends its series. */
static bool follows(const struct series *series, const struct sen_plan *plan)
{
	if (plan->before_id > 0 || plan->replaces_id > 0)
		return true;
	for (size_t i = 0; i < series->count; i++)
		if (series->plans[i]->closed_on == SEN_NO_DATE ||
		    series->plans[i]->closed_on >= plan->made_on)
			return true;
	return false;
}

static void series_of(const struct owing *owing, const struct sen_plan **plans, size_t count)
{
	struct series series = {.owing = owing, .plans = plans};

	for (size_t i = 0; i < count; i++) {
		if (series.count && !follows(&series, plans[i])) {
			reviews_of(&series);
			series.plans = &plans[i];
			series.count = 0;
		}
		series.count++;
		series.policy = owed_policy(owing, owed_from(owing, plans[i]->made_on));
		series.kind = sen_policy_rule(series.policy, "plan-kind", plans[i]->kind);
		series.cadence = sen_policy_rule(series.policy, "cadence", "plan-review");
	}
	if (series.count)
		reviews_of(&series);
}

void rule_plan_review(const struct owing *owing)
{
	const struct sen_facts *facts = owing->facts;
	const struct sen_plan **plans = NULL;
	size_t n;

	for (size_t i = 0; i < facts->plan_count; i++) {
		bool seen = false;

		for (size_t k = 0; k < i && !seen; k++)
			seen = strcmp(facts->plans[k].kind, facts->plans[i].kind) == 0;
		if (seen)
			continue;
		plans = SEN_NEW(owing->out->arena, const struct sen_plan *, facts->plan_count);
		n = 0;
		for (size_t k = i; k < facts->plan_count; k++)
			if (strcmp(facts->plans[k].kind, facts->plans[i].kind) == 0)
				plans[n++] = &facts->plans[k];
		qsort(plans, n, sizeof(const struct sen_plan *), by_made);
		series_of(owing, plans, n);
	}
}
