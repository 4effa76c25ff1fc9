/* The noun `voice`: views of parents, pupils and staff (R75). */
#include "nouns.h"
#include <sen/exchange.h>
#include <sen/text.h>
#include <sen/views.h>
#include <string.h>

#define AUDIENCES "parent|pupil|staff"

/* ---- add ---- */

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
	OPT_ROW_TEXTS(S, answers, "answer", 0, "QUESTION=ANSWER", "an answer of the set; may be repeated"),
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
static const struct cmd add_cmd = {
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

/* ---- import ---- */

struct import_args {
	const char *file, *set, *how;
	sen_date on;
};

static int import_plain(struct app *app, const struct import_args *a, struct sen_err *err)
{
	int64_t added = 0, unchanged = 0;
	int rc = sen_record_import(app->store, &sen_voice_record, a->file, &added, &unchanged, err);

	if (rc < 0) {
		if (rc == SEN_INVALID && strstr(err->msg, "no field"))
			sen_hint(err, "Of an online form's file say which questions its headings are: --set "
				      "SET.");
		return rc;
	}
	app->unchanged = added == 0;
	app_say(app, "%lld added, %lld there already.", (long long)added, (long long)unchanged);
	return 0;
}

static void say_import(struct app *app, const struct sen_voice_import *import)
{
	struct sen_buf passed = {.arena = app->arena};

	app_say(app, "Answers: %lld, of respondents: %lld; with a child's name: %lld.",
		(long long)import->answers, (long long)import->respondents, (long long)import->named);
	if (import->empty)
		app_say(app, "  Rows without an answer: %lld.", (long long)import->empty);
	for (size_t i = 0; i < import->passed_count; i++)
		sen_buf_addf(&passed, "%s'%s'", i ? ", " : "", import->passed_over[i]);
	if (import->passed_count)
		app_say(app, "  Not taken: %s.", passed.text);
}

static int import(struct app *app, const void *args, struct sen_err *err)
{
	const struct import_args *a = args;
	sen_date on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	struct sen_question_set set;
	struct sen_voice_import import = {.set = &set, .on = on, .how = a->how};
	int rc;

	if (!a->set)
		return import_plain(app, a, err);
	if ((rc = sen_question_set(app->store, a->set, on, &set, err)) < 0 ||
	    (rc = sen_voice_import(app->store, a->file, &import, err)) < 0)
		return rc;
	app->unchanged = import.respondents == 0;
	if (import.again)
		app_say(app, "This very file was taken in before: nothing was added.");
	else
		say_import(app, &import);
	return 0;
}

static const struct opt import_opts[] = {
	OPT_ROW_FILE(struct import_args, file, "FILE", 0, OPT_REQUIRED | OPT_POSITIONAL,
		     "a CSV file, or - for standard input"),
	OPT_ROW_WORD(struct import_args, set, "set", 0, "SET", "the set of questions its headings are"),
	OPT_ROW_TEXT(struct import_args, how, "how", 0, "TEXT", "how it was gathered (online form)"),
	OPT_ROW_DATE(struct import_args, on, "on", 0, "the day, where the file has none (today)"),
};
static const char *const import_examples[] = {
	"sendctl voice import parents.csv --set parents --on 2026-11-18", NULL};
static const struct cmd import_cmd = {
	.noun = "voice",
	.verb = "import",
	.summary = "views from a CSV file, as an online form gives it",
	.about = "With --set a row is a person: the headings are the questions of the set, by code or as "
		 "they were "
		 "asked; 'comments' is what they said in words, 'date' or 'timestamp' the day, 'pupil' or "
		 "'UPN' the "
		 "child. Names and addresses of the form are not taken. The same file again adds nothing. "
		 "Without "
		 "--set the headings are the names of fields.",
	.flags = CMD_WRITES,
	.opts = import_opts,
	.opt_count = SEN_COUNT(import_opts),
	.args_size = sizeof(struct import_args),
	.examples = import_examples,
	.run = import,
};

/* ---- edit: an answer stays one of its question's ---- */

static int edit(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	const struct sen_field *field = sen_field_named(&sen_voice_record, "answer");
	struct sen_voice *now = app->record, voice;
	struct sen_question_set set;
	const struct sen_question *question;
	struct sen_err ignored = {0};
	int64_t id;
	int rc;

	if (!app->given[field - sen_voice_record.fields] || !now->answer)
		return generic_edit(app, args, err);
	if ((rc = app_record(app, &sen_voice_record, a->record, &id, err)) < 0 ||
	    (rc = sen_record_get(app->store, &sen_voice_record, id, &voice, err)) < 0)
		return rc;
	/* A set that the policy has no more is taken at its word. */
	if (voice.question && voice.question_set &&
	    sen_question_set(app->store, voice.question_set, voice.given_on, &set, &ignored) == 0 &&
	    (question = sen_question_find(&set, voice.question))) {
		rc = sen_question_answer(app->store, &set, question, now->answer, &voice, err);
		now->answer = voice.answer;
	}
	return rc < 0 ? rc : generic_edit(app, args, err);
}

static const struct opt edit_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "VOICE", OPT_REQUIRED | OPT_POSITIONAL, NULL, "its id: V3"),
};
static const char *const edit_examples[] = {"sendctl voice edit V3 --answer partly", NULL};
static const struct cmd edit_cmd = {
	.noun = "voice",
	.verb = "edit",
	.summary = "change a voice entry",
	.flags = CMD_WRITES | CMD_FORM,
	.opts = edit_opts,
	.opt_count = SEN_COUNT(edit_opts),
	.args_size = sizeof(struct one_args),
	.record = &sen_voice_record,
	.examples = edit_examples,
	.run = edit,
};

/* ---- list ---- */

struct list_args {
	struct texts pupils;
	const char *set, *audience;
};

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	const struct sen_value values[] = {{":set", a->set, SEN_NO_INT},
					   {":audience", a->audience, SEN_NO_INT}};

	return app_answer_pupils(app, &sen_voice_list_query, values, SEN_COUNT(values), &a->pupils, err);
}

static const struct opt list_opts[] = {
	OPT_ROW_WORD(struct list_args, set, "set", 0, "SET", "of this set of questions"),
	OPT_ROW_CHOICE(struct list_args, audience, "audience", 0, AUDIENCES, "of these people"),
	OPT_ROW_WORDS(struct list_args, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "children, classes or lists: zoe@3B, @3B, register"),
};
static const char *const list_examples[] = {"sendctl voice list --audience parent", NULL};
static const struct cmd list_cmd = {
	.noun = "voice",
	.verb = "list",
	.summary = "views, the latest first",
	.flags = CMD_READS | CMD_TABLE,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
	.answer = &sen_voice_list_query,
	.examples = list_examples,
	.run = list,
};

/* ---- form ---- */

struct form_args {
	const char *set;
};

static const char *boxes(struct app *app, const struct sen_question *question)
{
	struct sen_buf text = {.arena = app->arena};

	for (size_t i = 0; i < question->answer_count; i++)
		sen_buf_addf(&text, "%s\u2610\u00a0%s", i ? "\u2003" : "", question->answers[i]);
	return text.text ? text.text : "........................................";
}

static const char lines[] =
	"............................................................................................";

static int form(struct app *app, const void *args, struct sen_err *err)
{
	const struct form_args *a = args;
	const struct sen_query *query = &sen_voice_form;
	const char **notes = SEN_NEW(app->arena, const char *, 5);
	struct sen_question_set set;
	struct sen_table *table;
	int rc = sen_question_set(app->store, a->set, app->context.today, &set, err);

	if (rc < 0)
		return rc;
	table = sen_table_new(app->arena, query->name, set.name, query->version, query->columns,
			      query->count);
	for (size_t i = 0; i < set.count; i++) {
		struct sen_cell *cell = sen_table_add(table);

		sen_cell_text(&cell[0], set.items[i].code);
		sen_cell_int(&cell[1], (int64_t)i + 1);
		sen_cell_text(&cell[2], set.items[i].text);
		sen_cell_text(&cell[3], boxes(app, &set.items[i]));
	}
	table->footnotes = notes;
	notes[table->footnote_count++] = "What else would you like to tell us?";
	for (int line = 0; line < 3; line++)
		notes[table->footnote_count++] = lines;
	notes[table->footnote_count++] = "You need not give your name. Thank you.";
	return app_answer_table(app, table, err);
}

static const struct opt form_opts[] = {OPT_ROW_WORD(
	struct form_args, set, "SET", OPT_REQUIRED | OPT_POSITIONAL, NULL, "the set of questions: parents")};
static const char *const form_examples[] = {"sendctl voice form parents -o parents.html", NULL};
static const struct cmd form_cmd = {
	.noun = "voice",
	.verb = "form",
	.summary = "a set of questions as a page to hand out",
	.flags = CMD_READS | CMD_TABLE,
	.opts = form_opts,
	.opt_count = SEN_COUNT(form_opts),
	.args_size = sizeof(struct form_args),
	.answer = &sen_voice_form,
	.examples = form_examples,
	.run = form,
};

static const struct cmd *const verbs[] = {&add_cmd, &edit_cmd, &import_cmd, &list_cmd, &form_cmd};
const struct noun voice_noun = {.name = "voice",
				.summary =
					"views of parents, pupils and staff: questions answered, and words",
				.group = "around them",
				.record = &sen_voice_record,
				.verbs = verbs,
				.count = SEN_COUNT(verbs)};
