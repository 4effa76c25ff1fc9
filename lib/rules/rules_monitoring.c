/* What a monitored child owes: the checks, and not to be left on the list (R6). */
#include "rules/rules.h"

#include <string.h>

static bool monitored(const struct sen_register_entry *entry)
{
	return strcmp(entry->kind, "monitored") == 0;
}

static const char *coordinator(const struct sen_policy *policy)
{
	return sen_policy_word(policy, "coordinator", "SENCO");
}

/* The next check only: none is recorded yet, so it is the first one. */
static void check(const struct owing *owing, const struct sen_register_entry *entry)
{
	sen_date from = owed_from(owing, entry->from_on), due;
	const struct sen_policy *policy = owed_policy(owing, from);
	const struct sen_policy_rule *rule = sen_policy_rule(policy, "cadence", "monitoring");
	struct sen_period half;
	struct sen_deadline *item;

	if (!rule || rule->limit.kind != SEN_LIMIT_HALF_TERM || entry->until_on != SEN_NO_DATE)
		return;
	half = owed_period(owing, SEN_LIMIT_HALF_TERM, from);
	due = owed_due(owing, &rule->limit, from);
	if (due == SEN_NO_DATE)
		return;
	item = owe(owing, "monitoring-check", sen_register_record.prefix, entry->head.id, due);
	item->cycle = half.from;
	item->starts_on = from;
	item->owner = rule->who ? rule->who : coordinator(policy);
	item->basis = rule->limit.basis;
	item->cite = owed_cite(owing, policy, rule->limit.basis, rule->limit.cite);
	item->what = sen_format(owing->out->arena, "Half-termly check of a child on the %s",
				sen_policy_word(policy, "monitoring", "monitoring list"));
	item->fix =
		sen_format(owing->out->arena, "sendctl pupil show P%lld", (long long)owing->facts->pupil_id);
}

void rule_monitoring_check(const struct owing *owing)
{
	for (size_t i = 0; i < owing->facts->register_count; i++)
		if (monitored(&owing->facts->register_entries[i]))
			check(owing, &owing->facts->register_entries[i]);
}

static void limit(const struct owing *owing, const struct sen_register_entry *entry)
{
	sen_date from = owed_from(owing, entry->from_on), due;
	const struct sen_policy *policy = owed_policy(owing, from);
	const struct sen_level *level = sen_policy_level(policy, entry->level);
	struct sen_deadline *item;

	if (!level || (entry->until_on != SEN_NO_DATE && entry->until_on < owing->facts->adopted_on))
		return;
	due = owed_due(owing, &level->limit, from);
	if (due == SEN_NO_DATE)
		return;
	item = owe(owing, "monitoring-limit", sen_register_record.prefix, entry->head.id, due);
	item->starts_on = from;
	item->met_on = entry->until_on;
	item->owner = coordinator(policy);
	item->basis = level->limit.basis;
	item->cite = owed_cite(owing, policy, level->limit.basis, level->limit.cite);
	item->what =
		sen_format(owing->out->arena, "Decide what follows '%s': off the list, or the next level%s",
			   level->name, owed_closed_note(owing, due));
	item->fix = sen_format(owing->out->arena, "sendctl pupil level P%lld LEVEL|off --reason TEXT",
			       (long long)owing->facts->pupil_id);
}

void rule_monitoring_limit(const struct owing *owing)
{
	for (size_t i = 0; i < owing->facts->register_count; i++)
		if (monitored(&owing->facts->register_entries[i]))
			limit(owing, &owing->facts->register_entries[i]);
}
