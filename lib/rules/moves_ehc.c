/* A child leaves with an EHC plan: the case ends here, the plan goes on (R69). */
#include "rules/rules.h"

#include <sen/childfile.h>
#include <sen/ehc.h>

/* The end of the twelve months, as it is owed before the case is closed. */
static int review_due(struct sen_store *store, int64_t pupil_id, sen_date *out, struct sen_err *err)
{
	static const char sql[] = "SELECT due_on FROM deadline WHERE pupil_id = :pupil AND rule ="
				  " 'annual-review-complete' AND met_on IS NULL ORDER BY due_on DESC LIMIT 1";
	struct db_stmt *stmt;
	int rc = db_cached(store->db, sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":pupil", pupil_id);
	if ((rc = db_step(stmt, err)) == 1)
		*out = sen_date_iso(db_col_text(stmt, 0, NULL));
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

int moves_close_case(struct sen_store *store, int64_t pupil_id, sen_date on, struct sen_left *out,
		     struct sen_err *err)
{
	struct sen_ehc *all;
	size_t count;
	int rc = sen_record_of_pupil(store, &sen_ehc_record, pupil_id, (void **)&all, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		if (all[i].ended_on != SEN_NO_DATE)
			continue;
		all[i].ended_on = all[i].opened_on > on ? all[i].opened_on : on;
		all[i].ended_as = "left";
		out->ehc = all[i].head.id;
		if ((rc = review_due(store, pupil_id, &out->review_due, err)) == 0)
			rc = sen_record_update(store, &sen_ehc_record, &all[i], err);
	}
	return rc;
}
