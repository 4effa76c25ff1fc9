/* Every answer is a table (design.md 2.7): columns and a source of rows, with
 * parts nested in rows, printed as text, JSON, NDJSON, CSV or HTML. */
#ifndef SEN_ANSWER_H
#define SEN_ANSWER_H

#include <sen/date.h>
#include <stdio.h>

struct sen_store;

enum sen_column_kind {
	SEN_C_TEXT,
	SEN_C_INT,
	SEN_C_BOOL,
	SEN_C_DATE, /* ISO text in the source; "30 Nov 2026" in text and HTML */
	SEN_C_ID,   /* a number in the source, "P12" everywhere: `prefix` */
	SEN_C_INSTANT,
	SEN_C_CODE,  /* the code everywhere; text and HTML may use `codes` labels */
	SEN_C_PENCE, /* "12.34" in text, CSV and HTML; an integer in JSON */
	SEN_C_MINUTES
};

enum sen_column_flag {
	SEN_COL_QUIET = 1 << 0, /* not in text and HTML unless asked for by --fields */
	SEN_COL_NAME = 1 << 1,	/* a child's name: initials or nothing under --names */
	SEN_COL_UPN = 1 << 2,	/* nothing under --names initials or none */
	SEN_COL_RIGHT = 1 << 3,
	SEN_COL_WIDE = 1 << 4,	 /* long text: takes the width that is left, wraps */
	SEN_COL_PERSON = 1 << 5, /* an adult's name: nothing under --names none */
	SEN_COL_ALERT = 1 << 6	 /* negative or "overdue": coloured, never by colour alone */
};

struct sen_column {
	const char *name;  /* the JSON key and CSV heading */
	const char *label; /* the heading in text and HTML */
	enum sen_column_kind kind;
	unsigned flags;
	const char *prefix;		  /* SEN_C_ID; NULL: the source gives text as shown */
	const struct sen_code_row *codes; /* SEN_C_CODE, or NULL */
	const char *help;		  /* for --schema */
};

struct sen_cell {
	const char *text; /* NULL: unknown, or a number */
	size_t len;
	int64_t number; /* SEN_C_INT, BOOL, ID, PENCE, MINUTES; SEN_NO_INT: unknown */
};

/* A declared answer: one SELECT, one column list.  The SELECT's columns bear
 * the names of `columns`, in any order. Parts are bound to :parent, the value
 * of the parent row's column `id` (or `parent_key`). */
struct sen_query {
	const char *name; /* the main one: "pupil-list"; a part: its key, "needs" */
	const char *title;
	int version; /* of the schema; main table only */
	const char *sql;
	const struct sen_column *columns;
	size_t count;
	const struct sen_query *parts;
	size_t part_count;
	const char *parent_key; /* of a part: the column of the parent row it hangs on; NULL: "id" */
	unsigned flags;
	const char *empty; /* text only: said when there is no row; NULL: nothing */
};
enum {
	SEN_Q_PAGE = 1 << 0 /* text and HTML: a row is a page (label: value), not a line */
};

/* A value for a query's parameter; unused parameters are an error, missing
 * ones are bound to null. */
struct sen_value {
	const char *name; /* ":class" */
	const char *text; /* used when not NULL */
	int64_t number;	  /* else this; SEN_NO_INT: null */
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
	size_t part_count;
	void (*close)(struct sen_table *table); /* may be NULL */
	void *source;
	const char **footnotes; /* text and HTML, after the rows; may be set while rows are read */
	size_t footnote_count;
};

/* From a declared query; values by name.  Closed by sen_answer. */
int sen_table_query(struct sen_store *store, const struct sen_query *query, const struct sen_value *values,
		    size_t value_count, struct sen_table **out, struct sen_err *err) SEN_MUST_CHECK;
/* From rows in memory: add rows, then answer.  Parts too, by index of row. */
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
	const char *school; /* "330/2034" or NULL */
	int64_t *rows_out;  /* how many rows were printed, may be NULL */
};

/* Prints the table and closes it.  json, ndjson and csv stream; text and HTML
 * gather.  Nothing is printed when the error comes before the first row. */
int sen_answer(struct sen_arena *arena, struct sen_table *table, const struct sen_style *style, FILE *out,
	       struct sen_err *err) SEN_MUST_CHECK;
/* The JSON Schema of an answer. */
int sen_answer_schema(struct sen_arena *arena, const struct sen_query *query, FILE *out, struct sen_err *err)
	SEN_MUST_CHECK;
/* "--fields" words a query knows, for completion. */
const struct sen_column *sen_column_named(const struct sen_column *columns, size_t count, const char *name);

#endif
