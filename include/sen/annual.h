/* The annual review of an EHC plan: its days, whom it calls for, what is kept of it
 * (R63, R64; SEND Regs 2014 reg 18 to 22; Code of Practice 9.166 to 9.185). */
#ifndef SEN_ANNUAL_H
#define SEN_ANNUAL_H

#include <sen/ehc.h>
#include <sen/review.h>

/* A child's plan as an annual review of that day stands to it. */
struct sen_annual {
	int64_t pupil_id;
	struct sen_ehc ehc; /* head.id 0: the child has no open case */
	struct sen_milestone *happened;
	size_t happened_count;
	int64_t version;	  /* of the plan on that day; 0: none is on record */
	sen_date made_on;	  /* the twelve months began: plan made, or last reviewed */
	sen_date moved_on;	  /* since then it went to another authority (reg 15(5)); else SEN_NO_DATE */
	sen_date complete_by;	  /* the decision must be notified by (CFA 2014 s.44(1), reg 15(5)) */
	sen_date latest;	  /* the latest safe day for the meeting (reg 20(10)) */
	const char *phase;	  /* "primary to secondary": the move next September, or NULL */
	const char *guessed_top;  /* the school's last year, from the children on roll; else NULL */
	sen_date transfer_by;	  /* then: the last day for the plan that names the school */
	sen_date transfer_latest; /* and the latest safe day for the meeting */
	bool looked_after;
	bool under_five;
	const char *next_school; /* where the child goes, if it is known */
};
/* What is not known is SEN_NO_DATE or NULL. */
int sen_annual_of(struct sen_store *store, int64_t pupil_id, sen_date day, struct sen_annual *out,
		  struct sen_err *err) SEN_MUST_CHECK;

/* A day that the law counts from a meeting. */
struct sen_annual_step {
	const struct sen_law_rule *rule;
	sen_date due_on;
};
enum { SEN_ANNUAL_STEPS = 5 };
/* Invitations, advice sent round, report, decision, final amended plan: in that
 * order; how many there are. */
size_t sen_annual_steps(struct sen_arena *arena, const struct sen_law *law, sen_date meeting,
			struct sen_annual_step out[SEN_ANNUAL_STEPS]);
/* The earlier of the two latest safe days; SEN_NO_DATE: neither is known. */
sen_date sen_annual_latest(const struct sen_annual *annual);
/* A day for the meeting: a school day two school weeks before the latest safe one,
 * with time for two weeks' notice where it can be had; SEN_NO_DATE: none is known. */
sen_date sen_annual_propose(const struct sen_annual *annual, const struct sen_calendar *calendar,
			    sen_date today);

/* ---- Whom it calls for: the law's list and the policy's, each role once ---- */
struct sen_annual_guest {
	const char *code; /* parent head authority health social-care teacher pupil ... */
	const char *name; /* in the policy's words where it has them, else the law's */
	const char *role; /* of the invitation: parent pupil staff agency authority health school other */
	bool law;	  /* reg 20(2) */
	bool must;	  /* the law's, the policy's must, or what the child's case calls for */
	const char *cite, *condition;
};
/* In the law's order, then the policy's.  `policy` may be NULL. */
size_t sen_annual_guests(struct sen_arena *arena, const struct sen_law *law, const struct sen_policy *policy,
			 const struct sen_annual *annual, struct sen_annual_guest **out);

/* ---- Progress towards an outcome of the plan, as it was found at a review ---- */
/* "E1=on track: walks to class alone" is kept as what happened (`outcome-progress`),
 * with the label in `rule`.  SEN_INVALID for a label that is no outcome of the plan. */
int sen_annual_outcome(struct sen_store *store, const struct sen_annual *annual,
		       const struct sen_review *review, const char *text, struct sen_milestone *out,
		       struct sen_err *err) SEN_MUST_CHECK;
/* What is kept of the review in its case (report, outcomes, decision). */
int sen_annual_kept(struct sen_store *store, const struct sen_review *review, struct sen_milestone **out,
		    size_t *count, struct sen_err *err) SEN_MUST_CHECK;
/* The items of a section ("E") that stand in the newest version, in order of number;
 * NULL: of all sections. */
int sen_annual_items(struct sen_store *store, const struct sen_annual *annual, const char *section,
		     struct sen_ehc_item **out, size_t *count, struct sen_err *err) SEN_MUST_CHECK;
/* What a review of a plan recommends: maintain, amend or cease, also as keep, continue,
 * adapt, end; NULL: none of them. */
const char *sen_annual_decision(const char *text);
extern const struct sen_code_row sen_annual_decisions[];

#endif
