/* A kind's SQL, joined once from its field table, and rows into structs. */
#include "store/private.h"

#include <string.h>

/* ---- Statements ---- */

/* Room for the fragments of one statement: at most three a field and a dozen around. */
struct parts {
	const char **list;
	size_t count;
};

static void part(struct parts *parts, const char *text)
{
	parts->list[parts->count++] = text;
}

static struct parts parts_for(struct sen_store *store, const struct sen_record *kind)
{
	return (struct parts){SEN_NEW(store->keep, const char *, kind->count * 4 + 16), 0};
}

struct rec_plan *record_plan(struct sen_store *store, const struct sen_record *kind)
{
	struct rec_plan *plan;
	struct parts parts;
	size_t i;

	for (plan = store->rec_plans; plan; plan = plan->next)
		if (plan->kind == kind)
			return plan;
	plan = SEN_NEW(store->keep, struct rec_plan, 1);
	plan->kind = kind;
	plan->next = store->rec_plans;
	store->rec_plans = plan;
	parts = parts_for(store, kind);
	part(&parts, "SELECT id, uid, school_id, rev, voided_at");
	for (i = 0; i < kind->count; i++) {
		part(&parts, ", ");
		part(&parts, kind->fields[i].name);
	}
	part(&parts, " FROM ");
	part(&parts, kind->table);
	part(&parts, " ");
	plan->columns = db_join(store->keep, parts.list);
	return plan;
}

int record_insert_stmt(struct sen_store *store, struct rec_plan *plan, struct db_stmt **out,
		       struct sen_err *err)
{
	const struct sen_record *kind = plan->kind;
	struct parts parts;
	size_t i;
	int rc;

	*out = plan->insert;
	if (plan->insert)
		return 0;
	parts = parts_for(store, kind);
	part(&parts, "INSERT INTO ");
	part(&parts, kind->table);
	part(&parts, " (id, uid, school_id, rev");
	for (i = 0; i < kind->count; i++) {
		part(&parts, ", ");
		part(&parts, kind->fields[i].name);
	}
	part(&parts, ") VALUES (:id, :uid, :school_id, :rev");
	for (i = 0; i < kind->count; i++) {
		part(&parts, ", :");
		part(&parts, kind->fields[i].name);
	}
	part(&parts, ")");
	rc = db_cached(store->db, db_join(store->keep, parts.list), &plan->insert, err);
	*out = plan->insert;
	return rc;
}

/* Only the columns that change: their indexes alone are touched. */
static int prepare_update(struct sen_store *store, const struct sen_record *kind, uint64_t mask,
			  struct db_stmt **out, struct sen_err *err)
{
	struct sen_mark mark = sen_arena_mark(store->keep);
	struct parts parts = parts_for(store, kind);
	size_t i;
	int rc;

	part(&parts, "UPDATE ");
	part(&parts, kind->table);
	part(&parts, " SET rev = :rev");
	for (i = 0; i < kind->count; i++) {
		if (!(mask & (1ULL << i)))
			continue;
		part(&parts, ", ");
		part(&parts, kind->fields[i].name);
		part(&parts, " = :");
		part(&parts, kind->fields[i].name);
	}
	part(&parts, " WHERE id = :id");
	rc = db_prepare(store->db, db_join(store->keep, parts.list), out, err);
	sen_arena_release(store->keep, mark);
	return rc;
}

int record_update_stmt(struct sen_store *store, struct rec_plan *plan, uint64_t mask, struct db_stmt **out,
		       struct sen_err *err)
{
	struct rec_update *slot;
	size_t i;

	for (i = 0; i < SEN_COUNT(plan->updates); i++) {
		if (plan->updates[i].mask == mask) {
			*out = plan->updates[i].stmt;
			return 0;
		}
	}
	slot = &plan->updates[plan->update_next++ % SEN_COUNT(plan->updates)];
	db_finalize(slot->stmt);
	slot->stmt = NULL;
	slot->mask = 0;
	if (prepare_update(store, plan->kind, mask, &slot->stmt, err) < 0)
		return err->code;
	slot->mask = mask;
	*out = slot->stmt;
	return 0;
}

int record_void_stmt(struct sen_store *store, struct rec_plan *plan, struct db_stmt **out,
		     struct sen_err *err)
{
	const char *const parts[] = {"UPDATE ", plan->kind->table,
				     " SET rev = :rev, voided_at = :voided_at WHERE id = :id", NULL};
	int rc = 0;

	if (!plan->set_void)
		rc = db_cached(store->db, db_join(store->keep, parts), &plan->set_void, err);
	*out = plan->set_void;
	return rc;
}

/* An inner loop over the same select gets a statement of its own. */
int record_select(struct sen_store *store, const struct sen_record *kind, const char *tail,
		  struct db_stmt **out, struct sen_err *err)
{
	struct rec_plan *plan = record_plan(store, kind);
	struct rec_select *kept;
	const char *parts[] = {plan->columns, tail, NULL};
	int rc;

	for (kept = plan->selects; kept; kept = kept->next) {
		if (kept->tail == tail && !db_active(kept->stmt)) {
			db_reset(kept->stmt);
			*out = kept->stmt;
			return 0;
		}
	}
	if ((rc = db_prepare(store->db, db_join(store->keep, parts), out, err)) < 0)
		return rc;
	db_keep(*out);
	db_set_tag(*out, kind);
	kept = SEN_NEW(store->keep, struct rec_select, 1);
	kept->tail = tail;
	kept->stmt = *out;
	kept->next = plan->selects;
	plan->selects = kept;
	return 0;
}

/* ---- Rows ---- */

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
