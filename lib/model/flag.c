/* Context that is not SEN in itself but must be weighed (R2): periods. */
#include "model/model.h"
#include <string.h>

#define S struct sen_flag
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "flag", flag, SEN_K_CODE, SEN_F_REQUIRED | SEN_F_FIXED, 0, sen_flag_codes, NULL, "FLAG",
		   "eal, pupil_premium, looked_after, medical ..."),
	FIELD_TEXT(S, "value", value, SEN_K_LINE, 0, 0, NULL, NULL, "CODE",
		   "the census code, where it has one"),
	FIELD_DATE(S, "from_on", from_on, 0, "from", "since when; unknown if left out"),
	FIELD_DATE(S, "until_on", until_on, 0, "until", "the first day after"),
	FIELD_TEXT(S, "known_by", known_by, SEN_K_LINE, 0, 0, NULL, NULL, "TEXT", "how it is known"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "what to know about it"),
};
#undef S

static const char overlap_sql[] = MODEL_OVERLAP("flag", " AND flag = :key");

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_flag *now = record;
	struct model_period period = {now->head.id, now->pupil_id, now->from_on, now->until_on, now->flag, 0};
	int64_t other;
	int rc = model_check_child(store, &sen_flag_record, record, old, err);
	if (rc < 0 || store->importing)
		return rc;
	if ((rc = model_overlap(store, overlap_sql, &period, &other, err)) < 0)
		return rc;
	if (other)
		return sen_fail(err, SEN_INVALID, "the flag '%s' is set already in that time (FL%lld)",
				now->flag, (long long)other);
	return 0;
}

static const char events[] =
	"SELECT from_on AS on_date, 'flag' AS noun, id, 'to be weighed: ' || replace(flag, '_', ' ') AS what,"
	" voided_at FROM flag WHERE pupil_id = :pupil AND from_on IS NOT NULL"
	" UNION ALL SELECT until_on, 'flag', id, 'no longer: ' || replace(flag, '_', ' '), voided_at"
	" FROM flag WHERE pupil_id = :pupil AND until_on IS NOT NULL";

const struct sen_record sen_flag_record = {.noun = "flag",
					   .table = "flag",
					   .prefix = "FL",
					   .title = "Context",
					   .flags = SEN_R_PUPIL,
					   .size = sizeof(struct sen_flag),
					   .fields = fields,
					   .count = SEN_COUNT(fields),
					   .pupil_offset = offsetof(struct sen_flag, pupil_id),
					   .check = check,
					   .events = events};

static int turn_off(struct sen_store *store, struct sen_flag *open, sen_date on, struct sen_err *err)
{
	if (on == SEN_NO_DATE)
		on = store->context.today;
	open->until_on = open->from_on != SEN_NO_DATE && on < open->from_on ? open->from_on : on;
	return sen_record_update(store, &sen_flag_record, open, err);
}

int sen_flag_set(struct sen_store *store, struct sen_flag *record, bool on, struct sen_err *err)
{
	struct sen_flag *all;
	size_t count;
	int rc = sen_record_of_pupil(store, &sen_flag_record, record->pupil_id, (void **)&all, &count, err);
	for (size_t i = 0; i < count && rc == 0; i++) {
		if (all[i].until_on != SEN_NO_DATE || strcmp(all[i].flag, record->flag) != 0)
			continue;
		if (on && model_same(all[i].value, record->value)) {
			*record = all[i];
			return 0;
		}
		rc = turn_off(store, &all[i], record->from_on, err);
		if (on && record->from_on == SEN_NO_DATE)
			record->from_on = all[i].until_on;
	}
	return rc < 0 || !on ? rc : sen_record_insert(store, &sen_flag_record, record, err);
}
