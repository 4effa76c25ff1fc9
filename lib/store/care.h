/* Looking after the file: check, backup, restore, export, import. */
#ifndef CARE_H
#define CARE_H

#include "store/store.h"
#include <sys/types.h>

/* Findings, gathered. */
struct care {
	struct sen_store *store;
	struct sen_db_finding *items;
	size_t count, cap;
};
void care_add(struct care *care, const char *what, const char *severity, const char *finding,
	      const char *fix);
/* care_place.c: permissions, disk encryption. */
void care_check_place(struct care *care, const char *path);
/* 1: every disk under the device is dm-crypt; 0: not; -1: cannot tell. `sys`
 * is "/sys" (tests give another). */
int care_encrypted(const char *sys, dev_t device);
/* care_values.c: codes and dates of every record. */
int care_check_values(struct care *care, struct sen_err *err) SEN_MUST_CHECK;

/* backup.c: SQLite's own check of the whole file; SEN_FILE when damaged. */
int care_whole(struct db *db, struct sen_err *err) SEN_MUST_CHECK;

/* care_tables.c: the tables of a file in the order they were made, with their
 * columns; what export and import go by. */
struct care_column {
	const char *name;
	bool blob, number, key;
};
struct care_table {
	const char *name;
	struct care_column *columns;
	size_t count;
	int64_t rows;
};
int care_tables(struct sen_store *store, struct care_table **out, size_t *count, struct sen_err *err)
	SEN_MUST_CHECK;
#define CARE_FORMAT "sendctl-export/1"

#endif
