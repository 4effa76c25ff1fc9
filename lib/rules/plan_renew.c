/* The next cycle of a plan: what was met is done, each other target is kept,
 * changed or dropped; nothing is overwritten (R32, R34). */
#include "rules/plan.h"

#include <sen/graduated.h>

#include <string.h>

static const struct sen_renew_answer *answer_to(const struct sen_renewal *r, int64_t target_id)
{
	for (size_t i = 0; i < r->answer_count; i++)
		if (r->answers[i].target_id == target_id)
			return &r->answers[i];
	return NULL;
}

static bool stands(const struct sen_renewal *r, const struct sen_target *target)
{
	return target->plan_id == r->old.head.id && target->ended_on == SEN_NO_DATE;
}

static bool is_met(const struct sen_plan_book *book, const struct sen_target *target)
{
	const struct sen_progress *latest = sen_book_latest(book, target);

	return latest && latest->met == 1;
}

/* An answer about a target the plan does not have is a slip. */
static int check_answers(const struct sen_renewal *r, const struct sen_plan_book *book, struct sen_err *err)
{
	for (size_t i = 0; i < r->answer_count; i++) {
		const struct sen_target *target = sen_book_target(book, r->answers[i].target_id);

		if (target && stands(r, target))
			continue;
		sen_fail(err, SEN_INVALID, "T%lld is no standing target of PL%lld",
			 (long long)r->answers[i].target_id, (long long)r->old.head.id);
		sen_hint(err, "'sendctl plan show PL%lld' lists them.", (long long)r->old.head.id);
		return err->code;
	}
	return 0;
}

static int check_asked(struct sen_store *store, const struct sen_renewal *r, const struct sen_plan_book *book,
		       struct sen_err *err)
{
	struct sen_buf open = {.arena = store->arena}, words = {.arena = store->arena};
	size_t count = 0;

	for (size_t i = 0; i < book->target_count; i++) {
		const struct sen_target *target = &book->targets[i];

		if (!stands(r, target) || r->keep_all || is_met(book, target) ||
		    answer_to(r, target->head.id))
			continue;
		sen_buf_addf(&open, "%sT%lld", count ? ", " : "", (long long)target->head.id);
		sen_buf_addf(&words, " --keep T%lld", (long long)target->head.id);
		count++;
	}
	if (count == 0)
		return 0;
	sen_fail(err, SEN_USAGE, "%s of PL%lld %s not met: say what becomes of %s", open.text,
		 (long long)r->old.head.id, count == 1 ? "is" : "are", count == 1 ? "it" : "each");
	sen_hint(err,
		 "sendctl plan renew PL%lld%s; or --drop T4, --change \"T4=new words\"; all of them with "
		 "--keep-all; or in a form: --form",
		 (long long)r->old.head.id, words.text);
	return err->code;
}

/* Is the next cycle there already? */
static int check_next(const struct sen_renewal *r, const struct sen_plan_book *book, struct sen_err *err)
{
	for (size_t i = 0; i < book->plan_count; i++) {
		const struct sen_plan *other = &book->plans[i];

		if (other->closed_on == SEN_NO_DATE && other->replaces_id == r->old.head.id) {
			sen_fail(err, SEN_CONFLICT, "a draft of the next version of PL%lld waits: PL%lld",
				 (long long)r->old.head.id, (long long)other->head.id);
			sen_hint(err,
				 "'sendctl plan agree PL%lld --by NAME' and renew that, or 'sendctl plan "
				 "remove "
				 "PL%lld --reason TEXT'.",
				 (long long)other->head.id, (long long)other->head.id);
			return err->code;
		}
		if (other->closed_on != SEN_NO_DATE || other->head.id == r->old.head.id ||
		    (other->before_id != r->old.head.id &&
		     (strcmp(other->kind, r->old.kind) != 0 || other->cycle <= r->old.cycle)))
			continue;
		sen_fail(err, SEN_CONFLICT, "the next cycle of PL%lld is there: PL%lld",
			 (long long)r->old.head.id, (long long)other->head.id);
		sen_hint(err, "Go on with it: 'sendctl plan edit PL%lld', then 'sendctl plan agree PL%lld'.",
			 (long long)other->head.id, (long long)other->head.id);
		return err->code;
	}
	return 0;
}

static int check_old(struct sen_store *store, const struct sen_renewal *r, struct sen_err *err)
{
	const struct sen_plan *old = &r->old;
	char day[16];

	if (old->head.voided_at)
		return sen_fail(err, SEN_INVALID, "PL%lld was removed", (long long)old->head.id);
	if (old->closed_on != SEN_NO_DATE) {
		sen_fail(err, SEN_INVALID, "PL%lld was closed on %s", (long long)old->head.id,
			 sen_date_long(old->closed_on, day));
		sen_hint(err, "'sendctl plan add P%lld' makes a new one.", (long long)old->pupil_id);
		return err->code;
	}
	if (old->agreed_on != SEN_NO_DATE)
		return 0;
	return sen_rule(store, err,
			sen_format(store->arena, "Agree it first: 'sendctl plan agree PL%lld --by NAME'.",
				   (long long)old->head.id),
			"PL%lld is a draft: nobody has agreed it", (long long)old->head.id);
}

/* ---- The new plan ---- */

/* The newest words of a review held under the old plan, if they are fresh. */
static int take_voices(struct sen_store *store, const struct sen_renewal *r, struct sen_plan *plan,
		       struct sen_err *err)
{
	struct sen_review *all;
	size_t count;
	char day[16];
	int rc = sen_record_of_pupil(store, &sen_review_record, plan->pupil_id, (void **)&all, &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		const struct sen_review *review = &all[i];
		const char *how;

		if (review->held_on == SEN_NO_DATE || review->held_on < r->old.made_on ||
		    review->held_on > plan->made_on || plan->made_on - review->held_on > PLAN_VOICE_DAYS)
			continue;
		how = sen_format(store->arena, "at the review of %s (R%lld)",
				 sen_date_long(review->held_on, day), (long long)review->head.id);
		if (review->parent_voice &&
		    (plan->parent_voice_on == SEN_NO_DATE || review->held_on >= plan->parent_voice_on)) {
			plan->parent_voice = review->parent_voice;
			plan->parent_voice_on = review->held_on;
			plan->parent_voice_how = how;
		}
		if (review->pupil_voice &&
		    (plan->pupil_voice_on == SEN_NO_DATE || review->held_on >= plan->pupil_voice_on)) {
			plan->pupil_voice = review->pupil_voice;
			plan->pupil_voice_on = review->held_on;
			plan->pupil_voice_how = how;
		}
	}
	return rc;
}

/* The day that the last review of the old plan agreed for the next one. */
static int take_day(struct sen_store *store, const struct sen_renewal *r, struct sen_plan *plan,
		    struct sen_err *err)
{
	struct sen_review *all;
	const struct sen_review *last = NULL;
	size_t count;
	int rc;

	if (plan->review_on != SEN_NO_DATE)
		return 0;
	rc = sen_record_of_pupil(store, &sen_review_record, plan->pupil_id, (void **)&all, &count, err);
	for (size_t i = 0; rc == 0 && i < count; i++)
		if (all[i].plan_id == r->old.head.id && all[i].held_on != SEN_NO_DATE &&
		    all[i].held_on <= plan->made_on && (!last || all[i].held_on >= last->held_on))
			last = &all[i];
	if (last && last->next_on != SEN_NO_DATE && last->next_on > plan->made_on)
		plan->review_on = last->next_on;
	return rc;
}

/* The same kind while the policy has it for the child's level; else the level's. */
static int choose_kind(struct sen_store *store, struct sen_renewal *r, struct sen_err *err)
{
	const struct sen_policy_rule *rule;
	struct sen_register_entry entry;
	const struct sen_policy *policy;
	int rc = rules_policy_of(store, r->plan.pupil_id, r->plan.made_on, &policy, err);

	if (rc < 0 || (rc = sen_register_on(store, r->plan.pupil_id, r->plan.made_on, &entry, err)) < 0)
		return rc;
	if (!r->kind) {
		rule = sen_policy_rule(policy, "plan-kind", r->old.kind);
		if (rule && plan_is_kind(rule) &&
		    (!entry.head.id || rules_listed(rule, "levels", entry.level) ||
		     !plan_kind_of_level(policy, entry.level))) {
			r->plan.kind = rule->code;
			r->plan.kind_name = rule->name;
			return 0;
		}
	}
	r->plan.kind = r->kind;
	return plan_choose_kind(store, &r->plan, &rule, err);
}

static int begin(struct sen_store *store, struct sen_renewal *r, const struct sen_plan_book *book,
		 struct sen_err *err)
{
	struct sen_plan *plan = &r->plan;
	int rc;

	sen_record_blank(&sen_plan_record, plan);
	plan->head = (struct sen_head){0};
	plan->pupil_id = r->old.pupil_id;
	plan->made_on = r->on;
	plan->made_by = r->by;
	plan->review_on = r->due;
	plan->strategies = r->old.strategies;
	plan->provision = r->old.provision;
	plan->home = r->old.home;
	plan->impact = r->old.impact;
	plan->adults = r->old.adults;
	plan->before_id = r->old.head.id;
	if ((rc = choose_kind(store, r, err)) < 0 || (rc = take_day(store, r, plan, err)) < 0 ||
	    (rc = plan_default_due(store, plan, &r->due_by_policy, err)) < 0 ||
	    (rc = take_voices(store, r, plan, err)) < 0)
		return rc;
	plan_place(book->plans, book->plan_count, plan);
	return sen_record_insert(store, &sen_plan_record, plan, err);
}

static int carry(struct sen_store *store, struct sen_renewal *r, const struct sen_target *old,
		 const struct sen_renew_answer *answer, struct sen_err *err)
{
	struct sen_target copy;
	int rc = sen_target_carry(store, old, r->plan.head.id, true, &copy, err);

	if (rc < 0 || !answer || answer->what != SEN_RENEW_CHANGE) {
		r->kept++;
		return rc;
	}
	/* New words are a new target: it is known anew when it will be met. */
	r->changed++;
	copy.target = answer->words;
	copy.success = NULL;
	copy.carried = 0;
	return sen_record_update(store, &sen_target_record, &copy, err);
}

static int carry_all(struct sen_store *store, struct sen_renewal *r, const struct sen_plan_book *book,
		     struct sen_err *err)
{
	int rc = 0;

	for (size_t i = 0; i < book->target_count && rc == 0; i++) {
		const struct sen_target *old = &book->targets[i];
		const struct sen_renew_answer *answer;
		bool met;

		if (!stands(r, old))
			continue;
		met = is_met(book, old);
		answer = answer_to(r, old->head.id);
		if (answer ? answer->what == SEN_RENEW_DROP : met) {
			r->met += met;
			r->dropped += !met;
			continue;
		}
		rc = carry(store, r, old, answer, err);
	}
	return rc;
}

int sen_plan_renew(struct sen_store *store, struct sen_renewal *r, struct sen_err *err)
{
	struct sen_plan_book book;
	int rc = sen_record_get(store, &sen_plan_record, r->plan_id, &r->old, err);

	if (rc < 0)
		return rc;
	if (r->on == SEN_NO_DATE)
		r->on = store->context.today;
	if ((rc = check_old(store, r, err)) < 0 ||
	    (rc = sen_plan_book(store, r->old.pupil_id, &book, err)) < 0 ||
	    (rc = check_next(r, &book, err)) < 0 || (rc = check_answers(r, &book, err)) < 0 ||
	    (rc = check_asked(store, r, &book, err)) < 0 || (rc = begin(store, r, &book, err)) < 0 ||
	    (rc = carry_all(store, r, &book, err)) < 0 || !r->close_now)
		return rc;
	/* Read again: the targets that were carried on are in it now. */
	if ((rc = sen_plan_book(store, r->old.pupil_id, &book, err)) < 0)
		return rc;
	return sen_plan_end(store, &book, r->old.head.id, r->on,
			    sen_format(store->arena, "renewed as PL%lld", (long long)r->plan.head.id),
			    r->plan.head.id, err);
}
