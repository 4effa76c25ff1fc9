/* The sessions a provision plans: which days of the week, which of them are
 * school days, and where they end (R38).  Pure: a provision, a calendar. */
#include <sen/calendar.h>
#include <sen/provision.h>

#define FARTHEST 4000 /* days without a session: a school closed for good must end the search */
#define LONGEST 5500  /* days, fifteen years: no provision outlives a school career */

/* The first day that can have none any more. */
static sen_date stop(const struct sen_provision *provision, const struct sen_calendar *calendar,
		     sen_date last)
{
	sen_date end = provision->from_on + LONGEST;

	if (provision->until_on != SEN_NO_DATE && provision->until_on < end)
		end = provision->until_on;
	else if (provision->until_on == SEN_NO_DATE && provision->weeks == SEN_NO_INT) {
		struct sen_period term = sen_term_of(calendar, provision->from_on);

		if (term.from != SEN_NO_DATE && term.until < end)
			end = term.until;
	}
	return last != SEN_NO_DATE && last + 1 < end ? last + 1 : end;
}

void sen_sessions_planned(struct sen_arena *arena, const struct sen_provision *provision,
			  const struct sen_calendar *calendar, sen_date last, sen_date **days, size_t *count)
{
	int on[5];
	int64_t a_week = sen_provision_week(provision, on), left;
	size_t cap = 0;
	sen_date end, quiet = 0;

	*days = NULL;
	*count = 0;
	if (provision->from_on == SEN_NO_DATE || a_week == 0)
		return;
	left = provision->weeks == SEN_NO_INT ? INT64_MAX : provision->weeks * a_week;
	end = stop(provision, calendar, last);
	for (sen_date day = provision->from_on; day < end && left > 0 && quiet < FARTHEST; day++, quiet++) {
		int weekday = sen_date_weekday(day);
		int n = weekday > 5 ? 0 : on[weekday - 1];

		if (n == 0 || !sen_school_day(calendar, day))
			continue;
		for (quiet = 0; n > 0 && left > 0; n--, left--)
			*SEN_PUSH(arena, *days, *count, cap) = day;
	}
}

sen_date sen_sessions_end(struct sen_arena *arena, const struct sen_provision *provision,
			  const struct sen_calendar *calendar)
{
	struct sen_provision whole = *provision;
	sen_date *days;
	size_t count;

	whole.until_on = SEN_NO_DATE;
	sen_sessions_planned(arena, &whole, calendar, SEN_NO_DATE, &days, &count);
	return count ? days[count - 1] + 1 : SEN_NO_DATE;
}
