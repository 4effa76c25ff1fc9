/* Concerns: raised, tried, closed, opened again; what is refused. */
#include "unit/children.h"

#include <sen/concern.h>

static struct sen_concern *concern(int64_t pupil, const char *opened)
{
	struct sen_concern *c = sen_record_new(records_arena, &sen_concern_record);

	c->pupil_id = pupil;
	c->concern = "does not follow instructions";
	c->opened_on = day(opened);
	return c;
}

static int insert(struct sen_concern *c)
{
	return sen_record_insert(children_store, &sen_concern_record, c, &records_err);
}

START_TEST(days_must_be_possible)
{
	int64_t id = child("Zoe", "O'Brien", "3B");
	struct sen_concern *c;

	fails(insert(concern(id, "2026-11-23")), SEN_INVALID, "has not come yet");
	fails(insert(concern(id, "2018-05-11")), SEN_INVALID, "before the child was born");
	c = concern(id, "2026-11-01");
	c->review_on = day("2026-10-31");
	fails(insert(c), SEN_INVALID, "before the concern was raised");
	c->review_on = SEN_NO_DATE;
	c->source = "neighbour";
	ck_assert_int_eq(insert(c), SEN_INVALID);
	c->source = NULL;
	ok(insert(c));
	ck_assert_str_eq(c->source, "staff");
	fails(insert(concern(99, "2026-11-01")), SEN_NOTFOUND, "no pupil P99");
}
END_TEST

START_TEST(a_child_who_is_gone)
{
	int64_t id = child("Zoe", "O'Brien", "3B");
	struct sen_pupil *pupil = child_get(id);

	pupil->left_on = day("2026-10-31");
	ok(sen_record_update(children_store, &sen_pupil_record, pupil, &records_err));
	fails(insert(concern(id, "2026-11-01")), SEN_INVALID, "left on");
	ck_assert_ptr_nonnull(strstr(records_err.hint, "--left-on"));
	ok(insert(concern(id, "2026-10-31")));
	children_store->context.anyway = "back on Monday";
	ok(insert(concern(id, "2026-11-01")));
	pupil->died_on = day("2026-11-02");
	ok(sen_record_update(children_store, &sen_pupil_record, pupil, &records_err));
	fails(insert(concern(id, "2026-11-02")), SEN_INVALID, "died on");
}
END_TEST

START_TEST(tried_and_how_it_worked)
{
	struct sen_concern *c = concern(child("Zoe", "O'Brien", "3B"), "2026-11-01");

	ok(insert(c));
	ok(sen_tried_add(children_store, c, "visual timetable = helped = a little", &records_err));
	ok(sen_tried_add(children_store, c, "a+b=c", &records_err));
	ck_assert_int_eq(children_number("SELECT count(*) FROM tried WHERE what = 'visual timetable'"
					 " AND worked = 'helped = a little'"),
			 1);
	ck_assert_int_eq(
		children_number("SELECT count(*) FROM tried WHERE what = 'a+b=c' AND worked IS NULL"), 1);
	ck_assert_int_eq(sen_tried_add(children_store, c, " = helped", &records_err), SEN_INVALID);
}
END_TEST

START_TEST(closed_stays_closed)
{
	struct sen_concern *c = concern(child("Zoe", "O'Brien", "3B"), "2026-11-01");
	sen_date on = day("2026-11-10");

	ok(insert(c));
	fails(sen_concern_close(children_store, 1, "won", "why", on, &records_err), SEN_INVALID,
	      "no result 'won'");
	fails(sen_concern_close(children_store, 1, "resolved", "why", day("2026-10-31"), &records_err),
	      SEN_INVALID, "before the concern was raised");
	ok(sen_concern_close(children_store, 1, "resolved", "settled", on, &records_err));
	fails(sen_concern_close(children_store, 1, "resolved", "settled", on, &records_err), SEN_CONFLICT,
	      "already");
	ok(sen_record_get(children_store, &sen_concern_record, 1, c, &records_err));
	c->wanted = "a meeting";
	fails(sen_record_update(children_store, &sen_concern_record, c, &records_err), SEN_INVALID,
	      "was closed on");
	fails(sen_tried_add(children_store, c, "x", &records_err), SEN_INVALID, "closed");
	fails(sen_concern_reopen(children_store, 1, "back", day("2026-11-09"), &records_err), SEN_INVALID,
	      "before the day it was closed");
	ok(sen_concern_reopen(children_store, 1, "back", day("2026-11-20"), &records_err));
	fails(sen_concern_reopen(children_store, 1, "back", day("2026-11-20"), &records_err), SEN_CONFLICT,
	      "is open");
	ck_assert_int_eq(
		children_number("SELECT count(*) FROM note WHERE note LIKE 'C1 opened again: back%settled'"),
		1);
}
END_TEST

Suite *suite_concern(void)
{
	Suite *suite = suite_create("concern");
	TCase *tcase = tcase_create("concern");

	tcase_add_checked_fixture(tcase, children_setup, children_teardown);
	tcase_add_test(tcase, days_must_be_possible);
	tcase_add_test(tcase, a_child_who_is_gone);
	tcase_add_test(tcase, tried_and_how_it_worked);
	tcase_add_test(tcase, closed_stays_closed);
	suite_add_tcase(suite, tcase);
	return suite;
}
