/* The school's catalogue of interventions and other provision (R36). */
#include "model/model.h"

#include <sen/provision.h>

#define S struct sen_intervention
static const struct sen_field intervention_fields[] = {
	FIELD_TEXT(S, "name", name, SEN_K_NAME, SEN_F_REQUIRED | SEN_F_POSITIONAL, 0, NULL, NULL, "NAME",
		   "what it is called"),
	FIELD_TEXT(S, "wave", wave, SEN_K_LINE, 0, 30, NULL, NULL, "WAVE", "wave or level it belongs to"),
	FIELD_TEXT(S, "area", area, SEN_K_CODE, 0, 30, sen_area_codes, NULL, "AREA", "area of need"),
	FIELD_TEXT(S, "kind", kind, SEN_K_LINE, 0, 30, NULL, NULL, "KIND",
		   "kind of provision, by the policy's list"),
	FIELD_TEXT(S, "evidence", evidence, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "what is known of how well it works"),
	FIELD_TEXT(S, "measure", measure, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "how its effect is measured"),
	FIELD_INT(S, "minutes", minutes, SEN_K_MINUTES, 0, NULL, "N", "minutes of a session"),
	FIELD_INT(S, "times", times, SEN_K_INT, 0, NULL, "N", "times a week"),
	FIELD_INT(S, "weeks", weeks, SEN_K_INT, 0, NULL, "N", "weeks"),
	FIELD_INT(S, "group_size", group_size, SEN_K_INT, 0, NULL, "N", "children in a group at most"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "note"),
	FIELD_DATE(S, "ended_on", ended_on, 0, NULL, "the day it is offered no more"),
};
#undef S

const struct sen_record sen_intervention_record = {
	.noun = "intervention",
	.table = "intervention",
	.prefix = "I",
	.title = "Intervention",
	.flags = 0,
	.size = sizeof(struct sen_intervention),
	.fields = intervention_fields,
	.count = SEN_COUNT(intervention_fields),
};
