/* `db import`: an export back into a new file, in one transaction; columns are
 * found by name, references and the audit chain checked at the end. */
#include "store/care.h"

#include <errno.h>
#include <sen/json.h>
#include <sen/text.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct load {
	struct sen_store *store;
	FILE *in;
	const char *from;
	int64_t line;
	struct care_table *tables;
	size_t count;
	int64_t *expected, *done;
	size_t current; /* the table whose INSERT is prepared; count: none */
	struct db_stmt *stmt;
};

static int bad(struct load *load, struct sen_err *err, const char *what)
{
	return sen_fail(err, SEN_INVALID, "%s:%lld: %s", load->from, (long long)load->line, what);
}

static int parse_line(struct load *load, const char *text, size_t len, const struct sen_json **out,
		      struct sen_err *err)
{
	int rc = sen_json_parse(load->store->arena, text, len, out, err);
	if (rc < 0 && load->line == 1)
		return bad(load, err, "this is no export of a records file");
	if (rc < 0)
		return sen_wrap(err, "%s:%lld", load->from, (long long)load->line);
	return sen_json_kind(*out) == SEN_JSON_OBJECT ? 0 : bad(load, err, "not an object");
}

static size_t find_table(const struct load *load, const char *name)
{
	for (size_t i = 0; name && i < load->count; i++) {
		if (!strcmp(load->tables[i].name, name))
			return i;
	}
	return load->count;
}

static int read_header(struct load *load, const struct sen_json *line, struct sen_err *err)
{
	const char *format = sen_json_text(sen_json_get(line, "format"));
	const struct sen_json *tables = sen_json_get(line, "tables");
	int64_t version = 0;
	if (!format || strcmp(format, CARE_FORMAT) != 0 || sen_json_kind(tables) != SEN_JSON_OBJECT)
		return bad(load, err, "this is no export of a records file");
	if (!sen_json_int(sen_json_get(line, "version"), &version) || version != *upgrade_count) {
		int rc = sen_fail(err, SEN_FILE, "the export is of version %lld, this sendctl makes %d",
				  (long long)version, *upgrade_count);
		sen_hint(err, "Import it with the sendctl that made it, then run 'sendctl db upgrade'.");
		return rc;
	}
	for (size_t i = 0; i < sen_json_count(tables); i++) {
		const struct sen_json *rows = sen_json_at(tables, i);
		size_t at = find_table(load, sen_json_key(rows));
		if (at == load->count || !sen_json_int(rows, &load->expected[at]))
			return bad(load, err, "it names a table that is not known");
	}
	return 0;
}

static const char *insert_into(struct sen_arena *arena, const struct care_table *table)
{
	const char **parts = SEN_NEW(arena, const char *, table->count * 6 + 8);
	size_t used = 0;
	parts[used++] = "INSERT INTO \"";
	parts[used++] = table->name;
	for (size_t i = 0; i < table->count; i++) {
		parts[used++] = i ? "\", \"" : "\" (\"";
		parts[used++] = table->columns[i].name;
	}
	for (size_t i = 0; i < table->count; i++) {
		parts[used++] = i ? ", :" : "\") VALUES (:";
		parts[used++] = table->columns[i].name;
	}
	parts[used++] = ")";
	return db_join(arena, parts);
}

/* Rows of a table come together, so its INSERT is prepared once. */
static int prepare(struct load *load, size_t at, struct sen_err *err)
{
	if (at == load->current)
		return 0;
	db_finalize_p(&load->stmt);
	load->current = load->count;
	int rc = db_prepare(load->store->db, insert_into(load->store->arena, &load->tables[at]), &load->stmt,
			    err);
	if (rc == 0)
		load->current = at;
	return rc;
}

static int bind_blob(struct load *load, int index, const char *text, struct sen_err *err)
{
	size_t room = strlen(text) / 4 * 3 + 3, len = 0;
	unsigned char *bytes = sen_alloc(load->store->arena, room);
	if (sodium_base642bin(bytes, room, text, strlen(text), NULL, &len, NULL,
			      sodium_base64_VARIANT_ORIGINAL) != 0)
		return bad(load, err, "a value is not base64");
	db_bind_blob_at(load->stmt, index, bytes, len);
	return 0;
}

static int bind_value(struct load *load, const struct care_column *column, int index,
		      const struct sen_json *value, struct sen_err *err)
{
	int64_t number;
	enum sen_json_kind kind = sen_json_kind(value);
	if (!value)
		return bad(load, err, "a column is missing");
	if (kind == SEN_JSON_NULL)
		db_bind_text_at(load->stmt, index, NULL);
	else if (column->number && sen_json_int(value, &number))
		db_bind_int_at(load->stmt, index, number);
	else if (column->number || kind != SEN_JSON_TEXT)
		return bad(load, err, "a value is of the wrong kind");
	else if (column->blob)
		return bind_blob(load, index, sen_json_text(value), err);
	else
		db_bind_text_at(load->stmt, index, sen_json_text(value));
	return 0;
}

static int load_row(struct load *load, const struct sen_json *line, struct sen_err *err)
{
	size_t at = find_table(load, sen_json_text(sen_json_get(line, "table")));
	const struct sen_json *row = sen_json_get(line, "row");
	if (at == load->count)
		return bad(load, err, "it names a table that is not known");
	const struct care_table *table = &load->tables[at];
	if (sen_json_count(row) != table->count)
		return bad(load, err, "the row has other columns than the table");
	int rc = prepare(load, at, err);
	for (size_t i = 0; rc == 0 && i < table->count; i++)
		rc = bind_value(load, &table->columns[i], (int)i + 1,
				sen_json_get(row, table->columns[i].name), err);
	if (rc == 0 && (rc = db_run(load->stmt, err)) < 0)
		sen_wrap(err, "%s:%lld", load->from, (long long)load->line);
	load->done[at]++;
	return rc;
}

static int load_line(struct load *load, const char *text, size_t len, struct sen_err *err)
{
	const struct sen_json *line;
	int rc = parse_line(load, text, len, &line, err);
	if (rc < 0)
		return rc;
	return load->line == 1 ? read_header(load, line, err) : load_row(load, line, err);
}

static int load_lines(struct load *load, struct sen_err *err)
{
	char *text = NULL;
	size_t room = 0;
	ssize_t len;
	int rc = 0;
	while (rc == 0 && (len = getline(&text, &room, load->in)) > 0) {
		load->line++;
		struct sen_mark mark = sen_arena_mark(load->store->arena);
		if (text[len - 1] == '\n')
			len--;
		rc = load_line(load, text, (size_t)len, err);
		sen_arena_release(load->store->arena, mark);
	}
	free(text);
	if (rc == 0 && ferror(load->in))
		rc = sen_fail(err, SEN_FAIL, "cannot read '%s': %s", load->from, strerror(errno));
	if (rc == 0 && load->line == 0)
		rc = sen_fail(err, SEN_INVALID, "'%s' is empty", load->from);
	db_finalize_p(&load->stmt);
	return rc;
}

static int check_counts(struct load *load, struct sen_err *err)
{
	for (size_t i = 0; i < load->count; i++) {
		if (load->expected[i] != load->done[i])
			return sen_fail(err, SEN_INVALID,
					"'%s' holds %lld rows of '%s', its first line says %lld", load->from,
					(long long)load->done[i], load->tables[i].name,
					(long long)load->expected[i]);
	}
	return 0;
}

static int check_whole(struct load *load, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	struct sen_audit_report report;
	int rc = check_counts(load, err);
	if (rc == 0)
		rc = db_prepare(load->store->db, "PRAGMA foreign_key_check", &stmt, err);
	if (rc == 0 && (rc = db_step(stmt, err)) > 0)
		return sen_fail(err, SEN_INVALID, "a row of '%s' refers to a record that '%s' does not hold",
				db_col_text(stmt, 0, NULL), load->from);
	db_finalize_p(&stmt);
	if (rc == 0)
		rc = sen_audit_verify(load->store, &report, err);
	if (rc == 0 && report.bad_seq) {
		rc = sen_fail(err, SEN_INVALID, "the audit in '%s' does not hold: %s at entry %lld",
			      load->from, report.bad_what, (long long)report.bad_seq);
		sen_hint(err, "The export was changed since it was made. Export again.");
	}
	return rc;
}

static int load_all(struct load *load, struct sen_err *err)
{
	int rc = sen_store_begin(load->store, err);
	if (rc == 0)
		rc = db_exec(load->store->db, "PRAGMA defer_foreign_keys=ON", err);
	if (rc == 0)
		rc = care_tables(load->store, &load->tables, &load->count, err);
	if (rc < 0)
		return rc;
	load->current = load->count;
	load->expected = SEN_NEW(load->store->arena, int64_t, load->count + 1);
	load->done = SEN_NEW(load->store->arena, int64_t, load->count + 1);
	for (size_t i = 0; rc == 0 && i < load->count; i++) {
		if (load->tables[i].rows)
			rc = sen_fail(err, SEN_FAIL, "the new file has rows in '%s' already",
				      load->tables[i].name);
	}
	if (rc == 0 && (rc = load_lines(load, err)) == 0 && (rc = check_whole(load, err)) == 0)
		rc = sen_store_commit(load->store, err);
	return rc;
}

/* Codes and dates that are none are told, not refused: an export must come back
 * whole, whatever the file it was made from held. */
static int count_doubtful(struct load *load, int64_t *doubtful, struct sen_err *err)
{
	struct care care = {.store = load->store};
	int rc = care_check_values(&care, err);
	*doubtful = 0;
	for (size_t i = 0; i < care.count; i++)
		*doubtful += strcmp(care.items[i].severity, "fault") == 0;
	return rc;
}

int sen_db_import(struct sen_arena *arena, const char *path, const char *from,
		  const struct sen_context *context, int64_t *doubtful, struct sen_err *err)
{
	struct load load = {.from = from};
	load.in = fopen(from, "re");
	if (!load.in)
		return sen_fail(err, errno == ENOENT ? SEN_NOTFOUND : SEN_FAIL, "cannot read '%s': %s", from,
				strerror(errno));
	int rc = sen_store_open(arena, path, SEN_CREATE, context, &load.store, err);
	if (rc == 0)
		rc = load_all(&load, err);
	if (rc == 0)
		rc = count_doubtful(&load, doubtful, err);
	sen_store_close(load.store);
	fclose(load.in);
	return rc;
}
