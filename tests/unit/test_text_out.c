/* Text as printed: plain tables, widths, pages, what must not reach a terminal. */
#include "answer/wrap.h"
#include "unit/answered.h"

#include <string.h>

START_TEST(plain_and_whole)
{
	static const char *const lines[] = {
		"Id    Name         UPN            Born         On register  Note                           "
		"  Teacher  Days\n",
		"P12   Zo\xc3\xab O'Brien  A801200001001  3 Feb 2018   yes          =1+1 says \"hi\", and "
		"<b>more</b>  Ms Hall    -3\n",
		"P9    Ali Khan                    30 Nov 2017  no                                          "
		"              4\n",
		"P100\n",
	};
	struct sen_buf all = {.arena = answered_arena};
	for (size_t i = 0; i < SEN_COUNT(lines); i++)
		sen_buf_add(&all, lines[i]);
	ck_assert_str_eq(answered(answered_children(), answered_style(SEN_FORMAT_TEXT), NULL), all.text);
}
END_TEST

/* Every line fits, and no word of the note is lost. */
START_TEST(fits_a_terminal)
{
	struct sen_style style = answered_style(SEN_FORMAT_TEXT);
	style.width = 80;
	style.terminal = true;
	style.fields = "id,name,note,days";
	const char *text = answered(answered_children(), style, NULL);
	for (const char *line = text; *line; line += strcspn(line, "\n") + 1)
		ck_assert_uint_le(text_width(sen_strndup(answered_arena, line, strcspn(line, "\n"))), 80);
	style.width = 34;
	text = answered(answered_children(), style, NULL);
	ck_assert_ptr_nonnull(strstr(text, "more"));
	for (const char *line = text; *line; line += strcspn(line, "\n") + 1)
		ck_assert_uint_le(text_width(sen_strndup(answered_arena, line, strcspn(line, "\n"))), 34);
}
END_TEST

/* Rows that begin with long text keep room to read it; what no shrinking makes fit goes below. */
START_TEST(below_the_row)
{
	struct sen_style style = answered_style(SEN_FORMAT_TEXT);
	style.width = 40;
	style.terminal = true;
	style.limit = 1;
	style.fields = "note,name,born,days";
	ck_assert_str_eq(answered(answered_children(), style, NULL),
			 "Note             Name         Born\n"
			 "    Days\n"
			 "=1+1 says \"hi\",  Zo\xc3\xab O'Brien  3 Feb 2018\n"
			 "and <b>more</b>\n"
			 "    -3\n");
	style.width = 20;
	style.fields = "id,born,days";
	ck_assert_str_eq(answered(answered_children(), style, NULL), "Id   Born\n    Days\n"
								     "P12  3 Feb 2018\n    -3\n");
}
END_TEST

START_TEST(page)
{
	struct sen_table *table = answered_children();
	struct sen_style style = answered_style(SEN_FORMAT_TEXT);
	table->flags = SEN_Q_PAGE;
	style.limit = 2;
	style.fields = "id,name,born,cost,minutes,note,needs";
	ck_assert_str_eq(answered(table, style, NULL), "Id    P12\n"
						       "Name  Zo\xc3\xab O'Brien\n"
						       "Born  3 Feb 2018\n"
						       "Cost  1234.56\n"
						       "Time  1 h 30 min\n"
						       "Note  =1+1 says \"hi\",\n"
						       "      and <b>more</b>\n"
						       "\n"
						       "Id    P9\n"
						       "Name  Ali Khan\n"
						       "Born  30 Nov 2017\n"
						       "\n"
						       "Needs\n"
						       "  Id  Type\n"
						       "  N1  SLCN\n"
						       "  N2  SEMH\n");
}
END_TEST

START_TEST(safe_for_a_terminal)
{
	static const struct sen_column column = {"t", "T", SEN_C_TEXT, 0, NULL, NULL, NULL};
	struct sen_table *table = sen_table_new(answered_arena, "x", "X", 1, &column, 1);
	sen_cell_text(sen_table_add(table), "\x1b]0;own\x07 \xe2\x80\xae evil \xff \xc2\x9b");
	const char *text = answered(table, answered_style(SEN_FORMAT_TEXT), NULL);
	for (const char *at = text; *at; at++)
		ck_assert_msg((unsigned char)*at >= 0x20 || *at == '\n', "%s", text);
	ck_assert_ptr_null(strstr(text, "\xe2\x80\xae"));
	ck_assert_ptr_null(strstr(text, "\xc2\x9b"));
	ck_assert_ptr_null(strchr(text, '\xff'));
}
END_TEST

START_TEST(colour_only_when_asked)
{
	struct sen_style style = answered_style(SEN_FORMAT_TEXT);
	style.fields = "id,days";
	ck_assert_ptr_null(strchr(answered(answered_children(), style, NULL), '\033'));
	style.colour = true;
	const char *text = answered(answered_children(), style, NULL);
	ck_assert_ptr_nonnull(strchr(text, '\033'));
	ck_assert_ptr_nonnull(strstr(text, "-3"));
}
END_TEST

START_TEST(nothing_to_say)
{
	struct sen_table *table = answered_children();
	struct sen_style style = answered_style(SEN_FORMAT_TEXT);
	style.limit = 0;
	ck_assert_str_eq(answered(table, style, NULL), "");
	table = answered_children();
	table->empty = "No child fits.";
	ck_assert_str_eq(answered(table, style, NULL), "No child fits.\n");
}
END_TEST

START_TEST(footnotes)
{
	const char *notes[] = {"one", "two"};
	struct sen_table *table = answered_children();
	struct sen_style style = answered_style(SEN_FORMAT_TEXT);
	style.fields = "id";
	style.limit = 1;
	table->footnotes = notes;
	table->footnote_count = 2;
	ck_assert_str_eq(answered(table, style, NULL), "Id\nP12\n\none\ntwo\n");
}
END_TEST

START_TEST(wrapping)
{
	static const struct {
		const char *in;
		size_t width;
		const char *out;
	} cases[] = {
		{"one two three", 0, "one two three"},
		{"one two three", 7, "one two\nthree"},
		{"one two three", 8, "one two\nthree"},
		{"abcdefgh", 3, "abc\ndef\ngh"},
		{"a\nb cd", 2, "a\nb\ncd"},
		{"\xc3\xa9\xc3\xa9 \xc3\xa9", 2, "\xc3\xa9\xc3\xa9\n\xc3\xa9"},
		{"", 3, ""},
	};
	for (size_t i = 0; i < SEN_COUNT(cases); i++)
		ck_assert_str_eq(text_wrap(answered_arena, cases[i].in, cases[i].width, 0), cases[i].out);
}
END_TEST

Suite *suite_text_out(void)
{
	Suite *suite = suite_create("text_out");
	TCase *tests = tcase_create("text_out");
	tcase_add_checked_fixture(tests, answered_setup, answered_teardown);
	tcase_add_test(tests, plain_and_whole);
	tcase_add_test(tests, fits_a_terminal);
	tcase_add_test(tests, below_the_row);
	tcase_add_test(tests, page);
	tcase_add_test(tests, safe_for_a_terminal);
	tcase_add_test(tests, colour_only_when_asked);
	tcase_add_test(tests, nothing_to_say);
	tcase_add_test(tests, footnotes);
	tcase_add_test(tests, wrapping);
	suite_add_tcase(suite, tests);
	return suite;
}
