/* What a plan lacks, as advice (R31, R33, R35; Code 6.50 to 6.53): targets that
 * are SMART, the sections of the policy, voices, something additional. */
#include "rules/plan.h"
#include "rules/plan_words.h"

#include <sen/ehc.h>
#include <sen/json.h>
#include <sen/provision.h>
#include <sen/text.h>

#include <string.h>

struct check {
	struct sen_store *store;
	struct sen_arena *arena;
	struct sen_plan plan;
	const struct sen_policy *policy;
	const struct sen_policy_rule *kind; /* NULL: the policy no longer has it */
	const struct sen_target *targets;
	size_t count;
	bool served; /* a provision serves one of the targets */
	bool ehc;
	sen_date day;
	struct sen_plan_finding *items;
	size_t found, cap;
};

static struct sen_plan_finding *add(struct check *c, const char *check, const struct sen_target *target,
				    const char *finding, const char *option)
{
	struct sen_plan_finding *row = SEN_PUSH(c->arena, c->items, c->found, c->cap);

	*row = (struct sen_plan_finding){.check = check,
					 .plan_id = c->plan.head.id,
					 .target_id = target ? target->head.id : SEN_NO_INT,
					 .finding = finding};
	if (option)
		row->fix = target ? sen_format(c->arena, "sendctl target edit T%lld %s",
					       (long long)target->head.id, option)
				  : sen_format(c->arena, "sendctl plan edit PL%lld %s",
					       (long long)c->plan.head.id, option);
	return row;
}

static const char *cited(const struct check *c, enum sen_basis basis, const char *cite)
{
	if (!cite || basis == SEN_BASIS_JUDGEMENT)
		return NULL;
	return basis == SEN_BASIS_LAW ? cite : sen_format(c->arena, "%s %s", c->policy->name, cite);
}

/* ---- Targets ---- */

bool plan_has_targets(const struct sen_policy *policy, const struct sen_policy_rule *kind)
{
	const struct sen_json *sections = kind ? sen_json_get(kind->json, "sections") : NULL;

	if (!kind || sen_policy_rule(policy, "plan-targets", kind->code))
		return true;
	for (size_t i = 0; i < sen_json_count(sections); i++)
		if (strcmp(sen_json_text(sen_json_get(sen_json_at(sections, i), "code")), "targets") == 0)
			return true;
	return false;
}

static void check_number(struct check *c)
{
	const struct sen_policy_rule *rule;
	struct sen_plan_finding *row;
	int64_t min, max;
	const char *text;

	if (!plan_has_targets(c->policy, c->kind))
		return;
	if (!plan_target_bounds(c->policy, c->plan.kind, &min, &max, &rule))
		min = 1;
	if ((min == SEN_NO_INT || (int64_t)c->count >= min) &&
	    (max == SEN_NO_INT || (int64_t)c->count <= max))
		return;
	text = c->count == 0
		       ? "it has no target"
		       : sen_format(c->arena, "it has %zu target%s", c->count, c->count == 1 ? "" : "s");
	if (rule && rule->value)
		text = sen_format(c->arena, "%s; %s %s wanted", text, rule->value,
				  strcmp(rule->value, "1") == 0 ? "is" : "are");
	row = add(c, "target-number", NULL, text, NULL);
	row->fix = (min != SEN_NO_INT && (int64_t)c->count < min)
			   ? sen_format(c->arena, "sendctl target add PL%lld", (long long)c->plan.head.id)
			   : sen_format(c->arena, "sendctl target remove T%lld --reason TEXT",
					(long long)c->targets[c->count - 1].head.id);
	if (rule)
		row->cite = cited(c, rule->basis, rule->cite);
}

static void check_smart(struct check *c, const struct sen_target *t)
{
	bool due = t->due_on != SEN_NO_DATE ||
		   (strcmp(t->horizon, "short") == 0 && c->plan.review_on != SEN_NO_DATE);

	if (!t->baseline)
		add(c, "no-baseline", t, "it does not say where the child is now", "--baseline TEXT");
	if (!t->success)
		add(c, "no-success", t, "it does not say how it will be known that it is met",
		    "--success TEXT");
	if (!t->measure)
		add(c, "no-measure", t, "it does not say how it is measured", "--measure TEXT");
	if (!due)
		add(c, "no-date", t, "it does not say by when", "--due DATE");
	if (!t->who && !c->plan.adults)
		add(c, "no-who", t, "it does not say who helps", "--who NAME");
	if (plan_same_words(c->arena, t->baseline, t->success))
		add(c, "met-already", t, "where the child is now is what is to be reached", "--success TEXT");
}

static void check_vague(struct check *c, const struct sen_target *t, const char *where, const char *text,
			const char *option)
{
	const struct vague_word *word = text ? plan_vague(c->arena, text) : NULL;

	if (word)
		add(c, "vague", t,
		    sen_format(c->arena, "%s: '%s' cannot be checked; %s", where, word->words, word->better),
		    option);
}

/* Carried over as it was: a page would tell parents where the child stood a cycle ago. */
static int check_carried(struct check *c, const struct sen_target *t, struct sen_err *err)
{
	struct sen_target before;
	int rc;

	if (t->carried <= 0 || !t->baseline || t->before_id == SEN_NO_INT)
		return 0;
	if ((rc = sen_record_get(c->store, &sen_target_record, t->before_id, &before, err)) < 0)
		return rc;
	if (plan_same_words(c->arena, t->baseline, before.baseline))
		add(c, "old-baseline", t, "where the child is now is as it was in the cycle before",
		    "--baseline TEXT");
	return 0;
}

static void check_target(struct check *c, const struct sen_target *t)
{
	check_smart(c, t);
	check_vague(c, t, "target", t->target, "--target TEXT");
	check_vague(c, t, "success", t->success, "--success TEXT");
	check_vague(c, t, "strategies", t->strategies, "--strategies TEXT");
	if (t->carried > 2)
		add(c, "carried", t,
		    sen_format(c->arena, "it was carried over %lld times: change it, or what is done for it",
			       (long long)t->carried),
		    "--target TEXT");
	if (c->ehc && !t->ehc_outcome)
		add(c, "no-outcome", t, "it names no outcome of the EHC plan it works towards",
		    "--ehc-outcome O3");
}

/* ---- The plan ---- */

static bool any_of_targets(const struct check *c, uint16_t offset)
{
	for (size_t i = 0; i < c->count; i++)
		if (*(const char *const *)(const void *)((const char *)&c->targets[i] + offset))
			return true;
	return false;
}

/* A section of the policy's plan shape, and what of ours fills it. */
struct section {
	const char *code;
	uint16_t plan, target; /* offsets of texts; 0: none */
	const char *option;
};
#define P(m) (uint16_t) offsetof(struct sen_plan, m)
#define T(m) (uint16_t) offsetof(struct sen_target, m)
static const struct section sections[] = {
	{"strategies", P(strategies), T(strategies), "--strategies TEXT"},
	{"activities", P(strategies), T(strategies), "--strategies TEXT"},
	{"provision", P(provision), 0, "--provision TEXT"},
	{"home", P(home), T(home), "--home TEXT"},
	{"impact", P(impact), 0, "--impact TEXT"},
	{"adults", P(adults), T(who), "--adults NAME"},
	{"pupil-voice", P(pupil_voice), 0, "--pupil-voice TEXT"},
	{"parent-voice", P(parent_voice), 0, "--parent-voice TEXT"},
};
#undef P
#undef T

static bool is_filled(const struct check *c, const char *code, const char **option)
{
	for (size_t i = 0; i < SEN_COUNT(sections); i++) {
		const struct section *s = &sections[i];

		if (strcmp(s->code, code) != 0)
			continue;
		*option = s->option;
		return *(const char *const *)(const void *)((const char *)&c->plan + s->plan) ||
		       (s->target && any_of_targets(c, s->target)) ||
		       (strcmp(code, "provision") == 0 && c->served);
	}
	if (strcmp(code, "review-date") == 0 || strcmp(code, "timeframe") == 0) {
		*option = "--due DATE";
		return c->plan.review_on != SEN_NO_DATE;
	}
	return true; /* what the checks of targets say, or nothing of ours shows */
}

static void check_sections(struct check *c)
{
	const struct sen_json *list = c->kind ? sen_json_get(c->kind->json, "sections") : NULL;

	for (size_t i = 0; i < sen_json_count(list); i++) {
		const struct sen_json *item = sen_json_at(list, i);
		const char *code = sen_json_text(sen_json_get(item, "code")), *option = NULL;
		const char *strength = sen_json_text(sen_json_get(item, "strength"));
		const struct sen_policy_rule *rule = sen_policy_rule(
			c->policy, "plan-section", sen_format(c->arena, "%s/%s", c->kind->code, code));

		if ((strength && strcmp(strength, "must") != 0) || is_filled(c, code, &option))
			continue;
		add(c, sen_format(c->arena, "section:%s", code), NULL,
		    sen_format(c->arena, "it says nothing yet of: %s", rule->name), option)
			->cite = cited(c, rule->basis, rule->cite);
	}
}

/* Does the policy's shape ask for the voice?  Then check_sections has said so. */
static bool asks(const struct check *c, const char *section)
{
	return c->kind && sen_policy_rule(c->policy, "plan-section",
					  sen_format(c->arena, "%s/%s", c->kind->code, section));
}

static void check_voice(struct check *c, const char *whose, const char *section, const char *text,
			sen_date on, const char *option)
{
	char day[16];

	if (!text && !asks(c, section))
		add(c, sen_format(c->arena, "no-%s", section), NULL,
		    sen_format(c->arena, "what %s is not in it", whose), option);
	else if (text && on != SEN_NO_DATE && c->day - on > PLAN_VOICE_DAYS)
		add(c, sen_format(c->arena, "old-%s", section), NULL,
		    sen_format(c->arena, "what %s is of %s: more than a term ago", whose,
			       sen_date_long(on, day)),
		    option);
}

static void check_whole(struct check *c)
{
	if (!c->plan.strategies && !c->plan.provision && !c->served &&
	    !any_of_targets(c, (uint16_t)offsetof(struct sen_target, strategies)))
		add(c, "nothing-additional", NULL,
		    "nothing in it is additional to or different from what every child has: no provision "
		    "serves it, and no strategy",
		    "--strategies TEXT");
	check_vague(c, NULL, "strategies", c->plan.strategies, "--strategies TEXT");
	check_vague(c, NULL, "provision", c->plan.provision, "--provision TEXT");
	check_vague(c, NULL, "impact", c->plan.impact, "--impact TEXT");
	if (c->plan.review_on == SEN_NO_DATE && !asks(c, "review-date") && !asks(c, "timeframe"))
		add(c, "no-review-date", NULL, "it has no date for review", "--due DATE");
	check_voice(c, "the parents say", "parent-voice", c->plan.parent_voice, c->plan.parent_voice_on,
		    "--parent-voice TEXT");
	check_voice(c, "the child says", "pupil-voice", c->plan.pupil_voice, c->plan.pupil_voice_on,
		    "--pupil-voice TEXT");
}

/* Does the target name the outcome, in its words of now or of before? */
static bool same_outcome(struct sen_arena *arena, const struct sen_ehc_item *items, size_t count,
			 const char *named, const struct sen_ehc_item *outcome)
{
	const char *id;

	for (size_t i = 0; named && i < count; i++) {
		id = sen_format(arena, "O%lld", (long long)items[i].head.id);
		if (strcmp(id, named) == 0 && strcmp(items[i].section, "E") == 0 &&
		    items[i].ehc_id == outcome->ehc_id && items[i].number == outcome->number)
			return true;
	}
	return false;
}

/* Each outcome of the EHC plan is worked towards by a target (R35). */
static int check_outcomes(struct check *c, struct sen_err *err)
{
	struct sen_ehc_item *items;
	void *records;
	size_t count;
	int rc = sen_record_of_pupil(c->store, &sen_ehc_item_record, c->plan.pupil_id, &records, &count, err);

	items = rc < 0 ? NULL : records;
	for (size_t i = 0; rc == 0 && i < count; i++) {
		bool aimed_at = strcmp(items[i].section, "E") != 0 || items[i].until != SEN_NO_INT;

		for (size_t k = 0; k < c->count && !aimed_at; k++)
			aimed_at = same_outcome(c->arena, items, count, c->targets[k].ehc_outcome, &items[i]);
		if (aimed_at)
			continue;
		add(c, "outcome-without-target", NULL,
		    sen_format(c->arena, "no target works towards outcome E%lld of the EHC plan",
			       (long long)items[i].number),
		    NULL)
			->fix = sen_format(c->arena, "sendctl target add PL%lld --ehc-outcome E%lld",
					   (long long)c->plan.head.id, (long long)items[i].number);
	}
	return rc;
}

/* ---- One plan ---- */

static int load_served(struct check *c, struct sen_err *err)
{
	struct sen_provision_target *all;
	size_t count;
	int rc = sen_record_of_pupil(c->store, &sen_provision_target_record, c->plan.pupil_id, (void **)&all,
				     &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++)
		for (size_t k = 0; k < c->count; k++)
			c->served = c->served || all[i].target_id == c->targets[k].head.id;
	return rc;
}

static int load(struct check *c, int64_t plan_id, struct sen_err *err)
{
	struct sen_register_entry entry;
	struct sen_target *targets;
	int rc = sen_record_get(c->store, &sen_plan_record, plan_id, &c->plan, err);

	if (rc < 0 || (rc = sen_plan_targets(c->store, plan_id, &targets, &c->count, err)) < 0)
		return rc;
	c->targets = targets;
	c->day = sen_store_day(c->store);
	if ((rc = rules_policy_of(c->store, c->plan.pupil_id, c->day, &c->policy, err)) < 0 ||
	    (rc = sen_register_on(c->store, c->plan.pupil_id, c->day, &entry, err)) < 0)
		return rc;
	c->ehc = entry.head.id && strcmp(entry.census, "E") == 0;
	c->kind = sen_policy_rule(c->policy, "plan-kind", c->plan.kind);
	return load_served(c, err);
}

int sen_plan_check(struct sen_store *store, int64_t plan_id, struct sen_plan_finding **out, size_t *count,
		   struct sen_err *err)
{
	struct check c = {.store = store, .arena = store->arena};
	int rc = load(&c, plan_id, err);

	*out = NULL;
	*count = 0;
	if (rc < 0 || c.plan.closed_on != SEN_NO_DATE)
		return rc;
	check_number(&c);
	for (size_t i = 0; i < c.count; i++) {
		check_target(&c, &c.targets[i]);
		if ((rc = check_carried(&c, &c.targets[i], err)) < 0)
			return rc;
	}
	check_sections(&c);
	check_whole(&c);
	if (plan_has_targets(c.policy, c.kind) && (rc = check_outcomes(&c, err)) < 0)
		return rc;
	*out = c.items;
	*count = c.found;
	return 0;
}
