/* A table from a declared query: the SELECT's columns found by name, parts
 * prepared once and bound again for each row. */
#include "answer/answer.h"
#include "store/store.h"

#include <sen/policy.h>
#include <sen/text.h>

enum { LONG_ANSWER = 1000, LONG_CACHE = 6144 }; /* rows; KiB */

struct source {
	struct sen_store *store;
	const struct sen_query *query;
	struct db_stmt *stmt;
	int *cols; /* of the statement, by index of column */
	bool *numeric;
	const struct sen_value *values;
	size_t value_count;
	struct sen_table **parts; /* opened at their first row */
	size_t *keys;		  /* parts: column of this table they hang on */
	struct db_stmt *probe;	  /* which parts of a row have rows: a column for each */
	bool *filled;		  /* what it said of the row just read, when `probed` */
	bool probed;
	struct sen_cell parent; /* in a part */
	int64_t rows;
	bool bound;
	char day[11], today[11];
};

/* Counted here: SQL that both databases share takes a formula of two lines for it. */
static int64_t days_until(const struct source *source, int col)
{
	sen_date date = db_col_date(source->stmt, col);
	return date == SEN_NO_DATE ? SEN_NO_INT : date - sen_store_context(source->store)->today;
}

static int query_next(struct sen_table *table, struct sen_err *err)
{
	struct source *source = table->source;
	struct sen_cell *cell = table->cells;
	/* A part without rows is not prepared at all. */
	if (!source->stmt)
		return 0;
	int rc = db_step(source->stmt, err);
	source->probed = false;
	if (rc <= 0)
		return rc;
	/* Rows in order of name jump about in the file; within 12 MiB in all. */
	if (++source->rows == LONG_ANSWER && source->store->mode == SEN_READ &&
	    (rc = db_cache(source->store->db, LONG_CACHE, err)) < 0)
		return rc;
	for (size_t i = 0; i < table->count; i++, cell++) {
		if (table->columns[i].flags & SEN_COL_DAYS)
			cell->number = days_until(source, source->cols[i]);
		else if (source->numeric[i])
			cell->number = db_col_int(source->stmt, source->cols[i]);
		else
			cell->text = db_col_text(source->stmt, source->cols[i], &cell->len);
	}
	return 1;
}

static const struct sen_value *value_named(const struct source *source, const char *name)
{
	for (size_t i = 0; i < source->value_count; i++) {
		if (!strcmp(source->values[i].name, name))
			return &source->values[i];
	}
	return NULL;
}

static void bind_day(struct db_stmt *stmt, const char *name, char text[11], sen_date date)
{
	sen_date_text(date, text);
	db_bind_text(stmt, name, *text ? text : NULL);
}

/* ":class_upper" is the text given for ":class" in capitals, ":class_lower" in small
 * letters: what is typed either way is looked up by index in each. */
static const char *in_case(const struct source *source, const char *name)
{
	struct sen_arena *arena = sen_store_arena(source->store);
	size_t len = strlen(name), end = strlen("_upper");
	const struct sen_value *value;
	bool upper = len > end && !strcmp(name + len - end, "_upper");
	if (!upper && (len <= end || strcmp(name + len - end, "_lower") != 0))
		return NULL;
	value = value_named(source, sen_strndup(arena, name, len - end));
	if (!value)
		return NULL;
	return upper ? sen_text_upper(arena, value->text) : sen_text_lower(arena, value->text);
}

/* Parameters the caller gave no value for: those the store knows, those that follow
 * from another; null. */
static void bind_own(struct source *source, const char *name)
{
	const struct sen_context *context = sen_store_context(source->store);
	int64_t school = sen_store_school_id(source->store);
	if (!strcmp(name, ":day"))
		bind_day(source->stmt, name, source->day, sen_store_day(source->store));
	else if (!strcmp(name, ":today"))
		bind_day(source->stmt, name, source->today, context->today);
	else if (!strcmp(name, ":school"))
		db_bind_int(source->stmt, name, school ? school : SEN_NO_INT);
	else
		db_bind_text(source->stmt, name, in_case(source, name));
}

static void bind_all(struct source *source)
{
	for (int i = 1; i <= db_param_count(source->stmt); i++) {
		const char *name = db_param_name(source->stmt, i);
		const struct sen_value *value = value_named(source, name);
		if (!strcmp(name, ":parent") && source->parent.text)
			db_bind_text(source->stmt, name, source->parent.text);
		else if (!strcmp(name, ":parent"))
			db_bind_int(source->stmt, name, source->parent.number);
		else if (value && value->text)
			db_bind_text(source->stmt, name, value->text);
		else if (value)
			db_bind_int(source->stmt, name, value->number);
		else
			bind_own(source, name);
	}
}

/* A value whose name no parameter bears is a slip of the command: it would
 * quietly list too much. (Parts may be the ones that take it.) */
static int check_values(const struct source *source, struct sen_err *err)
{
	for (size_t i = 0; i < source->value_count && source->query->part_count == 0; i++) {
		const struct sen_value *value = &source->values[i];
		if ((value->text || value->number != SEN_NO_INT) && !db_has_param(source->stmt, value->name))
			return sen_fail(err, SEN_FAIL, "the query '%s' takes no value '%s'",
					source->query->name, value->name);
	}
	return 0;
}

static int map_columns(struct source *source, struct sen_err *err)
{
	const struct sen_query *query = source->query;
	for (size_t i = 0; i < query->count; i++) {
		source->cols[i] = db_col_find(source->stmt, query->columns[i].name);
		source->numeric[i] = column_numeric(&query->columns[i]);
		if (source->cols[i] < 0)
			return sen_fail(err, SEN_FAIL, "the query '%s' has no column '%s'", query->name,
					query->columns[i].name);
	}
	return 0;
}

static struct sen_table *query_part(struct sen_table *table, size_t i, struct sen_err *err);

static void query_close(struct sen_table *table)
{
	struct source *source = table->source;
	for (size_t i = 0; i < table->part_count; i++) {
		if (source->parts[i])
			query_close(source->parts[i]);
	}
	db_finalize_p(&source->probe);
	db_finalize_p(&source->stmt);
}

/* The words the policies have for how a target went, the newest first. */
static const struct sen_code_row *result_words(struct sen_store *store)
{
	const struct sen_policy_set *set;
	struct sen_code_row *rows = NULL;
	struct sen_err ignored = {0};
	size_t count = 0, cap = 0;
	if (sen_policies(store, &set, &ignored) < 0)
		return NULL;
	for (size_t p = set->count; p > 0; p--)
		for (size_t i = 0; i < set->items[p - 1]->rule_count; i++) {
			const struct sen_policy_rule *rule = &set->items[p - 1]->rules[i];
			if (strcmp(rule->section, "result") == 0)
				*SEN_PUSH(sen_store_arena(store), rows, count, cap) =
					(struct sen_code_row){rule->code, rule->name};
		}
	*SEN_PUSH(sen_store_arena(store), rows, count, cap) = (struct sen_code_row){NULL, NULL};
	return rows;
}

/* The columns of the query; those of results with their words. */
static const struct sen_column *columns_of(struct sen_store *store, const struct sen_query *query)
{
	struct sen_column *columns = NULL;
	for (size_t i = 0; i < query->count; i++) {
		if (!(query->columns[i].flags & SEN_COL_RESULT))
			continue;
		if (!columns) {
			columns = SEN_NEW(sen_store_arena(store), struct sen_column, query->count);
			memcpy(columns, query->columns, query->count * sizeof(*columns));
		}
		columns[i].codes = result_words(store);
	}
	return columns ? columns : query->columns;
}

/* The parts of the query, theirs with their words too. */
static const struct sen_query *parts_of(struct sen_store *store, const struct sen_query *query)
{
	struct sen_query *parts = NULL;
	for (size_t i = 0; i < query->part_count; i++) {
		const struct sen_column *columns = columns_of(store, &query->parts[i]);
		const struct sen_query *inner = parts_of(store, &query->parts[i]);
		if (columns == query->parts[i].columns && inner == query->parts[i].parts)
			continue;
		if (!parts) {
			parts = SEN_NEW(sen_store_arena(store), struct sen_query, query->part_count);
			memcpy(parts, query->parts, query->part_count * sizeof(*parts));
		}
		parts[i].columns = columns;
		parts[i].parts = inner;
	}
	return parts ? parts : query->parts;
}

/* The table without its statement: no row comes. */
static struct sen_table *shape_query(struct sen_store *store, const struct sen_query *query,
				     const struct sen_value *values, size_t value_count)
{
	struct sen_arena *arena = sen_store_arena(store);
	struct source *source = SEN_NEW(arena, struct source, 1);
	struct sen_table *table = SEN_NEW(arena, struct sen_table, 1);
	*source = (struct source){.store = store,
				  .query = query,
				  .cols = SEN_NEW(arena, int, query->count),
				  .numeric = SEN_NEW(arena, bool, query->count),
				  .values = values,
				  .value_count = value_count,
				  .parts = SEN_NEW(arena, struct sen_table *, query->part_count),
				  .filled = SEN_NEW(arena, bool, query->part_count),
				  .keys = SEN_NEW(arena, size_t, query->part_count)};
	*table = (struct sen_table){.name = query->name,
				    .title = query->title,
				    .empty = query->empty,
				    .version = query->version,
				    .flags = query->flags,
				    .columns = columns_of(store, query),
				    .count = query->count,
				    .cells = SEN_NEW(arena, struct sen_cell, query->count),
				    .next = query_next,
				    .part = query_part,
				    .parts = parts_of(store, query),
				    .part_count = query->part_count,
				    .close = query_close,
				    .source = source};
	for (size_t i = 0; i < query->count; i++)
		table->cells[i].number = SEN_NO_INT;
	return table;
}

static int prepare_query(struct sen_table *table, struct sen_err *err)
{
	struct source *source = table->source;
	int rc = db_prepare(source->store->db, source->query->sql, &source->stmt, err);
	if (rc == 0)
		rc = map_columns(source, err);
	if (rc < 0)
		query_close(table);
	return rc;
}

static int shape_part(struct sen_table *table, size_t i, struct sen_err *err)
{
	struct source *source = table->source;
	const struct sen_query *part = &source->query->parts[i];
	const char *key = part->parent_key ? part->parent_key : "id";
	source->keys[i] = column_index(table->columns, table->count, key);
	if (source->keys[i] == table->count)
		return sen_fail(err, SEN_FAIL, "the part '%s' hangs on a column '%s' that '%s' lacks",
				part->name, key, source->query->name);
	source->parts[i] = shape_query(source->store, part, source->values, source->value_count);
	return 0;
}

/* Most parts of most rows are empty, and to prepare a SELECT costs more than to
 * run it: one statement asks of all parts whether they have rows. */
const char *query_probe(struct sen_arena *arena, const struct sen_query *query)
{
	struct sen_buf sql = {.arena = arena};
	bool any = false;
	for (size_t i = 0; i < query->part_count; i++) {
		const char *rows_in = query->parts[i].rows_in;
		sen_buf_add(&sql, i ? ", " : "SELECT ");
		sen_buf_add(&sql, rows_in ? "EXISTS (SELECT 1 FROM " : "1");
		sen_buf_add(&sql, rows_in ? rows_in : "");
		sen_buf_add(&sql, rows_in ? ")" : "");
		any = any || rows_in;
	}
	return any ? sql.text : NULL;
}

static int probe(struct sen_table *table, size_t i, struct sen_err *err)
{
	struct source *source = table->source;
	int rc;
	if (!source->probe) {
		const char *sql = query_probe(sen_store_arena(source->store), source->query);
		if ((rc = db_prepare(source->store->db, sql, &source->probe, err)) < 0)
			return rc;
	}
	db_bind_int(source->probe, ":parent", table->cells[source->keys[i]].number);
	if ((rc = db_step(source->probe, err)) < 0)
		return rc;
	for (size_t k = 0; k < source->query->part_count; k++)
		source->filled[k] = db_col_int(source->probe, (int)k) != 0;
	source->probed = true;
	db_reset(source->probe); /* lets go of a page of every table */
	return 0;
}

/* Whether part i of the row just read may have rows, in *out. */
static int part_filled(struct sen_table *table, size_t i, bool *out, struct sen_err *err)
{
	struct source *source = table->source;
	int rc = 0;
	*out = true;
	if (!source->query->parts[i].rows_in)
		return 0;
	if (!source->probed && (rc = probe(table, i, err)) < 0)
		return rc;
	*out = source->filled[i];
	return 0;
}

static struct sen_table *query_part(struct sen_table *table, size_t i, struct sen_err *err)
{
	struct source *source = table->source;
	bool filled;
	if (!source->parts[i] && shape_part(table, i, err) < 0)
		return NULL;
	struct source *part = source->parts[i]->source;
	if (part_filled(table, i, &filled, err) < 0)
		return NULL;
	if (!part->stmt && filled && prepare_query(source->parts[i], err) < 0)
		return NULL;
	if (!part->stmt)
		return source->parts[i];
	db_reset(part->stmt);
	part->parent = table->cells[source->keys[i]];
	bind_all(part);
	return source->parts[i];
}

int sen_table_query(struct sen_store *store, const struct sen_query *query, const struct sen_value *values,
		    size_t value_count, struct sen_table **out, struct sen_err *err)
{
	struct sen_value *kept =
		SEN_NEW(sen_store_arena(store), struct sen_value, value_count ? value_count : 1);
	if (value_count)
		memcpy(kept, values, value_count * sizeof(*kept));
	*out = shape_query(store, query, kept, value_count);
	int rc = prepare_query(*out, err);
	if (rc < 0)
		return rc;
	struct source *source = (*out)->source;
	if ((rc = check_values(source, err)) < 0) {
		query_close(*out);
		return rc;
	}
	bind_all(source);
	return 0;
}
