/* What a move on to the register owes: parents told that SEN support has
 * started (Children and Families Act 2014 s.68). */
#include "rules/rules.h"

#include <string.h>

/* The Act gives no number of days; overdue after this many school days is a
 * judgement (policy-notes 0.3). */
#define TOLD_SCHOOL_DAYS 5

static bool supported(const struct sen_register_entry *entry)
{
	return strcmp(entry->census, "K") == 0 || strcmp(entry->census, "E") == 0;
}

/* Support goes on from another entry: a move within it, or a new policy. */
static bool goes_on(const struct sen_facts *facts, const struct sen_register_entry *entry)
{
	for (size_t i = 0; i < facts->register_count; i++) {
		const struct sen_register_entry *other = &facts->register_entries[i];

		if (other != entry && supported(other) && other->until_on == entry->from_on &&
		    (other->from_on == SEN_NO_DATE || other->from_on < other->until_on))
			return true;
	}
	return false;
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
	item = owe(owing, "parents-told", sen_register_record.prefix, entry->head.id,
		   sen_school_days_after(owing->calendar, entry->from_on, TOLD_SCHOOL_DAYS));
	item->starts_on = entry->from_on;
	item->met_on = entry->told_on;
	item->owner = sen_policy_word(policy, "coordinator", "SENCO");
	item->basis = SEN_BASIS_LAW;
	item->cite = "CFA 2014 s.68";
	item->what = "Tell the parents that SEN support has started";
	item->fix = sen_format(owing->out->arena, "sendctl pupil level P%lld %s --told DATE",
			       (long long)facts->pupil_id, entry->level);
}

void rule_parents_told(const struct owing *owing)
{
	for (size_t i = 0; i < owing->facts->register_count; i++)
		if (supported(&owing->facts->register_entries[i]))
			told(owing, &owing->facts->register_entries[i]);
}
