/* What is shown of a table: --fields, --limit, --names; --sort and --table
 * replace the table first. */
#include "answer/answer.h"

#include <sen/text.h>

static bool hidden_by(unsigned flags, enum sen_names names)
{
	if (names == SEN_NAMES_FULL)
		return false;
	if (flags & (SEN_COL_NAME | SEN_COL_UPN))
		return true;
	return names == SEN_NAMES_NONE && (flags & SEN_COL_PERSON);
}

int unknown_word(struct sen_arena *arena, const char *what, const char *word, const struct sen_table *table,
		 bool parts, struct sen_err *err)
{
	size_t count = table->count + table->part_count, used = 0;
	const char **words = SEN_NEW(arena, const char *, count + 1);
	struct sen_buf list = {.arena = arena};
	if (strcmp(what, "table") != 0) {
		for (size_t i = 0; i < table->count; i++)
			words[used++] = table->columns[i].name;
	} else {
		words[used++] = table->name;
	}
	for (size_t i = 0; parts && i < table->part_count; i++)
		words[used++] = table->parts[i].name;
	for (size_t i = 0; i < used; i++)
		sen_buf_addf(&list, "%s%s", i ? ", " : "", words[i]);
	const char *guess = sen_text_guess(word, words, used);
	int rc = sen_fail(err, SEN_USAGE, "there is no %s '%s' here", what,
			  sen_text_visible(arena, word, false));
	if (guess)
		sen_hint(err, "Did you mean '%s'? There are: %s.", guess, list.text);
	else
		sen_hint(err, "There are: %s.", list.text ? list.text : "none");
	return rc;
}

static void show_column(struct view *view, size_t index)
{
	const struct sen_column *column = &view->table->columns[index];
	struct shown *shown = &view->columns[view->count++];
	*shown = (struct shown){.column = column, .index = index, .numeric = column_numeric(column)};
	if (hidden_by(column->flags, view->style->names)) {
		shown->hidden = SEN_NEW(view->arena, char, INITIALS_ROOM);
		view->hides = true;
	}
}

static struct view *part_view(struct sen_arena *arena, const struct sen_query *part,
			      const struct sen_style *style);

static void show_part(struct view *view, size_t index)
{
	const struct sen_query *part = &view->table->parts[index];
	view->parts[view->part_count++] = (struct shown_part){
		.index = index, .query = part, .view = part_view(view->arena, part, view->style)};
}

static struct view *new_view(struct sen_arena *arena, struct sen_table *table, const struct sen_style *style,
			     size_t room)
{
	struct view *view = SEN_NEW(arena, struct view, 1);
	*view = (struct view){.arena = arena,
			      .style = style,
			      .table = table,
			      .columns = SEN_NEW(arena, struct shown, room + 1),
			      .parts = SEN_NEW(arena, struct shown_part, room + table->part_count + 1),
			      .limit = SEN_NO_INT,
			      .flags = table->flags,
			      .title = table->title};
	return view;
}

/* Quiet columns are for programs: people see them when they ask. */
static void show_all(struct view *view)
{
	bool people = view->style->format == SEN_FORMAT_TEXT || view->style->format == SEN_FORMAT_HTML;
	for (int early = people; early >= 0; early--) {
		for (size_t i = 0; i < view->table->count; i++) {
			unsigned flags = view->table->columns[i].flags;
			if (!people || (!(flags & SEN_COL_QUIET) && !!(flags & SEN_COL_EARLY) == early))
				show_column(view, i);
		}
	}
	for (size_t i = 0; i < view->table->part_count; i++)
		show_part(view, i);
}

static struct view *part_view(struct sen_arena *arena, const struct sen_query *part,
			      const struct sen_style *style)
{
	/* A stand-in with the columns; the rows come with view_part. */
	struct sen_table shape = {.columns = part->columns,
				  .count = part->count,
				  .parts = part->parts,
				  .part_count = part->part_count,
				  .flags = part->flags,
				  .title = part->title};
	struct view *view = new_view(arena, &shape, style, part->count);
	show_all(view);
	view->table = NULL;
	return view;
}

static int show_named(struct view *view, const char *word, struct sen_err *err)
{
	const struct sen_table *table = view->table;
	size_t i = column_index(table->columns, table->count, word);
	if (i < table->count) {
		show_column(view, i);
		return 0;
	}
	for (i = 0; i < table->part_count; i++) {
		if (strcmp(table->parts[i].name, word) != 0)
			continue;
		if (view->style->format == SEN_FORMAT_CSV) {
			int rc = sen_fail(err, SEN_USAGE, "'%s' is a table of its own, not a column", word);
			sen_hint(err, "Print it with --table %s.", word);
			return rc;
		}
		show_part(view, i);
		return 0;
	}
	return unknown_word(view->arena, "field", word, table, true, err);
}

static size_t count_words(const char *text)
{
	size_t count = 1;
	for (; *text; text++)
		count += *text == ',';
	return count;
}

static int show_fields(struct view *view, const char *fields, struct sen_err *err)
{
	while (*fields) {
		size_t len = strcspn(fields, ",");
		int rc = show_named(view, sen_strndup(view->arena, fields, len), err);
		if (rc < 0)
			return rc;
		fields += len + (fields[len] == ',');
	}
	if (view->count + view->part_count == 0)
		return unknown_word(view->arena, "field", "", view->table, true, err);
	return 0;
}

int view_make(struct sen_arena *arena, struct sen_table **table, const struct sen_style *style,
	      struct view **out, struct sen_err *err)
{
	int rc = 0;
	if (style->table && strcmp(style->table, (*table)->name) != 0)
		rc = table_flatten(arena, table, style->table, err);
	if (rc < 0)
		return rc;
	/* Before the rows are gathered for --sort: a slip is told at once. */
	struct view *view =
		new_view(arena, *table, style, style->fields ? count_words(style->fields) : (*table)->count);
	if (style->fields)
		rc = show_fields(view, style->fields, err);
	else
		show_all(view);
	view->limit = style->limit;
	if (rc == 0 && style->sort && *style->sort)
		rc = table_sort(arena, table, style->sort, err);
	view->table = *table;
	view->veil = veil_new(arena, style);
	*out = view;
	return rc;
}

static void hide(struct view *view)
{
	for (size_t i = 0; i < view->count; i++) {
		struct shown *shown = &view->columns[i];
		if (!shown->hidden)
			continue;
		struct sen_cell *cell = &view->table->cells[shown->index];
		bool name = view->style->names == SEN_NAMES_INITIALS && (shown->column->flags & SEN_COL_NAME);
		if (name && cell->text) {
			cell->len = initials(cell->text, cell->len, shown->hidden);
			cell->text = shown->hidden;
		} else {
			*cell = (struct sen_cell){.number = SEN_NO_INT};
		}
	}
}

int view_next(struct view *view, struct sen_err *err)
{
	if (view->limit != SEN_NO_INT && view->rows >= view->limit)
		return 0;
	int rc = view->table->next(view->table, err);
	if (rc <= 0)
		return rc;
	view->rows++;
	if (view->veil && (rc = veil_row(view->veil, view->table, view->is_part, err)) < 0)
		return rc;
	if (view->hides)
		hide(view);
	return 1;
}

int view_part(struct view *view, size_t i, struct view **part, struct sen_err *err)
{
	struct sen_table *table = view->table->part(view->table, view->parts[i].index, err);
	if (!table)
		return err->code;
	*part = view->parts[i].view;
	(*part)->table = table;
	(*part)->is_part = true;
	(*part)->veil = view->veil;
	(*part)->rows = 0;
	return 0;
}
