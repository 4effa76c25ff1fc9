/* The register review of a term and what moved on the register (R54, R55, R80). */
#ifndef SEN_MOVEMENT_H
#define SEN_MOVEMENT_H

#include <sen/meeting.h>

/* What is counted of a group of children.  In every group
 *   start + joined + returned + policy + in - exited - left - out = end,
 * where start and end are what `report register --as-at` says of the two days. */
enum sen_movement_count {
	SEN_MV_START,	 /* on the register at the end of the day before the period */
	SEN_MV_JOINED,	 /* for the first time */
	SEN_MV_RETURNED, /* had been on it before */
	SEN_MV_UP,	 /* to a level further up the policy's ladder */
	SEN_MV_DOWN,
	SEN_MV_NEED,   /* children whose needs changed while on it */
	SEN_MV_EXITED, /* taken off it */
	SEN_MV_LEFT,   /* left the school */
	SEN_MV_POLICY, /* on it (or, negative, off it) because another policy came into force */
	SEN_MV_IN,     /* from another group: another level, a new class year ... */
	SEN_MV_OUT,
	SEN_MV_END, /* at the end of the period's last day */
	SEN_MV_COUNTS
};

struct sen_movement_group {
	const char *by;	   /* all level need year sex eal premium */
	const char *group; /* its code; "" where it is not known */
	const char *label;
	int rank; /* its place among those of `by` */
	int64_t n[SEN_MV_COUNTS];
};

/* Weeks are whole: days / 7, rounded. */
struct sen_movement_stay {
	const char *level, *name;
	int rank;
	int64_t open, open_median, open_longest; /* weeks; SEN_NO_INT: since when is not known */
	int64_t closed, closed_median, closed_longest;
	int64_t *open_days, *closed_days; /* of those known */
	size_t open_known, open_cap, closed_known, closed_cap;
};

/* One move of one child. */
struct sen_movement_line {
	sen_date on;
	const char *what; /* joined returned up down needs exited left policy */
	int64_t pupil_id;
	const char *upn, *pupil, *year, *class_name;
	const char *from, *to; /* levels or needs in words, or NULL */
	const char *why;
};

/* A spread of days. */
struct sen_movement_spread {
	const char *measure, *of;
	int64_t *days;
	size_t count, cap;
	int64_t children; /* also those of whom it is not known */
	int64_t median, shortest, longest;
};
enum sen_movement_measure {
	SEN_MV_WEEKS_NEW, /* first concern to the register, of those who joined in the period */
	SEN_MV_WEEKS_ALL, /* of all on the register at the end */
	SEN_MV_AGE_NEW,	  /* age on the first day on the register */
	SEN_MV_AGE_ALL,
	SEN_MV_TIME_ALL,  /* time on the register so far */
	SEN_MV_TIME_GONE, /* of those taken off it in the period */
	SEN_MV_MEASURES
};

struct sen_movement {
	sen_date from, until; /* the period [from, until) */
	struct sen_movement_group *groups;
	size_t group_count, group_cap;
	struct sen_movement_stay *stays;
	size_t stay_count, stay_cap;
	struct sen_movement_spread spreads[SEN_MV_MEASURES];
	struct sen_movement_line *lines; /* by date, name */
	size_t line_count, line_cap;
	int64_t came_with; /* of those who joined: on it already when they came to the school */
};

/* The moves of the store's school in [from, until). */
int sen_movement(struct sen_store *store, sen_date from, sen_date until, struct sen_movement *out,
		 struct sen_err *err) SEN_MUST_CHECK;
const struct sen_movement_group *sen_movement_all(const struct sen_movement *movement);
/* The period when none is given: since the last register review that was closed
 * (the day after it), else this term; until today, today included. */
int sen_movement_period(struct sen_store *store, sen_date *from, sen_date *until, struct sen_err *err)
	SEN_MUST_CHECK;
/* The numbers in a few sentences, without names. */
const char *sen_movement_words(struct sen_arena *arena, const struct sen_movement *movement);

extern const struct sen_query sen_report_movement; /* columns; the rows come from sen_movement */

/* ---- The register review (logbook, kind register-review) ---- */
#define SEN_REGISTER_REVIEW "register-review"
/* The one that is open, and the last one closed; head.id 0: none. */
int sen_register_review_open(struct sen_store *store, struct sen_logbook *open, struct sen_logbook *closed,
			     struct sen_err *err) SEN_MUST_CHECK;

/* A child on the register and whether the review that began on `since` has
 * looked at it: `state` is confirmed, changed or blank. */
struct sen_register_child {
	int64_t pupil_id;
	const char *state; /* "confirmed" "changed" "" */
};
int sen_register_children(struct sen_store *store, sen_date since, struct sen_register_child **out,
			  size_t *count, struct sen_err *err) SEN_MUST_CHECK;
/* The list: :since the day the review began, :last that of the one before. */
extern const struct sen_query sen_register_review_list;

#endif
