/* What consent owes: a yearly one before it runs out, and the first one where
 * the policy wants one of children at a level (R26). */
#include "rules/rules.h"

#include <string.h>

#define AGREEMENT "agreement"

static const char *add_command(const struct owing *owing, const char *purpose)
{
	return sen_format(owing->out->arena, "sendctl consent add P%lld --purpose %s --by NAME",
			  (long long)owing->facts->pupil_id, purpose);
}

static void fill(const struct owing *owing, struct sen_deadline *item, const struct sen_policy *policy,
		 const struct sen_policy_rule *rule, const char *purpose)
{
	item->owner = rules_who(rule, policy);
	item->basis = rule ? rule->limit.basis : SEN_BASIS_JUDGEMENT;
	item->cite = rule ? owed_cite(owing, policy, rule->limit.basis, rule->limit.cite) : NULL;
	item->fix = add_command(owing, purpose);
}

/* The one that follows: given on the same day or later, for the same purpose. */
static const struct sen_consent *following(const struct sen_facts *facts, const struct sen_consent *consent)
{
	const struct sen_consent *next = NULL;

	for (size_t i = 0; i < facts->consent_count; i++) {
		const struct sen_consent *other = &facts->consents[i];

		if (other->head.id == consent->head.id || strcmp(other->purpose, consent->purpose) != 0 ||
		    other->from_on < consent->from_on ||
		    (other->from_on == consent->from_on && other->head.id < consent->head.id))
			continue;
		if (!next || other->from_on < next->from_on)
			next = other;
	}
	return next;
}

bool rules_agreement_lasts(const struct sen_facts *facts, sen_date day)
{
	for (size_t i = 0; i < facts->consent_count; i++)
		if (strcmp(facts->consents[i].purpose, AGREEMENT) == 0 && facts->consents[i].from_on >= day)
			return true;
	return false;
}

/* A plan that a parent signed on the day or later is an agreement too: from then
 * on rules_plan.c owes the next signature.  The first such day. */
static sen_date signed_since(const struct sen_facts *facts, sen_date day)
{
	sen_date first = SEN_NO_DATE;

	for (size_t i = 0; i < facts->plan_count; i++) {
		sen_date on = facts->plans[i].signed_on;

		if (on != SEN_NO_DATE && (day == SEN_NO_DATE || on >= day) &&
		    (first == SEN_NO_DATE || on < first))
			first = on;
	}
	return first;
}

/* The open entry at a level that the rule is about; NULL: none. */
static const struct sen_register_entry *at_level(const struct owing *owing,
						 const struct sen_policy_rule *rule)
{
	const struct sen_facts *facts = owing->facts;

	for (size_t i = 0; i < facts->register_count; i++) {
		const struct sen_register_entry *entry = &facts->register_entries[i];

		if (entry->until_on == SEN_NO_DATE && rules_listed(rule, "levels", entry->level))
			return entry;
	}
	return NULL;
}

/* Something that goes on rests on it: a referral, a reduced timetable. */
static bool rested_on(const struct sen_facts *facts, const struct sen_consent *consent)
{
	for (size_t i = 0; i < facts->referral_count; i++)
		if (facts->referrals[i].consent_id == consent->head.id &&
		    facts->referrals[i].closed_on == SEN_NO_DATE)
			return true;
	for (size_t i = 0; i < facts->timetable_count; i++)
		if (facts->timetables[i].consent_id == consent->head.id &&
		    (facts->timetables[i].until_on == SEN_NO_DATE ||
		     facts->timetables[i].until_on > consent->expires_on))
			return true;
	return false;
}

/* One that the policy wants anew, or that something rests on; any other just ends. */
static void expiry(const struct owing *owing, const struct sen_consent *consent)
{
	const struct sen_consent *next = following(owing->facts, consent);
	const struct sen_policy *policy = owed_policy(owing, consent->expires_on);
	const struct sen_policy_rule *rule = rules_consent_lasts(policy, consent->purpose);
	const struct sen_policy_rule *tied = sen_policy_rule(policy, "cadence", consent->purpose);
	sen_date renewed = next ? next->from_on : SEN_NO_DATE;
	struct sen_deadline *item;

	if (!next && tied && strcmp(consent->purpose, AGREEMENT) == 0)
		renewed = signed_since(owing->facts, consent->from_on + 1);
	if (consent->expires_on == SEN_NO_DATE ||
	    (consent->withdrawn_on != SEN_NO_DATE && consent->withdrawn_on <= consent->expires_on))
		return;
	if (renewed != SEN_NO_DATE ? consent->expires_on < owing->facts->adopted_on
				   : tied && !at_level(owing, tied))
		return;
	if (!rule && !rested_on(owing->facts, consent))
		return;
	item = owe(owing, "consent-expiry", sen_consent_record.prefix, consent->head.id,
		   owed_from(owing, consent->expires_on));
	item->starts_on = consent->from_on;
	item->met_on = renewed;
	fill(owing, item, policy, rule, consent->purpose);
	item->what =
		sen_format(owing->out->arena, "Ask for consent again ('%s'): it runs out", consent->purpose);
}

/* The first day of the run of levels, without a break, that holds `entry`. */
static sen_date run_start(const struct owing *owing, const struct sen_policy_rule *rule,
			  const struct sen_register_entry *entry)
{
	const struct sen_facts *facts = owing->facts;
	sen_date start = entry->from_on;

	for (size_t i = facts->register_count; i > 0 && start != SEN_NO_DATE; i--) {
		const struct sen_register_entry *before = &facts->register_entries[i - 1];

		if (before->until_on == start && before->from_on != before->until_on &&
		    rules_listed(rule, "levels", before->level))
			start = before->from_on;
	}
	return start;
}

/* None yet, or the last one taken back: owed from the level's start.  A level
 * older than this file counts from the day the file was begun. */
static void missing(const struct owing *owing, const struct sen_policy *policy,
		    const struct sen_policy_rule *rule, const struct sen_register_entry *entry)
{
	const struct sen_facts *facts = owing->facts;
	sen_date start = run_start(owing, rule, entry), due = start;
	struct sen_deadline *item;

	for (size_t i = 0; i < facts->consent_count; i++) {
		const struct sen_consent *consent = &facts->consents[i];

		if (strcmp(consent->purpose, AGREEMENT) != 0 || following(facts, consent))
			continue;
		if (consent->withdrawn_on == SEN_NO_DATE ||
		    (consent->expires_on != SEN_NO_DATE && consent->withdrawn_on > consent->expires_on))
			return;
		start = due = consent->withdrawn_on;
	}
	if (signed_since(facts, start) != SEN_NO_DATE)
		return;
	if (start == SEN_NO_DATE || start < facts->adopted_on) {
		start = facts->adopted_on;
		due = owed_due(owing, &rule->limit, start);
	}
	if (due == SEN_NO_DATE)
		return;
	item = owe(owing, "consent-expiry", sen_register_record.prefix, entry->head.id, due);
	item->starts_on = start;
	fill(owing, item, policy, rule, AGREEMENT);
	item->what = sen_format(owing->out->arena, "Ask for consent ('%s'): %s", AGREEMENT,
				rule->name ? rule->name : "none was ever given");
}

void rule_consent_expiry(const struct owing *owing)
{
	const struct sen_facts *facts = owing->facts;

	for (size_t i = 0; i < facts->consent_count; i++)
		expiry(owing, &facts->consents[i]);
	for (size_t i = 0; i < facts->register_count; i++) {
		const struct sen_register_entry *entry = &facts->register_entries[i];
		const struct sen_policy *policy = owed_policy(owing, owed_from(owing, entry->from_on));
		const struct sen_policy_rule *rule = sen_policy_rule(policy, "cadence", AGREEMENT);

		if (rule && at_level(owing, rule) == entry)
			missing(owing, policy, rule, entry);
	}
}
