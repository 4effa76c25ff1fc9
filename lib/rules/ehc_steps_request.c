/* From the request to the plan, re-assessment, and the move to another authority
 * (domain.md 1.1, 1.6, 1.8): the days of one case. */
#include "rules/ehc_steps.h"

#include <string.h>

enum { REFUSED = 1, NO_PLAN = 2, DRAFT = 4, FINAL = 8, ORDERED = 16 };

/* The day a refusal was overturned by the tribunal, given up before it, or in mediation:
 * from then on its weeks take the place of those from the request (reg 42, 44, 45). */
static sen_date ordered_on(const struct ehc_clock *clock, sen_date since)
{
	static const char *const events[] = {"order", "unopposed", "mediation-agreement"};
	sen_date first = SEN_NO_DATE;

	for (size_t i = 0; i < SEN_COUNT(events); i++) {
		struct ehc_seek seek = {EHC_ANY, .event = events[i], .since = since};
		const struct sen_milestone *found = ehc_first(clock, &seek);

		first = ehc_sooner(first, found ? found->happened_on : SEN_NO_DATE);
	}
	return first;
}

/* There was a draft by then: served, or known by the school's copy alone. */
static sen_date drafted(const struct ehc_clock *clock)
{
	return ehc_sooner(ehc_day(clock, "draft-served", SEN_NO_DATE),
			  ehc_day(clock, "draft-copy", SEN_NO_DATE));
}

/* What the authority has done: each makes some of the rest due no longer. *overturned:
 * the day a refusal of it was. */
static unsigned standing(const struct ehc_clock *clock, sen_date *overturned)
{
	struct ehc_seek decision = {EHC_ANY, .event = "assess-decision", .since = SEN_NO_DATE};
	const struct sen_milestone *first;
	sen_date no_plan = ehc_day(clock, "no-plan-notice", SEN_NO_DATE);
	unsigned is = 0;

	decision.ehc = clock->ehc->head.id;
	first = ehc_first(clock, &decision);
	if (ehc_result_is(ehc_last(clock, &decision), "refuse"))
		is |= REFUSED;
	/* Unless a draft came all the same. */
	if (no_plan != SEN_NO_DATE && ehc_day(clock, "draft-served", no_plan + 1) == SEN_NO_DATE)
		is |= NO_PLAN;
	*overturned = ehc_result_is(first, "refuse") ? ordered_on(clock, first->happened_on)
		      : no_plan != SEN_NO_DATE	     ? ordered_on(clock, no_plan)
						     : SEN_NO_DATE;
	if (*overturned != SEN_NO_DATE)
		is |= ORDERED;
	if (drafted(clock) != SEN_NO_DATE)
		is |= DRAFT;
	if (ehc_day(clock, "final-plan", SEN_NO_DATE) != SEN_NO_DATE)
		is |= FINAL;
	return is;
}

#define EARLIEST                                                                                   \
	"the day it was received is not known: counted from the day the request was sent, so the " \
	"day cannot be sooner"

static void from_receipt(const struct ehc_clock *clock, sen_date sent, sen_date received, unsigned is,
			 sen_date overturned)
{
	static const struct {
		const char *rule, *met; /* NULL: a draft */
		unsigned ends;
	} rows[] = {
		{"ehc-decision", "assess-decision", NO_PLAN | DRAFT | FINAL | ORDERED},
		{"ehc-no-plan-notice", "no-plan-notice", REFUSED | DRAFT | FINAL | ORDERED},
		{"ehc-draft-usual", NULL, REFUSED | NO_PLAN | FINAL | ORDERED},
		{"ehc-final-plan", "final-plan", REFUSED | NO_PLAN | ORDERED},
	};
	bool unknown = received == SEN_NO_DATE;

	for (size_t i = 0; i < SEN_COUNT(rows); i++) {
		struct ehc_want want = {.rule = rows[i].rule,
					.subject = clock->subject,
					.events = {{"request-received", unknown ? sent : received}},
					.met = rows[i].met ? ehc_day(clock, rows[i].met, SEN_NO_DATE)
							   : drafted(clock),
					.gone = clock->over || (is & rows[i].ends) != 0,
					.aside = unknown ? EARLIEST : NULL};
		struct sen_ehc_step *step;

		/* Done after it, it was done by the clock of the order. */
		if ((is & ORDERED) && want.met > overturned)
			want.met = SEN_NO_DATE;
		if ((step = ehc_step(clock, &want)))
			step->earliest = unknown;
	}
}

/* Each time something was asked of the school or sent to the parents, a step: met by
 * the first answer after it. */
static void each(const struct ehc_clock *clock, const char *event, const char *rule, const char *met,
		 unsigned ends, unsigned is)
{
	for (size_t i = 0; i < clock->count; i++) {
		const struct sen_milestone *one = &clock->all[i];
		struct ehc_want want = {.rule = rule,
					.subject = clock->subject,
					.cycle = one->happened_on,
					.events = {{event, one->happened_on}},
					.met = ehc_day(clock, met, one->happened_on),
					.gone = clock->over || (is & ends) != 0};

		if (one->ehc_id == clock->ehc->head.id && strcmp(one->event, event) == 0)
			ehc_step(clock, &want);
	}
}

/* A school consulted is consulted before a plan, or an amended one, names it. */
static void consulted(const struct ehc_clock *clock)
{
	for (size_t i = 0; i < clock->count; i++) {
		const struct sen_milestone *one = &clock->all[i];
		sen_date day = one->happened_on;
		struct ehc_want want = {.rule = "consultation-reply",
					.subject = clock->subject,
					.cycle = day,
					.events = {{"consultation-received", day}},
					.met = ehc_day(clock, "consultation-replied", day)};

		want.gone = clock->over || ehc_day(clock, "final-plan", day) != SEN_NO_DATE ||
			    ehc_day(clock, "amended-final", day) != SEN_NO_DATE;
		if (one->ehc_id == clock->ehc->head.id && strcmp(one->event, "consultation-received") == 0)
			ehc_step(clock, &want);
	}
}

/* The school's copy of a draft whose day of service is not known yet; NULL: none. */
static const struct sen_milestone *unserved(const struct ehc_clock *clock)
{
	struct ehc_seek seek = {EHC_ANY, .event = "draft-copy", .since = SEN_NO_DATE};
	const struct sen_milestone *copy;

	seek.ehc = clock->ehc->head.id;
	copy = ehc_last(clock, &seek);
	for (size_t i = 0; copy && i < clock->count; i++)
		if (clock->all[i].ehc_id == seek.ehc && strcmp(clock->all[i].event, "draft-served") == 0 &&
		    clock->all[i].version >= copy->version)
			return NULL;
	return copy;
}

#define LATEST                                                                                             \
	"the day it was served on the parents is not known: counted from the day the school's copy came, " \
	"so the day may be sooner"

/* No later than that the parents' days end: whoever waits for the true one misses them. */
static void from_copy(const struct ehc_clock *clock, sen_date came, unsigned is)
{
	struct sen_ehc_step *step =
		ehc_step(clock, &(struct ehc_want){.rule = "draft-comments",
						   .subject = clock->subject,
						   .cycle = came,
						   .events = {{"draft-served", came}},
						   .met = ehc_day(clock, "draft-comments", came),
						   .gone = clock->over || (is & NO_PLAN) ||
							   ehc_day(clock, "final-plan", came) != SEN_NO_DATE,
						   .aside = LATEST});

	if (!step)
		return;
	step->latest = true;
	if (step->met_on == SEN_NO_DATE)
		step->fix = sen_format(clock->out->arena, "sendctl ehcp draft P%lld --served DATE",
				       (long long)clock->facts->pupil_id);
}

/* The newest draft counts; an older one's comments stay when there were any before it. */
static void drafts(const struct ehc_clock *clock, unsigned is)
{
	const struct sen_milestone *copy = unserved(clock);
	sen_date next;

	for (sen_date served = ehc_day(clock, "draft-served", SEN_NO_DATE); served != SEN_NO_DATE;
	     served = next) {
		struct ehc_want want = {.rule = "draft-comments",
					.subject = clock->subject,
					.cycle = served,
					.events = {{"draft-served", served}},
					.met = ehc_day(clock, "draft-comments", served)};
		sen_date final = ehc_day(clock, "final-plan", served), newer;

		next = ehc_day(clock, "draft-served", served + 1);
		newer = next == SEN_NO_DATE && copy ? copy->happened_on : next;
		if (newer != SEN_NO_DATE && want.met >= newer)
			want.met = SEN_NO_DATE;
		want.gone = clock->over || newer != SEN_NO_DATE || final != SEN_NO_DATE || (is & NO_PLAN);
		ehc_step(clock, &want);
		want.rule = "draft-finalised-not-before";
		want.met = newer == SEN_NO_DATE ? final : SEN_NO_DATE;
		ehc_step(clock, &want);
	}
	if (copy)
		from_copy(clock, copy->happened_on, is);
}

void ehc_steps_request(const struct ehc_clock *clock)
{
	struct ehc_seek seek = {EHC_ANY, .event = "request-received", .since = SEN_NO_DATE};
	const struct sen_milestone *received;
	sen_date sent = ehc_day(clock, "request-sent", SEN_NO_DATE);
	sen_date overturned;
	unsigned is = standing(clock, &overturned);

	seek.ehc = clock->ehc->head.id;
	received = ehc_last(clock, &seek);
	if (sent == SEN_NO_DATE)
		sent = clock->ehc->opened_on;
	if (!received)
		ehc_step(clock,
			 &(struct ehc_want){.rule = "ehc-receipt",
					    .subject = clock->subject,
					    .events = {{"request-sent", sent}},
					    .met = SEN_NO_DATE,
					    .gone = clock->over || (is & (REFUSED | NO_PLAN | FINAL)) != 0});
	from_receipt(clock, sent, received ? received->happened_on : SEN_NO_DATE, is, overturned);
	each(clock, "advice-asked", "ehc-school-advice", "advice-sent", REFUSED | NO_PLAN | DRAFT | FINAL,
	     is);
	consulted(clock);
	drafts(clock, is);
}

/* ---- A plan that stands: assessed again, moved ---- */

/* Each event of the case a step, met by the first of another after it; of several only
 * the newest is still due. */
static void follows(const struct ehc_clock *clock, const char *event, const char *rule, const char *met)
{
	sen_date next;

	for (sen_date day = ehc_day(clock, event, SEN_NO_DATE); day != SEN_NO_DATE; day = next) {
		next = ehc_day(clock, event, day + 1);
		ehc_step(clock, &(struct ehc_want){.rule = rule,
						   .subject = clock->subject,
						   .cycle = day,
						   .events = {{event, day}},
						   .met = ehc_day(clock, met, day),
						   .gone = clock->over || next != SEN_NO_DATE});
	}
}

/* The school meets the parents on each plan, the newest if it has met on none since. */
static void meetings(const struct ehc_clock *clock)
{
	sen_date next, day;

	for (day = ehc_sooner(ehc_day(clock, "final-plan", SEN_NO_DATE),
			      ehc_day(clock, "amended-final", SEN_NO_DATE));
	     day != SEN_NO_DATE; day = next) {
		sen_date met = ehc_day(clock, "plan-meeting", day);
		bool first = ehc_day(clock, "final-plan", day) == day;
		/* A plan the child came with was met on at the school before. */
		bool elsewhere = !clock->ehc->source && day < clock->ehc->opened_on;

		next = ehc_sooner(ehc_day(clock, "final-plan", day + 1),
				  ehc_day(clock, "amended-final", day + 1));
		if (next != SEN_NO_DATE && met >= next)
			met = SEN_NO_DATE;
		ehc_step(clock, &(struct ehc_want){.rule = "plan-meeting",
						   .subject = clock->subject,
						   .cycle = day,
						   .events = {{first ? "final-plan" : "amended-final", day}},
						   .met = met,
						   .gone = clock->over || next != SEN_NO_DATE || elsewhere});
	}
}

void ehc_steps_again(const struct ehc_clock *clock)
{
	meetings(clock);
	follows(clock, "reassess-asked", "reassess-decision", "reassess-decision");
	follows(clock, "reassess-started", "reassess-final", "final-plan");
	follows(clock, "moved", "moved-transfer", "plan-transferred");
	follows(clock, "plan-transferred", "moved-told", "transfer-told");
	/* Of a case that came with a plan, too. */
	if (!clock->ehc->source)
		consulted(clock);
}
