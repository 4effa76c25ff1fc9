/* Of the minutes of a review: how targets went, and what was agreed (R51). */
#include "rules/minutes.h"

#include <sen/plan.h>
#include <sen/text.h>

#include <string.h>

/* ---- Targets ---- */

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
