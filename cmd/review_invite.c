/* sendctl review invite: who is asked to a review. What they send: review_advice.c. */
#include "review.h"
#include <sen/text.h>
#include <string.h>

/* ---- Which reviews ---- */

static bool is_id(const char *text, int64_t *id)
{
	return (text[0] | 32) == 'r' && sen_id_parse(text, "R", id);
}

static int not_held(const struct sen_review *review, struct sen_err *err)
{
	char day[16];
	if (review->held_on == SEN_NO_DATE)
		return 0;
	return sen_fail(err, SEN_INVALID, "R%lld was held on %s", (long long)review->head.id,
			sen_date_long(review->held_on, day));
}

/* Of a list, those who have none planned are left out; of one child it is said. */
static int waiting(struct app *app, int64_t pupil, const char *kind, bool one, struct sen_review *out,
		   struct sen_err *err)
{
	int rc = sen_review_waiting(app->store, pupil, kind, out, err);
	if (rc < 0 || out->head.id || !one)
		return rc;
	sen_fail(err, SEN_NOTFOUND, "no review is planned for %s", app_child(app, pupil));
	sen_hint(err, "Plan it: 'sendctl review schedule P%lld --kind KIND --on DATE'.", (long long)pupil);
	return err->code;
}

static int of_list(struct app *app, const char *word, const char *kind, struct sen_review **out,
		   size_t *count, size_t *cap, struct sen_err *err)
{
	int64_t *ids;
	size_t n, found = 0;
	struct sen_review review;
	const char *shown = sen_text_visible(app->arena, word, false);
	int rc = app_pupils(app, word, &ids, &n, err);
	for (size_t k = 0; rc == 0 && k < n; k++) {
		rc = waiting(app, ids[k], kind, n == 1, &review, err);
		if (rc < 0 || !review.head.id)
			continue;
		found++;
		*SEN_PUSH(app->arena, *out, *count, *cap) = review;
	}
	if (rc == 0 && found == 0) {
		sen_fail(err, SEN_NOTFOUND, "no review is planned for any child of '%s'", shown);
		sen_hint(err, "Plan them: 'sendctl review schedule %s --kind KIND --on DATE'.", shown);
		return err->code;
	}
	if (rc == 0 && found < n)
		app_say(app, "%zu of '%s' left out: no review is planned for them.", n - found, shown);
	return rc;
}

int review_words(struct app *app, const struct texts *words, const char *kind, struct sen_review **out,
		 size_t *count, struct sen_err *err)
{
	size_t cap = 0;
	int rc = 0;
	*out = NULL;
	*count = 0;
	for (size_t i = 0; i < words->count && rc == 0; i++) {
		int64_t id;
		if (!is_id(words->items[i], &id)) {
			rc = of_list(app, words->items[i], kind, out, count, &cap, err);
			continue;
		}
		rc = app_record(app, &sen_review_record, words->items[i], &id, err);
		if (rc == 0)
			rc = sen_record_get(app->store, &sen_review_record, id,
					    SEN_PUSH(app->arena, *out, *count, cap), err);
	}
	return rc;
}

/* ---- invite ---- */

struct invite_args {
	struct texts reviews, who;
	const char *kind, *how;
	sen_date on, remind;
	bool all;
};

static void say_asked(struct app *app, const struct sen_review *review, sen_date on,
		      const struct sen_name_list *asked, const struct sen_name_list *said)
{
	struct sen_buf line = {.arena = app->arena};
	char day[16];
	for (size_t i = 0; i < asked->count; i++)
		sen_buf_addf(&line, "%s%s", i ? ", " : "", asked->items[i]);
	app_say(app, "%s: asked to the %s%s on %s: %s.", app_child(app, review->pupil_id),
		review_kind_word(app, review->kind), review_id(app, review->head.id),
		sen_date_long(review->planned_on, day), line.text ? line.text : "nobody");
	if (review->planned_on != SEN_NO_DATE && on > review->planned_on)
		app_say(app, "  That day is over. Give it another: sendctl review move R%lld --on DATE",
			(long long)review->head.id);
	for (size_t i = 0; i < said->count; i++)
		app_say(app, "  %s", said->items[i]);
}

/* Two weeks' notice of the annual review (reg 20(3)). */
static int say_notice(struct app *app, const struct sen_review *review, sen_date on, struct sen_err *err)
{
	sen_date by;
	char day[16];
	int rc = review_annual_by(app, review, "annual-review-invite", &by, err);
	if (rc == 0 && by != SEN_NO_DATE && on > by)
		app_say(app, "  That is late: two weeks' notice of it ended on %s (reg 20(3)).",
			sen_date_long(by, day));
	return rc;
}

static int ask_named(struct app *app, struct sen_around *around, const struct sen_review *review,
		     const struct texts *who, const struct sen_asking *asking, struct sen_name_list *asked,
		     struct sen_err *err)
{
	int rc = 0;
	for (size_t i = 0; i < who->count && rc == 0; i++) {
		struct sen_invitation row;
		bool fresh;
		const char *name;
		rc = sen_review_ask_as(app->store, around, review, who->items[i], &name, err);
		if (rc == 0)
			rc = sen_review_ask(app->store, around, review, name, asking, &row, &fresh, err);
		if (rc == 0)
			*SEN_PUSH(app->arena, asked->items, asked->count, asked->cap) =
				fresh ? row.who : sen_format(app->arena, "%s (asked already)", row.who);
	}
	return rc;
}

static int remind_before(const struct sen_review *review, sen_date remind, struct sen_err *err)
{
	char day[16], held[16];
	if (remind == SEN_NO_DATE || review->planned_on == SEN_NO_DATE || remind < review->planned_on)
		return 0;
	sen_fail(err, SEN_INVALID, "--remind: %s is not before R%lld (%s)", sen_date_long(remind, day),
		 (long long)review->head.id, sen_date_long(review->planned_on, held));
	sen_hint(err, "A reminder comes before the review: give an earlier day.");
	return err->code;
}

static int invite_one(struct app *app, struct sen_around *around, const struct invite_args *a,
		      const struct sen_review *review, size_t *reminded, struct sen_err *err)
{
	struct sen_asking asking = {.on = a->on == SEN_NO_DATE ? app->context.today : a->on,
				    .remind = a->remind,
				    .how = a->how,
				    .reminded = reminded};
	struct sen_name_list asked = {0}, said = {0};
	int rc = not_held(review, err);
	if (rc < 0 || (rc = remind_before(review, a->remind, err)) < 0 ||
	    (rc = sen_around_child(around, review->pupil_id, err)) < 0 ||
	    (a->all &&
	     (rc = sen_review_ask_all(app->store, around, review, &asking, &asked, &said, err)) < 0) ||
	    (rc = ask_named(app, around, review, &a->who, &asking, &asked, err)) < 0)
		return rc;
	app_wrote(app, &sen_review_record, review->head.id);
	say_asked(app, review, asking.on, &asked, &said);
	return say_notice(app, review, asking.on, err);
}

static int invite(struct app *app, const void *args, struct sen_err *err)
{
	const struct invite_args *a = args;
	struct sen_around *around;
	struct sen_review *reviews;
	size_t count, reminded = 0;
	char day[16];
	int rc;
	if (!a->all && a->who.count == 0) {
		sen_fail(err, SEN_USAGE, "say who is asked");
		sen_hint(err, "--who NAME, once for each, or --all");
		return err->code;
	}
	if ((rc = sen_around_open(app->store, &around, err)) < 0 ||
	    (rc = review_words(app, &a->reviews, a->kind, &reviews, &count, err)) < 0)
		return rc;
	for (size_t i = 0; i < count && rc == 0; i++)
		rc = invite_one(app, around, a, &reviews[i], &reminded, err);
	if (rc == 0 && a->remind != SEN_NO_DATE && reminded)
		app_say(app, "To be reminded on %s.", sen_date_long(a->remind, day));
	else if (rc == 0 && a->remind != SEN_NO_DATE)
		app_say(app, "Nobody is to be reminded: who was asked is in school.");
	return rc;
}

#define S struct invite_args
static const struct opt invite_opts[] = {
	OPT_ROW_WORDS(S, who, "who", 0, "NAME", "who is asked; health=NAME names one asked by what they are"),
	OPT_ROW_FLAG(S, all, "all", 0,
		     "the parents, the child, the teacher, and those of the law's and the policy's list"),
	OPT_ROW_DATE(S, on, "on", 0, "the day they were asked (today)"),
	OPT_ROW_WORD(S, how, "how", 0, "TEXT", "letter, telephone, e-mail, in person"),
	OPT_ROW_DATE(S, remind, "remind", OPT_FUTURE, "to be reminded on"),
	OPT_ROW_CHOICE(S, kind, "kind", 0, REVIEW_KINDS, "of this kind, where children are named"),
	OPT_ROW_WORDS(S, reviews, "REVIEW", OPT_POSITIONAL | OPT_REST | OPT_REQUIRED, NULL,
		      "reviews that are planned: R5, a child, or a list (@3B)"),
};
#undef S
static const char *const invite_examples[] = {
	"sendctl review invite R5 --all --how letter --remind 2026-11-30",
	"sendctl review invite zoe@3B --who Mum --who \"Dr Shah\" --how telephone",
	"sendctl review invite R5 --who health=\"Dr Patel\"", NULL};
const struct cmd review_invite_cmd = {
	.noun = "review",
	.verb = "invite",
	.summary = "who is asked to a review, how and when",
	.about =
		"--all asks every parent and carer with responsibility who may be written to, the child and "
		"the teacher of the class; to the annual or interim review of an EHC plan also those whom "
		"the "
		"policy and the law (reg 20(2)) name, each once: by name where the records have one, else by "
		"what they are, and then it is said what to type: --who health=NAME puts the name into that "
		"invitation. A contact marked as not to be written to "
		"is never asked.\n\nWho "
		"was "
		"asked before keeps that day; --how and --remind are put in.",
	.flags = CMD_WRITES,
	.opts = invite_opts,
	.opt_count = SEN_COUNT(invite_opts),
	.args_size = sizeof(struct invite_args),
	.record = &sen_review_record,
	.examples = invite_examples,
	.run = invite,
};
