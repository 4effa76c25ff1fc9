/* A child's story in a few words, and what it owes by one rule: for tables of the
 * owed rules.  Entries are parted by "; ", words by a space:
 *   levels   "C 2026-11-23 2027-01-11; D 2027-01-11"       from, until
 *   plans    "learning-plan 2026-11-23 review=2026-12-11 agreed=... signed=... closed=... before=1"
 *   reviews  "termly 2026-12-10 part=came plan=1 next=2027-02-01 asked=1 planned=2026-12-01"
 *   more     "left=2026-12-18 died=... adopted=2026-09-01"
 * and the answer, by due day: "2026-12-18=2026-12-10 2027-03-25" (due=met). */
#ifndef UNIT_OWING_TOLD_H
#define UNIT_OWING_TOLD_H

#include "unit/owing.h"

struct told {
	const char *policy, *levels, *plans, *reviews, *more, *rule, *want;
};
/* Fails with what is owed when it is not what the row wants. */
void told_check(const struct told *told);
/* The facts of it, for suites that add more. */
struct sen_facts told_facts(const struct told *told);
/* "due=met due" of the rule. */
const char *told_owed(const struct sen_facts *facts, const char *rule);

#endif
