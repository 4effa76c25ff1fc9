/* What cells of MIS exports say, by table (domain.md 5.2, 5.3). */
#include "exchange/mis.h"
#include "unit/suites.h"
#include <string.h>

static struct sen_arena *arena;
#define TODAY "2026-11-22"

static void setup(void)
{
	arena = sen_arena_new();
}
static void teardown(void)
{
	sen_arena_free(arena);
}

static void same(const char *got, const char *want)
{
	if (!got || !want)
		ck_assert_ptr_eq(got, want);
	else
		ck_assert_str_eq(got, want);
}

static const struct {
	const char *text;
	enum value_date result;
	const char *iso;
} dates[] = {
	{"17/07/2020", VALUE_DATE, "2020-07-17"},
	{"7/7/2020", VALUE_DATE, "2020-07-07"},
	{"07.07.2020", VALUE_DATE, "2020-07-07"},
	{"7-7-2020", VALUE_DATE, "2020-07-07"},
	{"2020-07-17", VALUE_DATE, "2020-07-17"},
	{"2020/07/17", VALUE_DATE, "2020-07-17"},
	{"2020-07-17T00:00:00Z", VALUE_DATE, "2020-07-17"},
	{"20200717", VALUE_DATE, "2020-07-17"},
	{"17/07/2020 00:00:00", VALUE_DATE, "2020-07-17"},
	{"17/07/2020 12:00 AM", VALUE_DATE, "2020-07-17"},
	{"03 Sep 2025", VALUE_DATE, "2025-09-03"},
	{"3-Sept-25", VALUE_DATE, "2025-09-03"},
	{"3rd September 2025", VALUE_DATE, "2025-09-03"},
	{"Wed 03 Sep 2025", VALUE_DATE, "2025-09-03"},
	{"Sep 3, 2025", VALUE_DATE, "2025-09-03"},
	{"18/04/20", VALUE_DATE, "2020-04-18"},
	{"22/11/26", VALUE_DATE, "2026-11-22"},
	{"23/11/26", VALUE_DATE, "1926-11-23"},
	{"45903", VALUE_DATE, "2025-09-03"},
	{"45903.0", VALUE_DATE, "2025-09-03"},
	{"45903.75", VALUE_DATE, "2025-09-03"},
	{"29/02/2020", VALUE_DATE, "2020-02-29"},
	{"29/02/2019", VALUE_NO_DAY, NULL},
	{"31/02/2019", VALUE_NO_DAY, NULL},
	{"07/17/2020", VALUE_NO_DAY, NULL},
	{"00/01/2020", VALUE_NO_DAY, NULL},
	{"2020-13-01", VALUE_NO_DAY, NULL},
	{"31 Feb 2019", VALUE_NO_DAY, NULL},
	{"9999", VALUE_UNREAD, NULL},
	{"99999", VALUE_UNREAD, NULL},
	{"soon", VALUE_UNREAD, NULL},
	{"17/07", VALUE_UNREAD, NULL},
	{"17/07/020", VALUE_UNREAD, NULL},
	{"17/07/2020 or 2021?", VALUE_UNREAD, NULL},
	{"1.5", VALUE_UNREAD, NULL},
	{NULL, VALUE_BLANK, NULL},
};
START_TEST(date_table)
{
	sen_date date;
	char text[11];
	ck_assert_int_eq(value_date(dates[_i].text, sen_date_iso(TODAY), &date), dates[_i].result);
	if (dates[_i].iso)
		ck_assert_str_eq(sen_date_text(date, text), dates[_i].iso);
	else
		ck_assert_int_eq(date, SEN_NO_DATE);
}
END_TEST

static const struct {
	const char *text, *year;
} years[] = {
	{"Reception", "R"}, {"R", "R"},	       {"Rec", "R"},	   {"0", "R"},	    {"YR", "R"},
	{"Year R", "R"},    {"Nursery", "N2"}, {"N", "N2"},	   {"N1", "N1"},    {"N2", "N2"},
	{"-1", "N2"},	    {"-2", "N1"},      {"YN", "N2"},	   {"Year 3", "3"}, {"Y3", "3"},
	{"3", "3"},	    {"03", "3"},       {"NCY3", "3"},	   {"Yr 3", "3"},   {"3.0", "3"},
	{"Year 3.0", "3"},  {"year  06", "6"}, {"NC Year 2", "2"}, {"10", "10"},    {"15", NULL},
	{"3B", NULL},	    {"Maple", NULL},   {"", NULL},	   {"Year", NULL},
};
START_TEST(year_table)
{
	same(value_year(years[_i].text, sen_date_iso("2023-01-25"), sen_date_iso(TODAY)), years[_i].year);
}
END_TEST

START_TEST(nursery_by_birth)
{
	same(value_year("Nursery", sen_date_iso("2023-09-01"), sen_date_iso(TODAY)), "N1");
	same(value_year("Nursery", SEN_NO_DATE, sen_date_iso(TODAY)), "N2");
}
END_TEST

static const struct {
	const char *text;
	enum mis_status status;
} statuses[] = {
	{NULL, MIS_S_N},
	{"N", MIS_S_N},
	{"None", MIS_S_N},
	{"No SEN", MIS_S_N},
	{"No Special Educational Need", MIS_S_N},
	{"N - No special educational need", MIS_S_N},
	{"k", MIS_S_K},
	{"K - SEN Support", MIS_S_K},
	{"K: SEN support", MIS_S_K},
	{"K (SEN support)", MIS_S_K},
	{"K \xe2\x80\x93 SEN support", MIS_S_K},
	{"SEN  Support", MIS_S_K},
	{"E", MIS_S_E},
	{"EHCP", MIS_S_E},
	{"Education, Health and Care Plan", MIS_S_E},
	{"E - Education, health and care plan", MIS_S_E},
	{"Monitoring", MIS_S_M},
	{"Mon", MIS_S_M},
	{"A", MIS_S_WAS_K},
	{"P", MIS_S_WAS_K},
	{"SA", MIS_S_WAS_K},
	{"SA+", MIS_S_WAS_K},
	{"School Action Plus", MIS_S_WAS_K},
	{"P - School Action Plus", MIS_S_WAS_K},
	{"O", MIS_S_WAS_N},
	{"S", MIS_S_STATEMENT},
	{"Statement", MIS_S_STATEMENT},
	{"Yes", MIS_S_UNSAID},
	{"C", MIS_S_UNSAID}, /* a level of the school's policy is no status */
	{"Stage C", MIS_S_UNSAID},
	{"K - Education, health and care plan", MIS_S_UNSAID},
};
START_TEST(status_table)
{
	ck_assert_int_eq(value_status(statuses[_i].text), statuses[_i].status);
}
END_TEST

static const struct {
	const char *text, *types, *unknown;
} need_cells[] = {
	{"SLCN", "SLCN", NULL},
	{"slcn; ASD", "SLCN ASD", NULL},
	{"SLCN, ASD", "SLCN ASD", NULL},
	{"SLCN/ASD", "SLCN ASD", NULL},
	{"SLCN|ASD|SLCN", "SLCN ASD", NULL},
	{"SLCN\nASD", "SLCN ASD", NULL},
	{"Speech, Language and Communication Needs", "SLCN", NULL},
	{"Autistic Spectrum Disorder, Speech, Language and Communication Needs", "ASD SLCN", NULL},
	{"Social, Emotional and Mental Health; Other Difficulty/Disability", "SEMH OTH", NULL},
	{"ASD - Autistic Spectrum Disorder", "ASD", NULL},
	{"Profound & Multiple Learning Difficulty", "PMLD", NULL},
	{"dyslexia, deaf", "SPLD HI", NULL},
	{"BESD", "SEMH", NULL},
	{"ADHD", "", "ADHD"},
	{"ADHD; SLCN", "SLCN", "ADHD"},
	{"SLCN, wobbly", "SLCN", "wobbly"},
};
START_TEST(need_table)
{
	struct mis_needs needs = {0};
	struct sen_buf got = {.arena = arena};
	value_needs(arena, need_cells[_i].text, 0, &needs);
	sen_buf_add(&got, "");
	for (size_t i = 0; i < needs.count; i++)
		sen_buf_addf(&got, "%s%s", i ? " " : "", needs.types[i]);
	ck_assert_str_eq(got.text, need_cells[_i].types);
	same(needs.unknown, need_cells[_i].unknown);
}
END_TEST

START_TEST(need_ranks)
{
	struct mis_needs needs = {0};
	value_needs(arena, "MLD", 2, &needs);
	value_needs(arena, "ASD", 1, &needs);
	value_needs(arena, "VI", 0, &needs);
	needs_sort(&needs);
	ck_assert_str_eq(needs.types[0], "ASD");
	ck_assert_str_eq(needs.types[1], "MLD");
	ck_assert_str_eq(needs.types[2], "VI");
}
END_TEST

static const struct {
	const char *in, *text, *name;
} cells[] = {
	{" Amara ", "Amara", "Amara"},
	{"\xc2\xa0"
	 "Amara\xc2\xa0",
	 "Amara", "Amara"},
	{"NULL", NULL, "NULL"},
	{"n/a", NULL, "n/a"},
	{"-", NULL, NULL},
	{"", NULL, NULL},
	{" \xc2\xa0 ", NULL, NULL},
	{"=\"A123\"", "A123", "A123"},
	{"'001000", "001000", "001000"},
	{"'Ivy", "Ivy", "Ivy"},
	{"'t Hooft", "t Hooft", "'t Hooft"},
	{"'=x", "=x", "=x"},
	{"NA", "NA", "NA"},
};
START_TEST(text_table)
{
	same(value_text(arena, cells[_i].in), cells[_i].text);
	same(value_name(arena, cells[_i].in), cells[_i].name);
}
END_TEST

START_TEST(words)
{
	static const char *const yes[] = {"Y", "Yes", "TRUE", "1", "T", "x", "Tick", "\xe2\x9c\x93"};
	static const char *const no[] = {"N", "No", "False", "0", "F", ""};
	char upn[33];
	for (size_t i = 0; i < SEN_COUNT(yes); i++)
		ck_assert_int_eq(value_yes(yes[i]), 1);
	for (size_t i = 0; i < SEN_COUNT(no); i++)
		ck_assert_int_eq(value_yes(no[i]), 0);
	ck_assert_int_eq(value_yes(NULL), 0);
	ck_assert_int_eq(value_yes("perhaps"), -1);
	same(value_sex("female"), "F");
	same(value_sex("Boy"), "M");
	same(value_sex("U"), "U");
	same(value_sex("?"), NULL);
	value_upn(" l888303424775\xc2\xa0", upn);
	ck_assert_str_eq(upn, "L888303424775");
}
END_TEST

Suite *suite_value(void)
{
	Suite *suite = suite_create("value");
	TCase *tcase = tcase_create("value");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_loop_test(tcase, date_table, 0, SEN_COUNT(dates));
	tcase_add_loop_test(tcase, year_table, 0, SEN_COUNT(years));
	tcase_add_test(tcase, nursery_by_birth);
	tcase_add_loop_test(tcase, status_table, 0, SEN_COUNT(statuses));
	tcase_add_loop_test(tcase, need_table, 0, SEN_COUNT(need_cells));
	tcase_add_test(tcase, need_ranks);
	tcase_add_loop_test(tcase, text_table, 0, SEN_COUNT(cells));
	tcase_add_test(tcase, words);
	suite_add_tcase(suite, tcase);
	return suite;
}
