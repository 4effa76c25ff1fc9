/* The MIS import, inside: columns, a row in our words, and how it is merged. */
#ifndef EXCHANGE_MIS_H
#define EXCHANGE_MIS_H

#include "exchange/rows.h"
#include "store/store.h"
#include <sen/policy.h>
#include <sen/pupil.h>

/* What a column may tell. The order is that of `mis_fields` in maps.c. */
enum mis_field {
	MIS_UPN,
	MIS_FORMER_UPN,
	MIS_NUMBER,
	MIS_SURNAME,
	MIS_FORENAME,
	MIS_PREF_SURNAME,
	MIS_PREF_FORENAME,
	MIS_MIDDLE,
	MIS_DOB,
	MIS_SEX,
	MIS_YEAR,
	MIS_CLASS,
	MIS_ENROLMENT,
	MIS_STATUS,
	MIS_STATUS_FROM,
	MIS_NEED1,
	MIS_NEED2,
	MIS_NEED3,
	MIS_NEED4,
	MIS_RANK,
	MIS_NEED_FROM,
	MIS_LANGUAGE,
	MIS_ETHNICITY,
	MIS_EAL,
	MIS_PP,
	MIS_FSM,
	MIS_LAC,
	MIS_POST_LAC,
	MIS_SERVICE,
	MIS_CARER,
	MIS_ADMITTED,
	MIS_LEFT,
	MIS_LEAVING_REASON,
	MIS_PREVIOUS_SCHOOL,
	MIS_NEXT_SCHOOL,
	MIS_SCHOOL,
	MIS_IGNORE,
	MIS_FIELDS
};
#define MIS_FLAG_FIRST MIS_EAL
#define MIS_FLAGS (MIS_CARER - MIS_EAL + 1)

struct mis_field_row {
	const char *name;  /* in map files, findings and overrides */
	const char *plain; /* in sentences: "the surname" */
};
extern const struct mis_field_row mis_fields[MIS_FIELDS];

struct mis_alias {
	enum mis_field field;
	const char *heading;
	bool weak; /* gives way to another column of the same field */
};
struct mis_map {
	const char *name;
	const struct mis_alias *aliases;
	size_t count;
	int version; /* raised when an alias changes its meaning: files are read anew */
};
extern const struct mis_map mis_maps[]; /* the last is "common" */
extern const size_t mis_map_count;
const struct mis_map *mis_map_named(const char *name);
/* A user's map file: "field = Heading" lines, [sections] and # comments. */
int mis_map_file(struct sen_arena *arena, const char *path, struct mis_map **out, struct sen_err *err)
	SEN_MUST_CHECK;

/* lib/exchange/heading.c: which column is what. */
struct mis_columns {
	int at[MIS_FIELDS]; /* -1: no such column */
	const char **headings;
	size_t count;
	const char *map;   /* its name, or "auto" */
	const char **told; /* "SEN Status -> status", a line a column */
	size_t told_count;
};
/* Letters and digits alone, in any case. */
bool heading_same(const char *a, const char *b);
/* Is this row the heading?  1 = yes and *out is filled, 0 = no, or SEN_INVALID
 * when two columns claim one field.  `map` NULL: auto. */
int heading_try(struct sen_arena *arena, const struct mis_map *map, const struct sen_csv_row *row,
		struct mis_columns *out, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Values (lib/exchange/value*.c): pure, tested by table ---- */
enum value_date { VALUE_BLANK, VALUE_DATE, VALUE_NO_DAY, VALUE_UNREAD };
/* Trimmed (NBSP too), without Excel's ' and ="...", NULL when blank or a word
 * for blank.  Points into `text` or the arena. */
const char *value_text(struct sen_arena *arena, const char *text);
/* The same for names: NULL and n/a may be somebody's name. */
const char *value_name(struct sen_arena *arena, const char *text);
/* Any style of domain.md 5.  Two-digit years: the latest not after `latest`. */
enum value_date value_date(const char *text, sen_date latest, sen_date *out);
/* "N1" ... "14" or NULL; "Nursery" by the date of birth. */
const char *value_year(const char *text, sen_date dob, sen_date today);
/* 1, 0, or -1 when it is neither. Blank is 0. */
int value_yes(const char *text);
const char *value_sex(const char *text);
/* Upper case without blanks, into out[33] (longer ones are cut). */
void value_upn(const char *text, char out[33]);

enum mis_status {
	MIS_S_UNSAID, /* no such column, or a word we do not know */
	MIS_S_N,
	MIS_S_M,
	MIS_S_K,
	MIS_S_E,
	MIS_S_WAS_K, /* School Action and its kin: read as K */
	MIS_S_WAS_N, /* "provision no longer needed" */
	MIS_S_STATEMENT
};
enum mis_status value_status(const char *text);

#define MIS_NEEDS 8
struct mis_needs {
	const char *types[MIS_NEEDS]; /* CBDS codes, static */
	int ranks[MIS_NEEDS];	      /* 0: as they stand */
	size_t count;
	const char *unknown; /* a part that is no need we know */
	bool legacy;	     /* BESD was there */
};
/* Adds the needs of a cell: codes or words, parted by ; , / | or lines. */
void value_needs(struct sen_arena *arena, const char *text, int rank, struct mis_needs *needs);
void needs_add(struct mis_needs *needs, const char *type, int rank);
void needs_sort(struct mis_needs *needs);
/* Lower case letters and digits ('+' too), other runs as one space. */
void value_plain(const char *text, char *out, size_t room);

/* ---- A row in our words ---- */
struct mis_doubt {
	const char *kind; /* of the finding: "date" "status" "need" "upn" ... */
	enum mis_field field;
	const char *theirs, *what;
};
struct mis_row {
	int64_t line;
	const char *upn, *former_upn;
	enum sen_upn upn_form;
	const char *text[MIS_FIELDS]; /* names and other texts as they are kept */
	sen_date dob, admitted_on, left_on, status_from, need_from;
	const char *year;
	enum mis_status status;
	struct mis_needs needs;
	int8_t flags[MIS_FLAGS]; /* 1, 0, -1: not told */
	const char *flag_values[MIS_FLAGS];
	const char *reject; /* why the row cannot come in, or NULL */
	enum mis_field reject_field;
	struct mis_doubt *doubts;
	size_t doubt_count, doubt_cap;
	const char *digest; /* what pupil.mis_digest keeps: mis_row_digest */
};
#define MIS_HASH 24 /* hex digits at the front of a digest */

struct mis_reader {
	struct sen_arena *scratch;
	const struct mis_columns *columns;
	sen_date today;
	const char *policy_digest;
	const char *dfe;
	/* the last status read: files say the same few again and again */
	char last_status[48];
	enum mis_status last;
};
/* Reads a record into *out; texts point into the record or the scratch arena. */
void mis_row_read(struct mis_reader *reader, const struct sen_csv_row *row, struct mis_row *out);
/* Of what the row tells (with its needs), under this policy: a hash, then in
 * the open what the merge must know of the last time: year, class, status,
 * needs, flags ("... 3|3B|K|SLCN,MLD|10--0--"). */
void mis_row_digest(const struct mis_reader *reader, struct mis_row *row);
/* The open part back; every text NULL when there is none. */
struct mis_base {
	bool known;
	const char *year, *class_name, *needs;
	enum mis_status status;
	int8_t flags[MIS_FLAGS];
};
void mis_base_read(struct sen_arena *arena, const char *digest, struct mis_base *out);
void mis_doubt(const struct mis_reader *reader, struct mis_row *row, const char *kind, enum mis_field field,
	       const char *theirs, const char *what);
/* The cell's text, blanks and words for blank as NULL. */
const char *mis_cell(const struct mis_reader *reader, const struct sen_csv_row *row, enum mis_field field);
/* lib/exchange/mis_row_flags.c */
void mis_row_flags(const struct mis_reader *reader, const struct sen_csv_row *in, struct mis_row *row);
bool mis_has(const struct mis_columns *columns, enum mis_field field);
/* A total, a footer or nothing at all: no child. */
bool mis_row_empty(const struct mis_columns *columns, const struct sen_csv_row *row);
/* The child's key for finding repeats: the UPN, else name and birthday. */
bool mis_row_key(struct sen_arena *scratch, const struct mis_columns *columns, const struct sen_csv_row *row,
		 uint64_t *key);
/* Only the needs of a further row of the same child. */
void mis_row_needs(const struct mis_reader *reader, const struct sen_csv_row *row, struct mis_row *out);

#endif
