/* Keeps what happened in an EHC case, an appeal or a complaint: named by the law,
 * counted as a version of the plan when it brings one, once. */
#include "model/model.h"

#include <sen/ehc.h>
#include <sen/law.h>
#include <string.h>

static const char *name_of(struct sen_store *store, const char *event, struct sen_err *err)
{
	const struct sen_law *law;
	const char *own =
		sen_code_find(sen_milestone_own, event) ? sen_code_label(sen_milestone_own, event) : NULL;

	if (own || sen_law(store, &law, err) < 0)
		return own;
	return sen_law_event_name(law, event);
}

/* "lateness is excused: decide whether to assess, and notify (an appointment was missed)" */
static const char *excuse_name(struct sen_store *store, const struct sen_milestone *now, const char *name,
			       struct sen_err *err)
{
	const struct sen_law_rule *rule;
	const struct sen_law_exception *why;
	const struct sen_law *law;

	if (strcmp(now->event, "excuse") != 0 || !now->rule || !now->result || sen_law(store, &law, err) < 0)
		return name;
	rule = sen_law_rule(law, now->rule, SEN_NO_DATE);
	why = sen_law_exception(law, now->result);
	return rule && why ? sen_format(store->arena, "%s: %s (%s)", name, rule->name, why->name) : name;
}

/* The same of the same, the same day: typed twice. */
static int check_once(struct sen_store *store, const struct sen_milestone *now, struct sen_err *err)
{
	static const char sql[] =
		"SELECT id FROM milestone WHERE pupil_id = :pupil AND event = :event AND happened_on = :day"
		" AND COALESCE(ehc_id, 0) = :ehc AND COALESCE(appeal_id, 0) = :appeal"
		" AND COALESCE(review_id, 0) = :review AND COALESCE(rule, '') = :rule"
		/* One order may ask for two things. */
		" AND (:appeal = 0 OR COALESCE(result, '') = :result) AND voided_at IS NULL";
	char iso[11], day[16];
	const struct model_value values[] = {
		{":pupil", NULL, now->pupil_id},
		{":event", now->event, 0},
		{":day", sen_date_text(now->happened_on, iso), 0},
		{":ehc", NULL, now->ehc_id == SEN_NO_INT ? 0 : now->ehc_id},
		{":appeal", NULL, now->appeal_id == SEN_NO_INT ? 0 : now->appeal_id},
		{":review", NULL, now->review_id == SEN_NO_INT ? 0 : now->review_id},
		{":rule", now->rule ? now->rule : "", 0},
		{":result", now->result ? now->result : "", 0},
		{NULL, NULL, 0}};
	int64_t other = 0;
	int rc = now->pupil_id == SEN_NO_INT || now->complaint_id != SEN_NO_INT
			 ? 0
			 : model_row(store, sql, values, &other, err);

	if (rc < 0 || !other)
		return rc;
	return sen_fail(err, SEN_CONFLICT, "it is on record already: %s on %s (MS%lld)", now->event_name,
			sen_date_long(now->happened_on, day), (long long)other);
}

static int count_version(struct sen_store *store, struct sen_milestone *now, struct sen_err *err)
{
	static const char sql[] =
		"SELECT max(version) FROM milestone WHERE pupil_id = :pupil AND ehc_id = :ehc";
	const struct model_value values[] = {
		{":pupil", NULL, now->pupil_id}, {":ehc", NULL, now->ehc_id}, {NULL, NULL, 0}};
	int64_t last = 0;
	int rc;

	if (now->version != SEN_NO_INT || !sen_milestone_brings(now->event))
		return 0;
	rc = model_row(store, sql, values, &last, err);
	now->version = last + 1;
	return rc;
}

int sen_milestone_add(struct sen_store *store, struct sen_milestone *milestone, struct sen_err *err)
{
	int rc;

	if (!milestone->event_name)
		milestone->event_name = name_of(store, milestone->event, err);
	if (milestone->event_name)
		milestone->event_name = excuse_name(store, milestone, milestone->event_name, err);
	if (!milestone->event_name)
		return err->code ? err->code
				 : sen_fail(err, SEN_INVALID, "there is no event '%s'", milestone->event);
	if ((rc = check_once(store, milestone, err)) < 0 || (rc = count_version(store, milestone, err)) < 0)
		return rc;
	return sen_record_insert(store, &sen_milestone_record, milestone, err);
}
