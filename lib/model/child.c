/* The child a record is about, and what holds for every record of a child. */
#include "model/model.h"
#include <string.h>

static const char child_sql[] =
	"SELECT school_id, dob, left_on, died_on, voided_at FROM pupil WHERE id = :id";

int model_child(struct sen_store *store, int64_t pupil_id, const struct store_child **out,
		struct sen_err *err)
{
	struct store_child *child = &store->child;
	struct db_stmt *stmt;
	int rc;
	*out = child;
	if (child->id == pupil_id && pupil_id != 0)
		return 0;
	if ((rc = db_cached(store->db, child_sql, &stmt, err)) < 0)
		return rc;
	db_bind_int(stmt, ":id", pupil_id);
	if ((rc = db_step(stmt, err)) == 1) {
		child->id = pupil_id;
		child->school_id = db_col_int(stmt, 0);
		child->dob = db_col_date(stmt, 1);
		child->left_on = db_col_date(stmt, 2);
		child->died_on = db_col_date(stmt, 3);
		child->voided = !db_col_null(stmt, 4);
	}
	db_reset(stmt);
	if (rc == 0)
		return sen_fail(err, SEN_NOTFOUND, "no pupil P%lld", (long long)pupil_id);
	return rc < 0 ? rc : 0;
}

static int check_birth(const struct sen_record *kind, const void *record, const void *old, sen_date dob,
		       struct sen_err *err)
{
	char day[16];
	for (size_t i = 0; i < kind->count; i++) {
		const struct sen_field *field = &kind->fields[i];
		if (field->kind != SEN_K_DATE)
			continue;
		sen_date date = *(const sen_date *)((const char *)record + field->offset);
		if (date == SEN_NO_DATE || date >= dob || (old && sen_field_equal(field, record, old)))
			continue;
		sen_fail(err, SEN_INVALID, "%s%s: %s is before the child was born", field->option ? "--" : "",
			 field->option ? field->option : field->name, sen_date_long(date, day));
		sen_hint(err, "check the date given; the date of birth is mended with 'sendctl pupil edit'");
		return err->code;
	}
	return 0;
}

int model_check_child(struct sen_store *store, const struct sen_record *kind, const void *record,
		      const void *old, struct sen_err *err)
{
	const struct store_child *child;
	int64_t pupil_id = *(const int64_t *)((const char *)record + kind->pupil_offset);
	int rc = model_child(store, pupil_id, &child, err);
	if (rc < 0)
		return rc;
	if (child->voided)
		return sen_fail(err, SEN_INVALID, "pupil P%lld has been removed", (long long)pupil_id);
	/* A record lives in the child's school, whichever school the command meant. */
	if (!old)
		((struct sen_head *)(uintptr_t)record)->school_id = child->school_id;
	if (child->dob == SEN_NO_DATE)
		return 0;
	return check_birth(kind, record, old, child->dob, err);
}

int model_overlap(struct sen_store *store, const char *sql, const struct model_period *period, int64_t *other,
		  struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc;
	*other = 0;
	if (period->from != SEN_NO_DATE && period->until != SEN_NO_DATE && period->until < period->from) {
		char from[16], until[16];
		return sen_fail(err, SEN_INVALID, "a period cannot end (%s) before it begins (%s)",
				sen_date_long(period->until, until), sen_date_long(period->from, from));
	}
	if (period->from != SEN_NO_DATE && period->from == period->until)
		return 0;
	if ((rc = db_cached(store->db, sql, &stmt, err)) < 0)
		return rc;
	db_bind_int(stmt, ":pupil", period->pupil_id);
	db_bind_int(stmt, ":id", period->id);
	db_bind_date(stmt, ":from", period->from);
	db_bind_date(stmt, ":until", period->until);
	if (period->key)
		db_bind_text(stmt, ":key", period->key);
	if (period->rank)
		db_bind_int(stmt, ":rank", period->rank);
	if ((rc = db_step(stmt, err)) == 1)
		*other = db_col_int(stmt, 0);
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

bool model_holds(sen_date from, sen_date until, sen_date day)
{
	return (from == SEN_NO_DATE || from <= day) && (until == SEN_NO_DATE || until > day);
}

bool model_same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}
