/* The list of `review register`: each child on the register, what moved since the
 * last one, and whether this review has looked at the child (R54). */
#include "review.h"
#include <sen/movement.h>
#include <string.h>

/* "joined; needs: SLCN to SLCN, MLD": what a child's lines of movement say. */
static const char *moved(struct app *app, const struct sen_movement *movement, int64_t pupil)
{
	struct sen_buf words = {.arena = app->arena};

	for (size_t i = 0; i < movement->line_count; i++) {
		const struct sen_movement_line *line = &movement->lines[i];
		bool need = strcmp(line->what, "needs") == 0;

		if (line->pupil_id != pupil)
			continue;
		sen_buf_add(&words, words.len ? "; " : "");
		if (need)
			sen_buf_addf(&words, "needs: %s to %s", line->from ? line->from : "none",
				     line->to ? line->to : "none");
		else if (strcmp(line->what, "up") == 0 || strcmp(line->what, "down") == 0)
			sen_buf_addf(&words, "%s from %s", line->what, line->from);
		else
			sen_buf_add(&words, line->what);
	}
	return words.text;
}

static int copy_rows(struct app *app, struct sen_table *from, const struct sen_movement *movement,
		     struct sen_table *into, size_t *waiting, struct sen_err *err)
{
	size_t at = (size_t)(sen_column_named(from->columns, from->count, "moved") - from->columns);
	int rc;

	while ((rc = from->next(from, err)) == 1) {
		struct sen_cell *cells = sen_table_add(into);

		for (size_t i = 0; i < from->count; i++) {
			cells[i] = from->cells[i];
			if (cells[i].text)
				cells[i].text = sen_strndup(app->arena, cells[i].text, cells[i].len);
		}
		sen_cell_text(&cells[at], moved(app, movement, cells[0].number));
		*waiting += cells[from->count - 1].len == 0;
	}
	return rc;
}

static bool there(const struct sen_movement *movement, size_t i)
{
	for (size_t k = i + 1; k < movement->line_count; k++)
		if (movement->lines[k].pupil_id == movement->lines[i].pupil_id)
			return true;
	return false;
}

/* Below, those who stand on it no more: their last line says so. */
static void add_gone(struct app *app, const struct sen_movement *movement, struct sen_table *into)
{
	const struct sen_query *query = &sen_register_review_list;
	static const char *const names[] = {"upn", "name", "class", "moved", "state"};

	for (size_t i = 0; i < movement->line_count; i++) {
		const struct sen_movement_line *line = &movement->lines[i];
		bool off = strcmp(line->what, "exited") == 0 || strcmp(line->what, "left") == 0;
		const char *texts[] = {line->upn, line->pupil, line->class_name, NULL, "gone"};
		struct sen_cell *cells;

		if (!off || there(movement, i))
			continue;
		cells = sen_table_add(into);
		texts[3] = moved(app, movement, line->pupil_id);
		sen_cell_int(&cells[0], line->pupil_id);
		for (size_t k = 0; k < SEN_COUNT(names); k++)
			sen_cell_text(&cells[sen_column_named(query->columns, query->count, names[k]) -
					     query->columns],
				      texts[k]);
	}
}

static void add_notes(struct app *app, struct sen_table *table, const struct sen_logbook *open,
		      const struct sen_movement *movement, size_t waiting)
{
	const int64_t *n = sen_movement_all(movement)->n;
	const char **notes = SEN_NEW(app->arena, const char *, 3);
	char day[16];

	table->footnotes = notes;
	notes[table->footnote_count++] = sen_format(
		app->arena,
		"Since %s %lld taken off the register and %lld left the school: sendctl report movement",
		sen_date_long(movement->from, day), (long long)n[SEN_MV_EXITED], (long long)n[SEN_MV_LEFT]);
	notes[table->footnote_count++] =
		open->head.id
			? sen_format(
				  app->arena,
				  "LB%lld, opened on %s: %zu not looked at yet. Those who stay as they are: "
				  "sendctl review register --confirm PUPILS",
				  (long long)open->head.id, sen_date_long(open->held_on, day), waiting)
			: "No review is open: sendctl review register --open";
}

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct sen_query *query = &sen_register_review_list;
	struct sen_logbook open, closed;
	struct sen_movement movement;
	sen_date from, until;
	size_t waiting = 0;
	int rc;

	(void)args;
	if ((rc = sen_register_review_open(app->store, &open, &closed, err)) < 0 ||
	    (rc = sen_movement_period(app->store, &from, &until, err)) < 0 ||
	    (rc = sen_movement(app->store, from, until, &movement, err)) < 0)
		return rc;
	char since[11];
	const struct sen_value values[] = {
		{":since", sen_date_text(open.head.id ? open.held_on : app->context.today + 1, since),
		 SEN_NO_INT}};
	struct sen_table *rows, *table = sen_table_of(app->arena, query);
	if ((rc = sen_table_query(app->store, query, values, 1, &rows, err)) < 0)
		return rc;
	rc = copy_rows(app, rows, &movement, table, &waiting, err);
	rows->close(rows);
	if (rc < 0)
		return rc;
	add_gone(app, &movement, table);
	add_notes(app, table, &open, &movement, waiting);
	return app_answer_table(app, table, err);
}

const struct cmd review_register_list_cmd = {
	.noun = "review",
	.verb = "register",
	.summary = "the review of the register each term",
	.flags = CMD_READS | CMD_TABLE,
	.answer = &sen_register_review_list,
	.run = show,
};
