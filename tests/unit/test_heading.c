/* Which column is what: aliases, a user's map, two columns for one field. */
#include "exchange/mis.h"
#include "unit/suites.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct sen_arena *arena;
static struct sen_err err;
static struct mis_columns columns;

static void setup(void)
{
	arena = sen_arena_new();
	sen_err_clear(&err);
}
static void teardown(void)
{
	sen_arena_free(arena);
}

static int try_cells(const struct mis_map *map, char *line)
{
	const char *cells[32];
	struct sen_csv_row row = {cells, 0, 1};
	for (char *cell; (cell = strsep(&line, ","));)
		cells[row.count++] = cell;
	return heading_try(arena, map, &row, &columns, &err);
}
#define TRY(map, text) try_cells(map, sen_strdup(arena, text))

START_TEST(compare)
{
	ck_assert(heading_same("D.O.B.", "dob"));
	ck_assert(heading_same(" SEN_Status", "sen status"));
	ck_assert(heading_same("UPN\xc2\xa0", "UPN"));
	ck_assert(!heading_same("SEN Need 1", "SEN Need"));
	ck_assert(heading_same("", "--"));
}
END_TEST

START_TEST(finds)
{
	ck_assert_int_eq(TRY(NULL, "Pupil list exported 20/11/2026,,"), 0);
	ck_assert_int_eq(TRY(NULL, ",,"), 0);
	ck_assert_int_eq(TRY(NULL, "L888303424393,O'Brien,Zoe,17/07/2020"), 0);
	ck_assert_int_eq(TRY(NULL, "UPN , Surname,FORENAME,D.O.B.,SEN  Stage,Notes"), 1);
	ck_assert_int_eq(columns.at[MIS_UPN], 0);
	ck_assert_int_eq(columns.at[MIS_SURNAME], 1);
	ck_assert_int_eq(columns.at[MIS_FORENAME], 2);
	ck_assert_int_eq(columns.at[MIS_DOB], 3);
	ck_assert_int_eq(columns.at[MIS_STATUS], 4);
	ck_assert_int_eq(columns.at[MIS_CLASS], -1);
	ck_assert_str_eq(columns.told[4], "SEN  Stage -> status");
	ck_assert_str_eq(columns.told[5], "Notes: not used");
}
END_TEST

/* Legal names win; the plain ones beside them are the preferred ones. */
START_TEST(senses)
{
	ck_assert_int_eq(TRY(NULL, "UPN,Surname,Legal Surname,Forename,Legal Forename,DOB"), 1);
	ck_assert_int_eq(columns.at[MIS_SURNAME], 2);
	ck_assert_int_eq(columns.at[MIS_PREF_SURNAME], 1);
	ck_assert_int_eq(columns.at[MIS_FORENAME], 4);
	ck_assert_int_eq(columns.at[MIS_PREF_FORENAME], 3);
}
END_TEST

START_TEST(ambiguous)
{
	ck_assert_int_eq(TRY(NULL, "UPN,Surname,Forename,DOB,SEN Status,SEN Stage"), SEN_INVALID);
	ck_assert_ptr_nonnull(strstr(err.msg, "'SEN Status'"));
	ck_assert_ptr_nonnull(strstr(err.msg, "'SEN Stage'"));
}
END_TEST

START_TEST(map_file)
{
	char path[] = "/tmp/sendctl-map-XXXXXX";
	struct mis_map *map = NULL;
	int fd = mkstemp(path);
	static const char text[] = "# ours\n[columns]\nstatus = SEN Stage\nfield_x = 3\n";
	static const char good[] = "\xef\xbb\xbf# ours\r\n[columns]\r\nStatus = SEN Stage\r\n"
				   "ignore=\"SEN Status\"\nclass = Set: A = B\n";
	ck_assert_int_eq(write(fd, text, sizeof(text) - 1), sizeof(text) - 1);
	ck_assert_int_eq(mis_map_file(arena, path, &map, &err), SEN_INVALID);
	ck_assert_ptr_nonnull(strstr(err.msg, "line 4"));
	ck_assert_int_eq(pwrite(fd, good, sizeof(good) - 1, 0), sizeof(good) - 1);
	ck_assert_int_eq(mis_map_file(arena, path, &map, &err), 0);
	ck_assert_int_eq(TRY(map, "UPN,Surname,Forename,DOB,SEN Status,SEN Stage,Set: A = B"), 1);
	ck_assert_int_eq(columns.at[MIS_STATUS], 5);
	ck_assert_int_eq(columns.at[MIS_CLASS], 6);
	ck_assert_int_eq(mis_map_file(arena, "/nowhere/map", &map, &err), SEN_NOTFOUND);
	close(fd);
	unlink(path);
}
END_TEST

/* Every vendor's own headings are that vendor's, without a clash. */
START_TEST(vendors)
{
	const struct mis_map *map = &mis_maps[_i];
	bool had[MIS_FIELDS] = {false};
	struct sen_buf line = {.arena = arena};
	for (size_t i = 0; i < map->count; i++) {
		if (had[map->aliases[i].field])
			continue;
		had[map->aliases[i].field] = true;
		sen_buf_addf(&line, "%s%s", line.len ? "," : "", map->aliases[i].heading);
	}
	ck_assert_msg(try_cells(NULL, line.text) == 1, "%s: %s", map->name, err.msg);
	for (int i = 0; i < MIS_FIELDS; i++)
		ck_assert_msg(!had[i] || columns.at[i] >= 0, "%s: no %s", map->name, mis_fields[i].name);
}
END_TEST

Suite *suite_heading(void)
{
	Suite *suite = suite_create("heading");
	TCase *tcase = tcase_create("heading");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, compare);
	tcase_add_test(tcase, finds);
	tcase_add_test(tcase, senses);
	tcase_add_test(tcase, ambiguous);
	tcase_add_test(tcase, map_file);
	tcase_add_loop_test(tcase, vendors, 0, 5);
	suite_add_tcase(suite, tcase);
	return suite;
}
