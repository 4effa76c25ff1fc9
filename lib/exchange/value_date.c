/* Dates as MIS exports and Excel write them (domain.md 5.2): day first, ISO,
 * "03 Sep 2025", two-digit years, Excel's serial numbers, a time behind. */
#include "exchange/mis.h"
#include <ctype.h>
#include <sen/text.h>
#include <string.h>

#define SERIAL_FIRST 10000 /* 18 May 1927 */
#define SERIAL_LAST 80000  /* 11 Jan 2119 */
#define SERIAL_EPOCH 25569 /* Excel's number of 1 Jan 1970 */

struct token {
	bool number;
	int value, digits; /* of a number */
	int month;	   /* of a word; 0: no month's name */
};

static int month_of(const char *word, size_t len)
{
	static const char *const names[] = {"january",	 "february", "march",	 "april",
					    "may",	 "june",     "july",	 "august",
					    "september", "october",  "november", "december"};
	if (len < 3)
		return 0;
	for (int i = 0; i < 12; i++)
		if (!strncasecmp(word, names[i], len) ||
		    (i == 8 && len == 4 && !strncasecmp(word, "sept", 4)))
			return i + 1;
	return 0;
}

static bool is_weekday(const char *word, size_t len)
{
	static const char *const names[] = {"monday", "tuesday",  "wednesday", "thursday",
					    "friday", "saturday", "sunday"};
	for (int i = 0; i < 7; i++)
		if (len >= 3 && !strncasecmp(word, names[i], len))
			return true;
	return false;
}

static bool is_ordinal(const char *word, size_t len)
{
	return len == 2 && (!strncasecmp(word, "st", 2) || !strncasecmp(word, "nd", 2) ||
			    !strncasecmp(word, "rd", 2) || !strncasecmp(word, "th", 2));
}

/* Past three tokens only a time may follow. */
static bool is_time(const char *text)
{
	for (; *text; text++)
		if (!strchr("0123456789:.TZz +-APMapm", *text))
			return false;
	return true;
}

/* The tokens of the date; -1 when it is none. */
static int tokens(const char *text, struct token out[3])
{
	int n = 0;
	for (const char *p = text; *p;) {
		const char *start = p;
		if (strchr(" /.,-\t", *p) || (n == 3 && *p == 'T')) {
			p++;
			continue;
		}
		if (n == 3)
			return is_time(p) ? n : -1;
		struct token *t = &out[n];
		memset(t, 0, sizeof(*t));
		if (isdigit((unsigned char)*p)) {
			for (t->number = true; isdigit((unsigned char)*p) && p - start < 9; p++)
				t->value = t->value * 10 + (*p - '0');
			t->digits = (int)(p - start);
			n++;
			continue;
		}
		while (isalpha((unsigned char)*p))
			p++;
		size_t len = (size_t)(p - start);
		if (!len)
			return -1;
		if (is_weekday(start, len) || is_ordinal(start, len))
			continue;
		if (!(t->month = month_of(start, len)))
			return -1;
		n++;
	}
	return n;
}

static int whole_year(const struct token *t, int month, int day, sen_date latest)
{
	if (t->digits != 2)
		return t->digits == 4 ? t->value : 0;
	sen_date date = sen_date_make(2000 + t->value, month, day);
	return date != SEN_NO_DATE && date > latest ? 1900 + t->value : 2000 + t->value;
}

static enum value_date made(int year, int month, int day, sen_date *out)
{
	if (!year)
		return VALUE_UNREAD;
	*out = sen_date_make(year, month, day);
	return *out == SEN_NO_DATE ? VALUE_NO_DAY : VALUE_DATE;
}

static enum value_date single(const char *text, const struct token *t, sen_date *out)
{
	if (t->number && t->digits == 8)
		return made(t->value / 10000, t->value / 100 % 100, t->value % 100, out);
	if (!t->number || t->digits != 5 || t->value < SERIAL_FIRST || t->value > SERIAL_LAST)
		return VALUE_UNREAD;
	(void)text;
	*out = t->value - SERIAL_EPOCH;
	return VALUE_DATE;
}

enum value_date value_date(const char *text, sen_date latest, sen_date *out)
{
	struct token t[3];
	*out = SEN_NO_DATE;
	if (!text)
		return VALUE_BLANK;
	if (strlen(text) == 10 && (*out = sen_date_iso(text)) != SEN_NO_DATE)
		return VALUE_DATE;
	int n = tokens(text, t);
	if (n >= 1 && t[0].number && t[0].digits == 5 &&
	    (n == 1 || (n == 2 && t[1].number && strchr(text, '.'))))
		return single(text, &t[0], out); /* with the time as a fraction of the day */
	if (n == 1)
		return single(text, &t[0], out);
	if (n != 3 || !t[2].number)
		return VALUE_UNREAD;
	if (t[0].number && t[0].digits == 4 && (t[1].month || t[1].digits <= 2) && t[2].digits <= 2)
		return made(t[0].value, t[1].month ? t[1].month : t[1].value, t[2].value, out);
	if (t[0].month && t[1].number && t[1].digits <= 2) /* Sep 3, 2025 */
		return made(whole_year(&t[2], t[0].month, t[1].value, latest), t[0].month, t[1].value, out);
	if (!t[0].number || t[0].digits > 2 || (t[1].number && t[1].digits > 2))
		return VALUE_UNREAD;
	int month = t[1].number ? t[1].value : t[1].month;
	return made(whole_year(&t[2], month, t[0].value, latest), month, t[0].value, out);
}
