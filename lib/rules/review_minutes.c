/* Minutes: a review held with all that was written at it, in one go (R51). */
#include "rules/minutes.h"

#include <sen/plan.h>
#include <sen/text.h>

#include <string.h>

void minutes_say(struct sen_store *store, struct sen_minutes *minutes, const char *line)
{
	*SEN_PUSH(store->arena, minutes->said.items, minutes->said.count, minutes->said.cap) = line;
}

static bool looks_at_plan(const char *kind)
{
	const char *cadence = sen_review_cadence(kind);

	return (cadence && (strcmp(cadence, "plan-review") == 0 || strcmp(cadence, "annual-review") == 0)) ||
	       strcmp(kind, "interim") == 0;
}

int sen_minutes_plan(struct sen_store *store, struct sen_minutes *minutes, struct sen_err *err)
{
	struct sen_review *review = &minutes->review;
	struct sen_plan plan;
	int rc;

	if (review->plan_id != SEN_NO_INT || !looks_at_plan(review->kind))
		return 0;
	rc = sen_plan_on(store, review->pupil_id, review->held_on, &plan, err);
	if (rc == 0 && plan.head.id)
		review->plan_id = plan.head.id;
	return rc;
}

/* ---- Keeping ---- */

static const char *joined(struct sen_arena *arena, const struct sen_name_list *names, const char *between,
			  const char *old)
{
	struct sen_buf all = {.arena = arena};

	for (size_t i = 0; i < names->count; i++)
		sen_buf_addf(&all, "%s%s", i ? between : "", names->items[i]);
	return all.text ? all.text : old;
}

/* The day it was held lies in a term in which another of the kind was held. */
static int say_twice(struct sen_store *store, struct sen_minutes *minutes, struct sen_err *err)
{
	const struct sen_review *review = &minutes->review;
	const struct sen_calendar *calendar;
	struct sen_period term;
	struct sen_buf list = {.arena = store->arena};
	struct sen_review *all;
	size_t count, found = 0;
	char day[16];
	int rc = sen_store_calendar(store, &calendar, err);

	if (rc < 0 || (rc = sen_record_of_pupil(store, &sen_review_record, review->pupil_id, (void **)&all,
						&count, err)) < 0)
		return rc;
	term = sen_term_of(calendar, review->held_on);
	for (size_t i = 0; i < count; i++)
		if (strcmp(all[i].kind, review->kind) == 0 && all[i].head.id != review->head.id &&
		    all[i].held_on != SEN_NO_DATE && all[i].held_on >= term.from &&
		    all[i].held_on < term.until && strcmp(review->kind, "monitoring") != 0)
			sen_buf_addf(&list, "%sR%lld on %s", found++ ? ", " : "", (long long)all[i].head.id,
				     sen_date_long(all[i].held_on, day));
	if (found)
		minutes_say(store, minutes,
			    sen_format(store->arena, "%s of this kind %s held this term: %s. %s are kept.",
				       found > 1 ? "Others" : "One", found > 1 ? "were" : "was", list.text,
				       found > 1 ? "All" : "Both"));
	return 0;
}

static int decide(struct sen_store *store, struct sen_review *review, struct sen_decision *out,
		  struct sen_err *err)
{
	int rc;

	*out = (struct sen_decision){0};
	/* A kind with decisions of its own carries them out itself. */
	if (!review->decision || sen_review_kind(review->kind)->decisions)
		return 0;
	rc = sen_review_decide(store, review->pupil_id, review->held_on, review->decision, out, err);
	if (rc == 0)
		review->decision = out->kept;
	return rc;
}

static int keep_rest(struct sen_store *store, struct sen_minutes *minutes, struct sen_err *err)
{
	const struct sen_review *review = &minutes->review;
	const char *id = sen_format(store->arena, "R%lld", (long long)review->head.id);
	int rc = 0;

	for (size_t i = 0; i < minutes->mark_count && rc == 0; i++) {
		minutes->marks[i].review_id = review->head.id;
		minutes->marks[i].marked_by = review->led_by;
		rc = sen_target_mark(store, &minutes->marks[i], err);
	}
	for (size_t i = 0; i < minutes->action_count && rc == 0; i++) {
		minutes->actions[i].record = id;
		minutes->actions[i].set_on = review->held_on;
		rc = sen_record_insert(store, &sen_action_record, &minutes->actions[i], err);
	}
	return rc;
}

/* A review that could have met the parents, and none came. */
static int say_parents(struct sen_store *store, struct sen_minutes *minutes, struct sen_err *err)
{
	const struct sen_review *review = &minutes->review;
	const struct sen_policy *policy;
	int rc = rules_policy_of(store, review->pupil_id, review->held_on, &policy, err);

	if (rc == 0 && review->parent_part && strcmp(review->parent_part, "none") == 0 &&
	    sen_policy_rule(policy, "cadence", "parent-meeting") &&
	    sen_review_counts(policy, review->kind, "parent-meeting"))
		minutes_say(
			store, minutes,
			"No parent came, so they are not met: 'sendctl report meetings' goes on asking for a "
			"meeting with them, also where one was offered.");
	return rc;
}

static int say_counted(struct sen_store *store, struct sen_minutes *minutes, struct sen_err *err)
{
	const char *counted;
	int rc = sen_review_counted(store, &minutes->review, &counted, err);

	if (rc == 0 && counted && strcmp(minutes->review.kind, "monitoring") != 0)
		minutes_say(store, minutes, sen_format(store->arena, "Counts for: %s.", counted));
	return rc < 0 ? rc : say_parents(store, minutes, err);
}

/* A review that is planned for this term and meets the parents too still waits: one
 * meeting may have been both. */
static int say_both(struct sen_store *store, struct sen_minutes *minutes, struct sen_err *err)
{
	const struct sen_review *review = &minutes->review;
	const struct sen_calendar *calendar;
	const struct sen_policy *policy;
	struct sen_review *all;
	size_t count;
	char day[16];
	int rc;

	if (strcmp(review->kind, "parents") != 0)
		return 0;
	if ((rc = sen_store_calendar(store, &calendar, err)) < 0 ||
	    (rc = rules_policy_of(store, review->pupil_id, review->held_on, &policy, err)) < 0 ||
	    (rc = sen_record_of_pupil(store, &sen_review_record, review->pupil_id, (void **)&all, &count,
				      err)) < 0)
		return rc;
	for (size_t i = 0; i < count; i++)
		if (all[i].held_on == SEN_NO_DATE && strcmp(all[i].kind, "parents") != 0 &&
		    sen_review_counts(policy, all[i].kind, "parent-meeting") &&
		    all[i].planned_on < sen_term_of(calendar, review->held_on).until)
			minutes_say(
				store, minutes,
				sen_format(
					store->arena,
					"R%lld (%s, planned for %s) is a meeting with the parents too, and "
					"still waits. Was it one meeting? 'sendctl undo', then 'sendctl "
					"review record R%lld' or 'sendctl review round %s'.",
					(long long)all[i].head.id,
					sen_code_label(sen_review_kinds, all[i].kind),
					sen_date_long(all[i].planned_on, day), (long long)all[i].head.id,
					all[i].kind));
	return 0;
}

/* The day agreed for the next one: of a plan it is owed by the plan, and of a check
 * by the level; any other is planned. */
static int plan_next(struct sen_store *store, struct sen_minutes *minutes, struct sen_err *err)
{
	const struct sen_review *review = &minutes->review;
	struct sen_planning next = {.kind = review->kind,
				    .led_by = review->led_by,
				    .on = review->next_on,
				    .spread = 1,
				    .move = true};
	const struct sen_policy *policy;
	struct sen_planned *all;
	size_t count, left;
	int rc = rules_policy_of(store, review->pupil_id, review->held_on, &policy, err);

	if (rc < 0 || review->next_on == SEN_NO_DATE || strcmp(review->kind, "monitoring") == 0 ||
	    (review->plan_id != SEN_NO_INT && sen_review_counts(policy, review->kind, "plan-review")))
		return rc;
	rc = sen_review_plan(store, &next, &review->pupil_id, 1, &all, &count, &left, err);
	if (rc == 0 && count)
		minutes_say(store, minutes,
			    sen_format(store->arena, "It is planned: R%lld.", (long long)all[0].review_id));
	return rc;
}

/* "zoe" is written as the child is called: the minutes go to the parents. */
static void spell_child(const struct sen_around *around, struct sen_name_list *names)
{
	for (size_t i = 0; i < names->count; i++) {
		struct sen_person one = sen_around_find(around, names->items[i]);

		if (strcmp(one.role, "pupil") == 0)
			names->items[i] = one.who;
	}
}

int sen_minutes_keep(struct sen_store *store, struct sen_around *around, struct sen_minutes *minutes,
		     struct sen_err *err)
{
	struct sen_review *review = &minutes->review;
	struct attendance attendance;
	struct sen_decision decision;
	int rc;

	if (review->held_on == SEN_NO_DATE)
		return sen_fail(err, SEN_INVALID, "say the day it was held with --on DATE");
	if ((rc = sen_around_child(around, review->pupil_id, err)) < 0)
		return rc;
	spell_child(around, &minutes->came);
	spell_child(around, &minutes->apologies);
	review->came = joined(store->arena, &minutes->came, ", ", review->came);
	review->apologies = joined(store->arena, &minutes->apologies, ", ", review->apologies);
	review->views = joined(store->arena, &minutes->views, "\n", review->views);
	if ((rc = sen_minutes_plan(store, minutes, err)) < 0 ||
	    (rc = decide(store, review, &decision, err)) < 0 ||
	    (rc = minutes_attendance(store, around, minutes, &attendance, err)) < 0 ||
	    (rc = sen_review_hold(store, review, &minutes->move, err)) < 0 ||
	    (rc = minutes_answers(store, minutes, &attendance, err)) < 0 ||
	    (rc = keep_rest(store, minutes, err)) < 0 || (rc = plan_next(store, minutes, err)) < 0 ||
	    (rc = say_counted(store, minutes, err)) < 0 || (rc = say_twice(store, minutes, err)) < 0 ||
	    (rc = say_both(store, minutes, err)) < 0)
		return rc;
	return minutes_offer(store, minutes, &decision, err);
}

int sen_minutes_people(struct sen_store *store, struct sen_around *around, struct sen_minutes *minutes,
		       struct sen_err *err)
{
	struct attendance attendance;
	int rc = minutes_attendance(store, around, minutes, &attendance, err);

	if (rc < 0 || (rc = sen_record_update(store, &sen_review_record, &minutes->review, err)) < 0)
		return rc;
	return minutes_answers(store, minutes, &attendance, err);
}
