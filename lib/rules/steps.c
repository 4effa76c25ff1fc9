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

bool step_strength(const struct sen_policy_rule *rule, const char *word)
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
bool step_of_parents(const struct sen_policy_rule *rule)
{
	return step_is(rule, "parent-concern");
}

bool step_parent_raised(const struct sen_concern *concern)
{
	return concern->source && strcmp(concern->source, "parent") == 0;
}

/* Asked of this concern whatever comes of it? */
static bool wall(const struct sen_policy_rule *rule, const struct sen_concern *concern)
{
	if (!step_strength(rule, "must"))
		return false;
	return step_of_parents(rule) ? step_parent_raised(concern) : rule->condition == NULL;
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
		/* Who took it passed what comes before it then; the concern's own form did not. */
		if (first->done_on == SEN_NO_DATE || first->done_on > before->on)
			before->missing[at] = first->wall;
		else if (!first->implied)
			continue;
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
		if (step_strength(step->rule, "outcome") && item->wall && late &&
		    (item < step || step_of_parents(item->rule)))
			before.missing[i] = true;
		if (before.missing[i])
			(*out)[n++] = item;
	}
	return n;
}

/* "if no improvement": by its own words, or because what it follows is so and
 * was not taken.  NULL: on no condition. */
static const char *condition(const struct sen_steps *steps, const struct sen_step *step, size_t depth)
{
	const struct sen_json *after = sen_json_get(step->rule->json, "after");
	const char *words = step_of_parents(step->rule) ? NULL : step->rule->condition;

	for (size_t i = 0; depth < steps->count && !words && i < sen_json_count(after); i++) {
		const struct sen_step *first = sen_step_named(steps, sen_json_text(sen_json_at(after, i)));

		if (first && first->done_on == SEN_NO_DATE)
			words = condition(steps, first, depth + 1);
	}
	return words;
}

static enum sen_step_state state_of(struct sen_arena *arena, struct sen_steps *steps, struct sen_step *step)
{
	const struct sen_policy_rule *rule = step->rule;
	const struct sen_step **missing;

	if (step->done_on != SEN_NO_DATE)
		return SEN_STEP_DONE;
	if (step_strength(rule, "outcome"))
		return SEN_STEP_OUTCOME;
	if (step_strength(rule, "where") || (step_of_parents(rule) && !step_parent_raised(steps->concern)))
		return SEN_STEP_APART;
	step->when = condition(steps, step, 0);
	if (step->when || !step_strength(rule, "must"))
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
		step_prove(facts, out->concern, step);
		step->fix = step_command(arena, out->concern, step->rule);
		if (!out->outcome && step_strength(step->rule, "outcome"))
			out->outcome = step;
		out->walls += step->wall;
		out->walls_done += step->wall && step->done_on != SEN_NO_DATE;
		out->count++;
	}
}

void sen_steps_stand(struct sen_arena *arena, const struct sen_policy_set *policies,
		     const struct sen_facts *facts, const struct sen_concern *concern, struct sen_steps *out)
{
	*out = (struct sen_steps){.policy = sen_policy_on(policies, facts->school_id, step_began(concern)),
				  .concern = concern};
	if (!out->policy)
		return;
	add_steps(arena, facts, out);
	/* A parent's concern is heard first, wherever the policy lists it. */
	for (size_t i = 0; i < out->count; i++)
		if (step_of_parents(out->items[i].rule))
			out->items[i].state = state_of(arena, out, &out->items[i]);
	for (size_t i = 0; i < out->count; i++)
		if (!step_of_parents(out->items[i].rule))
			out->items[i].state = state_of(arena, out, &out->items[i]);
}
