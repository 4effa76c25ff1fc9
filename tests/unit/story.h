/* A child's story in a few words, and the steps the statutory clock makes of it.
 * A story's entries are parted by "; ":
 *   case school | case -        a request by the school; a plan the child came with
 *   ended 2026-05-01            of the case
 *   EVENT DAY [result=W] [R1] [AP1] [rule=W] [v2]      v2: the version of the plan it brought
 *   review annual planned=DAY held=DAY        R1, R2 ... in order
 *   ask R1 ROLE invited=DAY answer=W asked=DAY received=DAY circulated=DAY
 *   appeal contents notice=DAY [sections=I] [closed=DAY]      AP1 ...
 *   year 5 DAY | year 5 ?       a year group from the day
 *   stays | next v2 [until-v4]    its plan names this school throughout; another one in those
 *                               versions only (else: another one in all)
 *   dob DAY; left DAY; died DAY; top 2; shut DAY DAY (no school in [DAY, DAY))
 * and the answer: "RULE due[=met][ excused][ earliest][ latest]; ...", by due day and rule. */
#ifndef TEST_STORY_H
#define TEST_STORY_H

#include "unit/records.h"

#include <sen/owed.h>

#include <string.h>

/* The fixture: the law is read; records_teardown() ends it. */
void story_begin(void);
/* "2026-03-01"; "?" and NULL are SEN_NO_DATE. */
sen_date story_day(const char *text);
/* The steps of the child, by due day and rule; each has a key of its own. */
struct sen_ehc_steps story_steps(const char *story);
/* The first by the rule; a test without one fails. */
const struct sen_ehc_step *story_step(const struct sen_ehc_steps *steps, const char *rule);
/* Those by the rules (codes, or their beginnings up to '*'; NULL: all), as above. */
const char *story_told(const char *story, const char *rules);

#define ASKED "case school; request-sent 2026-02-27; request-received 2026-03-02"
#define PLAN "case -; plan-made 2025-12-10"
#define CONTENTS "case -; plan-made 2026-07-20; appeal contents notice=2026-07-31"
#define REFUSED                                                                                      \
	"case school; request-received 2026-03-02; assess-decision 2026-04-13 result=refuse; ended " \
	"2026-04-13; appealable-notice 2026-04-13"

/* For a loop test: stories with the rules looked at and what they come to. */
#define ROWS                                      \
	static const struct {                     \
		const char *story, *rules, *want; \
	}
#define CHECK(rows)                                                                                          \
	do {                                                                                                 \
		const char *got = story_told((rows)[_i].story, (rows)[_i].rules);                            \
		ck_assert_msg(strcmp(got, (rows)[_i].want) == 0, "%s\n got  %s\n want %s", (rows)[_i].story, \
			      got, (rows)[_i].want);                                                         \
	} while (0)

#endif
