/* The form of a record: "field: value" lines, notes between markers, and help
 * as # lines above each. */
#include "exchange/form.h"
#include <stdlib.h>
#include <string.h>

static const char head[] = "#\n"
			   "# Fill in after the colon. Lines that begin with # are help and are not kept.\n"
			   "# A note may have several lines: write them between <<< and >>>, or indented\n"
			   "# below the colon. An empty field is left unknown.\n";

static void add_codes(struct sen_buf *buf, const struct sen_field *field)
{
	size_t width = 0;
	if (!field->codes || !field->codes[0].code)
		return;
	for (const struct sen_code_row *row = field->codes; row->code; row++) {
		size_t n = strlen(row->code) + (row->label ? strlen(row->label) + 3 : 0) + 2;
		if (!width || width + n > 76) {
			sen_buf_add(buf, width ? "\n#   " : "#   ");
			width = 4;
		}
		sen_buf_addf(buf, row->label && strcmp(row->label, row->code) ? "%s (%s)%s" : "%s%.0s%s",
			     row->code, row->label ? row->label : "", row[1].code ? ", " : "");
		width += n;
	}
	sen_buf_add(buf, "\n");
}

static const char *shown(struct sen_arena *arena, const struct sen_field *field, const void *record)
{
	if (sen_field_unset(field, record))
		return NULL;
	int64_t number;
	switch (field->kind) {
	case SEN_K_BOOL:
		memcpy(&number, (const char *)record + field->offset, sizeof(number));
		return number ? "yes" : "no";
	case SEN_K_PENCE:
		memcpy(&number, (const char *)record + field->offset, sizeof(number));
		return sen_format(arena, "%s%lld.%02lld", number < 0 ? "-" : "",
				  (long long)llabs(number) / 100, (long long)llabs(number) % 100);
	default:
		return sen_field_text(arena, field, record);
	}
}

static void add_note(struct sen_buf *buf, const char *text)
{
	sen_buf_add(buf, " " FORM_OPEN "\n");
	if (text) {
		/* A line of the note that is the end marker itself would end it early. */
		for (const char *line = text; line;) {
			const char *end = strchr(line, '\n');
			size_t n = end ? (size_t)(end - line) : strlen(line);
			size_t lead = strspn(line, " \t\\");
			if (!strncmp(line + lead, FORM_CLOSE, 3))
				sen_buf_add(buf, "\\");
			sen_buf_addn(buf, line, n);
			sen_buf_add(buf, "\n");
			line = end ? end + 1 : NULL;
		}
	}
	sen_buf_add(buf, FORM_CLOSE "\n");
}

void form_add_help(struct sen_buf *buf, const struct sen_field *field, const char *indent)
{
	sen_buf_addf(buf, "#%s%s%s\n", indent, field->help ? field->help : field->name,
		     field->flags & SEN_F_REQUIRED ? " (needed)" : "");
	add_codes(buf, field);
}

/* A note of one line stands on the line of its field. */
void form_add_value(struct sen_buf *buf, const struct sen_field *field, const void *record)
{
	const char *value = shown(buf->arena, field, record);
	sen_buf_addf(buf, "%s:", field->name);
	if (field->kind == SEN_K_NOTE && value && (strchr(value, '\n') || !strncmp(value, FORM_OPEN, 3)))
		add_note(buf, value);
	else
		sen_buf_addf(buf, value ? " %s\n" : "%s\n", value ? value : "");
}

char *sen_form_write(struct sen_arena *arena, const struct sen_record *kind, const void *record,
		     const char *title)
{
	struct sen_buf buf = {.arena = arena};
	sen_buf_addf(&buf, "# %s\n%s", title, head);
	for (size_t i = 0; i < kind->count; i++) {
		const struct sen_field *field = &kind->fields[i];
		if (!form_has(field))
			continue;
		sen_buf_add(&buf, "\n");
		form_add_help(&buf, field, " ");
		sen_buf_addf(&buf, "%s:", field->name);
		const char *value = shown(arena, field, record);
		if (field->kind == SEN_K_NOTE)
			add_note(&buf, value);
		else
			sen_buf_addf(&buf, value ? " %s\n" : "%s\n", value ? value : "");
	}
	return buf.text;
}
