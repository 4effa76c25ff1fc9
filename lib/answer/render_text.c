/* For people at a terminal: tables, and records as pages.  Columns are as wide
 * as their widest text, or share the terminal; long text is wrapped between words. */
#include "answer/text_grid.h"
#include "answer/wrap.h"

#include <sen/text.h>

/* A line being written: blanks wait until text follows, so that no line ends in them. */
struct line {
	struct out *out;
	const char *indent;
	size_t blanks;
	bool begun;
};

static void line_text(struct line *line, const char *text, size_t len)
{
	if (len == 0)
		return;
	if (!line->begun)
		out_text(line->out, line->indent);
	for (; line->blanks; line->blanks--)
		out_char(line->out, ' ');
	line->begun = true;
	out_put(line->out, text, len);
}

static void line_end(struct line *line)
{
	out_char(line->out, '\n');
	line->blanks = 0;
	line->begun = false;
}

static bool is_right(const struct shown *shown)
{
	return (shown->column->flags & SEN_COL_RIGHT) ||
	       (shown->numeric && shown->column->kind != SEN_C_ID && shown->column->kind != SEN_C_BOOL);
}

/* One line of a cell, in its column. */
static void put_cell(struct line *line, const struct shown *shown, const char *text, size_t len, size_t width,
		     bool red)
{
	size_t used = text_width_n(text, len), pad = width > used ? width - used : 0;
	if (is_right(shown))
		line->blanks += pad;
	if (red && len)
		line_text(line, "\033[31m", 5);
	line_text(line, text, len);
	if (red && len)
		line_text(line, "\033[0m", 4);
	if (!is_right(shown))
		line->blanks += pad;
}

/* A row: as many lines as its longest cell was wrapped to. `rest` holds the cells
 * and is used up; `red` may be NULL. */
static void put_row(const struct grid *grid, struct line *line, const char **rest, const bool *red)
{
	bool more;
	do {
		more = false;
		bool first = true;
		for (size_t i = 0; i < grid->view->count; i++) {
			size_t len = strcspn(rest[i], "\n");
			if (!grid_in_row(grid, i))
				continue;
			line->blanks += first ? 0 : GAP;
			first = false;
			put_cell(line, &grid->view->columns[i], rest[i], len, grid->widths[i], red && red[i]);
			rest[i] += len + (rest[i][len] == '\n');
			more = more || *rest[i];
		}
		line_end(line);
	} while (more);
}

/* What goes below a row: each text with its label, but for one alone, whose label is
 * in the heading. */
static void put_long(const struct grid *grid, struct line *line, const char *const *cells, bool heading)
{
	const struct view *view = grid->view;
	size_t width = (size_t)view->style->width - strlen(line->indent) - INDENT;
	for (size_t i = 0; i < view->count; i++) {
		const char *text = cells[i], *label = view->columns[i].column->label;
		if (grid_in_row(grid, i) || grid->place[i] != BELOW || !*text)
			continue;
		if (grid->below_count > 1 && !heading && *label)
			text = sen_format(view->arena, "%s: %s", label, text);
		for (text = text_wrap(view->arena, text, width, 0); *text;) {
			size_t len = strcspn(text, "\n");
			line->blanks = INDENT;
			line_text(line, text, len);
			line_end(line);
			text += len + (text[len] == '\n');
		}
	}
}

static void draw(const struct grid *grid, struct out *out, const char *indent)
{
	struct line line = {.out = out, .indent = indent};
	struct sen_arena *arena = grid->view->arena;
	size_t count = grid->view->count;
	const char **rest = SEN_NEW(arena, const char *, count + 1);
	for (size_t i = 0; i < count; i++)
		rest[i] = grid->view->columns[i].column->label;
	const char **labels = SEN_NEW(arena, const char *, count + 1);
	memcpy(labels, rest, count * sizeof(*labels));
	put_row(grid, &line, rest, NULL);
	if (grid->below_count == 1)
		put_long(grid, &line, labels, true);
	for (size_t r = 0; r < grid->rows; r++) {
		struct sen_mark mark = sen_arena_mark(arena);
		for (size_t i = 0; i < count; i++) {
			const char *text = grid->cells[r * count + i];
			rest[i] = grid->shrunk ? text_wrap(arena, text, grid->widths[i], 0) : text;
		}
		put_row(grid, &line, rest, grid->view->style->colour ? grid->alerts + r * count : NULL);
		if (grid->below_count)
			put_long(grid, &line, grid->cells + r * count, false);
		sen_arena_release(arena, mark);
	}
}

/* Lines, blanks at their ends taken off. */
static void put_lines(struct out *out, const char *text)
{
	struct line line = {.out = out, .indent = ""};
	while (*text) {
		size_t len = strcspn(text, "\n"), keep = len;
		while (keep && text[keep - 1] == ' ')
			keep--;
		line_text(&line, text, keep);
		line_end(&line);
		text += len + (text[len] == '\n');
	}
}

static int put_table(struct view *view, struct out *out, const char *title, const char *indent,
		     struct sen_err *err)
{
	struct grid grid;
	int rc = grid_read(view, &grid, err);
	if (rc < 0 || grid.rows == 0)
		return rc;
	if (view->style->width > 0) {
		grid_fit(&grid, (size_t)view->style->width - strlen(indent));
	}
	if (title) {
		out_char(out, '\n');
		out_text(out, title);
		out_char(out, '\n');
	}
	draw(&grid, out, indent);
	return 0;
}

static void put_field(struct view *view, struct out *out, size_t i, size_t labels)
{
	const struct shown *shown = &view->columns[i];
	const char *text = grid_text(view, i, true);
	bool red = view->style->colour && cell_alert(shown->column, view_cell(view, i));
	size_t left = labels + 2, width = view->style->width > 0 ? (size_t)view->style->width : 0;
	if (width)
		text = text_wrap(view->arena, text, width > left + LEAST ? width - left : LEAST, 0);
	out_text(out, shown->column->label);
	size_t used = text_width(shown->column->label);
	for (bool first = true; *text || first; first = false) {
		for (; used < left; used++)
			out_char(out, ' ');
		size_t len = strcspn(text, "\n");
		out_text(out, red ? "\033[31m" : "");
		out_put(out, text, len);
		out_text(out, red ? "\033[0m" : "");
		out_char(out, '\n');
		used = 0;
		text += len + (text[len] == '\n');
	}
}

static int put_page(struct view *view, struct out *out, size_t labels, struct sen_err *err)
{
	for (size_t i = 0; i < view->count; i++) {
		if (!cell_unknown(view_cell(view, i)))
			put_field(view, out, i, labels);
	}
	for (size_t i = 0; i < view->part_count; i++) {
		struct view *part;
		const struct sen_query *query = view->parts[i].query;
		int rc = view_part(view, i, &part, err);
		if (rc == 0)
			rc = put_table(part, out, query->title ? query->title : query->name, "  ", err);
		if (rc < 0)
			return rc;
	}
	return 0;
}

static int put_pages(struct view *view, struct out *out, struct sen_err *err)
{
	size_t labels = 0;
	int rc;
	for (size_t i = 0; i < view->count; i++) {
		size_t width = text_width(view->columns[i].column->label);
		labels = width > labels ? width : labels;
	}
	while ((rc = view_next(view, err)) > 0) {
		if (view->rows > 1)
			out_char(out, '\n');
		if ((rc = put_page(view, out, labels, err)) < 0)
			return rc;
	}
	return rc;
}

int render_text(struct view *view, struct out *out, struct sen_err *err)
{
	const struct sen_table *table = view->table;
	int rc = view->flags & SEN_Q_PAGE ? put_pages(view, out, err) : put_table(view, out, NULL, "", err);
	if (rc < 0)
		return rc;
	if (view->rows == 0 && table->empty) {
		out_text(out, table->empty);
		out_char(out, '\n');
	}
	if (table->footnote_count && view->rows)
		out_char(out, '\n');
	for (size_t i = 0; i < table->footnote_count; i++)
		put_lines(out,
			  text_wrap(view->arena, sen_text_visible(view->arena, table->footnotes[i], true),
				    view->style->width > 0 ? (size_t)view->style->width : 0, 0));
	return 0;
}
