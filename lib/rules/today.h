/* `sendctl today`, while it is gathered. */
#ifndef RULES_TODAY_H
#define RULES_TODAY_H

#include "rules/rules.h"

#include <sen/report.h>

struct today {
	struct sen_store *store;
	const struct sen_report_for *whom;
	struct sen_today *out;
	sen_date today;
	const struct sen_policy *policy; /* in force; NULL: several schools */
	const struct sen_law *law;
	int64_t limits[16]; /* by the rules counted in the section limits */
};

/* An empty line of the section. */
struct sen_today_line *today_add(struct today *gather, const char *section);
/* :day and :school. */
void today_bind(const struct today *gather, struct db_stmt *stmt);
/* lib/rules/today_owed.c: deadlines, late and to come, and what reaches its limit. */
int today_owed(struct today *gather, struct sen_err *err) SEN_MUST_CHECK;

#endif
