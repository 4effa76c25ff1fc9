/* Dates: proleptic Gregorian calendar arithmetic, no time zones.
 * A date is a count of days; instants are UTC text "2026-11-22T09:00:00Z". */
#ifndef SEN_DATE_H
#define SEN_DATE_H

#include <sen/base.h>

typedef int32_t sen_date; /* days since 1970-01-01 */
#define SEN_NO_DATE ((sen_date)INT32_MIN)
#define SEN_INSTANT_LEN 21

/* SEN_NO_DATE when there is no such day.  Years 1583 to 9999. */
sen_date sen_date_make(int year, int month, int day);
void sen_date_split(sen_date date, int *year, int *month, int *day);
/* 1 = Monday ... 7 = Sunday. */
int sen_date_weekday(sen_date date);
/* The corresponding date n months on, clamped to the month's end: 31 Dec + 2
 * months = 28 Feb (domain.md 1.8). */
sen_date sen_date_add_months(sen_date date, int months);
sen_date sen_date_add_years(sen_date date, int years); /* 29 Feb clamps to 28 Feb */
/* Good Friday, Easter Monday and the rest hang on it. */
sen_date sen_date_easter(int year);

/* "2026-11-22"; exactly that form, else SEN_NO_DATE. */
sen_date sen_date_iso(const char *text);
/* Into `out` (11 bytes): "2026-11-22"; "" for SEN_NO_DATE.  Returns out. */
char *sen_date_text(sen_date date, char out[11]);
/* "Mon 30 Nov 2026", for echoes and letters; 16 bytes. */
char *sen_date_long(sen_date date, char out[16]);
/* "30 Nov 2026", for tables; 12 bytes. */
char *sen_date_short(sen_date date, char out[12]);

/* What a user may type (cli.md 1): ISO, day-first, "30 Nov 2026", today,
 * yesterday, tomorrow, +6w -10d +1m, mon..sun, "end of term".
 * `future`: a weekday name means the next one (what is due), else the last
 * one, today included (what happened).  `end_of_term` may be SEN_NO_DATE
 * (then the word is refused with advice).  SEN_USAGE with what is wrong. */
struct sen_date_context {
	sen_date today;
	bool future;
	sen_date end_of_term;
};
int sen_date_parse(const char *text, const struct sen_date_context *context, sen_date *out,
		   struct sen_err *err) SEN_MUST_CHECK;
/* A day further ahead than thirty years is a slip of the year: SEN_INVALID says so. */
int sen_date_near(sen_date date, sen_date today, struct sen_err *err) SEN_MUST_CHECK;

/* The clock, a link-time object: tests link another (tests/clock.c). */
/* Now, UTC, "2026-11-22T09:00:00Z". */
void sen_clock_now(char out[SEN_INSTANT_LEN]);
/* Today in Europe/London, summer time by rule (last Sundays of March and
 * October, 01:00 UTC), so it does not hang on the machine's zone files. */
sen_date sen_clock_today(void);
/* The London date of an instant. */
sen_date sen_london_date(const char *instant);

/* ---- England's school year (domain.md 7.1) ---- */
/* 2026 for 1 Sep 2026 to 31 Aug 2027. */
int sen_academic_year(sen_date date);
/* National Curriculum year by date of birth: 0 = R, -1 = N2, -2 = N1. */
int sen_nc_year(sen_date dob, sen_date on);
/* "N1" "N2" "R" "1".."14" into a number as above, and back; false if none. */
bool sen_year_parse(const char *code, int *year);
const char *sen_year_code(int year);
/* First day of compulsory school age (EA 1996 s.8, SI 1998/1607). */
sen_date sen_school_age(sen_date dob);

#endif
