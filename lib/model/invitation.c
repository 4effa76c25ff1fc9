/* Who was asked to a review, and what came of it (R51, R53). */
#include "model/model.h"

#include <sen/meeting.h>

const struct sen_code_row sen_answers[] = {{"came", "Came"},
					   {"apologies", "Sent apologies"},
					   {"views", "Sent views"},
					   {"absent", "Did not come"},
					   {NULL, NULL}};

#define S struct sen_invitation
static const struct sen_field invitation_fields[] = {
	FIELD_REF(S, "pupil_id", pupil_id, SEN_F_INTERNAL | SEN_F_FIXED, "pupil", NULL, "ID", "the child"),
	FIELD_REF(S, "review_id", review_id, SEN_F_REQUIRED | SEN_F_FIXED, "review", "review", "REVIEW",
		  "the review"),
	FIELD_TEXT(S, "who", who, SEN_K_LINE, SEN_F_REQUIRED | SEN_F_PERSONAL, 0, NULL, NULL, "NAME",
		   "who is asked"),
	FIELD_TEXT(S, "role", role, SEN_K_LINE, 0, 30, NULL, NULL, "ROLE",
		   "parent, pupil, staff, agency, authority, school"),
	FIELD_REF(S, "contact_id", contact_id, 0, "contact", NULL, "ID", "the contact"),
	FIELD_DATE(S, "invited_on", invited_on, SEN_F_PAST, "on", "the day they were asked"),
	FIELD_TEXT(S, "how", how, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "letter, telephone, e-mail, in person"),
	FIELD_DATE(S, "remind_on", remind_on, SEN_F_FUTURE, NULL, "to be reminded on"),
	FIELD_TEXT(S, "answer", answer, SEN_K_CODE, 0, 30, sen_answers, NULL, "CODE",
		   "came, apologies, views or absent"),
	FIELD_DATE(S, "advice_asked_on", advice_asked_on, SEN_F_PAST, NULL, "advice asked for"),
	FIELD_DATE(S, "advice_received_on", advice_received_on, SEN_F_PAST, NULL, "advice received"),
	FIELD_DATE(S, "advice_circulated_on", advice_circulated_on, SEN_F_PAST, NULL, "advice sent round"),
};
#undef S

static int invitation_check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_invitation *now = record;
	int rc = model_check_child(store, &sen_invitation_record, record, old, err);
	if (rc < 0 || (rc = model_check_past(store, now->invited_on, "--on", err)) < 0 ||
	    (rc = model_check_past(store, now->advice_asked_on, "--asked", err)) < 0 ||
	    (rc = model_check_past(store, now->advice_received_on, "--received", err)) < 0 ||
	    (rc = model_check_past(store, now->advice_circulated_on, "--circulated", err)) < 0 ||
	    (rc = model_check_order(now->advice_asked_on, now->advice_received_on, "--received",
				    "the day it was asked for", err)) < 0)
		return rc;
	return model_check_order(now->advice_received_on, now->advice_circulated_on, "--circulated",
				 "the day it came", err);
}

static const char events[] =
	"SELECT invited_on AS on_date, 'invitation' AS noun, id, CASE WHEN role = 'pupil' THEN 'the child'"
	" ELSE who END || ' asked to the review R' || review_id"
	" || CASE WHEN how IS NULL THEN '' ELSE ' (' || how || ')' END AS what, voided_at"
	" FROM invitation WHERE pupil_id = :pupil AND invited_on IS NOT NULL";

const struct sen_record sen_invitation_record = {.noun = "invitation",
						 .table = "invitation",
						 .prefix = "IN",
						 .title = "Invitation",
						 .flags = SEN_R_PUPIL | SEN_R_OWED,
						 .size = sizeof(struct sen_invitation),
						 .fields = invitation_fields,
						 .count = SEN_COUNT(invitation_fields),
						 .pupil_offset = offsetof(struct sen_invitation, pupil_id),
						 .check = invitation_check,
						 .events = events};
