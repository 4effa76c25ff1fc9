/* The layout of a table in text: columns as wide as their widest text, or sharing the
 * terminal; where that leaves one too narrow to read, long text below its row. */
#include "answer/text_grid.h"
#include "answer/wrap.h"

#include <sen/text.h>
#include <string.h>

/* Never NULL; control and bidi characters made visible. Where lines may not
 * break (a plain table: one row, one line) a line break is a blank. */
const char *grid_text(const struct view *view, size_t i, bool page)
{
	const char *text = cell_human(view->arena, view->columns[i].column, view_cell(view, i), page);
	char *safe = sen_text_visible(view->arena, text, true);
	for (char *at = safe; *at; at++) {
		if (*at == '\t' || (*at == '\n' && !page && view->style->width == 0))
			*at = ' ';
	}
	return safe;
}

int grid_read(struct view *view, struct grid *grid, struct sen_err *err)
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
			const char *text = grid_text(view, i, false);
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

bool grid_in_row(const struct grid *grid, size_t i)
{
	return !grid->place || grid->place[i] == IN_ROW;
}

static size_t total_width(const struct grid *grid)
{
	size_t total = 0;
	for (size_t i = 0; i < grid->view->count; i++) {
		if (grid_in_row(grid, i))
			total += grid->widths[i] + (total ? GAP : 0);
	}
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
	grid->shrunk = grid->shrunk || total > width;
	while (total > width) {
		size_t widest = grid->view->count;
		for (size_t i = 0; i < grid->view->count; i++) {
			const struct shown *shown = &grid->view->columns[i];
			if (!grid_in_row(grid, i) || !may_shrink(shown, flag) || grid->widths[i] <= LEAST)
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

/* No column is narrower than its heading, which is not wrapped. */
static void room_for_headings(struct grid *grid)
{
	for (size_t i = 0; i < grid->view->count; i++) {
		size_t width = text_width(grid->view->columns[i].column->label);
		if (width > grid->widths[i])
			grid->widths[i] = width;
	}
}

/* ---- Long text below its row ---- */

/* Does it still not fit, or would a column be too narrow to read?  For the latter only
 * a table with long text has what can go below, but for what its rows begin with: that
 * is what the rest stands under. */
static bool cramped(const struct grid *grid, const size_t *natural, size_t width)
{
	const struct shown *columns = grid->view->columns;
	bool any = false, has_long = false;
	if (total_width(grid) > width)
		return true;
	for (size_t i = 0; i < grid->view->count; i++) {
		bool wide = columns[i].column->flags & SEN_COL_WIDE;
		has_long = has_long || wide;
		any = any || (grid->widths[i] < natural[i] && (!wide || grid->widths[i] < READABLE));
	}
	return any && has_long && (grid->widths[0] < READABLE || !(columns[0].column->flags & SEN_COL_WIDE));
}

/* The widest of those after the first that may go below, or the count. */
static size_t widest_in_row(const struct grid *grid)
{
	const struct view *view = grid->view;
	size_t widest = view->count;
	for (size_t i = 1; i < view->count; i++) {
		if (grid_in_row(grid, i) && may_shrink(&view->columns[i], 0) &&
		    !(view->columns[i].column->flags & SEN_COL_NAME) &&
		    (widest == view->count || grid->widths[i] > grid->widths[widest]))
			widest = i;
	}
	return widest;
}

/* Takes out of the row the long texts; then the widest of the others while it is
 * still too wide; then dates and numbers, from the last. Never the first column: long
 * text there keeps half of the row, or what is left of it. */
static void put_below(struct grid *grid, size_t width)
{
	const struct view *view = grid->view;
	bool begins_long = view->columns[0].column->flags & SEN_COL_WIDE;
	size_t first = grid->widths[0];

	if (begins_long && first > width / 2)
		grid->widths[0] = width / 2;
	for (size_t i = 1; i < view->count; i++) {
		if (grid_in_row(grid, i) && (view->columns[i].column->flags & SEN_COL_WIDE))
			grid->place[i] = BELOW;
	}
	for (size_t i; total_width(grid) > width && (i = widest_in_row(grid)) < view->count;)
		grid->place[i] = BELOW;
	for (size_t i = view->count; i-- > 1 && total_width(grid) > width;) {
		if (grid_in_row(grid, i) && !(view->columns[i].column->flags & SEN_COL_NAME))
			grid->place[i] = BELOW;
	}
	grid->widths[0] = first;
	for (size_t i = 0; i < view->count; i++)
		grid->below_count += grid->place[i] == BELOW;
}

static bool says_nothing(const struct grid *grid, size_t i)
{
	for (size_t r = 0; r < grid->rows; r++) {
		if (*grid->cells[r * grid->view->count + i])
			return false;
	}
	return true;
}

/* Where there is not the room, a column that says nothing in any row gives its own. */
static void leave_out(struct grid *grid, size_t width)
{
	for (size_t i = 0; i < grid->view->count && total_width(grid) > width; i++) {
		if (says_nothing(grid, i))
			grid->place[i] = LEFT_OUT;
	}
}

/* Columns share the width; where that leaves one too narrow to read, long text goes
 * below its row instead. */
void grid_fit(struct grid *grid, size_t width)
{
	size_t count = grid->view->count;
	size_t *natural = SEN_NEW(grid->view->arena, size_t, count + 1);
	grid->place = SEN_NEW(grid->view->arena, char, count + 1);
	memcpy(natural, grid->widths, count * sizeof(*natural));
	leave_out(grid, width);
	shrink(grid, width, SEN_COL_WIDE);
	shrink(grid, width, 0);
	if (cramped(grid, natural, width)) {
		memcpy(grid->widths, natural, count * sizeof(*natural));
		put_below(grid, width);
		shrink(grid, width, 0);
	}
	room_for_headings(grid);
}
