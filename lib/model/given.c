/* Who was given the register, a plan or a sheet, and says to have read it (R76). */
#include "model/model.h"

#define S struct sen_given
static const struct sen_field fields[] = {
	FIELD_TEXT(S, "record", record, SEN_K_LINE, SEN_F_REQUIRED | SEN_F_FIXED, 30, NULL, NULL, "ID",
		   "what was given: register, profile, or the record's id"),
	FIELD_REF(S, "pupil_id", pupil_id, SEN_F_FIXED, "pupil", "pupil", "PUPIL", "the child it is about"),
	FIELD_TEXT(S, "who", who, SEN_K_LINE, SEN_F_REQUIRED | SEN_F_PERSONAL, 0, NULL, NULL, "NAME",
		   "who was given it"),
	FIELD_DATE(S, "given_on", given_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
		   "the day it was given (today)"),
	FIELD_DATE(S, "read_on", read_on, SEN_F_PAST, NULL, "the day they say they have read it"),
};
#undef S

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_given *now = record;
	int rc = 0;
	if (now->pupil_id != SEN_NO_INT)
		rc = model_check_child(store, &sen_given_record, record, old, err);
	if (rc < 0 || (rc = model_check_past(store, now->given_on, "--on", err)) < 0 ||
	    (rc = model_check_past(store, now->read_on, "--read-on", err)) < 0)
		return rc;
	return model_check_order(now->given_on, now->read_on, "--read-on", "it was given", err);
}

static const char events[] =
	"SELECT given_on AS on_date, 'given' AS noun, id, record || ' given to ' || who AS what, voided_at"
	" FROM given WHERE pupil_id = :pupil"
	" UNION ALL SELECT read_on, 'given', id, record || ' read by ' || who, voided_at"
	" FROM given WHERE pupil_id = :pupil AND read_on IS NOT NULL";

const struct sen_record sen_given_record = {.noun = "given",
					    .table = "given",
					    .prefix = "GV",
					    .title = "Given to",
					    .flags = SEN_R_PUPIL | SEN_R_OWED,
					    .size = sizeof(struct sen_given),
					    .fields = fields,
					    .count = SEN_COUNT(fields),
					    .pupil_offset = offsetof(struct sen_given, pupil_id),
					    .check = check,
					    .events = events};
