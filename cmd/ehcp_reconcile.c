/* sendctl ehcp reconcile: the local authority's termly list of reviews against ours (R63;
 * Code of Practice 9.172). */
#include "ehcp.h"

#include <sen/reconcile.h>

#include <string.h>

struct args {
	const char *file;
	sen_date on, term;
	bool record, exit_code;
};
#define S struct args
static const struct opt opts[] = {
	OPT_ROW_FILE(S, file, "FILE", 0, OPT_POSITIONAL | OPT_REQUIRED, "their list, as CSV"),
	OPT_ROW_DATE(S, on, "on", 0, "the day it came (today)"),
	OPT_ROW_DATE(S, term, "term", OPT_FUTURE,
		     "a day of the term it is for (the one that begins nearest)"),
	OPT_ROW_FLAG(S, record, "save", 0, "keep for each child found that the list came"),
	OPT_ROW_FLAG(S, exit_code, "exit-code", 0, "exit with 10 when the lists differ"),
};
#undef S

static struct sen_table *table_of(struct app *app, const struct sen_reconcile *all)
{
	const struct sen_query *query = &sen_reconcile_answer;
	struct sen_table *table = sen_table_of(app->arena, query);
	for (size_t i = 0; i < all->count; i++) {
		const struct sen_reconcile_row *row = &all->rows[i];
		struct sen_cell *cell = sen_table_add(table);

		sen_cell_text(&cell[0], row->state);
		sen_cell_int(&cell[1], row->line);
		sen_cell_int(&cell[2], row->pupil_id);
		sen_cell_text(&cell[3], row->upn);
		sen_cell_text(&cell[4], row->pupil);
		sen_cell_text(&cell[5], row->class_name);
		sen_cell_date(app->arena, &cell[6], row->due_theirs);
		sen_cell_date(app->arena, &cell[7], row->due_ours);
		sen_cell_date(app->arena, &cell[8], row->planned_on);
		sen_cell_text(&cell[9], row->what);
		sen_cell_text(&cell[10], row->fix);
	}
	return table;
}

static void say(struct app *app, const struct sen_reconcile *all)
{
	char from[16], by[16], on[16];

	app_say(app,
		"%s (from %s): %zu same, %zu different, %zu only on their list, %zu only here, %zu not read.",
		all->term.name ? all->term.name : "The term", sen_date_long(all->term.from, from), all->same,
		all->different, all->theirs, all->ours, all->unread);
	if (all->send_by != SEN_NO_DATE && all->received_on > all->send_by)
		app_say(app,
			"The list came on %s. That is late: it was due two weeks before the term, by %s "
			"(Code 9.172).",
			sen_date_long(all->received_on, on), sen_date_long(all->send_by, by));
	if (all->recorded)
		app_say(app, "Kept for %zu %s: the list came on %s.", all->recorded,
			all->recorded == 1 ? "child" : "children", sen_date_long(all->received_on, on));
}

static int run(struct app *app, const void *data, struct sen_err *err)
{
	const struct args *args = data;
	struct sen_reconcile all = {.received_on = args->on == SEN_NO_DATE ? app->context.today : args->on,
				    .term_day = args->term,
				    .record = args->record};
	int rc;

	if (all.received_on > app->context.today)
		return sen_fail(err, SEN_INVALID, "--on: the list cannot have come after today");
	if ((rc = sen_reconcile(app->store, args->file, &all, err)) < 0)
		return rc;
	app->unchanged = all.recorded == 0;
	say(app, &all);
	app->attention = args->exit_code && all.different + all.theirs + all.ours + all.unread > 0;
	return app_answer_table(app, table_of(app, &all), err);
}

static const char *const examples[] = {"sendctl ehcp reconcile reviews-spring.csv",
				       "sendctl ehcp reconcile reviews-spring.csv --save --on 2026-12-14",
				       "sendctl ehcp reconcile reviews-spring.csv --exit-code --format csv",
				       NULL};
const struct cmd ehcp_reconcile_cmd = {
	.noun = "ehcp",
	.verb = "reconcile",
	.summary = "the local authority's list of the term's reviews against ours",
	.about = "The authority tells the school two weeks before a term which reviews are due in it (Code "
		 "9.172). Each line is matched by UPN, else by name and date of birth: the same; another day "
		 "than the end of the twelve months by our records; only on their list (no such child, one "
		 "who "
		 "left, no EHC case here); only here. Their headings may be in any order and in many words; "
		 "dates are read day first. Nothing is written, but with --save that the list came.",
	.flags = CMD_WRITES | CMD_TABLE,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.answer = &sen_reconcile_answer,
	.examples = examples,
	.run = run};
