/* Parents, carers and others: shared by siblings, tied to each child (R3). */
#include "model/model.h"
#include <string.h>

#define S struct sen_contact
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_TEXT(S, "name", name, SEN_K_NAME, SEN_F_REQUIRED | P, 0, NULL, NULL, "NAME", "full name"),
	FIELD_TEXT(S, "title", title, SEN_K_LINE, P, 50, NULL, NULL, "TEXT", "Mrs, Mr, Dr"),
	FIELD_TEXT(S, "address", address, SEN_K_NOTE, P, 2000, NULL, NULL, "TEXT",
		   "address, where it is not the child's"),
	FIELD_TEXT(S, "second_address", second_address, SEN_K_NOTE, P, 2000, NULL, NULL, "TEXT",
		   "a second address to write to"),
	FIELD_TEXT(S, "phone", phone, SEN_K_LINE, P, 0, NULL, NULL, "TEXT", "telephone numbers"),
	FIELD_TEXT(S, "email", email, SEN_K_LINE, P, 0, NULL, NULL, "ADDRESS", "e-mail address"),
	FIELD_TEXT(S, "language", language, SEN_K_LINE, P, 0, NULL, NULL, "LANGUAGE",
		   "the language to write and speak to them in"),
	FIELD_INT(S, "interpreter", interpreter, SEN_K_BOOL, P, NULL, "yes|no", "an interpreter is needed"),
	FIELD_TEXT(S, "format_needs", format_needs, SEN_K_LINE, P, 0, NULL, NULL, "TEXT",
		   "large print, easy read, by telephone"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT",
		   "what to know before writing or ringing"),
};
#undef S

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_contact *now = record;
	(void)store;
	(void)old;
	if (!now->name)
		return sen_fail(err, SEN_INVALID, "a contact needs a name");
	if (now->email && (!strchr(now->email, '@') || strchr(now->email, ' '))) {
		sen_fail(err, SEN_INVALID, "email: '%s' is no e-mail address", now->email);
		return err->code;
	}
	return 0;
}

const struct sen_record sen_contact_record = {.noun = "contact",
					      .table = "contact",
					      .prefix = "K",
					      .title = "Contact",
					      .size = sizeof(struct sen_contact),
					      .fields = fields,
					      .count = SEN_COUNT(fields),
					      .check = check};

#define S struct sen_pupil_contact
static const struct sen_field link_fields[] = {
	FIELD_PUPIL(S),
	FIELD_REF(S, "contact_id", contact_id, SEN_F_REQUIRED | SEN_F_FIXED, "contact", NULL, "CONTACT",
		  "the contact"),
	FIELD_TEXT(S, "relation", relation, SEN_K_CODE, SEN_F_REQUIRED | P, 0, sen_relation_codes, NULL,
		   "CODE", "PAM mother, PAF father, CAR carer, FOM FOF foster, SWR social worker, OTH other"),
	FIELD_INT(S, "responsibility", responsibility, SEN_K_BOOL, P, NULL, "yes|no",
		  "has parental responsibility"),
	FIELD_INT(S, "priority", priority, SEN_K_INT, 0, NULL, "N", "1 is asked first"),
	FIELD_INT(S, "no_letters", no_letters, SEN_K_BOOL, P, NULL, "yes|no", "must not be written to"),
	FIELD_TEXT(S, "no_letters_why", no_letters_why, SEN_K_LINE, P, 0, NULL, NULL, "TEXT",
		   "why not: a court order, no contact asked for"),
};
#undef P
#undef S

static const char link_sql[] =
	"SELECT id FROM pupil_contact WHERE pupil_id = :pupil AND contact_id = :contact"
	" AND id <> :id AND voided_at IS NULL";

static int link_check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	struct sen_pupil_contact *now = (struct sen_pupil_contact *)(uintptr_t)record;
	struct db_stmt *stmt;
	int rc = model_check_child(store, &sen_pupil_contact_record, record, old, err);
	if (now->no_letters == SEN_NO_INT)
		now->no_letters = 0;
	if (rc < 0 || (rc = db_cached(store->db, link_sql, &stmt, err)) < 0)
		return rc;
	db_bind_int(stmt, ":pupil", now->pupil_id);
	db_bind_int(stmt, ":contact", now->contact_id);
	db_bind_int(stmt, ":id", now->head.id);
	rc = db_step(stmt, err);
	db_reset(stmt);
	if (rc == 1)
		return sen_fail(err, SEN_CONFLICT, "K%lld is a contact of P%lld already",
				(long long)now->contact_id, (long long)now->pupil_id);
	return rc;
}

const struct sen_record sen_pupil_contact_record = {.noun = "pupil-contact",
						    .table = "pupil_contact",
						    .prefix = "PK",
						    .title = "Contact of a child",
						    .flags = SEN_R_PUPIL,
						    .size = sizeof(struct sen_pupil_contact),
						    .fields = link_fields,
						    .count = SEN_COUNT(link_fields),
						    .pupil_offset =
							    offsetof(struct sen_pupil_contact, pupil_id),
						    .check = link_check};
