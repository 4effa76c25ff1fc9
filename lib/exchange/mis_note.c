/* What an import has to tell: problems by line, findings that stay until they
 * are settled, and what changed in a SENCo's words. */
#include "exchange/merge.h"
#include <sen/text.h>
#include <stdio.h>
#include <string.h>

#define PROBLEMS_TOLD 50
#define NEWS_TOLD 50

static const char *column_name(const struct mis_import *m, enum mis_field field)
{
	int at = m->columns.at[field];
	return at >= 0 && *m->columns.headings[at] ? m->columns.headings[at] : mis_fields[field].name;
}

void mis_problem(struct mis_import *m, int64_t line, enum mis_field field, const char *theirs,
		 const char *what)
{
	m->result->problems++;
	if (m->result->problems > PROBLEMS_TOLD || !m->problem)
		return;
	m->problem(m->arg,
		   theirs ? sen_format(m->arena, "%s:%lld: %s: %s ('%s')", m->path, (long long)line,
				       column_name(m, field), what, sen_text_visible(m->arena, theirs, false))
			  : sen_format(m->arena, "%s:%lld: %s: %s", m->path, (long long)line,
				       column_name(m, field), what));
}

/* ---- Findings ---- */

int mis_findings_load(struct mis_import *m, int64_t pupil_id, struct sen_err *err)
{
	static const char sql[] = "SELECT id, kind, field, theirs, settled_on IS NOT NULL FROM mis_finding"
				  " WHERE pupil_id = :pupil AND voided_at IS NULL"
				  " AND (settled_on IS NULL OR choice = 'ours')";
	struct db_stmt *stmt;
	size_t cap = 0;
	int rc = db_cached(m->store->db, sql, &stmt, err);
	m->open = NULL;
	m->open_count = 0;
	if (rc)
		return rc;
	db_bind_int(stmt, ":pupil", pupil_id);
	while ((rc = db_step(stmt, err)) == 1) {
		struct mis_finding *f = SEN_PUSH(m->arena, m->open, m->open_count, cap);
		f->id = db_col_int(stmt, 0);
		f->kind = sen_strdup(m->arena, db_col_text(stmt, 1, NULL));
		f->field = sen_strdup(m->arena, db_col_text(stmt, 2, NULL));
		f->theirs = sen_strdup(m->arena, db_col_text(stmt, 3, NULL));
		f->settled = db_col_int(stmt, 4);
	}
	db_reset(stmt);
	return rc;
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/* Found before, and open or settled with ours; NULL: it is new. */
static struct mis_finding *known(struct mis_import *m, const char *kind, enum mis_field field,
				 const char *theirs)
{
	for (size_t i = 0; i < m->open_count; i++) {
		struct mis_finding *f = &m->open[i];
		if (same_text(f->kind, kind) && same_text(f->field, mis_fields[field].name) &&
		    same_text(f->theirs, theirs))
			return f;
	}
	return NULL;
}

int mis_finding_raise(struct mis_import *m, int64_t pupil_id, const char *kind, enum mis_field field,
		      const char *theirs, const char *ours, const char *what, struct sen_err *err)
{
	struct sen_mis_finding finding;
	struct mis_finding *before = known(m, kind, field, theirs);
	if (before) {
		before->again = true;
		return 0;
	}
	sen_record_blank(&sen_mis_finding_record, &finding);
	memset(&finding.head, 0, sizeof(finding.head));
	finding.pupil_id = pupil_id;
	finding.kind = kind;
	finding.field = mis_fields[field].name;
	finding.theirs = theirs;
	finding.ours = ours;
	finding.finding = what;
	finding.found_on = m->today;
	return sen_record_insert(m->store, &sen_mis_finding_record, &finding, err);
}

int mis_doubts_keep(struct mis_import *m, int64_t pupil_id, const struct mis_row *row, struct sen_err *err)
{
	int rc = 0;
	for (size_t i = 0; !rc && i < row->doubt_count; i++) {
		const struct mis_doubt *d = &row->doubts[i];
		m->result->warnings++;
		mis_problem(m, row->line, d->field, d->theirs, d->what);
		rc = mis_finding_raise(m, pupil_id, d->kind, d->field, d->theirs, NULL,
				       sen_format(m->arena, "%s: %s", column_name(m, d->field), d->what),
				       err);
	}
	return rc;
}

static enum mis_field field_named(const char *name)
{
	for (int i = 0; i < MIS_FIELDS; i++)
		if (!strcmp(mis_fields[i].name, name))
			return (enum mis_field)i;
	return MIS_IGNORE;
}

int mis_findings_settle(struct mis_import *m, struct sen_err *err)
{
	struct sen_mis_finding finding;
	int rc = 0;
	for (size_t i = 0; !rc && i < m->open_count; i++) {
		const struct mis_finding *f = &m->open[i];
		/* A file without the column says nothing of it. */
		if (f->settled || f->again || !mis_has(&m->columns, field_named(f->field)))
			continue;
		if (!(rc = sen_record_get(m->store, &sen_mis_finding_record, f->id, &finding, err)))
			rc = sen_mis_finding_settle(m->store, &finding, NULL, err);
	}
	return rc;
}

/* Names, numbers and birthdays are not said where a finding is listed. */
static bool discreet(enum mis_field field)
{
	return field <= MIS_DOB;
}

static const char *or_none(const char *text)
{
	return text && *text ? text : "none";
}

int mis_difference(struct mis_import *m, int64_t pupil_id, enum mis_field field, const char *theirs,
		   const char *ours, struct sen_err *err)
{
	const struct mis_finding *before = known(m, "difference", field, theirs);
	const char *plain = mis_fields[field].plain, *values = "";
	if (before && before->settled)
		return 0;
	m->result->kept++;
	if (!discreet(field))
		values = sen_format(m->arena, " (%s here, %s there)", or_none(ours), or_none(theirs));
	return mis_finding_raise(
		m, pupil_id, "difference", field, theirs, ours,
		sen_format(m->arena, "%s differs from the MIS%s; ours is kept", plain, values), err);
}

bool mis_disputed(struct mis_import *m, enum mis_field field, const char *theirs)
{
	return known(m, "difference", field, theirs) != NULL;
}

int mis_disputed_load(struct mis_import *m, struct sen_err *err)
{
	static const char sql[] =
		"SELECT pupil_id FROM mis_finding WHERE kind = 'difference' AND settled_on IS NULL"
		" AND voided_at IS NULL";
	struct db_stmt *stmt;
	int rc = db_cached(m->store->db, sql, &stmt, err);
	if (rc)
		return rc;
	while ((rc = db_step(stmt, err)) == 1)
		mis_bits_add(&m->disputed, db_col_int(stmt, 0));
	db_reset(stmt);
	return rc;
}

/* ---- News ---- */

void mis_news_child(struct mis_import *m, const char *fmt, ...)
{
	va_list args;
	char text[400];
	m->send_total++;
	if (m->send_count == NEWS_TOLD)
		return;
	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	*SEN_PUSH(m->keep, m->send, m->send_count, m->send_cap) =
		sen_format(m->keep, "%s: %s", m->child, text);
}

static void piece(struct sen_buf *buf, int64_t n, const char *one, const char *many)
{
	if (n)
		sen_buf_addf(buf, "%s%lld %s", buf->len ? "; " : "", (long long)n, n == 1 ? one : many);
}

static void first_news(struct mis_import *m, struct sen_buf *buf)
{
	int64_t sen = m->to_k + m->to_e + m->to_m;
	piece(buf, m->result->added, "child taken in", "children taken in");
	if (m->result->added && sen) {
		sen_buf_addf(buf, ": %lld on SEN support, %lld with an EHC plan", (long long)m->to_k,
			     (long long)m->to_e);
		if (m->to_m)
			sen_buf_addf(buf, ", %lld monitored", (long long)m->to_m);
	}
}

void mis_news_finish(struct mis_import *m)
{
	struct sen_mis_result *r = m->result;
	struct sen_buf buf = {.arena = m->keep};
	if (m->first) {
		first_news(m, &buf);
		m->send_count = 0;
		m->send_total = 0;
	} else {
		piece(&buf, r->added, "child joined", "children joined");
	}
	piece(&buf, r->left, "child left", "children left");
	piece(&buf, m->returned, "came back", "came back");
	piece(&buf, m->moved_class, "moved class", "moved class");
	piece(&buf, m->moved_year, "moved year", "moved year");
	r->moved = m->moved_class + m->moved_year;
	piece(&buf, m->renamed, "has another name", "have another name");
	if (buf.len && !m->first)
		piece(&buf, m->send_total, "change matters to SEND", "changes matter to SEND");
	else if (!m->first && m->send_total)
		piece(&buf, m->send_total, "change matters to SEND", "changes matter to SEND");
	if (m->other_school)
		sen_buf_addf(&buf, "%s%lld %s of another school passed over", buf.len ? "; " : "",
			     (long long)m->other_school, m->other_school == 1 ? "row" : "rows");
	r->news = SEN_NEW(m->keep, const char *, m->send_count + 3);
	if (buf.len)
		r->news[r->news_count++] = buf.text;
	for (size_t i = 0; i < m->send_count; i++)
		r->news[r->news_count++] = m->send[i];
	if (m->send_total > (int64_t)m->send_count)
		r->news[r->news_count++] = sen_format(m->keep, "and %lld more",
						      (long long)(m->send_total - (int64_t)m->send_count));
}

/* ---- Rejects ---- */

static int rejects_begin(struct mis_import *m, struct sen_err *err)
{
	int rc = sen_file_out_begin(m->keep, m->options->rejects, &m->rejects, &m->rejects_out, err);
	if (rc)
		return rc;
	fputs("line,row,reason", m->rejects_out);
	for (size_t i = 0; i < m->columns.count; i++) {
		fputc(',', m->rejects_out);
		csv_put(m->rejects_out, m->columns.headings[i]);
	}
	fputc('\n', m->rejects_out);
	return 0;
}

int mis_reject(struct mis_import *m, const struct sen_csv_row *in, const struct mis_row *row,
	       struct sen_err *err)
{
	mis_problem(m, row->line, row->reject_field, NULL, row->reject);
	if (!m->options->rejects)
		return 0;
	int rc = m->rejects ? 0 : rejects_begin(m, err);
	if (rc)
		return rc;
	fprintf(m->rejects_out, "%lld,%lld,", (long long)row->line, (long long)m->row_number);
	csv_put(m->rejects_out, row->reject);
	for (size_t i = 0; i < in->count; i++) {
		fputc(',', m->rejects_out);
		csv_put(m->rejects_out, in->cells[i]);
	}
	fputc('\n', m->rejects_out);
	return 0;
}
