/* report meetings: what part parents and pupils had in reviews, who has not been
 * met, and targets met (R53, R55). */
#ifndef SEN_ATTENDANCE_H
#define SEN_ATTENDANCE_H

#include <sen/review.h>

/* What is counted of a group.  Reviews are those that parents may be expected at: no
 * monitoring check, pupil progress meeting or review of the register (but `kind` has
 * these too). A part that is not said counts nowhere. */
enum sen_met_count {
	SEN_MET_CHILDREN, /* on the register on the last day */
	SEN_MET_REVIEWS,
	SEN_MET_PARENTS_KNOWN, /* reviews of which it is said what part parents had */
	SEN_MET_PARENTS_CAME,
	SEN_MET_PARENTS_VIEWS, /* did not come, and sent views */
	SEN_MET_PUPILS_KNOWN,
	SEN_MET_PUPILS_CAME,
	SEN_MET_PUPILS_VIEWS,
	SEN_MET_TARGETS, /* marked; each by its last mark */
	SEN_MET_TARGETS_MET,
	SEN_MET_WANTED,	 /* meetings with parents: one in each term so far, by the policy */
	SEN_MET_MISSING, /* terms of a child without one */
	SEN_MET_SHORT,	 /* children with a term without one */
	SEN_MET_COUNTS
};

struct sen_met_group {
	const char *by;	   /* all year need premium class kind adult */
	const char *group; /* its code; "" where it is not known */
	const char *label;
	int64_t n[SEN_MET_COUNTS];
	bool hidden[SEN_MET_COUNTS];
};
/* A child whose parents were not met in a term, and whom to ring: the first contact
 * who may be written to and has a number. */
struct sen_to_ring {
	int64_t pupil_id;
	const char *pupil, *year, *class_name;
	int64_t held, wanted;
	sen_date last_on; /* the last meeting, of any year; or unknown */
	int64_t contact_id;
	const char *contact, *relation, *phone, *language;
	const char *note; /* why there is nobody to ring; an interpreter */
};
struct sen_meetings {
	sen_date from, until; /* [from, until) */
	bool public;	      /* small numbers are hidden, and nobody is named */
	bool hid;	      /* one is */
	int64_t least;
	struct sen_met_group *groups;
	size_t group_count, group_cap;
	struct sen_to_ring *ring;
	size_t ring_count, ring_cap;
};
/* Counts; from, until and public are set by the caller. */
int sen_meetings(struct sen_store *store, struct sen_meetings *meetings, struct sen_err *err) SEN_MUST_CHECK;
/* came + views of those known, in hundredths rounded; SEN_NO_INT where there are
 * none, or a number of it is hidden. */
int64_t sen_met_share(const struct sen_met_group *group, enum sen_met_count known, enum sen_met_count came,
		      enum sen_met_count views);

/* Columns; its parts by_year ... by_adult, and ring. */
extern const struct sen_query sen_report_meetings;

#endif
