/* The open records file, as lib/ sees it. */
#ifndef STORE_H
#define STORE_H

#include "store/db.h"
#include <sen/store.h>

struct audit; /* lib/store/audit.c: chain heads and the buffer, per transaction */

struct sen_store {
	struct sen_arena *arena;
	struct db *db;
	struct sen_context context;
	const char *path;
	enum sen_mode mode;
	int64_t school_id;
	const char *school_dfe;
	char now[SEN_INSTANT_LEN]; /* the command's real instant, UTC */
	const char *login;	   /* verified: "uid 1000 (name)", with SUDO_UID */
	struct sen_calendar *calendar;
	struct audit *audit;
	struct counters *counters;	 /* lib/store/ids.c */
	struct rec_plan **rec_plans;	 /* lib/store/record.c: statements per kind */
	struct sen_policy_set *policies; /* lib/rules: loaded once a command */
	bool anyway_used;		 /* a rule was passed by: the audit keeps the reason */
	/* rules' function, set by lib/rules/owed.c through sen_rules_attach():
	 * the store knows no rule. */
	int (*settle)(struct sen_store *store, struct sen_err *err);
	bool importing;	 /* the MIS writes, not a person: no override is kept */
	int64_t touched; /* children marked so far */
	bool touched_all;
};

/* The next id of a kind, "concern": never reused; written back by settle. */
int store_next_id(struct sen_store *store, const char *kind, int64_t *out, struct sen_err *err)
	SEN_MUST_CHECK;
int store_ids_flush(struct sen_store *store, struct sen_err *err) SEN_MUST_CHECK;
/* 32 hex digits from 16 random bytes, into out (33 bytes). */
void store_uid(char out[33]);

/* Marks a child (or all) for settle. */
int store_touch(struct sen_store *store, int64_t pupil_id, struct sen_err *err) SEN_MUST_CHECK;
int store_touch_all(struct sen_store *store, struct sen_err *err) SEN_MUST_CHECK;

/* One audit entry.  `facts` stay for ever (field names, ids, codes, dates as
 * text); `text` is the erasable part (NULL: none).  Chained per school. */
struct audit_entry {
	const char *op; /* "insert" "update" "void" "unvoid" "note" "redact" */
	const char *noun;
	int64_t record_id, rev, pupil_id, school_id;
	const char *fields; /* comma-separated names */
	const char *text;   /* JSON: {"field":[old,new]} */
	size_t text_len;
};
int audit_add(struct sen_store *store, const struct audit_entry *entry, struct sen_err *err) SEN_MUST_CHECK;
/* Empties salt and text of every entry of a record (or one field's text) and
 * adds the entry that names them: the chain stays whole. */
int audit_redact(struct sen_store *store, const char *noun, int64_t record_id, const char *reason,
		 struct sen_err *err) SEN_MUST_CHECK;

/* ---- Statements of the record layer, for loops ---- */
/* Fills the struct from the row by column name; columns that are no field
 * are a bug.  Text is copied into `arena`. */
int record_read(struct db_stmt *stmt, const struct sen_record *kind, void *record, struct sen_arena *arena,
		struct sen_err *err) SEN_MUST_CHECK;
/* "SELECT id, uid, ... FROM table " + tail (a constant). */
int record_select(struct sen_store *store, const struct sen_record *kind, const char *tail,
		  struct db_stmt **out, struct sen_err *err) SEN_MUST_CHECK;
/* All rows of a bound select into an array in the store's arena. */
int record_all(struct sen_store *store, const struct sen_record *kind, struct db_stmt *stmt, void **records,
	       size_t *count, struct sen_err *err) SEN_MUST_CHECK;

/* setting(name, value) */
int store_setting(struct sen_store *store, const char *name, const char **out, struct sen_err *err)
	SEN_MUST_CHECK;
int store_set(struct sen_store *store, const char *name, const char *value, struct sen_err *err)
	SEN_MUST_CHECK;

/* lib/store/file.c: is the path a safe place for children's records?  With
 * `create`, makes the file 0600 (folders too) and fails if it exists. */
int file_check(const char *path, bool create, bool *read_only, struct sen_err *err) SEN_MUST_CHECK;
/* A file written whole or not at all, 0600: temporary beside, fsync, rename. */
struct file_out {
	int fd;
	char path[4096], temp[4200];
};
int file_begin(struct file_out *out, const char *path, struct sen_err *err) SEN_MUST_CHECK;
int file_end(struct file_out *out, bool replace, struct sen_err *err) SEN_MUST_CHECK;
void file_abandon(struct file_out *out);

#endif
