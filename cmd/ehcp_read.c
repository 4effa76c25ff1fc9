/* ehcp read, and the form of the whole plan: the authority's document as rows (R62). */
#include "ehcp_plan.h"

#include <sen/exchange.h>
#include <sen/text.h>

#include <string.h>

enum { DOCUMENT_MOST = 1 << 20 };

/* ---- What was made of it ---- */

static const struct sen_column columns[] = {
	{"done", "Done", SEN_C_TEXT, 0, NULL, NULL, "new, changed, mended, same, ended, or not placed"},
	{"label", "Row", SEN_C_TEXT, 0, NULL, NULL, "section and number"},
	{"line", "Line", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "of the document"},
	{"words", "What it says", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "as it was read"},
	{"serves", "Serves", SEN_C_TEXT, 0, NULL, NULL, "labels it names"},
	{"quantity", "Read as", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the amount taken from the words"},
	{"doubt", "Look at", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what was not taken, and why"},
	{"id", "Id", SEN_C_ID, SEN_COL_QUIET, "O", NULL, "its id"},
};
static const struct sen_query taken_answer = {.name = "ehcp-read",
					      .title = "The document, as it was read",
					      .version = 1,
					      .columns = columns,
					      .count = SEN_COUNT(columns)};

static const char *const done_words[] = {"new", "changed", "mended", "same", "ended"};

static const char *amount(struct app *app, const struct sen_ehc_item *item)
{
	char day[12];

	if (strchr("FGH", item->section[0]))
		return sen_ehc_quantity(app->arena, item);
	if (item->dated_on != SEN_NO_DATE)
		return sen_format(app->arena, "dated %s", sen_date_short(item->dated_on, day));
	if (item->due_on != SEN_NO_DATE)
		return sen_format(app->arena, "by %s", sen_date_short(item->due_on, day));
	if (item->pence != SEN_NO_INT)
		return sen_format(app->arena, "\xc2\xa3%lld.%02lld", (long long)item->pence / 100,
				  (long long)item->pence % 100);
	return item->type;
}

static void add_row(struct app *app, struct sen_table *table, const struct sen_ehc_taken *row)
{
	struct sen_cell *cell = sen_table_add(table);

	sen_cell_text(cell++, done_words[row->done]);
	sen_cell_text(cell++, sen_ehc_label(app->arena, &row->item));
	sen_cell_int(cell++, row->line ? row->line : SEN_NO_INT);
	sen_cell_text(cell++, row->item.words);
	sen_cell_text(cell++, row->item.serves);
	sen_cell_text(cell++, amount(app, &row->item));
	sen_cell_text(cell++, row->doubt);
	sen_cell_int(cell, row->item.head.id);
}

static void add_note(struct sen_table *table, const char *note)
{
	struct sen_cell *cells = sen_table_add(table);

	sen_cell_text(&cells[0], "not placed");
	sen_cell_text(&cells[6], note);
}

/* Of a form no table is printed: what could not be taken is said row by row. */
static void say_counts(struct app *app, const struct sen_ehc_plan *plan, const struct sen_ehc_taken *rows,
		       size_t count, bool table_too)
{
	struct sen_buf buf = {.arena = app->arena};
	size_t of[5] = {0}, doubts = 0;

	for (size_t i = 0; i < count; i++) {
		of[rows[i].done]++;
		doubts += rows[i].doubt != NULL;
	}
	for (size_t k = 0; k < SEN_COUNT(of); k++)
		if (of[k])
			sen_buf_addf(&buf, "%s%zu %s", buf.len ? ", " : "", of[k], done_words[k]);
	app->unchanged = of[SEN_EHC_ADDED] + of[SEN_EHC_NEWER] + of[SEN_EHC_MENDED] + of[SEN_EHC_ENDED] == 0;
	app_say(app, "%s: %s: %s.", app_child(app, plan->ehc.pupil_id), ehcp_version(app, plan, plan->newest),
		buf.text ? buf.text : "nothing");
	if (doubts && table_too)
		app_say(app,
			"  %zu row%s to look at: the amount was not taken where it could be read two ways.",
			doubts, doubts == 1 ? "" : "s");
	for (size_t i = 0; i < count && !table_too; i++)
		if (rows[i].doubt)
			app_say(app, "  Look at %s: %s.", sen_ehc_label(app->arena, &rows[i].item),
				rows[i].doubt);
}

static int take(struct app *app, struct sen_ehc_plan *plan, const struct sen_ehc_read *read, bool table_too,
		struct sen_err *err)
{
	struct sen_table *table = sen_table_of(app->arena, &taken_answer);
	struct sen_ehc_taken *rows;
	size_t count;
	int rc = sen_ehc_take(app->store, plan, read, &rows, &count, err);

	if (rc < 0)
		return rc;
	for (size_t i = 0; i < count; i++)
		add_row(app, table, &rows[i]);
	for (size_t i = 0; i < read->note_count; i++)
		add_note(table, read->notes[i]);
	say_counts(app, plan, rows, count, table_too);
	return table_too ? app_answer_table(app, table, err) : 0;
}

/* ---- A document ---- */

static bool any_heading(const struct sen_ehc_read *read)
{
	for (size_t i = 0; i < SEN_COUNT(read->found); i++)
		if (read->found[i])
			return true;
	return false;
}

struct args {
	const char *pupil, *file;
};

static int run(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	const char *text, *encoding, *path = a->file[0] == '@' && a->file[1] ? a->file + 1 : a->file;
	struct sen_ehc_plan plan;
	struct sen_ehc_read read;
	int64_t version;
	int rc = ehcp_plan_some(app, a->pupil, &plan, &version, err);

	if (rc < 0 || (rc = sen_text_read(app->arena, path, DOCUMENT_MOST, &text, &encoding, err)) < 0)
		return rc;
	if (version != plan.newest)
		return sen_fail(err, SEN_INVALID, "%s stays as it is; %s is written now",
				ehcp_version(app, &plan, version), ehcp_version(app, &plan, plan.newest));
	sen_ehc_read(app->arena, text, app->context.today, &read);
	if (!any_heading(&read)) {
		sen_fail(err, SEN_INVALID,
			 "'%s' has no heading of a section, as \"Section B: Special educational needs\"",
			 path);
		sen_hint(err, "Save the authority's document as plain text, headings on lines of their own.");
		return err->code;
	}
	if (!read.said)
		return sen_fail(err, SEN_INVALID, "'%s' has headings of sections, and nothing under them",
				path);
	return take(app, &plan, &read, true, err);
}

#define S struct args
static const struct opt opts[] = {
	EHCP_PLAN_ROW(S, pupil),
	OPT_ROW_FILE(S, file, "FILE", 0, OPT_POSITIONAL | OPT_REQUIRED,
		     "the document as plain text, or - for standard input"),
};
#undef S
static const char *const examples[] = {"sendctl ehcp read zoe@3B plan.txt --dry-run",
				       "sendctl ehcp read zoe@3B plan.txt", NULL};
const struct cmd ehcp_read_cmd = {
	.noun = "ehcp",
	.verb = "read",
	.summary = "take in the plan from the authority's document, as plain text",
	.about = "Sections are found by their headings (Section B: ..., SECTION F, B. Special educational "
		 "needs); "
		 "each paragraph or point is a row. Amounts are taken only where they are said plainly and "
		 "once "
		 "(30 minutes, three times a week, by a teaching assistant, 1:1); what can be read two ways "
		 "is left "
		 "and shown. The table says what was made of each line: look at it with --dry-run first. In "
		 "a later "
		 "version the same words are the same row, words much like old ones keep the label, and what "
		 "is no "
		 "longer in a section that was read ends. Sections without a heading stay as they are.",
	.flags = CMD_WRITES | CMD_TABLE,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.answer = &taken_answer,
	.examples = examples,
	.run = run,
};

/* ---- The form ---- */

struct form {
	struct app *app;
	struct sen_ehc_read read;
};

static int read_form(void *arg, const char *text, struct sen_err *err)
{
	struct form *form = arg;

	sen_ehc_read(form->app->arena, text, form->app->context.today, &form->read);
	if (!any_heading(&form->read) || !form->read.exact)
		return sen_fail(err, SEN_INVALID, "this is not the form of the plan: its first line is gone");
	for (size_t i = 0; i < form->read.count; i++)
		if (form->read.items[i].doubt && form->read.items[i].item.number != SEN_NO_INT)
			return sen_fail(err, SEN_INVALID, "line %d: %s", form->read.items[i].line,
					form->read.items[i].doubt);
	return 0;
}

int ehcp_section_form(struct app *app, struct sen_ehc_plan *plan, struct sen_err *err)
{
	struct form form = {.app = app};
	const char *before =
		sen_ehc_form(app->arena, plan, plan->newest,
			     sen_format(app->arena, "%s of %s", ehcp_version(app, plan, plan->newest),
					app_child(app, plan->ehc.pupil_id)));
	int rc = app_form_until(app, before, read_form, &form, err);

	return rc < 0 ? rc : take(app, plan, &form.read, false, err);
}
