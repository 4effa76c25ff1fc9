/* What stands in the way of a step or an outcome: the steps before it and the
 * consents the policy names.  The school's own rules: --anyway goes on. */
#include "rules/steps.h"

#include <sen/json.h>
#include <string.h>

/* ---- From the records ---- */

static int load(struct sen_store *store, const struct sen_record *kind, int64_t pupil, void *items,
		size_t *count, struct sen_err *err)
{
	void *all = NULL;
	int rc = sen_record_of_pupil(store, kind, pupil, &all, count, err);

	memcpy(items, &all, sizeof(all));
	return rc;
}

int sen_steps_of(struct sen_store *store, const struct sen_concern *concern, struct sen_steps *out,
		 struct sen_err *err)
{
	struct sen_facts f = {.school_id = concern->head.school_id, .pupil_id = concern->pupil_id};
	const struct sen_policy_set *policies;
	int64_t id = concern->pupil_id;
	int rc = sen_policies(store, &policies, err);

	if (rc < 0 || (rc = load(store, &sen_concern_step_record, id, &f.steps, &f.step_count, err)) < 0 ||
	    (rc = load(store, &sen_tried_record, id, &f.tried, &f.tried_count, err)) < 0 ||
	    (rc = load(store, &sen_weighing_record, id, &f.weighings, &f.weighing_count, err)) < 0 ||
	    (rc = load(store, &sen_review_record, id, &f.reviews, &f.review_count, err)) < 0 ||
	    (rc = load(store, &sen_consent_record, id, &f.consents, &f.consent_count, err)) < 0 ||
	    (rc = load(store, &sen_referral_record, id, &f.referrals, &f.referral_count, err)) < 0 ||
	    (rc = load(store, &sen_plan_record, id, &f.plans, &f.plan_count, err)) < 0 ||
	    (rc = load(store, &sen_register_record, id, &f.register_entries, &f.register_count, err)) < 0)
		return rc;
	sen_steps_stand(store->arena, policies, &f, concern, out);
	if (out->policy)
		return 0;
	sen_fail(err, SEN_INVALID, "the school has no policy in force");
	sen_hint(err, "put one in force with 'sendctl policy use NAME'");
	return err->code;
}

/* ---- Order ---- */

static int refuse(struct sen_store *store, const struct sen_steps *steps, const struct sen_step *step,
		  const struct sen_step *const *missing, size_t count, struct sen_err *err)
{
	struct sen_buf list = {.arena = store->arena};
	const struct sen_step *first = missing[0];
	const char *name = sen_step_name(store->arena, step->rule);
	char day[16];

	for (size_t i = 0; i < count; i++)
		sen_buf_addf(&list, "%s%s", i ? "; " : "", sen_step_name(store->arena, missing[i]->rule));
	if (first->done_on != SEN_NO_DATE)
		return sen_rule(store, err, "Give the day it was done with --on.",
				"by the policy '%s' %s %s before %s, and was done on %s", steps->policy->name,
				list.text, count == 1 ? "comes" : "come", name,
				sen_date_long(first->done_on, day));
	return sen_rule(store, err, sen_format(store->arena, "Next: '%s'.", first->fix),
			"by the policy '%s' %s %s before %s", steps->policy->name, list.text,
			count == 1 ? "comes" : "come", name);
}

int sen_step_check(struct sen_store *store, const struct sen_steps *steps, const struct sen_step *step,
		   sen_date on, struct sen_err *err)
{
	const struct sen_step **missing;
	size_t count;

	if (!step || steps->concern->shortened)
		return 0;
	count = sen_steps_missing(store->arena, steps, step, on, &missing);
	return count ? refuse(store, steps, step, missing, count, err) : 0;
}

/* ---- Consent ---- */

static bool wanted_before(const struct sen_policy_rule *rule, const char *before)
{
	const struct sen_json *list = sen_json_get(rule->json, "before");

	if (strcmp(rule->section, "consent") != 0)
		return false;
	for (size_t i = 0; i < sen_json_count(list); i++) {
		const char *text = sen_json_text(sen_json_at(list, i));

		if (text && strcmp(text, before) == 0)
			return true;
	}
	return false;
}

/* The step of the policy that is this consent, else the consent's own command. */
static const char *consent_command(struct sen_arena *arena, const struct sen_steps *steps,
				   const char *purpose)
{
	for (size_t i = 0; i < steps->count; i++) {
		const struct sen_policy_rule *rule = steps->items[i].rule;
		const char *opens = sen_step_has(rule, "opens", "consent:");

		if (opens && strcmp(opens, purpose) == 0 && step_by_parent(rule))
			return steps->items[i].fix;
	}
	return sen_format(arena, "sendctl consent add P%lld --purpose %s --by NAME",
			  (long long)steps->concern->pupil_id, purpose);
}

int sen_step_consent(struct sen_store *store, const struct sen_steps *steps, const char *before, sen_date on,
		     const char **advice, struct sen_err *err)
{
	int rc = 0;

	*advice = NULL;
	for (size_t i = 0; i < steps->policy->rule_count && rc == 0; i++) {
		const struct sen_policy_rule *rule = &steps->policy->rules[i];
		const char *command;
		bool held = false;

		if (!wanted_before(rule, before))
			continue;
		rc = sen_consent_on(store, steps->concern->pupil_id, rule->code, on, &held, err);
		if (rc < 0 || held)
			continue;
		command = consent_command(store->arena, steps, rule->code);
		if (rule->strength && strcmp(rule->strength, "must") == 0)
			rc = sen_rule(store, err, sen_format(store->arena, "Record it: '%s'.", command),
				      "the policy '%s' asks for it first: %s", steps->policy->name,
				      rule->name);
		else
			*advice = sen_format(store->arena, "Good practice: %s; '%s' keeps it.", rule->name,
					     command);
	}
	return rc;
}

/* ---- The end ---- */

/* The step by which a child becomes monitored. */
static const struct sen_step *monitored_step(const struct sen_steps *steps)
{
	for (size_t i = 0; i < steps->count; i++) {
		const char *code = sen_step_has(steps->items[i].rule, "opens", "level:");
		const struct sen_level *level = code ? sen_policy_level(steps->policy, code) : NULL;

		if (level && level->monitored)
			return &steps->items[i];
	}
	return NULL;
}

int sen_steps_close_check(struct sen_store *store, const struct sen_steps *steps, const char *result,
			  sen_date on, const char **advice, struct sen_err *err)
{
	const struct sen_step *step = NULL;
	const char *before = NULL;
	int rc;

	*advice = NULL;
	if (strcmp(result, "register") == 0) {
		step = steps->outcome;
		before = "register";
	} else if (strcmp(result, "monitor") == 0) {
		step = monitored_step(steps);
	} else if (strcmp(result, "refer") == 0) {
		step = sen_step_named(steps, "agency");
		before = "agency";
	} else if (strcmp(result, "ehc") == 0) {
		before = "ehc-request";
	}
	rc = sen_step_check(store, steps, step, on, err);
	return rc < 0 || !before ? rc : sen_step_consent(store, steps, before, on, advice, err);
}
