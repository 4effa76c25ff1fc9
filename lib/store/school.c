/* Which school a command is for, and its dates. */
#include "store/private.h"

#include <sen/text.h>
#include <string.h>

int64_t sen_store_school_id(const struct sen_store *store)
{
	return store->school_id;
}

const char *sen_store_school_dfe(const struct sen_store *store)
{
	return store->school_dfe ? store->school_dfe : "";
}

/* "330/2034" and "3302034" are the same number. */
static bool same_dfe(const char *a, const char *b)
{
	if (!a || !b)
		return false;
	for (;; a++, b++) {
		while (*a == '/' || *a == ' ')
			a++;
		while (*b == '/' || *b == ' ')
			b++;
		if (*a != *b)
			return false;
		if (!*a)
			return true;
	}
}

static bool is_school(struct db_stmt *stmt, const char *name)
{
	const char *code = db_col_text(stmt, 2, NULL);
	int64_t id;

	/* A bare number is a DfE number, not an id: "SC2" says the id. */
	if ((name[0] == 'S' || name[0] == 's') && sen_id_parse(name, "SC", &id) && id == db_col_int(stmt, 0))
		return true;
	return same_dfe(db_col_text(stmt, 1, NULL), name) || (code && sen_text_same(code, name));
}

static void list_school(struct sen_buf *list, struct db_stmt *stmt)
{
	const char *code = db_col_text(stmt, 2, NULL), *dfe = db_col_text(stmt, 1, NULL);

	sen_buf_add(list, list->len ? ", " : "");
	if (code || dfe)
		sen_buf_add(list, code ? code : dfe);
	else
		sen_buf_addf(list, "SC%lld", (long long)db_col_int(stmt, 0));
}

static int no_school(const char *name, const char *list, size_t seen, struct sen_err *err)
{
	if (seen == 0)
		return sen_fail(err, SEN_FILE, "the records file holds no school");
	if (!name) {
		sen_fail(err, SEN_USAGE, "the records file holds %zu schools and none is named", seen);
		sen_hint(err, "Name one with --school: %s.", list);
		return SEN_USAGE;
	}
	sen_fail(err, SEN_NOTFOUND, "there is no school '%s' in the records file", name);
	sen_hint(err, "There is: %s.", list);
	return SEN_NOTFOUND;
}

int sen_store_school(struct sen_store *store, const char *name, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	struct sen_buf list = {.arena = store->keep};
	size_t fits = 0, seen = 0;
	int rc = db_prepare(store->db, "SELECT id, dfe, code FROM school WHERE voided_at IS NULL ORDER BY id",
			    &stmt, err);

	while (rc == 0 && (rc = db_step(stmt, err)) > 0) {
		rc = 0;
		seen++;
		list_school(&list, stmt);
		if (name && !is_school(stmt, name))
			continue;
		fits++;
		store->school_id = db_col_int(stmt, 0);
		store->school_dfe = sen_strdup(store->keep, db_col_text(stmt, 1, NULL));
	}
	if (rc < 0)
		return rc;
	if (fits == 1)
		return 0;
	store->school_id = 0;
	store->school_dfe = NULL;
	return no_school(fits > 1 ? NULL : name, list.text, seen, err);
}

/* ---- Calendar ---- */

static bool span_kind(const char *kind, enum sen_span_kind *out)
{
	static const char *const words[] = {
		[SEN_SPAN_TERM] = "term",
		[SEN_SPAN_HALF_TERM_BREAK] = "half-term",
		[SEN_SPAN_CLOSED] = "closed",
		[SEN_SPAN_INSET] = "inset",
		[SEN_SPAN_BANK_HOLIDAY] = "bank-holiday",
	};
	size_t i;

	for (i = 0; i < SEN_COUNT(words); i++) {
		if (!strcmp(words[i], kind)) {
			*out = (enum sen_span_kind)i;
			return true;
		}
	}
	return false;
}

static int read_spans(struct sen_store *store, struct sen_span **spans, size_t *count, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	size_t cap = 0;
	int rc = db_prepare(store->db,
			    "SELECT kind, name, from_on, until_on, assumed FROM term"
			    " WHERE school_id = :school AND voided_at IS NULL ORDER BY from_on, id",
			    &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", store->school_id);
	while ((rc = db_step(stmt, err)) > 0) {
		enum sen_span_kind kind;
		struct sen_span *span;

		if (!span_kind(db_col_text(stmt, 0, NULL), &kind))
			continue;
		span = SEN_PUSH(store->keep, *spans, *count, cap);
		span->kind = kind;
		span->name = sen_strdup(store->keep, db_col_text(stmt, 1, NULL));
		span->from = db_col_date(stmt, 2);
		span->until = db_col_date(stmt, 3);
		span->assumed = db_col_int(stmt, 4) == 1;
	}
	return rc;
}

/* Last year's, this year's and two more: enough for every rule's reach. */
static void usual_spans(struct sen_store *store, struct sen_span **spans, size_t *count)
{
	int year = sen_academic_year(store->context.today) - 1, last = year + 3;
	size_t cap = 0, i, n;

	for (; year <= last; year++) {
		struct sen_span *usual;

		n = sen_usual_year(store->keep, year, &usual);
		for (i = 0; i < n; i++)
			*SEN_PUSH(store->keep, *spans, *count, cap) = usual[i];
	}
}

int sen_store_calendar(struct sen_store *store, const struct sen_calendar **out, struct sen_err *err)
{
	struct sen_span *spans = NULL;
	size_t count = 0;
	int rc;

	if (!store->calendar) {
		if ((rc = read_spans(store, &spans, &count, err)) < 0)
			return rc;
		if (count == 0)
			usual_spans(store, &spans, &count);
		store->calendar = SEN_NEW(store->keep, struct sen_calendar, 1);
		store->calendar->spans = spans;
		store->calendar->count = count;
	}
	*out = store->calendar;
	return 0;
}

void school_forget(struct sen_store *store)
{
	store->calendar = NULL;
}
