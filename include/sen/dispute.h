/* Disagreements with a decision of the local authority (R67), and complaints (R73):
 * what may follow what, until when, and what the school's policy says of them. */
#ifndef SEN_DISPUTE_H
#define SEN_DISPUTE_H

#include <sen/ehc.h>

/* ---- Appeals ---- */
/* Fills in what was left out and keeps it: the case, and the day of the notice from
 * the last `appealable-notice` of that decision.  SEN_USAGE when there is none and no
 * day was given; SEN_INVALID when the case of that day had no plan to be about;
 * SEN_CONFLICT when one against that notice is open. */
int sen_appeal_add(struct sen_store *store, struct sen_appeal *appeal, struct sen_err *err) SEN_MUST_CHECK;
/* A row of an import (struct sen_import), and whether it is there: against that notice. */
int sen_appeal_take(struct sen_store *store, void *record, struct sen_err *err) SEN_MUST_CHECK;
int sen_appeal_there(struct sen_store *store, const void *record, bool *out, struct sen_err *err)
	SEN_MUST_CHECK;
/* What happened in it, by day and id; on the store's arena. */
int sen_appeal_steps(struct sen_store *store, const struct sen_appeal *appeal, struct sen_milestone **out,
		     size_t *count, struct sen_err *err) SEN_MUST_CHECK;
/* Is the decision about a plan there is?  The others are about a request. */
bool sen_appeal_of_plan(const struct sen_appeal *appeal);
/* Placement alone (section I): no mediation certificate is needed (CFA 2014 s.55). */
bool sen_appeal_placement(const struct sen_appeal *appeal);
/* Until when it can be made as far as is known (law.json, `appeal`): with the
 * certificate once there is one. */
int sen_appeal_until(struct sen_store *store, const struct sen_appeal *appeal,
		     const struct sen_milestone *steps, size_t count, struct sen_clock *out,
		     struct sen_err *err) SEN_MUST_CHECK;
/* A step of a disagreement or of a complaint; `result`, `who` and `note` may be NULL. */
struct sen_dispute_step {
	const char *event;
	sen_date on;
	const char *result, *who, *note;
	int64_t id; /* out: of the milestone */
};
/* Keeps it.  SEN_INVALID for what makes no sense (an order before the appeal was sent),
 * with what to do first; SEN_CONFLICT for what is on record already or an appeal that
 * is over. */
int sen_appeal_step(struct sen_store *store, const struct sen_appeal *appeal, struct sen_dispute_step *step,
		    struct sen_err *err) SEN_MUST_CHECK;
/* SEN_CONFLICT when it is over; SEN_INVALID for a day to come, and for a result that only
 * an order of the tribunal brings when none is on record. */
int sen_appeal_close(struct sen_store *store, struct sen_appeal *appeal, const char *result, sen_date on,
		     struct sen_err *err) SEN_MUST_CHECK;
/* Does the event of a disagreement (with its result, of an order or of no opposition)
 * start the clock of the rule? */
bool sen_appeal_starts(const struct sen_law_rule *rule, const char *event, const char *result);
/* What the rule asks when an order, or giving way, comes to that result: the word of `appeal
 * complied --step` (SEND Regs 2014 reg 44, 45); NULL: nothing. */
const char *sen_appeal_asks(const struct sen_law_rule *rule, const char *event, const char *result);
/* What is agreed in mediation binds as an order with this result (reg 42(2)); NULL: of what
 * is disagreed on there is no right of appeal. */
const char *sen_appeal_agreed(const struct sen_appeal *appeal);
/* Why it is so: "the tribunal may allow a late appeal (SI ..., not checked against
 * the text)".  An item of law.json `appeal`. */
const char *sen_appeal_says(struct sen_arena *arena, const struct sen_law *law, const char *code);
extern const struct sen_code_row sen_appeal_results[]; /* how one ends */
extern const struct sen_code_row sen_appeal_orders[];  /* what an order, or no opposition, comes to */
extern const struct sen_query sen_appeal_list, sen_appeal_page;

/* ---- Complaints ---- */
/* The stage by the policy's code or name, else the first; of a policy without
 * stages any word.  *formal: it is a formal complaint from there on.  SEN_INVALID
 * with the stages there are. */
struct sen_stage {
	const char *code, *name;
	bool formal;
};
int sen_complaint_stage(struct sen_store *store, const char *text, sen_date day, struct sen_stage *out,
			struct sen_err *err) SEN_MUST_CHECK;
/* A row of an import (struct sen_import): at a stage of the policy, by its code, and
 * formal from the stage on that is. */
int sen_complaint_take(struct sen_store *store, void *record, struct sen_err *err) SEN_MUST_CHECK;
const char *sen_complaint_stage_name(const struct sen_policy *policy, const char *code);
/* The code of the policy's next stage; NULL: it is the last, or none of the policy's. */
const char *sen_complaint_stage_after(const struct sen_policy *policy, const char *code);
/* The policy's item that wants the authority told of this complaint; NULL: none. */
const struct sen_policy_rule *sen_complaint_tells(const struct sen_policy *policy,
						  const struct sen_complaint *complaint);
/* The first answer since the complaint came to the stage it is at; SEN_NO_DATE: none.
 * `steps` are by day and id. */
sen_date sen_complaint_answered(const struct sen_milestone *steps, size_t count,
				const struct sen_complaint *complaint);
/* The day the authority was first told of it; SEN_NO_DATE: never. */
sen_date sen_complaint_told(const struct sen_milestone *steps, size_t count,
			    const struct sen_complaint *complaint);

/* `stage` of the record may be NULL; formal and serious unknown: no. */
int sen_complaint_add(struct sen_store *store, struct sen_complaint *complaint, struct sen_err *err)
	SEN_MUST_CHECK;
/* What happened in it, by day and id; on the store's arena. */
int sen_complaint_steps(struct sen_store *store, const struct sen_complaint *complaint,
			struct sen_milestone **out, size_t *count, struct sen_err *err) SEN_MUST_CHECK;
/* To another stage; `due` SEN_NO_DATE: no day promised (one not kept stays).
 * SEN_CONFLICT when it is settled, or at that stage; SEN_INVALID for a stage the policy
 * has not, and a day before the last step. */
int sen_complaint_move(struct sen_store *store, struct sen_complaint *complaint, const char *stage,
		       sen_date on, sen_date due, const char *note, struct sen_err *err) SEN_MUST_CHECK;
/* met, replied, authority-told.  SEN_CONFLICT when that is on record of the day, and when
 * it is settled (the authority may be told late); SEN_INVALID before it was raised. */
int sen_complaint_event(struct sen_store *store, const struct sen_complaint *complaint,
			struct sen_dispute_step *step, struct sen_err *err) SEN_MUST_CHECK;
/* Settled, with what came of it; and opened again, which keeps the reason and the old
 * result as a step.  SEN_CONFLICT when it is so already. */
int sen_complaint_close(struct sen_store *store, struct sen_complaint *complaint, const char *result,
			sen_date on, struct sen_err *err) SEN_MUST_CHECK;
int sen_complaint_reopen(struct sen_store *store, struct sen_complaint *complaint, const char *reason,
			 struct sen_err *err) SEN_MUST_CHECK;
/* Those of the school(s), by day raised; `from` and `until` (half-open) may be
 * SEN_NO_DATE. */
struct sen_complaint_row {
	struct sen_complaint complaint;
	const char *pupil, *class_name; /* of the child, or NULL */
	bool ehc;			/* the child had an EHC plan on the day it was raised */
	const char *stage_name;
	sen_date answered_on, told_on;
	bool tells; /* the policy wants the authority told */
	const char *stage_after;
};
/* One with what the policy and its steps say of it. */
int sen_complaint_row(struct sen_store *store, const struct sen_complaint *complaint,
		      struct sen_complaint_row *out, struct sen_err *err) SEN_MUST_CHECK;
/* What is to be done now, by when, and the command; NULL when it is settled. */
const char *sen_complaint_next(struct sen_arena *arena, const struct sen_complaint_row *row);
int sen_complaints(struct sen_store *store, sen_date from, sen_date until, struct sen_complaint_row **out,
		   size_t *count, struct sen_err *err) SEN_MUST_CHECK;
extern const struct sen_query sen_complaint_list, sen_complaint_page, sen_report_complaints;

#endif
