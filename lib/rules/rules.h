/* What the files of lib/rules share. README.md: add a rule, a report. */
#ifndef RULES_H
#define RULES_H

#include "store/store.h"
#include <sen/owed.h>

/* ---- Rules: each looks at one child's facts and owes (owed.c lists them) ---- */
struct owing {
	const struct sen_facts *facts;
	const struct sen_policy_set *policies;
	const struct sen_law *law;
	const struct sen_calendar *calendar;
	struct sen_owed *out;
};
void rule_concern(const struct owing *owing);
void rule_monitoring_check(const struct owing *owing);
void rule_monitoring_limit(const struct owing *owing);
void rule_parents_told(const struct owing *owing);
void rule_handover(const struct owing *owing);
void rule_document_review(const struct owing *owing);
void rule_timetable_review(const struct owing *owing);
void rule_arrival(const struct owing *owing);
void rule_school_transfer(const struct owing *owing);
void rule_watched(const struct owing *owing);
void rule_consent_expiry(const struct owing *owing);
void rule_referral_chase(const struct owing *owing);
void rule_action(const struct owing *owing);
void rule_plan_missing(const struct owing *owing);
void rule_plan_agreement(const struct owing *owing);
void rule_plan_review(const struct owing *owing);
void rule_profile_review(const struct owing *owing);
void rule_parent_meeting(const struct owing *owing);
void rule_parent_report(const struct owing *owing);
void rule_review_planned(const struct owing *owing);
void rule_equipment(const struct owing *owing);
void rule_topup_review(const struct owing *owing);
/* The first review of the child from four weeks before `due` on, or decision on the same
 * funding since: when the top-up was looked at again; SEN_NO_DATE: it was not. */
sen_date topup_reviewed(const struct sen_facts *facts, const struct sen_topup *topup, sen_date due);
void rule_complaint(const struct owing *owing);
/* The same of complaints about no child: of the school. */
void rules_school_complaints(const struct owing *owing, const struct sen_school_facts *school);
void rule_ehc(const struct owing *owing);

/* A deadline to fill in; subject is prefix and id ("C12"), nothing else is set. */
struct sen_deadline *owe(const struct owing *owing, const char *rule, const char *prefix, int64_t id,
			 sen_date due_on);
/* The later of the event and the day the school's file was begun; an unknown
 * event counts from that day. */
sen_date owed_from(const struct owing *owing, sen_date event);
const struct sen_policy *owed_policy(const struct owing *owing, sen_date event);
/* The last day inside the limit; SEN_NO_DATE when it sets none by itself. */
sen_date owed_due(const struct owing *owing, const struct sen_limit *limit, sen_date from);
/* A limit in days, weeks, months or school days; unknown for one of another kind. */
sen_date rules_span_end(const struct sen_calendar *calendar, const struct sen_limit *limit, sen_date from);
struct sen_period owed_period(const struct owing *owing, enum sen_limit_kind kind, sen_date day);
/* "" or " (no school that day: the last before it is Fri 18 Dec 2026)". */
const char *owed_closed_note(const struct owing *owing, sen_date due);
/* "stages 6.1"; the bare citation of a law; NULL for a judgement. */
const char *owed_cite(const struct owing *owing, const struct sen_policy *policy, enum sen_basis basis,
		      const char *cite);

/* ---- Duties that come round (rules_cadence.c) ---- */
/* Time on the register, without a break, in which a rule of one policy holds: at
 * the rule's `levels`, or (it names none) with SEN support. */
struct stretch {
	const struct sen_policy *policy;
	const struct sen_policy_rule *rule;
	const struct sen_register_entry *entry; /* the first of them */
	const char *level;			/* of the last of them */
	sen_date from;				/* or the day the file was begun */
	sen_date since; /* when it truly began, also under a policy before; SEN_NO_DATE: unknown */
	sen_date until; /* SEN_NO_DATE: it goes on */
};
/* Each stretch of each rule of the section (code NULL: all of its rules). */
void owed_stretches(const struct owing *owing, const char *section, const char *code,
		    void (*each)(const struct owing *, const struct stretch *));
/* One time round: owed from `start`, by `due`; met, or SEN_NO_DATE. */
struct round {
	int64_t cycle;
	sen_date start, due, met;
	bool agreed;	  /* due on a day agreed for this child */
	const char *term; /* its term, or NULL */
};
struct rounds {
	const struct sen_limit *limit;
	sen_date from, since, until; /* as of a stretch */
	sen_date *held;		     /* days it was done; put in order here */
	size_t held_count;
	/* A day agreed for the child, after one held (SEN_NO_DATE: none yet) and
	 * before another (SEN_NO_DATE: none since); or NULL. */
	sen_date (*agreed)(const void *context, sen_date after, sen_date held);
	const void *context;
	struct round *items; /* out */
	size_t item_count, cap;
};
void owed_rounds(const struct owing *owing, struct rounds *rounds);
/* The days of reviews that count for the cadence, `counts` (may be NULL) agreeing,
 * into rounds->held. */
void owed_held(const struct owing *owing, struct rounds *rounds, const struct sen_policy *policy,
	       const char *cadence, bool (*counts)(const struct owing *, const struct sen_review *));
/* Owner, basis and cite: of the rule, or of a limit (NULL: the rule's own). */
void owed_ground(const struct owing *owing, struct sen_deadline *item, const struct sen_policy *policy,
		 const struct sen_policy_rule *rule, const struct sen_limit *limit);
/* Is the child, today as the register stands, at a level of the kind of plan
 * (NULL: none), or supported at all? */
bool rules_at_level(const struct owing *owing, const struct sen_policy_rule *kind);
/* Was a consent 'agreement' given on the day or later (rules_consent.c)? */
bool rules_agreement_lasts(const struct sen_facts *facts, sen_date day);
/* The later of two days, either of them perhaps unknown. */
sen_date owed_later(sen_date a, sen_date b);
/* Who coordinates, in the policy's word. */
const char *rules_coordinator(const struct sen_policy *policy);
/* Whose a duty is: whoever its item of the policy (NULL: none) names, else the
 * coordinator. */
const char *rules_who(const struct sen_policy_rule *rule, const struct sen_policy *policy);
bool owed_supported(const struct sen_register_entry *entry); /* census K or E */

/* ---- What several files ask of a policy (consent.c) ---- */
/* In force for the child's school on the day; SEN_INVALID without one. */
int rules_policy_of(struct sen_store *store, int64_t pupil_id, sen_date on, const struct sen_policy **out,
		    struct sen_err *err) SEN_MUST_CHECK;
/* Is the word in the item's list `key`: "before", "levels", "opens"? */
bool rules_listed(const struct sen_policy_rule *rule, const char *key, const char *word);
/* Was the factor weighed by a step of a concern that the policy says weighs it
 * (stages' short-term causes)? */
struct rules_done {
	const struct sen_concern *concerns;
	size_t concern_count;
	const struct sen_concern_step *steps;
	size_t step_count;
};
bool rules_step_weighed(const struct sen_policy *policy, const struct rules_done *done, const char *factor);
/* The rule that says how long a consent lasts, or NULL: for ever. */
const struct sen_policy_rule *rules_consent_lasts(const struct sen_policy *policy, const char *purpose);
/* One must hold on the day, else SEN_INVALID (--anyway goes on) with the command. */
int rules_consent_must(struct sen_store *store, int64_t pupil_id, const char *purpose, const char *name,
		       const char *for_what, sen_date day, int64_t *consent_id, struct sen_err *err)
	SEN_MUST_CHECK;
/* The first day of the support, without a break, that ended on `until`
 * (rules_register.c); SEN_NO_DATE when it is unknown or there was none. */
sen_date rules_support_start(const struct sen_register_entry *entries, size_t count, sen_date until);
/* ---- Level needs (level_needs.c) ---- */
struct sen_move;
/* What the level needs by the policy, before the move is written: refused through
 * sen_rule, or added to move->advice. */
int level_needs(struct sen_store *store, struct sen_move *move, struct sen_err *err) SEN_MUST_CHECK;
/* What leaving the register needs (R9): nothing refuses, all is advice. */
int level_exit(struct sen_store *store, struct sen_move *move, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Facts (facts.c): children in order of id, from merged cursors ---- */
struct facts;
enum facts_which { FACTS_ALL, FACTS_TOUCHED };
int facts_open(struct sen_store *store, enum facts_which which, struct facts **out, struct sen_err *err)
	SEN_MUST_CHECK;
/* 1 = the next child that has facts or kept deadlines; *kept are those.  All
 * live until the next call. */
int facts_next(struct facts *facts, struct sen_facts *out, const struct sen_calendar **calendar,
	       struct sen_owed *kept, int64_t **kept_ids, struct sen_err *err) SEN_MUST_CHECK;
void facts_close(struct facts *facts);
/* Schools in order of id, with their logbook and the deadlines about no child. */
struct school_kept {
	struct sen_school_facts facts;
	const struct sen_calendar *calendar;
	struct sen_owed kept;
	int64_t *ids;
};
int facts_schools(struct sen_store *store, struct school_kept **out, size_t *count, struct sen_err *err)
	SEN_MUST_CHECK;

struct sen_left;
/* moves_ehc.c: the authority's clock and plan go on; this school owes nothing more of
 * them. */
int moves_close_case(struct sen_store *store, int64_t pupil_id, sen_date on, struct sen_left *out,
		     struct sen_err *err) SEN_MUST_CHECK;

#endif
