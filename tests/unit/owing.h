/* What the suites of owed rules share: a policy for ever, the year's usual
 * dates, and a child of whom nothing is known but the day of birth. */
#ifndef UNIT_OWING_H
#define UNIT_OWING_H

#include "unit/records.h"

#include <sen/owed.h>

extern struct sen_policy_set owing_set;
extern struct sen_calendar owing_calendar;

sen_date owing_day(const char *text); /* NULL: SEN_NO_DATE */
void owing_with_policy(const char *name);
struct sen_facts owing_child(void);

#endif
