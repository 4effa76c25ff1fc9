/* A table from a declared query: the SELECT's columns found by name, parts
 * prepared once and bound again for each row. */
#include "answer/answer.h"
#include "store/store.h"

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
	struct sen_cell parent;	  /* in a part */
	int64_t rows;
	bool bound;
	char day[11], today[11];
};

static int query_next(struct sen_table *table, struct sen_err *err)
{
	struct source *source = table->source;
	struct sen_cell *cell = table->cells;
	int rc = db_step(source->stmt, err);
	if (rc <= 0)
		return rc;
	/* Rows in order of name jump about in the file; within 12 MiB in all. */
	if (++source->rows == LONG_ANSWER && source->store->mode == SEN_READ &&
	    (rc = db_cache(source->store->db, LONG_CACHE, err)) < 0)
		return rc;
	for (size_t i = 0; i < table->count; i++, cell++) {
		if (source->numeric[i])
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

/* Parameters the caller gave no value for: those the store knows; null. */
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
		db_bind_text(source->stmt, name, NULL);
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
	db_finalize_p(&source->stmt);
}

static int open_query(struct sen_store *store, const struct sen_query *query, const struct sen_value *values,
		      size_t value_count, struct sen_table **out, struct sen_err *err)
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
				  .keys = SEN_NEW(arena, size_t, query->part_count)};
	*table = (struct sen_table){.name = query->name,
				    .title = query->title,
				    .empty = query->empty,
				    .version = query->version,
				    .flags = query->flags,
				    .columns = query->columns,
				    .count = query->count,
				    .cells = SEN_NEW(arena, struct sen_cell, query->count),
				    .next = query_next,
				    .part = query_part,
				    .parts = query->parts,
				    .part_count = query->part_count,
				    .close = query_close,
				    .source = source};
	for (size_t i = 0; i < query->count; i++)
		table->cells[i].number = SEN_NO_INT;
	int rc = db_prepare(store->db, query->sql, &source->stmt, err);
	if (rc == 0)
		rc = map_columns(source, err);
	if (rc < 0)
		query_close(table);
	*out = table;
	return rc;
}

static int open_part(struct sen_table *table, size_t i, struct sen_err *err)
{
	struct source *source = table->source;
	const struct sen_query *part = &source->query->parts[i];
	const char *key = part->parent_key ? part->parent_key : "id";
	source->keys[i] = column_index(table->columns, table->count, key);
	if (source->keys[i] == table->count)
		return sen_fail(err, SEN_FAIL, "the part '%s' hangs on a column '%s' that '%s' lacks",
				part->name, key, source->query->name);
	int rc = open_query(source->store, part, source->values, source->value_count, &source->parts[i], err);
	if (rc < 0)
		source->parts[i] = NULL;
	return rc;
}

static struct sen_table *query_part(struct sen_table *table, size_t i, struct sen_err *err)
{
	struct source *source = table->source;
	if (!source->parts[i] && open_part(table, i, err) < 0)
		return NULL;
	struct source *part = source->parts[i]->source;
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
	int rc = open_query(store, query, kept, value_count, out, err);
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
