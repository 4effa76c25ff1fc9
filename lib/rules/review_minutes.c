/* Minutes: a review held with all that was written at it, in one go (R51). */
#include "rules/minutes.h"

#include <sen/plan.h>
#include <sen/text.h>

#include <string.h>

void minutes_say(struct sen_store *store, struct sen_minutes *minutes, const char *line)
{
	*SEN_PUSH(store->arena, minutes->said.items, minutes->said.count, minutes->said.cap) = line;
}

/* ---- Targets ---- */

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

/* The plan whose targets are spoken of: that of the review, else the one in force. */
static int plan_of(struct sen_store *store, const struct sen_review *review, int64_t *id, struct sen_err *err)
{
	struct sen_plan plan;
	int rc = 0;

	*id = review->plan_id;
	if (*id == SEN_NO_INT &&
	    (rc = sen_plan_on(store, review->pupil_id, review->held_on, &plan, err)) == 0)
		*id = plan.head.id;
	return rc;
}

static int no_target(struct sen_store *store, const struct sen_review *review, const char *which,
		     const struct sen_target *all, size_t count, struct sen_err *err)
{
	struct sen_buf list = {.arena = store->arena};

	for (size_t i = 0; i < count; i++)
		sen_buf_addf(&list, "%sT%lld", i ? ", " : "", (long long)all[i].head.id);
	sen_fail(err, SEN_NOTFOUND, "'%s' is no target of P%lld's plan",
		 sen_text_visible(store->arena, which, false), (long long)review->pupil_id);
	sen_hint(err, count ? "Its targets: %s, or 1 to %zu by their place." : "It has no targets.",
		 list.text, count);
	return err->code;
}

/* T4, or its number in the plan. */
static int find_target(struct sen_store *store, const struct sen_review *review, const char *which,
		       int64_t *out, struct sen_err *err)
{
	struct sen_target *all = NULL, target;
	size_t count = 0;
	int64_t plan, n;
	bool by_id = (which[0] | 32) == 't' && sen_id_parse(which, "T", &n);
	int rc = plan_of(store, review, &plan, err);

	if (rc == 0 && plan)
		rc = sen_plan_targets(store, plan, &all, &count, err);
	for (size_t i = 0; i < count && rc == 0; i++)
		if (by_id ? all[i].head.id == n : sen_int_parse(which, &n) && all[i].number == n) {
			*out = all[i].head.id;
			return 0;
		}
	if (rc < 0)
		return rc;
	if (!by_id)
		return no_target(store, review, which, all, count, err);
	/* One of an earlier plan of the child is as good. */
	rc = sen_record_get(store, &sen_target_record, n, &target, err);
	if (rc == 0 && target.pupil_id == review->pupil_id && !target.head.voided_at) {
		*out = n;
		return 0;
	}
	return rc < 0 && rc != SEN_NOTFOUND ? rc : no_target(store, review, which, all, count, err);
}

/* "met: reads 40 words" into the word and what is said beside it. */
static const char *apart(struct sen_arena *arena, const char *text, const char **note)
{
	const char *colon = strchr(text, ':');
	size_t len = colon ? (size_t)(colon - text) : strlen(text);

	*note = colon ? colon + 1 + strspn(colon + 1, " \t\n\"") : NULL;
	if (*note && !**note)
		*note = NULL;
	while (len && strchr(" \t\n", text[len - 1]))
		len--;
	return sen_strndup(arena, text, len);
}

int sen_minutes_target(struct sen_store *store, struct sen_minutes *minutes, const char *which,
		       const char *result, struct sen_err *err)
{
	struct sen_review *review = &minutes->review;
	struct sen_progress *mark;
	const char *note, *word;
	int64_t target = 0, plan = 0;
	int rc = find_target(store, review, which, &target, err);

	if (rc < 0 || (rc = plan_of(store, review, &plan, err)) < 0)
		return rc;
	if (plan)
		review->plan_id = plan;
	for (size_t i = 0; i < minutes->mark_count; i++)
		if (minutes->marks[i].target_id == target)
			return sen_fail(err, SEN_INVALID, "T%lld is marked twice", (long long)target);
	word = apart(store->arena, result, &note);
	mark = SEN_PUSH(store->arena, minutes->marks, minutes->mark_count, minutes->mark_cap);
	sen_record_blank(&sen_progress_record, mark);
	mark->target_id = target;
	mark->pupil_id = review->pupil_id;
	mark->marked_on = review->held_on;
	if ((rc = sen_result_read(store, review->pupil_id, review->held_on, word, mark, err)) < 0)
		return rc;
	return sen_text_clean(store->arena, note, SEN_TEXT_NOTE, SEN_LIMIT_NOTE, &mark->note, err);
}

/* ---- Actions ---- */

/* The last " by " of the text, whose rest is a day. */
static const char *last_by(const char *text)
{
	const char *found = NULL;

	for (const char *at = text; (at = strstr(at, "by ")) != NULL; at += 3)
		if (at == text || at[-1] == ' ')
			found = at;
	return found;
}

static int set(struct sen_store *store, struct sen_action *action, const char *field, const char *text,
	       struct sen_err *err)
{
	return sen_field_set(store, sen_field_named(&sen_action_record, field), action, text, err);
}

int sen_minutes_action(struct sen_store *store, struct sen_minutes *minutes, const char *text,
		       struct sen_err *err)
{
	struct sen_action *action =
		SEN_PUSH(store->arena, minutes->actions, minutes->action_count, minutes->action_cap);
	const char *equals = strchr(text, '='), *rest = equals ? equals + 1 : text, *by = last_by(rest);
	size_t what = equals ? (size_t)(equals - text) : by ? (size_t)(by - text) : strlen(text);
	int rc;

	sen_record_blank(&sen_action_record, action);
	action->pupil_id = minutes->review.pupil_id;
	rc = set(store, action, "what", sen_strndup(store->arena, text, what), err);
	if (rc == 0 && equals)
		rc = set(store, action, "who",
			 by ? sen_strndup(store->arena, rest, (size_t)(by - rest)) : rest, err);
	if (rc == 0 && by)
		rc = set(store, action, "due_on", by + 3, err);
	if (rc < 0)
		return sen_wrap(err, "action '%s'", sen_text_visible(store->arena, text, false));
	if (action->what)
		return 0;
	sen_fail(err, SEN_INVALID, "an action says what is to be done");
	sen_hint(err, "--action \"move the seat = Ms Hart by 4 Dec 2026\"");
	return err->code;
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
	struct sen_review *all;
	size_t count;
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
			minutes_say(
				store, minutes,
				sen_format(store->arena,
					   "One of this kind was held this term: R%lld on %s. Both are kept.",
					   (long long)all[i].head.id, sen_date_long(all[i].held_on, day)));
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

static int say_counted(struct sen_store *store, struct sen_minutes *minutes, struct sen_err *err)
{
	const char *counted;
	int rc = sen_review_counted(store, &minutes->review, &counted, err);

	if (rc == 0 && counted && strcmp(minutes->review.kind, "monitoring") != 0)
		minutes_say(store, minutes, sen_format(store->arena, "Counts for: %s.", counted));
	return rc;
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

int sen_minutes_keep(struct sen_store *store, struct sen_around *around, struct sen_minutes *minutes,
		     struct sen_err *err)
{
	struct sen_review *review = &minutes->review;
	struct attendance attendance;
	struct sen_decision decision;
	int rc;

	if (review->held_on == SEN_NO_DATE)
		return sen_fail(err, SEN_INVALID, "say the day it was held with --on DATE");
	review->came = joined(store->arena, &minutes->came, ", ", review->came);
	review->apologies = joined(store->arena, &minutes->apologies, ", ", review->apologies);
	review->views = joined(store->arena, &minutes->views, "\n", review->views);
	if ((rc = sen_minutes_plan(store, minutes, err)) < 0 ||
	    (rc = decide(store, review, &decision, err)) < 0 ||
	    (rc = minutes_attendance(store, around, minutes, &attendance, err)) < 0 ||
	    (rc = sen_review_hold(store, review, &minutes->move, err)) < 0 ||
	    (rc = minutes_answers(store, minutes, &attendance, err)) < 0 ||
	    (rc = keep_rest(store, minutes, err)) < 0 || (rc = plan_next(store, minutes, err)) < 0 ||
	    (rc = say_counted(store, minutes, err)) < 0 || (rc = say_twice(store, minutes, err)) < 0)
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
