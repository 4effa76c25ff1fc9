/* What the school's policy says of complaints (R73): their stages, and when the
 * authority is told.  Steps of one are in complaint_steps.c. */
#include "rules/rules.h"

#include <sen/dispute.h>
#include <sen/json.h>
#include <sen/text.h>
#include <string.h>

/* ---- What the policy says ---- */

static const char *word_of(const struct sen_policy_rule *rule, const char *key, const char *plain)
{
	const char *word = sen_json_text(sen_json_get(rule->json, key));

	return word ? word : plain;
}

/* A stage, and not whom else to turn to. */
static bool is_stage(const struct sen_policy_rule *rule)
{
	return strcmp(rule->section, "complaint") == 0 &&
	       strcmp(word_of(rule, "kind", "stage"), "stage") == 0;
}

static bool says_formal(const struct sen_policy_rule *rule)
{
	return sen_json_true(sen_json_get(rule->json, "formal"));
}

const char *sen_complaint_stage_name(const struct sen_policy *policy, const char *code)
{
	const struct sen_policy_rule *rule = sen_policy_rule(policy, "complaint", code);

	return rule && is_stage(rule) && rule->name ? rule->name : code;
}

const char *sen_complaint_stage_after(const struct sen_policy *policy, const char *code)
{
	bool here = false;

	for (size_t i = 0; policy && i < policy->rule_count; i++) {
		if (!is_stage(&policy->rules[i]))
			continue;
		if (here)
			return policy->rules[i].code;
		here = strcmp(policy->rules[i].code, code) == 0;
	}
	return NULL;
}

const struct sen_policy_rule *sen_complaint_tells(const struct sen_policy *policy,
						  const struct sen_complaint *complaint)
{
	for (size_t i = 0; policy && i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];
		const char *when = strcmp(rule->section, "complaint") == 0
					   ? word_of(rule, "tell_authority", "never")
					   : "never";

		if (strcmp(when, "always") == 0 ||
		    (strcmp(when, "serious") == 0 && complaint->serious == 1) ||
		    (strcmp(when, "formal") == 0 && complaint->formal == 1))
			return rule;
	}
	return NULL;
}

/* By code or name; NULL text: the first. *any: the policy has stages at all. */
static const struct sen_policy_rule *find_stage(const struct sen_policy *policy, const char *text,
						bool *formal, struct sen_buf *names)
{
	bool so_far = false;

	for (size_t i = 0; policy && i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		if (!is_stage(rule))
			continue;
		so_far |= says_formal(rule);
		sen_buf_addf(names, "%s%s", names->len ? ", " : "", rule->code);
		if (!text || sen_text_same(text, rule->code) ||
		    (rule->name && sen_text_same(text, rule->name))) {
			*formal = so_far;
			return rule;
		}
	}
	return NULL;
}

int sen_complaint_stage(struct sen_store *store, const char *text, sen_date day, struct sen_stage *out,
			struct sen_err *err)
{
	struct sen_buf names = {.arena = store->arena};
	const struct sen_policy_set *set;
	const struct sen_policy *policy;
	const struct sen_policy_rule *rule;
	bool formal = false;
	int rc = sen_policies(store, &set, err);

	if (rc < 0)
		return rc;
	policy = sen_policy_on(set, store->school_id, day);
	rule = find_stage(policy, text, &formal, &names);
	if (rule) {
		*out = (struct sen_stage){rule->code, rule->name ? rule->name : rule->code, formal};
		return 0;
	}
	if (names.len) {
		sen_fail(err, SEN_INVALID, "--stage: the policy '%s' has no stage '%s' of a complaint",
			 policy->name, text);
		sen_hint(err, "It has: %s.", names.text);
		return err->code;
	}
	/* The policy is silent: the school's own word for it. */
	text = text ? text : "informal";
	*out = (struct sen_stage){text, text, sen_text_same(text, "formal")};
	return 0;
}
