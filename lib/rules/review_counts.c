/* Which duty a kind of review meets, and which others it counts for: the one place
 * where kinds of review and cadences of the policy are joined (R50). */
#include "rules/rules.h"

#include <sen/json.h>
#include <sen/review.h>

#include <string.h>

static const struct {
	const char *kind, *cadence;
} pairs[] = {
	{"termly", "plan-review"}, {"monitoring", "monitoring"}, {"parents", "parent-meeting"},
	{"progress", "progress"},  {"register", "register"},	 {"annual", "annual-review"},
};

const char *sen_review_cadence(const char *kind)
{
	for (size_t i = 0; i < SEN_COUNT(pairs); i++)
		if (strcmp(pairs[i].kind, kind) == 0)
			return pairs[i].cadence;
	return NULL;
}

const char *sen_cadence_review(const char *cadence)
{
	for (size_t i = 0; i < SEN_COUNT(pairs); i++)
		if (strcmp(pairs[i].cadence, cadence) == 0)
			return pairs[i].kind;
	return NULL;
}

/* A policy may name two that count for each other: no deeper than it has duties. */
static bool counts(const struct sen_policy *policy, const char *have, const char *want, int depth)
{
	const struct sen_policy_rule *rule;
	const struct sen_json *also;

	if (strcmp(have, want) == 0)
		return true;
	if (depth == 0 || !(rule = sen_policy_rule(policy, "cadence", have)))
		return false;
	also = sen_json_get(rule->json, "counts_as");
	for (size_t i = 0; i < sen_json_count(also); i++) {
		const char *next = sen_json_text(sen_json_at(also, i));

		if (next && strcmp(next, have) != 0 && counts(policy, next, want, depth - 1))
			return true;
	}
	return false;
}

bool sen_review_counts(const struct sen_policy *policy, const char *kind, const char *cadence)
{
	const char *own = sen_review_cadence(kind);

	return own && counts(policy, own, cadence, 4);
}
