/* What leaving the register asks for by the policy (R9): nothing refuses, all is
 * advice, and findings of conformance. */
#include "rules/level_needs.h"

#include <string.h>

static bool with_views(const struct sen_review *review)
{
	return review->parent_voice && review->pupil_voice;
}

static void exit_item(struct need_check *check, const struct sen_policy_rule *rule,
		      const struct sen_review *all, size_t count, sen_date start)
{
	const struct sen_move *move = check->move;
	bool review = false, views = false;

	for (size_t i = 0; i < count; i++) {
		if (all[i].held_on == SEN_NO_DATE || all[i].held_on > move->on ||
		    (start != SEN_NO_DATE && all[i].held_on < start))
			continue;
		review = true;
		views = views || with_views(&all[i]);
	}
	if (strcmp(rule->code, "review") == 0 && !review)
		need_advise(
			check,
			sen_format(check->store->arena,
				   "Leaving wants %s: sendctl review record P%lld --kind termly --on DATE "
				   "--note TEXT",
				   rule->name, (long long)check->move->pupil_id));
	else if (strcmp(rule->code, "views") == 0 && !views)
		need_advise(
			check,
			sen_format(
				check->store->arena,
				"Leaving wants the %s: sendctl review record P%lld --kind termly --on DATE "
				"--parent-voice TEXT --pupil-voice TEXT",
				rule->name, (long long)check->move->pupil_id));
	else if (strcmp(rule->code, "watched") == 0)
		need_advise(check, "Progress is watched on: 'sendctl pupil show' has the day to look again.");
}

int level_exit(struct sen_store *store, struct sen_move *move, struct sen_err *err)
{
	struct need_check check = {.store = store, .move = move};
	struct sen_register_entry *entries;
	struct sen_review *all;
	size_t count, entry_count;
	sen_date start;
	int rc;

	if (!need_on_register(&move->before))
		return 0;
	if ((rc = sen_record_of_pupil(store, &sen_register_record, move->pupil_id, (void **)&entries,
				      &entry_count, err)) < 0 ||
	    (rc = sen_record_of_pupil(store, &sen_review_record, move->pupil_id, (void **)&all, &count,
				      err)) < 0)
		return rc;
	/* It ends today: the run that leads up to the level the child stands at. */
	start = move->before.from_on;
	if (start != SEN_NO_DATE && rules_support_start(entries, entry_count, start) != SEN_NO_DATE)
		start = rules_support_start(entries, entry_count, start);
	for (size_t i = 0; i < move->policy->rule_count; i++)
		if (strcmp(move->policy->rules[i].section, "exit") == 0)
			exit_item(&check, &move->policy->rules[i], all, count, start);
	return 0;
}
