/* What SQL does not check: is every code in its set, is every date a real one?
 * Streams each table once, by the field tables. */
#include "store/care.h"

#include <string.h>

enum { SHOWN = 10 }; /* faults told of a kind; the rest are counted */

struct values {
	struct care *care;
	const struct sen_record *kind;
	const struct sen_field **fields; /* those worth checking, in the SELECT's order after id */
	size_t count;
	int64_t faults;
};

static bool checked(const struct sen_field *field)
{
	return field->kind == SEN_K_DATE || (field->kind == SEN_K_CODE && field->codes);
}

static bool in_set(const struct sen_code_row *codes, const char *code)
{
	for (; codes->code; codes++) {
		if (!strcmp(codes->code, code))
			return true;
	}
	return false;
}

/* The value itself is not shown: it may be anything, a name too. */
static void check_value(struct values *values, const struct sen_field *field, int64_t id, const char *text)
{
	bool date = field->kind == SEN_K_DATE;
	struct sen_arena *arena = values->care->store->arena;
	if (date ? sen_date_iso(text) != SEN_NO_DATE : in_set(field->codes, text))
		return;
	if (++values->faults > SHOWN)
		return;
	const char *noun = values->kind->noun, *prefix = values->kind->prefix ? values->kind->prefix : "";
	care_add(values->care, "values", "fault",
		 sen_format(arena, "%s %s%lld: %s %s", noun, prefix, (long long)id, field->name,
			    date ? "is no real date" : "is not one of its codes"),
		 sen_format(arena, "sendctl %s edit %s%lld", noun, prefix, (long long)id));
}

static const char *select_of(struct values *values)
{
	struct sen_arena *arena = values->care->store->arena;
	const char **parts = SEN_NEW(arena, const char *, values->kind->count * 2 + 5);
	size_t used = 0;
	parts[used++] = "SELECT id";
	for (size_t i = 0; i < values->kind->count; i++) {
		const struct sen_field *field = &values->kind->fields[i];
		if (!checked(field))
			continue;
		values->fields[values->count++] = field;
		parts[used++] = ", ";
		parts[used++] = field->name;
	}
	parts[used++] = " FROM ";
	parts[used++] = values->kind->table;
	return db_join(arena, parts);
}

static int check_kind(struct care *care, const struct sen_record *kind, int64_t *faults, struct sen_err *err)
{
	struct values values = {.care = care, .kind = kind};
	DB_STMT *stmt = NULL;
	values.fields = SEN_NEW(care->store->arena, const struct sen_field *, kind->count + 1);
	const char *sql = select_of(&values);
	if (values.count == 0)
		return 0;
	int rc = db_prepare(care->store->db, sql, &stmt, err);
	if (rc < 0)
		return sen_wrap(err, "%s", kind->noun);
	while ((rc = db_step(stmt, err)) > 0) {
		for (size_t i = 0; i < values.count; i++) {
			const char *text = db_col_text(stmt, (int)i + 1, NULL);
			if (text)
				check_value(&values, values.fields[i], db_col_int(stmt, 0), text);
		}
	}
	if (rc == 0 && values.faults > SHOWN)
		care_add(care, "values", "fault",
			 sen_format(care->store->arena, "%s: %lld more of the kind", kind->noun,
				    (long long)values.faults - SHOWN),
			 NULL);
	*faults += values.faults;
	return rc;
}

int care_check_values(struct care *care, struct sen_err *err)
{
	int64_t faults = 0;
	for (size_t i = 0; i < sen_record_count; i++) {
		int rc = check_kind(care, sen_records[i], &faults, err);
		if (rc < 0)
			return rc;
	}
	if (faults == 0)
		care_add(care, "values", "ok", "every code is known and every date is a real one", NULL);
	return 0;
}
