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

/* ---- Results (lib/rules/plan_result.c) ----
 * What was typed ("met", "+1", "partly", a code or name of the policy in force
 * that day) as result, value and met; nothing else of `out` is touched.  value is
 * SEN_NO_INT for a result without a number.  SEN_INVALID lists the words. */
int sen_result_read(struct sen_store *store, int64_t pupil_id, sen_date day, const char *text,
		    struct sen_progress *out, struct sen_err *err) SEN_MUST_CHECK;
/* Keeps a mark on a target (target_id set, result read; the day is today when it
 * is not said) and fills in the child.  SEN_INVALID when the target was removed or
 * had ended before that day.  It does not end the target: closing or renewing the
 * plan does. */
int sen_target_mark(struct sen_store *store, struct sen_progress *mark, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Plans of a child (lib/model/plan_find.c) ---- */
/* The plan in force on the day: an agreed one, else the newest draft; where there
 * are several kinds, one with targets.  out->head.id is 0 when there is none. */
int sen_plan_on(struct sen_store *store, int64_t pupil_id, sen_date day, struct sen_plan *out,
		struct sen_err *err) SEN_MUST_CHECK;
/* The targets of a plan that were not removed, ended ones too, by number. */
int sen_plan_targets(struct sen_store *store, int64_t plan_id, struct sen_target **out, size_t *count,
		     struct sen_err *err) SEN_MUST_CHECK;

#endif
