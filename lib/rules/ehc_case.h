/* What the files ehc_case_*.c share. */
#ifndef RULES_EHC_CASE_H
#define RULES_EHC_CASE_H

#include "rules/rules.h"

#include <sen/ehc_case.h>

/* The authority asked, or that maintains the plan, is the school's own when no other is
 * named (ehc_case_ask.c). */
int ehc_own_authority(struct sen_store *store, struct sen_ehc *ehc, struct sen_err *err) SEN_MUST_CHECK;
/* Keeps the event, unless its day is unknown. */
int ehc_mark_on(struct sen_store *store, struct sen_ehc_case *now, const char *event, sen_date on,
		struct sen_err *err) SEN_MUST_CHECK;
/* Section I of the newest version: the school named (ehc_case_plan.c). */
int ehc_name_setting(struct sen_store *store, const struct sen_ehc_case *ehc, const char *setting,
		     const char *type, struct sen_err *err) SEN_MUST_CHECK;

/* An event of a decision, with its result and the review it belongs to (ehc_case_decide.c). */
int ehc_mark_decided(struct sen_store *store, struct sen_ehc_case *ehc, const char *event, sen_date on,
		     const char *result, const struct sen_ehc_decision *decision, struct sen_err *err)
	SEN_MUST_CHECK;
/* ehc_case_amend.c: the amendments of a decision, on its day when none is given; */
int ehc_amend(struct sen_store *store, struct sen_ehc_case *ehc, struct sen_ehc_decision *decision,
	      struct sen_err *err) SEN_MUST_CHECK;
/* the decision to amend that still waits for them, or NULL; and when they came. */
const struct sen_milestone *ehc_amend_waits(const struct sen_ehc_case *ehc);
int ehc_amend_sent(struct sen_store *store, struct sen_ehc_case *ehc, struct sen_ehc_decision *decision,
		   const struct sen_milestone *decided, struct sen_err *err) SEN_MUST_CHECK;

#endif
