/* Provision in use: what is given, how often, from when to when (R36).  Its children
 * are in provision_member.c, its adults in provision_adult.c. */
#include "model/model.h"

#include <sen/provision.h>

#define S struct sen_provision
static const struct sen_field provision_fields[] = {
	FIELD_REF(S, "intervention_id", intervention_id, 0, "intervention", "intervention", "NAME",
		  "the intervention, by name or id"),
	FIELD_TEXT(S, "name", name, SEN_K_NAME, 0, 0, NULL, NULL, "NAME",
		   "what it is called (as the intervention)"),
	FIELD_TEXT(S, "wave", wave, SEN_K_LINE, 0, 30, NULL, NULL, "WAVE", "wave or level it belongs to"),
	FIELD_TEXT(S, "area", area, SEN_K_CODE, 0, 30, sen_area_codes, NULL, "AREA", "area of need"),
	FIELD_TEXT(S, "kind", kind, SEN_K_LINE, 0, 200, NULL, NULL, "KIND",
		   "kind of provision, by the policy's list"),
	FIELD_DATE(S, "from_on", from_on, SEN_F_REQUIRED | SEN_F_TODAY, "from", "the first day (today)"),
	FIELD_DATE(S, "until_on", until_on, SEN_F_FUTURE, "until", "the first day after"),
	FIELD_INT(S, "minutes", minutes, SEN_K_MINUTES, 0, NULL, "N", "minutes of a session"),
	FIELD_INT(S, "times", times, SEN_K_INT, 0, NULL, "N", "times a week"),
	FIELD_INT(S, "weeks", weeks, SEN_K_INT, 0, NULL, "N", "weeks"),
	FIELD_TEXT(S, "days", days, SEN_K_LINE, 0, 60, NULL, NULL, "DAYS", "days of the week: mon,wed"),
	FIELD_TEXT(S, "at", at, SEN_K_LINE, 0, 5, NULL, NULL, "HH:MM", "time of day: 09:30"),
	FIELD_TEXT(S, "place", place, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "where"),
	FIELD_TEXT(S, "impact", impact, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "the impact that is expected"),
	FIELD_TEXT(S, "measure", measure, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "how its effect is measured"),
	FIELD_TEXT(S, "funding", funding, SEN_K_LINE, 0, 200, NULL, NULL, "NAME",
		   "where the money comes from"),
	FIELD_INT(S, "session_pence", session_pence, SEN_K_PENCE, 0, "fee", "POUNDS",
		  "a fee for each session, beside the adults"),
	FIELD_INT(S, "resource_pence", resource_pence, SEN_K_PENCE, 0, "resources", "POUNDS",
		  "spent once, on resources"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "note"),
	FIELD_DATE(S, "evaluated_on", evaluated_on, SEN_F_PAST, NULL, "the day it was evaluated"),
	FIELD_TEXT(S, "evaluation", evaluation, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "how well it worked"),
};
#undef S

static int check_days(struct sen_store *store, struct sen_provision *now, struct sen_err *err)
{
	int on[5];
	int64_t week;
	const char *at;

	if (now->days && !sen_days_parse(now->days, on)) {
		sen_fail(err, SEN_INVALID, "--days: '%s' names no school days", now->days);
		sen_hint(err, "Name them like mon,wed; a day with two sessions twice: mon,mon.");
		return err->code;
	}
	if (now->days)
		now->days = sen_days_text(store->arena, on);
	week = sen_provision_week(now, on);
	if (now->days && now->times == SEN_NO_INT)
		now->times = week;
	if (now->days && now->times != week) {
		sen_fail(err, SEN_INVALID, "--times: %lld a week, but the days named are %lld: %s",
			 (long long)now->times, (long long)week, now->days);
		sen_hint(
			err,
			"Leave --times out, or name a day for each; a day with two sessions twice: mon,mon.");
		return err->code;
	}
	if (!now->at)
		return 0;
	if (!(at = sen_time_text(store->arena, now->at)))
		return sen_fail(err, SEN_INVALID, "--at: '%s' is no time of day like 09:30", now->at);
	now->at = at;
	return 0;
}

/* A session that stands outside the period, the first of them. */
static const char outside_sql[] =
	"SELECT id FROM session WHERE provision_id = :id AND voided_at IS NULL AND cancelled IS NULL"
	" AND (held_on < :from OR held_on >= :until) ORDER BY held_on LIMIT 1";

static int check_period(struct sen_store *store, const struct sen_provision *now,
			const struct sen_provision *old, struct sen_err *err)
{
	char from[11], until[11], day[16], other[16];
	int64_t session = 0;
	int rc = 0;

	if (now->until_on != SEN_NO_DATE && now->until_on < now->from_on)
		return sen_fail(err, SEN_INVALID, "it cannot end (%s) before it begins (%s)",
				sen_date_long(now->until_on - 1, day), sen_date_long(now->from_on, other));
	if (!old || (now->from_on == old->from_on && now->until_on == old->until_on))
		return 0;
	sen_date_text(now->from_on, from);
	sen_date_text(now->until_on, until);
	const struct model_value values[] = {{":id", NULL, now->head.id},
					     {":from", from, 0},
					     {":until", *until ? until : "9999-12-31", 0},
					     {NULL, NULL, 0}};

	rc = model_row(store, outside_sql, values, &session, err);
	if (rc < 0 || !session)
		return rc;
	sen_fail(err, SEN_INVALID, "the session SE%lld of G%lld was held outside that time",
		 (long long)session, (long long)now->head.id);
	sen_hint(err, "See 'sendctl session show SE%lld'; a session that was not held is removed.",
		 (long long)session);
	return err->code;
}

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	struct sen_provision *now = (struct sen_provision *)(uintptr_t)record;
	const struct sen_provision *before = old;
	int rc;

	if (!now->name)
		return sen_fail(err, SEN_INVALID, "--name: a provision needs a name");
	if ((rc = model_check_count(now->minutes, "--minutes", SEN_MINUTES_MOST, err)) < 0 ||
	    (rc = model_check_count(now->times, "--times", SEN_TIMES_MOST, err)) < 0 ||
	    (rc = model_check_count(now->weeks, "--weeks", SEN_WEEKS_MOST, err)) < 0 ||
	    (rc = check_days(store, now, err)) < 0 || (rc = check_period(store, now, before, err)) < 0)
		return rc;
	if (now->evaluation && now->evaluated_on == SEN_NO_DATE)
		now->evaluated_on = store->context.today;
	return model_check_order(now->from_on, now->evaluated_on, "--evaluated-on", "it began", err);
}

/* By the name of the only one that runs, or is to come. */
static const char find_sql[] = "SELECT MIN(g.id) FROM school c JOIN provision g ON g.school_id = c.id WHERE "
			       "(:school IS NULL OR c.id = :school)"
			       " AND g.voided_at IS NULL AND lower(g.name) = lower(:text) AND (g.until_on IS "
			       "NULL OR g.until_on > :today)"
			       " HAVING COUNT(*) = 1";

static int find(struct sen_store *store, const char *text, int64_t *id, struct sen_err *err)
{
	char today[11];
	const struct model_value values[] = {
		{":school", NULL, store->school_id ? store->school_id : SEN_NO_INT},
		{":text", text, 0},
		{":today", sen_date_text(store->context.today, today), 0},
		{NULL, NULL, 0}};
	int64_t found;
	int rc = model_row(store, find_sql, values, &found, err);

	if (rc < 0 || !found)
		return rc;
	*id = found;
	return 1;
}

const struct sen_record sen_provision_record = {
	.noun = "provision",
	.table = "provision",
	.prefix = "G",
	.title = "Provision",
	.flags = 0,
	.size = sizeof(struct sen_provision),
	.fields = provision_fields,
	.count = SEN_COUNT(provision_fields),
	.check = check,
	.changed = provision_changed,
	.find = find,
};
