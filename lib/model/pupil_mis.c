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
static const char forget_sql[] = "DELETE FROM mis_override WHERE pupil_id = :pupil AND field = :field";

static int override(struct sen_store *store, const char *sql, int64_t pupil_id, const char *field,
		    const char *base, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(store->db, sql, &stmt, err);
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":pupil", pupil_id);
	db_bind_text(stmt, ":field", field);
	if (db_has_param(stmt, ":base"))
		db_bind_text(stmt, ":base", base);
	return db_run(stmt, err);
}

/* A difference is settled by giving the child what the MIS says: from then on
 * the field is the MIS's again. */
static int adopt(struct sen_store *store, int64_t pupil_id, const char *field, const char *now,
		 struct sen_mis_finding *open, size_t count, struct sen_err *err)
{
	int rc = 0;
	for (size_t i = 0; i < count && rc == 0; i++) {
		if (strcmp(open[i].kind, "difference") || strcmp(open[i].field, field) ||
		    !model_same(open[i].theirs, now))
			continue;
		if ((rc = sen_mis_finding_settle(store, &open[i], "theirs", err)) == 0)
			rc = override(store, forget_sql, pupil_id, field, NULL, err);
	}
	return rc;
}

int pupil_mis_changed(struct sen_store *store, const struct sen_pupil *pupil, const struct sen_pupil *old,
		      struct sen_err *err)
{
	struct sen_mis_finding *open;
	size_t count;
	int64_t id = pupil->head.id;
	/* A child the MIS never told of has nothing to merge with. */
	if (!old->mis_digest)
		return 0;
	int rc = sen_mis_findings_open(store, id, &open, &count, err);
	for (size_t i = 0; i < SEN_COUNT(told) && rc == 0; i++) {
		const struct sen_field *field = sen_field_named(&sen_pupil_record, told[i]);
		if (sen_field_equal(field, pupil, old))
			continue;
		rc = override(store, keep_sql, id, field->name, sen_field_text(store->arena, field, old),
			      err);
		if (rc == 0)
			rc = adopt(store, id, field->name, sen_field_text(store->arena, field, pupil), open,
				   count, err);
	}
	return rc;
}
