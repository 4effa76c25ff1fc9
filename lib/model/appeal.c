/* A disagreement with a decision of the local authority: mediation, the tribunal
 * (R67).  Its steps are milestones. */
#include "model/model.h"

#include <sen/ehc.h>
#include <string.h>

const struct sen_code_row sen_appeal_against[] = {{"refuse-assess", "Refusal to assess"},
						  {"refuse-reassess", "Refusal to re-assess"},
						  {"no-plan", "Refusal to issue a plan"},
						  {"contents", "What the plan says (B, F or I)"},
						  {"no-amend", "Plan not amended"},
						  {"cease", "Plan no longer maintained"},
						  {NULL, NULL}};

#define S struct sen_appeal
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_REF(S, "ehc_id", ehc_id, SEN_F_INTERNAL, "ehcp", NULL, "ID", "the EHC case"),
	FIELD_TEXT(S, "against", against, SEN_K_CODE, SEN_F_REQUIRED, 0, sen_appeal_against, NULL, "WORD",
		   "refuse-assess, refuse-reassess, no-plan, contents, no-amend or cease"),
	FIELD_TEXT(S, "sections", sections, SEN_K_LINE, 0, 60, NULL, NULL, "SECTIONS",
		   "of the plan's contents: \"B, F, I\""),
	FIELD_DATE(S, "notice_on", notice_on, SEN_F_REQUIRED | SEN_F_PAST, "notice",
		   "the day the written notice of the decision was sent"),
	FIELD_TEXT(S, "reference", reference, SEN_K_LINE, P, 60, NULL, NULL, "TEXT", "the tribunal's number"),
	FIELD_TEXT(S, "who", who, SEN_K_LINE, P, 0, NULL, NULL, "NAME", "who disagrees"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "note"),
	FIELD_DATE(S, "closed_on", closed_on, SEN_F_INTERNAL, NULL, "the day it was over"),
	FIELD_TEXT(S, "result", result, SEN_K_LINE, SEN_F_INTERNAL | P, 200, NULL, NULL, "TEXT",
		   "what came of it"),
};
#undef P
#undef S

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_appeal *now = record;
	int rc = model_check_child(store, &sen_appeal_record, record, old, err);

	if (rc < 0 || (rc = model_check_past(store, now->notice_on, "--notice", err)) < 0)
		return rc;
	return model_check_order(now->notice_on, now->closed_on, "--on", "the notice was sent", err);
}

static const char events[] =
	"SELECT notice_on AS on_date, 'appeal' AS noun, id, 'disagreement with a decision of the authority: '"
	" || against AS what, voided_at FROM appeal WHERE pupil_id = :pupil"
	" UNION ALL SELECT closed_on, 'appeal', id, 'disagreement over: ' || COALESCE(result, ''), voided_at"
	" FROM appeal WHERE pupil_id = :pupil AND closed_on IS NOT NULL";

const struct sen_record sen_appeal_record = {.noun = "appeal",
					     .table = "appeal",
					     .prefix = "AP",
					     .title = "Appeal",
					     .flags = SEN_R_PUPIL | SEN_R_OWED,
					     .size = sizeof(struct sen_appeal),
					     .fields = fields,
					     .count = SEN_COUNT(fields),
					     .pupil_offset = offsetof(struct sen_appeal, pupil_id),
					     .check = check,
					     .events = events};
