/* The deadline table follows the records: every write settles it. */
#include "unit/records.h"

#include <sen/owed.h>
#include <sen/report.h>

#include <stdio.h>
#include <string.h>

static struct sen_store *open_ruled(void)
{
	struct sen_store *store = records_open(SEN_WRITE);

	sen_rules_attach(store);
	return store;
}

static void setup(void)
{
	struct sen_store *store;

	records_setup();
	store = open_ruled();
	ok(sen_policy_use(store, "stages", records_context.today, NULL, 0, NULL, &records_err));
	records_pupil(store, "Abel", NULL);
	records_pupil(store, "Bond", NULL);
	records_commit(store);
}

static int64_t add_concern(struct sen_store *store, int64_t pupil, const char *on)
{
	struct sen_concern *concern = sen_record_new(records_arena, &sen_concern_record);

	concern->pupil_id = pupil;
	concern->opened_on = sen_date_iso(on);
	concern->source = "staff";
	concern->concern = "Talks little";
	ok(sen_record_insert(store, &sen_concern_record, concern, &records_err));
	return concern->head.id;
}

static void check_kept(const char *want)
{
	struct sen_store *store = records_open(SEN_READ);
	int64_t wrong = -1;

	ok(sen_owed_verify(store, &wrong, &records_err));
	sen_store_close(store);
	ck_assert_int_eq(wrong, 0);
	ck_assert_str_eq(records_ask("SELECT COALESCE(group_concat(rule || ' ' || subject || ' ' || due_on ||"
				     " COALESCE(' ' || met_on, ''), '; '), '') FROM (SELECT * FROM deadline"
				     " WHERE pupil_id IS NOT NULL ORDER BY id)"),
			 want);
}

START_TEST(test_follows_the_record)
{
	struct sen_store *store = open_ruled();
	struct sen_concern concern;
	int64_t id = add_concern(store, 1, "2026-11-22");

	records_commit(store);
	check_kept("concern-window C1 2027-01-03; concern-step C1 2027-01-03");
	store = open_ruled();
	ok(sen_record_get(store, &sen_concern_record, id, &concern, &records_err));
	concern.opened_on = sen_date_iso("2026-11-22");
	concern.review_on = sen_date_iso("2026-12-14");
	ok(sen_record_update(store, &sen_concern_record, &concern, &records_err));
	records_commit(store);
	check_kept("concern-window C1 2027-01-03; concern-step C1 2026-12-14");
	store = open_ruled();
	ok(sen_concern_close(store, id, "resolved", "better", sen_date_iso("2026-11-22"), &records_err));
	records_commit(store);
	check_kept("concern-window C1 2027-01-03 2026-11-22; concern-step C1 2026-12-14 2026-11-22");
	store = open_ruled();
	ok(sen_record_void(store, &sen_concern_record, id, "wrong child", &records_err));
	records_commit(store);
	check_kept("");
}
END_TEST

START_TEST(test_only_the_child_touched)
{
	struct sen_store *store = open_ruled();

	add_concern(store, 1, "2026-11-22");
	records_commit(store);
	/* Behind the store's back: the next write of another child leaves it. */
	records_sql("UPDATE deadline SET due_on = '2027-02-02' WHERE rule = 'concern-window'");
	store = open_ruled();
	add_concern(store, 2, "2026-11-22");
	records_commit(store);
	ck_assert_str_eq(records_ask("SELECT due_on FROM deadline WHERE pupil_id = 1 ORDER BY id"),
			 "2027-02-02");
	store = records_open(SEN_READ);
	int64_t wrong;
	ok(sen_owed_verify(store, &wrong, &records_err));
	sen_store_close(store);
	ck_assert_int_eq(wrong, 1);
	store = open_ruled();
	ok(store_touch_all(store, &records_err));
	records_commit(store);
	check_kept("concern-window C1 2027-01-03; concern-step C1 2027-01-03;"
		   " concern-window C2 2027-01-03; concern-step C2 2027-01-03");
}
END_TEST

/* New term dates move what hangs on them. */
START_TEST(test_new_terms)
{
	struct sen_register_entry *entry = sen_record_new(records_arena, &sen_register_record);
	struct sen_store *store = open_ruled();

	entry->pupil_id = 2;
	entry->policy_id = 1;
	entry->level = entry->level_name = "C";
	entry->census = "K";
	entry->kind = "register";
	entry->from_on = sen_date_iso("2026-11-23");
	ok(sen_record_insert(store, &sen_register_record, entry, &records_err));
	records_commit(store);
	check_kept("parents-told RG1 2026-11-30; handover P2 2027-07-23; plan-missing RG1 2026-12-14;"
		   " parent-meeting RG1 2026-12-18; parent-report RG1 2027-11-23");
	store = open_ruled();
	ok(sen_term_close(store, sen_date_iso("2026-11-25"), sen_date_iso("2026-11-27"), "boiler",
			  &records_err));
	records_commit(store);
	check_kept("parents-told RG1 2026-12-02; handover P2 2027-07-23; plan-missing RG1 2026-12-16;"
		   " parent-meeting RG1 2026-12-18; parent-report RG1 2027-11-23");
}
END_TEST

/* What the school itself owes goes with its logbook; no child is looked at. */
START_TEST(test_follows_the_logbook)
{
	static const char owed[] = "SELECT group_concat(rule || ' ' || subject || ' ' || due_on || COALESCE("
				   "' ' || met_on, ''), '; ') FROM (SELECT * FROM deadline"
				   " WHERE pupil_id IS NULL ORDER BY due_on, rule)";
	struct sen_logbook *entry = sen_record_new(records_arena, &sen_logbook_record);
	struct sen_store *store = open_ruled();
	int64_t wrong;

	ck_assert_str_eq(records_ask(owed), "register-review SC1 2026-12-18");
	entry->kind = "register-review";
	entry->held_on = entry->closed_on = sen_date_iso("2026-11-22");
	ok(sen_record_insert(store, &sen_logbook_record, entry, &records_err));
	entry = sen_record_new(records_arena, &sen_logbook_record);
	entry->kind = "policy";
	entry->held_on = sen_date_iso("2026-11-20");
	ok(sen_record_insert(store, &sen_logbook_record, entry, &records_err));
	records_commit(store);
	ck_assert_str_eq(records_ask(owed), "register-review SC1 2026-12-18 2026-11-22;"
					    " register-review SC1 2027-03-25; school-policy SC1 2027-11-20");
	store = open_ruled();
	ok(sen_owed_verify(store, &wrong, &records_err));
	ck_assert_int_eq(wrong, 0);
	ok(sen_record_void(store, &sen_logbook_record, 1, "not done", &records_err));
	ok(sen_record_void(store, &sen_logbook_record, 2, "not done", &records_err));
	records_commit(store);
	ck_assert_str_eq(records_ask(owed), "register-review SC1 2026-12-18");
	store = open_ruled();
	ok(db_exec(store->db, "UPDATE deadline SET due_on = '2020-01-01' WHERE pupil_id IS NULL",
		   &records_err));
	ok(sen_owed_verify(store, &wrong, &records_err));
	ck_assert_int_eq(wrong, 1);
	sen_store_close(store);
}
END_TEST

/* Many children touched: whole tables are read in step with the marks. */
START_TEST(test_many)
{
	struct sen_store *store = open_ruled();
	char name[24];

	for (int i = 0; i < 2500; i++) {
		snprintf(name, sizeof(name), "Pupil%d", i);
		records_pupil(store, name, NULL);
	}
	for (int i = 0; i < 50; i++)
		add_concern(store, 3 + i * 50, "2026-11-22");
	records_commit(store);
	ck_assert_str_eq(records_ask("SELECT COUNT(*) FROM deadline WHERE pupil_id IS NOT NULL"), "100");
	ck_assert_str_eq(records_ask("SELECT COUNT(DISTINCT pupil_id) FROM deadline"), "50");
	store = records_open(SEN_READ);
	int64_t wrong;
	ok(sen_owed_verify(store, &wrong, &records_err));
	sen_store_close(store);
	ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(test_for_a_member_of_staff)
{
	struct sen_staff *staff = sen_record_new(records_arena, &sen_staff_record);
	struct sen_store *store = open_ruled();
	struct sen_report_for whom;

	staff->name = "Mrs Lee";
	staff->role = "class-teacher";
	staff->class_name = "3B";
	ok(sen_record_insert(store, &sen_staff_record, staff, &records_err));
	ok(sen_report_for(store, "mrs lee", &whom, &records_err));
	ck_assert_str_eq(whom.role, "%, class teacher,%");
	ck_assert_str_eq(whom.role_class, "3B");
	ok(sen_report_for(store, "SENDCo", &whom, &records_err));
	ck_assert_str_eq(whom.who, "%SENDCo%");
	ck_assert_ptr_null(whom.role);
	ok(sen_report_for(store, NULL, &whom, &records_err));
	ck_assert_ptr_null(whom.who);
	records_commit(store);
}
END_TEST

/* What another sendctl computed by other rules goes with the first write of any kind. */
START_TEST(test_follows_the_rules)
{
	struct sen_store *store = open_ruled();

	add_concern(store, 1, "2026-11-22");
	records_commit(store);
	store = open_ruled();
	ok(db_exec(store->db, "UPDATE deadline SET due_on = '2027-01-10'", &records_err));
	records_commit(store);
	ck_assert_str_eq(records_ask("SELECT due_on FROM deadline"), "2027-01-10");
	store = open_ruled();
	ok(store_set(store, "rules", "of last year", &records_err));
	records_commit(store);
	check_kept("concern-window C1 2027-01-03; concern-step C1 2027-01-03");
}
END_TEST

Suite *suite_deadlines(void)
{
	Suite *suite = suite_create("deadlines");
	TCase *tc = tcase_create("table");

	tcase_add_checked_fixture(tc, setup, records_teardown);
	tcase_set_timeout(tc, 60);
	tcase_add_test(tc, test_follows_the_record);
	tcase_add_test(tc, test_follows_the_rules);
	tcase_add_test(tc, test_only_the_child_touched);
	tcase_add_test(tc, test_new_terms);
	tcase_add_test(tc, test_follows_the_logbook);
	tcase_add_test(tc, test_many);
	tcase_add_test(tc, test_for_a_member_of_staff);
	suite_add_tcase(suite, tc);
	return suite;
}
