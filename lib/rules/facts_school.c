/* Reads what a school owes itself and what it rests on: its logbook, and the
 * deadlines about no child.  And what the facts of children share with it. */
#include "rules/facts.h"

#include <string.h>

/* The store reads one school's dates: lend it another's. */
int facts_calendar(struct sen_store *store, int64_t school, const struct sen_calendar **out,
		   struct sen_err *err)
{
	int64_t own = store->school_id;
	struct sen_calendar *calendar = store->calendar;
	int rc;

	if (own == school)
		return sen_store_calendar(store, out, err);
	store->school_id = school;
	store->calendar = NULL;
	rc = sen_store_calendar(store, out, err);
	store->school_id = own;
	store->calendar = calendar;
	return rc;
}

static enum sen_basis basis_of(const char *word)
{
	return strcmp(word, "law") == 0	     ? SEN_BASIS_LAW
	       : strcmp(word, "policy") == 0 ? SEN_BASIS_POLICY
					     : SEN_BASIS_JUDGEMENT;
}

void facts_kept_row(struct sen_arena *arena, struct db_stmt *stmt, struct sen_owed *kept)
{
	struct sen_deadline *item = SEN_PUSH(arena, kept->items, kept->count, kept->cap);

	item->rule = sen_strdup(arena, db_col_text(stmt, 2, NULL));
	item->subject = sen_strdup(arena, db_col_text(stmt, 3, NULL));
	item->cycle = db_col_int(stmt, 4);
	item->starts_on = db_col_date(stmt, 5);
	item->due_on = db_col_date(stmt, 6);
	item->met_on = db_col_date(stmt, 7);
	item->owner = sen_strdup(arena, db_col_text(stmt, 8, NULL));
	item->basis = basis_of(db_col_text(stmt, 9, NULL));
	item->cite = sen_strdup(arena, db_col_text(stmt, 10, NULL));
	item->what = sen_strdup(arena, db_col_text(stmt, 11, NULL));
	item->fix = sen_strdup(arena, db_col_text(stmt, 12, NULL));
	item->lapses = db_col_int(stmt, 13) == 1;
}

static int school_kept(struct sen_store *store, struct school_kept *school, struct sen_err *err)
{
	static const char sql[] =
		"SELECT" KEPT_COLUMNS " FROM deadline d WHERE d.pupil_id IS NULL AND d.school_id = :school";
	size_t id_count = 0, id_cap = 0;
	DB_STMT *stmt = NULL;
	int rc = db_prepare(store->db, sql, &stmt, err);

	if (rc < 0)
		return rc;
	school->kept.arena = store->arena;
	db_bind_int(stmt, ":school", school->facts.school_id);
	while ((rc = db_step(stmt, err)) == 1) {
		*SEN_PUSH(store->arena, school->ids, id_count, id_cap) = db_col_int(stmt, 1);
		facts_kept_row(store->arena, stmt, &school->kept);
	}
	return rc;
}

/* Those of the school that stand; the tail is one SELECT's own. */
static int school_rows(struct sen_store *store, const struct sen_record *kind, const char *tail,
		       int64_t school, void **rows, size_t *count, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = record_select(store, kind, tail, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", school);
	rc = record_all(store, kind, stmt, rows, count, err);
	db_reset(stmt);
	return rc;
}

static const char all_tail[] = " WHERE voided_at IS NULL AND school_id = :school ORDER BY id";
static const char no_child_tail[] =
	" WHERE pupil_id IS NULL AND voided_at IS NULL AND school_id = :school ORDER BY id";
static int school_facts(struct sen_store *store, struct sen_school_facts *school, struct sen_err *err)
{
	int64_t id = school->school_id;
	void *rows;
	int rc = school_rows(store, &sen_logbook_record, all_tail, id, &rows, &school->logbook_count, err);

	if (rc < 0)
		return rc;
	school->logbook = rows;
	rc = school_rows(store, &sen_complaint_record, no_child_tail, id, &rows, &school->complaint_count,
			 err);
	if (rc < 0)
		return rc;
	school->complaints = rows;
	if (!school->complaint_count)
		return 0;
	rc = school_rows(store, &sen_milestone_record, no_child_tail, id, &rows, &school->step_count, err);
	school->steps = rows;
	return rc;
}

int facts_schools(struct sen_store *store, struct school_kept **out, size_t *count, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	size_t cap = 0;
	int rc = db_prepare(store->db, "SELECT id, adopted_on FROM school ORDER BY id", &stmt, err);

	*out = NULL;
	*count = 0;
	while (rc == 0 && (rc = db_step(stmt, err)) == 1) {
		struct school_kept *school = SEN_PUSH(store->arena, *out, *count, cap);

		*school = (struct school_kept){.facts.school_id = db_col_int(stmt, 0),
					       .facts.adopted_on = db_col_date(stmt, 1)};
		rc = 0;
	}
	for (size_t i = 0; rc == 0 && i < *count; i++) {
		struct school_kept *school = &(*out)[i];

		if ((rc = facts_calendar(store, school->facts.school_id, &school->calendar, err)) == 0 &&
		    (rc = school_facts(store, &school->facts, err)) == 0)
			rc = school_kept(store, school, err);
	}
	return rc;
}
