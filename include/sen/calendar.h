/* A school's year: terms, half terms, closed days; school-day counts. */
#ifndef SEN_CALENDAR_H
#define SEN_CALENDAR_H

#include <sen/date.h>

enum sen_span_kind {
	SEN_SPAN_TERM,
	SEN_SPAN_HALF_TERM_BREAK,
	SEN_SPAN_CLOSED,
	SEN_SPAN_INSET,
	SEN_SPAN_BANK_HOLIDAY
};

/* One row of the school's dates, half-open [from, until). */
struct sen_span {
	enum sen_span_kind kind;
	sen_date from, until;
	const char *name;
	bool assumed; /* by sendctl, until the school enters its own */
};

struct sen_calendar {
	const struct sen_span *spans; /* by from */
	size_t count;
};

/* A period of school with its name; from == SEN_NO_DATE when there is none. */
struct sen_period {
	sen_date from, until; /* half-open */
	const char *name;
};

/* Weekday inside a term, outside breaks, closed, INSET days and England's
 * bank holidays (EA 1996 s.579).  Where no known term lies: as in the usual
 * year (sen_usual_year); a usual term that overlaps a known one does not count. */
bool sen_school_day(const struct sen_calendar *calendar, sen_date date);
/* The n-th school day after `date` (n >= 1); SEN_NO_DATE when years of closed
 * days lie between, as below. */
sen_date sen_school_days_after(const struct sen_calendar *calendar, sen_date date, int n);
/* The last school day on or before. */
sen_date sen_school_day_before(const struct sen_calendar *calendar, sen_date date);
/* The term (half term) that holds `date`, else the next one to begin; the
 * usual one where none is known.  A half term has the name of its term and ends
 * with the break between (the break's first day is its `until`). */
struct sen_period sen_term_of(const struct sen_calendar *calendar, sen_date date);
struct sen_period sen_half_term_of(const struct sen_calendar *calendar, sen_date date);
/* The one that begins after the one given. */
struct sen_period sen_term_after(const struct sen_calendar *calendar, struct sen_period term);
struct sen_period sen_half_term_after(const struct sen_calendar *calendar, struct sen_period half);
bool sen_bank_holiday(sen_date date); /* England; data to 2030, computed after */
/* That, or one that was proclaimed since and entered with the school's dates.  NULL: none was. */
bool sen_bank_holiday_in(const struct sen_calendar *calendar, sen_date date);
/* Usual English dates of one academic year, marked assumed: three terms and
 * three half-term breaks.  In the arena; returns the count (6). */
size_t sen_usual_year(struct sen_arena *arena, int academic_year, struct sen_span **out);

#endif
