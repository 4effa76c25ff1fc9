/* Ids that are never used again, 16-byte uids, and the list of children whose
 * deadlines are to be recomputed before the commit. */
#include "store/private.h"

#include <assert.h>
#include <sen/text.h>
#include <string.h>

#define KINDS 64

struct counter {
	const char *kind;
	int64_t next;
	bool dirty;
};

struct counters {
	struct counter list[KINDS];
	size_t count;
};

static int counter_load(struct sen_store *store, struct counter *counter, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(store->db, "SELECT next FROM counter WHERE kind = :kind", &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_text(stmt, ":kind", counter->kind);
	rc = db_step(stmt, err);
	counter->next = rc > 0 ? db_col_int(stmt, 0) : 1;
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

int store_next_id(struct sen_store *store, const char *kind, int64_t *out, struct sen_err *err)
{
	struct counters *counters = store->counters;
	struct counter *counter;
	size_t i;
	int rc;

	for (i = 0; i < counters->count; i++) {
		counter = &counters->list[i];
		if (counter->kind == kind || !strcmp(counter->kind, kind)) {
			counter->dirty = true;
			*out = counter->next++;
			return 0;
		}
	}
	assert(counters->count < KINDS);
	counter = &counters->list[counters->count];
	counter->kind = kind;
	if ((rc = counter_load(store, counter, err)) < 0)
		return rc;
	counters->count++;
	counter->dirty = true;
	*out = counter->next++;
	return 0;
}

int store_ids_flush(struct sen_store *store, struct sen_err *err)
{
	struct db_stmt *stmt;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < store->counters->count; i++) {
		struct counter *counter = &store->counters->list[i];

		if (!counter->dirty)
			continue;
		rc = db_cached(store->db,
			       "INSERT INTO counter (kind, next) VALUES (:kind, :next)"
			       " ON CONFLICT (kind) DO UPDATE SET next = excluded.next",
			       &stmt, err);
		if (rc < 0)
			return rc;
		db_bind_text(stmt, ":kind", counter->kind);
		db_bind_int(stmt, ":next", counter->next);
		rc = db_run(stmt, err);
		counter->dirty = rc < 0;
	}
	return rc;
}

void ids_forget(struct sen_store *store)
{
	if (!store->counters)
		store->counters = SEN_NEW(store->keep, struct counters, 1);
	store->counters->count = 0;
}

void store_uid(char out[33])
{
	unsigned char bytes[16];

	sen_random(bytes, sizeof(bytes));
	sen_hex(bytes, sizeof(bytes), out);
}

/* ---- Whose deadlines to recompute ---- */

static int touched_table(struct sen_store *store, struct sen_err *err)
{
	return db_exec(store->db,
		       "CREATE TEMP TABLE IF NOT EXISTS touched (pupil_id INTEGER NOT NULL PRIMARY KEY);"
		       "DELETE FROM temp.touched;",
		       err);
}

static int mark(struct sen_store *store, int64_t pupil_id, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(
		store->db,
		"INSERT INTO temp.touched (pupil_id) VALUES (:pupil) ON CONFLICT (pupil_id) DO NOTHING",
		&stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int_at(stmt, 1, pupil_id);
	return db_run(stmt, err);
}

/* All the children there are, in one run: a first import. */
static int whole_school(struct sen_store *store, bool *whole, struct sen_err *err)
{
	int64_t first, last;
	int rc;

	*whole = false;
	if (store->touched != store->touched_to - store->touched_from + 1)
		return 0;
	if ((rc = db_int(store->db, "SELECT min(id) FROM pupil", INT64_MIN, &first, err)) < 0 ||
	    (rc = db_int(store->db, "SELECT max(id) FROM pupil", INT64_MAX, &last, err)) < 0)
		return rc;
	*whole = store->touched_from <= first && last <= store->touched_to;
	return 0;
}

static int flush_run(struct sen_store *store, struct sen_err *err)
{
	int64_t id;
	int rc = 0;

	for (id = store->touched_from; rc == 0 && id && id <= store->touched_to; id++)
		rc = mark(store, id, err);
	store->touched_from = 0;
	return rc;
}

int store_touched_flush(struct sen_store *store, struct sen_err *err)
{
	bool whole;
	int rc;

	if (!store->touched_from)
		return 0;
	/* Few are marked sooner than asked about. */
	if (store->touched > 100) {
		if ((rc = whole_school(store, &whole, err)) < 0)
			return rc;
		if (whole)
			return store_touch_all(store, err);
	}
	return flush_run(store, err);
}

int store_touch(struct sen_store *store, int64_t pupil_id, struct sen_err *err)
{
	int rc;

	if (store->touched_all ||
	    (store->touched_from && pupil_id >= store->touched_from && pupil_id <= store->touched_to))
		return 0;
	if (store->touched == 0 && (rc = touched_table(store, err)) < 0)
		return rc;
	store->touched++;
	if (store->touched_from && pupil_id == store->touched_to + 1) {
		store->touched_to = pupil_id;
		return 0;
	}
	if ((rc = flush_run(store, err)) < 0)
		return rc;
	store->touched_from = store->touched_to = pupil_id;
	return 0;
}

int store_touch_all(struct sen_store *store, struct sen_err *err)
{
	(void)err;
	store->touched_all = true;
	return 0;
}
