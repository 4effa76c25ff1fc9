/* The proposed amendments: with the decision, as the law has it, or after it, as
 * happens (reg 22(2)(a); [2022] EWHC 493 (Admin)): then their lateness is to be seen. */
#include "rules/ehc_case.h"

#include <sen/text.h>
#include <string.h>

int ehc_amend(struct sen_store *store, struct sen_ehc_case *ehc, struct sen_ehc_decision *decision,
	      struct sen_err *err)
{
	sen_date sent = decision->amendments_sent != SEN_NO_DATE ? decision->amendments_sent : decision->on;
	struct sen_milestone *amendments = sen_ehc_event(store, ehc, "amendments-sent", sent);
	char day[16];
	int rc;

	if (decision->served != SEN_NO_DATE && decision->served < sent)
		return sen_fail(err, SEN_INVALID, "--served: %s is before the amendments were sent",
				sen_date_long(decision->served, day));
	amendments->review_id = decision->review_id;
	if ((rc = sen_ehc_mark(store, ehc, amendments, err)) < 0)
		return rc;
	decision->version = amendments->version;
	return decision->served == SEN_NO_DATE ? 0
					       : ehc_mark_decided(store, ehc, "amendments-served",
								  decision->served, NULL, decision, err);
}

const struct sen_milestone *ehc_amend_waits(const struct sen_ehc_case *ehc)
{
	const struct sen_milestone *last = sen_milestone_last(ehc->all, ehc->count, "review-decision");

	if (!last || strcmp(last->result, "amend") != 0)
		return NULL;
	for (size_t i = 0; i < ehc->count; i++)
		if (ehc->all[i].review_id == last->review_id &&
		    ehc->all[i].happened_on >= last->happened_on &&
		    strcmp(ehc->all[i].event, "amendments-sent") == 0)
			return NULL;
	return last;
}

int ehc_amend_sent(struct sen_store *store, struct sen_ehc_case *ehc, struct sen_ehc_decision *decision,
		   const struct sen_milestone *decided, struct sen_err *err)
{
	char day[16];

	if (decision->on != decided->happened_on) {
		sen_fail(err, SEN_INVALID, "--on: the decision to amend is on record for %s (MS%lld)",
			 sen_date_long(decided->happened_on, day), (long long)decided->head.id);
		sen_hint(err,
			 "Give that day with --on, and the day of the amendments with --amendments-sent.");
		return err->code;
	}
	if (decision->amendments_sent < decision->on)
		return sen_fail(err, SEN_INVALID,
				"--amendments-sent: %s is before the decision they come after",
				sen_date_long(decision->amendments_sent, day));
	decision->review_id = decided->review_id;
	decision->sent_after = true;
	return ehc_amend(store, ehc, decision, err);
}
