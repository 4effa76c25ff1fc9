/* Widths on a terminal and wrapping between words. */
#ifndef WRAP_H
#define WRAP_H

#include <sen/base.h>

/* Widths need a UTF-8 LC_CTYPE; cron has none. Nothing else of the locale is
 * ever set: LC_NUMERIC would put commas into numbers. */
void text_locale(void);
/* Columns on a terminal of the widest line. */
size_t text_width(const char *text);
/* Lines of at most `width` columns (0: as it is), broken between words where
 * possible; the lines after the first are indented by `hang`. */
const char *text_wrap(struct sen_arena *arena, const char *text, size_t width, size_t hang);

#endif
