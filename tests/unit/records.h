/* A records file of a test: a folder of its own, one school, the test clock. */
#ifndef TEST_RECORDS_H
#define TEST_RECORDS_H

#include "unit/suites.h"

#include "store/store.h"
#include <sen/pupil.h>
#include <sen/school.h>

extern struct sen_arena *records_arena;
extern struct sen_err records_err;
extern char records_folder[64], records_path[96];
extern struct sen_context records_context;

/* For tcase_add_checked_fixture: a new folder; with the file founded or not. */
void records_folder_setup(void);
void records_setup(void);
void records_teardown(void);

/* Opens, begins and picks the school. */
struct sen_store *records_open(enum sen_mode mode);
void records_commit(struct sen_store *store); /* settles, commits and closes */
/* Founds the file with one school; the code of what went wrong. */
int records_found(const char *path, struct sen_err *err);
/* One row's first column, as text, of a statement without values. */
const char *records_ask(const char *sql);
void records_sql(const char *sql); /* behind the store's back */

int64_t records_staff(struct sen_store *store, const char *name);
int64_t records_pupil(struct sen_store *store, const char *surname, const char *upn);

#define ok(call)                                                                       \
	do {                                                                           \
		int ok_rc = (call);                                                    \
		ck_assert_msg(ok_rc == 0, "%s: %d %s", #call, ok_rc, records_err.msg); \
	} while (0)
#define fails(call, code, word)                                                                          \
	do {                                                                                             \
		int fails_rc = (call);                                                                   \
		ck_assert_msg(fails_rc == (code), "%s: %d %s", #call, fails_rc, records_err.msg);        \
		ck_assert_msg(strstr(records_err.msg, word) != NULL, "'%s' lacks '%s'", records_err.msg, \
			      word);                                                                     \
	} while (0)

#endif
