/* A first import into an empty file fills some indexes afterwards: sorted once
 * they cost half of what a child at a time, each in a leaf of its own, costs.
 * All of it is in the import's transaction; nobody ever sees them missing. */
#include "exchange/merge.h"
#include <string.h>

/* Not the UPN's: a number that is there already must fail at its row. */
static const char which_sql[] = "SELECT name, sql FROM sqlite_schema WHERE type = 'index'"
				" AND name IN ('pupil_sort', 'pupil_number', 'enrolment_class')";

int mis_indexes_defer(struct mis_import *m, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	const char *drop[MIS_INDEXES];
	size_t count = 0;
	int rc = db_prepare(m->store->db, which_sql, &stmt, err);
	if (rc < 0)
		return rc;
	while (count < MIS_INDEXES && (rc = db_step(stmt, err)) == 1) {
		const char *const parts[] = {"DROP INDEX ", db_col_text(stmt, 0, NULL), NULL};
		drop[count] = db_join(m->keep, parts);
		m->indexes[count++] = sen_strdup(m->keep, db_col_text(stmt, 1, NULL));
	}
	db_finalize_p(&stmt);
	for (size_t i = 0; rc >= 0 && i < count; i++)
		if ((rc = db_exec(m->store->db, drop[i], err)) == 0)
			m->index_count = i + 1;
	return rc < 0 ? rc : 0;
}

int mis_indexes_fill(struct mis_import *m, struct sen_err *err)
{
	int rc = 0;
	for (size_t i = 0; rc == 0 && i < m->index_count; i++)
		rc = db_exec(m->store->db, m->indexes[i], err);
	m->index_count = 0;
	return rc;
}
