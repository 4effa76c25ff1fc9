/* Widths on a terminal and wrapping between words. */
#ifndef WRAP_H
#define WRAP_H

#include <sen/base.h>

/* Columns on a terminal of the widest line. */
size_t text_width(const char *text);
/* The same of the first `len` bytes, which are one line. */
size_t text_width_n(const char *text, size_t len);
/* Lines of at most `width` columns (0: as it is), broken between words where
 * possible; the lines after the first are indented by `hang`. */
const char *text_wrap(struct sen_arena *arena, const char *text, size_t width, size_t hang);

#endif
