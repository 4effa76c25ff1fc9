/* The plan a child stands under on a day, a plan's targets, and a mark on one. */
#include "model/model.h"

#include <sen/plan.h>

#include <stdlib.h>
#include <string.h>

/* In force: agreed before drafts; of several kinds the one that has targets,
 * then the newest. */
static int rank_of(const struct sen_plan *plan, sen_date day, bool targets)
{
	if (plan->head.voided_at || plan->made_on > day ||
	    (plan->closed_on != SEN_NO_DATE && plan->closed_on <= day))
		return 0;
	return 1 + (targets ? 1 : 0) + (plan->agreed_on != SEN_NO_DATE && plan->agreed_on <= day ? 2 : 0);
}

static bool has_targets(const struct sen_target *targets, size_t count, int64_t plan_id)
{
	for (size_t i = 0; i < count; i++)
		if (targets[i].plan_id == plan_id)
			return true;
	return false;
}

int sen_plan_on(struct sen_store *store, int64_t pupil_id, sen_date day, struct sen_plan *out,
		struct sen_err *err)
{
	struct sen_target *targets;
	struct sen_plan *plans;
	size_t count, target_count;
	int best = 0, rc;

	sen_record_blank(&sen_plan_record, out);
	out->head = (struct sen_head){0};
	rc = sen_record_of_pupil(store, &sen_plan_record, pupil_id, (void **)&plans, &count, err);
	if (rc < 0 || count == 0)
		return rc;
	rc = sen_record_of_pupil(store, &sen_target_record, pupil_id, (void **)&targets, &target_count, err);
	for (size_t i = 0; rc == 0 && i < count; i++) {
		int rank = rank_of(&plans[i], day, has_targets(targets, target_count, plans[i].head.id));

		if (rank == 0 || rank < best)
			continue;
		best = rank;
		*out = plans[i];
	}
	return rc;
}

int sen_plan_named_by(struct sen_store *store, int64_t pupil_id, int64_t *id, struct sen_err *err)
{
	struct sen_plan *all;
	size_t count, open[2] = {0, 0};
	int64_t ids[2] = {0, 0};
	int rc = sen_record_of_pupil(store, &sen_plan_record, pupil_id, (void **)&all, &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		bool agreed = all[i].agreed_on != SEN_NO_DATE;

		if (all[i].closed_on != SEN_NO_DATE)
			continue;
		open[agreed]++;
		ids[agreed] = all[i].head.id;
	}
	if (rc < 0)
		return rc;
	if (open[0] == 1 || (open[0] == 0 && open[1] == 1)) {
		*id = ids[open[0] != 1];
		return 0;
	}
	if (open[0] + open[1] == 0) {
		sen_fail(err, SEN_NOTFOUND, "P%lld has no plan that is open", (long long)pupil_id);
		sen_hint(err, "Make one: 'sendctl plan add P%lld'.", (long long)pupil_id);
		return err->code;
	}
	sen_fail(err, SEN_NOTFOUND, "P%lld has several plans that are open", (long long)pupil_id);
	sen_hint(err, "Say which one by its id: 'sendctl plan list P%lld' shows them.", (long long)pupil_id);
	return err->code;
}

static int by_plan(const void *a, const void *b)
{
	const struct sen_target *x = a, *y = b;

	if (x->plan_id != y->plan_id)
		return x->plan_id < y->plan_id ? -1 : 1;
	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return x->head.id < y->head.id ? -1 : x->head.id > y->head.id;
}

int sen_plan_book(struct sen_store *store, int64_t pupil_id, struct sen_plan_book *out, struct sen_err *err)
{
	int rc = sen_record_of_pupil(store, &sen_plan_record, pupil_id, (void **)&out->plans,
				     &out->plan_count, err);

	out->pupil_id = pupil_id;
	if (rc == 0)
		rc = sen_record_of_pupil(store, &sen_target_record, pupil_id, (void **)&out->targets,
					 &out->target_count, err);
	if (rc == 0)
		rc = sen_record_of_pupil(store, &sen_progress_record, pupil_id, (void **)&out->marks,
					 &out->mark_count, err);
	if (rc == 0 && out->target_count)
		qsort(out->targets, out->target_count, sizeof(*out->targets), by_plan);
	return rc;
}

const struct sen_plan *sen_book_plan(const struct sen_plan_book *book, int64_t id)
{
	for (size_t i = 0; i < book->plan_count; i++)
		if (book->plans[i].head.id == id)
			return &book->plans[i];
	return NULL;
}

const struct sen_target *sen_book_target(const struct sen_plan_book *book, int64_t id)
{
	for (size_t i = 0; i < book->target_count; i++)
		if (book->targets[i].head.id == id)
			return &book->targets[i];
	return NULL;
}

/* The target it was in the version before, within one cycle. */
static const struct sen_target *version_before(const struct sen_plan_book *book,
					       const struct sen_target *target)
{
	const struct sen_target *before = sen_book_target(book, target->before_id);
	const struct sen_plan *plan = sen_book_plan(book, target->plan_id), *old;

	if (!before || !plan || !(old = sen_book_plan(book, before->plan_id)))
		return NULL;
	return old->cycle == plan->cycle && strcmp(old->kind, plan->kind) == 0 ? before : NULL;
}

const struct sen_progress *sen_book_latest(const struct sen_plan_book *book, const struct sen_target *target)
{
	const struct sen_progress *latest = NULL;

	for (; target; target = version_before(book, target))
		for (size_t i = 0; i < book->mark_count; i++) {
			const struct sen_progress *mark = &book->marks[i];

			if (mark->target_id == target->head.id && mark->result &&
			    (!latest || mark->marked_on > latest->marked_on ||
			     (mark->marked_on == latest->marked_on && mark->head.id > latest->head.id)))
				latest = mark;
		}
	return latest;
}

int sen_plan_targets(struct sen_store *store, int64_t plan_id, struct sen_target **out, size_t *count,
		     struct sen_err *err)
{
	struct sen_target *all;
	struct sen_plan plan;
	size_t n, kept = 0;
	int rc = sen_record_get(store, &sen_plan_record, plan_id, &plan, err);

	if (rc < 0 ||
	    (rc = sen_record_of_pupil(store, &sen_target_record, plan.pupil_id, (void **)&all, &n, err)) < 0)
		return rc;
	for (size_t i = 0; i < n; i++)
		if (all[i].plan_id == plan_id)
			all[kept++] = all[i];
	if (kept)
		qsort(all, kept, sizeof(*all), by_plan);
	*out = all;
	*count = kept;
	return 0;
}

/* A target that was carried on, or ended, takes no mark after that day. */
static int check_stands(const struct sen_target *target, const struct sen_progress *mark, struct sen_err *err)
{
	char day[16];

	if (target->head.voided_at)
		return sen_fail(err, SEN_INVALID, "T%lld was removed", (long long)target->head.id);
	if (target->ended_on == SEN_NO_DATE || mark->marked_on <= target->ended_on)
		return 0;
	sen_fail(err, SEN_INVALID, "T%lld ended on %s (%s)", (long long)target->head.id,
		 sen_date_long(target->ended_on, day), sen_code_label(sen_target_ends, target->ended_as));
	sen_hint(err,
		 "Mark the target that stands now: 'sendctl target list P%lld'. A mark of an earlier day "
		 "has --on DATE.",
		 (long long)target->pupil_id);
	return err->code;
}

/* The day the plan was first made: a version takes the place of one made before. */
static int first_made(struct sen_store *store, int64_t plan_id, sen_date *out, struct sen_err *err)
{
	struct sen_plan plan;
	int rc = 0;

	for (*out = SEN_NO_DATE; rc == 0 && plan_id != SEN_NO_INT; plan_id = plan.replaces_id) {
		rc = sen_record_get(store, &sen_plan_record, plan_id, &plan, err);
		if (rc == 0 && (*out == SEN_NO_DATE || plan.made_on < *out))
			*out = plan.made_on;
	}
	return rc;
}

int sen_target_mark(struct sen_store *store, struct sen_progress *mark, struct sen_err *err)
{
	struct sen_target target;
	sen_date made;
	int rc = sen_record_get(store, &sen_target_record, mark->target_id, &target, err);

	if (rc < 0)
		return rc;
	if (mark->marked_on == SEN_NO_DATE)
		mark->marked_on = sen_store_context(store)->today;
	if ((rc = check_stands(&target, mark, err)) < 0 ||
	    (rc = model_check_past(store, mark->marked_on, "--on", err)) < 0 ||
	    (rc = first_made(store, target.plan_id, &made, err)) < 0 ||
	    (rc = model_check_order(made, mark->marked_on, "--on", "the day the plan was made", err)) < 0)
		return rc;
	mark->pupil_id = target.pupil_id;
	mark->head.school_id = target.head.school_id;
	return sen_record_insert(store, &sen_progress_record, mark, err);
}
