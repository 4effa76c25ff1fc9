/* How a target, or a provision for a child, went (R31, R41, R42). */
#include "model/model.h"

#include <sen/plan.h>

#define S struct sen_progress
static const struct sen_field progress_fields[] = {
	FIELD_REF(S, "pupil_id", pupil_id, SEN_F_INTERNAL | SEN_F_FIXED, "pupil", NULL, "ID", "the child"),
	FIELD_REF(S, "target_id", target_id, SEN_F_FIXED, "target", NULL, "ID", "the target"),
	FIELD_REF(S, "provision_id", provision_id, SEN_F_FIXED, "provision", NULL, "ID", "the provision"),
	FIELD_REF(S, "review_id", review_id, SEN_F_FIXED, "review", NULL, "ID", "the review it was found at"),
	FIELD_DATE(S, "marked_on", marked_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
		   "the day it was marked (today)"),
	FIELD_TEXT(S, "marked_by", marked_by, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, "by", "NAME",
		   "who marked it"),
	FIELD_TEXT(S, "result", result, SEN_K_LINE, 0, 30, NULL, NULL, "RESULT",
		   "the result, in the words of the policy"),
	FIELD_INT(S, "value", value, SEN_K_INT, SEN_F_INTERNAL, NULL, "N", "the result as a number"),
	FIELD_INT(S, "met", met, SEN_K_BOOL, SEN_F_INTERNAL, NULL, "N", "met or not"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "note"),
	FIELD_TEXT(S, "pupil_mark", pupil_mark, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "the child's own mark"),
	FIELD_TEXT(S, "voice", voice, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "the child's words"),
};
#undef S

static int progress_check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_progress *now = record;
	int rc = model_check_child(store, &sen_progress_record, record, old, err);
	if (rc < 0 || (rc = model_check_past(store, now->marked_on, "--on", err)) < 0)
		return rc;
	if (now->target_id == SEN_NO_INT && now->provision_id == SEN_NO_INT)
		return sen_fail(err, SEN_INVALID, "progress is of a target, or of a provision");
	if (!now->result && !now->note && !now->pupil_mark && !now->voice)
		return sen_fail(err, SEN_INVALID,
				"progress needs a result, a note, or the child's own mark or words");
	return 0;
}

static const char events[] =
	"SELECT m.marked_on AS on_date, 'progress' AS noun, m.id AS id, CASE WHEN t.id IS NULL THEN "
	"'provision ' || g.name"
	" ELSE 'target \"' || t.target || '\"' END || CASE WHEN m.result IS NULL THEN '' ELSE ': ' ||"
	/* The usual scale in words; a school's own results are words already. */
	" CASE m.result WHEN 'much-less' THEN 'much less than expected' WHEN 'less' THEN 'less than expected'"
	" WHEN 'expected' THEN 'as expected' WHEN 'more' THEN 'more than expected'"
	" WHEN 'much-more' THEN 'much more than expected' ELSE m.result END END"
	" || CASE WHEN m.note IS NULL THEN '' ELSE '. ' || m.note END AS what, m.voided_at AS voided_at"
	" FROM progress m LEFT JOIN target t ON t.id = m.target_id LEFT JOIN provision g ON g.id = "
	"m.provision_id"
	" WHERE m.pupil_id = :pupil";

const struct sen_record sen_progress_record = {.noun = "progress",
					       .table = "progress",
					       .prefix = "PG",
					       .title = "Progress",
					       .flags = SEN_R_PUPIL,
					       .size = sizeof(struct sen_progress),
					       .fields = progress_fields,
					       .count = SEN_COUNT(progress_fields),
					       .pupil_offset = offsetof(struct sen_progress, pupil_id),
					       .check = progress_check,
					       .events = events};
