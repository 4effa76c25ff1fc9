/* Looking things up in a policy, and saying them in its own words. */
#include <sen/policy.h>

#include <string.h>

const char *sen_basis_word(enum sen_basis basis)
{
	static const char *const words[] = {"policy", "law", "judgement"};

	return words[basis];
}

const struct sen_level *sen_policy_level(const struct sen_policy *policy, const char *code)
{
	for (size_t i = 0; policy && code && i < policy->level_count; i++)
		if (strcmp(policy->levels[i].code, code) == 0)
			return &policy->levels[i];
	return NULL;
}

const struct sen_policy_rule *sen_policy_rule(const struct sen_policy *policy, const char *section,
					      const char *code)
{
	for (size_t i = 0; policy && i < policy->rule_count; i++)
		if (strcmp(policy->rules[i].section, section) == 0 &&
		    strcmp(policy->rules[i].code, code) == 0)
			return &policy->rules[i];
	return NULL;
}

bool sen_policy_restarts_at_meeting(const struct sen_policy *policy)
{
	return policy && policy->restarts_at_meeting;
}

const char *sen_policy_word(const struct sen_policy *policy, const char *key, const char *plain)
{
	const struct sen_policy_rule *rule = sen_policy_rule(policy, "word", key);

	if (rule && rule->value)
		return rule->value;
	rule = sen_policy_rule(policy, "role", key);
	return rule && rule->name ? rule->name : plain;
}

const char *sen_limit_words(struct sen_arena *arena, const struct sen_limit *limit)
{
	const char *one = limit->n == 1 ? "" : "s";

	switch (limit->kind) {
	case SEN_LIMIT_DAYS:
		return sen_format(arena, "%d day%s", limit->n, one);
	case SEN_LIMIT_WEEKS:
		return sen_format(arena, "%d week%s", limit->n, one);
	case SEN_LIMIT_MONTHS:
		return sen_format(arena, "%d month%s", limit->n, one);
	case SEN_LIMIT_SCHOOL_DAYS:
		return sen_format(arena, "%d school day%s", limit->n, one);
	case SEN_LIMIT_TERM:
		return "each term";
	case SEN_LIMIT_HALF_TERM:
		return "each half term";
	case SEN_LIMIT_CHECKS:
		return sen_format(arena, "%d check%s", limit->n, one);
	case SEN_LIMIT_DATE:
		return "a date agreed";
	case SEN_LIMIT_NONE:
		break;
	}
	return NULL;
}
