/* EHC cases: where one stands, in which order things can happen, decisions and the end
 * of a plan (R60 to R62, R69). */
#include "unit/children.h"

#include <sen/ehc_case.h>
#include <sen/graduated.h>

static struct sen_ehc_case now;

/* A case by its source (NULL: came with a plan), read anew. */
static void begin(const char *source)
{
	struct sen_ehc *ehc = sen_record_new(records_arena, &sen_ehc_record);

	ehc->pupil_id = child("Zoe", "O'Brien", "3B");
	ehc->source = source;
	ehc->opened_on = day("2026-01-05");
	ok(sen_record_insert(children_store, &sen_ehc_record, ehc, &records_err));
	ok(sen_ehc_case(children_store, ehc->head.id, &now, &records_err));
}

static int mark(const char *event, const char *on)
{
	return sen_ehc_mark(children_store, &now, sen_ehc_event(children_store, &now, event, day(on)),
			    &records_err);
}

static const char *stage(const char *on)
{
	return sen_ehc_stage(&now, day(on));
}

START_TEST(stages_by_day)
{
	begin("school");
	ok(mark("request-sent", "2026-01-05"));
	ck_assert_str_eq(stage("2026-01-05"), "requested");
	ok(mark("assess-decision", "2026-02-16"));
	ck_assert_str_eq(stage("2026-02-15"), "requested");
	ck_assert_str_eq(stage("2026-02-16"), "assessing");
	ok(mark("draft-copy", "2026-04-20"));
	ck_assert_str_eq(stage("2026-04-20"), "drafting");
	ok(mark("draft-served", "2026-04-17"));
	ck_assert_str_eq(stage("2026-04-17"), "drafting");
	ok(mark("final-plan", "2026-05-25"));
	ck_assert_str_eq(stage("2026-05-24"), "drafting");
	ck_assert(!sen_ehc_in_force(&now, day("2026-05-24")));
	ck_assert(sen_ehc_in_force(&now, day("2026-05-25")));
	ok(sen_ehc_end_case(children_store, &now, "ceased", day("2026-10-01"), "2", &records_err));
	ck_assert_str_eq(stage("2026-09-30"), "plan");
	ck_assert_str_eq(stage("2026-10-01"), "ceased");
	ok(sen_ehc_end_case(children_store, &now, NULL, SEN_NO_DATE, NULL, &records_err));
	ck_assert_str_eq(stage("2026-10-01"), "plan");
}
END_TEST

/* What is on record, what is typed, on which day; what it is refused with (NULL: it is
 * not). */
static const struct {
	const char *there, *on, *event, *then, *refused;
} orders[] = {
	{"request-sent", "2026-03-02", "request-received", "2026-03-01", "is before the request was sent"},
	{"request-sent", "2026-03-02", "request-received", "2026-03-02", NULL},
	{"request-received", "2026-03-02", "request-sent", "2026-03-03", "is after the local authority"},
	{"request-received", "2026-03-02", "request-sent", "2026-03-02", NULL},
	{"request-received", "2026-03-04", "assess-decision", "2026-03-03", "is before"},
	{"assess-decision", "2026-03-04", "request-received", "2026-03-05", "is after the decision"},
	{"assess-decision", "2026-04-13", "draft-served", "2026-04-12", "is before"},
	{"assess-decision", "2026-04-13", "draft-copy", "2026-04-12", "is before"},
	{"assess-decision", "2026-04-13", "no-plan-notice", "2026-04-12", "is before"},
	{"draft-served", "2026-04-13", "assess-decision", "2026-04-14", "is after"},
	{"draft-served", "2026-04-13", "final-plan", "2026-04-12", "is before"},
	{"draft-served", "2026-04-13", "draft-comments", "2026-04-12", "is before"},
	{"draft-comments", "2026-04-13", "draft-served", "2026-04-20", NULL},
	{"final-plan", "2026-05-04", "plan-meeting", "2026-05-03", "is before"},
	{"final-plan", "2026-05-04", "told-section-f", "2026-05-03", "is before"},
	{"final-plan", "2026-05-04", "review-decision", "2026-05-03", "is before"},
	{"plan-meeting", "2026-05-04", "final-plan", "2026-05-05", "is after"},
	{"advice-asked", "2026-05-04", "advice-sent", "2026-05-03", "is before"},
	{"advice-sent", "2026-05-04", "advice-asked", "2026-05-05", NULL},
	{"consultation-received", "2026-05-04", "consultation-replied", "2026-05-03", "is before"},
	{"consultation-replied", "2026-05-04", "consultation-received", "2026-05-05", NULL},
	{"final-plan", "2026-05-04", "amended-final", "2026-05-03", "is before"},
	{"amendments-sent", "2026-05-04", "amendments-served", "2026-05-03", "is before"},
	{"final-plan", "2026-05-04", "reassess-asked", "2026-05-03", "is before"},
	{"reassess-asked", "2026-05-04", "reassess-decision", "2026-05-03", "is before"},
	{"moved", "2026-05-04", "plan-transferred", "2026-05-03", "is before"},
	{"plan-transferred", "2026-05-04", "transfer-told", "2026-05-03", "is before"},
	{"final-plan", "2026-05-04", "moved", "2026-05-03", "is before"},
	{"request-sent", "2026-05-04", "withdrawn", "2026-05-03", "is before"},
	{"final-plan", "2026-05-04", "excuse", "2026-05-03", NULL},
};

START_TEST(order_of_events)
{
	begin("school");
	ok(mark(orders[_i].there, orders[_i].on));
	if (!orders[_i].refused)
		ok(mark(orders[_i].event, orders[_i].then));
	else
		fails(mark(orders[_i].event, orders[_i].then), SEN_INVALID, orders[_i].refused);
}
END_TEST

/* A later round of the same may go before nothing: only the first one counts. */
START_TEST(order_of_the_second_round)
{
	begin("school");
	ok(mark("request-sent", "2026-01-05"));
	ok(mark("draft-served", "2026-03-02"));
	ok(mark("final-plan", "2026-04-01"));
	ok(mark("draft-served", "2026-06-01"));
	fails(mark("final-plan", "2026-03-01"), SEN_INVALID, "is before the draft plan");
}
END_TEST

START_TEST(days_of_the_law)
{
	struct sen_ehc_step step;

	begin("parent");
	ok(mark("request-sent", "2026-02-27"));
	ck_assert(sen_ehc_due(children_store, &now, "ehc-decision", SEN_NO_DATE, &step));
	ck_assert(step.earliest);
	ck_assert_int_eq(step.due_on, day("2026-04-10"));
	ok(mark("request-received", "2026-03-02"));
	ck_assert(sen_ehc_due(children_store, &now, "ehc-final-plan", SEN_NO_DATE, &step));
	ck_assert(!step.earliest);
	ck_assert_int_eq(step.due_on, day("2026-07-20"));
	ck_assert(!sen_ehc_due(children_store, &now, "draft-comments", SEN_NO_DATE, &step));
	ck_assert(!sen_ehc_due(children_store, &now, "ehc-decision", day("2026-04-01"), &step));
	ck_assert(!sen_ehc_due(children_store, &now, "no-such-rule", SEN_NO_DATE, &step));
}
END_TEST

START_TEST(names_of_the_receipt)
{
	begin("agency");
	ok(mark("request-received", "2026-02-27"));
	ck_assert_str_eq(now.all[0].event_name, "the local authority became responsible for the child");
}
END_TEST

/* ---- The end ---- */

static int may(const char *why, const char *on)
{
	const struct sen_law_item *item = sen_law_item(now.law, "cease", why);

	return sen_ehc_may_cease(children_store, &now, item, day(on), &records_err);
}

static int decide(const char *decision, const char *on)
{
	struct sen_ehc_decision d = {
		.decision = decision, .on = day(on), .amendments_sent = SEN_NO_DATE, .served = SEN_NO_DATE};

	return sen_ehc_decide(children_store, &now, &d, &records_err);
}

static int64_t review(const char *held)
{
	struct sen_review *r = sen_record_new(records_arena, &sen_review_record);

	r->pupil_id = now.ehc.pupil_id;
	r->kind = "annual";
	r->held_on = day(held);
	ok(sen_record_insert(children_store, &sen_review_record, r, &records_err));
	return r->head.id;
}

static struct sen_appeal *appeal(const char *notice)
{
	struct sen_appeal *a = sen_record_new(records_arena, &sen_appeal_record);

	a->pupil_id = now.ehc.pupil_id;
	a->ehc_id = now.ehc.head.id;
	a->against = "cease";
	a->notice_on = day(notice);
	ok(sen_record_insert(children_store, &sen_appeal_record, a, &records_err));
	return a;
}

START_TEST(the_wall_before_the_end)
{
	begin("school");
	ok(mark("final-plan", "2026-02-02"));
	fails(may("2", "2026-11-01"), SEN_INVALID, "only when the local authority has decided so");
	ok(may("8", "2026-02-03"));
	ok(may("7", "2026-02-03"));
	ok(may("5", "2026-02-03"));
	review("2026-06-01");
	ok(decide("cease", "2026-06-30"));
	fails(may("2", "2026-08-30"), SEN_INVALID, "until Sun 30 Aug 2026");
	ok(may("2", "2026-08-31"));
	/* A certificate makes the window longer. */
	ok(mark("mediation-certificate", "2026-08-10"));
	fails(may("2", "2026-09-10"), SEN_INVALID, "until Thu 10 Sep 2026");
	ok(may("2", "2026-09-11"));
}
END_TEST

START_TEST(the_wall_of_an_appeal)
{
	struct sen_appeal *a;

	begin("school");
	ok(mark("final-plan", "2026-02-02"));
	review("2026-06-01");
	ok(decide("cease", "2026-06-30"));
	a = appeal("2026-06-30");
	fails(may("2", "2026-11-01"), SEN_INVALID, "is open: the plan is kept");
	children_store->context.anyway = "the school wishes it";
	fails(may("2", "2026-11-01"), SEN_INVALID, "is open: the plan is kept");
	a->closed_on = day("2026-08-03");
	a->result = "dismissed";
	ok(sen_record_update(children_store, &sen_appeal_record, a, &records_err));
	ok(may("2", "2026-08-03"));
	fails(may("2", "2026-08-02"), SEN_INVALID, "until");
	/* Not made, the window stays; won, the decision is gone; of an older one, nothing to it. */
	a->result = "not-made";
	ok(sen_record_update(children_store, &sen_appeal_record, a, &records_err));
	fails(may("2", "2026-08-03"), SEN_INVALID, "until");
	a->result = "conceded";
	ok(sen_record_update(children_store, &sen_appeal_record, a, &records_err));
	fails(may("2", "2026-11-01"), SEN_INVALID, "did not stand");
	a->notice_on = day("2026-06-29");
	ok(sen_record_update(children_store, &sen_appeal_record, a, &records_err));
	ok(may("2", "2026-11-01"));
}
END_TEST

START_TEST(reasons_to_cease)
{
	const struct sen_law_item *item;

	begin("school");
	ok(sen_ehc_cease_reason(children_store, &now, "7", &item, &records_err));
	ck_assert_str_eq(item->code, "7");
	ok(sen_ehc_cease_reason(children_store, &now, "Left England", &item, &records_err));
	ck_assert_str_eq(item->code, "7");
	ok(sen_ehc_cease_reason(children_store, &now, "died", &item, &records_err));
	ck_assert_str_eq(item->code, "8");
	fails(sen_ehc_cease_reason(children_store, &now, "targets met", &item, &records_err), SEN_USAGE,
	      "none of the reasons");
	fails(sen_ehc_cease_reason(children_store, &now, "wo", &item, &records_err), SEN_USAGE,
	      "none of the reasons");
	fails(sen_ehc_cease_reason(children_store, &now, "the", &item, &records_err), SEN_USAGE,
	      "more than one");
}
END_TEST

/* ---- Decisions ---- */

START_TEST(a_refusal_overturned)
{
	begin("parent");
	ok(mark("request-sent", "2026-01-05"));
	ok(decide("refuse", "2026-02-16"));
	ck_assert_str_eq(stage("2026-02-16"), "refused");
	fails(decide("refuse", "2026-02-17"), SEN_CONFLICT, "has ended");
	ok(decide("assess", "2026-05-04"));
	ck_assert_str_eq(stage("2026-05-04"), "assessing");
	fails(decide("assess", "2026-05-05"), SEN_CONFLICT, "it was decided on");
	ok(decide("no-plan", "2026-06-01"));
	ck_assert_str_eq(stage("2026-06-01"), "no-plan");
	ck_assert_int_eq(children_number("SELECT count(*) FROM milestone WHERE event = 'appealable-notice'"),
			 2);
}
END_TEST

/* A copy of a draft, then the day it was served: one version. */
START_TEST(one_draft_one_version)
{
	int64_t version;

	begin("parent");
	ok(mark("request-sent", "2026-01-05"));
	ok(sen_ehc_draft(children_store, &now, SEN_NO_DATE, day("2026-04-20"), &version, &records_err));
	ck_assert_int_eq(version, 1);
	ok(sen_ehc_draft(children_store, &now, day("2026-04-17"), SEN_NO_DATE, &version, &records_err));
	ck_assert_int_eq(version, 1);
	ok(sen_ehc_draft(children_store, &now, day("2026-05-04"), day("2026-05-05"), &version, &records_err));
	ck_assert_int_eq(version, 2);
	fails(sen_ehc_draft(children_store, &now, SEN_NO_DATE, SEN_NO_DATE, &version, &records_err),
	      SEN_USAGE, "say when");
	fails(sen_ehc_draft(children_store, &now, day("2026-05-05"), day("2026-05-04"), &version,
			    &records_err),
	      SEN_INVALID, "before the draft was served");
}
END_TEST

/* A draft or final plan after a refusal lets the case go on; after a withdrawal not. */
START_TEST(a_plan_after_the_end)
{
	struct sen_ehc_final final = {.on = day("2026-09-01"), .keep_level = true};
	int64_t version;

	begin("parent");
	ok(mark("request-sent", "2026-01-05"));
	ok(decide("no-plan", "2026-04-13"));
	ok(sen_ehc_draft(children_store, &now, day("2026-08-03"), SEN_NO_DATE, &version, &records_err));
	ck_assert_ptr_null(now.ehc.ended_as);
	ok(sen_ehc_end_case(children_store, &now, "withdrawn", day("2026-08-10"), NULL, &records_err));
	fails(sen_ehc_finish(children_store, &now, &final, false, &records_err), SEN_CONFLICT,
	      "has ended (Request withdrawn)");
}
END_TEST

START_TEST(taken_away)
{
	size_t taken;

	begin("parent");
	ok(mark("request-sent", "2026-01-05"));
	ok(decide("refuse", "2026-02-16"));
	ok(sen_ehc_unmark(children_store, &now,
			  sen_milestone_last(now.all, now.count, "assess-decision")->head.id, "a slip",
			  &taken, &records_err));
	ck_assert_uint_eq(taken, 2);
	ck_assert_ptr_null(now.ehc.ended_as);
	ck_assert_str_eq(stage("2026-02-16"), "requested");
	fails(sen_ehc_unmark(children_store, &now, 99, "a slip", &taken, &records_err), SEN_INVALID,
	      "was removed");
}
END_TEST

Suite *suite_ehc_case(void)
{
	Suite *suite = suite_create("ehc_case");
	TCase *tc = tcase_create("case");

	tcase_add_checked_fixture(tc, children_setup, children_teardown);
	tcase_add_test(tc, stages_by_day);
	tcase_add_loop_test(tc, order_of_events, 0, SEN_COUNT(orders));
	tcase_add_test(tc, order_of_the_second_round);
	tcase_add_test(tc, days_of_the_law);
	tcase_add_test(tc, names_of_the_receipt);
	tcase_add_test(tc, the_wall_before_the_end);
	tcase_add_test(tc, the_wall_of_an_appeal);
	tcase_add_test(tc, reasons_to_cease);
	tcase_add_test(tc, a_refusal_overturned);
	tcase_add_test(tc, one_draft_one_version);
	tcase_add_test(tc, a_plan_after_the_end);
	tcase_add_test(tc, taken_away);
	suite_add_tcase(suite, tc);
	return suite;
}
