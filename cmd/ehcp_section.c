/* ehcp section, ehcp link: the plan's sections, row by row (R62). */
#include "ehcp_plan.h"

#include <sen/text.h>

#include <string.h>

struct args {
	const char *pupil, *section, *text;
	const char *label, *serves, *type, *per, *who, *ratio, *pounds;
	int64_t minutes, times, weeks;
	sen_date dated, due;
	bool end;
};

/* ---- Shown ---- */

static const struct sen_column columns[] = {
	{"label", "Row", SEN_C_TEXT, 0, NULL, NULL, "section and number: B1, H1.2"},
	{"section", "Section", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_ehc_sections, "of the plan"},
	{"id", "Id", SEN_C_ID, SEN_COL_QUIET, "O", NULL, "O3: how a target names an outcome"},
	{"words", "What the plan says", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL,
	 "what the plan says"},
	{"serves", "Serves", SEN_C_TEXT, 0, NULL, NULL, "labels of the needs and outcomes it serves"},
	{"quantity", "How much", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the amount in words"},
	{"minutes", "Minutes", SEN_C_INT, SEN_COL_QUIET | SEN_COL_RIGHT, NULL, NULL, "each time"},
	{"times", "Times", SEN_C_INT, SEN_COL_QUIET | SEN_COL_RIGHT, NULL, NULL, "in each period"},
	{"per", "Per", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_ehc_per, "the period"},
	{"weeks", "Weeks", SEN_C_INT, SEN_COL_QUIET | SEN_COL_RIGHT, NULL, NULL, "for so many weeks"},
	{"who", "Who", SEN_C_TEXT, SEN_COL_QUIET | SEN_COL_PERSON, NULL, NULL,
	 "who gives it; whose advice it is"},
	{"ratio", "Ratio", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "adults to children"},
	{"type", "Type", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "of need, of institution, of advice"},
	{"dated_on", "Dated", SEN_C_DATE, SEN_COL_QUIET, NULL, NULL, "K: of the document"},
	{"due_on", "By", SEN_C_DATE, SEN_COL_QUIET, NULL, NULL, "E: to be reached by"},
	{"pence", "A year", SEN_C_PENCE, SEN_COL_QUIET, NULL, NULL, "J: a year"},
	{"provisions", "Given by", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "F: the school's provision"},
	{"since", "Since", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "the version it first stood in"},
	{"until", "Until", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "the first version without it"},
	{"rev", "Revision", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "for --if-rev"},
};
static const struct sen_query answer = {.name = "ehcp-section",
					.title = "The EHC plan, by section",
					.version = 1,
					.columns = columns,
					.count = SEN_COUNT(columns),
					.empty = "Nothing is entered of it."};

/* In one line what else is known: the amount, a date, a sum. */
static const char *more(struct app *app, const struct sen_ehc_item *item)
{
	struct sen_buf buf = {.arena = app->arena};
	const char *amount = sen_ehc_quantity(app->arena, item);
	char day[12];

	if (amount)
		sen_buf_add(&buf, amount);
	if (item->type)
		sen_buf_addf(&buf, "%s%s", buf.len ? "; " : "", item->type);
	if (item->dated_on != SEN_NO_DATE)
		sen_buf_addf(&buf, "%sdated %s", buf.len ? "; " : "", sen_date_short(item->dated_on, day));
	if (item->due_on != SEN_NO_DATE)
		sen_buf_addf(&buf, "%sby %s", buf.len ? "; " : "", sen_date_short(item->due_on, day));
	if (item->pence != SEN_NO_INT)
		sen_buf_addf(&buf, "%s\xc2\xa3%lld.%02lld a year", buf.len ? "; " : "",
			     (long long)item->pence / 100, (long long)item->pence % 100);
	if (item->provisions)
		sen_buf_addf(&buf, "%sgiven by %s", buf.len ? "; " : "", item->provisions);
	return buf.text;
}

static void add_row(struct app *app, struct sen_table *table, const struct sen_ehc_item *item)
{
	struct sen_cell *cell = sen_table_add(table);

	sen_cell_text(cell++, sen_ehc_label(app->arena, item));
	sen_cell_text(cell++, item->section);
	sen_cell_int(cell++, item->head.id);
	sen_cell_text(cell++, item->words);
	sen_cell_text(cell++, item->serves);
	sen_cell_text(cell++, more(app, item));
	sen_cell_int(cell++, item->minutes);
	sen_cell_int(cell++, item->times);
	sen_cell_text(cell++, item->per);
	sen_cell_int(cell++, item->weeks);
	sen_cell_text(cell++, item->who);
	sen_cell_text(cell++, item->ratio);
	sen_cell_text(cell++, item->type);
	sen_cell_date(app->arena, cell++, item->dated_on);
	sen_cell_date(app->arena, cell++, item->due_on);
	sen_cell_int(cell++, item->pence);
	sen_cell_text(cell++, item->provisions);
	sen_cell_int(cell++, item->since);
	sen_cell_int(cell++, item->until);
	sen_cell_int(cell, item->head.rev);
}

static int show(struct app *app, const struct args *a, const struct sen_ehc_plan *plan, int64_t version,
		struct sen_err *err)
{
	struct sen_table *table = sen_table_of(app->arena, &answer);
	bool named = app->style.names == SEN_NAMES_FULL;

	app->unchanged = true;
	app_say(app, "%s%s%s.", named ? app_child(app, plan->ehc.pupil_id) : "", named ? ": " : "",
		ehcp_version_words(app, plan, version));
	for (size_t i = 0; i < plan->count; i++)
		if (sen_ehc_stands(&plan->items[i], version) &&
		    (!a->section || strcmp(plan->items[i].section, a->section) == 0))
			add_row(app, table, &plan->items[i]);
	return app_answer_table(app, table, err);
}

/* ---- Written ---- */

static bool anything(const struct args *a)
{
	return a->text || a->serves || a->type || a->per || a->who || a->ratio || a->pounds || a->end ||
	       a->minutes != SEN_NO_INT || a->times != SEN_NO_INT || a->weeks != SEN_NO_INT ||
	       a->dated != SEN_NO_DATE || a->due != SEN_NO_DATE;
}

static int set(struct app *app, struct sen_ehc_item *item, const char *field, const char *text,
	       struct sen_err *err)
{
	return text ? sen_field_set(app->store, sen_field_named(&sen_ehc_item_record, field), item, text, err)
		    : 0;
}

static int fill(struct app *app, const struct args *a, struct sen_ehc_item *item, struct sen_err *err)
{
	int rc;

	if ((rc = set(app, item, "words", a->text, err)) < 0 ||
	    (rc = set(app, item, "serves", a->serves, err)) < 0 ||
	    (rc = set(app, item, "type", a->type, err)) < 0 ||
	    (rc = set(app, item, "per", a->per, err)) < 0 || (rc = set(app, item, "who", a->who, err)) < 0 ||
	    (rc = set(app, item, "ratio", a->ratio, err)) < 0 ||
	    (rc = set(app, item, "pence", a->pounds, err)) < 0)
		return rc;
	if (a->minutes != SEN_NO_INT)
		item->minutes = a->minutes;
	if (a->times != SEN_NO_INT)
		item->times = a->times;
	if (item->per && item->times == SEN_NO_INT)
		item->times = 1;
	if (a->weeks != SEN_NO_INT)
		item->weeks = a->weeks;
	if (a->dated != SEN_NO_DATE)
		item->dated_on = a->dated;
	if (a->due != SEN_NO_DATE)
		item->due_on = a->due;
	return 0;
}

/* Which row: the one of --label, or a new one of the section. */
static int which(const struct args *a, const struct sen_ehc_plan *plan, struct sen_ehc_item *out,
		 struct sen_err *err)
{
	const struct sen_ehc_item *old = NULL;
	const char *section = a->section;
	int64_t number = SEN_NO_INT;

	sen_record_blank(&sen_ehc_item_record, out);
	if (a->label && !sen_ehc_label_parse(a->label, &section, &number)) {
		sen_fail(err, SEN_USAGE, "--label: '%s' is no label of a row", a->label);
		sen_hint(err, "It is a section and a number: B2, F1, H1.1.");
		return err->code;
	}
	if (a->label && a->section && strcmp(section, a->section) != 0)
		return sen_fail(err, SEN_USAGE, "--label: '%s' is not in section %s", a->label, a->section);
	if (!section)
		return sen_fail(err, SEN_USAGE, "in which section? SECTION, or --label, says it");
	if (a->label)
		old = sen_ehc_at(plan, section, number, plan->newest);
	if (old)
		*out = *old;
	out->section = section;
	out->number = number;
	if (!old && (a->end || !a->text)) {
		if (a->label)
			sen_fail(err, SEN_NOTFOUND, "there is no %s in EH%lld.%lld", a->label,
				 (long long)plan->ehc.head.id, (long long)plan->newest);
		else
			sen_fail(err, SEN_USAGE, "which row of section %s? --label says it", section);
		sen_hint(err, "'sendctl ehcp section P%lld %s' shows what is there.",
			 (long long)plan->ehc.pupil_id, section);
		return err->code;
	}
	return 0;
}

static void say_put(struct app *app, const struct sen_ehc_plan *plan, const struct sen_ehc_item *item,
		    enum sen_ehc_put done)
{
	static const char *const words[] = {"written", "new words; the old ones end there", "put right",
					    "says that already", "ended"};
	const char *amount = sen_ehc_quantity(app->arena, item);
	bool outcome = strcmp(item->section, "E") == 0 && !app->dry_run;

	app_say(app, "%s: %s in %s: %s%s.", app_child(app, plan->ehc.pupil_id),
		sen_ehc_label(app->arena, item), ehcp_version(app, plan, plan->newest), words[done],
		outcome ? sen_format(app->arena, " (outcome O%lld)", (long long)item->head.id) : "");
	if (amount && strchr("FGH", item->section[0]))
		app_say(app, "  %s.", amount);
	if (done == SEN_EHC_MENDED)
		app_say(app, "  It began in this version, so it is mended in place; the audit has what it "
			     "said before.");
}

static int end(struct app *app, struct sen_ehc_plan *plan, const struct sen_ehc_item *item,
	       struct sen_err *err)
{
	struct sen_ehc_item kept = *item;
	int rc = sen_ehc_end(app->store, plan, item->head.id, err);

	if (rc < 0)
		return rc;
	app_wrote(app, &sen_ehc_item_record, kept.head.id);
	say_put(app, plan, &kept, SEN_EHC_ENDED);
	return 0;
}

/* A draft in hand is questioned at once: what it leaves open. */
static void say_gaps(struct app *app, const struct sen_ehc_plan *plan, const struct sen_ehc_item *item)
{
	struct sen_ehc_gap *gaps;
	size_t count;

	sen_ehc_gaps(app->arena, plan, plan->newest, &gaps, &count);
	for (size_t i = 0; i < count; i++)
		if (gaps[i].item->head.id == item->head.id && strcmp(item->section, "F") == 0)
			app_say(app, "  Advice: %s.", gaps[i].finding);
}

/* A code of the law; with --label the first word may be the text already. */
static int section_of(struct args *a, struct sen_err *err)
{
	const char *code = a->section ? sen_code_find(sen_ehc_sections, a->section) : NULL;

	if (!a->section || code) {
		a->section = code;
		return 0;
	}
	if (a->label && !a->text) {
		a->text = a->section;
		a->section = NULL;
		return 0;
	}
	sen_fail(err, SEN_USAGE, "there is no section '%s' in a plan", a->section);
	sen_hint(err, "It is one of A, B, C, D, E, F, G, H1, H2, I, J, K.");
	return err->code;
}

static int run(struct app *app, const void *args, struct sen_err *err)
{
	struct args typed = *(const struct args *)args;
	const struct args *a = &typed;
	struct sen_ehc_plan plan;
	struct sen_ehc_item item;
	enum sen_ehc_put done;
	int64_t version;
	int rc = section_of(&typed, err);

	if (rc < 0 || (rc = ehcp_plan_some(app, a->pupil, &plan, &version, err)) < 0)
		return rc;
	if (app->form)
		return ehcp_section_form(app, &plan, err);
	if (!anything(a))
		return show(app, a, &plan, version, err);
	if (version != plan.newest)
		return sen_fail(err, SEN_INVALID, "%s stays as it is; %s is written now",
				ehcp_version(app, &plan, version), ehcp_version(app, &plan, plan.newest));
	if ((rc = which(a, &plan, &item, err)) < 0)
		return rc;
	if (item.head.id && (rc = sen_record_if_rev(app->store, &sen_ehc_item_record, &item.head, err)) < 0) {
		sen_hint(err, "Look at it again: 'sendctl ehcp section P%lld %s'.",
			 (long long)plan.ehc.pupil_id, item.section);
		return rc;
	}
	if (a->end)
		return end(app, &plan, &item, err);
	if ((rc = fill(app, a, &item, err)) < 0 ||
	    (rc = sen_ehc_put(app->store, &plan, &item, &done, err)) < 0)
		return rc;
	app->unchanged = done == SEN_EHC_SAME;
	if (done != SEN_EHC_SAME)
		app_wrote(app, &sen_ehc_item_record, item.head.id);
	say_put(app, &plan, &item, done);
	say_gaps(app, &plan, &item);
	return 0;
}

#define S struct args
static const struct opt opts[] = {
	EHCP_PLAN_ROW(S, pupil),
	OPT_ROW_TEXT(S, section, "SECTION", OPT_POSITIONAL, NULL,
		     "A to G, H1, H2, I, J or K; left out: the whole plan, or the row of --label"),
	OPT_ROW_TEXT(S, text, "TEXT", OPT_POSITIONAL, NULL,
		     "what the plan says; @FILE, or - for standard input"),
	OPT_ROW_WORD(S, label, "label", 0, "B2", "the row that is there already (a new one)"),
	OPT_ROW_WORD(S, serves, "serves", 0, "LABELS",
		     "E, F, G, H: the needs and outcomes it serves: \"B1 E2\""),
	OPT_ROW_WORD(S, type, "type", 0, "TYPE", "B: type of need; I: of school; K: whose advice"),
	OPT_ROW_INT(S, minutes, "minutes", 0, "N", "minutes each time"),
	OPT_ROW_INT(S, times, "times", 0, "N", "how many times"),
	OPT_ROW_CHOICE(S, per, "per", 0, "day|week|fortnight|half-term|term|year", "in each of these"),
	OPT_ROW_INT(S, weeks, "weeks", 0, "N", "for how many weeks"),
	OPT_ROW_WORD(S, who, "who", 0, "NAME", "who gives it; whose advice it is"),
	OPT_ROW_WORD(S, ratio, "ratio", 0, "RATIO", "adults to children: 1:1, 1:4"),
	OPT_ROW_DATE(S, dated, "dated", 0, "K: the date of the advice"),
	OPT_ROW_DATE(S, due, "due", OPT_FUTURE, "E: to be reached by"),
	OPT_ROW_WORD(S, pounds, "pounds", 0, "POUNDS", "J: the sum a year"),
	OPT_ROW_FLAG(S, end, "end", 0, "it is not in this version any more"),
};
#undef S
static const char *const examples[] = {
	"sendctl ehcp section zoe@3B B \"Zoe finds it hard to follow spoken instructions\" --type SLCN",
	"sendctl ehcp section zoe@3B F \"Language group\" --serves \"B1 E1\" --minutes 30 --times 3",
	"sendctl ehcp section zoe@3B --label F1 --times 2",
	"sendctl ehcp section zoe@3B F",
	"sendctl ehcp section zoe@3B --form",
	NULL};
const struct cmd ehcp_section_cmd = {
	.noun = "ehcp",
	.verb = "section",
	.summary = "write a row of the plan's sections A to K, or look at them",
	.about = "A row is a need, an outcome, a piece of provision: its label is the section and a number "
		 "(B1, F2, "
		 "H1.1) and is never used for anything else. It goes into the newest version of the plan: "
		 "the draft "
		 "in hand, or the final plan just entered. Words given for a label that stood in an earlier "
		 "version "
		 "end the old ones there and follow them; in the version it began in a row is mended, and "
		 "the audit "
		 "has what it said. What is not given stays as it was. With nothing to write the rows are "
		 "shown; "
		 "--form edits the whole plan as one text. 'sendctl ehcp read' takes in the authority's "
		 "document.",
	.flags = CMD_WRITES | CMD_TABLE | CMD_ROUND,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.record = &sen_ehc_item_record,
	.answer = &answer,
	.examples = examples,
	.run = run,
};
