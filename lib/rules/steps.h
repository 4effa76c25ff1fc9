/* What lib/rules/steps*.c share. */
#ifndef RULES_STEPS_H
#define RULES_STEPS_H

#include "rules/rules.h"
#include <sen/steps.h>

bool step_is(const struct sen_policy_rule *rule, const char *code);
/* Is it the parents who do it? */
bool step_by_parent(const struct sen_policy_rule *rule);
bool step_strength(const struct sen_policy_rule *rule, const char *word);
/* Is it the step for what a parent raised, and did one raise it? */
bool step_of_parents(const struct sen_policy_rule *rule);
bool step_parent_raised(const struct sen_concern *concern);
/* done_on, by and implied of the step, from the facts. */
void step_prove(const struct sen_facts *facts, const struct sen_concern *concern, struct sen_step *step);
/* The day the concern was raised, or opened again. */
sen_date step_began(const struct sen_concern *concern);
/* The command that does the step. */
const char *step_command(struct sen_arena *arena, const struct sen_concern *concern,
			 const struct sen_policy_rule *rule);
/* The window of the policy, as it was run: once, and once more for each second
 * run of the strategies that the policy allows. */
struct step_run {
	sen_date from;
	sen_date ended; /* by the next run, by a step that closes the window, by the end */
};
size_t step_runs(struct sen_arena *arena, const struct sen_steps *steps, const struct sen_facts *facts,
		 struct step_run **out);

#endif
