/* sendctl review record: a review was held, with all that was written at it. */
#include "review.h"
#include <sen/calendar.h>
#include <sen/text.h>
#include <string.h>

struct args {
	const char *review, *kind, *by, *parent_voice, *pupil_voice, *parent_part, *pupil_part, *note,
		*decision, *differences;
	struct texts came, apologies, views, targets, actions, outcomes;
	sen_date on, due;
};

/* ---- Which one ---- */

/* A child who is monitored is checked, when nothing else is said. */
static int kind_for(struct app *app, int64_t pupil, sen_date on, const char **kind, struct sen_err *err)
{
	struct sen_register_entry entry;
	int rc = sen_register_on(app->store, pupil, on, &entry, err);
	if (rc < 0)
		return rc;
	if (entry.head.id && strcmp(entry.kind, "monitored") == 0) {
		*kind = "monitoring";
		return 0;
	}
	sen_fail(err, SEN_USAGE, "no review is planned for %s: say which kind was held",
		 app_child(app, pupil));
	sen_hint(err, "add --kind " REVIEW_KINDS);
	return err->code;
}

/* "an annual review" */
static const char *a_kind(struct app *app, const char *kind)
{
	const char *word = review_kind_word(app, kind);
	return sen_format(app->arena, "%s %s", strchr("aeiou", word[0]) ? "an" : "a", word);
}

static int by_review(struct app *app, const struct args *a, struct sen_review *review, struct sen_err *err)
{
	int64_t id;
	char day[16];
	int rc = app_record(app, &sen_review_record, a->review, &id, err);
	if (rc < 0 || (rc = sen_record_get(app->store, &sen_review_record, id, review, err)) < 0)
		return rc;
	if (a->kind && strcmp(a->kind, review->kind) != 0)
		return sen_fail(err, SEN_INVALID, "R%lld is %s, not %s", (long long)id,
				a_kind(app, review->kind), a_kind(app, a->kind));
	if (review->held_on == SEN_NO_DATE)
		return 0;
	sen_fail(err, SEN_CONFLICT, "R%lld was held on %s", (long long)id,
		 sen_date_long(review->held_on, day));
	sen_hint(err, "'sendctl review edit R%lld' puts right what was written", (long long)id);
	return err->code;
}

/* The plan's review: it is looked at even when a newer one is there. */
static int by_plan(struct app *app, const struct args *a, sen_date on, struct sen_review *review,
		   struct sen_err *err)
{
	const char *kind = a->kind ? a->kind : "termly";
	struct sen_plan plan;
	int64_t id;
	int rc = app_record(app, &sen_plan_record, a->review, &id, err);
	if (rc < 0 || (rc = sen_record_get(app->store, &sen_plan_record, id, &plan, err)) < 0 ||
	    (rc = sen_review_near(app->store, plan.pupil_id, kind, on, review, err)) < 0)
		return rc;
	review->pupil_id = plan.pupil_id;
	review->kind = kind;
	review->plan_id = id;
	return 0;
}

static int by_pupil(struct app *app, const struct args *a, int64_t pupil, sen_date on,
		    struct sen_review *review, struct sen_err *err)
{
	const char *kind = a->kind;
	int rc = sen_review_near(app->store, pupil, kind, on, review, err);
	if (rc < 0 || review->head.id)
		return rc;
	if (!kind && (rc = kind_for(app, pupil, on, &kind, err)) < 0)
		return rc;
	review->pupil_id = pupil;
	review->kind = kind;
	return 0;
}

static bool named(const char *text, const char *prefix)
{
	int64_t id;
	return sen_text_starts(text, prefix) && sen_id_parse(text, prefix, &id);
}

/* R5, PL3, a child, or a list of children. */
static int find(struct app *app, const struct args *a, sen_date on, struct sen_review **out, size_t *count,
		struct sen_err *err)
{
	int64_t *ids;
	int rc;
	bool one = named(a->review, "R") || named(a->review, "PL");
	*count = 1;
	rc = one ? 0 : app_pupils(app, a->review, &ids, count, err);
	*out = SEN_NEW(app->arena, struct sen_review, rc < 0 ? 1 : *count + 1);
	if (rc < 0)
		return rc;
	sen_record_blank(&sen_review_record, *out);
	if (named(a->review, "R"))
		return by_review(app, a, *out, err);
	if (one)
		return by_plan(app, a, on, *out, err);
	for (size_t i = 0; i < *count && rc == 0; i++)
		rc = by_pupil(app, a, ids[i], on, &(*out)[i], err);
	if (rc == 0 && *count == 0)
		rc = sen_fail(err, SEN_NOTFOUND, "no child is in '%s'",
			      sen_text_visible(app->arena, a->review, false));
	return rc;
}

/* ---- What was typed ---- */

static void names_of(struct app *app, const struct texts *texts, struct sen_name_list *names)
{
	for (size_t i = 0; i < texts->count; i++)
		sen_names_add(app->arena, names, texts->items[i]);
}

/* "T4=met:reads 40 words" */
static int target(struct app *app, const char *text, struct sen_minutes *minutes, struct sen_err *err)
{
	const char *equals = strchr(text, '=');
	if (equals && equals > text && equals[1])
		return sen_minutes_target(app->store, minutes,
					  sen_strndup(app->arena, text, (size_t)(equals - text)), equals + 1,
					  err);
	sen_fail(err, SEN_USAGE, "--target: '%s' names no result", sen_text_visible(app->arena, text, false));
	sen_hint(err, "Write the target, '=' and how it went: --target T4=met:\"reads 40 words\"");
	return err->code;
}

static void fill_review(const struct args *a, sen_date on, struct sen_review *review)
{
	review->held_on = on;
	if (a->by)
		review->led_by = a->by;
	if (a->parent_voice)
		review->parent_voice = a->parent_voice;
	if (a->pupil_voice)
		review->pupil_voice = a->pupil_voice;
	if (a->parent_part)
		review->parent_part = a->parent_part;
	if (a->pupil_part)
		review->pupil_part = a->pupil_part;
	if (a->note)
		review->note = a->note;
	if (a->decision)
		review->decision = a->decision;
	if (a->differences)
		review->differences = a->differences;
	if (a->due != SEN_NO_DATE)
		review->next_on = a->due;
}

static int fill(struct app *app, const struct args *a, sen_date on, struct sen_minutes *minutes,
		struct sen_err *err)
{
	int rc;
	fill_review(a, on, &minutes->review);
	names_of(app, &a->came, &minutes->came);
	names_of(app, &a->apologies, &minutes->apologies);
	for (size_t i = 0; i < a->views.count; i++)
		if (a->views.items[i][strspn(a->views.items[i], " \t\n")])
			*SEN_PUSH(app->arena, minutes->views.items, minutes->views.count,
				  minutes->views.cap) = a->views.items[i];
	rc = sen_minutes_plan(app->store, minutes, err);
	for (size_t i = 0; i < a->targets.count && rc == 0; i++)
		rc = target(app, a->targets.items[i], minutes, err);
	for (size_t i = 0; i < a->actions.count && rc == 0; i++)
		rc = sen_minutes_action(app->store, minutes, a->actions.items[i], err);
	return rc;
}

static int for_one(const struct args *a, size_t count, struct sen_err *err)
{
	if (count < 2 || (!a->targets.count && !a->outcomes.count && !a->parent_voice && !a->pupil_voice))
		return 0;
	sen_fail(err, SEN_USAGE, "targets and voices belong to one child, and these are %zu", count);
	sen_hint(err, "One form for all of them: 'sendctl review round KIND PUPILS'.");
	return err->code;
}

/* What was typed beside a form would be lost without a word. */
static int form_alone(const struct args *a, struct sen_err *err)
{
	if (!a->came.count && !a->apologies.count && !a->views.count && !a->targets.count &&
	    !a->actions.count && !a->parent_voice && !a->pupil_voice && !a->parent_part && !a->pupil_part &&
	    !a->note && !a->decision && !a->differences && !a->outcomes.count && a->due == SEN_NO_DATE)
		return 0;
	sen_fail(err, SEN_USAGE, "with --form, what was said and decided goes into the form");
	sen_hint(err, "Leave out all options but --kind, --on and --by, or leave out --form.");
	return err->code;
}

static int by_form(struct app *app, const struct args *a, const struct sen_review *reviews, size_t count,
		   struct sen_err *err)
{
	struct sen_round round = {.kind = reviews[0].kind, .led_by = a->by, .on = a->on};
	int64_t *ids = SEN_NEW(app->arena, int64_t, count + 1);
	int rc = form_alone(a, err);
	for (size_t i = 0; i < count && rc == 0; i++) {
		ids[i] = reviews[i].pupil_id;
		if (strcmp(reviews[i].kind, round.kind) != 0) {
			rc = sen_fail(err, SEN_USAGE,
				      "reviews of several kinds are planned for these children");
			sen_hint(err, "Say which one was held: add --kind " REVIEW_KINDS);
		}
	}
	return rc < 0 ? rc : review_by_form(app, &round, ids, count, err);
}

/* A day that was typed and is no school day may be a slip; today is no news. */
static int say_closed(struct app *app, const struct args *a, struct sen_err *err)
{
	const struct sen_calendar *calendar;
	char day[16];
	int rc = a->on == SEN_NO_DATE ? 0 : sen_store_calendar(app->store, &calendar, err);

	if (rc == 0 && a->on != SEN_NO_DATE && !sen_school_day(calendar, a->on))
		app_say(app, "  %s is no school day.", sen_date_long(a->on, day));
	return rc;
}

/* Outcomes and differences of view belong to the review of an EHC plan. */
static int of_plan_only(const struct args *a, const struct sen_review *review, struct sen_err *err)
{
	if ((!a->outcomes.count && !a->differences) || review_of_plan(review->kind))
		return 0;
	return sen_fail(err, SEN_USAGE, "%s belongs to the annual or interim review of an EHC plan",
			a->outcomes.count ? "--outcome" : "--differences");
}

static int record(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	sen_date on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	struct sen_around *around;
	struct sen_review *reviews;
	size_t count;
	int rc = find(app, a, on, &reviews, &count, err);
	if (rc < 0 || (rc = for_one(a, count, err)) < 0)
		return rc;
	if (app->form)
		return by_form(app, a, reviews, count, err);
	rc = sen_around_open(app->store, &around, err);
	for (size_t i = 0; i < count && rc == 0; i++) {
		struct sen_minutes minutes = {.review = reviews[i]};
		rc = fill(app, a, on, &minutes, err);
		if (rc == 0)
			rc = of_plan_only(a, &minutes.review, err);
		if (rc == 0)
			rc = review_keep(app, around, &minutes, 0, err);
		if (rc == 0 && (review_is_annual(minutes.review.kind) || a->outcomes.count))
			rc = review_annual_held(app, &minutes.review, &a->outcomes, err);
	}
	return rc < 0 ? rc : say_closed(app, a, err);
}

#define S struct args
static const struct opt opts[] = {
	OPT_ROW_WORD(S, review, "REVIEW", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the review that was planned (R5), the child, the plan (PL3), or a class (@3B)"),
	OPT_ROW_CHOICE(S, kind, "kind", 0, REVIEW_KINDS,
		       "the kind; a check for a monitored child if left out"),
	OPT_ROW_DATE(S, on, "on", 0, "the day it was held (today)"),
	OPT_ROW_WORD(S, by, "by", 0, "NAME", "who led it"),
	OPT_ROW_WORDS(S, came, "came", 0, "NAME", "who came: Mum, 'Ms Hart', zoe"),
	OPT_ROW_WORDS(S, apologies, "apologies", 0, "NAME", "who sent apologies"),
	OPT_ROW_TEXTS(S, views, "views", 0, "NAME",
		      "who sent views, 'NAME' or 'NAME: what they said'; may be "
		      "repeated"),
	OPT_ROW_TEXT(S, parent_voice, "parent-voice", 0, "TEXT", "what the parents said, in their words"),
	OPT_ROW_TEXT(S, pupil_voice, "pupil-voice", 0, "TEXT", "what the child said, in the child's words"),
	OPT_ROW_CHOICE(S, parent_part, "parent-part", 0, "came|views|none",
		       "the parents' part, where the names do not tell"),
	OPT_ROW_CHOICE(S, pupil_part, "pupil-part", 0, "came|views|none",
		       "the child's part, where the names do not tell"),
	OPT_ROW_TEXTS(S, targets, "target", 0, "T4=RESULT:NOTE",
		      "how a target went, by its id or its number in the plan"),
	OPT_ROW_TEXTS(S, outcomes, "outcome", 0, "E1=RESULT:NOTE",
		      "annual: progress towards an outcome of the EHC plan"),
	OPT_ROW_TEXT(S, differences, "differences", 0, "TEXT",
		     "annual: who saw it differently, and how (reg 20(9))"),
	OPT_ROW_TEXTS(S, actions, "action", 0, "WHAT", "what was agreed, 'WHAT = WHO by DATE'"),
	OPT_ROW_TEXT(S, note, "note", 0, "TEXT", "what else was said"),
	OPT_ROW_WORD(S, decision, "decision", 0, "WORD",
		     "what was decided, of the policy's list; of a check: continue, off, or a level; of an "
		     "annual review: maintain, amend or cease"),
	OPT_ROW_DATE(S, due, "due", OPT_FUTURE, "the day of the next one"),
};
#undef S
static const char *const examples[] = {
	"sendctl review record zoe@3B --came \"Ms Hart\" --note \"reads more\" --decision continue",
	"sendctl review record R5 --on 2026-11-16 --came Mum --came zoe --target T4=met:\"reads 40 words\" "
	"--action \"move the seat = Ms Hart by 2026-12-04\" --decision continue --due 2027-03-15",
	"sendctl review record R7 --came Mum --outcome \"E1=on track: walks to class alone\" --decision "
	"amend",
	"sendctl review record @3B --kind progress --by \"Ms Hart\" --note \"maths of the whole class\"",
	NULL};
const struct cmd review_record_cmd = {
	.noun = "review",
	.verb = "record",
	.summary = "a review was held: who came, what was said, and what was decided",
	.about = "Names are looked up among the child's contacts, the staff and the agencies; Mum, Dad, "
		 "parent "
		 "and carer are the parents, the child's own name is the child. Who was asked and is not "
		 "named "
		 "did not come. All of it is written, or none.\n\nThe decision is one of the policy's list, "
		 "or "
		 "end, continue, adapt, step-up, agency, ehc; what it implies is offered with the command, "
		 "never "
		 "done. The decision of a check is carried out: 'off' takes the child off the monitoring "
		 "list, a "
		 "level moves the child to it. The last check the policy allows must end it one way or the "
		 "other. An annual review recommends to the local authority that it maintain, amend or cease "
		 "the EHC plan; its decision is 'sendctl ehcp decision'.\n\n--form opens the form of a "
		 "review in your editor, with the plan's targets in it.",
	.flags = CMD_WRITES | CMD_ROUND,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.record = &sen_review_record,
	.examples = examples,
	.run = record,
};
