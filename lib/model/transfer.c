/* Arrivals and leavings: what is owed for a move, and when it was done (R15, R29). */
#include "model/model.h"
#include <string.h>

const struct sen_code_row sen_transfer_kinds[] = {
	{"arrival", "Came to this school"}, {"leaving", "Left this school"}, {NULL, NULL}};

#define S struct sen_transfer
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "kind", kind, SEN_K_CODE, SEN_F_REQUIRED | SEN_F_FIXED, 0, sen_transfer_kinds, NULL,
		   "KIND", "arrival or leaving"),
	FIELD_DATE(S, "moved_on", moved_on, SEN_F_REQUIRED | SEN_F_TODAY, "on",
		   "the first day here, or the last (today)"),
	FIELD_TEXT(S, "other_school", other_school, SEN_K_LINE, P, 0, NULL, NULL, "NAME", "the other school"),
	FIELD_DATE(S, "file_asked_on", file_asked_on, SEN_F_PAST, NULL, "the day the file was asked for"),
	FIELD_DATE(S, "file_on", file_on, SEN_F_PAST, NULL, "the day the file came, or was sent"),
	FIELD_DATE(S, "receipt_on", receipt_on, SEN_F_PAST, NULL, "the day its receipt came"),
	FIELD_DATE(S, "parents_met_on", parents_met_on, SEN_F_PAST, NULL, "the day the parents were met"),
	FIELD_DATE(S, "assessed_on", assessed_on, SEN_F_PAST, NULL, "the day the child was assessed"),
	FIELD_DATE(S, "watched_until", watched_until, SEN_F_FUTURE, NULL, "watched until then"),
	FIELD_DATE(S, "settled_on", settled_on, SEN_F_PAST, NULL, "the day the child had settled"),
	FIELD_DATE(S, "handed_over_on", handed_over_on, SEN_F_PAST, NULL,
		   "the day it was talked over with the other school"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "a note"),
};
#undef P
#undef S

static int check_file(const struct sen_store *store, const struct sen_transfer *now, struct sen_err *err)
{
	int rc = model_check_past(store, now->file_on, "--file-on", err);
	if (rc == 0)
		rc = model_check_past(store, now->receipt_on, "--receipt-on", err);
	if (rc == 0)
		rc = model_check_past(store, now->file_asked_on, "--file-asked-on", err);
	if (rc == 0 && now->receipt_on != SEN_NO_DATE && now->file_on == SEN_NO_DATE)
		return sen_fail(err, SEN_INVALID, "--receipt-on: a receipt is for a file that was sent");
	return rc < 0 ? rc
		      : model_check_order(now->file_on, now->receipt_on, "--receipt-on", "the file was sent",
					  err);
}

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_transfer *now = record;
	int rc = model_check_child(store, &sen_transfer_record, record, old, err);
	if (rc < 0 || (rc = check_file(store, now, err)) < 0 ||
	    (rc = model_check_past(store, now->parents_met_on, "--parents-met-on", err)) < 0 ||
	    (rc = model_check_past(store, now->assessed_on, "--assessed-on", err)) < 0 ||
	    (rc = model_check_past(store, now->settled_on, "--settled-on", err)) < 0 ||
	    (rc = model_check_order(now->moved_on, now->settled_on, "--settled-on", "the child came", err)) <
		    0 ||
	    (rc = model_check_past(store, now->handed_over_on, "--handed-over-on", err)) < 0)
		return rc;
	return model_check_order(now->moved_on, now->watched_until, "--watched-until", "the child came", err);
}

#define MOVE_EVENT(column, words)                                                                          \
	" UNION ALL SELECT " column ", 'move', id, " words ", voided_at FROM move WHERE pupil_id = :pupil" \
	" AND " column " IS NOT NULL"
static const char events[] =
	"SELECT moved_on AS on_date, 'move' AS noun, id, CASE kind WHEN 'arrival' THEN 'came to this school'"
	" || coalesce(' from ' || other_school, '') ELSE 'left the school' || coalesce(' for ' || "
	"other_school, '') "
	"END"
	" AS what, voided_at FROM move WHERE pupil_id = :pupil" MOVE_EVENT("file_asked_on",
									   "'file asked for'")
		MOVE_EVENT("file_on", "CASE kind WHEN 'arrival' THEN 'file came'"
				      " ELSE 'file sent' || coalesce(' to ' || other_school, '') END")
			MOVE_EVENT("receipt_on", "'receipt for the file'")
				MOVE_EVENT("parents_met_on", "'parents met on arrival'")
					MOVE_EVENT("assessed_on", "'assessed on arrival'") MOVE_EVENT(
						"handed_over_on", "'talked over with the other school'");

const struct sen_record sen_transfer_record = {.noun = "move",
					       .table = "move",
					       .prefix = "MV",
					       .title = "Arrival or leaving",
					       .flags = SEN_R_PUPIL | SEN_R_OWED,
					       .size = sizeof(struct sen_transfer),
					       .fields = fields,
					       .count = SEN_COUNT(fields),
					       .pupil_offset = offsetof(struct sen_transfer, pupil_id),
					       .check = check,
					       .events = events};
