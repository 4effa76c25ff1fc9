/* What a concern owes: its window (R27), the review date agreed, and until
 * there is one the next step that the policy requires; and, closed for it, the register. */
#include "rules/steps.h"

#include <sen/json.h>

#include <string.h>

/* Over and done with before the school began this file? */
static bool past(const struct owing *owing, const struct sen_concern *concern)
{
	return concern->closed_on != SEN_NO_DATE && concern->closed_on < owing->facts->adopted_on;
}

/* A window that is only a default ("by the end of term") gives way to the
 * date agreed for the child; a number of weeks does not. */
static bool replaced_by_date(const struct sen_limit *limit, const struct sen_concern *concern)
{
	return concern->review_on != SEN_NO_DATE &&
	       (limit->kind == SEN_LIMIT_TERM || limit->kind == SEN_LIMIT_HALF_TERM);
}

static const char *window_words(const struct owing *owing, const struct sen_limit *limit,
				const struct sen_concern *concern, sen_date run, sen_date from)
{
	struct sen_arena *arena = owing->out->arena;
	const char *since = from != run			 ? "these records were begun"
			    : run != step_began(concern) ? "it was run once more"
			    : run != concern->opened_on	 ? "it was opened again"
							 : "it was raised";

	if (limit->kind == SEN_LIMIT_TERM)
		return "Decide what follows the concern by the end of term";
	if (limit->kind == SEN_LIMIT_HALF_TERM)
		return "Decide what follows the concern by the end of the half term";
	return sen_format(arena, "Decide what follows the concern: %s since %s",
			  sen_limit_words(arena, limit), since);
}

static const char *close_command(const struct owing *owing, const struct sen_concern *concern)
{
	return sen_format(owing->out->arena, "sendctl concern close C%lld --result RESULT --reason TEXT",
			  (long long)concern->head.id);
}

/* One run of the window; returns the last day of it, or SEN_NO_DATE. */
static sen_date run(const struct owing *owing, const struct sen_steps *steps,
		    const struct sen_policy_rule *rule, const struct step_run *run)
{
	const struct sen_concern *concern = steps->concern;
	sen_date from = owed_from(owing, run->from), due = owed_due(owing, &rule->limit, from);
	struct sen_deadline *item;

	if (due == SEN_NO_DATE || (run->ended != SEN_NO_DATE && run->ended < owing->facts->adopted_on))
		return due;
	item = owe(owing, "concern-window", sen_concern_record.prefix, concern->head.id, due);
	item->cycle = run->from == concern->opened_on ? 0 : run->from;
	item->starts_on = from;
	item->met_on = run->ended;
	item->owner = rules_who(rule, steps->policy);
	item->basis = rule->limit.basis;
	item->cite = owed_cite(owing, steps->policy, rule->limit.basis, rule->limit.cite);
	item->what = sen_format(owing->out->arena, "%s%s",
				window_words(owing, &rule->limit, concern, run->from, from),
				owed_closed_note(owing, due));
	item->fix = close_command(owing, concern);
	return due;
}

/* The last day of the window that is open now: SEN_NO_DATE when none is. */
static sen_date window(const struct owing *owing, const struct sen_steps *steps)
{
	const struct sen_policy_rule *rule = sen_policy_rule(steps->policy, "concern-window", "window");
	struct step_run *runs;
	sen_date due = SEN_NO_DATE;
	size_t n;

	if (!rule || replaced_by_date(&rule->limit, steps->concern))
		return SEN_NO_DATE;
	n = step_runs(owing->out->arena, steps, owing->facts, &runs);
	for (size_t i = 0; i < n; i++)
		due = run(owing, steps, rule, &runs[i]);
	return runs[n - 1].ended == SEN_NO_DATE ? due : SEN_NO_DATE;
}

static struct sen_deadline *owe_step(const struct owing *owing, const struct sen_steps *steps,
				     const struct sen_policy_rule *rule, sen_date due)
{
	struct sen_deadline *item =
		owe(owing, "concern-step", sen_concern_record.prefix, steps->concern->head.id, due);

	item->starts_on = owed_from(owing, step_began(steps->concern));
	item->met_on = steps->concern->closed_on;
	item->owner = rules_who(rule, steps->policy);
	item->basis = rule ? rule->basis : SEN_BASIS_JUDGEMENT;
	item->cite = rule ? owed_cite(owing, steps->policy, rule->basis, rule->cite) : NULL;
	item->fix = close_command(owing, steps->concern);
	return item;
}

/* The date agreed with the step that asks for one. */
static void agreed(const struct owing *owing, const struct sen_steps *steps)
{
	const struct sen_policy_rule *rule = NULL;
	sen_date due = owed_from(owing, steps->concern->review_on);
	struct sen_deadline *item;

	for (size_t i = 0; i < steps->count && !rule; i++)
		if (sen_step_has(steps->items[i].rule, "asks", "review_on"))
			rule = steps->items[i].rule;
	item = owe_step(owing, steps, rule, due);
	item->starts_on = step_began(steps->concern);
	item->what = sen_format(owing->out->arena, "Review the concern on the date agreed%s",
				owed_closed_note(owing, due));
}

/* No date is agreed and no window runs: the one the policy offers counts from
 * the beginning, or from the step that closed the window; a judgement. */
static sen_date offered(const struct owing *owing, const struct sen_steps *steps)
{
	const struct sen_policy_rule *rule = sen_policy_rule(steps->policy, "concern-window", "window");
	const char *offer =
		rule ? sen_json_text(sen_json_get(sen_json_get(rule->json, "limit"), "offer")) : NULL;
	struct sen_limit limit = {.kind = offer && strcmp(offer, "term") != 0 ? SEN_LIMIT_HALF_TERM
									      : SEN_LIMIT_TERM};
	sen_date from = step_began(steps->concern);

	for (size_t i = 0; i < steps->count; i++)
		if (sen_step_has(steps->items[i].rule, "closes", "concern-window") &&
		    steps->items[i].done_on != SEN_NO_DATE && steps->items[i].done_on > from)
			from = steps->items[i].done_on;
	from = owed_from(owing, from);
	if (offer && strcmp(offer, "next-half-term") == 0)
		from = owed_period(owing, SEN_LIMIT_HALF_TERM, from).until;
	return owed_due(owing, &limit, from);
}

/* Is the check of a monitored child what comes next, or what goes on until the
 * limit of monitoring? */
static bool checked(const struct sen_steps *steps, const struct sen_step *next)
{
	for (size_t i = 0; i < steps->count; i++)
		if (sen_step_has(steps->items[i].rule, "opens", "deadline:monitoring-check") &&
		    (next == &steps->items[i] || (!next && steps->items[i].done_on != SEN_NO_DATE)))
			return true;
	return false;
}

/* Until a date is agreed: the next step, by the end of the window. */
static void next(const struct owing *owing, const struct sen_steps *steps, sen_date window_due)
{
	const struct sen_step *step = steps->next;
	sen_date due = window_due != SEN_NO_DATE ? window_due : offered(owing, steps);
	struct sen_deadline *item;

	if (due == SEN_NO_DATE || steps->concern->closed_on != SEN_NO_DATE)
		return;
	/* The window asks for the end already; the check of a monitored child is owed as such. */
	if (!step && window_due != SEN_NO_DATE)
		return;
	if (checked(steps, step))
		return;
	item = owe_step(owing, steps, step ? step->rule : NULL, due);
	if (window_due == SEN_NO_DATE) {
		item->basis = SEN_BASIS_JUDGEMENT;
		item->cite = NULL;
	}
	item->what = step ? sen_format(owing->out->arena, "Next step of the concern: %s", step->rule->name)
			  : "Decide what follows the concern";
	if (step)
		item->fix = step->fix;
}

/* ---- Closed for the register ---- */

enum { TO_REGISTER = 5 }; /* school days: no policy says how many */

/* The first day from `since` on which the child is on the register. */
static sen_date joined(const struct sen_facts *facts, sen_date since)
{
	sen_date first = SEN_NO_DATE;

	for (size_t i = 0; i < facts->register_count; i++) {
		const struct sen_register_entry *entry = &facts->register_entries[i];
		sen_date day =
			entry->from_on == SEN_NO_DATE || entry->from_on < since ? since : entry->from_on;

		if (owed_supported(entry) && (entry->until_on == SEN_NO_DATE || entry->until_on > day) &&
		    (first == SEN_NO_DATE || day < first))
			first = day;
	}
	return first;
}

/* It was decided that the child joins the register: owed until it is so, or the
 * concern is opened again. */
static void register_joined(const struct owing *owing, const struct sen_concern *concern,
			    const struct sen_policy *policy)
{
	struct sen_deadline *item;

	if (concern->closed_on == SEN_NO_DATE || !concern->result || strcmp(concern->result, "register") != 0)
		return;
	item = owe(owing, "concern-register", sen_concern_record.prefix, concern->head.id,
		   sen_school_days_after(owing->calendar, concern->closed_on, TO_REGISTER));
	item->cycle = concern->reopened_on == SEN_NO_DATE ? 0 : concern->reopened_on;
	item->starts_on = concern->closed_on;
	item->met_on = joined(owing->facts, concern->closed_on);
	item->owner = rules_coordinator(policy);
	item->basis = SEN_BASIS_JUDGEMENT;
	item->what = "Put the child on the register: the concern was closed for it";
	item->fix = sen_format(owing->out->arena, "sendctl pupil level P%lld LEVEL --reason TEXT --told DATE",
			       (long long)owing->facts->pupil_id);
}

void rule_concern(const struct owing *owing)
{
	for (size_t i = 0; i < owing->facts->concern_count; i++) {
		const struct sen_concern *concern = &owing->facts->concerns[i];
		struct sen_steps steps;
		sen_date due;

		sen_steps_stand(owing->out->arena, owing->policies, owing->facts, concern, &steps);
		if (!steps.policy || past(owing, concern))
			continue;
		register_joined(owing, concern, steps.policy);
		due = window(owing, &steps);
		if (concern->review_on != SEN_NO_DATE)
			agreed(owing, &steps);
		else
			next(owing, &steps, due);
	}
}
