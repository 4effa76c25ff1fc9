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
	FIELD_TEXT(S, "stage", stage, SEN_K_LINE, SEN_F_FIXED, 60, NULL, NULL, "STAGE",
		   "of the policy's stages, by code or name (the first)"),
	FIELD_INT(S, "formal", formal, SEN_K_BOOL, SEN_F_FIXED, NULL, "yes|no",
		  "is it a formal complaint? (as the stage says)"),
	FIELD_INT(S, "serious", serious, SEN_K_BOOL, 0, NULL, "yes|no", "is the disagreement serious?"),
	FIELD_DATE(S, "answer_by", answer_by, SEN_F_FUTURE, "due", "to be answered by"),
	FIELD_DATE(S, "closed_on", closed_on, SEN_F_INTERNAL, NULL, "the day it was settled"),
	FIELD_TEXT(S, "result", result, SEN_K_LINE, SEN_F_INTERNAL | P, 200, NULL, NULL, "TEXT",
		   "what came of it"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "note"),
};
#undef P
#undef S

static int check_stage(const struct sen_complaint *now, struct sen_err *err)
{
	if (now->stage)
		return 0;
	sen_fail(err, SEN_INVALID, "a complaint is at a stage: which?");
	sen_hint(err, "'sendctl policy show --fields section,code,name' has the policy's.");
	return err->code;
}

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	struct sen_complaint *now = (struct sen_complaint *)(uintptr_t)record;
	int rc = now->pupil_id == SEN_NO_INT
			 ? 0
			 : model_check_child(store, &sen_complaint_record, record, old, err);

	if (rc < 0 || (rc = model_clean(store, &sen_complaint_record, record, err)) < 0 ||
	    (rc = check_stage(now, err)) < 0 ||
	    (rc = model_check_past(store, now->raised_on, "--on", err)) < 0 ||
	    (rc = model_check_order(now->raised_on, now->answer_by, "--due", "it was raised", err)) < 0 ||
	    (rc = model_check_order(now->raised_on, now->closed_on, "--on", "it was raised", err)) < 0)
		return rc;
	/* Not said, in a file or on the command line: no. */
	now->formal = now->formal == 1;
	now->serious = now->serious == 1;
	return 0;
}

static int changed(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_complaint *gone = old;

	return record ? 0
		      : model_steps_void(store, gone->pupil_id, SEN_NO_INT, gone->head.id,
					 sen_format(store->arena, "with CM%lld", (long long)gone->head.id),
					 err);
}

/* With its steps: all of it is left out of what goes on (lib/rules/chronology.c). */
static const char events[] =
	"SELECT raised_on AS on_date, 'complaint' AS noun, id, 'complaint' || CASE WHEN raised_by IS NULL"
	" THEN '' ELSE ' of ' || raised_by END || ': ' || about AS what, voided_at FROM complaint"
	" WHERE pupil_id = :pupil"
	" UNION ALL SELECT closed_on, 'complaint', id, 'complaint settled' || CASE WHEN result IS NULL THEN "
	"''"
	" ELSE ': ' || result END, voided_at FROM complaint WHERE pupil_id = :pupil AND closed_on IS NOT NULL"
	" UNION ALL SELECT happened_on, 'complaint', complaint_id, event_name"
	" || CASE WHEN who IS NULL THEN '' ELSE ': ' || who END"
	" || CASE WHEN note IS NULL THEN '' ELSE '. ' || note END, voided_at"
	" FROM milestone WHERE pupil_id = :pupil AND complaint_id IS NOT NULL";

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
						.changed = changed,
						.events = events};
