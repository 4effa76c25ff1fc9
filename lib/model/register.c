/* A child's standing on the school's ladder: none, monitored, on the register,
 * with a plan.  One entry at a time; every move is kept (R4). */
#include "model/model.h"

static const struct sen_code_row kind_codes[] = {{"none", "Not on a list"},
						 {"monitored", "Monitored"},
						 {"register", "On the SEND register"},
						 {"plan", "On the SEND register with an EHC plan"},
						 {NULL, NULL}};

#define S struct sen_register_entry
#define I SEN_F_INTERNAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_REF(S, "policy_id", policy_id, I, "policy-version", NULL, "ID", "the policy it was made under"),
	FIELD_TEXT(S, "level", level, SEN_K_LINE, SEN_F_REQUIRED | SEN_F_FIXED, 0, NULL, NULL, "LEVEL",
		   "level of the school's policy"),
	FIELD_TEXT(S, "level_name", level_name, SEN_K_LINE, I, 0, NULL, NULL, "NAME", "its name"),
	FIELD_TEXT(S, "census", census, SEN_K_CODE, I, 0, sen_census_codes, NULL, "N|K|E", "census code"),
	FIELD_TEXT(S, "kind", kind, SEN_K_CODE, I, 0, kind_codes, NULL, "KIND", "on which list"),
	FIELD_DATE(S, "from_on", from_on, 0, "on", "since when; unknown if left out"),
	FIELD_DATE(S, "until_on", until_on, 0, "until", "the first day after"),
	FIELD_TEXT(S, "known_by", known_by, SEN_K_LINE, 0, 0, NULL, NULL, "TEXT", "how the date is known"),
	FIELD_TEXT(S, "reason", reason, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "why"),
	FIELD_TEXT(S, "decided_by", decided_by, SEN_K_LINE, 0, 0, NULL, "by", "NAME", "who decided"),
	FIELD_DATE(S, "told_on", told_on, 0, "told", "the day the parents were told"),
	FIELD_TEXT(S, "told_by", told_by, SEN_K_LINE, 0, 0, NULL, NULL, "NAME", "who told them"),
	FIELD_TEXT(S, "end_reason", end_reason, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "why it ended"),
	FIELD_INT(S, "corrects", corrects, SEN_K_INT, I, NULL, "ID", "the mistaken entry this one replaces"),
};
#undef I
#undef S

static const char overlap_sql[] = MODEL_OVERLAP("register_entry", "");

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_register_entry *now = record;
	struct model_period period = {now->head.id, now->pupil_id, now->from_on, now->until_on, NULL, 0};
	int64_t other;
	int rc = model_check_child(store, &sen_register_record, record, old, err);
	if (rc < 0 || store->importing)
		return rc;
	if ((rc = model_overlap(store, overlap_sql, &period, &other, err)) < 0)
		return rc;
	if (other) {
		sen_fail(err, SEN_INVALID, "the child has another level in that time (RG%lld)",
			 (long long)other);
		sen_hint(err, "see the history with 'sendctl pupil show P%lld'", (long long)now->pupil_id);
		return err->code;
	}
	return 0;
}

static const char events[] =
	"SELECT from_on AS on_date, 'register' AS noun, id,"
	" CASE WHEN level = 'off' THEN lower(level_name) WHEN kind = 'none' THEN level_name ||"
	" ', not on the SEND register' WHEN kind = 'monitored' THEN 'monitored: ' || level_name"
	" ELSE 'on the SEND register: ' || level_name END"
	" || CASE WHEN reason IS NULL THEN '' ELSE ' (' || reason || ')' END AS what, voided_at"
	" FROM register_entry WHERE pupil_id = :pupil AND from_on IS NOT NULL"
	" UNION ALL SELECT until_on, 'register', id, 'ended: ' || level_name"
	" || CASE WHEN end_reason IS NULL THEN '' ELSE ' (' || end_reason || ')' END, voided_at"
	" FROM register_entry WHERE pupil_id = :pupil AND until_on IS NOT NULL AND end_reason IS NOT NULL"
	" UNION ALL SELECT told_on, 'register', id, 'parents told: ' || level_name, voided_at"
	" FROM register_entry WHERE pupil_id = :pupil AND told_on IS NOT NULL";

const struct sen_record sen_register_record = {
	.noun = "register",
	.table = "register_entry",
	.prefix = "RG",
	.title = "Register entry",
	.flags = SEN_R_PUPIL | SEN_R_OWED | SEN_R_FACT,
	.size = sizeof(struct sen_register_entry),
	.fields = fields,
	.count = SEN_COUNT(fields),
	.pupil_offset = offsetof(struct sen_register_entry, pupil_id),
	.check = check,
	.events = events,
	.correct_with = "put it right with 'sendctl pupil level PUPIL LEVEL --corrects RG12 --reason TEXT'"};

static int entries(struct sen_store *store, int64_t pupil_id, struct sen_register_entry **all, size_t *count,
		   struct sen_err *err)
{
	return sen_record_of_pupil(store, &sen_register_record, pupil_id, (void **)all, count, err);
}

static int refuse_before(const struct sen_register_entry *open, struct sen_err *err)
{
	char day[16];
	sen_fail(err, SEN_INVALID, "the child is at '%s' since %s; a move before that day is not possible",
		 open->level_name, sen_date_long(open->from_on, day));
	sen_hint(err,
		 "if that entry is wrong, replace it: 'sendctl pupil level P%lld LEVEL --corrects RG%lld "
		 "--reason TEXT'",
		 (long long)open->pupil_id, (long long)open->head.id);
	return err->code;
}

static int close_entry(struct sen_store *store, struct sen_register_entry *open, sen_date until,
		       const char *reason, struct sen_err *err)
{
	if (open->from_on != SEN_NO_DATE && until < open->from_on)
		return refuse_before(open, err);
	open->until_on = until;
	if (reason)
		open->end_reason = reason;
	return sen_record_update(store, &sen_register_record, open, err);
}

int sen_register_set(struct sen_store *store, struct sen_register_entry *record, struct sen_err *err)
{
	struct sen_register_entry *all;
	size_t count;
	int rc = entries(store, record->pupil_id, &all, &count, err);
	for (size_t i = 0; i < count && rc == 0; i++) {
		if (all[i].until_on != SEN_NO_DATE)
			continue;
		/* An unknown beginning cannot follow another level: the day it was
		 * learned stands for it. */
		if (record->from_on == SEN_NO_DATE)
			record->from_on = store->context.today;
		rc = close_entry(store, &all[i], record->from_on, NULL, err);
	}
	return rc < 0 ? rc : sen_record_insert(store, &sen_register_record, record, err);
}

int sen_register_close(struct sen_store *store, int64_t pupil_id, sen_date until, const char *reason,
		       struct sen_err *err)
{
	struct sen_register_entry *all;
	size_t count;
	int rc = entries(store, pupil_id, &all, &count, err);
	for (size_t i = 0; i < count && rc == 0; i++) {
		if (all[i].until_on == SEN_NO_DATE)
			rc = close_entry(store, &all[i], until, reason, err);
	}
	return rc;
}

int sen_register_on(struct sen_store *store, int64_t pupil_id, sen_date day, struct sen_register_entry *out,
		    struct sen_err *err)
{
	struct sen_register_entry *all;
	size_t count;
	int rc = entries(store, pupil_id, &all, &count, err);
	sen_record_blank(&sen_register_record, out);
	out->head.id = 0;
	for (size_t i = 0; i < count && rc == 0; i++) {
		if (model_holds(all[i].from_on, all[i].until_on, day)) {
			*out = all[i];
			break;
		}
	}
	return rc;
}
