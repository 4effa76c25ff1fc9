/* Dates as counts of days: making, splitting, moving and printing them.
 * The proleptic Gregorian arithmetic is Hinnant's days_from_civil. */
#include <sen/date.h>

#include <string.h>

#define FIRST_YEAR 1583
#define LAST_YEAR 9999
#define DAYS_TO_1970 719468  /* from 1 March of year 0 */
#define FIRST_DATE (-141349) /* 1 Jan 1583 */
#define LAST_DATE 2932896    /* 31 Dec 9999 */

static const char months[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
				 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
static const char weekdays[][4] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

static bool leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_days(int year, int month)
{
	static const char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return month == 2 && leap(year) ? 29 : days[month - 1];
}

sen_date sen_date_make(int year, int month, int day)
{
	int y, era, of_era, of_year;

	if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 ||
	    day > month_days(year, month))
		return SEN_NO_DATE;
	y = month <= 2 ? year - 1 : year; /* the year begins in March: the leap day is its last */
	era = y / 400;
	of_era = y - era * 400;
	of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - DAYS_TO_1970;
}

static bool in_range(sen_date date)
{
	return date >= FIRST_DATE && date <= LAST_DATE;
}

void sen_date_split(sen_date date, int *year, int *month, int *day)
{
	int days, era, of_era, y, of_year, shifted;

	if (!in_range(date)) {
		*year = *month = *day = 0;
		return;
	}
	days = date + DAYS_TO_1970;
	era = days / 146097;
	of_era = days - era * 146097;
	y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	of_year = of_era - (365 * y + y / 4 - y / 100);
	shifted = (5 * of_year + 2) / 153;
	*day = of_year - (153 * shifted + 2) / 5 + 1;
	*month = shifted < 10 ? shifted + 3 : shifted - 9;
	*year = y + era * 400 + (*month <= 2);
}

int sen_date_weekday(sen_date date)
{
	int of_week = (int)(((int64_t)date + 3) % 7); /* 1 Jan 1970 was a Thursday */

	return (of_week < 0 ? of_week + 7 : of_week) + 1;
}

sen_date sen_date_add_months(sen_date date, int count)
{
	int year, month, day;
	int64_t total;

	if (!in_range(date))
		return SEN_NO_DATE;
	sen_date_split(date, &year, &month, &day);
	total = (int64_t)year * 12 + month - 1 + count;
	if (total < FIRST_YEAR * 12 || total > LAST_YEAR * 12 + 11)
		return SEN_NO_DATE;
	year = (int)(total / 12);
	month = (int)(total % 12) + 1;
	if (day > month_days(year, month))
		day = month_days(year, month);
	return sen_date_make(year, month, day);
}

sen_date sen_date_add_years(sen_date date, int years)
{
	if (years < -LAST_YEAR || years > LAST_YEAR)
		return SEN_NO_DATE;
	return sen_date_add_months(date, years * 12);
}

/* Meeus/Jones/Butcher. */
sen_date sen_date_easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, g = (8 * b + 13) / 25;
	int h = (19 * a + b - d - g + 15) % 30;
	int l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
	int m = (a + 11 * h + 19 * l) / 433;
	int month, day;

	if (year < FIRST_YEAR || year > LAST_YEAR)
		return SEN_NO_DATE;
	month = (h + l - 7 * m + 90) / 25;
	day = (h + l - 7 * m + 33 * month + 19) % 32;
	return sen_date_make(year, month, day);
}

/* `count` digits as a number; -1 when one is none. */
static int digits(const char *text, int count)
{
	int value = 0;

	for (int i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + text[i] - '0';
	}
	return value;
}

sen_date sen_date_iso(const char *text)
{
	int year, month, day;

	if (!text || strnlen(text, 11) != 10 || text[4] != '-' || text[7] != '-')
		return SEN_NO_DATE;
	year = digits(text, 4);
	month = digits(text + 5, 2);
	day = digits(text + 8, 2);
	return sen_date_make(year, month, day);
}

static char *put_number(char *out, int value, int width)
{
	for (int i = width - 1; i >= 0; i--, value /= 10)
		out[i] = (char)('0' + value % 10);
	return out + width;
}

char *sen_date_text(sen_date date, char out[11])
{
	int year, month, day;
	char *end = out;

	if (in_range(date)) {
		sen_date_split(date, &year, &month, &day);
		end = put_number(end, year, 4);
		*end++ = '-';
		end = put_number(end, month, 2);
		*end++ = '-';
		end = put_number(end, day, 2);
	}
	*end = '\0';
	return out;
}

char *sen_date_short(sen_date date, char out[12])
{
	int year, month, day;
	char *end = out;

	if (in_range(date)) {
		sen_date_split(date, &year, &month, &day);
		end = put_number(end, day, day < 10 ? 1 : 2);
		*end++ = ' ';
		memcpy(end, months[month - 1], 3);
		end += 3;
		*end++ = ' ';
		end = put_number(end, year, 4);
	}
	*end = '\0';
	return out;
}

char *sen_date_long(sen_date date, char out[16])
{
	out[0] = '\0';
	if (in_range(date)) {
		memcpy(out, weekdays[sen_date_weekday(date) - 1], 3);
		out[3] = ' ';
		sen_date_short(date, out + 4);
	}
	return out;
}
