/* The local authority's list, read: headings by name, in any of the words authorities
 * use, dates day first; and whose row it is. */
#include "exchange/reconcile.h"

#include <sen/text.h>

#include <string.h>

static const char *const names[LIST_COLUMNS] = {"upn",	"surname", "forename", "name",	"dob",
						"plan", "due",	   "last",     "school"};

static const struct {
	enum list_column column;
	const char *heading;
} headings[] = {
	{LIST_UPN, "UPN"},
	{LIST_UPN, "Unique Pupil Number"},
	{LIST_SURNAME, "Surname"},
	{LIST_SURNAME, "Last name"},
	{LIST_SURNAME, "Family name"},
	{LIST_SURNAME, "Legal surname"},
	{LIST_SURNAME, "Child surname"},
	{LIST_SURNAME, "Pupil surname"},
	{LIST_FORENAME, "Forename"},
	{LIST_FORENAME, "First name"},
	{LIST_FORENAME, "Given name"},
	{LIST_FORENAME, "Legal forename"},
	{LIST_FORENAME, "Child forename"},
	{LIST_FORENAME, "Pupil forename"},
	{LIST_NAME, "Name"},
	{LIST_NAME, "Child"},
	{LIST_NAME, "Pupil"},
	{LIST_NAME, "Child name"},
	{LIST_NAME, "Child's name"},
	{LIST_NAME, "Pupil name"},
	{LIST_NAME, "Name of child"},
	{LIST_NAME, "Full name"},
	{LIST_NAME, "Child / young person"},
	{LIST_DOB, "DOB"},
	{LIST_DOB, "Date of birth"},
	{LIST_DOB, "Birth date"},
	{LIST_PLAN, "Plan"},
	{LIST_PLAN, "Plan date"},
	{LIST_PLAN, "Date of plan"},
	{LIST_PLAN, "EHCP date"},
	{LIST_PLAN, "EHC plan date"},
	{LIST_PLAN, "Final plan"},
	{LIST_PLAN, "Final plan date"},
	{LIST_PLAN, "Date of final plan"},
	{LIST_PLAN, "Plan issued"},
	{LIST_PLAN, "Date plan issued"},
	{LIST_PLAN, "Date EHCP issued"},
	{LIST_DUE, "Due"},
	{LIST_DUE, "Due date"},
	{LIST_DUE, "Review due"},
	{LIST_DUE, "Review due date"},
	{LIST_DUE, "Date review due"},
	{LIST_DUE, "Review due by"},
	{LIST_DUE, "Review by"},
	{LIST_DUE, "AR due"},
	{LIST_DUE, "AR due date"},
	{LIST_DUE, "AR due by"},
	{LIST_DUE, "AR by"},
	{LIST_DUE, "AR date"},
	{LIST_DUE, "Date AR due"},
	{LIST_DUE, "Next AR"},
	{LIST_DUE, "Next AR due"},
	{LIST_DUE, "Annual review date"},
	{LIST_DUE, "Annual review due"},
	{LIST_DUE, "Annual review due date"},
	{LIST_DUE, "Annual review due by"},
	{LIST_DUE, "Next review"},
	{LIST_DUE, "Next review date"},
	{LIST_DUE, "Next annual review"},
	{LIST_LAST, "Last review"},
	{LIST_LAST, "Last review date"},
	{LIST_LAST, "Date of last review"},
	{LIST_LAST, "Last annual review"},
	{LIST_LAST, "Last annual review date"},
	{LIST_LAST, "Date of last annual review"},
	{LIST_LAST, "Last AR"},
	{LIST_LAST, "Previous review"},
	{LIST_SCHOOL, "School"},
	{LIST_SCHOOL, "School name"},
	{LIST_SCHOOL, "Setting"},
};

const char *sen_reconcile_heading(const char *heading)
{
	for (size_t i = 0; i < SEN_COUNT(headings); i++)
		if (heading_same(headings[i].heading, heading))
			return names[headings[i].column];
	return NULL;
}

/* The first column of each meaning; a child and a day must be told by it. */
bool list_heading(struct reconciling *r, const struct sen_csv_row *row)
{
	const int *at = r->at;

	for (int i = 0; i < LIST_COLUMNS; i++)
		r->at[i] = -1;
	for (size_t c = 0; c < row->count; c++) {
		const char *name = *row->cells[c] ? sen_reconcile_heading(row->cells[c]) : NULL;

		for (int i = 0; name && i < LIST_COLUMNS; i++)
			if (names[i] == name && r->at[i] < 0)
				r->at[i] = (int)c;
	}
	return (at[LIST_UPN] >= 0 || (at[LIST_DOB] >= 0 && (at[LIST_NAME] >= 0 || at[LIST_SURNAME] >= 0))) &&
	       (at[LIST_DUE] >= 0 || at[LIST_PLAN] >= 0 || at[LIST_LAST] >= 0);
}

/* A text of its own: the row's cells are written over by the next. */
static const char *cell(const struct reconciling *r, const struct sen_csv_row *row, enum list_column column)
{
	int at = r->at[column];

	if (at < 0 || (size_t)at >= row->count)
		return NULL;
	return sen_strdup(r->store->arena, value_text(r->store->arena, row->cells[at]));
}

static sen_date date_of(const struct reconciling *r, const struct sen_csv_row *row, enum list_column column,
			sen_date latest, struct list_row *out)
{
	const char *text = cell(r, row, column);
	sen_date day = SEN_NO_DATE;
	enum value_date read = value_date(text, latest, &day);

	if ((read == VALUE_NO_DAY || read == VALUE_UNREAD) && !out->fault)
		out->fault = sen_format(r->store->arena, "%s: '%s' is no date", names[column],
					sen_text_visible(r->store->arena, text, false));
	return read == VALUE_DATE ? day : SEN_NO_DATE;
}

/* "O'Brien, Zoe" */
static void split_name(struct reconciling *r, struct list_row *out)
{
	const char *comma = out->name ? strchr(out->name, ',') : NULL;

	if (!comma || out->surname)
		return;
	out->surname = sen_strndup(r->store->arena, out->name, (size_t)(comma - out->name));
	out->forename = comma[1 + strspn(comma + 1, " ")] ? comma + 1 : NULL;
}

void list_read(struct reconciling *r, const struct sen_csv_row *row, struct list_row *out)
{
	sen_date today = r->store->context.today, later = sen_date_add_years(today, 10);
	const char *shown;

	*out = (struct list_row){.line = row->line,
				 .upn = cell(r, row, LIST_UPN),
				 .surname = cell(r, row, LIST_SURNAME),
				 .forename = cell(r, row, LIST_FORENAME),
				 .name = cell(r, row, LIST_NAME)};
	shown = out->name;
	if (!shown && out->surname)
		shown = out->forename ? sen_format(r->store->arena, "%s %s", out->forename, out->surname)
				      : out->surname;
	split_name(r, out);
	out->name = shown ? shown : out->upn;
	out->dob = date_of(r, row, LIST_DOB, today, out);
	out->plan = date_of(r, row, LIST_PLAN, today, out);
	out->due = date_of(r, row, LIST_DUE, later, out);
	out->last = date_of(r, row, LIST_LAST, today, out);
}

/* ---- Whose it is ---- */

int list_children(struct reconciling *r, struct sen_err *err)
{
	static const char sql[] =
		"SELECT p.id, p.upn, p.former_upn, p.surname, p.forename, p.preferred_surname,"
		" p.preferred_forename, p.dob, p.left_on, p.died_on, e.class FROM pupil p"
		" LEFT JOIN enrolment e ON e.pupil_id = p.id AND e.voided_at IS NULL"
		" AND (e.from_on IS NULL OR e.from_on <= :day) AND (e.until_on IS NULL OR e.until_on > :day)"
		" WHERE p.school_id = :school AND p.voided_at IS NULL ORDER BY p.id";
	struct sen_arena *arena = r->store->arena;
	struct db_stmt *stmt;
	int rc = db_cached(r->store->db, sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", r->store->school_id);
	db_bind_date(stmt, ":day", r->store->context.today);
	while ((rc = db_step(stmt, err)) == 1) {
		struct list_child *one = SEN_PUSH(arena, r->children, r->child_count, r->child_cap);
		const char *surname = db_col_text(stmt, 3, NULL), *forename = db_col_text(stmt, 4, NULL);
		const char *called_surname = db_col_text(stmt, 5, NULL), *called = db_col_text(stmt, 6, NULL);

		*one = (struct list_child){
			.id = db_col_int(stmt, 0),
			.upn = sen_strdup(arena, db_col_text(stmt, 1, NULL)),
			.former_upn = sen_strdup(arena, db_col_text(stmt, 2, NULL)),
			.shown = sen_format(arena, "%s %s", called ? called : forename,
					    called_surname ? called_surname : surname),
			.surname = sen_text_fold(arena, surname),
			.forename = sen_text_fold(arena, forename),
			.called_surname = sen_text_fold(arena, called_surname ? called_surname : surname),
			.called = sen_text_fold(arena, called ? called : forename),
			.dob = db_col_date(stmt, 7),
			.left_on = db_col_date(stmt, 8),
			.died_on = db_col_date(stmt, 9),
			.class_name = sen_strdup(arena, db_col_text(stmt, 10, NULL))};
	}
	db_reset(stmt);
	return rc;
}

/* One first name begins with the other: Thomas James, Thomas. */
static bool begins(const char *a, const char *b)
{
	size_t n = strlen(a) < strlen(b) ? strlen(a) : strlen(b);

	return n > 0 && strncmp(a, b, n) == 0;
}

/* "O'Brien", "O Brien" and "Obrien"; "Smith-Okoye" and "Smith Okoye". */
static bool same_letters(const char *a, const char *b)
{
	for (;; a++, b++) {
		a += strspn(a, " ");
		b += strspn(b, " ");
		if (*a != *b || !*a)
			return *a == *b;
	}
}

static bool same_name(struct sen_arena *arena, const struct list_child *child, const struct list_row *row)
{
	const char *surname, *forename, *whole;

	if (row->surname) {
		surname = sen_text_fold(arena, row->surname);
		forename = row->forename ? sen_text_fold(arena, row->forename) : NULL;
		return (same_letters(surname, child->surname) ||
			same_letters(surname, child->called_surname)) &&
		       (!forename || begins(forename, child->forename) || begins(forename, child->called));
	}
	whole = row->name ? sen_text_fold(arena, row->name) : "";
	return same_letters(whole, sen_format(arena, "%s %s", child->forename, child->surname)) ||
	       same_letters(whole, sen_format(arena, "%s %s", child->called, child->called_surname)) ||
	       same_letters(whole, sen_format(arena, "%s %s", child->surname, child->forename));
}

static bool same_upn(const char *a, const char *b)
{
	return a && b && sen_text_same(a, b);
}

struct list_child *list_match(struct reconciling *r, struct list_row *row)
{
	struct list_child *found = NULL;

	for (size_t i = 0; row->upn && i < r->child_count; i++)
		if (same_upn(r->children[i].upn, row->upn) || same_upn(r->children[i].former_upn, row->upn))
			return &r->children[i];
	if (row->dob == SEN_NO_DATE || (!row->surname && !row->name)) {
		if (!row->upn && !row->fault)
			row->fault = "no UPN, and no name with a date of birth: the child cannot be told";
		return NULL;
	}
	for (size_t i = 0; i < r->child_count; i++) {
		if (r->children[i].dob != row->dob || !same_name(r->store->arena, &r->children[i], row))
			continue;
		if (found) {
			row->fault = "two children here have this name and date of birth: put in the UPN";
			return NULL;
		}
		found = &r->children[i];
	}
	return found;
}
