/* Sessions given, or cancelled and why: the do of the cycle (R38). */
#include "model/model.h"

#include <sen/provision.h>
#include <string.h>

#define S struct sen_session
static const struct sen_field session_fields[] = {
	FIELD_REF(S, "provision_id", provision_id, SEN_F_REQUIRED | SEN_F_FIXED | SEN_F_POSITIONAL,
		  "provision", "provision", "PROVISION", "the provision"),
	FIELD_DATE(S, "held_on", held_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on", "the day (today)"),
	FIELD_TEXT(S, "at", at, SEN_K_LINE, 0, 5, NULL, NULL, "HH:MM", "time of day, when it was another"),
	FIELD_INT(S, "minutes", minutes, SEN_K_MINUTES, 0, NULL, "N",
		  "minutes, when it was longer or shorter"),
	FIELD_TEXT(S, "cancelled", cancelled, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "WHY",
		   "it was not held: why"),
	FIELD_TEXT(S, "covered_by", covered_by, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "NAME",
		   "another adult who gave it"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "note"),
};
#undef S

/* The day must be one of the provision's, and a school day. */
static int check_day(struct sen_store *store, const struct sen_session *now,
		     const struct sen_provision *provision, struct sen_err *err)
{
	const struct sen_calendar *calendar;
	long long id = now->provision_id;
	char day[16], other[16], hint[160];
	int rc = sen_store_calendar(store, &calendar, err);

	sen_date_long(now->held_on, day);
	if (rc < 0)
		return rc;
	if (now->held_on < provision->from_on) {
		sen_fail(err, SEN_INVALID, "%s is before G%lld began (%s)", day, id,
			 sen_date_long(provision->from_on, other));
		sen_hint(err, "If it began earlier: 'sendctl provision edit G%lld --from DATE'.", id);
		return err->code;
	}
	if (provision->until_on != SEN_NO_DATE && now->held_on >= provision->until_on) {
		sen_fail(err, SEN_INVALID, "the last day of G%lld is %s", id,
			 sen_date_long(provision->until_on - 1, other));
		sen_hint(err,
			 "If it goes on: 'sendctl provision edit G%lld --until DATE' (the first day after).",
			 id);
		return err->code;
	}
	if (sen_school_day(calendar, now->held_on))
		return 0;
	snprintf(hint, sizeof(hint),
		 "The school's dates: 'sendctl term list'; 'sendctl term edit' mends them.");
	return sen_rule(store, err, hint, "the school is closed on %s", day);
}

/* How many that day, and one of them at that time. */
static const char same_day_sql[] =
	"SELECT COUNT(*) FROM session WHERE provision_id = :provision AND held_on = :day"
	" AND id <> :id AND voided_at IS NULL";
static const char same_time_sql[] =
	"SELECT MIN(id) FROM session WHERE provision_id = :provision AND held_on = :day"
	" AND id <> :id AND voided_at IS NULL AND (:at IS NULL OR coalesce(at, :usual) = :at)";

static int twice(const struct sen_session *now, int64_t other, struct sen_err *err)
{
	char day[16];

	sen_fail(err, SEN_CONFLICT, "a session of G%lld on %s is there already: SE%lld",
		 (long long)now->provision_id, sen_date_long(now->held_on, day), (long long)other);
	sen_hint(err,
		 "To put it right: 'sendctl session edit SE%lld'; a second one that day has a time of its "
		 "own: --at 13:30.",
		 (long long)other);
	return err->code;
}

/* A second one on a day: planned so, or at another time. */
static int check_once(struct sen_store *store, const struct sen_session *now,
		      const struct sen_provision *provision, struct sen_err *err)
{
	int weekday = sen_date_weekday(now->held_on), on[5];
	const char *at = now->at ? now->at : provision->at;
	char day[11];
	int64_t held, other;
	const struct model_value values[] = {{":provision", NULL, now->provision_id},
					     {":day", sen_date_text(now->held_on, day), 0},
					     {":id", NULL, now->head.id},
					     {NULL, NULL, 0},
					     {NULL, NULL, 0},
					     {NULL, NULL, 0}};
	struct model_value timed[6];
	int rc = model_row(store, same_day_sql, values, &held, err);

	if (rc < 0 || !held)
		return rc;
	sen_provision_week(provision, on);
	memcpy(timed, values, sizeof(timed));
	timed[3] = (struct model_value){":at", at, SEN_NO_INT};
	timed[4] = (struct model_value){":usual", provision->at, SEN_NO_INT};
	if ((rc = model_row(store, same_time_sql, timed, &other, err)) < 0 || !other ||
	    (weekday <= 5 && held < on[weekday - 1]))
		return rc;
	return twice(now, other, err);
}

static int session_check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	struct sen_session *now = (struct sen_session *)(uintptr_t)record;
	const struct sen_session *before = old;
	struct sen_provision provision;
	const char *at = NULL;
	int rc = sen_record_get(store, &sen_provision_record, now->provision_id, &provision, err);

	if (rc < 0 || (rc = model_check_count(now->minutes, "--minutes", SEN_MINUTES_MOST, err)) < 0)
		return rc;
	if (provision.head.voided_at)
		return sen_fail(err, SEN_INVALID, "provision G%lld was removed",
				(long long)now->provision_id);
	now->head.school_id = provision.head.school_id;
	if (now->at && !(at = sen_time_text(store->arena, now->at)))
		return sen_fail(err, SEN_INVALID, "--at: '%s' is no time of day like 09:30", now->at);
	if (now->at)
		now->at = at;
	if (before && before->held_on == now->held_on && model_same(before->at, now->at))
		return 0;
	if (now->held_on > store->context.today) {
		rc = model_check_past(store, now->held_on, "--on", err);
		sen_hint(err, "A session is logged when it was held, or when it is known that it will not "
			      "be: on the day.");
		return rc;
	}
	if ((rc = check_day(store, now, &provision, err)) < 0)
		return rc;
	return check_once(store, now, &provision, err);
}

const struct sen_record sen_session_record = {
	.noun = "session",
	.table = "session",
	.prefix = "SE",
	.title = "Session",
	.flags = 0,
	.size = sizeof(struct sen_session),
	.fields = session_fields,
	.count = SEN_COUNT(session_fields),
	.check = session_check,
};
