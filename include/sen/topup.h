/* Extra funding of a child: asked for, decided, reviewed (R65, R66). */
#ifndef SEN_TOPUP_H
#define SEN_TOPUP_H

#include <sen/level.h>
#include <sen/policy.h>
#include <sen/provision.h>

/* The money that comes with a level of the policy (`sspp` with "SSPP"); NULL: none. */
const char *sen_topup_funding(const struct sen_policy *policy, const char *level);

struct sen_topup_decision {
	bool granted, keep_level;
	const char *pounds, *reason; /* as typed; the reason must be there of a refusal */
	sen_date on, from, until, review;
	/* Filled in. */
	bool review_assumed;  /* the policy and nobody said when: a judgement */
	struct sen_move move; /* to the level of the money: moved says whether */
	bool moved;
	const char *stays; /* why the level was not moved; NULL: it has none, or it was */
};
/* Decides `topup`, which was not decided: the sum, the days, the level where the policy
 * has one.  SEN_USAGE without a sum, a day or (refused) a reason, SEN_CONFLICT when it
 * was decided already. */
int sen_topup_decide(struct sen_store *store, struct sen_topup *topup, struct sen_topup_decision *decision,
		     struct sen_err *err) SEN_MUST_CHECK;

/* What was spent of it, to date and planned, by the provision paid from that source. */
struct sen_topup_spent {
	int64_t available, planned, given, unpriced; /* pence of its days; minutes without a rate */
	int64_t all_planned;			     /* of all the child has in that time */
	sen_date from, until;			     /* [from, until) */
};
int sen_topup_spent(struct sen_store *store, const struct sen_topup *topup, struct sen_topup_spent *out,
		    struct sen_err *err) SEN_MUST_CHECK;

#endif
