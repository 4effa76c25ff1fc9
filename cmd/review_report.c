/* sendctl review report: the report of an annual review to everyone invited and the local
 * authority (SEND Regs 2014 reg 20(7) to (9)): printed, and kept as sent. */
#include "review_report.h"
#include "review.h"

#include <sen/disclosure.h>
#include <sen/text.h>

#include <string.h>

/* ---- What it holds ---- */

static int load_people(struct app *app, struct review_report *out, struct sen_err *err)
{
	struct sen_invitation *all;
	void *records;
	size_t count;
	int rc = sen_record_of_pupil(app->store, &sen_invitation_record, out->review.pupil_id, &records,
				     &count, err);

	if (rc < 0)
		return rc;
	all = out->people = records;
	for (size_t i = 0; i < count; i++)
		if (all[i].review_id == out->review.head.id)
			out->people[out->people_count++] = all[i];
	return 0;
}

static int load_marks(struct app *app, struct review_report *out, struct sen_err *err)
{
	struct sen_progress *all;
	struct sen_target target;
	void *records;
	size_t count;
	int rc = sen_record_of_pupil(app->store, &sen_progress_record, out->review.pupil_id, &records, &count,
				     err);

	if (rc < 0)
		return rc;
	all = out->marks = records;
	out->mark_names = SEN_NEW(app->arena, const char *, count + 1);
	out->mark_texts = SEN_NEW(app->arena, const char *, count + 1);
	for (size_t i = 0; i < count && rc == 0; i++) {
		size_t at = out->mark_count;

		if (all[i].review_id != out->review.head.id || all[i].target_id == SEN_NO_INT)
			continue;
		out->marks[at] = all[i];
		if ((rc = sen_result_name(app->store, &out->marks[at], &out->mark_names[at], err)) < 0 ||
		    (rc = sen_record_get(app->store, &sen_target_record, out->marks[at].target_id, &target,
					 err)) < 0)
			return rc;
		out->mark_texts[at] = target.target;
		out->mark_count++;
	}
	return rc;
}

static int load_actions(struct app *app, struct review_report *out, struct sen_err *err)
{
	const char *id = sen_format(app->arena, "R%lld", (long long)out->review.head.id);
	struct sen_action *all;
	void *records;
	size_t count;
	int rc = sen_record_of_pupil(app->store, &sen_action_record, out->review.pupil_id, &records, &count,
				     err);

	if (rc < 0)
		return rc;
	all = out->actions = records;
	for (size_t i = 0; i < count; i++)
		if (all[i].record && strcmp(all[i].record, id) == 0)
			out->actions[out->action_count++] = all[i];
	return 0;
}

int review_report_load(struct app *app, const struct sen_review *review, struct review_report *out,
		       struct sen_err *err)
{
	sen_date day = review->held_on != SEN_NO_DATE ? review->held_on : review->planned_on;
	int rc;

	*out = (struct review_report){.review = *review, .held = review->held_on != SEN_NO_DATE};
	if ((rc = paper_load(app, review->pupil_id, &out->paper, err)) < 0 ||
	    (rc = sen_annual_of(app->store, review->pupil_id, day, &out->annual, err)) < 0 ||
	    (rc = sen_annual_items(app->store, &out->annual, "E", &out->outcomes, &out->outcome_count, err)) <
		    0 ||
	    (rc = sen_annual_items(app->store, &out->annual, "F", &out->provision, &out->provision_count,
				   err)) < 0 ||
	    (rc = review_report_given(app, out, err)) < 0 ||
	    (rc = sen_annual_kept(app->store, review, &out->kept, &out->kept_count, err)) < 0 ||
	    (rc = load_people(app, out, err)) < 0 || (rc = load_marks(app, out, err)) < 0 ||
	    (rc = load_actions(app, out, err)) < 0 ||
	    (rc = review_annual_by(app, review, "annual-review-report", &out->send_by, err)) < 0)
		return rc;
	return review_annual_by(app, review, "annual-review-decision", &out->decide_by, err);
}

/* ---- Sent ---- */

struct report_args {
	const char *review;
	sen_date sent;
};

static bool role_is(const struct sen_invitation *row, const char *role)
{
	return row->role && strcmp(row->role, role) == 0;
}

/* Whom reg 20(8) gives it to: those whom the law has invited. */
static bool by_law(const struct sen_invitation *row)
{
	return role_is(row, "parent") || role_is(row, "staff") || role_is(row, "authority") ||
	       role_is(row, "health");
}

static bool barred(const struct review_report *report, const struct sen_invitation *row)
{
	for (size_t i = 0; i < report->paper.barred_count; i++)
		if (row->contact_id != SEN_NO_INT && row->contact_id == report->paper.barred[i].head.id)
			return true;
	return false;
}

/* Anybody else passes the wall of regulation 17, and it is kept. */
static int others(struct app *app, const struct review_report *report, const struct sen_invitation *row,
		  sen_date sent, bool *out, struct sen_err *err)
{
	const struct sen_leaving leaving = {.pupil_id = report->review.pupil_id,
					    .what = sen_format(app->arena,
							       "the report of annual review R%lld",
							       (long long)report->review.head.id),
					    .who = row->who,
					    .why = "the report goes to everyone invited to the annual review",
					    .on = sent};
	struct sen_disclosure kept;
	int rc = sen_disclosure_may(app->store, &leaving, &kept, err);

	*out = rc == 0;
	if (rc == SEN_INVALID) {
		app_say(app, "  Not to %s: %s.", row->who, err->msg);
		sen_err_clear(err);
		return 0;
	}
	if (rc < 0 || (rc = sen_disclosure_gate(app->store, &leaving, &kept, err)) < 0)
		return rc;
	app_wrote(app, &sen_disclosure_record, kept.head.id);
	app_say(app, "  To %s %s.", row->who, sen_disclosure_words(app->store, &kept));
	return 0;
}

/* Whom the wall keeps it from. */
static void say_refused(struct app *app, const struct review_report *report, size_t refused)
{
	if (refused)
		app_say(app,
			"  With consent ('sendctl consent add P%lld --purpose disclosure --by NAME') or on a "
			"ground ('sendctl disclosure grounds') it may go to them too: sendctl disclosure add "
			"P%lld --who NAME --why TEXT",
			(long long)report->review.pupil_id, (long long)report->review.pupil_id);
}

static int recipients(struct app *app, const struct review_report *report, sen_date sent,
		      struct sen_buf *list, struct sen_err *err)
{
	bool authority = false;
	size_t refused = 0;
	int rc = 0;

	for (size_t i = 0; i < report->people_count && rc == 0; i++) {
		const struct sen_invitation *row = &report->people[i];
		bool goes = by_law(row);

		if (role_is(row, "pupil") || barred(report, row))
			continue;
		if (!goes)
			rc = others(app, report, row, sent, &goes, err);
		refused += rc == 0 && !goes;
		if (rc < 0 || !goes)
			continue;
		authority |= role_is(row, "authority");
		sen_buf_addf(list, "%s%s", list->len ? ", " : "", row->who);
	}
	say_refused(app, report, refused);
	if (rc == 0 && !authority)
		sen_buf_addf(list, "%s%s", list->len ? ", " : "",
			     report->annual.ehc.authority ? report->annual.ehc.authority
							  : "the local authority");
	return rc;
}

static int may_send(struct app *app, const struct review_report *report, sen_date sent, struct sen_err *err)
{
	char day[16], held[16];
	long long id = (long long)report->review.head.id;

	if (!report->held) {
		sen_fail(err, SEN_INVALID, "R%lld is not on record as held", id);
		sen_hint(err, "First: 'sendctl review record R%lld --on DATE --came NAME'.", id);
		return err->code;
	}
	if (sent < report->review.held_on)
		return sen_fail(err, SEN_INVALID, "--sent: %s is before the review (%s)",
				sen_date_long(sent, day), sen_date_long(report->review.held_on, held));
	if (report->annual.ehc.head.id)
		return 0;
	sen_fail(err, SEN_NOTFOUND, "%s has no EHC case that the report could be kept with",
		 app_child(app, report->review.pupil_id));
	sen_hint(err, "The plan the child has: 'sendctl ehcp add P%lld --final DATE'.",
		 (long long)report->review.pupil_id);
	return err->code;
}

static int send(struct app *app, const struct review_report *report, sen_date sent, struct sen_err *err)
{
	struct sen_buf list = {.arena = app->arena};
	struct sen_milestone event;
	char day[16], by[16];
	int rc = may_send(app, report, sent, err);

	if (rc < 0 || (rc = recipients(app, report, sent, &list, err)) < 0)
		return rc;
	sen_record_blank(&sen_milestone_record, &event);
	event.head.id = 0;
	event.pupil_id = report->review.pupil_id;
	event.ehc_id = report->annual.ehc.head.id;
	event.review_id = report->review.head.id;
	event.event = "review-report";
	event.happened_on = sent;
	event.result = report->review.decision;
	event.who = list.text;
	if ((rc = sen_milestone_add(app->store, &event, err)) < 0)
		return rc;
	app_wrote(app, &sen_milestone_record, event.head.id);
	app_say(app, "%s: the report of the review%s was sent on %s, to %s.",
		app_child(app, report->review.pupil_id), review_id(app, report->review.head.id),
		sen_date_long(sent, day), list.text);
	if (report->send_by != SEN_NO_DATE && sent > report->send_by)
		app_say(app, "  That is late: two weeks from the meeting ended on %s (reg 20(8)).",
			sen_date_long(report->send_by, by));
	if (report->decide_by != SEN_NO_DATE)
		app_say(app,
			"  The authority decides by %s: sendctl ehcp decision EH%lld --decision WORD --on "
			"DATE",
			sen_date_long(report->decide_by, by), (long long)report->annual.ehc.head.id);
	if (!report->review.decision)
		app_say(app,
			"  No recommendation is on record: sendctl review edit R%lld --decision "
			"maintain|amend|cease",
			(long long)report->review.head.id);
	return 0;
}

/* ---- The command ---- */

static int print(struct app *app, struct review_report *report, struct sen_err *err)
{
	const char *title = sen_format(app->arena, "Annual review R%lld", (long long)report->review.head.id);
	struct press press;
	int rc = press_begin(&press, app, title, SEN_PAGE_PARENT, err);

	if (rc == 0)
		rc = press_sheet(&press,
				 sen_format(app->arena, "%s-annual-review",
					    press_name(app, report->review.pupil_id, report->paper.full)),
				 title, err);
	if (rc == 0) {
		paper_watch(&report->paper, press.page);
		review_report_draw(report, press.page);
		paper_tell_watched(&report->paper, press.page);
		rc = press_note(&press, report->review.pupil_id, title, err);
	}
	rc = press_end(&press, rc, err);
	if (rc == 0)
		app_say(app,
			"It is the head teacher's report (reg 20(7)). It holds what the EHC plan says: it "
			"goes to those invited and the local authority, to anybody else with 'sendctl "
			"disclosure add'.");
	return rc;
}

static int say_next(struct app *app, const struct review_report *report)
{
	char day[16];

	if (!report->held)
		app_say(app, "The review was not held yet: what is not known is left open to be written in.");
	else if (report->send_by != SEN_NO_DATE)
		app_say(app, "To be sent by %s. When it was: sendctl review report R%lld --sent DATE",
			sen_date_long(report->send_by, day), (long long)report->review.head.id);
	return 0;
}

static int run(struct app *app, const void *data, struct sen_err *err)
{
	const struct report_args *args = data;
	struct review_report report;
	struct sen_review review;
	int64_t id;
	int rc = app_record(app, &sen_review_record, args->review, &id, err);

	if (rc < 0 || (rc = sen_record_get(app->store, &sen_review_record, id, &review, err)) < 0)
		return rc;
	if (!review_of_plan(review.kind)) {
		sen_fail(err, SEN_INVALID, "R%lld is a %s: the report is that of an annual review",
			 (long long)id, review_kind_word(app, review.kind));
		sen_hint(err, "Its page: 'sendctl review show R%lld --format html'.", (long long)id);
		return err->code;
	}
	if ((rc = review_report_load(app, &review, &report, err)) < 0)
		return rc;
	if ((app->output || args->sent == SEN_NO_DATE) && (rc = print(app, &report, err)) < 0)
		return rc;
	if (args->sent == SEN_NO_DATE)
		return say_next(app, &report);
	app->unchanged = false;
	return send(app, &report, args->sent, err);
}

#define S struct report_args
static const struct opt opts[] = {
	OPT_ROW_WORD(S, review, "REVIEW", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the review: R5, or a child with exactly one that waits"),
	OPT_ROW_DATE(S, sent, "sent", 0, "the day it was sent to everyone invited and the local authority"),
};
#undef S
static const char *const examples[] = {"sendctl review report R7 -o report.html",
				       "sendctl review report R7 --sent 2026-11-20", NULL};
const struct cmd review_report_cmd = {
	.noun = "review",
	.verb = "report",
	.summary = "the report of an annual review: printed, and kept as sent",
	.about =
		"A page to print and sign: who was invited and came, the advice, progress to each outcome, "
		"the minutes given of Section F, "
		"the "
		"views of child and parents in their words, what is recommended and why, changes by section, "
		"differences of view. Before the review it is a form, with what is known filled in. With "
		"--sent "
		"the day is kept: within two weeks of the meeting (SEND Regs 2014 reg 20(8)). It goes to the "
		"parents, the head, the local authority and the health professional by law; to anybody else, "
		"a "
		"receiving school say, with consent or on a ground, which is kept as a disclosure.",
	.flags = CMD_WRITES,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct report_args),
	.record = &sen_review_record,
	.examples = examples,
	.run = run,
};
