/* What the child's file owes: documents, reduced timetables, arrivals, files to
 * send on; dates, holidays, adoption, leaving and death. */
#include "unit/owing.h"

#include <string.h>

static void check_owed(const struct sen_facts *facts, const char *rule, const char *due, const char *met,
		       const char *cite)
{
	struct sen_owed all = {.arena = records_arena};
	const struct sen_deadline *found = NULL;
	char text[11];

	sen_owed(facts, &owing_set, NULL, &owing_calendar, &all);
	for (size_t i = 0; i < all.count; i++) {
		if (strcmp(all.items[i].rule, rule) != 0)
			continue;
		ck_assert_msg(!found, "two of %s", rule);
		found = &all.items[i];
	}
	if (!due) {
		ck_assert_msg(!found, "%s is owed", rule);
		return;
	}
	ck_assert_msg(found != NULL, "%s is not owed", rule);
	ck_assert_str_eq(sen_date_text(found->due_on, text), due);
	ck_assert_int_eq(found->met_on, owing_day(met));
	ck_assert_pstr_eq(found->cite, cite);
	ck_assert((found->basis == SEN_BASIS_JUDGEMENT) == (found->cite == NULL));
	ck_assert_ptr_nonnull(found->fix);
	ck_assert_ptr_nonnull(found->owner);
}

static const struct {
	const char *policy, *made, *review, *ended, *left, *died, *due, *met;
} documents[] = {
	{"trust", "2026-11-23", "2027-11-23", NULL, NULL, NULL, "2027-11-23", NULL},
	{"circle", "2026-11-23", "2027-02-01", NULL, NULL, NULL, "2027-02-01", NULL},
	{"trust", "2026-11-23", NULL, NULL, NULL, NULL, NULL, NULL},
	{"trust", "2026-11-23", "2027-11-23", "2027-03-01", NULL, NULL, "2027-11-23", "2027-03-01"},
	/* Late already when the file was begun: owed from that day. */
	{"trust", "2025-09-01", "2026-09-01", NULL, NULL, NULL, "2026-11-22", NULL},
	{"trust", "2025-09-01", "2026-09-01", "2026-10-01", NULL, NULL, NULL, NULL},
	{"trust", "2026-11-23", "2027-11-23", NULL, "2026-12-18", NULL, NULL, NULL},
	{"trust", "2026-11-23", "2027-11-23", NULL, NULL, "2026-12-01", NULL, NULL},
};

START_TEST(test_documents)
{
	struct sen_document doc;
	struct sen_facts facts = owing_child();

	owing_with_policy(documents[_i].policy);
	sen_record_blank(&sen_document_record, &doc);
	doc.head.id = 3;
	doc.kind = "PEEP";
	doc.made_on = owing_day(documents[_i].made);
	doc.review_on = owing_day(documents[_i].review);
	doc.ended_on = owing_day(documents[_i].ended);
	facts.documents = &doc;
	facts.document_count = 1;
	facts.left_on = owing_day(documents[_i].left);
	facts.died_on = owing_day(documents[_i].died);
	check_owed(&facts, "document-review", documents[_i].due, documents[_i].met, NULL);
}
END_TEST

static const struct {
	const char *policy, *from, *review, *full, *told, *until, *rule, *due, *met, *cite;
} timetables[] = {
	{"trust", "2026-11-23", "2026-12-18", NULL, NULL, NULL, "timetable-review", "2026-12-18", NULL, NULL},
	{"trust", "2026-11-23", "2026-12-18", NULL, NULL, "2026-12-07", "timetable-review", "2026-12-18",
	 "2026-12-07", NULL},
	{"trust", "2026-11-23", NULL, NULL, NULL, NULL, "timetable-review", NULL, NULL, NULL},
	{"trust", "2026-11-23", NULL, NULL, NULL, NULL, "timetable-told", "2026-11-23", NULL, "trust 17"},
	{"waves", "2026-11-23", NULL, NULL, NULL, NULL, "timetable-told", "2026-11-23", NULL, NULL},
	{"trust", "2026-11-23", NULL, NULL, "2026-11-24", NULL, "timetable-told", "2026-11-23", "2026-11-24",
	 "trust 17"},
	{"trust", "2026-11-23", NULL, "2027-01-04", NULL, NULL, "timetable-end", "2027-01-04", NULL, NULL},
	/* Running when the file was begun; over before it. */
	{"trust", "2026-10-01", NULL, NULL, NULL, NULL, "timetable-told", "2026-11-22", NULL, "trust 17"},
	{"trust", "2026-09-01", "2026-10-01", NULL, NULL, "2026-10-02", "timetable-review", NULL, NULL, NULL},
};

START_TEST(test_timetables)
{
	struct sen_timetable table;
	struct sen_facts facts = owing_child();

	owing_with_policy(timetables[_i].policy);
	sen_record_blank(&sen_timetable_record, &table);
	table.head.id = 2;
	table.from_on = owing_day(timetables[_i].from);
	table.review_on = owing_day(timetables[_i].review);
	table.full_time_by = owing_day(timetables[_i].full);
	table.la_told_on = owing_day(timetables[_i].told);
	table.until_on = owing_day(timetables[_i].until);
	facts.timetables = &table;
	facts.timetable_count = 1;
	check_owed(&facts, timetables[_i].rule, timetables[_i].due, timetables[_i].met, timetables[_i].cite);
}
END_TEST

/* A plan that came with the child, by the register: a copy of it, until it is written down. */
static const struct {
	const char *kind, *from, *until, *entered, *due;
} came[] = {
	{"plan", "2026-11-23", NULL, NULL, "2026-12-18"},
	{"plan", "2026-11-02", NULL, "2026-11-30", "2026-12-18"},
	{"plan", "2026-11-02", "2026-11-23", NULL, NULL}, /* ended with the day before */
	{"plan", "2026-11-02", "2026-11-24", NULL, "2026-12-18"},
	{"plan", "2026-11-24", NULL, NULL, NULL}, /* one made here */
	{"register", "2026-11-23", NULL, NULL, NULL},
};

START_TEST(test_came_with_plan)
{
	struct sen_register_entry entry;
	struct sen_transfer move;
	struct sen_ehc ehc;
	struct sen_facts facts = owing_child();

	owing_with_policy("stages");
	sen_record_blank(&sen_transfer_record, &move);
	sen_record_blank(&sen_register_record, &entry);
	sen_record_blank(&sen_ehc_record, &ehc);
	move.head.id = 4;
	move.kind = "arrival";
	move.moved_on = owing_day("2026-11-23");
	entry.kind = came[_i].kind;
	entry.level = "EHC";
	entry.level_name = "EHC plan";
	entry.census = "E";
	entry.from_on = owing_day(came[_i].from);
	entry.until_on = owing_day(came[_i].until);
	ehc.opened_on = owing_day(came[_i].entered);
	facts.transfers = &move;
	facts.register_entries = &entry;
	facts.transfer_count = facts.register_count = 1;
	facts.ehcs = &ehc;
	facts.ehc_count = came[_i].entered != NULL;
	check_owed(&facts, "arrival-plan", came[_i].due, came[_i].entered, NULL);
}
END_TEST

static const struct {
	const char *policy, *on, *done, *rule, *due, *cite;
} arrivals[] = {
	{"trust", "2026-11-23", NULL, "arrival-file", "2026-11-30", NULL},
	/* Over the holidays: school days. */
	{"trust", "2026-12-17", NULL, "arrival-file", "2027-01-07", NULL},
	{"trust", "2026-11-23", "2026-11-25", "arrival-file", "2026-11-30", NULL},
	{"trust", "2026-11-23", NULL, "arrival-meeting", "2026-12-14", NULL},
	{"circle", "2026-11-23", NULL, "arrival-meeting", "2026-11-30", NULL},
	{"stages", "2026-11-23", "2026-12-01", "arrival-assessed", "2026-12-18", NULL},
	{"trust", "2026-11-23", NULL, "arrival-watched", "2026-12-18", NULL},
	/* Came before the file was begun: quiet. */
	{"trust", "2026-11-20", NULL, "arrival-file", NULL, NULL},
};

START_TEST(test_arrivals)
{
	struct sen_transfer move;
	struct sen_facts facts = owing_child();

	owing_with_policy(arrivals[_i].policy);
	sen_record_blank(&sen_transfer_record, &move);
	move.head.id = 4;
	move.kind = "arrival";
	move.moved_on = owing_day(arrivals[_i].on);
	move.file_asked_on = move.assessed_on = owing_day(arrivals[_i].done);
	move.watched_until = owing_day("2026-12-18");
	facts.transfers = &move;
	facts.transfer_count = 1;
	check_owed(&facts, arrivals[_i].rule, arrivals[_i].due, arrivals[_i].done, arrivals[_i].cite);
}
END_TEST

#define REG9 "SI 2005/1437 reg 9"
static const struct {
	const char *left, *sent, *receipt, *died, *rule, *due, *met, *cite;
} leavings[] = {
	/* Fifteen school days over the Christmas holidays. */
	{"2026-12-18", NULL, NULL, NULL, "school-transfer-file", "2027-01-22", NULL, REG9},
	{"2026-12-18", "2027-01-07", NULL, NULL, "school-transfer-file", "2027-01-22", "2027-01-07", REG9},
	{"2026-11-20", NULL, NULL, NULL, "school-transfer-file", NULL, NULL, NULL},
	{NULL, NULL, NULL, NULL, "school-transfer-file", NULL, NULL, NULL},
	{"2026-12-18", NULL, NULL, NULL, "school-transfer-receipt", NULL, NULL, NULL},
	{"2026-12-18", "2027-01-07", NULL, NULL, "school-transfer-receipt", "2027-02-12", NULL, NULL},
	{"2026-12-18", "2027-01-07", "2027-01-11", NULL, "school-transfer-receipt", "2027-02-12",
	 "2027-01-11", NULL},
	{"2026-12-18", NULL, NULL, "2026-12-18", "school-transfer-file", NULL, NULL, NULL},
};

START_TEST(test_leavings)
{
	struct sen_transfer move;
	struct sen_facts facts = owing_child();

	owing_with_policy("stages");
	sen_record_blank(&sen_transfer_record, &move);
	move.head.id = 4;
	move.kind = "leaving";
	move.moved_on = facts.left_on = owing_day(leavings[_i].left);
	move.file_on = owing_day(leavings[_i].sent);
	move.receipt_on = owing_day(leavings[_i].receipt);
	facts.died_on = owing_day(leavings[_i].died);
	facts.transfers = &move;
	facts.transfer_count = 1;
	check_owed(&facts, leavings[_i].rule, leavings[_i].due, leavings[_i].met, leavings[_i].cite);
}
END_TEST

/* The MIS told of the leaving: a child with a file here is owed for all the
 * same, one without is not. */
START_TEST(test_left_by_the_mis)
{
	struct sen_concern concern;
	struct sen_facts facts = owing_child();

	owing_with_policy("stages");
	facts.left_on = owing_day("2026-12-18");
	check_owed(&facts, "school-transfer-file", NULL, NULL, NULL);
	sen_record_blank(&sen_concern_record, &concern);
	concern.opened_on = concern.closed_on = owing_day("2026-11-23");
	facts.concerns = &concern;
	facts.concern_count = 1;
	check_owed(&facts, "school-transfer-file", "2027-01-22", NULL, REG9);
}
END_TEST

Suite *suite_owed_file(void)
{
	Suite *suite = suite_create("owed-file");
	TCase *tc = tcase_create("rules");

	tcase_add_checked_fixture(tc, records_folder_setup, records_teardown);
	tcase_add_loop_test(tc, test_documents, 0, SEN_COUNT(documents));
	tcase_add_loop_test(tc, test_timetables, 0, SEN_COUNT(timetables));
	tcase_add_loop_test(tc, test_came_with_plan, 0, SEN_COUNT(came));
	tcase_add_loop_test(tc, test_arrivals, 0, SEN_COUNT(arrivals));
	tcase_add_loop_test(tc, test_leavings, 0, SEN_COUNT(leavings));
	tcase_add_test(tc, test_left_by_the_mis);
	suite_add_tcase(suite, tc);
	return suite;
}
