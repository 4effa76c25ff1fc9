/* ehcp lint, ehcp check: what to question in a draft, and what a plan leaves open. */
#include "ehcp_plan.h"

#include <string.h>

struct args {
	const char *pupil;
};
#define S struct args
static const struct opt opts[] = {EHCP_PLAN_ROW(S, pupil)};
#undef S

/* ---- lint ---- */

static const struct sen_column lint_columns[] = {
	{"label", "Row", SEN_C_TEXT, 0, NULL, NULL, "section and number"},
	{"code", "Code", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "of law.json's list `vague`; no-amount"},
	{"word", "Word", SEN_C_TEXT, 0, NULL, NULL, "what is vague; nothing: an amount is missing"},
	{"context", "Where", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL,
	 "the words around it, or what is not said"},
	{"ask", "What to ask", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what to ask for instead"},
};
static const struct sen_query lint_answer = {
	.name = "ehcp-lint",
	.title = "Words to question in the plan",
	.version = 1,
	.columns = lint_columns,
	.count = SEN_COUNT(lint_columns),
	.empty = "No vague word was found, and every row of Section F that is written says "
		 "how much. That says nothing of whether it is right."};

static const struct sen_milestone *of_version(const struct sen_ehc_plan *plan, int64_t version,
					      const char *event)
{
	for (size_t i = 0; i < plan->happened_count; i++)
		if (plan->happened[i].version == version && strcmp(plan->happened[i].event, event) == 0)
			return &plan->happened[i];
	return NULL;
}

/* Amendments served since they were sent: the version is theirs, the day of service not. */
static const struct sen_milestone *amendments(const struct sen_ehc_plan *plan, int64_t version)
{
	const struct sen_milestone *sent = of_version(plan, version, "amendments-sent");
	const struct sen_milestone *served =
		sent ? sen_milestone_last(plan->happened, plan->happened_count, "amendments-served") : NULL;

	return served && served->happened_on >= sent->happened_on ? served : NULL;
}

/* Until when comments count: beginning with the day it was served (reg 13(1), 22(2)). */
static const char *until_when(struct app *app, const struct sen_law *law, const struct sen_ehc_plan *plan,
			      int64_t version)
{
	const struct sen_milestone *served = of_version(plan, version, "draft-served");
	const struct sen_milestone *copy = served ? NULL : of_version(plan, version, "draft-copy");
	bool draft = served || copy;
	struct sen_clock_event event = {draft ? "draft-served" : "amendments-served", SEN_NO_DATE};
	struct sen_clock_facts facts = {.events = &event, .count = 1};
	struct sen_clock clock;
	char day[16];

	if (!draft)
		served = amendments(plan, version);
	if (!served && !copy)
		return NULL;
	event.on = (served ? served : copy)->happened_on;
	if (!sen_clock(app->arena, law, draft ? "draft-comments" : "amendment-comments", &facts, &clock))
		return NULL;
	return sen_format(
		app->arena,
		clock.due_on < app->context.today ? "The days for comments were over on %s."
		: copy ? "The parents' comments count until %s at the latest: the day it was served on them "
			 "is not known, only the day of the school's copy. Give them yours at once."
		       : "The parents' comments count until %s: give them yours before.",
		sen_date_long(clock.due_on, day));
}

static int lint_run(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_table *table = sen_table_of(app->arena, &lint_answer);
	const struct sen_law *law;
	struct sen_ehc_vague *words;
	struct sen_ehc_plan plan;
	int64_t version;
	size_t count;
	int rc = ehcp_plan_some(app, a->pupil, &plan, &version, err);

	if (rc < 0 || (rc = sen_law(app->store, &law, err)) < 0)
		return rc;
	table->title =
		sen_format(app->arena, "Words to question in %s", ehcp_version_words(app, &plan, version));
	sen_ehc_lint(app->arena, law, &plan, version, &words, &count);
	for (size_t i = 0; i < count; i++) {
		struct sen_cell *cell = sen_table_add(table);

		sen_cell_text(cell++, sen_ehc_label(app->arena, words[i].item));
		sen_cell_text(cell++, words[i].word ? words[i].word->code : "no-amount");
		sen_cell_text(cell++, words[i].word ? words[i].word->name : NULL);
		sen_cell_text(cell++,
			      words[i].word ? words[i].context
					    : sen_format(app->arena, "it does not say %s", words[i].context));
		sen_cell_text(cell, words[i].word ? words[i].word->extra
						  : "how many minutes, how often, by whom, in what ratio?");
	}
	const char *until = until_when(app, law, &plan, version);
	if (until) {
		table->footnotes = SEN_NEW(app->arena, const char *, 1);
		table->footnotes[0] = until;
		table->footnote_count = 1;
	}
	return app_answer_table(app, table, err);
}

static const char *const lint_examples[] = {"sendctl ehcp lint zoe@3B", NULL};
const struct cmd ehcp_lint_cmd = {
	.noun = "ehcp",
	.verb = "lint",
	.summary = "words to question in a draft plan, and until when comments count",
	.about = "Sections B, E, F, G and H are looked through for words that promise nothing one could ask "
		 "for "
		 "(the list is 'vague' in the law's data), Section F for provision that does not say how "
		 "long and "
		 "how often. It is advice for the comments on a draft; whether the plan is right is for "
		 "people to "
		 "say.",
	.flags = CMD_READS | CMD_TABLE,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.answer = &lint_answer,
	.examples = lint_examples,
	.run = lint_run,
};

/* ---- check ---- */

static const struct sen_column check_columns[] = {
	{"label", "Row", SEN_C_TEXT, 0, NULL, NULL, "section and number"},
	{"check", "Check", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "a stable key"},
	{"finding", "Finding", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what is open"},
	{"words", "What the plan says", SEN_C_TEXT, SEN_COL_QUIET | SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL,
	 "the row"},
	{"fix", "Command", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "that writes it, once the plan says it"},
};
static const struct sen_query check_answer = {
	.name = "ehcp-check",
	.title = "What the plan leaves open",
	.version = 1,
	.columns = check_columns,
	.count = SEN_COUNT(check_columns),
	.empty = "Every need has provision and an outcome, provision is quantified, advice is dated."};

static int check_run(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_table *table = sen_table_of(app->arena, &check_answer);
	struct sen_ehc_gap *gaps;
	struct sen_ehc_plan plan;
	int64_t version;
	size_t count;
	int rc = ehcp_plan_some(app, a->pupil, &plan, &version, err);

	if (rc < 0)
		return rc;
	table->title = sen_format(app->arena, "What %s leaves open", ehcp_version_words(app, &plan, version));
	if (plan.count == 0)
		table->empty = "No section of it is entered yet: 'sendctl ehcp read' takes in the document.";
	sen_ehc_gaps(app->arena, &plan, version, &gaps, &count);
	for (size_t i = 0; i < count; i++) {
		struct sen_cell *cell = sen_table_add(table);

		sen_cell_text(cell++, sen_ehc_label(app->arena, gaps[i].item));
		sen_cell_text(cell++, gaps[i].check);
		sen_cell_text(cell++, gaps[i].finding);
		sen_cell_text(cell++, gaps[i].item->words);
		sen_cell_text(cell, gaps[i].fix);
	}
	return app_answer_table(app, table, err);
}

static const char *const check_examples[] = {"sendctl ehcp check zoe@3B", "sendctl ehcp check EH1.2 --json",
					     NULL};
const struct cmd ehcp_check_cmd = {
	.noun = "ehcp",
	.verb = "check",
	.summary = "what a plan leaves open: needs without provision or outcome, provision without an amount",
	.about = "Advice, never an error. Each need of Section B is looked for in Sections E and F, each row "
		 "of "
		 "Section F for whom it serves, how long, how often and by whom, each piece of advice for "
		 "its date.",
	.flags = CMD_READS | CMD_TABLE,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.answer = &check_answer,
	.examples = check_examples,
	.run = check_run,
};
