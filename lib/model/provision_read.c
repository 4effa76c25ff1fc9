/* Who is in a provision, who gives it, and its sessions. */
#include "model/model.h"

#include <sen/provision.h>

static const char members_tail[] = "WHERE provision_id = :provision AND voided_at IS NULL"
				   " ORDER BY pupil_id, from_on, id";
static const char adults_tail[] =
	"WHERE provision_id = :provision AND voided_at IS NULL ORDER BY from_on, id";

static int of_provision(struct sen_store *store, const struct sen_record *kind, const char *tail,
			int64_t provision_id, void **out, size_t *count, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = record_select(store, kind, tail, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":provision", provision_id);
	return record_all(store, kind, stmt, out, count, err);
}

int sen_provision_members(struct sen_store *store, int64_t provision_id, struct sen_provision_pupil **out,
			  size_t *count, struct sen_err *err)
{
	return of_provision(store, &sen_provision_pupil_record, members_tail, provision_id, (void **)out,
			    count, err);
}

int sen_provision_adults(struct sen_store *store, int64_t provision_id, struct sen_provision_adult **out,
			 size_t *count, struct sen_err *err)
{
	return of_provision(store, &sen_provision_adult_record, adults_tail, provision_id, (void **)out,
			    count, err);
}

/* From the child's own rows where there is one, else those of the school. */
#define RAN(x) " AND " x ".from_on < :until AND (" x ".until_on IS NULL OR " x ".until_on > :from)"
#define GIVEN                                                                                        \
	" AND (:name IS NULL OR EXISTS (SELECT 1 FROM provision_adult a WHERE a.provision_id = g.id" \
	" AND a.voided_at IS NULL AND lower(a.name) = lower(:name)" RAN("a") "))"
static const char of_school_sql[] = "SELECT g.id FROM school c JOIN provision g ON g.school_id = c.id WHERE "
				    "(:school IS NULL OR c.id = :school)"
				    " AND g.voided_at IS NULL" RAN("g") GIVEN " ORDER BY g.id";
static const char of_pupil_sql[] =
	"SELECT DISTINCT g.id FROM provision_pupil m JOIN provision g ON g.id = m.provision_id"
	" WHERE m.pupil_id = :pupil AND g.voided_at IS NULL AND m.voided_at IS NULL" RAN("m") GIVEN
	" ORDER BY g.id";

static int read_ids(struct sen_store *store, struct db_stmt *stmt, int64_t **out, size_t *count,
		    struct sen_err *err)
{
	size_t cap = 0;
	int rc;

	*out = NULL;
	*count = 0;
	while ((rc = db_step(stmt, err)) == 1)
		*SEN_PUSH(store->arena, *out, *count, cap) = db_col_int(stmt, 0);
	db_reset(stmt);
	return rc;
}

int sen_provisions_in(struct sen_store *store, const char *adult, int64_t pupil_id, sen_date from,
		      sen_date until, int64_t **out, size_t *count, struct sen_err *err)
{
	struct db_stmt *stmt;
	char first[11], end[11];
	int rc = db_cached(store->db, pupil_id ? of_pupil_sql : of_school_sql, &stmt, err);

	*count = 0;
	if (rc < 0)
		return rc;
	sen_date_text(from, first);
	sen_date_text(until, end);
	if (pupil_id)
		db_bind_int(stmt, ":pupil", pupil_id);
	else
		db_bind_int(stmt, ":school", store->school_id ? store->school_id : SEN_NO_INT);
	db_bind_text(stmt, ":name", adult);
	db_bind_text(stmt, ":from", first);
	db_bind_text(stmt, ":until", end[0] ? end : "9999-99-99");
	return read_ids(store, stmt, out, count, err);
}
