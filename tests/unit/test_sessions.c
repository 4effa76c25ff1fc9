/* The sessions a provision plans (R38): days named or spread, closed days, ends. */
#include "unit/suites.h"

#include <sen/calendar.h>
#include <sen/provision.h>
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
	sen_date date = text ? sen_date_iso(text) : SEN_NO_DATE;

	ck_assert_msg(!text || date != SEN_NO_DATE, "'%s' in a test is no date", text);
	return date;
}

/* Autumn 2026 with a break, an INSET day and a day of snow. */
static const struct sen_calendar *own(void)
{
	static struct sen_span spans[4];
	static struct sen_calendar calendar = {spans, 4};

	spans[0] = (struct sen_span){SEN_SPAN_TERM, day("2026-09-02"), day("2026-12-19"), "Autumn", false};
	spans[1] = (struct sen_span){SEN_SPAN_HALF_TERM_BREAK, day("2026-10-26"), day("2026-11-02"), "break",
				     false};
	spans[2] = (struct sen_span){SEN_SPAN_INSET, day("2026-11-02"), day("2026-11-03"), "INSET", false};
	spans[3] = (struct sen_span){SEN_SPAN_CLOSED, day("2026-11-11"), day("2026-11-12"), "snow", false};
	return &calendar;
}

static struct sen_provision given(const char *from, const char *until, int64_t times, int64_t weeks,
				  const char *days)
{
	struct sen_provision out;

	sen_record_blank(&sen_provision_record, &out);
	out.from_on = day(from);
	out.until_on = day(until);
	out.times = times;
	out.weeks = weeks;
	out.days = days;
	return out;
}

#define NO SEN_NO_INT

static const struct plan {
	const char *what, *from, *until, *days;
	int64_t times, weeks;
	const char *last;
	const char *want; /* MM-DD of each, in order */
} plans[] = {
	{"once, spread", "2026-09-07", NULL, NULL, 1, 3, NULL, "09-09 09-16 09-23"},
	{"twice, spread", "2026-09-07", NULL, NULL, 2, 2, NULL, "09-08 09-10 09-15 09-17"},
	{"three, spread", "2026-09-07", NULL, NULL, 3, 1, NULL, "09-07 09-09 09-11"},
	{"four, spread", "2026-09-07", NULL, NULL, 4, 1, NULL, "09-07 09-08 09-10 09-11"},
	{"daily", "2026-09-07", NULL, NULL, 5, 1, NULL, "09-07 09-08 09-09 09-10 09-11"},
	{"six: again from the once", "2026-09-07", NULL, NULL, 6, 1, NULL,
	 "09-07 09-08 09-09 09-09 09-10 09-11"},
	{"days named", "2026-09-07", NULL, "mon,wed", 2, 2, NULL, "09-07 09-09 09-14 09-16"},
	{"days named say how often", "2026-09-07", NULL, "Wed Fri", NO, 1, NULL, "09-09 09-11"},
	{"two on one day", "2026-09-07", NULL, "mon,mon", NO, 2, NULL, "09-07 09-07 09-14 09-14"},
	{"from the middle of a week", "2026-09-09", NULL, "mon,wed", 2, 2, NULL, "09-09 09-14 09-16 09-21"},
	{"over the break and an INSET day", "2026-10-19", NULL, "mon,thu", 2, 2, NULL,
	 "10-19 10-22 11-05 11-09"},
	{"a closed day is made up", "2026-11-09", NULL, "mon,wed", 2, 2, NULL, "11-09 11-16 11-18 11-23"},
	{"until cuts", "2026-11-09", "2026-11-18", "mon,wed", 2, 6, NULL, "11-09 11-16"},
	{"no weeks: until", "2026-09-07", "2026-09-22", NULL, 1, NO, NULL, "09-09 09-16"},
	{"no weeks, no until: the term", "2026-12-07", NULL, NULL, 1, NO, NULL, "12-09 12-16"},
	{"begun in the break: the term it is in", "2026-10-28", NULL, "fri", NO, NO, NULL,
	 "11-06 11-13 11-20 11-27 12-04 12-11 12-18"},
	{"up to a day, included", "2026-09-07", NULL, NULL, 1, 6, "2026-09-16", "09-09 09-16"},
	{"before it begins", "2026-09-07", NULL, NULL, 1, 6, "2026-09-01", ""},
	{"into the next term", "2026-12-14", NULL, "mon", 1, 2, NULL, "12-14 01-04"},
	{"nothing said of how often", "2026-09-07", NULL, NULL, NO, 6, NULL, ""},
	{"no such day", "2026-09-07", NULL, "sat", NO, 6, NULL, ""},
};

static const char *joined(const sen_date *days, size_t count)
{
	struct sen_buf out = {.arena = arena};
	char text[11];

	sen_buf_add(&out, "");
	for (size_t i = 0; i < count; i++)
		sen_buf_addf(&out, "%s%s", i ? " " : "", sen_date_text(days[i], text) + 5);
	return out.text;
}

START_TEST(planned)
{
	for (size_t i = 0; i < SEN_COUNT(plans); i++) {
		const struct plan *p = &plans[i];
		struct sen_provision provision = given(p->from, p->until, p->times, p->weeks, p->days);
		sen_date *days;
		size_t count;

		sen_sessions_planned(arena, &provision, own(), day(p->last), &days, &count);
		ck_assert_msg(strcmp(joined(days, count), p->want) == 0, "%s: got '%s', want '%s'", p->what,
			      joined(days, count), p->want);
	}
}
END_TEST

START_TEST(ends)
{
	struct sen_provision provision = given("2026-09-07", "2026-09-10", 2, 6, NULL);
	char text[11];

	/* six weeks of Tuesdays and Thursdays, whatever cut it short */
	ck_assert_str_eq(sen_date_text(sen_sessions_end(arena, &provision, own()), text), "2026-10-16");
	provision.times = NO;
	ck_assert_int_eq(sen_sessions_end(arena, &provision, own()), SEN_NO_DATE);
}
END_TEST

/* Whatever is asked, it ends. */
START_TEST(closed_for_good)
{
	struct sen_span closed = {SEN_SPAN_CLOSED, day("2026-09-10"), day("9999-01-01"), "closed", false};
	struct sen_calendar calendar = {&closed, 1}, none = {0};
	struct sen_provision provision = given("2026-09-07", NULL, 5, 500, NULL);
	sen_date *days;
	size_t count;

	sen_sessions_planned(arena, &provision, &calendar, SEN_NO_DATE, &days, &count);
	ck_assert_uint_eq(count, 3);
	provision.until_on = day("9999-12-31");
	provision.weeks = NO;
	sen_sessions_planned(arena, &provision, &none, SEN_NO_DATE, &days, &count);
	ck_assert_uint_gt(count, 2500);
	ck_assert_uint_lt(count, 3000);
}
END_TEST

START_TEST(weekdays)
{
	int on[5];

	ck_assert(sen_days_parse("wednesday, Mon  fri,fri", on));
	ck_assert_str_eq(sen_days_text(arena, on), "mon,wed,fri,fri");
	ck_assert(!sen_days_parse("", on));
	ck_assert(!sen_days_parse(" , ", on));
	ck_assert(!sen_days_parse("mo", on));
	ck_assert(!sen_days_parse("mond,monx", on));
	ck_assert(!sen_days_parse("sun", on));
	ck_assert(!sen_days_parse("mon mon mon mon mon", on));
	ck_assert_int_eq(sen_weekday_named("thurs", 5), 4);
	ck_assert_int_eq(sen_weekday_named("mondays", 7), 0);
}
END_TEST

Suite *suite_sessions(void)
{
	Suite *suite = suite_create("sessions");
	TCase *tests = tcase_create("sessions");

	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_add_test(tests, planned);
	tcase_add_test(tests, ends);
	tcase_add_test(tests, closed_for_good);
	tcase_add_test(tests, weekdays);
	suite_add_tcase(suite, tests);
	return suite;
}
