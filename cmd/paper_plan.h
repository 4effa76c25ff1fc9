/* Plans, targets and provision as pages say them: in words, without ids. */
#ifndef PAPER_PLAN_H
#define PAPER_PLAN_H

#include "paper.h"

#include <sen/plan.h>
#include <sen/provision.h>

/* A target and how it went; mark NULL: not said yet. */
struct paper_went {
	const struct sen_target *target;
	const struct sen_progress *mark;
};
/* The targets of a plan with their last marks. */
void paper_plan_went(const struct paper *paper, const struct sen_plan_book *book, int64_t plan_id,
		     struct paper_went **out, size_t *count);
/* "Reached: as expected"; NULL while nothing was marked. */
const char *paper_result(const struct paper *paper, const struct sen_progress *mark);
/* A table: what we were working on, how it went, with notes and the child's words. */
void paper_draw_went(const struct paper *paper, struct sen_page *page, const struct paper_went *went,
		     size_t count);

/* What is given to the child. */
struct paper_given {
	struct sen_provision provision;
	struct sen_provision_pupil member;
	const char *adults; /* "Mrs Lee and Mr Shah", on the day, or NULL */
	const char *how;    /* "20 minutes, 3 times a week, for 10 weeks" or NULL */
	int64_t *targets;   /* ids of those it serves */
	size_t target_count;
};
/* Those that stand in [from, until), in order of their beginning. */
int paper_given(const struct paper *paper, sen_date from, sen_date until, struct paper_given **out,
		size_t *count, struct sen_err *err) SEN_MUST_CHECK;
/* "Talk Boost: 20 minutes, 3 times a week, for 10 weeks, with Mrs Lee" */
const char *paper_given_words(const struct paper *paper, const struct paper_given *given);
bool paper_given_serves(const struct paper_given *given, int64_t target_id);

#endif
