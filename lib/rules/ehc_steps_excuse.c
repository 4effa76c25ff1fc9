/* What excuses lateness in the statutory clock: reasons that were recorded, and the
 * school's long closures, found in its calendar (domain.md 1.3).  No date is moved. */
#include "rules/ehc_steps.h"

#include <string.h>

#define SCHOOL_CLOSED "school-closed"

static bool allows(const struct sen_law_rule *rule, const char *exception)
{
	for (size_t i = 0; i < rule->exception_count; i++)
		if (strcmp(rule->exceptions[i], exception) == 0)
			return true;
	return false;
}

/* ---- Recorded ---- */

/* Of several steps by the rule, which stand by their start, the one that was running on the day it was
 * written; before any of them had begun, the first. */
static struct sen_ehc_step *meant(const struct ehc_clock *clock, size_t first,
				  const struct sen_milestone *one)
{
	struct sen_ehc_step *found = NULL;

	for (size_t i = first; i < clock->out->count; i++) {
		struct sen_ehc_step *step = &clock->out->items[i];

		if (strcmp(step->rule->code, one->rule) == 0 && allows(step->rule, one->result) &&
		    (!found || step->starts_on <= one->happened_on))
			found = step;
	}
	return found;
}

static void recorded(const struct ehc_clock *clock, size_t first)
{
	for (size_t i = 0; i < clock->count; i++) {
		const struct sen_milestone *one = &clock->all[i];
		struct sen_ehc_step *step;

		if (strcmp(one->event, "excuse") != 0 || one->ehc_id != clock->ehc->head.id || !one->rule ||
		    !one->result || !(step = meant(clock, first, one)))
			continue;
		step->excuse = sen_law_exception(clock->law, one->result)->name;
		step->reason = one->note;
	}
}

/* ---- A long closure ---- */

/* The closure in whose window the school was asked; false: none. */
static bool closure_of(const struct ehc_clock *clock, const struct sen_law_exception *exception,
		       sen_date asked, struct sen_closure *out)
{
	for (sen_date day = asked; day <= asked + exception->margin; day++) {
		*out = sen_clock_closure(clock->calendar, day);
		if (sen_clock_excuses(exception, out, asked))
			return true;
	}
	return false;
}

static void excuse(const struct ehc_clock *clock, size_t first, sen_date asked,
		   const struct sen_closure *shut)
{
	char from[16], until[16], day[16];
	const char *words =
		sen_format(clock->out->arena, "the school was closed %s to %s, and advice was asked on %s",
			   sen_date_long(shut->from, from), sen_date_long(shut->reopens - 1, until),
			   sen_date_long(asked, day));

	for (size_t i = first; i < clock->out->count; i++) {
		struct sen_ehc_step *step = &clock->out->items[i];

		if (!step->excuse && allows(step->rule, SCHOOL_CLOSED) && asked >= step->starts_on &&
		    asked <= step->due_on)
			step->excuse = words;
	}
}

void ehc_steps_excuse(const struct ehc_clock *clock, size_t first)
{
	const struct sen_law_exception *exception = sen_law_exception(clock->law, SCHOOL_CLOSED);

	recorded(clock, first);
	for (size_t i = 0; i < clock->count; i++) {
		const struct sen_milestone *one = &clock->all[i];
		struct sen_closure shut;

		if (one->ehc_id == clock->ehc->head.id && strcmp(one->event, "advice-asked") == 0 &&
		    closure_of(clock, exception, one->happened_on, &shut))
			excuse(clock, first, one->happened_on, &shut);
	}
}
