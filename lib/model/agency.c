/* Agencies: who outside (or of the trust) a child may be referred to (R71). */
#include "model/model.h"
#include <string.h>

#define S struct sen_agency
static const struct sen_field fields[] = {
	FIELD_TEXT(S, "name", name, SEN_K_LINE, SEN_F_REQUIRED, 0, NULL, NULL, "NAME",
		   "its name: Educational Psychology Service"),
	FIELD_TEXT(S, "code", code, SEN_K_LINE, 0, 30, NULL, NULL, "CODE",
		   "a short word for it: EP, SLT, CAMHS"),
	FIELD_TEXT(S, "professional", professional, SEN_K_LINE, 0, 0, NULL, NULL, "NAME",
		   "the person the school knows there"),
	FIELD_INT(S, "external", external, SEN_K_BOOL, 0, NULL, "yes|no",
		  "from outside the school or trust (yes)"),
	FIELD_TEXT(S, "phone", phone, SEN_K_LINE, 0, 0, NULL, NULL, "TEXT", "telephone number"),
	FIELD_TEXT(S, "email", email, SEN_K_LINE, 0, 0, NULL, NULL, "ADDRESS", "e-mail address"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, 0, 0, NULL, NULL, "TEXT", "how to refer, what they ask for"),
};
#undef S

static const char same_sql[] =
	"SELECT id FROM agency WHERE school_id = :school AND id <> :id AND voided_at IS NULL"
	" AND (lower(name) = lower(:name) OR lower(code) = lower(:code))";

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	struct sen_agency *now = (struct sen_agency *)(uintptr_t)record;
	struct db_stmt *stmt;
	int64_t other = 0;
	int rc;
	(void)old;
	if (now->external == SEN_NO_INT)
		now->external = 1;
	if (now->email && (!strchr(now->email, '@') || strchr(now->email, ' ')))
		return sen_fail(err, SEN_INVALID, "email: '%s' is no e-mail address", now->email);
	if ((rc = db_cached(store->db, same_sql, &stmt, err)) < 0)
		return rc;
	db_bind_int(stmt, ":school", now->head.school_id ? now->head.school_id : store->school_id);
	db_bind_int(stmt, ":id", now->head.id);
	db_bind_text(stmt, ":name", now->name);
	db_bind_text(stmt, ":code", now->code);
	if ((rc = db_step(stmt, err)) == 1)
		other = db_col_int(stmt, 0);
	db_reset(stmt);
	if (rc <= 0)
		return rc;
	sen_fail(err, SEN_CONFLICT, "an agency of that name or code is there already: AG%lld",
		 (long long)other);
	sen_hint(err, "see 'sendctl agency show AG%lld'", (long long)other);
	return err->code;
}

static int find(struct sen_store *store, const char *text, int64_t *id, struct sen_err *err)
{
	static const char sql[] =
		"SELECT id FROM agency WHERE voided_at IS NULL AND (:school IS NULL OR school_id"
		" = :school) AND (lower(code) = lower(:text) OR lower(name) = lower(:text))";
	return model_find(store, sql, text, id, err);
}

const struct sen_record sen_agency_record = {.noun = "agency",
					     .table = "agency",
					     .prefix = "AG",
					     .title = "Agency",
					     .size = sizeof(struct sen_agency),
					     .fields = fields,
					     .count = SEN_COUNT(fields),
					     .check = check,
					     .find = find};
