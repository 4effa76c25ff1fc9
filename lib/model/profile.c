/* One-page profiles: a new row is a new version, the old ones stay (R13). */
#include "model/model.h"

#define S struct sen_profile
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "strengths", strengths, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT",
		   "what the child is good at and enjoys"),
	FIELD_TEXT(S, "matters", matters, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT",
		   "what matters to the child, in the child's words"),
	FIELD_TEXT(S, "help_best", help_best, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT",
		   "how adults help best, and what does not help"),
	FIELD_TEXT(S, "areas", areas, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "areas of need, in plain words"),
	FIELD_DATE(S, "made_on", made_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
		   "the day it was made (today)"),
	FIELD_TEXT(S, "made_with", made_with, SEN_K_LINE, P, 0, NULL, NULL, "NAME",
		   "who made it with the child"),
};
#undef P
#undef S

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_profile *now = record;
	int rc = model_check_child(store, &sen_profile_record, record, old, err);
	if (rc < 0 || (rc = model_check_past(store, now->made_on, "--on", err)) < 0)
		return rc;
	if (!now->strengths && !now->matters && !now->help_best && !now->areas) {
		sen_fail(err, SEN_INVALID, "a profile with nothing in it");
		sen_hint(err, "give one or more of --strengths, --matters, --help-best and --areas");
		return err->code;
	}
	return old ? 0 : model_check_here(store, now->pupil_id, now->made_on, "a profile", err);
}

static const char events[] = "SELECT made_on AS on_date, 'profile' AS noun, id, 'one-page profile'"
			     " || coalesce(', made with ' || made_with, '') AS what, voided_at FROM profile "
			     "WHERE pupil_id = :pupil";

const struct sen_record sen_profile_record = {
	.noun = "profile",
	.table = "profile",
	.prefix = "PR",
	.title = "One-page profile",
	.flags = SEN_R_PUPIL | SEN_R_FACT | SEN_R_OWED,
	.size = sizeof(struct sen_profile),
	.fields = fields,
	.count = SEN_COUNT(fields),
	.pupil_offset = offsetof(struct sen_profile, pupil_id),
	.check = check,
	.events = events,
	.correct_with = "give what is new with 'sendctl pupil profile PUPIL --matters TEXT ...'"};

static const char on_tail[] = "WHERE pupil_id = :pupil AND made_on <= :day AND voided_at IS NULL"
			      " ORDER BY made_on DESC, id DESC LIMIT 1";

int sen_profile_on(struct sen_store *store, int64_t pupil_id, sen_date day, struct sen_profile *out,
		   struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = record_select(store, &sen_profile_record, on_tail, &stmt, err);
	sen_record_blank(&sen_profile_record, out);
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":pupil", pupil_id);
	db_bind_date(stmt, ":day", day);
	if ((rc = db_step(stmt, err)) == 1)
		rc = record_read(stmt, &sen_profile_record, out, store->arena, err);
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}
