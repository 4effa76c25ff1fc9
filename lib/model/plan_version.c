/* A plan's draft: of an agreed one the next version, with its targets and what
 * serves them copied; and the end of a plan (R30, R34). */
#include "model/model.h"

#include <sen/plan.h>
#include <sen/provision.h>

#include <string.h>

/* ---- Carrying a target on ---- */

static int still_runs(struct sen_store *store, const struct sen_provision_target *link, bool *runs,
		      struct sen_err *err)
{
	struct sen_provision_pupil *all;
	struct sen_provision provision;
	sen_date today = sen_store_context(store)->today;
	size_t count;
	bool named = false;
	int rc = sen_record_get(store, &sen_provision_record, link->provision_id, &provision, err);

	*runs = rc == 0 && !provision.head.voided_at &&
		(provision.until_on == SEN_NO_DATE || provision.until_on > today);
	if (rc < 0 || !*runs)
		return rc;
	rc = sen_record_of_pupil(store, &sen_provision_pupil_record, link->pupil_id, (void **)&all, &count,
				 err);
	*runs = false;
	for (size_t i = 0; rc == 0 && i < count; i++) {
		if (all[i].provision_id != link->provision_id)
			continue;
		named = true;
		*runs = *runs || all[i].until_on == SEN_NO_DATE || all[i].until_on > today;
	}
	*runs = *runs || !named;
	return rc;
}

/* What serves the one serves the other; in a new cycle only what still runs. */
static int carry_links(struct sen_store *store, const struct sen_target *from, const struct sen_target *to,
		       bool running, struct sen_err *err)
{
	struct sen_provision_target *all;
	size_t count;
	int rc = sen_record_of_pupil(store, &sen_provision_target_record, from->pupil_id, (void **)&all,
				     &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		struct sen_provision_target *link;
		bool runs = true;

		if (all[i].target_id != from->head.id)
			continue;
		if (running && (rc = still_runs(store, &all[i], &runs, err)) < 0)
			return rc;
		if (!runs)
			continue;
		link = sen_record_new(store->arena, &sen_provision_target_record);
		link->pupil_id = to->pupil_id;
		link->provision_id = all[i].provision_id;
		link->target_id = to->head.id;
		rc = sen_record_insert(store, &sen_provision_target_record, link, err);
	}
	return rc;
}

int sen_target_carry(struct sen_store *store, const struct sen_target *from, int64_t plan_id, bool new_cycle,
		     struct sen_target *out, struct sen_err *err)
{
	int rc;

	*out = *from;
	out->head = (struct sen_head){0};
	out->plan_id = plan_id;
	out->before_id = from->head.id;
	out->ended_as = NULL;
	out->ended_on = SEN_NO_DATE;
	if (new_cycle) {
		out->carried = from->carried + 1;
		/* A short-term one is due by the new plan's review; the day of a long-term one stays. */
		if (!from->horizon || strcmp(from->horizon, "long") != 0 ||
		    (from->due_on != SEN_NO_DATE && from->due_on <= sen_store_context(store)->today))
			out->due_on = SEN_NO_DATE;
		out->number = SEN_NO_INT;
	}
	rc = sen_record_insert(store, &sen_target_record, out, err);
	return rc < 0 ? rc : carry_links(store, from, out, new_cycle, err);
}

/* ---- The draft ---- */

static int next_version(struct sen_store *store, const struct sen_plan *agreed, struct sen_plan *out,
			struct sen_err *err)
{
	struct sen_target *targets;
	size_t count;
	int rc;

	*out = *agreed;
	out->head = (struct sen_head){0};
	out->version = agreed->version + 1;
	out->replaces_id = agreed->head.id;
	out->made_on = sen_store_context(store)->today;
	out->made_by = sen_store_context(store)->who;
	out->agreed_on = out->signed_on = SEN_NO_DATE;
	out->agreed_by = out->signed_by = NULL;
	if (out->review_on != SEN_NO_DATE && out->review_on < out->made_on)
		out->review_on = SEN_NO_DATE;
	if ((rc = sen_record_insert(store, &sen_plan_record, out, err)) < 0 ||
	    (rc = sen_plan_targets(store, agreed->head.id, &targets, &count, err)) < 0)
		return rc;
	for (size_t i = 0; i < count && rc == 0; i++) {
		struct sen_target copy;

		if (targets[i].due_on != SEN_NO_DATE && targets[i].due_on < out->made_on)
			targets[i].due_on = SEN_NO_DATE;
		if (targets[i].ended_on == SEN_NO_DATE)
			rc = sen_target_carry(store, &targets[i], out->head.id, false, &copy, err);
	}
	return rc;
}

int sen_plan_draft_of(struct sen_store *store, const struct sen_plan *plan, struct sen_plan *out,
		      struct sen_err *err)
{
	struct sen_plan *all;
	size_t count;
	int rc = sen_record_of_pupil(store, &sen_plan_record, plan->pupil_id, (void **)&all, &count, err);

	out->head = (struct sen_head){0};
	for (size_t i = 0; rc == 0 && i < count; i++)
		if (all[i].replaces_id == plan->head.id && all[i].closed_on == SEN_NO_DATE)
			*out = all[i];
	return rc;
}

int sen_plan_draft(struct sen_store *store, int64_t id, struct sen_plan *out, bool *made, struct sen_err *err)
{
	struct sen_plan plan;
	char day[16];
	int rc = sen_record_get(store, &sen_plan_record, id, &plan, err);

	*made = false;
	if (rc < 0)
		return rc;
	if (plan.head.voided_at)
		return sen_fail(err, SEN_INVALID, "PL%lld was removed", (long long)id);
	if (plan.closed_on != SEN_NO_DATE) {
		sen_fail(err, SEN_INVALID, "PL%lld was closed on %s and stays as it was", (long long)id,
			 sen_date_long(plan.closed_on, day));
		sen_hint(err, "'sendctl plan list P%lld' shows the one that stands.",
			 (long long)plan.pupil_id);
		return err->code;
	}
	*out = plan;
	if (plan.agreed_on == SEN_NO_DATE || (rc = sen_plan_draft_of(store, &plan, out, err)) < 0 ||
	    out->head.id)
		return rc;
	*made = true;
	return next_version(store, &plan, out, err);
}

int sen_target_draft(struct sen_store *store, int64_t id, struct sen_target *out, struct sen_plan *plan,
		     bool *made, struct sen_err *err)
{
	struct sen_target target, *all;
	size_t count;
	int rc = sen_record_get(store, &sen_target_record, id, &target, err);

	if (rc < 0)
		return rc;
	if (target.head.voided_at)
		return sen_fail(err, SEN_INVALID, "T%lld was removed", (long long)id);
	if ((rc = sen_plan_draft(store, target.plan_id, plan, made, err)) < 0)
		return rc;
	*out = target;
	if (plan->head.id == target.plan_id)
		return 0;
	if ((rc = sen_plan_targets(store, plan->head.id, &all, &count, err)) < 0)
		return rc;
	for (size_t i = 0; i < count; i++)
		if (all[i].before_id == id) {
			*out = all[i];
			return 0;
		}
	return sen_fail(err, SEN_INVALID, "the draft PL%lld has no T%lld any more", (long long)plan->head.id,
			(long long)id);
}

/* ---- The end ---- */

/* How a target ended: carried on in the plan that follows, met, or neither. */
static const char *ended_as(const struct sen_plan_book *book, const struct sen_target *target, int64_t next)
{
	const struct sen_progress *latest = sen_book_latest(book, target);

	for (size_t i = 0; i < book->target_count && next; i++)
		if (book->targets[i].plan_id == next && book->targets[i].before_id == target->head.id)
			return model_same(book->targets[i].target, target->target) ? "kept" : "changed";
	if (latest && latest->met == 1)
		return "met";
	return next ? "dropped" : "closed";
}

int sen_plan_end(struct sen_store *store, const struct sen_plan_book *book, int64_t id, sen_date on,
		 const char *reason, int64_t next, struct sen_err *err)
{
	struct sen_plan plan = *sen_book_plan(book, id);
	int rc;

	plan.closed_on = on < plan.made_on ? plan.made_on : on;
	plan.close_reason = reason;
	rc = sen_record_update(store, &sen_plan_record, &plan, err);
	for (size_t i = 0; i < book->target_count && rc == 0; i++) {
		struct sen_target target = book->targets[i];

		if (target.plan_id != id || target.ended_on != SEN_NO_DATE)
			continue;
		target.ended_as = ended_as(book, &book->targets[i], next);
		target.ended_on = plan.closed_on;
		rc = sen_record_update(store, &sen_target_record, &target, err);
	}
	return rc;
}

int sen_plan_close(struct sen_store *store, int64_t id, sen_date on, const char *reason, struct sen_plan *out,
		   struct sen_err *err)
{
	struct sen_plan_book book;
	char day[16];
	int rc = sen_record_get(store, &sen_plan_record, id, out, err);

	if (rc < 0)
		return rc;
	if (out->head.voided_at)
		return sen_fail(err, SEN_INVALID, "PL%lld was removed", (long long)id);
	if (out->closed_on != SEN_NO_DATE)
		return sen_fail(err, SEN_CONFLICT, "PL%lld was closed on %s already", (long long)id,
				sen_date_long(out->closed_on, day));
	if ((rc = model_check_past(store, on, "--on", err)) < 0 ||
	    (rc = model_check_order(out->made_on, on, "--on", "the day it was made", err)) < 0 ||
	    (rc = sen_plan_book(store, out->pupil_id, &book, err)) < 0)
		return rc;
	return sen_plan_end(store, &book, id, on, reason, 0, err);
}

int sen_plans_close(struct sen_store *store, int64_t pupil_id, sen_date on, const char *reason, size_t *count,
		    struct sen_err *err)
{
	struct sen_plan_book book;
	int rc = sen_plan_book(store, pupil_id, &book, err);

	*count = 0;
	for (size_t i = 0; rc == 0 && i < book.plan_count; i++) {
		if (book.plans[i].closed_on != SEN_NO_DATE)
			continue;
		rc = sen_plan_end(store, &book, book.plans[i].head.id, on, reason, 0, err);
		++*count;
	}
	return rc;
}
