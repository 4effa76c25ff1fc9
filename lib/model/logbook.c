/* What the school itself does and owes, dated (R54, R77). */
#include "model/model.h"

#include <sen/meeting.h>

#define S struct sen_logbook
static const struct sen_field logbook_fields[] = {
	FIELD_TEXT(S, "kind", kind, SEN_K_LINE, SEN_F_REQUIRED | SEN_F_POSITIONAL, 60, NULL, NULL, "KIND",
		   "what: a code of the policy's cadences (register, governor, practice), or a word"),
	FIELD_DATE(S, "planned_on", planned_on, SEN_F_FUTURE, NULL, "the day it is planned for"),
	FIELD_DATE(S, "held_on", held_on, SEN_F_PAST, "on", "the day it was done"),
	FIELD_TEXT(S, "who", who, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "NAME", "who took part"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "what was found"),
	FIELD_DATE(S, "closed_on", closed_on, SEN_F_FIXED | SEN_F_PAST, NULL, "the day it was closed"),
	FIELD_TEXT(S, "result", result, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "what came of it"),
};
#undef S

static int logbook_check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_logbook *now = record;
	int rc = model_check_past(store, now->held_on, "--on", err);

	(void)old;
	if (rc < 0)
		return rc;
	if (now->planned_on == SEN_NO_DATE && now->held_on == SEN_NO_DATE) {
		sen_fail(err, SEN_INVALID, "an entry has the day it was done, or is planned for");
		sen_hint(err, "Give --on DATE or --planned-on DATE.");
		return err->code;
	}
	if (now->closed_on == SEN_NO_DATE)
		return 0;
	if (now->held_on == SEN_NO_DATE)
		return sen_fail(err, SEN_INVALID, "what is closed was done on a day: give --on DATE");
	return model_check_order(now->held_on, now->closed_on, "--on", "it was done", err);
}

const struct sen_record sen_logbook_record = {
	.noun = "logbook",
	.table = "logbook",
	.prefix = "LB",
	.title = "Logbook",
	.flags = SEN_R_HOUSE,
	.size = sizeof(struct sen_logbook),
	.fields = logbook_fields,
	.count = SEN_COUNT(logbook_fields),
	.check = logbook_check,
};
