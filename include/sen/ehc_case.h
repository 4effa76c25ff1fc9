/* An EHC case as it goes on (R60 to R62, R69): where it stands, which order things can
 * happen in, and what each decision of the authority writes down. */
#ifndef SEN_EHC_CASE_H
#define SEN_EHC_CASE_H

#include <sen/ehc.h>
#include <sen/level.h>

struct sen_ehc_case {
	struct sen_ehc ehc;
	struct sen_milestone *all; /* in order of day and id */
	size_t count;
	const struct sen_law *law;
};
/* Reads it, on the store's arena; SEN_NOTFOUND for an id that is none. */
int sen_ehc_case(struct sen_store *store, int64_t id, struct sen_ehc_case *out, struct sen_err *err)
	SEN_MUST_CHECK;

/* requested assessing drafting plan; ended: refused no-plan withdrawn ceased left. */
extern const struct sen_code_row sen_ehc_stages[];
const char *sen_ehc_stage(const struct sen_ehc_case *ehc, sen_date day);
/* Is a plan in force on the day: final, and the case has not ended? */
bool sen_ehc_in_force(const struct sen_ehc_case *ehc, sen_date day);

/* A blank milestone of the case, on the store's arena.  sen_ehc_mark keeps it, if it can
 * have happened that day beside what is on record, and reads the case again: SEN_INVALID
 * says what it cannot come before, or after (--anyway does not pass it), SEN_CONFLICT
 * that it is there. */
struct sen_milestone *sen_ehc_event(struct sen_store *store, const struct sen_ehc_case *ehc,
				    const char *event, sen_date on);
int sen_ehc_mark(struct sen_store *store, struct sen_ehc_case *ehc, struct sen_milestone *milestone,
		 struct sen_err *err) SEN_MUST_CHECK;
/* The newest step of a rule in the case, by the one clock (sen_ehc_steps); `met` a day:
 * the one met that day; SEN_NO_DATE: one that is due.  false: there is none. */
bool sen_ehc_due(struct sen_store *store, const struct sen_ehc_case *ehc, const char *rule, sen_date met,
		 struct sen_ehc_step *out);

/* ---- The request (lib/rules/ehc_case_ask.c) ---- */
/* Makes the case of ehc->pupil_id, source, opened_on (sent) and what else is given: the
 * authority is the school's when none is named; the parents' agreement is looked for
 * when the school asks (Code 9.8).  Dates unknown are SEN_NO_DATE.  SEN_INVALID for a
 * child who has a plan, SEN_CONFLICT when a case is open; a register that says so, and an agreement the
 * policy wants, ask for --anyway. */
struct sen_ehc_asked {
	struct sen_ehc *ehc;
	sen_date received, advice_asked;
	/* Filled in. */
	struct sen_ehc_case now;
	sen_date refused_on;   /* of a request refused in the six months before; or unknown */
	int64_t refused_id;    /* its case */
	bool agreement_silent; /* the school asks, no agreement is kept, the policy asks for none */
};
int sen_ehc_ask(struct sen_store *store, struct sen_ehc_asked *asked, struct sen_err *err) SEN_MUST_CHECK;
/* A plan the child came with: the case and its first days, as one line of a file or one
 * command gives them.  The record is for options, forms and CSV; no table is behind it. */
struct sen_ehc_came {
	struct sen_ehc ehc;
	sen_date final_on, last_review_on;
	const char *setting, *setting_type;
};
extern const struct sen_record sen_ehc_came_record;
/* SEN_INVALID for a review before the plan, or the type of a setting that is not named;
 * SEN_CONFLICT when a case of the child is open. */
int sen_ehc_came(struct sen_store *store, struct sen_ehc_came *came, struct sen_ehc_case *now,
		 struct sen_err *err) SEN_MUST_CHECK;
/* `ehcp import FILE` (lib/exchange/ehc_import.c): the same plan again (child and day) adds nothing. */
int sen_ehc_import(struct sen_store *store, const char *path, int64_t *added, int64_t *unchanged,
		   struct sen_err *err) SEN_MUST_CHECK;

/* ---- Decisions of the authority (lib/rules/ehc_case_decide.c) ---- */
struct sen_ehc_decision {
	const char *decision; /* assess refuse no-plan maintain amend cease */
	sen_date on, amendments_sent, served;
	const char *review, *restarts; /* "R4"; "meeting" or "decision", NULL: the policy's */
	const char *reason;
	bool without; /* amend: the notice came without the amendments (against reg 22(2)(a)) */
	/* Filled in. */
	int64_t review_id;   /* the annual review it was made after, or SEN_NO_INT */
	sen_date restart_on; /* the day the next twelve months are counted from */
	bool reassess;	     /* it was about a re-assessment */
	bool reopened;	     /* a case that had ended goes on */
	int64_t version;     /* of the proposed amendments, or SEN_NO_INT */
	bool sent_after;     /* amendments of a decision that was on record already */
};
/* Writes down what the decision brings: its notice, what may be appealed, the case ended
 * or opened again, the day that restarts the twelve months (reg 5, 10, 14, 20, 22).
 * SEN_USAGE for options that do not go together, or several reviews to choose from;
 * SEN_INVALID without a request, a plan or a review that was held; SEN_CONFLICT for what
 * is decided already.  Without a review it asks for --anyway. */
int sen_ehc_decide(struct sen_store *store, struct sen_ehc_case *ehc, struct sen_ehc_decision *decision,
		   struct sen_err *err) SEN_MUST_CHECK;

/* ---- The plan (lib/rules/ehc_case_plan.c) ---- */
/* `served` on the parents (reg 13(1)), or `copy`, the day the school's copy came, or both.
 * SEN_USAGE with neither; SEN_INVALID for a copy before it was served, or a draft older
 * than the newest; SEN_CONFLICT for a case that has ended. */
int sen_ehc_draft(struct sen_store *store, struct sen_ehc_case *ehc, sen_date served, sen_date copy,
		  int64_t *version, struct sen_err *err) SEN_MUST_CHECK;
struct sen_ehc_final {
	sen_date on;
	const char *setting, *setting_type;
	bool keep_level;
	/* Filled in. */
	int64_t version;
	sen_date not_before; /* the first day the law allowed, when `on` is sooner */
	struct sen_move move;
	const char *stays; /* why the level was not moved, or NULL: it was, or stood there */
	bool moved;
};
/* The final plan, or (`amended`) the final amended one (reg 14, 22(4)), and the level of
 * the register with it.  SEN_CONFLICT when one came already, or the case has ended;
 * SEN_INVALID with no plan to amend. */
int sen_ehc_finish(struct sen_store *store, struct sen_ehc_case *ehc, struct sen_ehc_final *final,
		   bool amended, struct sen_err *err) SEN_MUST_CHECK;

/* ---- The end (lib/rules/ehc_case_end.c) ---- */
/* Ends the case, or (as NULL) lets it go on. */
int sen_ehc_end_case(struct sen_store *store, struct sen_ehc_case *ehc, const char *as, sen_date on,
		     const char *why, struct sen_err *err) SEN_MUST_CHECK;
/* A reason of law.json `cease` by its code or the beginning of its words; SEN_USAGE
 * lists them. */
int sen_ehc_cease_reason(struct sen_store *store, const struct sen_ehc_case *ehc, const char *text,
			 const struct sen_law_item **out, struct sen_err *err) SEN_MUST_CHECK;
/* May the plan end that day (CFA 2014 s.45(4), reg 31)?  SEN_INVALID until when not;
 * --anyway does not pass it. */
int sen_ehc_may_cease(struct sen_store *store, const struct sen_ehc_case *ehc, const struct sen_law_item *why,
		      sen_date on, struct sen_err *err) SEN_MUST_CHECK;
/* Takes away one milestone, with what was written together with it, and lets a case
 * that it ended go on; *taken: how many.  SEN_INVALID for one that was taken away, or the
 * request, without which there is no case. */
int sen_ehc_unmark(struct sen_store *store, struct sen_ehc_case *ehc, int64_t milestone_id,
		   const char *reason, size_t *taken, struct sen_err *err) SEN_MUST_CHECK;

/* `ehcp list` and `ehcp show` (lib/model/ehc_query.c). */
extern const struct sen_query sen_ehcp_list_query, sen_ehcp_show_query;

#endif
