/* A plan on paper, for each of its readers. */
#ifndef PLAN_PAGE_H
#define PLAN_PAGE_H

#include "paper_plan.h"

struct plan_page {
	struct paper paper;
	struct sen_plan plan;
	struct sen_plan_book book;
	struct paper_went *targets, *before; /* of this plan; of that of the cycle before */
	size_t target_count, before_count;
	struct paper_given *given; /* while the plan holds */
	size_t given_count;
	bool sign; /* the policy wants it signed, and nobody has */
};

/* Each draws on the sheet that is open. */
void plan_for_parent(const struct plan_page *plan, struct sen_page *page);
void plan_for_pupil(const struct plan_page *plan, struct sen_page *page);
void plan_for_staff(const struct plan_page *plan, struct sen_page *page);

/* Shared: the box that says a plan is a draft; the foot, with the ids. */
void plan_draw_draft(const struct plan_page *plan, struct sen_page *page, const char *words);
void plan_draw_foot(const struct plan_page *plan, struct sen_page *page);
/* Strategies and provision that serve a target (NULL: those that serve none of this
 * plan), a line each; NULL when there are none. */
const char *plan_help(const struct plan_page *plan, const struct sen_target *target);
/* Does the target stand? Ended ones are in the results. */
bool plan_target_stands(const struct sen_target *target);

#endif
