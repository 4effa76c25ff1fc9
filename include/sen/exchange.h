/* What comes in and goes out: CSV of any shape, MIS exports, forms. */
#ifndef SEN_EXCHANGE_H
#define SEN_EXCHANGE_H

#include <sen/answer.h>
#include <sen/pupil.h>
#include <sen/store.h>

/* ---- CSV (lib/exchange/csv.c: the only csv.h) ---- */
struct sen_csv_info {
	const char *encoding; /* "UTF-8", "UTF-8 with BOM", "Windows-1252", "UTF-16LE", "UTF-16BE" */
	char delimiter;	      /* , ; or tab */
};
/* One data record, texts NUL-terminated, until the next call. */
struct sen_csv_row {
	const char **cells;
	size_t count;
	int64_t line; /* of its first line in the file, from 1 */
};
/* Reads a file (or "-") from one end to the other with constant memory:
 * encoding and delimiter found first, decoded to valid UTF-8.  fn returns 0
 * to go on.  Blank records are given too (count 0 or all empty). A bad quote
 * or byte is SEN_INVALID with the line. */
int sen_csv_read(struct sen_arena *arena, const char *path, struct sen_csv_info *info,
		 int (*fn)(void *arg, const struct sen_csv_row *row, struct sen_err *err), void *arg,
		 struct sen_err *err) SEN_MUST_CHECK;

/* `NOUN import FILE`: headings are field names; each row goes through the
 * write path. All rows or none. */
int sen_record_import(struct sen_store *store, const struct sen_record *kind, const char *path,
		      int64_t *added, int64_t *unchanged, struct sen_err *err) SEN_MUST_CHECK;

/* The same with a hand in it. */
struct sen_import {
	const struct sen_record *kind;
	/* Instead of sen_record_insert; NULL: that. */
	int (*insert)(struct sen_store *store, void *record, struct sen_err *err);
	/* A reference that may also be named by a child (a column "pupil" or "plan"):
	 * which record of the child is meant. NULL: none. */
	const char *by_child;
	int (*of_child)(struct sen_store *store, int64_t pupil_id, int64_t *id, struct sen_err *err);
	/* Is what the line says there already?  NULL: a record with the same fields is. */
	int (*there)(struct sen_store *store, const void *record, bool *there, struct sen_err *err);
};
int sen_record_import_with(struct sen_store *store, const struct sen_import *how, const char *path,
			   int64_t *added, int64_t *unchanged, struct sen_err *err) SEN_MUST_CHECK;

/* ---- A whole text (lib/exchange/decode_all.c) ---- */
/* A file (or "-") of at most `limit` bytes, as UTF-8 with LF line ends; *encoding as
 * cli.md names it.  SEN_NOTFOUND, SEN_FAIL, or SEN_INVALID for what is no text or larger. */
int sen_text_read(struct sen_arena *arena, const char *path, size_t limit, const char **text,
		  const char **encoding, struct sen_err *err) SEN_MUST_CHECK;

/* ---- MIS (lib/exchange/mis*.c) ---- */
struct sen_mis_options {
	const char *map; /* auto, NAME (sims arbor bromcom scholarpack integris) or a FILE */
	const char *rejects;
	bool skip_invalid, full_roll;
	int64_t max_left; /* SEN_NO_INT: the tenth rule */
};
struct sen_mis_result {
	int64_t read, added, changed, unchanged, rejected, left, kept, warnings, lines;
	const char *map, *encoding;
	const char **mapping; /* the mapping chosen, a line a column */
	size_t mapping_count;
	const char **news; /* what changed, in a SENCo's words */
	size_t news_count;
	int64_t problems; /* lines reported through `problem` */
	bool same_file;	  /* skipped by its digest */
	int64_t moved;	  /* to another class or year group */
};
/* Problems are told as they are found: "FILE:LINE: COLUMN: what is wrong"
 * (the first 50; the rest counted).  SEN_INVALID with rejects (unless
 * skip_invalid); *result is filled in all the same. */
int sen_mis_import(struct sen_store *store, const char *path, const struct sen_mis_options *options,
		   void (*problem)(void *arg, const char *line), void *arg, struct sen_mis_result *result,
		   struct sen_err *err) SEN_MUST_CHECK;
/* CSV an MIS can take back, in the headings of the map (NULL: our own). */
int sen_mis_export(struct sen_store *store, const char *map, FILE *out, struct sen_err *err) SEN_MUST_CHECK;
/* Settles what an import left open about a child: ours stays, and is not asked
 * about again while the MIS says the same; or theirs is taken.  `field` may be
 * NULL when only one is open.  SEN_NOTFOUND when none is, or when several are
 * and the field does not say which.  *out is what was settled. */
int sen_mis_settle(struct sen_store *store, int64_t pupil_id, const char *field, bool theirs,
		   struct sen_mis_finding *out, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Forms (lib/exchange/form.c) ---- */
/* The form of a record: a header, then "field: value" lines and blocks for
 * notes, with help as # lines. */
char *sen_form_write(struct sen_arena *arena, const struct sen_record *kind, const void *record,
		     const char *title);
/* Reads one back into `record`; given[i] is set for fields it holds.  Faults
 * name the line; SEN_FAIL when it is empty or unchanged from `before`. */
int sen_form_read(struct sen_store *store, const struct sen_record *kind, const char *text,
		  const char *before, void *record, bool *given, struct sen_err *err) SEN_MUST_CHECK;
/* A fault of what a form holds names its lines: "due_on", not "--due". */
void sen_form_fault(struct sen_arena *arena, const struct sen_record *kind, struct sen_err *err);

/* ---- Forms of plans (lib/exchange/plan_form.c) ----
 * A plan and its targets, for one child or for many: a block a plan, begun by
 * "== PL4 ..." ("== P12 ..." for a new one), in it a block a target, begun by
 * "-- T7" or "-- new".  "seen:" says what the block was made from, so that what
 * somebody else has changed meanwhile is found; "next:" in a target asks what
 * becomes of it in the next cycle. */
struct sen_plan;
struct sen_target;
enum sen_plan_form {
	SEN_PLAN_FORM_NEW,  /* with kind and the day it is made */
	SEN_PLAN_FORM_EDIT, /* with seen */
	SEN_PLAN_FORM_RENEW /* with seen, and next in every target */
};
/* The head with the help on every field; `title` is the command. */
void sen_plan_form_head(struct sen_buf *buf, enum sen_plan_form form, const char *title, const char *kinds);
void sen_plan_form_plan(struct sen_buf *buf, enum sen_plan_form form, const char *heading,
			const struct sen_plan *plan, const char *seen);
/* `id` 0: a new one; `note`: what to know of it, a line of help; `next`: filled in. */
void sen_plan_form_target(struct sen_buf *buf, enum sen_plan_form form, const struct sen_target *target,
			  const char *note, const char *next);

struct sen_plan_part {
	bool is_plan;
	int line;	  /* of its heading */
	const char *word; /* "PL4", "P12", "T7", "new" */
	const char *more; /* the rest of the heading's second word: "drop", or NULL */
	const char *seen, *next;
	int next_line;
	const char *body; /* its fields, for sen_form_read: lines are counted as in the form */
};
/* In the order of the form; targets follow their plan.  SEN_INVALID names the line. */
int sen_plan_form_split(struct sen_arena *arena, const char *text, struct sen_plan_part **out, size_t *count,
			struct sen_err *err) SEN_MUST_CHECK;

#endif
