/* The report of an annual review: what of Section F was given in its year, in minutes. */
#include "review_report.h"

#include <sen/ehc_plan.h>

static void add(struct sen_buf *buf, const char *what, int64_t minutes)
{
	if (minutes > 0)
		sen_buf_addf(buf, "; %s %lld", what, (long long)minutes);
}

/* "given 540 of 900 minutes since 20 Jan 2026; cancelled 60": why each was, which may name
 * somebody, is for `ehcp delivery`. */
static const char *minutes(struct sen_arena *arena, const struct sen_ehc_delivery *row)
{
	struct sen_buf buf = {.arena = arena};
	char day[12];

	sen_buf_addf(&buf, "given %lld", (long long)row->given);
	if (row->owed != SEN_NO_INT)
		sen_buf_addf(&buf, " of %lld", (long long)row->owed);
	sen_buf_addf(&buf, " minutes since %s", sen_date_short(row->from, day));
	add(&buf, "cancelled", row->cancelled);
	add(&buf, "absent", row->absent);
	add(&buf, "not logged", row->not_logged);
	return buf.text;
}

/* From the day the year of the review began, or the case was put on record if that was
 * later (what was given before is in no record), up to the meeting. */
int review_report_given(struct app *app, struct review_report *report, struct sen_err *err)
{
	const struct sen_annual *annual = &report->annual;
	sen_date meeting = report->held ? report->review.held_on : app->context.today;
	sen_date from = annual->made_on;
	struct sen_ehc_delivery *rows;
	struct sen_ehc_plan plan;
	size_t count;
	int rc;

	report->given = SEN_NEW(app->arena, const char *, report->provision_count + 1);
	if (!annual->ehc.head.id || from == SEN_NO_DATE || report->provision_count == 0)
		return 0;
	if (!annual->ehc.source && from < annual->ehc.opened_on)
		from = annual->ehc.opened_on;
	if (from > meeting)
		return 0;
	if ((rc = sen_ehc_plan(app->store, &annual->ehc, &plan, err)) < 0 ||
	    (rc = sen_ehc_delivery(app->store, &plan, from, meeting + 1, &rows, &count, err)) < 0)
		return rc;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < report->provision_count; k++)
			if (rows[i].provisions && rows[i].item->head.id == report->provision[k].head.id)
				report->given[k] = minutes(app->arena, &rows[i]);
	return 0;
}
