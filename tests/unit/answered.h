/* For the tests of answers: a small table of children, printed into a text. */
#ifndef TEST_ANSWERED_H
#define TEST_ANSWERED_H

#include "answer/answer.h"
#include "store/store.h"
#include "unit/suites.h"

extern struct sen_arena *answered_arena;
extern struct sen_err answered_err;
void answered_setup(void);
void answered_teardown(void);

/* Columns id name upn born on_register cost minutes note who days; part "needs" (id type). */
enum { ANSWERED_COLUMNS = 10 };
extern const struct sen_column answered_columns[ANSWERED_COLUMNS];
/* Three rows: Zoë O'Brien, Ali Khan (needs SLCN, SEMH), one with nothing known but its id. */
struct sen_table *answered_children(void);
/* What the table prints; on an error answered_err is set and *rc < 0. */
const char *answered(struct sen_table *table, struct sen_style style, int *rc);
struct sen_style answered_style(enum sen_format format);

/* A store over a database in memory with the tables given. */
struct sen_store *answered_store(const char *sql);

#endif
