/* What kinds of entry the logbook knows: those the policy says come round (R77). */
#include "rules/rules.h"

#include <sen/json.h>
#include <sen/movement.h>
#include <sen/text.h>
#include <string.h>

static const char *about(const struct sen_policy_rule *cadence)
{
	const char *word = sen_json_text(sen_json_get(cadence->json, "about"));

	return word ? word : "";
}

int sen_logbook_kind(struct sen_store *store, const char *text, sen_date day, const char **out,
		     struct sen_err *err)
{
	const struct sen_policy_set *set;
	const struct sen_policy *policy;
	int rc = sen_policies(store, &set, err);

	*out = text;
	if (rc < 0 || !(policy = sen_policy_on(set, store->school_id, day)))
		return rc;
	for (size_t i = 0; i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		if (strcmp(rule->section, "cadence") != 0 || strcmp(about(rule), "pupil") == 0)
			continue;
		if (!sen_text_same(rule->code, text) && !(rule->name && sen_text_same(rule->name, text)))
			continue;
		*out = strcmp(about(rule), "register") == 0 ? SEN_REGISTER_REVIEW : rule->code;
		return 0;
	}
	return 0;
}
