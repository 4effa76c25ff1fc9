/* What a monitored child owes: the checks, and not to be left on the list (R6). */
#include "rules/rules.h"

#include <stdlib.h>
#include <string.h>

static bool monitored(const struct sen_register_entry *entry)
{
	return strcmp(entry->kind, "monitored") == 0;
}

/* ---- The checks held at one entry, in order ---- */

struct checks {
	const struct sen_review **items;
	size_t count;
};

static int by_held(const void *a, const void *b)
{
	const struct sen_review *const *x = a, *const *y = b;

	if ((*x)->held_on != (*y)->held_on)
		return (*x)->held_on < (*y)->held_on ? -1 : 1;
	return (*x)->head.id < (*y)->head.id ? -1 : (*x)->head.id > (*y)->head.id;
}

static struct checks held_at(const struct owing *owing, const struct sen_register_entry *entry)
{
	const struct sen_facts *facts = owing->facts;
	struct checks all = {0};

	all.items = SEN_NEW(owing->out->arena, const struct sen_review *, facts->review_count + 1);
	for (size_t i = 0; i < facts->review_count; i++) {
		const struct sen_review *review = &facts->reviews[i];

		if (strcmp(review->kind, "monitoring") == 0 && review->held_on != SEN_NO_DATE &&
		    (entry->from_on == SEN_NO_DATE || review->held_on >= entry->from_on) &&
		    (entry->until_on == SEN_NO_DATE || review->held_on <= entry->until_on))
			all.items[all.count++] = review;
	}
	if (all.count > 1)
		qsort(all.items, all.count, sizeof(const struct sen_review *), by_held);
	return all;
}

/* ---- The end of it ---- */

static const struct sen_level *level_of(const struct owing *owing, const struct sen_register_entry *entry)
{
	sen_date from = owed_from(owing, entry->from_on);

	return sen_policy_level(owed_policy(owing, from), entry->level);
}

/* Last day of the half term in which the last of the checks falls; or the day it
 * was held. */
static sen_date after_checks(const struct owing *owing, const struct sen_limit *limit,
			     const struct checks *checks, sen_date from)
{
	struct sen_limit rest = *limit;
	struct sen_period half;
	sen_date last;

	if (checks->count >= (size_t)limit->n)
		return owed_from(owing, checks->items[limit->n - 1]->held_on);
	if (checks->count == 0)
		return owed_due(owing, limit, from);
	rest.n = limit->n - (int)checks->count;
	last = owed_from(owing, checks->items[checks->count - 1]->held_on);
	/* A check in the holidays counts for the half term that is over. */
	half = owed_period(owing, SEN_LIMIT_HALF_TERM, last);
	return owed_due(owing, &rest, half.from > last ? half.from : half.until);
}

static sen_date limit_due(const struct owing *owing, const struct sen_limit *limit,
			  const struct sen_register_entry *entry, const struct checks *checks)
{
	sen_date from = owed_from(owing, entry->from_on), agreed = SEN_NO_DATE;

	if (limit->kind == SEN_LIMIT_CHECKS)
		return after_checks(owing, limit, checks, from);
	if (limit->kind != SEN_LIMIT_DATE)
		return owed_due(owing, limit, from);
	for (size_t i = 0; i < checks->count; i++)
		if (checks->items[i]->next_on != SEN_NO_DATE)
			agreed = owed_from(owing, checks->items[i]->next_on);
	return agreed;
}

/* Off the list, or the next level: both commands, for it must be one of them. */
static const char *both_ways(const struct owing *owing, const struct sen_policy *policy,
			     const struct sen_level *level)
{
	const char *next = "LEVEL";
	long long id = (long long)owing->facts->pupil_id;

	for (size_t i = policy->level_count; i > 0; i--) {
		const struct sen_level *other = &policy->levels[i - 1];

		if (other == level)
			break;
		if (other->on_register != SEN_ON_NO)
			next = other->code;
	}
	return sen_format(owing->out->arena,
			  "sendctl pupil level P%lld off --reason TEXT, or sendctl pupil level P%lld %s "
			  "--reason TEXT",
			  id, id, next);
}

static void limit(const struct owing *owing, const struct sen_register_entry *entry)
{
	sen_date from = owed_from(owing, entry->from_on), due;
	const struct sen_policy *policy = owed_policy(owing, from);
	const struct sen_level *level = level_of(owing, entry);
	struct checks checks = held_at(owing, entry);
	struct sen_deadline *item;

	if (!level || (entry->until_on != SEN_NO_DATE && entry->until_on < owing->facts->adopted_on))
		return;
	due = limit_due(owing, &level->limit, entry, &checks);
	if (due == SEN_NO_DATE)
		return;
	item = owe(owing, "monitoring-limit", sen_register_record.prefix, entry->head.id, due);
	item->starts_on = from;
	item->met_on = entry->until_on;
	item->owner = rules_coordinator(policy);
	item->basis = level->limit.basis;
	item->cite = owed_cite(owing, policy, level->limit.basis, level->limit.cite);
	item->what =
		sen_format(owing->out->arena, "Decide what follows '%s': off the list, or the next level%s",
			   level->name, owed_closed_note(owing, due));
	item->fix = both_ways(owing, policy, level);
}

void rule_monitoring_limit(const struct owing *owing)
{
	for (size_t i = 0; i < owing->facts->register_count; i++)
		if (monitored(&owing->facts->register_entries[i]))
			limit(owing, &owing->facts->register_entries[i]);
}

/* ---- The checks ---- */

static void owe_check(const struct owing *owing, const struct sen_register_entry *entry,
		      const struct sen_policy_rule *rule, int64_t cycle, sen_date start, sen_date due,
		      const struct sen_review *held)
{
	const struct sen_policy *policy = owed_policy(owing, owed_from(owing, entry->from_on));
	const struct sen_level *level = level_of(owing, entry);
	bool half = rule->limit.kind == SEN_LIMIT_HALF_TERM;
	struct sen_deadline *item;

	if (due == SEN_NO_DATE)
		return;
	item = owe(owing, "monitoring-check", sen_register_record.prefix, entry->head.id, due);
	item->cycle = cycle;
	item->starts_on = start;
	item->met_on = held ? held->held_on : SEN_NO_DATE;
	item->owner = rules_who(rule, policy);
	item->basis = rule->limit.basis;
	item->cite = owed_cite(owing, policy, rule->limit.basis, rule->limit.cite);
	item->what = sen_format(owing->out->arena, "%s of a child at '%s'",
				half ? "Half-termly check" : "Check", level ? level->name : entry->level);
	item->fix = sen_format(owing->out->arena,
			       "sendctl review record P%lld --kind monitoring --on DATE --decision "
			       "continue|off|LEVEL",
			       (long long)owing->facts->pupil_id);
}

/* Is another check wanted: the child is there, and the limit has not come first? */
static bool wanted(const struct owing *owing, const struct sen_register_entry *entry,
		   const struct checks *checks, sen_date due)
{
	const struct sen_level *level = level_of(owing, entry);
	sen_date end;

	if (entry->until_on != SEN_NO_DATE)
		return false;
	if (!level)
		return true;
	if (level->limit.kind == SEN_LIMIT_CHECKS)
		return checks->count < (size_t)level->limit.n;
	end = limit_due(owing, &level->limit, entry, checks);
	return end == SEN_NO_DATE || due < end;
}

/* Once inside each period; a check held late counts for the period it was held in
 * too, so that what was missed is owed once. */
static void by_period(const struct owing *owing, const struct sen_register_entry *entry,
		      const struct sen_policy_rule *rule, const struct checks *checks)
{
	enum sen_limit_kind kind = rule->limit.kind;
	sen_date from = owed_from(owing, entry->from_on), start = from;
	struct sen_period period = owed_period(owing, kind, from);
	sen_date due;

	for (size_t i = 0; i < checks->count; i++) {
		struct sen_period inside = owed_period(owing, kind, checks->items[i]->held_on);
		sen_date next = period.until;

		if (checks->items[i]->held_on < start || period.from == SEN_NO_DATE)
			continue;
		owe_check(owing, entry, rule, period.from, start, owed_due(owing, &rule->limit, start),
			  checks->items[i]);
		if (inside.from <= checks->items[i]->held_on && inside.until > next)
			next = inside.until;
		period = owed_period(owing, kind, next);
		start = period.from;
	}
	if (period.from == SEN_NO_DATE)
		return;
	due = owed_due(owing, &rule->limit, start);
	if (wanted(owing, entry, checks, due))
		owe_check(owing, entry, rule, period.from, start, due, NULL);
}

/* So long after the last one, or after the start. */
static void by_time(const struct owing *owing, const struct sen_register_entry *entry,
		    const struct sen_policy_rule *rule, const struct checks *checks)
{
	sen_date from = owed_from(owing, entry->from_on), due;

	for (size_t i = 0; i < checks->count; i++) {
		if (checks->items[i]->held_on <= from)
			continue;
		owe_check(owing, entry, rule, from, from, owed_due(owing, &rule->limit, from),
			  checks->items[i]);
		from = checks->items[i]->held_on;
	}
	due = owed_due(owing, &rule->limit, from);
	if (due != SEN_NO_DATE && wanted(owing, entry, checks, due))
		owe_check(owing, entry, rule, from, from, due, NULL);
}

static void check(const struct owing *owing, const struct sen_register_entry *entry)
{
	const struct sen_policy *policy = owed_policy(owing, owed_from(owing, entry->from_on));
	const struct sen_policy_rule *rule = sen_policy_rule(policy, "cadence", "monitoring");
	struct checks checks = held_at(owing, entry);

	if (!rule || (entry->until_on != SEN_NO_DATE && entry->until_on < owing->facts->adopted_on))
		return;
	if (rule->limit.kind == SEN_LIMIT_HALF_TERM || rule->limit.kind == SEN_LIMIT_TERM)
		by_period(owing, entry, rule, &checks);
	else
		by_time(owing, entry, rule, &checks);
}

/* A check that was planned for a day is owed that day where no cadence says. */
static void planned(const struct owing *owing, const struct sen_review *review)
{
	const struct sen_policy *policy = owed_policy(owing, review->planned_on);
	struct sen_deadline *item;

	if (strcmp(review->kind, "monitoring") != 0 || review->planned_on == SEN_NO_DATE ||
	    sen_policy_rule(policy, "cadence", "monitoring") ||
	    (review->held_on != SEN_NO_DATE && review->held_on < owing->facts->adopted_on))
		return;
	item = owe(owing, "monitoring-check", sen_review_record.prefix, review->head.id,
		   owed_from(owing, review->planned_on));
	item->met_on = review->held_on;
	item->owner = review->led_by ? review->led_by : rules_coordinator(policy);
	item->basis = SEN_BASIS_JUDGEMENT;
	item->what = "Hold the check planned for this day";
	item->fix = sen_format(owing->out->arena,
			       "sendctl review record R%lld --on DATE --decision continue|off|LEVEL",
			       (long long)review->head.id);
}

void rule_monitoring_check(const struct owing *owing)
{
	const struct sen_facts *facts = owing->facts;

	for (size_t i = 0; i < facts->register_count; i++)
		if (monitored(&facts->register_entries[i]))
			check(owing, &facts->register_entries[i]);
	for (size_t i = 0; i < facts->review_count; i++)
		planned(owing, &facts->reviews[i]);
}
