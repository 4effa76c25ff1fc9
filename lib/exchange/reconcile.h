/* Shared by the files that read the local authority's list of reviews. */
#ifndef EXCHANGE_RECONCILE_H
#define EXCHANGE_RECONCILE_H

#include "exchange/mis.h"

#include <sen/annual.h>
#include <sen/reconcile.h>

enum list_column {
	LIST_UPN,
	LIST_SURNAME,
	LIST_FORENAME,
	LIST_NAME,
	LIST_DOB,
	LIST_PLAN,
	LIST_DUE,
	LIST_LAST,
	LIST_SCHOOL,
	LIST_COLUMNS
};
/* A row of theirs, read. */
struct list_row {
	int64_t line;
	const char *upn, *surname, *forename, *name;
	sen_date dob, plan, due, last;
	const char *fault; /* why it cannot be used, or NULL */
};
/* A child of the school, here or gone. */
struct list_child {
	int64_t id;
	const char *upn, *former_upn, *shown, *class_name;
	const char *surname, *forename, *called_surname, *called; /* folded */
	sen_date dob, left_on, died_on;
	bool seen; /* a row of theirs is about the child */
};
struct reconciling {
	struct sen_store *store;
	struct sen_reconcile *out;
	const char *path;
	int at[LIST_COLUMNS]; /* -1: no such column */
	bool headed;
	size_t tried; /* rows read before the heading */
	struct list_child *children;
	size_t child_count, child_cap;
};
/* Is the row the heading? Fills `at`. */
bool list_heading(struct reconciling *r, const struct sen_csv_row *row);
void list_read(struct reconciling *r, const struct sen_csv_row *row, struct list_row *out);
/* The child, or NULL; `fault` is set when it cannot be told. */
struct list_child *list_match(struct reconciling *r, struct list_row *row);
int list_children(struct reconciling *r, struct sen_err *err) SEN_MUST_CHECK;

#endif
