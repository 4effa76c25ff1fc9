/* Provision in use: its children, adults and the targets it serves (R36). */
#include "model/model.h"

#include <sen/provision.h>

#define S struct sen_provision
static const struct sen_field provision_fields[] = {
	FIELD_REF(S, "intervention_id", intervention_id, 0, "intervention", "intervention", "NAME",
		  "the intervention, by name or id"),
	FIELD_TEXT(S, "name", name, SEN_K_NAME, SEN_F_REQUIRED, 0, NULL, NULL, "NAME", "what it is called"),
	FIELD_TEXT(S, "wave", wave, SEN_K_LINE, 0, 30, NULL, NULL, "WAVE", "wave or level it belongs to"),
	FIELD_TEXT(S, "area", area, SEN_K_CODE, 0, 30, sen_area_codes, NULL, "AREA", "area of need"),
	FIELD_TEXT(S, "kind", kind, SEN_K_LINE, 0, 30, NULL, NULL, "KIND",
		   "kind of provision, by the policy's list"),
	FIELD_DATE(S, "from_on", from_on, SEN_F_REQUIRED | SEN_F_TODAY, "from", "the first day (today)"),
	FIELD_DATE(S, "until_on", until_on, SEN_F_FUTURE, "until", "the first day after"),
	FIELD_INT(S, "minutes", minutes, SEN_K_MINUTES, 0, NULL, "N", "minutes of a session"),
	FIELD_INT(S, "times", times, SEN_K_INT, 0, NULL, "N", "times a week"),
	FIELD_INT(S, "weeks", weeks, SEN_K_INT, 0, NULL, "N", "weeks"),
	FIELD_TEXT(S, "days", days, SEN_K_LINE, 0, 60, NULL, NULL, "DAYS", "days of the week: mon,wed"),
	FIELD_TEXT(S, "at", at, SEN_K_LINE, 0, 5, NULL, NULL, "HH:MM", "time of day: 09:30"),
	FIELD_TEXT(S, "place", place, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "where"),
	FIELD_TEXT(S, "impact", impact, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "the impact that is expected"),
	FIELD_TEXT(S, "measure", measure, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "how its effect is measured"),
	FIELD_TEXT(S, "funding", funding, SEN_K_LINE, 0, 60, NULL, NULL, "NAME",
		   "where the money comes from"),
	FIELD_INT(S, "session_pence", session_pence, SEN_K_PENCE, 0, "fee", "POUNDS",
		  "a fee for each session"),
	FIELD_INT(S, "resource_pence", resource_pence, SEN_K_PENCE, 0, "resources", "POUNDS",
		  "spent once, on resources"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "note"),
	FIELD_DATE(S, "evaluated_on", evaluated_on, SEN_F_PAST, NULL, "the day it was evaluated"),
	FIELD_TEXT(S, "evaluation", evaluation, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "how well it worked"),
};
#undef S

const struct sen_record sen_provision_record = {
	.noun = "provision",
	.table = "provision",
	.prefix = "G",
	.title = "Provision",
	.flags = 0,
	.size = sizeof(struct sen_provision),
	.fields = provision_fields,
	.count = SEN_COUNT(provision_fields),
};

#define S struct sen_provision_pupil
static const struct sen_field provision_pupil_fields[] = {
	FIELD_REF(S, "pupil_id", pupil_id, SEN_F_REQUIRED | SEN_F_FIXED, "pupil", "pupil", "PUPIL",
		  "the child"),
	FIELD_REF(S, "provision_id", provision_id, SEN_F_REQUIRED | SEN_F_FIXED, "provision", "provision",
		  "PROVISION", "the provision"),
	FIELD_DATE(S, "from_on", from_on, SEN_F_REQUIRED | SEN_F_TODAY, "from", "the first day"),
	FIELD_DATE(S, "until_on", until_on, SEN_F_FUTURE, "until", "the first day after"),
	FIELD_TEXT(S, "end_reason", end_reason, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "why it ended"),
	FIELD_TEXT(S, "entry", entry, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "VALUE",
		   "measured at the start"),
	FIELD_DATE(S, "entry_on", entry_on, SEN_F_PAST, NULL, "the day it was measured"),
	FIELD_TEXT(S, "exit", exit, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "VALUE",
		   "measured at the end"),
	FIELD_DATE(S, "exit_on", exit_on, SEN_F_PAST, NULL, "the day it was measured"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "note"),
};
#undef S

static int provision_pupil_check(struct sen_store *store, const void *record, const void *old,
				 struct sen_err *err)
{
	return model_check_child(store, &sen_provision_pupil_record, record, old, err);
}

static const char events[] =
	"SELECT m.from_on AS on_date, 'provision' AS noun, g.id AS id, g.name || ': started' AS what, "
	"m.voided_at AS voided_at"
	" FROM provision_pupil m JOIN provision g ON g.id = m.provision_id WHERE m.pupil_id = :pupil"
	" UNION ALL SELECT m.until_on, 'provision', g.id, g.name || ': ended'"
	" || CASE WHEN m.end_reason IS NULL THEN '' ELSE ' (' || m.end_reason || ')' END, m.voided_at"
	" FROM provision_pupil m JOIN provision g ON g.id = m.provision_id"
	" WHERE m.pupil_id = :pupil AND m.until_on IS NOT NULL";

const struct sen_record sen_provision_pupil_record = {.noun = "member",
						      .table = "provision_pupil",
						      .prefix = "GP",
						      .title = "In a provision",
						      .flags = SEN_R_PUPIL | SEN_R_OWED,
						      .size = sizeof(struct sen_provision_pupil),
						      .fields = provision_pupil_fields,
						      .count = SEN_COUNT(provision_pupil_fields),
						      .pupil_offset =
							      offsetof(struct sen_provision_pupil, pupil_id),
						      .check = provision_pupil_check,
						      .events = events};

#define S struct sen_provision_target
static const struct sen_field provision_target_fields[] = {
	FIELD_REF(S, "pupil_id", pupil_id, SEN_F_REQUIRED | SEN_F_FIXED, "pupil", NULL, "ID", "the child"),
	FIELD_REF(S, "provision_id", provision_id, SEN_F_REQUIRED | SEN_F_FIXED, "provision", NULL, "ID",
		  "the provision"),
	FIELD_REF(S, "target_id", target_id, SEN_F_REQUIRED | SEN_F_FIXED, "target", NULL, "ID",
		  "the target"),
};
#undef S

static int provision_target_check(struct sen_store *store, const void *record, const void *old,
				  struct sen_err *err)
{
	return model_check_child(store, &sen_provision_target_record, record, old, err);
}

const struct sen_record sen_provision_target_record = {
	.noun = "serves",
	.table = "provision_target",
	.prefix = "GT",
	.title = "Serves a target",
	.flags = SEN_R_PUPIL | SEN_R_OWED,
	.size = sizeof(struct sen_provision_target),
	.fields = provision_target_fields,
	.count = SEN_COUNT(provision_target_fields),
	.pupil_offset = offsetof(struct sen_provision_target, pupil_id),
	.check = provision_target_check};

#define S struct sen_provision_adult
static const struct sen_field provision_adult_fields[] = {
	FIELD_REF(S, "provision_id", provision_id, SEN_F_REQUIRED | SEN_F_FIXED, "provision", "provision",
		  "PROVISION", "the provision"),
	FIELD_REF(S, "staff_id", staff_id, SEN_F_INTERNAL, "staff", NULL, "ID", "the member of staff"),
	FIELD_TEXT(S, "name", name, SEN_K_LINE, SEN_F_REQUIRED | SEN_F_PERSONAL, 0, NULL, NULL, "NAME",
		   "who gives it"),
	FIELD_TEXT(S, "role", role, SEN_K_LINE, 0, 60, NULL, NULL, "ROLE", "the role that says the rate"),
	FIELD_DATE(S, "from_on", from_on, SEN_F_REQUIRED | SEN_F_TODAY, "from", "the first day"),
	FIELD_DATE(S, "until_on", until_on, SEN_F_FUTURE, "until", "the first day after"),
};
#undef S

const struct sen_record sen_provision_adult_record = {
	.noun = "gives",
	.table = "provision_adult",
	.prefix = "GA",
	.title = "Gives a provision",
	.flags = 0,
	.size = sizeof(struct sen_provision_adult),
	.fields = provision_adult_fields,
	.count = SEN_COUNT(provision_adult_fields),
};
