/* What is refused of a child, and what follows a change of one. */
#include "unit/children.h"

static int update(struct sen_pupil *pupil)
{
	return sen_record_update(children_store, &sen_pupil_record, pupil, &records_err);
}

START_TEST(numbers_are_right_and_one_childs)
{
	int64_t zoe = child("Zoe", "O'Brien", NULL), adam = child("Adam", "Kowal", NULL);
	struct sen_pupil *pupil = child_get(zoe);

	pupil->upn = " q330 2000 25001";
	ok(update(pupil));
	ck_assert_str_eq(child_get(zoe)->upn, "Q330200025001");
	pupil = child_get(adam);
	pupil->upn = "Q330200025001";
	fails(update(pupil), SEN_CONFLICT, "belongs to P1");
	pupil->upn = "A330200025001";
	fails(update(pupil), SEN_INVALID, "UPN is not right");
	pupil->upn = "Q33020002500";
	fails(update(pupil), SEN_INVALID, "UPN is not right");
	pupil->upn = "B33020002500A"; /* temporary */
	ok(update(pupil));
}
END_TEST

START_TEST(days_must_be_possible)
{
	struct sen_pupil *pupil = child_get(child("Zoe", "O'Brien", NULL));

	pupil->dob = day("2026-11-23");
	fails(update(pupil), SEN_INVALID, "has not come yet");
	pupil->dob = day("1906-11-21");
	fails(update(pupil), SEN_INVALID, "more than 120 years");
	pupil->dob = day("2018-05-12");
	pupil->left_on = day("2022-09-04");
	fails(update(pupil), SEN_INVALID, "before the first day on roll");
	pupil->left_on = SEN_NO_DATE;
	pupil->admitted_on = day("2018-05-11");
	fails(update(pupil), SEN_INVALID, "before the child was born");
	pupil->admitted_on = day("2022-09-05");
	pupil->died_on = day("2026-11-23");
	fails(update(pupil), SEN_INVALID, "has not come yet");
	pupil->died_on = day("2018-05-11");
	fails(update(pupil), SEN_INVALID, "before the child was born");
	pupil->died_on = SEN_NO_DATE;
	pupil->surname = NULL;
	ck_assert_int_eq(update(pupil), SEN_INVALID);
}
END_TEST

START_TEST(words_follow_the_names)
{
	int64_t id = child("Zo\xc3\xab", "Smith-Jones", NULL);
	struct sen_pupil *pupil;

	ck_assert_str_eq(child_get(id)->sort_key, "smith jones zoe");
	ck_assert_int_eq(children_number("SELECT count(*) FROM search_word"), 3);
	pupil = child_get(id);
	pupil->surname = "Jones";
	pupil->preferred_forename = "Zo";
	ok(update(pupil));
	ck_assert_str_eq(child_get(id)->sort_key, "jones zoe");
	ck_assert_int_eq(children_number("SELECT count(*) FROM search_word"), 3);
	ok(sen_record_void(children_store, &sen_pupil_record, id, "twice", &records_err));
	ck_assert_int_eq(children_number("SELECT count(*) FROM search_word"), 0);
	ok(sen_record_unvoid(children_store, &sen_pupil_record, id, "no", &records_err));
	ck_assert_int_eq(children_number("SELECT count(*) FROM search_word"), 3);
}
END_TEST

START_TEST(what_a_person_changed_is_known)
{
	int64_t id = child("Zoe", "O'Brien", NULL);
	struct sen_pupil *pupil = child_get(id);

	/* Nothing to merge with before the MIS has told of the child. */
	pupil->forename = "Zo";
	ok(update(pupil));
	ck_assert_int_eq(children_number("SELECT count(*) FROM mis_override"), 0);
	children_store->importing = true;
	pupil->mis_digest = "abc";
	pupil->forename = "Zoe";
	ok(update(pupil));
	children_store->importing = false;
	ck_assert_int_eq(children_number("SELECT count(*) FROM mis_override"), 0);
	pupil->forename = "Zoey";
	ok(update(pupil));
	pupil->forename = "Zoeyy";
	ok(update(pupil));
	ck_assert_int_eq(children_number("SELECT count(*) FROM mis_override WHERE field = 'forename'"
					 " AND base = 'Zoe'"),
			 1);
}
END_TEST

START_TEST(the_list_reads_in_order)
{
	const char *const parts[] = {"EXPLAIN QUERY PLAN ", sen_pupil_list_query.sql, NULL};
	const char *sql = db_join(records_arena, parts);
	bool in_order = false;
	DB_STMT *stmt = NULL;

	ok(db_prepare(children_store->db, sql, &stmt, &records_err));
	while (db_step(stmt, &records_err) == 1) {
		const char *line = db_col_text(stmt, 3, NULL);

		ck_assert_msg(!strstr(line, "TEMP B-TREE"), "%s", line);
		ck_assert_msg(strncmp(line, "SCAN", 4) != 0 || strstr(line, "pupil_sort"), "%s", line);
		in_order = in_order || strstr(line, "pupil_sort");
	}
	ck_assert(in_order);
}
END_TEST

Suite *suite_pupil(void)
{
	Suite *suite = suite_create("pupil");
	TCase *tcase = tcase_create("pupil");

	tcase_add_checked_fixture(tcase, children_setup, children_teardown);
	tcase_add_test(tcase, numbers_are_right_and_one_childs);
	tcase_add_test(tcase, days_must_be_possible);
	tcase_add_test(tcase, words_follow_the_names);
	tcase_add_test(tcase, what_a_person_changed_is_known);
	tcase_add_test(tcase, the_list_reads_in_order);
	suite_add_tcase(suite, tcase);
	return suite;
}
