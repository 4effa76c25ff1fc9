/* Reads a form back: every line is help, a field, or belongs to the field
 * above; one that is none of these is a fault and names its line. */
#include "exchange/form.h"
#include <sen/text.h>
#include <stdio.h>
#include <string.h>

struct form {
	struct sen_store *store;
	const struct sen_record *kind;
	struct sen_arena *arena;
	struct sen_buf *values; /* by field; text NULL: not in the form */
	int *lines;
	const struct sen_field *field; /* the one above */
	bool marked;		       /* between <<< and >>> */
	int opened;		       /* the line of <<< */
};

static bool is_text(const struct sen_field *field)
{
	return field->kind == SEN_K_NOTE || field->kind == SEN_K_LINE;
}

static struct sen_buf *value_at(struct form *f, const struct sen_field *field)
{
	return &f->values[field - f->kind->fields];
}

static const struct sen_field *find_field(const struct form *f, const char *name, size_t len)
{
	for (size_t i = 0; i < f->kind->count; i++) {
		const struct sen_field *field = &f->kind->fields[i];
		const char *option = field->option ? field->option : field->name;
		if (form_has(field) &&
		    ((strlen(field->name) == len && !strncasecmp(field->name, name, len)) ||
		     (strlen(option) == len && !strncasecmp(option, name, len))))
			return field;
	}
	return NULL;
}

static int unknown(const struct form *f, const char *name, size_t len, int line, struct sen_err *err)
{
	const char *words[96], *word = sen_strndup(f->arena, name, len);
	size_t n = 0;
	for (size_t i = 0; i < f->kind->count && n < SEN_COUNT(words); i++)
		if (form_has(&f->kind->fields[i]))
			words[n++] = f->kind->fields[i].name;
	const char *guess = sen_text_guess(word, words, n);
	sen_fail(err, SEN_INVALID, "line %d of the form: no field '%s'", line,
		 sen_text_visible(f->arena, word, false));
	if (guess)
		sen_hint(err, "Did you mean '%s'?", guess);
	else
		sen_hint(err, "If it is part of a note, write the note between <<< and >>>.");
	return SEN_INVALID;
}

/* How long the field name before a colon is; 0: the line begins with none. */
static size_t name_length(const char *line)
{
	size_t n = strspn(line, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-0123456789");
	return n && n < 40 && line[n] == ':' ? n : 0;
}

static void add_line(struct sen_buf *buf, const char *text)
{
	if (buf->len)
		sen_buf_add(buf, "\n");
	sen_buf_add(buf, text);
}

static int begin_field(struct form *f, char *line, size_t len, int number, struct sen_err *err)
{
	const struct sen_field *field = find_field(f, line, len);
	if (!field)
		return unknown(f, line, len, number, err);
	struct sen_buf *value = value_at(f, field);
	if (value->text)
		return sen_fail(err, SEN_INVALID, "line %d of the form: '%s' is there twice (line %d)",
				number, field->name, f->lines[field - f->kind->fields]);
	char *text = line + len + 1;
	text += strspn(text, " \t");
	f->field = field;
	f->lines[field - f->kind->fields] = number;
	sen_buf_add(value, "");
	if (is_text(field) && !strncmp(text, FORM_OPEN, 3)) {
		f->marked = true;
		f->opened = number;
		text += 3;
		text += strspn(text, " \t");
	}
	if (*text)
		sen_buf_add(value, text);
	return 0;
}

static int marked_line(struct form *f, char *line)
{
	char *text = line + strspn(line, " \t");
	if (!strncmp(text, FORM_CLOSE, 3) && !text[3 + strspn(text + 3, " \t")]) {
		f->marked = false;
		return 0;
	}
	size_t slashes = strspn(text, "\\");
	if (slashes && !strncmp(text + slashes, FORM_CLOSE, 3))
		memmove(text, text + 1, strlen(text));
	struct sen_buf *value = value_at(f, f->field);
	if (value->len)
		sen_buf_add(value, "\n");
	else if (!*line)
		return 0; /* blank lines before the text */
	sen_buf_add(value, line);
	return 0;
}

/* Indented below a text field, or run on by an editor that breaks lines. */
static int more(struct form *f, char *line, int number, struct sen_err *err)
{
	char *text = line + strspn(line, " \t");
	if (!*text) {
		if (f->field && f->field->kind == SEN_K_NOTE && value_at(f, f->field)->len)
			sen_buf_add(value_at(f, f->field),
				    "\n"); /* a blank line inside; trimmed at the end */
		return 0;
	}
	if (f->field && is_text(f->field)) {
		add_line(value_at(f, f->field), text);
		return 0;
	}
	sen_fail(err, SEN_INVALID, "line %d of the form belongs to no field: '%.60s'", number,
		 sen_text_visible(f->arena, text, false));
	sen_hint(err, "A line reads 'field: value'. Help begins with #.");
	return SEN_INVALID;
}

static int one_line(struct form *f, char *line, int number, struct sen_err *err)
{
	size_t len;
	if (f->marked)
		return marked_line(f, line);
	if (*line == '#')
		return 0;
	if ((len = name_length(line)))
		return begin_field(f, line, len, number, err);
	return more(f, line, number, err);
}

static int split(struct form *f, const char *text, struct sen_err *err)
{
	char *copy = sen_strdup(f->arena, text), *line = copy;
	if (!strncmp(line, "\xef\xbb\xbf", 3))
		line += 3;
	for (int number = 1; line; number++) {
		char *end = strpbrk(line, "\r\n"), *next = NULL;
		if (end) {
			next = end + 1 + (*end == '\r' && end[1] == '\n');
			*end = '\0';
		}
		int rc = one_line(f, line, number, err);
		if (rc)
			return rc;
		line = next;
	}
	if (f->marked)
		return sen_fail(err, SEN_INVALID,
				"line %d of the form: the note that begins there has no >>>", f->opened);
	return 0;
}

static int take(struct form *f, void *record, bool *given, bool *any, struct sen_err *err)
{
	for (size_t i = 0; i < f->kind->count; i++) {
		const struct sen_field *field = &f->kind->fields[i];
		const char *text = f->values[i].text;
		if (!text)
			continue;
		bool blank = !text[strspn(text, " \t\n")];
		*any |= !blank;
		given[i] = !blank || !sen_field_unset(field, record);
		if (!given[i])
			continue;
		int rc = sen_field_set(f->store, field, record, blank ? "" : text, err);
		if (rc) {
			err->code = rc == SEN_USAGE ? SEN_INVALID : rc;
			sen_form_fault(f->arena, f->kind, err);
			return sen_wrap(err, "line %d of the form", f->lines[i]);
		}
	}
	return 0;
}

int sen_form_read(struct sen_store *store, const struct sen_record *kind, const char *text,
		  const char *before, void *record, bool *given, struct sen_err *err)
{
	struct form f = {.store = store, .kind = kind, .arena = sen_store_arena(store)};
	bool any = false;
	if (before && !strcmp(text, before))
		return sen_fail(err, SEN_FAIL, "the form was not changed");
	f.values = SEN_NEW(f.arena, struct sen_buf, kind->count);
	f.lines = SEN_NEW(f.arena, int, kind->count);
	for (size_t i = 0; i < kind->count; i++)
		f.values[i].arena = f.arena;
	int rc = split(&f, text, err);
	if (!rc)
		rc = take(&f, record, given, &any, err);
	return rc || any ? rc : sen_fail(err, SEN_FAIL, "the form is empty");
}
