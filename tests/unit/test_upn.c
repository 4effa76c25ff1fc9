/* UPNs: the table of domain.md 3.5, and that a slip of one digit or of two
 * neighbours never passes. */
#include "unit/suites.h"
#include <sen/pupil.h>
#include <string.h>

static const struct {
	const char *upn;
	enum sen_upn result;
} table[] = {
	{"B801200005001", SEN_UPN_OK},
	{"A123456789012", SEN_UPN_OK},
	{"R674123101121", SEN_UPN_OK},
	{"N999199900001", SEN_UPN_OK},
	{"Q330200025001", SEN_UPN_OK},
	{"B33020002500A", SEN_UPN_TEMPORARY},
	{"M33020002500Z", SEN_UPN_TEMPORARY},
	{"J35320002601B", SEN_UPN_TEMPORARY},
	{"", SEN_UPN_LENGTH},
	{"Q33020002500", SEN_UPN_LENGTH},
	{"Q3302000250011", SEN_UPN_LENGTH},
	{"A330200025001", SEN_UPN_LETTER},
	{"I330200025001", SEN_UPN_FORM},
	{"1330200025001", SEN_UPN_FORM},
	{"Q33020002500O", SEN_UPN_FORM},
	{"Q33020002500S", SEN_UPN_FORM},
	{"Q3302A0025001", SEN_UPN_FORM},
	{"q330200025001", SEN_UPN_FORM},
};

START_TEST(upn_table)
{
	ck_assert_int_eq(sen_upn_check(table[_i].upn), table[_i].result);
	ck_assert((sen_upn_fault(table[_i].result) == NULL) ==
		  (table[_i].result == SEN_UPN_OK || table[_i].result == SEN_UPN_TEMPORARY));
}
END_TEST

START_TEST(upn_slips)
{
	char upn[14];
	for (size_t t = 0; t < 8; t++) {
		for (int i = 1; i < 12; i++) {
			for (int c = '0'; c <= '9'; c++) {
				memcpy(upn, table[t].upn, sizeof(upn));
				if (upn[i] == c)
					continue;
				upn[i] = c;
				ck_assert_int_eq(sen_upn_check(upn), SEN_UPN_LETTER);
			}
			memcpy(upn, table[t].upn, sizeof(upn));
			if (i == 11 || upn[i] == upn[i + 1])
				continue;
			upn[i] = table[t].upn[i + 1];
			upn[i + 1] = table[t].upn[i];
			ck_assert_int_eq(sen_upn_check(upn), SEN_UPN_LETTER);
		}
	}
}
END_TEST

Suite *suite_upn(void)
{
	Suite *suite = suite_create("upn");
	TCase *tcase = tcase_create("upn");
	tcase_add_loop_test(tcase, upn_table, 0, SEN_COUNT(table));
	tcase_add_test(tcase, upn_slips);
	suite_add_tcase(suite, tcase);
	return suite;
}
