/* Shared by the files of the statutory clock of a child (ehc_steps*.c). */
#ifndef EHC_STEPS_H
#define EHC_STEPS_H

#include <sen/owed.h>

struct ehc_clock {
	const struct sen_facts *facts;
	const struct sen_law *law;
	const struct sen_policy_set *policies;
	const struct sen_calendar *calendar;
	struct sen_ehc_steps *out;
	const struct sen_milestone *all; /* by day and id; none of a complaint */
	size_t count;
	const struct sen_ehc *ehc; /* the case in hand */
	const char *subject;	   /* "EH1" */
	bool over;		   /* it ended: only what was met stays */
};

/* What is looked for; SEN_NO_INT is any. */
struct ehc_seek {
	const char *event;
	sen_date since; /* on this day or after; SEN_NO_DATE: ever */
	int64_t ehc, review, appeal;
};
#define EHC_ANY .ehc = SEN_NO_INT, .review = SEN_NO_INT, .appeal = SEN_NO_INT
bool ehc_fits(const struct sen_milestone *one, const struct ehc_seek *seek);
/* The first and the last that fit; NULL: none. */
const struct sen_milestone *ehc_first(const struct ehc_clock *clock, const struct ehc_seek *seek);
const struct sen_milestone *ehc_last(const struct ehc_clock *clock, const struct ehc_seek *seek);
/* The day of the first of the case in hand, on the day or after; SEN_NO_DATE: none. */
sen_date ehc_day(const struct ehc_clock *clock, const char *event, sen_date since);
bool ehc_result_is(const struct sen_milestone *one, const char *result);
/* Are the twelve months counted anew from it: the plan made or reviewed?  From a decision to
 * cease as well: the plan stands, and is reviewed, until the time for an appeal is over
 * (CFA s.44, s.45(4)). */
bool ehc_begins_year(const struct sen_milestone *one);

struct ehc_want {
	const char *rule, *subject;
	int64_t cycle;
	struct sen_clock_event events[2];
	sen_date met;
	bool gone;		/* due no longer: only when it was met is it a step */
	bool planned;		/* counts from what is only planned */
	const char *aside;	/* what else is to be known of how the day was reached */
	int64_t review, appeal; /* that the command names; 0: none */
};
/* The step, when its day is known and it stands; else NULL.  Lives until the next. */
struct sen_ehc_step *ehc_step(const struct ehc_clock *clock, const struct ehc_want *want);
/* The earlier of two days, either of which may be SEN_NO_DATE. */
sen_date ehc_sooner(sen_date a, sen_date b);

void ehc_steps_request(const struct ehc_clock *clock);
void ehc_steps_again(const struct ehc_clock *clock); /* re-assessment, another authority */
void ehc_steps_reviews(const struct ehc_clock *clock);
void ehc_steps_under_five(const struct ehc_clock *clock);
void ehc_steps_transfer(const struct ehc_clock *clock);
void ehc_steps_notices(const struct ehc_clock *clock);
void ehc_steps_appeal(struct ehc_clock *clock, const struct sen_appeal *appeal);
/* What excuses the steps of the case from the index on. */
void ehc_steps_excuse(const struct ehc_clock *clock, size_t first);
/* When everybody whom the law lists and everybody else on the review's list had been
 * invited; when the advice had been sent round to them. */
sen_date ehc_invited_on(const struct ehc_clock *clock, const struct sen_review *review);
sen_date ehc_circulated_on(const struct ehc_clock *clock, const struct sen_review *review);

#endif
