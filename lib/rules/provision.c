/* Beginning a provision: what the catalogue says of the intervention, the words of
 * the policy, and the end that the number of weeks makes (R36). */
#include "rules/rules.h"

#include <sen/provision.h>
#include <sen/text.h>

/* ---- The policy's words ---- */

static int by_word(struct sen_store *store, const char *section, sen_date day, const char *text,
		   const char **code, bool *known, struct sen_err *err)
{
	const struct sen_policy_set *policies;
	const struct sen_policy *policy;
	int rc = sen_policies(store, &policies, err);

	*code = text;
	*known = false;
	if (rc < 0 || !(policy = sen_policy_on(policies, sen_store_school_id(store), day)))
		return rc;
	for (size_t i = 0; i < policy->rule_count && !*known; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		if (strcmp(rule->section, section) != 0)
			continue;
		*known = sen_text_same(rule->code, text) || (rule->name && sen_text_same(rule->name, text));
		*code = *known ? rule->code : text;
	}
	return 0;
}

int sen_provision_kind(struct sen_store *store, sen_date day, const char *text, const char **code,
		       bool *known, struct sen_err *err)
{
	return by_word(store, "provision-kind", day, text, code, known, err);
}

int sen_provision_funding(struct sen_store *store, sen_date day, const char *text, const char **code,
			  bool *known, struct sen_err *err)
{
	return by_word(store, "funding", day, text, code, known, err);
}

/* ---- Beginning ---- */

static void from_catalogue(struct sen_provision *record, const struct sen_intervention *of)
{
	if (!record->name)
		record->name = of->name;
	if (!record->wave)
		record->wave = of->wave;
	if (!record->area)
		record->area = of->area;
	if (!record->kind)
		record->kind = of->kind;
	if (!record->measure)
		record->measure = of->measure;
	if (record->minutes == SEN_NO_INT)
		record->minutes = of->minutes;
	/* Days named say how often by themselves. */
	if (record->times == SEN_NO_INT && !record->days)
		record->times = of->times;
	if (record->weeks == SEN_NO_INT && record->until_on == SEN_NO_DATE)
		record->weeks = of->weeks;
}

static int look_up(struct sen_store *store, struct sen_provision *record, struct sen_err *err)
{
	struct sen_intervention of;
	char day[16];
	int rc;

	if (record->intervention_id == SEN_NO_INT)
		return 0;
	rc = sen_record_get(store, &sen_intervention_record, record->intervention_id, &of, err);
	if (rc < 0)
		return rc;
	if (of.head.voided_at)
		return sen_fail(err, SEN_INVALID, "intervention I%lld was removed", (long long)of.head.id);
	if (of.ended_on != SEN_NO_DATE && of.ended_on <= record->from_on) {
		sen_fail(err, SEN_INVALID, "'%s' is offered no more since %s", of.name,
			 sen_date_long(of.ended_on, day));
		sen_hint(err, "To offer it again: 'sendctl intervention edit I%lld --ended-on \"\"'.",
			 (long long)of.head.id);
		return err->code;
	}
	from_catalogue(record, &of);
	return 0;
}

int sen_provision_begin(struct sen_store *store, struct sen_provision *record, struct sen_err *err)
{
	const struct sen_calendar *calendar;
	bool known;
	int rc = look_up(store, record, err);

	if (rc < 0 || (rc = sen_store_calendar(store, &calendar, err)) < 0)
		return rc;
	if (!record->name) {
		sen_fail(err, SEN_USAGE, "what is given is not said");
		sen_hint(err, "Name one of 'sendctl intervention list' with --intervention, or what is done "
			      "with --name.");
		return err->code;
	}
	if (record->kind &&
	    (rc = sen_provision_kind(store, record->from_on, record->kind, &record->kind, &known, err)) < 0)
		return rc;
	if (record->funding && (rc = sen_provision_funding(store, record->from_on, record->funding,
							   &record->funding, &known, err)) < 0)
		return rc;
	if (record->until_on == SEN_NO_DATE)
		record->until_on = sen_sessions_end(sen_store_arena(store), record, calendar);
	return sen_record_insert(store, &sen_provision_record, record, err);
}

/* ---- The school's dates change ---- */

int sen_provisions_by_plan(struct sen_store *store, sen_date from, struct sen_provision **out, size_t *count,
			   struct sen_err *err)
{
	sen_date today = sen_store_context(store)->today, after = from > today ? from : today;
	struct sen_arena *arena = sen_store_arena(store);
	const struct sen_calendar *calendar;
	struct sen_provision one;
	int64_t *ids;
	size_t n, cap = 0;
	int rc = sen_provisions_in(store, NULL, 0, after, SEN_NO_DATE, &ids, &n, err);

	*out = NULL;
	*count = 0;
	if (rc < 0 || (rc = sen_store_calendar(store, &calendar, err)) < 0)
		return rc;
	for (size_t i = 0; i < n && rc == 0; i++) {
		rc = sen_record_get(store, &sen_provision_record, ids[i], &one, err);
		if (rc == 0 && one.weeks != SEN_NO_INT && one.until_on != SEN_NO_DATE &&
		    one.until_on == sen_sessions_end(arena, &one, calendar))
			*SEN_PUSH(arena, *out, *count, cap) = one;
	}
	return rc;
}

int sen_provisions_replan(struct sen_store *store, struct sen_provision *items, size_t count, size_t *moved,
			  struct sen_err *err)
{
	const struct sen_calendar *calendar;
	size_t kept = 0;
	int rc = sen_store_calendar(store, &calendar, err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		sen_date end = sen_sessions_end(sen_store_arena(store), &items[i], calendar);

		if (end <= items[i].until_on)
			continue;
		items[i].until_on = end;
		rc = sen_record_update(store, &sen_provision_record, &items[i], err);
		items[kept++] = items[i];
	}
	*moved = kept;
	return rc;
}
