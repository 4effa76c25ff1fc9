/* Sessions given and missed: the do of the cycle (R38). */
#include "model/model.h"

#include <sen/provision.h>

#define S struct sen_session
static const struct sen_field session_fields[] = {
	FIELD_REF(S, "provision_id", provision_id, SEN_F_REQUIRED | SEN_F_FIXED | SEN_F_POSITIONAL,
		  "provision", "provision", "PROVISION", "the provision"),
	FIELD_DATE(S, "held_on", held_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on", "the day (today)"),
	FIELD_TEXT(S, "at", at, SEN_K_LINE, 0, 5, NULL, NULL, "HH:MM", "time of day, when it was another"),
	FIELD_INT(S, "minutes", minutes, SEN_K_MINUTES, 0, NULL, "N",
		  "minutes, when it was longer or shorter"),
	FIELD_TEXT(S, "cancelled", cancelled, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "WHY",
		   "it was not held: why"),
	FIELD_TEXT(S, "covered_by", covered_by, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "NAME",
		   "another adult who gave it"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "note"),
};
#undef S

const struct sen_record sen_session_record = {
	.noun = "session",
	.table = "session",
	.prefix = "SE",
	.title = "Session",
	.flags = 0,
	.size = sizeof(struct sen_session),
	.fields = session_fields,
	.count = SEN_COUNT(session_fields),
};

#define S struct sen_absence
static const struct sen_field absence_fields[] = {
	FIELD_REF(S, "pupil_id", pupil_id, SEN_F_REQUIRED | SEN_F_FIXED, "pupil", NULL, "ID", "the child"),
	FIELD_REF(S, "session_id", session_id, SEN_F_REQUIRED | SEN_F_FIXED, "session", NULL, "ID",
		  "the session"),
	FIELD_TEXT(S, "why", why, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "why"),
};
#undef S

static int absence_check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	return model_check_child(store, &sen_absence_record, record, old, err);
}

const struct sen_record sen_absence_record = {.noun = "absence",
					      .table = "absence",
					      .prefix = "AB",
					      .title = "Absence",
					      .flags = SEN_R_PUPIL,
					      .size = sizeof(struct sen_absence),
					      .fields = absence_fields,
					      .count = SEN_COUNT(absence_fields),
					      .pupil_offset = offsetof(struct sen_absence, pupil_id),
					      .check = absence_check};
