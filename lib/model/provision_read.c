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
