/* --names: what is hidden of a child and of an adult. */
#include "unit/answered.h"

#include <string.h>

START_TEST(to_initials)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{"Zo\xc3\xab O'Brien", "Z.O."},
		{"\xc3\x89mile", "\xc3\x89."},
		{"van der Berg", "V.D.B."},
		{"  Ali   Khan ", "A.K."},
		{"", ""},
		{"Mary-Jane", "M."},
	};
	char out[INITIALS_ROOM];
	for (size_t i = 0; i < SEN_COUNT(cases); i++) {
		ck_assert_uint_eq(initials(cases[i].in, strlen(cases[i].in), out), strlen(cases[i].out));
		ck_assert_str_eq(out, cases[i].out);
	}
	ck_assert_uint_lt(
		initials("a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k", 73,
			 out),
		INITIALS_ROOM);
}
END_TEST

static const char *row(enum sen_names names)
{
	struct sen_style style = answered_style(SEN_FORMAT_NDJSON);
	style.names = names;
	style.fields = "id,name,upn,who";
	style.limit = 1;
	return answered(answered_children(), style, NULL);
}

START_TEST(levels)
{
	ck_assert_str_eq(row(SEN_NAMES_FULL), "{\"id\":\"P12\",\"name\":\"Zo\xc3\xab O'Brien\",\"upn\":"
					      "\"A801200001001\",\"who\":\"Ms Hall\"}\n");
	ck_assert_str_eq(row(SEN_NAMES_INITIALS),
			 "{\"id\":\"P12\",\"name\":\"Z.O.\",\"upn\":null,\"who\":\"Ms Hall\"}\n");
	ck_assert_str_eq(row(SEN_NAMES_NONE), "{\"id\":\"P12\",\"name\":null,\"upn\":null,\"who\":null}\n");
}
END_TEST

/* No format and no option lets a name or a UPN through. */
START_TEST(nowhere)
{
	for (int format = SEN_FORMAT_TEXT; format <= SEN_FORMAT_HTML; format++) {
		for (int page = 0; page < 2; page++) {
			struct sen_table *table = answered_children();
			struct sen_style style = answered_style((enum sen_format)format);
			table->flags = page ? SEN_Q_PAGE : 0;
			style.names = SEN_NAMES_NONE;
			style.sort = "name";
			const char *text = answered(table, style, NULL);
			ck_assert_ptr_null(strstr(text, "Zo"));
			ck_assert_ptr_null(strstr(text, "Khan"));
			ck_assert_ptr_null(strstr(text, "Hall"));
			ck_assert_ptr_null(strstr(text, "A801"));
		}
	}
}
END_TEST

Suite *suite_names(void)
{
	Suite *suite = suite_create("names");
	TCase *tests = tcase_create("names");
	tcase_add_checked_fixture(tests, answered_setup, answered_teardown);
	tcase_add_test(tests, to_initials);
	tcase_add_test(tests, levels);
	tcase_add_test(tests, nowhere);
	suite_add_tcase(suite, tests);
	return suite;
}
