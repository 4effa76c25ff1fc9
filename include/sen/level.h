/* A child's move on the school's ladder: up, down, on, off (R4, R5). */
#ifndef SEN_LEVEL_H
#define SEN_LEVEL_H

#include <sen/policy.h>
#include <sen/pupil.h>

enum sen_moved {
	SEN_MOVED,	/* a new entry */
	SEN_MOVED_TOLD, /* the same level: the day the parents were told was added */
	SEN_MOVED_OFF,	/* off the ladder */
	SEN_MOVED_NOT	/* it stood there already */
};
struct sen_move {
	int64_t pupil_id;
	const char *level; /* code or name of a level, or "off" */
	const char *reason, *by, *told_by;
	sen_date on, told;	 /* on: unknown: today (or as the entry it corrects) */
	const char *on_register; /* "yes" or "no" for a level that may be; else NULL */
	int64_t corrects;	 /* a mistaken entry this one replaces, or SEN_NO_INT */
	/* Filled in: what was there, what is there now, what may be missing. */
	enum sen_moved moved;
	struct sen_register_entry before, after; /* head.id 0: none */
	const struct sen_level *to;		 /* NULL: off */
	const struct sen_policy *policy;	 /* in force on the day */
	const char **advice;			 /* what the policy wants beside, with the command */
	size_t advice_count, advice_cap;
};

/* Makes the move under the policy in force on the day.  SEN_INVALID for a level
 * it lacks, and where something the level needs is missing (--anyway goes on);
 * SEN_USAGE when the register must be chosen. */
int sen_level_move(struct sen_store *store, struct sen_move *move, struct sen_err *err) SEN_MUST_CHECK;
/* The level children are monitored at under the policy in force on the day; NULL
 * when it has none. */
int sen_level_monitored(struct sen_store *store, int64_t pupil_id, sen_date on, const struct sen_level **out,
			struct sen_err *err) SEN_MUST_CHECK;

#endif
