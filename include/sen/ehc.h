/* Education, health and care (R59 to R69, R73): cases and what happened in them,
 * the plan, who it was shown to, appeals and complaints. */
#ifndef SEN_EHC_H
#define SEN_EHC_H

#include <sen/law.h>
#include <sen/policy.h>
#include <sen/record.h>

struct sen_ehc { /* EH: from the request, or the plan a child came with, until it ends */
	struct sen_head head;
	int64_t pupil_id;
	sen_date opened_on;    /* the request was sent; or the plan the child came with was known */
	const char *source;    /* who asked: school parent young-person agency; NULL: came with a plan */
	const char *authority; /* the local authority asked, or that maintains the plan */
	const char *officer, *officer_contact, *reference;
	const char *reason;
	int64_t consent_id; /* the parents' agreement */
	const char *note;
	sen_date ended_on;
	const char *ended_as;	  /* refused no-plan withdrawn ceased transferred; NULL: open */
	const char *cease_reason; /* SEN2 code 1 to 9 (law.json, `cease`) */
};

/* What happened and when: of a case, an appeal or a complaint.  `event` is an event
 * of the law's clock (law.json), or of `sen_milestone_own`. */
struct sen_milestone { /* MS */
	struct sen_head head;
	int64_t pupil_id; /* SEN_NO_INT: of a complaint about no child */
	int64_t ehc_id, review_id, appeal_id, complaint_id;
	const char *event, *event_name; /* the name as it was then: in the chronology */
	sen_date happened_on;
	const char *result; /* of a decision: assess refuse no-plan maintain amend cease ... */
	int64_t version;    /* the version of the plan it brought, counted from 1 in a case */
	const char *rule;   /* of an excuse: which rule; `result` is then the exception's code */
	const char *who, *note;
};

/* A need, an outcome, provision ... of a plan.  It stands in the versions
 * [since, until); its label, section and number ("B1"), is never used again in the
 * case, and new words under the same label point at the old ones (before_id). */
struct sen_ehc_item { /* O: what people meet is the outcome, "O3" */
	struct sen_head head;
	int64_t pupil_id, ehc_id;
	const char *section; /* A to G, H1, H2, I, J, K (reg 12(1)) */
	int64_t number, since, until, before_id;
	const char *words;
	const char *serves; /* labels, "B1 E2": F serves needs and outcomes, E serves needs */
	const char *type;   /* B: type of need; I: of institution; K: whose advice (reg 6(1)) */
	int64_t minutes, times;
	const char *per; /* day week fortnight half-term term year */
	int64_t weeks;
	const char *who, *ratio; /* who gives it; "1:1", "1:4" */
	sen_date dated_on;	 /* K: of the document */
	sen_date due_on;	 /* E: to be reached by */
	int64_t pence;		 /* J: a year */
	const char *provisions;	 /* F: the school's provision that gives it, "G4 G7" */
};

struct sen_disclosure { /* DI */
	struct sen_head head;
	int64_t pupil_id, ehc_id, version;
	const char *what; /* "EH1.2", "evidence", "annual review R4" */
	sen_date given_on;
	const char *given_by, *who, *organisation, *how;
	const char *ground;	   /* consent, or a code of law.json `ground` (reg 17) */
	const char *policy_ground; /* the school's own word for it, or NULL */
	int64_t consent_id;
	const char *why, *note;
};

struct sen_appeal { /* AP: a disagreement with a decision, from its notice on */
	struct sen_head head;
	int64_t pupil_id, ehc_id;
	const char *against;  /* refuse-assess no-plan contents no-amend cease refuse-reassess */
	const char *sections; /* of contents: "B, F, I" */
	sen_date notice_on;   /* written notice of the decision was sent */
	const char *reference, *who, *note;
	sen_date closed_on;
	const char *result;
};

struct sen_complaint { /* CM: about SEND provision */
	struct sen_head head;
	int64_t pupil_id; /* or SEN_NO_INT */
	sen_date raised_on;
	const char *raised_by, *relation, *about;
	const char *stage; /* of the policy's `complaints`, or a word */
	int64_t formal, serious;
	sen_date answer_by, closed_on;
	const char *result, *note;
};

extern const struct sen_record sen_ehc_record, sen_milestone_record, sen_ehc_item_record,
	sen_disclosure_record, sen_appeal_record, sen_complaint_record;
extern const struct sen_code_row sen_ehc_sources[], sen_ehc_sections[], sen_ehc_per[], sen_appeal_against[];
/* Events that are no event of the law's clock: "plan-meeting", "excuse" ... */
extern const struct sen_code_row sen_milestone_own[];

/* The child's case: the open one, else the last.  SEN_NOTFOUND with the command
 * that makes one. */
int sen_ehc_of(struct sen_store *store, int64_t pupil_id, struct sen_ehc *out, struct sen_err *err)
	SEN_MUST_CHECK;
/* What happened in the case, in order of day and id. */
int sen_ehc_milestones(struct sen_store *store, const struct sen_ehc *ehc, struct sen_milestone **out,
		       size_t *count, struct sen_err *err) SEN_MUST_CHECK;
/* By day and id, for qsort. */
int sen_milestone_order(const void *a, const void *b);
/* The last of the event that stands; NULL: none.  `all` is in order. */
const struct sen_milestone *sen_milestone_last(const struct sen_milestone *all, size_t count,
					       const char *event);
/* Keeps it: the name from the law, the version counted up when the event brings one
 * (draft-served, final-plan, amendments-sent, amended-final).  SEN_CONFLICT when the
 * same happened the same day. */
int sen_milestone_add(struct sen_store *store, struct sen_milestone *milestone, struct sen_err *err)
	SEN_MUST_CHECK;
/* Does the event bring a version of the plan? */
bool sen_milestone_brings(const char *event);
/* The version of the plan that stands on the day (the last final or amended one; 0:
 * none), and the newest of all, draft or not. */
int64_t sen_ehc_version(const struct sen_milestone *all, size_t count, sen_date day);
int64_t sen_ehc_newest(const struct sen_milestone *all, size_t count);

/* ---- The clock of a case (lib/rules/ehc_steps.c): pure ---- */
struct sen_facts;
struct sen_ehc_step {
	const struct sen_law_rule *rule;
	const char *subject;	 /* the record it hangs on: EH1, R4, AP1 */
	int64_t pupil_id, cycle; /* with rule and subject the natural key */
	int64_t ehc_id;		 /* the case it belongs to; SEN_NO_INT: an appeal without one */
	sen_date starts_on, due_on, met_on;
	bool earliest;	    /* the start is not known yet: the day cannot be sooner */
	bool latest;	    /* the start is not known, but was by then: it may be sooner */
	bool extends;	    /* a certificate that is to come may put it off: it has not lapsed */
	bool planned;	    /* counted from a meeting that is planned: nobody owes it yet */
	const char *excuse; /* why lateness is excused; NULL: it is not */
	const char *reason; /* the reason kept with it, in words that may name someone; or NULL */
	const char *how;    /* how the day was reached */
	const char *fix;    /* the command that meets it */
};
struct sen_ehc_steps {
	struct sen_arena *arena;
	struct sen_ehc_step *items;
	size_t count, cap;
};
/* Adds every step of the child's cases, appeals and annual reviews that has a day, in
 * no order.  What no longer applies falls away; what was met stays.  A step that could
 * be met only before something else that has happened since is not owed. */
void sen_ehc_steps(const struct sen_facts *facts, const struct sen_law *law,
		   const struct sen_policy_set *policies, const struct sen_calendar *calendar,
		   struct sen_ehc_steps *out);
/* Whose it is, in words: "local authority", or the policy's for the coordinator. */
const char *sen_ehc_owner(const struct sen_policy *policy, const struct sen_law_rule *rule);

/* What the clock looks at, of one child (lib/rules/ehc_child.c), and the steps; on the
 * store's arena. */
struct sen_ehc_child {
	struct sen_facts *facts;
	const struct sen_law *law;
	const struct sen_policy_set *policies;
	struct sen_ehc_steps steps; /* by last day, then rule */
};
int sen_ehc_child(struct sen_store *store, int64_t pupil_id, struct sen_ehc_child *out, struct sen_err *err)
	SEN_MUST_CHECK;
/* A rule of the case that has no day yet, and the event it waits for. */
struct sen_ehc_wait {
	const struct sen_law_rule *rule;
	const char *event;
};
/* The rules that wait for something that may still happen in the case. */
size_t sen_ehc_waits(const struct sen_ehc_child *child, const struct sen_ehc *ehc, struct sen_arena *arena,
		     struct sen_ehc_wait **out);

#endif
