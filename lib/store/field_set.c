/* A field from text as typed or imported: cleaned, parsed, checked. */
#include "store/private.h"

#include <ctype.h>
#include <sen/text.h>
#include <stdio.h>
#include <string.h>

#define MAX_AMOUNT 100000000000LL /* a thousand million pounds: beyond it is a slip */
#define MAX_MINUTES (60LL * 24 * 366)

/* "--due" as it is typed; "NOTE" for what is given by its place. */
const char *field_option(struct sen_arena *arena, const struct sen_field *field)
{
	bool placed = field->flags & SEN_F_POSITIONAL;
	char *name =
		sen_format(arena, "%s%s", placed ? "" : "--", field->option ? field->option : field->name);

	for (char *p = name; *p; p++)
		*p = *p == '_' ? '-' : placed ? (char)toupper((unsigned char)*p) : *p;
	return name;
}

static int name_it(struct sen_store *store, const struct sen_field *field, struct sen_err *err)
{
	return sen_wrap(err, "%s", field_option(store->arena, field));
}

static int set_text(struct sen_store *store, const struct sen_field *field, void *record, const char *text,
		    struct sen_err *err)
{
	static const struct {
		enum sen_text_rule rule;
		uint32_t limit;
	} rules[] = {
		[SEN_K_NAME] = {SEN_TEXT_NAME, SEN_LIMIT_NAME},
		[SEN_K_LINE] = {SEN_TEXT_LINE, SEN_LIMIT_LINE},
		[SEN_K_NOTE] = {SEN_TEXT_NOTE, SEN_LIMIT_NOTE},
		[SEN_K_CODE] = {SEN_TEXT_NAME, SEN_LIMIT_NAME},
	};
	const char *clean;
	int rc = sen_text_clean(store->arena, text, rules[field->kind].rule,
				field->limit ? field->limit : rules[field->kind].limit, &clean, err);

	if (rc == 0)
		field_put(field, record, clean, 0, 0);
	return rc;
}

static int bad_code(struct sen_store *store, const struct sen_field *field, const char *text,
		    struct sen_err *err)
{
	struct sen_buf list = {.arena = store->arena};
	const struct sen_code_row *row;
	const char *words[200], *guess;
	size_t count = 0;

	for (row = field->codes; row->code; row++) {
		if (count < SEN_COUNT(words))
			words[count++] = row->code;
		if (list.len < 560)
			sen_buf_addf(&list, "%s%s", list.len ? ", " : "", row->code);
		else if (!row[1].code)
			sen_buf_add(&list, ", ...");
	}
	guess = sen_text_guess(text, words, count);
	sen_fail(err, SEN_INVALID, "'%s' is none of its words", sen_text_visible(store->arena, text, false));
	if (guess)
		sen_hint(err, "Did you mean '%s'? It takes: %s.", guess, list.text);
	else
		sen_hint(err, "It takes: %s.", list.text);
	return SEN_INVALID;
}

static int set_code(struct sen_store *store, const struct sen_field *field, void *record, const char *text,
		    struct sen_err *err)
{
	const char *code;

	if (!field->codes)
		return set_text(store, field, record, text, err);
	code = sen_code_find(field->codes, text);
	if (!code)
		return bad_code(store, field, text, err);
	field_put(field, record, code, 0, 0);
	return 0;
}

static int set_date(struct sen_store *store, const struct sen_field *field, void *record, const char *text,
		    struct sen_err *err)
{
	struct sen_date_context context = {
		.today = store->context.today,
		.future = field->flags & SEN_F_FUTURE,
		.end_of_term = SEN_NO_DATE,
	};
	const struct sen_calendar *calendar;
	struct sen_period term;
	char day[16];
	sen_date date = sen_date_iso(text);
	int rc;

	if (date == SEN_NO_DATE) {
		if (sen_text_starts(text, "end")) {
			if ((rc = sen_store_calendar(store, &calendar, err)) < 0)
				return rc;
			term = sen_term_of(calendar, store->context.today);
			if (term.from != SEN_NO_DATE)
				context.end_of_term = sen_school_day_before(calendar, term.until - 1);
		}
		if ((rc = sen_date_parse(text, &context, &date, err)) < 0)
			return rc;
	}
	if ((field->flags & SEN_F_PAST) && date > store->context.today) {
		sen_fail(err, SEN_INVALID, "%s has not come yet", sen_date_long(date, day));
		sen_hint(err, "Today is %s. Give the day it happened.",
			 sen_date_long(store->context.today, day));
		return SEN_INVALID;
	}
	if ((rc = sen_date_near(date, store->context.today, err)) < 0)
		return rc;
	field_put(field, record, NULL, 0, date);
	return 0;
}

static int set_bool(const char *text, int64_t *out, struct sen_err *err)
{
	static const char *const yes[] = {"yes", "y", "true", "t", "1", "on"};
	static const char *const no[] = {"no", "n", "false", "f", "0", "off"};
	size_t i;

	for (i = 0; i < SEN_COUNT(yes); i++) {
		if (sen_text_same(text, yes[i]) || sen_text_same(text, no[i])) {
			*out = sen_text_same(text, yes[i]);
			return 0;
		}
	}
	return sen_fail(err, SEN_INVALID, "it is yes or no");
}

/* "12", "12.3", "12.34", "1,234.50", with or without the pound sign. */
bool field_pence(const char *text, int64_t *out)
{
	int64_t pounds = 0, pence = 0;
	int digits = 0, places = -1;

	if (!strncmp(text, "\xc2\xa3", 2))
		text += 2;
	for (; *text; text++) {
		if (*text == '.' && places < 0)
			places = 0;
		else if (*text == ',' && places < 0 && digits > 0 && isdigit((unsigned char)text[1]) &&
			 isdigit((unsigned char)text[2]) && isdigit((unsigned char)text[3]) &&
			 !isdigit((unsigned char)text[4]))
			continue;
		else if (!isdigit((unsigned char)*text) || places >= 2 || pounds > MAX_AMOUNT)
			return false;
		else if (places >= 0)
			pence += (*text - '0') * (places++ == 0 ? 10 : 1);
		else
			pounds = pounds * 10 + (*text - '0'), digits++;
	}
	*out = pounds * 100 + pence;
	return digits > 0 && places != 0 && *out <= MAX_AMOUNT;
}

/* "90", "90m", "1h", "1h30", "1h 30m", "1:30". */
bool field_minutes(const char *text, int64_t *out)
{
	int64_t first = 0, second = 0;
	const char *p = text;
	bool hours = false;

	for (; isdigit((unsigned char)*p) && first < MAX_MINUTES; p++)
		first = first * 10 + (*p - '0');
	if (p == text)
		return false;
	if (*p == 'h' || *p == 'H' || *p == ':') {
		hours = true;
		for (p++; *p == ' '; p++)
			;
		for (; isdigit((unsigned char)*p) && second < 60; p++)
			second = second * 10 + (*p - '0');
	}
	if (*p == 'm' && p > text && isdigit((unsigned char)p[-1])) {
		p++;
		if (!strncmp(p, "in", 3))
			p += 2;
	}
	*out = hours ? first * 60 + second : first;
	return !*p && second < 60 && *out <= MAX_MINUTES;
}

static int set_ref(struct sen_store *store, const struct sen_field *field, const char *text, int64_t *out,
		   struct sen_err *err)
{
	const struct sen_record *kind = sen_record_named(field->ref);
	bool there;
	int rc;

	if (kind && kind->find && (rc = kind->find(store, text, out, err)) != 0)
		return rc < 0 ? rc : 0;
	if (!kind || !sen_id_parse(text, kind->prefix, out)) {
		sen_fail(err, SEN_INVALID, "'%s' is no id of a %s",
			 sen_text_visible(store->arena, text, false), field->ref);
		sen_hint(err, "It looks like %s12: 'sendctl %s list' shows them.", kind ? kind->prefix : "",
			 field->ref);
		return SEN_INVALID;
	}
	if ((rc = record_exists(store, kind, *out, &there, err)) < 0 || there)
		return rc;
	sen_fail(err, SEN_NOTFOUND, "there is no %s %s%lld", kind->noun, kind->prefix, (long long)*out);
	return SEN_NOTFOUND;
}

static int set_number(struct sen_store *store, const struct sen_field *field, void *record, const char *text,
		      struct sen_err *err)
{
	int64_t number = SEN_NO_INT;
	int rc = 0;

	switch (field->kind) {
	case SEN_K_BOOL:
		rc = set_bool(text, &number, err);
		break;
	case SEN_K_PENCE:
		if (!field_pence(text, &number))
			rc = sen_fail(err, SEN_INVALID, "it is an amount like 12.50");
		break;
	case SEN_K_MINUTES:
		if (!field_minutes(text, &number))
			rc = sen_fail(err, SEN_INVALID, "it is a time in minutes like 90, or 1h30");
		break;
	case SEN_K_REF:
		rc = set_ref(store, field, text, &number, err);
		break;
	default:
		if (!sen_int_parse(text, &number))
			rc = sen_fail(err, SEN_INVALID, "it is a whole number");
		else if (field->limit && (number < 0 || number > field->limit))
			rc = sen_fail(err, SEN_INVALID, "it is a whole number up to %u", field->limit);
	}
	if (rc == 0)
		field_put(field, record, NULL, number, 0);
	return rc;
}

/* Codes, dates and numbers are read without the blanks around them. */
static const char *trimmed(struct sen_arena *arena, const char *text)
{
	size_t len;

	while (isspace((unsigned char)*text))
		text++;
	len = strlen(text);
	if (len == 0 || !isspace((unsigned char)text[len - 1]))
		return text;
	while (len > 0 && isspace((unsigned char)text[len - 1]))
		len--;
	return sen_strndup(arena, text, len);
}

int sen_field_set(struct sen_store *store, const struct sen_field *field, void *record, const char *text,
		  struct sen_err *err)
{
	int rc;

	if (!text || !*text) {
		field_put(field, record, NULL, SEN_NO_INT, SEN_NO_DATE);
		return 0;
	}
	if (field->kind == SEN_K_NAME || field->kind == SEN_K_LINE || field->kind == SEN_K_NOTE) {
		rc = set_text(store, field, record, text, err);
	} else {
		text = trimmed(store->arena, text);
		if (!*text)
			return sen_field_set(store, field, record, NULL, err);
		if (field->kind == SEN_K_CODE)
			rc = set_code(store, field, record, text, err);
		else if (field->kind == SEN_K_DATE)
			rc = set_date(store, field, record, text, err);
		else if (field->kind == SEN_K_INSTANT) /* the record's own, never typed: as it is */
			rc = (field_put(field, record, sen_strdup(store->arena, text), 0, 0), 0);
		else
			rc = set_number(store, field, record, text, err);
	}
	return rc < 0 ? name_it(store, field, err) : 0;
}
