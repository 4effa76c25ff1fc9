/* What a move on to the register owes: parents told that SEN support has
 * started (Children and Families Act 2014 s.68), or of a level before it where the
 * policy says so; and what a move off it owes:
 * that progress is watched on (R9). */
#include "rules/rules.h"

#include <string.h>

/* The Act gives no number of days; overdue after this many school days is a
 * judgement (policy-notes 0.3). */
#define TOLD_SCHOOL_DAYS 5

/* Support, or watching, goes on from another entry: a move within it, or a new policy. */
static bool goes_on(const struct sen_facts *facts, const struct sen_register_entry *entry)
{
	bool watched = strcmp(entry->kind, "monitored") == 0;

	for (size_t i = 0; i < facts->register_count; i++) {
		const struct sen_register_entry *other = &facts->register_entries[i];

		if (other != entry &&
		    (watched ? strcmp(other->kind, "monitored") == 0 : owed_supported(other)) &&
		    other->until_on == entry->from_on &&
		    (other->from_on == SEN_NO_DATE || other->from_on < other->until_on))
			return true;
	}
	return false;
}

static struct sen_deadline *owe_told(const struct owing *owing, const struct sen_register_entry *entry)
{
	struct sen_deadline *item =
		owe(owing, "parents-told", sen_register_record.prefix, entry->head.id,
		    sen_school_days_after(owing->calendar, entry->from_on, TOLD_SCHOOL_DAYS));

	item->starts_on = entry->from_on;
	item->met_on = entry->told_on;
	item->fix = sen_format(owing->out->arena, "sendctl pupil level P%lld %s --told DATE",
			       (long long)owing->facts->pupil_id, entry->level);
	return item;
}

static void told(const struct owing *owing, const struct sen_register_entry *entry)
{
	const struct sen_facts *facts = owing->facts;
	const struct sen_policy *policy = owed_policy(owing, entry->from_on);
	bool over = entry->until_on != SEN_NO_DATE && entry->told_on == SEN_NO_DATE;
	struct sen_deadline *item;

	if (entry->from_on == SEN_NO_DATE || entry->from_on < facts->adopted_on || over ||
	    goes_on(facts, entry))
		return;
	item = owe_told(owing, entry);
	item->owner = rules_coordinator(policy);
	item->basis = SEN_BASIS_LAW;
	item->cite = "CFA 2014 s.68";
	item->what = "Tell the parents that SEN support has started";
}

static bool wants_told(const struct sen_level *level)
{
	for (size_t i = 0; level && i < level->need_count; i++)
		if (strcmp(level->needs[i], "told") == 0)
			return true;
	return false;
}

/* Met about the concern that led there, or since: that is how they were told. */
static sen_date parents_met(const struct sen_facts *facts, const struct sen_register_entry *entry)
{
	sen_date met = SEN_NO_DATE;

	for (size_t i = 0; i < facts->step_count; i++) {
		const struct sen_concern_step *step = &facts->steps[i];
		bool open = step->taken_on >= entry->from_on;

		for (size_t k = 0; k < facts->concern_count && !open; k++)
			open = facts->concerns[k].head.id == step->concern_id &&
			       (facts->concerns[k].closed_on == SEN_NO_DATE ||
				facts->concerns[k].closed_on >= entry->from_on);
		if (open && strcmp(step->step, "parents-met") == 0 &&
		    (met == SEN_NO_DATE || step->taken_on < met))
			met = step->taken_on;
	}
	return met;
}

/* The section is about children without an EHC plan: nobody is told of support by it
 * where a plan is there, and the law's own notices go out. */
static bool by_section_68(const struct sen_register_entry *entry)
{
	return strcmp(entry->census, "K") == 0;
}

/* A level before the register of which the policy itself wants the parents told
 * (trust: monitored).  The number of days is a judgement, as above. */
static void told_by_policy(const struct owing *owing, const struct sen_register_entry *entry)
{
	const struct sen_policy *policy = owed_policy(owing, entry->from_on);
	const struct sen_level *level = sen_policy_level(policy, entry->level);
	bool over = entry->until_on != SEN_NO_DATE && entry->told_on == SEN_NO_DATE;
	struct sen_deadline *item;

	if (entry->from_on == SEN_NO_DATE || entry->from_on < owing->facts->adopted_on || over ||
	    !wants_told(level) || goes_on(owing->facts, entry))
		return;
	item = owe_told(owing, entry);
	if (item->met_on == SEN_NO_DATE)
		item->met_on = parents_met(owing->facts, entry);
	item->owner = rules_coordinator(policy);
	item->basis = level->basis;
	item->cite = owed_cite(owing, policy, level->basis, level->cite);
	item->what = sen_format(owing->out->arena, "Tell the parents that the child is at '%s'", level->name);
}

void rule_parents_told(const struct owing *owing)
{
	for (size_t i = 0; i < owing->facts->register_count; i++) {
		const struct sen_register_entry *entry = &owing->facts->register_entries[i];

		if (by_section_68(entry))
			told(owing, entry);
		else if (!owed_supported(entry))
			told_by_policy(owing, entry);
	}
}

/* ---- After the register ---- */

sen_date rules_support_start(const struct sen_register_entry *entries, size_t count, sen_date until)
{
	sen_date start = until;

	for (size_t again = 0; again < count && start != SEN_NO_DATE; again++) {
		sen_date before = start;

		for (size_t i = 0; i < count; i++)
			if (owed_supported(&entries[i]) && entries[i].until_on == start &&
			    entries[i].from_on != start)
				before = entries[i].from_on;
		if (before == start)
			break;
		start = before;
	}
	return start == until ? SEN_NO_DATE : start;
}

/* The terms after the exit, where the policy gives no number (policy-notes 0.3). */
#define WATCHED_TERMS 2

static bool back(const struct sen_facts *facts, sen_date day)
{
	for (size_t i = 0; i < facts->register_count; i++)
		if (owed_supported(&facts->register_entries[i]) &&
		    facts->register_entries[i].from_on != SEN_NO_DATE &&
		    facts->register_entries[i].from_on != facts->register_entries[i].until_on &&
		    facts->register_entries[i].from_on >= day)
			return true;
	return false;
}

static bool was_supported(const struct sen_facts *facts, sen_date day)
{
	for (size_t i = 0; i < facts->register_count; i++)
		if (owed_supported(&facts->register_entries[i]) && facts->register_entries[i].until_on == day)
			return true;
	return false;
}

/* A review in the last of the terms watched, or later, ends the watching. */
static sen_date looked_again(const struct sen_facts *facts, sen_date from)
{
	sen_date first = SEN_NO_DATE;

	for (size_t i = 0; i < facts->review_count; i++) {
		sen_date held = facts->reviews[i].held_on;

		if (held != SEN_NO_DATE && held >= from && (first == SEN_NO_DATE || held < first))
			first = held;
	}
	return first;
}

static void watched(const struct owing *owing, const struct sen_register_entry *left)
{
	const struct sen_policy *policy = owed_policy(owing, left->from_on);
	const struct sen_policy_rule *rule = sen_policy_rule(policy, "exit", "watched");
	bool counted = rule && rule->limit.kind == SEN_LIMIT_TERM && rule->limit.n > 0;
	int terms = counted ? rule->limit.n : WATCHED_TERMS;
	struct sen_period term = owed_period(owing, SEN_LIMIT_TERM, left->from_on);
	struct sen_limit to_end = {.kind = SEN_LIMIT_TERM};
	struct sen_deadline *item;

	for (int i = 0; i < terms && term.from != SEN_NO_DATE; i++)
		term = owed_period(owing, SEN_LIMIT_TERM, term.until);
	if (!rule || term.from == SEN_NO_DATE)
		return;
	item = owe(owing, "watched", sen_register_record.prefix, left->head.id,
		   owed_due(owing, &to_end, term.from));
	item->starts_on = left->from_on;
	item->met_on = looked_again(owing->facts, term.from);
	item->owner = rules_who(rule, policy);
	item->basis = counted ? rule->limit.basis : SEN_BASIS_JUDGEMENT;
	item->cite = counted ? owed_cite(owing, policy, rule->limit.basis, rule->limit.cite) : NULL;
	item->what = sen_format(owing->out->arena,
				"Look again at progress, %d terms after leaving the register", terms);
	item->fix = sen_format(owing->out->arena,
			       "sendctl review record P%lld --kind progress --on DATE --note TEXT",
			       (long long)owing->facts->pupil_id);
}

/* Off, or to a level that is not on the register (waves: back to Wave 1). */
void rule_watched(const struct owing *owing)
{
	const struct sen_facts *facts = owing->facts;

	for (size_t i = 0; i < facts->register_count; i++) {
		const struct sen_register_entry *entry = &facts->register_entries[i];

		if (!owed_supported(entry) && entry->from_on != SEN_NO_DATE &&
		    entry->from_on >= facts->adopted_on && was_supported(facts, entry->from_on) &&
		    !back(facts, entry->from_on))
			watched(owing, entry);
	}
}
