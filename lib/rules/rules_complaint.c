/* What complaints owe (R73): contact with the authority at once, where the policy says
 * so, and the answer promised; of a child, or of the school when of no child. */
#include "rules/rules.h"

#include <sen/dispute.h>

/* Begun and over before the file was: history. */
static bool old(const struct owing *owing, const struct sen_complaint *complaint)
{
	return complaint->closed_on != SEN_NO_DATE && complaint->closed_on < owing->facts->adopted_on;
}

/* "The LA is contacted immediately": the same day.  One that is settled owes nothing
 * more; report conformance tells of what was never done. */
static void authority(const struct owing *owing, const struct sen_complaint *complaint, sen_date told)
{
	const struct sen_policy *policy = owed_policy(owing, complaint->raised_on);
	const struct sen_policy_rule *rule = sen_complaint_tells(policy, complaint);
	struct sen_deadline *item;

	if (!rule || (told == SEN_NO_DATE && complaint->closed_on != SEN_NO_DATE))
		return;
	item = owe(owing, "complaint-authority", sen_complaint_record.prefix, complaint->head.id,
		   owed_from(owing, complaint->raised_on));
	item->starts_on = complaint->raised_on;
	item->met_on = told;
	owed_ground(owing, item, policy, rule, NULL);
	item->what = "Contact the local authority about the complaint, at once";
	item->fix = sen_format(owing->out->arena, "sendctl complaint record CM%lld --event authority-told",
			       (long long)complaint->head.id);
}

static void answer(const struct owing *owing, const struct sen_complaint *complaint, sen_date answered)
{
	struct sen_deadline *item;

	if (complaint->answer_by == SEN_NO_DATE)
		return;
	item = owe(owing, "complaint-answer", sen_complaint_record.prefix, complaint->head.id,
		   owed_from(owing, complaint->answer_by));
	/* Another promise at a later stage is another one. */
	item->cycle = complaint->answer_by;
	item->starts_on = complaint->raised_on;
	item->met_on = answered != SEN_NO_DATE ? answered : complaint->closed_on;
	item->owner = rules_coordinator(owed_policy(owing, complaint->raised_on));
	item->basis = SEN_BASIS_JUDGEMENT;
	item->what = "Answer the complaint: promised by this day";
	item->fix = sen_format(owing->out->arena, "sendctl complaint record CM%lld --event replied",
			       (long long)complaint->head.id);
}

static void one(const struct owing *owing, const struct sen_complaint *complaint,
		const struct sen_milestone *steps, size_t count)
{
	if (old(owing, complaint))
		return;
	authority(owing, complaint, sen_complaint_told(steps, count, complaint));
	answer(owing, complaint, sen_complaint_answered(steps, count, complaint));
}

void rule_complaint(const struct owing *owing)
{
	const struct sen_facts *facts = owing->facts;

	for (size_t i = 0; i < facts->complaint_count; i++)
		one(owing, &facts->complaints[i], facts->milestones, facts->milestone_count);
}

void rules_school_complaints(const struct owing *owing, const struct sen_school_facts *school)
{
	for (size_t i = 0; i < school->complaint_count; i++)
		one(owing, &school->complaints[i], school->steps, school->step_count);
}
