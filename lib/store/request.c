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

/* An answer that is nothing but an id, "C12", tells nothing. */
static bool only_id(const char *answer)
{
	size_t letters = strspn(answer, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	size_t digits = strspn(answer + letters, "0123456789");

	return letters && digits && strcmp(answer + letters + digits, "\n") == 0;
}

static const char told_sql[] =
	"SELECT DISTINCT r.request_id, r.answer FROM audit a JOIN command c ON c.id = a.command"
	" JOIN request r ON r.at = c.at AND r.verb = c.verb"
	" WHERE a.pupil_id = :pupil AND a.noun = :noun AND a.record_id = :id AND r.answer <> ''";

int request_forget(struct sen_store *store, int64_t pupil_id, const char *noun, int64_t id,
		   struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	struct db_stmt *empty;
	int rc = db_prepare(store->db, told_sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":pupil", pupil_id);
	db_bind_text(stmt, ":noun", noun);
	db_bind_int(stmt, ":id", id);
	while ((rc = db_step(stmt, err)) > 0) {
		if (only_id(db_col_text(stmt, 1, NULL)))
			continue;
		rc = db_cached(store->db, "UPDATE request SET answer = '' WHERE request_id = :id", &empty,
			       err);
		if (rc < 0)
			return rc;
		db_bind_text(empty, ":id", db_col_text(stmt, 0, NULL));
		if ((rc = db_run(empty, err)) < 0)
			return rc;
	}
	return rc;
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
