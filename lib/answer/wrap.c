/* Widths on a terminal and wrapping between words. */
#include "answer/wrap.h"
#include "base/chars.h"

#include <sen/answer.h>

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <wchar.h>

/* wcwidth() needs a UTF-8 LC_CTYPE, and cron has none. Nothing else of the locale
 * is ever set: LC_NUMERIC would put commas into numbers. Its table is 350 KB, so
 * it is loaded at the first character that may be wide or take no room. */
static void need_locale(void)
{
	static bool done;
	if (done)
		return;
	done = true;
	if (!setlocale(LC_CTYPE, "") || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
}

/* Letters of Europe, dashes, quotation marks: one column each, no table needed. */
static bool is_narrow(int32_t c)
{
	return (c >= 0xa0 && c < 0x300) || (c >= 0x2010 && c < 0x2028);
}

/* One character: its bytes, and the columns it takes in *width. (The NUL at the
 * end of every text ends a character that was cut off.) */
static size_t step(const char *text, size_t *width)
{
	int32_t c;
	*width = 1;
	if ((unsigned char)*text < 0x80)
		return 1;
	size_t len = char_next(text, 4, &c);
	if (len == 0 || is_narrow(c))
		return len ? len : 1;
	need_locale();
	int columns = wcwidth((wchar_t)c);
	*width = columns < 0 ? 1 : (size_t)columns;
	return len;
}

size_t text_width_n(const char *text, size_t len)
{
	size_t at = char_ascii_run(text, len), width = at, one;
	while (at < len) {
		at += step(text + at, &one);
		width += one;
	}
	return width;
}

size_t text_width(const char *text)
{
	size_t widest = 0;
	for (;;) {
		size_t len = strcspn(text, "\n"), width = text_width_n(text, len);
		widest = width > widest ? width : widest;
		if (!text[len])
			return widest;
		text += len + 1;
	}
}

/* Bytes of `line` (up to its newline) that fit: to the last blank if any. */
static size_t fit(const char *line, size_t width)
{
	size_t used = 0, len = 0, blank = 0, one;
	while (line[len] && line[len] != '\n') {
		size_t bytes = step(line + len, &one);
		if (used + one > width && line[len] == ' ')
			return len;
		if (used + one > width)
			return blank ? blank : len ? len : bytes;
		if (line[len] == ' ')
			blank = len;
		used += one;
		len += bytes;
	}
	return len;
}

const char *text_wrap(struct sen_arena *arena, const char *text, size_t width, size_t hang)
{
	if (width == 0 || text_width(text) <= width)
		return text;
	struct sen_buf buf = {.arena = arena};
	for (size_t left = width; *text; left = width > hang ? width - hang : 1) {
		size_t len = fit(text, left);
		sen_buf_addn(&buf, text, len);
		text += len;
		bool own = *text == '\n';
		text += own;
		while (!own && *text == ' ')
			text++;
		if (*text)
			sen_buf_addf(&buf, "\n%*s", (int)hang, "");
	}
	return buf.text ? buf.text : "";
}

const char *sen_wrapped(struct sen_arena *arena, const char *text, size_t width, size_t hang)
{
	return text_wrap(arena, text, width, hang);
}

size_t sen_columns(const char *text)
{
	return text_width(text);
}
