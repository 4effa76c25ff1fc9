/* What is owed: one pure function from facts to deadlines (design.md 2.4). */
#ifndef SEN_OWED_H
#define SEN_OWED_H

#include <sen/childfile.h>
#include <sen/ehc.h>
#include <sen/graduated.h>
#include <sen/meeting.h>
#include <sen/people.h>
#include <sen/plan.h>
#include <sen/policy.h>
#include <sen/provision.h>
#include <sen/pupil.h>

/* All that the rules may look at, of one child. Only what stands (not void);
 * later kinds of record add a member here and a loader in lib/rules/facts.c. */
struct sen_facts {
	int64_t school_id, pupil_id;
	sen_date dob, admitted_on, left_on, died_on;
	sen_date adopted_on;				   /* the school's file was begun: day one is quiet */
	const struct sen_register_entry *register_entries; /* by from */
	size_t register_count;
	const struct sen_concern *concerns;
	size_t concern_count;
	/* The rest whole, oldest id first; a kind more is a row in facts.c. */
	const struct sen_concern_step *steps;
	size_t step_count;
	const struct sen_tried *tried;
	size_t tried_count;
	const struct sen_review *reviews;
	size_t review_count;
	const struct sen_consent *consents;
	size_t consent_count;
	const struct sen_referral *referrals;
	size_t referral_count;
	const struct sen_action *actions;
	size_t action_count;
	const struct sen_weighing *weighings;
	size_t weighing_count;
	const struct sen_document *documents;
	size_t document_count;
	const struct sen_timetable *timetables;
	size_t timetable_count;
	const struct sen_transfer *transfers;
	size_t transfer_count;
	const struct sen_given *givens;
	size_t given_count;
	const struct sen_plan *plans;
	size_t plan_count;
	const struct sen_profile *profiles;
	size_t profile_count;
	const struct sen_invitation *invitations;
	size_t invitation_count;
	const struct sen_equipment *equipment;
	size_t equipment_count;
	const struct sen_topup *topups;
	size_t topup_count;
	const struct sen_ehc *ehcs;
	size_t ehc_count;
	const struct sen_milestone *milestones;
	size_t milestone_count;
	const struct sen_appeal *appeals;
	size_t appeal_count;
	const struct sen_complaint *complaints;
	size_t complaint_count;
	/* Of a child with an EHC case: periods of the year group, by from. */
	const struct sen_enrolment *enrolments;
	size_t enrolment_count;
	/* The same: Section I of its plan where it names another school than the child's. */
	const struct sen_ehc_item *settings;
	size_t setting_count;
	const char *top_year; /* the school's last year group, or NULL */
};

struct sen_deadline {
	const char *rule;    /* stable key: "concern-window" */
	const char *subject; /* record id as shown: "C12"; natural key with rule and cycle */
	int64_t cycle;	     /* which time round: 0, or the period's first day */
	sen_date due_on;
	sen_date starts_on; /* the event it counts from */
	sen_date met_on;    /* SEN_NO_DATE while open */
	const char *owner;
	enum sen_basis basis;
	const char *cite;
	const char *what; /* one plain sentence without a name */
	const char *fix;  /* the command that meets it */
	bool lapses;	  /* a right that ends unused: nobody is late when it is past */
};
struct sen_owed {
	struct sen_arena *arena;
	struct sen_deadline *items;
	size_t count, cap;
};

/* Adds every deadline of the child, open and met, in no order.  Pure: no
 * clock, no file.  A child who left or died owes nothing after that day.  `law` may
 * be NULL for a child without an EHC case, an appeal or an annual review. */
void sen_owed(const struct sen_facts *facts, const struct sen_policy_set *policies, const struct sen_law *law,
	      const struct sen_calendar *calendar, struct sen_owed *out);

/* All that the rules about no child may look at, of one school. */
struct sen_school_facts {
	int64_t school_id;
	sen_date adopted_on;
	const struct sen_logbook *logbook;
	size_t logbook_count;
	const struct sen_complaint *complaints; /* about no child, with all their steps */
	size_t complaint_count;
	const struct sen_milestone *steps;
	size_t step_count;
};
/* The same for the school itself: deadlines without a child. */
void sen_owed_school(const struct sen_school_facts *school, const struct sen_policy_set *policies,
		     const struct sen_calendar *calendar, struct sen_owed *out);

/* Makes the store compute what is owed before each commit. */
void sen_rules_attach(struct sen_store *store);
/* Recomputes all and compares with what is kept; *wrong = how many differ. */
int sen_owed_verify(struct sen_store *store, int64_t *wrong, struct sen_err *err) SEN_MUST_CHECK;

#endif
