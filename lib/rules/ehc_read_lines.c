/* Lines of an authority's document that are no paragraph: a page's number, rows of a table
 * as they come out of Word or a PDF, headings of its columns. */
#include "rules/ehc_read.h"

#include <sen/text.h>

#include <ctype.h>
#include <string.h>

/* How long the gap between two cells is here: a bar, a tab, three blanks or more; 0: none. */
static size_t gap_at(const char *at)
{
	size_t len = strspn(at, " \t|");

	return len >= 3 || memchr(at, '|', len) || memchr(at, '\t', len) ? len : 0;
}

static size_t cells(const char *line)
{
	size_t n = 1;

	for (const char *at = line; *at;) {
		size_t gap = gap_at(at);

		n += gap > 0 && at[gap];
		at += gap ? gap : 1;
	}
	return n;
}

bool ehc_read_is_table(const char *line)
{
	return cells(line) >= 3;
}

bool ehc_read_is_page_number(const char *line)
{
	for (const char *at = line; *at; at++) {
		const char *after = at + 4;

		if (strncasecmp(at, "page", 4) != 0 || (at > line && !gap_at(at - (at - line >= 3 ? 3 : 1))))
			continue;
		after += strspn(after, " ");
		if (!isdigit((unsigned char)*after))
			continue;
		after += strspn(after, "0123456789");
		after += strspn(after, " ");
		if (strncasecmp(after, "of", 2) == 0)
			after += 2 + strspn(after + 2, " 0123456789");
		if (!*after)
			return true;
	}
	return false;
}

bool ehc_read_is_column_names(struct sen_arena *arena, const char *line)
{
	static const char *const names[] = {
		"outcome", "outcomes", "provision", "who",  "by whom",	"how often", "frequency", "resource",
		"when",	   "advice",   "author",    "date", "staffing", "appendix",  "need",	  "needs"};
	const char *folded =
		strlen(line) > 160 || strpbrk(line, "0123456789") ? NULL : sen_text_fold(arena, line);
	size_t found = 0;

	if (!folded || !ehc_read_is_table(line))
		return false;
	for (size_t i = 0; i < SEN_COUNT(names); i++) {
		const char *at = strstr(folded, names[i]);
		size_t len = strlen(names[i]);

		found += at && (at == folded || at[-1] == ' ') && (!at[len] || at[len] == ' ');
	}
	return found >= 3 || found + 1 >= cells(line);
}

const char *ehc_read_cells(struct sen_arena *arena, const char *line)
{
	struct sen_buf buf = {.arena = arena};

	for (const char *at = line + strspn(line, " \t|"); *at;) {
		size_t len = 0, gap = 0;

		while (at[len] && (gap = gap_at(at + len)) == 0)
			len++;
		/* A letter or a number alone counts the rows. */
		if (len > 1 || (len == 1 && buf.len))
			sen_buf_addf(&buf, "%s%.*s", buf.len ? "; " : "", (int)len, at);
		at += len + gap;
	}
	return buf.text ? buf.text : "";
}

bool ehc_read_is_caption(struct sen_arena *arena, const char *line)
{
	static const char *const captions[] = {
		"needs",	"need",	    "strengths", "strengths and needs",
		"difficulties", "outcomes", "provision", "special educational needs"};
	const char *folded = strlen(line) > 40 ? NULL : sen_text_fold(arena, line);

	for (size_t i = 0; folded && i < SEN_COUNT(captions); i++)
		if (strcmp(folded, captions[i]) == 0)
			return true;
	return false;
}
