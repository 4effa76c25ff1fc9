/* Shared by the verbs of `appeal` (appeal*.c). */
#ifndef APPEAL_H
#define APPEAL_H

#include "nouns.h"

#include <sen/dispute.h>

/* The appeal meant by AP1 or by a child, for a step beside it: minds --if-rev, and
 * says whose it is. */
int appeal_load(struct app *app, const char *text, struct sen_appeal *out, struct sen_err *err)
	SEN_MUST_CHECK;
/* Until when it can be made, and what is needed first. */
int appeal_say_until(struct app *app, const struct sen_appeal *appeal, struct sen_err *err) SEN_MUST_CHECK;
/* Keeps a step (on SEN_NO_DATE: today), says it, and what the law makes due from it. */
int appeal_take(struct app *app, const struct sen_appeal *appeal, struct sen_dispute_step *step,
		struct sen_err *err) SEN_MUST_CHECK;

extern const struct cmd appeal_mediation_cmd, appeal_resolution_cmd, appeal_send_cmd, appeal_evidence_cmd,
	appeal_hearing_cmd, appeal_order_cmd, appeal_unopposed_cmd, appeal_complied_cmd, appeal_recommend_cmd,
	appeal_close_cmd;

#endif
