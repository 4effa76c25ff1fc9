/* What the files of the nouns `plan` and `target` share. */
#ifndef CMD_PLAN_H
#define CMD_PLAN_H

#include "nouns.h"

#include <sen/agency.h>
#include <sen/plan.h>

#define TARGET_HELP "the target: T4, or a child with exactly one"
#define PLAN_HELP "the plan: PL4, or a child with one plan that is open"

enum plan_which {
	PLAN_STANDS, /* of a child: the agreed one, else the draft */
	PLAN_DRAFT   /* the draft, else the agreed one */
};
/* PL4, or the one open plan of a child.  SEN_NOTFOUND lists them when several fit. */
int plan_of(struct app *app, const char *text, enum plan_which which, struct sen_plan *out,
	    struct sen_err *err) SEN_MUST_CHECK;
/* "Learning Plan PL4, cycle 2, version 1" (no id in a dry run of a new one) */
const char *plan_words(struct app *app, const struct sen_plan *plan);
/* "Reading target T4" is not said: only its id and its first words. */
const char *plan_target_words(struct app *app, const struct sen_target *target);
/* The checks, as lines; of one target only, when target_id is not SEN_NO_INT. */
int plan_say_checks(struct app *app, int64_t plan_id, int64_t target_id, struct sen_err *err) SEN_MUST_CHECK;
void plan_say_due(struct app *app, const struct sen_plan *plan, bool by_policy);
/* A version was made because the plan had been agreed. */
void plan_say_version(struct app *app, const struct sen_plan *draft);
/* Lines added to what stands. */
const char *plan_join_lines(struct app *app, const char *before, const struct texts *lines);
/* Many: PL4, children, selectors; each child's plan that stands, once.  Children of a
 * selector without one are counted in *without. */
int plan_many(struct app *app, const struct texts *words, int64_t **ids, size_t *count, size_t *without,
	      struct sen_err *err) SEN_MUST_CHECK;

/* ---- Forms (plan_form.c, plan_add_form.c, plan_edit_form.c, plan_renew_form.c) ---- */
struct plan_faults { /* all are told, the first as the error */
	struct app *app;
	struct sen_err *err;
	size_t count;
	struct sen_buf more;
};
void plan_fault(struct plan_faults *faults, const struct sen_err *fault);
void plan_fault_at(struct plan_faults *faults, int line, const char *what);
int plan_faults_end(struct plan_faults *faults); /* 0, or the code */
/* "PL4.3 T7.1 T8.2": what a form was made from. */
const char *plan_seen(struct app *app, const struct sen_plan *plan, const struct sen_target *targets,
		      size_t count);
/* "PL4 Learning Plan, cycle 2, of Zoe O'Brien (3B): agreed" */
const char *plan_heading(struct app *app, const struct sen_plan *plan);
int plan_add_form(struct app *app, const struct sen_plan *plan, struct sen_err *err) SEN_MUST_CHECK;
int plan_edit_form(struct app *app, const struct sen_plan *plan, struct sen_err *err) SEN_MUST_CHECK;
int plan_renew_form(struct app *app, const int64_t *ids, size_t count, bool close_now, struct sen_err *err)
	SEN_MUST_CHECK;
/* Lines of what a renewal did, for one child. */
void plan_say_renewed(struct app *app, const struct sen_renewal *renewal, size_t added);

extern const struct cmd plan_agree_cmd, plan_close_cmd, plan_edit_cmd, plan_renew_cmd, plan_list_cmd,
	plan_show_cmd, plan_check_cmd, plan_import_cmd, plan_remove_cmd, target_mark_cmd, target_list_cmd,
	target_show_cmd;

#endif
