/* The noun `voice`: views of parents, pupils and staff (R75). */
#include "voice.h"
#include <sen/exchange.h>
#include <string.h>

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

static const struct cmd *const verbs[] = {&voice_add_cmd, &edit_cmd, &import_cmd, &list_cmd, &voice_form_cmd};
const struct noun voice_noun = {.name = "voice",
				.summary =
					"views of parents, pupils and staff: questions answered, and words",
				.group = "around them",
				.record = &sen_voice_record,
				.verbs = verbs,
				.count = SEN_COUNT(verbs)};
