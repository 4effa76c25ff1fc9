/* Declared answers: columns and one SELECT (design.md 2.7). Lives beside the
 * record or rule it tells of; printing is sen/answer.h. */
#ifndef SEN_QUERY_H
#define SEN_QUERY_H

#include <sen/record.h>

enum sen_column_kind {
	SEN_C_TEXT,
	SEN_C_INT,
	SEN_C_BOOL,
	SEN_C_DATE, /* ISO text in the source; "30 Nov 2026" in text and HTML */
	SEN_C_ID,   /* a number in the source, "P12" everywhere: `prefix` */
	SEN_C_INSTANT,
	SEN_C_CODE,  /* the code everywhere; text and HTML may use `codes` labels */
	SEN_C_PENCE, /* "12.34" in text and HTML; whole pence in JSON and CSV */
	SEN_C_MINUTES
};

enum sen_column_flag {
	SEN_COL_QUIET = 1 << 0, /* not in text and HTML unless asked for by --fields */
	SEN_COL_NAME = 1 << 1,	/* a child's name: initials or nothing under --names */
	SEN_COL_UPN = 1 << 2,	/* nothing under --names initials or none */
	SEN_COL_RIGHT = 1 << 3,
	SEN_COL_WIDE = 1 << 4,	 /* long text: takes the width that is left, wraps */
	SEN_COL_PERSON = 1 << 5, /* an adult's name: nothing under --names none */
	SEN_COL_ALERT = 1 << 6,	 /* negative or "overdue": coloured, never by colour alone */
	SEN_COL_EARLY = 1 << 7,	 /* text and HTML show it before the others */
	SEN_COL_RESULT = 1 << 9, /* how a target went, a code of the policy: in text and HTML its words */
	SEN_COL_DAYS = 1 << 8	 /* SEN_C_INT: the SELECT gives a date, shown are the days until then */
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
	/* Of a part that hangs on `id`: "need WHERE pupil_id = :parent", what its rows
	 * are made of. While there is none the SELECT is not even prepared. */
	const char *rows_in;
	unsigned flags;
	const char *empty; /* text only: said when there is no row; NULL: nothing */
};
/* A part of a page; `text` NULL: its rows are made in C. */
#define SEN_PART(key, heading, text, list)                                                            \
	{                                                                                             \
		.name = key, .title = heading, .sql = text, .columns = list, .count = SEN_COUNT(list) \
	}
/* A list; `none` is said when it has no row. */
#define SEN_LIST(key, heading, text, list, none)                                           \
	{                                                                                  \
		.name = key, .title = heading, .version = 1, .sql = text, .columns = list, \
		.count = SEN_COUNT(list), .empty = none                                    \
	}
enum {
	SEN_Q_PAGE = 1 << 0, /* text and HTML: a row is a page (label: value), not a line */
	SEN_Q_SHEET = 1 << 1 /* with PAGE: short ones, several on one printed sheet */
};

/* A value for a query's parameter. A name the SELECT lacks is a bug; a parameter
 * without a value is null, but for :day, :today and :school (0 or all: null),
 * which the store gives. */
struct sen_value {
	const char *name; /* ":class" */
	const char *text; /* used when not NULL */
	int64_t number;	  /* else this; SEN_NO_INT: null */
};

#endif
