/* The report of an annual review: what it holds, and its page. */
#ifndef REVIEW_REPORT_H
#define REVIEW_REPORT_H

#include "paper.h"

#include <sen/annual.h>
#include <sen/plan.h>

struct review_report {
	struct paper paper;
	struct sen_review review;
	bool held;
	struct sen_annual annual;
	struct sen_invitation *people; /* asked, or came */
	size_t people_count;
	struct sen_ehc_item *outcomes, *provision; /* sections E and F as they stand */
	size_t outcome_count, provision_count;
	const char **given; /* of each provision, in minutes; NULL: nothing of the school's gives it */
	struct sen_milestone *kept; /* of this review: progress to outcomes */
	size_t kept_count;
	struct sen_progress *marks; /* of targets, at this review */
	const char **mark_names, **mark_texts;
	size_t mark_count;
	struct sen_action *actions;
	size_t action_count;
	sen_date send_by, decide_by;
};
int review_report_load(struct app *app, const struct sen_review *review, struct review_report *out,
		       struct sen_err *err) SEN_MUST_CHECK;
/* Fills in `given`. */
int review_report_given(struct app *app, struct review_report *report, struct sen_err *err) SEN_MUST_CHECK;
void review_report_draw(const struct review_report *report, struct sen_page *page);

#endif
