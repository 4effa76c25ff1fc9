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
/* The result of a mark as the policy of its day names it ("less than expected"); the
 * code where it names none, NULL without a result. */
int sen_result_name(struct sen_store *store, const struct sen_progress *mark, const char **out,
		    struct sen_err *err) SEN_MUST_CHECK;
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
/* The one that is meant when a child is named to change a plan: the only draft,
 * else the only agreed one; SEN_NOTFOUND says why not. */
int sen_plan_named_by(struct sen_store *store, int64_t pupil_id, int64_t *id, struct sen_err *err)
	SEN_MUST_CHECK;
/* All the plans of a child that were not removed, with their targets (by plan and
 * number) and all marks: read once, then asked. */
struct sen_plan_book {
	int64_t pupil_id;
	struct sen_plan *plans;
	struct sen_target *targets;
	struct sen_progress *marks;
	size_t plan_count, target_count, mark_count;
};
int sen_plan_book(struct sen_store *store, int64_t pupil_id, struct sen_plan_book *out, struct sen_err *err)
	SEN_MUST_CHECK;
const struct sen_plan *sen_book_plan(const struct sen_plan_book *book, int64_t id); /* NULL: none */
const struct sen_target *sen_book_target(const struct sen_plan_book *book, int64_t id);
/* The last result of a target in this cycle: a mark on it, or on what it was in an
 * earlier version of the plan; NULL while it has none. */
const struct sen_progress *sen_book_latest(const struct sen_plan_book *book, const struct sen_target *target);
/* The targets of a plan that were not removed, ended ones too, by number. */
int sen_plan_targets(struct sen_store *store, int64_t plan_id, struct sen_target **out, size_t *count,
		     struct sen_err *err) SEN_MUST_CHECK;

/* ---- Answers (lib/model/plan_query.c, target_query.c) ----
 * `plan list` and `target list`: :pupil (NULL: the school's), :class with its two
 * cases, :year :level :kind :who ("%Hart%"), :all 1 (closed ones too), :state (draft
 * agreed closed due) with :soon, the day up to which a review counts as due; :plan and
 * :unmet 1 of targets.  The page of one, by :id; its part `checks` is made of
 * sen_plan_check. */
extern const struct sen_query sen_plan_list_query, sen_plan_show_query, sen_target_list_query,
	sen_target_show_query;
/* Of `plan check`; its rows are made of sen_plan_check too. */
extern const struct sen_query sen_plan_check_query;

/* ---- Making, changing and ending plans (lib/rules/plan_*.c, lib/model/plan_version.c) ---- */
/* A new draft, by the policy in force on the day it is made: the kind for the
 * child's level where none is given, the date for review (*due_by_policy: it was
 * filled in), cycle and version.  SEN_CONFLICT while one of the kind is open. */
int sen_plan_add(struct sen_store *store, struct sen_plan *plan, bool *due_by_policy, struct sen_err *err)
	SEN_MUST_CHECK;
/* The same without keeping it, for a form. */
int sen_plan_prepare(struct sen_store *store, struct sen_plan *plan, bool *due_by_policy, struct sen_err *err)
	SEN_MUST_CHECK;
/* "learning-plan (Learning Plan: C, D, SSPP); ..." of the policy in force. */
const char *sen_plan_kinds(struct sen_store *store, int64_t pupil_id, sen_date day);
/* Words of parents or child without a day were said on this one. */
void sen_plan_date_voices(struct sen_plan *plan, sen_date day);
/* What may be changed: the plan itself while it is a draft; of an agreed one the
 * draft of its next version, made (*made) with its targets and what serves them. */
int sen_plan_draft(struct sen_store *store, int64_t id, struct sen_plan *out, bool *made, struct sen_err *err)
	SEN_MUST_CHECK;
/* The open draft that is to replace the plan; out->head.id 0: there is none. */
int sen_plan_draft_of(struct sen_store *store, const struct sen_plan *plan, struct sen_plan *out,
		      struct sen_err *err) SEN_MUST_CHECK;
/* The same for a target: itself, or what it is in the draft. */
int sen_target_draft(struct sen_store *store, int64_t id, struct sen_target *out, struct sen_plan *plan,
		     bool *made, struct sen_err *err) SEN_MUST_CHECK;
/* A target carried on into another plan; a new cycle counts it (carried). */
int sen_target_carry(struct sen_store *store, const struct sen_target *from, int64_t plan_id, bool new_cycle,
		     struct sen_target *out, struct sen_err *err) SEN_MUST_CHECK;

struct sen_agreement {
	int64_t plan_id;
	const char *const *by; /* names; "parent=Ewa Nowak" says whom one stands for */
	size_t by_count;
	sen_date on;	/* unknown: today */
	bool is_signed; /* by a parent, that day */
	/* Filled in: */
	struct sen_plan plan;
	bool only_signed; /* it was agreed before: the signature was added */
	int64_t *closed;  /* plans it took the place of */
	size_t closed_count;
	const char **advice; /* what the policy wants beside */
	size_t advice_count, advice_cap;
};
/* Agreed: from then on changed only by a new version.  Refused through sen_rule
 * when one whom the policy names has not agreed, or the number of targets is not
 * the policy's own. */
int sen_plan_agree(struct sen_store *store, struct sen_agreement *agreement, struct sen_err *err)
	SEN_MUST_CHECK;

enum sen_renew_what { SEN_RENEW_KEEP, SEN_RENEW_CHANGE, SEN_RENEW_DROP };
struct sen_renew_answer {
	int64_t target_id;
	enum sen_renew_what what;
	const char *words; /* the new target, with SEN_RENEW_CHANGE */
};
struct sen_renewal {
	int64_t plan_id;
	const char *kind, *by; /* kind NULL: as it was, or as the child's level has it */
	sen_date on, due;      /* unknown: today; by the policy */
	const struct sen_renew_answer *answers;
	size_t answer_count;
	bool keep_all;	/* what is neither met nor answered */
	bool close_now; /* the old one ends that day, not when the new one is agreed */
	/* Filled in: */
	struct sen_plan old, plan;
	bool due_by_policy;
	size_t met, kept, changed, dropped;
};
/* The next cycle, a draft: targets met are left, the others go by the answers;
 * texts of the plan and what a review heard are taken over.  SEN_USAGE with what to
 * type when a target that is not met has no answer. */
int sen_plan_renew(struct sen_store *store, struct sen_renewal *renewal, struct sen_err *err) SEN_MUST_CHECK;

/* Closes one; its targets end as met or closed. */
int sen_plan_close(struct sen_store *store, int64_t id, sen_date on, const char *reason, struct sen_plan *out,
		   struct sen_err *err) SEN_MUST_CHECK;
/* All that are open, when a child leaves or support ends. */
int sen_plans_close(struct sen_store *store, int64_t pupil_id, sen_date on, const char *reason, size_t *count,
		    struct sen_err *err) SEN_MUST_CHECK;
/* One of the book; `next` (0: none) is the plan that follows it. */
int sen_plan_end(struct sen_store *store, const struct sen_plan_book *book, int64_t id, sen_date on,
		 const char *reason, int64_t next, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Checks (lib/rules/plan_check.c): advice, never a refusal ---- */
struct sen_plan_finding {
	const char *check;	    /* stable key: "vague", "no-baseline", "section:home" */
	int64_t plan_id, target_id; /* target_id SEN_NO_INT: of the plan */
	const char *finding;	    /* one plain sentence without a name */
	const char *fix;	    /* the command */
	const char *cite;	    /* "waves IEP"; NULL: a judgement */
};
int sen_plan_check(struct sen_store *store, int64_t plan_id, struct sen_plan_finding **out, size_t *count,
		   struct sen_err *err) SEN_MUST_CHECK;

#endif
