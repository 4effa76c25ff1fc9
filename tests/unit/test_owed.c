/* What is owed, as a pure function: dates, holidays, adoption, leaving. */
#include "unit/owing.h"

#include <string.h>

static struct sen_owed owed(const struct sen_facts *facts)
{
	struct sen_owed out = {.arena = records_arena};

	sen_owed(facts, &owing_set, NULL, &owing_calendar, &out);
	return out;
}

static const struct sen_deadline *the(const struct sen_owed *all, const char *rule)
{
	const struct sen_deadline *found = NULL;

	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->items[i].rule, rule) == 0) {
			ck_assert_msg(!found, "two of %s", rule);
			found = &all->items[i];
		}
	return found;
}

static void check_due(const struct sen_owed *all, const char *rule, const char *due, const char *met)
{
	const struct sen_deadline *item = the(all, rule);
	char text[11];

	if (!due) {
		ck_assert_msg(!item, "%s is owed", rule);
		return;
	}
	ck_assert_msg(item != NULL, "%s is not owed", rule);
	ck_assert_str_eq(sen_date_text(item->due_on, text), due);
	ck_assert_int_eq(item->met_on, owing_day(met));
}

/* One concern: what its window and its date agreed come to. */
static const struct {
	const char *policy, *opened, *review, *closed, *reopened, *window, *met, *step;
} concerns[] = {
	{"stages", "2026-11-22", NULL, NULL, NULL, "2027-01-03", NULL, "2027-01-03"},
	{"stages", "2026-11-30", NULL, NULL, NULL, "2027-01-11", NULL, "2027-01-11"},
	/* Before adoption: counted from that day; over before it: nothing. */
	{"stages", "2026-09-07", NULL, NULL, NULL, "2027-01-03", NULL, "2027-01-03"},
	{"stages", "2026-09-07", NULL, "2026-10-01", NULL, NULL, NULL, NULL},
	{"stages", "2026-11-25", NULL, "2026-12-18", NULL, "2027-01-06", "2026-12-18", NULL},
	{"stages", "2026-11-25", NULL, NULL, "2027-01-20", "2027-03-03", NULL, "2027-03-03"},
	{"stages", "2026-11-25", "2026-12-14", NULL, NULL, "2027-01-06", NULL, "2026-12-14"},
	/* No date agreed: the next step by the end of the half term. */
	{"circle", "2026-11-25", NULL, NULL, NULL, NULL, NULL, "2026-12-18"},
	{"circle", "2026-11-25", "2026-12-14", NULL, NULL, NULL, NULL, "2026-12-14"},
	/* A date agreed before the file was begun is owed from the first day. */
	{"circle", "2026-09-25", "2026-10-14", NULL, NULL, NULL, NULL, "2026-11-22"},
	{"waves", "2026-11-25", NULL, NULL, NULL, "2026-12-18", NULL, "2026-12-18"},
	{"waves", "2026-11-25", "2026-12-14", NULL, NULL, NULL, NULL, "2026-12-14"},
	/* In the holidays: the term that follows. */
	{"waves", "2026-12-28", NULL, NULL, NULL, "2027-03-25", NULL, "2027-03-25"},
	{"trust", "2026-11-25", NULL, NULL, NULL, NULL, NULL, "2026-12-18"},
	{"trust", "2026-11-25", NULL, "2026-11-30", NULL, NULL, NULL, NULL},
	{"support-plan", "2026-11-25", NULL, NULL, NULL, NULL, NULL, "2027-02-12"},
	{"support-plan", "2026-11-25", "2027-02-12", NULL, NULL, NULL, NULL, "2027-02-12"},
};

START_TEST(test_concerns)
{
	struct sen_concern concern;
	struct sen_facts facts = owing_child();
	struct sen_owed all;

	owing_with_policy(concerns[_i].policy);
	sen_record_blank(&sen_concern_record, &concern);
	concern.head.id = 7;
	concern.opened_on = owing_day(concerns[_i].opened);
	concern.review_on = owing_day(concerns[_i].review);
	concern.closed_on = owing_day(concerns[_i].closed);
	concern.reopened_on = owing_day(concerns[_i].reopened);
	facts.concerns = &concern;
	facts.concern_count = 1;
	all = owed(&facts);
	check_due(&all, "concern-window", concerns[_i].window, concerns[_i].met);
	check_due(&all, "concern-step", concerns[_i].step, concerns[_i].closed);
	for (size_t i = 0; i < all.count; i++) {
		ck_assert_str_eq(all.items[i].subject, "C7");
		ck_assert((all.items[i].basis == SEN_BASIS_JUDGEMENT) == (all.items[i].cite == NULL));
		ck_assert_ptr_nonnull(all.items[i].fix);
	}
}
END_TEST

/* Closed for the register: owed until the child is on it. */
static const struct {
	const char *closed, *result, *census, *from, *due, *met;
} joins[] = {
	{"2026-11-30", "register", NULL, NULL, "2026-12-07", NULL},
	{"2026-11-30", "register", "K", "2026-12-14", "2026-12-07", "2026-12-14"},
	{"2026-11-30", "register", "K", "2026-11-23", "2026-12-07", "2026-11-30"},
	{"2026-11-30", "register", "N", "2026-12-01", "2026-12-07", NULL},
	{"2026-11-30", "resolved", NULL, NULL, NULL, NULL},
	{NULL, NULL, NULL, NULL, NULL, NULL},
};

START_TEST(test_joins)
{
	struct sen_concern concern;
	struct sen_register_entry entry;
	struct sen_facts facts = owing_child();
	struct sen_owed all;

	owing_with_policy("stages");
	sen_record_blank(&sen_concern_record, &concern);
	sen_record_blank(&sen_register_record, &entry);
	concern.head.id = 7;
	concern.opened_on = owing_day("2026-11-25");
	concern.closed_on = owing_day(joins[_i].closed);
	concern.result = joins[_i].result;
	facts.concerns = &concern;
	facts.concern_count = 1;
	if (joins[_i].census) {
		entry.level = "C";
		entry.kind = "register";
		entry.census = joins[_i].census;
		entry.from_on = owing_day(joins[_i].from);
		facts.register_entries = &entry;
		facts.register_count = 1;
	}
	all = owed(&facts);
	check_due(&all, "concern-register", joins[_i].due, joins[_i].met);
}
END_TEST

START_TEST(test_words)
{
	struct sen_concern concern;
	struct sen_facts facts = owing_child();
	struct sen_owed all;
	const struct sen_deadline *item;

	owing_with_policy("stages");
	sen_record_blank(&sen_concern_record, &concern);
	concern.head.id = 7;
	concern.opened_on = owing_day("2026-11-22");
	facts.concerns = &concern;
	facts.concern_count = 1;
	all = owed(&facts);
	item = the(&all, "concern-window");
	ck_assert_str_eq(item->owner, "class teacher");
	ck_assert_str_eq(item->cite, "stages 6.1");
	ck_assert_str_eq(item->what, "Decide what follows the concern: 6 weeks since it was raised"
				     " (no school that day: the last before it is Fri 18 Dec 2026)");
}
END_TEST

/* Stages' six weeks run once more; the referral closes them; who owes what next. */
static struct sen_concern_step taken(const char *code, const char *on, const char *again)
{
	struct sen_concern_step step;

	sen_record_blank(&sen_concern_step_record, &step);
	step.concern_id = 7;
	step.step = code;
	step.taken_on = owing_day(on);
	step.again = again;
	return step;
}

static const struct sen_deadline *due_at(const struct sen_owed *all, const char *rule, const char *due)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->items[i].rule, rule) == 0 && all->items[i].due_on == owing_day(due))
			return &all->items[i];
	return NULL;
}

START_TEST(test_steps)
{
	struct sen_concern concern;
	struct sen_concern_step steps[4];
	struct sen_facts facts = owing_child();
	struct sen_owed all;

	owing_with_policy("stages");
	sen_record_blank(&sen_concern_record, &concern);
	concern.head.id = 7;
	concern.opened_on = owing_day("2026-11-25");
	facts.concerns = &concern;
	facts.concern_count = 1;
	facts.steps = steps;
	steps[0] = taken("strategies", "2026-11-25", NULL);
	steps[1] = taken("strategies", "2027-01-06", "better in part");
	facts.step_count = 1;
	all = owed(&facts);
	ck_assert_str_eq(the(&all, "concern-step")->owner, "class teacher, SENDCo"); /* causes weighed */
	ck_assert_ptr_nonnull(strstr(the(&all, "concern-step")->fix, "concern step C7 causes"));
	facts.step_count = 2;
	all = owed(&facts);
	ck_assert_int_eq(due_at(&all, "concern-window", "2027-01-06")->met_on, owing_day("2027-01-06"));
	ck_assert_int_eq(due_at(&all, "concern-window", "2027-02-17")->met_on, SEN_NO_DATE);
	ck_assert_ptr_nonnull(due_at(&all, "concern-step", "2027-02-17"));
	/* The referral closes the window; what is left is due by the end of term. */
	steps[2] = taken("referral", "2027-01-20", NULL);
	facts.step_count = 3;
	all = owed(&facts);
	ck_assert_int_eq(due_at(&all, "concern-window", "2027-02-17")->met_on, owing_day("2027-01-20"));
	check_due(&all, "concern-step", "2027-03-25", NULL);
	ck_assert_int_eq(the(&all, "concern-step")->basis, SEN_BASIS_JUDGEMENT);
	concern.review_on = owing_day("2027-02-12");
	all = owed(&facts);
	check_due(&all, "concern-step", "2027-02-12", NULL);
	/* Another policy's window does not run again. */
	concern.review_on = SEN_NO_DATE;
	owing_with_policy("waves");
	all = owed(&facts);
	check_due(&all, "concern-window", "2026-12-18", NULL);
}
END_TEST

/* The checks of a monitored child stand for the decision. */
START_TEST(test_monitored_concern)
{
	static const char *const codes[] = {"weighed",	 "coordinator", "parents-met",
					    "monitored", "strategies",	"check"};
	struct sen_concern concern;
	struct sen_concern_step steps[6];
	struct sen_facts facts = owing_child();
	struct sen_owed all;

	owing_with_policy("trust");
	sen_record_blank(&sen_concern_record, &concern);
	concern.head.id = 7;
	concern.opened_on = owing_day("2026-11-25");
	facts.concerns = &concern;
	facts.concern_count = 1;
	facts.steps = steps;
	for (size_t i = 0; i < SEN_COUNT(codes); i++)
		steps[i] = taken(codes[i], "2026-11-26", NULL);
	facts.step_count = 4;
	all = owed(&facts);
	ck_assert_ptr_nonnull(strstr(the(&all, "concern-step")->fix, "concern strategies C7"));
	facts.step_count = 5;
	all = owed(&facts);
	check_due(&all, "concern-step", NULL, NULL);
	facts.step_count = 6;
	all = owed(&facts);
	check_due(&all, "concern-step", NULL, NULL);
}
END_TEST

/* One entry of the register. */
static const struct {
	const char *policy, *level, *census, *kind, *from, *until, *told, *rule, *due, *met;
} entries[] = {
	{"stages", "C", "K", "register", "2026-11-23", NULL, NULL, "parents-told", "2026-11-30", NULL},
	/* Over the Christmas holidays: five school days, not five days. */
	{"stages", "C", "K", "register", "2026-12-17", NULL, NULL, "parents-told", "2027-01-07", NULL},
	{"stages", "C", "K", "register", "2026-11-23", NULL, "2026-11-24", "parents-told", "2026-11-30",
	 "2026-11-24"},
	{"stages", "C", "K", "register", "2026-09-01", NULL, NULL, "parents-told", NULL, NULL},
	{"stages", "C", "K", "register", NULL, NULL, NULL, "parents-told", NULL, NULL},
	{"stages", "EHC", "E", "plan", "2026-11-23", NULL, NULL, "parents-told", NULL, NULL},
	{"stages", "A", "N", "monitored", "2026-11-23", NULL, NULL, "parents-told", NULL, NULL},
	{"stages", "A", "N", "monitored", "2026-11-23", NULL, NULL, "monitoring-limit", "2027-01-04", NULL},
	{"stages", "A", "N", "monitored", NULL, NULL, NULL, "monitoring-limit", "2027-01-03", NULL},
	{"stages", "A", "N", "monitored", "2026-11-23", "2026-12-10", NULL, "monitoring-limit", "2027-01-04",
	 "2026-12-10"},
	{"stages", "A", "N", "monitored", "2026-09-01", "2026-10-10", NULL, "monitoring-limit", NULL, NULL},
	{"stages", "A", "N", "monitored", "2026-11-23", NULL, NULL, "monitoring-check", NULL, NULL},
	{"trust", "MON", "N", "monitored", "2026-11-23", NULL, NULL, "monitoring-check", "2026-12-18", NULL},
	{"trust", "MON", "N", "monitored", "2026-12-28", NULL, NULL, "monitoring-check", "2027-02-12", NULL},
	{"trust", "MON", "N", "monitored", "2026-11-23", "2026-12-10", NULL, "monitoring-check", NULL, NULL},
	{"trust", "MON", "N", "monitored", "2026-09-01", NULL, NULL, "monitoring-check", "2026-12-18", NULL},
	{"trust", "MON", "N", "monitored", "2026-11-23", NULL, NULL, "monitoring-limit", "2027-02-12", NULL},
	{"waves", "W1", "N", "monitored", "2026-11-23", NULL, NULL, "monitoring-limit", NULL, NULL},
	{"circle", "CON", "N", "monitored", "2026-11-23", NULL, NULL, "monitoring-check", NULL, NULL},
	{"trust", "MON", "N", "monitored", "2026-11-23", NULL, NULL, "parents-told", "2026-11-30", NULL},
	{"trust", "MON", "N", "monitored", "2026-11-23", NULL, "2026-11-24", "parents-told", "2026-11-30",
	 "2026-11-24"},
	{"trust", "MON", "N", "monitored", "2026-09-01", NULL, NULL, "parents-told", NULL, NULL},
	{"waves", "W1", "N", "monitored", "2026-11-23", NULL, NULL, "monitoring-check", "2026-12-18", NULL},
};

static struct sen_register_entry entry_of(size_t i)
{
	struct sen_register_entry entry;

	sen_record_blank(&sen_register_record, &entry);
	entry.head.id = 5;
	entry.level = entries[i].level;
	entry.census = entries[i].census;
	entry.kind = entries[i].kind;
	entry.from_on = owing_day(entries[i].from);
	entry.until_on = owing_day(entries[i].until);
	entry.told_on = owing_day(entries[i].told);
	return entry;
}

START_TEST(test_entries)
{
	struct sen_register_entry entry = entry_of((size_t)_i);
	struct sen_facts facts = owing_child();
	struct sen_owed all;

	owing_with_policy(entries[_i].policy);
	facts.register_entries = &entry;
	facts.register_count = 1;
	all = owed(&facts);
	check_due(&all, entries[_i].rule, entries[_i].due, entries[_i].met);
}
END_TEST

/* A move within support, or a new policy, is no new start; a break is. */
START_TEST(test_told_once_a_start)
{
	struct sen_register_entry two[2] = {entry_of(0), entry_of(0)};
	struct sen_facts facts = owing_child();
	struct sen_owed all;

	owing_with_policy("stages");
	two[0].until_on = two[1].from_on = owing_day("2026-12-07");
	two[0].told_on = owing_day("2026-11-24");
	two[1].head.id = 6;
	facts.register_entries = two;
	facts.register_count = 2;
	all = owed(&facts);
	check_due(&all, "parents-told", "2026-11-30", "2026-11-24");
	two[1].from_on = owing_day("2026-12-08");
	all = owed(&facts);
	ck_assert_ptr_nonnull(due_at(&all, "parents-told", "2026-11-30"));
	ck_assert_ptr_nonnull(due_at(&all, "parents-told", "2026-12-15"));
}
END_TEST

START_TEST(test_left_and_died)
{
	struct sen_register_entry entry = entry_of(7);
	struct sen_facts facts = owing_child();
	struct sen_owed all;

	owing_with_policy("stages");
	facts.register_entries = &entry;
	facts.register_count = 1;
	facts.left_on = owing_day("2027-01-04");
	all = owed(&facts);
	check_due(&all, "monitoring-limit", "2027-01-04", NULL);
	facts.left_on = owing_day("2027-01-03");
	all = owed(&facts);
	check_due(&all, "monitoring-limit", NULL, NULL);
	facts.left_on = SEN_NO_DATE;
	facts.died_on = owing_day("2026-12-01");
	all = owed(&facts);
	ck_assert_uint_eq(all.count, 0);
	entry.until_on = owing_day("2026-11-30"); /* what was met stays */
	all = owed(&facts);
	check_due(&all, "monitoring-limit", "2027-01-04", "2026-11-30");
}
END_TEST

/* Years without dates: the usual ones stand in, nothing falls away. */
START_TEST(test_beyond_the_terms)
{
	struct sen_register_entry entry = entry_of(12);
	struct sen_facts facts = owing_child();
	struct sen_owed all;

	owing_with_policy("trust");
	entry.from_on = owing_day("2031-11-24");
	facts.register_entries = &entry;
	facts.register_count = 1;
	all = owed(&facts);
	ck_assert_ptr_nonnull(the(&all, "monitoring-check"));
	ck_assert_int_gt(the(&all, "monitoring-check")->due_on, entry.from_on);
}
END_TEST

Suite *suite_owed(void)
{
	Suite *suite = suite_create("owed");
	TCase *tc = tcase_create("rules");

	tcase_add_checked_fixture(tc, records_folder_setup, records_teardown);
	tcase_add_loop_test(tc, test_concerns, 0, SEN_COUNT(concerns));
	tcase_add_loop_test(tc, test_joins, 0, SEN_COUNT(joins));
	tcase_add_loop_test(tc, test_entries, 0, SEN_COUNT(entries));
	tcase_add_test(tc, test_words);
	tcase_add_test(tc, test_steps);
	tcase_add_test(tc, test_monitored_concern);
	tcase_add_test(tc, test_told_once_a_start);
	tcase_add_test(tc, test_left_and_died);
	tcase_add_test(tc, test_beyond_the_terms);
	suite_add_tcase(suite, tc);
	return suite;
}
