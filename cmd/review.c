/* The noun `review`: planned, held, decided; a round for many is review_round.c. */
#include "review.h"
#include <sen/text.h>
#include <string.h>

#define KINDS "termly|monitoring|parents|progress|register|transition|annual|interim"

/* ---- schedule ---- */

struct schedule_args {
	struct texts pupils;
	const char *kind, *by;
	sen_date on;
};

static int schedule_one(struct app *app, const struct schedule_args *a, int64_t pupil, struct sen_err *err)
{
	struct sen_review *review = sen_record_new(app->arena, &sen_review_record);
	char day[16];
	review->pupil_id = pupil;
	review->kind = a->kind;
	review->planned_on = a->on;
	review->led_by = a->by;
	int rc = sen_record_insert(app->store, &sen_review_record, review, err);
	if (rc < 0)
		return rc;
	app_wrote(app, &sen_review_record, review->head.id);
	app_say(app, "%s: %s%s on %s.", app_child(app, pupil), sen_code_label(sen_review_kinds, a->kind),
		app->dry_run ? "" : sen_format(app->arena, " R%lld", (long long)review->head.id),
		sen_date_long(a->on, day));
	return 0;
}

static int schedule(struct app *app, const void *args, struct sen_err *err)
{
	const struct schedule_args *a = args;
	int rc = 0;
	for (size_t i = 0; i < a->pupils.count && rc == 0; i++) {
		int64_t *ids;
		size_t count;
		rc = app_pupils(app, a->pupils.items[i], &ids, &count, err);
		for (size_t k = 0; k < count && rc == 0; k++)
			rc = schedule_one(app, a, ids[k], err);
	}
	return rc;
}

static const struct opt schedule_opts[] = {
	OPT_ROW_CHOICE(struct schedule_args, kind, "kind", OPT_REQUIRED, KINDS, "the kind of review"),
	OPT_ROW_DATE(struct schedule_args, on, "on", OPT_REQUIRED | OPT_FUTURE, "the day it is planned for"),
	OPT_ROW_WORD(struct schedule_args, by, "by", 0, "NAME", "who leads it"),
	OPT_ROW_WORDS(struct schedule_args, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST | OPT_REQUIRED, NULL,
		      "children, classes or lists: zoe@3B, @3B, monitored"),
};
static const char *const schedule_examples[] = {
	"sendctl review schedule monitored --kind monitoring --on 2026-12-07", NULL};
static const struct cmd schedule_cmd = {
	.noun = "review",
	.verb = "schedule",
	.summary = "plan a review for a day, for one child or many",
	.flags = CMD_WRITES,
	.opts = schedule_opts,
	.opt_count = SEN_COUNT(schedule_opts),
	.args_size = sizeof(struct schedule_args),
	.examples = schedule_examples,
	.run = schedule,
};

/* ---- record ---- */

struct record_args {
	const char *review, *kind, *by, *parent_voice, *pupil_voice, *note, *decision;
	struct texts came, apologies, views;
	sen_date on, due;
};

/* NULL: the plain one. */
static const char *joined(struct app *app, const struct texts *texts, const char *between)
{
	struct sen_buf all = {.arena = app->arena};
	for (size_t i = 0; i < texts->count; i++)
		sen_buf_addf(&all, "%s%s", i ? between : "", texts->items[i]);
	return all.text;
}

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
	sen_hint(err, "add --kind " KINDS);
	return err->code;
}

/* The review named, the one that waits, or a new one. */
static int find(struct app *app, const struct record_args *a, sen_date on, struct sen_review *review,
		struct sen_err *err)
{
	int64_t id, pupil;
	const char *kind = a->kind;
	char day[16];
	int rc;
	if (sen_id_parse(a->review, sen_review_record.prefix, &id) && (a->review[0] | 32) == 'r') {
		if ((rc = app_record(app, &sen_review_record, a->review, &id, err)) < 0 ||
		    (rc = sen_record_get(app->store, &sen_review_record, id, review, err)) < 0)
			return rc;
		if (review->held_on == SEN_NO_DATE)
			return 0;
		sen_fail(err, SEN_CONFLICT, "R%lld was held on %s", (long long)id,
			 sen_date_long(review->held_on, day));
		sen_hint(err, "'sendctl review edit R%lld' puts right what was written", (long long)id);
		return err->code;
	}
	if ((rc = app_pupil(app, a->review, &pupil, err)) < 0 ||
	    (rc = sen_review_waiting(app->store, pupil, kind, review, err)) < 0 || review->head.id)
		return rc;
	review->pupil_id = pupil;
	if (!kind && (rc = kind_for(app, pupil, on, &kind, err)) < 0)
		return rc;
	review->kind = kind;
	return 0;
}

void review_say_move(struct app *app, const struct sen_move *move)
{
	char day[16];
	if (!move->level)
		return;
	if (move->moved == SEN_MOVED_OFF)
		app_say(app, "  Off the list from %s.", sen_date_long(move->on, day));
	else
		app_say(app, "  '%s' from %s, census %s.", move->after.level_name,
			sen_date_long(move->on, day), move->after.census);
	for (size_t i = 0; i < move->advice_count; i++)
		app_say(app, "  %s", move->advice[i]);
	app_wrote(app, &sen_register_record, move->after.head.id);
}

static void say_held(struct app *app, const struct sen_review *review, const struct sen_move *move)
{
	char day[16];
	app_say(app, "%s: %s%s held on %s%s%s.", app_child(app, review->pupil_id),
		sen_code_label(sen_review_kinds, review->kind),
		app->dry_run ? "" : sen_format(app->arena, " R%lld", (long long)review->head.id),
		sen_date_long(review->held_on, day), review->decision ? ": " : "",
		review->decision ? review->decision : "");
	if (review->next_on != SEN_NO_DATE)
		app_say(app, "  The next one: %s.", sen_date_long(review->next_on, day));
	review_say_move(app, move);
}

static void fill(struct app *app, const struct record_args *a, sen_date on, struct sen_review *review)
{
	review->held_on = on;
	if (a->by)
		review->led_by = a->by;
	if (a->came.count)
		review->came = joined(app, &a->came, ", ");
	if (a->apologies.count)
		review->apologies = joined(app, &a->apologies, ", ");
	if (a->views.count)
		review->views = joined(app, &a->views, "\n");
	if (a->parent_voice)
		review->parent_voice = a->parent_voice;
	if (a->pupil_voice)
		review->pupil_voice = a->pupil_voice;
	if (a->note)
		review->note = a->note;
	if (a->decision)
		review->decision = a->decision;
	if (a->due != SEN_NO_DATE)
		review->next_on = a->due;
}

static int record(struct app *app, const void *args, struct sen_err *err)
{
	const struct record_args *a = args;
	sen_date on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	struct sen_review review;
	struct sen_move move;
	sen_record_blank(&sen_review_record, &review);
	int rc = find(app, a, on, &review, err);
	if (rc < 0)
		return rc;
	fill(app, a, on, &review);
	if ((rc = sen_review_hold(app->store, &review, &move, err)) < 0)
		return rc;
	app_wrote(app, &sen_review_record, review.head.id);
	say_held(app, &review, &move);
	return 0;
}

#define S struct record_args
static const struct opt record_opts[] = {
	OPT_ROW_WORD(S, review, "REVIEW", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the review that was planned (R5), or the child"),
	OPT_ROW_CHOICE(S, kind, "kind", 0, KINDS, "the kind; a check for a monitored child if left out"),
	OPT_ROW_DATE(S, on, "on", 0, "the day it was held (today)"),
	OPT_ROW_WORD(S, by, "by", 0, "NAME", "who led it"),
	OPT_ROW_WORDS(S, came, "came", 0, "NAME", "who came; may be repeated"),
	OPT_ROW_WORDS(S, apologies, "apologies", 0, "NAME", "who sent apologies; may be repeated"),
	OPT_ROW_TEXTS(S, views, "views", 0, "TEXT", "views of staff and others; may be repeated"),
	OPT_ROW_TEXT(S, parent_voice, "parent-voice", 0, "TEXT", "what the parents said, in their words"),
	OPT_ROW_TEXT(S, pupil_voice, "pupil-voice", 0, "TEXT", "what the child said, in the child's words"),
	OPT_ROW_TEXT(S, note, "note", 0, "TEXT", "what else was said"),
	OPT_ROW_WORD(S, decision, "decision", 0, "WORD",
		     "what was decided; of a check: continue, off, or a level of the policy"),
	OPT_ROW_DATE(S, due, "due", OPT_FUTURE, "the day of the next one"),
};
#undef S
static const char *const record_examples[] = {
	"sendctl review record zoe@3B --came \"Ms Hart\" --note \"reads more\" --decision continue",
	"sendctl review record R5 --on 2026-11-16 --decision off --note \"caught up\"", NULL};
static const struct cmd record_cmd = {
	.noun = "review",
	.verb = "record",
	.summary = "a review was held, and what was decided",
	.about = "The decision of a check is carried out: 'off' takes the child off the monitoring list, a "
		 "level "
		 "moves the child to it. The last check the policy allows must end it one way or the other.",
	.flags = CMD_WRITES,
	.opts = record_opts,
	.opt_count = SEN_COUNT(record_opts),
	.args_size = sizeof(struct record_args),
	.examples = record_examples,
	.run = record,
};

/* ---- add: one that was held is carried out like any other ---- */

static int add(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_review *review = app->record;
	struct sen_move move;
	if (review->held_on == SEN_NO_DATE)
		return generic_add(app, args, err);
	int rc = sen_review_hold(app->store, review, &move, err);
	if (rc < 0)
		return rc;
	app->created = review->head.id;
	say_held(app, review, &move);
	return 0;
}

static const char *const add_examples[] = {
	"sendctl review add zoe@3B --kind parents --on yesterday --came \"Ewa Nowak\" --note \"homework\"",
	NULL};
static const struct cmd add_cmd = {
	.noun = "review",
	.verb = "add",
	.summary = "a review, planned or held",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.record = &sen_review_record,
	.examples = add_examples,
	.run = add,
};

/* ---- list ---- */

struct list_args {
	struct texts pupils;
	const char *kind;
	bool waiting;
};

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	const struct sen_value values[] = {{":kind", a->kind, SEN_NO_INT},
					   {":waiting", NULL, a->waiting ? 1 : SEN_NO_INT}};
	return app_answer_pupils(app, &sen_review_list_query, values, SEN_COUNT(values), &a->pupils, err);
}

static const struct opt list_opts[] = {
	OPT_ROW_CHOICE(struct list_args, kind, "kind", 0, KINDS, "of this kind"),
	OPT_ROW_FLAG(struct list_args, waiting, "waiting", 0, "planned and not held"),
	OPT_ROW_WORDS(struct list_args, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "children, classes or lists: zoe@3B, @3B, monitored"),
};
static const char *const list_examples[] = {"sendctl review list --waiting --kind monitoring", NULL};
static const struct cmd list_cmd = {
	.noun = "review",
	.verb = "list",
	.summary = "reviews, the latest first",
	.flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
	.answer = &sen_review_list_query,
	.examples = list_examples,
	.run = list,
};

static const struct cmd *const verbs[] = {&add_cmd,	     &schedule_cmd,	   &record_cmd,
					  &review_round_cmd, &review_register_cmd, &list_cmd};
const struct noun review_noun = {.name = "review",
				 .summary = "checks and reviews: planned, held, decided",
				 .group = "everyday",
				 .record = &sen_review_record,
				 .verbs = verbs,
				 .count = SEN_COUNT(verbs)};
