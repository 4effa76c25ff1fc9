/* add, list, show, edit, import and remove for any noun with a record, made
 * from its field table (design.md 2.2). */
#include "frame.h"
#include "import.h"
#include <sen/exchange.h>
#include <string.h>

enum verb { V_ADD, V_LIST, V_SHOW, V_EDIT, V_IMPORT, V_REMOVE, V_COUNT };
const char *const generic_verbs[] = {"add", "list", "show", "edit", "import", "remove"};
const size_t generic_verb_count = V_COUNT;

struct list_args {
	struct texts pupils;
};

const char *generic_id_text(struct app *app, const struct sen_record *kind, int64_t id)
{
	return sen_format(app->arena, "%s%lld", kind->prefix, (long long)id);
}

const char *generic_for_child(struct app *app, const struct sen_record *kind, const void *record)
{
	if (strcmp(kind->noun, "pupil") == 0)
		return sen_format(app->arena, ": %s", app_child(app, ((const struct sen_head *)record)->id));
	if (!(kind->flags & SEN_R_PUPIL) ||
	    *(const int64_t *)((const char *)record + kind->pupil_offset) == SEN_NO_INT)
		return "";
	return sen_format(app->arena, " for %s",
			  app_child(app, *(const int64_t *)((const char *)record + kind->pupil_offset)));
}

/* The help of a field up to its first aside: "the day it tells of (today)". */
static const char *in_words(struct app *app, const struct sen_field *field)
{
	size_t len = strcspn(field->help, "(:;");
	while (len && field->help[len - 1] == ' ')
		len--;
	return sen_strndup(app->arena, field->help, len);
}

/* Dates are echoed, so that a slip is seen; one that was only assumed too. */
void generic_say_dates(struct app *app, const struct sen_record *kind, const void *record)
{
	bool creates = app->cmd->flags & CMD_CREATES;
	char day[16];
	for (size_t i = 0; i < kind->count; i++) {
		const struct sen_field *field = &kind->fields[i];
		bool assumed = creates && (field->flags & SEN_F_TODAY);
		if (field->kind != SEN_K_DATE || (field->flags & SEN_F_INTERNAL) ||
		    !(app->given[i] || assumed) || sen_field_unset(field, record))
			continue;
		sen_date date = *(const sen_date *)((const char *)record + field->offset);
		app_say(app, "  %s: %s", in_words(app, field), sen_date_long(date, day));
	}
}

int generic_add(struct app *app, const void *args, struct sen_err *err)
{
	const struct sen_record *kind = app->cmd->record;
	(void)args;
	int rc = sen_record_insert(app->store, kind, app->record, err);
	if (rc < 0)
		return rc;
	app->created = ((struct sen_head *)app->record)->id;
	/* A trial run gives no id: the next real one may be another. */
	app_say(app, "Added %s%s%s%s.", kind->noun, app->dry_run ? "" : " ",
		app->dry_run ? "" : generic_id_text(app, kind, app->created),
		generic_for_child(app, kind, app->record));
	generic_say_dates(app, kind, app->record);
	return 0;
}

int app_answer_pupils(struct app *app, const struct sen_query *query, const struct sen_value *values,
		      size_t count, const struct texts *pupils, struct sen_err *err)
{
	int64_t *all = NULL;
	size_t found = 0;
	int rc;
	if (pupils->count == 0)
		return app_answer(app, query, values, count, err);
	rc = app_pupils_all(app, pupils, &all, &found, err);
	return rc < 0 ? rc : app_answer_each(app, query, values, count, ":pupil", all, found, err);
}

static int generic_list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	const struct sen_query *query;
	int rc = sen_record_query(app->store, app->cmd->record, false, &query, err);
	return rc < 0 ? rc : app_answer_pupils(app, query, NULL, 0, &a->pupils, err);
}

static int generic_show(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	const struct sen_query *query = NULL;
	int64_t id;
	int rc = app_record(app, app->cmd->record, a->record, &id, err);
	if (rc == 0)
		rc = sen_record_query(app->store, app->cmd->record, true, &query, err);
	if (rc < 0)
		return rc;
	struct sen_value value = {.name = ":id", .number = id};
	return app_answer(app, query, &value, 1, err);
}

/* ---- import, remove ---- */

int generic_import_with(struct app *app, const struct sen_import *how, const char *file, struct sen_err *err)
{
	int64_t added = 0, unchanged = 0;
	int rc = sen_record_import_with(app->store, how, file, &added, &unchanged, err);
	if (rc < 0)
		return rc;
	app->unchanged = added == 0;
	app_say(app, "%lld added, %lld there already.", (long long)added, (long long)unchanged);
	return 0;
}

static int generic_import(struct app *app, const void *args, struct sen_err *err)
{
	const struct import_args *a = args;
	const struct sen_import how = {.kind = app->cmd->record};
	return generic_import_with(app, &how, a->file, err);
}

static int generic_remove(struct app *app, const void *args, struct sen_err *err)
{
	const struct sen_record *kind = app->cmd->record;
	const struct one_args *a = args;
	void *record = sen_record_new(app->arena, kind);
	int rc = generic_edit_load(app, args, record, err);
	if (rc < 0)
		return rc;
	int64_t id = ((struct sen_head *)record)->id;
	const char *child = generic_for_child(app, kind, record);
	if (app->tty_in && app->tty_err)
		rc = app_confirm(app, err, "Remove %s %s%s?", kind->noun, generic_id_text(app, kind, id),
				 child);
	if (rc == 0)
		rc = sen_record_void(app->store, kind, id, a->reason, err);
	if (rc < 0)
		return rc;
	app_wrote(app, kind, id);
	app_say(app, "Removed %s %s%s: it stays in the file, marked, with your reason.", kind->noun,
		generic_id_text(app, kind, id), child);
	return 0;
}

/* ---- The rows ---- */

static const struct opt list_opts[] = {
	OPT_ROW_WORDS(struct list_args, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "children, classes or lists: zoe@3B, @3B, year:6, register"),
};
static const struct opt one_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "RECORD", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "its id, or a child with exactly one that is open"),
};
static const struct opt remove_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "RECORD", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "its id, or a child with exactly one that is open"),
	OPT_ROW_TEXT(struct one_args, reason, "reason", OPT_REQUIRED, "TEXT", "why it is removed"),
};
const struct opt import_opts[] = {
	OPT_ROW_FILE(struct import_args, file, "FILE", 0, OPT_REQUIRED | OPT_POSITIONAL,
		     "a CSV file whose headings are the field names, or - for standard input"),
};

struct template
{
	const char *summary; /* %s: the noun */
	unsigned flags;
	const struct opt *opts;
	size_t opt_count, args_size;
	int (*run)(struct app * app, const void *args, struct sen_err *err);
};
static const struct template templates[V_COUNT] = {
	[V_ADD] = {"add a new %s entry", CMD_WRITES | CMD_CREATES | CMD_FORM, NULL, 0, 0, generic_add},
	[V_LIST] = {"list the %s entries", CMD_READS | CMD_TABLE, list_opts, 1, sizeof(struct list_args),
		    generic_list},
	[V_SHOW] = {"show one %s entry in full", CMD_READS | CMD_TABLE, one_opts, 1, sizeof(struct one_args),
		    generic_show},
	[V_EDIT] = {"change a %s entry", CMD_WRITES | CMD_FORM, one_opts, 1, sizeof(struct one_args),
		    generic_edit},
	[V_IMPORT] = {"add %s entries from a CSV file", CMD_WRITES, import_opts, 1,
		      sizeof(struct import_args), generic_import},
	[V_REMOVE] = {"remove a %s entry; it stays, marked, with the reason", CMD_WRITES, remove_opts, 2,
		      sizeof(struct one_args), generic_remove},
};

/* RECORD is the noun's own name in help: CONCERN.  A file that holds one school
 * need not be told which one. */
static const struct opt *named(struct sen_arena *arena, const struct template *t, const char *noun, bool must)
{
	if (t->opt_count == 0)
		return NULL;
	struct opt *opts = SEN_NEW(arena, struct opt, t->opt_count);
	memcpy(opts, t->opts, t->opt_count * sizeof *opts);
	if (strcmp(opts[0].name, "RECORD") == 0)
		opts[0].name = opt_upper(arena, noun);
	if (!must)
		opts[0].flags &= ~(unsigned)OPT_REQUIRED;
	return opts;
}

static const char *summary_of(struct sen_arena *arena, const char *text, const char *noun)
{
	const char *at = strstr(text, "%s");
	if (!at)
		return text;
	const char *an =
		at > text + 2 && at[-2] == 'a' && at[-3] == ' ' && strchr("aeio", *noun) ? "n " : " ";
	return sen_format(arena, "%.*s%s%s%s", (int)(at - text - 1), text, an, noun, at + 2);
}

static const struct cmd *make(struct sen_arena *arena, const struct noun *noun, enum verb verb)
{
	const struct template *t = &templates[verb];
	bool school = strcmp(noun->name, "school") == 0;
	bool must = !(school && (verb == V_SHOW || verb == V_EDIT));
	struct cmd *cmd = SEN_NEW(arena, struct cmd, 1);
	*cmd = (struct cmd){.noun = noun->name,
			    .verb = generic_verbs[verb],
			    .summary = summary_of(arena, t->summary, noun->name),
			    .flags = t->flags | (school ? CMD_ALL_SCHOOLS : 0u),
			    .opts = named(arena, t, noun->name, must),
			    .opt_count = t->opt_count,
			    .args_size = t->args_size,
			    .record = noun->record,
			    .run = t->run};
	if (verb == V_EDIT && (noun->record->flags & SEN_R_FACT)) {
		cmd->flags = CMD_NO_FILE | CMD_FORM;
		cmd->run = generic_edit_fact;
	}
	if (verb == V_LIST && !(noun->record->flags & SEN_R_PUPIL))
		cmd->opt_count = 0;
	return cmd;
}

const struct cmd *generic_find(const struct noun *noun, const char *verb)
{
	enum { NOUNS = 64 };
	static const struct cmd *made[NOUNS][V_COUNT];
	static struct sen_arena *arena; /* as long as the program: rows are constant once made */
	size_t n = 0;
	while (n < noun_count && nouns[n] != noun)
		n++;
	for (int i = 0; noun->record && n < noun_count && n < NOUNS && i < V_COUNT; i++) {
		if (strcmp(generic_verbs[i], verb) != 0)
			continue;
		if (!arena)
			arena = sen_arena_new();
		if (!made[n][i])
			made[n][i] = make(arena, noun, (enum verb)i);
		return made[n][i];
	}
	return NULL;
}
