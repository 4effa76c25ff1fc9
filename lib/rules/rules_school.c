/* What the school itself owes, about no child: the review of the register each term
 * (R54), what it has begun to log of what its policy says comes round (R77), and
 * complaints that are about none (R73). */
#include "rules/rules.h"

#include <sen/json.h>
#include <sen/meeting.h>
#include <sen/movement.h>

#include <stdlib.h>
#include <string.h>

struct house {
	const struct owing *owing; /* its facts: the school and the day its file was begun */
	const struct sen_school_facts *school;
};

/* Of the school, not of a child, and with a limit of its own. */
static const char *about(const struct sen_policy_rule *rule)
{
	const char *word = sen_json_text(sen_json_get(rule->json, "about"));

	if (strcmp(rule->section, "cadence") != 0 || !word || strcmp(word, "pupil") == 0 ||
	    rule->limit.kind == SEN_LIMIT_NONE || rule->limit.kind == SEN_LIMIT_DATE ||
	    rule->limit.kind == SEN_LIMIT_CHECKS)
		return NULL;
	return word;
}

/* The days it was done; a review of the register counts from the day it is closed.
 * *open: one begun and not closed.  True when the school logs it at all. */
static bool logged(const struct house *house, const char *kind, bool closes, struct rounds *rounds,
		   bool *open)
{
	const struct sen_school_facts *school = house->school;
	sen_date *held = SEN_NEW(house->owing->out->arena, sen_date, school->logbook_count + 1);
	bool any = false;

	for (size_t i = 0; i < school->logbook_count; i++) {
		const struct sen_logbook *entry = &school->logbook[i];
		sen_date day = closes ? entry->closed_on : entry->held_on;

		if (strcmp(entry->kind, kind) != 0)
			continue;
		any = true;
		*open |= closes && entry->held_on != SEN_NO_DATE && day == SEN_NO_DATE;
		if (day != SEN_NO_DATE && (rounds->until == SEN_NO_DATE || day < rounds->until))
			held[rounds->held_count++] = day;
	}
	rounds->held = held;
	return any;
}

static void words(const struct house *house, struct sen_deadline *item, const struct sen_policy *policy,
		  const struct sen_policy_rule *rule, const struct round *round, bool open)
{
	struct sen_arena *arena = house->owing->out->arena;
	const char *term = round->term ? sen_format(arena, " (%s)", round->term) : "";

	if (strcmp(item->rule, SEN_REGISTER_REVIEW) == 0) {
		item->what = sen_format(arena, "%s the review of the %s%s", open ? "Close" : "Hold",
					sen_policy_word(policy, "register", "SEND register"), term);
		item->fix = open ? "sendctl review register --close" : "sendctl review register --open";
		return;
	}
	item->what = sen_format(arena, "Of the school: %s%s", rule->name ? rule->name : rule->code, term);
	item->fix = sen_format(arena, "sendctl logbook add %s --on DATE", rule->code);
}

/* Everyone owes the review of the register; the rest once it is logged: a school
 * that keeps those elsewhere is not asked for them here. */
static void cadence(const struct house *house, const struct sen_policy *policy,
		    const struct sen_policy_rule *rule, sen_date from)
{
	const struct owing *owing = house->owing;
	bool is_register = strcmp(about(rule), "register") == 0, open = false, any;
	struct rounds rounds = {
		.limit = &rule->limit, .from = from, .since = SEN_NO_DATE, .until = policy->until};
	const char *kind = is_register ? SEN_REGISTER_REVIEW : rule->code;

	any = logged(house, kind, is_register, &rounds, &open);
	if (!any && !is_register)
		return;
	owed_rounds(owing, &rounds);
	for (size_t i = 0; i < rounds.item_count; i++) {
		const struct round *round = &rounds.items[i];
		struct sen_deadline *item = owe(
			owing, is_register ? kind : sen_format(owing->out->arena, "school-%s", rule->code),
			sen_school_record.prefix, house->school->school_id, round->due);

		item->cycle = round->cycle;
		item->starts_on = round->start;
		item->met_on = round->met;
		owed_ground(owing, item, policy, rule, rounds.limit);
		words(house, item, policy, rule, round, open);
	}
}

/* Planned for a day. */
static void planned(const struct house *house, const struct sen_logbook *entry)
{
	const struct owing *owing = house->owing;
	const struct sen_policy *policy = owed_policy(owing, owed_from(owing, entry->planned_on));
	const struct sen_policy_rule *rule = sen_policy_rule(policy, "cadence", entry->kind);
	struct sen_deadline *item;

	if (entry->planned_on == SEN_NO_DATE ||
	    (entry->held_on != SEN_NO_DATE && entry->held_on < house->school->adopted_on))
		return;
	item = owe(owing, "logbook", sen_logbook_record.prefix, entry->head.id,
		   owed_from(owing, entry->planned_on));
	item->starts_on = item->due_on;
	item->met_on = entry->held_on;
	item->owner = rules_who(rule, policy);
	item->basis = SEN_BASIS_JUDGEMENT;
	item->what = sen_format(owing->out->arena, "Planned for this day: %s",
				rule && rule->name ? rule->name : entry->kind);
	item->fix = strcmp(entry->kind, SEN_REGISTER_REVIEW) == 0
			    ? "sendctl review register --open"
			    : sen_format(owing->out->arena, "sendctl logbook close LB%lld",
					 (long long)entry->head.id);
}

void sen_owed_school(const struct sen_school_facts *school, const struct sen_policy_set *policies,
		     const struct sen_calendar *calendar, struct sen_owed *out)
{
	const struct sen_facts facts = {.school_id = school->school_id, .adopted_on = school->adopted_on};
	const struct owing owing = {&facts, policies, NULL, calendar, out};
	const struct house house = {&owing, school};

	for (size_t i = 0; i < policies->count; i++) {
		const struct sen_policy *policy = policies->items[i];
		sen_date from = owed_from(&owing, policy->from);

		if (policies->schools[i] != school->school_id ||
		    (policy->until != SEN_NO_DATE && policy->until <= from))
			continue;
		for (size_t r = 0; r < policy->rule_count; r++)
			if (about(&policy->rules[r]))
				cadence(&house, policy, &policy->rules[r], from);
	}
	for (size_t i = 0; i < school->logbook_count; i++)
		planned(&house, &school->logbook[i]);
	rules_school_complaints(&owing, school);
}
