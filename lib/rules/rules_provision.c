/* What things and money for a child owe: equipment looked at and given back
 * (R43), extra funding reviewed (R66). */
#include "rules/rules.h"

#include <string.h>

static struct sen_deadline *of_thing(const struct owing *owing, const char *key,
				     const struct sen_equipment *thing, sen_date due, sen_date met)
{
	sen_date from = owed_from(owing, due);
	struct sen_deadline *item = owe(owing, key, sen_equipment_record.prefix, thing->head.id, from);

	item->starts_on = owed_from(owing, thing->from_on);
	item->met_on = met;
	item->owner = rules_coordinator(owed_policy(owing, from));
	item->basis = SEN_BASIS_JUDGEMENT;
	return item;
}

/* Looked at since the day it was for, or given back. */
static sen_date looked_at(const struct sen_equipment *thing)
{
	bool checked = thing->checked_on != SEN_NO_DATE && thing->checked_on >= thing->check_on;

	return checked ? thing->checked_on : thing->returned_on;
}

static void equipment(const struct owing *owing, const struct sen_equipment *thing)
{
	struct sen_arena *arena = owing->out->arena;
	long long id = thing->head.id;
	struct sen_deadline *item;

	if (thing->returned_on != SEN_NO_DATE && thing->returned_on < owing->facts->adopted_on)
		return;
	if (thing->check_on != SEN_NO_DATE &&
	    (thing->returned_on == SEN_NO_DATE || thing->returned_on >= thing->check_on)) {
		item = of_thing(owing, "equipment-check", thing, thing->check_on, looked_at(thing));
		item->cycle = thing->check_on;
		item->what = sen_format(arena, "Check the equipment: %s", thing->what);
		item->fix = sen_format(arena, "sendctl equipment check EQ%lld --due DATE", id);
	}
	if (thing->return_by == SEN_NO_DATE)
		return;
	item = of_thing(owing, "equipment-return", thing, thing->return_by, thing->returned_on);
	item->what = sen_format(arena, "Give the equipment back: %s", thing->what);
	item->fix = sen_format(arena, "sendctl equipment return EQ%lld", id);
}

void rule_equipment(const struct owing *owing)
{
	for (size_t i = 0; i < owing->facts->equipment_count; i++)
		equipment(owing, &owing->facts->equipment[i]);
}

/* ---- Extra funding ---- */

/* A review of the child so long before the day is a review of the money: a judgement. */
enum { BEFORE = 28 };

static void first_of(sen_date day, sen_date *first)
{
	if (day != SEN_NO_DATE && (*first == SEN_NO_DATE || day < *first))
		*first = day;
}

/* Asked for, or decided, again since. */
static sen_date next_decision(const struct sen_facts *facts, const struct sen_topup *topup)
{
	sen_date first = SEN_NO_DATE;

	for (size_t i = 0; i < facts->topup_count; i++) {
		const struct sen_topup *other = &facts->topups[i];

		if (other->head.id > topup->head.id && strcmp(other->funding, topup->funding) == 0)
			first_of(other->decided_on != SEN_NO_DATE ? other->decided_on : other->asked_on,
				 &first);
	}
	return first;
}

sen_date topup_reviewed(const struct sen_facts *facts, const struct sen_topup *topup, sen_date due)
{
	sen_date first = next_decision(facts, topup);

	for (size_t i = 0; i < facts->review_count; i++) {
		const struct sen_review *review = &facts->reviews[i];

		if (review->held_on == SEN_NO_DATE || review->held_on < due - BEFORE ||
		    (topup->from_on != SEN_NO_DATE && review->held_on < topup->from_on) ||
		    strcmp(review->kind, "monitoring") == 0 || strcmp(review->kind, "register") == 0)
			continue;
		first_of(review->held_on, &first);
	}
	return first;
}

void rule_topup_review(const struct owing *owing)
{
	for (size_t i = 0; i < owing->facts->topup_count; i++) {
		const struct sen_topup *topup = &owing->facts->topups[i];
		const struct sen_policy *policy = owed_policy(owing, owed_from(owing, topup->review_on));
		const struct sen_policy_rule *rule = sen_policy_rule(policy, "funding", topup->funding);
		struct sen_deadline *item;

		if (topup->review_on == SEN_NO_DATE || topup->granted == 0 ||
		    (topup->until_on != SEN_NO_DATE && topup->until_on < topup->review_on))
			continue;
		item = owe(owing, "topup-review", sen_topup_record.prefix, topup->head.id,
			   owed_from(owing, topup->review_on));
		item->cycle = topup->review_on;
		item->starts_on = topup->from_on;
		item->met_on = topup_reviewed(owing->facts, topup, topup->review_on);
		item->owner = rules_who(rule, policy);
		item->basis = SEN_BASIS_JUDGEMENT;
		item->what = sen_format(owing->out->arena, "Review the extra funding: %s",
					rule && rule->name ? rule->name : topup->funding);
		item->fix = sen_format(owing->out->arena,
				       "sendctl review schedule P%lld --kind interim --on DATE",
				       (long long)topup->pupil_id);
	}
}
