/* Which duty a kind of review meets, and which others it counts for: the one place
 * where kinds of review and cadences of the policy are joined (R50). */
#include "rules/minutes.h"

#include <sen/json.h>

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

bool sen_review_met_parents(const struct sen_policy *policy, const struct sen_review *review)
{
	return review->held_on != SEN_NO_DATE && sen_review_counts(policy, review->kind, "parent-meeting") &&
	       (review->parent_part ? strcmp(review->parent_part, "came") == 0
				    : strcmp(review->kind, "parents") == 0);
}

/* Parents who were asked before it and did not come were offered the meeting. */
static int offered(struct sen_store *store, const struct sen_review *review, bool *out, struct sen_err *err)
{
	struct sen_invitation *rows;
	size_t count;
	int rc = minutes_rows(store, review, &rows, &count, err);

	*out = review->parent_part && strcmp(review->parent_part, "views") == 0;
	for (size_t i = 0; i < count && rc == 0; i++)
		*out |= rows[i].role && strcmp(rows[i].role, "parent") == 0 &&
			(rows[i].invited_on != SEN_NO_DATE ||
			 (rows[i].answer && strcmp(rows[i].answer, "came") == 0));
	return rc;
}

int sen_review_counted(struct sen_store *store, const struct sen_review *review, const char **out,
		       struct sen_err *err)
{
	struct sen_buf names = {.arena = store->arena};
	const struct sen_policy *policy;
	bool parents = false, met;
	int rc = 0;

	*out = NULL;
	if (review->held_on == SEN_NO_DATE)
		return 0;
	rc = rules_policy_of(store, review->pupil_id, review->held_on, &policy, err);
	if (rc < 0)
		return rc;
	parents = met = sen_review_met_parents(policy, review);
	if (!met)
		rc = offered(store, review, &parents, err);
	for (size_t i = 0; rc == 0 && i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		if (strcmp(rule->section, "cadence") != 0 ||
		    !sen_review_counts(policy, review->kind, rule->code) ||
		    (strcmp(rule->code, "parent-meeting") == 0 && !parents))
			continue;
		sen_buf_addf(&names, "%s%s%s", names.len ? "; " : "", rule->name,
			     strcmp(rule->code, "parent-meeting") == 0 && !met ? " (offered: no parent came)"
									       : "");
	}
	*out = names.text;
	return rc;
}
