/* What was typed into what the command reads: texts, codes, numbers, dates. */
#include "frame.h"
#include <sen/file.h>
#include <string.h>

enum { TEXT_FILE_MAX = 1 << 20 };

void values_blank(const struct opt *opts, size_t count, void *base)
{
	for (size_t i = 0; i < count; i++) {
		char *place = (char *)base + opts[i].offset;
		if (opts[i].kind == OPT_DATE)
			*(sen_date *)place = SEN_NO_DATE;
		else if (opts[i].kind == OPT_INT)
			*(int64_t *)place = SEN_NO_INT;
	}
}

/* @FILE is what the file holds, @@ is @, - is standard input, once. */
static int expand(struct app *app, const char *name, const char *text, const char **out, struct sen_err *err)
{
	char *whole;
	size_t len;
	bool standard = strcmp(text, "-") == 0;
	*out = text;
	if (text[0] == '@' && text[1] == '@') {
		*out = text + 1;
		return 0;
	}
	if (!standard && (text[0] != '@' || !text[1]))
		return 0;
	if (standard && app->frame->stdin_used)
		return sen_fail(err, SEN_USAGE, "only one option can be read from standard input");
	app->frame->stdin_used |= standard;
	if (standard && app->tty_in && app->tty_err)
		say_line(app, "reading the text from the terminal; Ctrl-D ends it");
	int rc = sen_file_read(app->arena, standard ? "-" : text + 1, TEXT_FILE_MAX, &whole, &len, err);
	if (rc < 0) {
		if (!standard)
			sen_hint(err, "A text that begins with '@' is written with '@@'.");
		return sen_wrap(err, "%s", name);
	}
	if (strlen(whole) != len)
		return sen_fail(err, SEN_INVALID, "%s: the file holds a zero byte; it is no text", name);
	*out = whole;
	return 0;
}

/* Splits "a|b|c" into words. */
static size_t words_of(struct sen_arena *arena, const char *choices, const char **words, size_t max)
{
	size_t n = 0;
	while (n < max) {
		const char *bar = strchr(choices, '|');
		words[n++] = bar ? sen_strndup(arena, choices, (size_t)(bar - choices)) : choices;
		if (!bar)
			break;
		choices = bar + 1;
	}
	return n;
}

static const char *shown(struct app *app, const struct opt_view *view)
{
	return opt_positional(view) ? view->name : sen_format(app->arena, "--%s", view->name);
}

static int choose(struct app *app, const struct opt_view *view, const char *text, const char **out,
		  struct sen_err *err)
{
	const char *words[64];
	size_t n = words_of(app->arena, view->choices, words, SEN_COUNT(words));
	for (size_t i = 0; i < n; i++) {
		if (!sen_text_same(words[i], text))
			continue;
		*out = words[i];
		return 0;
	}
	const char *near = sen_text_guess(text, words, n);
	sen_fail(err, SEN_USAGE, "%s cannot be '%s'", shown(app, view), text);
	if (near)
		sen_hint(err, "Did you mean '%s'?", near);
	else
		sen_hint(err, "It is one of: %s.", view->choices);
	return err->code;
}

static int read_date(struct app *app, const struct opt_view *view, const char *text, sen_date *out,
		     struct sen_err *err)
{
	struct sen_date_context context = {.today = app->context.today,
					   .future = view->flags & OPT_FUTURE,
					   .end_of_term = app->context.today};
	int rc = sen_date_parse(text, &context, out, err);
	return rc < 0 ? sen_wrap(err, "%s", shown(app, view)) : 0;
}

static bool is_late(const char *text)
{
	return sen_text_same(text, "end of term");
}

static int set_date(struct app *app, const struct opt_view *view, const char *text, sen_date *place,
		    struct sen_err *err)
{
	struct frame *f = app->frame;
	int rc = read_date(app, view, text, place, err);
	if (rc == 0 && app->cmd->flags & CMD_WRITES && sen_date_near(*place, app->context.today, err) < 0)
		return sen_wrap(err, "%s", shown(app, view));
	if (rc == 0 && is_late(text))
		*SEN_PUSH(app->arena, f->late, f->late_count, f->late_cap) =
			(struct late_date){.target = place, .future = view->flags & OPT_FUTURE, .text = text};
	return rc;
}

static int set_text(struct app *app, const struct opt_view *view, const char *text, void *place,
		    struct sen_err *err)
{
	bool many = view->kind == OPT_TEXTS || view->kind == OPT_WORDS;
	const char *value = text;
	int rc = 0;
	if (view->kind == OPT_TEXT || view->kind == OPT_TEXTS)
		rc = expand(app, shown(app, view), text, &value, err);
	else if (view->choices)
		rc = choose(app, view, text, &value, err);
	else if (view->kind == OPT_FILE && !text[0])
		rc = sen_fail(err, SEN_USAGE, "%s needs the name of a file", shown(app, view));
	if (rc < 0)
		return rc;
	if (many) {
		struct texts *texts = place;
		*SEN_PUSH(app->arena, texts->items, texts->count, texts->cap) = value;
	} else {
		*(const char **)place = value;
	}
	return 0;
}

int value_set(struct app *app, const struct opt_view *view, const char *text, void *base, struct sen_err *err)
{
	void *place = (char *)base + view->opt->offset;
	switch (view->kind) {
	case OPT_FLAG:
		*(bool *)place = true;
		return 0;
	case OPT_DATE:
		return set_date(app, view, text, place, err);
	case OPT_INT:
		if (!sen_int_parse(text, place))
			return sen_fail(err, SEN_USAGE, "%s: '%s' is not a whole number", shown(app, view),
					text);
		if (view->global && *(int64_t *)place < 0)
			return sen_fail(err, SEN_USAGE, "%s cannot be less than 0", shown(app, view));
		return 0;
	default:
		return set_text(app, view, text, place, err);
	}
}

/* ---- Fields of the command's record ---- */

static int code_fail(struct app *app, const struct opt_view *view, const char *text, struct sen_err *err)
{
	const char *words[256];
	struct sen_buf list = {.arena = app->arena};
	size_t n = 0;
	for (const struct sen_code_row *row = view->codes; row->code && n < SEN_COUNT(words); row++) {
		sen_buf_addf(&list, "%s%s", n ? ", " : "", row->code);
		words[n++] = row->code;
	}
	const char *near = sen_text_guess(text, words, n);
	sen_fail(err, SEN_USAGE, "%s cannot be '%s'", shown(app, view), text);
	if (near)
		sen_hint(err, "Did you mean '%s'?", near);
	else if (list.text && list.len < 500)
		sen_hint(err, "It is one of: %s.", list.text);
	return err->code;
}

int value_field(struct app *app, const struct opt_view *view, const char *text, struct sen_err *err)
{
	const struct sen_field *field = view->field;
	const char *value = text ? text : "yes"; /* --interpreter alone */
	sen_date day;
	int64_t number;
	int rc = 0;
	if (field->kind == SEN_K_LINE || field->kind == SEN_K_NOTE) {
		rc = expand(app, shown(app, view), value, &value, err);
	} else if (field->kind == SEN_K_CODE && field->codes && value[0]) {
		const char *code = sen_code_find(field->codes, value);
		rc = code ? 0 : code_fail(app, view, value, err);
		value = code ? code : value;
	} else if (field->kind == SEN_K_DATE && value[0]) {
		rc = read_date(app, view, value, &day, err);
	} else if ((field->kind == SEN_K_INT || field->kind == SEN_K_MINUTES) && value[0]) {
		if (!sen_int_parse(value, &number))
			rc = sen_fail(err, SEN_USAGE, "%s: '%s' is not a whole number", shown(app, view),
				      value);
	}
	if (rc < 0)
		return rc;
	app->frame->field_texts[view->index] = value;
	app->given[view->index] = true;
	return 0;
}

static int reference(struct app *app, const struct sen_field *field, const char *text, struct sen_err *err)
{
	int64_t *place = (int64_t *)((char *)app->record + field->offset);
	const struct sen_record *kind = sen_record_named(field->ref);
	/* An empty id is refused where one is needed, as a name that nobody has. */
	if (!text[0] && !(field->flags & SEN_F_REQUIRED)) {
		*place = SEN_NO_INT;
		return 0;
	}
	if (strcmp(field->ref, "pupil") == 0)
		return app_pupil(app, text, place, err);
	if (!kind)
		return sen_fail(err, SEN_INVALID, "no such kind of record: %s", field->ref);
	return app_record(app, kind, text, place, err);
}

static int late_dates(struct app *app, struct sen_err *err)
{
	const struct sen_calendar *calendar;
	struct frame *f = app->frame;
	if (f->late_count == 0 || !app->store)
		return 0;
	int rc = sen_store_calendar(app->store, &calendar, err);
	if (rc < 0)
		return rc;
	/* The last day of the term that today is in, or of the one to come. */
	struct sen_period term = sen_term_of(calendar, app->context.today);
	struct sen_date_context context = {
		.today = app->context.today,
		.end_of_term = term.from == SEN_NO_DATE ? SEN_NO_DATE
							: sen_school_day_before(calendar, term.until - 1)};
	for (size_t i = 0; i < f->late_count && rc == 0; i++) {
		context.future = f->late[i].future;
		rc = sen_date_parse(f->late[i].text, &context, f->late[i].target, err);
	}
	return rc;
}

int values_apply(struct app *app, struct sen_err *err)
{
	const struct sen_record *kind = app->cmd->record;
	int rc = late_dates(app, err);
	for (size_t i = 0; kind && rc == 0 && i < kind->count; i++) {
		const struct sen_field *field = &kind->fields[i];
		const char *text = app->frame->field_texts[i];
		if (!text) {
			if ((app->cmd->flags & CMD_CREATES) && (field->flags & SEN_F_TODAY) && !app->given[i])
				*(sen_date *)((char *)app->record + field->offset) = app->context.today;
			continue;
		}
		if (field->kind == SEN_K_REF)
			rc = reference(app, field, text, err);
		else
			rc = sen_field_set(app->store, field, app->record, text, err);
	}
	return rc;
}
