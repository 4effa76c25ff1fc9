/* Steps of a concern that a level asks for: refused when the policy puts the step
 * before the level, else said as what comes with it (R20). */
#include "rules/level_needs.h"

#include <sen/json.h>

#include <string.h>

static const struct sen_policy_rule *step_rule(const struct sen_policy *policy, const char *code)
{
	return sen_policy_rule(policy, "concern-step", code);
}

/* The step comes after the one that opens the level, near or far. */
static bool comes_after(const struct sen_policy *policy, const char *code, const char *opens, int depth)
{
	const struct sen_policy_rule *rule = step_rule(policy, code);
	const struct sen_json *after = rule ? sen_json_get(rule->json, "after") : NULL;

	for (size_t i = 0; depth < 32 && i < sen_json_count(after); i++) {
		const char *before = sen_json_text(sen_json_at(after, i));

		if (before && (rules_listed(step_rule(policy, before), "opens", opens) ||
			       comes_after(policy, before, opens, depth + 1)))
			return true;
	}
	return false;
}

/* A level in which the steps are gone through (that of the concern's window)
 * cannot ask for them first; nor for one the policy has not, or puts later. */
static bool step_first(const struct need_check *check, const char *code)
{
	const struct sen_policy *policy = check->move->policy;
	const struct sen_policy_rule *window = sen_policy_rule(policy, "concern-window", "window");
	const char *level = window ? sen_json_text(sen_json_get(window->json, "level")) : NULL;

	if (check->move->to->monitored || (level && strcmp(level, check->move->to->code) == 0))
		return false;
	return step_rule(policy, code) &&
	       !comes_after(policy, code, sen_format(check->store->arena, "level:%s", check->move->to->code),
			    0);
}

static bool taken(const struct need_check *check, const char *code)
{
	for (size_t i = 0; i < check->step_count; i++)
		if (strcmp(check->steps[i].step, code) == 0 && check->steps[i].taken_on <= check->move->on)
			return true;
	return false;
}

/* Is the shortened route on record? Then the steps are not asked for. */
static bool shortened(const struct need_check *check)
{
	for (size_t i = 0; i < check->concern_count; i++)
		if (check->concerns[i].shortened && check->concerns[i].opened_on <= check->move->on)
			return true;
	return false;
}

int need_step(struct need_check *check, const char *code, struct sen_err *err)
{
	const struct sen_policy_rule *rule = step_rule(check->move->policy, code);
	const char *name = rule && rule->name ? rule->name : code;

	if (taken(check, code) || shortened(check))
		return 0;
	if (!step_first(check, code)) {
		if (rule)
			need_advise(check,
				    sen_format(check->store->arena, "This level comes with: %s.", name));
		return 0;
	}
	return sen_rule(
		check->store, err,
		sen_format(check->store->arena,
			   "Write it down with the concern: 'sendctl concern step CONCERN %s --by NAME'.",
			   code),
		"'%s' needs the step '%s' first, and P%lld has none on record", check->move->to->name, name,
		(long long)check->move->pupil_id);
}

/* Some need is met by the step that asks for it (support-plan's trigger). */
int need_step_asking(struct need_check *check, const char *asks, struct sen_err *err)
{
	const struct sen_policy *policy = check->move->policy;

	for (size_t i = 0; i < policy->rule_count; i++)
		if (strcmp(policy->rules[i].section, "concern-step") == 0 &&
		    rules_listed(&policy->rules[i], "asks", asks))
			return need_step(check, policy->rules[i].code, err);
	return 0;
}
