/* A complaint about SEND provision (R73), with its stages as milestones; about a
 * child, or about none. */
#include "model/model.h"

#include <sen/ehc.h>
#include <string.h>

#define S struct sen_complaint
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_REF(S, "pupil_id", pupil_id, 0, "pupil", "pupil", "PUPIL", "the child it is about, if it is"),
	FIELD_DATE(S, "raised_on", raised_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
		   "the day it was raised (today)"),
	FIELD_TEXT(S, "raised_by", raised_by, SEN_K_LINE, P, 0, NULL, "by", "NAME", "who complains"),
	FIELD_TEXT(S, "relation", relation, SEN_K_LINE, 0, 60, NULL, NULL, "TEXT",
		   "parent, agency, staff ..."),
	FIELD_TEXT(S, "about", about, SEN_K_NOTE, SEN_F_REQUIRED | P, 0, NULL, NULL, "TEXT",
		   "what it is about, in their words"),
	FIELD_TEXT(S, "stage", stage, SEN_K_LINE, 0, 60, NULL, NULL, "STAGE",
		   "of the policy's stages (the first)"),
	FIELD_INT(S, "formal", formal, SEN_K_BOOL, 0, NULL, "yes|no", "is it a formal complaint?"),
	FIELD_INT(S, "serious", serious, SEN_K_BOOL, 0, NULL, "yes|no", "is the disagreement serious?"),
	FIELD_DATE(S, "answer_by", answer_by, SEN_F_FUTURE, "due", "to be answered by"),
	FIELD_DATE(S, "closed_on", closed_on, SEN_F_INTERNAL, NULL, "the day it was settled"),
	FIELD_TEXT(S, "result", result, SEN_K_LINE, SEN_F_INTERNAL | P, 200, NULL, NULL, "TEXT",
		   "what came of it"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "note"),
};
#undef P
#undef S

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_complaint *now = record;
	int rc = now->pupil_id == SEN_NO_INT
			 ? 0
			 : model_check_child(store, &sen_complaint_record, record, old, err);

	if (rc < 0 || (rc = model_check_past(store, now->raised_on, "--on", err)) < 0 ||
	    (rc = model_check_order(now->raised_on, now->answer_by, "--due", "it was raised", err)) < 0)
		return rc;
	return model_check_order(now->raised_on, now->closed_on, "--on", "it was raised", err);
}

static const char events[] = "SELECT raised_on AS on_date, 'complaint' AS noun, id, 'complaint'"
			     " || CASE WHEN raised_by IS NULL THEN '' ELSE ' of ' || raised_by END || ': ' "
			     "|| about AS what, voided_at"
			     " FROM complaint WHERE pupil_id = :pupil"
			     " UNION ALL SELECT closed_on, 'complaint', id, 'complaint settled' || CASE WHEN "
			     "result IS NULL THEN ''"
			     " ELSE ': ' || result END, voided_at FROM complaint WHERE pupil_id = :pupil AND "
			     "closed_on IS NOT NULL";

const struct sen_record sen_complaint_record = {.noun = "complaint",
						.table = "complaint",
						.prefix = "CM",
						.title = "Complaint",
						.flags = SEN_R_PUPIL | SEN_R_OWED | SEN_R_HOUSE,
						.size = sizeof(struct sen_complaint),
						.fields = fields,
						.count = SEN_COUNT(fields),
						.pupil_offset = offsetof(struct sen_complaint, pupil_id),
						.check = check,
						.events = events};
