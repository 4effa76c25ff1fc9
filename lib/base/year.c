/* England's school year: academic years, year groups, compulsory school age
 * (domain.md 7.1), and the date in London. */
#include <sen/date.h>
#include <sen/text.h>

#include <string.h>

static const char *const codes[] = {"N1", "N2", "R", "1",  "2",	 "3",  "4",  "5", "6",
				    "7",  "8",	"9", "10", "11", "12", "13", "14"};

#define LOWEST_YEAR (-2) /* N1 */

int sen_academic_year(sen_date date)
{
	int year, month, day;

	sen_date_split(date, &year, &month, &day);
	return month >= 9 ? year : year - 1;
}

int sen_nc_year(sen_date dob, sen_date on)
{
	return sen_academic_year(on) - sen_academic_year(dob) - 5;
}

bool sen_year_parse(const char *code, int *year)
{
	for (size_t i = 0; code && i < SEN_COUNT(codes); i++) {
		if (sen_text_same(code, codes[i])) {
			*year = (int)i + LOWEST_YEAR;
			return true;
		}
	}
	return false;
}

const char *sen_year_code(int year)
{
	if (year < LOWEST_YEAR || year >= (int)SEN_COUNT(codes) + LOWEST_YEAR)
		return NULL;
	return codes[year - LOWEST_YEAR];
}

/* The prescribed day (31 March, 31 August, 31 December) on or next after the
 * fifth birthday. */
sen_date sen_school_age(sen_date dob)
{
	sen_date fifth = sen_date_add_years(dob, 5);
	int year, month, day;

	if (fifth == SEN_NO_DATE)
		return SEN_NO_DATE;
	sen_date_split(fifth, &year, &month, &day);
	return sen_date_make(year, month <= 3 ? 3 : month <= 8 ? 8 : 12, 31);
}

static sen_date last_sunday(int year, int month)
{
	sen_date end = sen_date_make(year, month, 31); /* March and October both have 31 days */

	return end - sen_date_weekday(end) % 7;
}

/* Two digits in 0..max at `text`, else -1. */
static int two(const char *text, int max)
{
	int value;

	if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
		return -1;
	value = (text[0] - '0') * 10 + text[1] - '0';
	return value <= max ? value : -1;
}

/* Summer time runs from the last Sunday of March to that of October, both at
 * 01:00 UTC (SI 2002/262). */
sen_date sen_london_date(const char *instant)
{
	char day_text[11];
	sen_date day;
	int year, month, of_month, hour;
	bool summer;

	if (!instant || strnlen(instant, SEN_INSTANT_LEN) != SEN_INSTANT_LEN - 1 || instant[10] != 'T' ||
	    instant[13] != ':' || instant[16] != ':' || instant[19] != 'Z' || two(instant + 14, 59) < 0 ||
	    two(instant + 17, 60) < 0)
		return SEN_NO_DATE;
	memcpy(day_text, instant, 10);
	day_text[10] = '\0';
	day = sen_date_iso(day_text);
	hour = two(instant + 11, 23);
	if (day == SEN_NO_DATE || hour < 0)
		return SEN_NO_DATE;
	sen_date_split(day, &year, &month, &of_month);
	/* Only the hour before midnight can change the day, so the hour of the change itself is no matter. */
	summer = day >= last_sunday(year, 3) && day < last_sunday(year, 10);
	return summer && hour == 23 ? day + 1 : day;
}

sen_date sen_clock_today(void)
{
	char now[SEN_INSTANT_LEN];

	sen_clock_now(now);
	return sen_london_date(now);
}
