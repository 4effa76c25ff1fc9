/* Where a concern stands: which of the policy's steps are done, which comes
 * next.  Pure: the facts of the child decide. */
#include "rules/steps.h"

#include <sen/json.h>
#include <string.h>

const char *sen_step_has(const struct sen_policy_rule *rule, const char *list, const char *key)
{
	const struct sen_json *items = sen_json_get(rule->json, list);
	size_t len = strlen(key);
	bool prefix = len && key[len - 1] == ':';

	for (size_t i = 0; i < sen_json_count(items); i++) {
		const char *text = sen_json_text(sen_json_at(items, i));

		if (text && prefix && strncmp(text, key, len) == 0)
			return text + len;
		if (text && !prefix && strcmp(text, key) == 0)
			return key;
	}
	return NULL;
}

bool step_is(const struct sen_policy_rule *rule, const char *code)
{
	return strcmp(rule->code, code) == 0;
}

static bool strength(const struct sen_policy_rule *rule, const char *word)
{
	return rule->strength && strcmp(rule->strength, word) == 0;
}

sen_date step_began(const struct sen_concern *concern)
{
	return concern->reopened_on != SEN_NO_DATE ? concern->reopened_on : concern->opened_on;
}

bool step_by_parent(const struct sen_policy_rule *rule)
{
	return rule->role && strcmp(rule->role, "parent") == 0;
}

/* "if a parent raised it": the one condition that the record itself answers. */
static bool of_parents(const struct sen_policy_rule *rule)
{
	return step_is(rule, "parent-concern");
}

static bool by_parent(const struct sen_concern *concern)
{
	return concern->source && strcmp(concern->source, "parent") == 0;
}

/* Asked of this concern whatever comes of it? */
static bool wall(const struct sen_policy_rule *rule, const struct sen_concern *concern)
{
	if (!strength(rule, "must"))
		return false;
	return of_parents(rule) ? by_parent(concern) : rule->condition == NULL;
}

/* ---- What shows that a step is done ---- */

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
	if (step_is(rule, "raised") || (sen_step_has(rule, "asks", "form:") && !of_parents(rule)) ||
	    (sen_step_has(rule, "asks", "form:") && by_parent(concern)) ||
	    (step_is(rule, "causes") && concern->causes) || (sen_step_has(rule, "asks", "tried") && tried))
		done(proof, concern->opened_on, NULL);
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

	if (!level || strength(proof->step->rule, "outcome"))
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

static void prove(const struct sen_facts *facts, const struct sen_concern *concern, struct sen_step *step)
{
	static void (*const proofs[])(const struct proof *) = {by_row,	 by_concern, by_weighing, by_consent,
							       by_level, by_review,  by_referral};
	struct proof proof = {facts, concern, step};

	step->done_on = SEN_NO_DATE;
	for (size_t i = 0; i < SEN_COUNT(proofs); i++)
		proofs[i](&proof);
}

/* ---- Order ---- */

const struct sen_step *sen_step_named(const struct sen_steps *steps, const char *code)
{
	for (size_t i = 0; code && i < steps->count; i++)
		if (step_is(steps->items[i].rule, code))
			return &steps->items[i];
	return NULL;
}

struct before {
	const struct sen_steps *steps;
	sen_date on;
	bool *seen, *missing;
};

/* What `after` names, and what stands before that: a step on a condition that
 * was not taken is no wall, but what it follows may be. */
static void look_before(const struct before *before, const struct sen_step *step)
{
	const struct sen_json *after = sen_json_get(step->rule->json, "after");

	for (size_t i = 0; i < sen_json_count(after); i++) {
		const struct sen_step *first =
			sen_step_named(before->steps, sen_json_text(sen_json_at(after, i)));
		size_t at = first ? (size_t)(first - before->steps->items) : 0;

		if (!first || before->seen[at])
			continue;
		before->seen[at] = true;
		if (first->done_on != SEN_NO_DATE && first->done_on <= before->on)
			continue;
		before->missing[at] = first->wall;
		look_before(before, first);
	}
}

size_t sen_steps_missing(struct sen_arena *arena, const struct sen_steps *steps, const struct sen_step *step,
			 sen_date on, const struct sen_step ***out)
{
	struct before before = {steps, on, SEN_NEW(arena, bool, steps->count),
				SEN_NEW(arena, bool, steps->count)};
	size_t n = 0;

	*out = SEN_NEW(arena, const struct sen_step *, steps->count);
	look_before(&before, step);
	for (size_t i = 0; i < steps->count; i++) {
		const struct sen_step *item = &steps->items[i];
		bool late = item->done_on == SEN_NO_DATE || item->done_on > on;

		/* An outcome ends the way: all that was required on it. */
		if (strength(step->rule, "outcome") && item->wall && late &&
		    (item < step || of_parents(item->rule)))
			before.missing[i] = true;
		if (before.missing[i])
			(*out)[n++] = item;
	}
	return n;
}

/* Only if there is no improvement: by its own words, or because what it
 * follows is so and was not taken. */
static bool conditional(const struct sen_steps *steps, const struct sen_step *step, size_t depth)
{
	const struct sen_json *after = sen_json_get(step->rule->json, "after");

	if (!strength(step->rule, "must") || (step->rule->condition && !of_parents(step->rule)))
		return true;
	for (size_t i = 0; depth < steps->count && i < sen_json_count(after); i++) {
		const struct sen_step *first = sen_step_named(steps, sen_json_text(sen_json_at(after, i)));

		if (first && first->done_on == SEN_NO_DATE && conditional(steps, first, depth + 1))
			return true;
	}
	return false;
}

static enum sen_step_state state_of(struct sen_arena *arena, struct sen_steps *steps, struct sen_step *step)
{
	const struct sen_policy_rule *rule = step->rule;
	const struct sen_step **missing;

	if (step->done_on != SEN_NO_DATE)
		return SEN_STEP_DONE;
	if (strength(rule, "outcome"))
		return SEN_STEP_OUTCOME;
	if (strength(rule, "where") || (of_parents(rule) && !by_parent(steps->concern)))
		return SEN_STEP_APART;
	if (conditional(steps, step, 0))
		return SEN_STEP_OFFERED;
	if (steps->next || sen_steps_missing(arena, steps, step, INT32_MAX, &missing) > 0)
		return SEN_STEP_OPEN;
	steps->next = step;
	return SEN_STEP_NEXT;
}

static void add_steps(struct sen_arena *arena, const struct sen_facts *facts, struct sen_steps *out)
{
	size_t room = 0;

	for (size_t i = 0; i < out->policy->rule_count; i++)
		room += strcmp(out->policy->rules[i].section, "concern-step") == 0;
	out->items = SEN_NEW(arena, struct sen_step, room + 1);
	for (size_t i = 0; i < out->policy->rule_count; i++) {
		struct sen_step *step = &out->items[out->count];

		if (strcmp(out->policy->rules[i].section, "concern-step") != 0)
			continue;
		step->rule = &out->policy->rules[i];
		step->wall = wall(step->rule, out->concern);
		prove(facts, out->concern, step);
		step->fix = step_command(arena, out->concern, step->rule);
		if (!out->outcome && strength(step->rule, "outcome"))
			out->outcome = step;
		out->walls += step->wall;
		out->walls_done += step->wall && step->done_on != SEN_NO_DATE;
		out->count++;
	}
}

void sen_steps_stand(struct sen_arena *arena, const struct sen_policy_set *policies,
		     const struct sen_facts *facts, const struct sen_concern *concern, struct sen_steps *out)
{
	*out = (struct sen_steps){
		.policy = sen_policy_on(policies, facts->school_id, step_began(concern)), .concern = concern};
	if (!out->policy)
		return;
	add_steps(arena, facts, out);
	/* A parent's concern is heard first, wherever the policy lists it. */
	for (size_t i = 0; i < out->count; i++)
		if (of_parents(out->items[i].rule))
			out->items[i].state = state_of(arena, out, &out->items[i]);
	for (size_t i = 0; i < out->count; i++)
		if (!of_parents(out->items[i].rule))
			out->items[i].state = state_of(arena, out, &out->items[i]);
}
