/* What complaints owe, of a child and of the school (R73); which clock an event of a
 * disagreement starts, and what a day of it may say (R67). */
#include "unit/owing_told.h"

#include <sen/dispute.h>
#include <stdio.h>
#include <string.h>

/* `steps`: "EVENT DAY; EVENT DAY", in the order they were entered. */
static const struct {
	const char *policy, *adopted;
	const char *raised, *by, *closed; /* raised, answer promised by, settled */
	int serious, formal;
	const char *steps, *rule, *want;
} rows[] = {
	/* The authority at once: only where the policy says so, and of a serious one. */
	{"stages", NULL, "2026-11-23", NULL, NULL, 1, 0, NULL, "complaint-authority", "2026-11-23"},
	{"stages", NULL, "2026-11-23", NULL, NULL, 0, 1, NULL, "complaint-authority", ""},
	{"waves", NULL, "2026-11-23", NULL, NULL, 1, 1, NULL, "complaint-authority", ""},
	{"trust", NULL, "2026-11-23", NULL, NULL, 1, 1, NULL, "complaint-authority", ""},
	{"support-plan", NULL, "2026-11-23", NULL, NULL, 1, 1, NULL, "complaint-authority", ""},
	{"stages", NULL, "2026-11-23", NULL, NULL, 1, 0,
	 "authority-told 2026-11-25; authority-told 2026-11-24", "complaint-authority",
	 "2026-11-23=2026-11-24"},
	{"stages", NULL, "2026-11-23", NULL, "2026-11-27", 1, 0, "authority-told 2026-12-01",
	 "complaint-authority", "2026-11-23=2026-12-01"},
	/* Settled, and never told: conformance says so, nothing is owed. */
	{"stages", NULL, "2026-11-23", NULL, "2026-11-27", 1, 0, NULL, "complaint-authority", ""},
	/* Before the file was begun: from that day; over by then: never. */
	{"stages", "2026-12-01", "2026-11-23", NULL, NULL, 1, 0, NULL, "complaint-authority", "2026-12-01"},
	{"stages", "2026-12-01", "2026-11-23", NULL, "2026-11-27", 1, 0, "authority-told 2026-11-24",
	 "complaint-authority", ""},
	/* The answer promised. */
	{"waves", NULL, "2026-11-23", NULL, NULL, 0, 0, NULL, "complaint-answer", ""},
	{"waves", NULL, "2026-11-23", "2026-12-07", NULL, 0, 0, NULL, "complaint-answer", "2026-12-07"},
	{"waves", NULL, "2026-11-23", "2026-12-07", NULL, 0, 0, "met 2026-11-25", "complaint-answer",
	 "2026-12-07"},
	{"waves", NULL, "2026-11-23", "2026-12-07", NULL, 0, 0, "replied 2026-12-07; replied 2026-12-02",
	 "complaint-answer", "2026-12-07=2026-12-02"},
	{"waves", NULL, "2026-11-23", "2026-12-07", "2026-12-04", 0, 0, NULL, "complaint-answer",
	 "2026-12-07=2026-12-04"},
	/* Answered at the stage before is not answered at this one; the same day counts in
	 * the order it was entered. */
	{"waves", NULL, "2026-11-23", "2026-12-07", NULL, 0, 1, "replied 2026-11-25; stage 2026-11-26",
	 "complaint-answer", "2026-12-07"},
	{"waves", NULL, "2026-11-23", "2026-12-07", NULL, 0, 1, "replied 2026-11-26; stage 2026-11-26",
	 "complaint-answer", "2026-12-07"},
	{"waves", NULL, "2026-11-23", "2026-12-07", NULL, 0, 1, "stage 2026-11-26; replied 2026-11-26",
	 "complaint-answer", "2026-12-07=2026-11-26"},
	{"waves", NULL, "2026-11-23", "2026-12-07", NULL, 0, 1,
	 "stage 2026-11-26; stage 2026-11-24; replied 2026-11-25", "complaint-answer", "2026-12-07"},
	{"waves", NULL, "2026-11-23", "2026-12-07", NULL, 0, 0, "replied 2026-11-25; reopened 2026-11-30",
	 "complaint-answer", "2026-12-07"},
};

static size_t read_steps(const char *text, struct sen_milestone *steps)
{
	size_t n = 0;
	char event[32], on[16];
	int used = 0;

	for (; text && sscanf(text, " %31s %15[0-9-]%n", event, on, &used) == 2; text += used) {
		struct sen_milestone *step = &steps[n++];

		sen_record_blank(&sen_milestone_record, step);
		step->head.id = (int64_t)n;
		step->complaint_id = 7;
		step->event = sen_strdup(records_arena, event);
		step->happened_on = owing_day(on);
		used += text[used] == ';';
	}
	/* One of another complaint is not looked at. */
	sen_record_blank(&sen_milestone_record, &steps[n]);
	steps[n].complaint_id = 8;
	steps[n].event = "replied";
	steps[n].happened_on = owing_day("2026-11-24");
	return n + 1;
}

static struct sen_complaint complaint_of(int i)
{
	struct sen_complaint complaint;

	sen_record_blank(&sen_complaint_record, &complaint);
	complaint.head.id = 7;
	complaint.raised_on = owing_day(rows[i].raised);
	complaint.answer_by = owing_day(rows[i].by);
	complaint.closed_on = owing_day(rows[i].closed);
	complaint.serious = rows[i].serious;
	complaint.formal = rows[i].formal;
	complaint.stage = "formal";
	return complaint;
}

START_TEST(test_child)
{
	struct sen_complaint complaint = complaint_of(_i);
	struct sen_milestone steps[8];
	struct sen_facts facts = owing_child();

	owing_with_policy(rows[_i].policy);
	if (rows[_i].adopted)
		facts.adopted_on = owing_day(rows[_i].adopted);
	facts.complaints = &complaint;
	facts.complaint_count = 1;
	facts.milestones = steps;
	facts.milestone_count = read_steps(rows[_i].steps, steps);
	ck_assert_str_eq(told_owed(&facts, rows[_i].rule), rows[_i].want);
	/* One who has left is answered all the same. */
	facts.left_on = owing_day("2026-11-24");
	ck_assert_str_eq(told_owed(&facts, rows[_i].rule), rows[_i].want);
}
END_TEST

START_TEST(test_school)
{
	struct sen_complaint complaint = complaint_of(_i);
	struct sen_milestone steps[8];
	struct sen_school_facts school = {.school_id = 1, .adopted_on = owing_day("2026-11-22")};
	struct sen_owed all = {.arena = records_arena};
	struct sen_buf out = {.arena = records_arena};
	char text[11];

	owing_with_policy(rows[_i].policy);
	if (rows[_i].adopted)
		school.adopted_on = owing_day(rows[_i].adopted);
	school.complaints = &complaint;
	school.complaint_count = 1;
	school.steps = steps;
	school.step_count = read_steps(rows[_i].steps, steps);
	sen_owed_school(&school, &owing_set, &owing_calendar, &all);
	for (size_t i = 0; i < all.count; i++) {
		const struct sen_deadline *item = &all.items[i];

		if (strcmp(item->rule, rows[_i].rule) != 0)
			continue;
		ck_assert_str_eq(item->subject, "CM7");
		ck_assert((item->basis == SEN_BASIS_JUDGEMENT) == (item->cite == NULL));
		ck_assert_ptr_nonnull(item->owner);
		ck_assert_ptr_nonnull(strstr(item->fix, "CM7"));
		sen_buf_addf(&out, "%s%s", out.len ? " " : "", sen_date_text(item->due_on, text));
		if (item->met_on != SEN_NO_DATE)
			sen_buf_addf(&out, "=%s", sen_date_text(item->met_on, text));
	}
	ck_assert_str_eq(out.len ? out.text : "", rows[_i].want);
}
END_TEST

/* ---- Disagreements ---- */

static const struct {
	const char *event, *result, *want;
} starts[] = {
	{"order", "assess", "order-assess order-assess-no-plan order-assess-final"},
	{"order", "draft", "order-draft order-final"},
	{"order", "final", "order-final"},
	{"order", "amend", "order-amend"},
	{"order", "school", "order-school"},
	{"order", "dismissed", ""},
	{"order", "maintain", ""},
	{"order", NULL, ""},
	{"unopposed", "assess", "unopposed-assess unopposed-no-plan unopposed-final"},
	{"unopposed", "draft", "unopposed-draft unopposed-draft-final"},
	{"unopposed", "amend", "unopposed-amend"},
	{"unopposed", "school", "unopposed-school"},
	{"unopposed", "no-plan", "unopposed-no-plan"},
	{"mediation-asked", NULL, "mediation-meeting"},
	{"mediation-declined", NULL, "mediation-certificate"},
	{"recommendation", NULL, "recommendation-reply"},
	{"appeal-sent", NULL, ""},
	{"request-received", NULL, ""}, /* of another part of the law */
};

START_TEST(test_starts)
{
	struct sen_buf out = {.arena = records_arena};
	const struct sen_law *law;
	struct sen_err err = {0};

	ck_assert_int_eq(sen_law_shipped(records_arena, &law, &err), 0);
	for (size_t i = 0; i < law->rule_count; i++)
		if (sen_appeal_starts(&law->rules[i], starts[_i].event, starts[_i].result))
			sen_buf_addf(&out, "%s%s", out.len ? " " : "", law->rules[i].code);
	ck_assert_str_eq(out.len ? out.text : "", starts[_i].want);
}
END_TEST

START_TEST(test_words)
{
	static const char *const codes[] = {"certificate", "placement", "late", "kept"};
	struct sen_appeal appeal;
	const struct sen_law *law;
	struct sen_err err = {0};

	ck_assert_int_eq(sen_law_shipped(records_arena, &law, &err), 0);
	/* None is claimed for certain whose text was not checked. */
	for (size_t i = 0; i < SEN_COUNT(codes); i++) {
		const struct sen_law_item *item = sen_law_item(law, "appeal", codes[i]);
		const char *text = sen_appeal_says(records_arena, law, codes[i]);

		ck_assert_ptr_nonnull(strstr(text, item->cite));
		ck_assert((strcmp(item->confidence, "seen") == 0) == (strstr(text, "not checked") == NULL));
	}
	sen_record_blank(&sen_appeal_record, &appeal);
	appeal.against = "contents";
	ck_assert(!sen_appeal_placement(&appeal));
	appeal.sections = "B, I";
	ck_assert(!sen_appeal_placement(&appeal));
	appeal.sections = "I";
	ck_assert(sen_appeal_placement(&appeal));
	appeal.against = "cease";
	ck_assert(!sen_appeal_placement(&appeal));
}
END_TEST

Suite *suite_dispute(void)
{
	Suite *suite = suite_create("dispute");
	TCase *tc = tcase_create("rules");

	tcase_add_checked_fixture(tc, records_folder_setup, records_teardown);
	tcase_add_loop_test(tc, test_child, 0, SEN_COUNT(rows));
	tcase_add_loop_test(tc, test_school, 0, SEN_COUNT(rows));
	tcase_add_loop_test(tc, test_starts, 0, SEN_COUNT(starts));
	tcase_add_test(tc, test_words);
	suite_add_tcase(suite, tc);
	return suite;
}
