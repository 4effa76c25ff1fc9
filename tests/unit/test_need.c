/* Needs in rank order, as periods. */
#include "unit/children.h"

static const char *now_at(int64_t pupil)
{
	struct sen_need *all;
	size_t count;
	struct sen_buf out = {.arena = records_arena};

	ok(sen_record_of_pupil(children_store, &sen_need_record, pupil, (void **)&all, &count, &records_err));
	for (int64_t rank = 1; rank < 9; rank++) {
		for (size_t i = 0; i < count; i++) {
			if (all[i].until_on == SEN_NO_DATE && all[i].rank == rank)
				sen_buf_addf(&out, "%s ", all[i].type);
		}
	}
	return out.text ? out.text : "";
}

static int set(int64_t pupil, const char *a, const char *b, const char *on)
{
	const char *types[] = {a, b};

	return sen_needs_set(children_store, pupil, types, b ? 2 : 1, on ? day(on) : SEN_NO_DATE, NULL,
			     "test", &records_err);
}

START_TEST(the_order_is_kept_from_a_day)
{
	int64_t id = child("Zoe", "O'Brien", "3B");

	ok(set(id, "SLCN", "MLD", "2026-09-10"));
	ck_assert_str_eq(now_at(id), "SLCN MLD ");
	ok(set(id, "SLCN", "MLD", "2026-10-10")); /* no change */
	ck_assert_int_eq(children_number("SELECT count(*) FROM need"), 2);
	ok(set(id, "MLD", "SLCN", "2026-10-10"));
	ck_assert_str_eq(now_at(id), "MLD SLCN ");
	ck_assert_int_eq(children_number("SELECT count(*) FROM need WHERE until_on = '2026-10-10'"), 2);
	ok(set(id, "MLD", NULL, "2026-11-10"));
	ck_assert_str_eq(now_at(id), "MLD ");
	fails(set(id, "ASD", NULL, "2026-10-01"), SEN_INVALID, "after that day");
	ok(set(id, "ASD", NULL, NULL)); /* unknown: from today */
	ck_assert_str_eq(now_at(id), "ASD ");
}
END_TEST

START_TEST(impossible_ones_are_refused)
{
	int64_t id = child("Zoe", "O'Brien", "3B");
	struct sen_need *need = sen_record_new(records_arena, &sen_need_record);

	fails(set(id, "ADHD", NULL, NULL), SEN_INVALID, "no type of need 'ADHD'");
	fails(set(id, "MLD", "MLD", NULL), SEN_INVALID, "given twice");
	fails(set(id, "MLD", NULL, "2018-01-01"), SEN_INVALID, "before the child was born");
	ok(set(id, "SLCN", "MLD", "2026-09-10"));
	need->pupil_id = id;
	need->type = "ASD";
	need->rank = 1;
	need->from_on = day("2026-10-01");
	fails(sen_record_insert(children_store, &sen_need_record, need, &records_err), SEN_INVALID,
	      "primary need already");
	need->rank = 2;
	fails(sen_record_insert(children_store, &sen_need_record, need, &records_err), SEN_INVALID,
	      "need of that rank");
	need->rank = 0;
	ck_assert_int_eq(sen_record_insert(children_store, &sen_need_record, need, &records_err),
			 SEN_INVALID);
	need->rank = 3;
	need->type = "SLCN";
	fails(sen_record_insert(children_store, &sen_need_record, need, &records_err), SEN_INVALID,
	      "recorded already");
}
END_TEST

Suite *suite_need(void)
{
	Suite *suite = suite_create("need");
	TCase *tcase = tcase_create("need");

	tcase_add_checked_fixture(tcase, children_setup, children_teardown);
	tcase_add_test(tcase, the_order_is_kept_from_a_day);
	tcase_add_test(tcase, impossible_ones_are_refused);
	suite_add_tcase(suite, tcase);
	return suite;
}
