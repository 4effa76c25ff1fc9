/* The form of a renewal: a block a child, and in each target what becomes of it. */
#include "plan_form.h"

#include <sen/text.h>

#include <string.h>

/* ---- Reading ---- */

struct next_target {
	const struct sen_target *old; /* NULL: a new one */
	struct sen_target target;
	bool *given;
	int line;
};
struct block {
	int line;
	bool answered;
	struct sen_plan old, plan;
	bool *given;
	struct sen_plan_book book;
	struct next_target *targets;
	size_t count, cap;
	struct sen_renew_answer *answers;
	size_t answer_count, answer_cap;
	size_t unanswered; /* not met, and no answer; the line of the first */
	int unanswered_line;
	int64_t unanswered_id;
};
struct renewing {
	struct app *app;
	struct block *blocks;
	size_t count, cap;
	struct plan_faults faults;
	struct block *conflict; /* the first that somebody else has changed */
};

static int load_block(struct renewing *r, const struct sen_plan_part *part, struct block *b,
		      struct sen_err *err)
{
	struct sen_err fault = {0};
	struct sen_target *targets;
	size_t count;
	int64_t id;
	if (!sen_id_parse(part->word, "PL", &id)) {
		plan_fault_at(&r->faults, part->line, "a plan's heading reads '== PL4 ...'");
		return 0;
	}
	for (size_t i = 0; i + 1 < r->count; i++)
		if (r->blocks[i].old.head.id == id)
			plan_fault_at(&r->faults, part->line,
				      sen_format(r->app->arena, "PL%lld is there twice (line %d)",
						 (long long)id, r->blocks[i].line));
	int rc = app_record(r->app, &sen_plan_record, part->word, &id, &fault);
	if (rc == 0)
		rc = sen_record_get(r->app->store, &sen_plan_record, id, &b->old, &fault);
	if (rc == 0)
		rc = sen_plan_book(r->app->store, b->old.pupil_id, &b->book, err);
	if (fault.code) {
		(void)sen_wrap(&fault, "line %d of the form", part->line);
		plan_fault(&r->faults, &fault);
		return 0;
	}
	if (rc < 0)
		return rc;
	count = plan_renew_targets(r->app, &b->book, id, &targets);
	if (part->seen && !r->conflict && strcmp(part->seen, plan_seen(r->app, &b->old, targets, count)) != 0)
		r->conflict = b;
	plan_renew_texts(&b->old, &b->plan);
	b->given = SEN_NEW(r->app->arena, bool, sen_plan_record.count);
	rc = sen_form_read(r->app->store, &sen_plan_record, part->body, NULL, &b->plan, b->given, &fault);
	if (rc < 0 && rc != SEN_FAIL)
		plan_fault(&r->faults, &fault);
	return 0;
}

static int word_of(const char *text, enum sen_renew_what *out)
{
	static const char *const words[] = {"keep", "change", "drop"};
	for (size_t i = 0; i < SEN_COUNT(words); i++)
		if (sen_text_same(text, words[i]) || (strlen(text) == 1 && (text[0] | 32) == words[i][0])) {
			*out = (enum sen_renew_what)i;
			return 1;
		}
	return 0;
}

static const struct sen_target *old_target(const struct block *b, const char *word)
{
	int64_t id;
	const struct sen_target *target = sen_id_parse(word, "T", &id) ? sen_book_target(&b->book, id) : NULL;
	return target && plan_renew_stands(target, b->old.head.id) ? target : NULL;
}

static void read_next(struct renewing *r, struct block *b, const struct sen_plan_part *part,
		      const struct next_target *next)
{
	struct sen_renew_answer answer = {.target_id = next->old->head.id};
	const struct sen_progress *mark = sen_book_latest(&b->book, next->old);
	const char *text =
		part->next ? sen_strndup(r->app->arena, part->next, strcspn(part->next, " \t#")) : "";
	if (!*text) {
		if (mark && mark->met == 1)
			return;
		if (b->unanswered++ == 0) {
			b->unanswered_line = part->line;
			b->unanswered_id = next->old->head.id;
		}
		return;
	}
	if (!word_of(text, &answer.what)) {
		plan_fault_at(&r->faults, part->next_line,
			      sen_format(r->app->arena, "next: '%s' is not keep, change or drop",
					 sen_text_visible(r->app->arena, text, false)));
		return;
	}
	answer.words = next->target.target;
	if (answer.what == SEN_RENEW_KEEP && answer.words && strcmp(answer.words, next->old->target) != 0)
		answer.what = SEN_RENEW_CHANGE;
	b->answered = true;
	*SEN_PUSH(r->app->arena, b->answers, b->answer_count, b->answer_cap) = answer;
}

static bool is_twice(struct renewing *r, const struct block *b, const struct sen_plan_part *part,
		     const struct sen_target *old)
{
	for (size_t i = 0; i < b->count; i++) {
		if (b->targets[i].old != old)
			continue;
		plan_fault_at(&r->faults, part->line,
			      sen_format(r->app->arena, "T%lld is there twice (line %d)",
					 (long long)old->head.id, b->targets[i].line));
		return true;
	}
	return false;
}

static void read_target(struct renewing *r, struct block *b, const struct sen_plan_part *part)
{
	struct next_target next = {.line = part->line};
	bool fresh = strcmp(part->word, "new") == 0;
	struct sen_err fault = {0};
	int rc;
	if (!b->given)
		return; /* the plan has a fault, or is another one by now */
	next.old = fresh ? NULL : old_target(b, part->word);
	if (!fresh && !next.old) {
		plan_fault_at(&r->faults, part->line,
			      sen_format(r->app->arena,
					 "'%s' is no standing target of PL%lld; a new one: "
					 "'-- new'",
					 sen_text_visible(r->app->arena, part->word, false),
					 (long long)b->old.head.id));
		return;
	}
	if (next.old && is_twice(r, b, part, next.old))
		return;
	if (next.old)
		next.target = *next.old;
	else
		sen_record_blank(&sen_target_record, &next.target);
	next.target.due_on = SEN_NO_DATE;
	next.given = SEN_NEW(r->app->arena, bool, sen_target_record.count);
	rc = sen_form_read(r->app->store, &sen_target_record, part->body, NULL, &next.target, next.given,
			   &fault);
	if (rc == SEN_FAIL && fresh)
		return;
	if (rc < 0 && rc != SEN_FAIL)
		plan_fault(&r->faults, &fault);
	else if (!next.target.target)
		plan_fault_at(&r->faults, part->line, "a target without its words ('target:')");
	if (next.old)
		read_next(r, b, part, &next);
	else
		b->answered = true;
	*SEN_PUSH(r->app->arena, b->targets, b->count, b->cap) = next;
}

/* A block with some answers has them all. */
static void check_block(struct renewing *r, const struct block *b)
{
	if (b->answered && b->unanswered)
		plan_fault_at(&r->faults, b->unanswered_line,
			      sen_format(r->app->arena,
					 "T%lld is not met: say keep, change or drop in 'next:'",
					 (long long)b->unanswered_id));
}

static int conflict(struct renewing *r, struct sen_err *err)
{
	const struct sen_plan *old = &r->conflict->old;
	sen_fail(err, SEN_CONFLICT, "PL%lld was changed by somebody else while the form was open",
		 (long long)old->head.id);
	sen_hint(err,
		 "See 'sendctl plan show PL%lld'. When your form is to stand, take the line 'seen:' out of "
		 "its "
		 "block (line %d).",
		 (long long)old->head.id, r->conflict->line);
	return err->code;
}

static int take(void *arg, const char *text, struct sen_err *err)
{
	struct renewing *r = arg;
	struct sen_plan_part *parts;
	size_t count;
	int rc = sen_plan_form_split(r->app->arena, text, &parts, &count, err);
	r->blocks = SEN_NEW(r->app->arena, struct block, count + 1);
	r->count = 0;
	r->conflict = NULL;
	r->faults = (struct plan_faults){.app = r->app, .err = err, .more = {.arena = r->app->arena}};
	for (size_t i = 0; rc == 0 && i < count; i++) {
		if (parts[i].is_plan) {
			r->blocks[r->count++].line = parts[i].line;
			rc = load_block(r, &parts[i], &r->blocks[r->count - 1], err);
		} else {
			read_target(r, &r->blocks[r->count - 1], &parts[i]);
		}
	}
	for (size_t i = 0; rc == 0 && i < r->count; i++)
		check_block(r, &r->blocks[i]);
	if (rc == 0 && r->conflict)
		return conflict(r, err);
	return rc < 0 ? rc : plan_faults_end(&r->faults);
}

/* ---- Renewed ---- */

/* What the form says over what was carried on. */
static int apply_targets(struct app *app, const struct block *b, int64_t plan_id, size_t *added,
			 struct sen_err *err)
{
	struct sen_target *made;
	size_t count;
	int rc = sen_plan_targets(app->store, plan_id, &made, &count, err);
	for (size_t i = 0; rc == 0 && i < b->count; i++) {
		struct next_target *next = &b->targets[i];
		struct sen_buf names = {.arena = app->arena};
		if (!next->old) {
			next->target.plan_id = plan_id;
			++*added;
			rc = sen_record_insert(app->store, &sen_target_record, &next->target, err);
		}
		for (size_t k = 0; rc == 0 && next->old && k < count; k++) {
			if (made[k].before_id != next->old->head.id)
				continue;
			fields_take(&sen_target_record, &made[k], &next->target, next->given, &names);
			rc = sen_record_update(app->store, &sen_target_record, &made[k], err);
		}
		if (rc < 0)
			return sen_wrap(err, "line %d of the form", next->line);
	}
	return rc;
}

static int apply(struct app *app, const struct block *b, bool close_now, struct sen_err *err)
{
	struct sen_renewal r = {.plan_id = b->old.head.id,
				.on = app->context.today,
				.due = b->plan.review_on,
				.answers = b->answers,
				.answer_count = b->answer_count,
				.close_now = close_now};
	struct sen_buf names = {.arena = app->arena};
	size_t added = 0;
	int rc = sen_plan_renew(app->store, &r, err);
	if (rc < 0)
		return sen_wrap(err, "line %d of the form", b->line);
	fields_take(&sen_plan_record, &r.plan, &b->plan, b->given, &names);
	sen_plan_date_voices(&r.plan, app->context.today);
	if ((rc = sen_record_update(app->store, &sen_plan_record, &r.plan, err)) < 0)
		return sen_wrap(err, "line %d of the form", b->line);
	if ((rc = apply_targets(app, b, r.plan.head.id, &added, err)) < 0)
		return rc;
	plan_say_renewed(app, &r, added);
	return plan_say_checks(app, r.plan.head.id, SEN_NO_INT, err);
}

int plan_renew_form(struct app *app, const int64_t *ids, size_t count, bool close_now, struct sen_err *err)
{
	struct sen_buf text = {.arena = app->arena};
	struct renewing r = {.app = app};
	size_t left = 0;
	int rc = 0;
	sen_plan_form_head(&text, SEN_PLAN_FORM_RENEW, "sendctl plan renew", NULL);
	for (size_t i = 0; rc == 0 && i < count; i++)
		rc = plan_renew_block(app, &text, ids[i], err);
	if (rc < 0 || (rc = app_form_until(app, text.text, take, &r, err)) < 0)
		return rc;
	for (size_t i = 0; rc == 0 && i < r.count; i++) {
		left += !r.blocks[i].answered;
		if (r.blocks[i].answered)
			rc = apply(app, &r.blocks[i], close_now, err);
	}
	if (rc == 0 && left == r.count)
		return sen_fail(err, SEN_FAIL, "no target in the form has an answer ('next:')");
	if (rc == 0 && left)
		app_say(app, "%zu without an answer, and left as %s.", left,
			left == 1 ? "it is" : "they are");
	return rc;
}
