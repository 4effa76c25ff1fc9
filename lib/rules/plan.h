/* What the files about plans share. */
#ifndef RULES_PLAN_H
#define RULES_PLAN_H

#include "rules/rules.h"

#include <sen/agency.h>
#include <sen/plan.h>

/* The one-page profile is kept with the child (pupil profile), though some
 * policies list it among their plans. */
#define PLAN_PROFILE "profile"
/* So many days must be left of a term (half term) for a plan to be reviewed in it:
 * what was made in its last days is looked at in the next (a judgement). */
enum { PLAN_LEAST_TERM = 21, PLAN_LEAST_HALF = 14 };
/* A voice counts as fresh for a term: thirteen weeks (a judgement). */
enum { PLAN_VOICE_DAYS = 91 };

bool plan_is_kind(const struct sen_policy_rule *rule); /* a kind of plan that is kept as one */
bool plan_must(const struct sen_policy_rule *rule);
/* The one plan a child at the level has by the policy; NULL: none, or it is open. */
const struct sen_policy_rule *plan_kind_of_level(const struct sen_policy *policy, const char *level);
/* Fills in kind and kind_name; SEN_INVALID with the kinds there are. */
int plan_choose_kind(struct sen_store *store, struct sen_plan *plan, const struct sen_policy_rule **out,
		     struct sen_err *err) SEN_MUST_CHECK;
sen_date plan_review_by(const struct sen_calendar *calendar, const struct sen_limit *limit, sen_date from);
/* review_on by the policy where none is given; *set: it was filled in. */
int plan_default_due(struct sen_store *store, struct sen_plan *plan, bool *set, struct sen_err *err)
	SEN_MUST_CHECK;
/* Cycle, version and the plan before, after all of the child's. */
void plan_place(const struct sen_plan *all, size_t count, struct sen_plan *plan);
/* How many targets the policy wants: false when it does not say. A bound it does
 * not set is SEN_NO_INT. */
bool plan_target_bounds(const struct sen_policy *policy, const char *kind, int64_t *min, int64_t *max,
			const struct sen_policy_rule **rule);
/* Has the plan (by the policy's sections) targets at all? */
bool plan_has_targets(const struct sen_policy *policy, const struct sen_policy_rule *kind);

#endif
