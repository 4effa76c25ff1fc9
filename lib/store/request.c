/* --request-id: a request that was done is not done twice. */
#include "store/private.h"

#include <string.h>

int sen_request_done(struct sen_store *store, const char **answer, struct sen_err *err)
{
	struct db_stmt *stmt;
	const char *verb;
	int rc;

	*answer = NULL;
	if (!store->context.request_id)
		return 0;
	rc = db_cached(store->db, "SELECT verb, answer FROM request WHERE request_id = :id", &stmt, err);
	if (rc < 0)
		return rc;
	db_bind_text(stmt, ":id", store->context.request_id);
	rc = db_step(stmt, err);
	if (rc > 0) {
		verb = db_col_text(stmt, 0, NULL);
		if (strcmp(verb, store->context.verb ? store->context.verb : "")) {
			rc = sen_fail(err, SEN_CONFLICT, "this --request-id was used already for '%s'", verb);
			sen_hint(err, "Give every request an id of its own.");
		} else {
			*answer = sen_strdup(store->arena, db_col_text(stmt, 1, NULL));
		}
	}
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

int sen_request_keep(struct sen_store *store, const char *answer, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc;

	if (!store->context.request_id)
		return 0;
	rc = db_cached(store->db,
		       "INSERT INTO request (request_id, verb, at, answer)"
		       " VALUES (:id, :verb, :at, :answer)",
		       &stmt, err);
	if (rc < 0)
		return rc;
	db_bind_text(stmt, ":id", store->context.request_id);
	db_bind_text(stmt, ":verb", store->context.verb ? store->context.verb : "");
	db_bind_text(stmt, ":at", store->now);
	db_bind_text(stmt, ":answer", answer ? answer : "");
	return db_run(stmt, err);
}
