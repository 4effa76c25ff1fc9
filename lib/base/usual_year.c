/* England's bank holidays and the usual school year, until a school enters its own.
 *
 * Autumn: first weekday from 2 September to the Friday on or before 20
 * December; break in the week of the last Monday of October.  Spring: first
 * weekday from 3 January that is no bank holiday to the Easter break; break in
 * the week of the Monday nearest 15 February.  Easter break: two weeks from
 * the Monday before Easter, or from Good Friday when Easter is in March.
 * Summer: from there to the Friday on or before 24 July; break in the week of
 * the spring bank holiday. */
#include "base/usual_year.h"

/* gov.uk/bank-holidays, England and Wales: substitutes and proclaimed days
 * included (domain.md 7.3). MMDD, by date. */
static const struct {
	int year;
	short days[10];
} known[] = {
	{2020, {101, 410, 413, 508, 525, 831, 1225, 1228}},
	{2021, {101, 402, 405, 503, 531, 830, 1227, 1228}},
	{2022, {103, 415, 418, 502, 602, 603, 829, 919, 1226, 1227}},
	{2023, {102, 407, 410, 501, 508, 529, 828, 1225, 1226}},
	{2024, {101, 329, 401, 506, 527, 826, 1225, 1226}},
	{2025, {101, 418, 421, 505, 526, 825, 1225, 1226}},
	{2026, {101, 403, 406, 504, 525, 831, 1225, 1228}},
	{2027, {101, 326, 329, 503, 531, 830, 1227, 1228}},
	{2028, {103, 414, 417, 501, 529, 828, 1225, 1226}},
	{2029, {101, 330, 402, 507, 528, 827, 1225, 1226}},
	{2030, {101, 419, 422, 506, 527, 826, 1225, 1226}},
};

static sen_date monday_on_or_after(sen_date date)
{
	return date + (8 - sen_date_weekday(date)) % 7;
}

static sen_date last_monday(int year, int month) /* of a month with 31 days */
{
	return monday_on_or_after(sen_date_make(year, month, 25));
}

static sen_date friday_on_or_before(sen_date date)
{
	return date - (sen_date_weekday(date) + 2) % 7;
}

/* A day that falls on a weekend is kept on the next free weekday. */
static bool kept_at_christmas(int month, int day, int weekday)
{
	if (month == 1)
		return (day == 1 && weekday <= 5) || (day <= 3 && day > 1 && weekday == 1);
	if (month != 12)
		return false;
	switch (day) {
	case 25:
	case 26:
		return weekday <= 5;
	case 27: /* for 25 Dec on a Saturday or a Sunday */
		return weekday == 1 || weekday == 2;
	case 28: /* for 26 Dec on a Saturday or a Sunday */
		return weekday == 1 || weekday == 2;
	default:
		return false;
	}
}

static bool by_rule(sen_date date, int year, int month, int day)
{
	sen_date easter = sen_date_easter(year);

	return kept_at_christmas(month, day, sen_date_weekday(date)) || date == easter - 2 ||
	       date == easter + 1 || (month == 5 && date == monday_on_or_after(sen_date_make(year, 5, 1))) ||
	       (month == 5 && date == last_monday(year, 5)) || (month == 8 && date == last_monday(year, 8));
}

bool sen_bank_holiday(sen_date date)
{
	int year, month, day;

	sen_date_split(date, &year, &month, &day);
	for (size_t i = 0; i < SEN_COUNT(known); i++) {
		if (known[i].year != year)
			continue;
		for (size_t j = 0; j < SEN_COUNT(known[i].days); j++) {
			if (known[i].days[j] == month * 100 + day)
				return true;
		}
		return false;
	}
	return year != 0 && by_rule(date, year, month, day);
}

static sen_date first_open_day(sen_date date)
{
	while (sen_date_weekday(date) > 5 || sen_bank_holiday(date))
		date++;
	return date;
}

static struct sen_span span(enum sen_span_kind kind, sen_date from, sen_date until, const char *name)
{
	return (struct sen_span){kind, from, until, name, true};
}

static void fill_year(int academic_year, struct sen_span out[USUAL_SPANS])
{
	int next = academic_year + 1;
	sen_date easter = sen_date_easter(next);
	bool early = easter < sen_date_make(next, 4, 1);
	sen_date holiday = early ? easter - 2 : easter - 6, back = early ? easter + 15 : easter + 8;
	sen_date october = last_monday(academic_year, 10), may = last_monday(next, 5);
	sen_date february = monday_on_or_after(sen_date_make(next, 2, 12));

	out[0] = span(SEN_SPAN_TERM, first_open_day(sen_date_make(academic_year, 9, 2)),
		      friday_on_or_before(sen_date_make(academic_year, 12, 20)) + 1, "Autumn term");
	out[1] = span(SEN_SPAN_HALF_TERM_BREAK, october, october + 7, "Autumn half term");
	out[2] = span(SEN_SPAN_TERM, first_open_day(sen_date_make(next, 1, 3)), early ? holiday : holiday - 2,
		      "Spring term");
	out[3] = span(SEN_SPAN_HALF_TERM_BREAK, february, february + 7, "Spring half term");
	out[4] = span(SEN_SPAN_TERM, first_open_day(back),
		      friday_on_or_before(sen_date_make(next, 7, 24)) + 1, "Summer term");
	out[5] = span(SEN_SPAN_HALF_TERM_BREAK, may, may + 7, "Summer half term");
}

void usual_year(int academic_year, struct sen_span out[USUAL_SPANS])
{
	if (academic_year >= 1583 && academic_year < 9999) {
		fill_year(academic_year, out);
		return;
	}
	for (int i = 0; i < USUAL_SPANS; i++) /* the ends of the calendar */
		out[i] = span(SEN_SPAN_CLOSED, SEN_NO_DATE, SEN_NO_DATE, NULL);
}

size_t sen_usual_year(struct sen_arena *arena, int academic_year, struct sen_span **out)
{
	*out = SEN_NEW(arena, struct sen_span, USUAL_SPANS);
	usual_year(academic_year, *out);
	return USUAL_SPANS;
}
