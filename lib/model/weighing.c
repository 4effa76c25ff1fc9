/* Factors weighed before SEN is decided: a dated line on each (R19). */
#include "model/model.h"

#define S struct sen_weighing
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "factor", factor, SEN_K_CODE, SEN_F_REQUIRED | SEN_F_FIXED, 50, NULL, NULL, "FACTOR",
		   "the factor, by the policy's code"),
	FIELD_TEXT(S, "factor_name", factor_name, SEN_K_LINE, SEN_F_INTERNAL, 0, NULL, NULL, "TEXT",
		   "the factor in the policy's words"),
	FIELD_DATE(S, "weighed_on", weighed_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
		   "the day it was weighed (today)"),
	FIELD_TEXT(S, "weighed_by", weighed_by, SEN_K_LINE, P, 0, NULL, "by", "NAME", "who weighed it"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_REQUIRED | P, 0, NULL, NULL, "TEXT",
		   "what was found, and why it does or does not explain the difficulty"),
};
#undef P
#undef S

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	struct sen_weighing *now = (struct sen_weighing *)(uintptr_t)record;
	int rc = model_check_child(store, &sen_weighing_record, record, old, err);
	if (!now->factor_name)
		now->factor_name = now->factor;
	if (rc < 0 || (rc = model_check_past(store, now->weighed_on, "--on", err)) < 0)
		return rc;
	return old ? 0 : model_check_here(store, now->pupil_id, now->weighed_on, "what is weighed", err);
}

static const char events[] =
	"SELECT weighed_on AS on_date, 'weighing' AS noun, id, 'weighed: ' || factor_name || ': ' || note"
	" AS what, voided_at FROM weighing WHERE pupil_id = :pupil";

const struct sen_record sen_weighing_record = {.noun = "weighing",
					       .table = "weighing",
					       .prefix = "W",
					       .title = "Factor weighed",
					       .flags = SEN_R_PUPIL | SEN_R_OWED,
					       .size = sizeof(struct sen_weighing),
					       .fields = fields,
					       .count = SEN_COUNT(fields),
					       .pupil_offset = offsetof(struct sen_weighing, pupil_id),
					       .check = check,
					       .events = events};
