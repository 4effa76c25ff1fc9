/* A row in our words: what is a reject, what a doubt, what is no child, and
 * what a digest keeps. */
#include "exchange/mis.h"
#include "unit/suites.h"
#include <string.h>

static struct sen_arena *arena;
static struct mis_columns columns;
static struct mis_reader reader;
static struct mis_row out;
static char heading[] = "UPN,Surname,Forename,DOB,Year,Class,SEN Status,SEN Need,Rank,EAL,Leaving date";

static struct sen_csv_row split(const char *text)
{
	struct sen_csv_row row = {SEN_NEW(arena, const char *, 32), 0, 7};
	char *line = sen_strdup(arena, text);
	for (char *cell; (cell = strsep(&line, ","));)
		row.cells[row.count++] = cell;
	return row;
}

static void setup(void)
{
	struct sen_err err = {0};
	arena = sen_arena_new();
	struct sen_csv_row row = split(heading);
	ck_assert_int_eq(heading_try(arena, NULL, &row, &columns, &err), 1);
	reader = (struct mis_reader){.scratch = arena,
				     .columns = &columns,
				     .today = sen_date_iso("2026-11-22"),
				     .policy_digest = "p"};
}
static void teardown(void)
{
	sen_arena_free(arena);
}

static const struct mis_row *read_line(const char *text)
{
	struct sen_csv_row row = split(text);
	mis_row_read(&reader, &row, &out);
	mis_row_digest(&reader, &out);
	return &out;
}

static bool doubted(const char *kind, enum mis_field field)
{
	for (size_t i = 0; i < out.doubt_count; i++)
		if (!strcmp(out.doubts[i].kind, kind) && out.doubts[i].field == field)
			return true;
	return false;
}

START_TEST(good)
{
	const struct mis_row *r =
		read_line("l888303424393 ,O'Brien,Zo\xc3\xab,17/07/2020,Year 2,2B,K,ASD,1,Yes,");
	ck_assert_ptr_null(r->reject);
	ck_assert_int_eq(r->doubt_count, 0);
	ck_assert_str_eq(r->upn, "L888303424393");
	ck_assert_str_eq(r->text[MIS_SURNAME], "O'Brien");
	ck_assert_int_eq(r->dob, sen_date_iso("2020-07-17"));
	ck_assert_str_eq(r->year, "2");
	ck_assert_int_eq(r->status, MIS_S_K);
	ck_assert_int_eq(r->needs.count, 1);
	ck_assert_int_eq(r->flags[0], 1);
	ck_assert_int_eq(r->flags[1], -1);
	ck_assert_int_eq(r->left_on, SEN_NO_DATE);
}
END_TEST

static const struct {
	const char *line, *why;
} rejects[] = {
	{"L88830342439,O'Brien,Zoe,17/07/2020,2,2B,N,,,,", "a UPN has 13 characters"},
	{"A888303424393,O'Brien,Zoe,17/07/2020,2,2B,N,,,,", "check letter"},
	{"L888303424393,O'Brien,Zoe,31/02/2019,2,2B,N,,,,", "no such date"},
	{"L888303424393,O'Brien,Zoe,never,2,2B,N,,,,", "not a date"},
	{"L888303424393,,,17/07/2020,2,2B,N,,,,", "no name"},
	{",O'Brien,Zoe,,2,2B,N,,,,", "child cannot be told: no UPN and no date of birth"},
};
START_TEST(reject_table)
{
	const struct mis_row *r = read_line(rejects[_i].line);
	ck_assert_ptr_nonnull(r->reject);
	ck_assert_str_eq(r->reject, rejects[_i].why);
}
END_TEST

static const struct {
	const char *line, *kind;
	enum mis_field field;
} doubts[] = {
	{"B33020002500A,O'Brien,Zoe,17/07/2020,2,2B,N,,,,", "upn", MIS_UPN},
	{"L888303424393,O'Brien,Zoe,,2,2B,N,,,,", "date", MIS_DOB},
	{"L888303424393,O'Brien,Zoe,17/07/2027,2,2B,N,,,,", "date", MIS_DOB},
	{"L888303424393,O'Brien,Zoe,17/07/1987,2,2B,N,,,,", "date", MIS_DOB},
	{"L888303424393,O'Brien,,17/07/2020,2,2B,N,,,,", "name", MIS_FORENAME},
	{"L888303424393,O'Brien,Zoe,17/07/2020,Maple,2B,N,,,,", "year", MIS_YEAR},
	{"L888303424393,O'Brien,Zoe,17/07/2020,6,2B,N,,,,", "year", MIS_YEAR},
	{"L888303424393,O'Brien,Zoe,17/07/2020,2,2B,SA+,,,,", "status", MIS_STATUS},
	{"L888303424393,O'Brien,Zoe,17/07/2020,2,2B,S,,,,", "status", MIS_STATUS},
	{"L888303424393,O'Brien,Zoe,17/07/2020,2,2B,Stage C,,,,", "status", MIS_STATUS},
	{"L888303424393,O'Brien,Zoe,17/07/2020,2,2B,K,ADHD,,,", "need", MIS_NEED1},
	{"L888303424393,O'Brien,Zoe,17/07/2020,2,2B,K,BESD,,,", "need", MIS_NEED1},
	{"L888303424393,O'Brien,Zoe,17/07/2020,2,2B,K,ASD,one,,", "need", MIS_RANK},
	{"L888303424393,O'Brien,Zoe,17/07/2020,2,2B,N,,,perhaps,", "flag", MIS_EAL},
	{"L888303424393,O'Brien,Zoe,17/07/2020,2,2B,N,,,,31/02/2026", "date", MIS_LEFT},
	{"L888303424393,O'Brien,Zoe,17/07/2020,2,2B,N,,,,17/07/2019", "date", MIS_LEFT},
};
START_TEST(doubt_table)
{
	const struct mis_row *r = read_line(doubts[_i].line);
	ck_assert_ptr_null(r->reject);
	ck_assert(doubted(doubts[_i].kind, doubts[_i].field));
}
END_TEST

START_TEST(no_child)
{
	static const char *const none[] = {",,,,,,,,,,", "Total,412,,,,,,,,,",
					   "Number of pupils: 412,,,,,,,,,,",
					   "Printed 20/11/2026 by office,,,,,,,,,,"};
	static const char *const some[] = {"L888303424393,,,,,,,,,,", "L88830342439,O'Brien,,,,,,,,,",
					   ",O'Brien,Zoe,17/07/2020,,,,,,,"};
	for (size_t i = 0; i < SEN_COUNT(none); i++) {
		struct sen_csv_row row = split(none[i]);
		ck_assert_msg(mis_row_empty(&columns, &row), "%s", none[i]);
	}
	for (size_t i = 0; i < SEN_COUNT(some); i++) {
		struct sen_csv_row row = split(some[i]);
		ck_assert_msg(!mis_row_empty(&columns, &row), "%s", some[i]);
	}
}
END_TEST

START_TEST(keys)
{
	struct sen_csv_row a = split("l888303424393,O'Brien,Zoe,1,,,,,,,"),
			   b = split("L888303424393 ,Other,Name,2,,,,,,,"),
			   c = split(",O'Brien,Zoe,17/07/2020,,,,,,,"),
			   d = split(",O BRIEN,zoe,17/07/2020,,,,,,,");
	uint64_t x, y;
	ck_assert(mis_row_key(arena, &columns, &a, &x) && mis_row_key(arena, &columns, &b, &y) && x == y);
	ck_assert(mis_row_key(arena, &columns, &c, &x) && mis_row_key(arena, &columns, &d, &y) && x == y);
	a = split(",,,,,,,,,,");
	ck_assert(!mis_row_key(arena, &columns, &a, &x));
}
END_TEST

START_TEST(digests)
{
	static const char line[] = "L888303424393,O'Brien,Zoe,17/07/2020,Year 2,2B,K,ASD; SLCN,,Yes,";
	struct mis_base base;
	const char *one = read_line(line)->digest;
	ck_assert_str_eq(read_line(line)->digest, one);
	/* Other words for the same say nothing new. */
	ck_assert_str_eq(
		read_line("l888303424393,O'Brien,Zoe,2020-07-17,Y2,2B,SEN Support,autism/SLCN,,1,")->digest,
		one);
	ck_assert_str_ne(
		read_line("L888303424393,O'Brien,Zoe,18/07/2020,Year 2,2B,K,ASD; SLCN,,Yes,")->digest, one);
	mis_base_read(arena, one, &base);
	ck_assert(base.known);
	ck_assert_str_eq(base.year, "2");
	ck_assert_str_eq(base.class_name, "2B");
	ck_assert_str_eq(base.needs, "ASD,SLCN");
	ck_assert_int_eq(base.status, MIS_S_K);
	ck_assert_int_eq(base.flags[0], 1);
	ck_assert_int_eq(base.flags[1], -1);
	mis_base_read(arena, NULL, &base);
	ck_assert(!base.known);
	mis_base_read(arena, "0123456789abcdef01234567", &base);
	ck_assert(!base.known);
}
END_TEST

Suite *suite_mis(void)
{
	Suite *suite = suite_create("mis");
	TCase *tcase = tcase_create("mis");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, good);
	tcase_add_loop_test(tcase, reject_table, 0, SEN_COUNT(rejects));
	tcase_add_loop_test(tcase, doubt_table, 0, SEN_COUNT(doubts));
	tcase_add_test(tcase, no_child);
	tcase_add_test(tcase, keys);
	tcase_add_test(tcase, digests);
	suite_add_tcase(suite, tcase);
	return suite;
}
