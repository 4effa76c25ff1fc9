/* report overdue --each owner -o DIR: one file for each owner and an index, in a
 * folder made whole or not at all. What class teachers owe is a file a class: it is
 * handed to one of them. */
#include "report_each.h"

#include <sen/file.h>
#include <sen/report.h>
#include <sen/text.h>

#include <string.h>

struct owner {
	const char *name, *file;
	const char *class_name; /* of class teachers ("": no class); NULL: of any class */
	int64_t lines;
};
struct each {
	struct app *app;
	const struct sen_query *query;
	const struct sen_value *values; /* the caller's; :owner comes last */
	const char *teacher;		/* ", class teacher," */
	size_t count;
	struct owner *owners;
	size_t owner_count, cap;
	const char *folder;
};

static const char *ending(const struct app *app)
{
	static const char *const endings[] = {"txt", "json", "ndjson", "csv", "html"};

	return endings[app->style.format];
}

/* "Mrs O'Brien, SENCO" -> "mrs-obrien-senco": letters and digits of ASCII only. */
static const char *safe(struct app *app, const char *name)
{
	struct sen_buf buf = {.arena = app->arena};

	for (const char *at = sen_text_fold(app->arena, name); at && *at && buf.len < 60; at++)
		sen_buf_addn(&buf, (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9') ? at : "-", 1);
	return buf.len ? buf.text : "owner";
}

static const char *free_name(struct each *each, const char *name)
{
	const char *word = safe(each->app, name), *file;
	bool taken = true;

	for (int n = 1; taken; n++) {
		file = n == 1 ? sen_format(each->app->arena, "%s.%s", word, ending(each->app))
			      : sen_format(each->app->arena, "%s-%d.%s", word, n, ending(each->app));
		taken = strncmp(file, "index.", 6) == 0;
		for (size_t i = 0; i < each->owner_count && !taken; i++)
			taken = strcmp(each->owners[i].file, file) == 0;
	}
	return file;
}

/* The class, where it is a class teacher's ("": no class); else NULL. */
static const char *class_of(struct each *each, const char *name, const char *class_name)
{
	if (!strstr(sen_format(each->app->arena, ", %s,", name), each->teacher))
		return NULL;
	return class_name ? class_name : "";
}

/* "class teacher, 3B" */
static const char *called(struct each *each, const struct owner *owner)
{
	if (!owner->class_name)
		return owner->name;
	return sen_format(each->app->arena, "%s, %s", owner->name,
			  *owner->class_name ? owner->class_name : "no class");
}

static struct owner *owner_of(struct each *each, const char *name, const char *class_name)
{
	struct owner owner = {.name = name};
	const char *class = class_of(each, name, class_name);

	for (size_t i = 0; i < each->owner_count; i++)
		if (strcmp(each->owners[i].name, name) == 0 &&
		    (!class || strcmp(each->owners[i].class_name, class) == 0))
			return &each->owners[i];
	owner.name = sen_strdup(each->app->arena, name);
	owner.class_name = class ? sen_strdup(each->app->arena, class) : NULL;
	owner.file = free_name(each, called(each, &owner));
	*SEN_PUSH(each->app->arena, each->owners, each->owner_count, each->cap) = owner;
	return &each->owners[each->owner_count - 1];
}

static size_t column(const struct sen_table *table, const char *name)
{
	size_t at = 0;

	while (strcmp(table->columns[at].name, name) != 0)
		at++;
	return at;
}

static int gather(struct each *each, struct sen_err *err)
{
	struct sen_table *table;
	size_t who, class;
	int rc = sen_report_teacher(each->app->store, &each->teacher, err);

	each->teacher = rc < 0 ? "" : sen_format(each->app->arena, ", %s,", each->teacher);
	if (rc < 0 || (rc = sen_table_query(each->app->store, each->query, each->values, each->count - 1,
					    &table, err)) < 0)
		return rc;
	who = column(table, "owner");
	class = column(table, "class");
	while ((rc = table->next(table, err)) == 1) {
		const char *name = table->cells[who].text;

		owner_of(each, name ? name : "nobody", table->cells[class].text)->lines++;
	}
	table->close(table);
	return rc;
}

static int write_one(struct each *each, const char *file, struct sen_table *table, struct sen_err *err)
{
	struct app *app = each->app;
	struct sen_file_out *out;
	FILE *kept = app->out;
	int rc = sen_file_out_begin(app->arena, sen_format(app->arena, "%s/%s", each->folder, file), &out,
				    &app->out, err);

	if (rc < 0)
		return rc;
	rc = app_answer_table(app, table, err);
	app->out = kept;
	if (rc == 0)
		return sen_file_out_end(out, false, err);
	sen_file_out_abandon(out);
	return rc;
}

static int write_owner(struct each *each, const struct owner *owner, struct sen_err *err)
{
	struct sen_value *values = SEN_NEW(each->app->arena, struct sen_value, each->count);
	struct sen_table *table;
	int rc;

	memcpy(values, each->values, each->count * sizeof(*values));
	values[each->count - 1].text = owner->name;
	for (size_t i = 0; i < each->count && owner->class_name; i++)
		if (strcmp(values[i].name, ":class") == 0)
			values[i].text = owner->class_name;
	rc = sen_table_query(each->app->store, each->query, values, each->count, &table, err);
	if (rc < 0)
		return rc;
	table->title = sen_format(each->app->arena, "%s: %s", each->query->title, called(each, owner));
	return write_one(each, owner->file, table, err);
}

static const struct sen_column index_columns[] = {
	{"owner", "Who", SEN_C_TEXT, 0, NULL, NULL, "person, role or body"},
	{"lines", "Lines", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "what is owed"},
	{"file", "File", SEN_C_TEXT, 0, NULL, NULL, "in this folder"}};

static int write_index(struct each *each, struct sen_err *err)
{
	struct app *app = each->app;
	struct sen_table *table = sen_table_new(app->arena, "report-index", "Who owes what", 1, index_columns,
						SEN_COUNT(index_columns));

	table->empty = "Nothing is owed.";
	for (size_t i = 0; i < each->owner_count; i++) {
		struct sen_cell *cell = sen_table_add(table);

		sen_cell_text(&cell[0], called(each, &each->owners[i]));
		sen_cell_int(&cell[1], each->owners[i].lines);
		sen_cell_text(&cell[2], each->owners[i].file);
	}
	return write_one(each, sen_format(app->arena, "index.%s", ending(app)), table, err);
}

int report_each(struct app *app, const struct sen_query *query, const struct sen_value *values, size_t count,
		struct sen_err *err)
{
	struct each each = {.app = app, .query = query, .values = values, .count = count};
	struct sen_folder folder;
	int rc = sen_folder_begin(app->arena, app->output, &folder, err);

	if (rc == SEN_CONFLICT)
		sen_hint(err, "Give a new one each time: -o overdue-$(date +%%F)");
	if (rc < 0)
		return rc;
	each.folder = folder.temp;
	rc = gather(&each, err);
	for (size_t i = 0; rc == 0 && i < each.owner_count; i++)
		rc = write_owner(&each, &each.owners[i], err);
	if (rc == 0)
		rc = write_index(&each, err);
	if (rc == 0)
		rc = sen_folder_end(&folder, err);
	if (rc < 0) {
		sen_folder_abandon(&folder);
		return rc;
	}
	app_say(app, "%zu %s and index.%s in '%s'.", each.owner_count,
		each.owner_count == 1 ? "file" : "files", ending(app), folder.path);
	return 0;
}
