/* HTML as printed: whole, escaped, without script. */
#include "unit/answered.h"

#include <string.h>

START_TEST(list)
{
	static const char end[] = "</main>\n</body>\n</html>\n";
	const char *text = answered(answered_children(), answered_style(SEN_FORMAT_HTML), NULL);
	ck_assert(!strncmp(text, "<!DOCTYPE html>\n<html lang=\"en-GB\">", 34));
	ck_assert_ptr_nonnull(strstr(text, "default-src 'none'; style-src 'unsafe-inline'"));
	ck_assert_ptr_nonnull(strstr(text, "<th scope=\"col\">Name</th>"));
	ck_assert_ptr_nonnull(strstr(text, "<th scope=\"row\" class=\"d\">P12</th>"));
	ck_assert_ptr_nonnull(strstr(text, "=1+1 says &quot;hi&quot;,\nand &lt;b&gt;more&lt;/b&gt;"));
	ck_assert_ptr_nonnull(strstr(text, "Zo\xc3\xab O&#39;Brien"));
	ck_assert_ptr_nonnull(strstr(text, "<strong class=\"alert\">-3</strong>"));
	ck_assert_ptr_nonnull(strstr(text, "30 Nov 2017"));
	ck_assert_ptr_null(strstr(text, "<script"));
	ck_assert_ptr_null(strstr(text, "1234.56")); /* quiet */
	ck_assert_str_eq(text + strlen(text) - strlen(end), end);
}
END_TEST

START_TEST(page)
{
	struct sen_table *table = answered_children();
	table->flags = SEN_Q_PAGE;
	const char *text = answered(table, answered_style(SEN_FORMAT_HTML), NULL);
	ck_assert_ptr_nonnull(
		strstr(text, "<tr><th scope=\"row\">Name</th><td class=\"w\">Ali Khan</td></tr>"));
	ck_assert_ptr_nonnull(strstr(text, "<h2>Needs</h2>"));
	ck_assert_ptr_nonnull(strstr(text, "SLCN"));
}
END_TEST

START_TEST(empty)
{
	struct sen_table *table = answered_children();
	struct sen_style style = answered_style(SEN_FORMAT_HTML);
	style.limit = 0;
	table->empty = "Nobody <here>.";
	const char *text = answered(table, style, NULL);
	ck_assert_ptr_nonnull(strstr(text, "<p>Nobody &lt;here&gt;.</p>"));
	ck_assert_ptr_null(strstr(text, "<table"));
}
END_TEST

Suite *suite_html_out(void)
{
	Suite *suite = suite_create("html_out");
	TCase *tests = tcase_create("html_out");
	tcase_add_checked_fixture(tests, answered_setup, answered_teardown);
	tcase_add_test(tests, list);
	tcase_add_test(tests, page);
	tcase_add_test(tests, empty);
	suite_add_tcase(suite, tests);
	return suite;
}
