/* Shared by the verbs of `complaint` (complaint*.c). */
#ifndef COMPLAINT_H
#define COMPLAINT_H

#include "nouns.h"

#include <sen/dispute.h>

/* The complaint meant by CM1 or by a child with one open, for a write: minds --if-rev. */
int complaint_load(struct app *app, const char *text, struct sen_complaint *out, struct sen_err *err)
	SEN_MUST_CHECK;
/* "CM1, about Zoe O'Brien (3B)". */
const char *complaint_whose(struct app *app, const struct sen_complaint *complaint);
/* What the policy says of it: the authority at once, and what parents are told. */
int complaint_say_policy(struct app *app, const struct sen_complaint *complaint, bool began_formal,
			 struct sen_err *err) SEN_MUST_CHECK;

/* What is to be done next, by when, and with which command. */
int complaint_say_next(struct app *app, const struct sen_complaint *complaint, struct sen_err *err)
	SEN_MUST_CHECK;

extern const struct cmd complaint_step_cmd, complaint_record_cmd, complaint_close_cmd, complaint_reopen_cmd,
	complaint_list_cmd, complaint_show_cmd;

#endif
