/* What two measures say of a child, and where many of them lie (R41). */
#include "unit/suites.h"

#include <sen/impact.h>

START_TEST(test_gain)
{
	static const struct {
		const char *entry, *exit;
		enum sen_gain_unit unit;
		int64_t gain; /* hundredths */
	} rows[] = {
		{"85", "97", SEN_GAIN_POINTS, 1200},
		{"12.5", " 11 ", SEN_GAIN_POINTS, -150},
		{"-2", "+1", SEN_GAIN_POINTS, 300},
		{"0.125", "0.25", SEN_GAIN_POINTS, 13}, /* hundredths are kept, no more */
		{"40%", "55 %", SEN_GAIN_POINTS, 1500},
		{"40%", "55", SEN_GAIN_NONE, SEN_NO_INT},
		{"7:02", "7:09", SEN_GAIN_MONTHS, 700},
		{"6:11", "8:00", SEN_GAIN_MONTHS, 1300},
		{"8:00", "7:11", SEN_GAIN_MONTHS, -100},
		{"7:02", "7:12", SEN_GAIN_NONE, SEN_NO_INT},
		{"7:02", "90", SEN_GAIN_NONE, SEN_NO_INT},
		{"3 of 20", "11 of 20", SEN_GAIN_OF, 800},
		{"3/20", "11 out of 20", SEN_GAIN_OF, 800},
		{"3 of 20", "11 of 25", SEN_GAIN_NONE, SEN_NO_INT},
		{"3 of", "11 of", SEN_GAIN_NONE, SEN_NO_INT},
		{"low", "12", SEN_GAIN_NONE, SEN_NO_INT},
		{"12", "12 words", SEN_GAIN_NONE, SEN_NO_INT},
		{"99999999999999999999", "1", SEN_GAIN_NONE, SEN_NO_INT},
		{NULL, "1", SEN_GAIN_NONE, SEN_NO_INT},
		{"1", NULL, SEN_GAIN_NONE, SEN_NO_INT},
		{"", "", SEN_GAIN_NONE, SEN_NO_INT},
	};

	for (size_t i = 0; i < SEN_COUNT(rows); i++) {
		int64_t gain;

		ck_assert_msg(sen_gain(rows[i].entry, rows[i].exit, &gain) == rows[i].unit, "row %zu", i);
		ck_assert_msg(gain == rows[i].gain, "row %zu: %lld", i, (long long)gain);
	}
}
END_TEST

static void spread(size_t count, const int64_t *from, size_t few, int64_t low, int64_t median, int64_t high)
{
	int64_t values[16];
	struct sen_impact_spread got;

	for (size_t i = 0; i < count; i++)
		values[i] = from[i];
	got = sen_spread(values, count, few);
	ck_assert_uint_eq(got.n, count);
	ck_assert_int_eq(got.low, low);
	ck_assert_int_eq(got.median, median);
	ck_assert_int_eq(got.high, high);
}

START_TEST(test_spread)
{
	static const int64_t five[] = {700, 200, 400, -100, 1100}, six[] = {6, 1, 5, 2, 4, 3};

	spread(5, five, 5, 50, 400, 900);
	spread(6, six, 5, 2, 3, 5);
	spread(4, six, 5, SEN_NO_INT, SEN_NO_INT, SEN_NO_INT);
	spread(1, six, 1, SEN_NO_INT, 6, SEN_NO_INT);
	spread(0, six, 0, SEN_NO_INT, SEN_NO_INT, SEN_NO_INT);
}
END_TEST

START_TEST(test_hundredths)
{
	struct sen_arena *arena = sen_arena_new();

	ck_assert_str_eq(sen_hundredths(arena, 1250), "12.5");
	ck_assert_str_eq(sen_hundredths(arena, -50), "-0.5");
	ck_assert_str_eq(sen_hundredths(arena, 705), "7.05");
	ck_assert_str_eq(sen_hundredths(arena, 0), "0");
	ck_assert_ptr_null(sen_hundredths(arena, SEN_NO_INT));
	sen_arena_free(arena);
}
END_TEST

Suite *suite_impact(void)
{
	Suite *suite = suite_create("impact");
	TCase *tc = tcase_create("gain");

	tcase_add_test(tc, test_gain);
	tcase_add_test(tc, test_spread);
	tcase_add_test(tc, test_hundredths);
	suite_add_tcase(suite, tc);
	return suite;
}
