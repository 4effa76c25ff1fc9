/* Shared by the two files of conformance: gathering findings. */
#ifndef RULES_CONFORMANCE_H
#define RULES_CONFORMANCE_H

#include "rules/rules.h"

#include <sen/report.h>

struct findings {
	struct sen_store *store;
	sen_date day;
	struct sen_finding *items;
	size_t count, cap;
};
/* A finding about a child (name and class are filled in at the end). */
struct sen_finding *finding_add(struct findings *all, const char *rule, const char *severity,
				int64_t pupil_id);
/* lib/rules/conformance_child.c: what a child's own records fall short of: factors
 * not weighed (R19), agreement (R26), parents told of monitoring (R6), leaving (R9). */
void conformance_child(struct findings *all, const struct sen_facts *child,
		       const struct sen_policy_set *policies);
/* lib/rules/conformance_review.c: no plan, terms missed, parents never there, a child
 * unheard, decisions that nothing followed.  policy is the one in force; kept are
 * the child's deadlines as they stand. */
void conformance_review(struct findings *all, const struct sen_facts *child, const struct sen_policy *policy,
			const struct sen_calendar *calendar, const struct sen_owed *kept);
/* lib/rules/conformance_topup.c: extra funding not reviewed; a level without it. */
void conformance_topup(struct findings *all, const struct sen_facts *child, const struct sen_policy *policy);
/* lib/rules/conformance_complaint.c: settled, and the authority never contacted. */
int conformance_complaints(struct findings *all, struct sen_err *err) SEN_MUST_CHECK;
/* lib/rules/conformance_plan.c: the plans in force. */
int conformance_plans(struct findings *all, struct sen_err *err) SEN_MUST_CHECK;
/* A rule that is one SELECT of pupil_id, detail, subject, and for some rule, severity,
 * cite and fix; it may bind :day, :school,
 * :weeks_ago (six), :month_ago and :year_ago. */
struct sql_rule {
	const char *rule; /* NULL: the row's column `rule` */
	const char *severity;
	const char *cite;
	const char *finding; /* with one %s for the detail, or none */
	const char *fix;     /* with one %lld for the child, or NULL: the row's column `fix` */
	const char *sql;
};
int conformance_rows(struct findings *all, const struct sql_rule *rules, size_t count, struct sen_err *err)
	SEN_MUST_CHECK;
/* lib/rules/conformance_sql.c: what one SELECT finds. */
int conformance_sql(struct findings *all, struct sen_err *err) SEN_MUST_CHECK;
/* lib/rules/conformance_ehc.c: EHC cases, annual reviews, disclosures (R59 to R69). */
int conformance_ehc(struct findings *all, struct sen_err *err) SEN_MUST_CHECK;

#endif
