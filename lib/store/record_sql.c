/* A kind's SQL, joined once from its field table. */
#include "store/private.h"

#include <string.h>

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
