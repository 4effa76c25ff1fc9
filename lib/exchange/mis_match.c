/* Which child a row is about: by UPN, by a former UPN, else by legal surname
 * and date of birth (design.md 4).  Two that fit: neither. */
#include "exchange/merge.h"
#include <ctype.h>
#include <sen/text.h>
#include <stdlib.h>
#include <string.h>

void mis_bits_add(struct mis_bits *set, int64_t id)
{
	size_t at = (size_t)id / 8;
	if (at >= set->size) {
		size_t size = (at + 1) * 2 + 4096;
		unsigned char *grown = realloc(set->bits, size);
		if (!grown)
			sen_out_of_memory();
		memset(grown + set->size, 0, size - set->size);
		set->bits = grown;
		set->size = size;
	}
	set->bits[at] |= (unsigned char)(1u << (id % 8));
}

bool mis_bits_has(const struct mis_bits *set, int64_t id)
{
	size_t at = (size_t)id / 8;
	return at < set->size && set->bits[at] >> (id % 8) & 1;
}

static const char upn_sql[] = "SELECT id, mis_digest FROM pupil"
			      " WHERE upn = :upn AND school_id = :school AND voided_at IS NULL";
static const char former_sql[] = "SELECT id, mis_digest FROM pupil"
				 " WHERE former_upn = :upn AND school_id = :school AND voided_at IS NULL";
static const char name_sql[] =
	"SELECT id, surname, forename, preferred_forename, upn, admission_number, mis_digest FROM pupil"
	" WHERE sort_key >= :from AND sort_key < :to AND dob = :dob AND school_id = :school"
	" AND voided_at IS NULL";

static int by_number(struct mis_import *m, const char *sql, const char *upn, const struct mis_row *row,
		     int64_t *id, bool *same, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(m->store->db, sql, &stmt, err);
	if (rc)
		return rc;
	db_bind_text_at(stmt, 1, upn);
	db_bind_int_at(stmt, 2, m->store->school_id);
	if ((rc = db_step(stmt, err)) == 1) {
		const char *digest = db_col_text(stmt, 1, NULL);
		*id = db_col_int(stmt, 0);
		*same = digest && !strcmp(digest, row->digest);
		rc = 0;
	}
	db_reset(stmt);
	return rc;
}

struct candidate {
	int64_t id;
	bool alike, temporary, same_number, same_row;
};

/* One is the beginning of the other ("Tom", "Thomas" is not), or it is the
 * name the child is called by. */
static bool alike(struct sen_arena *arena, const char *theirs, const char *ours, const char *preferred)
{
	const char *a = sen_text_fold(arena, theirs), *b = sen_text_fold(arena, ours);
	size_t n = strlen(a) < strlen(b) ? strlen(a) : strlen(b);
	if (n && !strncmp(a, b, n))
		return true;
	return preferred && !strcmp(a, sen_text_fold(arena, preferred));
}

static bool same_number(const char *a, const char *b)
{
	if (!a || !b)
		return false;
	return !strcmp(a + strspn(a, "0"), b + strspn(b, "0"));
}

static int candidates(struct mis_import *m, const struct mis_row *row, struct candidate *out, size_t room,
		      size_t *count, struct sen_err *err)
{
	struct db_stmt *stmt;
	const char *folded = sen_text_fold(m->arena, row->text[MIS_SURNAME]);
	int rc = db_cached(m->store->db, name_sql, &stmt, err);
	*count = 0;
	if (rc)
		return rc;
	db_bind_text(stmt, ":from", sen_format(m->arena, "%s ", folded));
	db_bind_text(stmt, ":to", sen_format(m->arena, "%s!", folded)); /* the byte after a space */
	db_bind_date(stmt, ":dob", row->dob);
	db_bind_int(stmt, ":school", m->store->school_id);
	while ((rc = db_step(stmt, err)) == 1 && *count < room) {
		struct candidate *c = &out[*count];
		const char *upn = db_col_text(stmt, 4, NULL), *digest = db_col_text(stmt, 6, NULL);
		if (strcmp(sen_text_fold(m->arena, db_col_text(stmt, 1, NULL)), folded))
			continue;
		c->id = db_col_int(stmt, 0);
		c->alike = alike(m->arena, row->text[MIS_FORENAME], db_col_text(stmt, 2, NULL),
				 db_col_text(stmt, 3, NULL));
		c->temporary = !upn || isalpha((unsigned char)upn[strlen(upn) - 1]);
		c->same_number = same_number(row->text[MIS_NUMBER], db_col_text(stmt, 5, NULL));
		c->same_row = digest && !strcmp(digest, row->digest);
		++*count;
	}
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

static void cannot_tell(struct mis_row *row, const char *why)
{
	row->reject = why;
	row->reject_field = MIS_SURNAME;
}

/* A row without a UPN. */
static void choose(struct mis_import *m, struct mis_row *row, const struct candidate *list, size_t count,
		   int64_t *id, bool *same)
{
	const struct candidate *found = NULL, *sure = NULL;
	size_t fit = 0, certain = 0;
	for (size_t i = 0; i < count; i++) {
		const struct candidate *c = &list[i];
		if (mis_bits_has(&m->seen, c->id)) { /* another row of this file is that child */
			if (c->alike)
				cannot_tell(
					row,
					"child cannot be told: another row has this name and date of birth");
			continue;
		}
		fit++;
		found = c;
		if (c->same_row || (c->same_number && c->alike)) {
			certain++;
			sure = c;
		}
	}
	if (row->reject || !fit)
		return;
	if (fit > 1 && certain != 1)
		cannot_tell(row,
			    "child cannot be told: two children here have this surname and date of birth");
	else if (fit == 1 && !found->alike && !certain)
		cannot_tell(row, "child cannot be told: a child here has this surname and date of birth, "
				 "but another first name");
	if (row->reject)
		return;
	found = certain == 1 ? sure : found;
	*id = found->id;
	*same = found->same_row;
}

/* A number new to us may be the permanent one of a child who had none. */
static void promote(struct mis_import *m, struct mis_row *row, const struct candidate *list, size_t count,
		    int64_t *id)
{
	int64_t found = 0;
	size_t fit = 0, unsure = 0;
	for (size_t i = 0; i < count; i++) {
		if (!list[i].temporary || mis_bits_has(&m->seen, list[i].id))
			continue;
		unsure++;
		if (list[i].alike) {
			fit++;
			found = list[i].id;
		}
	}
	if (fit == 1)
		*id = found;
	else if (unsure)
		mis_doubt(&m->reader, row, "child", MIS_SURNAME, NULL,
			  "taken in as a new child: one here without a permanent UPN has this surname and "
			  "date of birth");
}

int mis_match(struct mis_import *m, struct mis_row *row, int64_t *id, bool *same, struct sen_err *err)
{
	struct candidate list[16];
	size_t count = 0;
	int rc = 0;
	*id = 0;
	*same = false;
	if (m->empty && row->upn)
		return 0;
	if (row->upn) {
		rc = by_number(m, upn_sql, row->upn, row, id, same, err);
		if (!rc && !*id)
			rc = by_number(m, former_sql, row->upn, row, id, same, err);
		if (!rc && !*id && row->former_upn)
			rc = by_number(m, upn_sql, row->former_upn, row, id, same, err);
		if (rc || *id)
			return rc;
	}
	if (row->dob == SEN_NO_DATE || !row->text[MIS_SURNAME])
		return 0;
	if ((rc = mis_indexes_fill(m, err)) || (rc = candidates(m, row, list, SEN_COUNT(list), &count, err)))
		return rc;
	if (row->upn)
		promote(m, row, list, count, id);
	else
		choose(m, row, list, count, id, same);
	return 0;
}
