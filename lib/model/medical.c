/* The medical register, apart from the SEND register (R14). */
#include "model/model.h"

#define S struct sen_medical
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "condition", condition, SEN_K_LINE, SEN_F_REQUIRED | P, 0, NULL, NULL, "TEXT",
		   "the condition: asthma, epilepsy, nut allergy"),
	FIELD_TEXT(S, "do_this", do_this, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT",
		   "what any adult is to do when it happens"),
	FIELD_TEXT(S, "medicine", medicine, SEN_K_LINE, P, 0, NULL, NULL, "TEXT", "medicine, dose and when"),
	FIELD_TEXT(S, "kept_where", kept_where, SEN_K_LINE, P, 0, NULL, NULL, "TEXT",
		   "where the medicine is kept"),
	FIELD_INT(S, "barrier", barrier, SEN_K_BOOL, P, NULL, "yes|no",
		  "it stands in the way of learning, so the SENCo joins in"),
	FIELD_DATE(S, "from_on", from_on, 0, "from", "since when; unknown if left out"),
	FIELD_DATE(S, "until_on", until_on, 0, "until", "the first day after"),
	FIELD_TEXT(S, "told_by", told_by, SEN_K_LINE, P, 0, NULL, "by", "NAME", "who told the school"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "what else to know"),
};
#undef P
#undef S

static const char overlap_sql[] = MODEL_OVERLAP("medical", " AND lower(condition) = lower(:key)");

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_medical *now = record;
	struct model_period period = {now->head.id,  now->pupil_id,  now->from_on,
				      now->until_on, now->condition, 0};
	int64_t other;
	int rc = model_check_child(store, &sen_medical_record, record, old, err);
	if (rc < 0 || (rc = model_overlap(store, overlap_sql, &period, &other, err)) < 0)
		return rc;
	if (other) {
		sen_fail(err, SEN_CONFLICT, "'%s' is on the medical register already in that time (M%lld)",
			 now->condition, (long long)other);
		sen_hint(err, "change that line with 'sendctl medical edit M%lld'", (long long)other);
		return err->code;
	}
	return old || now->from_on == SEN_NO_DATE
		       ? 0
		       : model_check_here(store, now->pupil_id, now->from_on, "the medical register", err);
}

static const char events[] =
	"SELECT from_on AS on_date, 'medical' AS noun, id, 'on the medical register: ' || condition AS what,"
	" voided_at FROM medical WHERE pupil_id = :pupil AND from_on IS NOT NULL"
	" UNION ALL SELECT until_on, 'medical', id, 'off the medical register: ' || condition, voided_at"
	" FROM medical WHERE pupil_id = :pupil AND until_on IS NOT NULL";

const struct sen_record sen_medical_record = {.noun = "medical",
					      .table = "medical",
					      .prefix = "M",
					      .title = "Medical register",
					      .flags = SEN_R_PUPIL,
					      .size = sizeof(struct sen_medical),
					      .fields = fields,
					      .count = SEN_COUNT(fields),
					      .pupil_offset = offsetof(struct sen_medical, pupil_id),
					      .check = check,
					      .events = events};
