/* --full-roll: who is missing from a file of the whole roll has left.  A file
 * cut short must not empty the school (cli.md 4: the tenth rule). */
#include "exchange/merge.h"
#include <string.h>

#define GONE "no longer in the MIS"

struct missing {
	int64_t *ids;
	size_t count, cap;
	int64_t on_roll, counted; /* of the missing, those the tenth rule counts */
};

static const char roll_sql[] =
	"SELECT p.id, p.dob, p.left_on, e.year FROM pupil p LEFT JOIN enrolment e"
	" ON e.pupil_id = p.id AND e.until_on IS NULL AND e.voided_at IS NULL"
	" WHERE p.school_id = :school AND p.voided_at IS NULL AND (p.left_on IS NULL OR p.left_on >= :today)"
	" AND (p.admitted_on IS NULL OR p.admitted_on <= :today) ORDER BY p.id";

/* The school's top year: whoever was in it last year has gone up and out. */
static int top_year(struct mis_import *m, struct db_stmt *stmt, int *top, struct sen_err *err)
{
	int rc, year;
	*top = -9;
	while ((rc = db_step(stmt, err)) == 1) {
		const char *code = db_col_text(stmt, 3, NULL);
		if (code && sen_year_parse(code, &year) && year > *top)
			*top = year;
	}
	(void)m;
	return rc;
}

static bool has_gone_up(const struct mis_import *m, struct db_stmt *stmt, int top)
{
	int year;
	const char *code = db_col_text(stmt, 3, NULL);
	sen_date dob = db_col_date(stmt, 1);
	return code && dob != SEN_NO_DATE && sen_year_parse(code, &year) && year == top &&
	       sen_nc_year(dob, m->today) > top;
}

static int gather(struct mis_import *m, struct missing *out, struct sen_err *err)
{
	struct db_stmt *stmt;
	int top, rc = db_cached(m->store->db, roll_sql, &stmt, err);
	int64_t last = 0;
	for (int pass = 0; !rc && pass < 2; pass++) {
		db_reset(stmt);
		db_bind_int(stmt, ":school", m->store->school_id);
		db_bind_date(stmt, ":today", m->today);
		if (!pass) {
			rc = top_year(m, stmt, &top, err);
			continue;
		}
		while ((rc = db_step(stmt, err)) == 1) {
			int64_t id = db_col_int(stmt, 0);
			if (id == last)
				continue;
			last = id;
			out->on_roll++;
			if (mis_bits_has(&m->seen, id))
				continue;
			*SEN_PUSH(m->keep, out->ids, out->count, out->cap) = id;
			out->counted += db_col_date(stmt, 2) == SEN_NO_DATE && !has_gone_up(m, stmt, top);
		}
	}
	db_reset(stmt);
	return rc;
}

static int allowed(struct mis_import *m, const struct missing *missing, struct sen_err *err)
{
	int64_t most = m->options->max_left;
	if (m->untied) {
		sen_fail(err, SEN_INVALID,
			 "%lld rejected %s cannot be tied to a child here, so nobody can be marked as having "
			 "left",
			 (long long)m->untied, m->untied == 1 ? "row" : "rows");
		sen_hint(err, "Mend the rows in the MIS and import again, or import without --full-roll.");
		return SEN_INVALID;
	}
	if (most != SEN_NO_INT) {
		if ((int64_t)missing->count <= most)
			return 0;
		return sen_fail(err, SEN_INVALID, "%zu children would leave, more than --max-left %lld",
				missing->count, (long long)most);
	}
	if (missing->counted * 10 <= missing->on_roll)
		return 0;
	sen_fail(err, SEN_INVALID, "%zu of %lld children are missing from the file, more than a tenth",
		 missing->count, (long long)missing->on_roll);
	sen_hint(err, "Is it the whole roll? If they have really left: --max-left %zu.", missing->count);
	return SEN_INVALID;
}

/* The same row again must be read again, should the child come back; what the
 * MIS last said stays known. */
static const char *unlike(struct mis_import *m, const char *digest)
{
	char *text = sen_strdup(m->arena, digest);
	if (text)
		memset(text, '-', strlen(text) < MIS_HASH ? strlen(text) : MIS_HASH);
	return text;
}

static int mark_left(struct mis_import *m, int64_t id, struct sen_err *err)
{
	struct sen_pupil p;
	struct sen_register_entry entry;
	int rc = sen_record_get(m->store, &sen_pupil_record, id, &p, err);
	if (rc)
		return rc;
	if (p.left_on == SEN_NO_DATE || p.left_on >= m->today) {
		p.left_on = m->today - 1;
		if (p.admitted_on != SEN_NO_DATE && p.left_on < p.admitted_on)
			p.left_on = p.admitted_on;
		if (!p.leaving_reason)
			p.leaving_reason = GONE;
		p.mis_digest = unlike(m, p.mis_digest);
	}
	if ((rc = sen_record_update(m->store, &sen_pupil_record, &p, err)) ||
	    (rc = sen_register_on(m->store, id, m->today, &entry, err)))
		return rc;
	m->result->left++;
	m->child = sen_pupil_name(m->arena, &p);
	if (entry.head.id && *entry.census != 'N')
		mis_news_child(m, "left; was %s",
			       *entry.census == 'E' ? "with an EHC plan" : "on SEN support");
	return 0;
}

int mis_roll(struct mis_import *m, struct sen_err *err)
{
	struct missing missing = {0};
	int rc = gather(m, &missing, err);
	if (!rc)
		rc = allowed(m, &missing, err);
	for (size_t i = 0; !rc && i < missing.count; i++) {
		struct sen_mark mark = sen_arena_mark(m->arena);
		rc = mark_left(m, missing.ids[i], err);
		sen_arena_release(m->arena, mark);
	}
	return rc;
}
