/* Texts of a test's tables cut into their words and fields; pieces are on records_arena. */
#ifndef TEST_WORDS_H
#define TEST_WORDS_H

#include "unit/records.h"

/* What stands before the next `mark`, which *rest is moved behind; NULL: all is read. */
const char *words_cut(const char **rest, const char *mark);
/* The value of "key=" among words parted by blanks, or NULL. */
const char *words_value(const char *words, const char *key);
/* The fields of a line of a CSV file without quotation marks, in place; how many. */
size_t words_split(char *line, char **fields, size_t most);

#endif
