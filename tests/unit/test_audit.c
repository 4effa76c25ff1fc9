/* The chain finds what was done behind its back. */
#include "unit/records.h"

#include <stdio.h>
#include <string.h>

static int64_t pupil;

static void setup(void)
{
	struct sen_store *store;
	struct sen_staff *staff;
	int64_t id;

	records_setup();
	records_context.who = "Ms Clarke";
	store = records_open(SEN_WRITE);
	id = records_staff(store, "Ann Archer");
	staff = sen_record_new(records_arena, &sen_staff_record);
	ok(sen_record_get(store, &sen_staff_record, id, staff, &records_err));
	staff->name = "Ann \"Quill\" Archer\n";
	staff->note = "moved";
	ok(sen_record_update(store, &sen_staff_record, staff, &records_err));
	pupil = records_pupil(store, "Mills", NULL);
	records_commit(store);
	records_context.today_assumed = true;
	store = records_open(SEN_WRITE);
	ok(sen_audit_note(store, "pupil", pupil, "printed", &records_err));
	ok(sen_record_void(store, &sen_staff_record, id, "left", &records_err));
	records_commit(store);
}

static struct sen_audit_report verify(void)
{
	struct sen_store *store;
	struct sen_audit_report report;

	ok(sen_store_open(records_arena, records_path, SEN_READ, &records_context, &store, &records_err));
	ok(sen_store_begin(store, &records_err));
	ok(sen_audit_verify(store, &report, &records_err));
	sen_store_close(store);
	return report;
}

START_TEST(what_an_entry_keeps)
{
	ck_assert_str_eq(records_ask("SELECT fields FROM audit WHERE seq = 3"), "name,note");
	ck_assert_str_eq(records_ask("SELECT body FROM audit WHERE seq = 3"),
			 "[[\"Ann Archer\",\"Ann \\\"Quill\\\" Archer\\n\"],[null,\"moved\"]]");
	ck_assert_str_eq(records_ask("SELECT body FROM audit WHERE seq = 2"), "[\"Ann Archer\",\"ta\"]");
	ck_assert_str_eq(
		records_ask("SELECT op || noun || record_id || rev || pupil_id FROM audit WHERE seq = 4"),
		"insertpupil111");
	ck_assert_str_eq(records_ask("SELECT who || verb || at FROM command WHERE id = 2"),
			 "Ms Clarketest2026-11-22T09:00:00Z");
	ck_assert_str_eq(records_ask("SELECT group_concat(command) FROM audit"), "1,2,2,2,5,5");
	ck_assert_str_eq(records_ask("SELECT group_concat(ifnull(today, '-')) FROM command"),
			 "-,-,2026-11-22");
	ck_assert_str_eq(records_ask("SELECT body FROM audit WHERE seq = 6"), "{\"reason\":\"left\"}");
	ck_assert_str_eq(records_ask("SELECT login LIKE 'uid %' FROM command WHERE id = 5"), "1");
}
END_TEST

START_TEST(whole)
{
	struct sen_audit_report report = verify();

	ck_assert_int_eq(report.bad_seq, 0);
	ck_assert_int_eq(report.entries, 6);
	ck_assert_int_eq(report.redacted, 0);
	ck_assert_str_eq(report.head, records_ask("SELECT lower(hex(h)) FROM audit WHERE seq = 6"));
}
END_TEST

static const struct {
	const char *sql;
	int64_t bad;
	const char *what;
} tampered[] = {
	{"UPDATE audit SET body = replace(body, 'Archer', 'Baker') WHERE seq = 2", 2, "changed"},
	{"UPDATE command SET who = 'Mr Jones' WHERE id = 2", 2, "changed"},
	{"UPDATE command SET who = NULL WHERE id = 5", 5, "changed"},
	{"UPDATE command SET at = '2020-01-01T00:00:00Z' WHERE id = 1", 1, "changed"},
	{"UPDATE command SET today = '2026-11-21' WHERE id = 5", 5, "changed"},
	{"UPDATE command SET today = NULL WHERE id = 5", 5, "changed"},
	{"UPDATE command SET login = 'uid 7' WHERE id = 2", 2, "changed"},
	{"UPDATE command SET verb = 'x' WHERE id = 2", 2, "changed"},
	{"UPDATE command SET login = login || substr(verb, 1, 1), verb = substr(verb, 2)", 1, "changed"},
	{"DELETE FROM command WHERE id = 2", 2, "command is missing"},
	{"UPDATE command SET id = 4 WHERE id = 5", 5, "command is missing"},
	{"UPDATE audit SET command = 4 WHERE seq > 4; UPDATE command SET id = 4 WHERE id = 5", 5, "changed"},
	{"UPDATE audit SET command = 2 WHERE seq > 4", 5, "changed"},
	{"INSERT INTO command SELECT 7, at, today, who, login, verb FROM command WHERE id = 5", 6,
	 "no entry bears"},
	{"UPDATE audit SET op = 'insert' WHERE seq = 3", 3, "changed"},
	{"UPDATE audit SET noun = 'pupil' WHERE seq = 3", 3, "changed"},
	{"UPDATE audit SET record_id = 2 WHERE seq = 3", 3, "changed"},
	{"UPDATE audit SET rev = 9 WHERE seq = 3", 3, "changed"},
	{"UPDATE audit SET pupil_id = 9 WHERE seq = 3", 3, "changed"},
	{"UPDATE audit SET pupil_id = NULL WHERE seq = 4", 4, "changed"},
	{"UPDATE audit SET fields = 'name' WHERE seq = 3", 3, "changed"},
	{"UPDATE audit SET anyway = 'x' WHERE seq = 3", 3, "changed"},
	{"UPDATE audit SET command = 3 WHERE seq = 3", 3, "command is missing"},
	{"UPDATE audit SET school_id = 2 WHERE seq = 3", 3, "changed"},
	{"UPDATE audit SET salt = zeroblob(16) WHERE seq = 3", 3, "changed"},
	{"UPDATE audit SET h = zeroblob(32) WHERE seq = 3", 3, "changed"},
	{"UPDATE audit SET h = x'00' WHERE seq = 3", 3, "changed"},
	{"UPDATE audit SET body = NULL, salt = NULL WHERE seq = 3", 3, "changed"},
	{"UPDATE audit SET text_h = zeroblob(32) WHERE seq = 3", 3, "changed"},
	/* Letters moved from one fact to the next do not cancel out. */
	{"UPDATE audit SET op = op || substr(noun, 1, 1), noun = substr(noun, 2) WHERE seq = 3", 3,
	 "changed"},
	{"DELETE FROM audit WHERE seq = 3", 3, "missing"},
	{"DELETE FROM audit WHERE seq = 1", 1, "missing"},
	{"DELETE FROM audit WHERE seq = 6", 6, "last entries are missing"},
	{"DELETE FROM audit WHERE seq >= 2", 2, "last entries are missing"},
	{"DELETE FROM audit", 1, "last entries are missing"},
	{"DELETE FROM audit WHERE seq = 3; UPDATE audit SET seq = seq - 1 WHERE seq > 3", 3, "changed"},
	{"UPDATE audit SET seq = 99 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3;"
	 "UPDATE audit SET seq = 3 WHERE seq = 99",
	 2, "changed"},
	{"INSERT INTO audit SELECT 7, school_id, command, op, noun, record_id, "
	 "rev,"
	 " pupil_id, fields, anyway, salt, body, text_h, h FROM audit WHERE seq = 6",
	 7, "changed"},
	{"UPDATE audit_head SET seq = 5", 6, "kept as last"},
	{"UPDATE audit_head SET h = zeroblob(32)", 6, "kept as last"},
	{"DELETE FROM audit_head", 6, "kept as last"},
	/* The tail cut and the head set back: only a head kept elsewhere tells (design.md 4). */
	{"DELETE FROM audit WHERE seq = 6; UPDATE audit_head SET seq = 5, h = (SELECT h FROM audit WHERE seq "
	 "= 5)",
	 0, NULL},
};

START_TEST(tampering)
{
	struct sen_audit_report report;

	records_sql(tampered[_i].sql);
	report = verify();
	ck_assert_msg(report.bad_seq == tampered[_i].bad, "%s: %lld", tampered[_i].sql,
		      (long long)report.bad_seq);
	if (tampered[_i].what)
		ck_assert_msg(strstr(report.bad_what, tampered[_i].what) != NULL, "%s: %s", tampered[_i].sql,
			      report.bad_what);
}
END_TEST

/* A tail that was cut stays found after more was written. */
START_TEST(a_cut_tail_leaves_a_gap)
{
	struct sen_audit_report report;
	struct sen_store *store;

	records_sql("DELETE FROM audit WHERE seq = 6");
	store = records_open(SEN_WRITE);
	records_staff(store, "Ben Boyd");
	records_commit(store);
	report = verify();
	ck_assert_int_eq(report.bad_seq, 6);
	ck_assert_str_eq(report.bad_what, "entry missing");
}
END_TEST

START_TEST(redaction)
{
	struct sen_store *store = records_open(SEN_WRITE);
	struct sen_audit_report report;

	ok(audit_redact(store, "staff", 1, "retention", &records_err));
	ok(audit_redact(store, "staff", 99, "nothing there", &records_err));
	records_commit(store);
	ck_assert_str_eq(records_ask("SELECT count(*) FROM audit WHERE body LIKE '%Archer%'"), "0");
	ck_assert_str_eq(records_ask("SELECT fields FROM audit WHERE op = 'redact'"), "2,3,6");
	ck_assert_str_eq(records_ask("SELECT fields FROM audit WHERE seq = 3"), "name,note"); /* facts stay */
	report = verify();
	ck_assert_msg(report.bad_seq == 0, "%s", report.bad_what);
	ck_assert_int_eq(report.redacted, 3);
	ck_assert_int_eq(report.entries, 7);
	/* Text that no entry says was taken out. */
	records_sql("UPDATE audit SET salt = NULL, body = NULL, text_h = zeroblob(32) WHERE seq = 4");
	ck_assert_int_eq(verify().bad_seq, 4);
}
END_TEST

START_TEST(two_schools_two_chains)
{
	struct sen_store *store = records_open(SEN_WRITE);
	struct sen_school *school = sen_record_new(records_arena, &sen_school_record);
	struct sen_audit_report report;

	school->name = "Oak Park";
	school->dfe = "330/2035";
	school->adopted_on = records_context.today;
	ok(sen_record_insert(store, &sen_school_record, school, &records_err));
	ok(sen_store_school(store, "330/2035", &records_err));
	records_staff(store, "Cat Cole");
	ok(sen_store_school(store, "elm", &records_err));
	records_staff(store, "Dee Day");
	records_commit(store);
	ck_assert_str_eq(records_ask("SELECT group_concat(school_id || ':' || seq) FROM audit_head"),
			 "1:9,2:8");
	report = verify();
	ck_assert_int_eq(report.bad_seq, 0);
	ck_assert_int_eq(report.entries, 9);
	records_sql("DELETE FROM audit WHERE seq = 8");
	ck_assert_int_eq(verify().bad_seq, 8);
}
END_TEST

Suite *suite_audit(void)
{
	Suite *suite = suite_create("audit");
	TCase *tc = tcase_create("audit");

	tcase_add_checked_fixture(tc, setup, records_teardown);
	tcase_add_test(tc, what_an_entry_keeps);
	tcase_add_test(tc, whole);
	tcase_add_loop_test(tc, tampering, 0, (int)SEN_COUNT(tampered));
	tcase_add_test(tc, a_cut_tail_leaves_a_gap);
	tcase_add_test(tc, redaction);
	tcase_add_test(tc, two_schools_two_chains);
	suite_add_tcase(suite, tc);
	return suite;
}
