/* The noun `review`: planned, held, decided.  Planning is review_plan.c, asking
 * review_invite.c, holding review_record.c, a round for many review_round.c. */
#include "review.h"
#include "frame.h"
#include <sen/annual.h>
#include <sen/text.h>
#include <string.h>

/* ---- add: one that was held is carried out like any other ---- */

static int add(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_minutes minutes = {.review = *(struct sen_review *)app->record};
	struct sen_around *around;
	int rc;
	if (minutes.review.held_on == SEN_NO_DATE)
		return generic_add(app, args, err);
	sen_names_add(app->arena, &minutes.came, minutes.review.came);
	sen_names_add(app->arena, &minutes.apologies, minutes.review.apologies);
	sen_views_add(app->arena, &minutes.views, minutes.review.views);
	if ((rc = sen_around_open(app->store, &around, err)) < 0 ||
	    (rc = review_keep(app, around, &minutes, 0, err)) < 0)
		return rc;
	app->created = minutes.review.head.id;
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

/* ---- edit: what was written is put right; what was carried out is not ---- */

static bool given(const struct app *app, const char *name)
{
	const struct sen_field *field = sen_field_named(&sen_review_record, name);
	return app->given[field - sen_review_record.fields];
}

static int decision(struct app *app, const struct sen_review *was, struct sen_err *err)
{
	struct sen_review *now = app->record;
	struct sen_decision read;
	int rc;
	if (!given(app, "decision") || !now->decision || was->held_on == SEN_NO_DATE)
		return 0;
	if (review_is_annual(was->kind))
		return sen_review_kind(was->kind)->before(app->store, now, err);
	if (sen_review_kind(was->kind)->decisions) {
		if (was->decision && strcmp(was->decision, now->decision) == 0)
			return 0;
		sen_fail(err, SEN_INVALID, "what the %s R%lld decided was carried out",
			 strcmp(was->kind, "monitoring") == 0 ? "check" : "review", (long long)was->head.id);
		sen_hint(err, "Move the child: 'sendctl pupil level P%lld LEVEL --reason TEXT'.",
			 (long long)was->pupil_id);
		return err->code;
	}
	rc = sen_review_decide(app->store, was->pupil_id, was->held_on, now->decision, &read, err);
	now->decision = rc < 0 ? now->decision : read.kept;
	return rc;
}

/* Who came is known by name: the answers follow what is written now. */
static int follow(struct app *app, int64_t id, struct sen_err *err)
{
	bool named = given(app, "came") || given(app, "apologies") || given(app, "views");
	struct sen_minutes minutes = {0};
	struct sen_around *around;
	int rc = sen_record_get(app->store, &sen_review_record, id, &minutes.review, err);
	if (rc < 0 || minutes.review.held_on == SEN_NO_DATE)
		return rc;
	sen_names_add(app->arena, &minutes.came, minutes.review.came);
	sen_names_add(app->arena, &minutes.apologies, minutes.review.apologies);
	sen_views_add(app->arena, &minutes.views, minutes.review.views);
	/* Words alone do not undo what was said of the part itself. */
	if (named && !given(app, "parent_part"))
		minutes.review.parent_part = NULL;
	if (named && !given(app, "pupil_part"))
		minutes.review.pupil_part = NULL;
	if ((rc = sen_around_open(app->store, &around, err)) < 0)
		return rc;
	return sen_minutes_people(app->store, around, &minutes, err);
}

struct edit_args {
	struct one_args one; /* first: of generic_edit */
	struct texts outcomes;
};

static bool nothing_given(const struct app *app)
{
	for (size_t i = 0; i < sen_review_record.count; i++)
		if (app->given[i])
			return false;
	return !app->form;
}

static int edit(struct app *app, const void *args, struct sen_err *err)
{
	const struct edit_args *all = args;
	const struct one_args *a = &all->one;
	struct sen_review was;
	int64_t id;
	int rc = app_record(app, &sen_review_record, a->record, &id, err);
	if (rc == 0 && all->outcomes.count &&
	    ((rc = review_annual_outcomes(app, id, &all->outcomes, err)) < 0 || nothing_given(app)))
		return rc;
	if (rc < 0 || (rc = sen_record_get(app->store, &sen_review_record, id, &was, err)) < 0 ||
	    (rc = decision(app, &was, err)) < 0 || (rc = generic_edit(app, args, err)) < 0)
		return rc;
	if (app->unchanged || !(given(app, "came") || given(app, "apologies") || given(app, "views") ||
				given(app, "parent_voice") || given(app, "pupil_voice")))
		return 0;
	return follow(app, id, err);
}

static const struct opt edit_opts[] = {
	OPT_ROW_WORD(struct edit_args, one.record, "REVIEW", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "R5, or a child with exactly one that waits"),
	OPT_ROW_TEXTS(struct edit_args, outcomes, "outcome", 0, "E1=RESULT:NOTE",
		      "annual: progress towards an outcome of the EHC plan"),
};
static const char *const edit_examples[] = {
	"sendctl review edit R5 --note \"Mum will ring on Monday\"",
	"sendctl review edit R5 --came \"Mum, Ms Hart\" --decision continue", NULL};
static const struct cmd edit_cmd = {
	.noun = "review",
	.verb = "edit",
	.summary = "put right what was written of a review",
	.about = "Who came is looked up again when --came or --apologies change. What a check decided was "
		 "carried out and stays: move the child with 'sendctl pupil level'. The kind and the child "
		 "stay: take a wrong one out with 'sendctl review remove'.",
	.flags = CMD_WRITES | CMD_FORM,
	.opts = edit_opts,
	.opt_count = SEN_COUNT(edit_opts),
	.args_size = sizeof(struct edit_args),
	.record = &sen_review_record,
	.spares = "outcome",
	.examples = edit_examples,
	.run = edit,
};

/* ---- show ---- */

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_decision what = {0};
	struct sen_review review;
	const char *counted;
	int64_t id;
	int rc = app_record(app, &sen_review_record, a->record, &id, err);
	if (rc < 0 || (rc = sen_record_get(app->store, &sen_review_record, id, &review, err)) < 0 ||
	    (rc = sen_review_counted(app->store, &review, &counted, err)) < 0)
		return rc;
	/* A word of an older policy has no name any more. */
	if (review.decision && review.held_on != SEN_NO_DATE && !sen_review_kind(review.kind)->decisions &&
	    sen_review_decide(app->store, review.pupil_id, review.held_on, review.decision, &what, err) < 0)
		sen_err_clear(err);
	if (review.decision && review_is_annual(review.kind))
		what.name = sen_code_label(sen_annual_decisions, review.decision);
	const struct sen_value values[] = {{":id", NULL, id},
					   {":counted", counted, SEN_NO_INT},
					   {":decision_name", what.name, SEN_NO_INT}};
	return app_answer(app, &sen_review_show_query, values, SEN_COUNT(values), err);
}

static const struct opt show_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "REVIEW", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "R5, or a child with exactly one that waits"),
};
static const char *const show_examples[] = {"sendctl review show R5", "sendctl review show R5 --format html",
					    NULL};
static const struct cmd show_cmd = {
	.noun = "review",
	.verb = "show",
	.summary = "a review on one page: who came, what was said, how the targets went, what was agreed",
	.flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct one_args),
	.record = &sen_review_record,
	.answer = &sen_review_show_query,
	.examples = show_examples,
	.run = show,
};

/* ---- list ---- */

struct list_args {
	struct texts pupils;
	const char *kind, *class_name, *led_by;
	sen_date from, until;
	bool waiting;
};

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	char from[11], until[11];
	const struct sen_value values[] = {
		{":kind", a->kind, SEN_NO_INT},
		{":waiting", NULL, a->waiting ? 1 : SEN_NO_INT},
		{":from", a->from == SEN_NO_DATE ? NULL : sen_date_text(a->from, from), SEN_NO_INT},
		{":until", a->until == SEN_NO_DATE ? NULL : sen_date_text(a->until, until), SEN_NO_INT},
		{":class", a->class_name, SEN_NO_INT},
		{":led_by", a->led_by ? sen_format(app->arena, "%%%s%%", a->led_by) : NULL, SEN_NO_INT},
	};
	return app_answer_pupils(app, &sen_review_list_query, values, SEN_COUNT(values), &a->pupils, err);
}

#define S struct list_args
static const struct opt list_opts[] = {
	OPT_ROW_CHOICE(S, kind, "kind", 0, REVIEW_KINDS, "of this kind"),
	OPT_ROW_FLAG(S, waiting, "waiting", 0, "planned and not held"),
	OPT_ROW_DATE(S, from, "from", 0, "held or planned from this day"),
	OPT_ROW_DATE(S, until, "until", 0, "and before this one"),
	OPT_ROW_WORD(S, class_name, "class", 0, "CLASS", "only this class"),
	OPT_ROW_WORD(S, led_by, "led-by", 0, "NAME", "led by this person"),
	OPT_ROW_WORDS(S, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "children, classes or lists: zoe@3B, @3B, monitored"),
};
#undef S
static const char *const list_examples[] = {
	"sendctl review list --waiting --kind monitoring",
	"sendctl review list --from 2026-09-01 --class 3B --led-by \"Ms Hart\"", NULL};
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

static const struct cmd *const verbs[] = {
	&add_cmd,
	&list_cmd,
	&show_cmd,
	&edit_cmd,
	&review_schedule_cmd,
	&review_move_cmd,
	&review_cancel_cmd,
	&review_invite_cmd,
	&review_advice_cmd,
	&review_record_cmd,
	&review_round_cmd,
	&review_register_cmd,
	&review_report_cmd,
};
const struct noun review_noun = {.name = "review",
				 .summary = "checks and reviews: planned, held, decided",
				 .group = "everyday",
				 .record = &sen_review_record,
				 .verbs = verbs,
				 .count = SEN_COUNT(verbs)};
