/* sendctl plan renew: the next cycle, for one child or many. */
#include "plan.h"

#include <sen/review.h>
#include <sen/text.h>

#include <string.h>
#include <unistd.h>

struct args {
	struct texts plans, keep, drop, change;
	const char *kind, *by;
	sen_date on, due;
	bool keep_all, close_now;
};

void plan_say_renewed(struct app *app, const struct sen_renewal *r, size_t added)
{
	const struct {
		size_t count;
		const char *word;
	} parts[] = {{r->met, "met"},
		     {r->kept, "kept"},
		     {r->changed, "changed"},
		     {r->dropped, "dropped"},
		     {added, "new"}};
	struct sen_buf text = {.arena = app->arena};
	for (size_t i = 0; i < SEN_COUNT(parts); i++)
		if (parts[i].count)
			sen_buf_addf(&text, "%s%zu %s", text.len ? ", " : "", parts[i].count, parts[i].word);
	app_wrote(app, &sen_plan_record, r->plan.head.id);
	app_say(app, "%s: %s, a draft; targets: %s.", app_child(app, r->plan.pupil_id),
		plan_words(app, &r->plan), text.text ? text.text : "none");
	plan_say_due(app, &r->plan, r->due_by_policy);
	if (!app->dry_run)
		app_say(app, "  When it is agreed: sendctl plan agree PL%lld --by NAME",
			(long long)r->plan.head.id);
}

/* ---- Answers ---- */

static int add_answers(struct app *app, const struct texts *words, enum sen_renew_what what,
		       struct sen_renew_answer **out, size_t *count, size_t *cap, struct sen_err *err)
{
	for (size_t i = 0; i < words->count; i++) {
		const char *text = words->items[i], *sign = strchr(text, '=');
		struct sen_renew_answer answer = {.what = what};
		const char *id = what == SEN_RENEW_CHANGE && sign
					 ? sen_strndup(app->arena, text, (size_t)(sign - text))
					 : text;
		if (what == SEN_RENEW_CHANGE && (!sign || !sign[1])) {
			sen_fail(err, SEN_USAGE, "--change: '%s' does not say the new words", text);
			sen_hint(err, "Write it as --change \"T4=Reads 40 words at sight\".");
			return err->code;
		}
		if (!sen_id_parse(id, "T", &answer.target_id))
			return sen_fail(err, SEN_USAGE, "'%s' is no target: give its id, as in T4",
					sen_text_visible(app->arena, id, false));
		if (what == SEN_RENEW_CHANGE && sen_text_clean(app->arena, sign + 1, SEN_TEXT_NOTE,
							       SEN_LIMIT_NOTE, &answer.words, err) < 0)
			return err->code;
		*SEN_PUSH(app->arena, *out, *count, *cap) = answer;
	}
	return 0;
}

static int read_answers(struct app *app, const struct args *a, struct sen_renew_answer **out, size_t *count,
			struct sen_err *err)
{
	size_t cap = 0;
	int rc;
	*out = NULL;
	*count = 0;
	if ((rc = add_answers(app, &a->keep, SEN_RENEW_KEEP, out, count, &cap, err)) < 0 ||
	    (rc = add_answers(app, &a->drop, SEN_RENEW_DROP, out, count, &cap, err)) < 0 ||
	    (rc = add_answers(app, &a->change, SEN_RENEW_CHANGE, out, count, &cap, err)) < 0)
		return rc;
	for (size_t i = 0; i < *count; i++)
		for (size_t k = 0; k < i; k++)
			if ((*out)[i].target_id == (*out)[k].target_id)
				return sen_fail(err, SEN_USAGE, "T%lld has two answers",
						(long long)(*out)[i].target_id);
	return 0;
}

/* Those of the answers that are about targets of this plan. */
static int of_plan(struct app *app, int64_t plan_id, const struct sen_renew_answer *all, size_t count,
		   struct sen_renewal *r, struct sen_err *err)
{
	struct sen_renew_answer *own = SEN_NEW(app->arena, struct sen_renew_answer, count + 1);
	struct sen_target *targets;
	size_t n;
	int rc = sen_plan_targets(app->store, plan_id, &targets, &n, err);
	for (size_t i = 0; rc == 0 && i < count; i++)
		for (size_t k = 0; k < n; k++)
			if (targets[k].head.id == all[i].target_id)
				own[r->answer_count++] = all[i];
	r->answers = own;
	return rc;
}

/* ---- One and many ---- */

/* The last review of the old plan may have decided that there is no next one. */
static int say_ended(struct app *app, const struct sen_plan *old, struct sen_err *err)
{
	struct sen_review *all;
	const struct sen_review *last = NULL;
	struct sen_decision decision;
	size_t count;
	char day[16];
	int rc = sen_record_of_pupil(app->store, &sen_review_record, old->pupil_id, (void **)&all, &count,
				     err);
	for (size_t i = 0; rc == 0 && i < count; i++)
		if (all[i].plan_id == old->head.id && all[i].held_on != SEN_NO_DATE &&
		    (!last || all[i].held_on >= last->held_on))
			last = &all[i];
	if (rc < 0 || !last || !last->decision ||
	    (rc = sen_review_decide(app->store, last->pupil_id, last->held_on, last->decision, &decision,
				    err)) < 0 ||
	    !decision.plain || strcmp(decision.plain, "end") != 0)
		return rc;
	app_say(app, "  Its review on %s (R%lld) decided that the support ends: %s.",
		sen_date_long(last->held_on, day), (long long)last->head.id, decision.name);
	app_say(app, "  To end it instead: sendctl undo, then sendctl plan close PL%lld --reason TEXT",
		(long long)old->head.id);
	return 0;
}

static int renew_one(struct app *app, const struct args *a, int64_t id, const struct sen_renew_answer *all,
		     size_t count, size_t *used, struct sen_err *err)
{
	struct sen_renewal r = {.plan_id = id,
				.kind = a->kind,
				.by = a->by,
				.on = a->on,
				.due = a->due,
				.keep_all = a->keep_all,
				.close_now = a->close_now};
	struct sen_plan old;
	int rc = sen_record_get(app->store, &sen_plan_record, id, &old, err);
	if (rc < 0 || (rc = sen_record_if_rev(app->store, &sen_plan_record, &old.head, err)) < 0 ||
	    (rc = of_plan(app, id, all, count, &r, err)) < 0)
		return rc;
	*used += r.answer_count;
	if ((rc = sen_plan_renew(app->store, &r, err)) < 0)
		return rc;
	plan_say_renewed(app, &r, 0);
	if ((rc = say_ended(app, &r.old, err)) < 0)
		return rc;
	return plan_say_checks(app, r.plan.head.id, SEN_NO_INT, err);
}

static int renew_options(struct app *app, const struct args *a, const int64_t *ids, size_t count,
			 struct sen_err *err)
{
	struct sen_renew_answer *answers;
	size_t answer_count, used = 0;
	int rc = read_answers(app, a, &answers, &answer_count, err);
	for (size_t i = 0; rc == 0 && i < count; i++)
		rc = renew_one(app, a, ids[i], answers, answer_count, &used, err);
	if (rc == 0 && used < answer_count)
		return sen_fail(err, SEN_INVALID, "an answer is about a target of none of these plans");
	return rc;
}

/* Of a class, those whose next cycle is there already are left as they are. */
static int leave_renewed(struct app *app, int64_t *ids, size_t *count, struct sen_err *err)
{
	size_t kept = 0, left = 0;
	int rc = 0;
	for (size_t i = 0; rc == 0 && i < *count; i++) {
		struct sen_plan plan;
		struct sen_plan_book book;
		bool next = false;
		rc = sen_record_get(app->store, &sen_plan_record, ids[i], &plan, err);
		if (rc == 0)
			rc = sen_plan_book(app->store, plan.pupil_id, &book, err);
		for (size_t k = 0; rc == 0 && k < book.plan_count; k++)
			next = next ||
			       ((book.plans[k].before_id == ids[i] || book.plans[k].replaces_id == ids[i]) &&
				book.plans[k].closed_on == SEN_NO_DATE);
		/* A draft has nothing to be renewed yet. */
		if (next || plan.agreed_on == SEN_NO_DATE)
			left++;
		else
			ids[kept++] = ids[i];
	}
	*count = kept;
	if (left)
		app_say(app, "%zu left as %s: a draft waits to be agreed.", left,
			left == 1 ? "it is" : "they are");
	return rc;
}

static bool wants_form(const struct app *app, const struct args *a)
{
	bool answered = a->keep.count || a->drop.count || a->change.count || a->keep_all;
	return app->form || (!answered && !app->yes && app->tty_in && app->tty_err && isatty(STDOUT_FILENO));
}

static int renew(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	size_t count = 0, without = 0;
	int64_t *ids = NULL;
	int rc = plan_many(app, &a->plans, &ids, &count, &without, err);
	if (rc == 0 && (count > 1 || without))
		rc = leave_renewed(app, ids, &count, err);
	if (rc < 0)
		return rc;
	if (without)
		app_say(app, "%zu without a plan that is open.", without);
	if (count == 0 && !app->form_file) {
		sen_fail(err, SEN_NOTFOUND, "there is no plan to renew");
		sen_hint(err, "Name plans or children: 'sendctl plan renew PL4', zoe@3B, @3B. 'sendctl plan "
			      "list' shows the plans.");
		return err->code;
	}
	if (wants_form(app, a))
		return plan_renew_form(app, ids, count, a->close_now, err);
	return renew_options(app, a, ids, count, err);
}

#define S struct args
static const struct opt opts[] = {
	OPT_ROW_WORDS(S, keep, "keep", 0, "TARGET", "carry it on as it is"),
	OPT_ROW_WORDS(S, drop, "drop", 0, "TARGET", "leave it"),
	OPT_ROW_TEXTS(S, change, "change", 0, "\"TARGET=NEW WORDS\"", "carry it on in new words"),
	OPT_ROW_FLAG(S, keep_all, "keep-all", 0, "carry on all that are not met and have no other answer"),
	OPT_ROW_WORD(S, kind, "kind", 0, "KIND", "another kind of plan of the policy"),
	OPT_ROW_DATE(S, due, "due", OPT_FUTURE,
		     "the date for review (as the review agreed, else by the policy)"),
	OPT_ROW_DATE(S, on, "on", 0, "the day it is made (today)"),
	OPT_ROW_WORD(S, by, "by", 0, "NAME", "who made it"),
	OPT_ROW_FLAG(S, close_now, "close", 0, "the old one ends today, not when the new one is agreed"),
	OPT_ROW_WORDS(S, plans, "PLANS", OPT_POSITIONAL | OPT_REST, NULL,
		      "plans (PL4), children, classes or lists: zoe@3B, @3B, register"),
};
#undef S
static const char *const examples[] = {
	"sendctl plan renew zoe@3B --keep T4 --drop T5 --change \"T6=Reads 40 words at sight\"",
	"sendctl plan renew @3B --form", NULL};
const struct cmd plan_renew_cmd = {
	.noun = "plan",
	.verb = "renew",
	.summary = "the next cycle of a plan: keep, change or drop each target that is not met",
	.about = "Targets that are met, by their last result, are left behind; each of the others is kept "
		 "(and "
		 "counted as carried over), changed or dropped, by option or in the form, a block a child. "
		 "The "
		 "plan's texts and what a review heard of parents and child are taken over into a draft. The "
		 "old plan stands until the new one is agreed, so that there is never none; --close ends it "
		 "at "
		 "once. Of a class, a child whose block has no answer, whose plan is a draft or whose next "
		 "cycle is there already stays as it is.",
	.flags = CMD_WRITES | CMD_ROUND | CMD_MANY,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.record = &sen_plan_record,
	.examples = examples,
	.run = renew,
};
