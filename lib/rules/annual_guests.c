/* Whom an annual review calls for: the law's list and the policy's together, each role
 * once (R63; SEND Regs 2014 reg 20(2); Code of Practice 9.176). Who that is of the
 * people on record: annual_invite.c. */
#include "rules/annual_guests.h"

#include <string.h>

const char *annual_role(const char *code)
{
	if (strcmp(code, "staff") == 0)
		return "teacher";
	return strcmp(code, "professionals") == 0 ? "agencies" : code;
}

static const struct sen_policy_rule *of_policy(const struct sen_policy *policy, const char *code)
{
	for (size_t i = 0; policy && i < policy->rule_count; i++)
		if (strcmp(policy->rules[i].section, "invite") == 0 &&
		    strcmp(annual_role(policy->rules[i].code), code) == 0)
			return &policy->rules[i];
	return NULL;
}

bool annual_must(const struct sen_policy_rule *rule)
{
	return rule->strength && strcmp(rule->strength, "must") == 0;
}

/* "school transfer": the role of the invitation, and when it is called for. */
static bool called_for(const struct sen_law_item *item, const struct sen_annual *annual)
{
	const char *when = item->extra ? strchr(item->extra, ' ') : NULL;

	if (!when)
		return true;
	return strcmp(when + 1, "transfer") == 0 ? annual->phase != NULL : annual->looked_after;
}

static const char *role_of(const char *code)
{
	static const struct {
		const char *code, *role;
	} roles[] = {{"psychologist", "agency"}, {"agencies", "agency"}, {"teacher", "staff"},
		     {"parent", "parent"},	 {"pupil", "pupil"},	 {"receiving-school", "school"}};

	for (size_t i = 0; i < SEN_COUNT(roles); i++)
		if (strcmp(roles[i].code, code) == 0)
			return roles[i].role;
	return "other";
}

static struct sen_annual_guest of_law(struct sen_arena *arena, const struct sen_law_item *item,
				      const struct sen_policy *policy)
{
	const struct sen_policy_rule *rule = of_policy(policy, item->code);
	bool own = rule && rule->basis == SEN_BASIS_POLICY;
	const char *role = item->extra ? item->extra : "other";

	return (struct sen_annual_guest){
		.code = item->code,
		.name = rule ? rule->name : item->name,
		.role = sen_strndup(arena, role, strcspn(role, " ")),
		.law = strstr(item->cite, "20(2)") != NULL,
		.must = true,
		.cite = own && rule->cite
				? sen_format(arena, "%s; %s %s", item->cite, policy->name, rule->cite)
				: item->cite,
		.condition = rule ? rule->condition : NULL};
}

size_t sen_annual_guests(struct sen_arena *arena, const struct sen_law *law, const struct sen_policy *policy,
			 const struct sen_annual *annual, struct sen_annual_guest **out)
{
	size_t listed, count = 0, cap = 0;
	const struct sen_law_item *items = sen_law_list_of(law, "invite", &listed);

	*out = NULL;
	for (size_t i = 0; i < listed; i++)
		if (called_for(&items[i], annual))
			*SEN_PUSH(arena, *out, count, cap) = of_law(arena, &items[i], policy);
	for (size_t i = 0; policy && i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];
		const char *code = annual_role(rule->code);
		bool there = strcmp(rule->section, "invite") != 0;

		for (size_t k = 0; k < count && !there; k++)
			there = strcmp((*out)[k].code, code) == 0;
		/* At no change of phase there is no school to receive the child. */
		if (there || (strcmp(code, "receiving-school") == 0 && !annual->phase))
			continue;
		*SEN_PUSH(arena, *out, count, cap) = (struct sen_annual_guest){
			.code = code,
			.name = rule->name,
			.role = role_of(code),
			.must = annual_must(rule),
			.cite = rule->basis == SEN_BASIS_POLICY && rule->cite
					? sen_format(arena, "%s %s", policy->name, rule->cite)
					: rule->cite,
			.condition = rule->condition};
	}
	return count;
}
