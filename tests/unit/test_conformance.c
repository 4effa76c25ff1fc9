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

/* Three reviews, the last on 1 October. */
#define REVIEW(id, on, parent, pupil, voice, decision) \
	"(" id ", 'v" id "', 1, 1, 1, 'termly', '" on "', " parent ", " pupil ", " voice ", " decision ")"
#define REVIEWS(parent, pupil, voice, decision)                                                          \
	"INSERT INTO review (id, uid, school_id, rev, pupil_id, kind, held_on, parent_part, pupil_part," \
	" pupil_voice, decision) VALUES " REVIEW(                                                        \
		"1", "2026-02-02", parent, pupil, voice,                                                 \
		"NULL") "," REVIEW("2", "2026-05-11", parent, pupil, voice,                              \
				   "NULL") "," REVIEW("3", "2026-10-01", parent, pupil, voice, decision)

/* An EHC plan that is as it should be; `more` takes something away. */
#define CENSUS_E "UPDATE register_entry SET census = 'E', kind = 'plan', level = 'EHC'; "
#define EHC                                                                                                \
	"UPDATE target SET ehc_outcome = 'O1'; INSERT INTO consent (id, uid, school_id, rev, pupil_id, "   \
	"purpose,"                                                                                         \
	" given_by, from_on) VALUES (1, 'c1', 1, 1, 1, 'ehc', 'Mum', '2026-01-20'); INSERT INTO ehc (id, " \
	"uid, school_id, rev, pupil_id,"                                                                   \
	" opened_on, source, consent_id) VALUES (1, 'h', 1, 1, 1, '2026-02-01', 'school', 1); "
#define HAPPENED(id, on, event, version)                                                                     \
	"INSERT INTO milestone (id, uid, school_id, rev, pupil_id, ehc_id, event, event_name,"               \
	" happened_on, version) VALUES (" id ", 'm" id "', 1, 1, 1, 1, '" event "', 'x', '" on "', " version \
	"); "
#define ITEM(id, section, serves)                                                                         \
	"INSERT INTO ehc_item (id, uid, school_id, rev, pupil_id, ehc_id, section, number, since, words," \
	" serves) VALUES (" id ", 'i" id "', 1, 1, 1, 1, '" section "', 1, 1, 'w', " serves "); "
#define PLAN                                                                                               \
	CENSUS_E EHC HAPPENED("1", "2026-06-01", "final-plan", "1")                                        \
		HAPPENED("2", "2026-06-08", "plan-meeting", "NULL")                                        \
			HAPPENED("3", "2026-06-08", "told-section-f", "NULL") ITEM("1", "B", "NULL")       \
				ITEM("2", "E", "'B1'")                                                     \
					ITEM("3", "F", "'B1 E1'") "UPDATE ehc_item SET provisions = 'G1' " \
								  "WHERE section = 'F'; "
#define ANNUAL(more)                                                                                         \
	PLAN "INSERT INTO review (id, uid, school_id, rev, pupil_id, kind, held_on, parent_part,"            \
	     " pupil_part) VALUES (9, 'v9', 1, 1, 1, 'annual', '2026-11-10', 'came', 'came');"               \
	     " INSERT INTO invitation (id, uid, school_id, rev, pupil_id, review_id, who, role, invited_on," \
	     " advice_asked_on) VALUES (1, 'n1', 1, 1, 1, 9, 'Ms Ali', 'authority', '2026-10-20',"           \
	     " '2026-10-20'); " more
#define DISCLOSED                                                                                          \
	"INSERT INTO consent (id, uid, school_id, rev, pupil_id, purpose, given_by, from_on) VALUES"       \
	" (7, 'c7', 1, 1, 1, 'disclosure', 'Mum', '2026-09-01'); INSERT INTO disclosure (id, uid, "        \
	"school_id,"                                                                                       \
	" rev, pupil_id, what, given_on, who, ground, consent_id, why) VALUES (1, 'd1', 1, 1, 1, 'EH1.1'," \
	" '2026-10-10', 'Dr May', 'consent', 7, 'a visit'); "
#define MET_LATE                                                                                      \
	"INSERT INTO deadline (id, school_id, pupil_id, rule, subject, cycle, due_on, met_on, owner," \
	" basis, cite, what, lapses) VALUES (1001, 1, 1, 'ehc-decision', 'EH1', 0, '2026-04-13', "    \
	"'2026-04-14',"                                                                               \
	" 'local authority', 'law', 'reg 5(1)', 'decide', 0); "

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
	{"need-nsa-plan", "advice", "NSA", CENSUS_E EHC "UPDATE need SET type = 'NSA'"},
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
	{"action", "advice", "late since 20 Nov 2026: ring home",
	 "INSERT INTO deadline (id, school_id, pupil_id, rule, subject, cycle, due_on, owner, basis, what, "
	 "lapses) VALUES"
	 " (1001, 1, 1, 'action', 'A1', 0, '2026-11-20', 'SENCO', 'judgement', 'ring home', 0)"},
	{"rule-passed-by", "policy", "went on where the policy says no: a reason",
	 "UPDATE audit SET anyway = 'a reason' WHERE noun = 'pupil'"},
	/* Plans and reviews (R85). */
	{"plan-missing", "policy", "none of these: Support Plan", "UPDATE plan SET closed_on = '2026-11-01'"},
	{"profile-missing", "policy", "none of these: One-page profile", "DELETE FROM profile"},
	{"plan-target-number", "policy", "it has 2 targets; 3 to 4 are wanted",
	 "UPDATE target SET voided_at = '2026-11-22T09:00:00Z' WHERE id = 2"},
	{"plan-no-success", "advice", "Support Plan, 2 targets: it does not say how it will be known",
	 "UPDATE target SET success = NULL WHERE id > 1"},
	{"plan-no-baseline", "advice", "Support Plan, 1 target: it does not say where",
	 "UPDATE target SET baseline = NULL WHERE id = 1"},
	{"plan-carried", "advice", "carried over 3 times", "UPDATE target SET carried = 3 WHERE id = 1"},
	{"plan-no-outcome", "advice", "3 targets: it names no outcome of the EHC plan",
	 CENSUS_E EHC "UPDATE target SET ehc_outcome = NULL"},
	{"plan-no-parent-voice", "advice", "what the parents say is not in it",
	 "UPDATE plan SET parent_voice = NULL, parent_voice_on = NULL"},
	{"plan-no-pupil-voice", "advice", "what the child says is not in it",
	 "UPDATE plan SET pupil_voice = NULL, pupil_voice_on = NULL"},
	{"plan-section", "policy", "it says nothing yet of: ", "UPDATE plan SET home = NULL"},
	/* Of a draft that waits beside the plan in force nothing is said. */
	{NULL, NULL, NULL,
	 "INSERT INTO plan (id, uid, school_id, rev, pupil_id, kind, kind_name, cycle, version, made_on)"
	 " VALUES (2, 'd', 1, 1, 1, 'support-plan', 'Support Plan', 2, 1, '2026-11-20')"},
	{"plan-old", "advice", "agreed on 10 Sep 2025, more than a year ago",
	 "UPDATE plan SET agreed_on = '2025-09-10'"},
	{"no-provision", "advice", "no provision is running",
	 "UPDATE provision_pupil SET until_on = '2026-11-01'"},
	{"review-missed", "policy",
	 "'Review the plan' was due by Fri 27 Mar 2026 and came on Fri 10 Jul 2026",
	 "INSERT INTO deadline (id, school_id, pupil_id, rule, subject, cycle, due_on, met_on, owner, basis, "
	 "cite, "
	 "what, lapses) VALUES (1001, 1, 1, 'plan-review', 'PL1', 0, '2026-03-27', '2026-07-10', 'SENCO', "
	 "'policy', 'circle 10', 'Review the plan', 0)"},
	/* A little late is not missed; long ago is past mending. */
	{NULL, NULL, NULL,
	 "INSERT INTO deadline (id, school_id, pupil_id, rule, subject, cycle, due_on, met_on, owner, basis, "
	 "what, lapses) VALUES (1001, 1, 1, 'plan-review', 'PL1', 0, '2026-03-27', '2026-04-24', 'SENCO', "
	 "'judgement', "
	 "'x', 0), (1002, 1, 1, 'plan-review', 'PL1', 1, '2024-03-27', '2026-07-10', 'SENCO', 'judgement', "
	 "'x', 0)"},
	{"parents-away", "advice", "none of the last three", REVIEWS("'none'", "'came'", "NULL", "NULL")},
	{NULL, NULL, NULL, REVIEWS("'came'", "'came'", "NULL", "NULL")},
	{"review-unheard", "advice", "review of Thu 1 Oct 2026",
	 REVIEWS("'came'", "'none'", "NULL", "NULL") "; UPDATE school SET adopted_on = '2026-09-01'"},
	{NULL, NULL, NULL,
	 REVIEWS("'came'", "NULL", "'I like it'", "NULL") "; UPDATE school SET adopted_on = '2026-09-01'"},
	{"decision-open", "advice", "the review of Thu 1 Oct 2026 decided",
	 REVIEWS("'came'", "'came'", "NULL", "'end'")},
	{NULL, NULL, NULL, REVIEWS("'came'", "'came'", "NULL", "'continue'")},
	/* EHC cases. */
	{NULL, NULL, NULL, PLAN},
	{"ehc-case-missing", "advice", "no EHC case is kept",
	 CENSUS_E "UPDATE target SET ehc_outcome = 'O1'"},
	{"ehc-level", "law", "in force since 1 Jun 2026",
	 PLAN "UPDATE register_entry SET census = 'K', kind = 'register', level = 'SS'"},
	{"ehc-plan-empty", "advice", "nothing of Section F",
	 PLAN "UPDATE ehc_item SET voided_at = '2026-11-22T09:00:00Z'"},
	{"ehc-need-unmet", "law", "1 need without provision",
	 PLAN "UPDATE ehc_item SET serves = 'E1' WHERE id = 3"},
	{"ehc-need-no-outcome", "advice", "1 need without an outcome",
	 PLAN "UPDATE ehc_item SET serves = 'B11' WHERE id = 2"},
	{"ehc-provision-unused", "advice", "1 part is not given",
	 PLAN "UPDATE ehc_item SET provisions = NULL"},
	/* A row that ended before the version that stands is not asked about. */
	{NULL, NULL, NULL,
	 PLAN
	 "UPDATE ehc_item SET until = 1; " ITEM("4", "F", "NULL") "UPDATE ehc_item SET provisions = 'G1'"},
	{"ehc-told-staff", "advice", "staff were not told", PLAN "DELETE FROM milestone WHERE id = 3"},
	/* A plan that has just come is not asked about yet; one that has ended, never. */
	{NULL, NULL, NULL,
	 PLAN "UPDATE milestone SET happened_on = '2026-11-20'; DELETE FROM milestone WHERE id > 1;"
	      " UPDATE ehc_item SET provisions = NULL"},
	{"ehc-case-missing", "advice", "no EHC case", PLAN "UPDATE ehc SET ended_on = '2026-11-01'"},
	{"ehc-agreement", "advice", "asked for the assessment on 1 Feb 2026",
	 PLAN "UPDATE ehc SET consent_id = NULL"},
	{NULL, NULL, NULL, PLAN "UPDATE ehc SET consent_id = NULL, source = 'parent'"},
	{"ehc-decision-late", "law", "1 day late (local authority): decide", PLAN MET_LATE},
	{NULL, NULL, NULL, PLAN MET_LATE "UPDATE deadline SET met_on = '2026-04-13' WHERE id = 1001"},
	{NULL, NULL, NULL,
	 PLAN MET_LATE HAPPENED("4", "2026-04-14", "excuse", "NULL") "UPDATE milestone SET rule ="
								     " 'ehc-decision' WHERE id = 4"},
	{NULL, NULL, NULL, ANNUAL("")},
	{"annual-review-uninvited", "law", "10 Nov 2026: nobody of the local authority",
	 ANNUAL("UPDATE invitation SET role = 'parent'")},
	{"annual-review-no-advice", "law", "nobody was asked for advice",
	 ANNUAL("UPDATE invitation SET advice_asked_on = NULL")},
	{NULL, NULL, NULL, DISCLOSED},
	{NULL, NULL, NULL, DISCLOSED "UPDATE consent SET withdrawn_on = '2026-10-11'"},
	{"disclosure-consent", "law", "10 Oct 2026 as with consent",
	 DISCLOSED "UPDATE consent SET withdrawn_on = '2026-10-10'"},
	{"disclosure-consent", "law", "did not hold",
	 DISCLOSED "UPDATE consent SET voided_at = '2026-11-22T09:00:00Z'"},
	{"disclosure-consent", "law", "did not hold", DISCLOSED "UPDATE disclosure SET consent_id = NULL"},
	{NULL, NULL, NULL, DISCLOSED "UPDATE disclosure SET consent_id = NULL, ground = 'appeal'"},
	/* A child who has left is not asked about. */
	{NULL, NULL, NULL, "UPDATE pupil SET upn = NULL, left_on = '2026-10-01'"},
};

/* A child about whom nothing is wrong: year 4, class, need, told, a plan, provision. */
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
	records_sql(
		"INSERT INTO plan (id, uid, school_id, rev, pupil_id, kind, kind_name, cycle, version, "
		"made_on,"
		" review_on, strategies, provision, home, adults, parent_voice, parent_voice_on, pupil_voice,"
		" pupil_voice_on, agreed_on, agreed_by) VALUES (1, 'p', 1, 1, 1, 'support-plan', 'Support "
		"Plan',"
		" 1, 1, '2026-09-10', '2026-12-10', 'pictures', 'a group', 'a game', 'Ms Hart', 'glad',"
		" '2026-10-01', 'I like it', '2026-10-01', '2026-09-14', 'Mum');"
		"INSERT INTO target (id, uid, school_id, rev, pupil_id, plan_id, number, horizon, target, "
		"baseline,"
		" success, measure, due_on, who, carried) VALUES"
		" (1, 't1', 1, 1, 1, 1, 1, 'short', 'Says s', '2 of 10', '8 of 10', 'count', '2026-12-10', "
		"'Hart', 0),"
		" (2, 't2', 1, 1, 1, 1, 2, 'short', 'Says f', '2 of 10', '8 of 10', 'count', '2026-12-10', "
		"'Hart', 0),"
		" (3, 't3', 1, 1, 1, 1, 3, 'short', 'Says z', '2 of 10', '8 of 10', 'count', '2026-12-10', "
		"'Hart', 0);"
		"INSERT INTO profile (id, uid, school_id, rev, pupil_id, made_on) VALUES"
		" (1, 'f', 1, 1, 1, '2026-09-10');"
		"INSERT INTO provision (id, uid, school_id, rev, name, from_on) VALUES"
		" (1, 'g', 1, 1, 'Speech group', '2026-09-10');"
		"INSERT INTO provision_pupil (id, uid, school_id, rev, pupil_id, provision_id, from_on) "
		"VALUES"
		" (1, 'h', 1, 1, 1, 1, '2026-09-10')");
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

/* About the school, no child: it has no name, and never stands among the children. */
START_TEST(test_of_the_school)
{
	struct sen_finding *items;
	struct sen_store *store;
	size_t count;

	right_child();
	records_sql("INSERT INTO logbook (id, uid, school_id, rev, kind, held_on) VALUES"
		    " (1, 'l', 1, 1, 'register-review', '2026-10-01'),"
		    " (2, 'm', 1, 1, 'register-review', '2026-11-20');"
		    "UPDATE deadline SET due_on = '2026-11-01' WHERE pupil_id IS NULL");
	store = records_open(SEN_READ);
	ok(sen_conformance(store, &items, &count, &records_err));
	sen_store_close(store);
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(items[0].rule, "register-review");
	ck_assert_str_eq(items[0].severity, "policy");
	ck_assert_str_eq(items[0].subject, "SC1");
	ck_assert_str_eq(items[1].rule, "register-review-open");
	ck_assert_str_eq(items[1].subject, "LB1");
	for (size_t i = 0; i < count; i++) {
		ck_assert_int_eq(items[i].pupil_id, SEN_NO_INT);
		ck_assert_ptr_null(items[i].pupil);
		ck_assert_ptr_nonnull(items[i].fix);
	}
}
END_TEST

Suite *suite_conformance(void)
{
	Suite *suite = suite_create("conformance");
	TCase *tc = tcase_create("rules");

	tcase_add_checked_fixture(tc, setup, records_teardown);
	tcase_add_loop_test(tc, test_rules, 0, SEN_COUNT(cases));
	tcase_add_test(tc, test_of_the_school);
	suite_add_tcase(suite, tc);
	return suite;
}
