/* sendctl voice form: a set of questions as a page to hand out (R75). */
#include "voice.h"

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
const struct cmd voice_form_cmd = {
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
