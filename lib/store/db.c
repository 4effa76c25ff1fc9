/* The database door: the only file with sqlite3.h.  Opens with the settings of
 * engineering.md part 3, binds, steps, and turns SQLite's errors into ours;
 * no value ever goes into a message. */
#include "store/db.h"
#include "store/pool.h"

#include <sen/text.h>

#include <assert.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define BUSY_MS 30000
#define MAX_VALUE (64 << 20)
#define CACHE_SLOTS 512 /* statements kept: a power of two, never nearly full */

struct db_stmt {
	sqlite3_stmt *s;
	struct db *db;
	int bind_rc; /* the first failed binding, told by the next step */
	bool cached;
	const void *tag;
	char (*dates)[11]; /* texts of the dates bound: by place, made when first needed */
	struct db_stmt *prev, *next;
};

struct db {
	sqlite3 *h;
	struct db_stmt *all; /* what is still open: closed with the file */
	struct {
		const char *sql;
		struct db_stmt *stmt;
	} cache[CACHE_SLOTS];
	size_t cache_count;
};

/* ---- Errors ---- */

static int constraint(struct db *db, int rc, struct sen_err *err)
{
	const char *what = sqlite3_errmsg(db->h); /* names columns, never values */
	const char *column = strrchr(what, ':');

	column = column ? column + 2 : what;
	switch (rc) {
	case SQLITE_CONSTRAINT_UNIQUE:
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_ROWID:
		sen_fail(err, SEN_CONFLICT, "there is one with the same %s already", column);
		return SEN_CONFLICT;
	case SQLITE_CONSTRAINT_FOREIGNKEY:
		sen_fail(err, SEN_INVALID, "it refers to a record that is not there");
		return SEN_INVALID;
	case SQLITE_CONSTRAINT_NOTNULL:
		sen_fail(err, SEN_INVALID, "%s is missing", column);
		return SEN_INVALID;
	default:
		sen_fail(err, SEN_INVALID, "the data cannot be right: %s", column);
		return SEN_INVALID;
	}
}

static int db_fail(struct db *db, int rc, struct sen_err *err)
{
	const char *what = db && db->h ? sqlite3_errmsg(db->h) : sqlite3_errstr(rc);

	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		sen_fail(err, SEN_BUSY, "the records file is in use by another command");
		sen_hint(err, "Try again in a minute. An import of a large file can take that long.");
		return SEN_BUSY;
	case SQLITE_CONSTRAINT:
		return constraint(db, rc, err);
	case SQLITE_CORRUPT:
		sen_fail(err, SEN_FILE, "the records file is damaged (%s)", what);
		sen_hint(err, "Put the last good copy back with 'sendctl db restore FILE'.");
		return SEN_FILE;
	case SQLITE_NOTADB:
		sen_fail(err, SEN_FILE, "the file is not a records file");
		sen_hint(err, "Name the right one with --db, or begin a new one with 'sendctl init'.");
		return SEN_FILE;
	case SQLITE_READONLY:
		sen_fail(err, SEN_FILE, "the records file cannot be written (%s)", what);
		sen_hint(err, "Check that the file and its folder are yours and writable.");
		return SEN_FILE;
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
	case SQLITE_AUTH:
		sen_fail(err, SEN_FILE, "the records file cannot be opened (%s)", what);
		return SEN_FILE;
	case SQLITE_FULL:
		sen_fail(err, SEN_FAIL, "the disk is full");
		sen_hint(err, "Make room on the disk, then do it again.");
		return SEN_FAIL;
	case SQLITE_IOERR:
		sen_fail(err, SEN_FAIL, "the disk failed while the records file was used (%s)", what);
		return SEN_FAIL;
	case SQLITE_NOMEM:
		return sen_fail(err, SEN_FAIL, "out of memory");
	case SQLITE_INTERRUPT:
		return sen_fail(err, SEN_FAIL, "interrupted");
	case SQLITE_TOOBIG:
		return sen_fail(err, SEN_INVALID, "a value is too large to keep");
	default:
		return sen_fail(err, SEN_FAIL, "the database failed (%d: %s)", rc, what);
	}
}

/* ---- Opening ---- */

/* Settings that need no SQL: they cost nothing. */
static int configure(struct db *db, enum db_mode mode)
{
	int on = 0, rc = SQLITE_OK;

	if (mode != DB_READ)
		rc = sqlite3_db_config(db->h, SQLITE_DBCONFIG_ENABLE_FKEY, 1, &on);
	if (rc == SQLITE_OK && mode != DB_READ && !on)
		rc = SQLITE_MISUSE; /* a library built without foreign keys */
	if (rc == SQLITE_OK)
		rc = sqlite3_db_config(db->h, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_db_config(db->h, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_db_config(db->h, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_db_config(db->h, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_limit(db->h, SQLITE_LIMIT_LENGTH, MAX_VALUE);
	sqlite3_limit(db->h, SQLITE_LIMIT_ATTACHED, 0);
	sqlite3_busy_timeout(db->h, BUSY_MS);
	return rc;
}

static const char *settings(enum db_mode mode)
{
	switch (mode) {
	case DB_READ:
		/* The handle could write (so that the last reader too leaves one
		 * file behind), the connection must not.  No cell_size_check: it walks
		 * every cell of every page read, a quarter of `report overdue`; it keeps
		 * damage from spreading, which a read cannot do. */
		return "PRAGMA query_only=ON; PRAGMA temp_store=MEMORY;";
	case DB_COPY: /* perhaps somebody else's file */
		return "PRAGMA query_only=ON; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON;";
	/* 2000 pages are SQLite's usual 1000 of 8 KiB: a checkpoint less often, which
	 * an import feels. */
	case DB_CREATE:
		/* Of 8 KiB an import of 100,000 children would take a tenth less, but each
		 * child looked up twice the bytes: lists, reports and small writes a tenth more. */
		return "PRAGMA page_size=4096; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
		       "PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=2000;"
		       "PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON;";
	default:
		return "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=2000;"
		       "PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON;";
	}
}

/* "file:PATH?immutable=1": no locks, no files beside; every byte that a URI
 * gives a meaning is escaped.  NULL when it does not fit. */
static const char *immutable_uri(const char *path, char *out, size_t room)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-_.~";
	static const char tail[] = "?immutable=1";
	size_t n = 5;

	memcpy(out, "file:", 5);
	for (; *path; path++) {
		if (n + 3 + sizeof(tail) > room)
			return NULL;
		if (strchr(plain, *path)) {
			out[n++] = *path;
			continue;
		}
		out[n++] = '%';
		sen_hex(path, 1, out + n);
		n += 2;
	}
	memcpy(out + n, tail, sizeof(tail));
	return out;
}

static int pool_begin(void *unused)
{
	(void)unused;
	return SQLITE_OK;
}

static void pool_end(void *unused)
{
	(void)unused;
}

/* A process that begins with a read mostly parses the schema, in small pieces. One
 * that writes keeps malloc, and so does a sanitizer, which would not see inside. */
static void use_pool(void)
{
	static const struct sqlite3_mem_methods pool = {
		.xMalloc = pool_alloc,
		.xFree = pool_free,
		.xRealloc = pool_resize,
		.xSize = pool_size,
		.xRoundup = pool_round,
		.xInit = pool_begin,
		.xShutdown = pool_end,
	};

#ifndef SEN_ARENA_MALLOC
	sqlite3_config(SQLITE_CONFIG_MALLOC, &pool); /* refused, harmless, on a second open */
#else
	(void)pool;
#endif
}

int db_open(struct db **out, const char *path, enum db_mode mode, struct sen_err *err)
{
	int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
	struct db *db = calloc(1, sizeof(*db));
	char uri[4096 * 3 + 32];
	int rc;

	*out = NULL;
	if (!db)
		return sen_fail(err, SEN_FAIL, "out of memory");
	if (mode == DB_COPY) {
		path = immutable_uri(path, uri, sizeof(uri));
		flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
	} else {
		flags |= SQLITE_OPEN_READWRITE;
	}
	if (mode == DB_READ)
		use_pool();
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); /* refused, harmless, on a second open */
	rc = path ? sqlite3_open_v2(path, &db->h, flags, NULL) : SQLITE_CANTOPEN;
	if (rc == SQLITE_OK)
		rc = configure(db, mode);
	if (rc == SQLITE_OK)
		rc = sqlite3_exec(db->h, settings(mode), NULL, NULL, NULL);
	if (rc != SQLITE_OK) {
		rc = db_fail(db, rc, err);
		db_close(db);
		return rc;
	}
	*out = db;
	return 0;
}

void db_close(struct db *db)
{
	if (!db)
		return;
	while (db->all) {
		db->all->cached = false;
		db_finalize(db->all);
	}
	sqlite3_close(db->h); /* the last one out checkpoints: one file is one file */
	free(db);
}

int db_exec(struct db *db, const char *sql, struct sen_err *err)
{
	int rc = sqlite3_exec(db->h, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK ? 0 : db_fail(db, rc, err);
}

const char *db_join(struct sen_arena *arena, const char *const *parts)
{
	struct sen_buf sql = {.arena = arena};

	for (; *parts; parts++)
		sen_buf_add(&sql, *parts);
	return sql.text ? sql.text : "";
}

/* ---- Statements ---- */

/* SQLite has rolled the transaction back by itself when memory was out, also
 * while a read that is not finished is reset: to go on would store half of it. */
static void not_out_of_memory(int rc)
{
	if (rc == SQLITE_NOMEM || rc == SQLITE_IOERR_NOMEM)
		sen_out_of_memory();
}

static int prepare(struct db *db, const char *sql, unsigned flags, struct db_stmt **out, struct sen_err *err)
{
	struct db_stmt *stmt = calloc(1, sizeof(*stmt));
	int rc;

	*out = NULL;
	if (!stmt)
		return sen_fail(err, SEN_FAIL, "out of memory");
	rc = sqlite3_prepare_v3(db->h, sql, -1, flags, &stmt->s, NULL);
	if (rc != SQLITE_OK) {
		free(stmt);
		return db_fail(db, rc, err);
	}
	stmt->db = db;
	stmt->next = db->all;
	if (db->all)
		db->all->prev = stmt;
	db->all = stmt;
	*out = stmt;
	return 0;
}

int db_prepare(struct db *db, const char *sql, struct db_stmt **out, struct sen_err *err)
{
	return prepare(db, sql, 0, out, err);
}

int db_cached(struct db *db, const char *sql, struct db_stmt **out, struct sen_err *err)
{
	size_t slot = ((uintptr_t)sql * 0x9e3779b97f4a7c15u) >> 55; /* 9 bits */
	int rc;

	while (db->cache[slot].sql && db->cache[slot].sql != sql)
		slot = (slot + 1) % CACHE_SLOTS;
	if (db->cache[slot].sql) {
		*out = db->cache[slot].stmt;
		db_reset(*out);
		return 0;
	}
	assert(db->cache_count < CACHE_SLOTS - 1);
	rc = prepare(db, sql, SQLITE_PREPARE_PERSISTENT, out, err);
	if (rc < 0)
		return rc;
	(*out)->cached = true;
	db->cache[slot].sql = sql;
	db->cache[slot].stmt = *out;
	db->cache_count++;
	return 0;
}

void db_finalize(struct db_stmt *stmt)
{
	if (!stmt)
		return;
	if (stmt->cached) {
		db_reset(stmt);
		return;
	}
	if (stmt->prev)
		stmt->prev->next = stmt->next;
	else
		stmt->db->all = stmt->next;
	if (stmt->next)
		stmt->next->prev = stmt->prev;
	not_out_of_memory(sqlite3_finalize(stmt->s));
	free(stmt->dates);
	free(stmt);
}

void db_finalize_p(struct db_stmt **stmt)
{
	db_finalize(*stmt);
	*stmt = NULL;
}

bool db_active(struct db_stmt *stmt)
{
	return sqlite3_stmt_busy(stmt->s);
}

void db_keep(struct db_stmt *stmt)
{
	stmt->cached = true;
}

void db_set_tag(struct db_stmt *stmt, const void *tag)
{
	stmt->tag = tag;
}

const void *db_tag(struct db_stmt *stmt)
{
	return stmt->tag;
}

/* ---- Binding ---- */

bool db_has_param(struct db_stmt *stmt, const char *name)
{
	return sqlite3_bind_parameter_index(stmt->s, name) > 0;
}

int db_param_count(struct db_stmt *stmt)
{
	return sqlite3_bind_parameter_count(stmt->s);
}

const char *db_param_name(struct db_stmt *stmt, int index)
{
	return sqlite3_bind_parameter_name(stmt->s, index);
}

static int param(struct db_stmt *stmt, const char *name)
{
	int index = sqlite3_bind_parameter_index(stmt->s, name);

	assert(index > 0);
	return index;
}

static void bound(struct db_stmt *stmt, int rc)
{
	if (rc != SQLITE_OK && stmt->bind_rc == SQLITE_OK)
		stmt->bind_rc = rc;
}

void db_bind_text_at(struct db_stmt *stmt, int index, const char *text)
{
	bound(stmt, text ? sqlite3_bind_text(stmt->s, index, text, -1, SQLITE_STATIC)
			 : sqlite3_bind_null(stmt->s, index));
}

void db_bind_int_at(struct db_stmt *stmt, int index, int64_t value)
{
	bound(stmt, value == INT64_MIN ? sqlite3_bind_null(stmt->s, index)
				       : sqlite3_bind_int64(stmt->s, index, value));
}

void db_bind_date_at(struct db_stmt *stmt, int index, sen_date date)
{
	if (date == SEN_NO_DATE) {
		bound(stmt, sqlite3_bind_null(stmt->s, index));
		return;
	}
	if (!stmt->dates)
		stmt->dates = calloc((size_t)db_param_count(stmt) + 1, sizeof(*stmt->dates));
	if (!stmt->dates) {
		bound(stmt, SQLITE_NOMEM);
		return;
	}
	bound(stmt,
	      sqlite3_bind_text(stmt->s, index, sen_date_text(date, stmt->dates[index]), 10, SQLITE_STATIC));
}

void db_bind_blob_at(struct db_stmt *stmt, int index, const void *bytes, size_t len)
{
	bound(stmt, bytes ? sqlite3_bind_blob64(stmt->s, index, bytes, len, SQLITE_STATIC)
			  : sqlite3_bind_null(stmt->s, index));
}

void db_bind_text(struct db_stmt *stmt, const char *name, const char *text)
{
	db_bind_text_at(stmt, param(stmt, name), text);
}

void db_bind_int(struct db_stmt *stmt, const char *name, int64_t value)
{
	db_bind_int_at(stmt, param(stmt, name), value);
}

void db_bind_date(struct db_stmt *stmt, const char *name, sen_date date)
{
	db_bind_date_at(stmt, param(stmt, name), date);
}

void db_bind_blob(struct db_stmt *stmt, const char *name, const void *bytes, size_t len)
{
	db_bind_blob_at(stmt, param(stmt, name), bytes, len);
}

/* ---- Running ---- */

int db_step(struct db_stmt *stmt, struct sen_err *err)
{
	int rc = stmt->bind_rc;

	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt->s);
	if (rc == SQLITE_ROW)
		return 1;
	not_out_of_memory(rc);
	return rc == SQLITE_DONE ? 0 : db_fail(stmt->db, rc, err);
}

void db_reset(struct db_stmt *stmt)
{
	not_out_of_memory(sqlite3_reset(stmt->s));
	sqlite3_clear_bindings(stmt->s);
	stmt->bind_rc = SQLITE_OK;
}

int db_run(struct db_stmt *stmt, struct sen_err *err)
{
	int rc;

	do
		rc = db_step(stmt, err);
	while (rc > 0);
	db_reset(stmt);
	return rc;
}

int db_col_count(struct db_stmt *stmt)
{
	return sqlite3_column_count(stmt->s);
}

const char *db_col_name(struct db_stmt *stmt, int col)
{
	const char *name = sqlite3_column_name(stmt->s, col);

	if (!name)
		sen_out_of_memory();
	return name;
}

int db_col_find(struct db_stmt *stmt, const char *name)
{
	int col, count = sqlite3_column_count(stmt->s);

	for (col = 0; col < count; col++)
		if (!strcmp(db_col_name(stmt, col), name))
			return col;
	return -1;
}

bool db_col_null(struct db_stmt *stmt, int col)
{
	return sqlite3_column_type(stmt->s, col) == SQLITE_NULL;
}

const char *db_col_text(struct db_stmt *stmt, int col, size_t *len)
{
	const char *text = (const char *)sqlite3_column_text(stmt->s, col);

	if (!text && sqlite3_column_type(stmt->s, col) != SQLITE_NULL)
		sen_out_of_memory();
	if (len)
		*len = text ? (size_t)sqlite3_column_bytes(stmt->s, col) : 0;
	return text;
}

int64_t db_col_int(struct db_stmt *stmt, int col)
{
	return db_col_null(stmt, col) ? INT64_MIN : sqlite3_column_int64(stmt->s, col);
}

sen_date db_col_date(struct db_stmt *stmt, int col)
{
	const char *text = db_col_text(stmt, col, NULL);

	return text ? sen_date_iso(text) : SEN_NO_DATE;
}

const void *db_col_blob(struct db_stmt *stmt, int col, size_t *len)
{
	const void *bytes = sqlite3_column_blob(stmt->s, col);

	*len = bytes ? (size_t)sqlite3_column_bytes(stmt->s, col) : 0;
	return bytes;
}

/* ---- The file as a whole ---- */

int db_int(struct db *db, const char *sql, int64_t none, int64_t *out, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	int rc = db_prepare(db, sql, &stmt, err);

	*out = none;
	if (rc < 0)
		return rc;
	rc = db_step(stmt, err);
	if (rc > 0)
		*out = sqlite3_column_int64(stmt->s, 0);
	return rc < 0 ? rc : 0;
}

int64_t db_changes(struct db *db)
{
	return sqlite3_total_changes64(db->h);
}

int64_t db_total_changes(struct db *db)
{
	return sqlite3_total_changes64(db->h);
}

int db_copy(struct db *db, const char *to, struct sen_err *err)
{
	sqlite3 *dest = NULL;
	sqlite3_backup *backup = NULL;
	int rc = sqlite3_open_v2(to, &dest,
				 SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE |
					 SQLITE_OPEN_NOMUTEX,
				 NULL);

	if (rc == SQLITE_OK)
		backup = sqlite3_backup_init(dest, "main", db->h, "main");
	if (backup) {
		sqlite3_backup_step(backup, -1);
		rc = sqlite3_backup_finish(backup);
	} else if (rc == SQLITE_OK) {
		rc = sqlite3_extended_errcode(dest);
	}
	if (rc != SQLITE_OK)
		rc = db_fail(NULL, rc, err);
	if (sqlite3_close(dest) != SQLITE_OK && rc == 0)
		rc = sen_fail(err, SEN_FAIL, "the copy could not be closed");
	return rc;
}

void db_interrupt(struct db *db)
{
	if (db)
		sqlite3_interrupt(db->h);
}

/* secure_delete alone leaves copies of moved rows in the gaps of pages; VACUUM
 * writes every page anew.  It attaches a database of its own for that. */
int db_sweep(struct db *db, struct sen_err *err)
{
	struct db_stmt *stmt = NULL;
	int64_t busy = 0;
	int rc;

	sqlite3_limit(db->h, SQLITE_LIMIT_ATTACHED, 1);
	rc = db_exec(db, "VACUUM", err);
	sqlite3_limit(db->h, SQLITE_LIMIT_ATTACHED, 0);
	if (rc < 0 || (rc = db_prepare(db, "PRAGMA wal_checkpoint(TRUNCATE)", &stmt, err)) < 0)
		return rc;
	rc = db_step(stmt, err);
	if (rc > 0)
		busy = db_col_int(stmt, 0);
	db_finalize(stmt);
	if (rc >= 0 && busy)
		return sen_fail(err, SEN_BUSY, "somebody else has the records file open");
	return rc < 0 ? rc : 0;
}

int db_cache(struct db *db, int kib, struct sen_err *err)
{
	/* A pragma takes no bound value, and SQL is constant text. */
	static const struct {
		int kib;
		const char *sql;
	} sizes[] = {
		{65536, "PRAGMA cache_size=-65536"}, {32768, "PRAGMA cache_size=-32768"},
		{16384, "PRAGMA cache_size=-16384"}, {12288, "PRAGMA cache_size=-12288"},
		{8192, "PRAGMA cache_size=-8192"},   {6144, "PRAGMA cache_size=-6144"},
		{4096, "PRAGMA cache_size=-4096"},   {2000, "PRAGMA cache_size=-2000"},
		{96, "PRAGMA cache_size=-96"},
	};
	size_t i;

	for (i = 0; i < SEN_COUNT(sizes); i++)
		if (sizes[i].kib <= kib)
			return db_exec(db, sizes[i].sql, err);
	return db_exec(db, "PRAGMA cache_size=-512", err);
}
