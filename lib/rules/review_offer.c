/* What a review's decision implies, offered with the command to type: nothing is
 * moved by it (R51; the checks of a monitored child are the exception, review.c). */
#include "rules/minutes.h"

#include <string.h>

static void ask_ehc(struct sen_store *store, struct sen_minutes *minutes)
{
	minutes_say(
		store, minutes,
		sen_format(
			store->arena,
			"An EHC needs assessment is to be asked for. When the request is sent: sendctl ehcp "
			"request P%lld --source school --sent DATE",
			(long long)minutes->review.pupil_id));
}

/* The next of the ladder; one with an EHC plan is the authority's to give. */
static void step_up(struct sen_store *store, struct sen_minutes *minutes, const struct sen_policy *policy,
		    const struct sen_register_entry *entry)
{
	const struct sen_level *now = entry->head.id ? sen_policy_level(policy, entry->level) : NULL;
	size_t next = now ? (size_t)(now - policy->levels) + 1 : 0;

	if (next < policy->level_count && strcmp(policy->levels[next].census, "E") == 0) {
		ask_ehc(store, minutes);
		return;
	}
	if (next < policy->level_count)
		minutes_say(store, minutes,
			    sen_format(store->arena,
				       "The next level is '%s'. Move the child: sendctl pupil level P%lld %s "
				       "--reason TEXT",
				       policy->levels[next].name, (long long)minutes->review.pupil_id,
				       policy->levels[next].code));
}

static void end(struct sen_store *store, struct sen_minutes *minutes, const struct sen_register_entry *entry)
{
	long long pupil = (long long)minutes->review.pupil_id;

	if (entry->head.id && strcmp(entry->kind, "none") != 0)
		minutes_say(
			store, minutes,
			sen_format(
				store->arena,
				"The child is still at '%s'. Move the child: sendctl pupil level P%lld off "
				"--reason TEXT",
				entry->level_name, pupil));
	if (minutes->review.plan_id != SEN_NO_INT)
		minutes_say(store, minutes,
			    sen_format(store->arena,
				       "Close the plan: sendctl plan close PL%lld --reason TEXT",
				       (long long)minutes->review.plan_id));
}

static void next_cycle(struct sen_store *store, struct sen_minutes *minutes)
{
	if (minutes->review.plan_id != SEN_NO_INT)
		minutes_say(store, minutes,
			    sen_format(store->arena, "The next cycle of the plan: sendctl plan renew PL%lld",
				       (long long)minutes->review.plan_id));
}

static void missing(struct sen_store *store, struct sen_minutes *minutes)
{
	const char *cadence = sen_review_cadence(minutes->review.kind);

	if (cadence && strcmp(cadence, "plan-review") == 0)
		minutes_say(
			store, minutes,
			sen_format(
				store->arena,
				"No decision was written. Add it: sendctl review edit R%lld --decision WORD",
				(long long)minutes->review.head.id));
}

int minutes_offer(struct sen_store *store, struct sen_minutes *minutes, const struct sen_decision *decision,
		  struct sen_err *err)
{
	const struct sen_review *review = &minutes->review;
	struct sen_register_entry entry;
	const struct sen_policy *policy;
	const char *plain = decision->plain ? decision->plain : "";
	int rc = rules_policy_of(store, review->pupil_id, review->held_on, &policy, err);

	if (rc < 0 || (rc = sen_register_on(store, review->pupil_id, store->context.today, &entry, err)) < 0)
		return rc;
	if (!review->decision)
		missing(store, minutes);
	else if (strcmp(plain, "end") == 0)
		end(store, minutes, &entry);
	else if (strcmp(plain, "continue") == 0 || strcmp(plain, "adapt") == 0)
		next_cycle(store, minutes);
	else if (strcmp(plain, "step-up") == 0)
		step_up(store, minutes, policy, &entry);
	else if (strcmp(plain, "agency") == 0)
		minutes_say(store, minutes,
			    sen_format(store->arena,
				       "Refer: sendctl referral add P%lld --agency NAME --reason TEXT",
				       (long long)review->pupil_id));
	else if (strcmp(plain, "ehc") == 0)
		ask_ehc(store, minutes);
	return 0;
}
