/* One child by what a user typed (cli.md 1). */
#include "unit/children.h"

#include <sen/ehc.h>

static struct sen_match match;
static enum sen_match_how how;

static int find(const char *text)
{
	sen_err_clear(&records_err);
	return sen_pupil_find(children_store, text, &match, &how, &records_err);
}
static void found(const char *text, int64_t id)
{
	ok(find(text));
	ck_assert_msg(match.id == id, "'%s' found P%lld", text, (long long)match.id);
}

static void number(int64_t id, const char *upn, const char *former, const char *admission)
{
	struct sen_pupil *pupil = child_get(id);

	pupil->upn = upn;
	pupil->former_upn = former;
	pupil->admission_number = admission;
	ok(sen_record_update(children_store, &sen_pupil_record, pupil, &records_err));
}

START_TEST(by_numbers)
{
	int64_t zoe = child("Zoe", "O'Brien", "3B"), adam = child("Adam", "Kowal", "4A");

	number(zoe, "Q330200025001", "A123456789012", "004512");
	number(adam, NULL, NULL, "77");
	found("P1", zoe);
	found("p1", zoe);
	found("1", zoe);
	found("q330200025001", zoe);
	found("a123456789012", zoe);
	found("4512", zoe);
	found("00004512", zoe);
	found("077", adam);
	ck_assert_int_eq(how, SEN_MATCH_EXACT);
	fails(find("P9"), SEN_NOTFOUND, "no pupil P9");
	fails(find("999"), SEN_NOTFOUND, "'999'");
}
END_TEST

START_TEST(a_case_names_its_child)
{
	int64_t zoe = child("Zoe", "O'Brien", "3B"), adam = child("Adam", "Kowal", "4A");
	struct sen_ehc *ehc = sen_record_new(records_arena, &sen_ehc_record);

	ehc->pupil_id = adam;
	ehc->opened_on = day("2026-09-07");
	ok(sen_record_insert(children_store, &sen_ehc_record, ehc, &records_err));
	found("EH1", adam);
	found("eh1@4a", adam);
	fails(find("EH1@3B"), SEN_NOTFOUND, "no child in class '3B' fits 'EH1'");
	fails(find("EH2"), SEN_NOTFOUND, "no EHC case EH2");
	number(zoe, NULL, NULL, "EH1"); /* the school's own number */
	fails(find("EH1"), SEN_NOTFOUND, "fits 2 children");
	number(zoe, NULL, NULL, NULL);
	ok(sen_record_void(children_store, &sen_ehc_record, 1, "a slip", &records_err));
	fails(find("EH1"), SEN_NOTFOUND, "no EHC case EH1");
}
END_TEST

START_TEST(digits_of_two_kinds_are_asked_about)
{
	int64_t zoe = child("Zoe", "O'Brien", "3B"), adam = child("Adam", "Kowal", "4A");

	number(zoe, NULL, NULL, "2"); /* Adam's id */
	fails(find("2"), SEN_NOTFOUND, "fits 2 children");
	ck_assert_ptr_nonnull(strstr(records_err.hint, "P2 Adam Kowal (4A)"));
	ck_assert_ptr_nonnull(strstr(records_err.hint, "P1 Zoe O'Brien (3B)"));
	ck_assert_int_eq(match.id, 0);
	found("P2", adam);
	found("02", zoe);
}
END_TEST

START_TEST(by_words_of_names)
{
	int64_t zoe = child("Zo\xc3\xab", "O'Brien", "3B");
	int64_t lukasz = child("\xc5\x81ukasz", "Smith-Jones", "4A");

	found("zoe", zoe);
	found("ZOE obrien", zoe);
	found("O'Brien Zo\xc3\xab", zoe);
	ck_assert_int_eq(how, SEN_MATCH_EXACT);
	found("obr z", zoe);
	ck_assert_int_eq(how, SEN_MATCH_PREFIX);
	found("luk", lukasz);
	found("jones", lukasz);
	found("smith-jones", lukasz);
	found(" zo @3b", zoe);
	fails(find("zoe@4A"), SEN_NOTFOUND, "no child in class '4A'");
	fails(find("zoe jones"), SEN_NOTFOUND, "no child on roll");
	fails(find("@3B"), SEN_NOTFOUND, "names no child");
	fails(find(""), SEN_NOTFOUND, "names no child");
}
END_TEST

START_TEST(exact_beats_prefix)
{
	int64_t sam = child("Sam", "Ash", "3B"), samuel = child("Samuel", "Birch", "3B");

	found("sam", sam);
	ck_assert_int_eq(how, SEN_MATCH_EXACT);
	found("samu", samuel);
	fails(find("sa"), SEN_NOTFOUND, "fits 2 children");
	found("sa bi", samuel);
}
END_TEST

START_TEST(class_narrows_before_exactness)
{
	int64_t samuel;

	child("Sam", "Ash", "3B");
	samuel = child("Samuel", "Birch", "4A");
	found("sam@4A", samuel);
	ck_assert_int_eq(how, SEN_MATCH_PREFIX);
}
END_TEST

START_TEST(those_who_left_by_id_only)
{
	int64_t zoe = child("Zoe", "O'Brien", "3B");
	struct sen_pupil *pupil = child_get(zoe);

	pupil->left_on = day("2026-11-21");
	ok(sen_record_update(children_store, &sen_pupil_record, pupil, &records_err));
	fails(find("zoe"), SEN_NOTFOUND, "no child on roll");
	found("P1", zoe);
	ck_assert(match.left);
	pupil->left_on = day("2026-11-22"); /* the last day on roll */
	ok(sen_record_update(children_store, &sen_pupil_record, pupil, &records_err));
	found("zoe", zoe);
	ok(sen_record_void(children_store, &sen_pupil_record, zoe, "twice", &records_err));
	fails(find("P1"), SEN_NOTFOUND, "no pupil P1");
}
END_TEST

START_TEST(many_are_not_all_listed)
{
	for (int i = 0; i < 30; i++)
		child("Zoe", "Brown", "3B");
	fails(find("zoe brown"), SEN_NOTFOUND, "fits 30 children");
	ck_assert_ptr_nonnull(strstr(records_err.hint, "and 18 more"));
}
END_TEST

Suite *suite_find(void)
{
	Suite *suite = suite_create("find");
	TCase *tcase = tcase_create("find");

	tcase_add_checked_fixture(tcase, children_setup, children_teardown);
	tcase_add_test(tcase, by_numbers);
	tcase_add_test(tcase, a_case_names_its_child);
	tcase_add_test(tcase, digits_of_two_kinds_are_asked_about);
	tcase_add_test(tcase, by_words_of_names);
	tcase_add_test(tcase, exact_beats_prefix);
	tcase_add_test(tcase, class_narrows_before_exactness);
	tcase_add_test(tcase, those_who_left_by_id_only);
	tcase_add_test(tcase, many_are_not_all_listed);
	suite_add_tcase(suite, tcase);
	return suite;
}
