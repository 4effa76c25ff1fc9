/* A table in text before it is drawn: its cells, how wide each column is, and what
 * goes below its row where there is not the room (text_grid.c, render_text.c). */
#ifndef ANSWER_TEXT_GRID_H
#define ANSWER_TEXT_GRID_H

#include "answer/answer.h"

/* Blanks between columns; least width of a wrapped one; what long text wants to be
 * read in a column of its own; how far it stands in when it goes below its row. */
enum { GAP = 2, LEAST = 8, READABLE = 24, INDENT = 4 };

enum place { IN_ROW, BELOW, LEFT_OUT };

struct grid {
	const struct view *view;
	const char **cells; /* rows of view->count */
	bool *alerts;
	size_t rows, cap, alert_cap;
	size_t *widths;
	bool shrunk; /* some are less than their widest text */
	char *place; /* NULL, or of each column where it goes */
	size_t below_count;
};

/* Never NULL; what would steer a terminal made visible. `page`: lines may break. */
const char *grid_text(const struct view *view, size_t i, bool page);
/* Reads all rows. */
int grid_read(struct view *view, struct grid *grid, struct sen_err *err) SEN_MUST_CHECK;
/* Lays it out in so many characters. */
void grid_fit(struct grid *grid, size_t width);
bool grid_in_row(const struct grid *grid, size_t i);

#endif
