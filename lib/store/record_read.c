/* Rows into structs. */
#include "store/private.h"

#include <string.h>

static void read_field(struct db_stmt *stmt, int col, const struct sen_field *field, void *record,
		       struct sen_arena *arena)
{
	const char *text;
	size_t len;

	switch (field_c(field)) {
	case FIELD_C_TEXT:
		text = db_col_text(stmt, col, &len);
		field_put(field, record, text ? sen_strndup(arena, text, len) : NULL, 0, 0);
		break;
	case FIELD_C_DATE:
		field_put(field, record, NULL, 0, db_col_date(stmt, col));
		break;
	case FIELD_C_INT:
		field_put(field, record, NULL, db_col_int(stmt, col), 0);
	}
}

static void read_head(struct db_stmt *stmt, const int col[HEAD_COLUMNS], struct sen_head *head,
		      struct sen_arena *arena)
{
	head->id = db_col_int(stmt, col[0]);
	head->uid = sen_strdup(arena, db_col_text(stmt, col[1], NULL));
	head->school_id = db_col_int(stmt, col[2]);
	head->rev = db_col_int(stmt, col[3]);
	head->voided_at = sen_strdup(arena, db_col_text(stmt, col[4], NULL));
}

/* A select of another's making: by column name. */
static int read_by_name(struct db_stmt *stmt, const struct sen_record *kind, void *record,
			struct sen_arena *arena, struct sen_err *err)
{
	static const char *const names[HEAD_COLUMNS] = {"id", "uid", "school_id", "rev", "voided_at"};
	int head[HEAD_COLUMNS], i, col, count = db_col_count(stmt);
	const struct sen_field *field;

	for (i = 0; i < HEAD_COLUMNS; i++) {
		head[i] = db_col_find(stmt, names[i]);
		if (head[i] < 0)
			return sen_fail(err, SEN_FAIL, "a select of %s lacks the column %s", kind->table,
					names[i]);
	}
	read_head(stmt, head, record, arena);
	for (col = 0; col < count; col++) {
		for (i = 0; i < HEAD_COLUMNS && head[i] != col; i++)
			;
		if (i < HEAD_COLUMNS)
			continue;
		field = sen_field_named(kind, db_col_name(stmt, col));
		if (!field)
			return sen_fail(err, SEN_FAIL, "%s has no field %s", kind->table,
					db_col_name(stmt, col));
		read_field(stmt, col, field, record, arena);
	}
	return 0;
}

int record_read(struct db_stmt *stmt, const struct sen_record *kind, void *record, struct sen_arena *arena,
		struct sen_err *err)
{
	static const int head[HEAD_COLUMNS] = {0, 1, 2, 3, 4};
	size_t i;

	if (db_tag(stmt) != kind) {
		sen_record_blank(kind, record);
		return read_by_name(stmt, kind, record, arena, err);
	}
	read_head(stmt, head, record, arena);
	for (i = 0; i < kind->count; i++)
		read_field(stmt, HEAD_COLUMNS + (int)i, &kind->fields[i], record, arena);
	return 0;
}

int record_all(struct sen_store *store, const struct sen_record *kind, struct db_stmt *stmt, void **records,
	       size_t *count, struct sen_err *err)
{
	char *items = NULL;
	size_t n = 0, cap = 0;
	int rc;

	while ((rc = db_step(stmt, err)) > 0) {
		items = sen_grow(store->arena, items, n, &cap, kind->size);
		rc = record_read(stmt, kind, items + n * kind->size, store->arena, err);
		if (rc < 0)
			break;
		n++;
	}
	db_reset(stmt);
	*records = items;
	*count = n;
	return rc;
}

int record_row(struct sen_store *store, const struct sen_record *kind, int64_t id, struct db_stmt **out,
	       struct sen_err *err)
{
	static const char tail[] = "WHERE id = :id";
	int rc = record_select(store, kind, tail, out, err);

	if (rc < 0)
		return rc;
	db_bind_int_at(*out, 1, id);
	rc = db_step(*out, err);
	if (rc <= 0)
		db_reset(*out);
	return rc;
}

int record_get(struct sen_store *store, const struct sen_record *kind, int64_t id, void *record,
	       struct sen_arena *arena, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = record_row(store, kind, id, &stmt, err);

	if (rc == 0)
		return sen_fail(err, SEN_NOTFOUND, "no %s %s%lld", kind->noun, kind->prefix, (long long)id);
	if (rc < 0)
		return rc;
	rc = record_read(stmt, kind, record, arena, err);
	db_reset(stmt);
	return rc;
}

int sen_record_get(struct sen_store *store, const struct sen_record *kind, int64_t id, void *record,
		   struct sen_err *err)
{
	return record_get(store, kind, id, record, store->arena, err);
}

int record_exists(struct sen_store *store, const struct sen_record *kind, int64_t id, bool *there,
		  struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = record_row(store, kind, id, &stmt, err);

	*there = rc > 0;
	if (rc > 0)
		db_reset(stmt);
	return rc < 0 ? rc : 0;
}

int sen_record_of_pupil(struct sen_store *store, const struct sen_record *kind, int64_t pupil_id,
			void **records, size_t *count, struct sen_err *err)
{
	static const char tail[] = "WHERE pupil_id = :pupil AND voided_at IS NULL ORDER BY id";
	struct db_stmt *stmt;
	int rc = record_select(store, kind, tail, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":pupil", pupil_id);
	return record_all(store, kind, stmt, records, count, err);
}
