/* Shared by the verbs of `ehcp` that are about the sections of the plan. */
#ifndef EHCP_PLAN_H
#define EHCP_PLAN_H

#include "ehcp.h"

#include <sen/ehc_plan.h>

/* The plan of a child, a case or a version ("EH7.2"); *version is that one, else the
 * newest.  SEN_INVALID with the commands when there is none yet. */
int ehcp_plan_some(struct app *app, const char *text, struct sen_ehc_plan *out, int64_t *version,
		   struct sen_err *err) SEN_MUST_CHECK;
/* "EH7.2" */
const char *ehcp_version(struct app *app, const struct sen_ehc_plan *plan, int64_t version);
/* "EH7.2, the draft served on Mon 15 Jun 2026" */
const char *ehcp_version_words(struct app *app, const struct sen_ehc_plan *plan, int64_t version);
/* "EH7.2" or "2" of this case into its number; SEN_INVALID says which there are. */
int ehcp_version_read(struct app *app, const struct sen_ehc_plan *plan, const char *text, int64_t *version,
		      struct sen_err *err) SEN_MUST_CHECK;

#define EHCP_PLAN_ROW(s, m)                                              \
	OPT_ROW_WORD(s, m, "PUPIL", OPT_POSITIONAL | OPT_REQUIRED, NULL, \
		     "the child, the case (EH1) or a version of its plan (EH1.2)")

/* cmd/ehcp_read.c: the form of the whole plan, handed in. */
int ehcp_section_form(struct app *app, struct sen_ehc_plan *plan, struct sen_err *err) SEN_MUST_CHECK;

#endif
