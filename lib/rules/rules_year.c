/* What each July asks: a child on a list is handed over to next year's teacher
 * (R29). No policy says a day: a judgement, by the end of the summer term. */
#include "rules/rules.h"

#include <string.h>

static bool listed(const struct sen_register_entry *entry)
{
	return strcmp(entry->kind, "none") != 0;
}

/* Since when, without a break, the child stands on a list; false: not now. */
static bool listed_since(const struct sen_facts *facts, sen_date *since)
{
	const struct sen_register_entry *last = NULL;

	for (size_t i = 0; i < facts->register_count; i++) {
		const struct sen_register_entry *entry = &facts->register_entries[i];

		if (!listed(entry) || (entry->until_on != SEN_NO_DATE && entry->until_on == entry->from_on))
			continue;
		if (!last || last->until_on != entry->from_on)
			*since = entry->from_on;
		last = entry;
	}
	return last && last->until_on == SEN_NO_DATE;
}

static sen_date end_of_year(const struct owing *owing, int academic_year)
{
	return sen_school_day_before(owing->calendar, sen_date_make(academic_year + 1, 7, 31));
}

/* A sheet given in autumn is that of the July before. */
static int year_of(sen_date given_on)
{
	return sen_academic_year(sen_date_add_months(given_on, -4));
}

static struct sen_deadline *handover(const struct owing *owing, int year)
{
	sen_date due = end_of_year(owing, year);
	const struct sen_policy *policy = owed_policy(owing, due);
	struct sen_deadline *item =
		owe(owing, "handover", sen_pupil_record.prefix, owing->facts->pupil_id, due);

	item->cycle = year;
	item->owner = sen_policy_word(policy, "class-teacher", "class teacher");
	item->basis = SEN_BASIS_JUDGEMENT;
	item->what = "Hand over to next year's teacher or school";
	item->fix = sen_format(owing->out->arena, "sendctl pupil handover P%lld --who NAME",
			       (long long)owing->facts->pupil_id);
	return item;
}

void rule_handover(const struct owing *owing)
{
	const struct sen_facts *facts = owing->facts;
	sen_date since = SEN_NO_DATE;
	int year, last = -1;

	for (size_t i = 0; i < facts->given_count; i++) {
		const struct sen_given *given = &facts->givens[i];

		if (strcmp(given->record, SEN_GIVEN_HANDOVER) != 0 || year_of(given->given_on) <= last)
			continue;
		last = year_of(given->given_on);
		handover(owing, last)->met_on = given->given_on;
	}
	if (!listed_since(facts, &since))
		return;
	since = owed_from(owing, since);
	year = sen_academic_year(since);
	if (end_of_year(owing, year) < since)
		year++;
	handover(owing, year > last ? year : last + 1)->starts_on = since;
}
