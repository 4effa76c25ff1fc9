/* Extra funding: ended with nobody looking at it again; a level without its money (R65). */
#include "rules/conformance.h"

#include <sen/topup.h>

#include <string.h>

static struct sen_finding *found(struct findings *all, const char *rule, const struct sen_facts *child,
				 const char *prefix, int64_t id)
{
	struct sen_finding *finding = finding_add(all, rule, "advice", child->pupil_id);

	finding->subject = sen_format(all->store->arena, "%s%lld", prefix, (long long)id);
	return finding;
}

static void ended(struct findings *all, const struct sen_facts *child, const struct sen_topup *topup)
{
	struct sen_arena *arena = all->store->arena;
	struct sen_finding *finding;
	char day[16];

	if (topup->granted != 1 || topup->until_on == SEN_NO_DATE || topup->until_on > all->day ||
	    topup->until_on < child->adopted_on ||
	    topup_reviewed(child, topup, topup->until_on) != SEN_NO_DATE)
		return;
	finding = found(all, "topup-unreviewed", child, sen_topup_record.prefix, topup->head.id);
	finding->finding =
		sen_format(arena, "extra funding (%s) ended on %s, and nobody reviewed it or decided again",
			   topup->funding, sen_date_long(topup->until_on, day));
	finding->fix = sen_format(arena, "sendctl topup add P%lld --funding %s --asked-on DATE",
				  (long long)child->pupil_id, topup->funding);
}

static bool pays(const struct sen_topup *topup, const char *funding, sen_date day)
{
	return strcmp(topup->funding, funding) == 0 && topup->granted == 1 &&
	       (topup->from_on == SEN_NO_DATE || topup->from_on <= day) &&
	       (topup->until_on == SEN_NO_DATE || topup->until_on > day);
}

static void level(struct findings *all, const struct sen_facts *child, const struct sen_policy *policy,
		  const struct sen_register_entry *entry)
{
	const char *funding = sen_topup_funding(policy, entry->level);
	struct sen_arena *arena = all->store->arena;
	const struct sen_topup *waits = NULL;
	const struct sen_level *at = sen_policy_level(policy, entry->level);
	struct sen_finding *finding;

	if (!funding || (entry->from_on != SEN_NO_DATE && entry->from_on > all->day) ||
	    (entry->until_on != SEN_NO_DATE && entry->until_on <= all->day))
		return;
	for (size_t i = 0; i < child->topup_count; i++) {
		if (pays(&child->topups[i], funding, all->day))
			return;
		if (strcmp(child->topups[i].funding, funding) == 0 && child->topups[i].granted == SEN_NO_INT)
			waits = &child->topups[i];
	}
	finding = found(all, "level-without-topup", child, sen_register_record.prefix, entry->head.id);
	finding->finding = sen_format(arena, "stands at '%s', and no extra funding that was granted holds",
				      at ? at->name : entry->level);
	finding->fix =
		waits ? sen_format(arena,
				   "sendctl topup decide TU%lld --granted yes --pounds POUNDS --from DATE",
				   (long long)waits->head.id)
		      : sen_format(arena, "sendctl topup add P%lld --funding %s --asked-on DATE",
				   (long long)child->pupil_id, funding);
}

void conformance_topup(struct findings *all, const struct sen_facts *child, const struct sen_policy *policy)
{
	for (size_t i = 0; i < child->topup_count; i++)
		ended(all, child, &child->topups[i]);
	for (size_t i = 0; i < child->register_count; i++)
		level(all, child, policy, &child->register_entries[i]);
}
