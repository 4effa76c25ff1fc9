/* Days for reviews, chosen from term dates. */
#ifndef RULES_REVIEW_DAYS_H
#define RULES_REVIEW_DAYS_H

#include "rules/rules.h"

/* A school day of the period: a week of school before its last, and `back` school
 * days before that; not before `first`. */
sen_date review_day(const struct sen_calendar *calendar, struct sen_period period, sen_date first,
		    int64_t back);
/* The terms (half terms) of this school year that are not over. */
size_t review_periods(struct sen_arena *arena, const struct sen_calendar *calendar, enum sen_limit_kind kind,
		      sen_date today, struct sen_period **out);

#endif
