/* For people at a terminal: tables drawn by libsmartcols, records as pages.
 * Long text is wrapped between words here, before smartcols sees it. */
#include "answer/answer.h"
#include "answer/wrap.h"

#include <libsmartcols/libsmartcols.h>
#include <sen/text.h>
#include <stdlib.h>

enum { GAP = 2, LEAST = 8 }; /* blanks between columns; least width of a wrapped one */

struct grid {
	const struct view *view;
	const char **cells; /* rows of view->count */
	bool *alerts;
	size_t rows, cap, alert_cap;
	size_t *widths;
};

/* Never NULL; control and bidi characters made visible. Where lines may not
 * break (a plain table: one row, one line) a line break is a blank. */
static const char *shown_text(const struct view *view, size_t i, bool page)
{
	const char *text = cell_human(view->arena, view->columns[i].column, view_cell(view, i), page);
	char *safe = sen_text_visible(view->arena, text, true);
	for (char *at = safe; *at; at++) {
		if (*at == '\t' || (*at == '\n' && !page && view->style->width == 0))
			*at = ' ';
	}
	return safe;
}

static int read_grid(struct view *view, struct grid *grid, struct sen_err *err)
{
	struct sen_arena *arena = view->arena;
	size_t used = 0, alerts = 0;
	int rc;
	*grid = (struct grid){.view = view, .widths = SEN_NEW(arena, size_t, view->count + 1)};
	for (size_t i = 0; i < view->count; i++)
		grid->widths[i] = text_width(view->columns[i].column->label);
	while ((rc = view_next(view, err)) > 0) {
		for (size_t i = 0; i < view->count; i++) {
			const struct sen_cell *cell = view_cell(view, i);
			const char *text = shown_text(view, i, false);
			size_t width = text_width(text);
			if (width > grid->widths[i])
				grid->widths[i] = width;
			*SEN_PUSH(arena, grid->cells, used, grid->cap) = text;
			*SEN_PUSH(arena, grid->alerts, alerts, grid->alert_cap) =
				cell_alert(view->columns[i].column, cell);
		}
		grid->rows++;
	}
	return rc;
}

static size_t total_width(const struct grid *grid)
{
	size_t total = 0;
	for (size_t i = 0; i < grid->view->count; i++)
		total += grid->widths[i] + (i ? GAP : 0);
	return total;
}

static bool may_shrink(const struct shown *shown, unsigned flag)
{
	if (shown->column->kind != SEN_C_TEXT || (shown->column->flags & SEN_COL_UPN))
		return false;
	return !flag || (shown->column->flags & flag);
}

/* Takes from the widest of the columns that may give until all fits. */
static void shrink(struct grid *grid, size_t width, unsigned flag)
{
	size_t total = total_width(grid);
	while (total > width) {
		size_t widest = grid->view->count;
		for (size_t i = 0; i < grid->view->count; i++) {
			const struct shown *shown = &grid->view->columns[i];
			if (!may_shrink(shown, flag) || grid->widths[i] <= LEAST)
				continue;
			if (widest == grid->view->count || grid->widths[i] > grid->widths[widest])
				widest = i;
		}
		if (widest == grid->view->count)
			return;
		grid->widths[widest]--;
		total--;
	}
}

static void *sure(void *made)
{
	if (!made)
		sen_out_of_memory();
	return made;
}

static void sure_done(int rc)
{
	if (rc != 0)
		sen_out_of_memory();
}

static void add_columns(struct libscols_table *drawn, const struct grid *grid)
{
	for (size_t i = 0; i < grid->view->count; i++) {
		const struct shown *shown = &grid->view->columns[i];
		bool right = (shown->column->flags & SEN_COL_RIGHT) ||
			     (shown->numeric && shown->column->kind != SEN_C_ID &&
			      shown->column->kind != SEN_C_BOOL);
		int flags = SCOLS_FL_WRAP | (right ? SCOLS_FL_RIGHT : 0);
		struct libscols_column *column = sure(
			scols_table_new_column(drawn, shown->column->label, (double)grid->widths[i], flags));
		sure_done(scols_column_set_wrapfunc(column, scols_wrapnl_chunksize, scols_wrapnl_nextchunk,
						    NULL));
		sure_done(scols_column_set_safechars(column, "\n"));
	}
}

static void add_rows(struct libscols_table *drawn, const struct grid *grid)
{
	size_t count = grid->view->count;
	for (size_t r = 0; r < grid->rows; r++) {
		struct libscols_line *line = sure(scols_table_new_line(drawn, NULL));
		for (size_t i = 0; i < count; i++) {
			struct sen_mark mark = sen_arena_mark(grid->view->arena);
			const char *text =
				text_wrap(grid->view->arena, grid->cells[r * count + i], grid->widths[i], 0);
			sure_done(scols_line_set_data(line, i, text));
			if (grid->alerts[r * count + i] && grid->view->style->colour)
				sure_done(scols_cell_set_color(scols_line_get_cell(line, i), "red"));
			sen_arena_release(grid->view->arena, mark);
		}
	}
}

/* The table as text in the arena, without trailing blanks. */
static const char *draw(const struct grid *grid)
{
	struct libscols_table *drawn = sure(scols_new_table());
	char *text = NULL;
	sure_done(scols_table_enable_noencoding(drawn, 1)); /* made safe by sen_text_visible */
	sure_done(scols_table_set_column_separator(drawn, "  "));
	scols_table_set_termforce(drawn, SCOLS_TERMFORCE_NEVER);
	if (grid->view->style->colour)
		scols_table_enable_colors(drawn, 1);
	add_columns(drawn, grid);
	add_rows(drawn, grid);
	sure_done(scols_print_table_to_string(drawn, &text));
	/* There are rows, so no text means that its memory stream ran out. */
	const char *kept = sen_strdup(grid->view->arena, sure(text));
	free(text);
	scols_unref_table(drawn);
	return kept;
}

/* Lines with an indent, blanks at their ends taken off. */
static void put_lines(struct out *out, const char *text, const char *indent)
{
	while (*text) {
		size_t len = strcspn(text, "\n"), keep = len;
		while (keep && text[keep - 1] == ' ')
			keep--;
		if (keep)
			out_text(out, indent);
		out_put(out, text, keep);
		out_char(out, '\n');
		text += len + (text[len] == '\n');
	}
}

static int put_table(struct view *view, struct out *out, const char *title, const char *indent,
		     struct sen_err *err)
{
	struct grid grid;
	int rc = read_grid(view, &grid, err);
	if (rc < 0 || grid.rows == 0)
		return rc;
	if (view->style->width > 0) {
		size_t width = (size_t)view->style->width - strlen(indent);
		shrink(&grid, width, SEN_COL_WIDE);
		shrink(&grid, width, 0);
	}
	if (title) {
		out_char(out, '\n');
		out_text(out, title);
		out_char(out, '\n');
	}
	put_lines(out, draw(&grid), indent);
	return 0;
}

static void put_field(struct view *view, struct out *out, size_t i, size_t labels)
{
	const struct shown *shown = &view->columns[i];
	const char *text = shown_text(view, i, true);
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
	text_locale();
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
				    view->style->width > 0 ? (size_t)view->style->width : 0, 0),
			  "");
	return 0;
}
