/* Kinds of characters, shared by what cleans text and what shows it. */
#ifndef BASE_CHARS_H
#define BASE_CHARS_H

#include <sen/base.h>

enum char_kind {
	CHAR_PLAIN,
	CHAR_SPACE, /* a blank that stays in its line, other than TAB */
	CHAR_TAB,
	CHAR_LINE,   /* ends a line */
	CHAR_HIDDEN, /* takes no room and says nothing: BOM, soft hyphen, zero-width space */
	CHAR_CONTROL /* control characters, and those that turn the direction of writing */
};

enum char_kind char_kind(int32_t c);
/* The character at `text` into `*c`; returns its bytes, 0 when they are not UTF-8. */
size_t char_next(const char *text, size_t len, int32_t *c);
/* How many bytes at the start of `text` are ASCII, in steps of eight. */
size_t char_ascii_run(const char *text, size_t len);

#endif
