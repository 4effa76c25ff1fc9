/* A school's days: which are school days, counting them, terms and half terms.
 * Where the school has entered no term, the usual English year stands in. */
#include "base/usual_year.h"

#include <sen/calendar.h>

#define FARTHEST 4000 /* days to look for a school day: a calendar closed for good must end the search */

static bool holds(const struct sen_span *span, sen_date date)
{
	return span->from <= date && date < span->until;
}

static const struct sen_span *span_at(const struct sen_span *spans, size_t count, enum sen_span_kind kind,
				      sen_date date)
{
	for (size_t i = 0; i < count; i++) {
		if (spans[i].kind == kind && holds(&spans[i], date))
			return &spans[i];
	}
	return NULL;
}

/* Has the school entered a term in the place of this usual one? */
static bool replaced(const struct sen_calendar *calendar, const struct sen_span *usual)
{
	for (size_t i = 0; i < calendar->count; i++) {
		const struct sen_span *own = &calendar->spans[i];

		if (own->kind == SEN_SPAN_TERM && own->from < usual->until && usual->from < own->until)
			return true;
	}
	return false;
}

static bool usual_day(const struct sen_calendar *calendar, sen_date date)
{
	struct sen_span usual[USUAL_SPANS];
	const struct sen_span *term;

	usual_year(sen_academic_year(date), usual);
	term = span_at(usual, USUAL_SPANS, SEN_SPAN_TERM, date);
	return term && !replaced(calendar, term) &&
	       !span_at(usual, USUAL_SPANS, SEN_SPAN_HALF_TERM_BREAK, date);
}

bool sen_bank_holiday_in(const struct sen_calendar *calendar, sen_date date)
{
	return sen_bank_holiday(date) ||
	       (calendar && span_at(calendar->spans, calendar->count, SEN_SPAN_BANK_HOLIDAY, date));
}

bool sen_school_day(const struct sen_calendar *calendar, sen_date date)
{
	bool in_term = false;

	if (sen_date_weekday(date) > 5 || sen_bank_holiday(date))
		return false;
	for (size_t i = 0; i < calendar->count; i++) {
		if (!holds(&calendar->spans[i], date))
			continue;
		if (calendar->spans[i].kind != SEN_SPAN_TERM)
			return false;
		in_term = true;
	}
	return in_term || usual_day(calendar, date);
}

sen_date sen_school_days_after(const struct sen_calendar *calendar, sen_date date, int n)
{
	for (int passed = 0; date != SEN_NO_DATE && n > 0 && passed < FARTHEST; passed++) {
		date++;
		if (sen_school_day(calendar, date)) {
			n--;
			passed = 0;
		}
	}
	return n > 0 ? SEN_NO_DATE : date;
}

sen_date sen_school_day_before(const struct sen_calendar *calendar, sen_date date)
{
	for (int passed = 0; date > SEN_NO_DATE && passed < FARTHEST; passed++, date--) {
		if (sen_school_day(calendar, date))
			return date;
	}
	return SEN_NO_DATE;
}

/* Takes `span` when it ends after `date` and begins before what was found so far. */
static void nearer(const struct sen_span *span, sen_date date, const struct sen_span **found)
{
	if (span->kind == SEN_SPAN_TERM && span->until > date && (!*found || span->from < (*found)->from))
		*found = span;
}

struct sen_period sen_term_of(const struct sen_calendar *calendar, sen_date date)
{
	struct sen_span usual[2 * USUAL_SPANS];
	const struct sen_span *found = NULL;
	int year = sen_academic_year(date);

	for (size_t i = 0; i < calendar->count; i++)
		nearer(&calendar->spans[i], date, &found);
	usual_year(year, usual);
	usual_year(year + 1, usual + USUAL_SPANS);
	for (size_t i = 0; i < SEN_COUNT(usual); i++) {
		if (usual[i].kind == SEN_SPAN_TERM && !replaced(calendar, &usual[i]))
			nearer(&usual[i], date, &found);
	}
	if (!found)
		return (struct sen_period){SEN_NO_DATE, SEN_NO_DATE, NULL};
	return (struct sen_period){found->from, found->until, found->name};
}

/* Narrows `half` to the part of it that a break leaves at `date`.  `*date`
 * moves behind a break it falls into. */
static void cut(const struct sen_span *break_, struct sen_period *half, sen_date *date)
{
	if (break_->kind != SEN_SPAN_HALF_TERM_BREAK || break_->until <= half->from ||
	    break_->from >= half->until)
		return;
	if (*date >= break_->from && *date < break_->until)
		*date = break_->until;
	if (break_->until <= *date)
		half->from = break_->until;
	else
		half->until = break_->from;
}

/* The half of `term` that holds `date` or the next one in it; its `from` is
 * not before `until` when the term has none left. */
static struct sen_period half_in(const struct sen_calendar *calendar, struct sen_period term, sen_date date)
{
	struct sen_span usual[USUAL_SPANS];
	struct sen_period half = term;
	bool own = false;

	if (date < term.from)
		date = term.from;
	for (size_t i = 0; i < calendar->count; i++) {
		const struct sen_span *span = &calendar->spans[i];

		own = own || (span->kind == SEN_SPAN_TERM && span->from == term.from);
		cut(span, &half, &date);
	}
	usual_year(sen_academic_year(term.from), usual);
	for (size_t i = 0; i < USUAL_SPANS && !own; i++)
		cut(&usual[i], &half, &date);
	return half;
}

struct sen_period sen_half_term_of(const struct sen_calendar *calendar, sen_date date)
{
	struct sen_period term = sen_term_of(calendar, date), half;

	while (term.from != SEN_NO_DATE) {
		half = half_in(calendar, term, date);
		if (half.from < half.until)
			return half;
		term = sen_term_after(calendar, term);
	}
	return term;
}

struct sen_period sen_term_after(const struct sen_calendar *calendar, struct sen_period term)
{
	return sen_term_of(calendar, term.until);
}

struct sen_period sen_half_term_after(const struct sen_calendar *calendar, struct sen_period half)
{
	return sen_half_term_of(calendar, half.until);
}
