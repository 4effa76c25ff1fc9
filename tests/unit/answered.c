/* A small table of children, printed into a text (see answered.h). */
#include "unit/answered.h"

#include <stdio.h>
#include <stdlib.h>

struct sen_arena *answered_arena;
struct sen_err answered_err;
static struct sen_store *store;

const struct sen_column answered_columns[ANSWERED_COLUMNS] = {
	{"id", "Id", SEN_C_ID, 0, "P", NULL, "the child"},
	{"name", "Name", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, NULL},
	{"upn", "UPN", SEN_C_TEXT, SEN_COL_UPN, NULL, NULL, NULL},
	{"born", "Born", SEN_C_DATE, 0, NULL, NULL, NULL},
	{"on_register", "On register", SEN_C_BOOL, 0, NULL, NULL, NULL},
	{"cost", "Cost", SEN_C_PENCE, SEN_COL_QUIET, NULL, NULL, NULL},
	{"minutes", "Time", SEN_C_MINUTES, SEN_COL_QUIET, NULL, NULL, NULL},
	{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, NULL},
	{"who", "Teacher", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, NULL},
	{"days", "Days", SEN_C_INT, SEN_COL_ALERT, NULL, NULL, NULL},
};
static const struct sen_column need_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "N", NULL, NULL},
	{"type", "Type", SEN_C_TEXT, 0, NULL, NULL, NULL},
};

void answered_setup(void)
{
	answered_arena = sen_arena_new();
	answered_err = (struct sen_err){0};
	store = NULL;
}

void answered_teardown(void)
{
	if (store)
		db_close(store->db);
	sen_arena_free(answered_arena);
}

static void add_need(struct sen_table *part, int64_t id, const char *type)
{
	struct sen_cell *cells = sen_table_add(part);
	sen_cell_int(&cells[0], id);
	sen_cell_text(&cells[1], type);
}

struct sen_table *answered_children(void)
{
	struct sen_table *table =
		sen_table_new(answered_arena, "pupil-list", "Pupils", 1, answered_columns, ANSWERED_COLUMNS);
	struct sen_cell *cells = sen_table_add(table);
	sen_cell_int(&cells[0], 12);
	sen_cell_text(&cells[1], "Zo\xc3\xab O'Brien");
	sen_cell_text(&cells[2], "A801200001001");
	sen_cell_date(answered_arena, &cells[3], sen_date_iso("2018-02-03"));
	sen_cell_int(&cells[4], 1);
	sen_cell_int(&cells[5], 123456);
	sen_cell_int(&cells[6], 90);
	sen_cell_text(&cells[7], "=1+1 says \"hi\",\nand <b>more</b>");
	sen_cell_text(&cells[8], "Ms Hall");
	sen_cell_int(&cells[9], -3);
	cells = sen_table_add(table);
	sen_cell_int(&cells[0], 9);
	sen_cell_text(&cells[1], "Ali Khan");
	sen_cell_date(answered_arena, &cells[3], sen_date_iso("2017-11-30"));
	sen_cell_int(&cells[4], 0);
	sen_cell_int(&cells[9], 4);
	struct sen_table *part = sen_table_new(answered_arena, "needs", "Needs", 1, need_columns, 2);
	add_need(part, 1, "SLCN");
	add_need(part, 2, "SEMH");
	sen_table_add_part(table, part);
	sen_cell_int(&sen_table_add(table)[0], 100);
	return table;
}

struct sen_style answered_style(enum sen_format format)
{
	return (struct sen_style){.format = format,
				  .limit = SEN_NO_INT,
				  .today = sen_date_iso("2026-11-22"),
				  .as_at = SEN_NO_DATE,
				  .school = "330/2034"};
}

const char *answered(struct sen_table *table, struct sen_style style, int *rc)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);
	int done = sen_answer(answered_arena, table, &style, out, &answered_err);
	fclose(out);
	const char *kept = sen_strndup(answered_arena, text, len);
	free(text);
	if (rc)
		*rc = done;
	else
		ck_assert_msg(done == 0, "%s", answered_err.msg);
	return kept;
}

struct sen_store *answered_store(const char *sql)
{
	if (store) /* one test may ask for several, one after the other */
		db_close(store->db);
	store = SEN_NEW(answered_arena, struct sen_store, 1);
	store->arena = answered_arena;
	store->context.today = sen_date_iso("2026-11-22");
	store->context.as_at = SEN_NO_DATE;
	ck_assert_int_eq(db_open(&store->db, ":memory:", DB_WRITE, &answered_err), 0);
	ck_assert_msg(db_exec(store->db, sql, &answered_err) == 0, "%s", answered_err.msg);
	return store;
}
