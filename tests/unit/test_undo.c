/* The last command of a user, taken back. */
#include "unit/records.h"

#include <stdio.h>
#include <string.h>

static int64_t first;

/* One command each: two staff; a change of one and the other removed. */
static void setup(void)
{
	struct sen_store *store;
	struct sen_staff staff;

	records_setup();
	records_context.verb = "staff add";
	store = records_open(SEN_WRITE);
	first = records_staff(store, "Ann Archer");
	records_staff(store, "Ben Boyd");
	records_commit(store);
	records_context.verb = "staff edit";
	store = records_open(SEN_WRITE);
	ok(sen_record_get(store, &sen_staff_record, first, &staff, &records_err));
	staff.name = "Ann \"Quill\" Archer";
	staff.note = "two\nlines";
	staff.until_on = sen_date_iso("2027-01-01");
	ok(sen_record_update(store, &sen_staff_record, &staff, &records_err));
	staff.name = "Ann Archer-Quill";
	ok(sen_record_update(store, &sen_staff_record, &staff, &records_err));
	ok(sen_record_void(store, &sen_staff_record, first + 1, "left", &records_err));
	records_commit(store);
}

static int undo_once(void)
{
	struct sen_store *store;
	struct sen_undo undo;
	int rc;

	records_context.verb = "undo";
	store = records_open(SEN_WRITE);
	if ((rc = sen_undo_find(store, &undo, &records_err)) == 0 &&
	    (rc = sen_undo_do(store, &undo, &records_err)) == 0)
		records_commit(store);
	else
		sen_store_close(store);
	return rc;
}

START_TEST(told_first)
{
	struct sen_store *store = records_open(SEN_READ);
	struct sen_undo undo;

	ok(sen_undo_find(store, &undo, &records_err));
	ck_assert_str_eq(undo.verb, "staff edit");
	ck_assert_str_eq(undo.at, "2026-11-22T09:00:00Z");
	ck_assert_int_eq(undo.command, 4);
	ck_assert_uint_eq(undo.count, 3);
	ck_assert_str_eq(undo.lines[0], "put back member of staff ST2");
	ck_assert_str_eq(undo.lines[1], "set member of staff ST1 back: name");
	ck_assert_str_eq(undo.lines[2], "set member of staff ST1 back: name, until_on, note");
	sen_store_close(store);
}
END_TEST

START_TEST(one_after_the_other)
{
	ok(undo_once());
	ck_assert_str_eq(records_ask("SELECT name FROM staff WHERE id = 1"), "Ann Archer");
	ck_assert_str_eq(records_ask("SELECT count(*) FROM staff WHERE note IS NULL AND until_on IS NULL"),
			 "2");
	ck_assert_str_eq(records_ask("SELECT count(*) FROM staff WHERE voided_at IS NULL"), "2");
	ck_assert_str_eq(records_ask("SELECT record_id FROM audit WHERE op = 'undo'"), "4");
	ok(undo_once());
	ck_assert_str_eq(records_ask("SELECT count(*) FROM staff WHERE voided_at IS NULL"), "0");
	/* What is left founded the file; it is the test's own, verb "test". */
	records_sql("UPDATE command SET verb = 'init' WHERE id = 1");
	fails(undo_once(), SEN_INVALID, "'init'");
}
END_TEST

START_TEST(only_ones_own)
{
	struct sen_store *store;
	struct sen_undo undo;

	records_context.who = "Mr Jones";
	store = records_open(SEN_WRITE);
	fails(sen_undo_find(store, &undo, &records_err), SEN_NOTFOUND, "nothing of yours");
	records_context.verb = "staff add";
	records_staff(store, "Cat Cole");
	records_commit(store);
	records_context.who = NULL;
	store = records_open(SEN_READ);
	ok(sen_undo_find(store, &undo, &records_err));
	ck_assert_str_eq(undo.verb, "staff edit");
	sen_store_close(store);
}
END_TEST

START_TEST(not_when_changed_since)
{
	struct sen_store *store;
	struct sen_staff staff;

	records_context.who = "Mr Jones";
	store = records_open(SEN_WRITE);
	ok(sen_record_get(store, &sen_staff_record, first, &staff, &records_err));
	staff.note = "another";
	ok(sen_record_update(store, &sen_staff_record, &staff, &records_err));
	records_commit(store);
	records_context.who = NULL;
	fails(undo_once(), SEN_CONFLICT, "staff ST1 has been changed since");
	ck_assert_str_eq(records_ask("SELECT note FROM staff WHERE id = 1"), "another");
	ck_assert_str_eq(records_ask("SELECT count(*) FROM audit WHERE op = 'undo'"), "0");
}
END_TEST

START_TEST(notes_are_passed_over)
{
	struct sen_store *store;
	struct sen_undo undo;

	records_context.verb = "pupil export";
	store = records_open(SEN_WRITE);
	ok(sen_audit_note(store, "pupil", 1, "exported", &records_err));
	records_commit(store);
	store = records_open(SEN_READ);
	ok(sen_undo_find(store, &undo, &records_err));
	ck_assert_str_eq(undo.verb, "staff edit");
	sen_store_close(store);
}
END_TEST

START_TEST(what_was_erased_cannot_come_back)
{
	struct sen_store *store = records_open(SEN_WRITE);

	ok(audit_redact(store, "staff", first, "retention", &records_err));
	records_commit(store);
	fails(undo_once(), SEN_INVALID, "erased");
}
END_TEST

Suite *suite_undo(void)
{
	Suite *suite = suite_create("undo");
	TCase *tc = tcase_create("undo");

	tcase_add_checked_fixture(tc, setup, records_teardown);
	tcase_add_test(tc, told_first);
	tcase_add_test(tc, one_after_the_other);
	tcase_add_test(tc, only_ones_own);
	tcase_add_test(tc, not_when_changed_since);
	tcase_add_test(tc, notes_are_passed_over);
	tcase_add_test(tc, what_was_erased_cannot_come_back);
	suite_add_tcase(suite, tc);
	return suite;
}
