/* What plans owe: the one a level asks for, that it is agreed (signed, where the
 * policy says so), and its reviews (R30, R32, R34, R50). */
#include "rules/rules.h"

#include <sen/json.h>

#include <string.h>

#define PROFILE "profile"
/* No policy gives a number of days for either: judgements (policy-notes 0.3). */
#define FIRST_PLAN_SCHOOL_DAYS 15
#define AGREED_SCHOOL_DAYS 10

/* ---- The plan a level asks for ---- */

static bool wanted(const struct stretch *stretch)
{
	const char *strength = stretch->rule->strength;

	return strength && strcmp(strength, "must") == 0 && strcmp(stretch->rule->code, PROFILE) != 0;
}

/* One of the kind; or, made under another policy, of a kind that this one has not. */
static bool serves(const struct stretch *stretch, const struct sen_plan *plan)
{
	return strcmp(plan->kind, stretch->rule->code) == 0 ||
	       !sen_policy_rule(stretch->policy, "plan-kind", plan->kind);
}

/* When the child was last left without one, and when the next one came. */
struct gap {
	sen_date from, met;
};

/* Plans follow each other without a day between, or there is a gap. */
static struct gap last_gap(const struct owing *owing, const struct stretch *stretch)
{
	const struct sen_facts *facts = owing->facts;
	/* Another policy does not put it off. */
	struct gap gap = {owed_from(owing, stretch->since), SEN_NO_DATE};
	bool moved = true;

	while (moved) {
		moved = false;
		gap.met = SEN_NO_DATE;
		for (size_t i = 0; i < facts->plan_count; i++) {
			const struct sen_plan *plan = &facts->plans[i];

			if (!serves(stretch, plan) ||
			    (plan->closed_on != SEN_NO_DATE && plan->closed_on <= gap.from))
				continue;
			if (plan->made_on <= gap.from && plan->closed_on == SEN_NO_DATE)
				return (struct gap){SEN_NO_DATE, SEN_NO_DATE};
			if (plan->closed_on != SEN_NO_DATE) {
				gap.from = plan->closed_on;
				moved = true;
			} else if (gap.met == SEN_NO_DATE || plan->made_on < gap.met) {
				gap.met = plan->made_on;
			}
		}
	}
	return gap;
}

static int64_t ordinal(const struct stretch *stretch)
{
	int64_t n = 0;

	for (const struct sen_policy_rule *rule = stretch->policy->rules; rule < stretch->rule; rule++)
		n += strcmp(rule->section, "plan-kind") == 0;
	return n;
}

/* A level older than the file has until the end of its first term. */
static sen_date first_plan_due(const struct owing *owing, const struct stretch *stretch, sen_date from)
{
	const struct sen_limit term = {.kind = SEN_LIMIT_TERM};
	sen_date due = sen_school_days_after(owing->calendar, from, FIRST_PLAN_SCHOOL_DAYS), end;

	if (stretch->since != SEN_NO_DATE && stretch->since >= owing->facts->adopted_on)
		return due;
	if (from > owing->facts->adopted_on)
		return due;
	end = owed_due(owing, &term, from);
	return end != SEN_NO_DATE && end < due ? owed_due(owing, &term, due) : end;
}

static void missing(const struct owing *owing, const struct stretch *stretch)
{
	const struct sen_level *level = sen_policy_level(stretch->policy, stretch->level);
	struct gap gap = last_gap(owing, stretch);
	struct sen_deadline *item;
	sen_date due;

	if (!wanted(stretch) || gap.from == SEN_NO_DATE ||
	    (stretch->until != SEN_NO_DATE && gap.met == SEN_NO_DATE))
		return;
	due = first_plan_due(owing, stretch, gap.from);
	if (due == SEN_NO_DATE)
		return;
	item = owe(owing, "plan-missing", sen_register_record.prefix, stretch->entry->head.id, due);
	item->cycle = ordinal(stretch);
	item->starts_on = gap.from;
	item->met_on = gap.met;
	owed_ground(owing, item, stretch->policy, stretch->rule, NULL);
	item->what = sen_format(owing->out->arena, "Make the plan of a child at '%s': %s",
				level ? level->name : stretch->level, stretch->rule->name);
	item->fix = sen_format(owing->out->arena, "sendctl plan add P%lld --kind %s",
			       (long long)owing->facts->pupil_id, stretch->rule->code);
}

void rule_plan_missing(const struct owing *owing)
{
	owed_stretches(owing, "plan-kind", NULL, missing);
}

/* ---- Agreed, and signed ---- */

/* Is the child still at a level that the kind is for? */
bool rules_at_level(const struct owing *owing, const struct sen_policy_rule *kind)
{
	const struct sen_facts *facts = owing->facts;

	for (size_t i = 0; i < facts->register_count; i++) {
		const struct sen_register_entry *entry = &facts->register_entries[i];

		if (entry->until_on == SEN_NO_DATE &&
		    (owed_supported(entry) || (kind && rules_listed(kind, "levels", entry->level))))
			return true;
	}
	return false;
}

static struct sen_deadline *of_plan(const struct owing *owing, const char *key, const struct sen_plan *plan,
				    sen_date due)
{
	struct sen_deadline *item = owe(owing, key, sen_plan_record.prefix, plan->head.id, due);

	item->starts_on = owed_from(owing, plan->made_on);
	return item;
}

/* The number of days is a judgement; that it is agreed is the policy's. */
static void agreed(const struct owing *owing, const struct sen_plan *plan, const struct sen_policy *policy,
		   const struct sen_policy_rule *kind)
{
	const struct sen_policy_rule *how = sen_policy_rule(policy, "plan-agreement", plan->kind);
	struct sen_deadline *item;

	if (!sen_json_get(kind->json, "agreed_by") ||
	    (plan->agreed_on == SEN_NO_DATE && plan->closed_on != SEN_NO_DATE) ||
	    (plan->agreed_on != SEN_NO_DATE && plan->agreed_on < owing->facts->adopted_on))
		return;
	item = of_plan(
		owing, "plan-agreement", plan,
		sen_school_days_after(owing->calendar, owed_from(owing, plan->made_on), AGREED_SCHOOL_DAYS));
	item->met_on = plan->agreed_on;
	owed_ground(owing, item, policy, kind, how ? &how->limit : NULL);
	item->what =
		sen_format(owing->out->arena, "Agree the plan with parents and child: %s", plan->kind_name);
	item->fix = sen_format(owing->out->arena, "sendctl plan agree PL%lld --by NAME",
			       (long long)plan->head.id);
}

/* The last day a parent signed one of the kind. */
static const struct sen_plan *last_signed(const struct sen_facts *facts, const char *kind)
{
	const struct sen_plan *last = NULL;

	for (size_t i = 0; i < facts->plan_count; i++)
		if (strcmp(facts->plans[i].kind, kind) == 0 && facts->plans[i].signed_on != SEN_NO_DATE &&
		    (!last || facts->plans[i].signed_on > last->signed_on))
			last = &facts->plans[i];
	return last;
}

/* The yearly signature.  Until a plan is signed, a consent stands for it, and
 * rules_consent.c owes that. */
static void signature(const struct owing *owing, const struct sen_plan *plan, const struct sen_policy *policy,
		      const struct sen_policy_rule *kind)
{
	const struct sen_policy_rule *how = sen_policy_rule(policy, "plan-agreement", plan->kind);
	const struct sen_plan *last = last_signed(owing->facts, plan->kind);
	struct sen_deadline *item;
	sen_date due;

	if (!how || !last || plan->closed_on != SEN_NO_DATE || !rules_at_level(owing, kind) ||
	    rules_agreement_lasts(owing->facts, last->signed_on) ||
	    (due = rules_span_end(owing->calendar, &how->limit, last->signed_on)) == SEN_NO_DATE)
		return;
	item = of_plan(owing, "plan-agreement", last, owed_from(owing, due));
	item->cycle = last->signed_on;
	item->starts_on = last->signed_on;
	owed_ground(owing, item, policy, kind, &how->limit);
	item->what = sen_format(owing->out->arena, "The parents' signature again: %s", plan->kind_name);
	item->fix = sen_format(owing->out->arena, "sendctl plan agree PL%lld --by NAME --signed",
			       (long long)plan->head.id);
}

/* The version in force of the kind: one row, however many stand open. */
static bool newest(const struct sen_facts *facts, const struct sen_plan *plan)
{
	for (size_t i = 0; i < facts->plan_count; i++)
		if (strcmp(facts->plans[i].kind, plan->kind) == 0 &&
		    facts->plans[i].closed_on == SEN_NO_DATE && facts->plans[i].head.id > plan->head.id)
			return false;
	return plan->closed_on == SEN_NO_DATE;
}

void rule_plan_agreement(const struct owing *owing)
{
	for (size_t i = 0; i < owing->facts->plan_count; i++) {
		const struct sen_plan *plan = &owing->facts->plans[i];
		const struct sen_policy *policy = owed_policy(owing, owed_from(owing, plan->made_on));
		const struct sen_policy_rule *kind = sen_policy_rule(policy, "plan-kind", plan->kind);

		if (!kind || (plan->agreed_on == SEN_NO_DATE && !rules_at_level(owing, kind)))
			continue;
		agreed(owing, plan, policy, kind);
		if (sen_json_true(sen_json_get(kind->json, "signed")) && newest(owing->facts, plan))
			signature(owing, plan, policy, kind);
	}
}

/* ---- The profile, which has no plan of its own ---- */

void rule_profile_review(const struct owing *owing)
{
	const struct sen_facts *facts = owing->facts;
	const struct sen_profile *last = NULL;
	const struct sen_policy_rule *kind, *review;
	const struct sen_policy *policy;
	struct sen_deadline *item;
	sen_date due;

	for (size_t i = 0; i < facts->profile_count; i++)
		if (!last || facts->profiles[i].made_on >= last->made_on)
			last = &facts->profiles[i];
	if (!last || last->made_on == SEN_NO_DATE)
		return;
	policy = owed_policy(owing, owed_from(owing, last->made_on));
	kind = sen_policy_rule(policy, "plan-kind", PROFILE);
	review = sen_policy_rule(policy, "plan-review", PROFILE);
	if (!kind || !review || !rules_at_level(owing, kind) ||
	    (due = rules_span_end(owing->calendar, &review->limit, last->made_on)) == SEN_NO_DATE)
		return;
	item = owe(owing, "profile-review", sen_profile_record.prefix, last->head.id, owed_from(owing, due));
	item->starts_on = last->made_on;
	owed_ground(owing, item, policy, kind, &review->limit);
	item->what = sen_format(owing->out->arena, "Look through it with the child again: %s", kind->name);
	item->fix = sen_format(owing->out->arena, "sendctl pupil profile P%lld", (long long)facts->pupil_id);
}
