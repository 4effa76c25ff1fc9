/* plan print: what a SENCo hands to parents, a child, and those who work with the
 * child (R30 to R35, R83). What is printed is audited. */
#include "nouns.h"
#include "plan_page.h"

#include <sen/ehc_plan.h>
#include <sen/json.h>
#include <sen/text.h>

#include <string.h>

struct print_args {
	struct texts about;
	const char *reader;
};
#define S struct print_args
static const struct opt print_opts[] = {
	OPT_ROW_WORDS(S, about, "PLAN|PUPILS", OPT_REQUIRED | OPT_POSITIONAL | OPT_REST, NULL,
		      "plans (PL3), or children: @3B, year:6, register, one child"),
	OPT_ROW_CHOICE(S, reader, "reader", 0, "parent|pupil|staff",
		       "for whom: parents (if left out), the child, those who work with the child"),
};
#undef S

static const struct reader {
	const char *word;
	enum sen_page_look look;
	const char *title; /* of one child's file */
	const char *note;  /* in the audit */
	void (*draw)(const struct plan_page *plan, struct sen_page *page);
} readers[] = {{"parent", SEN_PAGE_PARENT, "{child}'s {plan}", "plan for parents", plan_for_parent},
	       {"pupil", SEN_PAGE_PUPIL, "{child}'s {plan}", "plan for the child", plan_for_pupil},
	       {"staff", SEN_PAGE_STAFF, "{plan}: {full}", "plan for staff", plan_for_staff}};

struct run {
	struct app *app;
	const struct reader *reader;
	struct press press;
	int64_t *printed; /* plans: a child may be in two lists */
	size_t printed_count, printed_cap;
};

/* ---- What the pages share ---- */

bool plan_target_stands(const struct sen_target *target)
{
	return !target->ended_as;
}

const char *plan_help(const struct plan_page *plan, const struct sen_target *target)
{
	struct sen_buf buf = {.arena = plan->paper.arena};

	if (target && target->strategies)
		sen_buf_add(&buf, target->strategies);
	for (size_t i = 0; i < plan->given_count; i++) {
		bool serves = target && paper_given_serves(&plan->given[i], target->head.id);

		for (size_t k = 0; !target && k < plan->target_count; k++)
			serves |= paper_given_serves(&plan->given[i], plan->targets[k].target->head.id);
		if (target ? serves : !serves)
			sen_buf_addf(&buf, "%s%s", buf.len ? "\n" : "",
				     paper_given_words(&plan->paper, &plan->given[i]));
	}
	return buf.text;
}

void plan_draw_draft(const struct plan_page *plan, struct sen_page *page, const char *words)
{
	if (plan->plan.agreed_on == SEN_NO_DATE)
		paper_say(&plan->paper, page, "p", "draft", words);
	else if (plan->plan.closed_on != SEN_NO_DATE)
		sen_page_add(page, "p", "draft",
			     sen_format(plan->paper.arena, "This plan ended on %s.",
					paper_day(plan->paper.arena, plan->plan.closed_on)));
}

void plan_draw_foot(const struct plan_page *plan, struct sen_page *page)
{
	char day[16];

	sen_page_add(page, "footer", NULL,
		     sen_format(plan->paper.arena, "PL%lld, version %lld. Printed on %s. Confidential.",
				(long long)plan->plan.head.id, (long long)plan->plan.version,
				sen_date_long(plan->paper.app->context.today, day)));
}

/* ---- Gathering ---- */

/* "Mrs Reid, pupil", as it was typed, with the child by name. */
static const char *agreed_by(const struct paper *paper, const char *typed)
{
	static const char *const child[] = {"pupil", "the pupil", "child", "the child"};
	struct sen_buf out = {.arena = paper->arena};
	const char *name = paper_fill(paper, "{child}");

	for (size_t len; typed && *typed; typed += len + strspn(typed + len, ", ")) {
		const char *who;

		len = strcspn(typed, ",");
		who = sen_strndup(paper->arena, typed, len);
		for (size_t i = 0; name && i < SEN_COUNT(child); i++)
			if (sen_text_same(who, child[i])) {
				who = name;
				break;
			}
		sen_buf_addf(&out, "%s%s", out.len ? ", " : "", who);
	}
	return out.text;
}

static void set_words(struct plan_page *page)
{
	struct sen_arena *arena = page->paper.arena;
	const struct sen_plan *plan = &page->plan;
	struct paper *paper = &page->paper;

	paper_set(paper, "plan", plan->kind_name);
	paper_set(paper, "made", paper_day(arena, plan->made_on));
	/* A day that is over is not when we meet again. */
	if (plan->closed_on == SEN_NO_DATE && plan->review_on >= paper->app->context.today)
		paper_set(paper, "review", paper_day(arena, plan->review_on));
	paper_set(paper, "agreed", paper_day(arena, plan->agreed_on));
	paper_set(paper, "agreed_by", agreed_by(paper, paper_unbarred(paper, plan->agreed_by)));
	paper_set(paper, "signed", paper_day(arena, plan->signed_on));
	paper_set(paper, "signed_by", paper_unbarred(paper, plan->signed_by));
}

/* From the day it was made to its end, or the day it is reviewed. */
static int load_given(struct plan_page *page, struct sen_err *err)
{
	const struct sen_plan *plan = &page->plan;
	sen_date today = page->paper.app->context.today, until = plan->closed_on;

	if (until == SEN_NO_DATE)
		until = plan->review_on != SEN_NO_DATE && plan->review_on > today ? plan->review_on + 1
										  : today + 1;
	return paper_given(&page->paper, plan->made_on, until, &page->given, &page->given_count, err);
}

/* "O3" of a target as the outcome's label and words, as the EHC plan has them now. */
static int name_outcomes(struct plan_page *page, struct sen_err *err)
{
	struct app *app = page->paper.app;
	struct sen_ehc_plan plan;
	struct sen_ehc ehc;
	int rc = 0;

	for (size_t i = 0; i < page->book.target_count; i++) {
		struct sen_target *target = &page->book.targets[i];
		const struct sen_ehc_item *outcome;

		if (!target->ehc_outcome)
			continue;
		if (sen_ehc_of(app->store, page->book.pupil_id, &ehc, err) < 0) {
			sen_err_clear(err); /* no case: words are all there is */
			return 0;
		}
		if ((rc = sen_ehc_plan(app->store, &ehc, &plan, err)) < 0)
			return rc;
		outcome = sen_ehc_outcome(app->arena, &plan, target->ehc_outcome);
		if (outcome)
			target->ehc_outcome = sen_format(app->arena, "%s: %s",
							 sen_ehc_label(app->arena, outcome), outcome->words);
	}
	return rc;
}

static int load(struct app *app, int64_t pupil_id, int64_t plan_id, struct plan_page *page,
		struct sen_err *err)
{
	const struct sen_policy_rule *kind;

	*page = (struct plan_page){0};
	int rc = sen_plan_book(app->store, pupil_id, &page->book, err);

	if (rc < 0 || (rc = paper_load(app, pupil_id, &page->paper, err)) < 0)
		return rc;
	if ((rc = name_outcomes(page, err)) < 0)
		return rc;
	page->plan = *sen_book_plan(&page->book, plan_id);
	kind = sen_policy_rule(page->paper.policy, "plan-kind", page->plan.kind);
	page->sign = kind && sen_json_true(sen_json_get(kind->json, "signed")) &&
		     page->plan.signed_on == SEN_NO_DATE;
	set_words(page);
	paper_plan_went(&page->paper, &page->book, plan_id, &page->targets, &page->target_count);
	if (page->plan.before_id != SEN_NO_INT)
		paper_plan_went(&page->paper, &page->book, page->plan.before_id, &page->before,
				&page->before_count);
	return load_given(page, err);
}

/* ---- The command ---- */

static bool fresh(struct run *run, int64_t plan_id)
{
	for (size_t i = 0; i < run->printed_count; i++)
		if (run->printed[i] == plan_id)
			return false;
	*SEN_PUSH(run->app->arena, run->printed, run->printed_count, run->printed_cap) = plan_id;
	return true;
}

/* A draft that is to follow the plan printed: one prints it after its name was given. */
static void say_waiting(struct run *run, const struct plan_page *page)
{
	for (size_t i = 0; i < page->book.plan_count; i++) {
		const struct sen_plan *plan = &page->book.plans[i];

		if (plan->agreed_on != SEN_NO_DATE || plan->closed_on != SEN_NO_DATE ||
		    page->plan.agreed_on == SEN_NO_DATE || page->plan.closed_on != SEN_NO_DATE ||
		    strcmp(plan->kind, page->plan.kind) != 0)
			continue;
		press_say(&run->press,
			  "  A draft is to follow it and is not printed: sendctl plan print PL%lld",
			  (long long)plan->head.id);
	}
}

static int print(struct run *run, int64_t pupil_id, int64_t plan_id, struct sen_err *err)
{
	struct app *app = run->app;
	struct plan_page page;
	int rc = 0;

	if (!fresh(run, plan_id))
		return 0;
	rc = load(app, pupil_id, plan_id, &page, err);
	if (rc == 0)
		rc = press_sheet(&run->press,
				 sen_format(app->arena, "%s-PL%lld",
					    press_name(app, pupil_id, page.paper.full), (long long)plan_id),
				 paper_fill(&page.paper, run->reader->title), err);
	if (rc < 0)
		return rc;
	paper_watch(&page.paper, run->press.page);
	run->reader->draw(&page, run->press.page);
	press_say(&run->press, "%s: %s PL%lld%s.", app_child(app, pupil_id), page.plan.kind_name,
		  (long long)plan_id, page.plan.agreed_on == SEN_NO_DATE ? ", a draft" : "");
	say_waiting(run, &page);
	if (run->reader->look == SEN_PAGE_PARENT)
		paper_tell_needs(&page.paper);
	if (run->reader->look != SEN_PAGE_STAFF)
		paper_tell_watched(&page.paper, run->press.page);
	return press_note(&run->press, pupil_id,
			  sen_format(app->arena, "PL%lld, %s", (long long)plan_id, run->reader->note), err);
}

static int of_plan(struct run *run, const char *word, struct sen_err *err)
{
	struct sen_plan plan;
	int64_t id;
	int rc = app_record(run->app, &sen_plan_record, word, &id, err);

	if (rc < 0 || (rc = sen_record_get(run->app->store, &sen_plan_record, id, &plan, err)) < 0)
		return rc;
	if (plan.head.voided_at)
		return sen_fail(err, SEN_INVALID, "PL%lld was removed", (long long)id);
	return print(run, plan.pupil_id, id, err);
}

static int of_pupils(struct run *run, const char *word, struct sen_err *err)
{
	struct sen_plan plan;
	int64_t *ids;
	size_t count, without = 0;
	int rc = app_pupils(run->app, word, &ids, &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		rc = sen_plan_on(run->app->store, ids[i], run->app->context.today, &plan, err);
		if (rc == 0 && plan.head.id)
			rc = print(run, ids[i], plan.head.id, err);
		else
			without++;
	}
	if (rc == 0 && without)
		app_say(run->app, "%zu of '%s' %s no plan.", without, word, without == 1 ? "has" : "have");
	return rc;
}

static int nothing(const struct texts *about, struct sen_err *err)
{
	sen_fail(err, SEN_NOTFOUND, "there is nothing to print: no child of '%s'%s has a plan",
		 about->items[0], about->count > 1 ? " and the others" : "");
	sen_hint(err, "'sendctl plan add PUPIL' begins one.");
	return err->code;
}

static int print_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct print_args *args = data;
	struct run run = {.app = app, .reader = &readers[0]};
	int rc;

	for (size_t i = 0; args->reader && i < SEN_COUNT(readers); i++)
		if (strcmp(readers[i].word, args->reader) == 0)
			run.reader = &readers[i];
	rc = press_begin(&run.press, app, "Plans", run.reader->look, err);
	for (size_t i = 0; rc == 0 && i < args->about.count; i++) {
		const char *word = args->about.items[i];
		int64_t id;

		rc = sen_text_starts(word, "PL") && sen_id_parse(word, "PL", &id)
			     ? of_plan(&run, word, err)
			     : of_pupils(&run, word, err);
	}
	if (rc == 0 && run.printed_count == 0)
		rc = nothing(&args->about, err);
	return press_end(&run.press, rc, err);
}

static const char *const print_examples[] = {"sendctl plan print PL3 -o plan.html",
					     "sendctl plan print @3B -o plans",
					     "sendctl plan print zoe@3B --reader pupil -o zoe.html", NULL};
const struct cmd plan_print_cmd = {
	.noun = "plan",
	.verb = "print",
	.summary = "a plan to hand over: to parents, to the child, to those who work with the child",
	.about =
		"A page of A4 in plain words and the policy's own. For parents: strengths, needs, what the "
		"child is to learn next, what we do and who, how to help at home, what was said, how it went "
		"last time, when we meet again. With --reader pupil in large type, for the child to mark; "
		"with --reader staff the working plan with every id. Of children the plan in force, else the "
		"draft, is printed, marked as one. -o FILE.html has all of them, each beginning a new sheet; "
		"-o FOLDER a file each. It is noted in the audit.",
	.flags = CMD_WRITES | CMD_MANY | CMD_NO_UNDO,
	.opts = print_opts,
	.opt_count = SEN_COUNT(print_opts),
	.args_size = sizeof(struct print_args),
	.examples = print_examples,
	.run = print_run};
