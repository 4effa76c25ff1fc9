/* `db export`: the whole file as NDJSON, a line a row, in a fixed order, so
 * that the same records give the same bytes. Streams. */
#include "store/care.h"

#include <errno.h>
#include <sen/json.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

static int write_line(FILE *out, const struct sen_buf *line, struct sen_err *err)
{
	if (fwrite(line->text, 1, line->len, out) == line->len)
		return 0;
	return sen_fail(err, SEN_FAIL, "the export could not be written: %s", strerror(errno));
}

/* The first line: what it is, of which version, and how much of what follows. */
static int write_header(struct sen_store *store, const struct care_table *tables, size_t count, FILE *out,
			struct sen_err *err)
{
	struct sen_buf line = {.arena = store->arena};
	sen_buf_addf(&line, "{\"format\":\"" CARE_FORMAT "\",\"version\":%d,\"tables\":{", *upgrade_count);
	for (size_t i = 0; i < count; i++)
		sen_buf_addf(&line, "%s\"%s\":%lld", i ? "," : "", tables[i].name, (long long)tables[i].rows);
	sen_buf_add(&line, "}}\n");
	return write_line(out, &line, err);
}

static void add_blob(struct sen_buf *line, const void *bytes, size_t len)
{
	size_t room = sodium_base64_ENCODED_LEN(len, sodium_base64_VARIANT_ORIGINAL);
	char *text = sen_alloc(line->arena, room);
	sodium_bin2base64(text, room, bytes, len, sodium_base64_VARIANT_ORIGINAL);
	sen_buf_add(line, "\"");
	sen_buf_add(line, text);
	sen_buf_add(line, "\"");
}

static void add_value(struct sen_buf *line, const struct care_column *column, struct db_stmt *stmt, int i)
{
	size_t len = 0;
	if (db_col_null(stmt, i)) {
		sen_buf_add(line, "null");
	} else if (column->number) {
		sen_buf_addf(line, "%lld", (long long)db_col_int(stmt, i));
	} else if (column->blob) {
		const void *bytes = db_col_blob(stmt, i, &len);
		add_blob(line, bytes ? bytes : "", len);
	} else {
		sen_json_quote(line, db_col_text(stmt, i, NULL));
	}
}

static void add_row(struct sen_buf *line, const struct care_table *table, struct db_stmt *stmt)
{
	sen_buf_addf(line, "{\"table\":\"%s\",\"row\":{", table->name);
	for (size_t i = 0; i < table->count; i++) {
		sen_buf_addf(line, "%s\"%s\":", i ? "," : "", table->columns[i].name);
		add_value(line, &table->columns[i], stmt, (int)i);
	}
	sen_buf_add(line, "}}\n");
}

static const char *select_rows(struct sen_arena *arena, const struct care_table *table)
{
	const char **parts = SEN_NEW(arena, const char *, table->count * 6 + 8);
	size_t used = 0, keys = 0;
	parts[used++] = "SELECT ";
	for (size_t i = 0; i < table->count; i++) {
		parts[used++] = i ? ", \"" : "\"";
		parts[used++] = table->columns[i].name;
		parts[used++] = "\"";
	}
	parts[used++] = " FROM \"";
	parts[used++] = table->name;
	parts[used++] = "\"";
	for (size_t i = 0; i < table->count; i++) {
		if (!table->columns[i].key)
			continue;
		parts[used++] = keys++ ? ", \"" : " ORDER BY \"";
		parts[used++] = table->columns[i].name;
		parts[used++] = "\"";
	}
	return db_join(arena, parts);
}

static int write_table(struct sen_store *store, const struct care_table *table, FILE *out,
		       struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	int rc = db_prepare(store->db, select_rows(store->arena, table), &stmt, err);
	if (rc < 0)
		return rc;
	while ((rc = db_step(stmt, err)) > 0) {
		struct sen_mark mark = sen_arena_mark(store->arena);
		struct sen_buf line = {.arena = store->arena};
		add_row(&line, table, stmt);
		rc = write_line(out, &line, err);
		sen_arena_release(store->arena, mark);
		if (rc < 0)
			return rc;
	}
	return rc;
}

int sen_db_export(struct sen_store *store, FILE *out, struct sen_err *err)
{
	struct care_table *tables;
	size_t count;
	int rc = care_tables(store, &tables, &count, err);
	if (rc == 0)
		rc = write_header(store, tables, count, out, err);
	for (size_t i = 0; rc == 0 && i < count; i++)
		rc = write_table(store, &tables[i], out, err);
	return rc;
}
