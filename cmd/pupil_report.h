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
void pupil_report_draw(const struct pupil_report *report, struct sen_page *page);

#endif
