/* What the files of lib/store share and no other room needs. */
#ifndef STORE_PRIVATE_H
#define STORE_PRIVATE_H

#include "store/store.h"

/* A new transaction begins: what was counted in the last one is forgotten. */
void ids_forget(struct sen_store *store);
void audit_forget(struct sen_store *store);
/* SEN_CREATE: the tables, inside the command's transaction. */
int open_found(struct sen_store *store, struct sen_err *err) SEN_MUST_CHECK;
/* The school's dates changed: the calendar is read anew. */
void school_forget(struct sen_store *store);

/* ---- Fields ---- */
enum field_c { FIELD_C_TEXT, FIELD_C_DATE, FIELD_C_INT }; /* the C type behind a kind */
enum field_c field_c(const struct sen_field *field);
const char *field_text(const struct sen_field *field, const void *record);
int64_t field_int(const struct sen_field *field, const void *record);
sen_date field_date(const struct sen_field *field, const void *record);
/* Sets the one that fits the field's kind. */
/* What a message calls the field: "--due", or "NOTE" when it is given by its place. */
const char *field_option(struct sen_arena *arena, const struct sen_field *field);
void field_put(const struct sen_field *field, void *record, const char *text, int64_t number, sen_date date);
bool field_pence(const char *text, int64_t *out);
bool field_minutes(const char *text, int64_t *out);

/* ---- Records ---- */
#define HEAD_COLUMNS 5 /* id, uid, school_id, rev, voided_at */
/* A kind's statements, made once.  The fields are bound and read by place. */
struct rec_select {
	const char *tail;
	struct db_stmt *stmt;
	struct rec_select *next;
};
struct rec_update {
	uint64_t mask; /* the fields it writes, by their place in the table */
	struct db_stmt *stmt;
};
struct rec_plan {
	const struct sen_record *kind;
	struct db_stmt *insert, *set_void;
	const char *columns; /* "SELECT id, ... FROM table " */
	struct rec_select *selects;
	struct rec_update updates[8];
	unsigned update_next;
	struct rec_plan *next;
};
struct rec_plan *record_plan(struct sen_store *store, const struct sen_record *kind);
int record_insert_stmt(struct sen_store *store, struct rec_plan *plan, struct db_stmt **out,
		       struct sen_err *err) SEN_MUST_CHECK;
int record_update_stmt(struct sen_store *store, struct rec_plan *plan, uint64_t mask, struct db_stmt **out,
		       struct sen_err *err) SEN_MUST_CHECK;
int record_void_stmt(struct sen_store *store, struct rec_plan *plan, struct db_stmt **out,
		     struct sen_err *err) SEN_MUST_CHECK;
int record_exists(struct sen_store *store, const struct sen_record *kind, int64_t id, bool *there,
		  struct sen_err *err) SEN_MUST_CHECK;
/* The row by id, void or not: 1 (db_reset it), or 0 when there is none. */
int record_row(struct sen_store *store, const struct sen_record *kind, int64_t id, struct db_stmt **out,
	       struct sen_err *err) SEN_MUST_CHECK;
/* As sen_record_get, with the text in `arena`. */
int record_get(struct sen_store *store, const struct sen_record *kind, int64_t id, void *record,
	       struct sen_arena *arena, struct sen_err *err) SEN_MUST_CHECK;

/* What every write does: the entry from the audit's buffers, and the mark for settle. */
int record_audit(struct sen_store *store, const struct sen_record *kind, const void *record, const char *op,
		 struct sen_err *err) SEN_MUST_CHECK;
int record_touch(struct sen_store *store, const struct sen_record *kind, const void *record,
		 struct sen_err *err) SEN_MUST_CHECK;
/* The refusals: it was removed; --if-rev says another revision. */
int record_gone(const struct sen_record *kind, int64_t id, struct sen_err *err);
int record_if_rev(struct sen_store *store, const struct sen_record *kind, const struct sen_head *old,
		  struct sen_err *err) SEN_MUST_CHECK;

/* ---- Audit ---- */
#define AUDIT_HASH 32
#define AUDIT_SALT 16
/* Two buffers of the store for the next entry's names and text, empty. */
void audit_buffers(struct sen_store *store, struct sen_buf **names, struct sen_buf **text);
/* The same two, as they stand. */
void audit_made(struct sen_store *store, struct sen_buf **names, struct sen_buf **text);
void audit_quote(struct sen_buf *buf, const char *text); /* a JSON string */
size_t audit_number(int64_t number, char out[24]);
/* What the entries of a command have in common, kept once. */
struct audit_command {
	int64_t id; /* the number of its first entry */
	const char *at, *today, *who, *login, *verb;
};
void audit_command_hash(const struct audit_command *command, unsigned char out[AUDIT_HASH]);
/* What the chain is made of; every part with its length before it. */
struct audit_facts {
	int64_t seq, school_id, command;
	const unsigned char *command_h; /* of the command's row */
	const char *op, *noun;
	int64_t record_id, rev, pupil_id;
	const char *fields, *anyway;
};
/* The reason of --anyway is part of the erasable text where there is one. */
void audit_text_hash(const void *salt, const char *anyway, const char *text, size_t len,
		     unsigned char out[AUDIT_HASH]);
#define AUDIT_ERASED "erased" /* stands for the reason of an emptied entry */
/* `text_h` NULL: the entry never had a text. */
void audit_hash(const unsigned char prev[AUDIT_HASH], const struct audit_facts *facts,
		const unsigned char *text_h, unsigned char out[AUDIT_HASH]);

/* ---- Audit rows on their way into the file (audit_rows.c) ---- */
struct audit_rows;
struct audit_rows *audit_rows_new(struct sen_arena *arena);
/* Without a text `salt` and `text` are NULL.  Everything is copied. */
int audit_rows_add(struct sen_store *store, struct audit_rows *rows, const struct audit_facts *facts,
		   const unsigned char *salt, const char *text, const unsigned char *h, struct sen_err *err)
	SEN_MUST_CHECK;
/* Writes what waits: before anything reads the audit, and before the commit. */
int audit_rows_flush(struct sen_store *store, struct audit_rows *rows, struct sen_err *err) SEN_MUST_CHECK;
void audit_rows_forget(struct audit_rows *rows);

#endif
