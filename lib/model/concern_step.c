/* Steps of a concern: observed, strategies given, met, each on its day (R21). */
#include "model/model.h"

#define S struct sen_concern_step
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_REF(S, "concern_id", concern_id, SEN_F_REQUIRED | SEN_F_FIXED, "concern", NULL, "CONCERN",
		  "the concern"),
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "step", step, SEN_K_CODE, SEN_F_REQUIRED | SEN_F_FIXED, 50, NULL, NULL, "STEP",
		   "the step, by the policy's code"),
	FIELD_TEXT(S, "step_name", step_name, SEN_K_LINE, SEN_F_INTERNAL, 0, NULL, NULL, "TEXT",
		   "the step in the policy's words"),
	FIELD_DATE(S, "taken_on", taken_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
		   "the day it was taken (today)"),
	FIELD_TEXT(S, "taken_by", taken_by, SEN_K_LINE, P, 0, NULL, "by", "NAME", "who took it"),
	FIELD_TEXT(S, "who", who, SEN_K_LINE, P, 0, NULL, NULL, "NAME", "who came"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "what was seen or said"),
	FIELD_TEXT(S, "proposed", proposed, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "what was proposed"),
	FIELD_DATE(S, "review_on", review_on, SEN_F_FUTURE, "due", "the day agreed to look at it again"),
	FIELD_TEXT(S, "again", again, SEN_K_LINE, P, 0, NULL, "reason", "TEXT", "why it is done once more"),
};
#undef P
#undef S

/* The concern as it stands: of this child, and open when a step is added. */
static int check_concern(struct sen_store *store, const struct sen_concern_step *now, bool adds,
			 struct sen_err *err)
{
	struct sen_concern concern;
	int rc = sen_record_get(store, &sen_concern_record, now->concern_id, &concern, err);
	if (rc < 0)
		return rc;
	if (concern.pupil_id != now->pupil_id)
		return sen_fail(err, SEN_INVALID, "C%lld is of another child", (long long)now->concern_id);
	if (adds && concern.head.voided_at)
		return sen_fail(err, SEN_INVALID, "C%lld was removed", (long long)now->concern_id);
	if (adds && concern.closed_on != SEN_NO_DATE) {
		sen_fail(err, SEN_INVALID, "C%lld is closed", (long long)now->concern_id);
		sen_hint(err, "open it again first: 'sendctl concern reopen C%lld --reason TEXT'",
			 (long long)now->concern_id);
		return err->code;
	}
	return model_check_order(concern.opened_on, now->taken_on, "--on", "the concern was raised", err);
}

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	struct sen_concern_step *now = (struct sen_concern_step *)(uintptr_t)record;
	int rc = model_check_child(store, &sen_concern_step_record, record, old, err);
	if (!now->step_name)
		now->step_name = now->step;
	if (rc < 0 ||
	    (!model_moves(&sen_concern_step_record, now, old) &&
	     (rc = check_concern(store, now, !old, err)) < 0) ||
	    (rc = model_check_past(store, now->taken_on, "--on", err)) < 0)
		return rc;
	if (!old && (rc = model_check_here(store, now->pupil_id, now->taken_on, "a step", err)) < 0)
		return rc;
	return model_check_order(now->taken_on, now->review_on, "--due", "the day of the step", err);
}

static const char events[] =
	"SELECT taken_on AS on_date, 'concern-step' AS noun, id, step_name"
	" || CASE WHEN taken_by IS NULL THEN '' ELSE ', ' || taken_by END"
	" || CASE WHEN who IS NULL THEN '' ELSE ', with ' || who END"
	" || CASE WHEN note IS NULL THEN '' ELSE ': ' || note END"
	" || CASE WHEN proposed IS NULL THEN '' ELSE ' (proposed: ' || replace(proposed, '\n', '; ')"
	" || ')' END AS what, voided_at"
	" FROM concern_step WHERE pupil_id = :pupil";

const struct sen_record sen_concern_step_record = {.noun = "concern-step",
						   .table = "concern_step",
						   .prefix = "SP",
						   .title = "Step of a concern",
						   .flags = SEN_R_PUPIL | SEN_R_OWED,
						   .size = sizeof(struct sen_concern_step),
						   .fields = fields,
						   .count = SEN_COUNT(fields),
						   .pupil_offset =
							   offsetof(struct sen_concern_step, pupil_id),
						   .check = check,
						   .events = events};
