/* Reviews held: one at a time or a round of many (R6; other kinds are rows). */
#ifndef SEN_REVIEW_H
#define SEN_REVIEW_H

#include <sen/graduated.h>
#include <sen/level.h>

/* A kind of review that can be held: what a round's form asks, and how its
 * decision is carried out. */
struct sen_review_kind {
	const char *kind;
	const char *const *fields; /* of the form's block, NULL-ended */
	const char *decisions;	   /* in the form's help */
	/* Before it is written: may the decision be taken?  Completes the review. */
	int (*before)(struct sen_store *store, struct sen_review *review, struct sen_err *err);
	/* After: carries the decision out. */
	int (*after)(struct sen_store *store, const struct sen_review *review, struct sen_move *move,
		     struct sen_err *err);
};
const struct sen_review_kind *sen_review_kind(const char *kind); /* never NULL: the plain one */

/* ---- Which duty it meets (R50) ----
 * The cadence of a policy that a kind of review is held for ("termly" ->
 * "plan-review"); NULL: none.  And back, for the command that meets it. */
const char *sen_review_cadence(const char *kind);
const char *sen_cadence_review(const char *cadence);
/* Does a review of the kind count for the cadence, by itself or through the
 * policy's counts_as, followed on (annual-review -> plan-review ->
 * parent-meeting)?  Whether parents had a part is the caller's to ask. */
bool sen_review_counts(const struct sen_policy *policy, const char *kind, const char *cadence);

/* Writes a review as held (a new one, or one that was planned) and carries its
 * decision out; `move` tells of a move on the register (to or moved; blank
 * `level`: none). */
int sen_review_hold(struct sen_store *store, struct sen_review *review, struct sen_move *move,
		    struct sen_err *err) SEN_MUST_CHECK;
/* The planned one of the kind (NULL: any) that waits; id 0: none. SEN_NOTFOUND
 * when there are several. */
int sen_review_waiting(struct sen_store *store, int64_t pupil_id, const char *kind, struct sen_review *out,
		       struct sen_err *err) SEN_MUST_CHECK;
/* How many checks were held at this entry, up to the day (included). */
int sen_checks_held(struct sen_store *store, const struct sen_register_entry *entry, sen_date day,
		    int64_t *count, struct sen_err *err) SEN_MUST_CHECK;
/* Reviews; :pupil, :kind, :waiting 1: planned and not held. */
extern const struct sen_query sen_review_list_query;

/* ---- A round: one form, a block a child ---- */
struct sen_round_entry {
	struct sen_review review; /* pupil_id, kind, and what was filled in */
	int line;		  /* of its heading in the form */
	bool blank;		  /* nothing was filled in: it stays owed */
};
/* The form.  `heading` says a child's line for a person: "Zoe O'Brien (3B)". */
char *sen_round_write(struct sen_store *store, const char *kind, const int64_t *pupils,
		      const char *const *headings, size_t count);
/* Reads it back; every fault is told with its line. */
int sen_round_read(struct sen_store *store, const char *kind, const char *text, struct sen_round_entry **out,
		   size_t *count, struct sen_err *err) SEN_MUST_CHECK;

#endif
