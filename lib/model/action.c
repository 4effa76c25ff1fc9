/* Actions: what somebody is to do, by when, and whether it was done. */
#include "model/model.h"

#define S struct sen_action
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "what", what, SEN_K_LINE, SEN_F_REQUIRED | SEN_F_POSITIONAL | P, 0, NULL, NULL, "TEXT",
		   "what is to be done"),
	FIELD_TEXT(S, "who", who, SEN_K_LINE, P, 0, NULL, NULL, "NAME", "who is to do it"),
	FIELD_DATE(S, "due_on", due_on, SEN_F_FUTURE, "due", "the day it is to be done by"),
	FIELD_DATE(S, "set_on", set_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
		   "the day it was agreed (today)"),
	FIELD_TEXT(S, "record", record, SEN_K_LINE, 0, 30, NULL, NULL, "ID", "the record it comes from: RF2"),
	FIELD_DATE(S, "done_on", done_on, SEN_F_PAST, NULL, "the day it was done, or dropped"),
	FIELD_TEXT(S, "result", result, SEN_K_LINE, P, 0, NULL, NULL, "TEXT", "what came of it"),
};
#undef P
#undef S

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_action *now = record;
	int rc = model_check_child(store, &sen_action_record, record, old, err);
	if (rc < 0 || (rc = model_check_past(store, now->set_on, "--on", err)) < 0 ||
	    (rc = model_check_past(store, now->done_on, "--done-on", err)) < 0 ||
	    (rc = model_check_order(now->set_on, now->due_on, "--due", "it was agreed", err)) < 0 ||
	    (rc = model_check_order(now->set_on, now->done_on, "--done-on", "it was agreed", err)) < 0)
		return rc;
	return old ? 0 : model_check_here(store, now->pupil_id, now->set_on, "an action", err);
}

static const char events[] =
	"SELECT set_on AS on_date, 'action' AS noun, id, 'action agreed: ' || what || coalesce(', ' || who, "
	"'')"
	" || coalesce(', by ' || " DB_DAY(
		"due_on") ", '') AS what, voided_at FROM action WHERE pupil_id = :pupil"
			  " UNION ALL SELECT done_on, 'action', id, 'action closed: ' || what || coalesce(' "
			  "(' || result || "
			  "')', "
			  "''),"
			  " voided_at FROM action WHERE pupil_id = :pupil AND done_on IS NOT NULL";

const struct sen_record sen_action_record = {.noun = "action",
					     .table = "action",
					     .prefix = "A",
					     .title = "Action",
					     .flags = SEN_R_PUPIL | SEN_R_OWED,
					     .size = sizeof(struct sen_action),
					     .fields = fields,
					     .count = SEN_COUNT(fields),
					     .pupil_offset = offsetof(struct sen_action, pupil_id),
					     .check = check,
					     .events = events};
