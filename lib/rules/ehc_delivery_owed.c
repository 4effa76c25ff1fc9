/* The minutes a row of Section F asks for in a time: rounds that are over, of school
 * weeks, terms or years.  Pure. */
#include "rules/ehc_delivery.h"

#include <string.h>

static bool is_last_school_day(const struct sen_calendar *calendar, sen_date day, sen_date end)
{
	if (!sen_school_day(calendar, day))
		return false;
	for (sen_date next = day + 1; next < end; next++)
		if (sen_school_day(calendar, next))
			return false;
	return true;
}

/* Weeks of school whose last school day lies in [from, until): one that is not over
 * is not owed yet, and two spans that meet count none twice. */
static int64_t weeks_in(const struct sen_calendar *calendar, sen_date from, sen_date until)
{
	int64_t n = 0;

	for (sen_date day = from; day < until; day++)
		n += is_last_school_day(calendar, day, day - sen_date_weekday(day) + 8);
	return n;
}

static int64_t days_in(const struct sen_calendar *calendar, sen_date from, sen_date until)
{
	int64_t n = 0;

	for (sen_date day = from; day < until; day++)
		n += sen_school_day(calendar, day);
	return n;
}

/* Terms, half terms that end in [from, until). */
static int64_t periods_in(const struct sen_calendar *calendar, const char *per, sen_date from, sen_date until)
{
	bool half = strcmp(per, "half-term") == 0;
	struct sen_period period = half ? sen_half_term_of(calendar, from) : sen_term_of(calendar, from);
	int64_t n = 0;

	while (period.from != SEN_NO_DATE && period.until <= until && n < 400) {
		n += period.until > from;
		period = half ? sen_half_term_after(calendar, period) : sen_term_after(calendar, period);
	}
	return n;
}

static int64_t years_in(sen_date from, sen_date until)
{
	return sen_academic_year(until) - sen_academic_year(from);
}

/* Weeks of `limit` at most, counted from the day the row came in force, so that the
 * parts of a time add up to it; in pairs for a fortnight. */
static int64_t rounds_in(const struct sen_calendar *calendar, const struct sen_ehc_delivery *row,
			 sen_date start, int64_t size)
{
	int64_t limit = row->item->weeks == SEN_NO_INT ? INT64_MAX : row->item->weeks;
	int64_t before = weeks_in(calendar, start, row->from), all = weeks_in(calendar, start, row->until);

	before = before < limit ? before : limit;
	all = all < limit ? all : limit;
	return all / size - before / size;
}

void delivery_owe(const struct sen_calendar *calendar, struct sen_ehc_delivery *row, sen_date start)
{
	const struct sen_ehc_item *item = row->item;
	int64_t each = sen_ehc_minutes(item);

	row->weeks = weeks_in(calendar, row->from, row->until);
	row->owed = SEN_NO_INT;
	if (each == SEN_NO_INT)
		return;
	if (strcmp(item->per, "day") == 0)
		row->owed = each * days_in(calendar, row->from, row->until);
	else if (strcmp(item->per, "week") == 0)
		row->owed = each * rounds_in(calendar, row, start, 1);
	else if (strcmp(item->per, "fortnight") == 0)
		row->owed = each * rounds_in(calendar, row, start, 2);
	else if (strcmp(item->per, "year") == 0)
		row->owed = each * years_in(row->from, row->until);
	else
		row->owed = each * periods_in(calendar, item->per, row->from, row->until);
}
