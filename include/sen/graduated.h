/* The graduated approach: steps of a concern, reviews, consent, agencies,
 * referrals, actions, and factors weighed (R19 to R28, R71, R79). */
#ifndef SEN_GRADUATED_H
#define SEN_GRADUATED_H

#include <sen/concern.h>

struct sen_concern_step { /* a step taken, by the code of the policy then in force */
	struct sen_head head;
	int64_t pupil_id, concern_id;
	const char *step, *step_name;
	sen_date taken_on;    /* --on */
	const char *taken_by; /* --by: who took it */
	const char *who;      /* who came */
	const char *note, *proposed;
	sen_date review_on; /* --due */
	const char *again;  /* why it is done once more (a second run of the window), or NULL */
};

struct sen_review { /* planned, held (held_on set), decided */
	struct sen_head head;
	int64_t pupil_id;
	const char *kind; /* termly monitoring parents progress register transition annual interim */
	sen_date planned_on, held_on;
	const char *led_by, *came, *apologies;
	const char *views, *parent_voice, *pupil_voice, *note;
	const char *decision;
	sen_date next_on;
	const char *parent_part, *pupil_part; /* in it: came views none; NULL: not said */
	int64_t plan_id;		      /* the plan it looked at */
	const char *differences;	      /* of view, at an annual review (reg 20(9)) */
};

struct sen_consent { /* holds on d: from_on <= d < expires_on and d < withdrawn_on */
	struct sen_head head;
	int64_t pupil_id;
	const char *purpose;  /* a code of the policy's `consents`, or a free word */
	const char *given_by; /* --by */
	int64_t contact_id;
	const char *how; /* signed, by telephone, at a meeting */
	sen_date from_on, expires_on, withdrawn_on;
	const char *withdrawn_by, *note;
};

struct sen_agency {
	struct sen_head head;
	const char *name, *code, *professional;
	int64_t external; /* 0: the school's or trust's own; 1 is taken when it is not said */
	const char *phone, *email, *note;
};

struct sen_referral { /* involvement: accepted, and seen or reported */
	struct sen_head head;
	int64_t pupil_id, agency_id, consent_id, concern_id;
	const char *professional, *reason;
	sen_date sent_on, chase_on, accepted_on, seen_on, report_on;
	const char *advice;
	sen_date closed_on;
	const char *result, *close_reason;
};

struct sen_action {
	struct sen_head head;
	int64_t pupil_id;
	const char *record; /* the record it comes from: "R12", or NULL */
	const char *what, *who;
	sen_date set_on, due_on, done_on;
	const char *result;
};

struct sen_weighing { /* a factor weighed before SEN is decided (R19) */
	struct sen_head head;
	int64_t pupil_id;
	const char *factor, *factor_name; /* of the policy's `weigh` */
	sen_date weighed_on;
	const char *weighed_by, *note;
};

extern const struct sen_record sen_concern_step_record, sen_review_record, sen_consent_record,
	sen_agency_record, sen_referral_record, sen_action_record, sen_weighing_record;
extern const struct sen_code_row sen_review_kinds[], sen_part_codes[];

/* Keeps the step, and the review date agreed with it on the concern. */
int sen_step_take(struct sen_store *store, struct sen_concern_step *step, struct sen_err *err) SEN_MUST_CHECK;

/* Does a consent for the purpose hold on the day? */
int sen_consent_on(struct sen_store *store, int64_t pupil_id, const char *purpose, sen_date day, bool *held,
		   struct sen_err *err) SEN_MUST_CHECK;
/* The same, and which: *id is 0 when none holds. The one that lasts longest. */
int sen_consent_held(struct sen_store *store, int64_t pupil_id, const char *purpose, sen_date day,
		     int64_t *id, struct sen_err *err) SEN_MUST_CHECK;

#endif
