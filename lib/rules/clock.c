/* The clock engine: what day a rule of the law comes to, and how it stands.  Pure:
 * no store, no clock of its own. */
#include <sen/law.h>

#include <string.h>

sen_date sen_clock_on(const struct sen_clock_facts *facts, const char *event)
{
	sen_date on = SEN_NO_DATE;

	for (size_t i = 0; i < facts->count; i++)
		if (strcmp(facts->events[i].event, event) == 0)
			on = facts->events[i].on;
	return on;
}

static bool working_day(const struct sen_calendar *calendar, sen_date day)
{
	return sen_date_weekday(day) <= 5 && !sen_bank_holiday_in(calendar, day);
}

/* The n-th working day after the start; beginning with it, the start is the first
 * when it is one. */
static sen_date working_days(const struct sen_calendar *calendar, sen_date start, int n,
			     enum sen_clock_counted counted)
{
	sen_date day = counted == SEN_CLOCK_BEGINNING ? start : start + 1;

	for (int left = n;; day++)
		if (working_day(calendar, day) && --left <= 0)
			return day;
}

static sen_date school_days(const struct sen_calendar *calendar, sen_date start, int n,
			    enum sen_clock_counted counted)
{
	return sen_school_days_after(calendar, counted == SEN_CLOCK_BEGINNING ? start - 1 : start, n);
}

/* "The period of 12 months beginning with" a day ends the day before the
 * corresponding one; where that was clamped (29 February) it is the end itself. */
static sen_date months(sen_date start, int n, enum sen_clock_counted counted)
{
	int year, month, day, to_year, to_month, to_day;
	sen_date to = sen_date_add_months(start, counted == SEN_CLOCK_BACK ? -n : n);

	if (counted != SEN_CLOCK_BEGINNING)
		return to;
	sen_date_split(start, &year, &month, &day);
	sen_date_split(to, &to_year, &to_month, &to_day);
	return to_day == day ? to - 1 : to;
}

static sen_date days(sen_date start, int n, enum sen_clock_counted counted)
{
	if (counted == SEN_CLOCK_BACK)
		return start - n;
	return counted == SEN_CLOCK_BEGINNING ? start + n - 1 : start + n;
}

static sen_date day_of_year(const struct sen_clock_limit *limit, sen_date start)
{
	int year, month, day;

	sen_date_split(start, &year, &month, &day);
	return sen_date_make(year, limit->month, limit->day);
}

static sen_date reach(const struct sen_clock_limit *limit, sen_date start,
		      const struct sen_calendar *calendar)
{
	switch (limit->kind) {
	case SEN_CLOCK_DAYS:
		return days(start, limit->n, limit->counted);
	case SEN_CLOCK_WEEKS:
		return days(start, limit->n * 7, limit->counted);
	case SEN_CLOCK_MONTHS:
		return months(start, limit->n, limit->counted);
	case SEN_CLOCK_SCHOOL_DAYS:
		return school_days(calendar, start, limit->n, limit->counted);
	case SEN_CLOCK_WORKING_DAYS:
		return working_days(calendar, start, limit->n, limit->counted);
	default: /* SEN_CLOCK_DAY_OF_YEAR */
		return day_of_year(limit, start);
	}
}

sen_date sen_clock_count(const struct sen_clock_limit *limit, enum sen_clock_bound bound, sen_date start,
			 const struct sen_calendar *calendar)
{
	sen_date day = reach(limit, start, calendar);

	return bound == SEN_CLOCK_STRICTLY && day != SEN_NO_DATE ? day - 1 : day;
}

/* The day the limit counts from: an event's, or another rule's. */
static sen_date start_of(struct sen_arena *arena, const struct sen_law *law,
			 const struct sen_clock_limit *limit, const struct sen_clock_facts *facts)
{
	struct sen_clock other;

	if (strncmp(limit->from, "rule:", 5) != 0)
		return sen_clock_on(facts, limit->from);
	return sen_clock(arena, law, limit->from + 5, facts, &other) ? other.due_on : SEN_NO_DATE;
}

static const char *how(struct sen_arena *arena, const struct sen_law *law, const struct sen_law_rule *rule,
		       const struct sen_clock_limit *limit, sen_date start)
{
	struct sen_law_rule one = *rule;
	char day[16];

	one.limits = limit;
	one.limit_count = 1;
	return sen_format(arena, "%s: %s", sen_law_words(arena, law, &one), sen_date_long(start, day));
}

/* Is the day of this limit the one that counts? */
static bool decides(enum sen_clock_pick pick, sen_date day, sen_date so_far)
{
	if (so_far == SEN_NO_DATE)
		return true;
	return pick == SEN_CLOCK_LATEST ? day > so_far : day < so_far;
}

/* The version by the day of the start event; where the first version's start is
 * unknown, by the newest. */
static const struct sen_law_rule *version(struct sen_arena *arena, const struct sen_law *law,
					  const char *code, const struct sen_clock_facts *facts)
{
	const struct sen_law_rule *newest = sen_law_rule(law, code, SEN_NO_DATE);
	sen_date start;

	for (size_t i = 0; newest && i < newest->limit_count; i++) {
		start = start_of(arena, law, &newest->limits[i], facts);
		if (start != SEN_NO_DATE)
			return sen_law_rule(law, code, start);
	}
	return NULL;
}

bool sen_clock(struct sen_arena *arena, const struct sen_law *law, const char *code,
	       const struct sen_clock_facts *facts, struct sen_clock *out)
{
	const struct sen_law_rule *rule = version(arena, law, code, facts);
	const struct sen_clock_limit *decided = NULL;

	*out = (struct sen_clock){.rule = rule, .starts_on = SEN_NO_DATE, .due_on = SEN_NO_DATE};
	for (size_t i = 0; rule && i < rule->limit_count; i++) {
		const struct sen_clock_limit *limit = &rule->limits[i];
		sen_date start = start_of(arena, law, limit, facts), day;

		if (start == SEN_NO_DATE)
			continue;
		day = sen_clock_count(limit, rule->bound, start, facts->calendar);
		if (!decides(rule->pick, day, out->due_on))
			continue;
		out->starts_on = start;
		out->due_on = day;
		decided = limit;
	}
	if (decided)
		out->how = how(arena, law, rule, decided, out->starts_on);
	return out->due_on != SEN_NO_DATE;
}

enum sen_clock_state sen_clock_state(sen_date due_on, sen_date met_on, sen_date today, bool excused)
{
	if (met_on != SEN_NO_DATE && met_on <= due_on)
		return SEN_CLOCK_MET;
	if (met_on == SEN_NO_DATE && today <= due_on)
		return SEN_CLOCK_DUE;
	if (excused)
		return SEN_CLOCK_EXCUSED;
	return met_on == SEN_NO_DATE ? SEN_CLOCK_OVERDUE : SEN_CLOCK_LATE;
}

const char *sen_clock_state_word(enum sen_clock_state state)
{
	static const char *const words[] = {
		[SEN_CLOCK_DUE] = "due",   [SEN_CLOCK_OVERDUE] = "overdue", [SEN_CLOCK_MET] = "met",
		[SEN_CLOCK_LATE] = "late", [SEN_CLOCK_EXCUSED] = "excused",
	};

	return words[state];
}

/* ---- Closures ---- */

bool sen_clock_excuses(const struct sen_law_exception *exception, const struct sen_closure *closure,
		       sen_date asked_on)
{
	if (!exception->closed || closure->reopens - closure->from < exception->days)
		return false;
	return asked_on >= closure->from - exception->margin &&
	       asked_on <= closure->reopens - exception->margin;
}

struct sen_closure sen_clock_closure(const struct sen_calendar *calendar, sen_date day)
{
	sen_date before = sen_school_day_before(calendar, day);

	return (struct sen_closure){.from = before + 1, .reopens = sen_school_days_after(calendar, day, 1)};
}
