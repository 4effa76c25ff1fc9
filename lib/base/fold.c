/* Search keys: text without case, accents and punctuation. */
#include "base/chars.h"

#include <sen/text.h>
#include <string.h>
#include <utf8proc.h>

#define DROP 1 /* apostrophes: O'Brien is one word */
#define PART 2 /* hyphens, blanks and the rest: Smith-Okoye is two */

/* What each ASCII character becomes. */
static char ascii_key(unsigned char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
		return (char)c;
	return c == '\'' || c == '`' ? DROP : PART;
}

static bool apostrophe(int32_t c)
{
	return (c >= 0x2018 && c <= 0x201B) || c == 0xB4 || c == 0x02B9 || (c >= 0x02BB && c <= 0x02BD) ||
	       c == 0x02C8 || c == 0x02CA || c == 0x02CB || c == 0x2032 || c == 0x2035 || c == 0xFF07 ||
	       c == 0xFF40;
}

/* Letters that do not decompose into a plain one and a mark. */
static const char *plain_letter(int32_t c)
{
	switch (c) {
	case 0x00E6:
		return "ae";
	case 0x00F8:
		return "o";
	case 0x00F0:
	case 0x0111:
		return "d";
	case 0x00FE:
		return "th";
	case 0x0127:
		return "h";
	case 0x0131:
		return "i";
	case 0x0142:
		return "l";
	case 0x014B:
		return "n";
	case 0x0153:
		return "oe";
	case 0x0167:
		return "t";
	case 0x0192:
		return "f";
	case 0x0259:
		return "e"; /* schwa: Azerbaijani names, typed with e */
	case 0x0180:
	case 0x0253:
		return "b";
	case 0x0257:
		return "d"; /* hooked letters: Hausa names */
	case 0x0199:
		return "k";
	case 0x01B4:
		return "y";
	default:
		return NULL;
	}
}

/* The key so far, and whether the next word must be parted from it. */
struct key {
	struct sen_buf buf;
	bool part;
};

static void add(struct key *key, const char *text, size_t len)
{
	if (key->part && key->buf.len)
		sen_buf_addn(&key->buf, " ", 1);
	key->part = false;
	sen_buf_addn(&key->buf, text, len);
}

static void add_ascii(struct key *key, char c)
{
	char made = ascii_key((unsigned char)c);

	if (made == PART)
		key->part = true;
	else if (made != DROP)
		add(key, &made, 1);
}

/* One character of a decomposed and folded text. */
static void add_letter(struct key *key, int32_t c)
{
	const char *plain = plain_letter(c);
	utf8proc_category_t kind;
	utf8proc_uint8_t bytes[4];

	if (c < 0x80) {
		add_ascii(key, (char)c);
		return;
	}
	if (plain) {
		add(key, plain, strlen(plain));
		return;
	}
	if (apostrophe(c)) /* U+0149 holds one */
		return;
	kind = utf8proc_category(c);
	if ((kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO) ||
	    (kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO))
		add(key, (const char *)bytes, (size_t)utf8proc_encode_char(c, bytes));
	else
		key->part = true;
}

static void add_character(struct key *key, int32_t c)
{
	utf8proc_int32_t made[32]; /* the longest decomposition has 18 */
	int bound = UTF8PROC_BOUNDCLASS_START;
	utf8proc_ssize_t count;

	if (apostrophe(c) || char_kind(c) == CHAR_HIDDEN)
		return;
	count = utf8proc_decompose_char(
		c, made, SEN_COUNT(made),
		UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &bound);
	for (utf8proc_ssize_t i = 0; i < count && i < (utf8proc_ssize_t)SEN_COUNT(made); i++)
		add_letter(key, made[i]);
}

/* The whole of a text in ASCII, or NULL: most names, and the quick path. */
static char *fold_ascii(struct sen_arena *arena, const char *text, size_t len)
{
	struct sen_mark mark = sen_arena_mark(arena);
	char *key = sen_alloc(arena, len + 1);
	size_t used = 0;
	bool part = false;

	for (size_t i = 0; i < len; i++) {
		char made;

		if ((unsigned char)text[i] >= 0x80) {
			sen_arena_release(arena, mark);
			return NULL;
		}
		made = ascii_key((unsigned char)text[i]);
		if (made == PART) {
			part = used > 0;
		} else if (made != DROP) {
			if (part)
				key[used++] = ' ';
			part = false;
			key[used++] = made;
		}
	}
	key[used] = '\0';
	return key;
}

char *sen_text_fold(struct sen_arena *arena, const char *text)
{
	size_t len = text ? strlen(text) : 0, step;
	struct key key = {.buf = {.arena = arena}};
	char *quick;
	int32_t c;

	if (!text)
		return NULL;
	quick = fold_ascii(arena, text, len);
	if (quick)
		return quick;
	for (size_t i = 0; i < len; i += step) {
		step = char_next(text + i, len - i, &c);
		if (step)
			add_character(&key, c);
		else
			key.part = true;
		step = step ? step : 1;
	}
	return key.buf.text ? key.buf.text : sen_strdup(arena, "");
}
