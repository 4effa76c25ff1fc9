/* What the policy in force says about a child's file: factors weighed, kinds of
 * document and their review dates, reduced timetables. */
#include "rules/rules.h"

#include <sen/agency.h>
#include <sen/text.h>
#include <string.h>

/* By code or name, any case. */
static const struct sen_policy_rule *rule_named(const struct sen_policy *policy, const char *section,
						const char *text)
{
	for (size_t i = 0; i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		if (strcmp(rule->section, section) == 0 &&
		    (sen_text_same(rule->code, text) || (rule->name && sen_text_same(rule->name, text))))
			return rule;
	}
	return NULL;
}

/* ---- Factors ---- */

static bool list_factors(const struct sen_policy *policy, struct sen_buf *list)
{
	for (size_t i = 0; i < policy->rule_count; i++)
		if (strcmp(policy->rules[i].section, "weigh") == 0)
			sen_buf_addf(list, "%s%s", list->len ? ", " : "", policy->rules[i].code);
	return list->len > 0;
}

/* A policy that names none leaves it to the school: the context sendctl knows. */
static bool take_context(struct sen_weighing *record, struct sen_buf *list)
{
	const char *code = sen_code_find(sen_flag_codes, record->factor);

	for (const struct sen_code_row *row = sen_flag_codes; row->code; row++)
		sen_buf_addf(list, "%s%s", list->len ? ", " : "", row->code);
	if (!code)
		return false;
	record->factor = code;
	record->factor_name = sen_code_label(sen_flag_codes, code);
	return true;
}

static bool step_taken(const struct rules_done *done, const struct sen_policy_rule *step)
{
	for (size_t i = 0; i < done->step_count; i++)
		if (strcmp(done->steps[i].step, step->code) == 0)
			return true;
	for (size_t i = 0; strcmp(step->code, "causes") == 0 && i < done->concern_count; i++)
		if (done->concerns[i].causes)
			return true;
	return false;
}

bool rules_step_weighed(const struct sen_policy *policy, const struct rules_done *done, const char *factor)
{
	for (size_t i = 0; i < policy->rule_count; i++)
		if (strcmp(policy->rules[i].section, "concern-step") == 0 &&
		    rules_listed(&policy->rules[i], "weighs", factor) && step_taken(done, &policy->rules[i]))
			return true;
	return false;
}

int sen_weigh(struct sen_store *store, struct sen_weighing *record, struct sen_err *err)
{
	const struct sen_policy *policy;
	const struct sen_policy_rule *rule;
	struct sen_buf list = {.arena = store->arena};
	bool found;
	int rc = rules_policy_of(store, record->pupil_id, record->weighed_on, &policy, err);

	if (rc < 0)
		return rc;
	if (list_factors(policy, &list)) {
		rule = rule_named(policy, "weigh", record->factor);
		found = rule != NULL;
		if (rule) {
			record->factor = rule->code;
			record->factor_name = rule->name ? rule->name : rule->code;
		}
	} else {
		found = take_context(record, &list);
	}
	if (found)
		return sen_record_insert(store, &sen_weighing_record, record, err);
	sen_fail(err, SEN_INVALID, "the policy '%s' has no factor '%s' to weigh", policy->name,
		 sen_text_visible(store->arena, record->factor, false));
	sen_hint(err, "one of %s", list.text);
	return err->code;
}

/* ---- Documents ---- */

/* The limit from the day it was made.  "Each term" is by the end of the next. */
static sen_date after_limit(struct sen_store *store, const struct sen_limit *limit, sen_date made,
			    struct sen_err *err)
{
	struct sen_owed owed = {.arena = store->arena};
	struct owing owing = {.out = &owed};
	struct sen_period period;

	if (sen_store_calendar(store, &owing.calendar, err) < 0)
		return SEN_NO_DATE;
	if (limit->kind == SEN_LIMIT_TERM || limit->kind == SEN_LIMIT_HALF_TERM) {
		period = owed_period(&owing, limit->kind, made);
		if (period.from != SEN_NO_DATE)
			made = period.until;
	}
	return owed_due(&owing, limit, made);
}

static int replace_former(struct sen_store *store, struct sen_document *record, struct sen_err *err)
{
	struct sen_document *all;
	size_t count;
	int rc = sen_record_of_pupil(store, &sen_document_record, record->pupil_id, (void **)&all, &count,
				     err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		if (all[i].ended_on != SEN_NO_DATE || strcmp(all[i].kind, record->kind) != 0)
			continue;
		if (all[i].made_on > record->made_on) {
			sen_fail(err, SEN_CONFLICT, "D%lld of that kind was made later",
				 (long long)all[i].head.id);
			sen_hint(err, "an older one that is over is kept with --ended-on DATE");
			return err->code;
		}
		record->replaces = all[i].head.id;
		all[i].ended_on = record->made_on;
		rc = sen_record_update(store, &sen_document_record, &all[i], err);
	}
	return rc;
}

int sen_document_keep(struct sen_store *store, struct sen_document *record, struct sen_err *err)
{
	const struct sen_limit year = {.kind = SEN_LIMIT_MONTHS, .n = 12, .basis = SEN_BASIS_JUDGEMENT};
	const struct sen_policy *policy;
	const struct sen_policy_rule *rule;
	const struct sen_limit *limit = &year;
	int rc = rules_policy_of(store, record->pupil_id, record->made_on, &policy, err);

	if (rc < 0)
		return rc;
	rule = rule_named(policy, "document", record->kind);
	if (rule) {
		record->kind = rule->code;
		if (!record->title)
			record->title = rule->name;
		if (rule->limit.kind != SEN_LIMIT_NONE)
			limit = &rule->limit;
	}
	if (record->review_on == SEN_NO_DATE && record->ended_on == SEN_NO_DATE)
		record->review_on = after_limit(store, limit, record->made_on, err);
	if (err->code)
		return err->code;
	if (record->ended_on == SEN_NO_DATE && (rc = replace_former(store, record, err)) < 0)
		return rc;
	return sen_record_insert(store, &sen_document_record, record, err);
}

/* ---- Reduced timetables ---- */

static bool must(const struct sen_policy_rule *rule)
{
	return rule && rule->strength && strcmp(rule->strength, "must") == 0;
}

static int ask_consent(struct sen_store *store, struct sen_timetable *record, struct sen_err *err)
{
	int64_t held;
	int rc = sen_consent_before(store, record->pupil_id, "timetable", record->from_on, &held, err);

	/* A policy that does not ask: one that was given is noted all the same. */
	if (rc == 0 && !held)
		rc = sen_consent_held(store, record->pupil_id, "timetable", record->from_on, &held, err);
	if (rc == 0 && held)
		record->consent_id = held;
	return rc;
}

static int ask_approval(struct sen_store *store, struct sen_timetable *record,
			const struct sen_policy *policy, struct sen_err *err)
{
	const struct sen_policy_rule *rule = sen_policy_rule(policy, "setting", "timetable-approval");
	sen_date today = store->context.today;

	if (record->approved_by) {
		if (record->approved_on == SEN_NO_DATE)
			record->approved_on = record->from_on < today ? record->from_on : today;
		return 0;
	}
	if (!must(rule))
		return 0;
	return sen_rule(store, err, "Say who approved it: --by NAME --approved-on DATE.",
			"nobody has approved it: %s (%s %s)", rule->name, policy->name,
			rule->cite ? rule->cite : "");
}

int sen_timetable_begin(struct sen_store *store, struct sen_timetable *record, struct sen_err *err)
{
	const struct sen_limit half = {.kind = SEN_LIMIT_HALF_TERM, .basis = SEN_BASIS_JUDGEMENT};
	struct sen_owed owed = {.arena = store->arena};
	struct owing owing = {.out = &owed};
	const struct sen_policy *policy;
	const struct sen_policy_rule *rule;
	int rc = rules_policy_of(store, record->pupil_id, record->from_on, &policy, err);

	if (rc < 0 || (rc = ask_consent(store, record, err)) < 0 ||
	    (rc = ask_approval(store, record, policy, err)) < 0 ||
	    (rc = sen_store_calendar(store, &owing.calendar, err)) < 0)
		return rc;
	rule = sen_policy_rule(policy, "setting", "timetable-review");
	if (record->review_on == SEN_NO_DATE && record->until_on == SEN_NO_DATE)
		record->review_on = owed_due(&owing, rule ? &rule->limit : &half, record->from_on);
	return sen_record_insert(store, &sen_timetable_record, record, err);
}
