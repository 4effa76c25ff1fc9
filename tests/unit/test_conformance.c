/* Conformance: each rule finds its case and stays silent on a right one. */
#include "unit/records.h"

#include <sen/owed.h>
#include <sen/report.h>

#include <string.h>

static void setup(void)
{
	struct sen_store *store;

	records_setup();
	store = records_open(SEN_WRITE);
	sen_rules_attach(store);
	ok(sen_policy_use(store, "circle", records_context.today, NULL, 0, NULL, &records_err));
	records_pupil(store, "Abel", "H801200001001"); /* replaced below by a right one */
	records_commit(store);
}

static const struct {
	const char *rule; /* NULL: nothing is found */
	const char *severity, *finding;
	const char *sql; /* what makes the case, on a child that is right */
} cases[] = {
	{NULL, NULL, NULL, "SELECT 1"},
	{"upn-missing", "advice", "has no UPN", "UPDATE pupil SET upn = NULL"},
	{"upn-temporary", "advice", "temporary UPN", "UPDATE pupil SET upn = 'Q33020000001A'"},
	{"upn-wrong", "advice", "the UPN is wrong", "UPDATE pupil SET upn = '123'"},
	{"year-dob", "advice", "is in year 6; the date of birth says 4", "UPDATE enrolment SET year = '6'"},
	{"class-missing", "advice", "has no class", "UPDATE enrolment SET class = NULL"},
	{"need-missing", "law", "without any need", "UPDATE need SET voided_at = '2026-11-22T09:00:00Z'"},
	{"need-primary", "law", "none is the primary", "UPDATE need SET rank = 2"},
	{"need-nsa-plan", "advice", "NSA",
	 "UPDATE need SET type = 'NSA'; UPDATE register_entry SET census = 'E', kind = 'plan', level = "
	 "'EHC'"},
	{"parents-told", "law", "no record that the parents were told",
	 "UPDATE register_entry SET told_on = NULL"},
	{"level-unknown", "policy", "level 'C'", "UPDATE register_entry SET level = 'C'"},
	{"import-unknown-code", "advice", "an unknown code",
	 "INSERT INTO mis_finding (id, uid, rev, school_id, pupil_id, kind, field, finding, found_on) VALUES"
	 " (1, 'f', 1, 1, 1, 'unknown-code', 'need', 'an unknown code', '2026-11-22')"},
	{NULL, NULL, NULL,
	 "INSERT INTO mis_finding (id, uid, rev, school_id, pupil_id, kind, field, finding, found_on, "
	 "settled_on) "
	 "VALUES"
	 " (1, 'f', 1, 1, 1, 'unknown-code', 'need', 'settled', '2026-11-22', '2026-11-22')"},
	{"concern-review-date", "policy", "no review date",
	 "INSERT INTO concern (id, uid, school_id, rev, pupil_id, opened_on, source, concern) VALUES"
	 " (1, 'c', 1, 1, 1, '2026-11-20', 'staff', 'x')"},
	{"action", "advice", "late since 2026-11-20: ring home",
	 "INSERT INTO deadline (id, school_id, pupil_id, rule, subject, cycle, due_on, owner, basis, what) "
	 "VALUES"
	 " (1001, 1, 1, 'action', 'A1', 0, '2026-11-20', 'SENCO', 'judgement', 'ring home')"},
	{"rule-passed-by", "policy", "went on where the policy says no: a reason",
	 "UPDATE audit SET anyway = 'a reason' WHERE noun = 'pupil'"},
	/* A child who has left is not asked about. */
	{NULL, NULL, NULL, "UPDATE pupil SET upn = NULL, left_on = '2026-10-01'"},
};

/* A child about whom nothing is wrong: year 4, class, need, told. */
static void right_child(void)
{
	records_sql(
		"UPDATE pupil SET upn = 'A801200001001';"
		"INSERT INTO enrolment (id, uid, school_id, rev, pupil_id, year, class, from_on) VALUES"
		" (1, 'e', 1, 1, 1, '4', '4A', '2026-09-01');"
		"INSERT INTO register_entry (id, uid, school_id, rev, pupil_id, policy_id, level, level_name,"
		" census, kind, from_on, told_on) VALUES (1, 'r', 1, 1, 1, 1, 'SS', 'SEND Support', 'K',"
		" 'register', '2026-01-01', '2026-01-02');"
		"INSERT INTO need (id, uid, school_id, rev, pupil_id, type, rank, from_on) VALUES"
		" (1, 'n', 1, 1, 1, 'SLCN', 1, '2026-01-01')");
	records_sql(sen_format(records_arena, "UPDATE pupil SET upn = '%c801200001001'",
			       sen_upn_letter("A801200001001")));
}

START_TEST(test_rules)
{
	struct sen_finding *items;
	struct sen_store *store;
	size_t count;

	right_child();
	records_sql(cases[_i].sql);
	store = records_open(SEN_READ);
	ok(sen_conformance(store, &items, &count, &records_err));
	sen_store_close(store);
	if (!cases[_i].rule) {
		ck_assert_msg(count == 0, "%s: %s", count ? items[0].rule : "",
			      count ? items[0].finding : "");
		return;
	}
	ck_assert_msg(count == 1, "%zu findings: %s %s", count, count ? items[0].rule : "",
		      count > 1 ? items[1].rule : "");
	ck_assert_str_eq(items[0].rule, cases[_i].rule);
	ck_assert_str_eq(items[0].severity, cases[_i].severity);
	ck_assert_msg(strstr(items[0].finding, cases[_i].finding) != NULL, "%s", items[0].finding);
	ck_assert_str_eq(items[0].pupil, "Zoe Abel");
	ck_assert_ptr_nonnull(items[0].fix);
	/* A judgement cites no policy. */
	ck_assert(strcmp(items[0].severity, "advice") != 0 || !items[0].cite);
}
END_TEST

Suite *suite_conformance(void)
{
	Suite *suite = suite_create("conformance");
	TCase *tc = tcase_create("rules");

	tcase_add_checked_fixture(tc, setup, records_teardown);
	tcase_add_loop_test(tc, test_rules, 0, SEN_COUNT(cases));
	suite_add_tcase(suite, tc);
	return suite;
}
