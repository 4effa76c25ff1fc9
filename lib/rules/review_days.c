/* Which days reviews are planned for: by hand, one in each term, or as the policy's
 * cadence wants them (R50). */
#include "rules/review_days.h"

#include <string.h>

/* So long before a term ends that letters, reports and a second try still fit. */
enum { BEFORE_END = 5 };

sen_date review_day(const struct sen_calendar *calendar, struct sen_period period, sen_date first,
		    int64_t back)
{
	sen_date day = sen_school_day_before(calendar, period.until - 1);
	sen_date start = first < period.from ? period.from : first;

	for (int64_t i = 0; i < back + BEFORE_END && day != SEN_NO_DATE && day > start; i++)
		day = sen_school_day_before(calendar, day - 1);
	/* Late in the term: what is left of it. */
	while (start < period.until && !sen_school_day(calendar, start))
		start++;
	return day == SEN_NO_DATE || day < start ? start : day;
}

size_t review_periods(struct sen_arena *arena, const struct sen_calendar *calendar, enum sen_limit_kind kind,
		      sen_date today, struct sen_period **out)
{
	bool half = kind == SEN_LIMIT_HALF_TERM;
	struct sen_period period = half ? sen_half_term_of(calendar, today) : sen_term_of(calendar, today);
	int year = sen_academic_year(period.from == SEN_NO_DATE ? today : period.from);
	size_t count = 0, cap = 0;

	*out = NULL;
	while (period.from != SEN_NO_DATE && sen_academic_year(period.from) == year) {
		/* Over but for its last day, or in the holidays before it: the next. */
		if (sen_school_day_before(calendar, period.until - 1) > today)
			*SEN_PUSH(arena, *out, count, cap) = period;
		period = half ? sen_half_term_after(calendar, period) : sen_term_after(calendar, period);
	}
	return count;
}
