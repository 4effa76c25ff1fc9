/* The records file: opening, the one transaction a command, its context. */
#ifndef SEN_STORE_H
#define SEN_STORE_H

#include <sen/calendar.h>
#include <sen/query.h>
#include <stdio.h>

enum sen_mode {
	SEN_READ,  /* one snapshot; works on a read-only copy; an older file: SEN_FILE, "db upgrade" */
	SEN_WRITE, /* upgrades an older file first (copy beside, message) */
	SEN_CREATE /* init: SEN_CONFLICT if it exists */
};

/* Who runs what, and on which day: goes into every audit entry. */
struct sen_context {
	const char *verb;	/* "concern add" */
	const char *who;	/* --as, claimed; NULL: the login */
	sen_date today;		/* taken as today */
	bool today_assumed;	/* by --today: the audit notes it */
	const char *anyway;	/* --anyway's reason, or NULL */
	int64_t if_rev;		/* --if-rev, or SEN_NO_INT */
	const char *request_id; /* --request-id, or NULL */
	sen_date as_at;		/* --as-at, or SEN_NO_DATE */
	bool dry_run;		/* nothing is kept: an older file is not upgraded but refused */
	/* Says a line to the user on stderr ("upgraded from ..."), may be NULL. */
	void (*say)(void *arg, const char *line);
	void *say_arg;
};

struct sen_store;

/* Opens by the sequence of engineering.md part 3.  Free with sen_store_close.
 * SEN_FILE with the reason and the mend: none yet, a symlink, readable by
 * others, in a folder others can write (sticky ones are fine), on a network
 * file system, truncated, foreign, damaged, newer, older on a read.
 * SEN_BUSY after 30 s. */
int sen_store_open(struct sen_arena *arena, const char *path, enum sen_mode mode,
		   const struct sen_context *context, struct sen_store **out, struct sen_err *err)
	SEN_MUST_CHECK;
/* Rolls back what was not committed; checkpoints; ignores NULL. */
void sen_store_close(struct sen_store *store);
/* From a signal handler: the running statement ends with an error. */
void sen_store_interrupt(struct sen_store *store);

/* BEGIN (SEN_READ) or BEGIN IMMEDIATE. */
int sen_store_begin(struct sen_store *store, struct sen_err *err) SEN_MUST_CHECK;
/* Before COMMIT: recomputes what is owed for every child marked, writes the
 * counters; nothing else is written after it.  `owed` is rules' function. */
int sen_store_settle(struct sen_store *store, struct sen_err *err) SEN_MUST_CHECK;
int sen_store_commit(struct sen_store *store, struct sen_err *err) SEN_MUST_CHECK;
/* After a commit that erased text: leaves no trace of it in unused parts of the
 * file. SEN_BUSY while somebody else has it open: the text may still be there. */
int sen_store_sweep(struct sen_store *store, struct sen_err *err) SEN_MUST_CHECK;
/* Marks every child, so that settle computes anew all that is owed. */
int sen_store_recompute(struct sen_store *store, struct sen_err *err) SEN_MUST_CHECK;
void sen_store_rollback(struct sen_store *store);
/* Before a question at the terminal: lets others write meanwhile, when this
 * transaction has written nothing yet. true: sen_store_begin again after it. */
bool sen_store_pause(struct sen_store *store);

/* Which school: by DfE number, short code or SCn.  With `name` NULL the only
 * school; SEN_USAGE when several and none is named.  Sets it for the store. */
int sen_store_school(struct sen_store *store, const char *name, struct sen_err *err) SEN_MUST_CHECK;
int64_t sen_store_school_id(const struct sen_store *store); /* 0: all */
/* "330/2034", or "" */
const char *sen_store_school_dfe(const struct sen_store *store);

struct sen_arena *sen_store_arena(struct sen_store *store);
const struct sen_context *sen_store_context(const struct sen_store *store);
/* as_at if given, else today: the day lists and counts are made for. */
sen_date sen_store_day(const struct sen_store *store);
/* The school's dates; read once a command.  The usual ones when it has none. */
int sen_store_calendar(struct sen_store *store, const struct sen_calendar **out, struct sen_err *err)
	SEN_MUST_CHECK;

/* Is the school's own rule broken?  With --anyway returns 0 and keeps the
 * reason; else SEN_INVALID with your message and hint plus how to go on. */
int sen_rule(struct sen_store *store, struct sen_err *err, const char *hint, const char *fmt, ...)
	SEN_PRINTF(4, 5) SEN_MUST_CHECK;

/* --request-id: has this request been done?  Then its answer, else NULL. */
int sen_request_done(struct sen_store *store, const char **answer, struct sen_err *err) SEN_MUST_CHECK;
int sen_request_keep(struct sen_store *store, const char *answer, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Looking after the file (lib/store/care.c) ---- */
struct sen_db_finding {
	const char *what, *severity /* "ok" "advice" "fault" */, *finding, *fix;
};
/* Integrity, foreign keys, owed recomputed, audit chain, application id,
 * permissions, disk encrypted or not, age of the last backup. */
int sen_db_check(struct sen_store *store, const char *path, struct sen_db_finding **out, size_t *count,
		 struct sen_err *err) SEN_MUST_CHECK;
/* An online copy, verified, 0600, never over a file; the head of the chain
 * is in it. */
int sen_db_backup(struct sen_store *store, const char *path, const char *to, struct sen_err *err)
	SEN_MUST_CHECK;
/* Verifies `from`, keeps the old file beside (name in *kept), puts it in place. */
int sen_db_restore(struct sen_arena *arena, const char *path, const char *from,
		   const struct sen_context *context, const char **kept, struct sen_err *err) SEN_MUST_CHECK;
/* The whole file as NDJSON, a line a row, in a fixed order; and back into a
 * new file, identical; *doubtful: how many kinds of fault its values have. */
int sen_db_export(struct sen_store *store, FILE *out, struct sen_err *err) SEN_MUST_CHECK;
int sen_db_import(struct sen_arena *arena, const char *path, const char *from,
		  const struct sen_context *context, int64_t *doubtful, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Audit (design.md 4) ---- */
/* An entry for what is no change of a record: export, print, backup. */
int sen_audit_note(struct sen_store *store, const char *noun, int64_t id, const char *what,
		   struct sen_err *err) SEN_MUST_CHECK;
struct sen_audit_report {
	int64_t entries, redacted;
	int64_t bad_seq;      /* 0: whole */
	const char *bad_what; /* "entry changed", "entry missing", ... */
	char head[65];	      /* hex of the last entry's h */
};
int sen_audit_verify(struct sen_store *store, struct sen_audit_report *out, struct sen_err *err)
	SEN_MUST_CHECK;
/* The last entry of each school's chain (school_id 0: what concerns the whole
 * file). A head kept elsewhere proves later that nothing was cut off. */
struct sen_audit_head {
	int64_t school_id, seq;
	const char *dfe;
	char head[65];
};
int sen_audit_heads(struct sen_store *store, struct sen_audit_head **out, size_t *count, struct sen_err *err)
	SEN_MUST_CHECK;
/* Is there an entry with this head? *seq is 0 when there is none. */
int sen_audit_find(struct sen_store *store, const char *head, int64_t *seq, struct sen_err *err)
	SEN_MUST_CHECK;
/* `audit list`: columns for --schema; the SELECT is made by sen_audit_query,
 * for :pupil (null: all), with :limit the newest so many. `values`: what was
 * changed from and to, and reasons, which may hold personal text. */
extern const struct sen_query sen_audit_list;
int sen_audit_query(struct sen_store *store, bool values, bool limited, const struct sen_query **out,
		    struct sen_err *err) SEN_MUST_CHECK;
/* The last command of this user that changed something and was not undone. */
struct sen_undo {
	int64_t command;
	const char *verb, *at;
	const char **lines; /* what would be done, a line a record */
	size_t count;
};
int sen_undo_find(struct sen_store *store, struct sen_undo *out, struct sen_err *err) SEN_MUST_CHECK;
/* Undoes it record by record through the write path; SEN_CONFLICT when a
 * record has changed since. */
int sen_undo_do(struct sen_store *store, const struct sen_undo *undo, struct sen_err *err) SEN_MUST_CHECK;

#endif
