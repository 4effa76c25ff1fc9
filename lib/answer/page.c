/* Pages made for a reader: elements opened and closed, all text escaped. */
#include "answer/html.h"
#include "answer/page_style.h"

#include <sen/page.h>
#include <sen/text.h>

enum { DEPTH = 16 };

struct sen_page {
	struct sen_arena *arena;
	const char *open[DEPTH];
	size_t depth;
	const char *const *watched;
	size_t watched_count;
	const char *seen; /* of the watched */
	struct out out;
};

struct sen_page *sen_page_new(struct sen_arena *arena)
{
	struct sen_page *page = SEN_NEW(arena, struct sen_page, 1);

	page->arena = arena;
	return page;
}

/* ---- Elements ---- */

void sen_page_open(struct sen_page *page, const char *tag, const char *look)
{
	if (page->depth == DEPTH) /* a page of ours is not as deep as that */
		abort();
	page->open[page->depth++] = tag;
	out_char(&page->out, '<');
	out_text(&page->out, tag);
	if (look) {
		out_text(&page->out, " class=\"");
		out_text(&page->out, look);
		out_char(&page->out, '"');
	}
	out_char(&page->out, '>');
}

void sen_page_close(struct sen_page *page)
{
	const char *tag = page->open[--page->depth];

	out_text(&page->out, "</");
	out_put(&page->out, tag, strcspn(tag, " "));
	/* None that would show: where words stand, line breaks are kept. */
	out_text(&page->out, strcmp(tag, "span") == 0 || strcmp(tag, "div") == 0 ? ">" : ">\n");
}

/* ---- Names to look out for ---- */

void sen_page_watch(struct sen_page *page, const char *const *names, size_t count)
{
	page->watched = names;
	page->watched_count = count;
	page->seen = NULL;
}

const char *sen_page_watched(const struct sen_page *page)
{
	return page->seen;
}

static void look_out(struct sen_page *page, const char *text)
{
	const char *folded = page->watched_count ? sen_text_fold(page->arena, text) : NULL;

	for (size_t i = 0; folded && !page->seen && i < page->watched_count; i++) {
		const char *name = sen_text_fold(page->arena, page->watched[i]);

		if (name && *name && strstr(folded, name))
			page->seen = page->watched[i];
	}
}

/* ---- Text ---- */

void sen_page_text(struct sen_page *page, const char *text)
{
	struct sen_mark mark = sen_arena_mark(page->arena);

	look_out(page, text);
	html_text(&page->out, sen_text_visible(page->arena, text, true));
	sen_arena_release(page->arena, mark);
}

void sen_page_add(struct sen_page *page, const char *tag, const char *look, const char *text)
{
	if (!text || !*text)
		return;
	sen_page_open(page, tag, look);
	sen_page_text(page, text);
	sen_page_close(page);
}

void sen_page_row(struct sen_page *page, const char *label, const char *text)
{
	if (!text || !*text)
		return;
	sen_page_open(page, "tr", NULL);
	sen_page_add(page, "th scope=\"row\"", NULL, label);
	sen_page_add(page, "td", NULL, text);
	sen_page_close(page);
}

void sen_page_table(struct sen_page *page, const char *look, const char *const *heads, size_t count)
{
	sen_page_open(page, "table", look);
	sen_page_open(page, "thead", NULL);
	sen_page_open(page, "tr", NULL);
	for (size_t i = 0; i < count; i++)
		sen_page_add(page, "th scope=\"col\"", NULL, heads[i]);
	sen_page_close(page);
	sen_page_close(page);
	sen_page_open(page, "tbody", NULL);
}

void sen_page_cells(struct sen_page *page, const char *const *texts, size_t count, bool named)
{
	sen_page_open(page, "tr", NULL);
	for (size_t i = 0; i < count; i++) {
		sen_page_open(page, named && i == 0 ? "th scope=\"row\"" : "td", NULL);
		sen_page_text(page, texts[i] ? texts[i] : "");
		sen_page_close(page);
	}
	sen_page_close(page);
}

void sen_page_table_end(struct sen_page *page)
{
	sen_page_close(page);
	sen_page_close(page);
}

/* ---- What is marked and written by hand ---- */

void sen_page_faces(struct sen_page *page, const char *const words[3])
{
	static const char *const mouths[3] = {"M13 25 Q20 33 27 25", "M13 27 L27 27", "M13 29 Q20 21 27 29"};

	sen_page_open(page, "div", "faces");
	for (size_t i = 0; i < 3; i++) {
		sen_page_open(page, "div", "face");
		out_text(&page->out, "<svg viewBox=\"0 0 40 40\" aria-hidden=\"true\" fill=\"none\" "
				     "stroke=\"#000\" stroke-width=\"1.8\"><circle cx=\"20\" cy=\"20\" "
				     "r=\"18\"/><circle cx=\"14\" cy=\"15\" r=\"1.4\" fill=\"#000\"/>"
				     "<circle cx=\"26\" cy=\"15\" r=\"1.4\" fill=\"#000\"/><path d=\"");
		out_text(&page->out, mouths[i]);
		out_text(&page->out, "\"/></svg>\n<span class=\"box\"></span>");
		sen_page_text(page, words[i]);
		sen_page_close(page);
	}
	sen_page_close(page);
}

void sen_page_lines(struct sen_page *page, int count)
{
	while (count-- > 0)
		out_text(&page->out, "<div class=\"line\"></div>\n");
}

/* ---- The file ---- */

void sen_page_begin(struct sen_page *page, FILE *out, const char *title, enum sen_page_look look)
{
	static const char *const looks[] = {"parent", "pupil", "staff", "letter", "map"};

	out_init(&page->out, out);
	page->depth = 0;
	html_begin(&page->out, title, look == SEN_PAGE_MAP ? page_map_style : page_style);
	sen_page_open(page, "main", looks[look]);
	out_char(&page->out, '\n');
}

int sen_page_end(struct sen_page *page, struct sen_err *err)
{
	while (page->depth > 0)
		sen_page_close(page);
	out_text(&page->out, "</body>\n</html>\n");
	return out_end(&page->out, err);
}

/* ---- Places to fill in ---- */

static const char *fill_of(const char *name, size_t len, const struct sen_fill *fills, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(fills[i].name, name, len) == 0 && fills[i].name[len] == '\0')
			return fills[i].value && *fills[i].value ? fills[i].value : NULL;
	return NULL;
}

const char *sen_fill(struct sen_arena *arena, const char *text, const struct sen_fill *fills, size_t count)
{
	struct sen_buf buf = {.arena = arena};

	for (const char *end; *text; text = end) {
		if (*text != '{') {
			end = text + strcspn(text, "{");
			sen_buf_addn(&buf, text, (size_t)(end - text));
			continue;
		}
		size_t len = strcspn(text + 1, "}");
		const char *value = fill_of(text + 1, len, fills, count);

		if (!value)
			return NULL;
		sen_buf_add(&buf, value);
		end = text + 1 + len + (text[1 + len] == '}');
	}
	return buf.text ? buf.text : "";
}
