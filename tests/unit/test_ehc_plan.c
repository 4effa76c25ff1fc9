/* The plan's text: amounts as plans say them, headings, labels, rows, the form. */
#include "suites.h"

#include <sen/ehc_plan.h>

#include <string.h>

static struct sen_arena *arena;

static void setup(void)
{
	arena = sen_arena_new();
}

static void teardown(void)
{
	sen_arena_free(arena);
}

/* ---- Amounts ---- */

#define NONE SEN_NO_INT
static const struct {
	const char *words;
	int64_t minutes, times;
	const char *per;
	int64_t weeks;
	const char *who, *ratio;
	bool doubt;
} amounts[] = {
	/* Said plainly. */
	{"30 minutes, three times a week, by a teaching assistant, 1:1", 30, 3, "week", NONE,
	 "a teaching assistant", "1:1", false},
	{"weekly", NONE, 1, "week", NONE, NULL, NULL, false},
	{"Two hours per term", 120, 1, "term", NONE, NULL, NULL, false},
	{"a total of 12.5 hours a week", 750, 1, "week", NONE, NULL, NULL, false},
	{"32.5 hours of support per week from a TA", 1950, 1, "week", NONE, "a TA", NULL, false},
	{"3 x 30 minutes per week", 30, 3, "week", NONE, NULL, NULL, false},
	{"3x30 mins a week", 30, 3, "week", NONE, NULL, NULL, false},
	{"three 20-minute sessions each week", 20, 3, "week", NONE, NULL, NULL, false},
	{"Five sessions of 10 minutes every week for 12 weeks", 10, 5, "week", 12, NULL, NULL, false},
	{"a 10-week programme, once a week for 45 mins", 45, 1, "week", 10, NULL, NULL, false},
	{"half an hour daily", 30, 1, "day", NONE, NULL, NULL, false},
	{"an hour a fortnight", 60, 1, "fortnight", NONE, NULL, NULL, false},
	{"an hour and a half each week", 90, 1, "week", NONE, NULL, NULL, false},
	{"1 hour 30 minutes per half term", 90, 1, "half-term", NONE, NULL, NULL, false},
	{"1\xc2\xbd hours a week", 90, 1, "week", NONE, NULL, NULL, false},
	{"15 minutes twice daily", 15, 2, "day", NONE, NULL, NULL, false},
	{"20 minutes, 5 days a week", 20, 5, "week", NONE, NULL, NULL, false},
	{"at least 30 minutes a day", 30, 1, "day", NONE, NULL, NULL, false},
	{"no less than 2 hours each half-term", 120, 1, "half-term", NONE, NULL, NULL, false},
	{"half-termly visits of 1 hour by the educational psychologist", 60, 1, "half-term", NONE,
	 "the educational psychologist", NULL, false},
	{"30 minutes every other week", 30, 1, "fortnight", NONE, NULL, NULL, false},
	{"30 minutes every two weeks", 30, 1, "fortnight", NONE, NULL, NULL, false},
	{"6 hours per year of advice", 360, 1, "year", NONE, NULL, NULL, false},
	{"Daily, 10 minutes, one-to-one with a trained adult", 10, 1, "day", NONE, NULL, "1:1", false},
	{"three times a week", NONE, 3, "week", NONE, NULL, NULL, false},
	{"30 minutes a week. It will be reviewed termly by the SENCO.", 30, 1, "week", NONE, NULL, NULL,
	 false},
	{"45 minutes weekly, reviewed every half term", 45, 1, "week", NONE, NULL, NULL, false},
	{"A programme written by the therapist, delivered by a TA, 2 x 20 minutes a week", 20, 2, "week",
	 NONE, "a TA", NULL, false},
	{"30 minutes with a movement break every 10 minutes, daily", 30, 1, "day", NONE, NULL, NULL, false},
	/* Could be read two ways, or says no amount. */
	{"up to 30 minutes a week", NONE, NONE, NULL, NONE, NULL, NULL, true},
	{"20 to 30 minutes a day", NONE, NONE, NULL, NONE, NULL, NULL, true},
	{"20-30 minutes a day", NONE, NONE, NULL, NONE, NULL, NULL, true},
	{"15 \xe2\x80\x93 20 minutes each day", NONE, NONE, NULL, NONE, NULL, NULL, true},
	{"about 15 minutes a day", NONE, NONE, NULL, NONE, NULL, NULL, true},
	{"200 hours a week", NONE, NONE, NULL, NONE, NULL, NULL, true},
	{"a maximum of 2 hours a week", NONE, NONE, NULL, NONE, NULL, NULL, true},
	{"no more than 2 hours a week", NONE, NONE, NULL, NONE, NULL, NULL, true},
	{"20 minutes daily and 1 hour weekly", NONE, NONE, NULL, NONE, NULL, NULL, true},
	{"20 minutes daily. One hour a week.", NONE, NONE, NULL, NONE, NULL, NULL, true},
	{"bi-weekly sessions of 30 minutes", NONE, NONE, NULL, NONE, NULL, NULL, true},
	{"2 to 3 times a week", NONE, NONE, NULL, NONE, NULL, NULL, true},
	/* None of it is how much of it. */
	{"Reviewed termly.", NONE, NONE, NULL, NONE, NULL, NULL, false},
	{"He tires each day and needs calm.", NONE, NONE, NULL, NONE, NULL, NULL, false},
	{"Reads 12 of the first 100 words.", NONE, NONE, NULL, NONE, NULL, NULL, false},
	{"Lessons begin at 9:30 and end at 1:30", NONE, NONE, NULL, NONE, NULL, NULL, false},
	{"Instructions repeated within 5 minutes", NONE, NONE, NULL, NONE, NULL, NULL, false},
	{"Supported by visual aids and by practice", NONE, NONE, NULL, NONE, NULL, NULL, false},
	{"By a TA or by a teacher", NONE, NONE, NULL, NONE, NULL, NULL, false},
	{"A ratio of 1:1 or 1:4", NONE, NONE, NULL, NONE, NULL, NULL, false},
	{"", NONE, NONE, NULL, NONE, NULL, NULL, false},
	{"99999999999999999999 hours a week", NONE, NONE, NULL, NONE, NULL, NULL, false},
};

static bool alike(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

START_TEST(amounts_read)
{
	struct sen_ehc_item item;
	const char *doubt = NULL;

	sen_record_blank(&sen_ehc_item_record, &item);
	sen_ehc_read_quantity(arena, amounts[_i].words, &item, &doubt);
	ck_assert_msg(item.minutes == amounts[_i].minutes && item.times == amounts[_i].times &&
			      alike(item.per, amounts[_i].per) && item.weeks == amounts[_i].weeks &&
			      alike(item.who, amounts[_i].who) && alike(item.ratio, amounts[_i].ratio) &&
			      (doubt != NULL) == amounts[_i].doubt,
		      "'%s': %lld min, %lld times, per %s, %lld weeks, by %s, ratio %s; doubt: %s",
		      amounts[_i].words, (long long)item.minutes, (long long)item.times,
		      item.per ? item.per : "-", (long long)item.weeks, item.who ? item.who : "-",
		      item.ratio ? item.ratio : "-", doubt ? doubt : "none");
}
END_TEST

/* What is known already is not read over. */
START_TEST(amounts_kept)
{
	struct sen_ehc_item item;
	const char *doubt;

	sen_record_blank(&sen_ehc_item_record, &item);
	item.minutes = 45;
	item.who = "Ms Ola";
	sen_ehc_read_quantity(arena, "30 minutes a week by a TA", &item, &doubt);
	ck_assert_int_eq(item.minutes, 45);
	ck_assert_str_eq(item.who, "Ms Ola");
	ck_assert_str_eq(sen_ehc_quantity(arena, &item), "45 min a week, by Ms Ola");
	ck_assert_int_eq(sen_ehc_minutes(&item), 45);
}
END_TEST

/* ---- Labels ---- */

static const struct {
	const char *text, *section;
	int64_t number;
} labels[] = {{"B1", "B", 1},	{"f12", "F", 12}, {"H1.2", "H1", 2},	{"h2.10", "H2", 10},
	      {"B 3", "B", 3},	{"B0", NULL, 0},  {"B", NULL, 0},	{"H1", NULL, 0},
	      {"H12", NULL, 0}, {"Z1", NULL, 0},  {"B1x", NULL, 0},	{"1B", NULL, 0},
	      {"", NULL, 0},	{"B-1", NULL, 0}, {"B1234567", NULL, 0}};

START_TEST(labels_read)
{
	const char *section = NULL;
	int64_t number = 0;
	bool is = sen_ehc_label_parse(labels[_i].text, &section, &number);

	ck_assert_msg(is == (labels[_i].section != NULL), "'%s'", labels[_i].text);
	if (is) {
		ck_assert_str_eq(section, labels[_i].section);
		ck_assert_int_eq(number, labels[_i].number);
	}
}
END_TEST

START_TEST(labels_listed)
{
	ck_assert(sen_ehc_serves("B1 E2", "E2"));
	ck_assert(sen_ehc_serves("B1 E2", "B1"));
	ck_assert(!sen_ehc_serves("B12 E2", "B1"));
	ck_assert(!sen_ehc_serves("B1", "B12"));
	ck_assert(!sen_ehc_serves(NULL, "B1"));
	ck_assert(!sen_ehc_serves("", "B1"));
}
END_TEST

/* ---- Headings ---- */

static const struct {
	const char *line;
	int section; /* its place; -1: a line like any other */
} headings[] = {
	{"Section A: The views, interests and aspirations of the child", 0},
	{"SECTION B", 1},
	{"Section B - Special Educational Needs", 1},
	{"B. Special educational needs", 1},
	{"B) Special educational needs", 1},
	{"## Section C: Health needs", 2},
	{"Section D Social care needs related to SEN", 3},
	{"E: Outcomes", 4},
	{"Section F \xe2\x80\x93 Special educational provision", 5},
	{"Section G: Any health provision reasonably required", 6},
	{"Section H1: Social care provision", 7},
	{"Section H (2): Any other social care provision", 8},
	{"H2", 8},
	{"SECTION I: Placement", 9},
	{"Section J - Personal Budget", 10},
	{"Section K: Advice and information", 11},
	{"Section F of the plan will be looked at in May.", -1},
	{"Sections B and F", -1},
	{"B", -1},
	{"A child may need help", -1},
	{"A", -1},
	{"B1. Reading", -1},
	{"I. He likes trains", -1},
	{"I would like to go to a school with my friends", -1},
	{"a) first", -1},
	{"Section Z: nothing", -1},
	{"Section Feeding", -1},
	{"section", -1},
};

START_TEST(headings_read)
{
	struct sen_ehc_read read;
	int found = -1;

	sen_ehc_read(arena, headings[_i].line, 20000, &read);
	for (int i = 0; i < 12; i++)
		if (read.found[i])
			found = i;
	ck_assert_msg(found == headings[_i].section, "'%s' is %d", headings[_i].line, found);
}
END_TEST

/* ---- Rows ---- */

static void read_text(const char *text, struct sen_ehc_read *read)
{
	sen_ehc_read(arena, text, sen_date_iso("2026-11-22"), read);
}

START_TEST(rows_parted)
{
	struct sen_ehc_read read;

	read_text("before\nSection B: Special educational needs\n1. One\n two\n\n2) Three\n- Four\n(a) "
		  "Five\n\nSix\nB9: "
		  "Nine\nNone\n\nn/a\n",
		  &read);
	ck_assert_uint_eq(read.count, 6);
	ck_assert_str_eq(read.items[0].item.words, "One two");
	ck_assert_str_eq(read.items[1].item.words, "Three");
	ck_assert_str_eq(read.items[3].item.words, "Five");
	ck_assert_str_eq(read.items[4].item.words, "Six");
	ck_assert_str_eq(read.items[5].item.words, "Nine None");
	ck_assert_int_eq(read.items[5].item.number, 9);
	ck_assert_int_eq(read.items[0].item.number, SEN_NO_INT);
	ck_assert_uint_eq(read.note_count, 2);
	ck_assert_ptr_nonnull(
		strstr(read.notes[0], "1 line before the first heading was left out: 'before'"));
}
END_TEST

START_TEST(nothing_read)
{
	struct sen_ehc_read read;

	read_text("", &read);
	ck_assert_uint_eq(read.count + read.note_count, 0);
	read_text("a letter\nof two lines", &read);
	ck_assert_uint_eq(read.count + read.note_count, 0);
	read_text(
		"\xef\xbb\xbfSection K\nReport 1/2/2026 and 3/2/2026\nSection K\n\nReport, 31 February 2026",
		&read);
	ck_assert_uint_eq(read.count, 2);
	ck_assert_int_eq(read.items[0].item.dated_on, SEN_NO_DATE);
	ck_assert_int_eq(read.items[1].item.dated_on, SEN_NO_DATE);
	read_text("Section J\nSwimming \xc2\xa3"
		  "12.50\nSection J\n- \xc2\xa3"
		  "1 and \xc2\xa3"
		  "2\n- \xc2\xa3",
		  &read);
	ck_assert_int_eq(read.items[0].item.pence, 1250);
	ck_assert_int_eq(read.items[1].item.pence, SEN_NO_INT);
	ck_assert_int_eq(read.items[2].item.pence, SEN_NO_INT);
}
END_TEST

/* ---- Versions: pure ---- */

static struct sen_ehc_item rows[] = {
	{.head.id = 1, .section = "B", .number = 1, .since = 1, .until = SEN_NO_INT, .words = "a need"},
	{.head.id = 2,
	 .section = "E",
	 .number = 1,
	 .since = 1,
	 .until = 2,
	 .words = "old aim",
	 .serves = "B1"},
	{.head.id = 3,
	 .section = "E",
	 .number = 1,
	 .since = 2,
	 .until = SEN_NO_INT,
	 .before_id = 2,
	 .words = "new aim",
	 .serves = "B1"},
	{.head.id = 4,
	 .section = "F",
	 .number = 1,
	 .since = 1,
	 .until = 2,
	 .words = "three times",
	 .serves = "E1",
	 .minutes = 30,
	 .times = 3,
	 .per = "week",
	 .who = "a TA"},
	{.head.id = 5,
	 .section = "F",
	 .number = 1,
	 .since = 2,
	 .until = SEN_NO_INT,
	 .words = "two times",
	 .serves = "E1",
	 .minutes = 30,
	 .times = 2,
	 .per = "week",
	 .who = "a TA"},
	{.head.id = 6, .section = "F", .number = 2, .since = 1, .until = 2, .words = "gone"},
	{.head.id = 7,
	 .section = "F",
	 .number = 3,
	 .since = 2,
	 .until = SEN_NO_INT,
	 .words = "regular small group"},
};

static struct sen_ehc_plan plan_of(void)
{
	for (size_t i = 0; i < SEN_COUNT(rows); i++) {
		struct sen_ehc_item *row = &rows[i];

		row->weeks = row->pence = SEN_NO_INT;
		row->dated_on = row->due_on = SEN_NO_DATE;
		row->minutes = row->minutes ? row->minutes : SEN_NO_INT;
		row->times = row->times ? row->times : SEN_NO_INT;
	}
	return (struct sen_ehc_plan){.items = rows, .count = SEN_COUNT(rows), .newest = 2};
}

START_TEST(outcome_follows)
{
	struct sen_ehc_plan plan = plan_of();

	ck_assert_int_eq(sen_ehc_outcome(arena, &plan, "O2")->head.id, 3);
	ck_assert_int_eq(sen_ehc_outcome(arena, &plan, "e1")->head.id, 3);
	ck_assert_ptr_null(sen_ehc_outcome(arena, &plan, "O1")); /* a need */
	ck_assert_ptr_null(sen_ehc_outcome(arena, &plan, "E9"));
	ck_assert_ptr_null(sen_ehc_outcome(arena, &plan, "in words"));
	ck_assert_int_eq(sen_ehc_at(&plan, "E", 1, 1)->head.id, 2);
	ck_assert_ptr_null(sen_ehc_at(&plan, "F", 2, 2));
}
END_TEST

START_TEST(versions_compared)
{
	struct sen_ehc_plan plan = plan_of();
	struct sen_ehc_change *changes;
	size_t count;

	sen_ehc_diff(arena, &plan, 1, 2, &changes, &count);
	ck_assert_uint_eq(count, 4);
	ck_assert_str_eq(changes[0].words, "[-old-] {+new+} aim");
	ck_assert_str_eq(changes[1].words, "[-three-] {+two+} times");
	ck_assert_str_eq(changes[1].quantity,
			 "3 x 30 min a week, by a TA -> 2 x 30 min a week, by a TA: 30 minutes less a week");
	ck_assert_str_eq(changes[2].change, "ended");
	ck_assert_str_eq(changes[3].change, "added");
	sen_ehc_diff(arena, &plan, 2, 1, &changes, &count);
	ck_assert_ptr_nonnull(strstr(changes[1].quantity, "30 minutes more a week"));
	sen_ehc_diff(arena, &plan, 2, 2, &changes, &count);
	ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(gaps_found)
{
	struct sen_ehc_plan plan = plan_of();
	struct sen_ehc_gap *gaps;
	size_t count;

	sen_ehc_gaps(arena, &plan, 2, &gaps, &count);
	ck_assert_uint_eq(count, 2); /* B1 is met through E1 */
	ck_assert_str_eq(gaps[0].check, "provision-serves-nothing");
	ck_assert_str_eq(gaps[1].check, "provision-not-quantified");
	sen_ehc_gaps(arena, &plan, 3, &gaps, &count);
	ck_assert_uint_eq(count, 2);
	rows[4].serves = "E1 E7";
	sen_ehc_gaps(arena, &plan, 2, &gaps, &count);
	rows[4].serves = "E1";
	ck_assert_uint_eq(count, 3);
	ck_assert_str_eq(gaps[0].check, "serves-what-ended");
}
END_TEST

START_TEST(words_questioned)
{
	struct sen_ehc_plan plan = plan_of();
	const struct sen_law *law;
	struct sen_ehc_vague *found;
	struct sen_err err = {0};
	size_t count;

	ck_assert_int_eq(sen_law_shipped(arena, &law, &err), 0);
	sen_ehc_lint(arena, law, &plan, 2, &found, &count);
	ck_assert_uint_eq(count, 3);
	ck_assert_str_eq(found[0].word->name, "regular");
	ck_assert_str_eq(found[1].word->name, "small group");
	ck_assert_ptr_null(found[2].word);
	rows[6].words = "irregular small-group work of no more than four; a smallgroup";
	sen_ehc_lint(arena, law, &plan, 2, &found, &count);
	rows[6].words = "regular small group";
	ck_assert_uint_eq(count, 1); /* no word; only the amount */
}
END_TEST

/* What a form says is what the plan says, to the letter. */
START_TEST(form_round)
{
	struct sen_ehc_plan plan = plan_of();
	struct sen_ehc_read read;

	rows[0].words = "first line\n\nSection F: no heading\n- no point";
	read_text(sen_ehc_form(arena, &plan, 2, "EH1.2"), &read);
	ck_assert(read.exact);
	ck_assert_uint_eq(read.count, 4);
	ck_assert_str_eq(read.items[0].item.words, rows[0].words);
	rows[0].words = "a need";
	ck_assert_str_eq(read.items[1].item.serves, "B1");
	ck_assert_int_eq(read.items[2].item.times, 2);
	ck_assert_str_eq(read.items[2].item.who, "a TA");
	ck_assert_int_eq(read.items[3].item.times, SEN_NO_INT);
	for (int i = 0; i < 12; i++)
		ck_assert(read.found[i]);
}
END_TEST

Suite *suite_ehc_plan(void)
{
	Suite *suite = suite_create("ehc_plan");
	TCase *tcase = tcase_create("text");

	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_loop_test(tcase, amounts_read, 0, (int)SEN_COUNT(amounts));
	tcase_add_test(tcase, amounts_kept);
	tcase_add_loop_test(tcase, labels_read, 0, (int)SEN_COUNT(labels));
	tcase_add_test(tcase, labels_listed);
	tcase_add_loop_test(tcase, headings_read, 0, (int)SEN_COUNT(headings));
	tcase_add_test(tcase, rows_parted);
	tcase_add_test(tcase, nothing_read);
	tcase_add_test(tcase, outcome_follows);
	tcase_add_test(tcase, versions_compared);
	tcase_add_test(tcase, gaps_found);
	tcase_add_test(tcase, words_questioned);
	tcase_add_test(tcase, form_round);
	suite_add_tcase(suite, tcase);
	return suite;
}
