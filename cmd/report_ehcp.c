/* sendctl report ehcp: every child with an EHC case, and the figures for the governors. */
#include "nouns.h"

#include <sen/answer.h>
#include <sen/report.h>
#include <sen/roll.h>

#include <string.h>

struct args {
	const char *stage, *year;
	sen_date from, until;
	bool public;
};

static void add_notes(struct app *app, struct sen_table *page, const struct sen_ehcp_figures *figures)
{
	const char **notes = SEN_NEW(app->arena, const char *, 3);

	page->footnotes = notes;
	notes[page->footnote_count++] =
		"What came of a request is counted with the time it was made in. What the "
		"authority was bound to is by the law's clock; what is excused is not "
		"counted as late.";
	if (figures->unkept && figures->public)
		notes[page->footnote_count++] =
			"Not all children with an EHC plan are in it: some have no case on record yet.";
	else if (figures->unkept)
		notes[page->footnote_count++] =
			sen_format(app->arena,
				   "Not counted: %lld %s with an EHC plan by the register and no case on "
				   "record. 'sendctl report "
				   "conformance' names each; 'sendctl ehcp add' or 'sendctl ehcp import' "
				   "begins the case.",
				   (long long)figures->unkept, figures->unkept == 1 ? "child" : "children");
	if (figures->public)
		notes[page->footnote_count++] = sen_format(
			app->arena, "A number that is left out is less than %lld, or would tell one that is.",
			(long long)figures->least);
}

static int run(struct app *app, const void *data, struct sen_err *err)
{
	const struct args *args = data;
	const struct sen_query *query = &sen_report_ehcp;
	sen_date today = sen_store_day(app->store);
	struct sen_ehcp_figures figures = {.from = args->from == SEN_NO_DATE
							   ? sen_date_make(sen_academic_year(today), 9, 1)
							   : args->from,
					   .until = args->until == SEN_NO_DATE ? today + 1 : args->until,
					   .public = args->public};
	struct sen_table *page, *cases;
	struct sen_cell *cell;
	int rc;

	if (figures.until <= figures.from)
		return sen_fail(err, SEN_USAGE, "--until is the first day after, and not before --from");
	if ((rc = sen_ehcp_figures(app->store, &figures, err)) < 0)
		return rc;
	page = sen_table_of(app->arena, query);
	cell = sen_table_add(page);
	sen_cell_date(app->arena, &cell[0], figures.from);
	sen_cell_date(app->arena, &cell[1], figures.until - 1);
	for (int i = 0; i < SEN_EHCP_FIGURES; i++)
		sen_cell_int(&cell[2 + i], figures.hidden[i] ? SEN_NO_INT : figures.n[i]);
	if (!args->public) {
		if ((rc = sen_report_ehcp_cases(app->store, args->stage, args->year, &cases, err)) < 0)
			return rc;
		sen_table_add_part(page, cases);
	}
	add_notes(app, page, &figures);
	return app_answer_table(app, page, err);
}

static const struct opt opts[] = {
	OPT_ROW_CHOICE(struct args, stage, "stage", 0,
		       "requested|assessing|drafting|plan|refused|no-plan|withdrawn|ceased",
		       "only cases at this stage"),
	OPT_ROW_WORD(struct args, year, "year", 0, "YEAR", "only children of this year group: N1, R, 6"),
	OPT_ROW_DATE(struct args, from, "from", 0, "count from this day (1 September of this school year)"),
	OPT_ROW_DATE(struct args, until, "until", 0, "the first day after (tomorrow)"),
	OPT_ROW_FLAG(struct args, public, "public", 0,
		     "for outside the SEND team: nobody is named and small numbers are left out"),
};
static const char *const examples[] = {"sendctl report ehcp", "sendctl report ehcp --stage plan --year 6",
				       "sendctl report ehcp --table cases --format csv",
				       "sendctl report ehcp --public -o governors.html", NULL};
const struct cmd report_ehcp_cmd = {
	.noun = "report",
	.verb = "ehcp",
	.summary =
		"every child with an EHC case: stage, the authority's days, the next review; and the figures",
	.about = "The cases that are open, or that are still disagreed about: weeks since the request was "
		 "received, what the authority owes and how late it is, the day the next annual review must "
		 "be "
		 "complete and the latest safe day for its meeting, change of phase, appeals. Above them the "
		 "figures of this school year (or of other days): requests and what came of them, plans, "
		 "annual reviews in time, how late the authority was.\n\n--public leaves out the cases, and "
		 "the "
		 "small numbers that the policy names.",
	.flags = CMD_READS | CMD_TABLE,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.answer = &sen_report_ehcp,
	.examples = examples,
	.run = run,
};
