/* Complaints that came from a file (complaint import): each at a stage of the policy. */
#include "rules/rules.h"

#include <sen/dispute.h>
#include <sen/text.h>

#include <string.h>

static int ids_after(struct sen_store *store, int64_t after, int64_t **ids, size_t *count,
		     struct sen_err *err)
{
	static const char sql[] = "SELECT id FROM complaint WHERE id > :after ORDER BY id";
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

int sen_complaint_last(struct sen_store *store, int64_t *last, struct sen_err *err)
{
	int64_t *ids;
	size_t count;
	int rc = ids_after(store, 0, &ids, &count, err);

	*last = count ? ids[count - 1] : 0;
	return rc;
}

static int check_one(struct sen_store *store, int64_t id, struct sen_err *err)
{
	struct sen_complaint now;
	struct sen_stage stage;
	int rc = sen_record_get(store, &sen_complaint_record, id, &now, err);

	if (rc < 0 || (rc = sen_complaint_stage(store, now.stage, now.raised_on, &stage, err)) < 0)
		return rc;
	if (strcmp(stage.code, now.stage) != 0) {
		sen_fail(err, SEN_INVALID, "stage: '%s' is a name; a file gives the policy's code",
			 sen_text_visible(store->arena, now.stage, false));
		sen_hint(err, "Write '%s'.", stage.code);
		return err->code;
	}
	if (!stage.formal || now.formal == 1)
		return 0;
	now.formal = 1;
	return sen_record_update(store, &sen_complaint_record, &now, err);
}

int sen_complaint_check_after(struct sen_store *store, int64_t last, struct sen_err *err)
{
	int64_t *ids;
	size_t count;
	int rc = ids_after(store, last, &ids, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++)
		rc = check_one(store, ids[i], err);
	return rc;
}
