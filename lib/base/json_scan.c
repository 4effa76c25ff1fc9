/* A first look over JSON text: what cJSON lets pass and we do not. */
#include "base/json_scan.h"

#include "base/chars.h"

#include <stdio.h>
#include <string.h>

int json_fault(struct sen_err *err, const char *text, size_t len, size_t at, const char *fmt, ...)
{
	size_t line = 1, column = 1;
	char what[512];
	va_list args;

	for (size_t i = 0; i < at && i < len; i++) {
		if (text[i] == '\n') {
			line++;
			column = 1;
		} else if (((unsigned char)text[i] & 0xC0) != 0x80) {
			column++;
		}
	}
	va_start(args, fmt);
	vsnprintf(what, sizeof(what), fmt, args);
	va_end(args);
	return sen_fail(err, SEN_INVALID, "line %zu, column %zu: %s", line, column, what);
}

static bool digit(const char *text, size_t len, size_t at)
{
	return at < len && text[at] >= '0' && text[at] <= '9';
}

static size_t skip_digits(const char *text, size_t len, size_t at)
{
	while (digit(text, len, at))
		at++;
	return at;
}

/* The end of the number that begins at `at`; `at` itself when it is none. */
static size_t number_end(const char *text, size_t len, size_t at)
{
	size_t i = at + (text[at] == '-');

	if (!digit(text, len, i))
		return at;
	i = text[i] == '0' ? i + 1 : skip_digits(text, len, i);
	if (i < len && text[i] == '.') {
		if (!digit(text, len, i + 1))
			return at;
		i = skip_digits(text, len, i + 1);
	}
	if (i < len && (text[i] == 'e' || text[i] == 'E')) {
		i++;
		if (i < len && (text[i] == '+' || text[i] == '-'))
			i++;
		if (!digit(text, len, i))
			return at;
		i = skip_digits(text, len, i);
	}
	return digit(text, len, i) ? at : i; /* 012 */
}

/* The closing quote of the string whose opening quote is at `at`; `len` when there is none. */
static size_t string_end(const char *text, size_t len, size_t at)
{
	for (size_t i = at + 1; i < len; i++) {
		if (text[i] == '"')
			return i;
		if (text[i] == '\\')
			i++;
	}
	return len;
}

static int scan_string(const char *text, size_t len, size_t at, size_t end, struct sen_err *err)
{
	if (end >= len)
		return json_fault(err, text, len, at, "a text in quotes is not closed");
	for (size_t i = at + 1; i < end; i++) {
		if ((unsigned char)text[i] < ' ')
			return json_fault(err, text, len, i,
					  "a line break or control character inside quotes; write \\n");
		if (text[i] != '\\')
			continue;
		if (strncmp(text + i, "\\u0000", 6) == 0)
			return json_fault(err, text, len, i, "\\u0000 is not allowed in a text");
		i++;
	}
	return 0;
}

/* One step of the scan: what begins at `*at`, which then stands behind it. */
static int scan_token(const char *text, size_t len, size_t *at, int *depth, struct sen_err *err)
{
	char c = text[*at];
	size_t end;

	if (c == '"') {
		end = string_end(text, len, *at);
		if (scan_string(text, len, *at, end, err) < 0)
			return SEN_INVALID;
		*at = end + 1;
		return 0;
	}
	if (c == '-' || (c >= '0' && c <= '9')) {
		end = number_end(text, len, *at);
		if (end == *at)
			return json_fault(err, text, len, *at, "this is not a number");
		*at = end;
		return 0;
	}
	if ((c == '[' || c == '{') && ++*depth > JSON_DEPTH)
		return json_fault(err, text, len, *at, "more than %d levels of brackets", JSON_DEPTH);
	if (c == ']' || c == '}')
		--*depth;
	if ((unsigned char)c < ' ' && c != '\n' && c != '\r' && c != '\t')
		return json_fault(err, text, len, *at, "a control character");
	++*at;
	return 0;
}

int json_scan(const char *text, size_t len, struct sen_err *err)
{
	int depth = 0;
	int32_t c;

	for (size_t i = 0, step; i < len; i += step) {
		step = char_ascii_run(text + i, len - i);
		if (step == 0)
			step = char_next(text + i, len - i, &c);
		if (step == 0) {
			json_fault(err, text, len, i, "this is not in UTF-8");
			sen_hint(err, "Save the file as UTF-8.");
			return SEN_INVALID;
		}
	}
	for (size_t i = 0; i < len;) {
		if (scan_token(text, len, &i, &depth, err) < 0)
			return SEN_INVALID;
	}
	return 0;
}

size_t json_key_offset(const char *text, size_t len, size_t n)
{
	for (size_t i = 0; i < len; i++) {
		size_t end, colon;

		if (text[i] != '"')
			continue;
		end = string_end(text, len, i);
		for (colon = end + 1; colon < len && strchr(" \t\r\n", text[colon]); colon++)
			;
		if (colon < len && text[colon] == ':' && n-- == 0)
			return i;
		i = end;
	}
	return 0;
}
