/* Shared by the verbs of `ehcp` (ehcp*.c). */
#ifndef EHCP_H
#define EHCP_H

#include "nouns.h"

#include <sen/ehc_case.h>

/* The case meant by EH1 or by a child (the open one, else the last). */
int ehcp_case(struct app *app, const char *text, struct sen_ehc *out, struct sen_err *err) SEN_MUST_CHECK;
/* The same with what happened in it. */
int ehcp_case_whole(struct app *app, const char *text, struct sen_ehc_case *out, struct sen_err *err)
	SEN_MUST_CHECK;

/* "EH1" */
const char *ehcp_id(struct app *app, const struct sen_ehc_case *ehc);
/* "  By Mon 13 Apr 2026: decide whether to assess (the local authority; reg 5(1))."; "at
 * the earliest" while the receipt is unknown; nothing, and false, while the start is
 * or when it is not due. */
bool ehcp_say_due(struct app *app, const struct sen_ehc_case *ehc, const char *rule);
/* Was `on` later than the rule's day?  Says so, and what may excuse it. */
void ehcp_say_late(struct app *app, const struct sen_ehc_case *ehc, const char *rule, sen_date on);
/* What parents may do after a notice that can be appealed against, and until when. */
void ehcp_say_window(struct app *app, const struct sen_ehc_case *ehc);
/* Keeps one event of the case, with who and note (NULL: none); and says it. */
int ehcp_mark(struct app *app, struct sen_ehc_case *ehc, const char *event, sen_date on, const char *who,
	      const char *note, struct sen_err *err) SEN_MUST_CHECK;
/* "Ms Hart, Mr Dale"; NULL: nobody. */
const char *ehcp_names(struct app *app, const struct texts *names);

#define EHCP_ROW(s, m) \
	OPT_ROW_WORD(s, m, "PUPIL", OPT_POSITIONAL | OPT_REQUIRED, NULL, "the child, or the case: EH1")

extern const struct cmd ehcp_request_cmd, ehcp_received_cmd, ehcp_advice_cmd, ehcp_consult_cmd,
	ehcp_withdraw_cmd, ehcp_decision_cmd, ehcp_cease_cmd, ehcp_draft_cmd, ehcp_final_cmd,
	ehcp_amended_cmd, ehcp_met_cmd, ehcp_told_cmd, ehcp_event_cmd, ehcp_moved_cmd, ehcp_remove_cmd,
	ehcp_list_cmd, ehcp_show_cmd, ehcp_add_cmd, ehcp_import_cmd;

extern const struct cmd ehcp_timeline_cmd, ehcp_excuse_cmd;
extern const struct cmd ehcp_reconcile_cmd;
extern const struct cmd ehcp_evidence_cmd;

/* The sections of the plan: ehcp_plan.h. */
extern const struct cmd ehcp_section_cmd, ehcp_link_cmd, ehcp_read_cmd, ehcp_check_cmd, ehcp_lint_cmd,
	ehcp_diff_cmd, ehcp_delivery_cmd, ehcp_print_cmd;

#endif
