/* Text as the records keep it and as a terminal may see it.
 * Text is NFC, LF line ends, trimmed (design.md 4). */
#ifndef SEN_TEXT_H
#define SEN_TEXT_H

#include <sen/base.h>

#define SEN_LIMIT_NAME 100
#define SEN_LIMIT_LINE 500
#define SEN_LIMIT_NOTE 65536 /* bytes */

enum sen_text_rule {
	SEN_TEXT_NAME, /* one line; control and bidi characters and line breaks refused */
	SEN_TEXT_LINE, /* one line; control and bidi characters stripped, line breaks to spaces */
	SEN_TEXT_NOTE  /* several lines; control and bidi characters stripped, TAB kept */
};

/* The text as it is kept: valid UTF-8 in NFC, LF, trimmed, in the arena; an
 * empty one (or NULL) comes back as NULL.  In names and lines every kind of
 * blank becomes a space; what is invisible (BOM, soft hyphen, zero-width
 * space) goes everywhere.  SEN_INVALID when it is not UTF-8, breaks the rule,
 * or is longer than `limit` (characters; bytes of a note; 0: no limit). */
int sen_text_clean(struct sen_arena *arena, const char *in, enum sen_text_rule rule, size_t limit,
		   const char **out, struct sen_err *err) SEN_MUST_CHECK;
/* Does the text need no cleaning at all?  A quick path: printable ASCII,
 * trimmed, not empty. */
bool sen_text_plain(const char *text, size_t len);
bool sen_utf8_valid(const char *text, size_t len);
/* Search key: case folded, accents stripped (also of letters that do not
 * decompose: L/l-stroke, o-slash, d-stroke, ae, ss), apostrophes dropped
 * (O'Brien: "obrien"), hyphens and all other marks part words (Smith-Okoye:
 * "smith okoye"); words parted by one space.  NULL in, NULL out. */
char *sen_text_fold(struct sen_arena *arena, const char *text);
/* Case-insensitive ASCII compare that ignores nothing else. */
bool sen_text_same(const char *a, const char *b);
/* In capitals, in small letters (A to Z: codes, classes); NULL of NULL. */
char *sen_text_upper(struct sen_arena *arena, const char *text);
char *sen_text_lower(struct sen_arena *arena, const char *text);
bool sen_text_starts(const char *text, const char *prefix);
/* `in` with control, bidi and invisible characters and bytes that are not
 * UTF-8 as visible escapes (\x1b, \u{202e}), for a terminal or an error
 * message.  `keep_lines` lets LF and TAB through.  NULL: "". */
char *sen_text_visible(struct sen_arena *arena, const char *in, bool keep_lines);
/* Damerau-Levenshtein distance in bytes, at most `max` + 1; words over 63
 * bytes are alike or not at all. */
int sen_text_distance(const char *a, const char *b, int max);
/* The nearest of `count` words at distance <= 2 (of a word under four letters:
 * 1), else the only one that begins with `word`, or NULL. */
const char *sen_text_guess(const char *word, const char *const *words, size_t count);

/* "P12", "p12" or "12" read as 12 of kind "P".  false when it is not so; no
 * id is 0 or begins with 0. */
bool sen_id_parse(const char *text, const char *prefix, int64_t *id);
/* A whole number, the whole text; false when not one or out of range. */
bool sen_int_parse(const char *text, int64_t *out);
/* Bytes to lower-case hex (2 * len + 1 bytes of room). */
void sen_hex(const void *bytes, size_t len, char *out);
/* Random bytes, from a buffered kernel source. */
void sen_random(void *out, size_t len);

#endif
