/* The statutory clock as deadlines (R60 to R67).  Day one is not quiet here: a case that
 * is put on record late shows at once what the law's clock says is overdue. */
#include "rules/rules.h"

#include <ctype.h>
#include <string.h>

const char *sen_ehc_owner(const struct sen_policy *policy, const struct sen_law_rule *rule)
{
	return strcmp(rule->owner, "school") == 0 ? rules_coordinator(policy) : sen_law_owner(rule);
}

/* "Decide whether to assess, and notify; at the earliest, for ...; lateness is excused: ..." */
static const char *sentence(struct sen_arena *arena, const struct sen_ehc_step *step)
{
	return sen_format(arena, "%c%s%s%s%s", toupper((unsigned char)step->rule->name[0]),
			  step->rule->name + 1,
			  step->earliest ? "; at the earliest: the day of receipt is not known"
			  : step->latest ? "; at the latest: the day it was served is not known"
					 : "",
			  step->excuse ? "; lateness is excused: " : "", step->excuse ? step->excuse : "");
}

static void owe_step(const struct owing *owing, const struct sen_ehc_step *step)
{
	struct sen_deadline *item;

	/* From when on something may be done is owed by nobody; nor, while it may still be
	 * put off, what comes after a meeting. */
	if (step->rule->bound == SEN_CLOCK_NOT_BEFORE || step->planned)
		return;
	item = owe(owing, step->rule->code, "", 0, step->due_on);
	item->subject = step->subject;
	item->cycle = step->cycle;
	item->starts_on = step->starts_on;
	item->met_on = step->met_on;
	item->owner = sen_ehc_owner(owed_policy(owing, owed_from(owing, step->starts_on)), step->rule);
	item->basis = sen_law_judged(step->rule) ? SEN_BASIS_JUDGEMENT : SEN_BASIS_LAW;
	item->cite = owed_cite(owing, NULL, item->basis, step->rule->cite);
	item->what = sentence(owing->out->arena, step);
	item->fix = step->fix;
	item->lapses = step->rule->lapses;
}

void rule_ehc(const struct owing *owing)
{
	struct sen_ehc_steps steps = {.arena = owing->out->arena};

	if (!owing->law || (owing->facts->ehc_count == 0 && owing->facts->appeal_count == 0))
		return;
	sen_ehc_steps(owing->facts, owing->law, owing->policies, owing->calendar, &steps);
	for (size_t i = 0; i < steps.count; i++)
		owe_step(owing, &steps.items[i]);
}
