/* What appeals and complaints share: their steps go with them. */
#include "model/model.h"

#include <sen/ehc.h>

int model_steps_void(struct sen_store *store, int64_t pupil_id, int64_t appeal_id, int64_t complaint_id,
		     const char *reason, struct sen_err *err)
{
	static const char of_child[] =
		"SELECT id FROM milestone WHERE pupil_id = :pupil AND voided_at IS NULL"
		" AND (appeal_id = :appeal OR complaint_id = :complaint) ORDER BY id";
	static const char of_none[] = "SELECT id FROM milestone WHERE pupil_id IS NULL AND voided_at IS NULL"
				      " AND complaint_id = :complaint ORDER BY id";
	int64_t *ids = NULL;
	size_t count = 0, cap = 0;
	DB_STMT *stmt = NULL;
	int rc = db_prepare(store->db, pupil_id == SEN_NO_INT ? of_none : of_child, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":complaint", complaint_id);
	if (pupil_id != SEN_NO_INT) {
		db_bind_int(stmt, ":pupil", pupil_id);
		db_bind_int(stmt, ":appeal", appeal_id);
	}
	while ((rc = db_step(stmt, err)) == 1)
		*SEN_PUSH(store->arena, ids, count, cap) = db_col_int(stmt, 0);
	for (size_t i = 0; i < count && rc == 0; i++)
		rc = sen_record_void(store, &sen_milestone_record, ids[i], reason, err);
	return rc;
}
