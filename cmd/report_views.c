/* sendctl report views: what parents, pupils and staff say, on one page (R75). */
#include "nouns.h"
#include <sen/views.h>
#include <string.h>

struct args {
	const char *set, *audience;
	sen_date from, until;
};

static struct sen_table *part_new(struct app *app, size_t i)
{
	const struct sen_query *part = &sen_report_views.parts[i];

	return sen_table_of(app->arena, part);
}

static void add_answers(struct app *app, struct sen_table *page, const struct sen_views *views)
{
	struct sen_table *part = part_new(app, 0);

	for (size_t i = 0; i < views->count; i++) {
		const struct sen_view_answer *row = &views->answers[i];
		struct sen_cell *cell = sen_table_add(part);

		sen_cell_text(&cell[0], row->set);
		sen_cell_text(&cell[1], row->set_name);
		sen_cell_text(&cell[2], row->audience);
		sen_cell_text(&cell[3], row->question);
		sen_cell_text(&cell[4], row->text);
		sen_cell_text(&cell[5], row->answer);
		sen_cell_text(&cell[6], row->shown);
		sen_cell_text(&cell[7], row->share);
		sen_cell_text(&cell[8], row->shown_of);
		sen_cell_int(&cell[9], row->share ? row->n : SEN_NO_INT);
	}
	sen_table_add_part(page, part);
}

static int add_said(struct app *app, struct sen_table *part, const struct sen_views *views,
		    const struct args *args, int64_t *said, struct sen_err *err)
{
	char from[11], until[11];
	const struct sen_value values[] = {{":from", sen_date_text(views->from, from), SEN_NO_INT},
					   {":until", sen_date_text(views->until, until), SEN_NO_INT},
					   {":set", args->set, SEN_NO_INT},
					   {":audience", args->audience, SEN_NO_INT}};
	struct sen_table *rows;
	int rc = sen_table_query(app->store, &sen_views_said, values, SEN_COUNT(values), &rows, err);

	if (rc < 0)
		return rc;
	while ((rc = rows->next(rows, err)) == 1) {
		struct sen_cell *cells = sen_table_add(part);

		for (size_t i = 0; i < rows->count; i++) {
			cells[i] = rows->cells[i];
			if (cells[i].text)
				cells[i].text = sen_strndup(app->arena, cells[i].text, cells[i].len);
		}
		(*said)++;
	}
	rows->close(rows);
	return rc;
}

static void add_notes(struct app *app, struct sen_table *page, const struct sen_views *views)
{
	const char **notes = SEN_NEW(app->arena, const char *, 2);

	page->footnotes = notes;
	if (views->count == 0)
		notes[page->footnote_count++] = "No question was answered in this time.";
	if (views->hid)
		notes[page->footnote_count++] = sen_format(
			app->arena,
			"<%lld: fewer than %lld people. *: not shown, so that no difference tells a small "
			"number.",
			(long long)views->least, (long long)views->least);
}

static int run(struct app *app, const void *data, struct sen_err *err)
{
	const struct args *args = data;
	const struct sen_query *query = &sen_report_views;
	struct sen_table *page, *voices = part_new(app, 1);
	struct sen_views views;
	struct sen_cell *cell;
	sen_date from, until;
	int64_t said = 0;
	int rc = sen_views_period(app->store, &from, &until, err);

	if (rc < 0)
		return rc;
	if (args->from != SEN_NO_DATE)
		from = args->from;
	if (args->until != SEN_NO_DATE)
		until = args->until;
	if ((rc = sen_views(app->store, from, until, args->set, args->audience, &views, err)) < 0 ||
	    (rc = add_said(app, voices, &views, args, &said, err)) < 0)
		return rc;
	page = sen_table_of(app->arena, query);
	cell = sen_table_add(page);
	sen_cell_date(app->arena, &cell[0], from);
	sen_cell_date(app->arena, &cell[1], until - 1);
	sen_cell_int(&cell[2], said);
	add_answers(app, page, &views);
	sen_table_add_part(page, voices);
	add_notes(app, page, &views);
	return app_answer_table(app, page, err);
}

static const struct opt opts[] = {
	OPT_ROW_DATE(struct args, from, "from", 0, "the first day (of this term)"),
	OPT_ROW_DATE(struct args, until, "until", 0, "the first day after (the term's end)"),
	OPT_ROW_WORD(struct args, set, "set", 0, "SET", "only this set of questions"),
	OPT_ROW_CHOICE(struct args, audience, "audience", 0, "parent|pupil|staff", "only these people"),
};
static const char *const examples[] = {"sendctl report views",
				       "sendctl report views --set parents --table answers --format csv",
				       "sendctl report views --names initials -o views.html", NULL};
const struct cmd report_views_cmd = {
	.noun = "report",
	.verb = "views",
	.summary = "what parents, pupils and staff say: answers counted, and their words",
	.about = "Of this term, or the time between --from and --until. Answers are counted question by "
		 "question; "
		 "small numbers are not shown (the policy's setting small-numbers; 1 to 4 where it has "
		 "none), nor is "
		 "another where the difference would tell one. Below stand the voices kept with reviews, "
		 "plans and "
		 "answers: for the SEND team; --names initials hides the children's names. --table answers "
		 "leaves "
		 "them out.",
	.flags = CMD_READS | CMD_TABLE,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.answer = &sen_report_views,
	.examples = examples,
	.run = run};
