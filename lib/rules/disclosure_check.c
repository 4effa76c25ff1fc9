/* Disclosures that came from a file (disclosure import): each passes the wall, too. */
#include "rules/disclosure.h"

static int ids_after(struct sen_store *store, int64_t after, int64_t **ids, size_t *count,
		     struct sen_err *err)
{
	static const char sql[] = "SELECT id FROM disclosure WHERE id > :after ORDER BY id";
	struct db_stmt *stmt;
	size_t cap = 0;
	int rc = db_cached(store->db, sql, &stmt, err);

	*ids = NULL;
	*count = 0;
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":after", after);
	while ((rc = db_step(stmt, err)) == 1)
		*SEN_PUSH(store->arena, *ids, *count, cap) = db_col_int(stmt, 0);
	db_reset(stmt);
	return rc;
}

int sen_disclosure_last(struct sen_store *store, int64_t *last, struct sen_err *err)
{
	int64_t *ids;
	size_t count;
	int rc = ids_after(store, 0, &ids, &count, err);

	*last = count ? ids[count - 1] : 0;
	return rc;
}

static int check_one(struct sen_store *store, int64_t id, struct sen_err *err)
{
	struct sen_disclosure now, may;
	int rc = sen_record_get(store, &sen_disclosure_record, id, &now, err);
	const struct sen_leaving leaving = {.pupil_id = now.pupil_id,
					    .what = now.what,
					    .who = now.who,
					    .organisation = now.organisation,
					    .ground = now.ground,
					    .why = now.why,
					    .on = now.given_on};

	if (rc < 0 || (rc = sen_disclosure_may(store, &leaving, &may, err)) < 0)
		return rc;
	now.ehc_id = may.ehc_id;
	now.version = may.version;
	now.ground = may.ground;
	now.policy_ground = may.policy_ground;
	now.consent_id = may.consent_id;
	return sen_record_update(store, &sen_disclosure_record, &now, err);
}

int sen_disclosure_check_after(struct sen_store *store, int64_t last, struct sen_err *err)
{
	int64_t *ids;
	size_t count;
	int rc = ids_after(store, last, &ids, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++)
		rc = check_one(store, ids[i], err);
	return rc;
}
