/* What a person here changed that the MIS also tells: the value the MIS last
 * gave is kept, so that the next import merges three ways (design.md 4). */
#include "model/model.h"
#include <string.h>

/* What an MIS export tells of a child; the rest is ours alone. */
static const char *const told[] = {
	"forename",    "surname", "preferred_forename", "preferred_surname", "middle_names",   "dob",
	"sex",	       "upn",	  "admission_number",	"first_language",    "ethnicity",      "address",
	"admitted_on", "left_on", "former_upn",		"previous_school",   "leaving_reason", "next_school"};

static const char keep_sql[] =
	"INSERT INTO mis_override (pupil_id, field, base) VALUES (:pupil, :field, :base)"
	" ON CONFLICT (pupil_id, field) DO NOTHING";

int pupil_mis_changed(struct sen_store *store, const struct sen_pupil *pupil, const struct sen_pupil *old,
		      struct sen_err *err)
{
	int rc = 0;
	/* A child the MIS never told of has nothing to merge with. */
	if (!old->mis_digest)
		return 0;
	for (size_t i = 0; i < SEN_COUNT(told) && rc == 0; i++) {
		const struct sen_field *field = sen_field_named(&sen_pupil_record, told[i]);
		struct db_stmt *stmt;
		if (sen_field_equal(field, pupil, old))
			continue;
		if ((rc = db_cached(store->db, keep_sql, &stmt, err)) < 0)
			return rc;
		db_bind_int(stmt, ":pupil", pupil->head.id);
		db_bind_text(stmt, ":field", field->name);
		db_bind_text(stmt, ":base", sen_field_text(store->arena, field, old));
		rc = db_run(stmt, err);
	}
	return rc;
}
