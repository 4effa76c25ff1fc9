/* Whom a name stands for when a plan is agreed. */
#ifndef RULES_PLAN_WHO_H
#define RULES_PLAN_WHO_H

#include <sen/policy.h>
#include <sen/pupil.h>

struct plan_who {
	struct sen_store *store;
	const struct sen_policy *policy;
	struct sen_pupil pupil;
	const char **parents; /* folded names */
	size_t parent_count;
};

/* Reads the parents of who->pupil. */
int plan_who_load(struct plan_who *who, struct sen_err *err) SEN_MUST_CHECK;
/* The role's code ("parent", "pupil" ...); NULL: somebody else.  *shown is how it is
 * kept: "Ewa Nowak (parent/carer)" of "parent=Ewa Nowak". */
const char *plan_who_role(const struct plan_who *who, const char *text, const char **shown);

#endif
