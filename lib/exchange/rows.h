/* CSV rows of an opened file, for those who read one more than once. */
#ifndef EXCHANGE_ROWS_H
#define EXCHANGE_ROWS_H

#include "exchange/decode.h"

typedef int (*row_fn)(void *arg, const struct sen_csv_row *row, struct sen_err *err);
/* From the beginning to the end; fn returns 0 to go on, 1 to stop early. */
int rows_read(struct sen_arena *arena, struct decode *decode, struct sen_csv_info *info, row_fn fn, void *arg,
	      struct sen_err *err) SEN_MUST_CHECK;

/* A cell without the leading ' that exports put before = + - @ (cli.md 2). */
const char *csv_plain(const char *text);
/* A cell of CSV as a file for other programs has it: quoted where needed. */
void csv_put(FILE *out, const char *text);

#endif
