/* The door: settings, binding, errors. */
#include "store/schema.h"
#include "unit/records.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct db *db;

static void setup(void)
{
	records_setup();
	ok(db_open(&db, records_path, DB_WRITE, &records_err));
}

static void teardown(void)
{
	db_close(db);
	records_teardown();
}

START_TEST(settings)
{
	static const struct {
		const char *sql;
		int64_t wanted;
	} rows[] = {
		{"PRAGMA foreign_keys", 1},	    {"PRAGMA trusted_schema", 0},
		{"PRAGMA cell_size_check", 1},	    {"PRAGMA secure_delete", 1},
		{"PRAGMA synchronous", 2},	    {"PRAGMA busy_timeout", 30000},
		{"PRAGMA temp_store", 2},	    {"PRAGMA application_id", 0x53454e44},

		{"SELECT count(*) FROM school", 1}, {"SELECT 1 FROM school WHERE id = 9", -1},
	};
	size_t i;

	for (i = 0; i < SEN_COUNT(rows); i++) {
		int64_t got;

		ok(db_int(db, rows[i].sql, -1, &got, &records_err));
		ck_assert_msg(got == rows[i].wanted, "%s: %lld", rows[i].sql, (long long)got);
	}
	ck_assert_str_eq(records_ask("PRAGMA user_version"),
			 sen_format(records_arena, "%d", migration_count));
	ck_assert_str_eq(records_ask("PRAGMA journal_mode"), "wal");
	fails(db_exec(db, "SELECT \"no such column\"", &records_err), SEN_FAIL, "no such column");
	fails(db_exec(db, "ATTACH ':memory:' AS other", &records_err), SEN_FAIL, "attached");
}
END_TEST

START_TEST(values)
{
	DB_STMT *stmt = NULL;
	size_t len;
	const char *text = "Zo\xc3\xab";

	ok(db_prepare(
		db,
		"SELECT :text AS a, :none AS b, :number AS c, :no AS d, :day AS e, :never AS f, :bytes AS g",
		&stmt, &records_err));
	ck_assert(db_has_param(stmt, ":day"));
	ck_assert(!db_has_param(stmt, ":days"));
	ck_assert_int_eq(db_param_count(stmt), 7);
	ck_assert_str_eq(db_param_name(stmt, 2), ":none");
	db_bind(stmt, ":text", text);
	db_bind(stmt, ":none", (const char *)NULL);
	db_bind(stmt, ":number", (int64_t)9007199254740993);
	db_bind(stmt, ":no", (int64_t)SEN_NO_INT);
	db_bind(stmt, ":day", sen_date_iso("2026-11-30"));
	db_bind(stmt, ":never", SEN_NO_DATE);
	db_bind_blob(stmt, ":bytes", "a\0b", 3);
	ck_assert_int_eq(db_step(stmt, &records_err), 1);
	ck_assert_str_eq(db_col_text(stmt, 0, &len), text);
	ck_assert_uint_eq(len, 4);
	ck_assert_ptr_null(db_col_text(stmt, 1, &len));
	ck_assert(db_col_null(stmt, 1));
	ck_assert_int_eq(db_col_int(stmt, 2), 9007199254740993);
	ck_assert(db_col_int(stmt, 3) == SEN_NO_INT);
	ck_assert_str_eq(db_col_text(stmt, 4, NULL), "2026-11-30");
	ck_assert_int_eq(db_col_date(stmt, 4), sen_date_iso("2026-11-30"));
	ck_assert_int_eq(db_col_date(stmt, 5), SEN_NO_DATE);
	ck_assert_mem_eq(db_col_blob(stmt, 6, &len), "a\0b", 3);
	ck_assert_uint_eq(len, 3);
	ck_assert_int_eq(db_col_find(stmt, "g"), 6);
	ck_assert_int_eq(db_col_find(stmt, "x"), -1);
	ck_assert_int_eq(db_step(stmt, &records_err), 0);
}
END_TEST

START_TEST(cached_statements)
{
	static const char one[] = "SELECT :a", two[] = "SELECT :b";
	struct db_stmt *a, *b, *again;

	ok(db_cached(db, one, &a, &records_err));
	ok(db_cached(db, two, &b, &records_err));
	ck_assert_ptr_ne(a, b);
	db_bind_int(a, ":a", 7);
	ck_assert_int_eq(db_step(a, &records_err), 1);
	ck_assert(db_active(a));
	ok(db_cached(db, one, &again, &records_err));
	ck_assert_ptr_eq(a, again);
	ck_assert(!db_active(a));
	ck_assert_int_eq(db_step(a, &records_err), 1);
	ck_assert(db_col_null(a, 0)); /* it forgot what was bound */
	db_finalize(a);
	ok(db_cached(db, one, &again, &records_err));
	ck_assert_ptr_eq(a, again);
}
END_TEST

START_TEST(errors)
{
	static const struct {
		const char *sql;
		int code;
		const char *word;
	} rows[] = {
		{"INSERT INTO setting VALUES ('a', 'secret'), ('a', 'secret')", SEN_CONFLICT, "setting.name"},
		{"INSERT INTO search_word VALUES ('secret', 99)", SEN_INVALID, "not there"},
		{"INSERT INTO setting VALUES ('secret', NULL)", SEN_INVALID, "setting.value is missing"},
		{"INSERT INTO counter VALUES ('k', 'secret')", SEN_INVALID, "counter.next"},
		{"INSERT INTO term VALUES (99, 'u', 1, 1, NULL, 'k', 'secret', '2026-09-01', '2026-12-01', "
		 "7)",
		 SEN_INVALID, "assumed"},
		{"SELECT * FROM absent", SEN_FAIL, "no such table"},
	};
	size_t i;

	for (i = 0; i < SEN_COUNT(rows); i++) {
		fails(db_exec(db, rows[i].sql, &records_err), rows[i].code, rows[i].word);
		ck_assert_msg(!strstr(records_err.msg, "secret"), "%s", records_err.msg);
	}
}
END_TEST

START_TEST(a_reader_may_not_write)
{
	struct db *reader;

	ok(db_open(&reader, records_path, DB_READ, &records_err));
	fails(db_exec(reader, "DELETE FROM setting", &records_err), SEN_FILE, "cannot be written");
	db_close(reader);
}
END_TEST

START_TEST(copies)
{
	char to[128];
	int fd;
	bool read_only;

	snprintf(to, sizeof(to), "%s/copy.db", records_folder);
	fd = file_create(to, &records_err);
	ck_assert_int_ge(fd, 0);
	close(fd);
	ok(db_copy(db, to, &records_err));
	ok(file_check(to, false, &read_only, &records_err));
	snprintf(records_path, sizeof(records_path), "%s/copy.db", records_folder);
	ck_assert_str_eq(records_ask("SELECT name FROM school"), "Elm Park Primary");
}
END_TEST

START_TEST(joins)
{
	const char *const parts[] = {"SELECT ", "1", NULL}, *const none[] = {NULL};

	ck_assert_str_eq(db_join(records_arena, parts), "SELECT 1");
	ck_assert_str_eq(db_join(records_arena, none), "");
}
END_TEST

Suite *suite_db(void)
{
	Suite *suite = suite_create("db");
	TCase *tc = tcase_create("db");

	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, settings);
	tcase_add_test(tc, values);
	tcase_add_test(tc, cached_statements);
	tcase_add_test(tc, errors);
	tcase_add_test(tc, a_reader_may_not_write);
	tcase_add_test(tc, copies);
	tcase_add_test(tc, joins);
	suite_add_tcase(suite, tc);
	return suite;
}
