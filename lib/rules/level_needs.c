/* What a level needs by the school's policy, looked at before a child is moved to
 * it (R5, R6, R9, R19, R26).  What should be there first refuses, with the command
 * to type; what comes with the level is advice. */
#include "rules/rules.h"

#include <sen/agency.h>
#include <sen/json.h>
#include <sen/level.h>

#include <string.h>

struct need_check {
	struct sen_store *store;
	struct sen_move *move;
	bool joins; /* the register, from outside it */
	struct sen_concern *concerns;
	struct sen_concern_step *steps;
	size_t concern_count, step_count;
};

static void advise(struct need_check *check, const char *line)
{
	struct sen_move *move = check->move;

	*SEN_PUSH(check->store->arena, move->advice, move->advice_count, move->advice_cap) = line;
}

static bool on_register(const struct sen_register_entry *entry)
{
	return entry->head.id && (strcmp(entry->kind, "register") == 0 || strcmp(entry->kind, "plan") == 0);
}

static long long child(const struct need_check *check)
{
	return (long long)check->move->pupil_id;
}

/* ---- Consent ---- */

static int consent(struct need_check *check, const char *purpose, struct sen_err *err)
{
	const struct sen_move *move = check->move;
	const struct sen_policy_rule *rule = sen_policy_rule(move->policy, "consent", purpose);
	int64_t held;

	if (!rule)
		rule = sen_policy_rule(move->policy, "cadence", purpose);
	return rules_consent_must(check->store, move->pupil_id, purpose, rule ? rule->name : NULL,
				  sen_format(check->store->arena, "'%s'", move->to->name), move->on, &held,
				  err);
}

static bool named_by_level(const struct sen_level *level, const char *purpose)
{
	for (size_t i = 0; i < level->need_count; i++)
		if (strncmp(level->needs[i], "consent:", 8) == 0 && strcmp(level->needs[i] + 8, purpose) == 0)
			return true;
	return false;
}

/* Consents that must come before the level, or before the register. */
static int consents_before(struct need_check *check, struct sen_err *err)
{
	const struct sen_move *move = check->move;
	const char *word = sen_format(check->store->arena, "level:%s", move->to->code);
	int rc = 0;

	for (size_t i = 0; i < move->policy->rule_count && rc == 0; i++) {
		const struct sen_policy_rule *rule = &move->policy->rules[i];

		if (strcmp(rule->section, "consent") != 0 || !rule->strength ||
		    strcmp(rule->strength, "must") != 0 || named_by_level(move->to, rule->code))
			continue;
		if (rules_listed(rule, "before", word) ||
		    (check->joins && rules_listed(rule, "before", "register")))
			rc = consent(check, rule->code, err);
	}
	return rc;
}

/* ---- Agencies ---- */

static int agency(struct need_check *check, bool involved, struct sen_err *err)
{
	const struct sen_move *move = check->move;
	struct sen_referral *all;
	size_t count;
	int rc = sen_record_of_pupil(check->store, &sen_referral_record, move->pupil_id, (void **)&all,
				     &count, err);

	for (size_t i = 0; i < count && rc == 0; i++)
		if (all[i].sent_on != SEN_NO_DATE && all[i].sent_on <= move->on &&
		    (!involved || sen_referral_involved(&all[i])))
			return 0;
	if (rc < 0)
		return rc;
	return sen_rule(
		check->store, err,
		sen_format(check->store->arena,
			   "See 'sendctl referral list P%lld'; %s: 'sendctl referral mark REFERRAL %s'.",
			   child(check), involved ? "once they are" : "once it is sent",
			   involved ? "--accepted DATE --seen DATE" : "--sent DATE"),
		"'%s' needs an agency %s P%lld", move->to->name,
		involved ? "involved (accepted, and seen or reported) with" : "asked about", child(check));
}

/* ---- Steps of a concern ---- */

static const struct sen_policy_rule *step_rule(const struct sen_policy *policy, const char *code)
{
	return sen_policy_rule(policy, "concern-step", code);
}

/* The step comes after the one that opens the level, near or far. */
static bool comes_after(const struct sen_policy *policy, const char *code, const char *opens, int depth)
{
	const struct sen_policy_rule *rule = step_rule(policy, code);
	const struct sen_json *after = rule ? sen_json_get(rule->json, "after") : NULL;

	for (size_t i = 0; depth < 32 && i < sen_json_count(after); i++) {
		const char *before = sen_json_text(sen_json_at(after, i));

		if (before && (rules_listed(step_rule(policy, before), "opens", opens) ||
			       comes_after(policy, before, opens, depth + 1)))
			return true;
	}
	return false;
}

/* A level in which the steps are gone through (that of the concern's window)
 * cannot ask for them first; nor for one the policy has not, or puts later. */
static bool step_first(const struct need_check *check, const char *code)
{
	const struct sen_policy *policy = check->move->policy;
	const struct sen_policy_rule *window = sen_policy_rule(policy, "concern-window", "window");
	const char *level = window ? sen_json_text(sen_json_get(window->json, "level")) : NULL;

	if (check->move->to->monitored || (level && strcmp(level, check->move->to->code) == 0))
		return false;
	return step_rule(policy, code) &&
	       !comes_after(policy, code, sen_format(check->store->arena, "level:%s", check->move->to->code),
			    0);
}

static bool taken(const struct need_check *check, const char *code)
{
	for (size_t i = 0; i < check->step_count; i++)
		if (strcmp(check->steps[i].step, code) == 0 && check->steps[i].taken_on <= check->move->on)
			return true;
	return false;
}

/* Is the shortened route on record? Then the steps are not asked for. */
static bool shortened(const struct need_check *check)
{
	for (size_t i = 0; i < check->concern_count; i++)
		if (check->concerns[i].shortened && check->concerns[i].opened_on <= check->move->on)
			return true;
	return false;
}

static int step(struct need_check *check, const char *code, struct sen_err *err)
{
	const struct sen_policy_rule *rule = step_rule(check->move->policy, code);
	const char *name = rule && rule->name ? rule->name : code;

	if (taken(check, code) || shortened(check))
		return 0;
	if (!step_first(check, code)) {
		if (rule)
			advise(check, sen_format(check->store->arena, "This level comes with: %s.", name));
		return 0;
	}
	return sen_rule(
		check->store, err,
		sen_format(check->store->arena,
			   "Write it down with the concern: 'sendctl concern step CONCERN %s --by NAME'.",
			   code),
		"'%s' needs the step '%s' first, and P%lld has none on record", check->move->to->name, name,
		child(check));
}

/* Some need is met by the step that asks for it (support-plan's trigger). */
static int step_asking(struct need_check *check, const char *asks, struct sen_err *err)
{
	const struct sen_policy *policy = check->move->policy;

	for (size_t i = 0; i < policy->rule_count; i++)
		if (strcmp(policy->rules[i].section, "concern-step") == 0 &&
		    rules_listed(&policy->rules[i], "asks", asks))
			return step(check, policy->rules[i].code, err);
	return 0;
}

/* ---- The rest ---- */

static int profile(struct need_check *check, struct sen_err *err)
{
	const struct sen_policy *policy = check->move->policy;
	struct sen_profile *all;
	size_t count;
	int rc = sen_record_of_pupil(check->store, &sen_profile_record, check->move->pupil_id, (void **)&all,
				     &count, err);

	if (rc < 0 || count)
		return rc;
	return sen_rule(
		check->store, err,
		sen_format(check->store->arena,
			   "Write one: 'sendctl pupil profile P%lld --strengths TEXT --help-best TEXT'.",
			   child(check)),
		"'%s' needs a %s, and P%lld has none", check->move->to->name,
		sen_policy_word(policy, "profile", "one-page profile"), child(check));
}

static void plan(struct need_check *check)
{
	const struct sen_policy *policy = check->move->policy;

	for (size_t i = 0; i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		if (strcmp(rule->section, "plan-kind") == 0 && strcmp(rule->code, "profile") != 0 &&
		    rule->strength && strcmp(rule->strength, "must") == 0 &&
		    rules_listed(rule, "levels", check->move->to->code)) {
			advise(check, sen_format(check->store->arena, "This level comes with a plan: %s.",
						 rule->name));
			return;
		}
	}
}

static int one_need(struct need_check *check, const char *need, struct sen_err *err)
{
	if (strncmp(need, "consent:", 8) == 0)
		return consent(check, need + 8, err);
	if (strcmp(need, "agreement") == 0)
		return consent(check, need, err);
	if (strcmp(need, "agency") == 0 || strcmp(need, "agency:involved") == 0)
		return agency(check, need[6] == ':', err);
	if (strcmp(need, "profile") == 0)
		return profile(check, err);
	if (strcmp(need, "strategies") == 0)
		return step(check, "strategies", err);
	if (strcmp(need, "observation") == 0)
		return step(check, "observe", err);
	if (strcmp(need, "parents-met") == 0 || strcmp(need, "meeting:parents") == 0)
		return step(check, "parents-met", err);
	if (strcmp(need, "criterion") == 0)
		return step_asking(check, "criterion", err);
	if (strcmp(need, "plan") == 0)
		plan(check);
	if (strcmp(need, "told") == 0 && check->move->told == SEN_NO_DATE &&
	    strcmp(check->move->to->census, "N") == 0 && !check->joins)
		advise(check,
		       sen_format(check->store->arena,
				  "The parents are to be told. Add the day: sendctl pupil level P%lld %s "
				  "--told DATE",
				  child(check), check->move->to->code));
	if (strcmp(need, "voice:parent") == 0)
		advise(check, "Keep what the parents say in their own words.");
	if (strcmp(need, "voice:pupil") == 0)
		advise(check, "Keep what the child says in the child's own words.");
	return 0;
}

/* Factors of the policy that nobody has weighed for the child: a finding, and
 * said now (R19). */
static int weighed(struct need_check *check, struct sen_err *err)
{
	const struct sen_policy *policy = check->move->policy;
	struct sen_buf names = {.arena = check->store->arena}, args = {.arena = check->store->arena};
	struct sen_weighing *all;
	size_t count, missing = 0;
	int rc = sen_record_of_pupil(check->store, &sen_weighing_record, check->move->pupil_id, (void **)&all,
				     &count, err);

	for (size_t i = 0; i < policy->rule_count && rc == 0; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];
		size_t k = 0;

		if (strcmp(rule->section, "weigh") != 0)
			continue;
		while (k < count && strcmp(all[k].factor, rule->code) != 0)
			k++;
		if (k < count)
			continue;
		sen_buf_addf(&names, "%s%s", missing ? ", " : "", rule->code);
		if (missing++ == 0)
			sen_buf_addf(&args, "%s=\"...\"", rule->code);
	}
	if (missing)
		advise(check, sen_format(check->store->arena,
					 "Not weighed yet: %s. Do it with: sendctl pupil weigh P%lld %s",
					 names.text, child(check), args.text));
	return rc;
}

/* Back on the monitoring list: only with a concern newer than the last time. */
static int return_needs_concern(struct need_check *check, struct sen_err *err)
{
	const struct sen_move *move = check->move;
	struct sen_register_entry *all;
	sen_date last = SEN_NO_DATE;
	size_t count;
	char day[16];
	int rc = sen_record_of_pupil(check->store, &sen_register_record, move->pupil_id, (void **)&all,
				     &count, err);

	for (size_t i = 0; i < count && rc == 0; i++)
		if (strcmp(all[i].kind, "monitored") == 0 && all[i].until_on != SEN_NO_DATE &&
		    all[i].until_on <= move->on && (last == SEN_NO_DATE || all[i].until_on > last))
			last = all[i].until_on;
	if (rc < 0 || last == SEN_NO_DATE || on_register(&move->before))
		return rc;
	for (size_t i = 0; i < check->concern_count; i++) {
		sen_date began = check->concerns[i].opened_on;

		if (check->concerns[i].reopened_on != SEN_NO_DATE)
			began = check->concerns[i].reopened_on;
		if (began >= last && began <= move->on)
			return 0;
	}
	return sen_rule(check->store, err,
			sen_format(check->store->arena,
				   "Write the new concern down: 'sendctl concern add P%lld --concern TEXT'.",
				   child(check)),
			"P%lld left the %s on %s: a return needs a new concern, and there is none since",
			child(check), sen_policy_word(move->policy, "monitoring", "monitoring list"),
			sen_date_long(last, day));
}

/* Down the ladder, still on the register: what it needs was there on the way up. */
static bool goes_down(const struct sen_move *move)
{
	const struct sen_level *before = sen_policy_level(move->policy, move->before.level);

	return before && on_register(&move->before) && move->to < before;
}

int level_needs(struct sen_store *store, struct sen_move *move, struct sen_err *err)
{
	struct need_check check = {.store = store, .move = move};
	int rc;

	check.joins = (strcmp(move->after.kind, "register") == 0 || strcmp(move->after.kind, "plan") == 0) &&
		      !on_register(&move->before);
	if ((rc = sen_record_of_pupil(store, &sen_concern_record, move->pupil_id, (void **)&check.concerns,
				      &check.concern_count, err)) < 0 ||
	    (rc = sen_record_of_pupil(store, &sen_concern_step_record, move->pupil_id, (void **)&check.steps,
				      &check.step_count, err)) < 0)
		return rc;
	if (goes_down(move) || (move->to->monitored && (rc = return_needs_concern(&check, err)) < 0))
		return rc;
	for (size_t i = 0; i < move->to->need_count && rc == 0; i++)
		rc = one_need(&check, move->to->needs[i], err);
	if (rc == 0)
		rc = consents_before(&check, err);
	return rc == 0 && check.joins ? weighed(&check, err) : rc;
}

/* ---- Off the register ---- */

static bool with_views(const struct sen_review *review)
{
	return review->parent_voice && review->pupil_voice;
}

static void exit_item(struct need_check *check, const struct sen_policy_rule *rule,
		      const struct sen_review *all, size_t count, sen_date start)
{
	const struct sen_move *move = check->move;
	bool review = false, views = false;

	for (size_t i = 0; i < count; i++) {
		if (all[i].held_on == SEN_NO_DATE || all[i].held_on > move->on ||
		    (start != SEN_NO_DATE && all[i].held_on < start))
			continue;
		review = true;
		views = views || with_views(&all[i]);
	}
	if (strcmp(rule->code, "review") == 0 && !review)
		advise(check,
		       sen_format(check->store->arena,
				  "Leaving wants %s: sendctl review record P%lld --kind termly --on DATE "
				  "--note TEXT",
				  rule->name, child(check)));
	else if (strcmp(rule->code, "views") == 0 && !views)
		advise(check,
		       sen_format(check->store->arena,
				  "Leaving wants the %s: sendctl review record P%lld --kind termly --on DATE "
				  "--parent-voice TEXT --pupil-voice TEXT",
				  rule->name, child(check)));
	else if (strcmp(rule->code, "watched") == 0)
		advise(check, "Progress is watched on: 'sendctl pupil show' has the day to look again.");
}

int level_exit(struct sen_store *store, struct sen_move *move, struct sen_err *err)
{
	struct need_check check = {.store = store, .move = move};
	struct sen_register_entry *entries;
	struct sen_review *all;
	size_t count, entry_count;
	sen_date start;
	int rc;

	if (!on_register(&move->before))
		return 0;
	if ((rc = sen_record_of_pupil(store, &sen_register_record, move->pupil_id, (void **)&entries,
				      &entry_count, err)) < 0 ||
	    (rc = sen_record_of_pupil(store, &sen_review_record, move->pupil_id, (void **)&all, &count,
				      err)) < 0)
		return rc;
	/* It ends today: the run that leads up to the level the child stands at. */
	start = move->before.from_on;
	if (start != SEN_NO_DATE && rules_support_start(entries, entry_count, start) != SEN_NO_DATE)
		start = rules_support_start(entries, entry_count, start);
	for (size_t i = 0; i < move->policy->rule_count; i++)
		if (strcmp(move->policy->rules[i].section, "exit") == 0)
			exit_item(&check, &move->policy->rules[i], all, count, start);
	return 0;
}
