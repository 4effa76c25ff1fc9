/* Shared by the files of evidence: how one item is looked for. */
#ifndef RULES_EVIDENCE_H
#define RULES_EVIDENCE_H

#include "rules/rules.h"

#include <sen/evidence.h>
#include <sen/json.h>

/* One kind of proof, and what is found of it. */
struct look {
	struct sen_evidence_facts *facts;
	const struct sen_json *json; /* the policy's item; NULL: the law's */
	const char *purpose;	     /* of a consent */
	int64_t least;		     /* as many are looked for; 0: not said */
	/* Found. */
	int64_t count;
	sen_date newest;
	struct sen_buf records, found;
	bool enough;
	bool begun; /* not enough, but something of it: a referral without a report */
	const char *fix;
};

/* A record that shows it, of a day (unknown: it counts, without an age). */
void look_hit(struct look *look, const char *prefix, int64_t id, sen_date on);
void look_say(struct look *look, const char *fmt, ...) SEN_PRINTF(2, 3);
/* "1 plan", "2 plans" */
const char *look_count(const struct look *look, int64_t n, const char *one, const char *more);

void look_plan(struct look *look);
void look_review(struct look *look);
void look_provision(struct look *look);
void look_cost(struct look *look);
void look_session(struct look *look);
void look_assessment(struct look *look);
void look_health(struct look *look);
void look_voice(struct look *look);
void look_referral(struct look *look);
void look_need(struct look *look);
void look_profile(struct look *look);
void look_concern(struct look *look);
void look_register(struct look *look);
void look_consent(struct look *look);

/* ---- lib/rules/evidence_item.c ---- */
struct judging {
	struct sen_evidence_facts *facts;
	struct sen_evidence *out;
};
struct look look_new(struct sen_evidence_facts *facts);
/* A line more; it is "must" until that is said. */
struct sen_evidence_line *evidence_add(const struct judging *judging, const char *item, const char *name);
/* How the line stands by what was found; `where`: with nothing found it is not needed. */
void evidence_settle(const struct judging *judging, const struct look *look,
		     const struct sen_limit *old_after, bool where, struct sen_evidence_line *line);
void evidence_policy_item(const struct judging *judging, const struct sen_policy_rule *rule);
void evidence_law_item(const struct judging *judging, const struct sen_law_item *item);

/* lib/rules/evidence_read.c */
int evidence_read(struct sen_store *store, int64_t pupil_id, const struct sen_policy *policy,
		  struct sen_evidence_facts *out, struct sen_err *err) SEN_MUST_CHECK;

#endif
