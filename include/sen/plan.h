/* Plans and their targets, in assess-plan-do-review cycles (R30 to R35, R42). */
#ifndef SEN_PLAN_H
#define SEN_PLAN_H

#include <sen/graduated.h>
#include <sen/policy.h>

/* A draft until it is agreed; agreed, it is changed only by a new version; closed
 * when the next version or cycle takes its place, or the support ends. */
struct sen_plan {
	struct sen_head head;
	int64_t pupil_id;
	const char *kind, *kind_name; /* of the policy's `plans`, and its name then */
	int64_t cycle, version;	      /* both from 1 */
	int64_t before_id;	      /* the plan of the cycle before */
	int64_t replaces_id;	      /* the version it takes the place of */
	sen_date made_on;
	const char *made_by;
	sen_date review_on;	/* --due */
	const char *strategies; /* a line each */
	const char *provision;	/* adjustments and support in words */
	const char *home;	/* help at home */
	const char *impact;	/* the expected impact */
	const char *adults;	/* who is responsible */
	const char *parent_voice, *parent_voice_how, *pupil_voice, *pupil_voice_how;
	sen_date parent_voice_on, pupil_voice_on;
	const char *note;
	sen_date agreed_on;
	const char *agreed_by; /* "Mrs O'Brien, Zoe, Ms Hart" */
	sen_date signed_on;    /* by a parent, where the policy wants it */
	const char *signed_by;
	sen_date closed_on;
	const char *close_reason;
};

struct sen_target {
	struct sen_head head;
	int64_t pupil_id, plan_id;
	int64_t number;	     /* in the plan, from 1 */
	const char *horizon; /* short long */
	const char *target, *baseline, *success, *measure;
	sen_date due_on;
	const char *who, *strategies, *home;
	const char *ehc_outcome; /* "O3", or the outcome in words */
	int64_t before_id;	 /* the target it carries on */
	int64_t carried;	 /* how many times it was carried over */
	const char *ended_as;	 /* met kept changed dropped closed, or NULL while it stands */
	sen_date ended_on;
};

struct sen_progress { /* how a target, or a child's provision, went */
	struct sen_head head;
	int64_t pupil_id, target_id, provision_id, review_id;
	sen_date marked_on;
	const char *marked_by;
	const char *result; /* code of the policy's `results` */
	int64_t value;	    /* -2 to 2, or the policy's own scale */
	int64_t met;	    /* 0 or 1 */
	const char *note;
	const char *pupil_mark; /* the child's own mark, and the child's words */
	const char *voice;
};

extern const struct sen_record sen_plan_record, sen_target_record, sen_progress_record;
extern const struct sen_code_row sen_target_horizons[], sen_target_ends[];

#endif
