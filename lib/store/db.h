/* The database door: db.c is the only file that includes sqlite3.h.
 * SQL is constant text, values are always bound (design.md 3, 4). */
#ifndef DB_H
#define DB_H

#include <sen/date.h>

struct db;
struct db_stmt;

enum db_mode {
	DB_READ,   /* may not write, but tidies up as the last one out */
	DB_WRITE,  /* the file is there */
	DB_CREATE, /* an empty file made by the caller: sets WAL */
	DB_COPY	   /* a file nobody can write: no locks, nothing beside it */
};

/* `path` without a symbolic link in any part.  Opens with the PRAGMAs and settings of engineering.md part 3;
 * the file's safety is the caller's (lib/store/file.c). */
int db_open(struct db **out, const char *path, enum db_mode mode, struct sen_err *err) SEN_MUST_CHECK;
void db_close(struct db *db); /* ignores NULL */
/* One or more statements without values. */
int db_exec(struct db *db, const char *sql, struct sen_err *err) SEN_MUST_CHECK;
/* Joins constant fragments (NULL ends the list) into one SQL text: the only
 * maker of SQL.  Never hand it a value. */
const char *db_join(struct sen_arena *arena, const char *const *parts);

int db_prepare(struct db *db, const char *sql, struct db_stmt **out, struct sen_err *err) SEN_MUST_CHECK;
/* A statement kept for the life of the connection, found again by the address
 * of `sql` (a string constant): for what runs once a row. It comes reset. */
int db_cached(struct db *db, const char *sql, struct db_stmt **out, struct sen_err *err) SEN_MUST_CHECK;
void db_finalize(struct db_stmt *stmt); /* ignores NULL; a cached one is only reset */
void db_finalize_p(struct db_stmt **stmt);
#define DB_STMT SEN_CLEANUP(db_finalize_p) struct db_stmt
bool db_active(struct db_stmt *stmt); /* between its first row and its end */
/* The statement lives as long as the connection: db_finalize only resets it. */
void db_keep(struct db_stmt *stmt);
/* A mark of the caller on a statement, NULL until set. */
void db_set_tag(struct db_stmt *stmt, const void *tag);
const void *db_tag(struct db_stmt *stmt);

/* Binding by name (":upn").  A name the statement lacks is a bug (assert) in
 * db_bind_*; db_has_param asks.  An error (memory) is kept and comes out of
 * the next db_step.  Text is not copied: it must live until reset. */
bool db_has_param(struct db_stmt *stmt, const char *name);
int db_param_count(struct db_stmt *stmt);
const char *db_param_name(struct db_stmt *stmt, int index);		     /* from 1, with ':' */
void db_bind_text(struct db_stmt *stmt, const char *name, const char *text); /* NULL: null */
void db_bind_int(struct db_stmt *stmt, const char *name, int64_t value);     /* SEN_NO_INT: null */
void db_bind_date(struct db_stmt *stmt, const char *name, sen_date date);    /* SEN_NO_DATE: null */
void db_bind_blob(struct db_stmt *stmt, const char *name, const void *bytes, size_t len);
/* By index from 1, for what runs a hundred thousand times. */
void db_bind_text_at(struct db_stmt *stmt, int index, const char *text);
void db_bind_int_at(struct db_stmt *stmt, int index, int64_t value);
void db_bind_date_at(struct db_stmt *stmt, int index, sen_date date);
void db_bind_blob_at(struct db_stmt *stmt, int index, const void *bytes, size_t len);
#define db_bind(stmt, name, value) \
	_Generic((value),                \
		char *: db_bind_text,    \
		const char *: db_bind_text, \
		sen_date: db_bind_date,  \
		int64_t: db_bind_int)(stmt, name, value)

int db_step(struct db_stmt *stmt, struct sen_err *err) SEN_MUST_CHECK; /* 1 row, 0 done, < 0 */
void db_reset(struct db_stmt *stmt);				       /* and forgets the values bound */
/* Runs to the end, for a write: db_step then db_reset. */
int db_run(struct db_stmt *stmt, struct sen_err *err) SEN_MUST_CHECK;

int db_col_count(struct db_stmt *stmt);
const char *db_col_name(struct db_stmt *stmt, int col);
int db_col_find(struct db_stmt *stmt, const char *name); /* -1: none */
bool db_col_null(struct db_stmt *stmt, int col);
const char *db_col_text(struct db_stmt *stmt, int col,
			size_t *len);		   /* until the next step; NULL; len may be NULL */
int64_t db_col_int(struct db_stmt *stmt, int col); /* SEN_NO_INT for null */
sen_date db_col_date(struct db_stmt *stmt, int col);
const void *db_col_blob(struct db_stmt *stmt, int col, size_t *len);

/* The first column of the first row of a statement without values; `none`
 * when there is no row. */
int db_int(struct db *db, const char *sql, int64_t none, int64_t *out, struct sen_err *err) SEN_MUST_CHECK;
int64_t db_changes(struct db *db); /* rows of the last statement */
int64_t db_total_changes(struct db *db);
/* rows since it was opened */ /* rows changed on this connection so far */
/* Copies the open database over the empty file `to`, which the caller made
 * 0600, online (backup API). */
int db_copy(struct db *db, const char *to, struct sen_err *err) SEN_MUST_CHECK;
/* SIGINT: the running statement ends. */
void db_interrupt(struct db *db);
/* Outside a transaction: the file written anew, so that nothing erased is left
 * in unused parts of it, nor in the -wal beside it.  SEN_BUSY while others read. */
int db_sweep(struct db *db, struct sen_err *err) SEN_MUST_CHECK;
/* Room for pages in KiB: the next smaller of the sizes there are, at least 512. */
int db_cache(struct db *db, int kib, struct sen_err *err) SEN_MUST_CHECK;

/* In SQL, a date as it is read: '15 Jan 2027'. */
#define DB_DAY(column)                                                        \
	"CAST(CAST(substr(" column ", 9, 2) AS INTEGER) AS TEXT) || ' ' ||"   \
	" substr('JanFebMarAprMayJunJulAugSepOctNovDec', CAST(substr(" column \
	", 6, 2) AS INTEGER) * 3 - 2, 3) || ' ' || substr(" column ", 1, 4)"

#endif
