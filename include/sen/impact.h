/* Did it work?  Of each intervention: what was measured before and after, how it was
 * judged, and what it took (R41).
 *
 * A gain is exit less entry, when both can be compared: both numbers ("85", "12.5",
 * "40%"), both of one whole ("3 of 20", "3/20"), or both years and months ("7:02": in
 * months).  Anything else counts as not comparable; of one intervention the unit that
 * most children have is told, the others count as not comparable too.  The median of an
 * even number is the mean of the two in the middle; the quartiles are the medians of the
 * halves below and above it.  Under `few` different children measured, nothing is said of the gain:
 * chance would speak.  Nor are interventions ranked: they come by name. */
#ifndef SEN_IMPACT_H
#define SEN_IMPACT_H

#include <sen/costed.h>

enum sen_gain_unit { SEN_GAIN_NONE, SEN_GAIN_POINTS, SEN_GAIN_MONTHS, SEN_GAIN_OF };

/* A child's time in one provision. */
struct sen_impact_child {
	int64_t pupil_id, provision_id;
	const char *name, *class_name, *provision;
	sen_date from_on, until_on;
	const char *entry, *exit;
	enum sen_gain_unit unit; /* NONE: not comparable, or not measured twice */
	int64_t gain;		 /* hundredths; SEN_NO_INT */
	int64_t result;		 /* hundredths of the policy's scale, the last; SEN_NO_INT */
	const char *result_word;
	int64_t sessions, minutes, pence, unpriced; /* delivered: there; paid for */
};

struct sen_impact_spread { /* hundredths; SEN_NO_INT when there are too few */
	size_t n;
	int64_t median, low, high, least, most;
};

struct sen_impact {
	const char *name;
	struct sen_impact_child *children;
	size_t child_count; /* times a child had it */
	size_t pupils;	    /* different children */
	size_t not_comparable, not_measured;
	enum sen_gain_unit unit;
	struct sen_impact_spread gain, result;
	int64_t minutes_a_child, pence_a_child; /* delivered; SEN_NO_INT: unknown */
	bool unpriced;				/* part of the cost is not known */
};
struct sen_impacts {
	struct sen_impact *items;
	size_t count, few;
	sen_date from, until;
};

/* [from, until), either may be unknown: from the school's first provision, to today. */
int sen_impact(struct sen_store *store, const char *intervention, sen_date from, sen_date until,
	       struct sen_impacts **out, struct sen_err *err) SEN_MUST_CHECK;

/* Pure: the gain of two measures in hundredths; NONE when they cannot be compared. */
enum sen_gain_unit sen_gain(const char *entry, const char *exit, int64_t *gain);
/* Sorts them; nothing but n when there are less than `few`. */
struct sen_impact_spread sen_spread(int64_t *values, size_t count, size_t few);
/* "12.5", "-3" */
const char *sen_hundredths(struct sen_arena *arena, int64_t number);

extern const struct sen_query sen_report_impact;
struct sen_table *sen_impact_table(struct sen_arena *arena, const struct sen_impacts *impacts, bool page);

#endif
