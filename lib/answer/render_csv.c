/* CSV by RFC 4180 but for line ends, which are LF as elsewhere on Unix (every
 * reader takes them). Text that a spreadsheet would run gets a leading '. */
#include "answer/answer.h"

static const bool risky[256] = {
	['='] = true, ['+'] = true, ['-'] = true, ['@'] = true, ['\t'] = true, ['\r'] = true,
};
static const bool quoted[256] = {
	['"'] = true,
	[','] = true,
	['\n'] = true,
	['\r'] = true,
};

static bool needs_quotes(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (quoted[(unsigned char)text[i]])
			return true;
	}
	/* Spreadsheets and some readers trim bare cells. */
	return len && (text[0] == ' ' || text[len - 1] == ' ');
}

static void csv_text(struct out *out, const char *text, size_t len, bool guard)
{
	guard = guard && len && risky[(unsigned char)text[0]];
	if (!needs_quotes(text, len)) {
		if (guard)
			out_char(out, '\'');
		out_put(out, text, len);
		return;
	}
	out_put(out, "\"'", guard ? 2 : 1);
	for (size_t from = 0; from < len;) {
		const char *quote = memchr(text + from, '"', len - from);
		size_t run = quote ? (size_t)(quote - text) + 1 - from : len - from;
		out_put(out, text + from, run);
		if (quote)
			out_char(out, '"');
		from += run;
	}
	out_char(out, '"');
}

static void csv_cell(struct out *out, const struct shown *shown, const struct sen_cell *cell, bool guard)
{
	if (cell->text) {
		bool text = shown->column->kind == SEN_C_TEXT || shown->column->kind == SEN_C_CODE;
		csv_text(out, cell->text, cell->len, guard && text);
		return;
	}
	if (!shown->numeric || cell->number == SEN_NO_INT)
		return;
	switch (shown->column->kind) {
	case SEN_C_BOOL:
		out_text(out, cell->number ? "true" : "false");
		break;
	case SEN_C_ID:
		out_text(out, shown->column->prefix);
		out_int(out, cell->number);
		break;
	default:
		out_int(out, cell->number);
	}
}

static void csv_head(struct view *view, struct out *out)
{
	if (view->style->bom)
		out_text(out, "\xef\xbb\xbf");
	for (size_t i = 0; i < view->count; i++) {
		if (i)
			out_char(out, ',');
		out_text(out, view->columns[i].column->name);
	}
	out_char(out, '\n');
}

int render_csv(struct view *view, struct out *out, struct sen_err *err)
{
	bool guard = !view->style->raw;
	int rc = view_next(view, err);
	if (rc < 0)
		return rc;
	csv_head(view, out);
	for (; rc > 0; rc = view_next(view, err)) {
		const struct shown *shown = view->columns;
		for (size_t i = 0; i < view->count; i++, shown++) {
			if (i)
				out_char(out, ',');
			csv_cell(out, shown, &view->table->cells[shown->index], guard);
		}
		out_char(out, '\n');
	}
	return rc;
}
