/* The yearly report to parents: what it holds, and its page. */
#ifndef PUPIL_REPORT_H
#define PUPIL_REPORT_H

#include "paper_plan.h"

#include <sen/graduated.h>

/* A plan of the period and how its targets went. */
struct report_plan {
	const struct sen_plan *plan;
	struct paper_went *went;
	size_t count;
};
/* What was given, and how much of it the child had. */
struct report_given {
	const struct paper_given *given;
	int64_t planned, held, attended;
};
struct pupil_report {
	struct paper paper;
	sen_date from, until; /* [from, until) */
	struct sen_plan_book book;
	struct report_plan *plans;
	size_t plan_count;
	const struct sen_plan *open; /* the plan now, draft or agreed, or NULL */
	struct report_given *given;
	size_t given_count;
	const struct sen_review **reviews; /* held in the period, by day */
	size_t review_count;
	sen_date next_on; /* of the next review, or SEN_NO_DATE */
};
int pupil_report_load(struct app *app, int64_t pupil_id, sen_date from, sen_date until,
		      struct pupil_report *out, struct sen_err *err) SEN_MUST_CHECK;
/* The reports of a child that were made. */
struct reports {
	struct sen_document *waits; /* made and not sent, or NULL */
	struct sen_document *last;  /* of all, or NULL */
	sen_date sent_made_on;	    /* when the last that was sent had been made */
};
int reports_find(struct app *app, int64_t pupil_id, struct reports *out, struct sen_err *err) SEN_MUST_CHECK;
/* Keeps it as a document; one that waits to be sent is replaced. */
int report_keep(struct press *press, const struct pupil_report *report, struct reports *before,
		struct sen_err *err) SEN_MUST_CHECK;
/* Records the one that waits, else the last, as given: to `to`, or to everybody a
 * letter goes to.  *count: to how many. */
int report_send(struct press *press, int64_t pupil_id, const struct reports *reports, sen_date sent,
		const char *to, size_t *count, struct sen_err *err) SEN_MUST_CHECK;
void pupil_report_draw(const struct pupil_report *report, struct sen_page *page);

#endif
