/* Shared by the files that hold Section F against what was given. */
#ifndef RULES_EHC_DELIVERY_H
#define RULES_EHC_DELIVERY_H

#include "rules/rules.h"

#include <sen/ehc_plan.h>

/* ehc_delivery_owed.c: the weeks of school in [row->from, row->until), and the minutes
 * the plan asks for in them; SEN_NO_INT where it does not say how much.  `start`: the day
 * the row came in force, from which its weeks are counted. */
void delivery_owe(const struct sen_calendar *calendar, struct sen_ehc_delivery *row, sen_date start);

#endif
