/* The statutory clock of a child: stories (story.h), and the steps they come to (R61,
 * R63, R64, R67).  tests/clock/stories.csv, made by an independent program, holds
 * hundreds more. */
#include "unit/story.h"
#include "unit/words.h"

#include <stdio.h>
#include <stdlib.h>

#define STORIES "tests/clock/stories.csv"

/* ---- The request ---- */

ROWS request_rows[] = {
	/* Written down late: by its day, not by the order it was entered. */
	{ASKED "; assess-decision 2026-05-01 result=assess; assess-decision 2026-04-13 result=refuse",
	 "ehc-decision ehc-final-plan", "ehc-decision 2026-04-13=2026-04-13; ehc-final-plan 2026-07-20"},
	/* A draft is not the plan. */
	{ASKED "; draft-served 2026-06-15", "ehc-final-plan", "ehc-final-plan 2026-07-20"},
	/* No plan, up to the day of the notice; a draft after it all the same. */
	{ASKED "; draft-served 2026-06-21; no-plan-notice 2026-06-22", "draft-comments ehc-final-plan", ""},
	{ASKED "; no-plan-notice 2026-06-22; draft-served 2026-06-22", "draft-comments ehc-final-plan", ""},
	{ASKED "; no-plan-notice 2026-06-22; draft-served 2026-06-23", "draft-comments ehc-final-plan",
	 "draft-comments 2026-07-07; ehc-final-plan 2026-07-20"},
	/* Asked for advice after the tribunal ordered the assessment. */
	{ASKED "; assess-decision 2026-04-13 result=refuse; appeal refuse-assess notice=2026-04-13; order "
	       "2026-09-01 result=assess AP1; assess-decision 2026-09-10 result=assess; advice-asked "
	       "2026-09-14",
	 "ehc-school-advice ehc-final-plan", "ehc-school-advice 2026-10-26"},
	/* The first that is known of the case. */
	{"case parent; advice-asked 2026-03-10", "ehc-school-advice", "ehc-school-advice 2026-04-21"},
	{"case -; consultation-received 2026-06-16", "consultation-reply", "consultation-reply 2026-07-01"},
	/* Again on the next day; comments on the day of the next draft are on that one. */
	{ASKED "; draft-served 2026-06-14; draft-served 2026-06-15", "draft-comments",
	 "draft-comments 2026-06-29"},
	{ASKED "; draft-served 2026-06-01; draft-served 2026-06-15; draft-comments 2026-06-15",
	 "draft-comments", "draft-comments 2026-06-29=2026-06-15"},
	{"case -; reassess-asked 2026-06-01; reassess-asked 2026-06-02", "reassess-decision",
	 "reassess-decision 2026-06-17"},
	{ASKED "; final-plan 2026-07-20; ended 2026-08-01", "plan-meeting", ""},
	{ASKED "; final-plan 2026-07-20; final-plan 2026-07-21", "plan-meeting", "plan-meeting 2026-09-01"},
	{ASKED "; final-plan 2026-07-20; amended-final 2026-07-21", "plan-meeting",
	 "plan-meeting 2026-09-01"},
	{ASKED "; final-plan 2026-07-20; amended-final 2026-08-01; plan-meeting 2026-08-01", "plan-meeting",
	 "plan-meeting 2026-09-12=2026-08-01"},
	/* A plan the child came with was met on at the school before. */
	{"case -; final-plan 2026-01-10", "plan-meeting", ""},
	{"case -; final-plan 2026-03-01", "plan-meeting", "plan-meeting 2026-04-12"},
	/* A draft, and then no plan all the same. */
	{ASKED "; draft-served 2026-06-01; no-plan-notice 2026-06-22", "draft-comments ehc-final-plan", ""},
	{ASKED "; draft-served 2026-06-01; ended 2026-06-22", "draft-comments ehc-final-plan", ""},
	/* domain.md 1.1 */
	{ASKED, NULL,
	 "ehc-decision 2026-04-13; ehc-draft-usual 2026-06-22; ehc-no-plan-notice 2026-06-22; "
	 "ehc-final-plan 2026-07-20"},
	{"case school; request-sent 2026-03-02", NULL,
	 "ehc-receipt 2026-03-16; ehc-decision 2026-04-13 earliest; ehc-draft-usual 2026-06-22 earliest; "
	 "ehc-no-plan-notice 2026-06-22 earliest; ehc-final-plan 2026-07-20 earliest"},
	{"case parent", "ehc-receipt", "ehc-receipt 2026-03-15"},
	{ASKED "; request-received 2026-03-09", "ehc-decision", "ehc-decision 2026-04-20"},
	{ASKED "; assess-decision 2026-04-13 result=assess", "ehc-decision ehc-final-plan",
	 "ehc-decision 2026-04-13=2026-04-13; ehc-final-plan 2026-07-20"},
	/* After a refusal nothing of the assessment is due. */
	{ASKED "; advice-asked 2026-03-10; assess-decision 2026-04-14 result=refuse; ended 2026-04-14", NULL,
	 "ehc-decision 2026-04-13=2026-04-14"},
	{"case school; request-sent 2026-03-02; assess-decision 2026-04-14 result=refuse", NULL,
	 "ehc-decision 2026-04-13=2026-04-14 earliest"},
	/* Thought better of: the weeks from the request run on. */
	{ASKED "; assess-decision 2026-04-13 result=refuse; assess-decision 2026-05-01 result=assess",
	 "ehc-decision ehc-final-plan", "ehc-decision 2026-04-13=2026-04-13; ehc-final-plan 2026-07-20"},
	/* Ordered: the weeks of the order take their place. */
	{ASKED "; assess-decision 2026-04-13 result=refuse; appeal refuse-assess notice=2026-04-13; order "
	       "2026-09-01 result=assess AP1; assess-decision 2026-09-10 result=assess",
	 "ehc-* order-*",
	 "ehc-decision 2026-04-13=2026-04-13; order-assess 2026-09-15=2026-09-10; "
	 "order-assess-no-plan 2026-11-10; order-assess-final 2026-12-08"},
	/* No plan: no draft, no final plan. */
	{ASKED "; assess-decision 2026-04-01 result=assess; no-plan-notice 2026-06-22; ended 2026-06-22",
	 NULL, "ehc-decision 2026-04-13=2026-04-01; ehc-no-plan-notice 2026-06-22=2026-06-22"},
	{ASKED "; no-plan-notice 2026-06-22", NULL, "ehc-no-plan-notice 2026-06-22=2026-06-22"},
	{ASKED "; no-plan-notice 2026-06-22; appeal no-plan notice=2026-06-22; unopposed 2026-07-01 "
	       "result=draft AP1; draft-served 2026-08-01",
	 "ehc-* draft-comments unopposed-*",
	 "ehc-no-plan-notice 2026-06-22=2026-06-22; unopposed-draft 2026-08-05=2026-08-01; draft-comments "
	 "2026-08-15; unopposed-draft-final 2026-09-16"},
	/* Overturned, the plan comes by the weeks of the tribunal, not of the request. */
	{ASKED
	 "; assess-decision 2026-04-13 result=refuse; appeal refuse-assess notice=2026-04-13; unopposed "
	 "2026-06-01 result=assess AP1; assess-decision 2026-06-08 result=assess; final-plan 2026-09-07",
	 "ehc-* unopposed-*",
	 "ehc-decision 2026-04-13=2026-04-13; unopposed-assess 2026-06-15=2026-06-08; "
	 "unopposed-final 2026-09-07=2026-09-07"},
	{ASKED "; assess-decision 2026-04-13 result=refuse; appeal refuse-assess notice=2026-04-13; "
	       "mediation-agreement 2026-06-01 AP1; assess-decision 2026-06-16 result=assess",
	 "ehc-* order-* mediation-done",
	 "ehc-decision 2026-04-13=2026-04-13; order-assess 2026-06-15=2026-06-16; order-assess-no-plan "
	 "2026-08-10; order-assess-final 2026-09-07"},
	/* Withdrawn: what was met stays. */
	{ASKED "; assess-decision 2026-04-01 result=assess; withdrawn 2026-05-01", NULL,
	 "ehc-decision 2026-04-13=2026-04-01"},
	{"case school; request-sent 2026-03-02; withdrawn 2026-03-05", NULL, ""},
	/* The school's advice: each time it is asked, six weeks. */
	{ASKED "; advice-asked 2026-03-10", "ehc-school-advice", "ehc-school-advice 2026-04-21"},
	{ASKED "; advice-asked 2026-03-10; advice-sent 2026-04-22", "ehc-school-advice",
	 "ehc-school-advice 2026-04-21=2026-04-22"},
	{ASKED "; advice-asked 2026-03-10; advice-sent 2026-03-20; advice-asked 2026-04-01",
	 "ehc-school-advice", "ehc-school-advice 2026-04-21=2026-03-20; ehc-school-advice 2026-05-13"},
	{ASKED "; advice-asked 2026-03-10; draft-served 2026-06-01", "ehc-school-advice", ""},
	/* Drafts: the newest counts; comments on an older one stay. */
	{ASKED "; draft-served 2026-06-15", "draft-*",
	 "draft-comments 2026-06-29; draft-finalised-not-before 2026-06-30"},
	{ASKED "; draft-served 2026-06-15; draft-comments 2026-06-20", "draft-comments",
	 "draft-comments 2026-06-29=2026-06-20"},
	{ASKED "; draft-served 2026-06-01; draft-served 2026-06-15", "draft-comments",
	 "draft-comments 2026-06-29"},
	{ASKED "; draft-served 2026-06-01; draft-comments 2026-06-10; draft-served 2026-06-15",
	 "draft-comments", "draft-comments 2026-06-15=2026-06-10; draft-comments 2026-06-29"},
	{ASKED "; draft-served 2026-06-01; draft-served 2026-06-15; draft-comments 2026-06-16",
	 "draft-comments", "draft-comments 2026-06-29=2026-06-16"},
	{ASKED "; draft-served 2026-06-15", "ehc-no-plan-notice ehc-draft-usual ehc-decision",
	 "ehc-draft-usual 2026-06-22=2026-06-15"},
	{ASKED "; draft-copy 2026-06-17", "ehc-no-plan-notice ehc-draft-usual draft-*",
	 "ehc-draft-usual 2026-06-22=2026-06-17; draft-comments 2026-07-01 latest"},
	/* The school's copy alone: the latest day; the day of service, when it is known, is its own. */
	{ASKED "; draft-copy 2026-06-17 v1; draft-served 2026-06-14 v1", "draft-*",
	 "draft-comments 2026-06-28; draft-finalised-not-before 2026-06-29"},
	{ASKED "; draft-served 2026-06-01 v1; draft-comments 2026-06-03; draft-copy 2026-06-17 v2; "
	       "draft-comments 2026-06-20",
	 "draft-*", "draft-comments 2026-06-15=2026-06-03; draft-comments 2026-07-01=2026-06-20 latest"},
	{ASKED "; draft-served 2026-06-01 v1; draft-copy 2026-06-17 v2; draft-comments 2026-06-20", "draft-*",
	 "draft-comments 2026-07-01=2026-06-20 latest"},
	{ASKED "; draft-copy 2026-06-17; final-plan 2026-07-10", "draft-*", ""},
	{ASKED "; draft-copy 2026-06-17; no-plan-notice 2026-06-22", "draft-*", ""},
	{ASKED "; draft-copy 2026-06-17; ended 2026-06-22", "draft-*", ""},
	{ASKED "; draft-served 2026-06-15; final-plan 2026-07-20; plan-made 2026-07-20", "ehc-* draft-*",
	 "ehc-draft-usual 2026-06-22=2026-06-15; draft-finalised-not-before 2026-06-30=2026-07-20; "
	 "ehc-final-plan 2026-07-20=2026-07-20"},
	{"case school; request-sent 2026-03-02; final-plan 2026-07-01", "ehc-receipt", ""},
	/* Consulted, also before an amended plan. */
	{ASKED "; consultation-received 2026-06-16", "consultation-reply", "consultation-reply 2026-07-01"},
	{ASKED "; consultation-received 2026-06-16; consultation-replied 2026-07-02", "consultation-reply",
	 "consultation-reply 2026-07-01=2026-07-02"},
	{ASKED "; consultation-received 2026-06-16; final-plan 2026-07-02", "consultation-reply", ""},
	{"case -; plan-made 2025-12-10; consultation-received 2026-06-16", "consultation-reply",
	 "consultation-reply 2026-07-01"},
	{"case -; plan-made 2025-12-10; consultation-received 2026-06-16; amended-final 2026-06-20",
	 "consultation-reply", ""},
	{"case -; plan-made 2025-12-10; consultation-received 2026-06-16; ended 2026-06-20",
	 "consultation-reply", ""},
	/* The meeting with the parents on the plan, the newest. */
	{ASKED "; final-plan 2026-07-20", "plan-meeting", "plan-meeting 2026-08-31"},
	{ASKED "; final-plan 2026-07-20; plan-meeting 2026-08-01; amended-final 2026-10-01", "plan-meeting",
	 "plan-meeting 2026-08-31=2026-08-01; plan-meeting 2026-11-12"},
	{ASKED "; final-plan 2026-07-20; amended-final 2026-10-01; plan-meeting 2026-10-05", "plan-meeting",
	 "plan-meeting 2026-11-12=2026-10-05"},
	/* A law that was not in force then. */
	{"case school; request-sent 2014-08-01; request-received 2014-08-31", NULL, ""},
	/* A child who left owes nothing later; who died, nothing. */
	{ASKED "; left 2026-06-22", "ehc-*",
	 "ehc-decision 2026-04-13; ehc-draft-usual 2026-06-22; ehc-no-plan-notice 2026-06-22"},
	{ASKED "; assess-decision 2026-04-01 result=assess; died 2026-04-05", NULL,
	 "ehc-decision 2026-04-13=2026-04-01"},
	/* Two cases, apart. */
	{"case school; request-received 2026-03-02; assess-decision 2026-04-01 result=refuse; ended "
	 "2026-04-01; case parent; request-received 2026-11-02",
	 "ehc-decision ehc-final-plan",
	 "ehc-decision 2026-04-13=2026-04-01; ehc-decision 2026-12-14; ehc-final-plan 2027-03-22"},
	/* What is said of a complaint is no step. */
	{ASKED "; assess-decision 2026-04-01 result=refuse CM1", "ehc-decision", "ehc-decision 2026-04-13"},
	{"year 5 2026-09-01", NULL, ""},
};
START_TEST(test_request)
{
	CHECK(request_rows);
}
END_TEST

/* ---- Excuses ---- */

#define SHUT "; shut 2026-07-22 2026-09-02"
ROWS excuse_rows[] = {
	/* Asked on the step's last day. */
	{"case school; request-received 2026-06-01; advice-asked 2026-07-13; shut 2026-07-20 2026-09-02",
	 "ehc-decision", "ehc-decision 2026-07-13 excused"},
	/* On the day the step began; of the case in hand alone. */
	{ASKED "; advice-asked 2026-03-10; advice-asked 2026-05-05; excuse 2026-05-05 "
	       "rule=ehc-school-advice result=appointment",
	 "ehc-school-advice", "ehc-school-advice 2026-04-21; ehc-school-advice 2026-06-16 excused"},
	{"case school; request-received 2026-03-02; assess-decision 2026-05-01 result=refuse; ended "
	 "2026-05-01; case school; request-received 2026-06-01; excuse 2026-08-01 rule=ehc-decision "
	 "result=personal",
	 "ehc-decision", "ehc-decision 2026-04-13=2026-05-01; ehc-decision 2026-07-13 excused"},
	/* Asked before the clock began. */
	{"case school; advice-asked 2026-07-15; request-received 2026-07-20" SHUT, "ehc-decision",
	 "ehc-decision 2026-08-31"},
	/* domain.md 1.3: the window is 15 July to 26 August */
	{"case school; request-received 2026-07-01; advice-asked 2026-07-14" SHUT, "ehc-decision",
	 "ehc-decision 2026-08-12"},
	{"case school; request-received 2026-07-01; advice-asked 2026-07-15" SHUT,
	 "ehc-decision ehc-final-plan", "ehc-decision 2026-08-12 excused; ehc-final-plan 2026-11-18 excused"},
	{"case school; request-received 2026-07-20; advice-asked 2026-08-26" SHUT, "ehc-school-advice",
	 "ehc-school-advice 2026-10-07 excused"},
	{"case school; request-received 2026-07-20; advice-asked 2026-08-27" SHUT, "ehc-school-advice",
	 "ehc-school-advice 2026-10-08"},
	/* Asked after the step's last day, it does not excuse it. */
	{"case school; request-received 2026-06-01; advice-asked 2026-07-20" SHUT, "ehc-decision",
	 "ehc-decision 2026-07-13"},
	/* What has no exception has none. */
	{"case school; request-received 2026-07-01; advice-asked 2026-07-15" SHUT, "ehc-draft-usual",
	 "ehc-draft-usual 2026-10-21"},
	/* Recorded. */
	{ASKED "; excuse 2026-04-20 rule=ehc-decision result=personal", "ehc-decision ehc-final-plan",
	 "ehc-decision 2026-04-13 excused; ehc-final-plan 2026-07-20"},
	{ASKED "; excuse 2026-04-20 rule=ehc-decision result=appointment", "ehc-decision",
	 "ehc-decision 2026-04-13"},
	{ASKED "; excuse 2026-04-20 result=personal; excuse 2026-04-20 rule=ehc-decision", "ehc-decision",
	 "ehc-decision 2026-04-13"},
	{ASKED
	 "; advice-asked 2026-03-10; advice-sent 2026-05-01; advice-asked 2026-05-05; excuse 2026-05-10 "
	 "rule=ehc-school-advice result=appointment",
	 "ehc-school-advice",
	 "ehc-school-advice 2026-04-21=2026-05-01; ehc-school-advice 2026-06-16 excused"},
	{ASKED "; advice-asked 2026-03-10; advice-sent 2026-05-01; excuse 2026-04-30 rule=ehc-school-advice "
	       "result=absent; advice-asked 2026-05-05",
	 "ehc-school-advice",
	 "ehc-school-advice 2026-04-21=2026-05-01 excused; ehc-school-advice 2026-06-16"},
	{"case school; request-received 2026-03-02; ended 2026-03-03; case school; request-received "
	 "2026-05-04; excuse 2026-05-05 rule=ehc-decision result=personal",
	 "ehc-decision", "ehc-decision 2026-06-15 excused"},
	{ASKED "; advice-asked 2026-07-15; excuse 2026-07-16 rule=ehc-final-plan result=personal" SHUT,
	 "ehc-final-plan", "ehc-final-plan 2026-07-20 excused"},
};
START_TEST(test_excuse)
{
	CHECK(excuse_rows);
}
END_TEST

START_TEST(test_excuse_words)
{
	struct sen_ehc_steps steps =
		story_steps("case school; request-received 2026-07-01; advice-asked 2026-07-15" SHUT);

	ck_assert_str_eq(steps.items[0].rule->code, "ehc-decision");
	ck_assert_str_eq(steps.items[0].excuse,
			 "the school was closed Wed 22 Jul 2026 to Tue 1 Sep 2026, and "
			 "advice was asked on Wed 15 Jul 2026");
	ck_assert_ptr_null(steps.items[0].reason);
	steps = story_steps(ASKED "; excuse 2026-04-20 rule=ehc-decision result=personal note=hospital");
	ck_assert_str_eq(steps.items[0].reason, "hospital");
}
END_TEST

/* ---- Annual reviews ---- */

#define ALL_ASKED                                                                                \
	"; ask R1 parent invited=2026-10-20; ask R1 staff invited=2026-10-21; ask R1 authority " \
	"invited=2026-10-22; ask R1 health invited=2026-10-29; ask R1 authority invited=2026-10-28"
#define MEET PLAN "; review annual planned=2026-11-12; "
#define LIST "annual-review-invite"
ROWS review_rows[] = {
	/* Whom reg 20(2) names, each: five of agencies are no parent, one officer is not two;
	 * one of an agency stands for health, or for social care. */
	{MEET "ask R1 agency invited=2026-10-20; ask R1 agency invited=2026-10-20; ask R1 agency "
	      "invited=2026-10-20; ask R1 agency invited=2026-10-20; ask R1 agency invited=2026-10-20",
	 LIST, "annual-review-invite 2026-10-29"},
	{MEET "ask R1 parent invited=2026-10-20; ask R1 staff invited=2026-10-20; ask R1 authority "
	      "invited=2026-10-20; ask R1 health invited=2026-10-20",
	 LIST, "annual-review-invite 2026-10-29"},
	{MEET "ask R1 staff invited=2026-10-20; ask R1 authority invited=2026-10-20; ask R1 health "
	      "invited=2026-10-20; ask R1 authority invited=2026-10-20",
	 LIST, "annual-review-invite 2026-10-29"},
	{MEET "ask R1 parent invited=2026-10-20; ask R1 staff invited=2026-10-20; ask R1 agency "
	      "invited=2026-10-22; ask R1 authority invited=2026-10-20; ask R1 authority invited=2026-10-20",
	 LIST, "annual-review-invite 2026-10-29=2026-10-22"},
	{MEET "ask R1 parent; ask R1 staff invited=2026-10-20; ask R1 health invited=2026-10-22; ask R1 "
	      "authority invited=2026-10-20; ask R1 authority invited=2026-10-20",
	 LIST, "annual-review-invite 2026-10-29"},
	{MEET "ask R1 parent received=2026-10-20; ask R1 staff circulated=2026-10-21", "annual-review-advice",
	 "annual-review-advice 2026-10-29"},
	/* Held on the day the twelve months begin. */
	{PLAN "; review annual held=2025-12-10", "annual-review-meeting",
	 "annual-review-meeting 2026-11-11=2025-12-10"},
	/* Amended on the day of the amendments; on the day of other ones. */
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-10 result=amend R1; amendments-sent "
	      "2026-12-10 R1; amended-final 2026-12-10",
	 "amended-final", "amended-final 2027-02-04=2026-12-10"},
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-10 result=amend R1; amendments-sent "
	      "2026-12-10 R1; amended-final 2027-06-01; amendments-sent 2027-06-01",
	 "amended-final", "amended-final 2027-02-04=2027-06-01"},
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-10 result=amend R1; amendments-sent "
	      "2026-12-10 R1; amended-final 2027-06-01; amendments-sent 2027-06-01 R9",
	 "amended-final", "amended-final 2027-02-04"},
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-10 result=amend R1; amendments-sent "
	      "2026-12-10 R1; amended-final 2027-05-31; amendments-sent 2027-06-01 R9",
	 "amended-final", "amended-final 2027-02-04=2027-05-31"},
	/* Sent and served again before the plan: the days to comment again, the weeks from the first. */
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-01 result=amend R1; amendments-sent "
	      "2026-12-01 R1; amendments-served 2026-12-01 R1; draft-comments 2026-12-05; amendments-sent "
	      "2027-01-04 R1; amendments-served 2027-01-05; amended-final 2027-01-25",
	 "amend*", "amendments-notice 2026-12-10=2026-12-01; amended-final 2027-01-26=2027-01-25"},
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-01 result=amend R1; amendments-sent "
	      "2026-12-01 R1; amendments-served 2026-12-01 R1; draft-comments 2026-12-05; amendments-sent "
	      "2027-01-04; amendments-served 2027-01-05",
	 "amend*",
	 "amendments-notice 2026-12-10=2026-12-01; amendment-comments 2027-01-19; amended-final 2027-01-26"},
	/* Two beginnings on one day, one of a review: its decision is not the next one's. */
	{"case -; review annual held=2025-11-20; plan-made 2025-12-10; plan-made 2025-12-10 R1; "
	 "review-decision 2025-12-10 result=maintain R1",
	 "annual-review-complete", "annual-review-complete 2026-12-09"},
	{"case -; review annual held=2025-11-20; plan-made 2025-12-10 R1; plan-made 2025-12-10; "
	 "review-decision 2025-12-10 result=maintain R1",
	 "annual-review-complete", "annual-review-complete 2026-12-09"},
	/* Moved on the day the next twelve months begin. */
	{PLAN "; review-decision 2026-06-01 result=maintain; plan-made 2026-06-01; plan-transferred "
	      "2026-06-01",
	 "moved-review annual-review-complete",
	 "annual-review-complete 2026-12-09=2026-06-01; moved-review 2027-05-31"},
	/* Moved in the second of three stretches. */
	{PLAN
	 "; plan-made 2026-06-01; plan-transferred 2026-06-15; review-decision 2026-08-01 result=maintain; "
	 "plan-made 2026-08-01",
	 "moved-review annual-review-complete",
	 "annual-review-complete 2026-12-09=2026-06-01; moved-review 2027-05-31=2026-08-01; "
	 "annual-review-complete 2027-07-31"},
	/* Nobody stands for the head teacher; who came unasked was not forgotten. */
	{PLAN "; review annual planned=2026-11-12; ask R1 - invited=2026-10-20; ask R1 agency; ask R1 parent "
	      "invited=2026-10-20",
	 "annual-review-invite", "annual-review-invite 2026-10-29"},
	{PLAN "; review annual held=2026-11-12; ask R1 pupil answer=came" ALL_ASKED, "annual-review-invite",
	 "annual-review-invite 2026-10-29=2026-10-29"},
	/* Two beginnings on one day are one. */
	/* Of a plan the child came with the last review is known, not those of the years
	 * before; inside the first twelve months it is the first. */
	{"case -; plan-made 2022-03-01; plan-made 2026-01-20", "annual-review-complete",
	 "annual-review-complete 2027-01-19"},
	{"case -; plan-made 2025-03-01; plan-made 2026-01-20", "annual-review-complete",
	 "annual-review-complete 2026-02-28=2026-01-20; annual-review-complete 2027-01-19"},
	{"case -; plan-made 2024-03-01; plan-made 2026-03-20", "annual-review-complete",
	 "annual-review-complete 2025-02-28=2026-03-20; annual-review-complete 2027-03-19"},
	{"case school; plan-made 2024-03-01; plan-made 2026-01-20", "annual-review-complete",
	 "annual-review-complete 2025-02-28=2026-01-20; annual-review-complete 2027-01-19"},
	{"case -; plan-made 2024-03-01; review-decision 2026-01-20 result=maintain; plan-made 2026-01-20",
	 "annual-review-complete",
	 "annual-review-complete 2025-02-28=2026-01-20; annual-review-complete 2027-01-19"},
	{PLAN "; plan-made 2025-12-10 R7; plan-made 2025-12-10", "annual-review-complete",
	 "annual-review-complete 2026-12-09"},
	{"case -; plan-made 2025-12-10 R7; plan-made 2025-12-10", "annual-review-complete",
	 "annual-review-complete 2026-12-09"},
	{PLAN "; plan-made 2026-06-01; plan-transferred 2026-07-01", "annual-review-complete moved-review",
	 "annual-review-complete 2026-12-09=2026-06-01; moved-review 2027-05-31"},
	/* Other amendments since; two decisions to amend; the end of it. */
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-10 result=amend R1; amendments-sent "
	      "2026-12-10 R1; amended-final 2027-01-05; amendments-sent 2027-06-01",
	 "amended-final", "amended-final 2027-02-04=2027-01-05"},
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-01 result=amend R1; review-decision "
	      "2026-12-10 result=amend R1",
	 "amended-final", "amended-final 2027-02-04"},
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-10 result=amend R1; amendments-sent "
	      "2026-12-10 R1; amendments-served 2026-12-10 R1; ended 2026-12-20",
	 "amend*", "amendments-notice 2026-12-10=2026-12-10"},
	/* Decided after another meeting. */
	{PLAN "; review annual held=2026-10-05; review annual held=2026-10-20; review-decision 2026-11-01 "
	      "result=maintain R2",
	 "annual-review-decision annual-review-complete",
	 "annual-review-decision 2026-11-02; annual-review-complete 2026-12-09=2026-11-01"},
	{"dob 2022-03-01; case -; plan-made 2025-12-10; ended 2026-01-01", "under-five", ""},
	/* domain.md 1.4: planned back from the end */
	{PLAN, NULL,
	 "annual-review-advice 2026-10-28; annual-review-invite 2026-10-28; annual-review-meeting "
	 "2026-11-11; "
	 "annual-review-complete 2026-12-09"},
	{PLAN "; review annual planned=2026-11-12", NULL,
	 "annual-review-advice 2026-10-29; annual-review-invite 2026-10-29; annual-review-meeting "
	 "2026-11-11; "
	 "annual-review-report 2026-11-26; annual-review-complete 2026-12-09; annual-review-decision "
	 "2026-12-10"},
	{PLAN "; review annual held=2026-11-12" ALL_ASKED, "annual-review-meeting annual-review-invite",
	 "annual-review-invite 2026-10-29=2026-10-29; annual-review-meeting 2026-11-11=2026-11-12"},
	/* Everybody, and everybody else on the list; an agency stands for health. */
	{PLAN "; review annual planned=2026-11-12" ALL_ASKED "; ask R1 pupil", "annual-review-invite",
	 "annual-review-invite 2026-10-29"},
	{PLAN "; review annual planned=2026-11-12" ALL_ASKED "; ask R1 - invited=2026-11-01",
	 "annual-review-invite", "annual-review-invite 2026-10-29=2026-11-01"},
	{PLAN
	 "; review annual planned=2026-11-12; ask R1 parent invited=2026-10-20; ask R1 staff "
	 "invited=2026-10-21; ask R1 authority invited=2026-10-22; ask R1 agency invited=2026-10-23; ask R1 "
	 "agency invited=2026-10-24; ask R2 pupil",
	 "annual-review-invite", "annual-review-invite 2026-10-29=2026-10-24"},
	{PLAN "; review annual planned=2026-11-12; ask R1 parent invited=2026-10-20", "annual-review-invite",
	 "annual-review-invite 2026-10-29"},
	{PLAN "; review annual planned=2026-11-12; review-invited 2026-10-02 R1; review-advice 2026-10-03 R1",
	 "annual-review-invite annual-review-advice",
	 "annual-review-advice 2026-10-29=2026-10-03; annual-review-invite 2026-10-29=2026-10-02"},
	/* Advice: what came went round; what has not come holds it up until the meeting. */
	{PLAN "; review annual planned=2026-11-12; ask R1 parent asked=2026-10-01 received=2026-10-10 "
	      "circulated=2026-10-12; ask R1 health asked=2026-10-01; ask R2 health received=2026-10-01",
	 "annual-review-advice", "annual-review-advice 2026-10-29"},
	{PLAN "; review annual held=2026-11-12; ask R1 parent asked=2026-10-01 received=2026-10-10 "
	      "circulated=2026-10-12; ask R1 health asked=2026-10-01",
	 "annual-review-advice", "annual-review-advice 2026-10-29=2026-10-12"},
	{PLAN
	 "; review annual held=2026-11-12; ask R1 parent received=2026-10-10 circulated=2026-10-12; ask R1 "
	 "health received=2026-10-11",
	 "annual-review-advice", "annual-review-advice 2026-10-29"},
	{PLAN "; review annual planned=2026-11-12; ask R1 parent", "annual-review-advice",
	 "annual-review-advice 2026-10-29"},
	/* Held, reported, decided: maintained. */
	{PLAN "; review annual held=2026-11-12; review-report 2026-11-27 R1; review-decision 2026-12-08 "
	      "result=maintain R1; plan-made 2026-12-08 R1",
	 NULL,
	 "annual-review-meeting 2026-11-11=2026-11-12; annual-review-report 2026-11-26=2026-11-27; "
	 "annual-review-complete 2026-12-09=2026-12-08; annual-review-decision 2026-12-10=2026-12-08; "
	 "annual-review-advice 2027-10-26; annual-review-invite 2027-10-26; annual-review-meeting "
	 "2027-11-09; "
	 "annual-review-complete 2027-12-07"},
	/* Restarted at the meeting: the decision still ends the old twelve months. */
	{PLAN "; review annual held=2026-11-10; plan-made 2026-11-10 R1; review-decision 2026-12-08 "
	      "result=maintain R1",
	 "annual-review-complete annual-review-decision annual-review-meeting",
	 "annual-review-meeting 2026-11-11=2026-11-10; annual-review-decision 2026-12-08=2026-12-08; "
	 "annual-review-complete 2026-12-09=2026-12-08; annual-review-meeting 2027-10-12; "
	 "annual-review-complete 2027-11-09"},
	/* A decision that names no review. */
	{PLAN "; review annual held=2026-11-10; review-decision 2026-12-11 result=maintain; plan-made "
	      "2026-12-11",
	 "annual-review-complete annual-review-decision",
	 "annual-review-decision 2026-12-08=2026-12-11; annual-review-complete 2026-12-09=2026-12-11; "
	 "annual-review-complete 2027-12-10"},
	/* Amended: domain.md 1.4 */
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-10 result=amend R1; plan-made "
	      "2026-12-10 R1; amendments-sent 2026-12-10 R1; amendments-served 2026-12-11 R1",
	 "amend*",
	 "amendments-notice 2026-12-10=2026-12-10; amendment-comments 2026-12-25; amended-final 2027-02-04"},
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-01 result=amend R1; plan-made "
	      "2026-12-01 R1; amendments-sent 2026-12-01 R1; amendments-served 2026-12-01 R1; draft-comments "
	      "2026-12-10 R1; amended-final 2027-01-27 R1",
	 "amend*",
	 "amendments-notice 2026-12-10=2026-12-01; amendment-comments 2026-12-15=2026-12-10; amended-final "
	 "2027-01-26=2027-01-27"},
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-10 result=amend R1; plan-made "
	      "2026-12-10 R1; amended-final 2027-02-01 R1",
	 "amend*", "amended-final 2027-02-04=2027-02-01"},
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-10 result=amend R1; plan-made "
	      "2026-12-10 R1",
	 "amend*", "amendments-notice 2026-12-10; amended-final 2027-02-04"},
	{PLAN "; review annual held=2026-11-12; amendments-sent 2026-12-09 R1", "amend*",
	 "amendments-notice 2026-12-10=2026-12-09; amended-final 2027-02-03"},
	/* What names no review: the first since, before other amendments. */
	{PLAN
	 "; review annual held=2026-11-12; review-decision 2026-12-10 result=amend R1; plan-made "
	 "2026-12-10 R1; amendments-sent 2026-12-10 R1; amended-final 2026-12-09; amended-final 2027-02-05",
	 "amended-final", "amended-final 2027-02-04=2027-02-05"},
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-10 result=amend R1; plan-made "
	      "2026-12-10 R1; amendments-sent 2026-12-12; amendments-served 2026-12-13; draft-comments "
	      "2026-12-27; "
	      "case -; amended-final 2027-01-05",
	 "amend*",
	 "amendments-notice 2026-12-10=2026-12-12; amendment-comments 2026-12-27=2026-12-27; amended-final "
	 "2027-02-04"},
	{PLAN
	 "; review annual held=2026-11-12; review-decision 2026-12-10 result=amend R1; plan-made "
	 "2026-12-10 R1; amendments-sent 2026-12-10 R1; amendments-sent 2027-06-01; amended-final 2027-07-01",
	 "amended-final", "amended-final 2027-02-04=2027-07-01"},
	/* The reasons why there is no amended plan. */
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-10 result=amend R1; amendments-sent "
	      "2026-12-10 R1; review-decision 2027-01-20 result=maintain R1",
	 "amended-final", "amended-final 2027-02-04=2027-01-20"},
	/* Ceasing: the plan stands and is reviewed until the time for an appeal is over. */
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-09 result=cease R1",
	 "annual-review-complete annual-review-invite",
	 "annual-review-complete 2026-12-09=2026-12-09; annual-review-invite 2027-10-27; "
	 "annual-review-complete 2027-12-08"},
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-09 result=cease R1; ended 2027-02-10",
	 "annual-review-complete annual-review-invite", "annual-review-complete 2026-12-09=2026-12-09"},
	/* A later review decided: the older one owes no more. */
	{PLAN "; review annual held=2026-11-12; review-decision 2026-12-09 result=maintain R1; plan-made "
	      "2026-12-09 R1; review annual held=2027-11-01; review-decision 2027-11-20 result=maintain R2",
	 "annual-review-report annual-review-complete",
	 "annual-review-complete 2026-12-09=2026-12-09; annual-review-report 2027-11-15; "
	 "annual-review-complete 2027-12-08=2027-11-20"},
	/* A plan made anew begins twelve months; the unmet review of the old is gone. */
	{PLAN "; final-plan 2026-06-01; plan-made 2026-06-01", "annual-review-complete annual-review-meeting",
	 "annual-review-meeting 2027-05-03; annual-review-complete 2027-05-31"},
	/* Of two planned the newest; the first that was held; other kinds are none. */
	{PLAN "; review annual planned=2026-11-10; review annual planned=2026-11-02", "annual-review-report",
	 "annual-review-report 2026-11-16"},
	{PLAN
	 "; review annual held=2026-10-10; review annual held=2026-10-05; review annual held=2026-10-20; "
	 "review annual planned=2026-11-10",
	 "annual-review-report annual-review-meeting",
	 "annual-review-report 2026-10-19; annual-review-meeting 2026-11-11=2026-10-05"},
	{PLAN "; review termly held=2026-10-10; review annual", "annual-review-report", ""},
	{PLAN "; review annual held=2025-11-01", "annual-review-report annual-review-meeting",
	 "annual-review-meeting 2026-11-11"},
	/* One only planned in twelve months that are over. */
	{PLAN "; review annual planned=2026-10-10; plan-made 2026-12-01", "annual-review-report", ""},
	/* Two cases. */
	{PLAN "; ended 2026-01-05; case -; plan-made 2026-01-10", "annual-review-complete",
	 "annual-review-complete 2027-01-09"},
	/* A leap day's plan. */
	{"case -; plan-made 2024-02-29", "annual-review-complete annual-review-meeting",
	 "annual-review-meeting 2025-01-31; annual-review-complete 2025-02-28"},
	/* Moved to another authority. */
	{PLAN "; plan-transferred 2026-11-20", "annual-review-complete annual-review-meeting moved-*",
	 "moved-told 2027-01-01; moved-review-meeting 2027-01-22; moved-review 2027-02-19"},
	{PLAN "; plan-transferred 2026-01-20; review-decision 2026-12-01 result=maintain; plan-made "
	      "2026-12-01",
	 "annual-review-complete moved-review*",
	 "moved-review 2026-12-09=2026-12-01; annual-review-complete "
	 "2027-11-30"},
	{PLAN "; moved 2026-11-20; plan-transferred 2026-12-01; transfer-told 2026-12-20", "moved-t*",
	 "moved-transfer 2026-12-10=2026-12-01; moved-told 2027-01-12=2026-12-20"},
	/* Assessed again. */
	{PLAN "; reassess-asked 2026-03-02", "reassess-*", "reassess-decision 2026-03-17"},
	{PLAN "; reassess-asked 2026-03-02; reassess-decision 2026-03-17 result=assess; reassess-started "
	      "2026-03-17",
	 "reassess-*", "reassess-decision 2026-03-17=2026-03-17; reassess-final 2026-06-23"},
	{PLAN "; reassess-asked 2026-03-02; reassess-asked 2026-04-02", "reassess-*",
	 "reassess-decision 2026-04-17"},
	{PLAN "; reassess-asked 2026-03-02; ended 2026-03-05", "reassess-*", ""},
	/* Under five. */
	{"dob 2022-03-01; case -; plan-made 2025-12-10", "under-five", "under-five 2026-06-10"},
	{"dob 2022-03-01; case -; plan-made 2025-12-10; under-five-considered 2026-03-10", "under-five",
	 "under-five 2026-06-10=2026-03-10; under-five 2026-09-10"},
	/* A lighter review counts; a termly one is not of the plan. */
	{"dob 2022-03-01; case -; plan-made 2025-12-10; review interim held=2026-03-10; review termly "
	 "held=2026-02-10",
	 "under-five", "under-five 2026-06-10=2026-03-10; under-five 2026-09-10"},
	{"dob 2022-03-01; case -; plan-made 2025-12-10; review interim planned=2026-03-10", "under-five",
	 "under-five 2026-06-10"},
	{"dob 2021-06-11; case -; plan-made 2025-12-10", "under-five", "under-five 2026-06-10"},
	{"dob 2021-06-10; case -; plan-made 2025-12-10", "under-five", ""},
	{"dob 2022-03-01; case -; plan-made 2025-12-10; under-five-considered 2025-12-11", "under-five",
	 "under-five 2026-06-10=2025-12-11; under-five 2026-06-11"},
	{"dob 2022-03-01; case school; request-received 2026-03-02", "under-five", ""},
};
START_TEST(test_reviews)
{
	CHECK(review_rows);
}
END_TEST

/* ---- The move to the next phase ---- */

#define MOVE(year) "case -; plan-made 2025-12-10; year " year
#define AUTUMN_27 \
	"phase-transfer-meeting 2026-11-22; phase-transfer-notice 2026-12-20; phase-transfer 2027-02-14"
ROWS transfer_rows[] = {
	/* Held on the first day that counts. */
	{MOVE("6 2026-09-01") "; review annual held=2026-09-01", "phase-transfer-meeting",
	 "phase-transfer-meeting 2026-11-22=2026-09-01"},
	{MOVE("6 2026-09-01") "; review transition held=2026-04-01", "phase-transfer-meeting",
	 "phase-transfer-meeting 2026-11-22=2026-04-01"},
	/* A hearing fixed for a day to come says nothing of today. */
	{MOVE("4 2025-09-03") "; appeal contents notice=2026-07-01; hearing 2026-11-01 AP1", "phase-*", ""},
	{MOVE("4 2025-09-03") "; final-plan 2026-11-01", "phase-transfer", "phase-transfer 2028-02-14"},
	/* domain.md 1.7 */
	{MOVE("6 2026-09-01"), "phase-*", AUTUMN_27},
	{MOVE("5 2025-09-03"), "phase-*", AUTUMN_27},
	{MOVE("4 2024-09-03"), "phase-*", AUTUMN_27}, /* by now in year 5: a plan of December 2025 */
	{MOVE("4 2025-09-03"), "phase-*", ""},
	{MOVE("1 2025-09-03"), "phase-*", ""},
	{MOVE("R 2025-09-03"), "phase-*", ""},
	{MOVE("N2 2026-09-01"), "phase-*", AUTUMN_27},
	{MOVE("N1 2025-09-01"), "phase-*", AUTUMN_27},
	{MOVE("2 2026-09-01") "; top 2", "phase-*", AUTUMN_27},
	{MOVE("1 2025-09-01") "; top 2", "phase-*", AUTUMN_27},
	{MOVE("R 2025-09-01") "; top 2", "phase-*", ""},
	{MOVE("2 2026-09-01"), "phase-*", ""},
	{MOVE("4 2026-09-01") "; top 4", "phase-*", AUTUMN_27},
	{MOVE("8 2026-09-01") "; top 8", "phase-*", AUTUMN_27},
	{MOVE("3 2026-09-01") "; top 2", "phase-*", ""},
	{MOVE("11 2026-09-01"), "phase-*", "phase-transfer-post-16 2027-03-30"},
	{MOVE("10 2025-09-01"), "phase-*", "phase-transfer-post-16 2027-03-30"},
	{MOVE("12 2026-09-01"), "phase-*", ""},
	{MOVE("X 2026-09-01"), "phase-*", ""},
	{MOVE("- 2026-09-01"), "phase-*", ""},
	{MOVE("5 2025-09-03; year 6 2026-09-02"), "phase-*", AUTUMN_27},
	/* A day unknown: by the date of birth; else by the day the file was begun. */
	{MOVE("6 ?") "; dob 2016-03-01", "phase-*", AUTUMN_27},
	{MOVE("6 ?"), "phase-*", AUTUMN_27},
	/* A list of July or August for September. */
	{MOVE("6 2026-07-01") "; dob 2016-03-01", "phase-*", AUTUMN_27},
	{MOVE("6 2026-08-20") "; dob 2016-03-01", "phase-*", AUTUMN_27},
	{MOVE("6 2026-07-20") "; dob 2015-03-01", "phase-transfer", "phase-transfer 2026-02-14"},
	{MOVE("6 2026-06-30") "; dob 2016-03-01", "phase-transfer", "phase-transfer 2026-02-14"},
	{MOVE("6 2026-07-20"), "phase-transfer", "phase-transfer 2026-02-14"},
	/* How far on: the last review says so too. */
	{"case -; plan-made 2024-12-10; year 4 2024-09-03; review annual planned=2025-11-01",
	 "phase-transfer", "phase-transfer 2027-02-14"},
	{"case -; plan-made 2024-12-10; year 4 2024-09-03; review annual held=2025-11-01", "phase-transfer",
	 "phase-transfer 2027-02-14"},
	/* Met. */
	{MOVE("6 2026-09-01") "; review annual held=2026-10-01; amendments-sent 2026-12-01; amended-final "
			      "2027-02-15",
	 "phase-*",
	 "phase-transfer-meeting 2026-11-22=2026-10-01; phase-transfer-notice 2026-12-20=2026-12-01; "
	 "phase-transfer 2027-02-14=2027-02-15"},
	{MOVE("6 2026-09-01") "; amended-final 2027-02-14", "phase-*",
	 "phase-transfer 2027-02-14=2027-02-14"},
	{MOVE("6 2026-09-01") "; amended-final 2026-08-31", "phase-transfer", "phase-transfer 2027-02-14"},
	{MOVE("6 2026-09-01") "; stays; amended-final 2026-11-01 v2", "phase-transfer",
	 "phase-transfer 2027-02-14"},
	{MOVE("6 2026-09-01") "; next v3; amended-final 2026-09-20 v2; amended-final 2027-01-20 v3",
	 "phase-transfer", "phase-transfer 2027-02-14=2027-01-20"},
	{MOVE("6 2026-09-01") "; next v2 until-v3; amended-final 2026-09-20 v3; amended-final 2027-01-20 v4",
	 "phase-transfer", "phase-transfer 2027-02-14"},
	{MOVE("6 2026-09-01") "; stays; final-plan 2026-11-01 v1; case -; next v1", "phase-transfer",
	 "phase-transfer 2027-02-14"},
	{MOVE("6 2026-09-01") "; amended-final 2026-09-01", "phase-transfer",
	 "phase-transfer 2027-02-14=2026-09-01"},
	{MOVE("6 2026-09-01") "; amended-final 2027-08-31", "phase-transfer",
	 "phase-transfer 2027-02-14=2027-08-31"},
	{MOVE("6 2026-09-01") "; amended-final 2027-09-01", "phase-transfer", "phase-transfer 2027-02-14"},
	/* The plan of a case before, entered late, names nothing for this one. */
	{"case -; final-plan 2026-10-01 v1; ended 2026-10-05; case -; plan-made 2025-12-10; year 6 "
	 "2026-09-01",
	 "phase-transfer", "phase-transfer 2027-02-14"},
	{MOVE("6 2026-09-01") "; amendments-sent 2027-09-01", "phase-transfer-notice",
	 "phase-transfer-notice 2026-12-20"},
	{MOVE("6 2026-09-01") "; amendments-sent 2027-08-31", "phase-transfer-notice",
	 "phase-transfer-notice 2026-12-20=2027-08-31"},
	{MOVE("6 2026-09-01") "; amendments-sent 2026-12-01", "phase-transfer-*",
	 "phase-transfer-notice 2026-12-20=2026-12-01"},
	{MOVE("6 2026-09-01") "; review annual held=2026-08-31", "phase-transfer-meeting",
	 "phase-transfer-meeting 2026-11-22"},
	{MOVE("6 2026-09-01") "; review transition held=2026-05-10", "phase-transfer-meeting",
	 "phase-transfer-meeting 2026-11-22=2026-05-10"},
	{MOVE("6 2026-09-01") "; review transition held=2026-03-31", "phase-transfer-meeting",
	 "phase-transfer-meeting 2026-11-22"},
	{MOVE("6 2026-09-01") "; review termly held=2026-10-10; review annual held=2027-09-01",
	 "phase-transfer-meeting", "phase-transfer-meeting 2026-11-22"},
	/* A plan first made for the move, or after the day. */
	{"case -; final-plan 2027-01-10; plan-made 2027-01-10; year 6 2026-09-01", "phase-*",
	 "phase-transfer 2027-02-14=2027-01-10"},
	{"case -; final-plan 2027-02-14; plan-made 2027-02-14; year 6 2026-09-01", "phase-*",
	 "phase-transfer 2027-02-14=2027-02-14"},
	{"case -; final-plan 2027-02-15; plan-made 2027-02-15; year 6 2026-09-01", "phase-*", ""},
	{"case school; request-received 2026-09-10; year 6 2026-09-01", "phase-*", ""},
	{MOVE("6 2026-09-01") "; ended 2026-10-01", "phase-*", ""},
};
START_TEST(test_transfer)
{
	CHECK(transfer_rows);
}
END_TEST

/* ---- Disagreement ---- */

#define NONE "appeal mediation-* hearing order-* unopposed-* recommendation-*"
ROWS appeal_rows[] = {
	/* Notices on two days running. */
	{"case -; appealable-notice 2026-07-30; appealable-notice 2026-07-31", "appeal",
	 "appeal 2026-09-30; appeal 2026-09-30"},
	/* What was agreed is owed also when the disagreement is over. */
	{"case -; plan-made 2026-07-20; appeal contents notice=2026-07-31 closed=2026-09-02 sections=C,G; "
	 "mediation-asked 2026-08-10 AP1; mediation-agreement 2026-09-01 AP1",
	 "mediation-* order-*", "mediation-done 2026-09-15"},
	/* The first that is known. */
	{"appeal contents notice=2026-07-31; hearing 2027-02-10 AP1", "hearing", "hearing 2027-02-10"},
	{"appeal contents notice=2026-07-31; complied 2026-12-01 AP1; order 2026-12-01 result=school AP1",
	 "order-school", "order-school 2026-12-15=2026-12-01"},
	/* Two disagreements, two cases: each its own. */
	{"case school; case -; plan-made 2026-07-20; appeal contents notice=2026-07-31; appeal contents "
	 "notice=2026-08-31; appeal-sent 2026-09-01 AP2",
	 "appeal", "appeal 2026-09-30; appeal 2026-10-31=2026-09-01"},
	{"case -; plan-made 2026-07-20; appeal contents notice=2026-07-31 closed=2026-12-01; hearing "
	 "2027-02-10 "
	 "AP1",
	 "hearing", ""},
	{REFUSED, NONE, "appeal 2026-06-13; mediation-contact 2026-06-13"},
	{REFUSED "; appeal refuse-assess notice=2026-04-13", NONE,
	 "appeal 2026-06-13; mediation-contact 2026-06-13"},
	{REFUSED "; appeal refuse-assess notice=2026-04-14", NONE,
	 "appeal 2026-06-13; mediation-contact 2026-06-13; appeal 2026-06-14; mediation-contact 2026-06-14"},
	{"case -; plan-made 2025-12-31; appealable-notice 2025-12-31; appealable-notice 2026-07-31", "appeal",
	 "appeal 2026-02-28; appeal 2026-09-30"},
	/* The later of two months, and one from the certificate. */
	{CONTENTS "; mediation-contact 2026-08-10 AP1; mediation-declined 2026-08-26 AP1; "
		  "mediation-certificate 2026-09-10 AP1",
	 NONE,
	 "mediation-certificate 2026-09-01=2026-09-10; mediation-contact 2026-09-30=2026-08-10; appeal "
	 "2026-10-10"},
	{CONTENTS "; mediation-certificate 2026-08-10 AP1", NONE, "appeal 2026-09-30"},
	{CONTENTS "; mediation-asked 2026-08-10 AP1", NONE,
	 "mediation-meeting 2026-09-09; appeal 2026-09-30; mediation-contact 2026-09-30"},
	{CONTENTS "; mediation-asked 2026-08-10 AP1; mediation-held 2026-09-01 AP1; mediation-agreement "
		  "2026-09-01 AP1",
	 "mediation-meeting mediation-done order-*",
	 "mediation-meeting 2026-09-09=2026-09-01; order-amend 2026-10-06"},
	/* An agreement binds as an order where there is a right of appeal (reg 42). */
	{CONTENTS " sections=I; mediation-agreement 2026-09-01 AP1; complied 2026-09-10 AP1",
	 "mediation-* order-*", "order-school 2026-09-15=2026-09-10"},
	{CONTENTS " sections=C,G; mediation-agreement 2026-09-01 AP1", "mediation-done order-*",
	 "mediation-done 2026-09-15"},
	{CONTENTS " sections=B,F; mediation-agreement 2026-09-01 AP1", "mediation-done order-*",
	 "order-amend 2026-10-06"},
	{"case -; plan-made 2026-07-20; appeal no-plan notice=2026-07-31; mediation-agreement 2026-09-01 AP1",
	 "mediation-done order-*", "order-draft 2026-10-06; order-final 2026-11-17"},
	{"case -; plan-made 2026-07-20; appeal cease notice=2026-07-31; mediation-agreement 2026-09-01 AP1",
	 "mediation-done order-*", ""},
	/* The place alone: no certificate, and no month from one. */
	{"case -; plan-made 2026-07-20; appeal contents notice=2026-07-31 sections=I; mediation-certificate "
	 "2026-09-20 AP1",
	 NONE, "appeal 2026-09-30"},
	{"case -; plan-made 2026-07-20; appeal contents notice=2026-07-31 sections=F; mediation-certificate "
	 "2026-09-20 AP1",
	 NONE, "appeal 2026-10-20"},
	/* Sent: met; nothing of mediation is due. */
	{CONTENTS "; mediation-asked 2026-08-10 AP1; appeal-sent 2026-09-30 AP1", NONE,
	 "appeal 2026-09-30=2026-09-30"},
	{"case -; plan-made 2026-07-20; appeal contents notice=2026-07-31 closed=2026-09-01; "
	 "mediation-contact 2026-08-01 AP1",
	 NONE, "mediation-contact 2026-09-30=2026-08-01"},
	{"appeal contents notice=2026-07-31", NONE, "appeal 2026-09-30; mediation-contact 2026-09-30"},
	/* The hearing, put off; over when there is an order. */
	{CONTENTS "; appeal-sent 2026-09-30 AP1; hearing 2027-02-10 AP1", "hearing", "hearing 2027-02-10"},
	{CONTENTS "; appeal-sent 2026-09-30 AP1; hearing 2027-02-10 AP1; hearing 2027-01-10 AP1", "hearing",
	 "hearing 2027-01-10"},
	{CONTENTS "; appeal-sent 2026-09-30 AP1; hearing 2027-02-10 AP1; hearing 2027-03-10 AP1; order "
		  "2027-03-20 AP1 result=dismissed",
	 "hearing order-*", "hearing 2027-03-10=2027-03-10"},
	{CONTENTS
	 "; appeal-sent 2026-09-30 AP1; hearing 2027-02-10 AP1; order 2027-02-09 AP1 result=dismissed",
	 "hearing", ""},
	{CONTENTS
	 "; appeal-sent 2026-09-30 AP1; hearing 2027-02-10 AP1; order 2027-02-10 AP1 result=dismissed",
	 "hearing", "hearing 2027-02-10=2027-02-10"},
	{CONTENTS "; appeal-sent 2026-09-30 AP1; hearing 2027-02-10 AP1; unopposed 2027-01-10 AP1 "
		  "result=amend",
	 "hearing unopposed-*", "unopposed-amend 2027-02-14"},
	/* What an order asks. */
	{CONTENTS "; order 2026-11-02 AP1 result=assess", "order-*",
	 "order-assess 2026-11-16; order-assess-no-plan 2027-01-11; order-assess-final 2027-02-08"},
	/* By name: the rest is still due; to assess a child with a plan is to assess again. */
	{CONTENTS "; order 2026-11-02 AP1 result=assess; complied 2026-11-17 AP1 result=assess", "order-*",
	 "order-assess 2026-11-16=2026-11-17; order-assess-no-plan 2027-01-11; order-assess-final "
	 "2027-02-08"},
	{CONTENTS
	 "; order 2026-11-02 AP1 result=assess; reassess-decision 2026-11-10; complied 2027-02-09 AP1 "
	 "result=final",
	 "order-*",
	 "order-assess 2026-11-16=2026-11-10; order-assess-no-plan 2027-01-11; order-assess-final "
	 "2027-02-08=2027-02-09"},
	{CONTENTS
	 "; order 2026-11-02 AP1 result=assess; assess-decision 2026-11-10; no-plan-notice 2027-01-11",
	 "order-*", "order-assess 2026-11-16=2026-11-10; order-assess-no-plan 2027-01-11=2027-01-11"},
	{CONTENTS "; order 2026-11-02 AP1 result=assess; complied 2026-11-17 AP1", "order-*",
	 "order-assess 2026-11-16=2026-11-17"},
	{CONTENTS "; order 2026-11-02 AP1 result=draft", "order-*",
	 "order-draft 2026-12-07; order-final 2027-01-18"},
	{CONTENTS "; order 2026-11-02 AP1 result=draft; draft-served 2026-12-01; final-plan 2027-01-19",
	 "order-*", "order-draft 2026-12-07=2026-12-01; order-final 2027-01-18=2027-01-19"},
	{CONTENTS "; order 2026-11-02 AP1 result=draft; final-plan 2026-12-19", "order-*",
	 "order-final 2027-01-18=2026-12-19"},
	/* Done by name: a draft is not the plan; without a name it is all of it. */
	{CONTENTS "; order 2026-11-02 AP1 result=draft; complied 2026-11-17 AP1 result=draft", "order-*",
	 "order-draft 2026-12-07=2026-11-17; order-final 2027-01-18"},
	{CONTENTS "; order 2026-11-02 AP1 result=draft; complied 2026-11-17 AP1", "order-*",
	 "order-final 2027-01-18=2026-11-17"},
	{CONTENTS "; order 2026-11-02 AP1 result=amend; complied 2026-11-17 AP1 result=school", "order-*",
	 "order-amend 2026-12-07"},
	{CONTENTS "; unopposed 2026-11-02 AP1 result=school; complied 2026-11-17 AP1 result=school",
	 "unopposed-*", "unopposed-school 2026-11-16=2026-11-17"},
	{CONTENTS "; unopposed 2026-11-02 AP1 result=school; complied 2026-11-17 AP1 result=draft",
	 "unopposed-*", "unopposed-school 2026-11-16"},
	{CONTENTS "; order 2026-11-02 AP1 result=final; complied 2026-12-19 AP1", "order-*",
	 "order-final 2027-01-18=2026-12-19"},
	{CONTENTS "; order 2026-11-02 AP1 result=amend; amended-final 2026-11-01; amended-final 2026-12-07",
	 "order-*", "order-amend 2026-12-07=2026-12-07"},
	{CONTENTS "; order 2026-11-02 AP1 result=school", "order-*", "order-school 2026-11-16"},
	{CONTENTS "; order 2026-11-02 AP1 result=maintain; order 2026-11-03 AP1", "order-*", ""},
	{CONTENTS "; unopposed 2026-11-02 AP1 result=assess", "unopposed-*",
	 "unopposed-assess 2026-11-16; unopposed-no-plan 2027-01-11; unopposed-final 2027-02-08"},
	{CONTENTS "; unopposed 2026-11-02 AP1 result=assess; assess-decision 2026-11-05 result=assess; "
		  "no-plan-notice 2027-01-12",
	 "unopposed-*", "unopposed-assess 2026-11-16=2026-11-05; unopposed-no-plan 2027-01-11=2027-01-12"},
	{CONTENTS "; unopposed 2026-11-02 AP1 result=assess; final-plan 2027-02-01", "unopposed-*",
	 "unopposed-assess 2026-11-16; unopposed-final 2027-02-08=2027-02-01"},
	{CONTENTS "; unopposed 2026-11-02 AP1 result=no-plan", "unopposed-*", "unopposed-no-plan 2027-01-11"},
	{CONTENTS "; unopposed 2026-11-02 AP1 result=final", "unopposed-*",
	 "unopposed-draft-final 2027-01-18"},
	{CONTENTS "; unopposed 2026-11-02 AP1 result=draft", "unopposed-*",
	 "unopposed-draft 2026-12-07; unopposed-draft-final 2027-01-18"},
	{CONTENTS "; unopposed 2026-11-02 AP1 result=draft; draft-served 2026-12-07; final-plan 2027-01-19",
	 "unopposed-*", "unopposed-draft 2026-12-07=2026-12-07; unopposed-draft-final 2027-01-18=2027-01-19"},
	{CONTENTS "; unopposed 2026-11-02 AP1 result=school", "unopposed-*", "unopposed-school 2026-11-16"},
	{CONTENTS "; unopposed 2026-11-02 AP1 result=amend", "unopposed-*", "unopposed-amend 2026-12-07"},
	{CONTENTS "; unopposed 2015-03-22 AP1 result=amend", "unopposed-*", ""},
	{CONTENTS "; recommendation 2026-11-02 AP1", "recommendation-*", "recommendation-reply 2026-12-07"},
	{CONTENTS "; recommendation 2026-11-02 AP1; recommendation-reply 2026-12-08 AP1", "recommendation-*",
	 "recommendation-reply 2026-12-07=2026-12-08"},
};
START_TEST(test_appeals)
{
	CHECK(appeal_rows);
}
END_TEST

/* ---- Commands, ways, owners ---- */

/* The adviser asked in time, the month from the certificate is to come; late, with it, sent, or
 * where none is needed, not. */
START_TEST(test_extends)
{
	static const struct {
		const char *story;
		bool extends;
	} rows[] = {
		{CONTENTS "; mediation-contact 2026-09-30 AP1", true},
		{CONTENTS "; mediation-contact 2026-10-01 AP1", false},
		{CONTENTS "; mediation-contact 2026-09-30 AP1; mediation-certificate 2026-09-30 AP1", false},
		{CONTENTS "; mediation-contact 2026-09-30 AP1; appeal-sent 2026-09-30 AP1", false},
		{CONTENTS " sections=I; mediation-contact 2026-09-30 AP1", false},
		{CONTENTS, false}};

	for (size_t i = 0; i < SEN_COUNT(rows); i++) {
		struct sen_ehc_steps steps = story_steps(rows[i].story);

		ck_assert(story_step(&steps, "appeal")->extends == rows[i].extends);
	}
}
END_TEST

START_TEST(test_commands)
{
	struct sen_ehc_steps steps = story_steps(PLAN);

	ck_assert_str_eq(story_step(&steps, "annual-review-meeting")->fix,
			 "sendctl review schedule P12 --kind annual --on DATE");
	ck_assert_ptr_nonnull(
		strstr(story_step(&steps, "annual-review-invite")->how, "no meeting is planned"));
	ck_assert_int_eq(story_step(&steps, "annual-review-meeting")->starts_on, sen_date_make(2025, 12, 10));
	steps = story_steps(PLAN "; review annual planned=2026-11-12");
	ck_assert_str_eq(story_step(&steps, "annual-review-invite")->fix, "sendctl review invite R1 --all");
	ck_assert_str_eq(story_step(&steps, "annual-review-meeting")->fix,
			 "sendctl review record R1 --on DATE --came NAME");
	ck_assert_str_eq(story_step(&steps, "annual-review-invite")->subject, "R1");
	ck_assert_ptr_nonnull(strstr(story_step(&steps, "annual-review-invite")->how, "not held yet"));
	steps = story_steps(CONTENTS);
	ck_assert_str_eq(story_step(&steps, "appeal")->subject, "AP1");
	ck_assert_int_eq(story_step(&steps, "appeal")->ehc_id, 1);
	ck_assert_str_eq(story_step(&steps, "mediation-contact")->fix,
			 "sendctl appeal mediation AP1 --contacted DATE");
	steps = story_steps("appeal contents notice=2026-07-31");
	ck_assert(story_step(&steps, "appeal")->ehc_id == SEN_NO_INT);
	ck_assert(!story_step(&steps, "appeal")->extends);
	steps = story_steps("case school; request-sent 2026-03-02");
	ck_assert_ptr_nonnull(strstr(story_step(&steps, "ehc-decision")->how, "cannot be sooner"));
	ck_assert_str_eq(story_step(&steps, "ehc-decision")->fix,
			 "sendctl ehcp decision P12 --decision assess|refuse --on DATE");
	steps = story_steps(ASKED "; final-plan 2026-07-20");
	ck_assert_ptr_nonnull(strstr(story_step(&steps, "plan-meeting")->how, "final plan"));
	ck_assert_ptr_null(strstr(story_step(&steps, "plan-meeting")->how, "amended"));
	steps = story_steps("case school; request-sent 2026-03-02");
	ck_assert_str_eq(sen_ehc_owner(NULL, story_step(&steps, "ehc-decision")->rule), "local authority");
	ck_assert_str_eq(sen_ehc_owner(NULL, story_step(&steps, "ehc-receipt")->rule), "SENCO");
}
END_TEST

/* ---- Stories worked out by another program ---- */

/* STORY,RULE,TODAY,"due=met STATE; ..." */
static const char *states(const char *story, const char *rule, sen_date today)
{
	struct sen_ehc_steps steps = story_steps(story);
	struct sen_buf buf = {.arena = records_arena};
	char iso[11];

	for (size_t i = 0; i < steps.count; i++) {
		const struct sen_ehc_step *step = &steps.items[i];

		if (strcmp(step->rule->code, rule) != 0)
			continue;
		sen_buf_addf(&buf, "%s%s", buf.len ? "; " : "", sen_date_text(step->due_on, iso));
		if (step->met_on != SEN_NO_DATE)
			sen_buf_addf(&buf, "=%s", sen_date_text(step->met_on, iso));
		sen_buf_addf(&buf, " %s",
			     sen_clock_state_word(sen_clock_state(step->due_on, step->met_on, today,
								  step->excuse != NULL)));
	}
	return buf.text ? buf.text : "";
}

START_TEST(test_stories)
{
	FILE *file = fopen(STORIES, "re");
	char text[2048], *fields[4];
	int line = 0;

	ck_assert_msg(file != NULL, "run the tests from the repository: no " STORIES);
	while (fgets(text, sizeof(text), file)) {
		struct sen_mark mark = sen_arena_mark(records_arena);
		const char *got;

		line++;
		ck_assert_msg(words_split(text, fields, SEN_COUNT(fields)) == 4, STORIES ":%d: not a story",
			      line);
		got = states(fields[0], fields[1], story_day(fields[2]));
		ck_assert_msg(strcmp(got, fields[3]) == 0, STORIES ":%d: %s: %s\n got  %s\n want %s", line,
			      fields[1], fields[0], got, fields[3]);
		sen_arena_release(records_arena, mark);
	}
	fclose(file);
	ck_assert_int_gt(line, 500);
}
END_TEST

Suite *suite_ehc_steps(void)
{
	Suite *suite = suite_create("ehc_steps");
	TCase *tc = tcase_create("ehc_steps");

	tcase_add_checked_fixture(tc, story_begin, records_teardown);
	tcase_set_timeout(tc, 60);
	tcase_add_loop_test(tc, test_request, 0, (int)SEN_COUNT(request_rows));
	tcase_add_loop_test(tc, test_excuse, 0, (int)SEN_COUNT(excuse_rows));
	tcase_add_test(tc, test_excuse_words);
	tcase_add_loop_test(tc, test_reviews, 0, (int)SEN_COUNT(review_rows));
	tcase_add_loop_test(tc, test_transfer, 0, (int)SEN_COUNT(transfer_rows));
	tcase_add_loop_test(tc, test_appeals, 0, (int)SEN_COUNT(appeal_rows));
	tcase_add_test(tc, test_commands);
	tcase_add_test(tc, test_extends);
	tcase_add_test(tc, test_stories);
	suite_add_tcase(suite, tc);
	return suite;
}
