/* Text as the records keep it (NFC, LF, trimmed), and as a terminal may see it. */
#include "base/chars.h"

#include <ctype.h>
#include <sen/text.h>
#include <string.h>
#include <utf8proc.h>

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Printable ASCII, eight bytes at a time: no byte with its top bit, under
 * 0x20 or equal to 0x7F. */
static bool printable(const char *text, size_t len)
{
	size_t i = 0;

	for (uint64_t eight; i + 8 <= len; i += 8) {
		memcpy(&eight, text + i, 8);
		/* With top bits clear, +0x60 sets them from 0x20 on and +0x01 for 0x7F. */
		if ((eight & EACH(0x80)) || (((eight + EACH(0x60)) & EACH(0x80)) != EACH(0x80)) ||
		    ((eight + EACH(0x01)) & EACH(0x80)))
			return false;
	}
	for (; i < len; i++) {
		if (text[i] < ' ' || text[i] == 0x7F)
			return false;
	}
	return true;
}

bool sen_text_plain(const char *text, size_t len)
{
	return len > 0 && text[0] != ' ' && text[len - 1] != ' ' && printable(text, len);
}

/* Copies `in` with line ends and blanks as the rule has them and without what
 * it strips.  Returns the length, or -1 with `*bad` the character refused. */
static int64_t filter(const char *in, size_t len, enum sen_text_rule rule, char *out, int32_t *bad)
{
	size_t used = 0, step;
	int32_t c;

	for (size_t i = 0; i < len; i += step) {
		step = char_next(in + i, len - i, &c);
		switch (char_kind(c)) {
		case CHAR_CONTROL:
			*bad = c;
			if (rule == SEN_TEXT_NAME)
				return -1;
			break;
		case CHAR_HIDDEN:
			break;
		case CHAR_LINE:
			*bad = c;
			if (rule == SEN_TEXT_NAME)
				return -1;
			if (c == '\r' && i + 1 < len && in[i + 1] == '\n')
				break;
			out[used++] = rule == SEN_TEXT_NOTE ? '\n' : ' ';
			break;
		case CHAR_TAB:
			out[used++] = rule == SEN_TEXT_NOTE ? '\t' : ' ';
			break;
		case CHAR_SPACE:
			if (rule != SEN_TEXT_NOTE) {
				out[used++] = ' ';
				break;
			}
			__attribute__((fallthrough));
		case CHAR_PLAIN:
			memcpy(out + used, in + i, step);
			used += step;
		}
	}
	return (int64_t)used;
}

static bool blank(int32_t c)
{
	enum char_kind kind = char_kind(c);

	return kind == CHAR_SPACE || kind == CHAR_TAB || kind == CHAR_LINE;
}

/* Takes blanks, and what is invisible among them, off both ends. */
static const char *trim(const char *text, size_t *len)
{
	int32_t c;

	while (*len > 0) {
		size_t step = char_next(text, *len, &c);

		if (!blank(c) && char_kind(c) != CHAR_HIDDEN)
			break;
		text += step;
		*len -= step;
	}
	while (*len > 0) {
		size_t at = *len - 1;

		while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80)
			at--;
		char_next(text + at, *len - at, &c);
		if (!blank(c) && char_kind(c) != CHAR_HIDDEN)
			break;
		*len = at;
	}
	return text;
}

/* To NFC; `*text` and `*len` stay as they are when nothing needs composing. */
static void compose(struct sen_arena *arena, const char **text, size_t *len)
{
	const utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	const utf8proc_uint8_t *in = (const utf8proc_uint8_t *)*text;
	utf8proc_int32_t *room;
	utf8proc_ssize_t count, bytes;

	if (char_ascii_run(*text, *len) + 8 > *len && printable(*text, *len))
		return;
	count = utf8proc_decompose(in, (utf8proc_ssize_t)*len, NULL, 0, how);
	if (count < 0)
		return; /* not UTF-8: seen before */
	/* reencode() writes UTF-8 over the characters, and a NUL behind. */
	room = SEN_NEW(arena, utf8proc_int32_t, (size_t)count + 1);
	count = utf8proc_decompose(in, (utf8proc_ssize_t)*len, room, count, how);
	bytes = utf8proc_reencode(room, count, how);
	if (bytes < 0)
		return;
	*text = (const char *)room;
	*len = (size_t)bytes;
}

static size_t count_characters(const char *text, size_t len)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += ((unsigned char)text[i] & 0xC0) != 0x80;
	return count;
}

static int check_length(const char *text, size_t len, enum sen_text_rule rule, size_t limit,
			struct sen_err *err)
{
	size_t size = rule == SEN_TEXT_NOTE ? len : count_characters(text, len);

	if (limit == 0 || size <= limit)
		return 0;
	sen_fail(err, SEN_INVALID, "the text is too long: %zu %s, and at most %zu fit here", size,
		 rule == SEN_TEXT_NOTE ? "bytes" : "characters", limit);
	sen_hint(err, rule == SEN_TEXT_NOTE ? "Shorten it, or attach it as a file with sendctl pupil attach."
					    : "Shorten it; more belongs in a note.");
	return SEN_INVALID;
}

static int refuse_character(int32_t c, struct sen_err *err)
{
	if (char_kind(c) == CHAR_LINE)
		sen_fail(err, SEN_INVALID, "a line break is in it, and it must be one line");
	else
		sen_fail(err, SEN_INVALID, "it holds a character that cannot be seen (U+%04X)", (unsigned)c);
	sen_hint(err, "Type it again by hand; such characters come with text pasted from elsewhere.");
	return SEN_INVALID;
}

int sen_text_clean(struct sen_arena *arena, const char *in, enum sen_text_rule rule, size_t limit,
		   const char **out, struct sen_err *err)
{
	size_t len = in ? strlen(in) : 0;
	const char *text = in;
	int32_t bad = 0;
	int64_t kept;
	char *room;

	*out = NULL;
	if (len == 0)
		return 0;
	if (!sen_text_plain(in, len)) {
		if (!sen_utf8_valid(in, len)) {
			sen_fail(err, SEN_INVALID, "the text is not in UTF-8");
			sen_hint(err, "Save the file as UTF-8, or type the text again.");
			return SEN_INVALID;
		}
		text = trim(text, &len);
		room = sen_alloc(arena, len + 1);
		kept = filter(text, len, rule, room, &bad);
		if (kept < 0)
			return refuse_character(bad, err);
		len = (size_t)kept;
		text = trim(room, &len);
		compose(arena, &text, &len);
	}
	if (check_length(text, len, rule, limit, err) < 0)
		return SEN_INVALID;
	*out = len ? sen_strndup(arena, text, len) : NULL;
	return 0;
}

char *sen_text_visible(struct sen_arena *arena, const char *in, bool keep_lines)
{
	struct sen_buf buf = {.arena = arena};
	size_t len = in ? strlen(in) : 0, done = 0, step;
	int32_t c;

	for (size_t i = 0; i < len; i += step) {
		enum char_kind kind;

		step = 1;
		if (in[i] >= 0x20 && in[i] < 0x7f)
			continue;
		step = char_next(in + i, len - i, &c);
		kind = step ? char_kind(c) : CHAR_CONTROL;
		if (kind == CHAR_PLAIN || kind == CHAR_SPACE ||
		    (keep_lines && (c == '\n' || c == '\t') && step))
			continue;
		sen_buf_addn(&buf, in + done, i - done);
		if (step <= 1)
			sen_buf_addf(&buf, "\\x%02x", (unsigned)(unsigned char)in[i]);
		else
			sen_buf_addf(&buf, "\\u{%x}", (unsigned)c);
		step = step ? step : 1;
		done = i + step;
	}
	if (!buf.text)
		return sen_strndup(arena, in ? in : "", len);
	sen_buf_addn(&buf, in + done, len - done);
	return buf.text;
}

static char *in_case(struct sen_arena *arena, const char *text, int (*change)(int))
{
	char *out = sen_strdup(arena, text);

	for (char *at = out; at && *at; at++)
		*at = (char)change((unsigned char)*at);
	return out;
}

char *sen_text_upper(struct sen_arena *arena, const char *text)
{
	return in_case(arena, text, toupper);
}

char *sen_text_lower(struct sen_arena *arena, const char *text)
{
	return in_case(arena, text, tolower);
}
