/* One field table a record (design.md 2.2).  A table binds SQL parameters,
 * fills structs by column name, names JSON keys, reads CSV headings, makes
 * forms and declares the options of `add` and `edit`. */
#ifndef SEN_RECORD_H
#define SEN_RECORD_H

#include <sen/date.h>

struct sen_store;

#define SEN_NO_INT INT64_MIN /* an unknown number, yes/no or reference: NULL in SQL */

enum sen_kind {
	SEN_K_NAME,    /* const char *, SEN_TEXT_NAME */
	SEN_K_LINE,    /* const char *, SEN_TEXT_LINE */
	SEN_K_NOTE,    /* const char *, SEN_TEXT_NOTE */
	SEN_K_CODE,    /* const char *, one of `codes` (or free text if codes is NULL) */
	SEN_K_DATE,    /* sen_date */
	SEN_K_INT,     /* int64_t */
	SEN_K_BOOL,    /* int64_t 0, 1 or SEN_NO_INT */
	SEN_K_PENCE,   /* int64_t */
	SEN_K_MINUTES, /* int64_t */
	SEN_K_REF,     /* int64_t, the id of a record of the kind `ref` ("pupil") */
	SEN_K_INSTANT  /* const char *, UTC */
};

/* A code set: code, label; ends with a NULL code. */
struct sen_code_row {
	const char *code, *label;
};

enum sen_field_flag {
	SEN_F_REQUIRED = 1 << 0,
	SEN_F_FIXED = 1 << 1,	  /* set by `add`, never changed by `edit` */
	SEN_F_INTERNAL = 1 << 2,  /* no option, no form line, not in an import */
	SEN_F_PERSONAL = 1 << 3,  /* in the erasable part of the audit (all free text is) */
	SEN_F_FUTURE = 1 << 4,	  /* a weekday typed for it means the next one */
	SEN_F_TODAY = 1 << 5,	  /* a date that defaults to today on `add` */
	SEN_F_PAST = 1 << 6,	  /* refused when after today */
	SEN_F_POSITIONAL = 1 << 7 /* on the command line given by place, in field order */
};

struct sen_field {
	const char *name; /* column, key, heading; the option is --name with '-' for '_' */
	enum sen_kind kind;
	uint16_t offset;
	uint16_t flags;
	uint32_t limit; /* characters; 0: the kind's own (100, 500, 65536 bytes) */
	const struct sen_code_row *codes;
	const char *ref;
	const char *option; /* another option name (--on for opened_on), or NULL */
	const char *value;  /* its value's name in help: DATE, TEXT, NAME */
	const char *help;
};

/* The offset is checked against the kind: a table whose field has another C
 * type does not compile. */
#define SEN_FIELD_TEXT(s, m) (uint16_t)(offsetof(s, m) + 0 * sizeof(_Generic(((s *)0)->m, const char * : 1)))
#define SEN_FIELD_DATE(s, m) (uint16_t)(offsetof(s, m) + 0 * sizeof(_Generic(((s *)0)->m, sen_date : 1)))
#define SEN_FIELD_INT(s, m) (uint16_t)(offsetof(s, m) + 0 * sizeof(_Generic(((s *)0)->m, int64_t : 1)))

/* What every record begins with; the record layer keeps it. */
struct sen_head {
	int64_t id;
	const char *uid;
	int64_t school_id;
	int64_t rev;
	const char *voided_at; /* instant, NULL while it stands */
};

enum sen_record_flag {
	SEN_R_PUPIL = 1 << 0,  /* has a column pupil_id: listed by pupil, audited under the pupil */
	SEN_R_FACT = 1 << 1,   /* a dated fact: corrected by a new one, `edit` says how */
	SEN_R_OWED = 1 << 2,   /* a change of it may change what is owed for the child */
	SEN_R_SCHOOL = 1 << 3, /* a change of it may change what is owed for every child */
	SEN_R_HOUSE = 1 << 4   /* a change of it may change what the school itself owes */
};

struct sen_record {
	const char *noun;   /* "concern": the command, the audit's word */
	const char *table;  /* SQL table */
	const char *prefix; /* "C" */
	const char *title;  /* "Concern" */
	unsigned flags;
	size_t size; /* sizeof the struct; it begins with struct sen_head */
	const struct sen_field *fields;
	size_t count;
	uint16_t pupil_offset; /* of int64_t pupil_id, with SEN_R_PUPIL */
	/* The noun's rules across fields, before a write; `old` is NULL on insert. */
	int (*check)(struct sen_store *store, const void *record, const void *old, struct sen_err *err);
	/* After the row and its audit entry are in: other tables that follow it
	 * (search words, flags).  `old` is NULL on insert, `record` NULL on void. */
	int (*changed)(struct sen_store *store, const void *record, const void *old, struct sen_err *err);
	/* SELECT of its chronology lines for :pupil, or NULL.  Columns:
	 * on_date, noun, id, what, voided_at (see lib/rules/README.md). */
	const char *events;
	/* What `edit` says instead, for SEN_R_FACT: "correct it with 'sendctl ...'" */
	const char *correct_with;
	/* Found also by a word of its own (an agency's code or name, a person's
	 * name): 1 and the id, 0 when nothing or several fit.  NULL: by id only. */
	int (*find)(struct sen_store *store, const char *text, int64_t *id, struct sen_err *err);
	/* Which one is meant when a child is named; SEN_NOTFOUND says why none is.
	 * NULL: the only one that is open. */
	int (*of_child)(struct sen_store *store, int64_t pupil_id, int64_t *id, struct sen_err *err);
};

/* All kinds of record, in the order of cli.md; the one list to add to
 * (lib/model/records.c). */
extern const struct sen_record *const sen_records[];
extern const size_t sen_record_count;
const struct sen_record *sen_record_named(const char *noun);
const struct sen_record *sen_record_prefixed(const char *prefix);

/* ---- Fields ---- */
const struct sen_field *sen_field_named(const struct sen_record *kind, const char *name);
/* All text NULL, all numbers and dates unknown. */
void sen_record_blank(const struct sen_record *kind, void *record);
void *sen_record_new(struct sen_arena *arena, const struct sen_record *kind);
/* Is the field unknown (NULL)? */
bool sen_field_unset(const struct sen_field *field, const void *record);
/* Sets the field from text as typed or imported: cleans, parses, checks code
 * and limit.  Empty text unsets it.  SEN_INVALID (SEN_USAGE for a date that
 * cannot be read) names the field. */
int sen_field_set(struct sen_store *store, const struct sen_field *field, void *record, const char *text,
		  struct sen_err *err) SEN_MUST_CHECK;
/* The value as text (ISO dates, "1"/"0", ids bare), NULL when unset. */
const char *sen_field_text(struct sen_arena *arena, const struct sen_field *field, const void *record);
bool sen_field_equal(const struct sen_field *field, const void *a, const void *b);
/* The label of a code; the code itself when it is not in the set. */
const char *sen_code_label(const struct sen_code_row *codes, const char *code);
/* Finds a code by code or label, any case; NULL if none. */
const char *sen_code_find(const struct sen_code_row *codes, const char *text);

/* ---- The one write path (design.md 2.3) ----
 * Each writes the row and its audit entry, calls the hooks, and marks the
 * child so that what is owed is computed again before the commit. */
/* Gives id, uid and rev = 1; school_id from the record, else the store's. */
int sen_record_insert(struct sen_store *store, const struct sen_record *kind, void *record,
		      struct sen_err *err) SEN_MUST_CHECK;
/* Writes what differs from the row kept; the same again writes nothing and
 * leaves rev.  SEN_CONFLICT when --if-rev was given and rev has moved on;
 * SEN_INVALID when it is void. */
int sen_record_update(struct sen_store *store, const struct sen_record *kind, void *record,
		      struct sen_err *err) SEN_MUST_CHECK;
/* For a verb that writes beside a record it was given (a mark, a child who joins):
 * SEN_CONFLICT when --if-rev was given and this record's rev has moved on. */
int sen_record_if_rev(struct sen_store *store, const struct sen_record *kind, const struct sen_head *record,
		      struct sen_err *err) SEN_MUST_CHECK;
/* Voids it (it stays, marked).  The reason goes into the audit. */
int sen_record_void(struct sen_store *store, const struct sen_record *kind, int64_t id, const char *reason,
		    struct sen_err *err) SEN_MUST_CHECK;
/* Takes a void back (undo). */
int sen_record_unvoid(struct sen_store *store, const struct sen_record *kind, int64_t id, const char *reason,
		      struct sen_err *err) SEN_MUST_CHECK;

/* ---- Reading ---- */
/* By id, void or not; SEN_NOTFOUND "no concern C12". */
int sen_record_get(struct sen_store *store, const struct sen_record *kind, int64_t id, void *record,
		   struct sen_err *err) SEN_MUST_CHECK;
/* Those of a pupil that stand, oldest id first; an array of kind->size. */
int sen_record_of_pupil(struct sen_store *store, const struct sen_record *kind, int64_t pupil_id,
			void **records, size_t *count, struct sen_err *err) SEN_MUST_CHECK;

#endif
