/* Edges of what is read out of an authority's plan: amounts, who, ratios, dates, sums,
 * headings, labels and points (R62).  The plain ones are in test_ehc_plan.c. */
#include "suites.h"

#include "rules/ehc_read.h"

#include <sen/text.h>

#include <string.h>

#define NONE SEN_NO_INT
static struct sen_arena *arena;

static void setup(void)
{
	arena = sen_arena_new();
}

static void teardown(void)
{
	sen_arena_free(arena);
}

static bool alike(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static const char *times_over(const char *text, size_t n)
{
	struct sen_buf buf = {.arena = arena};

	for (size_t i = 0; i < n; i++)
		sen_buf_add(&buf, text);
	return buf.text;
}

/* ---- Amounts ---- */

static const struct {
	const char *words;
	int64_t minutes, times;
	const char *per;
	int64_t weeks;
	bool doubt;
} amounts[] = {
	{"30 minutes every alternate week", 30, 1, "fortnight", NONE, false},
	{"30 minutes on alternate days", 30, NONE, NULL, NONE, false},
	{"once every other day", NONE, NONE, NULL, NONE, false},
	{"30 minutes a school day", 30, 1, "day", NONE, false},
	{"30 minutes every morning", 30, 1, "day", NONE, false},
	{"30 minutes a morning", 30, NONE, NULL, NONE, false},
	{"30 minutes each school week", 30, 1, "week", NONE, false},
	{"2 hours annually", 120, 1, "year", NONE, false},
	{"2 hours and 30 minutes a week", 150, 1, "week", NONE, false},
	{"1 hour and a quarter a week", 60, 1, "week", NONE, false},
	{"1 hour 75 minutes a week", NONE, NONE, NULL, NONE, true},
	{"1.25 hours a week", 75, 1, "week", NONE, false},
	{"1.555 hours a week", NONE, NONE, NULL, NONE, false},
	{"1.5 minutes a week", NONE, NONE, NULL, NONE, false},
	{"0 minutes a week", NONE, NONE, NULL, NONE, false},
	{"an hour and a bit each week", 60, 1, "week", NONE, false},
	{"an hour and another each week", 60, 1, "week", NONE, false},
	{"half a term, an hour daily", NONE, NONE, NULL, NONE, true},
	{"half hour weekly", 30, 1, "week", NONE, false},
	{"half-termly", NONE, 1, "half-term", NONE, false},
	{"half of it weekly", NONE, 1, "week", NONE, false},
	{"thrice weekly", NONE, 3, "week", NONE, false},
	{"once a year", NONE, 1, "year", NONE, false},
	{"biweekly, 30 minutes", NONE, NONE, NULL, NONE, true},
	{"30 minutes over 6 weeks", 30, NONE, NULL, 6, false},
	{"a 6-week block, 30 minutes a week", 30, 1, "week", 6, false},
	{"after 6 weeks, 30 minutes a week", 30, 1, "week", NONE, false},
	{"30 minutes a week for 61 weeks", 30, 1, "week", NONE, false},
	{"3 weekly sessions", NONE, 3, "week", NONE, false},
	{"3 weekly targets", NONE, 1, "week", NONE, false},
	{"3 days per week", NONE, 3, "week", NONE, false},
	{"3 days of rest", NONE, NONE, NULL, NONE, false},
	{"201 sessions a week", NONE, NONE, NULL, NONE, false},
	{"not less than 2 hours a week", 120, 1, "week", NONE, false},
	{"not more than 2 hours a week", NONE, NONE, NULL, NONE, true},
	{"less than 2 hours a week", NONE, NONE, NULL, NONE, true},
	{"rather than 2 hours a week", 120, 1, "week", NONE, false},
	{"maximum 2 hours a week", NONE, NONE, NULL, NONE, true},
	{"10 or 15 minutes a day", NONE, NONE, NULL, NONE, true},
	{"morning or 15 minutes a day", 15, 1, "day", NONE, false},
	{"close to 15 minutes a day", 15, 1, "day", NONE, false},
	{"12 - 15 minutes a day", NONE, NONE, NULL, NONE, true},
	{"about 3 times a week", NONE, NONE, NULL, NONE, true},
	{"3 times a week, twice a term", NONE, NONE, NULL, NONE, true},
	{"once a week. Twice a term.", NONE, NONE, NULL, NONE, true},
	{"30 minutes weekly! Termly talks with home.", 30, 1, "week", NONE, false},
	{"How? 30 minutes a week", 30, 1, "week", NONE, false},
	{"- 30 minutes a week", 30, 1, "week", NONE, false},
	{"reading - 30 minutes a week", 30, 1, "week", NONE, false},
	{"\xc2\xbd hour a week", 30, 1, "week", NONE, false},
	{"caf\xc3\xa9 club, 30\xc2\xa0minutes a week", 30, 1, "week", NONE, false},
	{"3 \xc3\x97 20 minutes a week", 20, 3, "week", NONE, false},
	{"20 minutes x 3 weekly", 20, 3, "week", NONE, false},
	{"20 minutes x 4 children weekly", 20, 1, "week", NONE, false},
	{"by a trained assistant, 20 minutes, three times a week", 20, 3, "week", NONE, false},
	{"Staff are trained for 2 hours a term", NONE, NONE, NULL, NONE, false},
	{"20 minutes, three times a week; 20 minutes x 3 weekly", 20, 3, "week", NONE, false},
	{"20 minutes, three times a week; 20 minutes weekly", NONE, NONE, NULL, NONE, true},
};

START_TEST(amounts_at_the_edge)
{
	struct sen_ehc_item item;
	const char *doubt = NULL;

	sen_record_blank(&sen_ehc_item_record, &item);
	sen_ehc_read_quantity(arena, amounts[_i].words, &item, &doubt);
	ck_assert_msg(item.minutes == amounts[_i].minutes && item.times == amounts[_i].times &&
			      alike(item.per, amounts[_i].per) && item.weeks == amounts[_i].weeks &&
			      (doubt != NULL) == amounts[_i].doubt,
		      "'%s': %lld min, %lld times, per %s, %lld weeks; doubt: %s", amounts[_i].words,
		      (long long)item.minutes, (long long)item.times, item.per ? item.per : "-",
		      (long long)item.weeks, doubt ? doubt : "none");
}
END_TEST

/* Of a very long paragraph the beginning is read; what is known is kept. */
START_TEST(amounts_far_off_and_known)
{
	struct sen_ehc_item item;
	const char *doubt;

	sen_record_blank(&sen_ehc_item_record, &item);
	sen_ehc_read_quantity(arena, sen_format(arena, "%s30 minutes a week", times_over("word ", 400)),
			      &item, &doubt);
	ck_assert(item.minutes == NONE && !item.per && !doubt);
	item.times = 4;
	item.per = "day";
	item.weeks = 2;
	item.ratio = "1:2";
	sen_ehc_read_quantity(arena, "30 minutes weekly for 6 weeks, 1:1", &item, &doubt);
	ck_assert_int_eq(item.minutes, 30);
	ck_assert_int_eq(item.times, 4);
	ck_assert_str_eq(item.per, "day");
	ck_assert_int_eq(item.weeks, 2);
	ck_assert_str_eq(item.ratio, "1:2");
}
END_TEST

/* ---- Ratios, people, dates, sums ---- */

static const struct {
	const char *words, *want;
} ratios[] = {
	{"2:1 support", "2:1"},
	{"1 : 4", "1:4"},
	{"1:1, then 1:1 again", "1:1"},
	{"1-to-1", "1:1"},
	{"one-to-ones", NULL},
	{"1 to 1-3 groups", NULL},
	{"0:1", NULL},
	{"1:0", NULL},
	{"1:30", NULL},
	{"1:4x", NULL},
	{"1:4:5", NULL},
	{"12:1", NULL},
	{"v1:1", NULL},
	{"x-1:1", NULL},
	{"2.1:1", NULL},
	{"1 of 4", NULL},
	{"", NULL},
};

START_TEST(ratios_read)
{
	const char *got = ehc_read_ratio(arena, ratios[_i].words);

	ck_assert_msg(alike(got, ratios[_i].want), "'%s': %s", ratios[_i].words, got ? got : "none");
}
END_TEST

static const struct {
	const char *words, *want;
} people[] = {
	{"by a TA; then by a TA", "a TA"},
	{"by a TA , daily", "a TA"},
	{"by a metal worker", "a metal worker"},
	{"given by a teacher for an hour", "a teacher"},
	{"by nightstaff", NULL},
	{"by staffing it", NULL},
	{"by Ms Ola", NULL},
	{"by ", NULL},
	{"by 2 adults", NULL},
	{"goodbye teacher", NULL},
	{"taught by a tutor who was trained by a coach", "a tutor"},
	{"reviewed by the SENCO", NULL},
	{"reviewed, and with a mentor", "a mentor"},
	{"by the teacher of the class that is the oldest and the largest one of all in the whole of "
	 "this school",
	 "the teacher of the class that is the oldest and the largest one of all"},
	{"by the teacher of the class which is the oldest and the largest class of all there are here", NULL},
};

START_TEST(people_read)
{
	const char *got = ehc_read_who(arena, people[_i].words);

	ck_assert_msg(alike(got, people[_i].want), "'%s': %s", people[_i].words, got ? got : "nobody");
}
END_TEST

static const struct {
	const char *words, *want;
} dates[] = {
	{"Report of 14 January 2026", "2026-01-14"},
	{"14.01.2026", "2026-01-14"},
	{"dated 2026-01-14.", "2026-01-14"},
	{"14/01/2026, that is 14 January 2026", "2026-01-14"},
	{"14/01/2026 and 15/01/2026", ""},
	{"x14/01/2026", ""},
	{"14/01/20261", ""},
	{"30 February 2026", ""},
	{"14 January\n2026", ""},
	{"Tel 01234 567890 567890 567890 567890 567890", ""},
	{"", ""},
};

START_TEST(dates_read)
{
	char iso[11];
	const char *got = sen_date_text(ehc_read_date(dates[_i].words, sen_date_make(2026, 11, 22)), iso);

	ck_assert_msg(strcmp(got, dates[_i].want) == 0, "'%s': '%s'", dates[_i].words, got);
}
END_TEST

#define POUND "\xc2\xa3"
static const struct {
	const char *words;
	int64_t pence;
} sums[] = {
	{POUND "1,200", 120000},
	{POUND "1200.50 a year", 120050},
	{POUND " 5", 500},
	{POUND "1,234,567", 123456700},
	{POUND "1,2000", NONE},
	{POUND "12,34,567", NONE},
	{POUND "1234,567", NONE},
	{POUND "1,", 100},
	{POUND, NONE},
	{POUND "x", NONE},
	{POUND "5 and " POUND "6", NONE},
	{POUND "999999999999", NONE},
	{POUND "9999999999999999", NONE},
	{"1200", NONE},
};

START_TEST(sums_read)
{
	int64_t got = ehc_read_pence(sums[_i].words);

	ck_assert_msg(got == sums[_i].pence, "'%s': %lld", sums[_i].words, (long long)got);
}
END_TEST

/* ---- Headings ---- */

#define LONG                                                                                     \
	"special educational provision required by the child or by the young person, as it was " \
	"described by the authority and all of those who wrote for it"
static const struct {
	const char *line;
	int section;
} headings[] = {
	{"Section F (continued)", 5},
	{"Section F cont'd", 5},
	{"Section F:", 5},
	{"Section\tF", 5},
	{"Section F\tSpecial educational provision", 5},
	{"F  Special educational provision", 5},
	{"F special educational provision", -1},
	{"F: special educational provision", 5},
	{"Section H: Social care provision", 7},
	{"H (1): Social care provision", 7},
	{"h2: other social care", 8},
	{"H3: social care", -1},
	{"Section B's needs", -1},
	{"Section B\xe2\x80\x94the needs", 1},
	{"Section B\xc3\xa9", -1},
	{"Section B2", -1},
	{"Section B.2 Reading", -1},
	{"Section F: what is given", 5},
	{"Section F: It is given. Each day.", -1},
	{"Section F: " LONG, 5},
	{"Section F: " LONG ".", -1},
	{"Section F: " LONG " " LONG, -1},
	{"B: absent needs", -1},
	{"E: Outcome", 4},
	{"- E: Outcomes", 4},
	{"Sectional things", -1},
	{"1. Section", -1},
	{"", -1},
};

START_TEST(headings_at_the_edge)
{
	const char *rest = NULL;
	int got = ehc_read_heading(arena, headings[_i].line, &rest);

	ck_assert_msg(got == headings[_i].section, "'%s' is %d", headings[_i].line, got);
}
END_TEST

START_TEST(areas_read)
{
	ck_assert_str_eq(ehc_read_area(arena, "COGNITION and  learning"), "cognition and learning");
	ck_assert_ptr_null(ehc_read_area(arena, "Cognition"));
	ck_assert_ptr_null(ehc_read_area(arena, LONG));
	ck_assert_ptr_null(ehc_read_area(arena, ""));
}
END_TEST

/* ---- Rows ---- */

static struct sen_ehc_read rows_of(const char *text)
{
	struct sen_ehc_read read;

	sen_ehc_read(arena, text, sen_date_make(2026, 11, 22), &read);
	return read;
}

static void words_are(const struct sen_ehc_read *read, size_t i, const char *words)
{
	ck_assert_uint_lt(i, read->count);
	ck_assert_str_eq(read->items[i].item.words, words);
}

START_TEST(points)
{
	struct sen_ehc_read read =
		rows_of("Section B\n"
			"iv) four\n1.2\ttwo\n1.2.  three\n\xe2\x80\xa2\tdot\no round\n"
			"(12) twelve\n1234. no point\n12.5 hours\n-no\n1.x no\n(a] no\n* star\n");

	ck_assert_uint_eq(read.count, 7);
	words_are(&read, 0, "four");
	words_are(&read, 1, "two");
	words_are(&read, 2, "three");
	words_are(&read, 3, "dot");
	words_are(&read, 4, "round");
	words_are(&read, 5, "twelve 1234. no point 12.5 hours -no 1.x no (a] no");
	words_are(&read, 6, "star");
}
END_TEST

START_TEST(row_labels)
{
	struct sen_ehc_read read = rows_of("Section H1\nH1.2 two\nH1x\nSection F\nF3) three\n\nF1234 x\n\nF0 "
					   "x\n\nF2x\n\nf4\n\nf5:five\n");

	ck_assert_int_eq(read.items[0].item.number, 2);
	words_are(&read, 0, "two H1x");
	ck_assert_int_eq(read.items[1].item.number, 3);
	words_are(&read, 2, "F1234 x");
	ck_assert_int_eq(read.items[2].item.number, NONE);
	words_are(&read, 3, "F0 x");
	words_are(&read, 4, "F2x");
	words_are(&read, 5, "five"); /* F4 says nothing: it is no row */
	ck_assert_int_eq(read.items[5].item.number, 5);
	ck_assert_uint_eq(read.count, 6);
}
END_TEST

START_TEST(served)
{
	struct sen_ehc_read read =
		rows_of("Section F\nA group (B1, E2; not xB3, B01, B4x, B12345, B5\xc3\xa9, \xc3\xa9"
			"B6, Z7)\n\nAnother\n");

	ck_assert_str_eq(read.items[0].item.serves, "B1 E2");
	ck_assert_ptr_null(read.items[1].item.serves);
	read = rows_of(sen_format(arena, "Section F\n%s", times_over("B10 ", 100)));
	ck_assert_uint_lt(strlen(read.items[0].item.serves), 190);
}
END_TEST

/* A long line before the first heading is told by its beginning, cut between letters; a
 * paragraph that is too long is told of. */
START_TEST(told)
{
	struct sen_ehc_read read =
		rows_of(sen_format(arena, "%s\nSection B\nOne\n", times_over("\xc3\xa9", 100)));

	ck_assert_ptr_nonnull(strstr(read.notes[0], "...'"));
	read = rows_of(
		sen_format(arena, "Section B\n%s\n\nTwo\n", times_over("words ", SEN_LIMIT_NOTE / 6 + 1)));
	ck_assert_uint_eq(read.count, 1);
	words_are(&read, 0, "Two");
	ck_assert_ptr_nonnull(strstr(read.unkept, "line 2: the paragraph cannot be kept"));
	read = rows_of("Section E\nCognition and learning\n");
	ck_assert_uint_eq(read.count, 0); /* an area heads rows of B, E and F */
	read = rows_of("Section A\nCognition and learning\n");
	words_are(&read, 0, "Cognition and learning");
}
END_TEST

/* As it comes out of Word or a PDF: a table a line a row, pages numbered, an authority's own
 * numbers, captions; the letters of Section K are no headings. */
START_TEST(laid_out)
{
	struct sen_ehc_read read = rows_of(
		"Section B\n1. Communication and Interaction\nNeeds:\nB1.1  Slow to follow\nB1.2 Short "
		"phrases\nAnytown Council   EHC Plan      Page 2 of 5\nPage 3\n2. SEMH\nNone known at this "
		"time\nSection E\nSEMH\nE1\tAsks for a break\nSection F\nOutcome | Provision | Who | How "
		"often\nE1 | Talk group, 30 minutes | ELSA | weekly\n\tE1 | Rest | all staff | "
		"|\nSection K\nAppendix   Advice   Author\nA      Views     Mrs Reid     20/02/2026\nB      "
		"School     Mr Hall     21/02/2026\nsee page 4\n");
	static const char *const words[] = {"Slow to follow",
					    "Short phrases",
					    "Asks for a break",
					    "E1; Talk group, 30 minutes; ELSA; weekly",
					    "E1; Rest; all staff",
					    "Views; Mrs Reid; 20/02/2026",
					    "School; Mr Hall; 21/02/2026",
					    "see page 4"};

	for (size_t i = 0; i < SEN_COUNT(words); i++)
		words_are(&read, i, words[i]);
	ck_assert_uint_eq(read.count, SEN_COUNT(words));
	ck_assert_str_eq(read.items[0].item.type, "communication and interaction");
	ck_assert_int_eq(read.items[0].item.number, NONE);
	ck_assert_int_eq(read.items[2].item.number, 1);
	ck_assert_str_eq(read.items[3].item.serves, "E1");
	ck_assert_int_eq(read.items[5].item.dated_on, sen_date_make(2026, 2, 20));
	ck_assert_str_eq(read.notes[0], "4 lines that number a page or name columns left out");
	read = rows_of("Section E\nTo reach B1.2 and B3 by a webpage 2\n");
	ck_assert_str_eq(read.items[0].item.serves, "B3");
}
END_TEST

/* Days in brackets as they may be typed anywhere; "fri" would be another one next week. */
static const struct {
	const char *typed;
	bool read;
} form_days[] = {{"2026-03-20", true}, {"20/03/2026", true},  {"20 March 2026", true}, {"20/3/26", false},
		 {"fri", false},       {"31/02/2026", false}, {"+6w", false},	       {"soon", false}};

START_TEST(form_dates)
{
	struct sen_ehc_read read = rows_of(
		sen_format(arena, "# The sections of an EHC plan: EH1\nSection K\nDr Moss\n[dated: %s]\n",
			   form_days[_i].typed));

	ck_assert_uint_eq(read.count, 1);
	ck_assert_int_eq(read.items[0].item.dated_on,
			 form_days[_i].read ? sen_date_make(2026, 3, 20) : SEN_NO_DATE);
	ck_assert_int_eq(read.items[0].doubt == NULL, form_days[_i].read);
}
END_TEST

#define FORM "# The sections of an EHC plan: EH1\nSection F\n"
START_TEST(form)
{
	struct sen_ehc_read read =
		rows_of(FORM "| nothing to go on with\nF1: one\n|two\n| three\n[times: 2 | per: week]\n"
			     "more\n# no\nF2 two\n\n- three\n");

	words_are(&read, 0, "| nothing to go on with");
	words_are(&read, 1, "one\ntwo\nthree");
	ck_assert_int_eq(read.items[1].item.times, 2);
	words_are(&read, 2, "more");
	words_are(&read, 3, "two");
	words_are(&read, 4, "three");
}
END_TEST

Suite *suite_ehc_read(void)
{
	Suite *suite = suite_create("ehc_read");
	TCase *tc = tcase_create("ehc_read");

	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_loop_test(tc, amounts_at_the_edge, 0, (int)SEN_COUNT(amounts));
	tcase_add_test(tc, amounts_far_off_and_known);
	tcase_add_loop_test(tc, ratios_read, 0, (int)SEN_COUNT(ratios));
	tcase_add_loop_test(tc, people_read, 0, (int)SEN_COUNT(people));
	tcase_add_loop_test(tc, dates_read, 0, (int)SEN_COUNT(dates));
	tcase_add_loop_test(tc, sums_read, 0, (int)SEN_COUNT(sums));
	tcase_add_loop_test(tc, headings_at_the_edge, 0, (int)SEN_COUNT(headings));
	tcase_add_test(tc, areas_read);
	tcase_add_test(tc, points);
	tcase_add_test(tc, row_labels);
	tcase_add_test(tc, served);
	tcase_add_test(tc, told);
	tcase_add_test(tc, laid_out);
	tcase_add_loop_test(tc, form_dates, 0, SEN_COUNT(form_days));
	tcase_add_test(tc, form);
	suite_add_tcase(suite, tc);
	return suite;
}
