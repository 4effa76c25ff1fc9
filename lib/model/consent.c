/* Consent: for what, by whom, from when, until when, withdrawn (R79). */
#include "model/model.h"

#define S struct sen_consent
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "purpose", purpose, SEN_K_CODE, SEN_F_REQUIRED, 50, NULL, NULL, "PURPOSE",
		   "what for: a code of 'sendctl policy show', as agency or timetable"),
	FIELD_TEXT(S, "given_by", given_by, SEN_K_LINE, SEN_F_REQUIRED | P, 0, NULL, "by", "NAME",
		   "who gave it"),
	FIELD_REF(S, "contact_id", contact_id, 0, "contact", "contact", "CONTACT",
		  "the contact who gave it: K5"),
	FIELD_TEXT(S, "how", how, SEN_K_LINE, P, 0, NULL, NULL, "TEXT", "signed, by telephone, at a meeting"),
	FIELD_DATE(S, "from_on", from_on, SEN_F_REQUIRED | SEN_F_TODAY, "from", "from when it holds (today)"),
	FIELD_DATE(S, "expires_on", expires_on, SEN_F_FUTURE, NULL, "the first day it holds no more"),
	FIELD_DATE(S, "withdrawn_on", withdrawn_on, SEN_F_PAST, NULL, "the day it was taken back"),
	FIELD_TEXT(S, "withdrawn_by", withdrawn_by, SEN_K_LINE, P, 0, NULL, NULL, "NAME", "who took it back"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "what it covers, and what not"),
};
#undef P
#undef S

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_consent *now = record;
	char day[16];
	int rc = model_check_child(store, &sen_consent_record, record, old, err);
	if (rc < 0 || (rc = model_check_past(store, now->withdrawn_on, "--withdrawn-on", err)) < 0 ||
	    (rc = model_check_order(now->from_on, now->withdrawn_on, "--withdrawn-on", "it was given", err)) <
		    0)
		return rc;
	if (now->expires_on != SEN_NO_DATE && now->expires_on <= now->from_on)
		return sen_fail(err, SEN_INVALID, "--expires-on: %s is not after the day it holds from",
				sen_date_long(now->expires_on, day));
	return old ? 0 : model_check_here(store, now->pupil_id, now->from_on, "consent", err);
}

static const char events[] =
	"SELECT from_on AS on_date, 'consent' AS noun, id, 'consent to ' || purpose || ' given by ' || "
	"given_by"
	" || CASE WHEN expires_on IS NULL THEN '' ELSE ', until ' || " DB_DAY(
		"expires_on") " END AS what, voided_at"
			      " FROM consent WHERE pupil_id = :pupil"
			      " UNION ALL SELECT withdrawn_on, 'consent', id, 'consent to ' || purpose || ' "
			      "withdrawn'"
			      " || CASE WHEN withdrawn_by IS NULL THEN '' ELSE ' by ' || withdrawn_by END, "
			      "voided_at"
			      " FROM consent WHERE pupil_id = :pupil AND withdrawn_on IS NOT NULL";

const struct sen_record sen_consent_record = {.noun = "consent",
					      .table = "consent",
					      .prefix = "CN",
					      .title = "Consent",
					      .flags = SEN_R_PUPIL | SEN_R_OWED,
					      .size = sizeof(struct sen_consent),
					      .fields = fields,
					      .count = SEN_COUNT(fields),
					      .pupil_offset = offsetof(struct sen_consent, pupil_id),
					      .check = check,
					      .events = events};

static const char held_sql[] =
	"SELECT id FROM consent WHERE pupil_id = :pupil AND purpose = :purpose AND voided_at IS NULL"
	" AND from_on <= :day AND (expires_on IS NULL OR expires_on > :day)"
	" AND (withdrawn_on IS NULL OR withdrawn_on > :day)"
	" ORDER BY coalesce(expires_on, '9999-12-31') DESC, id DESC LIMIT 1";

int sen_consent_held(struct sen_store *store, int64_t pupil_id, const char *purpose, sen_date day,
		     int64_t *id, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(store->db, held_sql, &stmt, err);
	*id = 0;
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":pupil", pupil_id);
	db_bind_text(stmt, ":purpose", purpose);
	db_bind_date(stmt, ":day", day);
	if ((rc = db_step(stmt, err)) == 1)
		*id = db_col_int(stmt, 0);
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

int sen_consent_on(struct sen_store *store, int64_t pupil_id, const char *purpose, sen_date day, bool *held,
		   struct sen_err *err)
{
	int64_t id;
	int rc = sen_consent_held(store, pupil_id, purpose, day, &id, err);
	*held = id != 0;
	return rc;
}
