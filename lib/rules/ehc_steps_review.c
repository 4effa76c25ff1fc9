/* The annual reviews of a plan (domain.md 1.4; R63): each day on which a plan was made
 * or reviewed begins twelve months, and its review is planned back from their end. */
#include "rules/ehc_steps.h"

#include <string.h>

/* One stretch of twelve months, and whether another has begun since. */
struct period {
	sen_date from;
	int64_t made_by; /* the review that began it, or 0 */
	bool last;
	sen_date moved; /* in it the plan went to another authority; or SEN_NO_DATE */
	sen_date until; /* the next began that day without a review of ours; or SEN_NO_DATE */
	bool renewed;	/* with a new plan: nothing was reviewed */
};
struct periods {
	struct period *items;
	size_t count, cap;
};

bool ehc_begins_year(const struct sen_milestone *one)
{
	return strcmp(one->event, "plan-made") == 0 ||
	       (strcmp(one->event, "review-decision") == 0 && ehc_result_is(one, "cease"));
}

static void lay_out(const struct ehc_clock *clock, struct periods *out)
{
	for (size_t i = 0; i < clock->count; i++) {
		const struct sen_milestone *one = &clock->all[i];
		int64_t review = one->review_id == SEN_NO_INT ? 0 : one->review_id;
		struct period *before = out->count ? &out->items[out->count - 1] : NULL;

		if (one->ehc_id != clock->ehc->head.id || !ehc_begins_year(one))
			continue;
		if (before && before->from == one->happened_on) {
			before->made_by = before->made_by ? before->made_by : review;
			continue;
		}
		if (before)
			before->last = false;
		*SEN_PUSH(clock->out->arena, out->items, out->count, out->cap) =
			(struct period){one->happened_on, review, true, SEN_NO_DATE, SEN_NO_DATE, false};
	}
	for (size_t i = 0; i < out->count; i++) {
		sen_date moved = ehc_day(clock, "plan-transferred", out->items[i].from);

		if (moved != SEN_NO_DATE && (out->items[i].last || moved < out->items[i + 1].from))
			out->items[i].moved = moved;
		if (!out->items[i].last && out->items[i + 1].made_by == 0)
			out->items[i].until = out->items[i + 1].from;
		out->items[i].renewed =
			out->items[i].until != SEN_NO_DATE &&
			ehc_day(clock, "final-plan", out->items[i].until) == out->items[i].until;
	}
}

/* The decision that ends the review due in the period: not the one that began it, nor
 * another of that very day. */
static const struct sen_milestone *decided(const struct ehc_clock *clock, const struct period *period)
{
	for (size_t i = 0; i < clock->count; i++) {
		const struct sen_milestone *one = &clock->all[i];
		bool own = one->review_id != SEN_NO_INT && one->review_id == period->made_by;

		if (one->ehc_id == clock->ehc->head.id && strcmp(one->event, "review-decision") == 0 &&
		    one->happened_on > period->from && !own &&
		    (period->until == SEN_NO_DATE || one->happened_on <= period->until))
			return one;
	}
	return NULL;
}

static sen_date day_of(const struct sen_milestone *one)
{
	return one ? one->happened_on : SEN_NO_DATE;
}

static sen_date meeting_of(const struct sen_review *review)
{
	return review->held_on != SEN_NO_DATE ? review->held_on : review->planned_on;
}

/* The last period that had begun by the day and not by this very review. */
static const struct period *period_of(const struct periods *periods, const struct sen_review *review)
{
	const struct period *found = NULL;

	for (size_t i = 0; i < periods->count; i++)
		if (periods->items[i].from <= meeting_of(review) &&
		    periods->items[i].made_by != review->head.id)
			found = &periods->items[i];
	return found;
}

static bool annual(const struct sen_review *review)
{
	return strcmp(review->kind, "annual") == 0 && meeting_of(review) != SEN_NO_DATE;
}

/* The first held in the period; else, planned, the newest. */
static const struct sen_review *review_of(const struct ehc_clock *clock, const struct periods *periods,
					  const struct period *period)
{
	const struct sen_review *held = NULL, *planned = NULL;

	for (size_t i = 0; i < clock->facts->review_count; i++) {
		const struct sen_review *one = &clock->facts->reviews[i];

		if (!annual(one) || period_of(periods, one) != period)
			continue;
		if (one->held_on == SEN_NO_DATE)
			planned = one;
		else if (!held || one->held_on < held->held_on)
			held = one;
	}
	return held ? held : planned;
}

/* ---- The twelve months ---- */

#define PLANNED_BACK                                                                                     \
	"no meeting is planned: counted back from the latest safe day for it (the review ends with the " \
	"decision, for which the authority has four weeks)"

/* The day its review ended; one that was held elsewhere, on the day the next began. */
static sen_date over_on(const struct ehc_clock *clock, const struct period *period)
{
	const struct sen_milestone *decision = decided(clock, period);

	return decision || period->renewed ? day_of(decision) : period->until;
}

/* Its end is known only as the day of the last review of a plan the child came with. */
static bool elsewhere(const struct ehc_clock *clock, const struct period *period)
{
	return !clock->ehc->source && period->until != SEN_NO_DATE &&
	       period->until <= clock->ehc->opened_on && !decided(clock, period);
}

/* The end of the twelve months, and the latest safe day for the meeting; returned. */
static sen_date whole(const struct ehc_clock *clock, const struct period *period,
		      const struct sen_review *review)
{
	bool moved = period->moved != SEN_NO_DATE;
	struct ehc_want want = {.rule = moved ? "moved-review" : "annual-review-complete",
				.subject = clock->subject,
				.cycle = period->from,
				.events = {{"plan-made", period->from}, {"plan-transferred", period->moved}},
				.met = over_on(clock, period),
				.gone = clock->over || !period->last,
				.review = review ? review->head.id : 0};
	struct sen_ehc_step *step;

	step = ehc_step(clock, &want);
	/* One of a year ago says nothing of the years before it: they may have been reviewed. */
	if (step && step->met_on > step->due_on && elsewhere(clock, period))
		clock->out->count--;
	want.rule = moved ? "moved-review-meeting" : "annual-review-meeting";
	want.gone |= want.met != SEN_NO_DATE;
	want.met = review ? review->held_on : SEN_NO_DATE;
	if ((step = ehc_step(clock, &want)))
		step->starts_on = period->from;
	return step && want.met == SEN_NO_DATE ? step->due_on : SEN_NO_DATE;
}

/* ---- One review ---- */

struct about {
	const struct sen_review *review;
	const char *subject;
	bool gone; /* the case ended, or a later review was decided */
	const struct sen_milestone *decision;
};

static sen_date of_review(const struct ehc_clock *clock, const struct about *about, const char *event)
{
	struct ehc_seek seek = {EHC_ANY, .event = event, .since = SEN_NO_DATE};

	seek.review = about->review->head.id;
	return day_of(ehc_first(clock, &seek));
}

static void from_meeting(const struct ehc_clock *clock, const struct about *about, const char *rule,
			 sen_date met, bool gone)
{
	const struct sen_review *review = about->review;

	ehc_step(clock, &(struct ehc_want){.rule = rule,
					   .subject = about->subject,
					   .events = {{"review-meeting", meeting_of(review)}},
					   .met = met,
					   .gone = about->gone || gone,
					   .review = review->head.id,
					   .planned = review->held_on == SEN_NO_DATE &&
						      strcmp(rule, "annual-review-invite") != 0 &&
						      strcmp(rule, "annual-review-advice") != 0,
					   .aside = review->held_on == SEN_NO_DATE
							    ? "planned for that day, not held yet"
							    : NULL});
}

/* The day the amendments of another review were sent: what comes after is of that one.  Sent
 * again, or outside a review, they are not: the plan that comes ends these as well. */
static sen_date superseded_on(const struct ehc_clock *clock, const struct about *about, sen_date since)
{
	for (size_t i = 0; i < clock->count; i++) {
		const struct sen_milestone *one = &clock->all[i];

		if (one->ehc_id == clock->ehc->head.id && one->happened_on > since &&
		    one->review_id != SEN_NO_INT && one->review_id != about->review->head.id &&
		    strcmp(one->event, "amendments-sent") == 0)
			return one->happened_on;
	}
	return SEN_NO_DATE;
}

/* The first on the day or after (or the newest) of the review, or of the case without naming
 * one before the amendments of another are sent. */
static sen_date amended_on(const struct ehc_clock *clock, const struct about *about, const char *event,
			   sen_date since, bool newest)
{
	sen_date next = superseded_on(clock, about, since), found = SEN_NO_DATE;

	for (size_t i = 0; i < clock->count && since != SEN_NO_DATE; i++) {
		const struct sen_milestone *one = &clock->all[i];
		bool free = one->review_id == SEN_NO_INT && (next == SEN_NO_DATE || one->happened_on < next);

		if (one->ehc_id != clock->ehc->head.id || one->happened_on < since ||
		    strcmp(one->event, event) != 0 || (!free && one->review_id != about->review->head.id))
			continue;
		if (found == SEN_NO_DATE || newest)
			found = one->happened_on;
	}
	return found;
}

/* The amendments, and the plan as amended; or the reasons why there is none. */
static void amending(const struct ehc_clock *clock, const struct about *about)
{
	struct ehc_seek kept = {EHC_ANY, .event = "review-decision", .since = SEN_NO_DATE};
	bool amend = ehc_result_is(about->decision, "amend");
	sen_date decided_on = amend ? about->decision->happened_on : SEN_NO_DATE,
		 sent = of_review(clock, about, "amendments-sent"), from, served, final;
	struct ehc_want want = {.subject = about->subject, .review = about->review->head.id};
	const struct sen_milestone *last;

	if (amend && sent == SEN_NO_DATE)
		sent = amended_on(clock, about, "amendments-sent", decided_on, false);
	from = sent == SEN_NO_DATE ? decided_on : sent;
	if (from == SEN_NO_DATE)
		return;
	/* Served again, the parents have the days again. */
	served = amended_on(clock, about, "amendments-served", from, true);
	final = amended_on(clock, about, "amended-final", from, false);
	from_meeting(clock, about, "amendments-notice", sent, final != SEN_NO_DATE);
	want.rule = "amendment-comments";
	want.events[0] = (struct sen_clock_event){"amendments-served", served};
	want.met = amended_on(clock, about, "draft-comments", served, false);
	want.gone = about->gone || final != SEN_NO_DATE;
	ehc_step(clock, &want);
	kept.review = about->review->head.id;
	last = ehc_last(clock, &kept);
	want.rule = "amended-final";
	want.events[0] = (struct sen_clock_event){"amendments-sent", sent};
	want.events[1] = (struct sen_clock_event){"review-meeting", about->review->held_on};
	want.met = final == SEN_NO_DATE && last != about->decision && ehc_result_is(last, "maintain")
			   ? day_of(last)
			   : final;
	want.gone = about->gone;
	ehc_step(clock, &want);
}

static void one_review(const struct ehc_clock *clock, const struct sen_review *review, bool gone,
		       const struct sen_milestone *without_review)
{
	struct ehc_seek own = {EHC_ANY, .event = "review-decision", .since = SEN_NO_DATE};
	struct about about = {.review = review, .gone = gone};
	bool known;

	about.subject = sen_format(clock->out->arena, "R%lld", (long long)review->head.id);
	own.review = review->head.id;
	about.decision = ehc_first(clock, &own);
	if (!about.decision && without_review && without_review->review_id == SEN_NO_INT)
		about.decision = without_review;
	known = about.decision != NULL;
	from_meeting(clock, &about, "annual-review-invite", ehc_invited_on(clock, review), known);
	from_meeting(clock, &about, "annual-review-advice", ehc_circulated_on(clock, review), known);
	from_meeting(clock, &about, "annual-review-report", of_review(clock, &about, "review-report"), false);
	from_meeting(clock, &about, "annual-review-decision", day_of(about.decision), false);
	amending(clock, &about);
}

/* What is to be done before a meeting that nobody has planned yet. */
static void planned_back(const struct ehc_clock *clock, const struct period *period, sen_date safe)
{
	static const char *const rules[] = {"annual-review-invite", "annual-review-advice"};

	for (size_t i = 0; i < SEN_COUNT(rules); i++)
		ehc_step(clock, &(struct ehc_want){.rule = rules[i],
						   .subject = clock->subject,
						   .cycle = period->from,
						   .events = {{"review-meeting", safe}},
						   .met = SEN_NO_DATE,
						   .aside = PLANNED_BACK});
}

void ehc_steps_reviews(const struct ehc_clock *clock)
{
	struct periods periods = {.count = 0};

	lay_out(clock, &periods);
	for (size_t i = 0; i < periods.count; i++) {
		const struct period *period = &periods.items[i];
		const struct sen_review *review = review_of(clock, &periods, period);
		sen_date safe = whole(clock, period, review);
		bool later = i + 1 < periods.count && decided(clock, &periods.items[i + 1]);

		if (review && (review->held_on != SEN_NO_DATE || period->last))
			one_review(clock, review, clock->over || later, decided(clock, period));
		else if (safe != SEN_NO_DATE)
			planned_back(clock, period, safe);
	}
}

/* ---- Under five ---- */

/* The days its plan was made, reviewed (by a lighter review too), or looked at for this;
 * the first on `day` or after. */
static sen_date next_look(const struct ehc_clock *clock, sen_date day)
{
	sen_date next =
		ehc_sooner(ehc_day(clock, "plan-made", day), ehc_day(clock, "under-five-considered", day));

	for (size_t i = 0; i < clock->facts->review_count; i++) {
		const struct sen_review *one = &clock->facts->reviews[i];

		if (one->held_on >= day && strcmp(one->kind, "interim") == 0)
			next = ehc_sooner(next, one->held_on);
	}
	return next;
}

void ehc_steps_under_five(const struct ehc_clock *clock)
{
	sen_date dob = clock->facts->dob, from = ehc_day(clock, "plan-made", SEN_NO_DATE), next;

	for (; dob != SEN_NO_DATE && from != SEN_NO_DATE; from = next) {
		struct ehc_want want = {.rule = "under-five",
					.subject = clock->subject,
					.cycle = from,
					.events = {{"under-five-considered", from}},
					.gone = clock->over};
		struct sen_ehc_step *step;

		want.met = next = next_look(clock, from + 1);
		step = ehc_step(clock, &want);
		/* Not in time before the fifth birthday. */
		if (step && step->due_on >= sen_date_add_years(dob, 5))
			clock->out->count--;
	}
}
