/* Reasonable adjustments and test access arrangements (R18). */
#include "model/model.h"

const struct sen_code_row sen_adjustment_kinds[] = {
	{"adjustment", "Reasonable adjustment"}, {"access", "Test access arrangement"}, {NULL, NULL}};

#define S struct sen_adjustment
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "what", what, SEN_K_LINE, SEN_F_REQUIRED | SEN_F_POSITIONAL | P, 0, NULL, NULL, "TEXT",
		   "what is done: sits near the board, extra time, a reader"),
	FIELD_TEXT(S, "kind", kind, SEN_K_CODE, 0, 0, sen_adjustment_kinds, NULL, "KIND",
		   "adjustment, or access for a test (adjustment)"),
	FIELD_TEXT(S, "evidence", evidence, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT",
		   "what shows that it is needed"),
	FIELD_DATE(S, "applied_on", applied_on, SEN_F_PAST, NULL, "the day it was applied for"),
	FIELD_DATE(S, "granted_on", granted_on, SEN_F_PAST, NULL, "the day it was granted"),
	FIELD_INT(S, "used_in_class", used_in_class, SEN_K_BOOL, 0, NULL, "yes|no",
		  "the child's normal way of working in class"),
	FIELD_DATE(S, "from_on", from_on, 0, "from", "since when; unknown if left out"),
	FIELD_DATE(S, "until_on", until_on, 0, "until", "the first day after"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "a note"),
};
#undef P
#undef S

static const char overlap_sql[] = MODEL_OVERLAP("adjustment", " AND lower(what) = lower(:key)");

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	struct sen_adjustment *now = (struct sen_adjustment *)(uintptr_t)record;
	struct model_period period = {now->head.id, now->pupil_id, now->from_on, now->until_on, now->what, 0};
	int64_t other;
	int rc = model_check_child(store, &sen_adjustment_record, record, old, err);
	if (!now->kind)
		now->kind = "adjustment";
	if (rc < 0 || (rc = model_check_past(store, now->applied_on, "--applied-on", err)) < 0 ||
	    (rc = model_check_past(store, now->granted_on, "--granted-on", err)) < 0 ||
	    (rc = model_check_order(now->applied_on, now->granted_on, "--granted-on", "it was applied for",
				    err)) < 0 ||
	    (rc = model_overlap(store, overlap_sql, &period, &other, err)) < 0)
		return rc;
	if (other)
		return sen_fail(err, SEN_CONFLICT, "that is recorded already in that time (AD%lld)",
				(long long)other);
	return old ? 0
		   : model_check_here(store, now->pupil_id,
				      now->from_on != SEN_NO_DATE ? now->from_on : store->context.today,
				      "an adjustment", err);
}

static const char events[] =
	"SELECT from_on AS on_date, 'adjustment' AS noun, id, CASE kind WHEN 'access' THEN 'test access: '"
	" ELSE 'adjustment: ' END || what AS what, voided_at FROM adjustment WHERE pupil_id = :pupil"
	" AND from_on IS NOT NULL"
	" UNION ALL SELECT applied_on, 'adjustment', id, 'applied for: ' || what, voided_at"
	" FROM adjustment WHERE pupil_id = :pupil AND applied_on IS NOT NULL"
	" UNION ALL SELECT granted_on, 'adjustment', id, 'granted: ' || what, voided_at"
	" FROM adjustment WHERE pupil_id = :pupil AND granted_on IS NOT NULL"
	" UNION ALL SELECT until_on, 'adjustment', id, 'ended: ' || what, voided_at"
	" FROM adjustment WHERE pupil_id = :pupil AND until_on IS NOT NULL";

const struct sen_record sen_adjustment_record = {.noun = "adjustment",
						 .table = "adjustment",
						 .prefix = "AD",
						 .title = "Adjustment",
						 .flags = SEN_R_PUPIL,
						 .size = sizeof(struct sen_adjustment),
						 .fields = fields,
						 .count = SEN_COUNT(fields),
						 .pupil_offset = offsetof(struct sen_adjustment, pupil_id),
						 .check = check,
						 .events = events};
