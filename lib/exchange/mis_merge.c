/* A new child from a row, and a known child merged with it: theirs is taken
 * where nobody here changed it, ours is kept where the MIS did not, and where
 * both did ours is kept and the difference found (design.md 4). */
#include "exchange/merge.h"
#include <sen/text.h>
#include <string.h>

/* Fields that go from a row into the pupil. */
static const struct {
	enum mis_field from;
	const char *name;
	bool clears; /* a blank says: no longer */
} texts[] = {
	{MIS_UPN, "upn", false},
	{MIS_FORMER_UPN, "former_upn", false},
	{MIS_NUMBER, "admission_number", false},
	{MIS_SURNAME, "surname", false},
	{MIS_FORENAME, "forename", false},
	{MIS_PREF_SURNAME, "preferred_surname", true},
	{MIS_PREF_FORENAME, "preferred_forename", true},
	{MIS_MIDDLE, "middle_names", true},
	{MIS_DOB, "dob", false},
	{MIS_SEX, "sex", false},
	{MIS_LANGUAGE, "first_language", false},
	{MIS_ETHNICITY, "ethnicity", false},
	{MIS_ADMITTED, "admitted_on", false},
	{MIS_LEFT, "left_on", true},
	{MIS_LEAVING_REASON, "leaving_reason", true},
	{MIS_PREVIOUS_SCHOOL, "previous_school", false},
	{MIS_NEXT_SCHOOL, "next_school", false},
};
#define GONE "no longer in the MIS" /* --full-roll's reason for leaving */

static const char *label(struct mis_import *m, const struct sen_pupil *pupil, const char *class_name)
{
	const char *name = sen_pupil_name(m->arena, pupil);
	return class_name ? sen_format(m->arena, "%s (%s)", name, class_name) : name;
}

/* ---- A new child ---- */

static int add_pupil(struct mis_import *m, const struct mis_row *row, struct sen_pupil *p,
		     struct sen_err *err)
{
	sen_record_blank(&sen_pupil_record, p);
	memset(&p->head, 0, sizeof(p->head));
	p->upn = row->upn;
	p->former_upn = row->former_upn;
	p->admission_number = row->text[MIS_NUMBER];
	p->surname = row->text[MIS_SURNAME];
	p->forename = row->text[MIS_FORENAME];
	p->preferred_surname = row->text[MIS_PREF_SURNAME];
	p->preferred_forename = row->text[MIS_PREF_FORENAME];
	p->middle_names = row->text[MIS_MIDDLE];
	p->dob = row->dob;
	p->sex = row->text[MIS_SEX];
	p->first_language = row->text[MIS_LANGUAGE];
	p->ethnicity = row->text[MIS_ETHNICITY];
	p->admitted_on = row->admitted_on;
	p->left_on = row->left_on;
	p->leaving_reason = row->text[MIS_LEAVING_REASON];
	p->previous_school = row->text[MIS_PREVIOUS_SCHOOL];
	p->next_school = row->text[MIS_NEXT_SCHOOL];
	p->mis_digest = row->digest;
	return sen_record_insert(m->store, &sen_pupil_record, p, err);
}

int mis_child_add(struct mis_import *m, struct mis_row *row, struct sen_err *err)
{
	struct sen_pupil p;
	int rc = add_pupil(m, row, &p, err);
	if (rc)
		return rc;
	int64_t id = p.head.id;
	mis_bits_add(&m->seen, id);
	m->result->added++;
	m->child = m->first ? NULL : label(m, &p, row->text[MIS_CLASS]);
	m->open_count = 0;
	if ((rc = mis_enrolment_add(m, id, row, err)) || (rc = mis_flags_add(m, id, row, err)) ||
	    (rc = mis_status_add(m, id, row, err)))
		return rc;
	return row->doubt_count ? mis_doubts_keep(m, id, row, err) : 0;
}

/* ---- A known child: its own fields ---- */

struct override {
	const char *field, *base;
};

static int overrides(struct mis_import *m, int64_t pupil_id, struct override **out, size_t *count,
		     struct sen_err *err)
{
	static const char sql[] = "SELECT field, base FROM mis_override WHERE pupil_id = :pupil";
	struct db_stmt *stmt;
	size_t cap = 0;
	int rc = db_cached(m->store->db, sql, &stmt, err);
	*out = NULL;
	*count = 0;
	if (rc)
		return rc;
	db_bind_int(stmt, ":pupil", pupil_id);
	while ((rc = db_step(stmt, err)) == 1) {
		struct override *o = SEN_PUSH(m->arena, *out, *count, cap);
		o->field = sen_strdup(m->arena, db_col_text(stmt, 0, NULL));
		o->base = sen_strdup(m->arena, db_col_text(stmt, 1, NULL));
	}
	db_reset(stmt);
	return rc;
}

static int settled(struct mis_import *m, int64_t pupil_id, const char *field, struct sen_err *err)
{
	static const char sql[] = "DELETE FROM mis_override WHERE pupil_id = :pupil AND field = :field";
	struct db_stmt *stmt;
	int rc = db_cached(m->store->db, sql, &stmt, err);
	if (rc)
		return rc;
	db_bind_int(stmt, ":pupil", pupil_id);
	db_bind_text(stmt, ":field", field);
	return db_run(stmt, err);
}

static const char *theirs_of(struct mis_import *m, const struct mis_row *row, enum mis_field field)
{
	sen_date date;
	switch (field) {
	case MIS_UPN:
		return row->upn;
	case MIS_FORMER_UPN:
		return row->former_upn;
	case MIS_DOB:
		date = row->dob;
		break;
	case MIS_ADMITTED:
		date = row->admitted_on;
		break;
	case MIS_LEFT:
		date = row->left_on;
		break;
	default:
		return row->text[field];
	}
	return date == SEN_NO_DATE ? NULL : sen_date_text(date, sen_alloc(m->arena, 11));
}

static bool same(enum mis_field field, const char *a, const char *b)
{
	if (!a || !b)
		return a == b;
	if (field == MIS_NUMBER) { /* 001000 is 1000 */
		a += strspn(a, "0");
		b += strspn(b, "0");
	}
	return !strcmp(a, b);
}

static void put(struct sen_pupil *p, const struct sen_field *field, const char *value)
{
	if (field->kind == SEN_K_DATE)
		*(sen_date *)((char *)p + field->offset) = value ? sen_date_iso(value) : SEN_NO_DATE;
	else
		*(const char **)((char *)p + field->offset) = value;
}

static bool told(const struct mis_import *m, size_t i, const char *theirs)
{
	return mis_has(&m->columns, texts[i].from) && (theirs || texts[i].clears);
}

/* One field three ways. */
static int merge_field(struct mis_import *m, struct sen_pupil *p, size_t i, const char *theirs,
		       const struct override *list, size_t count, struct sen_err *err)
{
	const struct sen_field *field = sen_field_named(&sen_pupil_record, texts[i].name);
	const char *ours = sen_field_text(m->arena, field, p);
	const struct override *o = NULL;
	for (size_t k = 0; k < count; k++)
		if (!strcmp(list[k].field, texts[i].name))
			o = &list[k];
	if (same(texts[i].from, theirs, ours))
		return o ? settled(m, p->head.id, o->field, err) : 0;
	if (o && same(texts[i].from, theirs, o->base) && !mis_disputed(m, texts[i].from, theirs))
		return 0;
	if (o && !same(texts[i].from, ours, o->base))
		return mis_difference(m, p->head.id, texts[i].from, theirs, ours, err);
	put(p, field, theirs);
	return o ? settled(m, p->head.id, o->field, err) : 0; /* set back here since */
}

/* Dates that would contradict each other after the merge are not taken. */
static void mend_dates(struct sen_pupil *p, const struct sen_pupil *old)
{
	if (p->admitted_on != SEN_NO_DATE && p->left_on != SEN_NO_DATE && p->left_on < p->admitted_on)
		p->admitted_on = old->admitted_on != SEN_NO_DATE && old->admitted_on <= p->left_on
					 ? old->admitted_on
					 : SEN_NO_DATE;
	if (p->dob == SEN_NO_DATE)
		return;
	if (p->admitted_on != SEN_NO_DATE && p->admitted_on < p->dob)
		p->admitted_on = SEN_NO_DATE;
	if (p->left_on != SEN_NO_DATE && p->left_on < p->dob)
		p->left_on = old->left_on;
}

static bool on_roll(const struct mis_import *m, const struct sen_pupil *p)
{
	return p->left_on == SEN_NO_DATE || p->left_on >= m->today;
}

static void news_of(struct mis_import *m, const struct sen_pupil *p, const struct sen_pupil *old)
{
	bool was = on_roll(m, old), is = on_roll(m, p);
	m->result->left += was && !is;
	m->returned += !was && is;
	m->renamed += strcmp(p->surname, old->surname) || strcmp(p->forename, old->forename);
}

static int merge_pupil(struct mis_import *m, struct sen_pupil *p, const struct mis_row *row,
		       struct sen_err *err)
{
	struct sen_pupil old = *p;
	struct override *list;
	size_t count;
	int rc = overrides(m, p->head.id, &list, &count, err);
	for (size_t i = 0; !rc && i < SEN_COUNT(texts); i++) {
		const char *theirs = theirs_of(m, row, texts[i].from);
		if (told(m, i, theirs))
			rc = merge_field(m, p, i, theirs, list, count, err);
	}
	if (rc)
		return rc;
	if (row->upn && old.upn && strcmp(p->upn, old.upn) && !row->former_upn)
		p->former_upn = old.upn; /* a permanent number for a temporary one */
	/* Who was marked left for not being in the roll is in it again. */
	if (old.leaving_reason && !strcmp(old.leaving_reason, GONE) && row->left_on == SEN_NO_DATE) {
		p->left_on = SEN_NO_DATE;
		p->leaving_reason = row->text[MIS_LEAVING_REASON];
	}
	mend_dates(p, &old);
	int64_t rev = p->head.rev;
	if ((rc = sen_record_update(m->store, &sen_pupil_record, p, err)))
		return rc;
	if (p->head.rev != rev) {
		m->child_changed = true;
		news_of(m, p, &old);
	}
	return 0;
}

/* ---- The child ---- */

/* The number says one child, all else another: not to be merged. */
static bool another_child(struct mis_import *m, const struct mis_row *row, const struct sen_pupil *p)
{
	if (row->dob == SEN_NO_DATE || p->dob == SEN_NO_DATE || row->dob == p->dob)
		return false;
	return strcmp(sen_text_fold(m->arena, row->text[MIS_SURNAME]), sen_text_fold(m->arena, p->surname)) &&
	       strcmp(sen_text_fold(m->arena, row->text[MIS_FORENAME]), sen_text_fold(m->arena, p->forename));
}

/* With a change of the child it goes through the record, so that `undo` takes it
 * back too; else it is bookkeeping: no audit, no revision. */
static int keep_digest(struct mis_import *m, struct sen_pupil *p, const char *digest, struct sen_err *err)
{
	static const char sql[] = "UPDATE pupil SET mis_digest = :digest WHERE id = :id";
	struct db_stmt *stmt;
	int rc;
	if (m->child_changed) {
		p->mis_digest = digest;
		return sen_record_update(m->store, &sen_pupil_record, p, err);
	}
	if ((rc = db_cached(m->store->db, sql, &stmt, err)))
		return rc;
	db_bind_text(stmt, ":digest", digest);
	db_bind_int(stmt, ":id", p->head.id);
	return db_run(stmt, err);
}

int mis_child_merge(struct mis_import *m, int64_t id, struct mis_row *row, struct sen_err *err)
{
	struct sen_pupil p;
	struct mis_base base;
	int rc = sen_record_get(m->store, &sen_pupil_record, id, &p, err);
	if (rc)
		return rc;
	if (another_child(m, row, &p)) {
		row->reject = "child cannot be told: the UPN is another child's by name and date of birth";
		row->reject_field = MIS_UPN;
		return 0;
	}
	mis_bits_add(&m->seen, id);
	m->child_changed = false;
	m->child = label(m, &p, row->text[MIS_CLASS]);
	mis_base_read(m->arena, p.mis_digest, &base);
	if ((rc = mis_findings_load(m, id, err)) || (rc = merge_pupil(m, &p, row, err)) ||
	    (rc = mis_enrolment_merge(m, id, row, &base, err)) ||
	    (rc = mis_flags_merge(m, id, row, &base, err)) ||
	    (rc = mis_status_merge(m, id, row, &base, err)) ||
	    (rc = mis_needs_merge(m, id, row, &base, err)) || (rc = mis_doubts_keep(m, id, row, err)) ||
	    (rc = mis_findings_settle(m, err)) || (rc = keep_digest(m, &p, row->digest, err)))
		return rc;
	if (m->child_changed)
		m->result->changed++;
	else
		m->result->unchanged++;
	return 0;
}
