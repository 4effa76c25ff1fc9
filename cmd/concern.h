/* What the files of the noun `concern` share. */
#ifndef CMD_CONCERN_H
#define CMD_CONCERN_H

#include "nouns.h"
#include <sen/steps.h>

#define CONCERN_HELP "the concern: C12, or a child with exactly one open one"

extern const struct cmd concern_list_cmd, concern_show_cmd, concern_observe_cmd, concern_strategies_cmd,
	concern_circle_cmd, concern_meet_cmd, concern_agency_cmd, concern_step_cmd, concern_close_cmd,
	concern_reopen_cmd, concern_handover_cmd;

int concern_load(struct app *app, const char *text, struct sen_concern *concern,
		 struct sen_err *err) SEN_MUST_CHECK;
/* Where it stands now and the command that comes next, as lines of what was done. */
int concern_say_next(struct app *app, const struct sen_concern *concern, struct sen_err *err) SEN_MUST_CHECK;
/* Keeps a step 'signpost' with the services named, in the policy's words. */
int concern_signpost(struct app *app, const struct sen_concern *concern, const struct texts *codes,
		     sen_date on, struct sen_err *err) SEN_MUST_CHECK;

#endif
