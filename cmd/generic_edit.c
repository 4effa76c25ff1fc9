/* `NOUN edit`: the fields given, by option or form, over the entry as it is. */
#include "frame.h"
#include <string.h>

int generic_edit_load(struct app *app, const void *args, void *record, struct sen_err *err)
{
	const struct one_args *a = args;
	int64_t id;
	int rc = app_record(app, app->cmd->record, a->record, &id, err);
	return rc < 0 ? rc : sen_record_get(app->store, app->cmd->record, id, record, err);
}

static size_t field_size(const struct sen_field *field)
{
	switch (field->kind) {
	case SEN_K_DATE:
		return sizeof(sen_date);
	case SEN_K_INT:
	case SEN_K_BOOL:
	case SEN_K_PENCE:
	case SEN_K_MINUTES:
	case SEN_K_REF:
		return sizeof(int64_t);
	default:
		return sizeof(const char *);
	}
}

void fields_take(const struct sen_record *kind, void *record, const void *from, const bool *given,
		 struct sen_buf *names)
{
	for (size_t i = 0; i < kind->count; i++) {
		const struct sen_field *field = &kind->fields[i];
		if (!given[i] || (field->flags & (SEN_F_FIXED | SEN_F_INTERNAL)) ||
		    sen_field_equal(field, record, from))
			continue;
		memcpy((char *)record + field->offset, (const char *)from + field->offset, field_size(field));
		sen_buf_addf(names, "%s%s", names->len ? ", " : "", field->name);
	}
}

int generic_edit_fresh(struct app *app, const void *record, struct sen_err *err)
{
	const struct sen_head *head = record;
	if (!form_wanted(app, app->cmd) || app->frame->form_rev == SEN_NO_INT ||
	    app->frame->form_rev == head->rev)
		return 0;
	sen_fail(err, SEN_CONFLICT, "%s was changed by somebody else while the form was open",
		 generic_id_text(app, app->cmd->record, head->id));
	sen_hint(err, "Look at it with: sendctl %s show %s", app->cmd->noun,
		 generic_id_text(app, app->cmd->record, head->id));
	return err->code;
}

static bool anything_given(const struct app *app)
{
	for (size_t i = 0; i < app->cmd->record->count; i++)
		if (app->given[i])
			return true;
	return false;
}

int generic_edit(struct app *app, const void *args, struct sen_err *err)
{
	const struct sen_record *kind = app->cmd->record;
	struct sen_buf names = {.arena = app->arena};
	void *record = sen_record_new(app->arena, kind);
	int rc = generic_edit_load(app, args, record, err);
	if (rc == 0)
		rc = generic_edit_fresh(app, record, err);
	if (rc < 0)
		return rc;
	int64_t id = ((struct sen_head *)record)->id;
	if (!anything_given(app)) {
		sen_fail(err, SEN_USAGE, "nothing to change was given");
		sen_hint(err, "Name a field, or add --form: sendctl help %s edit", kind->noun);
		return err->code;
	}
	fields_take(kind, record, app->record, app->given, &names);
	rc = sen_record_update(app->store, kind, record, err);
	if (rc < 0)
		return rc;
	app_wrote(app, kind, id);
	app->unchanged = names.len == 0;
	if (app->unchanged)
		app_say(app, "Nothing to change: %s says that already.", generic_id_text(app, kind, id));
	else
		app_say(app, "Changed %s %s%s: %s.", kind->noun, generic_id_text(app, kind, id),
			generic_for_child(app, kind, record), names.text);
	generic_say_dates(app, kind, record);
	return 0;
}

/* A dated fact is put right by a newer one. */
int generic_edit_fact(struct app *app, const void *args, struct sen_err *err)
{
	const struct sen_record *kind = app->cmd->record;
	(void)args;
	sen_fail(err, SEN_INVALID, "a %s entry says what was so on its date and is not edited", kind->noun);
	sen_hint(err, "%s", kind->correct_with ? kind->correct_with : "Record a new one that corrects it.");
	return err->code;
}
