/* sendctl voice add: answers to a set of questions in one go, or words (R75). */
#include "voice.h"
#include <sen/text.h>
#include <string.h>

struct add_args {
	const char *pupil, *audience, *set, *how, *words;
	struct texts answers;
	sen_date on;
};

static int insert(struct app *app, struct sen_voice *voice, struct sen_err *err)
{
	int rc = sen_record_insert(app->store, &sen_voice_record, voice, err);

	if (rc < 0)
		return rc;
	if (!app->created)
		app->created = voice->head.id;
	app->created_prefix = sen_voice_record.prefix;
	app_wrote(app, &sen_voice_record, voice->head.id);
	return 0;
}

static struct sen_voice *fresh(struct app *app, const struct add_args *a, const char *audience, int64_t pupil)
{
	struct sen_voice *voice = sen_record_new(app->arena, &sen_voice_record);

	voice->pupil_id = pupil;
	voice->audience = audience;
	voice->given_on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	voice->how = a->how;
	return voice;
}

/* "told=yes" */
static int answer(struct app *app, const struct add_args *a, const struct sen_question_set *set,
		  int64_t pupil, const char *text, struct sen_err *err)
{
	struct sen_voice *voice = fresh(app, a, set->audience, pupil);
	const char *sign = strchr(text, '=');
	const struct sen_question *question;
	struct sen_buf list = {.arena = app->arena};
	int rc;

	if (!sign || sign == text || !sign[1]) {
		sen_fail(err, SEN_USAGE, "'%s' is no question with its answer",
			 sen_text_visible(app->arena, text, false));
		sen_hint(err, "Write it as QUESTION=ANSWER, as in told=yes.");
		return err->code;
	}
	question = sen_question_find(set, sen_strndup(app->arena, text, (size_t)(sign - text)));
	if (!question) {
		for (size_t i = 0; i < set->count; i++)
			sen_buf_addf(&list, "%s%s", i ? ", " : "", set->items[i].code);
		sen_fail(err, SEN_NOTFOUND, "the set '%s' has no question '%.*s'", set->code,
			 (int)(sign - text), sen_text_visible(app->arena, text, false));
		sen_hint(err, "Its questions: %s. As they are asked: 'sendctl voice form %s'.", list.text,
			 set->code);
		return err->code;
	}
	rc = sen_question_answer(app->store, set, question, sign + 1, voice, err);
	return rc < 0 ? rc : insert(app, voice, err);
}

static int twice(struct app *app, const struct texts *answers, struct sen_err *err)
{
	for (size_t i = 0; i < answers->count; i++)
		for (size_t k = 0; k < i; k++) {
			size_t len = strcspn(answers->items[i], "=");

			if (strcspn(answers->items[k], "=") == len &&
			    strncmp(answers->items[i], answers->items[k], len) == 0)
				return sen_fail(err, SEN_USAGE, "'%.*s' is answered twice", (int)len,
						sen_text_visible(app->arena, answers->items[i], false));
		}
	return 0;
}

static int add_answers(struct app *app, const struct add_args *a, int64_t pupil, const char **audience,
		       struct sen_err *err)
{
	sen_date on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	struct sen_question_set set;
	int rc;

	if (!a->set)
		return a->answers.count ? sen_fail(err, SEN_USAGE, "--answer needs the set: --set SET") : 0;
	if ((rc = sen_question_set(app->store, a->set, on, &set, err)) < 0 ||
	    (rc = twice(app, &a->answers, err)) < 0)
		return rc;
	if (a->audience && strcmp(a->audience, set.audience) != 0)
		return sen_fail(err, SEN_INVALID, "the set '%s' is for %s, not for %s", set.code,
				sen_code_label(sen_audiences, set.audience),
				sen_code_label(sen_audiences, a->audience));
	*audience = set.audience;
	for (size_t i = 0; rc == 0 && i < a->answers.count; i++)
		rc = answer(app, a, &set, pupil, a->answers.items[i], err);
	if (rc == 0 && a->words) {
		struct sen_voice *voice = fresh(app, a, set.audience, pupil);

		voice->question_set = set.code;
		rc = sen_field_set(app->store, sen_field_named(&sen_voice_record, "words"), voice, a->words,
				   err);
		return rc < 0 ? rc : insert(app, voice, err);
	}
	return rc;
}

static int add_words(struct app *app, const struct add_args *a, int64_t pupil, struct sen_err *err)
{
	struct sen_voice *voice;
	int rc;

	if (!a->audience) {
		sen_fail(err, SEN_USAGE, "say whose views they are");
		sen_hint(err, "--audience " AUDIENCES ", or --set SET, which says it");
		return err->code;
	}
	voice = fresh(app, a, a->audience, pupil);
	rc = sen_field_set(app->store, sen_field_named(&sen_voice_record, "words"), voice, a->words, err);
	return rc < 0 ? rc : insert(app, voice, err);
}

static const char *kept_of(const char *audience, bool named)
{
	if (strcmp(audience, "staff") == 0)
		return "staff";
	if (strcmp(audience, "pupil") == 0)
		return named ? "the child" : "a child";
	return named ? "the parents" : "a parent";
}

/* " (3 answers, and words)" */
static const char *kept_what(struct app *app, const struct add_args *a)
{
	size_t n = a->answers.count;

	if (!n)
		return "";
	return sen_format(app->arena, " (%zu answer%s%s)", n, n == 1 ? "" : "s",
			  a->words ? ", and words" : "");
}

static int add(struct app *app, const void *args, struct sen_err *err)
{
	const struct add_args *a = args;
	const char *audience = a->audience;
	int64_t pupil = SEN_NO_INT;
	char day[16];
	int rc = a->pupil ? app_pupil(app, a->pupil, &pupil, err) : 0;

	if (rc < 0)
		return rc;
	if (!a->answers.count && !a->words) {
		sen_fail(err, SEN_USAGE, "nothing was said: there is neither an answer nor words");
		sen_hint(err, "Give --set SET with --answer QUESTION=ANSWER, or --words TEXT.");
		return err->code;
	}
	rc = a->set || a->answers.count ? add_answers(app, a, pupil, &audience, err)
					: add_words(app, a, pupil, err);
	if (rc < 0)
		return rc;
	app_say(app, "%s: views of %s%s kept, given on %s.",
		pupil == SEN_NO_INT ? "Without a name" : app_child(app, pupil),
		kept_of(audience, pupil != SEN_NO_INT), kept_what(app, a),
		sen_date_long(a->on == SEN_NO_DATE ? app->context.today : a->on, day));
	return 0;
}

#define S struct add_args
static const struct opt add_opts[] = {
	OPT_ROW_WORD(S, pupil, "pupil", 0, "PUPIL",
		     "the child it is of, or is about; left out: without a name"),
	OPT_ROW_CHOICE(S, audience, "audience", 0, AUDIENCES, "whose views; the set says it too"),
	OPT_ROW_WORD(S, set, "set", 0, "SET", "the set of questions: parents"),
	OPT_ROW_TEXTS(S, answers, "answer", 0, "QUESTION=ANSWER", "an answer of the set"),
	OPT_ROW_TEXT(S, words, "words", 0, "TEXT", "in their words"),
	OPT_ROW_TEXT(S, how, "how", 0, "TEXT", "how it was gathered"),
	OPT_ROW_DATE(S, on, "on", 0, "the day (today)"),
};
#undef S
static const char *const add_examples[] = {
	"sendctl voice add --set parents --pupil zoe@3B --answer told=yes --answer heard=partly --words "
	"\"More "
	"notice of meetings\"",
	"sendctl voice add --audience pupil --pupil zoe@3B --words \"I like the quiet table\" --how drawing",
	NULL};
const struct cmd voice_add_cmd = {
	.noun = "voice",
	.verb = "add",
	.summary = "views of a parent, a pupil or staff: answers to a set of questions, or words",
	.about = "The sets are in the school's policy ('sendctl policy show'). Each answer is an entry of "
		 "its own. "
		 "Without --pupil they were given without a name.",
	.flags = CMD_WRITES,
	.opts = add_opts,
	.opt_count = SEN_COUNT(add_opts),
	.args_size = sizeof(struct add_args),
	.examples = add_examples,
	.run = add,
};
