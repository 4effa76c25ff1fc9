/* The edges of the statutory clock: stories that tests/mutate.py asked for, where a day, a
 * bound or the order of what was written would otherwise have been as good another way.
 * What no story can show is in tests/mutants.txt. */
#include "unit/story.h"

#include <sen/dispute.h>

/* ---- Stories ---- */

#define AMENDED PLAN "; review annual held=2026-11-12; review-decision 2026-12-10 result=amend R1"
ROWS edge_rows[] = {
	/* Drafted on an order, with no new decision on record: comments are due. */
	{ASKED "; assess-decision 2026-04-13 result=refuse; appeal refuse-assess notice=2026-04-13; order "
	       "2026-09-01 result=assess AP1; draft-served 2026-11-02",
	 "draft-comments", "draft-comments 2026-11-16"},
	/* A draft after the plan: that of a re-assessment. */
	{ASKED "; final-plan 2026-07-20; draft-served 2026-10-01", "draft-comments",
	 "draft-comments 2026-10-15"},
	/* Done on the day of the order, it was done in the time of the request. */
	{ASKED "; assess-decision 2026-04-13 result=refuse; appeal refuse-assess notice=2026-04-13; order "
	       "2026-07-10 result=assess AP1; final-plan 2026-07-10",
	 "ehc-final-plan", "ehc-final-plan 2026-07-20=2026-07-10"},
	/* Two decisions on one day: the one written last stands. */
	{ASKED "; assess-decision 2026-04-13 result=refuse; assess-decision 2026-04-13 result=assess",
	 "ehc-final-plan", "ehc-final-plan 2026-07-20"},
	{ASKED "; assess-decision 2026-04-13 result=assess; assess-decision 2026-04-13 result=refuse",
	 "ehc-final-plan", ""},
	/* An excuse, and the school asked for advice, before anything else was written. */
	{"case school; excuse 2026-02-02 rule=ehc-decision result=personal; request-received 2026-03-02",
	 "ehc-decision", "ehc-decision 2026-04-13 excused"},
	{"case school; advice-asked 2026-07-15; request-received 2026-07-15; shut 2026-07-22 2026-09-02",
	 "ehc-decision", "ehc-decision 2026-08-26 excused"},
	/* A copy of the draft is all that is known of the case. */
	{"case school; draft-copy 2026-06-15", "draft-comments", "draft-comments 2026-06-29 latest"},
	{"case school; draft-served 2026-01-05; ended 2026-02-01; case school; draft-copy 2026-06-15",
	 "draft-comments", "draft-comments 2026-06-29 latest"},
	{"case school; draft-copy 2026-01-05; ended 2026-02-01; case school; draft-served 2026-06-15",
	 "draft-comments", "draft-comments 2026-06-29"},
	/* Served before its copy came, and before anything else is known. */
	{"case school; draft-served 2026-06-14 v1; draft-copy 2026-06-15 v1", "draft-comments",
	 "draft-comments 2026-06-28"},
	/* Reviewed elsewhere on the last day, that is known; too late, by the day it came here, it is not. */
	{"case -; plan-made 2024-12-10; plan-made 2025-12-09", "annual-review-complete",
	 "annual-review-complete 2025-12-09=2025-12-09; annual-review-complete 2026-12-08"},
	{"case -; plan-made 2025-01-10; plan-made 2026-03-01", "annual-review-complete",
	 "annual-review-complete 2027-02-28"},
	/* Two meetings on one day: the first is the review. */
	{PLAN "; review annual held=2026-11-12; review annual held=2026-11-12; review-decision 2026-12-08 "
	      "result=maintain R1",
	 "annual-review-decision", "annual-review-decision 2026-12-10=2026-12-08"},
	/* A plan made again on the day another review was decided: its own twelve months are not over. */
	{PLAN "; review annual held=2026-11-10; plan-made 2026-11-10 R1; review-decision 2026-12-08 "
	      "result=maintain R1; final-plan 2026-12-08; plan-made 2026-12-08",
	 "annual-review-complete",
	 "annual-review-complete 2026-12-09=2026-12-08; annual-review-complete 2027-12-07"},
	/* Amendments of another review the day after. */
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-10 result=amend R1; amendments-sent "
	      "2026-12-10 R1; amendments-sent 2026-12-11 R2; amended-final 2026-12-20",
	 "amended-final", "amended-final 2027-02-04"},
	/* Of another review on the same day: neither is the later one. */
	{AMENDED "; amendments-sent 2026-12-10 R1; amendments-sent 2026-12-10 R2; amended-final 2026-12-20",
	 "amended-final", "amended-final 2027-02-04=2026-12-20"},
	/* What else happened in another review parts nothing. */
	{AMENDED "; amendments-sent 2026-12-10 R1; review-report 2026-12-15 R2; amended-final 2026-12-20",
	 "amended-final", "amended-final 2027-02-04=2026-12-20"},
	/* Sent, amended, commented on twice: the first counts. */
	{AMENDED "; amendments-sent 2026-12-14; amendments-sent 2026-12-21", "amendments-notice",
	 "amendments-notice 2026-12-10=2026-12-14"},
	{AMENDED "; amendments-sent 2026-12-10 R1; amended-final 2027-01-05; amended-final 2027-03-01",
	 "amended-final", "amended-final 2027-02-04=2027-01-05"},
	{AMENDED
	 "; amendments-sent 2026-12-10 R1; amendments-served 2026-12-10 R1; draft-comments 2026-12-12; "
	 "draft-comments 2026-12-15",
	 "amendment-comments", "amendment-comments 2026-12-24=2026-12-12"},
	/* A lighter review on the day after the plan was made. */
	{"dob 2022-03-01; case -; plan-made 2025-12-10; review interim held=2025-12-11", "under-five",
	 "under-five 2026-06-10=2025-12-11; under-five 2026-06-11"},
};
START_TEST(test_edges)
{
	CHECK(edge_rows);
}
END_TEST

/* ---- What a story's words leave out ---- */

/* What counts from a meeting that is only planned says so; what comes before it is due whether it is held
 * or not. */
START_TEST(test_planned)
{
	struct sen_ehc_steps steps = story_steps(PLAN "; review annual planned=2026-11-12");

	ck_assert(!story_step(&steps, "annual-review-invite")->planned);
	ck_assert(!story_step(&steps, "annual-review-advice")->planned);
	ck_assert(story_step(&steps, "annual-review-report")->planned);
	ck_assert(story_step(&steps, "annual-review-decision")->planned);
	steps = story_steps(PLAN "; review annual planned=2026-11-12 held=2026-11-13");
	ck_assert(!story_step(&steps, "annual-review-report")->planned);
	ck_assert(!story_step(&steps, "annual-review-decision")->planned);
}
END_TEST

/* A command names the case where the rule says so. */
START_TEST(test_case_named)
{
	struct sen_ehc_steps steps =
		story_steps("case school; ended 2026-03-03; case -; reassess-started 2026-06-01");

	ck_assert_ptr_nonnull(strstr(story_step(&steps, "reassess-final")->fix, "final EH2 "));
	/* A draft known by its copy wants the day it was served, until there were comments. */
	steps = story_steps("case school; draft-copy 2026-06-15");
	ck_assert_str_eq(story_step(&steps, "draft-comments")->fix, "sendctl ehcp draft P12 --served DATE");
	steps = story_steps("case school; draft-copy 2026-06-15; draft-comments 2026-06-20");
	ck_assert_ptr_null(strstr(story_step(&steps, "draft-comments")->fix, "ehcp draft "));
}
END_TEST

/* What a rule asks for after an order, or after the authority gave way. */
START_TEST(test_asks)
{
	static const struct {
		const char *rule, *event, *result, *asks;
	} rows[] = {
		{"order-assess", "order", "assess", "assess"},
		{"order-draft", "order", "draft", "draft"},
		{"order-final", "order", "draft", "final"},
		{"order-school", "order", "school", "school"},
		{"unopposed-no-plan", "unopposed", "assess", "no-plan"},
		{"unopposed-school", "unopposed", "school", "school"},
		{"order-assess", "unopposed", "assess", NULL},
		{"order-assess", "order", "school", NULL},
		{"order-assess", "hearing", "amend", NULL},
		{"appeal", "order", "assess", NULL},
		{"order-assess", "order", NULL, NULL},
	};
	const struct sen_law *law;

	ok(sen_law_shipped(records_arena, &law, &records_err));
	for (size_t i = 0; i < SEN_COUNT(rows); i++) {
		const struct sen_law_rule *rule = sen_law_rule(law, rows[i].rule, SEN_NO_DATE);
		const char *asks = sen_appeal_asks(rule, rows[i].event, rows[i].result);

		ck_assert_msg(asks == rows[i].asks ||
				      (asks && rows[i].asks && strcmp(asks, rows[i].asks) == 0),
			      "%s after %s %s: %s", rows[i].rule, rows[i].event, rows[i].result, asks);
	}
}
END_TEST

Suite *suite_ehc_steps_edges(void)
{
	Suite *suite = suite_create("ehc_steps_edges");
	TCase *tc = tcase_create("ehc_steps_edges");

	tcase_add_checked_fixture(tc, story_begin, records_teardown);
	tcase_add_loop_test(tc, test_edges, 0, (int)SEN_COUNT(edge_rows));
	tcase_add_test(tc, test_planned);
	tcase_add_test(tc, test_case_named);
	tcase_add_test(tc, test_asks);
	suite_add_tcase(suite, tc);
	return suite;
}
