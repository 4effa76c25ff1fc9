/* What the school itself does and owes, dated (R54, R77). */
#include "model/model.h"

#include <sen/meeting.h>

#define S struct sen_logbook
static const struct sen_field logbook_fields[] = {
	FIELD_TEXT(S, "kind", kind, SEN_K_LINE, SEN_F_REQUIRED | SEN_F_POSITIONAL, 60, NULL, NULL, "KIND",
		   "what: register-review, governor, practice ..."),
	FIELD_DATE(S, "planned_on", planned_on, SEN_F_FUTURE, NULL, "the day it is planned for"),
	FIELD_DATE(S, "held_on", held_on, SEN_F_PAST, "on", "the day it was done"),
	FIELD_TEXT(S, "who", who, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "NAME", "who took part"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "what was found"),
	FIELD_DATE(S, "closed_on", closed_on, SEN_F_INTERNAL | SEN_F_PAST, NULL, "the day it was closed"),
	FIELD_TEXT(S, "result", result, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "what came of it"),
};
#undef S

const struct sen_record sen_logbook_record = {
	.noun = "logbook",
	.table = "logbook",
	.prefix = "LB",
	.title = "Logbook",
	.flags = SEN_R_SCHOOL,
	.size = sizeof(struct sen_logbook),
	.fields = logbook_fields,
	.count = SEN_COUNT(logbook_fields),
};
