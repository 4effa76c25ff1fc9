/* The statutory clock of a child: every step of cases, annual reviews and appeals that
 * has a day (R59 to R67; domain.md 1).  Pure: no clock of its own, no file. */
#include "rules/ehc_steps.h"

#include <stdlib.h>
#include <string.h>

/* ---- Looking things up ---- */

bool ehc_fits(const struct sen_milestone *one, const struct ehc_seek *seek)
{
	return strcmp(one->event, seek->event) == 0 &&
	       (seek->since == SEN_NO_DATE || one->happened_on >= seek->since) &&
	       (seek->ehc == SEN_NO_INT || one->ehc_id == seek->ehc) &&
	       (seek->review == SEN_NO_INT || one->review_id == seek->review) &&
	       (seek->appeal == SEN_NO_INT || one->appeal_id == seek->appeal);
}

const struct sen_milestone *ehc_first(const struct ehc_clock *clock, const struct ehc_seek *seek)
{
	for (size_t i = 0; i < clock->count; i++)
		if (ehc_fits(&clock->all[i], seek))
			return &clock->all[i];
	return NULL;
}

const struct sen_milestone *ehc_last(const struct ehc_clock *clock, const struct ehc_seek *seek)
{
	for (size_t i = clock->count; i > 0; i--)
		if (ehc_fits(&clock->all[i - 1], seek))
			return &clock->all[i - 1];
	return NULL;
}

sen_date ehc_day(const struct ehc_clock *clock, const char *event, sen_date since)
{
	struct ehc_seek seek = {EHC_ANY, .event = event, .since = since};
	const struct sen_milestone *found;

	seek.ehc = clock->ehc->head.id;
	found = ehc_first(clock, &seek);
	return found ? found->happened_on : SEN_NO_DATE;
}

bool ehc_result_is(const struct sen_milestone *one, const char *result)
{
	return one && one->result && strcmp(one->result, result) == 0;
}

sen_date ehc_sooner(sen_date a, sen_date b)
{
	if (a == SEN_NO_DATE || b == SEN_NO_DATE)
		return a == SEN_NO_DATE ? b : a;
	return a < b ? a : b;
}

/* ---- A step ---- */

static const char *place(const struct ehc_clock *clock, const struct ehc_want *want, const char *word)
{
	struct sen_arena *arena = clock->out->arena;

	if (strncmp(word, "{child}", 7) == 0)
		return sen_format(arena, "P%lld", (long long)clock->facts->pupil_id);
	if (strncmp(word, "{review}", 8) == 0)
		return sen_format(arena, "R%lld", (long long)want->review);
	if (strncmp(word, "{appeal}", 8) == 0)
		return sen_format(arena, "AP%lld", (long long)want->appeal);
	return want->subject;
}

/* The rule's command with its places filled; a review that is not planned yet is
 * planned first, a disagreement that is not on record is put there. */
static const char *fix_of(const struct ehc_clock *clock, const struct ehc_want *want, const char *fix)
{
	struct sen_buf buf = {.arena = clock->out->arena};

	if (fix && strstr(fix, "{review}") && !want->review)
		fix = "sendctl review schedule {child} --kind annual --on DATE";
	if (fix && strstr(fix, "{appeal}") && !want->appeal)
		fix = "sendctl appeal add {child}";
	while (fix && *fix) {
		size_t plain = strcspn(fix, "{");

		sen_buf_addf(&buf, "%.*s", (int)plain, fix);
		fix += plain;
		if (*fix) {
			sen_buf_add(&buf, place(clock, want, fix));
			fix = strchr(fix, '}') + 1;
		}
	}
	return buf.text;
}

struct sen_ehc_step *ehc_step(const struct ehc_clock *clock, const struct ehc_want *want)
{
	struct sen_ehc_steps *out = clock->out;
	struct sen_clock_facts facts = {
		.events = want->events, .count = want->events[1].event ? 2 : 1, .calendar = clock->calendar};
	struct sen_ehc_step *step;
	struct sen_clock day;

	if (want->met == SEN_NO_DATE && want->gone)
		return NULL;
	if (!sen_clock(out->arena, clock->law, want->rule, &facts, &day))
		return NULL;
	step = SEN_PUSH(out->arena, out->items, out->count, out->cap);
	*step = (struct sen_ehc_step){
		.rule = day.rule,
		.subject = want->subject,
		.pupil_id = clock->facts->pupil_id,
		.cycle = want->cycle,
		.ehc_id = clock->ehc ? clock->ehc->head.id : SEN_NO_INT,
		.starts_on = day.starts_on,
		.due_on = day.due_on,
		.met_on = want->met,
		.planned = want->planned,
		.how = want->aside ? sen_format(out->arena, "%s; %s", day.how, want->aside) : day.how,
		.fix = fix_of(clock, want, day.rule->fix)};
	return step;
}

/* ---- The child ---- */

static int by_day(const void *a, const void *b)
{
	const struct sen_milestone *x = a, *y = b;

	if (x->happened_on != y->happened_on)
		return x->happened_on < y->happened_on ? -1 : 1;
	return (x->head.id > y->head.id) - (x->head.id < y->head.id);
}

static void sort(struct ehc_clock *clock)
{
	const struct sen_facts *facts = clock->facts;
	struct sen_milestone *all =
		SEN_NEW(clock->out->arena, struct sen_milestone, facts->milestone_count + 1);

	for (size_t i = 0; i < facts->milestone_count; i++)
		if (facts->milestones[i].complaint_id == SEN_NO_INT)
			all[clock->count++] = facts->milestones[i];
	qsort(all, clock->count, sizeof(*all), by_day);
	clock->all = all;
}

static void of_case(struct ehc_clock *clock, const struct sen_ehc *ehc)
{
	size_t first = clock->out->count;

	clock->ehc = ehc;
	clock->subject = sen_format(clock->out->arena, "EH%lld", (long long)ehc->head.id);
	clock->over = ehc->ended_on != SEN_NO_DATE || ehc_day(clock, "withdrawn", SEN_NO_DATE) != SEN_NO_DATE;
	if (ehc->source)
		ehc_steps_request(clock);
	ehc_steps_again(clock);
	ehc_steps_reviews(clock);
	ehc_steps_under_five(clock);
	ehc_steps_transfer(clock);
	ehc_steps_notices(clock);
	ehc_steps_excuse(clock, first);
}

/* As all that is owed (owed.c): of a child who died nothing, of one who left nothing
 * that falls due later. */
static void drop_after_leaving(const struct sen_facts *facts, struct sen_ehc_steps *out)
{
	size_t n = 0;

	for (size_t i = 0; i < out->count; i++) {
		bool gone = facts->died_on != SEN_NO_DATE ||
			    (facts->left_on != SEN_NO_DATE && out->items[i].due_on > facts->left_on);

		if (out->items[i].met_on != SEN_NO_DATE || !gone)
			out->items[n++] = out->items[i];
	}
	out->count = n;
}

void sen_ehc_steps(const struct sen_facts *facts, const struct sen_law *law,
		   const struct sen_policy_set *policies, const struct sen_calendar *calendar,
		   struct sen_ehc_steps *out)
{
	struct ehc_clock clock = {
		.facts = facts, .law = law, .policies = policies, .calendar = calendar, .out = out};

	sort(&clock);
	for (size_t i = 0; i < facts->ehc_count; i++)
		of_case(&clock, &facts->ehcs[i]);
	for (size_t i = 0; i < facts->appeal_count; i++)
		ehc_steps_appeal(&clock, &facts->appeals[i]);
	drop_after_leaving(facts, out);
}
