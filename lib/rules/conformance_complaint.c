/* What complaints fall short of that no deadline says any more (R73): one that was
 * settled without the contact with the authority that the policy wants. */
#include "rules/conformance.h"

#include <sen/dispute.h>

int conformance_complaints(struct findings *all, struct sen_err *err)
{
	struct sen_arena *arena = all->store->arena;
	const struct sen_policy_set *policies;
	struct sen_complaint_row *rows;
	size_t count;
	int rc = sen_policies(all->store, &policies, err);

	if (rc < 0 || (rc = sen_complaints(all->store, SEN_NO_DATE, SEN_NO_DATE, &rows, &count, err)) < 0)
		return rc;
	for (size_t i = 0; i < count; i++) {
		const struct sen_complaint *one = &rows[i].complaint;
		const struct sen_policy *policy =
			sen_policy_on(policies, one->head.school_id, one->raised_on);
		struct sen_finding *finding;

		if (!rows[i].tells || rows[i].told_on != SEN_NO_DATE || one->closed_on == SEN_NO_DATE)
			continue;
		finding = finding_add(all, "complaint-authority", "policy", one->pupil_id);
		finding->finding =
			"a complaint was settled, and no contact with the local authority is on record";
		finding->subject =
			sen_format(arena, "%s%lld", sen_complaint_record.prefix, (long long)one->head.id);
		finding->fix =
			sen_format(arena, "sendctl complaint record CM%lld --event authority-told --on DATE",
				   (long long)one->head.id);
		finding->cite =
			sen_format(arena, "%s %s", policy->name, sen_complaint_tells(policy, one)->cite);
	}
	return 0;
}
