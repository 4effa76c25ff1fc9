/* Extra funding by the school's policy: the level that comes with it, what was decided,
 * what is spent of it (R65, R66). */
#include "rules/rules.h"

#include <sen/costed.h>
#include <sen/text.h>
#include <sen/topup.h>

#include <string.h>

/* A level of the policy that comes with the money ("SSPP" with `sspp`); NULL: none. */
static const struct sen_level *level_of(const struct sen_policy *policy, const char *funding)
{
	for (size_t i = 0; policy && funding && i < policy->level_count; i++)
		if (sen_text_same(policy->levels[i].code, funding) &&
		    strcmp(policy->levels[i].census, "E") != 0)
			return &policy->levels[i];
	return NULL;
}

const char *sen_topup_funding(const struct sen_policy *policy, const char *level)
{
	for (size_t i = 0; policy && level && i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		if (strcmp(rule->section, "funding") == 0 && sen_text_same(rule->code, level) &&
		    level_of(policy, rule->code))
			return rule->code;
	}
	return NULL;
}

/* ---- What was decided ---- */

static int refuse(struct sen_store *store, struct sen_topup *topup, const struct sen_topup_decision *decision,
		  struct sen_err *err)
{
	if (!decision->reason) {
		sen_fail(err, SEN_USAGE, "it is refused: why?");
		sen_hint(err, "Say it with --reason TEXT, in the words of whoever refused it.");
		return err->code;
	}
	if (decision->pounds || decision->from != SEN_NO_DATE || decision->until != SEN_NO_DATE)
		return sen_fail(err, SEN_USAGE,
				"it is refused: --pounds, --from and --until are of what is "
				"granted");
	topup->granted = 0;
	topup->note = topup->note ? sen_format(store->arena, "%s\nRefused: %s", topup->note, decision->reason)
				  : sen_format(store->arena, "Refused: %s", decision->reason);
	return 0;
}

/* By the policy's level; else a year from the first day, a judgement. */
static sen_date review_by(struct sen_store *store, const struct sen_policy *policy,
			  const struct sen_topup *topup, struct sen_err *err)
{
	const struct sen_level *level = level_of(policy, topup->funding);
	const struct sen_calendar *calendar;
	sen_date day = SEN_NO_DATE;

	if (level && sen_store_calendar(store, &calendar, err) == 0)
		day = rules_span_end(calendar, &level->limit, topup->from_on);
	if (day == SEN_NO_DATE)
		day = sen_date_add_months(topup->from_on, 12);
	if (topup->until_on != SEN_NO_DATE && topup->until_on < day)
		day = topup->until_on;
	return day;
}

static int grant(struct sen_store *store, const struct sen_policy *policy, struct sen_topup *topup,
		 struct sen_topup_decision *decision, struct sen_err *err)
{
	int rc = decision->pounds ? sen_field_set(store, sen_field_named(&sen_topup_record, "pence"), topup,
						  decision->pounds, err)
				  : 0;

	if (rc < 0)
		return rc;
	if (decision->from != SEN_NO_DATE)
		topup->from_on = decision->from;
	if (decision->until != SEN_NO_DATE)
		topup->until_on = decision->until;
	if (topup->pence == SEN_NO_INT || topup->from_on == SEN_NO_DATE) {
		sen_fail(err, SEN_USAGE, "it is granted: %s",
			 topup->pence == SEN_NO_INT ? "how much a year?" : "from when is it paid?");
		sen_hint(err, "Say both: --pounds 2400 --from 2026-09-01.");
		return err->code;
	}
	topup->granted = 1;
	if (decision->review != SEN_NO_DATE)
		topup->review_on = decision->review;
	if (topup->review_on != SEN_NO_DATE)
		return 0;
	topup->review_on = review_by(store, policy, topup, err);
	decision->review_assumed = true;
	return 0;
}

/* ---- The level that comes with it ---- */

static int move_level(struct sen_store *store, const struct sen_policy *policy, const struct sen_topup *topup,
		      struct sen_topup_decision *decision, struct sen_err *err)
{
	const struct sen_level *level = level_of(policy, topup->funding);
	struct sen_register_entry now;
	struct sen_err refused = {0};
	int rc = sen_register_on(store, topup->pupil_id, store->context.today, &now, err);

	if (rc < 0 || !level || (now.head.id && strcmp(now.level, level->code) == 0))
		return rc;
	decision->move =
		(struct sen_move){.pupil_id = topup->pupil_id,
				  .level = level->code,
				  .reason = sen_format(store->arena, "extra funding granted (TU%lld)",
						       (long long)topup->head.id),
				  .on = topup->from_on,
				  .told = SEN_NO_DATE,
				  .corrects = SEN_NO_INT};
	if (decision->keep_level)
		decision->stays = "as you said";
	else if (now.head.id && strcmp(now.census, "E") == 0)
		decision->stays = "the child has an EHC plan";
	else if (topup->from_on > store->context.today)
		decision->stays = "the money begins later";
	if (decision->stays)
		return 0;
	rc = sen_level_move(store, &decision->move, &refused);
	decision->moved = rc == 0 && decision->move.moved == SEN_MOVED;
	/* A level that cannot be moved is no reason not to keep what was decided. */
	if (rc == SEN_INVALID || rc == SEN_CONFLICT || rc == SEN_USAGE)
		decision->stays = sen_strdup(store->arena, refused.msg);
	else if (rc < 0)
		*err = refused;
	return decision->stays ? 0 : rc;
}

int sen_topup_decide(struct sen_store *store, struct sen_topup *topup, struct sen_topup_decision *decision,
		     struct sen_err *err)
{
	const struct sen_policy *policy;
	char day[16];
	int rc = 0;

	if (topup->granted != SEN_NO_INT) {
		sen_fail(err, SEN_CONFLICT, "TU%lld was %s on %s", (long long)topup->head.id,
			 topup->granted ? "granted" : "refused", sen_date_long(topup->decided_on, day));
		sen_hint(
			err,
			"A new decision is an entry of its own: 'sendctl topup add P%lld --funding %s', then "
			"decide that. A slip of the pen: 'sendctl topup edit TU%lld'.",
			(long long)topup->pupil_id, topup->funding, (long long)topup->head.id);
		return err->code;
	}
	topup->decided_on = decision->on == SEN_NO_DATE ? store->context.today : decision->on;
	if ((rc = rules_policy_of(store, topup->pupil_id, topup->decided_on, &policy, err)) < 0)
		return rc;
	rc = decision->granted ? grant(store, policy, topup, decision, err)
			       : refuse(store, topup, decision, err);
	if (rc == 0)
		rc = sen_record_update(store, &sen_topup_record, topup, err);
	return rc < 0 || !decision->granted ? rc : move_level(store, policy, topup, decision, err);
}

/* ---- What is spent of it ---- */

int sen_topup_spent(struct sen_store *store, const struct sen_topup *topup, struct sen_topup_spent *out,
		    struct sen_err *err)
{
	struct sen_map_scope scope = {.pupils = &topup->pupil_id, .pupil_count = 1, .names = SEN_NAMES_NONE};
	struct sen_provision_map *map;

	*out = (struct sen_topup_spent){.from = topup->from_on, .until = topup->until_on};
	if (topup->granted != 1 || topup->from_on == SEN_NO_DATE)
		return 0;
	if (out->until == SEN_NO_DATE || out->until > sen_date_add_months(out->from, 12))
		out->until = sen_date_add_months(out->from, 12); /* a sum a year: its first */
	scope.from = out->from;
	scope.until = out->until;
	int rc = scope.from < scope.until ? sen_provision_map(store, &scope, &map, err) : 1;
	if (rc != 0)
		return rc < 0 ? rc : 0;
	out->available = sen_cost_of_year(topup->pence, out->from, out->from, out->until);
	out->all_planned = map->sum.pence[SEN_COST_PLANNED];
	for (size_t i = 0; i < map->by[SEN_MAP_FUNDING].count; i++) {
		const struct sen_map_key *key = &map->by[SEN_MAP_FUNDING].items[i];

		if (!key->key || strcmp(key->key, topup->funding) != 0)
			continue;
		out->planned = key->sum.pence[SEN_COST_PLANNED];
		out->given = key->sum.pence[SEN_COST_DELIVERED];
		out->unpriced = key->sum.unpriced[SEN_COST_PLANNED];
	}
	return 0;
}
