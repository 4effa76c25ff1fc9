/* What referrals and actions owe: to ask what has become of a referral, and to do
 * what was agreed (R71). */
#include "rules/rules.h"

/* Days without a word after which a referral is chased, where no day was agreed:
 * no policy says, so it is a judgement. */
#define CHASE_DAYS 42

/* The last time anything was heard. */
static sen_date moved(const struct sen_referral *referral)
{
	return owed_later(owed_later(referral->sent_on, referral->accepted_on), referral->seen_on);
}

static sen_date chase_due(const struct owing *owing, const struct sen_referral *referral)
{
	sen_date last = moved(referral);

	if (referral->chase_on != SEN_NO_DATE && (last == SEN_NO_DATE || referral->chase_on > last))
		return owed_from(owing, referral->chase_on);
	return last == SEN_NO_DATE ? SEN_NO_DATE : owed_from(owing, last) + CHASE_DAYS;
}

static const char *chase_words(const struct sen_referral *referral)
{
	if (referral->sent_on == SEN_NO_DATE)
		return "Send the referral to the agency";
	if (referral->seen_on != SEN_NO_DATE)
		return "Ask the agency for its report";
	return referral->accepted_on != SEN_NO_DATE ? "Ask the agency when the child will be seen"
						    : "Ask the agency what has become of the referral";
}

static void chase(const struct owing *owing, const struct sen_referral *referral)
{
	sen_date due = chase_due(owing, referral), met = owed_later(referral->report_on, referral->closed_on);
	const struct sen_policy *policy = owed_policy(owing, owed_from(owing, referral->sent_on));
	const char *step = referral->sent_on == SEN_NO_DATE	  ? "--sent DATE"
			   : referral->seen_on != SEN_NO_DATE	  ? "--report DATE --advice TEXT"
			   : referral->accepted_on != SEN_NO_DATE ? "--seen DATE"
								  : "--accepted DATE";
	struct sen_deadline *item;

	if (referral->report_on != SEN_NO_DATE)
		met = referral->report_on;
	if (due == SEN_NO_DATE || (met != SEN_NO_DATE && met < owing->facts->adopted_on))
		return;
	item = owe(owing, "referral-chase", sen_referral_record.prefix, referral->head.id, due);
	item->starts_on = moved(referral);
	item->met_on = met;
	item->owner = rules_coordinator(policy);
	item->basis = SEN_BASIS_JUDGEMENT;
	item->what = chase_words(referral);
	item->fix = sen_format(owing->out->arena, "sendctl referral mark RF%lld %s",
			       (long long)referral->head.id, step);
}

void rule_referral_chase(const struct owing *owing)
{
	for (size_t i = 0; i < owing->facts->referral_count; i++)
		chase(owing, &owing->facts->referrals[i]);
}

void rule_action(const struct owing *owing)
{
	const struct sen_facts *facts = owing->facts;

	for (size_t i = 0; i < facts->action_count; i++) {
		const struct sen_action *action = &facts->actions[i];
		struct sen_deadline *item;

		if (action->due_on == SEN_NO_DATE ||
		    (action->done_on != SEN_NO_DATE && action->done_on < facts->adopted_on))
			continue;
		item = owe(owing, "action", sen_action_record.prefix, action->head.id,
			   owed_from(owing, action->due_on));
		item->starts_on = action->set_on;
		item->met_on = action->done_on;
		item->owner =
			action->who ? action->who : rules_coordinator(owed_policy(owing, action->set_on));
		item->basis = SEN_BASIS_JUDGEMENT;
		item->what = action->what;
		item->fix = sen_format(owing->out->arena, "sendctl action done A%lld --note TEXT",
				       (long long)action->head.id);
	}
}
