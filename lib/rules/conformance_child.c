/* Conformance of one child's records with the policy: factors weighed before SEN
 * was decided (R19), the yearly agreement (R26), parents told of monitoring (R6),
 * what leaving the register asks for (R9).  Only what was decided since the file was
 * begun is looked at, but for the agreement, which is owed all the time. */
#include "rules/conformance.h"

#include <string.h>

struct child_check {
	struct findings *all;
	const struct sen_facts *facts;
	const struct sen_policy *policy; /* in force when the entry began */
	const struct sen_register_entry *entry;
};

static const char *severity_of(enum sen_basis basis)
{
	return basis == SEN_BASIS_LAW ? "law" : basis == SEN_BASIS_POLICY ? "policy" : "advice";
}

static struct sen_finding *find(const struct child_check *check, const char *rule, enum sen_basis basis,
				const char *cite)
{
	struct sen_arena *arena = check->all->store->arena;
	struct sen_finding *finding =
		finding_add(check->all, rule, severity_of(basis), check->facts->pupil_id);

	finding->subject =
		sen_format(arena, "%s%lld", sen_register_record.prefix, (long long)check->entry->head.id);
	if (basis != SEN_BASIS_JUDGEMENT && cite)
		finding->cite =
			basis == SEN_BASIS_LAW ? cite : sen_format(arena, "%s %s", check->policy->name, cite);
	return finding;
}

static bool supported(const struct sen_register_entry *entry)
{
	return strcmp(entry->census, "K") == 0 || strcmp(entry->census, "E") == 0;
}

/* On the register by a decision taken since the file was begun? */
static bool joined(const struct child_check *check)
{
	const struct sen_facts *facts = check->facts;
	sen_date start = check->entry->from_on, run;

	if (!supported(check->entry) || start == SEN_NO_DATE)
		return false;
	run = rules_support_start(facts->register_entries, facts->register_count, start);
	for (size_t i = 0; i < facts->register_count; i++)
		if (supported(&facts->register_entries[i]) && facts->register_entries[i].until_on == start &&
		    facts->register_entries[i].from_on != start)
			start = run; /* it goes on from another level */
	return start != SEN_NO_DATE && start >= facts->adopted_on;
}

static bool weighed(const struct child_check *check, const char *factor)
{
	const struct sen_facts *facts = check->facts;

	for (size_t i = 0; i < facts->weighing_count; i++)
		if (strcmp(facts->weighings[i].factor, factor) == 0)
			return true;
	return rules_step_weighed(
		check->policy,
		&(struct rules_done){facts->concerns, facts->concern_count, facts->steps, facts->step_count},
		factor);
}

static void factors(const struct child_check *check)
{
	struct sen_arena *arena = check->all->store->arena;
	struct sen_buf names = {.arena = arena};
	const struct sen_policy_rule *first = NULL;
	struct sen_finding *finding;

	for (size_t i = 0; joined(check) && i < check->policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &check->policy->rules[i];

		if (strcmp(rule->section, "weigh") != 0 || weighed(check, rule->code))
			continue;
		sen_buf_addf(&names, "%s%s", first ? ", " : "", rule->code);
		if (!first)
			first = rule;
	}
	if (!first)
		return;
	finding = find(check, "factor-unweighed", first->basis, first->cite);
	finding->finding = sen_format(arena, "on the register without these weighed: %s", names.text);
	finding->fix = sen_format(arena, "sendctl pupil weigh P%lld %s=\"...\"",
				  (long long)check->facts->pupil_id, first->code);
}

static void agreement(const struct child_check *check)
{
	const struct sen_policy_rule *rule = sen_policy_rule(check->policy, "cadence", "agreement");
	const struct sen_facts *facts = check->facts;
	struct sen_finding *finding;

	if (!rules_listed(rule, "levels", check->entry->level) ||
	    (check->entry->from_on != SEN_NO_DATE && check->entry->from_on >= facts->adopted_on))
		return;
	for (size_t i = 0; i < facts->consent_count; i++)
		if (strcmp(facts->consents[i].purpose, "agreement") == 0)
			return;
	finding = find(check, "agreement-missing", rule->basis, rule->cite);
	finding->finding = "no agreement of the parents is on record";
	finding->fix = sen_format(check->all->store->arena,
				  "sendctl consent add P%lld --purpose agreement --by NAME",
				  (long long)facts->pupil_id);
}

static void told_of_monitoring(const struct child_check *check)
{
	const struct sen_level *level = sen_policy_level(check->policy, check->entry->level);
	struct sen_finding *finding;
	bool needed = false;

	for (size_t i = 0; level && level->monitored && i < level->need_count; i++)
		needed = needed || strcmp(level->needs[i], "told") == 0;
	/* Since then it is a deadline. */
	if (!needed || check->entry->told_on != SEN_NO_DATE ||
	    (check->entry->from_on != SEN_NO_DATE && check->entry->from_on >= check->facts->adopted_on))
		return;
	finding = find(check, "parents-told", level->basis, level->cite);
	finding->finding = "no record that the parents were told of the monitoring";
	finding->fix = sen_format(check->all->store->arena, "sendctl pupil level P%lld %s --told DATE",
				  (long long)check->facts->pupil_id, check->entry->level);
}

/* ---- Leaving ---- */

/* Held while the child was on the register, up to the day it ended. */
static bool held(const struct child_check *check, bool views)
{
	const struct sen_facts *facts = check->facts;
	sen_date start =
		rules_support_start(facts->register_entries, facts->register_count, check->entry->from_on);

	for (size_t i = 0; i < facts->review_count; i++) {
		const struct sen_review *review = &facts->reviews[i];

		if (review->held_on != SEN_NO_DATE && review->held_on <= check->entry->from_on &&
		    (start == SEN_NO_DATE || review->held_on >= start) &&
		    (!views || (review->parent_voice && review->pupil_voice)))
			return true;
	}
	return false;
}

static void leaving(const struct child_check *check)
{
	long long id = (long long)check->facts->pupil_id;
	struct sen_arena *arena = check->all->store->arena;

	for (size_t i = 0; i < check->policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &check->policy->rules[i];
		bool review = strcmp(rule->code, "review") == 0, views = strcmp(rule->code, "views") == 0;
		bool told = strcmp(rule->code, "told") == 0;
		struct sen_finding *finding;

		if (strcmp(rule->section, "exit") != 0 || (!review && !views && !told) ||
		    (told ? check->entry->told_on != SEN_NO_DATE : held(check, views)))
			continue;
		finding = find(check, "register-exit", rule->basis, rule->cite);
		finding->finding = sen_format(arena, "left the register without this: %s", rule->name);
		finding->fix =
			told ? sen_format(arena, "sendctl pupil level P%lld %s --told DATE", id,
					  check->entry->level)
			     : sen_format(arena, "sendctl review record P%lld --kind termly --on DATE%s", id,
					  views ? " --parent-voice TEXT --pupil-voice TEXT" : " --note TEXT");
	}
}

static bool left_register(const struct child_check *check)
{
	const struct sen_facts *facts = check->facts;

	if (supported(check->entry) || check->entry->from_on == SEN_NO_DATE ||
	    check->entry->from_on < facts->adopted_on)
		return false;
	for (size_t i = 0; i < facts->register_count; i++)
		if (supported(&facts->register_entries[i]) &&
		    facts->register_entries[i].until_on == check->entry->from_on)
			return true;
	return false;
}

void conformance_child(struct findings *all, const struct sen_facts *child,
		       const struct sen_policy_set *policies)
{
	for (size_t i = 0; i < child->register_count; i++) {
		const struct sen_register_entry *entry = &child->register_entries[i];
		struct child_check check = {.all = all, .facts = child, .entry = entry};
		sen_date began = entry->from_on == SEN_NO_DATE ? child->adopted_on : entry->from_on;

		check.policy = sen_policy_on(policies, child->school_id, began);
		if (!check.policy || began > all->day)
			continue;
		if (left_register(&check))
			leaving(&check);
		if (entry->until_on != SEN_NO_DATE && entry->until_on <= all->day)
			continue;
		factors(&check);
		agreement(&check);
		told_of_monitoring(&check);
	}
}
