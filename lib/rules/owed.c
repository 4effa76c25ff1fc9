/* The one function that knows what is owed: the list of rules, and the dates
 * and words they share. Pure: no clock, no file. */
#include "rules/rules.h"

#include <string.h>

static void (*const rules[])(const struct owing *) = {
	rule_concern,
	rule_monitoring_check,
	rule_monitoring_limit,
	rule_parents_told,
	rule_handover,
	rule_watched,
	rule_consent_expiry,
	rule_referral_chase,
	rule_action,
	rule_document_review,
	rule_timetable_review,
	rule_arrival,
	rule_school_transfer,
	rule_plan_missing,
	rule_plan_agreement,
	rule_plan_review,
	rule_profile_review,
	rule_parent_meeting,
	rule_parent_report,
	rule_review_planned,
	rule_equipment,
	rule_topup_review,
	rule_ehc,
	rule_complaint,
};

/* What only begins when a child has left, or goes on all the same. */
static bool after_leaving(const struct sen_deadline *item)
{
	return strncmp(item->rule, "school-transfer-", 16) == 0 || strncmp(item->rule, "complaint-", 10) == 0;
}

/* A child who has died owes nothing from that day; one who has left owes
 * nothing that falls due later, but the file. What was met stays. */
static void drop_after_leaving(const struct sen_facts *facts, struct sen_owed *out)
{
	size_t n = 0;

	for (size_t i = 0; i < out->count; i++) {
		const struct sen_deadline *item = &out->items[i];
		bool gone = facts->died_on != SEN_NO_DATE ||
			    (facts->left_on != SEN_NO_DATE && item->due_on > facts->left_on &&
			     !after_leaving(item));

		if (item->met_on != SEN_NO_DATE || !gone)
			out->items[n++] = *item;
	}
	out->count = n;
}

void sen_owed(const struct sen_facts *facts, const struct sen_policy_set *policies, const struct sen_law *law,
	      const struct sen_calendar *calendar, struct sen_owed *out)
{
	struct owing owing = {facts, policies, law, calendar, out};

	for (size_t i = 0; i < SEN_COUNT(rules); i++)
		rules[i](&owing);
	drop_after_leaving(facts, out);
}

struct sen_deadline *owe(const struct owing *owing, const char *rule, const char *prefix, int64_t id,
			 sen_date due_on)
{
	struct sen_owed *out = owing->out;
	struct sen_deadline *item = SEN_PUSH(out->arena, out->items, out->count, out->cap);

	*item = (struct sen_deadline){.rule = rule,
				      .subject = sen_format(out->arena, "%s%lld", prefix, (long long)id),
				      .due_on = due_on,
				      .starts_on = SEN_NO_DATE,
				      .met_on = SEN_NO_DATE};
	return item;
}

sen_date owed_from(const struct owing *owing, sen_date event)
{
	sen_date adopted = owing->facts->adopted_on;

	return event == SEN_NO_DATE || event < adopted ? adopted : event;
}

const struct sen_policy *owed_policy(const struct owing *owing, sen_date event)
{
	return sen_policy_on(owing->policies, owing->facts->school_id, event);
}

static struct sen_period period_in(const struct sen_calendar *calendar, enum sen_limit_kind kind,
				   sen_date day)
{
	return kind == SEN_LIMIT_TERM ? sen_term_of(calendar, day) : sen_half_term_of(calendar, day);
}

/* Beyond the terms the school has entered, the usual English ones stand in:
 * a check must not fall away because nobody has typed next year's dates. */
struct sen_period owed_period(const struct owing *owing, enum sen_limit_kind kind, sen_date day)
{
	struct sen_period period = period_in(owing->calendar, kind, day);

	for (int year = 0; period.from == SEN_NO_DATE && year < 2; year++) {
		struct sen_span *spans;
		struct sen_calendar usual;

		usual.count = sen_usual_year(owing->out->arena, sen_academic_year(day) + year, &spans);
		usual.spans = spans;
		period = period_in(&usual, kind, day);
	}
	return period;
}

/* A period's weekend belongs to nobody: its last day is its last school day. */
static sen_date last_day(const struct owing *owing, struct sen_period period)
{
	sen_date last;

	if (period.from == SEN_NO_DATE)
		return SEN_NO_DATE;
	last = sen_school_day_before(owing->calendar, period.until - 1);
	return last < period.from ? period.until - 1 : last;
}

sen_date rules_span_end(const struct sen_calendar *calendar, const struct sen_limit *limit, sen_date from)
{
	switch (limit->kind) {
	case SEN_LIMIT_DAYS:
		return from + limit->n;
	case SEN_LIMIT_WEEKS:
		return from + 7 * limit->n;
	case SEN_LIMIT_MONTHS:
		return sen_date_add_months(from, limit->n);
	case SEN_LIMIT_SCHOOL_DAYS:
		return sen_school_days_after(calendar, from, limit->n);
	default:
		return SEN_NO_DATE;
	}
}

sen_date owed_due(const struct owing *owing, const struct sen_limit *limit, sen_date from)
{
	struct sen_period period;

	switch (limit->kind) {
	case SEN_LIMIT_TERM:
	case SEN_LIMIT_HALF_TERM:
		period = owed_period(owing, limit->kind, from);
		return last_day(owing, period);
	case SEN_LIMIT_CHECKS:
		period = owed_period(owing, SEN_LIMIT_HALF_TERM, from);
		for (int i = 1; i < limit->n && period.from != SEN_NO_DATE; i++)
			period = owed_period(owing, SEN_LIMIT_HALF_TERM, period.until);
		return last_day(owing, period);
	default:
		return rules_span_end(owing->calendar, limit, from);
	}
}

const char *owed_closed_note(const struct owing *owing, sen_date due)
{
	char day[16];

	if (sen_school_day(owing->calendar, due))
		return "";
	return sen_format(owing->out->arena, " (no school that day: the last before it is %s)",
			  sen_date_long(sen_school_day_before(owing->calendar, due), day));
}

const char *rules_coordinator(const struct sen_policy *policy)
{
	return sen_policy_word(policy, "coordinator", "SENCO");
}

const char *rules_who(const struct sen_policy_rule *rule, const struct sen_policy *policy)
{
	return rule && rule->who ? rule->who : rules_coordinator(policy);
}

const char *owed_cite(const struct owing *owing, const struct sen_policy *policy, enum sen_basis basis,
		      const char *cite)
{
	if (basis == SEN_BASIS_JUDGEMENT || !cite)
		return NULL;
	return basis == SEN_BASIS_LAW ? cite : sen_format(owing->out->arena, "%s %s", policy->name, cite);
}
