/* What a child's file holds (R10 to R19, R29): profile, documents, the medical
 * register, placements, reduced timetables, adjustments, arrival and leaving. */
#ifndef SEN_CHILDFILE_H
#define SEN_CHILDFILE_H

#include <sen/graduated.h>
#include <sen/policy.h>
#include <sen/pupil.h>

struct sen_profile { /* each row a version from its day on */
	struct sen_head head;
	int64_t pupil_id;
	sen_date made_on;
	const char *made_with;
	const char *strengths, *matters, *help_best, *areas;
};

struct sen_document { /* a plan or assessment with a review date */
	struct sen_head head;
	int64_t pupil_id;
	const char *kind, *title; /* kind: of the policy's `documents`, or a free word */
	sen_date made_on;
	const char *made_by;
	sen_date review_on, ended_on;
	int64_t replaces, attachment_id;
	const char *note;
};

struct sen_medical { /* a line of the medical register */
	struct sen_head head;
	int64_t pupil_id;
	const char *condition, *do_this, *medicine, *kept_where;
	int64_t barrier; /* stands in the way of learning: the SENCo joins in */
	sen_date from_on, until_on;
	const char *told_by, *note;
};

struct sen_placement { /* a place, not a level: hub, unit, alternative provision */
	struct sen_head head;
	int64_t pupil_id;
	const char *kind, *setting;
	int64_t commissioned, named; /* by the LA; named in the EHC plan */
	const char *agreed_by;
	sen_date from_on, until_on;
	const char *note;
};

struct sen_timetable { /* an interim reduced timetable; one at a time */
	struct sen_head head;
	int64_t pupil_id, consent_id;
	const char *hours, *build_up, *reason, *approved_by;
	sen_date approved_on, la_told_on, review_on, from_on;
	sen_date full_time_by; /* the day meant for full time again */
	sen_date until_on;     /* back full time: the first day after */
	const char *note;
};

struct sen_adjustment { /* reasonable adjustments, test access arrangements */
	struct sen_head head;
	int64_t pupil_id;
	const char *kind, *what, *evidence;
	sen_date applied_on, granted_on;
	int64_t used_in_class; /* the normal way of working */
	sen_date from_on, until_on;
	const char *note;
};

struct sen_transfer { /* the record `move`: an arrival or a leaving, and what it owes */
	struct sen_head head;
	int64_t pupil_id;
	const char *kind; /* arrival leaving */
	sen_date moved_on;
	const char *other_school;
	sen_date file_asked_on, file_on; /* asked for; came (arrival) or was sent (leaving) */
	sen_date receipt_on, parents_met_on, assessed_on, watched_until;
	sen_date settled_on; /* watched no more */
	sen_date handed_over_on;
	const char *note;
};

extern const struct sen_record sen_profile_record, sen_document_record, sen_medical_record,
	sen_placement_record, sen_timetable_record, sen_adjustment_record, sen_transfer_record;
extern const struct sen_code_row sen_adjustment_kinds[], sen_transfer_kinds[];

/* ---- Answers ----
 * The one-page profile of :pupil as it stood on :day, with its versions; the
 * medical register (:class and its two cases, :pupil, :all 1: ended ones too). */
extern const struct sen_query sen_profile_query, sen_medical_list_query;

/* The profile that stands on the day; out->head.id 0: there is none. */
int sen_profile_on(struct sen_store *store, int64_t pupil_id, sen_date day, struct sen_profile *out,
		   struct sen_err *err) SEN_MUST_CHECK;

/* ---- By the policy in force (lib/rules) ---- */
/* A line on one factor of the policy's `weigh` (by code or name; where the
 * policy has none: the context that sendctl knows).  SEN_INVALID lists them. */
int sen_weigh(struct sen_store *store, struct sen_weighing *record, struct sen_err *err) SEN_MUST_CHECK;
/* Keeps a document: its kind in the policy's words, its review date by the
 * policy's limit (else 12 months, a judgement); ends the one it replaces. */
int sen_document_keep(struct sen_store *store, struct sen_document *record, struct sen_err *err)
	SEN_MUST_CHECK;
/* Begins a reduced timetable: with the consent and the approval the policy asks
 * for (--anyway), a review date, at most one at a time. */
int sen_timetable_begin(struct sen_store *store, struct sen_timetable *record, struct sen_err *err)
	SEN_MUST_CHECK;

/* An arrival: made, or the latest one added to (with `on` unknown, or the same
 * day).  The child is on roll from that day; watched to the end of the half
 * term.  *made: a new one. */
int sen_pupil_arrive(struct sen_store *store, struct sen_transfer *arrival, bool *made, struct sen_err *err)
	SEN_MUST_CHECK;
/* A leaving: the last day on roll.  What is open is closed with the reason (from
 * that day on: before it, only the register entry gets its end).  Again: adds
 * when the file was sent and its receipt came. */
struct sen_left {
	size_t concerns, referrals, actions, plans, periods, provisions;
	bool on_register, made, later;
	int64_t ehc;	     /* the EHC case that ended here with it; 0: none */
	sen_date review_due; /* the end of the twelve months of its plan */
};
int sen_pupil_leave(struct sen_store *store, struct sen_transfer *leaving, struct sen_left *out,
		    struct sen_err *err) SEN_MUST_CHECK;

/* Two records of one child: all that stands of `other` goes to `keep`, what
 * `keep` lacks is filled in, `other` is removed.  What cannot stand beside what
 * `keep` has (a class, a level in the same time) is removed with it and named. */
struct sen_merged {
	size_t moved;
	const char *left; /* "EN3, RG4": removed with `other`; NULL: none */
};
int sen_pupil_merge(struct sen_store *store, int64_t keep, int64_t other, struct sen_merged *out,
		    struct sen_err *err) SEN_MUST_CHECK;

#endif
