/* Responsible adults: of a child or of a class, for a time (R70). */
#include "model/model.h"

#define S struct sen_duty
static const struct sen_field fields[] = {
	FIELD_REF(S, "staff_id", staff_id, SEN_F_REQUIRED | SEN_F_FIXED, "staff", "staff", "STAFF",
		  "the member of staff: ST4"),
	FIELD_REF(S, "pupil_id", pupil_id, SEN_F_FIXED, "pupil", "pupil", "PUPIL", "the child"),
	FIELD_TEXT(S, "class", class_name, SEN_K_LINE, SEN_F_FIXED, 50, NULL, NULL, "CLASS", "or the class"),
	FIELD_TEXT(S, "role", role, SEN_K_LINE, 0, 0, NULL, NULL, "ROLE",
		   "in what role: key worker, one-to-one, class teacher"),
	FIELD_DATE(S, "from_on", from_on, 0, "from", "since when; unknown if left out"),
	FIELD_DATE(S, "until_on", until_on, 0, "until", "the first day after"),
};
#undef S

static const char same_sql[] =
	"SELECT id FROM duty WHERE staff_id = :staff AND id <> :id AND voided_at IS NULL"
	" AND (pupil_id = :pupil OR (pupil_id IS NULL AND :pupil IS NULL AND class = :class))"
	" AND coalesce(role, '') = coalesce(:role, '')"
	" AND (until_on IS NULL OR :from IS NULL OR until_on > :from)"
	" AND (from_on IS NULL OR :until IS NULL OR from_on < :until) LIMIT 1";

static int check_overlap(struct sen_store *store, const struct sen_duty *now, struct sen_err *err)
{
	struct db_stmt *stmt;
	int64_t other = 0;
	int rc = db_cached(store->db, same_sql, &stmt, err);
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":staff", now->staff_id);
	db_bind_int(stmt, ":id", now->head.id);
	db_bind_int(stmt, ":pupil", now->pupil_id);
	db_bind_text(stmt, ":class", now->class_name);
	db_bind_text(stmt, ":role", now->role);
	db_bind_date(stmt, ":from", now->from_on);
	db_bind_date(stmt, ":until", now->until_on);
	if ((rc = db_step(stmt, err)) == 1)
		other = db_col_int(stmt, 0);
	db_reset(stmt);
	return rc <= 0 ? rc
		       : sen_fail(err, SEN_CONFLICT,
				  "ST%lld has that responsibility already in that time (DU%lld)",
				  (long long)now->staff_id, (long long)other);
}

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_duty *now = record;
	int rc = 0;
	if ((now->pupil_id == SEN_NO_INT) == !now->class_name) {
		sen_fail(err, SEN_INVALID, "a responsibility is for a child or for a class");
		sen_hint(err, "give one of --pupil and --class");
		return err->code;
	}
	if (now->pupil_id != SEN_NO_INT)
		rc = model_check_child(store, &sen_duty_record, record, old, err);
	if (rc < 0 ||
	    (rc = model_check_order(now->from_on, now->until_on, "--until", "it begins", err)) < 0 ||
	    (rc = check_overlap(store, now, err)) < 0)
		return rc;
	return old || now->pupil_id == SEN_NO_INT || now->from_on == SEN_NO_DATE
		       ? 0
		       : model_check_here(store, now->pupil_id, now->from_on, "a responsible adult", err);
}

static const char events[] =
	"SELECT d.from_on AS on_date, 'duty' AS noun, d.id AS id, s.name || ' responsible'"
	" || coalesce(' (' || d.role || ')', '') AS what, d.voided_at AS voided_at"
	" FROM duty d JOIN staff s ON s.id = d.staff_id WHERE d.pupil_id = :pupil AND d.from_on IS NOT NULL"
	" UNION ALL SELECT d.until_on, 'duty', d.id, s.name || ' no longer responsible'"
	" || coalesce(' (' || d.role || ')', ''), d.voided_at FROM duty d JOIN staff s ON s.id = d.staff_id"
	" WHERE d.pupil_id = :pupil AND d.until_on IS NOT NULL";

const struct sen_record sen_duty_record = {.noun = "duty",
					   .table = "duty",
					   .prefix = "DU",
					   .title = "Responsible adult",
					   .flags = SEN_R_PUPIL,
					   .size = sizeof(struct sen_duty),
					   .fields = fields,
					   .count = SEN_COUNT(fields),
					   .pupil_offset = offsetof(struct sen_duty, pupil_id),
					   .check = check,
					   .events = events};
