/* Widths on a terminal and wrapping between words (smartcols breaks words). */
#include "answer/wrap.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <wchar.h>

void text_locale(void)
{
	if (!setlocale(LC_CTYPE, "") || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
}

/* One character: its bytes, and the columns it takes in *width. */
static size_t step(const char *text, size_t *width)
{
	wchar_t wide;
	mbstate_t state = {0};
	unsigned char c = (unsigned char)*text;
	*width = 1;
	if (c < 0x80)
		return 1;
	size_t len = mbrtowc(&wide, text, strlen(text), &state);
	if (len == 0 || len > 4)
		return 1;
	int columns = wcwidth(wide);
	*width = columns < 0 ? 1 : (size_t)columns;
	return len;
}

size_t text_width(const char *text)
{
	size_t widest = 0, width = 0, one;
	while (*text) {
		if (*text == '\n') {
			width = 0;
			text++;
			continue;
		}
		text += step(text, &one);
		width += one;
		widest = width > widest ? width : widest;
	}
	return widest;
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
