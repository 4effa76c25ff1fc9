/* Interim reduced timetables: with consent, approved, the LA told, reviewed,
 * and back to full time (R16). */
#include "model/model.h"

#define S struct sen_timetable
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "hours", hours, SEN_K_LINE, SEN_F_REQUIRED | P, 0, NULL, NULL, "TEXT",
		   "what the child attends: mornings, 15 hours a week"),
	FIELD_TEXT(S, "reason", reason, SEN_K_NOTE, SEN_F_REQUIRED | P, 0, NULL, NULL, "TEXT", "why"),
	FIELD_TEXT(S, "build_up", build_up, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT",
		   "how it builds up to full time"),
	FIELD_DATE(S, "from_on", from_on, SEN_F_REQUIRED | SEN_F_TODAY, "from", "the first day (today)"),
	FIELD_DATE(S, "full_time_by", full_time_by, SEN_F_FUTURE, NULL, "the day meant for full time again"),
	FIELD_DATE(S, "review_on", review_on, SEN_F_FUTURE, "due", "the day of the next review"),
	FIELD_TEXT(S, "approved_by", approved_by, SEN_K_LINE, P, 0, NULL, "by", "NAME", "who approved it"),
	FIELD_DATE(S, "approved_on", approved_on, SEN_F_PAST, NULL, "the day it was approved"),
	FIELD_DATE(S, "la_told_on", la_told_on, SEN_F_PAST, NULL, "the day the local authority was told"),
	FIELD_REF(S, "consent_id", consent_id, 0, "consent", "consent", "CONSENT",
		  "the consent it rests on: CN3"),
	FIELD_DATE(S, "until_on", until_on, 0, "until", "back full time: the first day after"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "what else was agreed"),
};
#undef P
#undef S

static const char overlap_sql[] = MODEL_OVERLAP("timetable", "");

static int check_overlap(struct sen_store *store, const struct sen_timetable *now, struct sen_err *err)
{
	struct model_period period = {now->head.id, now->pupil_id, now->from_on, now->until_on, NULL, 0};
	int64_t other;
	int rc = model_overlap(store, overlap_sql, &period, &other, err);
	if (rc < 0 || !other)
		return rc;
	sen_fail(err, SEN_CONFLICT, "the child has a reduced timetable already in that time (TT%lld)",
		 (long long)other);
	sen_hint(err, "end that one first: 'sendctl timetable end TT%lld --on DATE'", (long long)other);
	return err->code;
}

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_timetable *now = record;
	struct sen_consent consent;
	int rc = model_check_child(store, &sen_timetable_record, record, old, err);
	if (rc < 0 || (rc = model_check_past(store, now->approved_on, "--approved-on", err)) < 0 ||
	    (rc = model_check_past(store, now->la_told_on, "--la-told-on", err)) < 0 ||
	    (rc = model_check_order(now->from_on, now->full_time_by, "--full-time-by", "it begins", err)) <
		    0 ||
	    (rc = model_check_order(now->from_on, now->review_on, "--due", "it begins", err)) < 0 ||
	    (rc = check_overlap(store, now, err)) < 0)
		return rc;
	if (now->consent_id != SEN_NO_INT && !model_moves(&sen_timetable_record, now, old)) {
		rc = sen_record_get(store, &sen_consent_record, now->consent_id, &consent, err);
		if (rc == 0 && consent.pupil_id != now->pupil_id)
			rc = sen_fail(err, SEN_INVALID, "CN%lld is of another child",
				      (long long)now->consent_id);
	}
	return rc < 0 || old ? rc : model_check_here(store, now->pupil_id, now->from_on, "a timetable", err);
}

static const char events[] =
	"SELECT from_on AS on_date, 'timetable' AS noun, id, 'reduced timetable begins: ' || hours"
	" || coalesce(', approved by ' || approved_by, '') AS what, voided_at FROM timetable WHERE pupil_id "
	"= :pupil"
	" UNION ALL SELECT la_told_on, 'timetable', id, 'local authority told of the reduced timetable', "
	"voided_at"
	" FROM timetable WHERE pupil_id = :pupil AND la_told_on IS NOT NULL"
	" UNION ALL SELECT until_on, 'timetable', id, 'full time again', voided_at"
	" FROM timetable WHERE pupil_id = :pupil AND until_on IS NOT NULL";

const struct sen_record sen_timetable_record = {.noun = "timetable",
						.table = "timetable",
						.prefix = "TT",
						.title = "Reduced timetable",
						.flags = SEN_R_PUPIL | SEN_R_OWED,
						.size = sizeof(struct sen_timetable),
						.fields = fields,
						.count = SEN_COUNT(fields),
						.pupil_offset = offsetof(struct sen_timetable, pupil_id),
						.check = check,
						.events = events};
