/* What shows that a step of a concern is done: its own row, or another record. */
#include "rules/steps.h"

#include <string.h>

struct proof {
	const struct sen_facts *facts;
	const struct sen_concern *concern;
	struct sen_step *step;
};

static void done(const struct proof *proof, sen_date on, const char *by)
{
	struct sen_step *step = proof->step;

	if (on == SEN_NO_DATE || on < proof->concern->opened_on)
		on = proof->concern->opened_on;
	if (step->done_on != SEN_NO_DATE && step->done_on <= on)
		return;
	step->done_on = on;
	step->by = by;
}

static void by_row(const struct proof *proof)
{
	for (size_t i = 0; i < proof->facts->step_count; i++) {
		const struct sen_concern_step *row = &proof->facts->steps[i];

		if (row->concern_id == proof->concern->head.id && step_is(proof->step->rule, row->step))
			done(proof, row->taken_on, row->taken_by);
	}
}

/* The concern is its own form; causes and what was tried are in it. */
static void by_concern(const struct proof *proof)
{
	const struct sen_policy_rule *rule = proof->step->rule;
	const struct sen_concern *concern = proof->concern;
	bool tried = false;

	for (size_t i = 0; i < proof->facts->tried_count; i++)
		tried = tried || proof->facts->tried[i].concern_id == concern->head.id;
	if (step_is(rule, "raised") || (sen_step_has(rule, "asks", "form:") && !step_of_parents(rule)) ||
	    (sen_step_has(rule, "asks", "form:") && step_parent_raised(concern)) ||
	    (step_is(rule, "causes") && concern->causes) || (sen_step_has(rule, "asks", "tried") && tried)) {
		done(proof, concern->opened_on, NULL);
		proof->step->implied = true;
	}
}

static void by_weighing(const struct proof *proof)
{
	for (size_t i = 0; i < proof->facts->weighing_count; i++) {
		const struct sen_weighing *weighing = &proof->facts->weighings[i];

		if (weighing->weighed_on >= proof->concern->opened_on &&
		    sen_step_has(proof->step->rule, "asks", "weigh"))
			done(proof, weighing->weighed_on, weighing->weighed_by);
	}
}

/* A step of the parents that opens a consent is that consent. */
static void by_consent(const struct proof *proof)
{
	const char *purpose = sen_step_has(proof->step->rule, "opens", "consent:");

	if (!purpose || !step_by_parent(proof->step->rule))
		return;
	for (size_t i = 0; i < proof->facts->consent_count; i++) {
		const struct sen_consent *consent = &proof->facts->consents[i];

		if (strcmp(consent->purpose, purpose) == 0 && consent->withdrawn_on == SEN_NO_DATE &&
		    (consent->expires_on == SEN_NO_DATE || consent->expires_on > proof->concern->opened_on))
			done(proof, consent->from_on, consent->given_by);
	}
}

static void by_level(const struct proof *proof)
{
	const char *level = sen_step_has(proof->step->rule, "opens", "level:");
	sen_date opened = proof->concern->opened_on;

	if (!level || step_strength(proof->step->rule, "outcome"))
		return;
	for (size_t i = 0; i < proof->facts->register_count; i++) {
		const struct sen_register_entry *entry = &proof->facts->register_entries[i];

		if (strcmp(entry->level, level) == 0 &&
		    (entry->until_on == SEN_NO_DATE || entry->until_on > opened))
			done(proof, entry->from_on, NULL);
	}
}

static void by_review(const struct proof *proof)
{
	for (size_t i = 0; i < proof->facts->review_count; i++) {
		const struct sen_review *review = &proof->facts->reviews[i];

		if (strcmp(review->kind, "monitoring") == 0 && review->held_on != SEN_NO_DATE &&
		    review->held_on >= proof->concern->opened_on &&
		    sen_step_has(proof->step->rule, "opens", "deadline:monitoring-check"))
			done(proof, review->held_on, review->led_by);
	}
}

static void by_referral(const struct proof *proof)
{
	for (size_t i = 0; i < proof->facts->referral_count; i++) {
		const struct sen_referral *referral = &proof->facts->referrals[i];

		if (referral->concern_id == proof->concern->head.id && referral->sent_on != SEN_NO_DATE &&
		    step_is(proof->step->rule, "agency"))
			done(proof, referral->sent_on, NULL);
	}
}

/* A step that opens a plan is done when one of its kind was made. */
static void by_plan(const struct proof *proof)
{
	const char *kind = sen_step_has(proof->step->rule, "opens", "plan:");

	for (size_t i = 0; kind && i < proof->facts->plan_count; i++) {
		const struct sen_plan *plan = &proof->facts->plans[i];

		if (strcmp(plan->kind, kind) == 0 && plan->made_on >= proof->concern->opened_on)
			done(proof, plan->made_on, plan->made_by);
	}
}

void step_prove(const struct sen_facts *facts, const struct sen_concern *concern, struct sen_step *step)
{
	static void (*const proofs[])(const struct proof *) = {by_row,	 by_concern, by_weighing, by_consent,
							       by_level, by_review,  by_referral, by_plan};
	struct proof proof = {facts, concern, step};

	step->done_on = SEN_NO_DATE;
	for (size_t i = 0; i < SEN_COUNT(proofs); i++)
		proofs[i](&proof);
}
