/* Duties that come round (R50): the stretches of a child's register in which one
 * is owed, and the rounds of it.  A round is once inside each term or half term,
 * or so long after the last one; a day agreed for the child comes before it. */
#include "rules/rules.h"

#include <sen/json.h>
#include <sen/review.h>

#include <stdlib.h>
#include <string.h>

bool owed_supported(const struct sen_register_entry *entry)
{
	return strcmp(entry->census, "K") == 0 || strcmp(entry->census, "E") == 0;
}

/* ---- Stretches ---- */

static const struct sen_policy *policy_of(const struct owing *owing, const struct sen_register_entry *entry)
{
	return owed_policy(owing, owed_from(owing, entry->from_on));
}

static bool empty(const struct owing *owing, const struct sen_register_entry *entry)
{
	return entry->from_on != SEN_NO_DATE && entry->from_on == entry->until_on ? true
	       : entry->until_on == SEN_NO_DATE					  ? false
						: entry->until_on <= owing->facts->adopted_on;
}

static bool falls_under(const struct owing *owing, const struct sen_register_entry *entry,
			const struct stretch *stretch)
{
	if (empty(owing, entry) || policy_of(owing, entry) != stretch->policy)
		return false;
	return sen_json_get(stretch->rule->json, "levels")
		       ? rules_listed(stretch->rule, "levels", entry->level)
		       : owed_supported(entry);
}

/* Under another policy the duty was there before: its first day. */
static sen_date since(const struct owing *owing, const struct sen_register_entry *first, sen_date from)
{
	for (size_t i = owing->facts->register_count; i > 0 && from != SEN_NO_DATE; i--) {
		const struct sen_register_entry *before = &owing->facts->register_entries[i - 1];

		if (before != first && before->until_on == from && before->from_on != from &&
		    owed_supported(before) && policy_of(owing, before) != policy_of(owing, first))
			from = before->from_on;
	}
	return from;
}

static void rule_stretches(const struct owing *owing, struct stretch *stretch,
			   void (*each)(const struct owing *, const struct stretch *))
{
	const struct sen_facts *facts = owing->facts;
	const struct sen_register_entry *first = NULL, *last = NULL;

	for (size_t i = 0; i <= facts->register_count; i++) {
		const struct sen_register_entry *entry =
			i < facts->register_count ? &facts->register_entries[i] : NULL;
		bool under = entry && falls_under(owing, entry, stretch);

		if (entry && !under && empty(owing, entry))
			continue;
		if (first && (!under || entry->from_on != last->until_on)) {
			stretch->entry = first;
			stretch->level = last->level;
			stretch->from = owed_from(owing, first->from_on);
			stretch->since = since(owing, first, first->from_on);
			stretch->until = last->until_on;
			each(owing, stretch);
			first = NULL;
		}
		if (under && !first)
			first = entry;
		if (under)
			last = entry;
	}
}

void owed_stretches(const struct owing *owing, const char *section, const char *code,
		    void (*each)(const struct owing *, const struct stretch *))
{
	const struct sen_facts *facts = owing->facts;

	for (size_t i = 0; i < facts->register_count; i++) {
		struct stretch stretch = {.policy = policy_of(owing, &facts->register_entries[i])};
		bool seen = !stretch.policy;

		for (size_t k = 0; k < i && !seen; k++)
			seen = policy_of(owing, &facts->register_entries[k]) == stretch.policy;
		for (size_t r = 0; !seen && r < stretch.policy->rule_count; r++) {
			stretch.rule = &stretch.policy->rules[r];
			if (strcmp(stretch.rule->section, section) == 0 &&
			    (!code || strcmp(stretch.rule->code, code) == 0))
				rule_stretches(owing, &stretch, each);
		}
	}
}

/* ---- Rounds ---- */

/* With less of a term left than this nothing is asked in it of a child who has
 * just come to it, nor of a file just begun (a judgement). */
#define FIRST_SCHOOL_DAYS 15

sen_date owed_later(sen_date a, sen_date b)
{
	return a == SEN_NO_DATE || (b != SEN_NO_DATE && b > a) ? b : a;
}

static sen_date earlier(sen_date a, sen_date b)
{
	return a == SEN_NO_DATE || (b != SEN_NO_DATE && b < a) ? b : a;
}

static sen_date day_agreed(const struct rounds *rounds, sen_date after, sen_date held)
{
	return rounds->agreed ? rounds->agreed(rounds->context, after, held) : SEN_NO_DATE;
}

static void push(const struct owing *owing, struct rounds *rounds, struct round round)
{
	if (round.due == SEN_NO_DATE || (round.met != SEN_NO_DATE && round.met < rounds->from) ||
	    (round.met == SEN_NO_DATE && rounds->until != SEN_NO_DATE))
		return;
	round.due = owed_from(owing, round.due);
	round.start = owed_later(round.start, rounds->from);
	*SEN_PUSH(owing->out->arena, rounds->items, rounds->item_count, rounds->cap) = round;
}

/* The first period that asks for one. */
static struct sen_period first_period(const struct owing *owing, const struct rounds *rounds)
{
	enum sen_limit_kind kind = rounds->limit->kind;
	struct sen_period period = owed_period(owing, kind, rounds->from);
	sen_date begun = owed_later(rounds->since, owing->facts->adopted_on), left;

	if (period.from == SEN_NO_DATE || begun <= period.from)
		return period;
	left = sen_school_days_after(owing->calendar, begun - 1, FIRST_SCHOOL_DAYS);
	if (left == SEN_NO_DATE || left > owed_due(owing, rounds->limit, rounds->from))
		period = owed_period(owing, kind, period.until);
	return period;
}

/* One held late, in the first half of the term after, is that missed one and no
 * more; later than that it stands for its own term too: what was missed is owed
 * once, and does not pile up. */
static struct sen_period next_period(const struct owing *owing, enum sen_limit_kind kind,
				     struct sen_period period, sen_date held)
{
	struct sen_period inside = owed_period(owing, kind, held), half;

	if (held < period.from)
		return period; /* a day agreed before it */
	if (inside.from == SEN_NO_DATE || inside.from <= period.from)
		return owed_period(owing, kind, period.until);
	half = owed_period(owing, SEN_LIMIT_HALF_TERM, held);
	if (inside.from > held)
		return inside;
	if (kind == SEN_LIMIT_TERM && half.from == inside.from &&
	    owed_period(owing, kind, period.until).from == inside.from)
		return inside;
	return owed_period(owing, kind, inside.until);
}

static struct round in_period(const struct owing *owing, const struct rounds *rounds,
			      struct sen_period period, sen_date start, sen_date agreed)
{
	struct round round = {.cycle = period.from,
			      .start = start,
			      .due = SEN_NO_DATE,
			      .met = SEN_NO_DATE,
			      .term = period.name};

	if (period.from != SEN_NO_DATE)
		round.due = owed_due(owing, rounds->limit, period.from);
	if (agreed == SEN_NO_DATE || (round.due != SEN_NO_DATE && agreed >= round.due))
		return round;
	round.agreed = true;
	round.due = agreed;
	if (period.from == SEN_NO_DATE || agreed < period.from)
		round.cycle = round.start = agreed;
	return round;
}

static void by_period(const struct owing *owing, struct rounds *rounds)
{
	struct sen_period period = first_period(owing, rounds);
	sen_date after = SEN_NO_DATE, start, agreed;
	struct round round;

	for (size_t i = 0; i < rounds->held_count && period.from != SEN_NO_DATE; i++) {
		sen_date held = rounds->held[i];

		start = owed_later(period.from, rounds->since);
		agreed = day_agreed(rounds, after, held);
		if (held < start && (agreed == SEN_NO_DATE || agreed >= period.from))
			continue; /* a second one in a term */
		round = in_period(owing, rounds, period, start, agreed);
		round.met = after = held;
		push(owing, rounds, round);
		period = next_period(owing, rounds->limit->kind, period, held);
	}
	start = period.from == SEN_NO_DATE ? rounds->from : owed_later(period.from, rounds->since);
	push(owing, rounds, in_period(owing, rounds, period, start, day_agreed(rounds, after, SEN_NO_DATE)));
}

static struct round by_length(const struct owing *owing, const struct rounds *rounds, sen_date from,
			      sen_date agreed)
{
	struct round round = {.cycle = from, .start = from, .met = SEN_NO_DATE};
	sen_date due = rounds->limit->kind == SEN_LIMIT_NONE || rounds->limit->kind == SEN_LIMIT_DATE
			       ? SEN_NO_DATE
			       : owed_due(owing, rounds->limit, from);

	round.due = earlier(due, agreed);
	round.agreed = agreed != SEN_NO_DATE && round.due == agreed && agreed != due;
	return round;
}

/* So long after the last one.  One before the file was begun counts, unless that
 * would make it late on day one. */
static void by_time(const struct owing *owing, struct rounds *rounds)
{
	sen_date from = rounds->from, after = SEN_NO_DATE;
	struct round round;

	for (size_t i = 0; i < rounds->held_count; i++) {
		sen_date held = rounds->held[i], due;

		if (held < rounds->from || (after != SEN_NO_DATE && held <= from)) {
			due = rounds->limit->kind == SEN_LIMIT_NONE ? SEN_NO_DATE
								    : owed_due(owing, rounds->limit, held);
			if (due != SEN_NO_DATE && due >= rounds->from)
				from = held;
			after = held;
			continue;
		}
		round = by_length(owing, rounds, from, day_agreed(rounds, after, held));
		round.met = from = after = held;
		push(owing, rounds, round);
	}
	push(owing, rounds, by_length(owing, rounds, from, day_agreed(rounds, after, SEN_NO_DATE)));
}

static int by_day(const void *a, const void *b)
{
	const sen_date *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

void owed_rounds(const struct owing *owing, struct rounds *rounds)
{
	if (rounds->held_count > 1)
		qsort(rounds->held, rounds->held_count, sizeof(*rounds->held), by_day);
	if (rounds->limit->kind == SEN_LIMIT_TERM || rounds->limit->kind == SEN_LIMIT_HALF_TERM)
		by_period(owing, rounds);
	else
		by_time(owing, rounds);
}

/* ---- Who, and where it is said ---- */

void owed_ground(const struct owing *owing, struct sen_deadline *item, const struct sen_policy *policy,
		 const struct sen_policy_rule *rule, const struct sen_limit *limit)
{
	enum sen_basis basis = limit ? limit->basis : rule->basis;

	item->owner = rules_who(rule, policy);
	item->basis = basis;
	item->cite = owed_cite(owing, policy, basis, limit ? limit->cite : rule->cite);
}

void owed_held(const struct owing *owing, struct rounds *rounds, const struct sen_policy *policy,
	       const char *cadence, bool (*counts)(const struct owing *, const struct sen_review *))
{
	const struct sen_facts *facts = owing->facts;
	sen_date *held = SEN_NEW(owing->out->arena, sen_date, facts->review_count + 1);

	for (size_t i = 0; i < facts->review_count; i++) {
		const struct sen_review *review = &facts->reviews[i];

		if (review->held_on != SEN_NO_DATE &&
		    (rounds->since == SEN_NO_DATE || review->held_on >= rounds->since) &&
		    (rounds->until == SEN_NO_DATE || review->held_on <= rounds->until) &&
		    sen_review_counts(policy, review->kind, cadence) && (!counts || counts(owing, review)))
			held[rounds->held_count++] = review->held_on;
	}
	rounds->held = held;
}
