/* What the checks of many kinds of record share: dates that have come, dates
 * in their order, and a child who is still here. */
#include "model/model.h"

int model_check_past(const struct sen_store *store, sen_date day, const char *name, struct sen_err *err)
{
	char text[16];
	if (day == SEN_NO_DATE || day <= store->context.today)
		return 0;
	return sen_fail(err, SEN_INVALID, "%s: %s has not come yet", name, sen_date_long(day, text));
}

int model_check_order(sen_date first, sen_date then, const char *name, const char *what, struct sen_err *err)
{
	char day[16], other[16];
	if (first == SEN_NO_DATE || then == SEN_NO_DATE || then >= first)
		return 0;
	return sen_fail(err, SEN_INVALID, "%s: %s is before %s (%s)", name, sen_date_long(then, day), what,
			sen_date_long(first, other));
}

bool model_moves(const struct sen_record *kind, const void *record, const void *old)
{
	return old && *(const int64_t *)((const char *)record + kind->pupil_offset) !=
			      *(const int64_t *)((const char *)old + kind->pupil_offset);
}

int model_check_here(struct sen_store *store, int64_t pupil_id, sen_date day, const char *what,
		     struct sen_err *err)
{
	const struct store_child *child;
	char text[16], hint[160];
	int rc = model_child(store, pupil_id, &child, err);
	if (rc < 0 || day == SEN_NO_DATE || store->importing)
		return rc;
	if (child->died_on != SEN_NO_DATE && child->died_on <= day)
		return sen_fail(err, SEN_INVALID, "P%lld died on %s", (long long)pupil_id,
				sen_date_long(child->died_on, text));
	if (child->left_on == SEN_NO_DATE || child->left_on >= day)
		return 0;
	snprintf(hint, sizeof(hint),
		 "if the child is back on roll, first take the leaving date off: 'sendctl pupil edit P%lld "
		 "--left-on \"\"'.",
		 (long long)pupil_id);
	return sen_rule(store, err, hint, "P%lld left on %s; %s is for a child on roll", (long long)pupil_id,
			sen_date_long(child->left_on, text), what);
}

int model_find(struct sen_store *store, const char *sql, const char *text, int64_t *id, struct sen_err *err)
{
	struct db_stmt *stmt;
	int64_t found = 0;
	size_t count = 0;
	int rc = db_cached(store->db, sql, &stmt, err);
	if (rc < 0)
		return rc;
	db_bind_text(stmt, ":text", text);
	db_bind_int(stmt, ":school", store->school_id ? store->school_id : SEN_NO_INT);
	while ((rc = db_step(stmt, err)) == 1) {
		found = db_col_int(stmt, 0);
		count++;
	}
	db_reset(stmt);
	if (rc < 0 || count != 1)
		return rc;
	*id = found;
	return 1;
}

int model_check_count(int64_t n, const char *name, int64_t most, struct sen_err *err)
{
	if (n == SEN_NO_INT || (n >= 1 && n <= most))
		return 0;
	return sen_fail(err, SEN_INVALID, "%s: it is a number from 1 to %lld", name, (long long)most);
}

int model_row(struct sen_store *store, const char *sql, const struct model_value *values, int64_t *out,
	      struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(store->db, sql, &stmt, err);
	*out = 0;
	if (rc < 0)
		return rc;
	for (; values->name; values++) {
		if (values->text)
			db_bind_text(stmt, values->name, values->text);
		else
			db_bind_int(stmt, values->name, values->number);
	}
	/* MIN() of no row is a row with null. */
	if ((rc = db_step(stmt, err)) == 1 && !db_col_null(stmt, 0))
		*out = db_col_int(stmt, 0);
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

int model_clean(struct sen_store *store, const struct sen_record *kind, const void *record,
		struct sen_err *err)
{
	void *now = (void *)(uintptr_t)record;
	int rc = 0;

	for (size_t i = 0; i < kind->count && rc == 0; i++) {
		const struct sen_field *field = &kind->fields[i];
		const char *text;

		if (field->kind != SEN_K_NAME && field->kind != SEN_K_LINE && field->kind != SEN_K_NOTE)
			continue;
		text = *(const char *const *)(const void *)((const char *)record + field->offset);
		if (text)
			rc = sen_field_set(store, field, now, text, err);
	}
	return rc;
}
