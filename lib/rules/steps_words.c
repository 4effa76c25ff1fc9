/* The steps of a concern in words: the command that does each, and where the
 * concern stands in one sentence. */
#include "rules/steps.h"

#include <sen/json.h>
#include <string.h>

/* Steps with a verb of their own; the rest goes by 'concern step'. */
static const struct {
	const char *code, *verb, *options;
} verbs[] = {
	{"observe", "observe", "--by NAME --note TEXT"},
	{"strategies", "strategies", "--strategy TEXT --due DATE"},
	{"circle", "circle", "--who NAME --proposed TEXT"},
	{"parents-met", "meet", "--who NAME --note TEXT"},
	{"agency", "agency", "--note TEXT"},
	{"handover", "handover", "--who NAME"},
};

/* "sendctl concern close C12 --result register --level SS --reason TEXT"; the
 * level when the policy leaves no choice. */
static const char *close_command(struct sen_arena *arena, const struct sen_concern *concern,
				 const struct sen_policy_rule *rule)
{
	const struct sen_json *opens = rule ? sen_json_get(rule->json, "opens") : NULL;
	const char *level = rule ? sen_step_has(rule, "opens", "level:") : NULL;
	bool one = level && sen_json_count(opens) == 1;

	return sen_format(arena, "sendctl concern close C%lld --result register --level %s --reason TEXT",
			  (long long)concern->head.id, one ? level : "LEVEL");
}

static bool outcome(const struct sen_policy_rule *rule)
{
	return rule->strength && strcmp(rule->strength, "outcome") == 0;
}

/* Steps that another record shows. */
static const char *by_record(struct sen_arena *arena, const struct sen_concern *concern,
			     const struct sen_policy_rule *rule)
{
	long long id = (long long)concern->head.id, pupil = (long long)concern->pupil_id;

	if (outcome(rule))
		return close_command(arena, concern, rule);
	if (sen_step_has(rule, "asks", "tried"))
		return sen_format(arena, "sendctl concern edit C%lld --tried \"WHAT = how it worked\"", id);
	if (sen_step_has(rule, "asks", "weigh"))
		return sen_format(arena, "sendctl pupil weigh P%lld FACTOR=\"note\"", pupil);
	if (sen_step_has(rule, "opens", "deadline:monitoring-check"))
		return sen_format(arena,
				  "sendctl review record P%lld --kind monitoring --on DATE --decision "
				  "continue|off|LEVEL",
				  pupil);
	if (sen_step_has(rule, "opens", "consent:") && step_by_parent(rule))
		return sen_format(arena, "sendctl concern step C%lld %s --who NAME", id, rule->code);
	return NULL;
}

const char *step_command(struct sen_arena *arena, const struct sen_concern *concern,
			 const struct sen_policy_rule *rule)
{
	const char *command = by_record(arena, concern, rule);
	const char *due = sen_step_has(rule, "asks", "review_on") ? " --due DATE" : "";

	for (size_t i = 0; i < SEN_COUNT(verbs) && !command; i++)
		if (step_is(rule, verbs[i].code))
			command = sen_format(arena, "sendctl concern %s C%lld %s%s", verbs[i].verb,
					     (long long)concern->head.id, verbs[i].options,
					     strstr(verbs[i].options, "--due") ? "" : due);
	if (command)
		return command;
	return sen_format(arena, "sendctl concern step C%lld %s --note TEXT%s", (long long)concern->head.id,
			  rule->code, due);
}

const char *sen_step_name(struct sen_arena *arena, const struct sen_policy_rule *rule)
{
	return strchr(rule->name, '"') ? rule->name : sen_format(arena, "'%s'", rule->name);
}

/* "observed in class (SENCO)" */
static const char *with_who(struct sen_arena *arena, const struct sen_policy_rule *rule)
{
	return rule->who ? sen_format(arena, "%s (%s)", rule->name, rule->who) : rule->name;
}

/* The first step on a condition that may be taken now. */
static const struct sen_step *offered(const struct sen_steps *steps)
{
	for (size_t i = 0; i < steps->count; i++)
		if (steps->items[i].state == SEN_STEP_OFFERED && steps->items[i].rule->condition &&
		    steps->items[i].when)
			return &steps->items[i];
	return NULL;
}

const char *sen_steps_words(struct sen_arena *arena, const struct sen_steps *steps)
{
	const struct sen_concern *concern = steps->concern;
	const struct sen_step *may = offered(steps);
	char day[16];

	if (concern->handed_on != SEN_NO_DATE)
		return sen_format(arena, "Handed to the DSL on %s: nothing of it is kept here",
				  sen_date_long(concern->handed_on, day));
	if (concern->closed_on != SEN_NO_DATE)
		return sen_format(arena, "Closed on %s", sen_date_long(concern->closed_on, day));
	if (steps->next)
		return sen_format(arena, "%zu of %zu required steps done; next: %s", steps->walls_done,
				  steps->walls, with_who(arena, steps->next->rule));
	if (may)
		return sen_format(arena, "What is required so far is done; %s: %s", may->rule->condition,
				  with_who(arena, may->rule));
	return "What is required is done; say how it ended";
}

const char *sen_steps_command(struct sen_arena *arena, const struct sen_steps *steps)
{
	const struct sen_step *may = offered(steps);

	if (steps->concern->closed_on != SEN_NO_DATE)
		return NULL;
	if (steps->next)
		return steps->next->fix;
	if (may)
		return may->fix;
	return sen_format(arena,
			  "sendctl concern close C%lld --result resolved|monitor|register|refer|ehc "
			  "--reason TEXT",
			  (long long)steps->concern->head.id);
}
