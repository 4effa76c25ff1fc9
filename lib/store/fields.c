/* Fields by their table: blank, read from text as typed, told as text. */
#include "store/private.h"

#include <sen/text.h>
#include <stdio.h>
#include <string.h>

static bool is_text(enum sen_kind kind)
{
	return kind == SEN_K_NAME || kind == SEN_K_LINE || kind == SEN_K_NOTE || kind == SEN_K_CODE ||
	       kind == SEN_K_INSTANT;
}

static void *at(const struct sen_field *field, void *record)
{
	return (char *)record + field->offset;
}

const char *field_text(const struct sen_field *field, const void *record)
{
	return *(const char *const *)((const char *)record + field->offset);
}

int64_t field_int(const struct sen_field *field, const void *record)
{
	return *(const int64_t *)((const char *)record + field->offset);
}

sen_date field_date(const struct sen_field *field, const void *record)
{
	return *(const sen_date *)((const char *)record + field->offset);
}

enum field_c field_c(const struct sen_field *field)
{
	if (field->kind == SEN_K_DATE)
		return FIELD_C_DATE;
	return is_text(field->kind) ? FIELD_C_TEXT : FIELD_C_INT;
}

void field_put(const struct sen_field *field, void *record, const char *text, int64_t number, sen_date date)
{
	switch (field_c(field)) {
	case FIELD_C_TEXT:
		*(const char **)at(field, record) = text;
		break;
	case FIELD_C_DATE:
		*(sen_date *)at(field, record) = date;
		break;
	case FIELD_C_INT:
		*(int64_t *)at(field, record) = number;
	}
}

const struct sen_field *sen_field_named(const struct sen_record *kind, const char *name)
{
	size_t i;

	for (i = 0; i < kind->count; i++)
		if (!strcmp(kind->fields[i].name, name))
			return &kind->fields[i];
	return NULL;
}

void sen_record_blank(const struct sen_record *kind, void *record)
{
	size_t i;

	memset(record, 0, kind->size);
	for (i = 0; i < kind->count; i++)
		field_put(&kind->fields[i], record, NULL, SEN_NO_INT, SEN_NO_DATE);
}

void *sen_record_new(struct sen_arena *arena, const struct sen_record *kind)
{
	void *record = sen_alloc(arena, kind->size);

	sen_record_blank(kind, record);
	return record;
}

bool sen_field_unset(const struct sen_field *field, const void *record)
{
	switch (field_c(field)) {
	case FIELD_C_TEXT:
		return !field_text(field, record);
	case FIELD_C_DATE:
		return field_date(field, record) == SEN_NO_DATE;
	default:
		return field_int(field, record) == SEN_NO_INT;
	}
}

bool sen_field_equal(const struct sen_field *field, const void *a, const void *b)
{
	const char *x, *y;

	switch (field_c(field)) {
	case FIELD_C_TEXT:
		x = field_text(field, a);
		y = field_text(field, b);
		return x == y || (x && y && !strcmp(x, y));
	case FIELD_C_DATE:
		return field_date(field, a) == field_date(field, b);
	default:
		return field_int(field, a) == field_int(field, b);
	}
}

const char *sen_field_text(struct sen_arena *arena, const struct sen_field *field, const void *record)
{
	char date[11];

	if (sen_field_unset(field, record))
		return NULL;
	switch (field_c(field)) {
	case FIELD_C_TEXT:
		return field_text(field, record);
	case FIELD_C_DATE:
		return sen_strdup(arena, sen_date_text(field_date(field, record), date));
	default:
		return sen_format(arena, "%lld", (long long)field_int(field, record));
	}
}

/* ---- Codes ---- */

const char *sen_code_label(const struct sen_code_row *codes, const char *code)
{
	const struct sen_code_row *row;

	if (!code)
		return NULL;
	for (row = codes; row && row->code; row++)
		if (!strcmp(row->code, code))
			return row->label;
	return code;
}

const char *sen_code_find(const struct sen_code_row *codes, const char *text)
{
	const struct sen_code_row *row;

	for (row = codes; row && row->code; row++)
		if (sen_text_same(row->code, text))
			return row->code;
	for (row = codes; row && row->code; row++)
		if (row->label && sen_text_same(row->label, text))
			return row->code;
	return NULL;
}
