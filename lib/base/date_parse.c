/* Dates as people type them (cli.md 1): day first, and never a guess. */
#include <sen/date.h>
#include <sen/text.h>

#include <stdio.h>
#include <string.h>

#define LONGEST 40

/* What was typed: as it may be shown, and in lower case with single blanks. */
struct typed {
	char shown[LONGEST + 4];
	char text[LONGEST + 1];
	const struct sen_date_context *context;
	struct sen_err *err;
};

/* Each way of writing a date answers 1 = that it was, 0 = it is not this, negative = it is, and wrong. */
typedef int reader(const struct typed *typed, sen_date *out);

static const char *const month_names[] = {"january",   "february", "march",    "april",
					  "may",       "june",	   "july",     "august",
					  "september", "october",  "november", "december"};
static const char *const day_names[] = {"monday", "tuesday",  "wednesday", "thursday",
					"friday", "saturday", "sunday"};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* False when it is empty or longer than any date. */
static bool take(struct typed *typed, const char *in)
{
	size_t shown = 0, used = 0;
	bool part = false;

	for (const char *c = in; *c; c++) {
		if (shown < LONGEST)
			typed->shown[shown++] = *c < ' ' || *c > '~' ? '?' : *c;
		else if (shown == LONGEST)
			shown += (size_t)snprintf(typed->shown + shown, 4, "...");
		if (is_blank(*c)) {
			part = used > 0;
			continue;
		}
		if (used + part >= LONGEST)
			used = LONGEST + 1;
		if (used > LONGEST)
			continue;
		if (part)
			typed->text[used++] = ' ';
		part = false;
		typed->text[used++] = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
	}
	typed->shown[shown] = '\0';
	typed->text[used > LONGEST ? 0 : used] = '\0';
	return used > 0 && used <= LONGEST;
}

/* Up to `most` digits at `*text`, which then stands behind them; how many in `*count`. */
static int read_digits(const char **text, int most, int *count)
{
	int value = 0;

	for (*count = 0; is_digit(**text) && *count < most; (*text)++, (*count)++)
		value = value * 10 + **text - '0';
	return value;
}

/* The place of the word at `text` among `names`, from its first three letters
 * on; -1 when it is none.  `*len` is the length of the word. */
static int name_index(const char *text, const char *const *names, size_t count, size_t *len)
{
	for (*len = 0; is_letter(text[*len]); ++*len)
		;
	for (size_t i = 0; *len >= 3 && i < count; i++) {
		if (strncmp(text, names[i], *len) == 0)
			return (int)i;
	}
	return -1;
}

static int no_such(const struct typed *typed, int year, int month, int day)
{
	sen_date first = sen_date_make(year, month, 1);
	int days = 31;

	sen_fail(typed->err, SEN_USAGE, "'%s': there is no such date", typed->shown);
	if (first != SEN_NO_DATE) {
		while (sen_date_make(year, month, days) == SEN_NO_DATE)
			days--;
		sen_hint(typed->err, "%c%s %d has %d days.", month_names[month - 1][0] - 'a' + 'A',
			 month_names[month - 1] + 1, year, days);
	} else if (month > 12 && day <= 12) {
		sen_hint(typed->err, "The day comes first: %02d/%02d/%04d.", month, day, year);
	} else {
		sen_hint(typed->err, "The day comes first, then the month, then the year: 30/11/2026.");
	}
	return SEN_USAGE;
}

static int short_year(const struct typed *typed, const char *example)
{
	sen_fail(typed->err, SEN_USAGE, "'%s': the year needs four figures", typed->shown);
	sen_hint(typed->err, "Write it in full, such as %s.", example);
	return SEN_USAGE;
}

static int made(const struct typed *typed, int year, int month, int day, sen_date *out)
{
	*out = sen_date_make(year, month, day);
	return *out == SEN_NO_DATE ? no_such(typed, year, month, day) : 1;
}

/* 2026-11-30 */
static int read_iso(const struct typed *typed, sen_date *out)
{
	const char *at = typed->text;
	int year, month, day, year_len, month_len, day_len;

	year = read_digits(&at, 4, &year_len);
	if (year_len != 4 || (*at != '-' && *at != '/'))
		return 0;
	at++;
	month = read_digits(&at, 2, &month_len);
	if (month_len == 0 || *at != typed->text[4])
		return 0;
	at++;
	day = read_digits(&at, 2, &day_len);
	if (day_len == 0 || *at)
		return 0;
	if (month_len == 2 && day_len == 2 && typed->text[4] == '-')
		return made(typed, year, month, day, out);
	sen_fail(typed->err, SEN_USAGE, "'%s': a date that begins with the year is written 2026-11-30",
		 typed->shown);
	sen_hint(typed->err, "Write %04d-%02d-%02d.", year, month, day);
	return SEN_USAGE;
}

/* 30/11/2026; points and hyphens part as well.  Always day first. */
static int read_day_first(const struct typed *typed, sen_date *out)
{
	const char *at = typed->text;
	int year, month, day, len;
	char mark;

	day = read_digits(&at, 2, &len);
	mark = *at;
	if (len == 0 || (mark != '/' && mark != '.' && mark != '-'))
		return 0;
	at++;
	month = read_digits(&at, 2, &len);
	if (len == 0)
		return 0;
	if (!*at)
		return short_year(typed, "30/11/2026");
	if (*at++ != mark)
		return 0;
	year = read_digits(&at, 5, &len);
	if (*at)
		return 0;
	return len == 4 ? made(typed, year, month, day, out) : short_year(typed, "30/11/2026");
}

static const char *skip_gap(const char *at)
{
	while (*at == ' ' || *at == '-' || *at == '/' || *at == ',')
		at++;
	return at;
}

/* 30 Nov 2026, 30th November 2026, 30-Nov-2026, and as sendctl writes it: Mon 30 Nov 2026. */
static int read_named_month(const struct typed *typed, sen_date *out)
{
	const char *at = typed->text;
	size_t len;
	int weekday = name_index(at, day_names, 7, &len), month, day, year, count, rc;

	if (weekday >= 0)
		at = skip_gap(at + len);
	day = read_digits(&at, 2, &count);
	if (count == 0)
		return 0;
	if (strncmp(at, "st", 2) == 0 || strncmp(at, "nd", 2) == 0 || strncmp(at, "rd", 2) == 0 ||
	    strncmp(at, "th", 2) == 0)
		at += 2;
	at = skip_gap(at);
	month = name_index(at, month_names, 12, &len);
	if (month < 0)
		return 0;
	at = skip_gap(at + len);
	year = read_digits(&at, 5, &count);
	if (*at)
		return 0;
	if (count != 4)
		return short_year(typed, "30 Nov 2026");
	rc = made(typed, year, month + 1, day, out);
	if (rc == 1 && weekday >= 0 && sen_date_weekday(*out) != weekday + 1) {
		char shown[16];

		sen_fail(typed->err, SEN_USAGE, "'%s': the weekday does not fit", typed->shown);
		sen_hint(typed->err, "That date is %s.", sen_date_long(*out, shown));
		return SEN_USAGE;
	}
	return rc;
}

static int too_far(const struct typed *typed)
{
	sen_fail(typed->err, SEN_USAGE, "'%s': that is too far away to be a date", typed->shown);
	sen_hint(typed->err, "Write the date itself, such as 30/11/2026.");
	return SEN_USAGE;
}

/* +6w -10d +1m +1y */
static int read_offset(const struct typed *typed, sen_date *out)
{
	const char *at = typed->text;
	char sign = *at, unit, text[11];
	int count, len;

	if (sign == '+' || sign == '-')
		at++;
	count = read_digits(&at, 5, &len);
	unit = *at;
	if (len == 0 || !unit || !strchr("dwmy", unit) || at[1])
		return 0;
	if (sign != '+' && sign != '-') {
		sen_fail(typed->err, SEN_USAGE, "'%s': is that from now on or back", typed->shown);
		sen_hint(typed->err, "Write +%s for what comes, -%s for what was.", typed->text, typed->text);
		return SEN_USAGE;
	}
	if (sign == '-')
		count = -count;
	if (unit == 'm')
		*out = sen_date_add_months(typed->context->today, count);
	else if (unit == 'y')
		*out = sen_date_add_years(typed->context->today, count);
	else
		*out = typed->context->today + count * (unit == 'w' ? 7 : 1);
	/* Through the printed form: what has none is no date. */
	*out = sen_date_iso(sen_date_text(*out, text));
	return *out == SEN_NO_DATE ? too_far(typed) : 1;
}

/* mon: the next one for what is due, the last one (today too) for what happened. */
static int read_weekday(const struct typed *typed, sen_date *out)
{
	sen_date today = typed->context->today;
	size_t len;
	int weekday = name_index(typed->text, day_names, 7, &len);
	int back;

	if (weekday < 0 || typed->text[len])
		return 0;
	back = (sen_date_weekday(today) - 1 - weekday + 7) % 7;
	*out = typed->context->future ? today + 7 - back : today - back;
	return 1;
}

static int read_word(const struct typed *typed, sen_date *out)
{
	static const char *const words[] = {"yesterday", "today", "tomorrow"};

	for (int i = 0; i < 3; i++) {
		if (strcmp(typed->text, words[i]) == 0) {
			*out = typed->context->today + i - 1;
			return 1;
		}
	}
	if (strcmp(typed->text, "end of term") != 0)
		return 0;
	*out = typed->context->end_of_term;
	if (*out != SEN_NO_DATE)
		return 1;
	sen_fail(typed->err, SEN_USAGE, "'end of term': the dates of this term are not known");
	sen_hint(typed->err, "Enter them with sendctl term add, or write the date itself.");
	return SEN_USAGE;
}

int sen_date_parse(const char *text, const struct sen_date_context *context, sen_date *out,
		   struct sen_err *err)
{
	static reader *const readers[] = {read_iso,    read_day_first, read_named_month,
					  read_offset, read_weekday,   read_word};
	struct typed typed = {.context = context, .err = err};
	int rc = 0;

	*out = SEN_NO_DATE;
	if (take(&typed, text ? text : "")) {
		for (size_t i = 0; i < SEN_COUNT(readers) && rc == 0; i++)
			rc = readers[i](&typed, out);
	}
	if (rc == 1)
		return 0;
	*out = SEN_NO_DATE;
	if (rc < 0)
		return rc;
	sen_fail(err, SEN_USAGE, "'%s' is not a date", typed.shown);
	sen_hint(err,
		 "Write 30/11/2026, 2026-11-30, 30 Nov 2026, today, yesterday, mon, +6w or end of term.");
	return SEN_USAGE;
}

int sen_date_near(sen_date date, sen_date today, struct sen_err *err)
{
	enum { FAR_DAYS = 30 * 366 };
	char day[16];

	if (date == SEN_NO_DATE || date <= today + FAR_DAYS)
		return 0;
	sen_fail(err, SEN_INVALID, "%s is more than thirty years ahead", sen_date_long(date, day));
	sen_hint(err, "Look at the year.");
	return SEN_INVALID;
}
