/* What happened in the period of a yearly report, for one child. */
#include "pupil_report.h"

#include <stdlib.h>
#include <string.h>

/* Is there a later version of the same cycle? */
static bool replaced(const struct sen_plan_book *book, const struct sen_plan *plan)
{
	for (size_t i = 0; i < book->plan_count; i++)
		if (book->plans[i].replaces_id == plan->head.id && book->plans[i].agreed_on != SEN_NO_DATE)
			return true;
	return false;
}

/* Agreed plans that held in the period, the last version of each cycle. */
static void take_plans(struct pupil_report *report)
{
	const struct sen_plan_book *book = &report->book;
	struct sen_arena *arena = report->paper.arena;

	report->plans = SEN_NEW(arena, struct report_plan, book->plan_count + 1);
	for (size_t i = 0; i < book->plan_count; i++) {
		const struct sen_plan *plan = &book->plans[i];
		struct report_plan *one = &report->plans[report->plan_count];

		if (plan->closed_on == SEN_NO_DATE && (!report->open || plan->agreed_on == SEN_NO_DATE ||
						       report->open->agreed_on != SEN_NO_DATE))
			report->open = plan;
		if (plan->agreed_on == SEN_NO_DATE || replaced(book, plan) ||
		    plan->made_on >= report->until ||
		    (plan->closed_on != SEN_NO_DATE && plan->closed_on <= report->from))
			continue;
		one->plan = plan;
		paper_plan_went(&report->paper, book, plan->head.id, &one->went, &one->count);
		if (one->count > 0)
			report->plan_count++;
	}
}

static int take_given(struct pupil_report *report, struct sen_err *err)
{
	struct paper *paper = &report->paper;
	struct paper_given *all;
	size_t count;
	int rc = paper_given(paper, report->from, report->until, &all, &count, err);

	report->given = SEN_NEW(paper->arena, struct report_given, rc < 0 ? 1 : count + 1);
	for (size_t i = 0; rc == 0 && i < count; i++) {
		struct report_given *one = &report->given[report->given_count++];
		struct sen_delivery delivery;

		one->given = &all[i];
		rc = sen_delivery(paper->app->store, &all[i].provision, report->from, report->until,
				  &delivery, err);
		for (size_t k = 0; rc == 0 && k < delivery.child_count; k++)
			if (delivery.children[k].member->head.id == all[i].member.head.id) {
				one->planned = delivery.children[k].planned;
				one->held = delivery.children[k].held;
				one->attended = delivery.children[k].attended;
			}
	}
	return rc;
}

static int by_day(const void *a, const void *b)
{
	const struct sen_review *x = *(const struct sen_review *const *)a,
				*y = *(const struct sen_review *const *)b;

	if (x->held_on != y->held_on)
		return x->held_on < y->held_on ? -1 : 1;
	return x->head.id < y->head.id ? -1 : x->head.id > y->head.id;
}

static int take_reviews(struct pupil_report *report, struct sen_err *err)
{
	sen_date today = report->paper.app->context.today;
	struct sen_review *all;
	size_t count;
	int rc = sen_record_of_pupil(report->paper.app->store, &sen_review_record, report->paper.id,
				     (void **)&all, &count, err);

	report->next_on = SEN_NO_DATE;
	report->reviews = SEN_NEW(report->paper.arena, const struct sen_review *, rc < 0 ? 1 : count + 1);
	for (size_t i = 0; rc == 0 && i < count; i++) {
		sen_date next = all[i].held_on == SEN_NO_DATE ? all[i].planned_on : all[i].next_on;

		if (all[i].held_on != SEN_NO_DATE && all[i].held_on >= report->from &&
		    all[i].held_on < report->until)
			report->reviews[report->review_count++] = &all[i];
		if (next != SEN_NO_DATE && next >= today &&
		    (report->next_on == SEN_NO_DATE || next < report->next_on))
			report->next_on = next;
	}
	if (report->review_count > 1)
		qsort(report->reviews, report->review_count, sizeof(const struct sen_review *), by_day);
	return rc;
}

int pupil_report_load(struct app *app, int64_t pupil_id, sen_date from, sen_date until,
		      struct pupil_report *out, struct sen_err *err)
{
	*out = (struct pupil_report){.from = from, .until = until};
	int rc = paper_load(app, pupil_id, &out->paper, err);

	if (rc < 0 || (rc = sen_plan_book(app->store, pupil_id, &out->book, err)) < 0 ||
	    (rc = take_reviews(out, err)) < 0)
		return rc;
	take_plans(out);
	if (out->next_on == SEN_NO_DATE && out->open)
		out->next_on = out->open->review_on;
	if (out->next_on != SEN_NO_DATE && out->next_on < app->context.today)
		out->next_on = SEN_NO_DATE;
	return take_given(out, err);
}
