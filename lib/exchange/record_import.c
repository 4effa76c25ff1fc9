/* `NOUN import FILE`: a CSV whose headings are the field names; every row goes
 * through the write path, all or none. */
#include "exchange/form.h"
#include "exchange/mis.h"
#include <sen/text.h>
#include <string.h>

struct import {
	struct sen_store *store;
	const struct sen_record *kind;
	const struct sen_import *how;
	const char *path;
	const struct sen_field **columns; /* NULL: an empty heading */
	const char **headings;
	size_t count;
	char *kept; /* records there already that belong to no child */
	size_t kept_count;
	int64_t added, unchanged;
};

static const char *option_name(const struct sen_field *field)
{
	return field->option ? field->option : field->name;
}

static const struct sen_field *field_of(const struct import *im, const char *heading)
{
	const struct sen_record *kind = im->kind;
	if (im->how->by_child && heading_same(heading, "pupil"))
		return sen_field_named(kind, im->how->by_child);
	for (size_t i = 0; i < kind->count; i++) {
		const struct sen_field *f = &kind->fields[i];
		if (f->flags & SEN_F_INTERNAL)
			continue;
		if (heading_same(heading, f->name) || heading_same(heading, option_name(f)))
			return f;
		if (f->kind == SEN_K_REF && f->ref && heading_same(heading, f->ref))
			return f;
	}
	return NULL;
}

static int unknown_heading(struct import *im, const char *heading, struct sen_err *err)
{
	const char *words[96];
	struct sen_buf list = {.arena = im->store->arena};
	size_t n = 0;
	for (size_t i = 0; i < im->kind->count && n < SEN_COUNT(words); i++)
		if (!(im->kind->fields[i].flags & SEN_F_INTERNAL)) {
			words[n++] = im->kind->fields[i].name;
			sen_buf_addf(&list, "%s%s", n > 1 ? ", " : "", im->kind->fields[i].name);
		}
	const char *guess = sen_text_guess(heading, words, n);
	sen_fail(err, SEN_INVALID, "line 1 of '%s': no field '%s'", im->path, heading);
	if (guess)
		sen_hint(err, "Did you mean '%s'?", guess);
	else
		sen_hint(err, "Headings are field names: %.600s.", list.text ? list.text : "");
	return SEN_INVALID;
}

static int read_headings(struct import *im, const struct sen_csv_row *row, struct sen_err *err)
{
	struct sen_arena *keep = im->store->keep;
	im->count = row->count;
	im->columns = SEN_NEW(keep, const struct sen_field *, row->count);
	im->headings = SEN_NEW(keep, const char *, row->count);
	for (size_t i = 0; i < row->count; i++) {
		const char *heading = value_text(im->store->arena, row->cells[i]);
		if (!heading)
			continue;
		im->headings[i] = sen_strdup(keep, heading);
		if (!(im->columns[i] = field_of(im, heading)))
			return unknown_heading(im, heading, err);
		for (size_t k = 0; k < i; k++)
			if (im->columns[k] == im->columns[i])
				return sen_fail(err, SEN_INVALID,
						"the columns '%s' and '%s' of '%s' are the same field",
						im->headings[k], heading, im->path);
	}
	for (size_t i = 0; i < im->kind->count; i++) {
		const struct sen_field *f = &im->kind->fields[i];
		bool there = !(f->flags & SEN_F_REQUIRED) || (f->flags & (SEN_F_TODAY | SEN_F_INTERNAL));
		for (size_t k = 0; k < im->count; k++)
			there |= im->columns[k] == f;
		if (!there)
			return sen_fail(err, SEN_INVALID, "'%s' has no column '%s'", im->path,
					f->kind == SEN_K_REF ? f->ref : f->name);
	}
	return 0;
}

/* P12, a UPN, an admission number or an exact name: a prefix is not enough where
 * nobody is asked. */
static int set_pupil(struct import *im, const struct sen_field *field, void *record, const char *text,
		     struct sen_err *err)
{
	struct sen_match match;
	enum sen_match_how how;
	int rc = sen_pupil_find(im->store, text, &match, &how, err);
	if (rc)
		return rc;
	if (how == SEN_MATCH_PREFIX) {
		sen_fail(err, SEN_NOTFOUND, "no child is named exactly '%s'", text);
		sen_hint(err, "Give the whole name, the UPN or the id (P%lld).", (long long)match.id);
		return SEN_NOTFOUND;
	}
	*(int64_t *)((char *)record + field->offset) = match.id;
	return 0;
}

/* "PL4", or the plan of a child. */
static int set_by_child(struct import *im, const struct sen_field *field, void *record, const char *text,
			struct sen_err *err)
{
	const struct sen_record *kind = sen_record_named(field->ref);
	int64_t *place = (int64_t *)((char *)record + field->offset);
	int64_t *pupil = (int64_t *)((char *)record + im->kind->pupil_offset);
	int rc;
	if (!strncasecmp(text, kind->prefix, strlen(kind->prefix)) &&
	    sen_id_parse(text, kind->prefix, place)) {
		void *named = sen_record_new(im->store->arena, kind);
		if ((rc = sen_record_get(im->store, kind, *place, named, err)) == 0)
			*pupil = *(int64_t *)((char *)named + kind->pupil_offset);
		return rc;
	}
	if ((rc = set_pupil(im, field, record, text, err)) == 0) {
		*pupil = *place;
		rc = im->how->of_child(im->store, *pupil, place, err);
	}
	return rc;
}

/* Under the field's own name ("pence") whole pence, as CSV and JSON print them; under that of the option
 * ("pounds") pounds. */
static int pence_to_pounds(struct import *im, const struct sen_field *field, const char **text,
			   struct sen_err *err)
{
	int64_t pence;
	if (!sen_int_parse(*text, &pence) || pence < 0) {
		sen_fail(err, SEN_INVALID, "pence are a whole number, not '%s'", *text);
		sen_hint(err, "Write 1450 for 14.50 pounds, or head the column '%s'.", option_name(field));
		return SEN_INVALID;
	}
	*text = sen_format(im->store->arena, "%lld.%02lld", (long long)(pence / 100),
			   (long long)(pence % 100));
	return 0;
}

static int set_cell(struct import *im, size_t column, void *record, const char *text, struct sen_err *err)
{
	const struct sen_field *field = im->columns[column];
	char day[11];
	sen_date date;
	text = csv_plain(text);
	if (!*text)
		return 0;
	if (field->kind == SEN_K_PENCE && heading_same(im->headings[column], field->name)) {
		int rc = pence_to_pounds(im, field, &text, err);
		if (rc)
			return rc;
	}
	if (field->kind == SEN_K_REF && field->ref && !strcmp(field->ref, "pupil"))
		return set_pupil(im, field, record, text, err);
	if (im->how->by_child && !strcmp(field->name, im->how->by_child))
		return set_by_child(im, field, record, text, err);
	sen_date latest = field->flags & SEN_F_PAST ? im->store->context.today
						    : sen_date_add_years(im->store->context.today, 10);
	if (field->kind == SEN_K_DATE && value_date(text, latest, &date) == VALUE_DATE)
		text = sen_date_text(date, day);
	return sen_field_set(im->store, field, record, text, err);
}

/* As the file heads it; else as a heading may be. */
static const char *column_name(const struct import *im, const struct sen_field *field)
{
	for (size_t i = 0; i < im->count; i++)
		if (im->columns[i] == field)
			return im->headings[i];
	return field->kind == SEN_K_REF && field->ref ? field->ref : field->name;
}

static void name_columns(const struct import *im, struct sen_err *err)
{
	for (size_t i = 0; i < im->kind->count; i++)
		if (!(im->kind->fields[i].flags & SEN_F_INTERNAL))
			fault_names_column(im->store->arena, &im->kind->fields[i],
					   column_name(im, &im->kind->fields[i]), err);
}

/* Cells that no line can do without. */
static int check_filled(const struct import *im, const void *record, struct sen_err *err)
{
	for (size_t i = 0; i < im->kind->count; i++) {
		const struct sen_field *field = &im->kind->fields[i];
		if (!(field->flags & SEN_F_REQUIRED) || (field->flags & SEN_F_INTERNAL) ||
		    !sen_field_unset(field, record))
			continue;
		sen_fail(err, SEN_INVALID, "%s: the cell is empty", column_name(im, field));
		sen_hint(err, "Every line needs it: %s.", field->help);
		return err->code;
	}
	return 0;
}

static int fill(struct import *im, const struct sen_csv_row *row, void *record, struct sen_err *err)
{
	for (size_t i = 0; i < row->count; i++) {
		if (i >= im->count || !im->columns[i]) {
			if (*row->cells[i])
				return sen_fail(err, SEN_INVALID, "column %zu has a value but no heading",
						i + 1);
			continue;
		}
		int rc = set_cell(im, i, record, row->cells[i], err);
		if (rc) {
			fault_of_column(im->store->arena, im->columns[i], im->headings[i], err);
			return sen_wrap(err, "%s", im->headings[i]);
		}
	}
	for (size_t i = 0; i < im->kind->count; i++) {
		const struct sen_field *f = &im->kind->fields[i];
		if ((f->flags & SEN_F_TODAY) && sen_field_unset(f, record))
			*(sen_date *)((char *)record + f->offset) = im->store->context.today;
	}
	return check_filled(im, record, err);
}

static bool same_record(struct import *im, const void *a, const void *b)
{
	for (size_t i = 0; i < im->count; i++)
		if (im->columns[i] && !sen_field_equal(im->columns[i], a, b))
			return false;
	return true;
}

/* The same row again adds nothing. */
static int there_already(struct import *im, const void *record, bool *there, struct sen_err *err)
{
	void *all = im->kept;
	size_t count = im->kept_count;
	int rc = 0;
	if (im->how->there)
		return im->how->there(im->store, record, there, err);
	if (im->kind->flags & SEN_R_PUPIL) {
		int64_t pupil = *(const int64_t *)((const char *)record + im->kind->pupil_offset);
		if (pupil != SEN_NO_INT)
			rc = sen_record_of_pupil(im->store, im->kind, pupil, &all, &count, err);
	}
	*there = false;
	for (size_t i = 0; !rc && i < count; i++)
		*there |= same_record(im, record, (char *)all + i * im->kind->size);
	return rc;
}

static int load_kept(struct import *im, struct sen_err *err)
{
	static const char tail[] = "WHERE school_id = :school AND voided_at IS NULL ORDER BY id";
	static const char of_none[] = "WHERE school_id = :school AND voided_at IS NULL AND pupil_id IS NULL"
				      " ORDER BY id";
	const struct sen_field *child = sen_field_named(im->kind, "pupil_id");
	bool pupils = im->kind->flags & SEN_R_PUPIL;
	struct db_stmt *stmt;
	void *all;
	if (pupils && child && (child->flags & SEN_F_REQUIRED))
		return 0;
	int rc = record_select(im->store, im->kind, pupils ? of_none : tail, &stmt, err);
	if (rc)
		return rc;
	db_bind_int(stmt, ":school", im->store->school_id);
	rc = record_all(im->store, im->kind, stmt, &all, &im->kept_count, err);
	db_reset(stmt);
	im->kept = all;
	return rc;
}

static int take_row(struct import *im, const struct sen_csv_row *row, struct sen_err *err)
{
	void *record = sen_record_new(im->store->arena, im->kind);
	bool there;
	int rc = fill(im, row, record, err);
	if (rc || (rc = there_already(im, record, &there, err)))
		return rc;
	if (there) {
		im->unchanged++;
		return 0;
	}
	im->added++;
	rc = im->how->insert ? im->how->insert(im->store, record, err)
			     : sen_record_insert(im->store, im->kind, record, err);
	if (rc)
		name_columns(im, err);
	return rc == SEN_USAGE ? (err->code = SEN_INVALID) : rc;
}

static int on_row(void *arg, const struct sen_csv_row *row, struct sen_err *err)
{
	struct import *im = arg;
	bool full = false;
	for (size_t i = 0; i < row->count; i++)
		full |= *row->cells[i] != '\0';
	if (!full)
		return 0;
	if (!im->headings)
		return read_headings(im, row, err);
	struct sen_mark mark = sen_arena_mark(im->store->arena);
	int rc = take_row(im, row, err);
	sen_arena_release(im->store->arena, mark);
	return rc ? sen_wrap(err, "%s:%lld", im->path, (long long)row->line) : 0;
}

int sen_record_import_with(struct sen_store *store, const struct sen_import *how, const char *path,
			   int64_t *added, int64_t *unchanged, struct sen_err *err)
{
	struct import im = {.store = store, .kind = how->kind, .how = how, .path = path};
	struct sen_csv_info info;
	int rc = load_kept(&im, err);
	if (!rc)
		rc = sen_csv_read(store->arena, path, &info, on_row, &im, err);
	if (!rc && !im.headings)
		rc = sen_fail(err, SEN_INVALID, "'%s' is empty", path);
	*added = im.added;
	*unchanged = im.unchanged;
	return rc;
}

int sen_record_import(struct sen_store *store, const struct sen_record *kind, const char *path,
		      int64_t *added, int64_t *unchanged, struct sen_err *err)
{
	const struct sen_import how = {.kind = kind};
	return sen_record_import_with(store, &how, path, added, unchanged, err);
}
