/* The open records file, as lib/ sees it. */
#ifndef STORE_H
#define STORE_H

#include "store/db.h"
#include <sen/store.h>

struct search_words; /* lib/store/search_words.c: those of an import, on their way */
struct audit;	     /* lib/store/audit.c: chain heads and the buffer, per transaction */

/* The child last looked at (lib/model/child.c); id 0: none yet. */
struct store_child {
	int64_t id, school_id;
	sen_date dob, left_on, died_on;
	bool voided;
};

struct sen_store {
	struct sen_arena *arena;   /* the command's; a loop may release it row by row */
	struct sen_arena *keep;	   /* what is cached until the file is closed */
	struct sen_arena *scratch; /* the record layer's own, released after each write */
	struct db *db;
	struct sen_context context;
	const char *path; /* as typed */
	const char *real; /* without symbolic links */
	int made_fd;	  /* SEN_CREATE: holds the lock of who makes it, else -1 */
	bool in_transaction, committed, read_only;
	bool if_rev_met; /* --if-rev is for the first record a command changes */
	enum sen_mode mode;
	int64_t school_id;
	const char *school_dfe;
	char now[SEN_INSTANT_LEN]; /* the command's real instant, UTC */
	const char *login;	   /* store_login(); NULL until asked for */
	struct sen_calendar *calendar;
	struct audit *audit;
	struct counters *counters;	 /* lib/store/ids.c */
	struct rec_plan *rec_plans;	 /* lib/store/record.c: statements per kind */
	struct sen_policy_set *policies; /* lib/rules: loaded once a command */
	const struct sen_law *law;	 /* the same */
	bool anyway_used;		 /* a rule was passed by: the audit keeps the reason */
	/* rules' function, set by lib/rules/owed.c through sen_rules_attach():
	 * the store knows no rule. */
	int (*settle)(struct sen_store *store, struct sen_err *err);
	struct search_words *words;
	bool importing; /* the MIS writes, not a person: no override is kept */
	bool undoing;	/* what stood is put back: the school's own rules do not refuse it */
	struct store_child child;
	int64_t touched;		  /* children marked so far (0: the TEMP table may not be there) */
	int64_t touched_from, touched_to; /* the last of them in a row, not in the table yet; 0: none */
	int64_t changes_at_begin;	  /* of db_changes: has this transaction written? */
	bool touched_all, touched_school; /* school: what it owes itself, about no child */
};

/* The next id of a kind, "concern": never reused; written back by settle. */
int store_next_id(struct sen_store *store, const char *kind, int64_t *out, struct sen_err *err)
	SEN_MUST_CHECK;
int store_ids_flush(struct sen_store *store, struct sen_err *err) SEN_MUST_CHECK;
/* 32 hex digits from 16 random bytes, into out (33 bytes). */
void store_uid(char out[33]);

/* A new search word of a child.  It waits, and goes in sorted with thousands of
 * others: in an import, where every word is sought in a leaf of its own, that
 * takes a third.  Settle flushes; so must whatever looks for words before. */
int search_words_add(struct sen_store *store, const char *word, int64_t pupil_id, struct sen_err *err)
	SEN_MUST_CHECK;
int search_words_flush(struct sen_store *store, struct sen_err *err) SEN_MUST_CHECK;

/* Who verifiably runs this: "uid 1000 (name)", and who came through sudo. */
const char *store_login(struct sen_store *store);

/* Marks a child (or all) for settle.  With store->touched > 0 the children are
 * in the TEMP table touched(pupil_id) once store_touched_flush has run. */
int store_touch(struct sen_store *store, int64_t pupil_id, struct sen_err *err) SEN_MUST_CHECK;
int store_touched_flush(struct sen_store *store, struct sen_err *err) SEN_MUST_CHECK;
int store_touch_all(struct sen_store *store, struct sen_err *err) SEN_MUST_CHECK;

/* One audit entry.  `facts` stay for ever (field names, ids, codes, dates as
 * text); `text` is the erasable part (NULL: none).  Chained per school. */
struct audit_entry {
	const char *op; /* "insert" "update" "void" "unvoid" "note" "redact" */
	const char *noun;
	int64_t record_id, rev, pupil_id, school_id;
	const char *fields; /* comma-separated names */
	const char
		*text; /* JSON, in the order of `fields`: [value, ...] or [[old, new], ...]; else an object */
	size_t text_len;
};
int audit_add(struct sen_store *store, const struct audit_entry *entry, struct sen_err *err) SEN_MUST_CHECK;
/* Empties salt, text and reason of --anyway of every entry of a record, and of
 * those that its commands wrote with the same reason, and adds the entry that
 * names them: the chain stays whole. */
int audit_redact(struct sen_store *store, const char *noun, int64_t record_id, const char *reason,
		 struct sen_err *err) SEN_MUST_CHECK;

/* Answers kept for --request-id of commands that wrote the record: emptied,
 * unless they are a bare id. */
int request_forget(struct sen_store *store, int64_t pupil_id, const char *noun, int64_t id,
		   struct sen_err *err) SEN_MUST_CHECK;

/* Chain heads into the file: part of settle. */
int audit_flush(struct sen_store *store, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Statements of the record layer, for loops ---- */
/* Fills the struct from the row by column name; columns that are no field
 * are a bug.  Text is copied into `arena`. */
int record_read(struct db_stmt *stmt, const struct sen_record *kind, void *record, struct sen_arena *arena,
		struct sen_err *err) SEN_MUST_CHECK;
/* "SELECT id, uid, ... FROM table " + tail (a constant).  Kept for the life of
 * the store, found again by the tail's address: db_reset when done with it. */
int record_select(struct sen_store *store, const struct sen_record *kind, const char *tail,
		  struct db_stmt **out, struct sen_err *err) SEN_MUST_CHECK;
/* Writes the row as it is given (void or not, unchecked) and empties all that the
 * audit holds of it; the audit says that this was done, and the reason. */
int record_erase(struct sen_store *store, const struct sen_record *kind, void *record, const char *reason,
		 struct sen_err *err) SEN_MUST_CHECK;
/* All rows of a bound select into an array in the store's arena. */
int record_all(struct sen_store *store, const struct sen_record *kind, struct db_stmt *stmt, void **records,
	       size_t *count, struct sen_err *err) SEN_MUST_CHECK;

/* setting(name, value) */
int store_setting(struct sen_store *store, const char *name, const char **out, struct sen_err *err)
	SEN_MUST_CHECK;
int store_set(struct sen_store *store, const char *name, const char *value, struct sen_err *err)
	SEN_MUST_CHECK;
/* The same into another file's settings (a copy). */
int store_put(struct db *db, const char *name, const char *value, struct sen_err *err) SEN_MUST_CHECK;

/* What the upgrade runs, the embedded list; tests put another in its place. */
extern const struct migration *upgrade_list;
extern const int *upgrade_count;
/* Runs the migrations a file has not had; inside a write transaction. */
int upgrade_run(struct db *db, int had, struct sen_err *err) SEN_MUST_CHECK;
/* How many migrations a file has had; SEN_FILE for a foreign or newer one. */
int upgrade_version(struct db *db, const char *path, int *had, struct sen_err *err) SEN_MUST_CHECK;
/* An older file: copied beside, then brought up in one transaction. */
int upgrade_file(struct sen_store *store, struct sen_err *err) SEN_MUST_CHECK;

/* lib/store/file.c: is the path a safe place for children's records?  With
 * `create`, makes the file 0600 (folders too) and fails if it exists. */
int file_check(const char *path, bool create, bool *read_only, struct sen_err *err) SEN_MUST_CHECK;
/* Makes an empty file 0600, folders too: its descriptor, or SEN_CONFLICT. */
int file_create(const char *path, struct sen_err *err) SEN_MUST_CHECK;
/* The path with the links among its folders followed; NULL with an error. */
const char *file_resolve(struct sen_arena *arena, const char *path, struct sen_err *err);
/* The name of a network file system by statfs's f_type, or NULL. */
const char *file_network(unsigned long type);
/* A file written whole or not at all, 0600: temporary beside, fsync, rename. */
struct file_out {
	int fd;
	char path[4096], temp[4200];
};
int file_begin(struct file_out *out, const char *path, struct sen_err *err) SEN_MUST_CHECK;
int file_end(struct file_out *out, bool replace, struct sen_err *err) SEN_MUST_CHECK;
void file_abandon(struct file_out *out);
/* Syncs the folder a path is in, so that the name too is there after a power cut. */
void file_sync_folder(const char *path);

#endif
