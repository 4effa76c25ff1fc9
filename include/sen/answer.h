/* Every answer is a table (design.md 2.7): columns and a source of rows, with
 * parts nested in rows, printed as text, JSON, NDJSON, CSV or HTML. */
#ifndef SEN_ANSWER_H
#define SEN_ANSWER_H

#include <sen/query.h>
#include <stdio.h>

struct sen_store;

struct sen_cell {
	const char *text; /* NULL: unknown, or a number; ends in a NUL */
	size_t len;
	int64_t number; /* SEN_C_INT, BOOL, ID, PENCE, MINUTES; SEN_NO_INT: unknown */
};

/* A table in hand.  next() fills cells[0..count) and returns 1, 0 at the
 * end, or an error; the texts live until the following call. */
struct sen_table {
	const char *name, *title, *empty;
	int version;
	unsigned flags;
	const struct sen_column *columns;
	size_t count;
	struct sen_cell *cells;
	int (*next)(struct sen_table *table, struct sen_err *err);
	/* Parts of the row just read: part i, open until the next next(). */
	struct sen_table *(*part)(struct sen_table *table, size_t i, struct sen_err *err);
	const struct sen_query *parts; /* what the parts are: name, title, columns */
	size_t part_count;
	void (*close)(struct sen_table *table); /* may be NULL */
	void *source;
	const char **footnotes; /* text and HTML, after the rows; may be set while rows are read */
	size_t footnote_count;
};

/* From a declared query; values by name.  Closed by sen_answer. */
int sen_table_query(struct sen_store *store, const struct sen_query *query, const struct sen_value *values,
		    size_t value_count, struct sen_table **out, struct sen_err *err) SEN_MUST_CHECK;
/* From rows in memory: add rows, then answer.  Parts too, by index of row.  _of: empty
 * yet, with the columns and words of a declared answer. */
struct sen_table *sen_table_of(struct sen_arena *arena, const struct sen_query *query);
struct sen_table *sen_table_new(struct sen_arena *arena, const char *name, const char *title, int version,
				const struct sen_column *columns, size_t count);
struct sen_cell *sen_table_add(struct sen_table *table); /* cells of a new row, all unknown */
/* A table nested under the row last added. */
void sen_table_add_part(struct sen_table *table, struct sen_table *part);
void sen_cell_text(struct sen_cell *cell, const char *text);
void sen_cell_int(struct sen_cell *cell, int64_t number);
void sen_cell_date(struct sen_arena *arena, struct sen_cell *cell, sen_date date);

enum sen_format { SEN_FORMAT_TEXT, SEN_FORMAT_JSON, SEN_FORMAT_NDJSON, SEN_FORMAT_CSV, SEN_FORMAT_HTML };
enum sen_names { SEN_NAMES_FULL, SEN_NAMES_INITIALS, SEN_NAMES_NONE };
/* "Zoe O'Brien" -> "Z.O.", as --names initials shows a child everywhere. */
const char *sen_initials(struct sen_arena *arena, const char *name);
/* Columns on a terminal of the widest line. */
size_t sen_columns(const char *text);
/* Lines of at most `width` columns (0: as it is), broken between words; those after the
 * first stand `hang` in. */
const char *sen_wrapped(struct sen_arena *arena, const char *text, size_t width, size_t hang);

/* How to print (the global options). */
struct sen_style {
	enum sen_format format;
	enum sen_names names;
	const char *fields; /* --fields a,b,c or NULL */
	const char *sort;   /* --sort a,-b or NULL */
	int64_t limit;	    /* SEN_NO_INT: all */
	const char *table;  /* --table NAME: that part as the main table */
	bool raw, bom;
	bool terminal, colour;
	int width; /* of the terminal; 0: whole lines */
	sen_date today, as_at;
	const char *school;	 /* "330/2034" or NULL */
	const char *school_name; /* heads a page on paper; NULL: the number does */
	struct sen_store *store; /* under --names: where the names of children are; may be NULL */
	const int64_t *about;	 /* the children the whole answer is about */
	size_t about_count;
	int64_t *rows_out; /* how many rows were printed, may be NULL */
};

/* Prints the table and closes it.  json, ndjson and csv stream; text and HTML
 * gather.  Nothing is printed when the error comes before the first row. */
int sen_answer(struct sen_arena *arena, struct sen_table *table, const struct sen_style *style, FILE *out,
	       struct sen_err *err) SEN_MUST_CHECK;
/* An answer made from a record's field table, for `list` (kind "list") and
 * `show` where a noun declares none: every field that is not internal. */
int sen_record_query(struct sen_store *store, const struct sen_record *kind, bool page,
		     const struct sen_query **out, struct sen_err *err) SEN_MUST_CHECK;
/* The same without a file, for --schema. */
const struct sen_query *sen_record_query_of(struct sen_arena *arena, const struct sen_record *kind,
					    bool page);
/* The JSON Schema of an answer. */
int sen_answer_schema(struct sen_arena *arena, const struct sen_query *query, FILE *out, struct sen_err *err)
	SEN_MUST_CHECK;
/* "--fields" words a query knows, for completion. */
const struct sen_column *sen_column_named(const struct sen_column *columns, size_t count, const char *name);

#endif
