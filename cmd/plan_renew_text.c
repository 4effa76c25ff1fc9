/* What the form of a renewal is made of: written here, read in plan_renew_form.c. */
#include "plan_form.h"

#include <string.h>

bool plan_renew_stands(const struct sen_target *target, int64_t plan_id)
{
	return target->plan_id == plan_id && target->ended_on == SEN_NO_DATE;
}

/* "less than expected on ...: needs more time": what the answer rests on. */
static const char *how_it_went(struct app *app, const struct sen_plan_book *book,
			       const struct sen_target *target)
{
	const struct sen_progress *mark = sen_book_latest(book, target);
	char day[16];
	if (!mark)
		return "no result yet";
	return sen_format(app->arena, "%s%s on %s%s%.*s", mark->met == 1 ? "met: " : "", mark->result,
			  sen_date_long(mark->marked_on, day), mark->note ? ": " : "",
			  mark->note ? (int)strcspn(mark->note, "\n") : 0, mark->note ? mark->note : "");
}

void plan_renew_texts(const struct sen_plan *old, struct sen_plan *out)
{
	sen_record_blank(&sen_plan_record, out);
	out->strategies = old->strategies;
	out->provision = old->provision;
	out->home = old->home;
	out->impact = old->impact;
	out->adults = old->adults;
}

size_t plan_renew_targets(struct app *app, const struct sen_plan_book *book, int64_t plan_id,
			  struct sen_target **out)
{
	size_t count = 0;
	*out = SEN_NEW(app->arena, struct sen_target, book->target_count + 1);
	for (size_t i = 0; i < book->target_count; i++)
		if (plan_renew_stands(&book->targets[i], plan_id))
			(*out)[count++] = book->targets[i];
	return count;
}

int plan_renew_block(struct app *app, struct sen_buf *text, int64_t id, struct sen_err *err)
{
	struct sen_plan old, shown;
	struct sen_plan_book book;
	struct sen_target *targets;
	size_t count;
	int rc = sen_record_get(app->store, &sen_plan_record, id, &old, err);
	if (rc < 0 || (rc = sen_plan_book(app->store, old.pupil_id, &book, err)) < 0)
		return rc;
	count = plan_renew_targets(app, &book, id, &targets);
	plan_renew_texts(&old, &shown);
	sen_plan_form_plan(text, SEN_PLAN_FORM_RENEW, plan_heading(app, &old), &shown,
			   plan_seen(app, &old, targets, count));
	for (size_t i = 0; i < count; i++) {
		const char *note = how_it_went(app, &book, &targets[i]);
		targets[i].due_on = SEN_NO_DATE;
		sen_plan_form_target(text, SEN_PLAN_FORM_RENEW, &targets[i], note, NULL);
	}
	return 0;
}
