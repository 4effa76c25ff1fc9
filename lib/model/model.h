/* What the files of lib/model share: the child a record belongs to, and
 * periods that must not overlap. */
#ifndef MODEL_H
#define MODEL_H

#include "store/store.h"
#include <sen/childfile.h>
#include <sen/graduated.h>
#include <sen/people.h>

/* One row of a field table, in the order of struct sen_field. */
#define FIELD_TEXT(s, col, m, kind, flags, limit, codes, option, value, help)                   \
	{                                                                                       \
		col, kind, SEN_FIELD_TEXT(s, m), flags, limit, codes, NULL, option, value, help \
	}
#define FIELD_DATE(s, col, m, flags, option, help)                                                \
	{                                                                                         \
		col, SEN_K_DATE, SEN_FIELD_DATE(s, m), flags, 0, NULL, NULL, option, "DATE", help \
	}
#define FIELD_INT(s, col, m, kind, flags, option, value, help)                            \
	{                                                                                 \
		col, kind, SEN_FIELD_INT(s, m), flags, 0, NULL, NULL, option, value, help \
	}
#define FIELD_REF(s, col, m, flags, ref, option, value, help)                                 \
	{                                                                                     \
		col, SEN_K_REF, SEN_FIELD_INT(s, m), flags, 0, NULL, ref, option, value, help \
	}
/* The child a record is about: first on the command line. */
#define FIELD_PUPIL(s)                                                                               \
	FIELD_REF(s, "pupil_id", pupil_id, SEN_F_REQUIRED | SEN_F_FIXED | SEN_F_POSITIONAL, "pupil", \
		  "pupil", "PUPIL", "the child: P12, a UPN, an admission number or a name (zoe@3B)")

/* The child, remembered so that a run of records of one child asks once.
 * SEN_NOTFOUND when there is none. */
int model_child(struct sen_store *store, int64_t pupil_id, const struct store_child **out,
		struct sen_err *err) SEN_MUST_CHECK;
/* What holds for every record of a child: it belongs to the child's school,
 * the child is not removed, no date is before the birth. */
int model_check_child(struct sen_store *store, const struct sen_record *kind, const void *record,
		      const void *old, struct sen_err *err) SEN_MUST_CHECK;

/* Names, lines and notes as every text is kept (sen_text_clean), and not too long: for
 * a kind whose texts come from options of many verbs, not by way of the fields. */
int model_clean(struct sen_store *store, const struct sen_record *kind, const void *record,
		struct sen_err *err) SEN_MUST_CHECK;
/* "--on: Mon 30 Nov 2026 has not come yet"; `name` as typed: "--on". */
int model_check_past(const struct sen_store *store, sen_date day, const char *name, struct sen_err *err)
	SEN_MUST_CHECK;
/* "--due: ... is before the day it was made (...)" */
int model_check_order(sen_date first, sen_date then, const char *name, const char *what, struct sen_err *err)
	SEN_MUST_CHECK;
/* Something new of that day: not for a child who has died, nor (--anyway) one
 * who has left. */
int model_check_here(struct sen_store *store, int64_t pupil_id, sen_date day, const char *what,
		     struct sen_err *err) SEN_MUST_CHECK;

/* "--times: it is a number from 1 to 20"; unknown is right. */
int model_check_count(int64_t n, const char *name, int64_t most, struct sen_err *err) SEN_MUST_CHECK;
/* The number in the first row and column of a SELECT, 0 when it has none. The
 * values end with a NULL name. */
struct model_value {
	const char *name, *text;
	int64_t number;
};
int model_row(struct sen_store *store, const char *sql, const struct model_value *values, int64_t *out,
	      struct sen_err *err) SEN_MUST_CHECK;

/* Voids what happened in an appeal or a complaint that was removed, the other being
 * SEN_NO_INT (lib/model/dispute.c). */
int model_steps_void(struct sen_store *store, int64_t pupil_id, int64_t appeal_id, int64_t complaint_id,
		     const char *reason, struct sen_err *err) SEN_MUST_CHECK;
/* For a record's `find`: the one row of a SELECT of id for :text and :school; 1
 * when there is exactly one. */
int model_find(struct sen_store *store, const char *sql, const char *text, int64_t *id, struct sen_err *err)
	SEN_MUST_CHECK;

/* Does the record go to another child?  Only when two records of one child are
 * merged (or parted again), one record after another: what they point at may
 * still, or already, be with the other. */
bool model_moves(const struct sen_record *kind, const void *record, const void *old);

/* Which other period of `table` overlaps [:from, :until)?  A period of no day
 * ([d, d): put right the same day) overlaps none. */
#define MODEL_OVERLAP(table, more)                                                             \
	"SELECT id FROM " table " WHERE pupil_id = :pupil AND id <> :id AND voided_at IS NULL" \
	" AND (until_on IS NULL OR :from IS NULL OR until_on > :from)"                         \
	" AND (from_on IS NULL OR :until IS NULL OR from_on < :until)"                         \
	" AND (from_on IS NULL OR until_on IS NULL OR from_on < until_on)" more " LIMIT 1"
struct model_period {
	int64_t id, pupil_id;
	sen_date from, until;
	const char *key; /* bound to :key when the SQL has it */
	int64_t rank;	 /* bound to :rank */
};
/* *other = the id of one that overlaps, or 0.  Also refuses until < from. */
int model_overlap(struct sen_store *store, const char *sql, const struct model_period *period, int64_t *other,
		  struct sen_err *err) SEN_MUST_CHECK;
/* Does the period hold on the day? */
bool model_holds(sen_date from, sen_date until, sen_date day);
/* The same in SQL, for a list's :day; and a child on roll that day. */
#define MODEL_AT_DAY(t)                                                                      \
	"(" t ".from_on IS NULL OR " t ".from_on <= :day) AND (" t ".until_on IS NULL OR " t \
	".until_on > :day)"
#define MODEL_ON_ROLL                                                                                   \
	"(p.admitted_on IS NULL OR p.admitted_on <= :day) AND (p.left_on IS NULL OR p.left_on >= :day)" \
	" AND (p.died_on IS NULL OR p.died_on > :day)"
#define MODEL_IN_SCHOOL "p.voided_at IS NULL AND (:school IS NULL OR p.school_id = :school)"
/* A child's display name: preferred if set. */
#define MODEL_NAME \
	"coalesce(p.preferred_forename, p.forename) || ' ' || coalesce(p.preferred_surname, p.surname)"
/* A class as typed, in capitals, or in small letters. */
#define MODEL_CLASS_IS "e.class IN (:class, :class_upper, :class_lower)"
/* The lists on the page of a child (lib/model/pupil_parts.c). */
enum { PUPIL_PARTS = 30, PUPIL_EHCP = 20, PUPIL_APPEAL = 10, PUPIL_DISCLOSURE = 7 };
extern const struct sen_query pupil_parts[PUPIL_PARTS];
/* Those of lib/model/pupil_ehc.c. */
extern const struct sen_column pupil_ehcp_columns[PUPIL_EHCP], pupil_appeal_columns[PUPIL_APPEAL],
	pupil_disclosure_columns[PUPIL_DISCLOSURE];
extern const char pupil_ehcp_sql[], pupil_appeal_sql[], pupil_disclosure_sql[];
/* Are two texts the same, NULL being one of its own? */
bool model_same(const char *a, const char *b);

/* lib/model/provision_do.c: the periods in a provision follow its own. */
int provision_changed(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
	SEN_MUST_CHECK;

/* lib/model/provision_left.c: when a child leaves or dies, or is back. */
int provision_pupil_left(struct sen_store *store, const struct sen_pupil *pupil, const struct sen_pupil *old,
			 struct sen_err *err) SEN_MUST_CHECK;

/* lib/model/pupil_words.c: the words a child is found by. */
int pupil_words_changed(struct sen_store *store, const struct sen_pupil *pupil, const struct sen_pupil *old,
			struct sen_err *err) SEN_MUST_CHECK;
/* Ids of the children that have all the words (folded, one space between), each
 * as a whole or as the start of one; ascending. */
int pupil_words_find(struct sen_store *store, const char *folded, bool whole, int64_t **ids, size_t *count,
		     struct sen_err *err) SEN_MUST_CHECK;
/* lib/model/roll_do.c: how many adults stand by single children who move. */
struct sen_roll;
int roll_duties(struct sen_store *store, struct sen_roll *roll, struct sen_err *err) SEN_MUST_CHECK;
/* lib/model/pupil_mis.c: what a person changed that the MIS also tells. */
int pupil_mis_changed(struct sen_store *store, const struct sen_pupil *pupil, const struct sen_pupil *old,
		      struct sen_err *err) SEN_MUST_CHECK;

#endif
