/* The tables of a file, read from the file itself, so that export and import
 * need no list of their own that a migration could forget. */
#include "store/care.h"

#include <string.h>

static int columns_of(struct sen_store *store, struct care_table *table, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	size_t cap = 0;
	int rc = db_prepare(store->db, "SELECT name, type, pk FROM pragma_table_info(:name) ORDER BY cid",
			    &stmt, err);
	if (rc < 0)
		return rc;
	db_bind_text(stmt, ":name", table->name);
	while ((rc = db_step(stmt, err)) > 0) {
		const char *type = db_col_text(stmt, 1, NULL);
		struct care_column *column = SEN_PUSH(store->arena, table->columns, table->count, cap);
		*column = (struct care_column){.name = sen_strdup(store->arena, db_col_text(stmt, 0, NULL)),
					       .blob = !strcmp(type, "BLOB"),
					       .number = !strcmp(type, "INTEGER"),
					       .key = db_col_int(stmt, 2) > 0};
	}
	return rc;
}

static int count_rows(struct sen_store *store, struct care_table *table, struct sen_err *err)
{
	const char *parts[] = {"SELECT COUNT(*) FROM \"", table->name, "\"", NULL};
	return db_int(store->db, db_join(store->arena, parts), 0, &table->rows, err);
}

int care_tables(struct sen_store *store, struct care_table **out, size_t *count, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	size_t cap = 0;
	*out = NULL;
	*count = 0;
	/* In the order they were made: what is referred to comes first. */
	int rc = db_prepare(store->db,
			    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
			    "ORDER BY rowid",
			    &stmt, err);
	if (rc < 0)
		return rc;
	while ((rc = db_step(stmt, err)) > 0) {
		struct care_table *table = SEN_PUSH(store->arena, *out, *count, cap);
		*table = (struct care_table){.name = sen_strdup(store->arena, db_col_text(stmt, 0, NULL))};
		if ((rc = columns_of(store, table, err)) < 0 || (rc = count_rows(store, table, err)) < 0)
			return rc;
	}
	return rc;
}
