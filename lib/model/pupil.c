/* Pupils: the field table and the rules across its fields. */
#include "model/model.h"
#include <ctype.h>
#include <sen/text.h>
#include <string.h>

#define S struct sen_pupil
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_TEXT(S, "forename", forename, SEN_K_NAME, SEN_F_REQUIRED | P, 0, NULL, NULL, "NAME",
		   "legal first name"),
	FIELD_TEXT(S, "surname", surname, SEN_K_NAME, SEN_F_REQUIRED | P, 0, NULL, NULL, "NAME",
		   "legal surname"),
	FIELD_TEXT(S, "preferred_forename", preferred_forename, SEN_K_NAME, P, 0, NULL, NULL, "NAME",
		   "the first name used in school, where it is another"),
	FIELD_TEXT(S, "preferred_surname", preferred_surname, SEN_K_NAME, P, 0, NULL, NULL, "NAME",
		   "the surname used in school, where it is another"),
	FIELD_TEXT(S, "middle_names", middle_names, SEN_K_NAME, P, 0, NULL, NULL, "NAME", "middle names"),
	FIELD_DATE(S, "dob", dob, P | SEN_F_PAST, NULL, "date of birth"),
	FIELD_TEXT(S, "sex", sex, SEN_K_CODE, P, 0, sen_sex_codes, NULL, "F|M|U", "sex, as in the census"),
	FIELD_TEXT(S, "upn", upn, SEN_K_LINE, P, 20, NULL, NULL, "UPN",
		   "unique pupil number: 13 characters, the first a check letter"),
	FIELD_TEXT(S, "former_upn", former_upn, SEN_K_LINE, P, 20, NULL, NULL, "UPN",
		   "an earlier UPN of the child"),
	FIELD_TEXT(S, "admission_number", admission_number, SEN_K_LINE, P, 20, NULL, NULL, "NUMBER",
		   "the school's own number for the child"),
	FIELD_TEXT(S, "first_language", first_language, SEN_K_LINE, P, 0, NULL, NULL, "LANGUAGE",
		   "first language, by code (ENG, POL, URD) or name"),
	FIELD_TEXT(S, "ethnicity", ethnicity, SEN_K_LINE, P, 0, NULL, NULL, "CODE", "ethnicity code (WBRI)"),
	FIELD_TEXT(S, "address", address, SEN_K_NOTE, P, 2000, NULL, NULL, "TEXT", "home address"),
	FIELD_DATE(S, "admitted_on", admitted_on, 0, NULL, "first day on roll"),
	FIELD_DATE(S, "left_on", left_on, 0, NULL, "last day on roll"),
	FIELD_TEXT(S, "leaving_reason", leaving_reason, SEN_K_LINE, P, 0, NULL, NULL, "TEXT",
		   "why the child left"),
	FIELD_TEXT(S, "previous_school", previous_school, SEN_K_LINE, P, 0, NULL, NULL, "NAME",
		   "the school or setting before this one"),
	FIELD_TEXT(S, "next_school", next_school, SEN_K_LINE, P, 0, NULL, NULL, "NAME",
		   "the school the child moved to"),
	FIELD_DATE(S, "died_on", died_on, P | SEN_F_PAST, NULL,
		   "the day the child died: letters and reminders stop"),
	FIELD_TEXT(S, "sort_key", sort_key, SEN_K_LINE, SEN_F_INTERNAL | P, 1000, NULL, NULL, "TEXT",
		   "how lists are ordered"),
	FIELD_TEXT(S, "mis_digest", mis_digest, SEN_K_LINE, SEN_F_INTERNAL | P, 0, NULL, NULL, "TEXT",
		   "of the row the MIS last gave"),
};
#undef P
#undef S

const char *sen_pupil_name(struct sen_arena *arena, const struct sen_pupil *pupil)
{
	const char *first = pupil->preferred_forename ? pupil->preferred_forename : pupil->forename;
	const char *last = pupil->preferred_surname ? pupil->preferred_surname : pupil->surname;
	return sen_format(arena, "%s %s", first ? first : "", last ? last : "");
}

/* "q 3302 0002 5001" -> "Q330200025001"; the same text when it is that already. */
static const char *upn_tidy(struct sen_arena *arena, const char *upn)
{
	const char *p = upn;
	if (!upn)
		return NULL;
	while (*p && *p != ' ' && !islower((unsigned char)*p))
		p++;
	if (!*p)
		return upn;
	char *out = sen_strdup(arena, upn), *to = out;
	for (p = upn; *p; p++) {
		if (*p != ' ')
			*to++ = (char)toupper((unsigned char)*p);
	}
	*to = '\0';
	return out;
}

static const char upn_sql[] =
	"SELECT id FROM pupil WHERE upn = :upn AND school_id = :school AND id <> :id AND voided_at IS NULL";

/* The number belongs to one child of the school. */
static int check_upn(struct sen_store *store, const struct sen_pupil *pupil, struct sen_err *err)
{
	struct db_stmt *stmt;
	int64_t school = pupil->head.school_id ? pupil->head.school_id : store->school_id, other = 0;
	enum sen_upn form = sen_upn_check(pupil->upn);
	int rc;
	if (form != SEN_UPN_OK && form != SEN_UPN_TEMPORARY) {
		sen_fail(err, SEN_INVALID, "the UPN is not right: %s", sen_upn_fault(form));
		sen_hint(err, "copy it from the MIS; leave it out while the child has none");
		return err->code;
	}
	/* Children of an import are told apart by their UPN before they come here,
	 * and the index holds in any case. */
	if (store->importing)
		return 0;
	if ((rc = db_cached(store->db, upn_sql, &stmt, err)) < 0)
		return rc;
	db_bind_text(stmt, ":upn", pupil->upn);
	db_bind_int(stmt, ":school", school);
	db_bind_int(stmt, ":id", pupil->head.id);
	if ((rc = db_step(stmt, err)) == 1)
		other = db_col_int(stmt, 0);
	db_reset(stmt);
	if (rc <= 0)
		return rc;
	sen_fail(err, SEN_CONFLICT, "that UPN belongs to P%lld already", (long long)other);
	sen_hint(err, "see 'sendctl pupil show P%lld'", (long long)other);
	return err->code;
}

static int check_birth(const struct sen_store *store, sen_date dob, struct sen_err *err)
{
	char day[16];
	sen_date today = store->context.today;
	if (dob > today)
		return sen_fail(err, SEN_INVALID, "dob: %s has not come yet", sen_date_long(dob, day));
	if (dob < sen_date_add_years(today, -120))
		return sen_fail(err, SEN_INVALID, "dob: %s is more than 120 years ago",
				sen_date_long(dob, day));
	return 0;
}

static int check_dates(const struct sen_store *store, const struct sen_pupil *pupil, struct sen_err *err)
{
	const struct {
		const char *name;
		sen_date date;
	} dates[] = {{"admitted_on", pupil->admitted_on},
		     {"left_on", pupil->left_on},
		     {"died_on", pupil->died_on}};
	char day[16], other[16];
	for (size_t i = 0; i < SEN_COUNT(dates); i++) {
		if (dates[i].date != SEN_NO_DATE && pupil->dob != SEN_NO_DATE && dates[i].date < pupil->dob)
			return sen_fail(err, SEN_INVALID, "%s: %s is before the child was born",
					dates[i].name, sen_date_long(dates[i].date, day));
	}
	if (pupil->admitted_on != SEN_NO_DATE && pupil->left_on != SEN_NO_DATE &&
	    pupil->left_on < pupil->admitted_on)
		return sen_fail(err, SEN_INVALID, "left_on: %s is before the first day on roll (%s)",
				sen_date_long(pupil->left_on, day), sen_date_long(pupil->admitted_on, other));
	if (pupil->died_on != SEN_NO_DATE && pupil->died_on > store->context.today)
		return sen_fail(err, SEN_INVALID, "died_on: %s has not come yet",
				sen_date_long(pupil->died_on, day));
	return 0;
}

/* "obrien zoe": what lists are ordered by. */
static const char *sort_key(struct sen_arena *arena, const struct sen_pupil *pupil)
{
	struct sen_buf buf = {.arena = arena};
	sen_buf_add(&buf, sen_text_fold(arena, pupil->surname));
	sen_buf_add(&buf, " ");
	sen_buf_add(&buf, sen_text_fold(arena, pupil->forename));
	return buf.text;
}

static int check(struct sen_store *store, const void *record, const void *before, struct sen_err *err)
{
	/* The two fields kept by the record itself are written here, on their way
	 * to the row: the only place that changes what it checks. */
	struct sen_pupil *pupil = (struct sen_pupil *)(uintptr_t)record;
	const struct sen_pupil *old = before;
	int rc = 0;
	if (!pupil->surname || !pupil->forename)
		return sen_fail(err, SEN_INVALID, "a child has a forename and a surname");
	pupil->upn = upn_tidy(store->arena, pupil->upn);
	pupil->former_upn = upn_tidy(store->arena, pupil->former_upn);
	if (!old || !model_same(old->surname, pupil->surname) ||
	    !model_same(old->forename, pupil->forename) || !pupil->sort_key)
		pupil->sort_key = sort_key(store->arena, pupil);
	if (pupil->upn && (!old || !model_same(old->upn, pupil->upn)))
		rc = check_upn(store, pupil, err);
	if (rc == 0 && pupil->dob != SEN_NO_DATE && (!old || old->dob != pupil->dob))
		rc = check_birth(store, pupil->dob, err);
	return rc < 0 ? rc : check_dates(store, pupil, err);
}

static int changed(struct sen_store *store, const void *record, const void *before, struct sen_err *err)
{
	const struct sen_pupil *pupil = record, *old = before;
	int rc;
	if (pupil) {
		store->child = (struct store_child){.id = pupil->head.id,
						    .school_id = pupil->head.school_id,
						    .dob = pupil->dob,
						    .left_on = pupil->left_on,
						    .died_on = pupil->died_on};
	} else {
		store->child.id = 0;
	}
	if ((rc = pupil_words_changed(store, pupil, old, err)) < 0)
		return rc;
	if (!pupil || !old)
		return 0;
	if ((rc = provision_pupil_left(store, pupil, old, err)) < 0)
		return rc;
	return store->importing ? 0 : pupil_mis_changed(store, pupil, old, err);
}

/* An arrival or a leaving of its own record tells more, on the same day. */
#define NO_MOVE(kind, day)                                                                          \
	" AND NOT EXISTS (SELECT 1 FROM move v WHERE v.pupil_id = pupil.id AND v.kind = '" kind "'" \
	" AND v.voided_at IS NULL AND v.moved_on = pupil." day ")"
static const char events[] =
	"SELECT admitted_on AS on_date, 'pupil' AS noun, id, 'joined the school' AS what, voided_at"
	" FROM pupil WHERE id = :pupil AND admitted_on IS NOT NULL" NO_MOVE(
		"arrival", "admitted_on") " UNION ALL SELECT left_on, 'pupil', id, CASE WHEN next_school IS "
					  "NULL THEN 'left the school'"
					  " ELSE 'left the school for ' || next_school END, voided_at"
					  " FROM pupil WHERE id = :pupil AND left_on IS NOT NULL" NO_MOVE(
						  "leaving",
						  "left_on") " UNION ALL SELECT died_on, 'pupil', id, "
							     "'died', voided_at FROM pupil"
							     " WHERE id = :pupil AND died_on IS NOT NULL";

const struct sen_record sen_pupil_record = {.noun = "pupil",
					    .table = "pupil",
					    .prefix = "P",
					    .title = "Pupil",
					    .flags = SEN_R_OWED,
					    .size = sizeof(struct sen_pupil),
					    .fields = fields,
					    .count = SEN_COUNT(fields),
					    .check = check,
					    .changed = changed,
					    .events = events};

int sen_pupil_double(struct sen_store *store, const struct sen_pupil *pupil, int64_t *other,
		     struct sen_err *err)
{
	static const char sql[] =
		"SELECT id FROM pupil WHERE sort_key = :key AND (dob = :dob OR dob IS NULL OR :dob IS NULL)"
		" AND id <> :id AND school_id = :school AND voided_at IS NULL LIMIT 1";
	struct db_stmt *stmt;
	int rc = db_cached(store->db, sql, &stmt, err);
	*other = 0;
	if (rc < 0)
		return rc;
	db_bind_text(stmt, ":key", pupil->sort_key);
	db_bind_date(stmt, ":dob", pupil->dob);
	db_bind_int(stmt, ":id", pupil->head.id);
	db_bind_int(stmt, ":school", pupil->head.school_id);
	if ((rc = db_step(stmt, err)) == 1)
		*other = db_col_int(stmt, 0);
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}
