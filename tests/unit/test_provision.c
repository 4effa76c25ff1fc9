/* Provision: its children and adults in periods, sessions that can be, and planned
 * against delivered, which always adds up (R36, R38). */
#include "unit/children.h"

#include <sen/provision.h>

static int64_t zoe, sam;

static struct sen_provision *begun(const char *from, const char *until, const char *days, int64_t weeks)
{
	struct sen_provision *record = sen_record_new(records_arena, &sen_provision_record);

	record->name = "Reading";
	record->from_on = day(from);
	record->until_on = until ? day(until) : SEN_NO_DATE;
	record->days = days;
	record->weeks = weeks;
	record->minutes = 20;
	ok(sen_provision_begin(children_store, record, &records_err));
	return record;
}

static struct sen_provision_pupil *joined(const struct sen_provision *provision, int64_t pupil,
					  const char *from)
{
	struct sen_provision_pupil *member = sen_record_new(records_arena, &sen_provision_pupil_record);

	member->provision_id = provision->head.id;
	member->pupil_id = pupil;
	member->from_on = day(from);
	ok(sen_provision_join(children_store, member, &records_err));
	return member;
}

static int logged(const struct sen_provision *provision, const char *on, const char *cancelled,
		  int64_t absent)
{
	struct sen_session *session = sen_record_new(records_arena, &sen_session_record);
	const struct sen_session_absent away = {absent, "ill"};

	session->provision_id = provision->head.id;
	session->held_on = day(on);
	session->cancelled = cancelled;
	return sen_session_log(children_store, session, &away, absent ? 1 : 0, &records_err);
}

static void setup(void)
{
	children_setup();
	zoe = child("Zoe", "Nowak", "3B");
	sam = child("Sam", "Reid", "3B");
}

START_TEST(test_begin)
{
	struct sen_intervention *of = sen_record_new(records_arena, &sen_intervention_record);
	struct sen_provision *record = sen_record_new(records_arena, &sen_provision_record);
	char text[11];

	of->name = "Lego";
	of->minutes = 30;
	of->times = 3;
	of->weeks = 4;
	ok(sen_record_insert(children_store, &sen_intervention_record, of, &records_err));
	record->intervention_id = of->head.id;
	record->from_on = day("2026-11-02");
	record->times = 2;
	ok(sen_provision_begin(children_store, record, &records_err));
	ck_assert_str_eq(record->name, "Lego");
	ck_assert_int_eq(record->minutes, 30);
	ck_assert_int_eq(record->times, 2);
	ck_assert_str_eq(sen_date_text(record->until_on, text), "2026-11-27"); /* after the fourth Thursday */
	of->ended_on = day("2026-11-01");
	ok(sen_record_update(children_store, &sen_intervention_record, of, &records_err));
	record = sen_record_new(records_arena, &sen_provision_record);
	record->intervention_id = of->head.id;
	record->from_on = day("2026-11-02");
	fails(sen_provision_begin(children_store, record, &records_err), SEN_INVALID, "offered no more");
}
END_TEST

/* The catalogue of one school does not stand in another's way. */
START_TEST(test_catalogue)
{
	struct sen_intervention *one = sen_record_new(records_arena, &sen_intervention_record);
	int64_t id;

	one->name = "Lego";
	ok(sen_record_insert(children_store, &sen_intervention_record, one, &records_err));
	ck_assert_int_eq(sen_intervention_record.find(children_store, "LEGO", &id, &records_err), 1);
	ck_assert_int_eq(id, one->head.id);
	ck_assert_int_eq(sen_intervention_record.find(children_store, "Leg", &id, &records_err), 0);
	one = sen_record_new(records_arena, &sen_intervention_record);
	one->name = "lego";
	fails(sen_record_insert(children_store, &sen_intervention_record, one, &records_err), SEN_CONFLICT,
	      "there already");
}
END_TEST

static void ends(const struct sen_provision_pupil *member, const char *until, const char *reason)
{
	struct sen_provision_pupil now;
	char text[11];

	ok(sen_record_get(children_store, &sen_provision_pupil_record, member->head.id, &now, &records_err));
	ck_assert_str_eq(sen_date_text(now.until_on, text), until);
	ck_assert(reason ? now.end_reason && strcmp(now.end_reason, reason) == 0 : !now.end_reason);
}

/* Those in it to its end follow when that moves; one who left does not. */
START_TEST(test_follow)
{
	struct sen_provision *provision = begun("2026-11-02", "2026-12-12", "mon", SEN_NO_INT);
	struct sen_provision_pupil *stays = joined(provision, zoe, "2026-11-02"),
				   *leaves = joined(provision, sam, "2026-11-02");
	bool never;

	ok(sen_provision_leave(children_store, leaves, day("2026-11-13"), "done", &never, &records_err));
	ck_assert(!never);
	provision->until_on = day("2026-12-05");
	ok(sen_record_update(children_store, &sen_provision_record, provision, &records_err));
	ends(stays, "2026-12-05", NULL);
	ends(leaves, "2026-11-14", "done");
	provision->until_on = day("2026-11-10");
	ok(sen_record_update(children_store, &sen_provision_record, provision, &records_err));
	ends(leaves, "2026-11-10", "done");
	provision->until_on = SEN_NO_DATE;
	ok(sen_record_update(children_store, &sen_provision_record, provision, &records_err));
	ends(stays, "", NULL);
	ends(leaves, "2026-11-10", "done");
}
END_TEST

START_TEST(test_members)
{
	struct sen_provision *provision = begun("2026-11-02", "2026-12-12", "mon", SEN_NO_INT);
	struct sen_provision_pupil *member = joined(provision, zoe, "2026-11-02"), got;
	bool never;

	member = sen_record_new(records_arena, &sen_provision_pupil_record);
	member->provision_id = provision->head.id;
	member->pupil_id = zoe;
	member->from_on = day("2026-11-09");
	fails(sen_provision_join(children_store, member, &records_err), SEN_CONFLICT, "already in that time");
	member->from_on = day("2026-12-12");
	fails(sen_provision_join(children_store, member, &records_err), SEN_INVALID, "the last day");
	fails(sen_provision_member(children_store, provision->head.id, sam, day("2026-11-09"), &got,
				   &records_err),
	      SEN_NOTFOUND, "is not in");
	member = joined(provision, sam, "2026-11-09");
	ok(sen_provision_leave(children_store, member, day("2026-11-08"), NULL, &never, &records_err));
	ck_assert(never);
	ck_assert_int_eq(children_number("SELECT count(*) FROM provision_pupil WHERE voided_at IS NULL"), 1);
}
END_TEST

START_TEST(test_session_days)
{
	struct sen_provision *provision = begun("2026-11-02", "2026-11-21", "mon,wed", SEN_NO_INT);

	joined(provision, zoe, "2026-11-02");
	ok(logged(provision, "2026-11-04", NULL, zoe));
	fails(logged(provision, "2026-11-04", NULL, 0), SEN_CONFLICT, "there already");
	fails(logged(provision, "2026-11-07", NULL, 0), SEN_INVALID, "closed");
	fails(logged(provision, "2026-10-30", NULL, 0), SEN_INVALID, "before");
	fails(logged(provision, "2026-11-23", NULL, 0), SEN_INVALID, "has not come");
	fails(logged(provision, "2026-11-09", NULL, sam), SEN_INVALID, "is not in");
	provision->until_on = day("2026-11-04");
	fails(sen_record_update(children_store, &sen_provision_record, provision, &records_err), SEN_INVALID,
	      "outside that time");
}
END_TEST

/* Whatever comes: held is there and absent, and nobody misses what nobody planned. */
START_TEST(test_adds_up)
{
	static const char *const cancelled[] = {NULL, NULL, NULL, "hall in use"};
	unsigned seed = 7;

	for (int round = 0; round < 25; round++) {
		struct sen_provision *provision = begun("2026-09-07", NULL, round % 2 ? "mon,wed" : "tue", 9);
		struct sen_delivery got;
		char text[11];
		int64_t sessions = 0;

		joined(provision, zoe, "2026-09-07");
		joined(provision, sam, round % 3 ? "2026-09-21" : "2026-10-05");
		for (sen_date on = day("2026-09-07"); on < day("2026-11-20"); on++) {
			int64_t away = (seed = seed * 1103515245 + 12345) >> 29 & 1 ? zoe : 0;

			if ((seed >> 20) % 3 || sen_date_weekday(on) > 5 ||
			    logged(provision, sen_date_text(on, text), cancelled[(seed >> 24) % 4], away) < 0)
				continue;
			sessions++;
		}
		ok(sen_delivery(children_store, provision, SEN_NO_DATE, SEN_NO_DATE, &got, &records_err));
		ck_assert_uint_eq(got.session_count, (size_t)sessions);
		ck_assert_uint_eq(got.child_count, 2);
		for (size_t i = 0; i < 2; i++) {
			const struct sen_delivered *one = &got.children[i];
			int64_t known = one->held + one->cancelled;

			ck_assert_int_eq(one->held, one->attended + one->absent);
			/* An extra session stands for no planned one. */
			ck_assert_int_ge(one->not_logged, one->planned > known ? one->planned - known : 0);
			ck_assert_int_le(one->not_logged, one->planned);
			ck_assert_int_eq(one->minutes, one->attended * 20);
			ck_assert_int_eq(one->minutes_planned, one->planned * 20);
			ck_assert(i == 0 || one->absent == 0);
		}
		ck_assert_int_eq(got.children[0].held + got.children[0].cancelled, sessions);
		ck_assert_int_ge(got.children[0].planned, got.children[1].planned);
	}
}
END_TEST

/* A part of the time is a part of the whole. */
START_TEST(test_parts_of_time)
{
	struct sen_provision *provision = begun("2026-09-07", NULL, "mon,wed", 9);
	struct sen_delivery all, first, rest;

	joined(provision, zoe, "2026-09-07");
	ok(logged(provision, "2026-09-07", NULL, 0));
	ok(logged(provision, "2026-10-05", NULL, zoe));
	ok(logged(provision, "2026-10-07", "trip", 0));
	ok(sen_delivery(children_store, provision, SEN_NO_DATE, SEN_NO_DATE, &all, &records_err));
	ok(sen_delivery(children_store, provision, SEN_NO_DATE, day("2026-10-07"), &first, &records_err));
	ok(sen_delivery(children_store, provision, day("2026-10-07"), SEN_NO_DATE, &rest, &records_err));
	ck_assert_int_eq(all.children[0].planned, first.children[0].planned + rest.children[0].planned);
	ck_assert_int_eq(first.children[0].held, 2);
	ck_assert_int_eq(first.children[0].absent, 1);
	ck_assert_int_eq(rest.children[0].cancelled, 1);
	ck_assert_int_eq(all.children[0].planned, 18);
}
END_TEST

START_TEST(test_staff)
{
	struct sen_provision *provision = begun("2026-11-02", NULL, "mon", 6);
	struct sen_provision_adult *adult = sen_record_new(records_arena, &sen_provision_adult_record);
	int64_t lee = records_staff(children_store, "Mr Lee"), *ids;
	size_t count;

	adult->provision_id = provision->head.id;
	adult->name = "mr lee";
	adult->from_on = day("2026-11-02");
	ok(sen_provision_staff(children_store, adult, NULL, &records_err));
	ck_assert_int_eq(adult->staff_id, lee);
	ck_assert_str_eq(adult->name, "Mr Lee");
	ck_assert_ptr_nonnull(adult->role);
	adult = sen_record_new(records_arena, &sen_provision_adult_record);
	adult->provision_id = provision->head.id;
	adult->name = "Mrs Odd";
	adult->from_on = day("2026-11-16");
	fails(sen_provision_staff(children_store, adult, "Nobody", &records_err), SEN_NOTFOUND,
	      "does not give");
	ok(sen_provision_staff(children_store, adult, "MR LEE", &records_err));
	ck_assert_int_eq(adult->staff_id, SEN_NO_INT);
	ok(sen_provisions_in(children_store, "mr lee", 0, day("2026-11-16"), SEN_NO_DATE, &ids, &count,
			     &records_err));
	ck_assert_uint_eq(count, 0);
	ok(sen_provisions_in(children_store, "mr lee", 0, day("2026-11-15"), SEN_NO_DATE, &ids, &count,
			     &records_err));
	ck_assert_uint_eq(count, 1);
	ok(sen_provisions_in(children_store, NULL, zoe, SEN_NO_DATE, SEN_NO_DATE, &ids, &count,
			     &records_err));
	ck_assert_uint_eq(count, 0);
}
END_TEST

Suite *suite_provision(void)
{
	Suite *suite = suite_create("provision");
	TCase *tests = tcase_create("provision");

	tcase_add_checked_fixture(tests, setup, children_teardown);
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, test_begin);
	tcase_add_test(tests, test_catalogue);
	tcase_add_test(tests, test_follow);
	tcase_add_test(tests, test_members);
	tcase_add_test(tests, test_session_days);
	tcase_add_test(tests, test_adds_up);
	tcase_add_test(tests, test_parts_of_time);
	tcase_add_test(tests, test_staff);
	suite_add_tcase(suite, tests);
	return suite;
}
