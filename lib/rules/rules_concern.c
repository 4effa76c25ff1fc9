/* What a concern owes: its window (R27) and the review date agreed. */
#include "rules/rules.h"

#include <sen/json.h>

#include <string.h>

static bool reopened(const struct sen_concern *concern)
{
	return concern->reopened_on != SEN_NO_DATE;
}

static sen_date began(const struct sen_concern *concern)
{
	return reopened(concern) ? concern->reopened_on : concern->opened_on;
}

/* Over and done with before the school began this file? */
static bool past(const struct owing *owing, const struct sen_concern *concern)
{
	return concern->closed_on != SEN_NO_DATE && concern->closed_on < owing->facts->adopted_on;
}

/* A window that is only a default ("by the end of term") gives way to the
 * date agreed for the child; a number of weeks does not. */
static bool replaced_by_date(const struct sen_limit *limit, const struct sen_concern *concern)
{
	return concern->review_on != SEN_NO_DATE &&
	       (limit->kind == SEN_LIMIT_TERM || limit->kind == SEN_LIMIT_HALF_TERM);
}

static const char *window_words(const struct owing *owing, const struct sen_limit *limit,
				const struct sen_concern *concern, sen_date from)
{
	struct sen_arena *arena = owing->out->arena;
	const char *since = from != began(concern) ? "these records were begun"
			    : reopened(concern)	   ? "it was opened again"
						   : "it was raised";

	if (limit->kind == SEN_LIMIT_TERM)
		return "Decide what follows the concern by the end of term";
	if (limit->kind == SEN_LIMIT_HALF_TERM)
		return "Decide what follows the concern by the end of the half term";
	return sen_format(arena, "Decide what follows the concern: %s since %s",
			  sen_limit_words(arena, limit), since);
}

static const char *close_command(const struct owing *owing, const struct sen_concern *concern)
{
	return sen_format(owing->out->arena, "sendctl concern close C%lld --result RESULT --reason TEXT",
			  (long long)concern->head.id);
}

static void window(const struct owing *owing, const struct sen_concern *concern)
{
	sen_date from = owed_from(owing, began(concern)), due;
	const struct sen_policy *policy = owed_policy(owing, began(concern));
	const struct sen_policy_rule *rule = sen_policy_rule(policy, "concern-window", "window");
	struct sen_deadline *item;

	if (!rule || past(owing, concern) || replaced_by_date(&rule->limit, concern))
		return;
	due = owed_due(owing, &rule->limit, from);
	if (due == SEN_NO_DATE)
		return;
	item = owe(owing, "concern-window", sen_concern_record.prefix, concern->head.id, due);
	item->cycle = reopened(concern) ? concern->reopened_on : 0;
	item->starts_on = from;
	item->met_on = concern->closed_on;
	item->owner = rule->who ? rule->who : sen_policy_word(policy, "coordinator", "SENCO");
	item->basis = rule->limit.basis;
	item->cite = owed_cite(owing, policy, rule->limit.basis, rule->limit.cite);
	item->what = sen_format(owing->out->arena, "%s%s", window_words(owing, &rule->limit, concern, from),
				owed_closed_note(owing, due));
	item->fix = close_command(owing, concern);
}

void rule_concern_window(const struct owing *owing)
{
	for (size_t i = 0; i < owing->facts->concern_count; i++)
		window(owing, &owing->facts->concerns[i]);
}

/* The step of the policy that asks for a review date, if one does. */
static const struct sen_policy_rule *dated_step(const struct sen_policy *policy)
{
	for (size_t i = 0; policy && i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];
		const struct sen_json *asks = sen_json_get(rule->json, "asks");

		if (strcmp(rule->section, "concern-step") != 0)
			continue;
		for (size_t k = 0; k < sen_json_count(asks); k++)
			if (strcmp(sen_json_text(sen_json_at(asks, k)), "review_on") == 0)
				return rule;
	}
	return NULL;
}

static void step(const struct owing *owing, const struct sen_concern *concern)
{
	const struct sen_policy *policy = owed_policy(owing, began(concern));
	const struct sen_policy_rule *rule = dated_step(policy);
	sen_date due;
	struct sen_deadline *item;

	if (concern->review_on == SEN_NO_DATE || past(owing, concern))
		return;
	due = owed_from(owing, concern->review_on);
	item = owe(owing, "concern-step", sen_concern_record.prefix, concern->head.id, due);
	item->starts_on = began(concern);
	item->met_on = concern->closed_on;
	item->owner = rule && rule->who ? rule->who : sen_policy_word(policy, "coordinator", "SENCO");
	item->basis = rule ? rule->basis : SEN_BASIS_JUDGEMENT;
	item->cite = rule ? owed_cite(owing, policy, rule->basis, rule->cite) : NULL;
	item->what = sen_format(owing->out->arena, "Review the concern on the date agreed%s",
				owed_closed_note(owing, due));
	item->fix = close_command(owing, concern);
}

void rule_concern_step(const struct owing *owing)
{
	for (size_t i = 0; i < owing->facts->concern_count; i++)
		step(owing, &owing->facts->concerns[i]);
}
