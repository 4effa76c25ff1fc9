/* Where a concern stands on the steps of the school's policy (R22, R23, R27). */
#ifndef SEN_STEPS_H
#define SEN_STEPS_H

#include <sen/owed.h>

enum sen_step_state {
	SEN_STEP_DONE,
	SEN_STEP_NEXT,	  /* the first one required, with all before it done */
	SEN_STEP_OPEN,	  /* required, not done */
	SEN_STEP_OFFERED, /* may be taken, or on a condition: "if no improvement" */
	SEN_STEP_OUTCOME, /* the end of the way: 'concern close' */
	SEN_STEP_APART	  /* not for this concern ("if a parent raised it"; the DSL) */
};

struct sen_step {
	const struct sen_policy_rule *rule; /* code, name, who, condition, cite */
	enum sen_step_state state;
	bool implied;	  /* done by the concern itself: it is its own form */
	bool wall;	  /* the policy requires it of every concern: must, without a condition */
	sen_date done_on; /* SEN_NO_DATE: not done */
	const char *by;	  /* who took it, or NULL */
	const char *when; /* offered: its condition, or of what it follows; NULL: it just may be */
	const char *fix;  /* the command that does it */
};

struct sen_steps {
	const struct sen_policy *policy; /* in force on the day it was raised (or opened again) */
	const struct sen_concern *concern;
	struct sen_step *items; /* in the policy's order */
	size_t count;
	const struct sen_step *next; /* SEN_STEP_NEXT, or NULL: nothing is required now */
	const struct sen_step *outcome;
	size_t walls, walls_done;
};

/* Pure: from the facts of the child alone. */
void sen_steps_stand(struct sen_arena *arena, const struct sen_policy_set *policies,
		     const struct sen_facts *facts, const struct sen_concern *concern, struct sen_steps *out);
/* The same for a command, from the records. */
int sen_steps_of(struct sen_store *store, const struct sen_concern *concern, struct sen_steps *out,
		 struct sen_err *err) SEN_MUST_CHECK;
/* By code; NULL when the policy has no such step. */
const struct sen_step *sen_step_named(const struct sen_steps *steps, const char *code);
/* Is `key` in the step's list ("opens" "asks" "closes")?  What follows a colon
 * when `key` ends in one ("level:" -> "B"), else `key`; NULL: no. */
const char *sen_step_has(const struct sen_policy_rule *rule, const char *list, const char *key);
/* The required steps not done by the day that come before the step (before an
 * outcome: all required that stand before it), in order.  The count. */
size_t sen_steps_missing(struct sen_arena *arena, const struct sen_steps *steps, const struct sen_step *step,
			 sen_date on, const struct sen_step ***out);
/* Refuses a step out of order, but for the shortened route (school's rule). */
int sen_step_check(struct sen_store *store, const struct sen_steps *steps, const struct sen_step *step,
		   sen_date on, struct sen_err *err) SEN_MUST_CHECK;
/* Refuses what the policy wants a consent for ("agency", "register",
 * "ehc-request", a step's code) while none holds on the day.  *advice: where
 * consent is only good practice and is missing, a line to say; or NULL. */
int sen_step_consent(struct sen_store *store, const struct sen_steps *steps, const char *before, sen_date on,
		     const char **advice, struct sen_err *err) SEN_MUST_CHECK;
/* What must come before a concern is closed with the result. */
int sen_steps_close_check(struct sen_store *store, const struct sen_steps *steps, const char *result,
			  sen_date on, const char **advice, struct sen_err *err) SEN_MUST_CHECK;
/* The step's name in quotes, unless it is a quotation by itself. */
const char *sen_step_name(struct sen_arena *arena, const struct sen_policy_rule *rule);
/* "Next: observed in class (SENCO)": one sentence. */
const char *sen_steps_words(struct sen_arena *arena, const struct sen_steps *steps);
/* The command that comes next: of the next step, or of the outcome. */
const char *sen_steps_command(struct sen_arena *arena, const struct sen_steps *steps);

/* How often the window may be run once more; -1: the policy does not say. */
int64_t sen_steps_extensions(const struct sen_policy *policy);

#endif
