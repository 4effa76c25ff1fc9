/* ehcp diff: two versions of a plan side by side. */
#include "ehcp_plan.h"

#include <string.h>

struct args {
	const char *pupil, *from, *to;
};

static const struct sen_column columns[] = {
	{"change", "Change", SEN_C_TEXT, 0, NULL, NULL, "added, ended or changed"},
	{"label", "Row", SEN_C_TEXT, 0, NULL, NULL, "section and number"},
	{"section", "Section", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_ehc_sections, "of the plan"},
	{"words", "Words", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL,
	 "of a row reworded: [-gone-] {+come+}; else the whole row"},
	{"quantity", "How much", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "before -> after: the difference"},
	{"before", "Before", SEN_C_TEXT, SEN_COL_QUIET | SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL,
	 "what it said"},
	{"after", "After", SEN_C_TEXT, SEN_COL_QUIET | SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL,
	 "what it says"},
	{"minutes_before", "Minutes before", SEN_C_INT, SEN_COL_QUIET | SEN_COL_RIGHT, NULL, NULL,
	 "in one period"},
	{"minutes_after", "Minutes after", SEN_C_INT, SEN_COL_QUIET | SEN_COL_RIGHT, NULL, NULL,
	 "in one period"},
	{"per_before", "Per before", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_ehc_per, "the period"},
	{"per_after", "Per after", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_ehc_per, "the period"},
	{"serves_before", "Served", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "labels it served"},
	{"serves_after", "Serves", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "labels it serves"},
};
static const struct sen_query answer = {.name = "ehcp-diff",
					.title = "What changed between two versions of the plan",
					.version = 1,
					.columns = columns,
					.count = SEN_COUNT(columns),
					.empty = "Nothing is different."};

/* What else of a row may change: who, by when, what it serves. */
static const char *otherwise(struct app *app, const struct sen_ehc_item *from, const struct sen_ehc_item *to)
{
	static const char *const fields[] = {"serves", "type", "dated_on", "due_on", "pence"};
	struct sen_buf buf = {.arena = app->arena};

	for (size_t i = 0; i < SEN_COUNT(fields); i++) {
		const struct sen_field *field = sen_field_named(&sen_ehc_item_record, fields[i]);
		const char *a = sen_field_text(app->arena, field, from),
			   *b = sen_field_text(app->arena, field, to);

		if (!sen_field_equal(field, from, to))
			sen_buf_addf(&buf, "%s%s: %s -> %s", buf.len ? "; " : "",
				     field->option ? field->option : field->name, a ? a : "nothing",
				     b ? b : "nothing");
	}
	return buf.text;
}

static void add_row(struct app *app, struct sen_table *table, const struct sen_ehc_change *change)
{
	const struct sen_ehc_item *item = change->to ? change->to : change->from;
	struct sen_cell *cell = sen_table_add(table);
	const char *words = change->words;

	if (!words)
		words = change->from && change->to ? otherwise(app, change->from, change->to) : item->words;
	sen_cell_text(cell++, change->change);
	sen_cell_text(cell++, sen_ehc_label(app->arena, item));
	sen_cell_text(cell++, item->section);
	sen_cell_text(cell++, words);
	sen_cell_text(cell++,
		      change->from && change->to ? change->quantity : sen_ehc_quantity(app->arena, item));
	sen_cell_text(cell++, change->from ? change->from->words : NULL);
	sen_cell_text(cell++, change->to ? change->to->words : NULL);
	sen_cell_int(cell++, change->from ? sen_ehc_minutes(change->from) : SEN_NO_INT);
	sen_cell_int(cell++, change->to ? sen_ehc_minutes(change->to) : SEN_NO_INT);
	sen_cell_text(cell++, change->from ? change->from->per : NULL);
	sen_cell_text(cell++, change->to ? change->to->per : NULL);
	sen_cell_text(cell++, change->from ? change->from->serves : NULL);
	sen_cell_text(cell, change->to ? change->to->serves : NULL);
}

static int run(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_table *table = sen_table_of(app->arena, &answer);
	struct sen_ehc_change *changes;
	struct sen_ehc_plan plan;
	int64_t to, from;
	size_t count;
	int rc = ehcp_plan_some(app, a->pupil, &plan, &to, err);

	if (rc == 0 && a->to)
		rc = ehcp_version_read(app, &plan, a->to, &to, err);
	from = rc == 0 ? to - 1 : 0;
	if (rc == 0 && a->from)
		rc = ehcp_version_read(app, &plan, a->from, &from, err);
	if (rc < 0)
		return rc;
	if (from == 0) {
		sen_fail(err, SEN_INVALID, "%s is the first version: there is none before it",
			 ehcp_version(app, &plan, to));
		sen_hint(err, "'sendctl ehcp section P%lld' shows it.", (long long)plan.ehc.pupil_id);
		return err->code;
	}
	if (from == to)
		return sen_fail(err, SEN_USAGE, "--from and --to are the same version");
	table->title = sen_format(app->arena, "%s -> %s", ehcp_version_words(app, &plan, from),
				  ehcp_version_words(app, &plan, to));
	sen_ehc_diff(app->arena, &plan, from, to, &changes, &count);
	for (size_t i = 0; i < count; i++)
		add_row(app, table, &changes[i]);
	return app_answer_table(app, table, err);
}

#define S struct args
static const struct opt opts[] = {
	EHCP_PLAN_ROW(S, pupil),
	OPT_ROW_WORD(S, from, "from", 0, "VERSION", "the earlier one, EH1.1 (the one before)"),
	OPT_ROW_WORD(S, to, "to", 0, "VERSION", "the later one, EH1.2 (the newest)"),
};
#undef S
static const char *const examples[] = {"sendctl ehcp diff zoe@3B",
				       "sendctl ehcp diff EH1 --from EH1.1 --to EH1.3", NULL};
const struct cmd ehcp_diff_cmd = {
	.noun = "ehcp",
	.verb = "diff",
	.summary = "what changed between two versions of the plan, word for word and in minutes",
	.about = "Without --from and --to the two newest. A row that was reworded shows the words that went "
		 "in "
		 "[-...-] and those that came in {+...+}; provision whose amount changed shows both and the "
		 "difference.",
	.flags = CMD_READS | CMD_TABLE,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.answer = &answer,
	.examples = examples,
	.run = run,
};
