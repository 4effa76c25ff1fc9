/* What a level needs by the school's policy, looked at before a child is moved to
 * it (R5, R6, R9, R19, R26).  What should be there first refuses, with the command
 * to type; what comes with the level is advice. */
#include "rules/level_needs.h"
#include "rules/plan.h"

#include <sen/agency.h>

#include <string.h>

void need_advise(struct need_check *check, const char *line)
{
	struct sen_move *move = check->move;

	*SEN_PUSH(check->store->arena, move->advice, move->advice_count, move->advice_cap) = line;
}

bool need_on_register(const struct sen_register_entry *entry)
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
		"'%s' needs %s, and P%lld has none", move->to->name,
		involved ? "an agency that is involved (accepted, and seen or reported)"
			 : "a referral that was sent to an agency",
		child(check));
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

/* An open plan of the kind: 2 agreed, 1 a draft, 0 none. */
static int plan_there(const struct sen_plan *all, size_t count, const char *kind, int64_t *id)
{
	int there = 0;

	for (size_t i = 0; i < count; i++) {
		int now = all[i].agreed_on != SEN_NO_DATE ? 2 : 1;

		if (all[i].closed_on != SEN_NO_DATE || strcmp(all[i].kind, kind) != 0 || now < there)
			continue;
		there = now;
		*id = all[i].head.id;
	}
	return there;
}

/* A plan comes with the level: it is made after the move, which its kind goes by. */
static int plan(struct need_check *check, struct sen_err *err)
{
	const struct sen_policy_rule *rule = NULL;
	const struct sen_policy *policy = check->move->policy;
	struct sen_arena *arena = check->store->arena;
	struct sen_plan *all;
	size_t count;
	int64_t id = 0;
	int there, rc;

	for (size_t i = 0; i < policy->rule_count && !rule; i++)
		if (plan_is_kind(&policy->rules[i]) && plan_must(&policy->rules[i]) &&
		    rules_listed(&policy->rules[i], "levels", check->move->to->code))
			rule = &policy->rules[i];
	if (!rule)
		return 0;
	rc = sen_record_of_pupil(check->store, &sen_plan_record, check->move->pupil_id, (void **)&all, &count,
				 err);
	if (rc < 0)
		return rc;
	there = plan_there(all, count, rule->code, &id);
	if (there == 0)
		need_advise(check, sen_format(arena,
					      "This level comes with a plan: %s. Begin it with: sendctl plan "
					      "add P%lld",
					      rule->name, child(check)));
	else if (there == 1)
		need_advise(check,
			    sen_format(arena, "Its plan is a draft: sendctl plan agree PL%lld --by NAME",
				       (long long)id));
	return 0;
}

static bool met_about_it(const struct need_check *check)
{
	for (size_t i = 0; i < check->step_count; i++)
		for (size_t k = 0; k < check->concern_count; k++)
			if (check->concerns[k].head.id == check->steps[i].concern_id &&
			    (check->concerns[k].closed_on == SEN_NO_DATE ||
			     check->concerns[k].closed_on >= check->move->on) &&
			    strcmp(check->steps[i].step, "parents-met") == 0)
				return true;
	return false;
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
		return need_step(check, "strategies", err);
	if (strcmp(need, "observation") == 0)
		return need_step(check, "observe", err);
	if (strcmp(need, "parents-met") == 0 || strcmp(need, "meeting:parents") == 0)
		return need_step(check, "parents-met", err);
	if (strcmp(need, "criterion") == 0)
		return need_step_asking(check, "criterion", err);
	if (strcmp(need, "plan") == 0)
		return plan(check, err);
	if (strcmp(need, "told") == 0 && check->move->told == SEN_NO_DATE &&
	    strcmp(check->move->to->census, "N") == 0 && !check->joins && !met_about_it(check))
		need_advise(
			check,
			sen_format(check->store->arena,
				   "The parents are to be told. Add the day: sendctl pupil level P%lld %s "
				   "--told DATE",
				   child(check), check->move->to->code));
	if (strcmp(need, "voice:parent") == 0)
		need_advise(check, "Keep what the parents say in their own words.");
	if (strcmp(need, "voice:pupil") == 0)
		need_advise(check, "Keep what the child says in the child's own words.");
	return 0;
}

/* Factors of the policy that nobody has weighed for the child: a finding, and
 * said now (R19). */
static int weighed(struct need_check *check, struct sen_err *err)
{
	const struct sen_policy *policy = check->move->policy;
	struct sen_buf names = {.arena = check->store->arena}, args = {.arena = check->store->arena};
	const struct rules_done done = {check->concerns, check->concern_count, check->steps,
					check->step_count};
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
		if (k < count || rules_step_weighed(policy, &done, rule->code))
			continue;
		sen_buf_addf(&names, "%s%s", missing ? ", " : "", rule->code);
		if (missing++ == 0)
			sen_buf_addf(&args, "%s=\"...\"", rule->code);
	}
	if (missing)
		need_advise(check, sen_format(check->store->arena,
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
	if (rc < 0 || last == SEN_NO_DATE || need_on_register(&move->before))
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

	return before && need_on_register(&move->before) && move->to < before;
}

int level_needs(struct sen_store *store, struct sen_move *move, struct sen_err *err)
{
	struct need_check check = {.store = store, .move = move};
	int rc;

	check.joins = (strcmp(move->after.kind, "register") == 0 || strcmp(move->after.kind, "plan") == 0) &&
		      !need_on_register(&move->before);
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
