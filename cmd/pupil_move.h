/* What of an EHC plan is said when a child comes or leaves (pupil_move_ehc.c, pupil_move_open.c). */
#ifndef PUPIL_MOVE_H
#define PUPIL_MOVE_H

#include "cmd.h"

#include <sen/childfile.h>

/* A plan by the register, and no open case here. */
int move_say_came(struct app *app, int64_t pupil_id, struct sen_err *err) SEN_MUST_CHECK;
/* Where left->ehc is a case that ended with the leaving: whom to tell, what goes on. */
int move_say_left(struct app *app, const struct sen_transfer *move, const struct sen_left *left,
		  struct sen_err *err) SEN_MUST_CHECK;
/* Of a child who left: disagreements that are open still. */
int move_say_appeals(struct app *app, int64_t pupil_id, struct sen_err *err) SEN_MUST_CHECK;
/* Of two records that became one: two open EHC cases. */
int move_say_cases(struct app *app, int64_t pupil_id, struct sen_err *err) SEN_MUST_CHECK;

#endif
