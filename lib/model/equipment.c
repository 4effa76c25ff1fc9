/* Equipment: what, whose, to be checked and given back (R43). */
#include "model/model.h"

#include <sen/provision.h>

#define S struct sen_equipment
static const struct sen_field equipment_fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "what", what, SEN_K_LINE, SEN_F_REQUIRED | SEN_F_PERSONAL | SEN_F_POSITIONAL, 0, NULL,
		   NULL, "TEXT", "what it is"),
	FIELD_TEXT(S, "owner", owner, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "NAME", "whose it is"),
	FIELD_TEXT(S, "lent_by", lent_by, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "NAME", "who lent it"),
	FIELD_TEXT(S, "number", number, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "its number"),
	FIELD_DATE(S, "from_on", from_on, SEN_F_REQUIRED | SEN_F_TODAY, "from", "since when (today)"),
	FIELD_DATE(S, "check_on", check_on, SEN_F_FUTURE, NULL, "to be checked by"),
	FIELD_DATE(S, "checked_on", checked_on, SEN_F_PAST, NULL, "the day it was last checked"),
	FIELD_DATE(S, "return_by", return_by, SEN_F_FUTURE, NULL, "to be given back by"),
	FIELD_DATE(S, "returned_on", returned_on, SEN_F_PAST, NULL, "the day it was given back"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "note"),
};
#undef S

static int equipment_check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_equipment *now = record;
	int rc = model_check_child(store, &sen_equipment_record, record, old, err);

	if (rc < 0 || (rc = model_check_past(store, now->checked_on, "--checked-on", err)) < 0 ||
	    (rc = model_check_past(store, now->returned_on, "--returned-on", err)) < 0 ||
	    (rc = model_check_order(now->from_on, now->checked_on, "--checked-on", "it came", err)) < 0 ||
	    (rc = model_check_order(now->from_on, now->return_by, "--return-by", "it came", err)) < 0 ||
	    (rc = model_check_order(now->from_on, now->returned_on, "--returned-on", "it came", err)) < 0)
		return rc;
	return old ? 0 : model_check_here(store, now->pupil_id, now->from_on, "equipment", err);
}

static const char events[] = "SELECT from_on AS on_date, 'equipment' AS noun, id, what || ': here' AS what, "
			     "voided_at FROM equipment"
			     " WHERE pupil_id = :pupil UNION ALL SELECT returned_on, 'equipment', id, what "
			     "|| ': given back', voided_at"
			     " FROM equipment WHERE pupil_id = :pupil AND returned_on IS NOT NULL";

const struct sen_record sen_equipment_record = {.noun = "equipment",
						.table = "equipment",
						.prefix = "EQ",
						.title = "Equipment",
						.flags = SEN_R_PUPIL | SEN_R_OWED,
						.size = sizeof(struct sen_equipment),
						.fields = equipment_fields,
						.count = SEN_COUNT(equipment_fields),
						.pupil_offset = offsetof(struct sen_equipment, pupil_id),
						.check = equipment_check,
						.events = events};
