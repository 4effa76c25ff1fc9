/* Merging an MIS row with what is kept: the import's state and its parts. */
#ifndef EXCHANGE_MERGE_H
#define EXCHANGE_MERGE_H

#include "exchange/mis.h"
#include <sen/file.h>

struct mis_finding {
	int64_t id;
	const char *kind, *field, *theirs;
	bool settled; /* ours was chosen: not asked again while theirs stays the same */
	bool again;   /* still so after this row */
};

/* A further row of a child met before: only its needs count. */
struct mis_extra {
	uint64_t key, rest; /* the child; a hash of all but needs */
	int64_t line;
	struct mis_needs needs;
};

/* A set of ids, a bit each. */
struct mis_bits {
	unsigned char *bits;
	size_t size;
};
void mis_bits_add(struct mis_bits *set, int64_t id);
bool mis_bits_has(const struct mis_bits *set, int64_t id);

#define MIS_INDEXES 3
struct mis_import {
	struct sen_store *store;
	struct sen_arena *arena; /* the store's: released row by row */
	struct sen_arena *keep;	 /* what must outlive a row */
	const struct sen_mis_options *options;
	struct sen_mis_result *result;
	const char *path;
	void (*problem)(void *arg, const char *line);
	void *arg;

	const struct mis_map *map; /* NULL: auto */
	struct mis_columns columns;
	int64_t heading_line, row_number;
	struct mis_reader reader;
	const struct sen_policy *policy;
	sen_date today;
	const char *indexes[MIS_INDEXES]; /* to be made again before the end */
	size_t index_count;
	bool empty; /* no child was here: nothing to match with */
	bool first; /* nothing was imported before: what is open began at an unknown day */
	bool trust_digests;
	bool says_monitored; /* some row of the file says Monitoring */

	struct mis_extra *extras; /* by key, then line */
	size_t extra_count, extra_cap;
	struct mis_bits seen;	  /* children met in the file, by id */
	struct mis_bits disputed; /* children with a difference that is not settled */

	struct sen_file_out *rejects;
	FILE *rejects_out;
	uint64_t *rejected_keys;
	size_t rejected_count, rejected_cap;
	int64_t untied; /* rejected rows that no child here can be tied to */

	/* what is new, for the SENCo */
	int64_t moved_class, moved_year, renamed, joined, returned, to_k, to_e, to_m;
	int64_t other_school;
	const char **send; /* by child */
	size_t send_count, send_cap;
	int64_t send_total;

	/* of the child in hand */
	bool child_changed;
	const char *child; /* "Zoe O'Brien (3B)" */
	struct mis_finding *open;
	size_t open_count;
};

/* lib/exchange/mis_note.c: problems, findings and news. */
void mis_problem(struct mis_import *m, int64_t line, enum mis_field field, const char *theirs,
		 const char *what);
int mis_findings_load(struct mis_import *m, int64_t pupil_id, struct sen_err *err) SEN_MUST_CHECK;
int mis_finding_raise(struct mis_import *m, int64_t pupil_id, const char *kind, enum mis_field field,
		      const char *theirs, const char *ours, const char *what, struct sen_err *err)
	SEN_MUST_CHECK;
/* The row's doubts, told and kept; what no longer is so is settled. */
int mis_doubts_keep(struct mis_import *m, int64_t pupil_id, const struct mis_row *row, struct sen_err *err)
	SEN_MUST_CHECK;
int mis_findings_settle(struct mis_import *m, struct sen_err *err) SEN_MUST_CHECK;
/* Ours is kept against theirs: counted, and found until it is settled. */
int mis_difference(struct mis_import *m, int64_t pupil_id, enum mis_field field, const char *theirs,
		   const char *ours, struct sen_err *err) SEN_MUST_CHECK;
/* Was this difference found before, and is it open or settled with ours? */
bool mis_disputed(struct mis_import *m, enum mis_field field, const char *theirs);
int mis_disputed_load(struct mis_import *m, struct sen_err *err) SEN_MUST_CHECK;
void mis_news_child(struct mis_import *m, const char *fmt, ...) SEN_PRINTF(2, 3);
void mis_news_finish(struct mis_import *m);
int mis_reject(struct mis_import *m, const struct sen_csv_row *in, const struct mis_row *row,
	       struct sen_err *err) SEN_MUST_CHECK;

/* lib/exchange/mis_match.c: which child here is meant; 0: a new one.  Sets
 * row->reject when it cannot be told. *same: the row is as it was last time. */
int mis_match(struct mis_import *m, struct mis_row *row, int64_t *id, bool *same, struct sen_err *err)
	SEN_MUST_CHECK;

/* lib/exchange/mis_merge.c */
int mis_child_add(struct mis_import *m, struct mis_row *row, struct sen_err *err) SEN_MUST_CHECK;
int mis_child_merge(struct mis_import *m, int64_t id, struct mis_row *row, struct sen_err *err)
	SEN_MUST_CHECK;

/* lib/exchange/mis_periods.c: year and class, flags. */
int mis_enrolment_add(struct mis_import *m, int64_t pupil_id, const struct mis_row *row, struct sen_err *err)
	SEN_MUST_CHECK;
int mis_flags_add(struct mis_import *m, int64_t pupil_id, const struct mis_row *row, struct sen_err *err)
	SEN_MUST_CHECK;
int mis_enrolment_merge(struct mis_import *m, int64_t pupil_id, const struct mis_row *row,
			const struct mis_base *base, struct sen_err *err) SEN_MUST_CHECK;
int mis_flags_merge(struct mis_import *m, int64_t pupil_id, const struct mis_row *row,
		    const struct mis_base *base, struct sen_err *err) SEN_MUST_CHECK;

/* lib/exchange/mis_again.c: 1 when this very file was the last taken in, whole,
 * under the same options (read and unchanged are then told). */
int mis_again(struct mis_import *m, const struct decode *decode, struct sen_err *err) SEN_MUST_CHECK;
int mis_remember(struct mis_import *m, const struct decode *decode, struct sen_err *err) SEN_MUST_CHECK;

/* lib/exchange/mis_status.c: register and needs; the pupil is there already. */
int mis_status_add(struct mis_import *m, int64_t pupil_id, const struct mis_row *row, struct sen_err *err)
	SEN_MUST_CHECK;
int mis_status_merge(struct mis_import *m, int64_t pupil_id, const struct mis_row *row,
		     const struct mis_base *base, struct sen_err *err) SEN_MUST_CHECK;
int mis_needs_merge(struct mis_import *m, int64_t pupil_id, const struct mis_row *row,
		    const struct mis_base *base, struct sen_err *err) SEN_MUST_CHECK;

/* lib/exchange/mis_indexes.c: indexes that an import into an empty file fills at its
 * end, or when one is first needed. */
int mis_indexes_defer(struct mis_import *m, struct sen_err *err) SEN_MUST_CHECK;
int mis_indexes_fill(struct mis_import *m, struct sen_err *err) SEN_MUST_CHECK;
/* lib/exchange/mis_scan.c: the first reading: heading (or that alone), repeats. */
int mis_scan(struct mis_import *m, struct decode *decode, bool heading_only, struct sen_err *err)
	SEN_MUST_CHECK;
/* The extras of a child, and whether this line is one of them. */
size_t mis_extras_of(const struct mis_import *m, uint64_t key, const struct mis_extra **first);
uint64_t mis_rest_hash(const struct mis_columns *columns, const struct sen_csv_row *row);

/* lib/exchange/mis_roll.c: --full-roll. */
int mis_roll(struct mis_import *m, struct sen_err *err) SEN_MUST_CHECK;

#endif
