/* Kinds of characters, and reading UTF-8 one character at a time. */
#include "base/chars.h"

#include <sen/text.h>
#include <string.h>
#include <utf8proc.h>

static enum char_kind ascii_kind(int32_t c)
{
	switch (c) {
	case ' ':
		return CHAR_SPACE;
	case '\t':
		return CHAR_TAB;
	case '\n':
	case '\r':
		return CHAR_LINE;
	default:
		return c < ' ' || c == 0x7F ? CHAR_CONTROL : CHAR_PLAIN;
	}
}

enum char_kind char_kind(int32_t c)
{
	if (c < 0x80)
		return ascii_kind(c);
	if (c == 0x85 || c == 0x2028 || c == 0x2029) /* NEL, line and paragraph separators */
		return CHAR_LINE;
	if (c < 0xA0 || c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
	    (c >= 0x2066 && c <= 0x206F) || (c >= 0xFFF9 && c <= 0xFFFB))
		return CHAR_CONTROL;
	if (c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
	    c == 0x3000)
		return CHAR_SPACE;
	if (c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF)
		return CHAR_HIDDEN;
	return CHAR_PLAIN;
}

size_t char_next(const char *text, size_t len, int32_t *c)
{
	utf8proc_ssize_t size;

	if (len > 0 && (unsigned char)*text < 0x80) {
		*c = (unsigned char)*text;
		return 1;
	}
	size = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)len, c);
	return size > 0 ? (size_t)size : 0;
}

size_t char_ascii_run(const char *text, size_t len)
{
	size_t i = 0;

	for (uint64_t eight; i + 8 <= len; i += 8) {
		memcpy(&eight, text + i, 8);
		if (eight & UINT64_C(0x8080808080808080))
			break;
	}
	return i;
}

bool sen_utf8_valid(const char *text, size_t len)
{
	int32_t c;

	for (size_t i = 0; i < len;) {
		size_t step = char_ascii_run(text + i, len - i);

		if (step == 0)
			step = char_next(text + i, len - i, &c);
		if (step == 0)
			return false;
		i += step;
	}
	return true;
}
