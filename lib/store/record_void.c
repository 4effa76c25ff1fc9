/* Removing a record, which stays and is marked, and putting it back. */
#include "store/private.h"

static int set_void(struct sen_store *store, const struct sen_record *kind, struct sen_head *head,
		    const char *at, const char *reason, struct sen_err *err)
{
	struct sen_buf *names, *text;
	struct db_stmt *stmt;
	int rc = record_void_stmt(store, record_plan(store, kind), &stmt, err);

	if (rc < 0)
		return rc;
	head->rev++;
	head->voided_at = at;
	db_bind_int_at(stmt, 1, head->rev);
	db_bind_text_at(stmt, 2, at);
	db_bind_int_at(stmt, 3, head->id);
	if ((rc = db_run(stmt, err)) < 0)
		return rc;
	audit_buffers(store, &names, &text);
	if (reason && *reason) {
		sen_buf_add(text, "{\"reason\":");
		audit_quote(text, reason);
		sen_buf_add(text, "}");
	}
	if ((rc = record_audit(store, kind, head, at ? "void" : "unvoid", err)) < 0)
		return rc;
	return record_touch(store, kind, head, err);
}

int sen_record_void(struct sen_store *store, const struct sen_record *kind, int64_t id, const char *reason,
		    struct sen_err *err)
{
	struct sen_mark mark = sen_arena_mark(store->scratch);
	struct sen_head *old = sen_record_new(store->scratch, kind);
	int rc;

	if ((rc = record_get(store, kind, id, old, store->scratch, err)) == 0 &&
	    (rc = record_if_rev(store, kind, old, err)) == 0 && old->voided_at)
		rc = record_gone(kind, id, err);
	if (rc == 0)
		rc = set_void(store, kind, old, store->now, reason, err);
	if (rc == 0 && kind->changed)
		rc = kind->changed(store, NULL, old, err);
	sen_arena_release(store->scratch, mark);
	return rc;
}

int sen_record_unvoid(struct sen_store *store, const struct sen_record *kind, int64_t id, const char *reason,
		      struct sen_err *err)
{
	struct sen_mark mark = sen_arena_mark(store->scratch);
	struct sen_head *record = sen_record_new(store->scratch, kind);
	int rc = record_get(store, kind, id, record, store->scratch, err);

	if (rc == 0 && !record->voided_at)
		rc = sen_fail(err, SEN_INVALID, "%s %s%lld was not removed", kind->noun, kind->prefix,
			      (long long)id);
	if (rc == 0 && kind->check)
		rc = kind->check(store, record, NULL, err);
	if (rc == 0)
		rc = set_void(store, kind, record, NULL, reason, err);
	if (rc == 0 && kind->changed)
		rc = kind->changed(store, record, NULL, err);
	sen_arena_release(store->scratch, mark);
	return rc;
}
