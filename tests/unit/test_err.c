/* Errors: replaced, wrapped, never cut inside a character. */
#include "unit/suites.h"

#include <sen/text.h>
#include <string.h>

START_TEST(fail_replaces)
{
	struct sen_err err = {0};

	ck_assert_int_eq(sen_fail(&err, SEN_NOTFOUND, "no pupil '%s'", "zoe"), SEN_NOTFOUND);
	ck_assert_str_eq(err.msg, "no pupil 'zoe'");
	ck_assert_str_eq(err.hint, "");
	sen_hint(&err, "Try %s.", "sendctl pupil list");
	ck_assert_str_eq(err.hint, "Try sendctl pupil list.");
	ck_assert_int_eq(sen_fail(&err, SEN_BUSY, "busy"), SEN_BUSY);
	ck_assert_int_eq(err.code, SEN_BUSY);
	ck_assert_str_eq(err.hint, "");
	sen_err_clear(&err);
	ck_assert(err.code == 0 && !*err.msg && !*err.hint);
}
END_TEST

START_TEST(wrap_puts_before)
{
	struct sen_err err;

	sen_fail(&err, SEN_INVALID, "not a date");
	sen_hint(&err, "Write it again.");
	ck_assert_int_eq(sen_wrap(&err, "line %d", 3), SEN_INVALID);
	ck_assert_int_eq(sen_wrap(&err, "%s", "sims.csv"), SEN_INVALID);
	ck_assert_str_eq(err.msg, "sims.csv: line 3: not a date");
	ck_assert_str_eq(err.hint, "Write it again.");
}
END_TEST

START_TEST(arguments_may_point_into_it)
{
	struct sen_err err;

	sen_fail(&err, SEN_FAIL, "inner");
	sen_fail(&err, SEN_FAIL, "outer (%s)", err.msg);
	ck_assert_str_eq(err.msg, "outer (inner)");
	sen_wrap(&err, "%s", err.msg);
	ck_assert_str_eq(err.msg, "outer (inner): outer (inner)");
}
END_TEST

/* Each length around the end of the room, with characters of 2, 3 and 4 bytes. */
START_TEST(cut_between_characters)
{
	static const char *const characters[] = {"a", "\xc3\xab", "\xe2\x82\xac", "\xf0\x9f\x99\x82"};

	for (size_t c = 0; c < SEN_COUNT(characters); c++) {
		for (size_t lead = 0; lead < 8; lead++) {
			char text[2000];
			size_t len = 0, step = strlen(characters[c]);
			struct sen_err err;

			for (; len < lead; len++)
				text[len] = 'x';
			for (; len + step < sizeof(text); len += step)
				memcpy(text + len, characters[c], step);
			text[len] = '\0';
			sen_fail(&err, SEN_FAIL, "%s", text);
			ck_assert(sen_utf8_valid(err.msg, strlen(err.msg)));
			ck_assert_uint_gt(strlen(err.msg), sizeof(err.msg) - 5);
			sen_hint(&err, "%s", text);
			ck_assert(sen_utf8_valid(err.hint, strlen(err.hint)));
			ck_assert_uint_gt(strlen(err.hint), sizeof(err.hint) - 5);
			sen_wrap(&err, "%s", text);
			ck_assert(sen_utf8_valid(err.msg, strlen(err.msg)));
			ck_assert_uint_gt(strlen(err.msg), sizeof(err.msg) - 5);
		}
	}
}
END_TEST

Suite *suite_err(void)
{
	Suite *suite = suite_create("err");
	TCase *tests = tcase_create("err");

	tcase_add_test(tests, fail_replaces);
	tcase_add_test(tests, wrap_puts_before);
	tcase_add_test(tests, arguments_may_point_into_it);
	tcase_add_test(tests, cut_between_characters);
	suite_add_tcase(suite, tests);
	return suite;
}
