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

/* Children in a row, as an import makes them, go into the table together. */
int store_touched_flush(struct sen_store *store, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc;

	if (!store->touched_from)
		return 0;
	rc = db_cached(store->db,
		       "WITH RECURSIVE run (id) AS (SELECT :first UNION ALL SELECT id + 1 FROM run"
		       " WHERE id < :last) INSERT INTO temp.touched (pupil_id) SELECT id FROM run WHERE true"
		       " ON CONFLICT (pupil_id) DO NOTHING",
		       &stmt, err);
	if (rc < 0)
		return rc;
	db_bind_int_at(stmt, 1, store->touched_from);
	db_bind_int_at(stmt, 2, store->touched_to);
	store->touched_from = 0;
	return db_run(stmt, err);
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
	if ((rc = store_touched_flush(store, err)) < 0)
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
