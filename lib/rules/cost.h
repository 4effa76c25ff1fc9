/* What the files of costing share: an adult's part in one session. */
#ifndef RULES_COST_H
#define RULES_COST_H

#include <sen/cost.h>

struct cost_give {
	int64_t who;
	size_t provision, session; /* indexes */
	sen_date day;
	int32_t at;
	int64_t minutes;
	const char *role;
	int64_t shared, pence, unpriced; /* what comes of it */
};

/* lib/rules/cost_day.c: fills shared, pence and unpriced of every give.  They come
 * by provision and session, and stay in that order. */
void cost_days(struct sen_arena *arena, const struct sen_cost_facts *facts, struct cost_give *gives,
	       size_t count);

#endif
