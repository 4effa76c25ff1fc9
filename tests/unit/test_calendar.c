/* School days, terms and half terms, bank holidays, the usual year. */
#include "unit/suites.h"

#include <sen/calendar.h>
#include <string.h>

static struct sen_arena *arena;

static void setup(void)
{
	arena = sen_arena_new();
}

static void teardown(void)
{
	sen_arena_free(arena);
}

static sen_date day(const char *text)
{
	sen_date date = sen_date_iso(text);

	ck_assert_msg(date != SEN_NO_DATE, "'%s' in a test is no date", text);
	return date;
}

static void same_date(sen_date got, const char *want, const char *of)
{
	char text[11];

	ck_assert_msg(strcmp(sen_date_text(got, text), want) == 0, "%s: got '%s', want '%s'", of, text, want);
}

static void same_period(struct sen_period got, const char *from, const char *until, const char *name)
{
	char a[11], b[11];

	sen_date_text(got.from, a);
	sen_date_text(got.until, b);
	ck_assert_msg(strcmp(a, from) == 0 && strcmp(b, until) == 0 && strcmp(got.name, name) == 0,
		      "got %s..%s %s, want %s..%s %s", a, b, got.name, from, until, name);
}

/* ---- Bank holidays ---- */

/* gov.uk, England and Wales; domain.md 7.3 for 2026 to 2028. */
static const char *const holidays[] = {
	"2020-01-01",
	"2020-04-10",
	"2020-04-13",
	"2020-05-08",
	"2020-05-25",
	"2020-08-31",
	"2020-12-25",
	"2020-12-28",
	"2021-01-01",
	"2021-04-02",
	"2021-04-05",
	"2021-05-03",
	"2021-05-31",
	"2021-08-30",
	"2021-12-27",
	"2021-12-28",
	"2022-01-03",
	"2022-04-15",
	"2022-04-18",
	"2022-05-02",
	"2022-06-02",
	"2022-06-03",
	"2022-08-29",
	"2022-09-19",
	"2022-12-26",
	"2022-12-27",
	"2023-01-02",
	"2023-04-07",
	"2023-04-10",
	"2023-05-01",
	"2023-05-08",
	"2023-05-29",
	"2023-08-28",
	"2023-12-25",
	"2023-12-26",
	"2024-01-01",
	"2024-03-29",
	"2024-04-01",
	"2024-05-06",
	"2024-05-27",
	"2024-08-26",
	"2024-12-25",
	"2024-12-26",
	"2025-01-01",
	"2025-04-18",
	"2025-04-21",
	"2025-05-05",
	"2025-05-26",
	"2025-08-25",
	"2025-12-25",
	"2025-12-26",
	"2026-01-01",
	"2026-04-03",
	"2026-04-06",
	"2026-05-04",
	"2026-05-25",
	"2026-08-31",
	"2026-12-25",
	"2026-12-28",
	"2027-01-01",
	"2027-03-26",
	"2027-03-29",
	"2027-05-03",
	"2027-05-31",
	"2027-08-30",
	"2027-12-27",
	"2027-12-28",
	"2028-01-03",
	"2028-04-14",
	"2028-04-17",
	"2028-05-01",
	"2028-05-29",
	"2028-08-28",
	"2028-12-25",
	"2028-12-26",
	"2029-01-01",
	"2029-03-30",
	"2029-04-02",
	"2029-05-07",
	"2029-05-28",
	"2029-08-27",
	"2029-12-25",
	"2029-12-26",
	"2030-01-01",
	"2030-04-19",
	"2030-04-22",
	"2030-05-06",
	"2030-05-27",
	"2030-08-26",
	"2030-12-25",
	"2030-12-26",
	/* by rule: 2031 to 2034 hold each way Christmas and New Year can fall */
	"2031-01-01",
	"2031-04-11",
	"2031-04-14",
	"2031-05-05",
	"2031-05-26",
	"2031-08-25",
	"2031-12-25",
	"2031-12-26",
	"2032-01-01",
	"2032-03-26",
	"2032-03-29",
	"2032-05-03",
	"2032-05-31",
	"2032-08-30",
	"2032-12-27",
	"2032-12-28",
	"2033-01-03",
	"2033-04-15",
	"2033-04-18",
	"2033-05-02",
	"2033-05-30",
	"2033-08-29",
	"2033-12-26",
	"2033-12-27",
	"2034-01-02",
	"2034-04-07",
	"2034-04-10",
	"2034-05-01",
	"2034-05-29",
	"2034-08-28",
	"2034-12-25",
	"2034-12-26",
};

START_TEST(bank_holidays)
{
	size_t next = 0;

	for (sen_date date = day("2020-01-01"); date < day("2035-01-01"); date++) {
		bool want = next < SEN_COUNT(holidays) && day(holidays[next]) == date;
		char text[11];

		ck_assert_msg(sen_bank_holiday(date) == want, "%s", sen_date_text(date, text));
		next += want;
	}
	ck_assert_uint_eq(next, SEN_COUNT(holidays));
	ck_assert(!sen_bank_holiday(SEN_NO_DATE));
	ck_assert(!sen_bank_holiday(INT32_MAX));
}
END_TEST

/* Every year without proclaimed days has eight, all on weekdays. */
START_TEST(eight_a_year)
{
	for (int year = 2031; year < 2500; year++) {
		int count = 0;

		for (sen_date date = sen_date_make(year, 1, 1); date <= sen_date_make(year, 12, 31); date++) {
			if (!sen_bank_holiday(date))
				continue;
			count++;
			ck_assert_int_le(sen_date_weekday(date), 5);
		}
		ck_assert_msg(count == 8, "%d has %d", year, count);
	}
}
END_TEST

/* ---- The usual year ---- */

static const struct year {
	int year;
	const char *dates[12]; /* from and until of each span */
} years[] = {
	{2025,
	 {"2025-09-02", "2025-12-20", "2025-10-27", "2025-11-03", "2026-01-05", "2026-03-28", "2026-02-16",
	  "2026-02-23", "2026-04-13", "2026-07-25", "2026-05-25", "2026-06-01"}},
	{2026, /* Easter in March: the break begins on Good Friday */
	 {"2026-09-02", "2026-12-19", "2026-10-26", "2026-11-02", "2027-01-04", "2027-03-26", "2027-02-15",
	  "2027-02-22", "2027-04-12", "2027-07-24", "2027-05-31", "2027-06-07"}},
	{2027, /* 3 January 2028 is a bank holiday */
	 {"2027-09-02", "2027-12-18", "2027-10-25", "2027-11-01", "2028-01-04", "2028-04-08", "2028-02-14",
	  "2028-02-21", "2028-04-24", "2028-07-22", "2028-05-29", "2028-06-05"}},
	{2028, /* 2 September 2028 is a Saturday; Easter is 1 April */
	 {"2028-09-04", "2028-12-16", "2028-10-30", "2028-11-06", "2029-01-03", "2029-03-24", "2029-02-12",
	  "2029-02-19", "2029-04-09", "2029-07-21", "2029-05-28", "2029-06-04"}},
	{2029, /* 2 September 2029 is a Sunday */
	 {"2029-09-03", "2029-12-15", "2029-10-29", "2029-11-05", "2030-01-03", "2030-04-13", "2030-02-18",
	  "2030-02-25", "2030-04-29", "2030-07-20", "2030-05-27", "2030-06-03"}},
	{2037, /* the latest Easter: the Monday after its break is a bank holiday */
	 {"2037-09-02", "2037-12-19", "2037-10-26", "2037-11-02", "2038-01-04", "2038-04-17", "2038-02-15",
	  "2038-02-22", "2038-05-04", "2038-07-24", "2038-05-31", "2038-06-07"}},
};

START_TEST(usual_years)
{
	static const char *const names[] = {"Autumn term",	"Autumn half term", "Spring term",
					    "Spring half term", "Summer term",	    "Summer half term"};

	for (size_t i = 0; i < SEN_COUNT(years); i++) {
		struct sen_span *spans;

		ck_assert_uint_eq(sen_usual_year(arena, years[i].year, &spans), 6);
		for (size_t j = 0; j < 6; j++) {
			same_date(spans[j].from, years[i].dates[2 * j], names[j]);
			same_date(spans[j].until, years[i].dates[2 * j + 1], names[j]);
			ck_assert_str_eq(spans[j].name, names[j]);
			ck_assert(spans[j].assumed);
			ck_assert_int_eq(spans[j].kind, j % 2 ? SEN_SPAN_HALF_TERM_BREAK : SEN_SPAN_TERM);
		}
	}
}
END_TEST

/* Whatever the year: in order, breaks within their terms, about 190 days. */
START_TEST(usual_years_hold_together)
{
	struct sen_calendar none = {0};

	for (int year = 2015; year < 2300; year++) {
		struct sen_span *spans;
		int days = 0;

		sen_usual_year(arena, year, &spans);
		for (size_t j = 0; j < 6; j += 2) {
			const struct sen_span *term = &spans[j], *gap = &spans[j + 1];

			ck_assert(term->from < gap->from && gap->from < gap->until &&
				  gap->until < term->until);
			ck_assert(j == 0 || spans[j - 2].until < term->from);
			ck_assert_int_eq(gap->until - gap->from, 7);
			ck_assert_int_eq(sen_date_weekday(gap->from), 1);
			ck_assert(sen_school_day(&none, term->from));
			ck_assert(sen_school_day(&none, term->until - 1));
			ck_assert(!sen_school_day(&none, term->until));
		}
		for (sen_date d = spans[0].from; d < spans[4].until; d++)
			days += sen_school_day(&none, d);
		ck_assert_msg(days >= 185 && days <= 200, "%d has %d days", year, days);
	}
}
END_TEST

START_TEST(ends_of_the_calendar)
{
	struct sen_calendar none = {0};
	struct sen_span *spans;

	sen_usual_year(arena, 9999, &spans);
	ck_assert_int_eq(spans[0].from, SEN_NO_DATE);
	sen_usual_year(arena, 1582, &spans);
	ck_assert_int_eq(spans[0].from, SEN_NO_DATE);
	sen_usual_year(arena, 9998, &spans);
	same_date(spans[4].until, "9999-07-24", "the last summer");
	sen_usual_year(arena, 1583, &spans);
	same_date(spans[0].from, "1583-09-02", "the first autumn");
	ck_assert_int_eq(sen_term_of(&none, day("9999-12-31")).from, SEN_NO_DATE);
	ck_assert_int_eq(sen_half_term_of(&none, day("9999-12-31")).from, SEN_NO_DATE);
	ck_assert_int_eq(sen_school_days_after(&none, day("9999-12-31"), 1), SEN_NO_DATE);
	ck_assert_int_eq(sen_school_days_after(&none, SEN_NO_DATE, 1), SEN_NO_DATE);
	ck_assert_int_eq(sen_school_day_before(&none, SEN_NO_DATE), SEN_NO_DATE);
	ck_assert(!sen_school_day(&none, SEN_NO_DATE));
}
END_TEST

/* ---- A school's own dates ---- */

static struct sen_calendar own(void)
{
	static struct sen_span spans[8];
	static const struct {
		enum sen_span_kind kind;
		const char *from, *until, *name;
	} rows[] = {
		{SEN_SPAN_TERM, "2026-09-03", "2026-12-18", "Autumn 2026"},
		{SEN_SPAN_INSET, "2026-09-03", "2026-09-05", "INSET"},
		{SEN_SPAN_HALF_TERM_BREAK, "2026-10-19", "2026-10-31", "October break"}, /* two weeks */
		{SEN_SPAN_CLOSED, "2026-11-25", "2026-11-26", "boiler"},
		{SEN_SPAN_TERM, "2027-01-05", "2027-03-25", "Spring 2027"},
		{SEN_SPAN_CLOSED, "2027-01-05", "2027-01-07", "snow"},
		{SEN_SPAN_HALF_TERM_BREAK, "2027-02-15", "2027-02-20", "February break"},
	};

	for (size_t i = 0; i < SEN_COUNT(rows); i++)
		spans[i] = (struct sen_span){rows[i].kind, day(rows[i].from), day(rows[i].until),
					     rows[i].name, false};
	return (struct sen_calendar){spans, SEN_COUNT(rows)};
}

START_TEST(school_days)
{
	static const struct {
		const char *date;
		bool is;
	} cases[] =
		{
			{"2026-09-02", false}, /* the usual first day, before the school's own */
			{"2026-09-03", false}, {"2026-09-04", false},
			{"2026-09-07", true},  {"2026-10-16", true},
			{"2026-10-17", false}, {"2026-10-19", false},
			{"2026-10-30", false}, {"2026-11-01", false},
			{"2026-11-02", true},  {"2026-11-24", true},
			{"2026-11-25", false}, {"2026-11-26", true},
			{"2026-11-28", false}, {"2026-12-17", true},
			{"2026-12-18", false}, /* the usual last day, after the school's own */
			{"2026-12-25", false}, {"2027-01-04", false},
			{"2027-01-06", false}, {"2027-01-07", true},
			{"2027-02-15", false}, {"2027-02-19", false},
			{"2027-02-22", true},  {"2027-03-24", true},
			{"2027-03-25", false}, {"2027-03-26", false},
			{"2027-04-12", true}, /* from here on the usual summer */
			{"2027-04-09", false}, {"2027-05-03", false},
			{"2027-05-28", true},  {"2027-06-01", false},
			{"2027-06-07", true},  {"2027-07-23", true},
			{"2027-07-26", false}, {"2027-09-02", true},
			{"2026-07-21", true}, /* and before it */
		};
	struct sen_calendar calendar = own();

	for (size_t i = 0; i < SEN_COUNT(cases); i++)
		ck_assert_msg(sen_school_day(&calendar, day(cases[i].date)) == cases[i].is, "%s",
			      cases[i].date);
}
END_TEST

START_TEST(counting)
{
	static const struct {
		const char *from;
		int n;
		const char *to;
	} cases[] = {
		{"2026-11-23", 1, "2026-11-24"},  {"2026-11-24", 1, "2026-11-26"}, /* past the closed day */
		{"2026-11-25", 1, "2026-11-26"},  {"2026-11-27", 1, "2026-11-30"},
		{"2026-11-20", 5, "2026-11-30"}, /* a week with a day closed */
		{"2026-10-16", 1, "2026-11-02"},  {"2026-12-17", 1, "2027-01-07"},
		{"2026-12-16", 2, "2027-01-07"},  {"2026-11-26", 15, "2026-12-17"},
		{"2026-11-27", 15, "2027-01-07"}, /* PIR reg 9: fifteen school days */
		{"2027-03-24", 1, "2027-04-12"},  {"2027-04-30", 1, "2027-05-04"},
		{"2027-07-23", 1, "2027-09-02"},
	};
	struct sen_calendar calendar = own();

	for (size_t i = 0; i < SEN_COUNT(cases); i++)
		same_date(sen_school_days_after(&calendar, day(cases[i].from), cases[i].n), cases[i].to,
			  cases[i].from);
	same_date(sen_school_day_before(&calendar, day("2026-11-25")), "2026-11-24", "closed");
	same_date(sen_school_day_before(&calendar, day("2026-11-24")), "2026-11-24", "itself");
	same_date(sen_school_day_before(&calendar, day("2026-11-29")), "2026-11-27", "Sunday");
	same_date(sen_school_day_before(&calendar, day("2027-01-06")), "2026-12-17", "Christmas");
	same_date(sen_school_day_before(&calendar, day("2026-08-31")), "2026-07-24", "August");
}
END_TEST

START_TEST(closed_for_good)
{
	struct sen_span spans[] = {{SEN_SPAN_CLOSED, day("2000-01-01"), day("2100-01-01"), "closed", false}};
	struct sen_calendar calendar = {spans, 1};

	ck_assert_int_eq(sen_school_days_after(&calendar, day("2026-11-22"), 3), SEN_NO_DATE);
	ck_assert_int_eq(sen_school_day_before(&calendar, day("2026-11-22")), SEN_NO_DATE);
	spans[0].until = day("2036-01-01"); /* within what is looked through */
	same_date(sen_school_days_after(&calendar, day("2026-11-22"), 1), "2036-01-03", "reopened");
}
END_TEST

START_TEST(terms)
{
	struct sen_calendar calendar = own();
	struct sen_period term = sen_term_of(&calendar, day("2026-11-22"));

	same_period(term, "2026-09-03", "2026-12-18", "Autumn 2026");
	same_period(sen_term_of(&calendar, day("2026-09-03")), "2026-09-03", "2026-12-18", "Autumn 2026");
	same_period(sen_term_of(&calendar, day("2026-12-17")), "2026-09-03", "2026-12-18", "Autumn 2026");
	same_period(sen_term_of(&calendar, day("2026-12-18")), "2027-01-05", "2027-03-25", "Spring 2027");
	same_period(sen_term_of(&calendar, day("2026-08-20")), "2026-09-03", "2026-12-18", "Autumn 2026");
	same_period(sen_term_of(&calendar, day("2026-07-01")), "2026-04-13", "2026-07-25", "Summer term");
	term = sen_term_after(&calendar, term);
	same_period(term, "2027-01-05", "2027-03-25", "Spring 2027");
	term = sen_term_after(&calendar, term);
	same_period(term, "2027-04-12", "2027-07-24", "Summer term");
	term = sen_term_after(&calendar, term);
	same_period(term, "2027-09-02", "2027-12-18", "Autumn term");
}
END_TEST

START_TEST(half_terms)
{
	struct sen_calendar calendar = own();
	struct sen_period half = sen_half_term_of(&calendar, day("2026-09-10"));

	same_period(half, "2026-09-03", "2026-10-19", "Autumn 2026");
	same_period(sen_half_term_of(&calendar, day("2026-10-18")), "2026-09-03", "2026-10-19",
		    "Autumn 2026");
	same_period(sen_half_term_of(&calendar, day("2026-10-19")), "2026-10-31", "2026-12-18",
		    "Autumn 2026");
	same_period(sen_half_term_of(&calendar, day("2026-10-30")), "2026-10-31", "2026-12-18",
		    "Autumn 2026");
	same_period(sen_half_term_of(&calendar, day("2026-11-22")), "2026-10-31", "2026-12-18",
		    "Autumn 2026");
	same_period(sen_half_term_of(&calendar, day("2026-12-25")), "2027-01-05", "2027-02-15",
		    "Spring 2027");
	half = sen_half_term_after(&calendar, half);
	same_period(half, "2026-10-31", "2026-12-18", "Autumn 2026");
	half = sen_half_term_after(&calendar, half);
	same_period(half, "2027-01-05", "2027-02-15", "Spring 2027");
	half = sen_half_term_after(&calendar, half);
	same_period(half, "2027-02-20", "2027-03-25", "Spring 2027");
	half = sen_half_term_after(&calendar, half);
	same_period(half, "2027-04-12", "2027-05-31", "Summer term");
	half = sen_half_term_after(&calendar, half);
	same_period(half, "2027-06-07", "2027-07-24", "Summer term");
	half = sen_half_term_after(&calendar, half);
	same_period(half, "2027-09-02", "2027-10-25", "Autumn term");
}
END_TEST

/* A school that has entered nothing has the usual year. */
START_TEST(nothing_entered)
{
	struct sen_calendar none = {0};

	same_period(sen_term_of(&none, day("2026-11-22")), "2026-09-02", "2026-12-19", "Autumn term");
	same_period(sen_term_of(&none, day("2026-12-19")), "2027-01-04", "2027-03-26", "Spring term");
	same_period(sen_half_term_of(&none, day("2026-10-25")), "2026-09-02", "2026-10-26", "Autumn term");
	same_period(sen_half_term_of(&none, day("2026-10-26")), "2026-11-02", "2026-12-19", "Autumn term");
	same_date(sen_school_days_after(&none, day("2026-12-17"), 2), "2027-01-04", "over Christmas");
}
END_TEST

/* Only a term that shares a day with a usual one takes its place. */
START_TEST(terms_that_touch)
{
	struct sen_span spans[] = {{SEN_SPAN_TERM, day("2026-12-19"), day("2027-01-04"), "Winter", false}};
	struct sen_calendar calendar = {spans, 1};

	same_period(sen_term_of(&calendar, day("2026-12-18")), "2026-09-02", "2026-12-19", "Autumn term");
	same_period(sen_term_of(&calendar, day("2026-12-19")), "2026-12-19", "2027-01-04", "Winter");
	same_period(sen_term_of(&calendar, day("2027-01-04")), "2027-01-04", "2027-03-26", "Spring term");
	spans[0].from--;
	ck_assert(sen_school_day(&calendar, day("2026-12-18")));
	ck_assert(!sen_school_day(&calendar, day("2026-12-17")));
	spans[0].until++;
	ck_assert(!sen_school_day(&calendar, day("2027-01-05")));
}
END_TEST

/* A term without a break is one half; a break at its end leaves none behind it. */
START_TEST(odd_terms)
{
	struct sen_span spans[] = {
		{SEN_SPAN_TERM, day("2026-09-03"), day("2026-12-18"), "Autumn", false},
		{SEN_SPAN_TERM, day("2027-01-05"), day("2027-03-25"), "Spring", false},
		{SEN_SPAN_HALF_TERM_BREAK, day("2027-03-20"), day("2027-03-25"), "late", false},
		{SEN_SPAN_TERM, day("2027-04-12"), day("2027-07-24"), "Summer", false},
		{SEN_SPAN_HALF_TERM_BREAK, day("2027-04-26"), day("2027-05-03"), "first", false},
		{SEN_SPAN_HALF_TERM_BREAK, day("2027-05-31"), day("2027-06-07"), "second", false},
	};
	struct sen_calendar calendar = {spans, SEN_COUNT(spans)};

	same_period(sen_half_term_of(&calendar, day("2026-10-27")), "2026-09-03", "2026-12-18", "Autumn");
	same_period(sen_half_term_of(&calendar, day("2027-03-22")), "2027-04-12", "2027-04-26", "Summer");
	same_period(sen_half_term_of(&calendar, day("2027-04-26")), "2027-05-03", "2027-05-31", "Summer");
	same_period(sen_half_term_of(&calendar, day("2027-06-01")), "2027-06-07", "2027-07-24", "Summer");
	/* Where only the autumn is known, January is as usual. */
	calendar.count = 1;
	same_period(sen_term_of(&calendar, day("2026-12-20")), "2027-01-04", "2027-03-26", "Spring term");
	ck_assert(sen_school_day(&calendar, day("2026-10-27")));
	ck_assert(!sen_school_day(&calendar, day("2026-12-18")));
}
END_TEST

/* A day that was proclaimed, in the school's own dates, beside those that ship. */
START_TEST(proclaimed)
{
	struct sen_span spans[] = {
		{SEN_SPAN_BANK_HOLIDAY, day("2027-06-14"), day("2027-06-15"), "own", false}};
	struct sen_calendar calendar = {spans, SEN_COUNT(spans)};

	ck_assert(sen_bank_holiday_in(&calendar, day("2027-06-14")));
	ck_assert(!sen_bank_holiday_in(&calendar, day("2027-06-11")));
	ck_assert(!sen_bank_holiday_in(&calendar, day("2027-06-15")));
	ck_assert(!sen_bank_holiday_in(NULL, day("2027-06-14")));
	ck_assert(sen_bank_holiday_in(&calendar, day("2026-12-25")));
	ck_assert(sen_bank_holiday_in(NULL, day("2026-12-25")));
}
END_TEST

Suite *suite_calendar(void)
{
	Suite *suite = suite_create("calendar");
	TCase *tests = tcase_create("calendar");

	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_set_timeout(tests, 30);
	tcase_add_test(tests, bank_holidays);
	tcase_add_test(tests, eight_a_year);
	tcase_add_test(tests, usual_years);
	tcase_add_test(tests, usual_years_hold_together);
	tcase_add_test(tests, ends_of_the_calendar);
	tcase_add_test(tests, school_days);
	tcase_add_test(tests, counting);
	tcase_add_test(tests, closed_for_good);
	tcase_add_test(tests, terms);
	tcase_add_test(tests, half_terms);
	tcase_add_test(tests, nothing_entered);
	tcase_add_test(tests, terms_that_touch);
	tcase_add_test(tests, odd_terms);
	tcase_add_test(tests, proclaimed);
	suite_add_tcase(suite, tests);
	return suite;
}
