/* What our own form says of a row in brackets: exactly, both ways. */
#include "rules/ehc_read.h"

#include <sen/text.h>

#include <ctype.h>
#include <string.h>

static const struct {
	const char *key, *field;
} keys[] = {{"serves", "serves"},  {"type", "type"},   {"minutes", "minutes"}, {"times", "times"},
	    {"per", "per"},	   {"weeks", "weeks"}, {"who", "who"},	       {"ratio", "ratio"},
	    {"dated", "dated_on"}, {"due", "due_on"},  {"pounds", "pence"}};

static bool take_pounds(const char *value, int64_t *out)
{
	size_t whole = strspn(value, "0123456789");
	int64_t pounds;

	if (whole == 0 || whole > 9)
		return false;
	pounds = strtoll(value, NULL, 10);
	*out = pounds * 100;
	if (!value[whole])
		return true;
	if (value[whole] != '.' || !isdigit((unsigned char)value[whole + 1]) ||
	    !isdigit((unsigned char)value[whole + 2]) || value[whole + 3])
		return false;
	*out += (value[whole + 1] - '0') * 10 + (value[whole + 2] - '0');
	return true;
}

static bool take(struct sen_arena *arena, const struct sen_field *field, struct sen_ehc_item *item,
		 const char *value)
{
	void *at = (char *)item + field->offset;
	struct sen_err ignored = {0};
	const char *clean = NULL;
	static const struct sen_date_context nowhen = {.end_of_term = SEN_NO_DATE};
	sen_date day;

	switch (field->kind) {
	case SEN_K_DATE:
		/* As it may be typed anywhere, but nothing that hangs on the day of reading. */
		if (!isdigit((unsigned char)*value) || sen_date_parse(value, &nowhen, &day, &ignored) < 0)
			return false;
		*(sen_date *)at = day;
		return true;
	case SEN_K_PENCE:
		return take_pounds(value, at);
	case SEN_K_CODE:
		*(const char **)at = sen_code_find(field->codes, value);
		return *(const char **)at != NULL;
	case SEN_K_INT:
	case SEN_K_MINUTES:
		return sen_int_parse(value, at) && *(int64_t *)at > 0;
	default:
		if (sen_text_clean(arena, value, SEN_TEXT_LINE, field->limit ? field->limit : SEN_LIMIT_LINE,
				   &clean, &ignored) < 0)
			return false;
		*(const char **)at = clean;
		return true;
	}
}

static const struct sen_field *field_of(const char *key, size_t len)
{
	for (size_t i = 0; i < SEN_COUNT(keys); i++)
		if (strlen(keys[i].key) == len && strncasecmp(keys[i].key, key, len) == 0)
			return sen_field_named(&sen_ehc_item_record, keys[i].field);
	return NULL;
}

static const char *trimmed(struct sen_arena *arena, const char *at, size_t len)
{
	while (len && at[len - 1] == ' ')
		len--;
	return sen_strndup(arena, at, len);
}

bool ehc_read_marks(struct sen_arena *arena, const char *line, struct sen_ehc_item *item, const char **fault)
{
	size_t len = strlen(line);
	const char *end = line + len - 1;

	if (len < 2 || line[0] != '[' || *end != ']')
		return false;
	for (const char *at = line + 1; at < end;) {
		size_t part = strcspn(at, "|"), key;
		const struct sen_field *field;

		if (at + part > end)
			part = (size_t)(end - at);
		at += strspn(at, " ");
		part = strcspn(at, "|]");
		key = strcspn(at, ":|]");
		field = at[key] == ':' && key < part ? field_of(at, key) : NULL;
		if (!field)
			return false; /* a line of the plan that happens to be in brackets */
		const char *from = at + key + 1 + strspn(at + key + 1, " ");
		const char *value = trimmed(arena, from, from > at + part ? 0 : (size_t)(at + part - from));

		if (!take(arena, field, item, value))
			*fault = sen_format(arena, "'%.*s' cannot be '%s'", (int)key, at, value);
		at += part + 1;
	}
	return true;
}

const char *ehc_write_marks(struct sen_arena *arena, const struct sen_ehc_item *item)
{
	struct sen_buf buf = {.arena = arena};

	for (size_t i = 0; i < SEN_COUNT(keys); i++) {
		const struct sen_field *field = sen_field_named(&sen_ehc_item_record, keys[i].field);
		const char *value;

		if (sen_field_unset(field, item))
			continue;
		value = field->kind == SEN_K_PENCE
				? sen_format(arena, "%lld.%02lld", (long long)item->pence / 100,
					     (long long)item->pence % 100)
				: sen_field_text(arena, field, item);
		sen_buf_addf(&buf, "%s%s: ", buf.len ? " | " : "", keys[i].key);
		for (; *value; value++)
			sen_buf_addn(&buf, strchr("|]", *value) ? "/" : value, 1);
	}
	return buf.text;
}
