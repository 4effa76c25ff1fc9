/* Reviews held: one at a time or a round of many (R6; other kinds are rows). */
#ifndef SEN_REVIEW_H
#define SEN_REVIEW_H

#include <sen/graduated.h>
#include <sen/level.h>
#include <sen/meeting.h>
#include <sen/plan.h>

/* A kind of review that can be held: what a round's form asks, and how its
 * decision is carried out. */
struct sen_review_kind {
	const char *kind;
	const char *const *fields; /* of the form's block, NULL-ended */
	const char *decisions;	   /* in the form's help */
	/* Before it is written: may the decision be taken?  Completes the review. */
	int (*before)(struct sen_store *store, struct sen_review *review, struct sen_err *err);
	/* After: carries the decision out. */
	int (*after)(struct sen_store *store, const struct sen_review *review, struct sen_move *move,
		     struct sen_err *err);
};
const struct sen_review_kind *sen_review_kind(const char *kind); /* never NULL: the plain one */

/* ---- Which duty it meets (R50) ----
 * The cadence of a policy that a kind of review is held for ("termly" ->
 * "plan-review"); NULL: none.  And back, for the command that meets it. */
const char *sen_review_cadence(const char *kind);
const char *sen_cadence_review(const char *cadence);
/* Does a review of the kind count for the cadence, by itself or through the
 * policy's counts_as, followed on (annual-review -> plan-review ->
 * parent-meeting)?  Whether parents had a part is the caller's to ask. */
bool sen_review_counts(const struct sen_policy *policy, const char *kind, const char *cadence);

/* Did it bring school and parents together?  Held, counts for `parent-meeting`,
 * and a parent came; or a meeting with parents of which nothing is said.  Views sent
 * in are no meeting (Code of Practice 6.65: at least three a year). */
bool sen_review_met_parents(const struct sen_policy *policy, const struct sen_review *review);

/* Writes a review as held (a new one, or one that was planned) and carries its
 * decision out; `move` tells of a move on the register (to or moved; blank
 * `level`: none). */
int sen_review_hold(struct sen_store *store, struct sen_review *review, struct sen_move *move,
		    struct sen_err *err) SEN_MUST_CHECK;
/* The planned one of the kind (NULL: any) that a meeting held on the day was: the
 * nearest, late or early, but none of a later term; id 0: none.  SEN_NOTFOUND when
 * several kinds wait and none was named. */
int sen_review_near(struct sen_store *store, int64_t pupil_id, const char *kind, sen_date day,
		    struct sen_review *out, struct sen_err *err) SEN_MUST_CHECK;
/* The one that waits nearest to today, of any term. */
int sen_review_waiting(struct sen_store *store, int64_t pupil_id, const char *kind, struct sen_review *out,
		       struct sen_err *err) SEN_MUST_CHECK;
/* How many checks were held at this entry, up to the day (included). */
int sen_checks_held(struct sen_store *store, const struct sen_register_entry *entry, sen_date day,
		    int64_t *count, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Who stands around a child (lib/rules/review_people.c) ---- */
struct sen_person {
	const char *who;    /* as the records call them, else as typed */
	const char *role;   /* parent pupil staff agency authority school other */
	int64_t contact_id; /* or SEN_NO_INT */
	bool no_letters;    /* a contact who is not to be written to */
	bool guessed;	    /* taken for a parent by the child's surname alone */
};
struct sen_around;
/* Staff and agencies are read once; sen_around_child for each child. */
int sen_around_open(struct sen_store *store, struct sen_around **out, struct sen_err *err) SEN_MUST_CHECK;
int sen_around_child(struct sen_around *around, int64_t pupil_id, struct sen_err *err) SEN_MUST_CHECK;
/* "Mum", "Mrs Nowak", "Zoe", "Ms Hart", "SENDCo". */
struct sen_person sen_around_find(const struct sen_around *around, const char *text);

/* ---- What was decided (lib/rules/review_decide.c) ---- */
struct sen_decision {
	const char *code;  /* of the policy's review_decisions, or the plain word */
	const char *name;  /* in the policy's words */
	const char *plain; /* end continue adapt step-up agency ehc; NULL: not said so exactly */
	const char *kept;  /* as the review keeps it: "further: agency" */
};
/* Reads a decision as typed, or as kept.  SEN_INVALID lists what the policy in
 * force on the day knows. */
int sen_review_decide(struct sen_store *store, int64_t pupil_id, sen_date day, const char *text,
		      struct sen_decision *out, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Minutes: a review with all that was written at it, in one go (R51) ---- */
struct sen_name_list {
	const char **items;
	size_t count, cap;
};
/* "Ms Hart, Mr Lee" or "Ms Hart; Mr Lee", added one by one. */
void sen_names_add(struct sen_arena *arena, struct sen_name_list *names, const char *text);

/* Views as they are kept, a line each. */
void sen_views_add(struct sen_arena *arena, struct sen_name_list *views, const char *text);

struct sen_minutes {
	struct sen_review review;
	struct sen_name_list came, apologies;
	struct sen_name_list views; /* "NAME", or "NAME: what they said" */
	struct sen_progress *marks;
	size_t mark_count, mark_cap;
	struct sen_action *actions;
	size_t action_count, action_cap;
	/* Filled in. */
	struct sen_move move;
	struct sen_name_list said; /* lines for the one who typed it */
};
/* The plan it looked at, when it is not said: the one in force that day, for a
 * kind of review that looks at plans. */
int sen_minutes_plan(struct sen_store *store, struct sen_minutes *minutes, struct sen_err *err)
	SEN_MUST_CHECK;
/* A target (T4, or its number in the plan) and its result, "met" or "met: note".
 * pupil_id, held_on and the plan are known by then. */
int sen_minutes_target(struct sen_store *store, struct sen_minutes *minutes, const char *which,
		       const char *result, struct sen_err *err) SEN_MUST_CHECK;
/* "WHAT = WHO by DATE"; WHO and DATE may be left out. */
int sen_minutes_action(struct sen_store *store, struct sen_minutes *minutes, const char *text,
		       struct sen_err *err) SEN_MUST_CHECK;
/* Writes it all: the review and its decision, who came, targets, actions. */
int sen_minutes_keep(struct sen_store *store, struct sen_around *around, struct sen_minutes *minutes,
		     struct sen_err *err) SEN_MUST_CHECK;
/* The names of a review that was held are put right: answers and parts follow. */
int sen_minutes_people(struct sen_store *store, struct sen_around *around, struct sen_minutes *minutes,
		       struct sen_err *err) SEN_MUST_CHECK;

/* ---- Planning (lib/rules/review_plan.c) ---- */
struct sen_planning {
	const char *kind, *led_by;
	sen_date on;		  /* a day for all, or SEN_NO_DATE */
	enum sen_limit_kind each; /* SEN_LIMIT_TERM or _HALF_TERM to the end of the school year; else NONE */
	bool by_policy;		  /* by the cadence of the policy that the kind is for */
	int64_t spread;		  /* over so many school days; 1: all on one */
	bool move;		  /* those planned for the same time are moved */
};
struct sen_planned {
	int64_t pupil_id, review_id;
	sen_date on, was; /* was: moved from there, else unknown */
	const char *term; /* "Autumn term 2026", when it was chosen by terms */
};
/* Plans the kind for each child; *left: how many were left out because the
 * policy asks nothing of the kind of them, or it is held already. */
int sen_review_plan(struct sen_store *store, const struct sen_planning *planning, const int64_t *pupils,
		    size_t count, struct sen_planned **out, size_t *planned, size_t *left,
		    struct sen_err *err) SEN_MUST_CHECK;
/* Another day for a planned one: *was is the day before. */
int sen_review_move(struct sen_store *store, int64_t id, sen_date on, struct sen_review *out, sen_date *was,
		    struct sen_err *err) SEN_MUST_CHECK;
/* A planned one that will not be held. */
int sen_review_cancel(struct sen_store *store, int64_t id, const char *reason, struct sen_review *out,
		      struct sen_err *err) SEN_MUST_CHECK;

/* ---- Asking people (lib/rules/review_invite.c) ---- */
struct sen_asking {
	sen_date on, remind; /* remind: or unknown */
	const char *how;
	size_t *reminded; /* counts who is to be reminded: nobody who is in school; or NULL */
};
/* One person by name; `fresh`: was not asked before.  SEN_INVALID for a contact
 * who is not to be written to. */
int sen_review_ask(struct sen_store *store, struct sen_around *around, const struct sen_review *review,
		   const char *name, const struct sen_asking *asking, struct sen_invitation *out, bool *fresh,
		   struct sen_err *err) SEN_MUST_CHECK;
/* "health=Dr Patel", the code of a guest an annual review calls for: the one asked as
 * 'health professional' gets the name.  *name: what is left to be asked by it (the
 * whole text where there is no code).  SEN_INVALID for a code that is not called for. */
int sen_review_ask_as(struct sen_store *store, struct sen_around *around, const struct sen_review *review,
		      const char *text, const char **name, struct sen_err *err) SEN_MUST_CHECK;
/* All whom the review calls for: who of the parents may be written to, the child,
 * the class teacher, and for an annual review those of the policy's list and the
 * law's (SEND Regs 2014 reg 20(2)).  Lines for the one who typed it go to `said`. */
int sen_review_ask_all(struct sen_store *store, struct sen_around *around, const struct sen_review *review,
		       const struct sen_asking *asking, struct sen_name_list *asked,
		       struct sen_name_list *said, struct sen_err *err) SEN_MUST_CHECK;
/* The invitation of somebody named, or a new one with nothing but the name. */
int sen_review_guest(struct sen_store *store, struct sen_around *around, const struct sen_review *review,
		     const char *name, struct sen_invitation *out, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Answers ---- */
/* What a review that was held counts for, in the policy's words: "review of the
 * Support Plan; meetings with parents, three a year".  NULL: nothing that the policy
 * asks.  A meeting that parents were asked to was offered, and counts: it is said. */
int sen_review_counted(struct sen_store *store, const struct sen_review *review, const char **out,
		       struct sen_err *err) SEN_MUST_CHECK;
/* One review on a page; :id and :counted. */
extern const struct sen_query sen_review_show_query;
/* Reviews; :pupil, :kind, :from, :until, :class, :led_by (a pattern), :waiting 1:
 * planned and not held. */
extern const struct sen_query sen_review_list_query;

/* ---- A round: one form, a block a child ---- */
struct sen_round_entry {
	struct sen_minutes minutes; /* pupil_id, kind, and what was filled in */
	int line;		    /* of its heading in the form */
	bool blank;		    /* nothing was filled in: it stays owed */
};
struct sen_round {
	const char *kind, *led_by;
	sen_date on; /* for blocks that do not say; or unknown */
};
/* The form.  `headings` say a child's line for a person: "Zoe O'Brien (3B)". */
int sen_round_write(struct sen_store *store, const struct sen_round *round, const int64_t *pupils,
		    const char *const *headings, size_t count, char **out, struct sen_err *err)
	SEN_MUST_CHECK;
/* Reads it back; every fault is told with its line. */
int sen_round_read(struct sen_store *store, const struct sen_round *round, const char *text,
		   struct sen_round_entry **out, size_t *count, struct sen_err *err) SEN_MUST_CHECK;

#endif
