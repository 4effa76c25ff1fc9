/* Every declared answer goes by an index: a scan of a big table needs a
 * reason here. */
#include "unit/records.h"

#include "answer/answer.h"

#include <nouns.h>
#include <sen/owed.h>
#include <sen/pupil.h>
#include <sen/report.h>

#include <string.h>

/* Where a whole table is read on purpose. */
static const struct {
	const char *query, *step, *why;
} allowed[] = {
	{"report-register", "SCAN r", "the register is the list of its entries: SEN children, not all"},
	{"report-transfer", "SCAN r", "as the register"},
	{"report-transfer", "SCAN h", "as the register: EHC cases are few, and all are looked at"},
	{"children", "SCAN k", "of one adult: the rows are gathered first"},
	{"children", "SCAN s", "as in the table itself"},
	{"children", "SCAN d", "responsibilities are few, and all are wanted"},
	{"report-caseload", "SCAN s", "the adults of a school are few"},
	{"report-given", "SCAN g", "what was given to the staff is little, and all of it is wanted"},
	{"report-given", "SCAN a", "as above, to see whether the register was ever given"},
	{"report-given", "SCAN b", "as above"},
	{"report-given", "SCAN t", "the adults of a school are few"},
	{"report-caseload", "SCAN d", "responsibilities are few, and all are wanted"},
	{"pupil-show probe", "SCAN staff", "the first is enough"},
	{"targets", "SCAN l", "the child's targets through their versions: gathered first"},
	{"adults", "SCAN d", "those for a class, of the few there are"},
	{"adults", "SCAN t", "the adults of a school are few"},
};

static bool is_allowed(const char *query, const char *step)
{
	for (size_t i = 0; i < SEN_COUNT(allowed); i++)
		if (strcmp(allowed[i].query, query) == 0 && strcmp(allowed[i].step, step) == 0)
			return true;
	return false;
}

/* A full scan of a real table: "SCAN r", not "SCAN r USING INDEX" and not a
 * subquery or a constant row. */
static bool is_scan(const char *step)
{
	return strncmp(step, "SCAN ", 5) == 0 && !strstr(step, " USING ") && !strstr(step, "CONSTANT") &&
	       !strstr(step, "SUBQUERY") && strncmp(step, "SCAN (", 6) != 0 && strcmp(step, "SCAN v") != 0 &&
	       strcmp(step, "SCAN u") != 0 && strcmp(step, "SCAN x") != 0 && strcmp(step, "SCAN k") != 0;
}

static void check_plan(struct sen_store *store, const struct sen_query *query)
{
	const char *const parts[] = {"EXPLAIN QUERY PLAN ", query->sql, NULL};
	DB_STMT *stmt = NULL;

	ok(db_prepare(store->db, db_join(records_arena, parts), &stmt, &records_err));
	while (db_step(stmt, &records_err) == 1) {
		const char *step = db_col_text(stmt, 3, NULL);

		ck_assert_msg(!is_scan(step) || is_allowed(query->name, step), "%s: %s", query->name, step);
	}
	for (size_t i = 0; i < query->part_count; i++)
		check_plan(store, &query->parts[i]);
}

/* Every report that is one SELECT, by its command row; the chronology is joined. */
enum { REPORTS = 64 };
static size_t reports(struct sen_store *store, const struct sen_query **out)
{
	size_t count = 0;

	ok(sen_report_chronology(store, true, &out[count++], &records_err));
	for (size_t i = 0; i < report_noun.count && count < REPORTS; i++)
		if (report_noun.verbs[i]->answer && report_noun.verbs[i]->answer->sql)
			out[count++] = report_noun.verbs[i]->answer;
	ck_assert_uint_ge(count, 4);
	return count;
}

START_TEST(test_plans)
{
	struct sen_store *store = records_open(SEN_READ);
	const struct sen_query *queries[REPORTS];
	size_t count = reports(store, queries);
	struct sen_query cases;

	for (size_t i = 0; i < count; i++)
		check_plan(store, queries[i]);
	/* Its page is counted; the cases are a SELECT. */
	cases = sen_report_ehcp_read(records_arena);
	check_plan(store, &cases);
	sen_store_close(store);
}
END_TEST

/* The child's page asks once which of its parts have rows, by indexes alone, and
 * every part that can be asked about is. */
START_TEST(test_page_parts)
{
	struct sen_store *store = records_open(SEN_READ);
	struct sen_query asked = {.name = "pupil-show probe"};

	check_plan(store, &sen_pupil_show_query);
	asked.sql = query_probe(records_arena, &sen_pupil_show_query);
	check_plan(store, &asked);
	for (size_t i = 0; i < sen_pupil_show_query.part_count; i++) {
		const struct sen_query *part = &sen_pupil_show_query.parts[i];

		ck_assert_msg(part->rows_in, "the part '%s' names no table: see IN() in pupil_parts.c",
			      part->name);
	}
	sen_store_close(store);
}
END_TEST

/* The range of dates and the order come from the partial index, so a hundred
 * overdue among a hundred thousand cost a hundred. */
static void check_range(struct sen_store *store)
{
	const char *const parts[] = {"EXPLAIN QUERY PLAN ", sen_report_overdue.sql, NULL};
	DB_STMT *stmt = NULL;
	bool range = false;

	ok(db_prepare(store->db, db_join(records_arena, parts), &stmt, &records_err));
	while (db_step(stmt, &records_err) == 1) {
		const char *step = db_col_text(stmt, 3, NULL);

		range = range || strstr(step, "SEARCH d USING INDEX deadline_due (due_on>? AND due_on<?)");
		ck_assert_msg(!strstr(step, "TEMP B-TREE"), "%s", step);
	}
	ck_assert(range);
}

START_TEST(test_overdue_by_index)
{
	struct sen_store *store = records_open(SEN_READ);

	check_range(store);
	sen_store_close(store);
}
END_TEST

/* Every SELECT names each of its declared columns. */
START_TEST(test_columns)
{
	struct sen_store *store = records_open(SEN_READ);
	const struct sen_query *queries[REPORTS];
	size_t count = reports(store, queries);

	for (size_t i = 0; i < count; i++) {
		DB_STMT *stmt = NULL;

		ok(db_prepare(store->db, queries[i]->sql, &stmt, &records_err));
		for (size_t k = 0; k < queries[i]->count; k++)
			ck_assert_msg(db_col_find(stmt, queries[i]->columns[k].name) >= 0, "%s lacks %s",
				      queries[i]->name, queries[i]->columns[k].name);
	}
	sen_store_close(store);
}
END_TEST

/* The chronology misses nothing: a kind of record about a child that has a date
 * says its events (R12); a doubt of an import tells of the file, not of the child. */
START_TEST(test_events_of_every_kind)
{
	for (size_t i = 0; i < sen_record_count; i++) {
		const struct sen_record *kind = sen_records[i];
		bool dated = false;

		if (kind == &sen_mis_finding_record)
			continue;
		for (size_t k = 0; k < kind->count; k++)
			dated = dated || kind->fields[k].kind == SEN_K_DATE;
		ck_assert_msg(!(kind->flags & SEN_R_PUPIL) || !dated || kind->events, "%s has no events",
			      kind->noun);
	}
}
END_TEST

Suite *suite_plans(void)
{
	Suite *suite = suite_create("plans");
	TCase *tc = tcase_create("explain");

	tcase_add_checked_fixture(tc, records_setup, records_teardown);
	tcase_add_test(tc, test_plans);
	tcase_add_test(tc, test_page_parts);
	tcase_add_test(tc, test_overdue_by_index);
	tcase_add_test(tc, test_columns);
	tcase_add_test(tc, test_events_of_every_kind);
	suite_add_tcase(suite, tc);
	return suite;
}
