/* The year turns: the names of classes, the change of phase, and the hand-over
 * each July. */
#include "unit/records.h"

#include <sen/owed.h>
#include <sen/roll.h>

#include <string.h>

static const struct {
	const char *name, *year, *next, *after;
} classes[] = {
	{"3B", "3", "4", "4B"},
	{"3b", "3", "4", "4b"},
	{"Year 3", "3", "4", "Year 4"},
	{"Y3 Oak", "3", "4", "Y4 Oak"},
	{"3 Oak", "3", "4", "4 Oak"},
	{"9X", "9", "10", "10X"},
	{"R", "R", "1", "1"},
	{"RA", "R", "1", "1A"},
	{"NA", "N1", "N2", "NA"},
	{"NA", "N2", "R", "RA"},
	/* Cannot be told: a mixed class, a name, the wrong year. */
	{"3/4 Oak", "3", "4", NULL},
	{"34", "3", "4", NULL},
	{"Oak", "3", "4", NULL},
	{"Rowan", "R", "1", NULL},
	{"4B", "3", "4", NULL},
	{NULL, "3", "4", NULL},
	{"6A", "6", NULL, NULL},
};

START_TEST(test_class_after)
{
	const char *after =
		sen_class_after(records_arena, classes[_i].name, classes[_i].year, classes[_i].next);

	if (!classes[_i].after)
		ck_assert_msg(!after, "%s: %s", classes[_i].name, after);
	else
		ck_assert_str_eq(after, classes[_i].after);
}
END_TEST

static const struct {
	const char *year, *top, *phase;
} phases[] = {
	{"N2", "6", "nursery to Reception"},
	{"N1", "6", NULL},
	{"2", "6", NULL},
	{"2", "2", "infant to junior school"},
	{"6", "6", "primary to secondary school"},
	{"4", "4", "first or primary to middle school"},
	{"8", "8", "middle to secondary school"},
	{"6", NULL, NULL},
	{"X", "6", NULL},
	{NULL, "6", NULL},
};

START_TEST(test_phase_after)
{
	const char *phase = sen_phase_after(phases[_i].year, phases[_i].top);
	char text[11];

	if (!phases[_i].phase)
		ck_assert_msg(!phase, "%s of %s: %s", phases[_i].year, phases[_i].top, phase);
	else
		ck_assert_str_eq(phase, phases[_i].phase);
	/* Before 15 February: the day before is the last in time. */
	ck_assert_str_eq(sen_date_text(sen_phase_due(2026), text), "2027-02-14");
}
END_TEST

/* ---- The hand-over ---- */

static sen_date day(const char *text)
{
	return text ? sen_date_iso(text) : SEN_NO_DATE;
}

/* On a list from, until; handed over; then what is open, and what was met. */
static const struct {
	const char *kind, *from, *until, *given, *due, *met;
} handovers[] = {
	{"register", "2026-11-23", NULL, NULL, "2027-07-23", NULL},
	{"monitored", "2026-11-23", NULL, NULL, "2027-07-23", NULL},
	{"plan", "2020-09-01", NULL, NULL, "2027-07-23", NULL},
	{"none", "2026-11-23", NULL, NULL, NULL, NULL},
	{"register", "2026-11-23", "2027-03-01", NULL, NULL, NULL},
	/* After the end of the summer term: next year's. */
	{"register", "2027-08-10", NULL, NULL, "2028-07-31", NULL},
	/* Done in July, or late in September: the next one is a year on. */
	{"register", "2026-11-23", NULL, "2027-07-12", "2028-07-31", "2027-07-12"},
	{"register", "2026-11-23", NULL, "2027-09-03", "2028-07-31", "2027-09-03"},
	{"register", "2026-11-23", "2027-07-20", "2027-07-12", NULL, "2027-07-12"},
};

static void check_handover(const struct sen_owed *all, const char *due, const char *met)
{
	size_t open = 0, done = 0;
	char text[11];

	for (size_t i = 0; i < all->count; i++) {
		const struct sen_deadline *item = &all->items[i];

		if (strcmp(item->rule, "handover") != 0)
			continue;
		ck_assert_int_eq(item->basis, SEN_BASIS_JUDGEMENT);
		ck_assert_ptr_null(item->cite);
		ck_assert_str_eq(item->subject, "P12");
		if (item->met_on == SEN_NO_DATE) {
			open++;
			ck_assert_ptr_nonnull(due);
			sen_date_text(item->due_on, text);
			/* Of years without dates the usual ones stand in: the year is what counts. */
			ck_assert_msg(strncmp(text, due, 7) == 0, "%s is not %s", text, due);
		} else {
			done++;
			ck_assert_int_eq(item->met_on, day(met));
		}
	}
	ck_assert_uint_eq(open, due != NULL);
	ck_assert_uint_eq(done, met != NULL);
}

START_TEST(test_handover)
{
	static const int64_t school = 1;
	struct sen_policy *policy;
	const struct sen_policy *items[1];
	struct sen_fault *faults;
	struct sen_span *spans;
	size_t count;
	struct sen_register_entry entry;
	struct sen_given given;
	struct sen_facts facts = {.school_id = 1,
				  .pupil_id = 12,
				  .dob = day("2018-03-04"),
				  .admitted_on = SEN_NO_DATE,
				  .left_on = SEN_NO_DATE,
				  .died_on = SEN_NO_DATE,
				  .adopted_on = day("2026-11-22")};
	struct sen_owed all = {.arena = records_arena};

	ok(sen_policy_load(records_arena, "trust", &policy, &faults, &count, &records_err));
	policy->from = day("2020-01-01");
	items[0] = policy;
	const struct sen_policy_set set = {.items = items, .schools = &school, .count = 1};
	struct sen_calendar calendar = {.count = sen_usual_year(records_arena, 2026, &spans)};

	calendar.spans = spans;
	sen_record_blank(&sen_register_record, &entry);
	entry.head.id = 7;
	entry.level = "MON";
	entry.census = "N";
	entry.kind = handovers[_i].kind;
	entry.from_on = day(handovers[_i].from);
	entry.until_on = day(handovers[_i].until);
	facts.register_entries = &entry;
	facts.register_count = 1;
	sen_record_blank(&sen_given_record, &given);
	given.record = SEN_GIVEN_HANDOVER;
	given.given_on = day(handovers[_i].given);
	facts.givens = &given;
	facts.given_count = handovers[_i].given != NULL;
	sen_owed(&facts, &set, NULL, &calendar, &all);
	check_handover(&all, handovers[_i].due, handovers[_i].met);
}
END_TEST

Suite *suite_year(void)
{
	Suite *suite = suite_create("year");
	TCase *tc = tcase_create("turns");

	tcase_add_checked_fixture(tc, records_setup, records_teardown);
	tcase_add_loop_test(tc, test_class_after, 0, SEN_COUNT(classes));
	tcase_add_loop_test(tc, test_phase_after, 0, SEN_COUNT(phases));
	tcase_add_loop_test(tc, test_handover, 0, SEN_COUNT(handovers));
	suite_add_tcase(suite, tc);
	return suite;
}
