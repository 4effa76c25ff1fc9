/* The runs of a concern's window: stages' six weeks may be run once more. */
#include "rules/steps.h"

#include <sen/json.h>
#include <stdlib.h>
#include <string.h>

int64_t sen_steps_extensions(const struct sen_policy *policy)
{
	const struct sen_policy_rule *window = sen_policy_rule(policy, "concern-window", "window");
	int64_t n = -1;

	if (!window || !sen_json_int(sen_json_get(window->json, "extensions"), &n))
		return -1;
	return n;
}

static int by_from(const void *a, const void *b)
{
	const struct step_run *x = a, *y = b;

	return x->from < y->from ? -1 : x->from > y->from;
}

/* A step may close the window before the concern ends (stages' referral). */
static sen_date closed_by(const struct sen_steps *steps)
{
	sen_date day = steps->concern->closed_on;

	for (size_t i = 0; i < steps->count; i++) {
		const struct sen_step *step = &steps->items[i];

		if (step->done_on == SEN_NO_DATE || step->done_on < step_began(steps->concern) ||
		    !sen_step_has(step->rule, "closes", "concern-window"))
			continue;
		if (day == SEN_NO_DATE || step->done_on < day)
			day = step->done_on;
	}
	return day;
}

size_t step_runs(struct sen_arena *arena, const struct sen_steps *steps, const struct sen_facts *facts,
		 struct step_run **out)
{
	struct step_run *runs = NULL;
	size_t n = 0, cap = 0;
	sen_date began = step_began(steps->concern), end = closed_by(steps);

	*SEN_PUSH(arena, runs, n, cap) = (struct step_run){began, SEN_NO_DATE};
	for (size_t i = 0; i < facts->step_count && sen_steps_extensions(steps->policy) > 0; i++) {
		const struct sen_concern_step *row = &facts->steps[i];

		if (row->concern_id != steps->concern->head.id || !row->again || row->taken_on <= began ||
		    (end != SEN_NO_DATE && row->taken_on > end))
			continue;
		*SEN_PUSH(arena, runs, n, cap) = (struct step_run){row->taken_on, SEN_NO_DATE};
	}
	qsort(runs, n, sizeof(*runs), by_from);
	for (size_t i = 0; i < n; i++)
		runs[i].ended = i + 1 < n ? runs[i + 1].from : end;
	*out = runs;
	return n;
}
