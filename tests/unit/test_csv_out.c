/* CSV as printed: quotes, spreadsheet formulas, byte order mark. */
#include "unit/answered.h"

#include <string.h>

START_TEST(rows)
{
	ck_assert_str_eq(answered(answered_children(), answered_style(SEN_FORMAT_CSV), NULL),
			 "id,name,upn,born,on_register,cost,minutes,note,who,days\n"
			 "P12,Zo\xc3\xab O'Brien,A801200001001,2018-02-03,true,123456,90,\"'=1+1 says "
			 "\"\"hi\"\",\nand <b>more</b>\",Ms Hall,-3\n"
			 "P9,Ali Khan,,2017-11-30,false,,,,,4\n"
			 "P100,,,,,,,,,\n");
}
END_TEST

static const char *cell(const char *text, bool raw)
{
	static const struct sen_column column = {"t", "T", SEN_C_TEXT, 0, NULL, NULL, NULL};
	struct sen_table *table = sen_table_new(answered_arena, "x", "X", 1, &column, 1);
	struct sen_style style = answered_style(SEN_FORMAT_CSV);
	style.raw = raw;
	sen_cell_text(sen_table_add(table), text);
	return answered(table, style, NULL) + 2;
}

START_TEST(cells)
{
	static const struct {
		const char *in, *guarded, *raw;
	} cases[] = {
		{"plain", "plain\n", "plain\n"},
		{"=SUM(A1)", "'=SUM(A1)\n", "=SUM(A1)\n"},
		{"+44 20", "'+44 20\n", "+44 20\n"},
		{"-1", "'-1\n", "-1\n"},
		{"@x", "'@x\n", "@x\n"},
		{"\tx", "'\tx\n", "\tx\n"},
		{"\rx", "\"'\rx\"\n", "\"\rx\"\n"},
		{"a=b", "a=b\n", "a=b\n"},
		{"'x", "'x\n", "'x\n"},
		{"=a,\"b\"", "\"'=a,\"\"b\"\"\"\n", "\"=a,\"\"b\"\"\"\n"},
		{" x", "\" x\"\n", "\" x\"\n"},
		{"\"\"", "\"\"\"\"\"\"\n", "\"\"\"\"\"\"\n"},
		{"a\nb", "\"a\nb\"\n", "\"a\nb\"\n"},
	};
	for (size_t i = 0; i < SEN_COUNT(cases); i++) {
		ck_assert_str_eq(cell(cases[i].in, false), cases[i].guarded);
		ck_assert_str_eq(cell(cases[i].in, true), cases[i].raw);
	}
}
END_TEST

START_TEST(byte_order_mark)
{
	struct sen_style style = answered_style(SEN_FORMAT_CSV);
	style.bom = true;
	style.limit = 0;
	style.fields = "id,days";
	ck_assert_str_eq(answered(answered_children(), style, NULL), "\xef\xbb\xbfid,days\n");
}
END_TEST

START_TEST(parts_are_no_columns)
{
	struct sen_style style = answered_style(SEN_FORMAT_CSV);
	int rc;
	style.fields = "id,needs";
	ck_assert_str_eq(answered(answered_children(), style, &rc), "");
	ck_assert_int_eq(rc, SEN_USAGE);
	ck_assert_ptr_nonnull(strstr(answered_err.hint, "--table needs"));
	style.fields = NULL;
	style.table = "needs";
	ck_assert_str_eq(answered(answered_children(), style, NULL),
			 "pupil_id,id,type\nP9,N1,SLCN\nP9,N2,SEMH\n");
}
END_TEST

Suite *suite_csv_out(void)
{
	Suite *suite = suite_create("csv_out");
	TCase *tests = tcase_create("csv_out");
	tcase_add_checked_fixture(tests, answered_setup, answered_teardown);
	tcase_add_test(tests, rows);
	tcase_add_test(tests, cells);
	tcase_add_test(tests, byte_order_mark);
	tcase_add_test(tests, parts_are_no_columns);
	suite_add_tcase(suite, tests);
	return suite;
}
