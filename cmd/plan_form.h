/* A plan and its targets as a form has them: what the forms of `plan add` and `plan
 * edit` share. */
#ifndef CMD_PLAN_FORM_H
#define CMD_PLAN_FORM_H

#include "plan.h"

#include <sen/exchange.h>

struct plan_part_target {
	struct sen_target target; /* as the form has it */
	int line;
	bool fresh, drop;
	bool *given;
};
struct plan_editing {
	struct app *app;
	int64_t plan_id;	     /* as it was asked for */
	struct sen_plan shown, plan; /* as it stands; as the form has it */
	bool *given;
	struct sen_target *targets;
	size_t count;
	struct plan_part_target *parts;
	size_t part_count, part_cap;
};
/* A block of the form, over what stands; faults are kept. */
void plan_form_plan(struct plan_editing *e, const struct sen_plan_part *part, struct plan_faults *faults);
void plan_form_target(struct plan_editing *e, const struct sen_plan_part *part, struct plan_faults *faults);

/* ---- Of a renewal (plan_renew_text.c) ---- */
bool plan_renew_stands(const struct sen_target *target, int64_t plan_id);
/* The texts that go over into the next cycle; the rest unknown. */
void plan_renew_texts(const struct sen_plan *old, struct sen_plan *out);
/* Those that stand in the plan, copied. */
size_t plan_renew_targets(struct app *app, const struct sen_plan_book *book, int64_t plan_id,
			  struct sen_target **out);
int plan_renew_block(struct app *app, struct sen_buf *text, int64_t id, struct sen_err *err) SEN_MUST_CHECK;

#endif
