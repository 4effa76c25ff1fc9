/* Date arithmetic, dates as typed, England's school year. */
#include "unit/suites.h"

#include <sen/date.h>
#include <sen/text.h>
#include <stdio.h>
#include <string.h>

static sen_date iso(const char *text)
{
	return text ? sen_date_iso(text) : SEN_NO_DATE;
}

static void same_date(sen_date got, const char *want, const char *of)
{
	char text[11];

	ck_assert_msg(strcmp(sen_date_text(got, text), want) == 0, "%s: got '%s', want '%s'", of, text, want);
}

/* Every day of the calendar in turn: the split of each follows the one before,
 * and make, text and iso give it back. */
START_TEST(every_day_follows_the_one_before)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int year = 1583, month = 1, day = 1, weekday = 6; /* 1 Jan 1583 was a Saturday */
	sen_date date = sen_date_make(1583, 1, 1);

	for (; year <= 9999; date++) {
		int y, m, d, last = lengths[month - 1];
		char text[11];

		sen_date_split(date, &y, &m, &d);
		if (y != year || m != month || d != day || sen_date_weekday(date) != weekday ||
		    sen_date_make(y, m, d) != date)
			ck_abort_msg("%04d-%02d-%02d: got %04d-%02d-%02d", year, month, day, y, m, d);
		if ((day == 1 || day >= 28) && sen_date_iso(sen_date_text(date, text)) != date)
			ck_abort_msg("%s does not read back", text);
		if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
			last = 29;
		weekday = weekday % 7 + 1;
		if (++day > last) {
			ck_assert_int_eq(sen_date_make(year, month, day), SEN_NO_DATE);
			day = 1;
			if (++month > 12) {
				month = 1;
				year++;
			}
		}
	}
	ck_assert_int_eq(sen_date_make(1970, 1, 1), 0);
	ck_assert_int_eq(date - 1, sen_date_make(9999, 12, 31));
}
END_TEST

START_TEST(no_such_day)
{
	static const int none[][3] = {
		{2026, 2, 29},	{2026, 2, 30},	{2024, 2, 30}, {1900, 2, 29},  {2100, 2, 29},
		{2026, 4, 31},	{2026, 6, 31},	{2026, 9, 31}, {2026, 11, 31}, {2026, 1, 32},
		{2026, 12, 32}, {2026, 0, 1},	{2026, 13, 1}, {2026, 1, 0},   {2026, 1, -1},
		{2026, -1, 1},	{1582, 12, 31}, {10000, 1, 1}, {0, 1, 1},      {-5, 1, 1},
	};
	static const int days[][3] = {
		{2000, 2, 29}, {2024, 2, 29}, {2028, 2, 29}, {1583, 1, 1}, {9999, 12, 31}};
	int y, m, d;

	for (size_t i = 0; i < SEN_COUNT(none); i++)
		ck_assert_int_eq(sen_date_make(none[i][0], none[i][1], none[i][2]), SEN_NO_DATE);
	for (size_t i = 0; i < SEN_COUNT(days); i++)
		ck_assert_int_ne(sen_date_make(days[i][0], days[i][1], days[i][2]), SEN_NO_DATE);
	sen_date_split(SEN_NO_DATE, &y, &m, &d);
	ck_assert(y == 0 && m == 0 && d == 0);
	sen_date_split(sen_date_make(9999, 12, 31) + 1, &y, &m, &d);
	ck_assert_int_eq(y, 0);
	sen_date_split(sen_date_make(1583, 1, 1) - 1, &y, &m, &d);
	ck_assert_int_eq(y, 0);
}
END_TEST

START_TEST(iso_is_that_form_only)
{
	static const char *const none[] = {
		"",	      "2026-2-28",  "26-02-28",	   "2026-02-28 ", " 2026-02-28",
		"2026/02/28", "2026-02-2x", "2026-02-290", "20260228",	  "2026-02-29",
		"2026-00-10", "2026-13-10", "1582-12-31",  "0000-01-01",  "abcd-ef-gh",
		"2026-02/28", "2026 02-28", "-026-02-28",  "2026-+1-28",  "2026-02-28T"};

	for (size_t i = 0; i < SEN_COUNT(none); i++)
		ck_assert_msg(sen_date_iso(none[i]) == SEN_NO_DATE, "'%s' read as a date", none[i]);
	ck_assert_int_eq(sen_date_iso(NULL), SEN_NO_DATE);
	ck_assert_int_eq(sen_date_iso("1970-01-01"), 0);
	ck_assert_int_eq(sen_date_iso("2000-03-01"), 11017);
	ck_assert_int_eq(sen_date_iso("2026-11-22"), 20779);
	ck_assert_int_eq(sen_date_iso("1969-12-31"), -1);
}
END_TEST

START_TEST(printing)
{
	char iso_text[11], text[16], table[12];
	static const struct {
		const char *iso, *text, *table;
	} cases[] = {
		{"2026-11-30", "Mon 30 Nov 2026", "30 Nov 2026"},
		{"2026-12-01", "Tue 1 Dec 2026", "1 Dec 2026"},
		{"2024-02-29", "Thu 29 Feb 2024", "29 Feb 2024"},
		{"2026-01-10", "Sat 10 Jan 2026", "10 Jan 2026"},
		{"2026-08-09", "Sun 9 Aug 2026", "9 Aug 2026"},
		{"9999-12-31", "Fri 31 Dec 9999", "31 Dec 9999"},
		{"2026-11-25", "Wed 25 Nov 2026", "25 Nov 2026"},
	};

	for (size_t i = 0; i < SEN_COUNT(cases); i++) {
		ck_assert_str_eq(sen_date_long(iso(cases[i].iso), text), cases[i].text);
		ck_assert_str_eq(sen_date_short(iso(cases[i].iso), table), cases[i].table);
		ck_assert_str_eq(sen_date_text(iso(cases[i].iso), iso_text), cases[i].iso);
	}
	ck_assert_str_eq(sen_date_text(SEN_NO_DATE, iso_text), "");
	ck_assert_str_eq(sen_date_long(SEN_NO_DATE, text), "");
	ck_assert_str_eq(sen_date_short(SEN_NO_DATE, table), "");
	ck_assert_str_eq(sen_date_text(INT32_MAX, iso_text), "");
}
END_TEST

/* domain.md 1.8: the corresponding date, clamped. */
START_TEST(months_clamp)
{
	static const struct {
		const char *from;
		int months;
		const char *to;
	} cases[] = {
		{"2026-12-31", 2, "2027-02-28"},   {"2026-07-31", 2, "2026-09-30"},
		{"2023-12-31", 2, "2024-02-29"},   {"2026-01-31", 1, "2026-02-28"},
		{"2026-01-28", 1, "2026-02-28"},   {"2026-01-30", 1, "2026-02-28"},
		{"2026-11-30", 1, "2026-12-30"},   {"2026-12-15", 1, "2027-01-15"},
		{"2026-01-15", -1, "2025-12-15"},  {"2026-03-31", -1, "2026-02-28"},
		{"2026-03-15", -15, "2024-12-15"}, {"2026-10-31", 18, "2028-04-30"},
		{"2026-05-31", 0, "2026-05-31"},   {"2026-05-31", 12, "2027-05-31"},
		{"2024-02-29", 12, "2025-02-28"},  {"2024-02-29", 48, "2028-02-29"},
		{"2026-11-01", 14, "2028-01-01"},  {"9999-12-31", 1, ""},
		{"9999-11-30", 1, "9999-12-30"},   {"1583-01-01", -1, ""},
		{"1583-02-01", -1, "1583-01-01"},  {"2026-01-01", INT32_MAX, ""},
		{"2026-01-01", INT32_MIN, ""},	   {"2027-08-18", -6, "2027-02-18"},
	};

	for (size_t i = 0; i < SEN_COUNT(cases); i++)
		same_date(sen_date_add_months(iso(cases[i].from), cases[i].months), cases[i].to,
			  cases[i].from);
	ck_assert_int_eq(sen_date_add_months(SEN_NO_DATE, 1), SEN_NO_DATE);
}
END_TEST

START_TEST(years_clamp)
{
	same_date(sen_date_add_years(iso("2024-02-29"), 1), "2025-02-28", "29 Feb + 1");
	same_date(sen_date_add_years(iso("2024-02-29"), 4), "2028-02-29", "29 Feb + 4");
	same_date(sen_date_add_years(iso("2025-02-28"), -1), "2024-02-28", "28 Feb - 1");
	same_date(sen_date_add_years(iso("2026-11-22"), 0), "2026-11-22", "0");
	same_date(sen_date_add_years(iso("2026-11-22"), INT32_MAX), "", "too far");
	same_date(sen_date_add_years(iso("2026-11-22"), INT32_MIN), "", "too far back");
	same_date(sen_date_add_years(iso("9999-01-01"), 1), "", "beyond the end");
	same_date(sen_date_add_years(iso("9998-01-01"), 1), "9999-01-01", "the last year");
}
END_TEST

/* domain.md 1.1, 1.3, 1.4, 1.7: dates worked by hand from the law. */
START_TEST(statutory_arithmetic)
{
	static const struct {
		const char *from;
		int weeks, days;
		const char *to, *rule;
	} cases[] = {
		{"2026-03-02", 6, 0, "2026-04-13", "EHC request: decide"},
		{"2026-03-02", 16, 0, "2026-06-22", "EHC request: no-plan notice"},
		{"2026-03-02", 20, 0, "2026-07-20", "EHC request: final plan"},
		{"2026-06-15", 0, 14, "2026-06-29", "15 days beginning with service"},
		{"2026-06-15", 0, 15, "2026-06-30", "earliest final"},
		{"2026-07-22", -1, 0, "2026-07-15", "holiday exception from"},
		{"2026-09-02", -1, 0, "2026-08-26", "holiday exception to"},
		{"2026-11-12", -2, 0, "2026-10-29", "annual review: invite"},
		{"2026-11-12", 2, 0, "2026-11-26", "annual review: report"},
		{"2026-11-12", 4, 0, "2026-12-10", "annual review: decision"},
		{"2026-12-10", 8, 0, "2027-02-04", "amended final"},
		{"2026-11-12", 12, 0, "2027-02-04", "amended final from the meeting"},
		{"2026-12-09", -4, 0, "2026-11-11", "latest safe meeting"},
		{"2027-02-14", -8, 0, "2026-12-20", "phase transfer: amendment notice"},
		{"2027-02-14", -12, 0, "2026-11-22", "phase transfer: meeting"},
	};

	for (size_t i = 0; i < SEN_COUNT(cases); i++)
		same_date(iso(cases[i].from) + cases[i].weeks * 7 + cases[i].days, cases[i].to,
			  cases[i].rule);
	same_date(sen_date_add_years(iso("2025-12-10"), 1) - 1, "2026-12-09", "review complete");
	ck_assert_int_eq(iso("2026-09-02") - iso("2026-07-22"), 42);
}
END_TEST

/* By the golden number and the epact (Knuth, The Art of Computer Programming 1.3.2), in
 * days from 1 March. */
static int easter_by_epact(int year)
{
	int golden = year % 19 + 1, c = year / 100 + 1, x = 3 * c / 4 - 12, z = (8 * c + 5) / 25 - 5;
	int sunday = 5 * year / 4 - x - 10, epact = ((11 * golden + 20 + z - x) % 30 + 30) % 30, full;

	epact += (epact == 25 && golden > 11) || epact == 24;
	full = 44 - epact;
	full += full < 21 ? 30 : 0;
	return full + 7 - (sunday + full) % 7;
}
START_TEST(easter_of_every_year)
{
	for (int year = 1583; year <= 9999; year++)
		ck_assert_int_eq(sen_date_easter(year),
				 sen_date_make(year, 3, 1) + easter_by_epact(year) - 1);
	ck_assert_int_eq(sen_date_easter(1582), SEN_NO_DATE);
	ck_assert_int_eq(sen_date_easter(10000), SEN_NO_DATE);
	ck_assert_int_eq(sen_date_iso("2026-1/-01"), SEN_NO_DATE);
	ck_assert_int_eq(sen_date_iso("202:-01-01"), SEN_NO_DATE);
}
END_TEST

START_TEST(easter)
{
	static const char *const days[] = {
		"1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23",
		"2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
		"2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25", "2049-04-18", "2076-04-19"};

	for (size_t i = 0; i < SEN_COUNT(days); i++) {
		int year, m, d;

		sen_date_split(iso(days[i]), &year, &m, &d);
		same_date(sen_date_easter(year), days[i], "Easter");
	}
	for (int year = 1583; year <= 9999; year++) {
		sen_date sunday = sen_date_easter(year);

		ck_assert_int_eq(sen_date_weekday(sunday), 7);
		ck_assert(sunday >= sen_date_make(year, 3, 22) && sunday <= sen_date_make(year, 4, 25));
	}
	ck_assert_int_eq(sen_date_easter(1582), SEN_NO_DATE);
	ck_assert_int_eq(sen_date_easter(10000), SEN_NO_DATE);
}
END_TEST

/* Today is Sunday 22 November 2026. `want` NULL: refused, with `advice` in the hint. */
static const struct typed {
	const char *text, *want, *advice;
	bool future;
} typed[] = {
	{"2026-11-30", "2026-11-30", NULL, false},
	{" 2026-11-30\t", "2026-11-30", NULL, false},
	{"2024-02-29", "2024-02-29", NULL, false},
	{"2026-02-29", NULL, "February 2026 has 28 days", false},
	{"2024-02-30", NULL, "February 2024 has 29 days", false},
	{"2026-4-31", NULL, "Write 2026-04-31", false},
	{"2026-1-5", NULL, "Write 2026-01-05", false},
	{"2026/01/05", NULL, "Write 2026-01-05", false},
	{"2026-13-05", NULL, "The day comes first", false},
	{"30/11/2026", "2026-11-30", NULL, false},
	{"1/2/2026", "2026-02-01", NULL, false},
	{"01/02/2026", "2026-02-01", NULL, false},
	{"5.6.2026", "2026-06-05", NULL, false},
	{"05-06-2026", "2026-06-05", NULL, false},
	{"12/11/2026", "2026-11-12", NULL, false},
	{"11/30/2026", NULL, "The day comes first: 30/11/2026", false},
	{"31/02/2026", NULL, "February 2026 has 28 days", false},
	{"31/04/2026", NULL, "April 2026 has 30 days", false},
	{"32/01/2026", NULL, "January 2026 has 31 days", false},
	{"00/01/2026", NULL, "January 2026 has 31 days", false},
	{"31/13/2026", NULL, "The day comes first", false},
	{"01/00/2026", NULL, "The day comes first", false},
	{"30/11/26", NULL, "in full", false},
	{"30/11/026", NULL, "in full", false},
	{"30/11/20266", NULL, "in full", false},
	{"30/11", NULL, "in full", false},
	{"30/11/", NULL, "in full", false},
	{"30/11-2026", NULL, "Write 30/11/2026", false},
	{"30/11/2026x", NULL, "Write 30/11/2026", false},
	{"30/11/2026/1", NULL, "Write 30/11/2026", false},
	{"300/11/2026", NULL, "Write 30/11/2026", false},
	{"01/01/1582", NULL, "The day comes first", false},
	{"30 Nov 2026", "2026-11-30", NULL, false},
	{"30 NOVEMBER 2026", "2026-11-30", NULL, false},
	{"30  nov   2026", "2026-11-30", NULL, false},
	{"30th November 2026", "2026-11-30", NULL, false},
	{"1st Sept 2026", "2026-09-01", NULL, false},
	{"2nd Jan 2027", "2027-01-02", NULL, false},
	{"3rd march 2027", "2027-03-03", NULL, false},
	{"30-Nov-2026", "2026-11-30", NULL, false},
	{"30nov2026", "2026-11-30", NULL, false},
	{"Mon 30 Nov 2026", "2026-11-30", NULL, false},
	{"Monday, 30 November 2026", "2026-11-30", NULL, false},
	{"Tue 30 Nov 2026", NULL, "Mon 30 Nov 2026", false},
	{"31 Nov 2026", NULL, "November 2026 has 30 days", false},
	{"29 Feb 2026", NULL, "February 2026 has 28 days", false},
	{"30 Nov 26", NULL, "in full", false},
	{"30 Nov", NULL, "in full", false},
	{"30 No 2026", NULL, "Write 30/11/2026", false},
	{"30 Novembers 2026", NULL, "Write 30/11/2026", false},
	{"Nov 30 2026", NULL, "Write 30/11/2026", false},
	{"30 Nov 2026 pm", NULL, "Write 30/11/2026", false},
	{"today", "2026-11-22", NULL, false},
	{"TODAY", "2026-11-22", NULL, true},
	{"yesterday", "2026-11-21", NULL, false},
	{"tomorrow", "2026-11-23", NULL, false},
	{"todays", NULL, "Write 30/11/2026", false},
	{"+6w", "2027-01-03", NULL, false},
	{"-10d", "2026-11-12", NULL, false},
	{"+1d", "2026-11-23", NULL, false},
	{"-1w", "2026-11-15", NULL, false},
	{"+1m", "2026-12-22", NULL, false},
	{"-9m", "2026-02-22", NULL, false},
	{"+1y", "2027-11-22", NULL, false},
	{"+0d", "2026-11-22", NULL, false},
	{"+99999m", NULL, "the date itself", false},
	{"-99999w", NULL, "the date itself", false},
	{"+99999y", NULL, "the date itself", false},
	{"+99999d", "2300-09-06", NULL, false},
	{"6w", NULL, "+6w", false},
	{"+6", NULL, "Write 30/11/2026", false},
	{"+w", NULL, "Write 30/11/2026", false},
	{"+6h", NULL, "Write 30/11/2026", false},
	{"+6weeks", NULL, "Write 30/11/2026", false},
	{"++6w", NULL, "Write 30/11/2026", false},
	{"mon", "2026-11-16", NULL, false},
	{"sat", "2026-11-21", NULL, false},
	{"sun", "2026-11-22", NULL, false},
	{"Sunday", "2026-11-22", NULL, false},
	{"tues", "2026-11-17", NULL, false},
	{"mon", "2026-11-23", NULL, true},
	{"sat", "2026-11-28", NULL, true},
	{"sun", "2026-11-29", NULL, true},
	{"wed", "2026-11-25", NULL, true},
	{"mo", NULL, "Write 30/11/2026", true},
	{"mondayy", NULL, "Write 30/11/2026", true},
	{"mon 2026", NULL, "Write 30/11/2026", true},
	{"end of term", "2026-12-18", NULL, true},
	{"End  of Term", "2026-12-18", NULL, false},
	{"end of", NULL, "Write 30/11/2026", false},
	{"", NULL, "Write 30/11/2026", false},
	{"   ", NULL, "Write 30/11/2026", false},
	{"soon", NULL, "Write 30/11/2026", false},
	{"20261130", NULL, "Write 30/11/2026", false},
	{"0", NULL, "Write 30/11/2026", false},
	{"30/11/2026 30/11/2026 30/11/2026 30/11/2026", NULL, "Write 30/11/2026", false},
};

START_TEST(dates_as_typed)
{
	const struct typed *row = &typed[_i];
	struct sen_date_context context = {iso("2026-11-22"), row->future, iso("2026-12-18")};
	struct sen_err err = {0};
	sen_date got = 1;
	int rc = sen_date_parse(row->text, &context, &got, &err);

	if (row->want) {
		ck_assert_msg(rc == 0, "'%s' refused: %s", row->text, err.msg);
		same_date(got, row->want, row->text);
		return;
	}
	ck_assert_msg(rc == SEN_USAGE && err.code == SEN_USAGE, "'%s' was not refused", row->text);
	ck_assert_int_eq(got, SEN_NO_DATE);
	ck_assert_msg(strstr(err.hint, row->advice) != NULL, "'%s': advice '%s' (%s)", row->text, err.hint,
		      err.msg);
	if (strstr(row->advice, "days"))
		ck_assert_msg(strstr(err.msg, "no such date") != NULL, "%s", err.msg);
}
END_TEST

START_TEST(what_a_date_does_not_know)
{
	struct sen_date_context context = {iso("2026-11-22"), false, SEN_NO_DATE};
	struct sen_err err = {0};
	sen_date got;

	ck_assert_int_eq(sen_date_parse("end of term", &context, &got, &err), SEN_USAGE);
	ck_assert_msg(strstr(err.hint, "sendctl term add") != NULL, "%s", err.hint);
	ck_assert_int_eq(sen_date_parse(NULL, &context, &got, &err), SEN_USAGE);
	/* Nothing typed reaches a terminal as it is. */
	ck_assert_int_eq(sen_date_parse("\x1b[31mx\xe2\x80\xae", &context, &got, &err), SEN_USAGE);
	ck_assert_str_eq(err.msg, "'?[31mx\?\?\?' is not a date");
	ck_assert_int_eq(sen_date_parse("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeee", &context, &got, &err),
			 SEN_USAGE);
	ck_assert_str_eq(err.msg, "'aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd...' is not a date");
	/* On a Monday, "mon" has happened today and is due next week. */
	context.today = iso("2026-11-23");
	ck_assert_int_eq(sen_date_parse("mon", &context, &got, &err), 0);
	same_date(got, "2026-11-23", "past mon");
	context.future = true;
	ck_assert_int_eq(sen_date_parse("mon", &context, &got, &err), 0);
	same_date(got, "2026-11-30", "next mon");
	context.today = iso("9999-12-31");
	ck_assert_int_eq(sen_date_parse("+1d", &context, &got, &err), SEN_USAGE);
}
END_TEST

/* What sendctl prints, a user may type back. */
START_TEST(printed_dates_read_back)
{
	struct sen_date_context context = {iso("2026-11-22"), false, SEN_NO_DATE};
	struct sen_err err;

	for (sen_date date = iso("2023-12-25"); date < iso("2029-01-10"); date++) {
		char text[16], table[12], plain[11];
		const char *forms[] = {sen_date_long(date, text), sen_date_short(date, table),
				       sen_date_text(date, plain)};

		for (size_t i = 0; i < SEN_COUNT(forms); i++) {
			sen_date got;

			ck_assert_int_eq(sen_date_parse(forms[i], &context, &got, &err), 0);
			ck_assert_int_eq(got, date);
		}
	}
}
END_TEST

START_TEST(london)
{
	static const struct {
		const char *instant, *date;
	} cases[] = {
		{"2026-11-22T09:00:00Z", "2026-11-22"},
		{"2026-11-22T23:59:59Z", "2026-11-22"},
		{"2026-07-01T22:59:59Z", "2026-07-01"},
		{"2026-07-01T23:00:00Z", "2026-07-02"},
		{"2026-03-28T23:30:00Z", "2026-03-28"},
		{"2026-03-29T23:00:00Z", "2026-03-30"},
		{"2026-03-29T00:30:00Z", "2026-03-29"},
		{"2026-10-24T23:00:00Z", "2026-10-25"},
		{"2026-10-25T23:59:59Z", "2026-10-25"},
		{"2024-03-31T23:00:00Z", "2024-04-01"},
		{"2024-03-30T23:00:00Z", "2024-03-30"},
		{"2027-10-30T23:00:00Z", "2027-10-31"},
		{"2027-10-31T23:00:00Z", "2027-10-31"},
		{"2026-12-31T23:59:60Z", "2026-12-31"},
		{"2026-06-30T23:59:60Z", "2026-07-01"},
		{"2028-03-26T23:10:00Z", "2028-03-27"},
		{"2028-03-25T23:10:00Z", "2028-03-25"},
		{"", ""},
		{"2026-11-22", ""},
		{"2026-11-22T24:00:00Z", ""},
		{"2026-11-22T09:60:00Z", ""},
		{"2026-11-22T09:00:61Z", ""},
		{"2026-11-22T09:00:00", ""},
		{"2026-11-22T09:00:00+", ""},
		{"2026-11-22 09:00:00Z", ""},
		{"2026-02-30T09:00:00Z", ""},
		{"2026-11-22T0x:00:00Z", ""},
		{"2026-11-22T09-00:00Z", ""},
		{"2026-11-22T09:00-00Z", ""},
		{"2026-11-22T09:00:00ZZ", ""},
		{"2026-11-22T-1:00:00Z", ""},
	};

	for (size_t i = 0; i < SEN_COUNT(cases); i++)
		same_date(sen_london_date(cases[i].instant), cases[i].date, cases[i].instant);
	ck_assert_int_eq(sen_london_date(NULL), SEN_NO_DATE);
	same_date(sen_clock_today(), "2026-11-22", "the test clock");
}
END_TEST

/* domain.md 7.1 */
START_TEST(year_groups)
{
	static const struct {
		const char *dob, *in_2025, *in_2026;
	} cases[] = {
		{"2014-08-31", "7", "8"},   {"2021-08-31", "R", "1"},	{"2014-09-01", "6", "7"},
		{"2021-09-01", "N2", "R"},  {"2015-08-31", "6", "7"},	{"2022-08-31", "N2", "R"},
		{"2016-02-29", "5", "6"},   {"2022-09-01", "N1", "N2"}, {"2020-08-31", "1", "2"},
		{"2023-08-31", "N1", "N2"}, {"2020-09-01", "R", "1"},
	};

	for (size_t i = 0; i < SEN_COUNT(cases); i++) {
		sen_date dob = iso(cases[i].dob);

		ck_assert_str_eq(sen_year_code(sen_nc_year(dob, iso("2026-08-31"))), cases[i].in_2025);
		ck_assert_str_eq(sen_year_code(sen_nc_year(dob, iso("2025-09-01"))), cases[i].in_2025);
		ck_assert_str_eq(sen_year_code(sen_nc_year(dob, iso("2026-09-01"))), cases[i].in_2026);
		ck_assert_str_eq(sen_year_code(sen_nc_year(dob, iso("2027-08-31"))), cases[i].in_2026);
	}
	ck_assert_ptr_null(sen_year_code(sen_nc_year(iso("2023-09-01"), iso("2025-12-01"))));
	ck_assert_str_eq(sen_year_code(sen_nc_year(iso("2023-09-01"), iso("2026-12-01"))), "N1");
}
END_TEST

/* The same as "age on 31 August, less four", for every day of birth. */
START_TEST(year_group_is_age)
{
	for (sen_date dob = iso("2004-01-01"); dob < iso("2026-01-01"); dob++) {
		for (int academic = 2024; academic <= 2026; academic++) {
			sen_date august = sen_date_make(academic, 8, 31);
			int year, m, d;

			sen_date_split(dob, &year, &m, &d);
			ck_assert_int_eq(sen_nc_year(dob, august + 1), academic - year - (m > 8) - 4);
		}
	}
	ck_assert_int_eq(sen_academic_year(iso("2026-08-31")), 2025);
	ck_assert_int_eq(sen_academic_year(iso("2026-09-01")), 2026);
	ck_assert_int_eq(sen_academic_year(iso("2026-12-31")), 2026);
	ck_assert_int_eq(sen_academic_year(iso("2027-01-01")), 2026);
}
END_TEST

START_TEST(year_codes)
{
	static const char *const none[] = {"", "0", "15", "N", "N3", "R1", "Year 3", "03", "-1", " 3", "3 "};
	int year = 99;

	for (int i = -2; i <= 14; i++) {
		ck_assert(sen_year_parse(sen_year_code(i), &year));
		ck_assert_int_eq(year, i);
	}
	ck_assert(sen_year_parse("N1", &year) && year == -2);
	ck_assert(sen_year_parse("r", &year) && year == 0);
	ck_assert(sen_year_parse("14", &year) && year == 14);
	for (size_t i = 0; i < SEN_COUNT(none); i++)
		ck_assert_msg(!sen_year_parse(none[i], &year), "'%s' read as a year", none[i]);
	ck_assert(!sen_year_parse(NULL, &year));
	ck_assert_ptr_null(sen_year_code(-3));
	ck_assert_ptr_null(sen_year_code(15));
}
END_TEST

START_TEST(compulsory_school_age)
{
	static const char *const cases[][2] = {
		{"2020-09-01", "2025-12-31"}, {"2020-12-31", "2025-12-31"}, {"2021-01-01", "2026-03-31"},
		{"2021-03-31", "2026-03-31"}, {"2021-04-01", "2026-08-31"}, {"2021-08-31", "2026-08-31"},
		{"2020-02-29", "2025-03-31"}, {"2019-10-15", "2024-12-31"},
	};

	for (size_t i = 0; i < SEN_COUNT(cases); i++)
		same_date(sen_school_age(iso(cases[i][0])), cases[i][1], cases[i][0]);
	ck_assert_int_eq(sen_school_age(SEN_NO_DATE), SEN_NO_DATE);
}
END_TEST

Suite *suite_date(void)
{
	Suite *suite = suite_create("date");
	TCase *arithmetic = tcase_create("arithmetic"), *as_typed = tcase_create("as typed"),
	      *school = tcase_create("school year");

	tcase_set_timeout(arithmetic, 30);
	tcase_add_test(arithmetic, every_day_follows_the_one_before);
	tcase_add_test(arithmetic, no_such_day);
	tcase_add_test(arithmetic, iso_is_that_form_only);
	tcase_add_test(arithmetic, printing);
	tcase_add_test(arithmetic, months_clamp);
	tcase_add_test(arithmetic, years_clamp);
	tcase_add_test(arithmetic, statutory_arithmetic);
	tcase_add_test(arithmetic, easter);
	tcase_add_test(arithmetic, easter_of_every_year);
	tcase_add_loop_test(as_typed, dates_as_typed, 0, (int)SEN_COUNT(typed));
	tcase_add_test(as_typed, what_a_date_does_not_know);
	tcase_add_test(as_typed, printed_dates_read_back);
	tcase_add_test(school, london);
	tcase_add_test(school, year_groups);
	tcase_add_test(school, year_group_is_age);
	tcase_add_test(school, year_codes);
	tcase_add_test(school, compulsory_school_age);
	suite_add_tcase(suite, arithmetic);
	suite_add_tcase(suite, as_typed);
	suite_add_tcase(suite, school);
	return suite;
}
