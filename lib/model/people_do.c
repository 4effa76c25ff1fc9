/* Responsible adults, what they were given, and whom one may write to. */
#include "model/model.h"
#include <stdlib.h>
#include <string.h>

/* ---- Duty ---- */

static const char open_tail[] =
	" WHERE staff_id = :staff AND voided_at IS NULL AND (until_on IS NULL OR until_on > :until)"
	" AND (from_on IS NULL OR from_on <= :until) AND ((:pupil IS NOT NULL AND pupil_id = :pupil)"
	" OR (:pupil IS NULL AND lower(class) = lower(:class)))"
	" AND (:role IS NULL OR lower(role) = lower(:role)) ORDER BY id";

int sen_duty_end(struct sen_store *store, int64_t staff_id, int64_t pupil_id, const char *class_name,
		 const char *role, sen_date until, struct sen_err *err)
{
	struct db_stmt *stmt;
	struct sen_duty *all;
	size_t count;
	int rc = record_select(store, &sen_duty_record, open_tail, &stmt, err);
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":staff", staff_id);
	db_bind_int(stmt, ":pupil", pupil_id);
	db_bind_text(stmt, ":class", class_name);
	db_bind_text(stmt, ":role", role);
	db_bind_date(stmt, ":until", until);
	if ((rc = record_all(store, &sen_duty_record, stmt, (void **)&all, &count, err)) < 0)
		return rc;
	if (count == 0)
		return sen_fail(err, SEN_NOTFOUND, "ST%lld has no such responsibility that day",
				(long long)staff_id);
	for (size_t i = 0; i < count && rc == 0; i++) {
		all[i].until_on = until;
		rc = sen_record_update(store, &sen_duty_record, &all[i], err);
	}
	return rc;
}

int sen_staff_names(struct sen_store *store, const char ***out, size_t *count, struct sen_err *err)
{
	static const char sql[] =
		"SELECT DISTINCT t.name FROM staff t WHERE t.voided_at IS NULL AND (:school IS NULL"
		" OR t.school_id = :school) AND " MODEL_AT_DAY("t") " ORDER BY t.name";
	struct db_stmt *stmt;
	size_t cap = 0;
	int rc = db_cached(store->db, sql, &stmt, err);
	*out = NULL;
	*count = 0;
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", store->school_id ? store->school_id : SEN_NO_INT);
	db_bind_date(stmt, ":day", store->context.today);
	while ((rc = db_step(stmt, err)) == 1)
		*SEN_PUSH(store->arena, *out, *count, cap) =
			sen_strdup(store->arena, db_col_text(stmt, 0, NULL));
	db_reset(stmt);
	return rc;
}

/* ---- Given ---- */

static const char given_tail[] =
	" WHERE record = :record AND who = :who AND voided_at IS NULL"
	" AND coalesce(pupil_id, 0) = :pupil AND (:read IS NULL OR read_on IS NULL)"
	" AND (:on IS NULL OR given_on = :on) ORDER BY given_on DESC, id DESC LIMIT 1";

static int given_before(struct sen_store *store, const struct sen_given *given, sen_date on, bool unread,
			struct sen_given **out, struct sen_err *err)
{
	struct db_stmt *stmt;
	size_t count;
	int rc = record_select(store, &sen_given_record, given_tail, &stmt, err);
	*out = NULL;
	if (rc < 0)
		return rc;
	db_bind_text(stmt, ":record", given->record);
	db_bind_text(stmt, ":who", given->who);
	db_bind_int(stmt, ":pupil", given->pupil_id == SEN_NO_INT ? 0 : given->pupil_id);
	db_bind_int(stmt, ":read", unread ? 1 : SEN_NO_INT);
	db_bind_date(stmt, ":on", on);
	rc = record_all(store, &sen_given_record, stmt, (void **)out, &count, err);
	if (count == 0)
		*out = NULL;
	return rc;
}

int sen_given_add(struct sen_store *store, struct sen_given *given, bool *fresh, struct sen_err *err)
{
	struct sen_given *before = NULL;
	bool read = given->read_on != SEN_NO_DATE;
	int rc = given_before(store, given, read ? SEN_NO_DATE : given->given_on, read, &before, err);
	*fresh = rc == 0 && !before;
	if (rc < 0 || *fresh)
		return rc < 0 ? rc : sen_record_insert(store, &sen_given_record, given, err);
	if (read)
		before->read_on = given->read_on;
	*given = *before;
	return sen_record_update(store, &sen_given_record, given, err);
}

static const struct sen_code_row given_states[] = {
	{"read", "read"}, {"not-read", "not read yet"}, {"not-given", "not given"}, {NULL, NULL}};
static const struct sen_column given_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "GV", NULL, "entry"},
	{"who", "Who", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who was given it"},
	{"record", "What", SEN_C_TEXT, 0, NULL, NULL, "register, profile, or the record's id"},
	{"pupil_id", "Pupil id", SEN_C_ID, SEN_COL_QUIET, "P", NULL, "the child it is about"},
	{"pupil", "Child", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "the child it is about"},
	{"given_on", "Given", SEN_C_DATE, 0, NULL, NULL, "the day it was given"},
	{"read_on", "Read", SEN_C_DATE, 0, NULL, NULL, "the day they say they have read it"},
	{"state", "State", SEN_C_CODE, SEN_COL_ALERT, NULL, given_states, "read, not read yet, not given"},
};
static const char given_sql[] =
	"SELECT g.id AS id, g.who AS who, g.record AS record, g.pupil_id AS pupil_id, " MODEL_NAME
	" AS pupil, g.given_on AS given_on, g.read_on AS read_on, CASE WHEN g.read_on IS NULL THEN 'not-read'"
	" ELSE 'read' END AS state, g.record AS by_record FROM given g LEFT JOIN pupil p ON p.id = g.pupil_id"
	" WHERE g.voided_at IS NULL AND (:school IS NULL OR g.school_id = :school)"
	" AND (:all = 1 OR g.read_on IS NULL)"
	" UNION ALL SELECT NULL, t.name, 'register', NULL, NULL, NULL, NULL, 'not-given', 'register' FROM "
	"staff t"
	" WHERE t.voided_at IS NULL AND (:school IS NULL OR t.school_id = :school) AND " MODEL_AT_DAY(
		"t") " AND EXISTS (SELECT 1 FROM given a WHERE a.record = 'register' AND a.voided_at IS NULL"
		     " AND a.school_id = t.school_id) AND NOT EXISTS (SELECT 1 FROM given b WHERE b.record ="
		     " 'register' AND b.voided_at IS NULL AND lower(b.who) = lower(t.name))"
		     " ORDER BY 9, 2, 6, 1";
const struct sen_query sen_report_given = {.name = "report-given",
					   .title = "Given and not read",
					   .version = 1,
					   .sql = given_sql,
					   .columns = given_columns,
					   .count = SEN_COUNT(given_columns),
					   .empty = "Everybody has read what they were given."};

/* ---- Letters ---- */

static int by_priority(const void *a, const void *b)
{
	const struct sen_write_to *x = a, *y = b;
	int64_t p = x->priority == SEN_NO_INT ? INT64_MAX : x->priority;
	int64_t q = y->priority == SEN_NO_INT ? INT64_MAX : y->priority;
	if (p != q)
		return p < q ? -1 : 1;
	return x->contact.head.id < y->contact.head.id ? -1 : x->contact.head.id > y->contact.head.id;
}

int sen_contacts_to_write(struct sen_store *store, int64_t pupil_id, struct sen_write_to **out, size_t *count,
			  struct sen_err *err)
{
	struct sen_pupil_contact *links;
	size_t n;
	int rc = sen_record_of_pupil(store, &sen_pupil_contact_record, pupil_id, (void **)&links, &n, err);
	*count = 0;
	*out = SEN_NEW(store->arena, struct sen_write_to, rc < 0 ? 1 : n + 1);
	for (size_t i = 0; rc == 0 && i < n; i++) {
		struct sen_write_to *one = &(*out)[*count];
		if (links[i].no_letters == 1)
			continue;
		rc = sen_record_get(store, &sen_contact_record, links[i].contact_id, &one->contact, err);
		one->relation = links[i].relation;
		one->responsibility = links[i].responsibility;
		one->priority = links[i].priority;
		if (rc == 0 && !one->contact.head.voided_at)
			++*count;
	}
	if (rc == 0 && *count > 1)
		qsort(*out, *count, sizeof **out, by_priority);
	return rc;
}
