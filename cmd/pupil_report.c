/* pupil report: the yearly report to the parents of a child (Code 6.64; R86): made,
 * kept as a document of the child, and recorded as sent. */
#include "pupil_report.h"
#include "nouns.h"

#include <string.h>

struct report_args {
	const char *pupils, *to;
	sen_date from, until, sent;
};
#define S struct report_args
static const struct opt report_opts[] = {
	OPT_ROW_WORD(S, pupils, "PUPILS", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "a class (@3B), a list (register) or one child"),
	OPT_ROW_DATE(S, from, "from", 0,
		     "what happened since (the last report that was sent, else 12 months)"),
	OPT_ROW_DATE(S, until, "until", 0, "and before this day (tomorrow)"),
	OPT_ROW_DATE(S, sent, "sent", 0, "the day it was sent, or handed over"),
	OPT_ROW_WORD(S, to, "to", 0, "NAME", "to whom (every parent a letter goes to)"),
};
#undef S

struct run {
	struct app *app;
	const struct report_args *args;
	struct press press;
	size_t made, sent, nobody; /* nobody: a report is there, and no parent to send it to */
};

/* ---- Made ---- */

static int make(struct run *run, int64_t pupil_id, struct reports *before, struct sen_err *err)
{
	sen_date today = run->app->context.today, from = run->args->from, until = run->args->until;
	struct pupil_report report;
	int rc;

	if (until == SEN_NO_DATE)
		until = today + 1;
	if (from == SEN_NO_DATE)
		from = before->sent_made_on != SEN_NO_DATE ? before->sent_made_on
							   : sen_date_add_months(until, -12);
	if (from >= until)
		return sen_fail(err, SEN_INVALID, "--from: the report would begin after it ends");
	if ((rc = pupil_report_load(run->app, pupil_id, from, until, &report, err)) < 0)
		return rc;
	paper_set(&report.paper, "from", paper_day(run->app->arena, from));
	paper_set(&report.paper, "last", paper_day(run->app->arena, until - 1));
	paper_set(&report.paper, "next", paper_day(run->app->arena, report.next_on));
	rc = press_sheet(
		&run->press,
		sen_format(run->app->arena, "%s-report", press_name(run->app, pupil_id, report.paper.full)),
		paper_fill(&report.paper, "Yearly report about {child}"), err);
	if (rc < 0)
		return rc;
	paper_watch(&report.paper, run->press.page);
	pupil_report_draw(&report, run->press.page);
	if ((rc = report_keep(&run->press, &report, before, err)) < 0)
		return rc;
	run->made++;
	paper_tell_needs(&report.paper);
	paper_tell_watched(&report.paper, run->press.page);
	return press_note(&run->press, pupil_id, "yearly report to parents", err);
}

/* ---- The command ---- */

/* Of a list: those who were on the register in the time, or the year. */
static int wanted(struct run *run, int64_t pupil_id, bool one, bool *out, struct sen_err *err)
{
	sen_date from = run->args->from;
	struct sen_register_entry *all;
	size_t count;
	int rc = sen_record_of_pupil(run->app->store, &sen_register_record, pupil_id, (void **)&all, &count,
				     err);

	if (from == SEN_NO_DATE)
		from = sen_date_add_months(run->app->context.today, -12);
	*out = one;
	for (size_t i = 0; rc == 0 && i < count; i++)
		if (all[i].until_on == SEN_NO_DATE || all[i].until_on > from)
			*out |= strcmp(all[i].kind, "register") == 0 || strcmp(all[i].kind, "plan") == 0;
	return rc;
}

static int of_pupil(struct run *run, int64_t pupil_id, bool one, bool print, struct sen_err *err)
{
	struct reports reports;
	size_t sent = 0;
	bool want;
	int rc = wanted(run, pupil_id, one, &want, err);

	if (rc < 0 || !want || (rc = reports_find(run->app, pupil_id, &reports, err)) < 0)
		return rc;
	if (print && (rc = make(run, pupil_id, &reports, err)) < 0)
		return rc;
	if (run->args->sent != SEN_NO_DATE)
		rc = report_send(&run->press, pupil_id, &reports, run->args->sent, run->args->to, &sent, err);
	run->sent += sent > 0;
	run->nobody += sent == 0 && (reports.waits || reports.last);
	return rc;
}

static int nothing(const struct run *run, bool print, struct sen_err *err)
{
	if (print) {
		sen_fail(err, SEN_NOTFOUND,
			 "there is nothing to report: no child of '%s' is, or was, on the "
			 "register",
			 run->args->pupils);
		return err->code;
	}
	if (run->nobody) {
		sen_fail(err, SEN_NOTFOUND, "no parent of '%s' is kept whom a letter goes to",
			 run->args->pupils);
		sen_hint(err, "Say to whom it was sent with --to NAME, or keep the parents: 'sendctl contact "
			      "add'.");
		return err->code;
	}
	sen_fail(err, SEN_NOTFOUND, "no report of '%s' was made yet", run->args->pupils);
	sen_hint(err, "Make it first: sendctl pupil report %s -o FILE.html", run->args->pupils);
	return err->code;
}

static int report_run(struct app *app, const void *data, struct sen_err *err)
{
	struct run run = {.app = app, .args = data};
	bool print = app->output || run.args->sent == SEN_NO_DATE;
	int64_t *ids;
	size_t count;
	int rc;

	if (run.args->to && run.args->sent == SEN_NO_DATE)
		return sen_fail(err, SEN_USAGE, "--to: say the day too, with --sent DATE");
	run.press.app = app;
	rc = print ? press_begin(&run.press, app, "Yearly reports to parents", SEN_PAGE_PARENT, err) : 0;
	app->unchanged = false; /* the document stays, and undo takes it back */
	if (rc == 0)
		rc = app_pupils(app, run.args->pupils, &ids, &count, err);
	for (size_t i = 0; rc == 0 && i < count; i++)
		rc = of_pupil(&run, ids[i], count == 1, print, err);
	if (rc == 0 && (print ? run.made == 0 : run.sent == 0))
		rc = nothing(&run, print, err);
	if (print)
		rc = press_end(&run.press, rc, err);
	if (rc == 0 && !print && run.sent > 1)
		app_say(app, "%zu reports sent.", run.sent);
	if (rc == 0 && print && run.args->sent == SEN_NO_DATE)
		app_say(app, "When it is sent: sendctl pupil report %s --sent DATE", run.args->pupils);
	return rc;
}

static const char *const report_examples[] = {"sendctl pupil report zoe@3B -o report.html",
					      "sendctl pupil report register -o reports",
					      "sendctl pupil report zoe@3B --sent 2026-11-20", NULL};
const struct cmd pupil_report_cmd = {
	.noun = "pupil",
	.verb = "report",
	.summary = "the yearly report to parents: made, and sent",
	.about = "A page in plain words of what a child with SEN support or an EHC plan has had in the year: "
		 "needs, "
		 "targets and how they went, the extra help with sessions planned, held and attended, "
		 "meetings, "
		 "what parents and child said, what comes next. It is kept as a document of kind "
		 "parent-report. With --sent DATE it is recorded as given to every parent a letter goes to, "
		 "or to --to NAME; that is what the yearly report owed to parents waits for.",
	.flags = CMD_WRITES | CMD_MANY,
	.opts = report_opts,
	.opt_count = SEN_COUNT(report_opts),
	.args_size = sizeof(struct report_args),
	.examples = report_examples,
	.run = report_run};
