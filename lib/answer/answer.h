/* The inside of answers: a view picks columns of a table and hides names; the
 * renderers pull rows from a view and write through a 64 KiB buffer. */
#ifndef ANSWER_H
#define ANSWER_H

#include <sen/answer.h>
#include <string.h>

/* ---- Output (out.c): no stdio per cell, no allocation per row ---- */
enum { OUT_SIZE = 64 * 1024 };
struct out {
	FILE *file;
	size_t len;
	bool failed;
	char bytes[OUT_SIZE];
};
void out_init(struct out *out, FILE *file);
void out_flush(struct out *out);
/* Longer than the buffer is fine. */
void out_put(struct out *out, const char *bytes, size_t len);
void out_int(struct out *out, int64_t number);
/* Flushes the file too; SEN_OUTPUT when anything could not be written. */
int out_end(struct out *out, struct sen_err *err) SEN_MUST_CHECK;
static inline void out_text(struct out *out, const char *text)
{
	out_put(out, text, strlen(text));
}
static inline void out_char(struct out *out, char c)
{
	if (out->len == OUT_SIZE)
		out_flush(out);
	out->bytes[out->len++] = c;
}
/* Room for `len` bytes in a row (len <= OUT_SIZE): write there, then add to
 * out->len what was written. */
static inline char *out_room(struct out *out, size_t len)
{
	if (OUT_SIZE - out->len < len)
		out_flush(out);
	return out->bytes + out->len;
}

/* ---- Views (fields.c) ---- */
struct shown {
	const struct sen_column *column;
	size_t index; /* of the table's cells */
	bool numeric;
	char *hidden;	  /* room for initials, or NULL */
	const char *head; /* the renderer's: its key or tags, ready to write */
	size_t head_len;
};
/* A part of each row; `view` has its table only while a row's part is read. */
struct shown_part {
	struct view *view;
	size_t index;
	const struct sen_query *query;
	const char *head;
	size_t head_len;
};
struct view {
	struct sen_arena *arena;
	const struct sen_style *style;
	struct sen_table *table; /* NULL in a part between rows */
	struct shown *columns;
	size_t count;
	struct shown_part *parts;
	size_t part_count;
	bool hides; /* a column is hidden under --names */
	bool is_part;
	struct veil *veil; /* of the main view and its parts, or NULL */
	int64_t limit, rows;
	unsigned flags;
	const char *title;
};
/* The view that --fields, --sort, --limit, --table and --names ask for; the
 * table may be replaced (flattened, sorted). SEN_USAGE for an unknown word. */
int view_make(struct sen_arena *arena, struct sen_table **table, const struct sen_style *style,
	      struct view **out, struct sen_err *err) SEN_MUST_CHECK;
/* 1, 0 or an error, as sen_table's next. */
int view_next(struct view *view, struct sen_err *err) SEN_MUST_CHECK;
static inline const struct sen_cell *view_cell(const struct view *view, size_t i)
{
	return &view->table->cells[view->columns[i].index];
}
/* Opens part i of the row just read. */
int view_part(struct view *view, size_t i, struct view **part, struct sen_err *err) SEN_MUST_CHECK;
/* sort.c */
int table_sort(struct sen_arena *arena, struct sen_table **table, const char *keys, struct sen_err *err)
	SEN_MUST_CHECK;
/* flatten.c: the rows of part `name` of every row, parent's id first. */
int table_flatten(struct sen_arena *arena, struct sen_table **table, const char *name, struct sen_err *err)
	SEN_MUST_CHECK;
/* Fails with SEN_USAGE: "there is no WHAT 'word'", a guess, and the list. */
int unknown_word(struct sen_arena *arena, const char *what, const char *word, const struct sen_table *table,
		 bool parts, struct sen_err *err) SEN_MUST_CHECK;
size_t column_index(const struct sen_column *columns, size_t count, const char *name); /* count: none */

/* ---- Queries (query.c) ---- */
/* The statement that says for each part of a row whether there is anything in
 * its table; NULL when no part names one. */
const char *query_probe(struct sen_arena *arena, const struct sen_query *query);

/* ---- Cells (cell.c) ---- */
/* Is the value a number in the source? */
bool column_numeric(const struct sen_column *column);
static inline bool cell_unknown(const struct sen_cell *cell)
{
	return !cell->text && cell->number == SEN_NO_INT;
}
/* As a person reads it, for text and HTML: dates "30 Nov 2026", "yes", money;
 * `label`: codes with their words. "" when unknown. It may be the cell's own text,
 * which is gone with the row. */
const char *cell_human(struct sen_arena *arena, const struct sen_column *column, const struct sen_cell *cell,
		       bool label);
bool cell_alert(const struct sen_column *column, const struct sen_cell *cell);

/* ---- Names (names.c) ---- */
enum { INITIALS_ROOM = 64 };
/* "Zoe O'Brien" -> "Z.O."; at most INITIALS_ROOM bytes with the NUL. */
size_t initials(const char *name, size_t len, char *out);

/* ---- Names in texts (veil.c) ---- */
/* What takes the names of a row's children out of its texts; NULL under --names full. */
struct veil *veil_new(struct sen_arena *arena, const struct sen_style *style);
void veil_free(struct veil *veil);
/* The children of the row (its columns of P ids) and of the whole answer; a row of a
 * part is of its parent's too.  The new texts live until the next row that is none. */
int veil_row(struct veil *veil, struct sen_table *table, bool part, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Renderers ---- */
int render_json(struct view *view, const struct sen_table *table, struct out *out, struct sen_err *err);
int render_ndjson(struct view *view, struct out *out, struct sen_err *err);
int render_csv(struct view *view, struct out *out, struct sen_err *err);
int render_text(struct view *view, struct out *out, struct sen_err *err);
int render_html(struct view *view, struct out *out, struct sen_err *err);
/* A JSON string with its quotes; control characters, DEL and bytes that are
 * not UTF-8 escaped. */
void json_text(struct out *out, const char *text, size_t len);

#endif
