/* The sessions a provision plans: which days of the week, which of them are
 * school days, and where they end (R38).  Pure: a provision, a calendar. */
#include <sen/calendar.h>
#include <sen/provision.h>

#define FARTHEST 4000 /* days without a session: a school closed for good must end the search */
#define LONGEST 5500  /* days, fifteen years: no provision outlives a school career */

/* How many sessions on each day of the week. */
struct pattern {
	int on[5];
	int64_t a_week;
};

/* So many a week, apart from each other: once Wednesday, twice Tuesday and Thursday. */
static void spread(struct pattern *out, int64_t times)
{
	static const int few[5][5] = {
		{0, 0, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 1, 0, 1, 0}, {1, 0, 1, 0, 1}, {1, 1, 0, 1, 1}};

	for (int i = 0; i < 5; i++)
		out->on[i] = (int)(times / 5) + few[times % 5][i];
}

static bool pattern_of(const struct sen_provision *provision, struct pattern *out)
{
	bool named = provision->days && sen_days_parse(provision->days, out->on);

	out->a_week = provision->times;
	if (!named) {
		if (provision->times == SEN_NO_INT || provision->times < 1 ||
		    provision->times > 5 * SEN_SESSIONS_A_DAY)
			return false;
		spread(out, provision->times);
	} else if (provision->times == SEN_NO_INT) {
		out->a_week = 0;
		for (int i = 0; i < 5; i++)
			out->a_week += out->on[i];
	}
	return true;
}

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
	struct pattern pattern;
	size_t cap = 0;
	sen_date end, quiet = 0;
	int64_t left;

	*days = NULL;
	*count = 0;
	if (provision->from_on == SEN_NO_DATE || !pattern_of(provision, &pattern))
		return;
	left = provision->weeks == SEN_NO_INT ? INT64_MAX : provision->weeks * pattern.a_week;
	end = stop(provision, calendar, last);
	for (sen_date day = provision->from_on; day < end && left > 0 && quiet < FARTHEST; day++, quiet++) {
		int weekday = sen_date_weekday(day);
		int n = weekday > 5 ? 0 : pattern.on[weekday - 1];

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
