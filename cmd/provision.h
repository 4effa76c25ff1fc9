/* What the commands about provision and sessions share. */
#ifndef PROVISION_CMD_H
#define PROVISION_CMD_H

#include "cmd.h"
#include <sen/provision.h>

/* "sam@3B=85": what stands before the first '=' and after it, trimmed; *value is
 * NULL when there is no '='. */
void provision_pair(struct app *app, const char *text, const char **left, const char **value);
/* The provision by G4 or by the name of one that runs; not a removed one. */
int provision_load(struct app *app, const char *text, struct sen_provision *out, struct sen_err *err)
	SEN_MUST_CHECK;
/* The child's period in it that holds on the day, else the latest; the message
 * bears the name. */
int provision_member(struct app *app, const struct sen_provision *provision, const char *child, sen_date day,
		     struct sen_provision_pupil *out, struct sen_err *err) SEN_MUST_CHECK;
/* A field of the record by name, cleaned as if typed for it; NULL text: nothing. */
int provision_set(struct app *app, const struct sen_record *kind, const char *field, void *record,
		  const char *text, struct sen_err *err) SEN_MUST_CHECK;
/* "Precision Teaching (G4)" */
const char *provision_called(struct app *app, const struct sen_provision *provision);
/* "20 minutes, 3 times a week on mon,wed,fri at 09:30, 6 weeks"; "" when nothing is known. */
const char *provision_how(struct app *app, const struct sen_provision *provision);
/* The running provisions an adult gives, by name. */
int provision_of_staff(struct app *app, const char *name, sen_date from, sen_date until, struct texts *words,
		       struct sen_err *err) SEN_MUST_CHECK;
/* The rows of a declared query with one value into a table in memory. */
int provision_rows(struct app *app, const struct sen_query *query, struct sen_value value,
		   struct sen_table *into, struct sen_err *err) SEN_MUST_CHECK;
/* Says that a word is not of the policy's list, and which are. */
int provision_advise(struct app *app, const char *kind, const char *funding, sen_date day,
		     struct sen_err *err) SEN_MUST_CHECK;

extern const struct cmd provision_show_cmd, provision_list_cmd, provision_join_cmd, provision_leave_cmd,
	provision_staff_cmd, provision_measure_cmd, provision_end_cmd, provision_remove_cmd,
	provision_evaluate_cmd, provision_serve_cmd;
extern const struct cmd session_add_cmd, session_log_cmd, session_sheet_cmd, session_import_cmd,
	session_list_cmd, session_edit_cmd, session_remove_cmd, session_show_cmd;

#endif
