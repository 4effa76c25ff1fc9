/* Tables: from queries and memory; --fields, --sort, --limit, --table. */
#include "unit/answered.h"

#include <string.h>

static const char tables[] =
	"CREATE TABLE p (id INTEGER PRIMARY KEY, name TEXT, day TEXT);"
	"CREATE TABLE n (id INTEGER PRIMARY KEY, p INTEGER, type TEXT);"
	"INSERT INTO p VALUES (1, 'Zo\xc3\xab', '2026-11-22'), (2, 'ali', NULL), (3, 'Zed 10', '2026-01-01'),"
	" (4, 'Zed 9', NULL);"
	"INSERT INTO n VALUES (7, 1, 'SLCN'), (8, 3, 'SEMH'), (9, 1, 'VI')";
static const struct sen_column columns[] = {
	{"id", "Id", SEN_C_ID, 0, "P", NULL, NULL},
	{"name", "Name", SEN_C_TEXT, 0, NULL, NULL, NULL},
	{"day", "Day", SEN_C_DATE, 0, NULL, NULL, NULL},
};
static const struct sen_column part_columns[] = {{"type", "Type", SEN_C_TEXT, 0, NULL, NULL, NULL}};
static const struct sen_query parts[] = {{.name = "needs",
					  .title = "Needs",
					  .sql = "SELECT type FROM n WHERE p = :parent ORDER BY id",
					  .columns = part_columns,
					  .count = 1}};
static struct sen_query query_with(const char *sql, size_t part_count)
{
	return (struct sen_query){.name = "pupil-list",
				  .version = 1,
				  .sql = sql,
				  .columns = columns,
				  .count = 3,
				  .parts = parts,
				  .part_count = part_count};
}

static const char *run(const char *sql, size_t part_count, struct sen_style style, int *rc)
{
	struct sen_query *query = SEN_NEW(answered_arena, struct sen_query, 1);
	struct sen_table *table;
	*query = query_with(sql, part_count);
	int opened = sen_table_query(answered_store(tables), query, NULL, 0, &table, &answered_err);
	ck_assert_msg(opened == 0, "%s", answered_err.msg);
	return answered(table, style, rc);
}
static const char all[] = "SELECT name, day, id FROM p ORDER BY id";

START_TEST(query_columns_by_name)
{
	struct sen_style style = answered_style(SEN_FORMAT_NDJSON);
	ck_assert_str_eq(
		run(all, 1, style, NULL),
		"{\"id\":\"P1\",\"name\":\"Zo\xc3\xab\",\"day\":\"2026-11-22\",\"needs\":[{\"type\":"
		"\"SLCN\"},{\"type\":\"VI\"}]}\n"
		"{\"id\":\"P2\",\"name\":\"ali\",\"day\":null,\"needs\":[]}\n"
		"{\"id\":\"P3\",\"name\":\"Zed 10\",\"day\":\"2026-01-01\",\"needs\":[{\"type\":\"SEMH\"}]}\n"
		"{\"id\":\"P4\",\"name\":\"Zed 9\",\"day\":null,\"needs\":[]}\n");
}
END_TEST

START_TEST(query_binds_by_itself)
{
	struct sen_style style = answered_style(SEN_FORMAT_CSV);
	ck_assert_str_eq(
		run("SELECT id, name, day FROM p WHERE day = :day AND :today = :day AND :school IS NULL"
		    " AND :other IS NULL",
		    0, style, NULL),
		"id,name,day\nP1,Zo\xc3\xab,2026-11-22\n");
}
END_TEST

START_TEST(query_slips)
{
	struct sen_query query = query_with("SELECT id, name FROM p", 0);
	struct sen_table *table;
	struct sen_store *store = answered_store(tables);
	ck_assert_int_eq(sen_table_query(store, &query, NULL, 0, &table, &answered_err), SEN_FAIL);
	ck_assert_ptr_nonnull(strstr(answered_err.msg, "'day'"));
	const struct sen_value value = {":class", "3B", SEN_NO_INT};
	query.sql = all;
	ck_assert_int_eq(sen_table_query(store, &query, &value, 1, &table, &answered_err), SEN_FAIL);
	ck_assert_ptr_nonnull(strstr(answered_err.msg, "':class'"));
}
END_TEST

START_TEST(sorted)
{
	static const struct {
		const char *sort, *ids;
	} cases[] = {
		{"name", "P2P4P3P1"}, {"-name", "P1P3P4P2"},   {"day", "P3P1P2P4"},
		{"-day", "P1P3P2P4"}, {"day,-id", "P3P1P4P2"}, {"-id", "P4P3P2P1"},
	};
	for (size_t i = 0; i < SEN_COUNT(cases); i++) {
		struct sen_style style = answered_style(SEN_FORMAT_CSV);
		char ids[32] = "";
		style.sort = cases[i].sort;
		style.fields = "id";
		const char *at = strchr(run(all, 1, style, NULL), '\n') + 1;
		for (; *at; at += strcspn(at, "\n") + 1)
			strncat(ids, at, strcspn(at, "\n"));
		ck_assert_msg(!strcmp(ids, cases[i].ids), "%s: %s", cases[i].sort, ids);
	}
}
END_TEST

START_TEST(sort_keeps_parts)
{
	struct sen_style style = answered_style(SEN_FORMAT_NDJSON);
	style.sort = "-id";
	style.limit = 2;
	style.fields = "needs,id";
	ck_assert_str_eq(run(all, 1, style, NULL),
			 "{\"id\":\"P4\",\"needs\":[]}\n{\"id\":\"P3\",\"needs\":[{\"type\":\"SEMH\"}]}\n");
}
END_TEST

START_TEST(part_as_table)
{
	struct sen_style style = answered_style(SEN_FORMAT_CSV);
	style.table = "needs";
	style.sort = "-type";
	const char *got = run(all, 1, style, NULL);
	ck_assert_str_eq(got, "pupil_id,type\nP1,VI\nP1,SLCN\nP3,SEMH\n");
}
END_TEST

START_TEST(unknown_words)
{
	struct sen_style style = answered_style(SEN_FORMAT_JSON);
	int rc;
	style.fields = "id,nmae";
	ck_assert_str_eq(run(all, 1, style, &rc), "");
	ck_assert_int_eq(rc, SEN_USAGE);
	ck_assert_ptr_nonnull(strstr(answered_err.msg, "'nmae'"));
	ck_assert_str_eq(answered_err.hint, "Did you mean 'name'? There are: id, name, day, needs.");
	style.fields = NULL;
	style.sort = "x";
	ck_assert_str_eq(run(all, 1, style, &rc), "");
	ck_assert_int_eq(rc, SEN_USAGE);
	style.sort = NULL;
	style.table = "need";
	ck_assert_str_eq(run(all, 1, style, &rc), "");
	ck_assert_int_eq(rc, SEN_USAGE);
	ck_assert_str_eq(answered_err.hint, "Did you mean 'needs'? There are: pupil-list, needs.");
}
END_TEST

START_TEST(memory_rows_and_limit)
{
	struct sen_style style = answered_style(SEN_FORMAT_CSV);
	int64_t rows = 0;
	style.fields = "name,id";
	style.limit = 2;
	style.rows_out = &rows;
	ck_assert_str_eq(answered(answered_children(), style, NULL),
			 "name,id\nZo\xc3\xab O'Brien,P12\nAli Khan,P9\n");
	ck_assert_int_eq(rows, 2);
}
END_TEST

static int fails_later(struct sen_table *table, struct sen_err *err)
{
	int *left = table->source;
	return (*left)-- > 0 ? 1 : sen_fail(err, SEN_FAIL, "the disk failed");
}

START_TEST(errors_before_and_after_the_first_row)
{
	static const enum sen_format formats[] = {SEN_FORMAT_JSON, SEN_FORMAT_NDJSON, SEN_FORMAT_CSV,
						  SEN_FORMAT_HTML, SEN_FORMAT_TEXT};
	for (size_t i = 0; i < SEN_COUNT(formats); i++) {
		for (int rows = 0; rows < 2; rows++) {
			int left = rows, rc;
			struct sen_cell cells[3] = {
				{.number = 1}, {.number = SEN_NO_INT}, {.number = SEN_NO_INT}};
			struct sen_table table = {.name = "x",
						  .columns = columns,
						  .count = 3,
						  .cells = cells,
						  .next = fails_later,
						  .source = &left};
			const char *text = answered(&table, answered_style(formats[i]), &rc);
			ck_assert_int_eq(rc, SEN_FAIL);
			if (rows == 0)
				ck_assert_str_eq(text, "");
			ck_assert_ptr_null(strstr(text, "]}\n"));
		}
	}
}
END_TEST

Suite *suite_table(void)
{
	Suite *suite = suite_create("table");
	TCase *tests = tcase_create("table");
	tcase_add_checked_fixture(tests, answered_setup, answered_teardown);
	tcase_add_test(tests, query_columns_by_name);
	tcase_add_test(tests, query_binds_by_itself);
	tcase_add_test(tests, query_slips);
	tcase_add_test(tests, sorted);
	tcase_add_test(tests, sort_keeps_parts);
	tcase_add_test(tests, part_as_table);
	tcase_add_test(tests, unknown_words);
	tcase_add_test(tests, memory_rows_and_limit);
	tcase_add_test(tests, errors_before_and_after_the_first_row);
	suite_add_tcase(suite, tests);
	return suite;
}
