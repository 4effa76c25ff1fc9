/* A new plan by the policy in force: its kind for the child's level, its place in the
 * cycles (R30, R32); its date for review is plan_due.c. */
#include "rules/plan.h"

#include <sen/text.h>

#include <string.h>

/* ---- The kind ---- */

bool plan_is_kind(const struct sen_policy_rule *rule)
{
	return strcmp(rule->section, "plan-kind") == 0 && strcmp(rule->code, PLAN_PROFILE) != 0;
}

static bool has_strength(const struct sen_policy_rule *rule, const char *strength)
{
	return rule->strength && strcmp(rule->strength, strength) == 0;
}

bool plan_must(const struct sen_policy_rule *rule)
{
	return has_strength(rule, "must");
}

/* "learning-plan (Learning Plan: C, D, SSPP), ..." */
static const char *kind_list(struct sen_arena *arena, const struct sen_policy *policy)
{
	struct sen_buf list = {.arena = arena};

	for (size_t i = 0; i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];
		bool first = true;

		if (!plan_is_kind(rule))
			continue;
		sen_buf_addf(&list, "%s%s (%s", list.len ? "; " : "", rule->code, rule->name);
		for (size_t k = 0; k < policy->level_count; k++) {
			if (!rules_listed(rule, "levels", policy->levels[k].code))
				continue;
			sen_buf_addf(&list, "%s%s", first ? ": " : ", ", policy->levels[k].code);
			first = false;
		}
		sen_buf_add(&list, ")");
	}
	return list.text ? list.text : "none";
}

static int no_kind(struct sen_store *store, const struct sen_policy *policy, const char *text,
		   struct sen_err *err)
{
	if (sen_text_same(text, PLAN_PROFILE) && sen_policy_rule(policy, "plan-kind", PLAN_PROFILE)) {
		sen_fail(err, SEN_INVALID, "the %s is kept with the child, not as a plan",
			 sen_policy_word(policy, "profile", "one-page profile"));
		sen_hint(err, "'sendctl pupil profile PUPIL' shows it and makes a new version");
		return err->code;
	}
	sen_fail(err, SEN_INVALID, "the policy '%s' knows no plan '%s'", policy->name,
		 sen_text_visible(store->arena, text, false));
	sen_hint(err, "Its plans: %s.", kind_list(store->arena, policy));
	return err->code;
}

static const struct sen_policy_rule *kind_named(const struct sen_policy *policy, const char *text)
{
	for (size_t i = 0; i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		if (plan_is_kind(rule) &&
		    (sen_text_same(rule->code, text) || sen_text_same(rule->name, text)))
			return rule;
	}
	return NULL;
}

/* What the level must have; else the only one it may have. */
const struct sen_policy_rule *plan_kind_of_level(const struct sen_policy *policy, const char *level)
{
	const struct sen_policy_rule *may = NULL;
	size_t count = 0;

	for (size_t i = 0; i < policy->rule_count && level; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		if (!plan_is_kind(rule) || !rules_listed(rule, "levels", level))
			continue;
		if (has_strength(rule, "must"))
			return rule;
		may = rule;
		count++;
	}
	return count == 1 ? may : NULL;
}

static int no_default(struct sen_store *store, const struct sen_policy *policy,
		      const struct sen_register_entry *entry, int64_t pupil_id, struct sen_err *err)
{
	sen_fail(err, SEN_INVALID, "the policy '%s' has no plan of its own for P%lld (%s)", policy->name,
		 (long long)pupil_id, entry->head.id ? entry->level_name : "at no level");
	sen_hint(err,
		 "Move the child first ('sendctl pupil level P%lld LEVEL'), or name a plan with --kind: %s.",
		 (long long)pupil_id, kind_list(store->arena, policy));
	return err->code;
}

static int check_level(struct sen_store *store, const struct sen_policy_rule *rule,
		       const struct sen_register_entry *entry, int64_t pupil_id, struct sen_err *err)
{
	const char *hint;

	if (entry->head.id && rules_listed(rule, "levels", entry->level))
		return 0;
	hint = sen_format(store->arena,
			  "Move the child first ('sendctl pupil level P%lld LEVEL'), or leave --kind out.",
			  (long long)pupil_id);
	return sen_rule(store, err, hint, "the policy has no %s for a child at this level (P%lld: %s)",
			rule->name, (long long)pupil_id, entry->head.id ? entry->level_name : "none");
}

int plan_choose_kind(struct sen_store *store, struct sen_plan *plan, const struct sen_policy_rule **out,
		     struct sen_err *err)
{
	const struct sen_policy_rule *rule;
	const struct sen_policy *policy;
	struct sen_register_entry entry;
	int rc = rules_policy_of(store, plan->pupil_id, plan->made_on, &policy, err);

	if (rc < 0 || (rc = sen_register_on(store, plan->pupil_id, plan->made_on, &entry, err)) < 0)
		return rc;
	if (plan->kind) {
		rule = kind_named(policy, plan->kind);
		if (!rule)
			return no_kind(store, policy, plan->kind, err);
		if ((rc = check_level(store, rule, &entry, plan->pupil_id, err)) < 0)
			return rc;
	} else {
		rule = plan_kind_of_level(policy, entry.head.id ? entry.level : NULL);
		if (!rule)
			return no_default(store, policy, &entry, plan->pupil_id, err);
	}
	plan->kind = rule->code;
	plan->kind_name = rule->name;
	*out = rule;
	return 0;
}

/* ---- Its place ---- */

/* One of a kind at a time: what stands is renewed, or changed. */
static int check_none_open(const struct sen_plan *all, size_t count, const struct sen_plan *plan,
			   struct sen_err *err)
{
	char day[16];

	for (size_t i = 0; i < count; i++) {
		long long id = (long long)all[i].head.id;

		if (strcmp(all[i].kind, plan->kind) != 0 || all[i].closed_on != SEN_NO_DATE)
			continue;
		if (all[i].agreed_on == SEN_NO_DATE) {
			sen_fail(err, SEN_CONFLICT, "P%lld has a draft of this plan: PL%lld (%s)",
				 (long long)plan->pupil_id, id, all[i].kind_name);
			sen_hint(err, "Go on with it: 'sendctl plan edit PL%lld'.", id);
			return err->code;
		}
		sen_fail(err, SEN_CONFLICT, "P%lld has this plan: PL%lld (%s), agreed on %s",
			 (long long)plan->pupil_id, id, all[i].kind_name,
			 sen_date_long(all[i].agreed_on, day));
		sen_hint(
			err,
			"'sendctl plan renew PL%lld' begins the next cycle, 'sendctl plan edit PL%lld' a new "
			"version of this one.",
			id, id);
		return err->code;
	}
	return 0;
}

void plan_place(const struct sen_plan *all, size_t count, struct sen_plan *plan)
{
	const struct sen_plan *last = NULL;

	for (size_t i = 0; i < count; i++)
		if (strcmp(all[i].kind, plan->kind) == 0 &&
		    (!last || all[i].cycle > last->cycle ||
		     (all[i].cycle == last->cycle && all[i].version >= last->version)))
			last = &all[i];
	plan->cycle = last ? last->cycle + 1 : 1;
	plan->version = 1;
	if (last && plan->before_id == SEN_NO_INT)
		plan->before_id = last->head.id;
}

void sen_plan_date_voices(struct sen_plan *plan, sen_date day)
{
	if (plan->parent_voice && plan->parent_voice_on == SEN_NO_DATE)
		plan->parent_voice_on = day;
	if (plan->pupil_voice && plan->pupil_voice_on == SEN_NO_DATE)
		plan->pupil_voice_on = day;
}

int sen_plan_prepare(struct sen_store *store, struct sen_plan *plan, bool *due_by_policy, struct sen_err *err)
{
	const struct sen_policy_rule *rule;
	struct sen_plan *all;
	int64_t consent;
	size_t count;
	int rc;

	if (plan->made_on == SEN_NO_DATE)
		plan->made_on = store->context.today;
	if ((rc = plan_choose_kind(store, plan, &rule, err)) < 0 ||
	    (rc = sen_record_of_pupil(store, &sen_plan_record, plan->pupil_id, (void **)&all, &count, err)) <
		    0 ||
	    (rc = check_none_open(all, count, plan, err)) < 0 ||
	    (rc = sen_consent_before(store, plan->pupil_id, "plan", plan->made_on, &consent, err)) < 0 ||
	    (rc = plan_default_due(store, plan, due_by_policy, err)) < 0)
		return rc;
	plan_place(all, count, plan);
	sen_plan_date_voices(plan, plan->made_on);
	return 0;
}

int sen_plan_add(struct sen_store *store, struct sen_plan *plan, bool *due_by_policy, struct sen_err *err)
{
	int rc = sen_plan_prepare(store, plan, due_by_policy, err);

	return rc < 0 ? rc : sen_record_insert(store, &sen_plan_record, plan, err);
}

const char *sen_plan_kinds(struct sen_store *store, int64_t pupil_id, sen_date day)
{
	const struct sen_policy *policy;
	struct sen_err ignored = {0};

	if (rules_policy_of(store, pupil_id, day, &policy, &ignored) < 0)
		return NULL;
	return kind_list(store->arena, policy);
}
