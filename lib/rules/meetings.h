/* What the files of report meetings share. */
#ifndef RULES_MEETINGS_H
#define RULES_MEETINGS_H

#include "rules/rules.h"

#include <sen/attendance.h>

struct met_child {
	int64_t id;
	const char *name, *year, *class_name, *need, *level;
	bool premium, supported, here;
	sen_date since; /* supported without a break */
};
struct met {
	struct sen_store *store;
	struct sen_meetings *out;
	const struct sen_policy_set *policies;
	const struct sen_calendar *calendar;
	sen_date day; /* the last of the period, or today */
	struct sen_period *terms;
	size_t term_count, term_cap;
	struct db_stmt *children;
	struct met_child child;
};
int met_open(struct met *met, struct sen_err *err) SEN_MUST_CHECK;
/* 1: the next child, on the register or reviewed in the period. */
int met_next(struct met *met, struct sen_err *err) SEN_MUST_CHECK;
void met_close(struct met *met);
/* Whom to ring for the child, into the last line of the ring. */
int met_contact(struct met *met, struct sen_to_ring *ring, struct sen_err *err) SEN_MUST_CHECK;
/* Hides small numbers, and what would tell them by a difference. */
void met_hide(struct sen_meetings *meetings);

#endif
